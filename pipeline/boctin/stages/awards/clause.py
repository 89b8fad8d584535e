"""One sentence under the grammar: who stands left and right of a verb, and which body gives.

The patterns of `conferral.py` ask it three things: the recipients right of an offset, the subject left of a verb,
and whether a stretch of words is a body or office that confers.
"""

import regex

from boctin.doc import Entity
from boctin.stages.awards.lexicon import Lexicon
from boctin.stages.awards.recipients import Party, Range, Recipients, is_outside, joined

# Adverbs and light verbs between a subject and its verb; in lower case, which leaves "Ban Tổ chức" whole.
BEFORE_VERB = regex.compile(
    r"(?:[\s,]|(?<!\p{L})(?:đã|cũng|vừa|còn|sẽ|đang|long trọng|trân trọng|chính thức|quyết định|"
    r"vinh dự|xem xét|xét|cùng|mới|kịp thời|đột xuất|đồng thời|"
    r"trực tiếp|tổ chức lễ|tổ chức|lễ|có quyết định|ra quyết định|ký quyết định|ký|ban hành|về việc|"
    r"đại diện|tiến hành|thống nhất|liên tục|luôn|nhiều lần|lần lượt|"
    r"tiếp tục|đề nghị|bất ngờ|chúc mừng|tặng hoa|và|được|liên tiếp|từng|lại|thông báo|công bố|"
    r"tuyên bố|bắt đầu|hân hạnh|vinh hạnh|vui mừng)(?!\p{L}))*$"
)
# Where a body's name ends; in lower case, so that words inside names ("Ban Tổ chức", "Hội Từ thiện") do not end it.
_BODY_END = regex.compile(
    r"\s*(?:[,.;:()\"\n]|\s-\s|(?<!\p{L})(?:cho|vì|do|đã|vừa|sẽ|cũng|còn|đang|trao|tặng|phong|truy|"
    r"công nhận|tổ chức|bình chọn|nhân|tại|năm|khi|đến|tới|"
    r"và (?:nhiều|một số|các|\d|trao|tặng|truy|phong|khen|biểu|tuyên|vinh|tôn)|là|để|nhằm|được|nhưng|"
    r"ký|khen|ghi nhận|biểu dương|tuyên dương|vinh danh|tôn vinh|xét|phối hợp|gặp mặt|ban hành|có|"
    r"quyết định|long trọng|trân trọng|"
    r"công bố|họp|thăm|phát hiện|thay vì|mong|diễn ra|khẳng định|đề nghị|cho biết|phát động|gửi|"
    r"chủ trì|cử|về|với|sau|trước|đánh giá|chúc mừng|vinh dự|từng|lại|cấp bằng|theo|sơ kết|"
    r"tổng kết)(?!\p{L})|$)"
)
_OF = regex.compile(r"\s*(?:,\s*)?(?:lần này\s+|công đức\s+)?(?:của|từ|do)\s+", regex.IGNORECASE)
_IN_NAME_OF = regex.compile(
    r"(?:thừa (?:ủy quyền|ủy nhiệm|lệnh)(?: của)?|được sự ủy quyền của|thay mặt(?: cho)?|"
    r"công bố quyết định của|trao quyết định của)\s+"
)
_ASKED = regex.compile(
    r"(?<!\p{L})(?:đề nghị|đã trình|tờ trình|trình|đề xuất)(?!\p{L})(?<!(?:công|chương|quá|"
    r"lộ) trình)\s+(?:lên\s+)?"
)
_SCENE = regex.compile(
    r"\s*(?:\*|-|\+)?\s*(?:tại|nhân|dịp|trong|với|theo|ngày|sáng|chiều|tối|trưa|hôm|cùng|bên cạnh|"
    r"ngoài|sau|trước|đặc biệt|do|vì|để|từ|đến|năm|tháng|cụ thể|đồng thời|kết quả|cũng|nhờ|qua|ở|vào|"
    r"trên|giai đoạn|nhiệm kỳ|mới đây|vừa qua|theo đó|ghi nhận|nhằm|hiện|tính|hưởng ứng|kết thúc|"
    r"trải qua|là|khi|riêng|đồng quan điểm|theo lời|cùng quan điểm|trao đổi|trả lời)(?!\p{L})"
)
_PRONOUN = regex.compile(
    r"(?:^|[,:\"(]\s*|\s)(?P<who>(?i:ông|bà|anh|chị|em|cô|thầy|cụ|đạo diễn|nghệ sĩ|nhà văn|nhà thơ|"
    r"nhạc sĩ|họa sĩ|tác giả|nhà báo|nữ sinh|nam sinh|chàng trai|cô gái|nữ nghệ sĩ|nam diễn viên|"
    r"nữ diễn viên|diễn viên|ca sĩ|nhà làm phim|nam ca sĩ|nữ ca sĩ))"
    r"(?:\s+(?P<short>\p{Lu}\p{Ll}+)(?!\s+\p{Lu}))?(?!\p{L})"
)
_CAPITALS = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}\d&.]*(?:[ -](?:\p{Lu}[\p{L}\d&.]*|của|và|&))*(?: \p{Lu}[\p{L}\d&.]*)?)$"
)
_ACTION = regex.compile(
    r"(?<!\p{L})(?:đã|được|sẽ|phải|nhận|đoạt|trao|tặng|là|vì|theo|nhân dịp|cứu|giúp|bị|hỗ trợ|gửi|"
    r"trên|tại|của|ở|đến từ|tham gia|khi|qua|từ|trong|do|ghi nhận)(?!\p{L})"
)
_OTHER_ACTION = regex.compile(
    r"(?<!\p{L})(?:trao|tặng|được nhận|được trao|được tặng|hỗ trợ|giúp|cứu|ủng hộ|"
    r"với (?:tổng )?số tiền|mỗi|gồm \d|trị giá|giành|đoạt|nhận)(?!\p{L})"
)
_SEPARATOR = regex.compile(
    r"(?:,|và|cùng|;|gồm(?: có)?|bao gồm|trong đó có|trong đó|đó là|là|như|:|-|\()\s*(?:(?:với|có|"
    r"các|những|bà|ông|anh|chị|em|cô|thầy|cụ|đồng chí|đ/c|tác giả|vđv|học sinh|sinh viên|"
    r"bác sĩ|nhà giáo|ca sĩ|diễn viên|đạo diễn|thượng úy|đại úy|thiếu tá|trung tá|thượng tá|đại tá|"
    r"thiếu úy|trung úy|thượng tọa|hòa thượng|đại đức|hlv|nghệ sĩ|nghệ nhân|nsnd|nsưt|gs|pgs|ts|ths|"
    r"bs|mẹ|liệt sĩ|cháu|\.)\s*)*$"
)
_COUNT_SEPARATOR = regex.compile(r"(?:,|và|cùng|cùng với|;)\s*(?:hơn|gần|trên|khoảng|có|cho|tổng số)?\s*$")
_ONE_OF = regex.compile(r"là (?:một|1) trong (?:số |những )?$")


