"""Rows of people in which the entities lack a name.

các tác giả Lê An, Thủy Mai, Đỗ Nhật Phương      in or behind a row of people a full name is one of them
"""

import regex

from boctin.doc import Entity
from boctin.stages.awards.expression import Range
from boctin.stages.awards.lexicon import Lexicon

_JOIN = r"(?:, và | và |, )"
# What may stand behind a whole name of a row.
_BEHIND = r"(?=,(?! \d)| và |[.;)]| (?:đã|được|cùng|đều|đoạt|giành|nhận|lần)(?!\p{L})|$)"
_NEXT = regex.compile(rf"{_JOIN}(?P<name>\p{{Lu}}\p{{Ll}}+(?: \p{{Lu}}\p{{Ll}}+){{1,3}}+){_BEHIND}")
_JOINED = regex.compile(_JOIN)
_JOINED_BEFORE = regex.compile(rf"{_JOIN}$")
# "các tác giả | Lê An", "3 thí sinh gồm | Lê An": a row of people begins.
_OPENS = regex.compile(r"(?<!\p{L})(?:các|những|hai|ba|bốn|năm|\d{1,2}) (?:\p{Ll}+ ){1,3}(?:gồm |là |như )?$")
_LONGEST_OPENING = 40


def lacking(
    lexicon: Lexicon, reading: str, low: str, span: Range, people: list[Range], entities: list[Entity]
) -> list[Range]:
    """The names of people in rows that no entity covers; `people` are those known."""
    if not people:
        return []
    starts = {a for a, _ in people}
    ends = {b for _, b in people}
    found: list[Range] = []
    for a, b in people:
        row: list[Range] = []
        place = False
        at = b
        while (more := _NEXT.match(reading, at, span[1])) and more.start("name") not in starts:
            name = more.span("name")
            over = [e for e in entities if e.start_char < name[1] and name[0] < e.end_char]
            if any(not _is_like_person(e, name) for e in over) or _is_other(lexicon, low, name[0]):
                break
            place = place or bool(over)
            row.append(name)
            at = name[1]
        if not row:
            continue
        join = _JOINED.match(reading, at)
        before = _JOINED_BEFORE.search(reading, max(span[0], a - 5), a)
        goes_on = join is not None and join.end() in starts
        behind = not place and before is not None and before.start() in ends
        if goes_on or behind or _OPENS.search(low, max(span[0], a - _LONGEST_OPENING), a):
            found += row
    return found


def _is_like_person(entity: Entity, name: Range) -> bool:
    """Whether what is read as a place is only one by its name, within a row of people: "các ca sĩ Lê Lan, Lệ Thủy"."""
    whole = (entity.start_char, entity.end_char) == name
    return whole and entity.label == "LOCATION" and entity.kind not in ("province", "country")


def _is_other(lexicon: Lexicon, low: str, at: int) -> bool:
    """Whether a word for a body, a group or an honour begins here: no name of a person."""
    return any(words.match(low, at) for words in (lexicon.noun, lexicon.body_noun, lexicon.conferrer, lexicon.forms))
