"""The last words of a body after an office, where no list has them: up to what must end the name.

"Giám đốc Trung tâm Nghiên cứu Bò và Đồng cỏ Ba Vì khẳng định": no list of fields has "Đồng cỏ", but after an office the
name goes on until a mark, a person's name or a word that opens the predicate.
"""

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

import regex

from boctin.doc import Entity
from boctin.stages.entities.bodies import PARTS, SMALL
from boctin.stages.entities.gazetteer import Gazetteer, led_name_at, titled
from boctin.stages.entities.syllables import Syllable, syllables

_AHEAD = 140
_CONFIDENCE = 0.8
_MAX_WORDS = 8
_MAX_SMALL = 4
_LONGEST_UNIT = 20
_MARKS = frozenset(',;:()".?!\n…')
# Bodies that are called after a unit, or after a field that the law lists: their names have no further words.
_CLOSED = frozenset(
    {
        *("people_committee", "people_council", "party_committee", "party_central", "legislature", "government"),
        *("procuracy", "court", "police", "ministry", "department", "international"),
    }
)
_OF = regex.compile(r"\s+(?:của|thuộc|trực thuộc)\s+|\s*,\s+|\s+-\s+|\s*\(")


class Tails:
    """Lengthens the bodies that stand after an office."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.g = gazetteer

    def lengthened(self, reading: str, text: str, found: list[Entity]) -> list[Entity]:
        """The names with the bodies after offices told to their end; what then lies inside one is left out."""
        persons = {e.start_char for e in found if e.label == "PERSON"}
        ends = {e.end_char for e in found if e.label == "LOCATION"}
        bodies = sorted((e for e in found if e.label == "ORGANIZATION"), key=lambda e: e.start_char)
        at = {body.start_char: body for body in bodies}
        made: dict[int, Entity] = {}
        for body in reversed(bodies):  # the whole that a part belongs to is told to its end before the part
            if titled(self.g, reading, body.start_char):
                end = self._end(reading, body, persons, ends)
                end = _whole_end(reading, body.kind, end, at, small=self._small(reading, body))
                if end > body.end_char:
                    longer = replace(body, end_char=end, text=text[body.start_char : end], confidence=_CONFIDENCE)
                    at[body.start_char] = made[body.start_char] = longer
        if not made:
            return found
        kept = [e for e in found if e.label != "ORGANIZATION"] + [at[body.start_char] for body in bodies]
        return _outermost(kept)

    def _small(self, reading: str, body: Entity) -> bool:
        """Whether the name says little without its whole's: "Phòng Tổng hợp", "Quản lý Dược" of "Cục trưởng ..."."""
        if body.text.split()[0].lower() in SMALL:
            return True
        headless = (
            self.g.heads.longest(syllables(reading, body.start_char, min(body.end_char, body.start_char + _AHEAD)), 0)
            is None
        )
        return headless and body.kind == "agency"

    def _end(self, reading: str, body: Entity, persons: set[int], places: set[int]) -> int:
        """Where the name ends by the words after it."""
        end = body.end_char
        if body.kind in _CLOSED:
            return end
        row = syllables(reading, end, min(len(reading), end + _AHEAD))
        if not row[0].cap and row[0].low != "lần" and self._ends_with_unit(reading, body):
            return end
        stop, sure = self._stop(row, persons)
        if stop == 0 or stop > _MAX_WORDS:
            return end
        if end in places:  # "Hội Doanh nghiệp Hàng Việt Nam | chất lượng cao - bà Lê Thị An"
            certain = sure and stop < _MAX_SMALL and (row[stop].text == "-" or row[stop].start in persons)
            return row[stop - 1].end if certain else end
        last = row[stop - 1]
        if (sure and stop <= _MAX_SMALL) or (last.cap and _close(row[:stop])) or stop < _MAX_SMALL:
            return last.end
        return end

    def _ends_with_unit(self, reading: str, body: Entity) -> bool:
        """Whether a bare unit ends the name: "ban chỉ huy quân sự phường | bắn chết chị ..."."""
        row = syllables(reading, max(body.start_char, body.end_char - _LONGEST_UNIT), body.end_char)[:-2]
        if len(row) < 2 or row[-1].cap:
            return False
        units = [self.g.unit_words.longest(row, len(row) - words) for words in (1, 2)]
        if not any(unit and unit[0] == len(row) for unit in units):
            return False
        return row[-2].low not in self.g.ends_of_words.get(row[-1].low, ())  # Cục Xuất bản

    def _stop(self, row: list[Syllable], persons: set[int]) -> tuple[int, bool]:
        """How many words go on with the name, and whether a mark or a person's name, not a verb, is what ends it."""
        for number, piece in enumerate(row[:-2]):
            if (
                piece.start in persons
                or piece.text in _MARKS
                or (piece.text == "-" and not piece.glued)
                or led_name_at(self.g, row, number)
            ):
                return number - (number > 0 and row[number - 1].low == "và"), True
            if not piece.cap and self.g.verbs_after.longest(row, number):
                return number, False
            if not (piece.text[0].isalnum() or piece.glued):
                return number, False
            if piece.low in {"và", "&"} and not (row[number + 1].cap or self.g.fields.longest(row, number + 1)):
                return number, False
            field = self.g.fields.longest(row, number)
            if number == 0 and not piece.cap and ((field and field[1] == "verb") or self.g.unit_words.longest(row, 0)):
                return 0, False
            if number > _MAX_WORDS:
                break
        return 0, False


def _close(words: list[Syllable]) -> bool:
    """Whether no more than three words in small letters follow each other: "và Đồng cỏ Ba Vì"."""
    capitals = [-1, *(n for n, word in enumerate(words) if word.cap)]
    return all(after - before <= _MAX_SMALL for before, after in pairwise(capitals))


def _whole_end(reading: str, kind: str | None, end: int, bodies: dict[int, Entity], *, small: bool) -> int:
    """Past the body that this one is part of: "của Bệnh viện Y", ", Bệnh viện Y", "(Bệnh viện Y)".

    A bracket belongs to it only where its own name says little: "Phòng Tổng hợp (Sở Y tế)", "Quản lý Dược (Bộ Y tế)".
    """
    joint = _OF.match(reading, end)
    whole = bodies.get(joint.end()) if joint else None
    if joint is None or whole is None or not reading[joint.end()].isupper():
        return end
    mark = joint.group().strip()
    if mark in {",", "(", "-"} and whole.kind not in PARTS.get(kind or "", ()):
        return end
    if mark == "(":
        if not small:
            return end
        return whole.end_char + 1 if reading[whole.end_char : whole.end_char + 1] == ")" else end
    return whole.end_char


def _outermost(found: list[Entity]) -> list[Entity]:
    """Without the bodies and persons that lie inside a longer body; places inside stay."""
    ordered = sorted(found, key=lambda e: (e.start_char, -e.end_char))
    bodies = [e for e in ordered if e.label == "ORGANIZATION"]
    starts = [e.start_char for e in bodies]
    kept = []
    for entity in ordered:
        before = bisect_left(starts, entity.start_char) - 1
        inside = before >= 0 and bodies[before].end_char >= entity.end_char
        if entity.label == "LOCATION" or not inside:
            kept.append(entity)
    return kept