# Words of saying and doing: what stands before them is no subject of a later verb.
_SAYS = regex.compile(
    r"(?<!\p{L})(?:cho biết|cho hay|khẳng định|chúc mừng|nói|bày tỏ|phát biểu|cho rằng|đề nghị|"
    r"nhấn mạnh|nêu rõ|thông tin|chia sẻ|kể|nhớ|đánh giá|báo cáo|xem|thăm|biết ơn|giới thiệu|"
    r"rằng)(?!\p{L})(?:[^,:;]{0,40}[,:](?=\s))?"
)
_OFFICE_HEAD = regex.compile(
    r"(?:chủ tịch|thủ tướng|bộ trưởng|giám đốc|tổng giám đốc|hiệu trưởng|bí thư|tư lệnh|viện trưởng|"
    r"cục trưởng|chủ nhiệm)(?!\p{L})"
)
_WHEN = regex.compile(r"(?<!\p{L})(?:khi|sau khi|vì|lúc|vinh dự)\s*(?:vinh dự|được)?\s*$")
# A unit told by its kind alone ("huyện được công nhận …") is the one named before.
_UNITS = frozenset(
    ("xã", "huyện", "tỉnh", "phường", "quận", "thành phố", "thị trấn", "thị xã", "thôn", "ấp", "bản", "trường",
     "nhà trường",
     "công ty", "đơn vị", "bệnh viện", "ngân hàng", "tập đoàn", "địa phương")
)  # fmt: skip


