"""Award expressions: the kind of an honour with its name and rank, as printed.

Huân chương Lao động | hạng Ba          order, rank
Kỷ niệm chương | "Vì sự nghiệp …"       kind, name
danh hiệu Nhà giáo nhân dân             a title is one with its name unless that is quoted
giải | Nhì | cuộc thi "…"               prize, rank, contest
biểu dương, khen thưởng                 commendation: a verb and an honour at once
"""

import re
from dataclasses import replace
from itertools import pairwise

import regex

from boctin.stages.awards.categories import categories, category_after, known_after
from boctin.stages.awards.expression import Expression, Range
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import COMMENDATIONS, Kind, Lexicon, any_of
from boctin.stages.awards.names import bare_name, quoted_name
from boctin.stages.awards.prizes import DAY_NAME, olympiad_after, pageant_at, place_at, prize_at, quoted_row

_RANK = regex.compile(r"\s*(?P<rank>(?i:hạng)\s+(?i:nhất|nhì|ba|tư|[1-3]|i{1,3})(?![\p{L}\d]))")
# When an honour of a row was given: "Huân chương Lao động hạng Ba (năm 2001), hạng Nhì năm 2006".
_DATED = r"(?:\s*\((?:năm )?(?:19|20)\d\d\)|\s+(?:vào )?(?:năm )?(?:19|20)\d\d(?![\d/.-]))"
_DATED_IN_ROW = regex.compile(rf"{_DATED}(?=\s*(?:,|;|và(?!\p{{L}})))")
_IN_ROW = 20
_MORE_RANKS = regex.compile(
    rf"{_DATED}?\s*(?:,|và|,\s*và)\s*(?P<rank>(?:(?i:hạng)\s+(?i:nhất|nhì|ba|[1-3]|i{{1,3}})|Nhất|Nhì|Ba|I{{1,3}})(?![\p{{L}}\d]))"
)
_PARTY_YEARS = regex.compile(r"\s*(?P<name>(?:\d{2}(?:\s+năm)?\s*(?:,|và)\s*){0,8}\d{2}\s+năm\s+tuổi\s+(?i:đảng))")
_COLOUR = regex.compile(r"\s+(?i:vàng|bạc|đồng)(?!\p{L})")
_HONORARY = regex.compile(r"(?i:bằng)\s+(?:\p{L}+\s+){1,7}(?i:danh dự)(?!\p{L})")
# "Chiến sĩ thi đua cấp cơ sở, cấp tỉnh" is one title at two levels.
_LEVEL = regex.compile(
    r"(?:\s*(?:,|và))?\s*cấp (?:cơ sở|huyện|tỉnh|thành phố|tp|bộ|ngành|trung ương|toàn quốc)(?!\p{L})"
)
_NOBLE = regex.compile(r"\s+(?:cao quý|vinh dự nhà nước|vinh dự)(?!\p{L})")
# "biểu dương, khen thưởng" is one commendation.
_COMMEND_TAIL = regex.compile(rf"(?:\s*(?:,|và|-|/)\s*|\s+){any_of(COMMENDATIONS)}")
_HALL = regex.compile(
    rf"\s+(?:(?P<as>là|trở thành)|(?:(?:tại|ở|với)\s+)?(?:hai|ba|bốn|các|nhiều|\d+)\s+(?:hạng mục|danh hiệu):?"
    rf"|(?:(?:trong|vào|ở|tại) )?(?:danh sách )?(?:top|danh sách|chương trình)(?= *\")"
    rf"|{any_of(GRAMMAR.commendation.names)}:?)?\s*(?=\"|\p{{L}})"
)
# Behind its recipient what it is honoured as: "vinh danh Khách sạn Sao Mai là | "Khách sạn xanh"".
_HONOURED_AS = regex.compile(r" (?:(?!là |trở thành )[\p{L}\d&'-]+ ){1,9}(?:là|trở thành) (?=\"?\p{Lu})")
_TOP = regex.compile(r"(?P<top>(?i:top)\s+\d+)")
_NEXT_TOP = regex.compile(
    r"\s*(?:,|và|;|&)\s*(?P<top>(?i:top)\s+\d+|(?=(?:\p{Lu}[\p{L}\d&']* ){1,6}(?:Awards?|Prize)(?!\p{L})))"
)
_YEAR = regex.compile(r" năm (?:19|20)\d\d(?!\d)")
_PREDICATE_END = regex.compile(
    rf"\s*(?:[,.;:()\"\n!?]|\s-\s|{any_of(GRAMMAR.commendation.name_ends)}|\d+ (?:năm|lần)|$)"
)


