"""The grammar of a conferral: who gives which honour to whom, in one sentence.

active      UBND tỉnh | tặng | Bằng khen | cho | 28 tập thể, 12 cá nhân
passive     3 đồng chí | được | UBND tỉnh | tặng | Bằng khen
receiving   em Lan | đoạt | giải Nhất
belonging   giải A | thuộc về | tác giả Lan
commending  Thành đoàn | tuyên dương | 35 thanh niên;  19 tập thể | được | UBND huyện | biểu dương
holding     Mẹ Việt Nam anh hùng | Trần Thị Mạo
"""

from dataclasses import dataclass, field
from typing import Literal

import regex

from boctin.doc import Entity, Numeral
from boctin.stages.awards.expressions import Expression
from boctin.stages.awards.lexicon import Lexicon
from boctin.stages.awards.recipients import Party, Range, Recipients, is_apposition, joined

Mode = Literal["active", "passive", "receive", "belong", "hold", "bracket", "listed", "bare"]


@dataclass(slots=True)
class Candidate:
    """A conferral read from one sentence, before the tellings of one article are merged."""

    expression: Expression
    mode: Mode
    clause: Range
    parties: list[Party] = field(default_factory=list)
    conferrer: Range | None = None
    contest: Range | None = None
    pronoun: bool = False
    named_giver: bool = False
    verb: Range | None = None


_TO = regex.compile(r"(?<!\p{L})(?:dành tặng cho|dành cho|cho|đến|tới|tặng)(?!\p{L})|:\s")
_OF = regex.compile(r"\s*(?:,\s*)?(?:lần này\s+)?(?P<how>của|từ|do)\s+")
_CONFERRER_END = regex.compile(
    r"\s*(?:[,.;:()\"\n]|(?<!\p{L})(?:cho|vì|về|do|đã|trao|tặng|trao tặng|tặng thưởng|phong tặng|truy tặng|công nhận|tổ chức|bình chọn|trao thưởng|nhân|tại|"
    r"năm|trong|với|khi|cũng|đến|tới|vừa|sẽ|và (?:nhiều|một số|các|\d)|là|đang|để|được|nhưng|ký|khen|ghi nhận|xét)(?!\p{L})|$)"
)
_BEFORE_VERB = regex.compile(
    r"(?:\s|(?<!\p{L})(?:đã|cũng|vừa|còn|sẽ|đang|long trọng|trân trọng|chính thức|quyết định|vinh dự|xem xét|xét|cùng|mới|kịp thời|đột xuất|đồng thời|trực tiếp|tổ chức|"
    r"tổ chức lễ|lễ|có quyết định|ra quyết định|ký quyết định|ký|ban hành|về việc|đại diện|tiến hành|thống nhất|liên tục|luôn|nhiều lần|lần lượt|tiếp tục|đề nghị|nóng|bất ngờ|chúc mừng|ghi nhận|tặng hoa|và))*$"
)
_IN_NAME_OF = regex.compile(r"(?:thừa (?:ủy quyền|ủy nhiệm|lệnh)(?: của)?|được sự ủy quyền của|thay mặt(?: cho)?)\s+")
_PASSIVE = regex.compile(r"(?<!\p{L})(?:được|vinh dự được)(?!\p{L})")
_LEAD = regex.compile(
    r"\s*(?:\*|-|\+)?\s*(?:tại|nhân|dịp|trong|với|theo|ngày|sáng|chiều|tối|trưa|hôm|cùng|bên cạnh|ngoài|sau|trước|đặc biệt|do|vì|để|từ|đến|năm|tháng|cụ thể|đồng thời|kết quả|cũng|nhờ|qua|ở|vào|"
    r"trên|giai đoạn|nhiệm kỳ|mới đây|vừa qua|theo đó|ghi nhận|nhằm|hiện|tính|hưởng ứng|kết thúc|trải qua|là)(?!\p{L})"
)
_PRONOUN = regex.compile(
    r"(?:^|[\s\"])(?P<who>(?i:ông|bà|anh|chị|em|cô|thầy|cụ|đạo diễn|nghệ sĩ|nhà văn|nhà thơ|nhạc sĩ|họa sĩ|tác giả|nhà báo|nữ sinh|nam sinh|chàng trai|cô gái|nữ nghệ sĩ|nam diễn viên|nữ diễn viên|diễn viên|ca sĩ|nhà làm phim))"
    r"(?:\s+(?P<short>\p{Lu}\p{Ll}+))?(?!\p{L})"
)
_CAPITALS = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}\d&.]*(?:[ -](?:\p{Lu}[\p{L}\d&.]*|của|và|&))*(?: \p{Lu}[\p{L}\d&.]*)?)$"
)
_JOIN = regex.compile(
    r"\s*(?:,|và|, và|cùng|, cùng|hoặc)?\s*(?:nhiều|nhận|tặng|trao|trao tặng|được tặng|được trao|được nhận|\d{1,4}|danh hiệu)?\s*$"
)
_OUTSIDE = regex.compile(r"[;]")
_HARD = (
    "cần",
    "cần phải",
    "phải",
    "nên",
    "kịp thời",
    "chú trọng",
    "tăng cường",
    "quy định",
    "tiêu chuẩn",
    "xứng đáng",
    "điều kiện",
    "hãy",
    "nếu",
    "đẩy mạnh",
    "đối với",
    "thường xuyên",
    "phấn đấu",
    "mục tiêu",
    "hằng năm",
    "hàng năm",
)


