"""Lists of honours under a heading: a company's prizes, a student's merits; each item an honour of the one it is about.

Các giải thưởng mà Công ty Sao Mai đã nhận:          heading: says "giải thưởng" and whose they are
* Giải trong nước:                                   a heading under it
- Thương hiệu xanh (Tạp chí Nhịp Sống bình chọn)     item: name, and who gave it
Top 10 nhà bán lẻ năm 2020; Sao vàng đất Việt        several items in a line
Tòa nhà xanh cho Sao Mai Tower                       item of another recipient

Một số thành tích của Lê Văn An:                     heading: merits, of which only known honours count
- Giải Nhì cuộc thi "Ý tưởng xanh"
- Bằng khen của Trung ương Đoàn
"""

from dataclasses import dataclass
from itertools import pairwise

import regex

from boctin.stages.awards.expression import Expression
from boctin.stages.awards.expressions import find_expressions
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import Lexicon, any_of
from boctin.stages.awards.recipients import Party, Range

_WORDS = GRAMMAR.lists
_HEADING = regex.compile(
    rf"\s*(?:\d{{1,2}}[.)]|[*+•-])?\s*(?:[^:;\n]{{0,160}}?)??(?P<noun>{any_of(_WORDS.headings)})"
    rf"(?!\s+{any_of(GRAMMAR.contests.not_prize)})[^:;\n]{{0,120}}:\s*"
)
_NO_HEADING = regex.compile(any_of(_WORDS.not_headings))
_CAPITALS = r"\p{Lu}[\p{L}\d&.]*(?: \p{Lu}[\p{L}\d&.]*| \d{1,3}(?!\d)| và(?= \p{Lu}))*"
# Whose list it is: behind "mà" or "của", or the subject of the heading ("Sao Mai đã được vinh danh tại các giải").
_OWNED = regex.compile(
    r"(?<!\p{L})(?:mà|của)\s+(?:\p{Ll}+\s+){0,4}?(?P<who>\p{Lu}[^:,;]{1,60}?)"
    r"\s*(?:(?<!\p{L})(?:đã|được|nhận|đạt|từng|vinh dự|giành|năm|trong)(?!\p{L})|:)"
)
_SUBJECT = regex.compile(
    r"\s*(?:Năm \d{4},?\s+)?(?!(?:Các|Những|Một|Hàng|Giải|Thành|Danh|Phần|Ngoài|Trong)\b)(?P<who>\p{Lu}[^:,;]{1,60}?)"
    r"\s+(?:đã|được|nhận|đạt|từng|vinh dự|ghi dấu|giành)(?!\p{L})"
)
_ITEM = regex.compile(r"[^;()\n]+(?:\([^()\n]*\)[^;()\n]*)*+")
_DASHED = regex.compile(r"\.\s*-\s*(?=\p{Lu})")
_FOR = regex.compile(
    r"\s*(?:dành cho|cho)\s+(?:dự án\s+|tòa nhà\s+|sản phẩm\s+)?"
    r"(?P<who>\p{Lu}[\p{L}\d&]*(?:[. ]{1,2}\p{Lu}[\p{L}\d&]*| \d+)*)"
)
_GIVES = any_of(_WORDS.gives)
_BY = regex.compile(
    rf"(?<!\p{{L}})do\s+(?P<a>\p{{Lu}}[^;,()]{{2,70}}?)\s+{_GIVES}|\((?P<b>\p{{Lu}}[^;,()]{{2,70}}?)\s+{_GIVES}"
    r"|(?<!\p{L})của\s+(?P<c>\p{Lu}[^;,.()]{2,70}?)(?=\s*(?:[;,.()]|năm \d|$))"
)
_GOT = regex.compile(rf"(?P<who>{_CAPITALS})\s+(?:đạt|đoạt|nhận|giành)\s+(?:danh hiệu|giải thưởng|giải)\s+(?=\p{{Lu}})")
# "- Đạt | danh hiệu …"
_REACHED = regex.compile(
    r"(?:Đạt|Đoạt|Giành|Nhận|Được (?:trao |tặng |nhận )?|Đón nhận)\s*(?=danh hiệu|giải|\p{L}+ khen|hu|kỷ niệm)",
    regex.IGNORECASE,
)
_NAME_END = regex.compile(rf"\s*(?:[(;:]|{any_of(_WORDS.name_ends)}|(?:19|20)\d\d|$)")
# The winner behind a prize and a colon, as in a list of a pageant.
_WINNER = regex.compile(rf":\s+(?P<who>{_CAPITALS})")
_SENTENCE = regex.compile(any_of(_WORDS.says), regex.IGNORECASE)
_PRIZE_WORD = regex.compile(r"(?<!\p{L})(?i:giải thưởng|giải)(?!\p{L})")


