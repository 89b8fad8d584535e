"""One sentence under the grammar: which groups stand right of a verb, and who is its subject on the left."""

import regex

from boctin.doc import Entity
from boctin.stages.awards.bodies import BEFORE_VERB, SCENE, Bodies
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import Lexicon, any_of
from boctin.stages.awards.recipients import BRAND, Party, Range, Recipients, is_outside, joined
from boctin.stages.awards.works import Works

_SUBJECT, _RECIPIENTS = GRAMMAR.subject, GRAMMAR.recipients
_PRONOUN = regex.compile(
    rf"(?:^|[,:\"(]\s*|\s)(?<!(?:các|những)\s)(?P<who>(?i:{any_of(_SUBJECT.pronouns)}))"
    rf"(?!\s+{any_of(_SUBJECT.after_no_pronoun)})"
    r"(?:\s+(?P<short>\p{Lu}\p{Ll}+)(?!\s+\p{Lu}))?(?!\p{L})"
)
_CAPITALS = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}\d&.]*(?:[ -](?:\p{Lu}[\p{L}\d&.]*|của|và|&))*(?: \p{Lu}[\p{L}\d&.]*)?)$"
)
# A name with what it is: "Sao Mai Group - thương hiệu du lịch …", "Techcombank là ngân hàng được …".
_APPOSED = regex.compile(
    r"(?:(?<=[,;:]\s)|(?<=^|\n)|(?<=[.!?]\s))"
    r"(?P<name>\p{Lu}[\p{L}\d&.]*(?: (?:\p{Lu}[\p{L}\d&.]*|của|và|&)){0,8}+) (?:-|là) \p{Ll}"
)
_ACTION = regex.compile(any_of(_RECIPIENTS.action))
_OTHER_ACTION = regex.compile(rf"{any_of(_RECIPIENTS.other_action)}|(?<!\p{{L}})gồm \d")
_SEPARATOR = regex.compile(
    rf"(?:,|;|:|-|\(|{any_of(_RECIPIENTS.joints)})\s*(?:(?:{any_of(_RECIPIENTS.titles)}|\.)\s*)*$"
)
_LISTED = regex.compile(rf"[^.;:]{{0,60}}?(?:(?<!\p{{L}}){any_of(_RECIPIENTS.lists)}\s*:?|:)\s*")
_ROW = regex.compile(r"\s*(?:,|;|và|,\s*và|cùng)\s*(?:(?:các\s+)?(?:đội|đơn vị|tập thể|nhóm)\s+)?")
_PLACE = regex.compile(any_of(_RECIPIENTS.places))
_COUNT_SEPARATOR = regex.compile(r"(?:,|và|cùng|cùng với|;)\s*(?:hơn|gần|trên|khoảng|có|cho|tổng số)?\s*$")
_ONE_OF = regex.compile(r"là (?:một|1) trong (?:số |những )?$")
# Words of saying and doing: what stands before them is no subject of a later verb.
_SAYS = regex.compile(rf"{any_of(_SUBJECT.says)}(?:[^,:;]{{0,40}}[,:](?=\s))?")
_WHEN = regex.compile(rf"{any_of(_SUBJECT.when)}\s*(?:vinh dự|được)?\s*$")
_UNITS = frozenset(_SUBJECT.units)
# Whoever takes an honour for a body: "trao Huân chương cho lãnh đạo | huyện X".
_SPOKESMEN = frozenset(["lãnh đạo", *GRAMMAR.bodies.offices])
_UNIT_TAIL = regex.compile(rf"{any_of(_SUBJECT.units)}\s*$")
# Those after these words are others than those who receive: "90 gia đình, đại diện cho | 2 triệu hộ".
_OTHERS = regex.compile(rf"{any_of(_SUBJECT.of_others)}\s*(?:{any_of(_RECIPIENTS.about)}\s*)?$")
_STANDS_FOR = regex.compile(r"(?<!\p{L})đại diện(?: cho)?\s+(?:hơn\s+|gần\s+|trên\s+)?$")
# "Lan | cùng 3 bác sĩ khác | được trao …": she is told of, not they.
_WITH = regex.compile(r"(?<!\p{L})cùng(?: với)?\s+$")
# "giữa | 13 đội thi, đội Sao Mai …": those whom the subject is one of, or wins against.
_AMONG = regex.compile(
    r"(?<!\p{L})(?:giữa|trong số|trong tổng số|(?P<beaten>vượt qua|đánh bại|đối đầu))\s+(?:hơn\s+|gần\s+|trên\s+)?$"
)
_OTHER = regex.compile(r"[^,.;:\n]{0,24}?\skhác(?!\p{L})")
_OFFICE_OF = regex.compile(rf"{any_of([*GRAMMAR.bodies.offices, 'trưởng ban', 'phó trưởng ban', 'lãnh đạo'])}\s+$")
_OTHER_COUNT = regex.compile(any_of(_SUBJECT.other_count))
_ABOUT = regex.compile(rf"\s*{any_of(_RECIPIENTS.about)}\s*$")
_OWN_CLAUSE = regex.compile(r"[^,.;]{0,40}(?<!\p{L})được(?!\p{L})")
_PLACED = regex.compile(r"\s*(?:tại|trong \d|sau \d|qua \d|từ|với)(?!\p{L})")