class ConferralGrammar:
    """Reads the candidates of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.recipients = Recipients(lexicon)

    def read(
        self,
        reading: str,
        low: str,
        sentence: Range,
        expressions: list[Expression],
        numerals: list[Numeral],
        entities: list[Entity],
    ) -> list[Candidate]:
        """The candidates of a sentence, one or more for each of its award expressions."""
        parties = self.recipients.parties(reading, low, sentence, numerals, entities)
        view = _Sentence(self, reading, low, sentence, parties, entities)
        found: list[Candidate] = []
        for run, left, right in _runs(reading, sentence, expressions):
            found += view.run(run, left, right, found)
        return found


def _runs(reading: str, sentence: Range, expressions: list[Expression]) -> list[tuple[list[Expression], int, int]]:
    """Expressions that share a verb ("Huân chương A, Huy hiệu B và Bằng khen"), with the stretch around each run."""
    runs: list[list[Expression]] = []
    for x in expressions:
        verb = x.kind.group == "commendation"
        if (
            runs
            and not verb
            and runs[-1][-1].kind.group != "commendation"
            and _JOIN.fullmatch(reading, runs[-1][-1].end, x.start)
        ):
            runs[-1].append(x)
        else:
            runs.append([x])
    bounded = []
    for i, run in enumerate(runs):
        left = runs[i - 1][-1].end if i else sentence[0]
        right = runs[i + 1][0].start if i + 1 < len(runs) else sentence[1]
        for cut in _OUTSIDE.finditer(reading, left, run[0].start):
            left = cut.end()
        cut = _OUTSIDE.search(reading, run[-1].end, right)
        bounded.append((run, left, cut.start() if cut else right))
    return bounded


class _Sentence:
    """One sentence under the grammar."""

    def __init__(
        self,
        grammar: ConferralGrammar,
        reading: str,
        low: str,
        span: Range,
        parties: list[Party],
        entities: list[Entity],
    ) -> None:
        self.lexicon, self.recipients = grammar.lexicon, grammar.recipients
        self.reading, self.low, self.span, self.parties = reading, low, span, parties
        self.entities = entities

    def run(self, run: list[Expression], left: int, right: int, earlier: list[Candidate]) -> list[Candidate]:
        first = run[0]
        group = first.kind.group
        left = max([left, *(p.end for c in earlier for p in c.parties if p.end <= first.start)])
        if group == "commendation":
            made = self.commend(first, left, right)
        else:
            made = self.confer(run, left, right, earlier)
        if made is None:
            return []
        return [self._own(x, made) for x in run]

    def _own(self, x: Expression, made: Candidate) -> Candidate:
        mine = Candidate(
            x, made.mode, made.clause, made.parties, made.conferrer, None, made.pronoun, made.named_giver, made.verb
        )
        if x.bearer:
            mine.mode, mine.pronoun = "bracket", False
            mine.parties = [Party(*x.bearer, 1, "individual", [x.bearer], form="person")]
        return mine

    # --- the parts of a clause ---

    def right_parties(self, at: int, limit: int, *, reach: int = 60) -> list[Party]:
        """The groups that begin within `reach` of an offset, and those listed after them."""
        listed: list[Party] = []
        for party in self.parties:
            if party.start < at or party.end > limit:
                continue
            gap = self.low[listed[-1].end if listed else at : party.start]
            if not listed:
                if len(gap) > reach or regex.search(r"[.;:\n]", gap) or self._verbal(gap):
                    break
                follower = next((p for p in self.parties if p.start >= party.end and p.form == "person"), None)
                if party.form in ("body", "plural") and follower and self._names_holder(party, follower):
                    continue
                listed.append(party)
            elif self._continues(listed[-1], party, gap):
                listed.append(party)
        if not listed:
            start = at + len(self.low[at:limit]) - len(self.low[at:limit].lstrip())
            listed = self.recipients.bare(self.low, start, limit)
        return joined(self.reading, listed)

    def _names_holder(self, body: Party, person: Party) -> bool:
        """Whether a body only tells the office of the person right after it: "Trưởng bản Hòa Sơn Vi Văn Truyền"."""
        between = self.low[body.end : person.start]
        return len(between) < 30 and not regex.search(r"[,;.(]|(?<!\p{L})và(?!\p{L})", between)

    def _verbal(self, gap: str) -> bool:
        return bool(
            regex.search(r"(?<!\p{L})(?:đã|được|sẽ|phải|nhận|đoạt|trao|tặng|là|vì|theo|nhân dịp)(?!\p{L})", gap)
        )

    def _continues(self, before: Party, party: Party, gap: str) -> bool:
        if regex.search(r"[.;\n]", gap) or len(gap) > 160:
            return False
        if regex.search(
            r"(?<!\p{L})(?:trao|tặng|được nhận|được trao|được tặng|hỗ trợ|giúp|cứu|ủng hộ|với (?:tổng )?số tiền|mỗi)(?!\p{L})",
            gap,
        ):
            return False
        sep = regex.search(
            r"(?:,|và|cùng|;|gồm(?: có)?|bao gồm|trong đó có|trong đó|đó là|là|như|:|-|\()\s*(?:(?:các|những|bà|ông|anh|chị|em|cô|thầy|cụ|đồng chí|đ/c|tác giả|vđv|học sinh|sinh viên|bác sĩ|thượng úy|đại úy|thiếu tá|trung tá|đại tá|hlv|nghệ sĩ|nsnd|nsưt|gs|pgs|ts|ths|bs|\.)\s*)*$",
            gap,
        )
        if party.form == "counted":
            return bool(sep) or bool(regex.search(r"(?:,|và|cùng)\s*(?:hơn|gần|trên|khoảng)?\s*$", gap))
        if party.form == "person":
            return before.form != "body" and bool(sep)
        if party.form == "one":
            return bool(sep)
        if party.form == "body":
            return before.form == "body" and bool(regex.fullmatch(r"\s*(?:,|và)\s*", gap))
        return before.form == "plural" and bool(regex.fullmatch(r"\s*(?:,|và)\s*", gap))

    def left_parties(self, start: int, end: int) -> tuple[list[Party], bool]:
        """The subject before a verb; the flag says that it is a pronoun or nobody, to be found further up."""
        inside = [p for p in self.parties if p.start >= start and p.end <= end]
        kept = [p for p in inside if not self._adverbial(start, p, end)]
        counted = [p for p in kept if p.form in ("counted", "one")]
        if counted:
            return joined(self.reading, self._after_first(kept, counted[0])), False
        if people := [p for p in kept if p.form == "person"]:
            return joined(self.reading, self._in_a_row(people)), False
        if tail := self._subject_name(start, end):
            return [tail], False
        if bodies := [p for p in kept if p.form == "body"]:
            return [min(bodies, key=lambda p: (p.end != max(q.end for q in bodies), p.start))], False
        plural = [p for p in kept if p.form == "plural"]
        if not plural:
            lead = end - len(self.low[start:end].lstrip(" *-+"))
            plural = self.recipients.bare(self.low, lead, end)
            plural = plural if len(plural) > 1 or (plural and plural[-1].end > end - 25) else []
        pronoun = _PRONOUN.search(self.reading, start, end)
        if pronoun and not any(p.start <= pronoun.start("who") for p in plural):
            return [], True
        return plural, not plural and not self.low[start:end].strip(" ,")

    def _after_first(self, kept: list[Party], first: Party) -> list[Party]:
        listed = [first]
        for party in kept:
            if party.start >= first.end:
                gap = self.low[listed[-1].end : party.start]
                if party.form in ("counted", "one") or (
                    party.form == "person" and self._continues(listed[-1], party, gap)
                ):
                    listed.append(party)
        return listed

    def _in_a_row(self, people: list[Party]) -> list[Party]:
        listed = [people[0]]
        for party in people[1:]:
            gap = self.low[listed[-1].end : party.start]
            if regex.search(r"(?:,|và|cùng|;)\s*(?:\p{L}+\.?\s+){0,3}$", gap) and len(gap) < 120 and "được" not in gap:
                listed.append(party)
        return listed

    def _adverbial(self, start: int, party: Party, end: int) -> bool:
        """Whether a party stands in a phrase that only sets the scene: "Tại UBND huyện, …"."""
        head = max(start, self.low.rfind(",", start, party.start) + 1)
        stop = self.low.find(",", party.end, end)
        if party.form in ("counted", "one"):
            return stop != -1 and bool(
                regex.match(r"\s*(?:tại|trong \d|sau \d|qua \d|từ|với)(?!\p{L})", self.low[head : party.start])
            )
        return bool(_LEAD.match(self.low, head, party.start + 1)) and (stop != -1 or party.form == "body")

    def _subject_name(self, start: int, end: int) -> Party | None:
        """A capitalised name right before the verb that no entity covers: "FPT Telecom (đã được …)"."""
        tail = _BEFORE_VERB.search(self.reading, start, end)
        stop = tail.start() if tail else end
        name = _CAPITALS.search(self.reading, max(start, stop - 80), stop)
        if (
            name is None
            or len(name.group("name")) < 3
            or any(p.start < name.end() and name.start() < p.end for p in self.parties)
        ):
            return None
        if " " not in name.group("name") and not name.group("name")[1:2].isupper():
            return None
        before = self.low[max(start, name.start() - 12) : name.start()].rstrip()
        noun = regex.search(r"(\p{L}+)$", before)
        person = bool(noun and noun.group() in ("ông", "bà", "anh", "chị", "em", "cô", "thầy"))
        return Party(*name.span("name"), 1, "individual" if person else "collective", [name.span("name")], form="body")

    def conferrer(self, start: int, end: int) -> Range | None:
        """The body or office in a stretch that holds nothing else, if it is one."""
        while start < end and self.reading[start] in " ,":
            start += 1
        while start < end and self.reading[end - 1] in " ,":
            end -= 1
        if start >= end or end - start > 140:
            return None
        if self.lexicon.conferrer.match(self.low, start, end):
            return start, end
        words = self.reading[start:end].split()
        capital = len(words) <= 8 and words[0][0].isupper() and (len(words) == 1 or words[-1][0].isupper())
        return (start, end) if capital and not self._person(start, end) else None

    def _person(self, start: int, end: int) -> bool:
        return any(e.label == "PERSON" and start <= e.start_char < end for e in self.entities)

    def of_whom(self, at: int, limit: int) -> tuple[Range | None, int]:
        """The body named after an award: "Bằng khen của Chủ tịch UBND tỉnh", "do Trung ương Đoàn trao tặng"."""
        match = _OF.match(self.low, at, limit)
        if match is None:
            return None, at
        stop = _CONFERRER_END.search(self.low, match.end(), limit)
        end = stop.start() if stop else limit
        found = self.conferrer(match.end(), end)
        return (found, end) if found else (None, at)

    def giver(self, start: int, verb: int) -> tuple[Range | None, bool]:
        """The subject of an active verb: (body, whether a named person hands the award over)."""
        stretch = self.reading[start:verb]
        if named := _IN_NAME_OF.search(self.low, start, verb):
            stop = _CONFERRER_END.search(self.low, named.end(), verb)
            if stop and (found := self.conferrer(named.end(), stop.start())):
                return found, True
        tail = _BEFORE_VERB.search(self.low, start, verb)
        end = tail.start() if tail else verb
        comma = self._clause_start(start, end)
        if self._person(comma, verb) or (self._person(start, verb) and regex.search(r"-\s*$|,", stretch)):
            return None, True
        return self.conferrer(comma, end), False

    def _clause_start(self, start: int, end: int) -> int:
        """Where the subject begins: after the phrases that set the scene, but not inside "Bộ Lao động, Thương binh …"."""
        at = start
        for cut in regex.finditer(r"[,:]\s+|(?<=\s)-\s+", self.reading[start:end]):
            rest = start + cut.end()
            if self.lexicon.conferrer.match(self.low, rest, end) or self.reading[rest : rest + 1].isupper():
                inner = next((e for e in self.entities if e.start_char < start + cut.start() < e.end_char), None)
                if inner is None:
                    at = rest
        if at == start and (head := _LEAD.match(self.low, start, end)):
            body = self.lexicon.conferrer.search(self.low, head.end(), end)
            at = body.start() if body and "," in self.low[start : body.start()] else start
        return at

    # --- the sentence patterns ---

    def confer(self, run: list[Expression], left: int, right: int, earlier: list[Candidate]) -> Candidate | None:
        first, last = run[0], run[-1]
        clause = (left, right)
        by, after = self.of_whom(last.end, right)
        give, passive, receive = self._verbs(left, first.start)
        if receive and (give is None or receive[0] >= give[0]) and (receive[1] - first.start > -45):
            return self._received(first, clause, receive, by)
        if give and passive and not self._recipient_between(give[1], first.start):
            return self._passive(clause, first, give, passive, by)
        if to := self._to_whom(after, right):
            return self._given(clause, first, give, to, by, earlier)
        if give:
            between = self.right_parties(give[1], first.start, reach=40)
            if between and not passive:
                by = by or self.giver(left, give[0])[0]
                return Candidate(first, "active", clause, between, by, verb=give)
            return self._unnamed(first, clause, give, by)
        return self._no_verb(run, clause, by, earlier)

    def _verbs(self, left: int, at: int) -> tuple[Range | None, Range | None, Range | None]:
        give = receive = passive = None
        for match in self.lexicon.give.finditer(self.low, left, at):
            if not self._inside_name(match.start()):
                give = match.span()
        for match in self.lexicon.receive.finditer(self.low, left, at):
            if (not self._inside_name(match.start()) and match.group() != "được") or (
                match.group() == "được" and at - match.end() < 3
            ):
                receive = match.span()
        before = give[0] if give else at
        for match in _PASSIVE.finditer(self.low, left, before):
            if before - match.end() <= 130:
                passive = match.span()
        return give, passive, receive

    def _inside_name(self, at: int) -> bool:
        return any(e.start_char < at < e.end_char for e in self.entities) or bool(
            regex.match(
                r"(?:công nhận định|nhận định|nhận xét|nhận thấy|nhận thức|ghi nhận|cấp (?:tỉnh|huyện|xã|cơ sở|bộ|thành phố|quốc gia|trường)|trao đổi|đạt chuẩn|phong (?:trào|cách|phú)|gửi lời)(?!\p{L})",
                self.low[at : at + 20],
            )
        )

    def _recipient_between(self, start: int, end: int) -> bool:
        return any(start <= p.start and p.end <= end and p.form in ("counted", "person") for p in self.parties)

    def _to_whom(self, at: int, right: int) -> list[Party]:
        for match in [*self.lexicon.belong.finditer(self.low, at, right), *_TO.finditer(self.low, at, right)]:
            if match.start() - at > 140:
                continue
            if parties := self.right_parties(match.end(), right):
                return parties
        return []

    def _received(self, first: Expression, clause: Range, verb: Range, by: Range | None) -> Candidate:
        end = verb[0]
        passive = regex.search(r"(?:vinh dự\s+)?(?:được|đã)\s*$", self.low[clause[0] : end])
        parties, pronoun = self.left_parties(clause[0], clause[0] + passive.start() if passive else end)
        return Candidate(first, "receive", clause, parties, by, pronoun=pronoun, verb=verb)

    def _passive(self, clause: Range, first: Expression, give: Range, passive: Range, by: Range | None) -> Candidate:
        tail = _BEFORE_VERB.search(self.low, passive[1], give[0])
        own = self.conferrer(passive[1], tail.start() if tail else give[0])
        parties, pronoun = self.left_parties(clause[0], passive[0])
        return Candidate(first, "passive", clause, parties, own or by, pronoun=pronoun, verb=(passive[0], give[1]))

    def _given(
        self,
        clause: Range,
        first: Expression,
        give: Range | None,
        to: list[Party],
        by: Range | None,
        earlier: list[Candidate],
    ) -> Candidate:
        handed = False
        if give:
            subject, handed = self.giver(clause[0], give[0])
            by = by or subject
            if by is None and not handed and earlier and self._same_subject(clause[0], give[0]):
                by = earlier[-1].conferrer
        elif by is None and earlier and earlier[-1].mode in ("active", "passive"):
            by = earlier[-1].conferrer
        return Candidate(first, "active", clause, to, by, named_giver=handed, verb=give)

    def _same_subject(self, start: int, verb: int) -> bool:
        return bool(regex.fullmatch(r"[\s,;]*(?:và|đồng thời|cùng|cũng|còn|đã)?[\s,]*", self.low[start:verb]))

    def _unnamed(self, first: Expression, clause: Range, give: Range, by: Range | None) -> Candidate:
        subject, handed = self.giver(clause[0], give[0])
        return Candidate(first, "active", clause, [], by or subject, named_giver=handed, verb=give)

    def _no_verb(
        self, run: list[Expression], clause: Range, by: Range | None, earlier: list[Candidate]
    ) -> Candidate | None:
        first, last = run[0], run[-1]
        if first.kind.alone and (held := self._holders(first, clause)):
            return Candidate(first, "hold", clause, held, by)
        if first.kind.group == "standard":
            parties, pronoun = self.left_parties(clause[0], first.start)
            return Candidate(first, "receive", clause, parties, by, pronoun=pronoun and not parties)
        if first.bearer:
            return Candidate(first, "bracket", clause, [], by)
        if (
            earlier
            and earlier[-1].mode in ("receive", "passive")
            and regex.fullmatch(
                r"[\s,;]*(?:và|cùng|cùng với)?\s*(?:nhiều|\d+)?\s*", self.low[earlier[-1].expression.end : first.start]
            )
        ):
            before = earlier[-1]
            return Candidate(first, before.mode, clause, before.parties, by or before.conferrer, pronoun=before.pronoun)
        number = regex.search(r"(?<![\d.,])(\d{1,4})\s+$", self.low[clause[0] : first.start])
        if number and first.kind.group == "prize" and first.rank:
            start = clause[0] + number.start(1)
            return Candidate(first, "listed", clause, [Party(start, last.end, int(number.group(1)), None)], by)
        return None

    def _holders(self, first: Expression, clause: Range) -> list[Party]:
        counted = regex.search(
            r"(?<![\d.,/])(\d{1,3}(?:\.\d{3})*)\s+(?:vị\s+|bà\s+)?$", self.low[clause[0] : first.start]
        )
        if counted:
            start = clause[0] + counted.start(1)
            return [Party(start, first.end, int(counted.group(1).replace(".", "")), "individual")]
        people = self.right_parties(first.end, clause[1], reach=12)
        return [p for p in people if p.form == "person"]

    def commend(self, x: Expression, left: int, right: int) -> Candidate | None:
        """Commendation: the honour is the verb itself."""
        if self.lexicon.before.search(self.low, max(left, x.start - 30), x.start):
            return None
        passive = None
        for match in _PASSIVE.finditer(self.low, left, x.start):
            if x.start - match.end() <= 130 and not self.lexicon.give.search(self.low, match.end(), x.start):
                passive = match.span()
        if passive:
            tail = _BEFORE_VERB.search(self.low, passive[1], x.start)
            own = self.conferrer(passive[1], tail.start() if tail else x.start)
            if own is None and self.low[passive[1] : tail.start() if tail else x.start].strip(" ,"):
                return None
            parties, pronoun = self.left_parties(left, passive[0])
            return Candidate(x, "passive", (left, right), parties, own, pronoun=pronoun, verb=(passive[0], x.end))
        if self.lexicon.praised.match(self.low, x.end, right):
            return None
        at = regex.compile(r"\s*(?:\"nóng\"|nóng|đột xuất|kịp thời)?\s*(?:cho|đến|tới)?\s*").match(
            self.low, x.end, right
        )
        parties = self.right_parties(at.end() if at else x.end, right, reach=30)
        if not parties:
            return None
        by, handed = self.giver(left, x.start)
        return Candidate(x, "active", (left, right), parties, by, named_giver=handed, verb=(x.start, x.end))


def hopeful(lexicon: Lexicon, low: str, candidate: Candidate) -> bool:
    """Whether the clause only wishes, rules or plans: nothing is conferred on anyone."""
    verb = candidate.verb[0] if candidate.verb else candidate.expression.start
    start = candidate.clause[0]
    window = max(start, low.rfind(",", start, verb) + 1, verb - 70)
    stop = candidate.expression.start
    before = low[window:stop]
    if regex.search(r"(?<!\p{L})đã(?!\p{L})", before):
        return False
    weak = lexicon.irrealis.search(before)
    if weak and not regex.match(r"(?:không|chưa)(?= (?:chỉ|những))", before[weak.start() :]):
        return True
    wide = low[max(start, verb - 160) : verb]
    return any(word in _HARD for word in (m.group() for m in lexicon.irrealis.finditer(wide)))


__all__ = ["Candidate", "ConferralGrammar", "hopeful", "is_apposition"]