@dataclass(frozen=True, slots=True)
class Listed:
    """A prize read from a list."""

    expression: Expression
    party: Party
    conferrer: Range | None
    item: Range


@dataclass(slots=True)
class _List:
    noun: Range
    owner: Range
    prizes: bool  # items need not be known honours: a bare name is a prize


def read_lists(lexicon: Lexicon, reading: str, low: str, lines: list[Range]) -> tuple[list[Listed], list[Range]]:
    """The honours listed under headings among the lines of an article, and the lines that they take up."""
    found: list[Listed] = []
    taken: list[Range] = []
    current: _List | None = None
    for start, end in lines:
        if opened := _opened(reading, low, start, end, current):
            current = opened
            taken.append((start, end))
        elif current:
            items = [_item(lexicon, reading, low, span, current) for span in _spans(reading, start, end)]
            whole = all(items) if current.prizes else reading[start] in "*+•-" or bool(items and items[0])
            if not items or not whole:
                current = None
                continue
            found += [item for item in items if item]
            taken.append((start, end))
    return (found, taken) if found else ([], [])


def _opened(reading: str, low: str, start: int, end: int, current: _List | None) -> _List | None:
    """The list that a line opens, or goes on with under a heading of its own."""
    if reading[end - 1] != ":" or end - start > 240 or _NO_HEADING.search(low, start, end):
        return None
    heading = _HEADING.fullmatch(low, start, end)
    if heading is None:
        return None
    owner = _OWNED.search(reading, start, end) or _SUBJECT.match(reading, start, end)
    who = owner.span("who") if owner else current.owner if current else None
    noun = heading.span("noun")
    return _List(noun, who, low[noun[0] : noun[1]].startswith("giải")) if who else None


def _spans(reading: str, start: int, end: int) -> list[Range]:
    spans: list[Range] = []
    for item in _ITEM.finditer(reading, start, end):
        cuts = [item.start(), *(m.end() for m in _DASHED.finditer(reading, *item.span())), item.end()]
        spans += pairwise(cuts)
    return spans


def _item(lexicon: Lexicon, reading: str, low: str, span: Range, current: _List) -> Listed | None:
    start, end = span
    while start < end and reading[start] in " *+•-.":
        start += 1
    if start >= end or end - start > 260 or _SENTENCE.search(reading, start, end):
        return None
    by = _BY.search(reading, start, end)
    giver = None if by is None else next(by.span(g) for g in "abc" if by.group(g))
    reached = _REACHED.match(reading, start, end)
    start = reached.end() if reached else start
    known = [x for x in find_expressions(lexicon, reading, low, start, end) if "unsaid" not in x.notes]
    if known and known[0].start - start < 3 and known[0].kind.group != "commendation" and "bare" not in known[0].notes:
        return Listed(known[0], _party(current.owner), giver, (start, end))
    if not current.prizes or not (reading[start].isupper() or reading[start] == '"'):
        return None
    got = _GOT.match(reading, start, end)
    name = _name(reading, got.end() if got else start, end)
    if not 2 <= len(reading[name[0] : name[1]].split()) <= 14:
        return None
    to = _WINNER.search(reading, start, end) or _FOR.search(reading, name[1], end)
    who = got.span("who") if got else to.span("who") if to else current.owner
    word = _PRIZE_WORD.search(reading, start, end)
    award = word.span() if word else current.noun
    kind = lexicon.kind_of_form["giải thưởng" if award[1] - award[0] > 4 else "giải"]
    return Listed(Expression(kind, start, end, award=award, name=name), _party(who), giver, (start, end))


def _name(reading: str, start: int, end: int) -> Range:
    stop = _NAME_END.search(reading, start, end)
    last = stop.start() if stop else end
    while last > start and reading[last - 1] in ' .,"':
        last -= 1
    return (start + 1, last) if reading[start] == '"' else (start, last)


def _party(who: Range) -> Party:
    return Party(*who, 1, "collective", [who], form="body")