_BRACKETS = regex.compile(r"\([^()\n]{1,120}+\)")
# A clause of its own lies between: a mark, or a time and a comma ("lễ tuyên dương sáng 16/8, Bộ trưởng …").
_NO_GAP = regex.compile(r"[.;:\n]|\s-\s|\d[^,]*,")


_BRAND_NAME = regex.compile(r"\p{Lu}[\p{L}\d&.]*+(?: \p{Lu}[\p{L}\d&]*+){0,4}+")
# "Đồng Nai, Tây Ninh và Long An | lần lượt đoạt giải Nhất, Nhì, Ba"
_CAPITAL = r"\p{Lu}[\p{L}\d&]*+(?: \p{Lu}[\p{L}\d&]*+){0,5}+"
_CAPITAL_NAME = regex.compile(_CAPITAL)
_IN_TURN = regex.compile(
    rf"(?:^|(?<=[.:;\n] ))(?P<row>{_CAPITAL}(?:, {_CAPITAL}){{0,8}} và {_CAPITAL}) (?:đã )?lần lượt"
)
_BRANDS = frozenset(GRAMMAR.subject.brands)
# A place that has done something, with no word for its kind: "Phú Quốc | đã vượt qua … để đạt giải".
_HAS_DONE = regex.compile(rf"\s+{any_of(GRAMMAR.bodies.has_done)}")


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
        self.bodies = Bodies(lexicon, reading, low, entities)
        self.works = Works(reading, low, span)

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
            if len(gap) > reach or _NO_GAP.search(gap) or _ACTION.search(gap):
                break
            if party.form == "body" and self._is_where(gap):
                break
            if party.form in ("body", "plural") and self._tells_office(party):
                continue
            listed.append(party)
        if not listed:
            start = at + len(self.low[at:limit]) - len(self.low[at:limit].lstrip())
            listed = self.recipients.bare(self.low, start, limit) or self._brand(start, limit)
        return joined(self.low, listed)

    def _brand(self, start: int, limit: int) -> list[Party]:
        """A company's name right here that no entity covers: "VinFast", "Sao Mai Group"."""
        name = _BRAND_NAME.match(self.reading, start, limit)
        if name is None or any(e.start_char < name.end() and name.start() < e.end_char for e in self.entities):
            return []
        words = name.group().split()
        brand = any(word.lower() in _BRANDS for word in words) or (len(words) == 1 and BRAND.fullmatch(words[0]))
        return [Party(*name.span(), 1, "collective", [name.span()], form="body")] if brand else []

    def _is_where(self, gap: str) -> bool:
        """Whether a unit only tells where people are: "tôn vinh doanh nhân | Bình Dương"."""
        nouns = [m for m in self.lexicon.noun.finditer(gap) if not gap[m.end() :].strip()]
        return any(self.lexicon.noun_kind[m.group()] == "individual" and m.group() not in _SPOKESMEN for m in nouns)

    def _tells_office(self, body: Party) -> bool:
        """Whether a body only tells the office of the person right after it: "Trưởng bản Hòa Sơn Vi Văn Truyền"."""
        person = next((p for p in self.parties if p.start >= body.end and p.form == "person"), None)
        between = self.low[body.end : person.start] if person else ","
        return len(between) < 30 and not regex.search(r"[,;.(]|(?<!\p{L})và(?!\p{L})", between)

    def _continues(self, before: Party, party: Party, gap: str) -> bool:
        gap = _BRACKETS.sub("", gap)
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
            grouped = before.form in ("counted", "plural") and before.kind == "collective"
            return touching or (grouped and bool(_LISTED.fullmatch(gap))) or self._in_row(before, party, gap)
        return before.form == "plural" and bool(regex.fullmatch(r"\s*(?:,|và)\s*", gap))

    def _in_row(self, before: Party, party: Party, gap: str) -> bool:
        """Whether one body stands in a row with another, and does not say where it is: "xã Tân Dân, huyện Yên Mỹ"."""
        if not (before.form == "body" or before.names) or not _ROW.fullmatch(gap):
            return False
        place = _PLACE.match(self.low, party.start)
        return place is None or "và" in gap or self.low.startswith(place.group(), before.start)

    # --- the subject left of a verb ---

    def left_parties(self, start: int, end: int) -> tuple[list[Party], bool]:
        """The subject before a verb; the flag says that it is a pronoun or unsaid, to be found further up."""
        said = next(reversed(list(_SAYS.finditer(self.low, start, end))), None)
        if said and not _WHEN.search(self.low, said.end(), end):
            start = said.end()
        inside = [p for p in self.parties if p.start >= start and p.end <= end]
        kept = [p for p in inside if not self._sets_scene(start, p, end)]
        people = [p for p in kept if p.form == "person"]
        if whole := self.works.before(start, end, kept) or self._row_in_turn(start, end):
            return whole, False
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
        if self.works.object_before(start, end):
            return self._nouns(start, end, [])
        if tail := self._subject_name(start, end):
            return [tail], False
        if unit := self._unit_before(start, end):
            return [unit], False
        if bodies := [p for p in kept if p.form == "body" and self._is_subject(start, p)]:
            return joined(self.low, self._bodies_in_row(bodies)), False
        if place := self._place(start, end):
            return [place], False
        return self._nouns(start, end, [p for p in kept if p.form == "plural"])

    def _row_in_turn(self, start: int, end: int) -> list[Party]:
        """Places and bodies in a row that are honoured one by one: "Đồng Nai, Tây Ninh và Long An lần lượt"."""
        row = _IN_TURN.search(self.reading, start, end) if self.low.find(" lần lượt", start, end) != -1 else None
        if row is None or any(p.form == "person" and row.start() <= p.start < row.end() for p in self.parties):
            return []
        names = [m.span() for m in _CAPITAL_NAME.finditer(self.reading, *row.span("row"))]
        return [Party(*row.span("row"), len(names), "collective", names, form="body")]

    def _place(self, start: int, end: int) -> Party | None:
        """A place with no word for its kind that opens a clause and has done something."""
        for entity in self.entities:
            a, b = entity.start_char, entity.end_char
            opens = start <= a < end and (a == start or self.low[start:a].rstrip()[-1:] in ("", ",", ";"))
            if entity.label == "LOCATION" and opens and entity.kind is None and _HAS_DONE.match(self.low, b, end):
                return Party(a, b, 1, "collective", [(a, b)], form="body")
        return None

    def _bodies_in_row(self, bodies: list[Party]) -> list[Party]:
        """The last body before a verb, with those that a comma or "và" joins to it."""
        row = [max(bodies, key=lambda p: (p.end, -p.start))]
        for party in reversed([p for p in bodies if p.end <= row[0].start]):
            if not self._in_row(party, row[0], self.low[party.end : row[0].start]):
                break
            row.insert(0, party)
        return row

    def _is_subject(self, start: int, body: Party) -> bool:
        before = self.low[max(start, body.start - 24) : body.start]
        if _OFFICE_OF.search(before) or (self._is_bare_place(body) and before[-2:-1].isalpha()):
            return False  # "Giám đốc | Công ty An Phát", "cô gái trẻ | Long An"
        return not is_outside(self.low, body.start) and not self._is_where(before)

    def _is_bare_place(self, body: Party) -> bool:
        """Whether a place is named with no word for its kind."""
        named = any(e.label == "LOCATION" and e.start_char == body.start for e in self.entities)
        return named and not _PLACE.match(self.low, body.start)

    def _unit_before(self, start: int, end: int) -> Party | None:
        """A unit told by its kind alone right before the verb: "…, thành phố | được …"."""
        tail = BEFORE_VERB.search(self.reading, start, end)
        stop = tail.start() if tail else end
        unit = _UNIT_TAIL.search(self.low, max(start, stop - 24), stop)
        inside = unit and any(p.form == "body" and p.start < unit.end() and unit.start() < p.end for p in self.parties)
        if unit is None or inside or not self.low[start : unit.start()].rstrip().endswith((",", ";")):
            return None
        return Party(*unit.span(), None, "collective", form="unit")

    def _nouns(self, start: int, end: int, plural: list[Party]) -> tuple[list[Party], bool]:
        pronoun = _PRONOUN.search(self.reading[start:end])
        if pronoun and not any(p.start < start + pronoun.start("who") for p in plural):
            return [], True
        if not plural:
            lead = end - len(self.low[start:end].lstrip(" *-+,"))
            plural = self.recipients.bare(self.low, lead, end)
            if scene := SCENE.match(self.low, start, end):
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
                if (party.form in ("counted", "one") and not _OTHERS.search(gap)) or (
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
        # "Kết quả: | em Lan, học sinh trường A, giành …": a colon ends the scene too.
        head = max(start, *(self.low.rfind(mark, start, party.start) + 1 for mark in ",:"))
        stop = self.low.find(",", party.end, end)
        if party.form in ("counted", "one"):
            if _STANDS_FOR.search(self.low, max(start, party.start - 24), party.start):
                return True
            among = _AMONG.search(self.low, max(start, party.start - 16), party.start)
            if among and (stop != -1 or among.group("beaten")):
                return True
            if _WITH.search(self.low, max(start, party.start - 12), party.start) and _OTHER.match(self.low, party.end):
                return True
            return stop != -1 and bool(_PLACED.match(self.low, head, party.start))
        return bool(SCENE.match(self.low, head, party.start + 1)) and (stop != -1 or party.form == "body")

    def _subject_name(self, start: int, end: int) -> Party | None:
        """A capitalised name that no entity covers: "FPT Telecom (đã được …)", "Sao Mai Group - hãng xe … được …"."""
        tail = BEFORE_VERB.search(self.reading, start, end)
        stop = tail.start() if tail else end
        last = _CAPITALS.search(self.reading, max(start, stop - 80), stop)
        for name in (last, _APPOSED.search(self.reading, start, stop)):
            if name and self._is_name(*name.span("name")):
                return Party(*name.span("name"), 1, "collective", [name.span("name")], form="body")
        return None

    def _is_name(self, start: int, end: int) -> bool:
        name = self.reading[start:end]
        if len(name) < 3 or self.recipients.is_noun(name.lower()) or is_outside(self.low, start):
            return False
        if any(p.start < end and start < p.end for p in self.parties):
            return False
        return " " in name or bool(BRAND.fullmatch(name))