def find_expressions(lexicon: Lexicon, reading: str, low: str, start: int, end: int) -> list[Expression]:
    """All award expressions in `[start, end)`, in order, none inside another."""
    found: list[Expression] = []
    last = start
    for degree in _HONORARY.finditer(reading, start, end):
        kind = lexicon.kind_of_form["tiến sĩ danh dự"]
        found.append(Expression(kind, *degree.span(), award=degree.span()))
    unsaid = categories(lexicon.kind_of_form["giải"], reading, low, start, end)
    taken = [(x.start, x.end) for x in [*found, *unsaid]]
    for match in lexicon.forms.finditer(low, start, end):
        if match.start() < last or any(a <= match.start() < b for a, b in taken):
            continue
        if _lies_inside(lexicon, low, match.start()):
            continue
        made = _expressions_at(lexicon, reading, low, match, end)
        found += made
        last = max([last, *(x.end for x in made)])
    found += [x for x in unsaid if not any(x.start < y.end and y.start < x.end for y in found)]
    return _in_rows(reading, sorted(found, key=lambda x: (x.start, x.end)))


def _in_rows(reading: str, found: list[Expression]) -> list[Expression]:
    """The honours with the years between those of a row taken in, which part none of them from the next."""
    for i, (x, following) in enumerate(pairwise(found)):
        dated = _DATED_IN_ROW.match(reading, x.end, following.start)
        if dated and following.start - dated.end() <= _IN_ROW:
            found[i] = replace(x, end=dated.end())
    return found


def _lies_inside(lexicon: Lexicon, low: str, at: int) -> bool:
    """Whether a form is only letters of other words: "phát | huy hiệu | quả"."""
    return any(m.start() < at < m.end() for m in lexicon.inside.finditer(low, max(0, at - 8), at + 16))


def _expressions_at(lexicon: Lexicon, reading: str, low: str, match: "re.Match[str]", end: int) -> list[Expression]:
    kind = lexicon.kind_of_form[match.group()]
    at = match.span()
    base = Expression(kind, *at, award=at)
    if kind.group == "commendation":
        words = match.group().split()
        if reading[at[0] + len(words[0]) + 1].isupper() and not reading[at[0] + 1].isupper():
            return []  # "đại biểu Dương …"
        return _commendation(reading, low, base, end)
    if kind.group == "prize":
        return prize_at(lexicon, reading, low, base, end)
    if kind.group == "place":
        return place_at(reading, base, end)
    if kind.code == "danh_hieu":
        return _title(lexicon, reading, low, base, end)
    if kind.group in ("badge", "commemorative", "certificate", "flag", "medal", "order"):
        # "cờ" alone is no honour but before its name: "Cờ "Đơn vị xuất sắc"".
        return _named(reading, base, end) if match.group() != "cờ" or reading.startswith(' "', base.end) else []
    if not (base.kind.alone or _is_title(reading, match.start(), kind)):
        return []
    stop = _past_levels(low, base.end, end) if kind.group == "title" else base.end
    return [replace(base, end=stop, award=(base.start, stop))]


def _past_levels(low: str, at: int, end: int) -> int:
    """The end of a title with the levels that it is given at."""
    while level := _LEVEL.match(low, at, end):
        at = level.end()
    return at


# Titles that are common nouns as well are titles only where they are given or printed as names.
_GIVEN = regex.compile(r"(?:tặng|nhận|đạt|hiệu|phong|là)\s+[\"']?$")
# … but "Đạo diễn xuất sắc là | NSND Lê An" calls him by it.
_GIVEN_TO = regex.compile(r"(?:tặng|nhận|đạt|hiệu|phong)\s+[\"']?$")


_CALLED = regex.compile(r"(?:\p{Lu}{4}|\p{L}+ \p{L}+ \p{L}+ \p{L}+)\s+\p{Lu}\p{Ll}+")
_FORMS_OF_ADDRESS = frozenset(
    f"{who}_{how}" for who in ("nghe_si", "nha_giao", "thay_thuoc") for how in ("nhan_dan", "uu_tu")
) | {"nghe_nhan"}
_RECOGNISED = regex.compile(r"(?:danh hiệu|công nhận(?: là)?|đạt|phong tặng|bình chọn(?: là)?|chọn là)\s+[\"']?$")


def _is_title(reading: str, at: int, kind: Kind) -> bool:
    if kind.group != "title":
        return True
    if kind.code in _FORMS_OF_ADDRESS:
        # "NSND Trà Giang" only calls her by her title.
        called = _CALLED.match(reading, at) is not None
        return not called or bool((_GIVEN_TO if called else _GIVEN).search(reading, max(0, at - 12), at))
    if kind.code == "danh_hieu_nganh":
        return bool(_RECOGNISED.search(reading, max(0, at - 20), at))
    return (reading[at].isupper() and kind.code != "gia_dinh_van_hoa") or bool(
        _GIVEN.search(reading, max(0, at - 12), at)
    )


