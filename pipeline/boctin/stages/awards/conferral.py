"""The grammar of a conferral: who gives which honour to whom, in one sentence.

active      UBND tỉnh | tặng | Bằng khen | cho | 28 tập thể, 12 cá nhân
passive     3 đồng chí | được | UBND tỉnh | tặng | Bằng khen
receive     em Lan | đoạt | giải Nhất
belong      giải A | thuộc về | tác giả Lan
commend     Thành đoàn | tuyên dương | 35 thanh niên;  19 tập thể | được | UBND huyện | biểu dương
hold        Mẹ Việt Nam anh hùng | Trần Thị Mạo
bracket     Quay phim xuất sắc (Vũ Quốc Tuấn)
listed      trao | 2 | giải Nhì
"""

from dataclasses import dataclass, field, replace
from typing import Literal

import regex

from boctin.doc import Entity, Numeral
from boctin.stages.awards.clause import BEFORE_VERB, Sentence
from boctin.stages.awards.expressions import Expression
from boctin.stages.awards.lexicon import Lexicon
from boctin.stages.awards.recipients import Party, Range, Recipients

Mode = Literal["active", "passive", "receive", "belong", "hold", "bracket", "listed"]


@dataclass(slots=True)
class Candidate:
    """A conferral read from one sentence, before the tellings of one article are merged."""

    expression: Expression
    mode: Mode
    clause: Range
    parties: list[Party] = field(default_factory=list)
    conferrer: Range | None = None
    pronoun: bool = False
    official: bool = False  # a person hands it over or speaks, no body
    verb: Range | None = None
    listed: bool = False  # in a list of honours under one head: "nhiều giải thưởng như: …"
    heads_list: bool = False  # only announces such a list


_TO = regex.compile(r"(?<!\p{L})(?:dành tặng cho|dành cho|cho|đến|tới|tặng)(?!\p{L})|:\s")
_PASSIVE = regex.compile(r"(?<!\p{L})(?:được|vinh dự được)(?!\p{L})")
_JOIN = regex.compile(
    r"\s*(?:,|và|, và|cùng|, cùng|hoặc)?\s*(?:nhiều|nhận|tặng|trao|trao tặng|được tặng|được trao|"
    r"được nhận|danh hiệu|các)?\s*$"
)
# Verbs of the lexicon inside other words: "công nhận", "cấp tỉnh", "phong trào".
_NO_VERB = regex.compile(
    r"(?:cấp (?:tỉnh|huyện|xã|cơ sở|bộ|thành phố|quốc gia|trường|trung ương|ngành|ủy)|trao đổi|"
    r"đạt chuẩn|phong (?:trào|cách|phú|tỏa)|bảo vệ tổ quốc|đồng (?:chí|thời|bào|nai|tháp|hành|hới|"
    r"đội|ý|bộ))(?!\p{L})"
)
_COMPOUND = regex.compile(
    r"(?:(?:công|ghi|xác|thừa|chấp|tiếp|giao|nhìn|chứng|cảm|đảm|thu|phủ|đón nhìn) nhận|(?:các|trung|"
    r"nâng|sơ|trợ|đẳng|phân|sơ) cấp|(?:tiên|văn|xung) phong|(?:cộng|hội|tập|bất|tương|hợp) đồng|"
    r"nhận (?:định|thức|xét|thấy|diện|biết)|"
    r"(?:biểu|kính|quà|hiến) tặng|chuyển trao|(?:thành|kết|diễn) đạt|truyền đạt|ký kết|ký hợp đồng|"
    r"(?:đăng|chữ|nhật|bút) ký|(?:thu|tiếp) lãnh|lãnh (?:đạo|đạm))(?!\p{L})"
)
_PARTICIPLE = regex.compile(
    r"\s*(?:[\"*-]\s*)?(?:(?:chia sẻ|cảm xúc|vui mừng|xúc động|hạnh phúc|phấn khởi)\s+)*(?:sau khi|"
    r"khi|lúc|ngày|ngoài|ngoài việc|bên cạnh|bên cạnh việc|vinh dự)?\s*(?:vinh dự\s+)?$"
)
_PRAISE = regex.compile(
    r"(?<!\p{L})(?:ghi nhận|đánh giá cao|phát biểu|bày tỏ|nhấn mạnh|cảm ơn|hoan nghênh|chia sẻ|động viên)(?!\p{L})"
)
_EVENT = regex.compile(r"(?<!\p{L})(?:lễ|buổi lễ|hội nghị|chương trình|chương trình giao lưu)\s+(?:gặp mặt,?\s+)?$")
_OFFICE = regex.compile(
    r"(?:phó\s+)?(?:thủ tướng|chủ tịch|bí thư|tổng bí thư|trưởng|bộ trưởng|thứ trưởng|giám đốc|"
    r"đồng chí|lãnh đạo)(?!\p{L})"
)
# Wishes, rules and plans so strong that they reach over a comma.
_HARD = frozenset(
    ("cần", "cần phải", "phải", "nên", "kịp thời", "chú trọng", "tăng cường", "quy định", "tiêu chuẩn",
     "xứng đáng", "hãy",
     "điều kiện", "nếu", "đẩy mạnh", "đối với", "thường xuyên", "phấn đấu", "mục tiêu",
     "hằng năm", "hàng năm", "định kỳ")
)  # fmt: skip
_OFFERED = regex.compile(r"\s*(?:để tặng|để xét|được xét|để trao|là hình thức|là phần thưởng dành)(?!\p{L})")
_REAL = regex.compile(r"(?<!\p{L})(?:đã|vừa|từng|dịp này|nhân dịp này)(?!\p{L})")


