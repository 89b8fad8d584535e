"""Bodies and offices that confer, in a sentence.

UBND tỉnh | tặng …                                  the subject of an active verb
Bằng khen | của Chủ tịch UBND tỉnh                  after an honour
Thừa ủy quyền của Chủ tịch nước, ông A | trao …     in whose name a person hands it over
"""

import regex

from boctin.doc import Entity
from boctin.inorder import InOrder
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import Lexicon, any_of
from boctin.stages.awards.recipients import BRAND, Range, is_outside

_WORDS = GRAMMAR.bodies
# Adverbs and light verbs between a subject and its verb; in lower case, which leaves "Ban Tổ chức" whole.
BEFORE_VERB = regex.compile(
    rf"(?:[\s,]|\([^()\n]{{1,40}}\)|{any_of(GRAMMAR.subject.before_verb)}(?<![Bb]an tổ chức))*$"
)
SCENE = regex.compile(rf"\s*(?:\*|-|\+)?\s*{any_of(GRAMMAR.subject.scene)}")
# Where a body's name ends; in lower case, so that words inside names ("Ban Tổ chức", "Hội Từ thiện") do not end it.
_BODY_END = regex.compile(
    rf"\s*(?:[,;:()\"\n]|(?<!\bTP)\.|\s-\s|{any_of(_WORDS.ends)}|(?<!\p{{L}})cấp(?=\s*(?:[,.;)]|cho|$))"
    rf"|(?<!\p{{L}})và (?:\d|{any_of(_WORDS.ends_and)})|(?<!\p{{L}})(?:sáng|trưa|chiều|tối|ngày|hôm) (?:\d|nay|qua)|$)"
)
# "ban | tổ chức" is no body that holds something.
_COMMITTEE = regex.compile(r"ban tổ chức(?!\p{L})(?! (?:lễ|buổi|hội|cuộc|chương)(?!\p{L}))")
_QUOTED_TAIL = regex.compile(r'\s*"[^"\n]{3,80}"')
_OF = regex.compile(rf"\s*(?:,\s*)?(?:lần này\s+|công đức\s+)?{any_of(_WORDS.of)}\s+", regex.IGNORECASE)
_IN_NAME_OF = regex.compile(rf"{any_of(_WORDS.in_name_of)}\s+(?:của\s+)?")
_ASKED = regex.compile(rf"{any_of(_WORDS.asked)}\s+(?:lên\s+)?")
_NOT_ASKED = regex.compile(any_of(_WORDS.not_asked))
_OFFICE_HEAD = regex.compile(any_of(_WORDS.offices))
_EVENT_NAME = regex.compile(any_of(_WORDS.events))
_GOES_ON = regex.compile(rf"\s*(?:{'|'.join(_WORDS.goes_on)})")
_HAS_DONE = regex.compile(rf"\s*(?:\([^()]{{1,40}}\)\s*)?{any_of(_WORDS.has_done)}")
# The first of two that give together: "Petrolimex và | Công đoàn …".
_PARTNER = regex.compile(r"(?:^|[,:]\s*)(?P<name>\p{Lu}[\p{L}&.]*(?: \p{Lu}[\p{L}&.]*)*) và $")
_DECISION = regex.compile(r"(?<!\p{L})quyết định (?:(?:khen thưởng|số [^\s,;]{1,30})\s)?[^.;:\n]{0,40}?của\s+")
_CUT = regex.compile(r"[,:]\s+|(?<=\s)-\s+")
_AND = regex.compile(r"\s*(?:,\s*và|,|và)\s+")
_HANGING = regex.compile(r"\s*(?:,|(?<!\p{L})và)\s*$")
_AND_BEFORE = regex.compile(r"(?:,\s*và|,|(?<!\p{L})và)\s+$")
# Who gives orders; and offices that give together: "Chủ tịch nước, Thủ tướng Chính phủ khen thưởng …".
STATE = ("chủ tịch nước", "nhà nước", "đảng", "quốc hội", "chính phủ")
# So many bodies at most give together; a longer row is no list of givers.
_MOST_PARTNERS = 6
_LONGEST_BODY = 120
# So many entities at most lie over one place.
_NESTED = 6
# Who holds a contest or gives its prizes: "do | Hội A (tên tắt) - tạp chí hàng đầu - | tổ chức".
_BY = regex.compile(r"(?<!\p{L})(?:do|bởi)\s+")
_HOLDS = regex.compile(rf"\s*(?:\([^()\n]{{1,60}}\)\s*)?(?:-[^-.;:\n]{{3,80}}-\s*)?{any_of(_WORDS.holds)}")
_SHORT_NAME = regex.compile(r"\s*\(\p{Lu}[\p{L}&. -]{1,30}\)")
_FAR = 130
_AT_PLACE = regex.compile(r"(?<!\p{L})(?:tại|ở)\s+[^,;:]{2,40},\s*$")
# "Giám đốc Công an tỉnh, | Đại tá Lê Văn A"
_OFFICE_BEFORE = regex.compile(rf"(?<!phó ){any_of(_WORDS.offices)}\s[^,;:]{{4,80}}+,\s+$")
_DEPUTY = regex.compile(r"(?<!\p{L})(?:đại diện|đại diện lãnh đạo)\s+(?=\S)")


