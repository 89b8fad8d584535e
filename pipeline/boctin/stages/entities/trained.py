"""What the trained model saw (`doc._.ner`), taken into the names that the rules found.

On the test sentences of corpus/ner the rules alone find persons with an F1 of .82, the model alone .91. The model knows
foreign and rare names; the rules know where a name must end, and what kind a body is of.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace

import regex

from boctin.doc import Entity
from boctin.stages.entities.gazetteer import Gazetteer, ends_at, led_name_at, titled
from boctin.stages.entities.persons import PersonGrammar
from boctin.stages.entities.syllables import Syllable, syllables

_CONFIDENCE = 0.8
_LONGEST = 300
_FULL_NAME = 3
_NAME_AHEAD = 30
_NAMESAKES = frozenset({"Hồ Chí Minh"})  # whom bodies of any kind are called after
# What a name does not run over, and an acronym that repeats it: "Hiệp hội Logistics Việt Nam VLA".
_BREAK = regex.compile(
    r"[,;:()\n]|(?<!TP|TX|TT)\.\s|^\s*\p{Lu}{2,}$"
    r"|(?<!\p{L})(?:kiêm|cho biết|là|đã|được|đại diện|về thành tích|Thường trực)(?!\p{L})"
)
# A syllable that no Vietnamese name has.
_FOREIGN = regex.compile(r"[fjwz]|[bdklqrsvx]$|[bcdgkp]r|[bcfgps]l|s[cht]|[aeiouy][bdklmrstv]+[aeiouy]")
_CONTINENT = regex.compile(r"[Cc]hâu $")
_HYPHENED = regex.compile(r"-\p{L}\p{Ll}++(?!\p{L})")  # Lee Sang | -min, Ana Garcia | -Lopez
# Kinds of bodies whose names the rules know to the end: what the model adds to them is the verb after them.
_CLOSED = frozenset(
    {"people_committee", "people_council", "ministry", "party_central", "legislature", "court", "international"}
)


class Trained:
    """Joins the model's names to the rules'."""

    def __init__(self, gazetteer: Gazetteer, persons: PersonGrammar) -> None:
        self.g, self.persons = gazetteer, persons

    def join(self, reading: str, text: str, ruled: list[Entity], seen: list[Entity]) -> list[Entity]:
        """The rules' names with the model's persons among them, and bodies as long as the model sees them."""
        if not seen:
            return ruled
        other = Counter(one.text for one in seen if one.label != "PERSON")
        other.subtract(one.text for one in seen if one.label == "PERSON")
        people = [one for one in seen if one.label == "PERSON" and other[one.text] <= 0]
        persons = [made for one in people if (made := self._trimmed(text, one))]
        joined = self._with_persons(reading, ruled, persons)
        joined = self._with_bodies(reading, text, joined, [one for one in seen if one.label == "ORGANIZATION"])
        return joined + self._unheard(reading, joined, [one for one in seen if one.label != "PERSON"])

    def _unheard(self, reading: str, joined: list[Entity], seen: list[Entity]) -> list[Entity]:
        """Places and bodies that no rule found: places anywhere, bodies only after an office ("Hiệu trưởng TDC")."""
        covered = sorted((e.start_char, e.end_char) for e in joined)
        starts = [start for start, _ in covered]
        named = {word for e in joined if e.label == "PERSON" for word in e.text.split()}
        found = []
        for one in seen:
            near = covered[bisect_left(starts, one.start_char - _LONGEST) : bisect_left(starts, one.end_char)]
            if any(end > one.start_char for _, end in near) or not one.text[0].isupper() or one.text in named:
                continue
            if one.label == "LOCATION" or titled(self.g, reading, one.start_char):
                found.append(replace(one, confidence=_CONFIDENCE))
        return found

    def _trimmed(self, text: str, one: Entity) -> Entity | None:
        """A person of the model without what is no name: "Samdech" of "Samdech Heng Samrin"."""
        row = syllables(text, one.start_char, one.end_char)[:-2]
        first = 0
        while first < len(row) - 1 and row[first].low in self.g.foreign_honours:
            first += 1
        if row and first < len(row) - 1 and _CONTINENT.search(text, max(0, one.start_char - 5), one.start_char):
            first += row[first].text in {"Âu", "Á", "Phi", "Mỹ"}
        place = self.g.bare.longest(row, first) if row else None
        rest = len(row) - place[0] if place else 0
        if place and place[1] in {"abroad", "country"} and (rest > 1 or (rest == 1 and _foreign(row[-1], place[1]))):
            first = place[0]  # Hạ nghị sĩ bang Texas | John Carter, Thủ tướng Đức | Braun
        if len(row) - first == 1 and row[first].low in self.g.foreign_honours:
            return None
        field = self.g.fields.longest(row, first) if row else None
        if field and field[0] == len(row) > 1 and titled(self.g, text, one.start_char):
            return None  # Bộ trưởng Công Thương
        if (
            not row
            or not row[first].cap
            or row[first].text == "Đảng"  # Tổng Bí thư | Đảng Phong trào Mới
            or any(piece.low.rstrip("s") in self.g.firm_words for piece in row)
        ):
            return None
        start = row[first].start
        family = row[first].name in self.g.family or row[first].name in self.g.doubtful
        more = (
            None
            if family and text[one.end_char + 1 : one.end_char + 2].isupper()
            else _HYPHENED.match(text, one.end_char)
        )
        end = more.end() if more else one.end_char
        kind = "given" if len(row) - first == 1 else "full" if family else "foreign"
        return Entity("PERSON", start, end, text[start:end], kind, "model", _CONFIDENCE)

    def _with_persons(self, reading: str, ruled: list[Entity], persons: list[Entity]) -> list[Entity]:
        ordered = sorted(ruled, key=lambda e: e.start_char)
        starts = [e.start_char for e in ordered]
        gone: set[int] = set()
        new: list[Entity] = []
        for person in persons:
            near = range(bisect_left(starts, person.start_char - _LONGEST), bisect_left(starts, person.end_char))
            over = [n for n in near if n not in gone and ordered[n].end_char > person.start_char]
            if any(self._stays(reading, ordered[n], person) for n in over) or not (over or self._fits(reading, person)):
                continue
            gone.update(over)
            new += [cut for n in over if (cut := _cut(ordered[n], person.start_char))]
            new.append(person)
        return [e for n, e in enumerate(ordered) if n not in gone] + new

    def _stays(self, reading: str, entity: Entity, person: Entity) -> bool:
        """Whether the rules' entity is to be kept where the model sees a person."""
        same = entity.start_char == person.start_char and entity.end_char == person.end_char
        if entity.label == "PERSON":  # the longer of the two: Oh Se | -hoon, Lê Nguyễn | Bảo Ngọc
            return same or (entity.start_char <= person.start_char and entity.end_char >= person.end_char)
        if entity.label == "LOCATION":
            inside = entity.start_char >= person.start_char and entity.end_char <= person.end_char
            if entity.kind == "hamlet" and entity.end_char == person.end_char:  # Bí thư chi bộ thôn | Trần Minh Tuấn
                return person.kind != "full" or len(person.text.split()) < _FULL_NAME
            return not inside or (same and entity.kind not in {"district", "commune", "region"})
        if entity.start_char >= person.start_char:
            return same and entity.kind == "youth_union"  # Bí thư Đoàn Trường
        named_after = entity.kind in {"school", "hospital"} or person.text in _NAMESAKES
        named_after = named_after or not self._fits(reading, person)
        return entity.end_char > person.end_char or (entity.end_char == person.end_char and named_after)

    def _fits(self, reading: str, person: Entity) -> bool:
        """Whether nothing before a name says that it is a street's or a school's."""
        row: list[Syllable] = syllables(reading, max(0, person.start_char - 30), person.start_char)[:-2]
        return ends_at(self.g.not_after, row, len(row)) is None and not self.persons.house_number(row, len(row))

    def _with_bodies(self, reading: str, text: str, joined: list[Entity], seen: list[Entity]) -> list[Entity]:
        """Bodies as long as the model sees them, where what it adds may be part of a name."""
        ordered = sorted(seen, key=lambda e: e.start_char)
        starts = [e.start_char for e in ordered]
        persons = sorted(e.start_char for e in joined if e.label == "PERSON")
        result = []
        for entity in joined:
            if entity.label == "ORGANIZATION" and entity.kind not in _CLOSED:
                at = bisect_right(starts, entity.start_char) - 1
                longer = ordered[at].end_char if at >= 0 else 0
                if 0 < longer - entity.end_char <= _LONGEST and self._goes_on(
                    reading, entity.end_char, longer, persons
                ):
                    entity = replace(entity, end_char=longer, text=text[entity.start_char : longer])
            result.append(entity)
        return result

    def _goes_on(self, reading: str, end: int, longer: int, persons: list[int]) -> bool:
        if bisect_left(persons, end) != bisect_left(persons, longer) or _BREAK.search(reading, end, longer):
            return False
        row = syllables(reading, end, longer)
        further = syllables(reading, end, min(len(reading), longer + _NAME_AHEAD))
        if any(led_name_at(self.g, further, at) for at in range(len(row) - 2)):
            return False
        if not row[0].cap and self.g.verbs_after.longest(row, 0):
            return False
        if reading.endswith(" Việt Nam", 0, end) and _called(row[:-2], further):
            return False
        field = self.g.fields.longest(row, 0)
        opens_predicate = not row[0].cap and (field is None or field[1] == "verb")
        return not opens_predicate or any(piece.cap for piece in row[:-2])


def _called(row: list[Syllable], further: list[Syllable]) -> bool:
    """Whether what follows a nationwide body can be its head's name: "Hội Nhà báo Việt Nam | Hồng Minh và"."""
    after = further[len(row)]
    named = 1 < len(row) <= _FULL_NAME and all(one.name and one.cap and not one.upper and not one.glued for one in row)
    return named and not after.cap and after.text[0].isalpha()


def _foreign(last: Syllable, place: str) -> bool:
    """Whether a name's last word is no Vietnamese one, so that the country before it is no name: "Đức | Braun"."""
    return place == "country" and _FOREIGN.search(last.low) is not None


def _cut(entity: Entity, end: int) -> Entity | None:
    """A body without the person at its end; None where its mere head is left, as of "báo | Lê Văn An"."""
    text = entity.text[: max(0, end - entity.start_char)].rstrip(" ,(-")
    return replace(entity, end_char=entity.start_char + len(text), text=text) if " " in text else None
