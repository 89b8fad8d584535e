"""Award expressions: the kind of an honour with its name and rank, as printed.

Huân chương Lao động | hạng Ba          order, rank
Kỷ niệm chương | "Vì sự nghiệp …"       kind, name
danh hiệu Nhà giáo nhân dân             a title is one with its name unless that is quoted
giải | Nhì | cuộc thi "…"               prize, rank, contest
biểu dương, khen thưởng                 commendation: a verb and an honour at once
"""

from dataclasses import replace

import regex

from boctin.stages.awards.expression import Expression, Range
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import COMMENDATIONS, Kind, Lexicon, any_of
from boctin.stages.awards.names import bare_name, quoted_name
from boctin.stages.awards.prizes import place_at, prize_at

_RANK = regex.compile(r"\s*(?P<rank>(?i:hạng)\s+(?i:nhất|nhì|ba|tư|[1-3]|i{1,3})(?![\p{L}\d]))")
_MORE_RANKS = regex.compile(r"\s*(?:,|và|,\s*và)\s*(?P<rank>(?i:hạng)\s+(?i:nhất|nhì|ba|[1-3]|i{1,3})(?![\p{L}\d]))")
_PARTY_YEARS = regex.compile(r"\s*(?P<name>\d{2}(?:\s*,\s*\d{2})*\s+năm\s+tuổi\s+(?i:đảng))")
_COLOUR = regex.compile(r"\s+(?i:vàng|bạc|đồng)(?!\p{L})")
_HONORARY = regex.compile(r"(?i:bằng)\s+(?:\p{L}+\s+){1,7}(?i:danh dự)(?!\p{L})")
_NOBLE = regex.compile(r"\s+(?:cao quý|vinh dự nhà nước|vinh dự)(?!\p{L})")
# "biểu dương, khen thưởng" is one commendation.
_COMMEND_TAIL = regex.compile(rf"(?:\s*(?:,|và|-|/)\s*|\s+){any_of(COMMENDATIONS)}")
_HALL = regex.compile(rf"\s+{any_of(GRAMMAR.commendation.names)}\s+(?=\")")


def find_expressions(lexicon: Lexicon, reading: str, low: str, start: int, end: int) -> list[Expression]:
    """All award expressions in `[start, end)`, in order, none inside another."""
    found: list[Expression] = []
    last = start
    for match in _HONORARY.finditer(reading, start, end):
        kind = lexicon.kind_of_form["tiến sĩ danh dự"]
        found.append(Expression(kind, *match.span(), award=match.span()))
    honorary = [(x.start, x.end) for x in found]
    for match in lexicon.forms.finditer(low, start, end):
        if match.start() < last or any(a <= match.start() < b for a, b in honorary):
            continue
        made = _expressions_at(lexicon, reading, low, match, end)
        found += made
        last = max([last, *(x.end for x in made)])
    return sorted(found, key=lambda x: (x.start, x.end))


def _expressions_at(lexicon: Lexicon, reading: str, low: str, match: regex.Match, end: int) -> list[Expression]:
    kind = lexicon.kind_of_form[match.group()]
    at = match.span()
    base = Expression(kind, *at, award=at)
    if kind.group == "commendation":
        words = match.group().split()
        if reading[at[0] + len(words[0]) + 1].isupper() and not reading[at[0] + 1].isupper():
            return []  # "đại biểu Dương …"
        return _commendation(reading, low, base, end)
    if kind.group == "prize":
        return prize_at(reading, low, base, end)
    if kind.group == "place":
        return place_at(reading, base, end)
    if kind.code == "danh_hieu":
        return _title(lexicon, reading, low, base, end)
    if kind.group in ("badge", "commemorative", "certificate", "flag", "medal", "order"):
        return _named(reading, base, end)
    return [base] if base.kind.alone or _is_title(reading, match.start(), kind) else []


# Titles that are common nouns as well are titles only where they are given or printed as names.
_GIVEN = regex.compile(r"(?:tặng|nhận|đạt|hiệu|phong|là)\s+[\"']?$")


def _is_title(reading: str, at: int, kind: Kind) -> bool:
    if kind.group != "title" or kind.code == "nghe_si_nhan_dan":
        return True
    return (reading[at].isupper() and kind.code != "gia_dinh_van_hoa") or bool(
        _GIVEN.search(reading, max(0, at - 12), at)
    )


def _commendation(reading: str, low: str, base: Expression, end: int) -> list[Expression]:
    stop = base.end
    while tail := _COMMEND_TAIL.match(low, stop, end):
        stop = tail.end()
    name = None
    if hall := _HALL.match(reading, stop, end):
        name = quoted_name(reading, hall.end(), end)
    finish = name[1] + 1 if name else stop
    return [replace(base, end=finish, award=(base.start, stop), name=name)]


def _named(reading: str, base: Expression, end: int) -> list[Expression]:
    at, award, name = base.end, base.award, None
    if base.kind.code == "huy_hieu" and (years := _PARTY_YEARS.match(reading, at, end)):
        name = years.span("name")
    elif base.kind.code == "huy_chuong" and (colour := _COLOUR.match(reading, at, end)):
        return [replace(base, end=colour.end(), award=(base.start, colour.end()), notes=frozenset({"colour"}))]
    elif quoted := quoted_name(reading, at, end):
        name = quoted if reading[quoted[0]].isupper() or reading[quoted[0]].isdigit() else None
    elif base.kind.code == "huan_chuong" and (bare := bare_name(reading, at, end, words=5)):
        award = (base.start, bare[1])
    elif base.kind.group in ("badge", "commemorative", "medal", "flag"):
        name = bare_name(reading, at, end)
    stop = max(award[1], name[1] + (reading[name[1] : name[1] + 1] in "\"'") if name else 0)
    made = [replace(base, end=stop, award=award, name=name)]
    return _with_ranks(reading, made[0], end)


def _with_ranks(reading: str, base: Expression, end: int) -> list[Expression]:
    rank = _RANK.match(reading, base.end, end)
    if rank is None:
        return [base]
    made = [replace(base, end=rank.end(), rank=rank.span("rank"))]
    while more := _MORE_RANKS.match(reading, made[-1].end, end):
        made.append(replace(base, start=more.start("rank"), end=more.end(), rank=more.span("rank")))
    return made


def _title(lexicon: Lexicon, reading: str, low: str, base: Expression, end: int) -> list[Expression]:
    noble = _NOBLE.match(low, base.end, end)
    at = noble.end() if noble else base.end
    if quoted := quoted_name(reading, at, end):
        return [replace(base, end=quoted[1] + 1, name=quoted, kind=_kind_of_name(lexicon, low, quoted) or base.kind)]
    known = None
    stop = at
    while form := regex.compile(r"\s*(?:,|và|hoặc)?\s*").match(low, stop, end):
        title = lexicon.forms.match(low, form.end(), end)
        if (
            title is None
            or lexicon.kind_of_form[title.group()].group not in ("title", "standard")
            or title.group() == "danh hiệu"
        ):
            break
        known, stop = known or lexicon.kind_of_form[title.group()], title.end()
    if known:
        return [replace(base, kind=known, end=stop, award=(base.start, stop))]
    bare = bare_name(reading, at, end)
    if bare is None:
        return [replace(base, notes=frozenset({"bare"}))]
    return [replace(base, end=bare[1], award=(base.start, bare[1]))]


def _kind_of_name(lexicon: Lexicon, low: str, name: Range) -> Kind | None:
    form = lexicon.forms.match(low, *name)
    kind = lexicon.kind_of_form[form.group()] if form else None
    return kind if kind and kind.group in ("title", "standard") else None
