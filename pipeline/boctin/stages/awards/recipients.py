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
from boctin.stages.awards.lexicon import Lexicon, RecipientKind

Range = tuple[int, int]


@dataclass(slots=True)
class Party:
    """One recipient group; `names` are ranges of the text, `strong` says that its number or name is said."""

    start: int
    end: int
    count: int | None
    kind: RecipientKind | None
    names: list[Range] = field(default_factory=list)
    form: Literal["counted", "person", "body", "plural", "one"] = "counted"


_GAP = regex.compile(r"\s+(?:(?:lượt|nữ|nam|suất|đại diện|cựu|tân)\s+)?")
_PLURAL = regex.compile(r"(?<!\p{L})(?:các|những|nhiều|một số|toàn thể|tất cả|hàng loạt|số)\s+(?=\p{L})")
_ONE = regex.compile(r"(?<!\p{L})một\s+(?=\p{L})")
_OF_TOTAL = regex.compile(r"(?<![\d/.,])(\d{1,3}(?:\.\d{3})*)/\d{1,3}(?:\.\d{3})*\s+")
_AND_NOUN = regex.compile(r"\s*(?:,|và|/)\s*")
_NAME = r"\p{Lu}\p{L}*(?:[ -]\p{Lu}[\p{L}.-]*){1,5}"
_SHORT = r"\p{Lu}\p{Ll}+"
_NAMED_AFTER = regex.compile(rf"\s+(?P<name>{_NAME}|{_SHORT})(?!\p{{L}})")
_LIST_OF = regex.compile(r"(?:gồm(?: có)?|bao gồm|trong đó có|trong đó|như|đó là|là|:)\s*(?:\p{L}+\s+){0,4}$")
_APPOSITION = regex.compile(
    r"[(\-–]|,\s*(?:nguyên|trưởng|phó|chủ tịch|bí thư|giám đốc|hiệu trưởng|ủy viên|cán bộ|giáo viên|học sinh|sinh viên|trú|ngụ|quê|sinh năm|công tác|nhân viên|chỉ huy|đội trưởng)",
    regex.IGNORECASE,
)


class Recipients:
    """Finds the parties of a sentence from numerals, entities and the words of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def parties(
        self, reading: str, low: str, span: Range, numerals: Iterable[Numeral], entities: Iterable[Entity]
    ) -> list[Party]:
        """All possible parties in `span`, in order, none overlapping another (a counted group wins)."""
        found = self._counted(low, span, numerals) + self._loose(low, span)
        found += self._named(reading, low, span, entities)
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
            gap = _GAP.match(low, numeral.end_char, end)
            noun = self.lexicon.noun.match(low, gap.end(), end) if gap else None
            if noun is None and gap and (noun := self.lexicon.noun.match(low, numeral.end_char + 1, end)):
                pass
            if noun is None or (numeral.value is None and numeral.low is None and numeral.high is None):
                continue
            count = int(numeral.value) if numeral.value is not None and numeral.value == int(numeral.value) else None
            found.append(Party(numeral.start_char, noun.end(), count, self.lexicon.noun_kind[noun.group()]))
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
        while noun := self.lexicon.noun.match(low, at, end):
            kinds.setdefault(self.lexicon.noun_kind[noun.group()], noun.span())
            more = _AND_NOUN.match(low, noun.end(), end)
            if more is None:
                break
            at = more.end()
        return [Party(*where, None, kind, form="plural") for kind, where in kinds.items()]

    def _named(self, reading: str, low: str, span: Range, entities: Iterable[Entity]) -> list[Party]:
        start, end = span
        found = []
        for entity in entities:
            a, b = entity.start_char, entity.end_char
            if not start <= a < b <= end:
                continue
            if entity.label == "PERSON":
                found.append(Party(a, b, 1, "individual", [(a, b)], form="person"))
            elif entity.label == "ORGANIZATION" or (entity.kind and entity.kind != "country"):
                found.append(Party(a, b, 1, "collective", [(a, b)], form="body"))
        for match in self.lexicon.honorific.finditer(low, start, end):
            name = _NAMED_AFTER.match(reading, match.end(), end)
            if name and not any(
                p.form == "person" and p.start < name.end("name") and name.start("name") < p.end for p in found
            ):
                found.append(Party(*name.span("name"), 1, "individual", [name.span("name")], form="person"))
        return found


_ORDER = {"counted": 0, "one": 1, "person": 2, "body": 3, "plural": 4}


def joined(reading: str, parties: list[Party]) -> list[Party]:
    """Parties as groups: names listed after a counted group belong to it, names in a row make one group."""
    groups: list[Party] = []
    for party in parties:
        before = groups[-1] if groups else None
        between = reading[before.end : party.start] if before else ""
        if before and party.form == "person" and before.form in ("counted", "person"):
            if before.form == "person" or (before.kind == "individual" and _LIST_OF.search(between)) or _open(before):
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


def is_apposition(reading: str, before: Party, party: Party) -> bool:
    """Whether a body or group after a person only says who that person is."""
    return bool(_APPOSITION.search(reading[before.end : party.start + 12]))