class Bodies:
    """Finds the body that gives an honour, in one sentence."""

    def __init__(self, lexicon: Lexicon, reading: str, low: str, entities: list[Entity]) -> None:
        self.lexicon, self.reading, self.low, self.entities = lexicon, reading, low, entities
        self._in_order = InOrder(entities)

    def conferrer(self, start: int, end: int) -> Range | None:
        """The body or office that a stretch of words begins with, if it does."""
        while start < end and self.reading[start] in " ,":
            start += 1
        if self.low.startswith("đại diện ", start):
            start += len("đại diện ")
        if start >= end:
            return None
        limit, end = end, self._name_end(start, end)
        if quoted := _QUOTED_TAIL.match(self.reading, end, limit):
            end = quoted.end()
        for deputy in _DEPUTY.finditer(self.low, max(start, end - _LONGEST_BODY), end):
            start = deputy.end()
        if start >= end or end - start > _LONGEST_BODY:
            return None
        if _OFFICE_HEAD.match(self.low, start) and (person := self._person_in(start, end)):
            end = len(self.reading[:person].rstrip(" ,"))
        if _EVENT_NAME.match(self.low, start, end):
            return None
        if self.lexicon.conferrer.match(self.low, start, end):
            return start, end
        words = self.reading[start:end].split()
        # One Vietnamese syllable is no name: "Tay | trong tay".
        capital = words[-1][0].isupper() if len(words) > 1 else bool(BRAND.fullmatch(words[0]))
        capital = capital and len(words) <= 8 and words[0][0].isupper()
        return (start, end) if capital and not self.has_person(start, end) else None

    def _name_end(self, start: int, end: int) -> int:
        committee = _COMMITTEE.match(self.low, start, end)
        stop = _BODY_END.search(self.reading, committee.end() if committee else start, end)
        # What would end a name does not inside one: "Chủ tịch Ủy ban | nhân | dân tỉnh".
        while stop and (inside := self._body_over(start, stop.start() + 1, end)):
            stop = _BODY_END.search(self.reading, inside, end)
        while stop and stop.group().strip() == "," and (more := self._goes_on(stop.end(), end)):
            stop = _BODY_END.search(self.reading, more, end)
        end = stop.start() if stop else end
        hanging = _HANGING.search(self.low, max(start, end - 8), end)
        return hanging.start() if hanging else end

    def _body_over(self, start: int, at: int, limit: int) -> int | None:
        """The end of the body that is named across an offset, from `start` on."""
        near = self._in_order.before(at, most=_NESTED)
        ends = (e.end_char for e in near if e.label == "ORGANIZATION" and start <= e.start_char and at < e.end_char)
        return next((end for end in ends if end <= limit), None)

    def _person_in(self, start: int, end: int) -> int | None:
        """Where the first person after an office is named: "Chủ tịch nước | Trần Văn An"."""
        return next((e.start_char for e in self.entities if e.label == "PERSON" and start < e.start_char < end), None)

    def _goes_on(self, at: int, end: int) -> int | None:
        """Where a body goes on after a comma: "Đảng, Nhà nước", "Bộ Văn hóa, Thể thao và Du lịch"."""
        near = self._in_order.before(at - 1, most=_NESTED)
        entity = next((e for e in near if at - 1 < e.end_char and e.label == "ORGANIZATION"), None)
        if entity:
            return entity.end_char
        return at + 2 if _GOES_ON.match(self.low, at, end) else None

    def has_person(self, start: int, end: int) -> bool:
        """Whether a person is named in `[start, end)`."""
        return any(e.label == "PERSON" and start <= e.start_char < end for e in self.entities)

    def of_whom(self, at: int, limit: int) -> tuple[Range | None, int]:
        """The body named after an award: "Bằng khen của Chủ tịch UBND tỉnh", "do Trung ương Đoàn trao tặng"."""
        match = _OF.match(self.reading, at, limit)
        found = self.conferrer(match.end(), limit) if match else None
        found = self._with_partners(found, limit) if found else None
        return (found, found[1]) if found else (None, at)

    def organiser(self, at: int, limit: int) -> Range | None:
        """Who holds the contest or gives the prize told before: "…, do Hội A tổ chức", "… được trao bởi Hội A"."""
        for do in _BY.finditer(self.low, at, min(limit, at + _FAR)):
            body = self.conferrer(do.end(), limit)
            if body and (do.group().startswith("bởi") or _HOLDS.match(self.low, body[1], limit)):
                short = _SHORT_NAME.match(self.reading, body[1], limit)
                return body[0], short.end() if short else body[1]
        return None

    def _with_partners(self, body: Range, limit: int) -> Range:
        """Bodies in a row that give together: "của Chính phủ, UBND tỉnh Lâm Đồng và Công an tỉnh"."""
        for _ in range(_MOST_PARTNERS):
            more = _AND.match(self.reading, body[1], limit)
            named = more and self.lexicon.conferrer.match(self.low, more.end())
            other = self.conferrer(more.end(), limit) if more and named else None
            if other is None or _HAS_DONE.match(self.low, other[1]) or self.lexicon.give.match(self.low, other[1] + 1):
                break
            body = body[0], other[1]
        return body

    def _after_partners(self, body: Range, start: int) -> Range:
        """A body with those named before it, none of them an office: "Bộ Y tế, Hội Chữ thập đỏ | và Sở Y tế"."""
        for _ in range(_MOST_PARTNERS):
            before = self._partner_before(body[0], start)
            if before is None:
                break
            body = before, body[1]
        return body

    def _partner_before(self, at: int, start: int) -> int | None:
        gap = _AND_BEFORE.search(self.low, max(start, at - 12), at)
        if gap is None:
            return None
        office = _OFFICE_HEAD.match(self.low, at)
        known = (e.start_char for e in self.entities if e.label == "ORGANIZATION" and e.end_char == gap.start())
        cuts = [m.end() for m in _CUT.finditer(self.low, max(start, at - 120), gap.start())]
        for head in (*known, *cuts[-1:], start):
            first = head + len(self.low[head : gap.start()]) - len(self.low[head : gap.start()].lstrip())
            named = self.reading[first].isupper() and self.lexicon.conferrer.match(self.low, first)
            if self.low[start:first].strip() and self.low[:first].rstrip()[-1:] not in ",:-":
                continue  # "tại trụ sở | UBND xã, Hội Nông dân …" says where
            whole = named and self.conferrer(first, gap.start()) == (first, gap.start())
            state = self.low[first : gap.start()].startswith(STATE)
            if whole and (state or not (office or _OFFICE_HEAD.match(self.low, first))) and not self._is_unit(first):
                return first
        return None

    def _is_unit(self, at: int) -> bool:
        """Whether only a place is named: "Tỉnh Thái Bình, Hội Nông dân …"."""
        return any(e.label == "LOCATION" and e.start_char == at for e in self.entities)

    def giver(self, start: int, verb: int) -> tuple[Range | None, bool]:
        """The subject of an active verb: (body, whether a named person hands the award over)."""
        if named := _IN_NAME_OF.search(self.low, start, verb):
            found = self.conferrer(named.end(), verb)
            if found and not self.has_person(*found):
                return found, True
        if found := self._asked(start, verb):
            return found, False
        if found := self.decided(start, verb):
            return found, False
        if done := self._who_has_done(start, verb):
            return done, False
        tail = BEFORE_VERB.search(self.reading, start, verb)
        end = tail.start() if tail else verb
        at = self._subject_start(start, end)
        if self.has_person(at, verb):
            return self._office_of_person(start, at, verb), True
        body = self.conferrer(at, end)
        if body and SCENE.fullmatch(self.low, *body):
            return None, False  # "Tại lễ trao giải": no body before the verb
        if body and self.has_person(start, at) and self.low[start:at].rstrip().endswith((",", "-")):
            return self._apposed_office(body, start, verb), True
        if body and self._is_unit(body[0]) and _AT_PLACE.search(self.low, start, body[0]):
            return None, False  # "diễn ra tại Muscat, | Vương quốc Oman": where
        opens = body and (self._is_unit(body[0]) or not self.low[start : body[0]].strip())
        if body and opens and self.low[max(0, body[0] - 2) : body[0] - 1].isalpha():
            return None, False  # "Ban Thi đua - Khen thưởng | Hà Nội": the end of a name
        return self._after_partners(body, start) if body else None, False

    def _asked(self, start: int, verb: int) -> Range | None:
        """Whom a proposal is made to: "đề nghị Chủ tịch nước tặng …"."""
        asked = next((m for m in _ASKED.finditer(self.low, start, verb) if not self._is_compound(m.start())), None)
        found = self.conferrer(asked.end(), verb) if asked else None
        return found if found and not self.has_person(*found) else None

    def decided(self, start: int, verb: int) -> Range | None:
        """Whose decision it is: "Theo Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh, …"."""
        decision = _DECISION.search(self.low, start, verb)
        found = self.conferrer(decision.end(), verb) if decision else None
        return found if found and self.lexicon.conferrer.match(self.low, found[0]) else None

    def _is_compound(self, at: int) -> bool:
        return any(m.start() < at < m.end() for m in _NOT_ASKED.finditer(self.low, max(0, at - 8), at + 10))

    def _who_has_done(self, start: int, verb: int) -> Range | None:
        """A body that "đã …" some way before the verb: "Hội đã biểu dương, đồng thời … khen thưởng chị Lan"."""
        for head in self.lexicon.conferrer.finditer(self.low, start, verb):
            body = self.conferrer(head.start(), verb)
            if body and _HAS_DONE.match(self.low, body[1], verb) and not is_outside(self.low, body[0]):
                if self.has_person(start, body[1]):
                    return None
                partner = _PARTNER.search(self.reading, max(start, body[0] - 60), body[0])
                return (partner.start("name"), body[1]) if partner else self._after_partners(body, start)
        return None

    def _office_of_person(self, start: int, at: int, verb: int) -> Range | None:
        """The office of a named giver: "Chủ tịch UBND xã Lê Văn A tặng …"; "trao" only hands over."""
        if self.low.startswith("trao", verb):
            return None
        if not _OFFICE_HEAD.match(self.low, at):
            before = _OFFICE_BEFORE.search(self.low, start, at)
            return self.conferrer(before.start(), at) if before else None
        person = next(e for e in self.entities if e.label == "PERSON" and at <= e.start_char < verb)
        end = len(self.reading[: person.start_char].rstrip())
        return (at, end) if not regex.search(r"[,;:]|\s-\s", self.reading[at:end]) else None

    def _apposed_office(self, body: Range, start: int, verb: int) -> Range | None:
        """The office told behind its holder's name: "Đại tá Lê Văn A, | Giám đốc Công an tỉnh | tặng …"."""
        person = next(reversed([e for e in self.entities if e.label == "PERSON" and start <= e.start_char < body[0]]))
        apposed = self.low[person.end_char : body[0]].strip() == "," and _OFFICE_HEAD.match(self.low, *body)
        return body if apposed and not self.low.startswith("trao", verb) else None

    def _subject_start(self, start: int, end: int) -> int:
        """Where the subject begins: after phrases that set the scene, but not inside "Bộ Lao động, Thương binh …"."""
        at = start
        for cut in _CUT.finditer(self.reading, start, end):
            rest = cut.end()
            inner = any(e.start_char < cut.start() < e.end_char for e in self.entities)
            unit = next((e for e in self.entities if e.start_char == rest and e.label == "LOCATION"), None)
            if unit and self.conferrer(at, end):
                continue
            if not inner and (
                self.lexicon.conferrer.match(self.low, rest, end) or self.reading[rest : rest + 1].isupper()
            ):
                before = self.conferrer(at, end)
                if before is None or before[1] < rest:
                    at = rest
        if at == start and (head := SCENE.match(self.low, start, end)):
            body = self.lexicon.conferrer.search(self.low, head.end(), end)
            at = body.start() if body and "," in self.low[start : body.start()] else start
        return at
