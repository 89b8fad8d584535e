"""Recipients: the groups and names in a stretch of a sentence.

19 tập thể, 7 cá nhân              two counted groups
học sinh Vũ Nguyên Sơn             a named person
xã Ngũ Hùng                        a named body
9 nhà giáo, trong đó có cô Lan     a counted group with a name in it
các tập thể, cá nhân               groups whose number is not said
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import regex

from boctin.doc import Entity, Numeral
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import Lexicon, RecipientKind, any_of
from boctin.stages.awards.rows import lacking

Range = tuple[int, int]
Form = Literal["counted", "person", "body", "plural", "one", "unit"]


@dataclass(slots=True)
class Party:
    """One recipient group; `names` are ranges of the text, `strong` says that its number or name is said."""

    start: int
    end: int
    count: int | None
    kind: RecipientKind | None
    names: list[Range] = field(default_factory=list)
    form: Form = "counted"


_WORDS = GRAMMAR.recipients
_GAP = regex.compile(rf"\s+[\"']?(?:{any_of(_WORDS.before_noun)}\s+)?")
_PLURAL = regex.compile(rf"{any_of(_WORDS.plural)}\s+(?=\p{{L}})")
_ONE = regex.compile(r"(?<!\p{L})một\s+(?=\p{L})")
_OF_TOTAL = regex.compile(r"(?<![\d/.,])(\d{1,3}(?:\.\d{3})*)/\d{1,3}(?:\.\d{3})*\s+")
# A number behind one of these is no count: "lớp 12 trường …", "Quân khu 7".
_ORDINAL = regex.compile(rf"{any_of(_WORDS.ordinals)}\s+$")
_SCHOOLISH = regex.compile(rf"(?:\s+{any_of(_WORDS.schools)})*\s+$")
_PREPOSITION = regex.compile(rf"{any_of(_WORDS.prepositions)}\s+(?:\p{{Ll}}+\s+)?$|\($")
# A name that an entity stopped short of: "Đặng Lê | Nguyên Vũ".
_REST_OF_NAME = regex.compile(r"(?: \p{Lu}\p{Ll}+){1,2}(?=[\s,.;:)](?!\p{Lu}))")
_REST_OF_BODY = regex.compile(r"(?: \p{Lu}[\p{L}.]*+){0,6}+")
# … which has no office or person behind it: "đội Hoa | Ban".
_REST_OF_TEAM = regex.compile(r"(?: \p{Lu}\p{Ll}++){1,3}+(?=[\s,.;:)]|$)")
_TEAMS = ("đội ", "nhóm ", "câu lạc bộ ", "clb ")
# "trưởng | đoàn Lê Văn An" is a person's office, no body.
_TITLE_BEFORE = regex.compile(r"(?<!\p{L})(?:trưởng|phó|bí thư|giám đốc)\s+$")
_AND_NOUN = regex.compile(r"\s*(?:,|và|/)\s*")
_NAME = r"\p{Lu}\p{L}*(?:[ -]\p{Lu}[\p{L}.-]*){1,5}"
_SHORT = r"\p{Lu}\p{Ll}+"
_NAMED_AFTER = regex.compile(rf"\s+(?P<name>{_NAME}|{_SHORT})(?!\p{{L}})")
# One word of a name before what its bearer does: "Nhung | từng đạt …".
_SUBJECT_ALONE = regex.compile(
    rf"(?:(?<=[,;]\s)|(?<=^|\n)|(?<=[.!?]\s))(?P<name>{_SHORT})(?= (?:{any_of(GRAMMAR.subject.after_name)}))"
)
# One word that is no Vietnamese syllable and so names something: "VinFast", "Vinamilk", "FPT".
BRAND = regex.compile(r"\p{Lu}\p{L}*\p{Lu}\p{L}*|[A-Z][a-z]*?[aeiouy][b-df-hj-np-tv-xz]+[aeiouy][a-z]*")
# "Tập đoàn Sao Mai | 2 lần được …"
_TIMES = regex.compile(r"\s+\d{1,2}$")
_LIST_OF = regex.compile(rf"(?:{any_of(_WORDS.lists)}|:)\s*(?:\p{{L}}+\s+){{0,4}}$")
_CREDIT = regex.compile(rf"{any_of(_WORDS.credits)}\s*:?\s*$")
# Behind these stands a part that somebody plays, or a work, even where its name is like a person's.
_PART_OR_WORK = regex.compile(rf"{any_of([*_WORDS.parts, *GRAMMAR.works.nouns])}\s+$")
_LONGEST_NOUN = 16
# A word for one person is no group: "tặng Giấy khen cho | ông".
_SINGLE = frozenset(GRAMMAR.persons.pronouns)
# A body beside people is one of its own: "nhân dân, | Ủy ban Mặt trận Tổ quốc".
_OWN_BODY = regex.compile(r"(?:ủy ban|ubnd|hđnd|hội|mặt trận|đảng ủy|huyện ủy|tỉnh ủy|thành ủy)(?!\p{L})")
_PEOPLE_OF = regex.compile(rf"(?:{any_of(_WORDS.people)}(?:\s*,\s*|\s+và\s+|\s+))+$")


def _with_people(low: str, party: "Party", start: int) -> "Party":
    """A body with the people it stands for: "Đảng bộ và Nhân dân | huyện Thăng Bình"."""
    people = _PEOPLE_OF.search(low, max(start, party.start - 90), party.start) if party.form == "body" else None
    if people is None or not people.group() or _OWN_BODY.match(low, party.start):
        return party
    span = (people.start(), party.end)
    return Party(*span, 1, "collective", [span], form="body")


class Recipients:
    """Finds the parties of a sentence from numerals, entities and the words of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def parties(
        self,
        reading: str,
        low: str,
        span: Range,
        numerals: Iterable[Numeral],
        entities: Iterable[Entity],
        known: frozenset[str] = frozenset(),
    ) -> list[Party]:
        """All possible parties in `span`, in order, none overlapping another (a counted group wins).

        `known` are the last words of people named in the article, who may be told by them alone.
        """
        entities = list(entities)
        found = self._counted(low, span, numerals) + self._loose(low, span)
        named = self._named(reading, low, span, entities, known)
        people = [(p.start, p.end) for p in named if p.form == "person"]
        unseen = lacking(self.lexicon, reading, low, span, people, entities)
        found += named + [Party(*name, 1, "individual", [name], form="person") for name in unseen]
        found = [p for p in found if not _CREDIT.search(low, max(span[0], p.start - 14), p.start)]
        found = [_with_people(low, p, span[0]) for p in found]
        found.sort(key=lambda p: (p.start, _ORDER[p.form], -p.end))
        kept: list[Party] = []
        for party in found:
            if not kept or party.start >= kept[-1].end:
                kept.append(party)
            elif party.form == "person" and kept[-1].form in ("body", "plural") and party.end > kept[-1].start:
                kept[-1] = party
        return kept

    def _counted(self, low: str, span: Range, numerals: Iterable[Numeral]) -> list[Party]:
        start, end = span
        found = []
        for match in _OF_TOTAL.finditer(low, start, end):
            if noun := self.lexicon.noun.match(low, match.end(), end):
                count = int(match.group(1).replace(".", ""))
                found.append(Party(match.start(), noun.end(), count, self.lexicon.noun_kind[noun.group()]))
        for numeral in numerals:
            if not start <= numeral.start_char < end or low[numeral.end_char : numeral.end_char + 1] == "/":
                continue
            if _ORDINAL.search(low, max(start, numeral.start_char - 14), numeral.start_char):
                continue
            gap = _GAP.match(low, numeral.end_char, end)
            noun = self.lexicon.noun.match(low, gap.end(), end) if gap else None
            if noun and low.startswith("năm lớp", numeral.start_char):
                continue  # the year of a class: "đến năm | lớp 6"
            if noun is None and gap and (noun := self.lexicon.noun.match(low, numeral.end_char + 1, end)):
                pass
            if noun is None or (numeral.value is None and numeral.low is None and numeral.high is None):
                continue
            number = numeral.value
            whole = int(number) if number is not None and number == int(number) else None
            form: Form = "one" if low[numeral.start_char : numeral.end_char] == "một" else "counted"
            found.append(Party(numeral.start_char, noun.end(), whole, self.lexicon.noun_kind[noun.group()], form=form))
        return found

    def _loose(self, low: str, span: Range) -> list[Party]:
        """Groups with no number: "các tập thể, cá nhân"; and "một sinh viên"."""
        start, end = span
        found = []
        for match in _PLURAL.finditer(low, start, end):
            kinds: dict[RecipientKind, Range] = {}
            at = match.end()
            while noun := self.lexicon.noun.match(low, at, end):
                kinds.setdefault(self.lexicon.noun_kind[noun.group()], (match.start() if not kinds else at, noun.end()))
                more = _AND_NOUN.match(low, noun.end(), end)
                if more is None:
                    break
                at = more.end()
            found += [Party(*where, None, kind, form="plural") for kind, where in kinds.items()]
        for match in _ONE.finditer(low, start, end):
            if noun := self.lexicon.noun.match(low, match.end(), end):
                found.append(Party(match.start(), noun.end(), 1, self.lexicon.noun_kind[noun.group()], form="one"))
        return found

    def bare(self, low: str, at: int, end: int) -> list[Party]:
        """Groups named by nouns alone, right here: "tập thể, cá nhân", "vận động viên, huấn luyện viên"."""
        kinds: dict[RecipientKind, Range] = {}
        while (noun := self.lexicon.noun.match(low, at, end)) and noun.group() not in _SINGLE:
            kinds.setdefault(self.lexicon.noun_kind[noun.group()], noun.span())
            more = _AND_NOUN.match(low, noun.end(), end)
            if more is None:
                break
            at = more.end()
        return [Party(*where, None, kind, form="plural") for kind, where in kinds.items()]

    def _named(self, reading: str, low: str, span: Range, entities: list[Entity], known: frozenset[str]) -> list[Party]:
        start, end = span
        found = []
        for entity in entities:
            a, b = entity.start_char, entity.end_char
            if not start <= a < b <= end:
                continue
            if entity.label == "PERSON":
                found += self._person(reading, low, start, a, b, known)
            elif entity.label == "LOCATION" and low.rfind("(", start, a) > low.rfind(")", start, a):
                continue  # says where a school or a person is: "Trường Lê Lợi (quận 5, TP.HCM)"
            elif (word := self.lexicon.noun.match(low, a)) and word.end() > b:
                continue  # "Ca | sĩ": part of a common noun
            elif low.startswith("tổ chức ", a):
                continue  # "tổ chức Lễ" is a verb, "tổ chức Đảng" nobody's name
            elif (entity.label == "ORGANIZATION" or (entity.kind and entity.kind != "country")) and not self.is_noun(
                low[a:b]
            ):
                b = self._end_of_body(reading, low, a, b, end, entities)
                found.append(Party(a, b, 1, "collective", [(a, b)], form="body"))
        for alone in _SUBJECT_ALONE.finditer(reading, start, end) if known else ():
            a, b = alone.span("name")
            if reading[a:b] in known and not any(e.start_char < b and a < e.end_char for e in entities):
                found.append(Party(a, b, 1, "individual", [(a, b)], form="person"))
        for match in self.lexicon.honorific.finditer(low, start, end):
            name = _NAMED_AFTER.match(reading, match.end(), end)
            if name and not any(e.start_char < name.end("name") and name.start("name") < e.end_char for e in entities):
                found.append(Party(*name.span("name"), 1, "individual", [name.span("name")], form="person"))
        return found

    def _end_of_body(self, reading: str, low: str, a: int, b: int, limit: int, entities: list[Entity]) -> int:
        """The end of a body's name, without the number of times, with the rest of a team's."""
        if low.startswith(" lần", b):
            return a + len(_TIMES.sub("", reading[a:b]))
        more = _REST_OF_TEAM.match(reading, b, limit) if low.startswith(_TEAMS, a) else None
        return more.end() if more and not any(e.start_char < more.end() and b < e.end_char for e in entities) else b

    def is_noun(self, words: str) -> bool:
        return words in self.lexicon.noun_kind or words in ("vn", "việt nam")

    def _person(self, reading: str, low: str, start: int, a: int, b: int, known: frozenset[str]) -> list[Party]:
        """A person's name; a body when it is a school's or a unit's, nobody when one word with no honorific."""
        before = low[max(start, a - 60) : a]
        if _PART_OR_WORK.search(before, max(0, len(before) - _LONGEST_NOUN)):
            return []
        if low.startswith(("hồ chí minh", "hồ"), a) and before.endswith(("bác ", "giải thưởng ", "huân chương ")):
            return []
        for noun in self.lexicon.body_noun.finditer(before):
            at = a - len(before) + noun.start()
            if _SCHOOLISH.fullmatch(before, noun.end()) and not _TITLE_BEFORE.search(before, 0, noun.start()):
                rest = _REST_OF_BODY.match(reading, b)
                b = rest.end() if rest else b
                return [Party(at, b, 1, "collective", [(at, b)], form="body")]
        honour = next((m for m in self.lexicon.honorific.finditer(before) if not before[m.end() :].strip()), None)
        if " " not in reading[a:b] and honour is None and reading[a:b] not in known:
            return []
        if more := _REST_OF_NAME.match(reading, b):
            b = more.end()
        return [Party(a, b, 1, "individual", [(a, b)], form="person")]


