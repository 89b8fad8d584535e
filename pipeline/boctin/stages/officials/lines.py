"""A name and its office on two lines, as in captions, lists and signatures.

Ông Lê Văn An,
Chủ tịch UBND huyện Thoại Sơn
"""

import regex

from boctin.doc import Entity
from boctin.stages.officials.joints import Link
from boctin.stages.officials.positions import Held

Range = tuple[int, int]

_CONFIDENCE = 0.8
_BREAK = regex.compile(r"[ ]*+(?P<mark>[,:-]?)[ ]*+\n\s*+(?:[-+*•]\s*+)?")
# What may stand before a name that has a line of its own: "Ông", "Đồng chí", "Đại tá, TS."
_LEAD = regex.compile(r"\s*+(?:[-+*•]\s*+)?(?:\p{L}{1,8}\.?,?\s++){0,3}")
_END = regex.compile(r"[ ]*+[.;]?[ ]*+(?:\n|$)")


def over_a_line(
    reading: str, line: Range, before: Range, runs: list[list[Held]], linked: list[Link], name: Entity
) -> Link | None:
    """The office that opens a line, with the name that ends the line before: where the name has that line to itself and
    the office this one, or a comma joins them."""
    run = runs[0]
    gap = _BREAK.fullmatch(reading, name.end_char, run[0].start)
    if gap is None or run[0].start - line[0] > 3 or any(link.held is run for link in linked):
        return None
    alone = _LEAD.fullmatch(reading, before[0], name.start_char) and _END.match(reading, run[-1].end, line[1] + 1)
    if gap.group("mark") != "," and not alone:
        return None
    return Link(name, run, "name_then_title", _CONFIDENCE)