def _commendation(reading: str, low: str, base: Expression, end: int) -> list[Expression]:
    stop = base.end
    while tail := _COMMEND_TAIL.match(low, stop, end):
        stop = tail.end()
    first = replace(base, end=stop, award=(base.start, stop))
    hall = _HALL.match(reading, stop, end)
    if base.kind.code == "vinh_danh" and (far := _HONOURED_AS.match(reading, stop, end)):
        name = quoted_name(reading, far.end(), end) or _predicate(reading, far.end(), end)
        return [replace(first, name=name)]
    if hall is None:
        return [first]
    if name := quoted_name(reading, hall.end(), end):
        return quoted_row(reading, replace(first, end=name[1] + 1, name=name), end)
    if top := _TOP.match(reading, hall.end(), end):
        return _tops(reading, first, top, end)
    if hall.group("as") and (name := _predicate(reading, hall.end(), end)):
        return [replace(first, end=name[1], name=name)]
    return [first]


def _tops(reading: str, first: Expression, top: regex.Match | None, end: int) -> list[Expression]:
    """Places in rankings: "vinh danh tại Top 100 …, Top 10 …"."""
    made: list[Expression] = []
    while top:
        start = first.start if not made else top.start("top")
        name = bare_name(reading, top.start("top") - 1, end, capital=False, words=14) or top.span("top")
        year = _YEAR.match(reading, name[1], end)
        name = (name[0], year.end()) if year else name
        made.append(replace(first, start=start, end=name[1], name=name))
        top = _NEXT_TOP.match(reading, name[1], end)
    return made


def _predicate(reading: str, at: int, end: int) -> Range | None:
    """What somebody is honoured as, with no quotes: "vinh danh là thành phố sáng tạo"."""
    stop = _PREDICATE_END.search(reading, at, end)
    finish = len(reading[: stop.start() if stop else end].rstrip())
    return (at, finish) if 2 <= len(reading[at:finish].split()) <= 20 else None


def _named(reading: str, base: Expression, end: int) -> list[Expression]:
    at, award, name = base.end, base.award, None
    if base.kind.code == "huy_hieu" and (years := _PARTY_YEARS.match(reading, at, end)):
        name = years.span("name")
    elif base.kind.code == "huy_chuong" and (colour := _COLOUR.match(reading, at, end)):
        of = olympiad_after(reading, colour.end(), end)
        metal = replace(base, award=(base.start, colour.end()), notes=frozenset({"colour"}))
        return [replace(metal, end=of[1] if of else colour.end(), name=of)]
    elif base.kind.code == "huy_hieu" and (day := DAY_NAME.match(reading, at, end)):
        name = day.span("name")
    elif quoted := quoted_name(reading, at, end):
        name = quoted if reading[quoted[0]].isupper() or reading[quoted[0]].isdigit() else None
    elif base.kind.code == "huan_chuong" and (bare := bare_name(reading, at, end, words=8)):
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
    at += reading.startswith(': "', at)  # danh hiệu: "…"
    if quoted := quoted_name(reading, at, end):
        return [replace(base, end=quoted[1] + 1, name=quoted, kind=_kind_of_name(lexicon, low, quoted) or base.kind)]
    known = None
    stop = at
    while form := regex.compile(r"\s*(?:,|và|hoặc)?\s*").match(low, stop, end):
        title = lexicon.forms.match(low, form.end(), end)
        if (
            title is None
            or lexicon.kind_of_form[title.group()].group not in ("title", "standard")
            or lexicon.kind_of_form[title.group()].code == "danh_hieu"
        ):
            break
        known, stop = known or lexicon.kind_of_form[title.group()], title.end()
    if known:
        stop = _past_levels(low, stop, end)
        return [replace(base, kind=known, end=stop, award=(base.start, stop))]
    place = lexicon.forms.match(low, at + 1, end)
    if place and (kind := lexicon.kind_of_form[place.group()]).group == "place":
        pageant = pageant_at(reading, place.start(), end)
        finish = pageant[1] if pageant else (bare_name(reading, at, end) or place.span())[1]
        return [replace(base, kind=kind, end=finish, award=(base.start, finish))]
    if voted := known_after(reading, low, at, end):
        return [replace(base, end=voted[1], award=(base.start, voted[1]), notes=frozenset({"voted"}))]
    bare = category_after(reading, low, at, end) or bare_name(reading, at, end)
    bare = bare or _common_title(lexicon, reading, low, at, end)
    if bare is None:
        return [replace(base, notes=frozenset({"bare"}))]
    return [replace(base, end=bare[1], award=(base.start, bare[1]))]


def _common_title(lexicon: Lexicon, reading: str, low: str, at: int, end: int) -> Range | None:
    """A title in small letters, which is one of those who get it: "danh hiệu nông dân sản xuất giỏi"."""
    noun = lexicon.noun.match(low, at + 1, end)
    if noun is None or noun.group() in ("ông", "bà", "anh", "chị", "em", "cô", "thầy", "người", "bạn"):
        return None
    name = bare_name(reading, at, end, capital=False, words=8)
    return name if name and len(reading[name[0] : name[1]].split()) > 2 else None


def _kind_of_name(lexicon: Lexicon, low: str, name: Range) -> Kind | None:
    form = lexicon.forms.match(low, *name)
    kind = lexicon.kind_of_form[form.group()] if form else None
    return kind if kind and kind.group in ("title", "standard") else None