_ORDER = {"counted": 0, "one": 1, "person": 2, "body": 3, "plural": 4}


def joined(low: str, parties: list[Party]) -> list[Party]:
    """Parties as groups: names listed after a counted group belong to it, names in a row make one group."""
    groups: list[Party] = []
    for party in parties:
        before = groups[-1] if groups else None
        between = low[before.end : party.start] if before else ""
        if before and before.form == party.form == "body":
            before.count = (before.count or 0) + 1
            before.names.append(party.names[0])
            before.end = party.end
            continue
        listed = before and before.form == "plural" and bool(before.names or _LIST_OF.search(between))
        if before and listed and party.form in ("person", "body") and before.kind == party.kind:
            before.names.append(party.names[0])
            before.count, before.end = len(before.names), party.end
            continue
        if before and party.form in ("person", "body") and before.form in ("counted", "person"):
            touching = not between.strip() and before.kind == party.kind
            listed = before.kind == party.kind and (bool(_LIST_OF.search(between)) or touching)
            if (before.form == party.form == "person") or listed or (_open(before) and before.kind == party.kind):
                if before.form == "person":
                    before.count = (before.count or 0) + 1
                before.names.append(party.names[0])
                before.end = party.end
                continue
        groups.append(Party(party.start, party.end, party.count, party.kind, list(party.names), party.form))
    return groups


def _open(group: Party) -> bool:
    """Whether a counted group that has names waits for more of them."""
    return group.form == "counted" and bool(group.names) and (group.count or 0) > len(group.names)


def is_outside(low: str, at: int) -> bool:
    """Whether a name stands behind a preposition or in brackets, and so is no subject: "nữ công nhân tại Quảng Trị"."""
    return bool(_PREPOSITION.search(low, max(0, at - 24), at))