class ConferralGrammar:
    """Reads the candidates of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.recipients = Recipients(lexicon)

    def read(
        self,
        reading: str,
        low: str,
        span: Range,
        expressions: list[Expression],
        numerals: list[Numeral],
        entities: list[Entity],
    ) -> list[Candidate]:
        """The candidates of a sentence, one for each of its award expressions that is conferred."""
        parties = self.recipients.parties(reading, low, span, numerals, entities)
        parties = [
            p for p in parties if not any(x.start < p.end and p.start < x.end for x in expressions if not x.bearer)
        ]
        sentence = Sentence(self.lexicon, self.recipients, reading, low, span, parties, entities)
        patterns = _Patterns(sentence)
        found: list[Candidate] = []
        for run, left, right in _runs(reading, span, expressions):
            found += patterns.run(run, left, right, found)
        return [c for c in found if not c.heads_list]


def _runs(reading: str, span: Range, expressions: list[Expression]) -> list[tuple[list[Expression], int, int]]:
    """Expressions that share a verb ("Huân chương A, Huy hiệu B và Bằng khen"), with the stretch around each run."""
    runs: list[list[Expression]] = []
    for x in expressions:
        shared = runs and "commendation" not in (x.kind.group, runs[-1][-1].kind.group)
        if shared and not _counts(reading, runs[-1][-1], x) and _JOIN.fullmatch(reading, runs[-1][-1].end, x.start):
            runs[-1].append(x)
        else:
            runs.append([x])
    bounded = []
    for i, run in enumerate(runs):
        left = runs[i - 1][-1].end if i else span[0]
        right = runs[i + 1][0].start if i + 1 < len(runs) else span[1]
        left = max(left, reading.rfind(";", left, run[0].start) + 1)
        cut = reading.find(";", run[-1].end, right)
        bounded.append((run, left, right if cut == -1 else cut))
    return bounded


def _counts(reading: str, before: Expression, x: Expression) -> bool:
    return reading[before.end : x.start].strip(" ,")[-1:].isdigit()


class _Patterns:
    """The sentence patterns over one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s, self.lexicon = sentence, sentence.lexicon
        self.reading, self.low = sentence.reading, sentence.low

    def run(self, run: list[Expression], left: int, right: int, earlier: list[Candidate]) -> list[Candidate]:
        first = run[0]
        left = max([left, *(p.end for c in earlier for p in c.parties if p.end <= first.start and c.mode != "passive")])
        if first.kind.group == "commendation":
            made = self.commend(first, left, right, earlier)
        else:
            made = self.confer(run, left, right, earlier)
        return [own for x in run if (own := self._own(x, made, (left, right)))]

    def _own(self, x: Expression, made: Candidate | None, clause: Range) -> Candidate | None:
        if x.bearer:
            winner = Party(*x.bearer, 1, "individual", [x.bearer], form="person")
            return Candidate(x, "bracket", clause, [winner], made.conferrer if made else None)
        return replace(made, expression=x) if made else None

    def confer(self, run: list[Expression], left: int, right: int, earlier: list[Candidate]) -> Candidate | None:
        first, last = run[0], run[-1]
        clause = (left, right)
        if first.kind.alone and (held := self._holders(first, clause)):
            return Candidate(first, "hold", clause, held)
        if counted := self._counted_prize(first, clause):
            return self._listed(first, clause, counted, earlier)
        by, after = self.s.of_whom(last.end, right)
        give, passive, receive = self._verbs(left, first.start)
        if receive and (give is None or receive[0] >= give[0]) and first.start - receive[1] < 45:
            return self._received(run, clause, receive, by, earlier)
        if give and passive and not self._recipient_between(give[1], first.start):
            return self._passive(run, clause, give, passive, by, earlier)
        if (give or self._may_stand_alone(first, earlier)) and (
            to := self._to_whom(after, right, give, colon=bool(last.rank))
        ):
            return self._given(clause, first, give, to, by, earlier)
        if give:
            return self._given_before(first, clause, give, by)
        return self._without_verb(first, clause, by, earlier)

    # --- verbs ---

    def _verbs(self, left: int, at: int) -> tuple[Range | None, Range | None, Range | None]:
        give = receive = passive = None
        for match in self.lexicon.give.finditer(self.low, left, at):
            if self._is_verb(match.start()):
                give = match.span()
        for match in self.lexicon.receive.finditer(self.low, left, at):
            if self._is_verb(match.start()) and (match.group() != "được" or at - match.end() < 3):
                receive = match.span()
        before = give[0] if give else at
        for match in _PASSIVE.finditer(self.low, left, before):
            if before - match.end() <= 130:
                passive = match.span()
        return give, passive, receive

    def _is_verb(self, at: int) -> bool:
        if any(e.start_char < at < e.end_char for e in self.s.entities) or (
            self.reading[at].isupper()
            and at > self.s.span[0] + 3
            and self.reading[at - 1] == " "
            and self.reading[at - 2] not in '"-:*'
        ):
            return False
        if _NO_VERB.match(self.low, at):
            return False
        compound = next(
            (
                m
                for m in _COMPOUND.finditer(self.low, max(0, at - 10), at + 16)
                if m.start() < at < m.end() or (m.start() == at and self.low.startswith(("nhận ", "lãnh ", "ký "), at))
            ),
            None,
        )
        return compound is None

    def _recipient_between(self, start: int, end: int) -> bool:
        return any(start <= p.start and p.end <= end and p.form in ("counted", "person") for p in self.s.parties)

    def _may_stand_alone(self, x: Expression, earlier: list[Candidate]) -> bool:
        """Whether an honour with no verb may be given: told on ("…; danh hiệu B cho 4 cá nhân"), a prize …"""
        told_on = bool(earlier) and earlier[-1].mode in ("active", "passive")
        return (
            told_on
            or x.kind.group in ("prize", "certificate", "place", "order")
            or x.kind.code == "danh_hieu"
            or bool(x.name)
        )

    # --- patterns with a verb ---

    def _to_whom(self, at: int, right: int, give: Range | None, *, colon: bool = False) -> list[Party]:
        if (
            give
            and (close := self.s.right_parties(at, right, reach=14))
            and close[0].start - at < 30
            and close[0].form == "counted"
        ):
            return close
        for match in [*self.lexicon.belong.finditer(self.low, at, right), *_TO.finditer(self.low, at, right)]:
            if match.group().startswith(":") and not colon:
                continue
            if match.start() - at <= 140 and (parties := self.s.right_parties(match.end(), right)):
                return parties
        return []

    def _received(
        self, run: list[Expression], clause: Range, verb: Range, by: Range | None, earlier: list[Candidate]
    ) -> Candidate:
        end = verb[0]
        helper = regex.search(r"(?:vinh dự\s+)?(?:được|đã|vừa|cùng|còn)\s*$", self.low[clause[0] : end])
        end = clause[0] + helper.start() if helper else end
        parties, pronoun = self._subject(run, clause, end, earlier)
        return Candidate(run[0], "receive", clause, parties, by, pronoun=pronoun, verb=verb)

    def _passive(
        self,
        run: list[Expression],
        clause: Range,
        give: Range,
        passive: Range,
        by: Range | None,
        earlier: list[Candidate],
    ) -> Candidate:
        own = self.s.conferrer(passive[1], give[0])
        if given := regex.match(r"\s*cho\s", self.low[run[-1].end : clause[1]]):
            to = self.s.right_parties(run[-1].end + given.end(), clause[1], reach=20)
            if to and to[0].form in ("counted", "person"):
                return Candidate(run[0], "passive", clause, to, own or by, verb=(passive[0], give[1]))
        parties, pronoun = self._subject(run, clause, passive[0], earlier)
        return Candidate(run[0], "passive", clause, parties, own or by, pronoun=pronoun, verb=(passive[0], give[1]))

    def _subject(
        self, run: list[Expression], clause: Range, end: int, earlier: list[Candidate]
    ) -> tuple[list[Party], bool]:
        """Who receives: before the verb, after it ("Khi được tặng …, cô Lan"), listed after the honour, told before."""
        parties, pronoun = self.s.left_parties(clause[0], end)
        after = self.low[run[-1].end : clause[1]]
        if (
            not parties
            and not pronoun
            and _PARTICIPLE.fullmatch(self.low[clause[0] : end])
            and (lead := regex.match(r"[^,.;]{0,40},\s*", after))
        ):
            right = self.s.right_parties(run[-1].end + lead.end(), clause[1], reach=30)
            parties = [p for p in right[:1] if p.form in ("person", "counted")]
        if (
            parties
            and not any(p.names for p in parties)
            and (
                names := regex.match(
                    r"[^,.;:]{0,60}[,:]?\s*(?:gồm(?: có)?|trong đó có|bao gồm|là|đó là)\s*:?\s*", after
                )
            )
        ):
            listed = self.s.right_parties(run[-1].end + names.end(), clause[1], reach=20)
            people = [n for p in listed if p.kind == parties[0].kind for n in p.names]
            if people and len(people) <= (parties[0].count or 0):
                parties = [replace(parties[0], names=people), *parties[1:]]
        told = earlier[-1] if earlier else None
        if (
            not parties
            and not pronoun
            and told
            and told.parties
            and not self.low[told.parties[-1].end : end].count(",")
        ):
            return told.parties, False
        return parties, pronoun or (not parties and not self.low[clause[0] : end].strip(" ,-*"))

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
        told = earlier[-1] if earlier and earlier[-1].mode in ("active", "passive") else None
        if give:
            subject, handed = self.s.giver(clause[0], give[0])
            by = by or subject
            if by is None and not handed and told and self._goes_on(clause[0], give[0]):
                by = told.conferrer
        elif by is None and told:
            by = told.conferrer
        return Candidate(first, "active", clause, to, by, official=handed, verb=give)

    def _goes_on(self, start: int, verb: int) -> bool:
        return bool(regex.fullmatch(r"[\s,;]*(?:và|đồng thời|cùng|cũng|còn|đã|ngoài ra)?[\s,]*", self.low[start:verb]))

    def _given_before(self, first: Expression, clause: Range, give: Range, by: Range | None) -> Candidate:
        """ "tặng 28 tập thể Bằng khen", or an honour given to nobody that the sentence names."""
        between = self.s.right_parties(give[1], first.start, reach=40)
        subject, handed = self.s.giver(clause[0], give[0])
        return Candidate(first, "active", clause, between, by or subject, official=handed, verb=give)

    # --- patterns without one ---

    def _counted_prize(self, first: Expression, clause: Range) -> Party | None:
        number = regex.search(r"(?<![\d.,])(\d{1,4})\s+$", self.low[clause[0] : first.start])
        prize = (first.kind.group == "prize" and (first.rank or first.name)) or "colour" in first.notes
        if number is None or not prize:
            return None
        start = clause[0] + number.start(1)
        return Party(start, first.end, int(number.group(1)), None)

    def _listed(self, first: Expression, clause: Range, counted: Party, earlier: list[Candidate]) -> Candidate:
        """Prizes that are counted ("trao 2 giải Nhì cho các tập thể"): as many recipients as prizes."""
        to = self._to_whom(first.end, clause[1], None)
        give, _, receive = self._verbs(clause[0], first.start)
        told = earlier[-1] if earlier else None
        if (
            told
            and told.mode == "receive"
            and not give
            and not receive
            and (told.pronoun or any(p.names for p in told.parties))
        ):
            return replace(told, expression=first, clause=clause)
        if receive and not give:
            parties, pronoun = self.s.left_parties(clause[0], receive[0])
            return Candidate(first, "receive", clause, parties, None, pronoun=pronoun, verb=receive)
        counted.kind = to[0].kind if to else "individual"
        if to and to[0].names:
            counted.names = to[0].names
        subject = self.s.giver(clause[0], give[0])[0] if give else earlier[-1].conferrer if earlier else None
        return Candidate(first, "listed", clause, [counted], subject, verb=give)

    def _without_verb(
        self, first: Expression, clause: Range, by: Range | None, earlier: list[Candidate]
    ) -> Candidate | None:
        if first.kind.group == "standard":
            parties, _ = self.s.left_parties(clause[0], first.start)
            return Candidate(first, "receive", clause, parties, by)
        told = earlier[-1] if earlier else None
        if told and told.mode in ("receive", "passive"):
            gap = self.low[told.expression.end : first.start]
            heads = "bare" in told.expression.notes or told.expression.kind.group == "commendation"
            bare = (
                heads
                and regex.search(r"(?:gồm(?: có)?|như|là)?\s*:?\s*$", gap)
                and regex.search(r"(?:gồm|như|là|:)", gap[-12:])
            )
            if bare or (told.listed and regex.search(r"(?:,|;|và)\s*$", gap)):
                told.heads_list = not told.listed
                return replace(told, expression=first, clause=clause, mode="receive", listed=True, heads_list=False)
            if regex.fullmatch(r"[\s,;]*(?:và|cùng|cùng với)?\s*(?:nhiều|\d+)?\s*", gap):
                return replace(told, expression=first, clause=clause, conferrer=by or told.conferrer)
        return None

    def _holders(self, first: Expression, clause: Range) -> list[Party]:
        counted = regex.search(
            r"(?<![\d.,/])(\d{1,3}(?:\.\d{3})*)\s+(?:vị\s+|bà\s+)?$", self.low[clause[0] : first.start]
        )
        if counted:
            start = clause[0] + counted.start(1)
            return [Party(start, first.end, int(counted.group(1).replace(".", "")), "individual")]
        people = self.s.right_parties(first.end, clause[1], reach=12)
        near = [p for p in people if p.form == "person"]
        return near if near and "," not in self.low[first.end : near[0].start] else []

    # --- commendation ---

    def commend(self, x: Expression, left: int, right: int, earlier: list[Candidate]) -> Candidate | None:
        """Commendation: the honour is the verb itself."""
        if self.lexicon.before.search(self.low, max(left, x.start - 30), x.start):
            return None
        passive = next(
            (m.span() for m in reversed(list(_PASSIVE.finditer(self.low, left, x.start))) if x.start - m.end() <= 130),
            None,
        )
        if passive and not self.lexicon.give.search(self.low, passive[1], x.start):
            return self._commended(x, (left, right), passive, earlier)
        if self.lexicon.praised.match(self.low, x.end, right):
            return None
        event = _EVENT.search(self.low, left, x.start)
        at = regex.compile(r"\s*(?:\"nóng\"|nóng|đột xuất|kịp thời)?\s*(?:cho|đến|tới)?\s*").match(
            self.low, x.end, right
        )
        parties = self.s.right_parties(at.end() if at else x.end, right, reach=30)
        by, handed = self.s.giver(left, x.start)
        if self.low[x.end : x.end + 1] == ",":
            return None
        if not parties or not (event or self._honours(x, left, parties, by, handed)):
            return None
        told = earlier[-1] if earlier and earlier[-1].mode == "active" else None
        if by is None and not handed and told and self._goes_on(left, x.start):
            by = told.conferrer
        return Candidate(x, "active", (left, right), parties, by, official=handed, verb=(x.start, x.end))

    def _commended(self, x: Expression, clause: Range, passive: Range, earlier: list[Candidate]) -> Candidate | None:
        tail = BEFORE_VERB.search(self.reading, passive[1], x.start)
        end = tail.start() if tail else x.start
        own = self.s.conferrer(passive[1], x.start)
        if own is None and self.low[passive[1] : end].strip(" ,"):
            return None
        parties, pronoun = self._subject([x], clause, passive[0], earlier)
        return Candidate(x, "passive", clause, parties, own, pronoun=pronoun, verb=(passive[0], x.end))

    def _honours(self, x: Expression, left: int, parties: list[Party], by: Range | None, official: bool) -> bool:
        """Whether a body honours recipients, and no official only praises somebody in a speech."""
        counted = any(p.form == "counted" for p in parties)
        if not counted and (
            self.low.startswith("tôn vinh", x.start) or not any(p.names or p.form == "one" for p in parties)
        ):
            return False
        speech = (
            official
            or (by and _OFFICE.match(self.low, by[0]))
            or _PRAISE.search(self.low, max(left, x.start - 60), x.start)
        )
        if _PRAISE.match(self.low[x.end :].removeprefix(" và ").lstrip(" ,")):
            return False
        return counted or not speech


