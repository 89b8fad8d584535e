"""Which words of an article carry which facts, and the text cut where any of them begins or ends.

Facts overlap and cross: "Giấy khen cho Chủ tịch UBND" | "Chủ tịch UBND xã Lê Văn Tám". HTML elements cannot cross, so
the text is cut at every boundary, and each piece names all marks that cover it.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from boctin.view.labels import KINDS

# The words themselves; the position of an official; the words that a slot was read from.
Role = Literal["words", "position", "evidence"]
# Lines under the words stand one under the other up to this many; deeper ones share the last.
LANES = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the article `[start, end)` that belong to a fact. `lane` is the line under the words that shows it."""

    kind: str
    fact: str
    role: Role
    slot: str
    start: int
    end: int
    number: int
    lane: int

    @property
    def anchor(self) -> str:
        """The name of these words within the record."""
        return f"{self.fact}-{self.number}"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece `[start, end)` of the text in which no mark begins or ends; `marks` from the longest to the shortest."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(record: Mapping[str, Any]) -> list[Mark]:
    """The marks of all facts of a record (its JSON form), by where they begin. Spans outside the text are left out.

    >>> record = {"article": {"text": "Sáng 7/12"}, "dates": [{"id": "d1", "text": "Sáng 7/12", "start_char": 0, "end_char": 9}]}
    >>> [(mark.kind, mark.fact, mark.start, mark.end) for mark in marks_of(record)]
    [('dates', 'd1', 0, 9)]
    """  # noqa: E501
    length = len(record["article"]["text"])
    found: list[tuple[int, int, str, str, Role, str]] = []
    for kind in KINDS:
        for fact in record.get(kind) or ():
            seen = set()
            for role, slot, start, end in _spans(fact):
                if 0 <= start < end <= length and (role, slot, start, end) not in seen:
                    seen.add((role, slot, start, end))
                    found.append((start, -end, kind, fact["id"], role, slot))
    found.sort()
    return list(_numbered(found))


def _spans(fact: Mapping[str, Any]) -> Iterator[tuple[Role, str, int, int]]:
    if "start_char" in fact:
        yield "words", "", fact["start_char"], fact["end_char"]
    for mention in fact.get("mentions") or ():
        yield "words", "", mention["start_char"], mention["end_char"]
    for position in fact.get("positions") or ():
        yield "position", "positions", position["start_char"], position["end_char"]
    for evidence in fact.get("evidence") or ():
        yield "evidence", evidence["slot"], evidence["start_char"], evidence["end_char"]


def _numbered(found: Sequence[tuple[int, int, str, str, Role, str]]) -> Iterator[Mark]:
    """Number the marks of each fact, and give each drawn one the first lane that is free where it begins."""
    counted: dict[str, int] = {}
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    lanes = 0
    for start, negative_end, kind, fact, role, slot in found:
        counted[fact] = counted.get(fact, 0) + 1
        lane = 0
        if role != "evidence":
            while busy and busy[0][0] <= start:
                heapq.heappush(free, heapq.heappop(busy)[1])
            if free:
                lane = heapq.heappop(free)
            else:
                lane, lanes = lanes, lanes + 1
            heapq.heappush(busy, (-negative_end, lane))
        yield Mark(kind, fact, role, slot, start, -negative_end, counted[fact], min(lane, LANES - 1))


def segments(length: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Cut a text of `length` characters at the boundaries of all marks; the pieces together are the whole text.

    >>> a, b = Mark("awards", "a1", "words", "", 0, 6, 1, 0), Mark("officials", "o1", "words", "", 4, 9, 1, 1)
    >>> [(s.start, s.end, [m.fact for m in s.marks]) for s in segments(10, [a, b])]
    [(0, 4, ['a1']), (4, 6, ['a1', 'o1']), (6, 9, ['o1']), (9, 10, [])]
    """
    bounds = sorted({0, length, *(m.start for m in marks), *(m.end for m in marks)})
    starting = sorted(marks, key=lambda m: m.start)
    active: list[Mark] = []
    at = 0
    for start, end in pairwise(bounds):
        active = [m for m in active if m.end > start]
        while at < len(starting) and starting[at].start <= start:
            active.append(starting[at])
            at += 1
        yield Segment(start, end, tuple(sorted(active, key=lambda m: (m.start - m.end, m.start, m.fact))))