_OTHER_COUNT = regex.compile(r"(?<!\p{L})(?:đăng ký|đạt|tham gia|trong đó|tăng|bình xét|dự thi|với)(?!\p{L})")
_ABOUT = regex.compile(r"\s*(?:hơn|gần|trên|khoảng|tổng số|tổng cộng|ít nhất)\s*$")
_OWN_CLAUSE = regex.compile(r"[^,.;]{0,40}(?<!\p{L})được(?!\p{L})")
_HAS_DONE = regex.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:đã|vừa|cũng|còn|sẽ)(?!\p{L})")


class Sentence:
    """A sentence with the parties in it."""

    def __init__(
        self,
        lexicon: Lexicon,
        recipients: Recipients,
        reading: str,
        low: str,
        span: Range,
        parties: list[Party],
        entities: list[Entity],
    ) -> None:
        self.lexicon, self.recipients = lexicon, recipients
        self.reading, self.low, self.span, self.parties, self.entities = reading, low, span, parties, entities

    # --- recipients right of a verb ---

    def right_parties(self, at: int, limit: int, *, reach: int = 60) -> list[Party]:
        """The groups that begin within `reach` of an offset, and those listed after them."""
        listed: list[Party] = []
        for party in self.parties:
            if party.start < at or party.end > limit:
                continue
            gap = self.low[listed[-1].end if listed else at : party.start]
            if listed:
                if self._continues(listed[-1], party, gap):
                    listed.append(party)
                continue
            gap = _ABOUT.sub("", gap)
            if len(gap) > reach or regex.search(r"[.;:\n]|\s-\s", gap) or _ACTION.search(gap):
                break
            if party.form in ("body", "plural") and self._tells_office(party):
                continue
            listed.append(party)
        if not listed:
            start = at + len(self.low[at:limit]) - len(self.low[at:limit].lstrip())
            listed = self.recipients.bare(self.low, start, limit)
        return joined(self.low, listed)

    def _tells_office(self, body: Party) -> bool:
        """Whether a body only tells the office of the person right after it: "Trưởng bản Hòa Sơn Vi Văn Truyền"."""
        person = next((p for p in self.parties if p.start >= body.end and p.form == "person"), None)
        between = self.low[body.end : person.start] if person else ","
        return len(between) < 30 and not regex.search(r"[,;.(]|(?<!\p{L})và(?!\p{L})", between)

    def _continues(self, before: Party, party: Party, gap: str) -> bool:
        if regex.search(r"[.\n]", gap) or len(gap) > 160 or _OTHER_ACTION.search(gap):
            return False
        if party.form == "counted":
            if _OWN_CLAUSE.match(self.low, party.end) and not _OWN_CLAUSE.match(self.low, before.end):
                return False
            return bool(_COUNT_SEPARATOR.search(gap))
        if party.form in ("person", "one"):
            touching = before.form == "counted" and not gap.strip()
            return before.form != "body" and (touching or bool(_SEPARATOR.search(gap)))
        if party.form == "body":
            touching = before.form == "counted" and before.kind == "collective" and not gap.strip()
            return touching or (
                (before.form == "body" or bool(before.names)) and bool(regex.fullmatch(r"\s*(?:,|và)\s*", gap))
            )
        return before.form == "plural" and bool(regex.fullmatch(r"\s*(?:,|và)\s*", gap))

    # --- the subject left of a verb ---

    def left_parties(self, start: int, end: int) -> tuple[list[Party], bool]:
        """The subject before a verb; the flag says that it is a pronoun or unsaid, to be found further up."""
        said = next(reversed(list(_SAYS.finditer(self.low, start, end))), None)
        if said and not _WHEN.search(self.low, said.end(), end):
            start = said.end()
        inside = [p for p in self.parties if p.start >= start and p.end <= end]
        kept = [p for p in inside if not self._sets_scene(start, p, end)]
        people = [p for p in kept if p.form == "person"]
        if counted := [p for p in kept if p.form == "counted"]:
            if (
                people
                and people[0].end <= counted[0].start
                and _ONE_OF.search(self.low, people[0].end, counted[0].start)
            ):
                counted[0].names = [people[0].names[0]]
            return joined(self.low, self._after_first(kept, counted[0])), False
        if people:
            return joined(self.low, self._in_a_row(people, [p for p in kept if p.form == "one"])), False
        if ones := [p for p in kept if p.form == "one"]:
            return ones[-1:], False
        if tail := self._subject_name(start, end):
            return [tail], False
        if bodies := [p for p in kept if p.form == "body" and not is_outside(self.low, p.start)]:
            return [max(bodies, key=lambda p: (p.end, -p.start))], False
        return self._nouns(start, end, [p for p in kept if p.form == "plural"])

    def _nouns(self, start: int, end: int, plural: list[Party]) -> tuple[list[Party], bool]:
        pronoun = _PRONOUN.search(self.reading[start:end])
        if pronoun and not any(p.start < start + pronoun.start("who") for p in plural):
            return [], True
        if not plural:
            lead = end - len(self.low[start:end].lstrip(" *-+,"))
            plural = self.recipients.bare(self.low, lead, end)
            if scene := _SCENE.match(self.low, start, end):
                comma = self.low.find(",", scene.end(), end)
                plural = self.recipients.bare(self.low, comma + 2, end) if comma != -1 else plural
        if len(plural) == 1 and self.low[plural[0].start : plural[0].end] in _UNITS:
            plural[0].form = "unit"
        return plural, not plural and not self.low[start:end].strip(" ,")

    def _after_first(self, kept: list[Party], first: Party) -> list[Party]:
        last = max((p for p in kept if p.form == "counted"), key=lambda p: p.start)
        for party in kept:
            later = party.form == "counted" and first.end <= party.start <= last.start
            if later and _OTHER_COUNT.search(self.low, first.end, party.start):
                first = party
        listed = [first]
        for party in kept:
            if party.start >= first.end:
                gap = self.low[listed[-1].end : party.start]
                if party.form in ("counted", "one") or (
                    party.form != "plural" and self._continues(listed[-1], party, gap)
                ):
                    listed.append(party)
        return listed

    def _in_a_row(self, people: list[Party], ones: list[Party]) -> list[Party]:
        listed = [people[0]]
        for party in sorted([*people[1:], *ones], key=lambda p: p.start):
            gap = self.low[listed[-1].end : party.start]
            near = _SEPARATOR.search(gap) or (party.form == "one" and regex.search(r"(?:,|và)\s*$", gap))
            if near and len(gap) < 120 and "được" not in gap:
                listed.append(party)
        return listed

    def _sets_scene(self, start: int, party: Party, end: int) -> bool:
        """Whether a party stands in a phrase that only sets the scene: "Tại UBND huyện, …"."""
        head = max(start, self.low.rfind(",", start, party.start) + 1)
        stop = self.low.find(",", party.end, end)
        if party.form in ("counted", "one"):
            return stop != -1 and bool(
                regex.match(r"\s*(?:tại|trong \d|sau \d|qua \d|từ|với)(?!\p{L})", self.low[head : party.start])
            )
        return bool(_SCENE.match(self.low, head, party.start + 1)) and (stop != -1 or party.form == "body")

    def _subject_name(self, start: int, end: int) -> Party | None:
        """A capitalised name right before the verb that no entity covers: "FPT Telecom (đã được …)"."""
        tail = BEFORE_VERB.search(self.reading, start, end)
        stop = tail.start() if tail else end
        name = _CAPITALS.search(self.reading, max(start, stop - 80), stop)
        if name is None or len(name.group("name")) < 3 or self.recipients.is_noun(name.group("name").lower()):
            return None
        if any(p.start < name.end() and name.start() < p.end for p in self.parties) or is_outside(
            self.low, name.start()
        ):
            return None
        if " " not in name.group("name") and not name.group("name")[1:2].isupper():
            return None
        return Party(*name.span("name"), 1, "collective", [name.span("name")], form="body")

    # --- bodies that confer ---

    def conferrer(self, start: int, end: int) -> Range | None:
        """The body or office that a stretch of words begins with, if it does."""
        while start < end and self.reading[start] in " ,":
            start += 1
        if self.low.startswith("đại diện ", start):
            start += len("đại diện ")
        if start >= end:
            return None
        inner = max(
            (e.end_char for e in self.entities if e.start_char == start and e.label == "ORGANIZATION"), default=start
        )
        limit = end
        stop = _BODY_END.search(self.reading, min(inner, end), end)
        while stop and stop.group().strip() == "," and (more := self._goes_on(stop.end(), end)):
            stop = _BODY_END.search(self.reading, more, end)
        end = stop.start() if stop else end
        if quoted := regex.compile(r'\s*"[^"\n]{3,80}"').match(self.reading, end, limit):
            end = quoted.end()
        if start >= end or end - start > 120:
            return None
        if self.lexicon.conferrer.match(self.low, start, end):
            return start, end
        words = self.reading[start:end].split()
        capital = len(words) <= 8 and words[0][0].isupper() and (len(words) == 1 or words[-1][0].isupper())
        capital = capital and not regex.match(
            r"(?:lễ|hội nghị|chương trình|dịp|giải|cuộc thi|sáng|chiều|tối)(?!\p{L})", self.low[start:end]
        )
        return (start, end) if capital and not self.has_person(start, end) else None

    def _goes_on(self, at: int, end: int) -> int | None:
        """Where a body goes on after a comma: "Đảng, Nhà nước", "Bộ Văn hóa, Thể thao và Du lịch"."""
        entity = next(
            (e for e in self.entities if e.start_char < at - 1 < e.end_char and e.label == "ORGANIZATION"), None
        )
        if entity:
            return entity.end_char
        if regex.match(r"\s*(?:nhà nước|thể thao|thương binh|các cấp|các ngành|ngành|ban,)", self.low[at:end]):
            return at + 2
        return None

    def has_person(self, start: int, end: int) -> bool:
        return any(e.label == "PERSON" and start <= e.start_char < end for e in self.entities)

    def of_whom(self, at: int, limit: int) -> tuple[Range | None, int]:
        """The body named after an award: "Bằng khen của Chủ tịch UBND tỉnh", "do Trung ương Đoàn trao tặng"."""
        match = _OF.match(self.reading, at, limit)
        found = self.conferrer(match.end(), limit) if match else None
        return (found, found[1]) if found else (None, at)

    def giver(self, start: int, verb: int) -> tuple[Range | None, bool]:
        """The subject of an active verb: (body, whether a named person hands the award over)."""
        if named := _IN_NAME_OF.search(self.low, start, verb):
            found = self.conferrer(named.end(), verb)
            if found and not self.has_person(*found):
                return found, True
        if asked := _ASKED.search(self.low, start, verb):
            found = self.conferrer(asked.end(), verb)
            if found and not self.has_person(*found):
                return found, False
        if done := self._who_has_done(start, verb):
            return done, False
        tail = BEFORE_VERB.search(self.reading, start, verb)
        end = tail.start() if tail else verb
        at = self._subject_start(start, end)
        if self.has_person(at, verb):
            return self._office_of_person(at, verb), True
        body = self.conferrer(at, end)
        if body and self.has_person(start, at) and regex.search(r"(?:,|-)\s*$", self.low[start:at]):
            return None, True
        return body, False

    def _who_has_done(self, start: int, verb: int) -> Range | None:
        """A body that "đã …" some way before the verb: "Hội đã biểu dương, đồng thời … khen thưởng chị Lan"."""
        for head in self.lexicon.conferrer.finditer(self.low, start, verb):
            body = self.conferrer(head.start(), verb)
            if body and _HAS_DONE.match(self.low, body[1], verb) and not is_outside(self.low, body[0]):
                return None if self.has_person(start, body[1]) else body
        return None

    def _office_of_person(self, at: int, verb: int) -> Range | None:
        """The office of a named giver: "Chủ tịch UBND xã Lê Văn A tặng …"; "trao" only hands over."""
        if self.low.startswith("trao", verb) or not _OFFICE_HEAD.match(self.low, at):
            return None
        person = next(e for e in self.entities if e.label == "PERSON" and at <= e.start_char < verb)
        end = len(self.reading[: person.start_char].rstrip())
        return (at, end) if not regex.search(r"[,;:]|\s-\s", self.reading[at:end]) else None

    def _subject_start(self, start: int, end: int) -> int:
        """Where the subject begins: after phrases that set the scene, but not inside "Bộ Lao động, Thương binh …"."""
        at = start
        for cut in regex.finditer(r"[,:]\s+|(?<=\s)-\s+", self.reading[start:end]):
            rest = start + cut.end()
            inner = any(e.start_char < start + cut.start() < e.end_char for e in self.entities)
            unit = next((e for e in self.entities if e.start_char == rest and e.label == "LOCATION"), None)
            if unit and self.conferrer(at, end):
                continue
            if not inner and (
                self.lexicon.conferrer.match(self.low, rest, end) or self.reading[rest : rest + 1].isupper()
            ):
                before = self.conferrer(at, end)
                if before is None or before[1] < rest:
                    at = rest
        if at == start and (head := _SCENE.match(self.low, start, end)):
            body = self.lexicon.conferrer.search(self.low, head.end(), end)
            at = body.start() if body and "," in self.low[start : body.start()] else start
        return at
