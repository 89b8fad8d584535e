"""Lists of honours under a heading: a company's prizes, a scholar's merits, each item an honour of the one it is about.

Các giải thưởng mà Công ty Sao Mai đã nhận:          heading: says "giải thưởng" and whose they are
* Giải trong nước:                                   a heading under it
- Thương hiệu xanh (Tạp chí Nhịp Sống bình chọn)     item: name, and who gave it
Top 10 nhà bán lẻ năm 2020; Sao vàng đất Việt        several items in a line
Tòa nhà xanh cho Sao Mai Tower                       item of another recipient
"""

from dataclasses import dataclass

import regex

from boctin.stages.awards.expressions import Expression
from boctin.stages.awards.lexicon import Lexicon
from boctin.stages.awards.recipients import Party, Range

_HEADING = regex.compile(
    r"\s*[*+•-]?\s*(?:các |những |một số |hàng loạt )?(?P<noun>giải thưởng|giải)(?!\p{L})[^:;]{0,120}:\s*",
)
_OWNER = regex.compile(
    r"(?:mà|của)\s+(?P<who>[^:]{2,80}?)\s+(?:đã|được|nhận|đạt|từng|vinh dự)(?!\p{L})", regex.IGNORECASE
)
_ITEM = regex.compile(r"[^;()\n]+(?:\([^()\n]*\)[^;()\n]*)*+")
_FOR = regex.compile(
    r"\s*(?:dành cho|cho)\s+(?:dự án\s+|tòa nhà\s+|sản phẩm\s+)?(?P<who>\p{Lu}[\p{L}\d&.]*(?: \p{Lu}[\p{L}\d&.]*| \d+)*)"
)
_BY = regex.compile(
    r"(?<!\p{L})(?:do\s+)(?P<do>\p{Lu}[^;,()]{2,70}?)\s+(?:bình chọn|trao|tặng|công nhận|vinh danh)|\((?P<in>\p{Lu}[^;,()]{2,70}?)\s+(?:bình chọn|trao|tặng|công nhận|vinh danh)"
)
_GOT = regex.compile(
    r"(?P<who>\p{Lu}[^;,()]{2,60}?)\s+(?:đạt|đoạt|nhận|giành)\s+(?:danh hiệu|giải thưởng|giải)\s+(?=\p{Lu})"
)
_NAME_END = regex.compile(r"\s*(?:[(;]|(?<!\p{L})(?:năm|do|cho|dành cho|trong|các năm)(?!\p{L})|(?:19|20)\d\d|$)")
_PRIZE_WORD = regex.compile(r"(?<!\p{L})(?:Giải thưởng|giải thưởng|Giải|giải)(?!\p{L})")


@dataclass(frozen=True, slots=True)
class Listed:
    """A prize read from a list."""

    expression: Expression
    party: Party
    conferrer: Range | None
    item: Range


def read_lists(lexicon: Lexicon, reading: str, low: str, parts: list[Range]) -> tuple[list[Listed], list[Range]]:
    """The prizes listed under headings among the lines of an article, and the lines that they take up."""
    found: list[Listed] = []
    taken: list[Range] = []
    noun: Range | None = None
    owner: Range | None = None
    for start, end in parts:
        heading = _HEADING.fullmatch(low, start, end)
        if heading:
            noun = heading.span("noun")
            said = _OWNER.search(reading, start, end)
            owner = said.span("who") if said else owner
            taken.append((start, end))
            continue
        if noun is None or owner is None:
            continue
        items = [_item(lexicon, reading, m.span(), noun, owner) for m in _ITEM.finditer(reading, start, end)]
        if not items or None in items:
            noun = owner = None  # the list is over
            continue
        found += [item for item in items if item]
        taken.append((start, end))
    return found, taken


def _item(lexicon: Lexicon, reading: str, span: Range, noun: Range, owner: Range) -> Listed | None:
    start, end = span
    while start < end and reading[start] in " *+•-.":
        start += 1
    if start >= end or not (reading[start].isupper() or reading[start] == '"') or end - start > 260:
        return None
    got = _GOT.match(reading, start, end)
    begin = got.end() if got else start
    stop = _NAME_END.search(reading, begin, end)
    name = (begin, stop.start() if stop else end)
    while name[1] > name[0] and reading[name[1] - 1] in ' .,"':
        name = (name[0], name[1] - 1)
    if reading[name[0]] == '"':
        name = (name[0] + 1, name[1])
    if not 2 <= len(reading[name[0] : name[1]].split()) <= 14:
        return None
    to = _FOR.search(reading, name[1], end)
    who = got.span("who") if got else to.span("who") if to else owner
    by = _BY.search(reading, name[1], end)
    giver = None if by is None else by.span("do") if by.group("do") else by.span("in")
    word = _PRIZE_WORD.search(reading, start, end)
    award = word.span() if word else noun
    kind = lexicon.kind_of_form["giải thưởng" if award[1] - award[0] > 4 else "giải"]
    expression = Expression(kind, start, end, award=award, name=name)
    return Listed(expression, Party(*who, 1, "collective", [who], form="body"), giver, (start, end))