def hopeful(lexicon: Lexicon, reading: str, low: str, candidate: Candidate) -> bool:
    """Whether the clause only wishes, rules or plans: nothing is conferred on anyone."""
    verb = candidate.verb[0] if candidate.verb else candidate.expression.start
    start = candidate.clause[0]
    subjects = [p.start for p in candidate.parties if start <= p.start < verb and p.form != "plural"]
    edge = max(start, low.rfind(",", start, verb) + 1, verb - 70)
    before = low[max([edge, *subjects[:1]]) : candidate.expression.start]
    if _REAL.search(before):
        return False
    wide = low[max(start, verb - 160) : verb]
    origin = candidate.expression.start - len(before)
    for weak in lexicon.irrealis.finditer(before):
        if _is_name(reading, origin + weak.start(), origin + weak.end()):
            continue
        purpose = weak.group() == "để" and _REAL.search(wide)
        if not purpose and not regex.match(r"(?:không|chưa)(?= (?:chỉ|những))", before[weak.start() :]):
            return True
    origin = verb - len(wide)
    return _OFFERED.match(low, candidate.expression.end) is not None or any(
        m.group() in _HARD and not _is_name(reading, origin + m.start(), origin + m.end())
        for m in lexicon.irrealis.finditer(wide)
    )


def _is_name(reading: str, start: int, end: int) -> bool:
    """Whether a word of wish is part of a name: "Cần Thơ"."""
    return reading[start].isupper() and bool(regex.match(r"\s\p{Lu}", reading[end : end + 2]))
