"""Award expressions: the kind of an honour with its name and rank, as printed.

Huân chương Lao động | hạng Ba          order, rank
Kỷ niệm chương | "Vì sự nghiệp …"       kind, name
danh hiệu Nhà giáo nhân dân             a title is one with its name unless that is quoted
giải | Nhì | cuộc thi "…"               prize, rank, contest
biểu dương, khen thưởng                 commendation: a verb and an honour at once
"""

from dataclasses import dataclass, field, replace

import regex

from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import COMMENDATIONS, STOP_WORDS, Kind, Lexicon, any_of

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Expression:
    """An award expression at `[start, end)`; `award`, `name`, `rank` are ranges of the text."""

    kind: Kind
    start: int
    end: int
    award: Range
    name: Range | None = None
    rank: Range | None = None
    bearer: Range | None = None  # "Đạo diễn xuất sắc (Đặng Nhật Minh)"
    notes: frozenset[str] = field(default_factory=frozenset)


_QUOTED = regex.compile(r"""\s*(?:"(?P<a>[^"\n]{2,160})"|(?<![\p{L}])'(?P<b>[^'\n]{4,120})'(?!\p{L}))""")
_RANK = regex.compile(r"\s*(?P<rank>(?i:hạng)\s+(?i:nhất|nhì|ba|tư|[1-3]|i{1,3})(?![\p{L}\d]))")
_MORE_RANKS = regex.compile(r"\s*(?:,|và|,\s*và)\s*(?P<rank>(?i:hạng)\s+(?i:nhất|nhì|ba|[1-3]|i{1,3})(?![\p{L}\d]))")
_WORDS = GRAMMAR.contests
_CLASS = rf"(?:(?i:{any_of(_WORDS.classes)})|[ABC](?![\p{{L}}\d]))(?!\s+\p{{Lu}}\p{{Ll}}+\s+\p{{Lu}})"
_PRIZE_RANK = regex.compile(rf"""\s*"?(?P<rank>{_CLASS})"?""")
_MORE_CLASSES = regex.compile(rf"""\s*(?:,|và|,\s*và|/|-)\s*"?(?P<rank>{_CLASS})"?""")
_PARTY_YEARS = regex.compile(r"\s*(?P<name>\d{2}(?:\s*,\s*\d{2})*\s+năm\s+tuổi\s+(?i:đảng))")
_COLOUR = regex.compile(r"\s+(?i:vàng|bạc|đồng)(?!\p{L})")
_HONORARY = regex.compile(r"(?i:bằng)\s+(?:\p{L}+\s+){1,7}(?i:danh dự)(?!\p{L})")
_NOBLE = regex.compile(r"\s+(?:cao quý|vinh dự nhà nước|vinh dự)(?!\p{L})")
_CONTEST = regex.compile(
    rf"(?P<noun>(?i:{any_of([*_WORDS.nouns, *_WORDS.quoted])}))\s+(?:\p{{L}}+\s+){{0,8}}?(?P<name>\"[^\"\n]{{3,140}}\")"
    rf"|(?P<noun2>(?i:{any_of(_WORDS.nouns)}))\s+(?P<bare>(?:\p{{Lu}}|{any_of(_WORDS.subjects)})[^,.;:()\"\n]{{3,100}})"
)
_BEARER = regex.compile(
    r"\s*(?:,|và)\s*(?P<name>\p{Lu}[\p{L} ]{4,60}?)\s*\((?P<who>\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}*){1,4})\)"
)
_ITS_BEARER = regex.compile(r"\s*\((?P<who>\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}*){1,4})\)")
# "biểu dương, khen thưởng" is one commendation.
_COMMEND_TAIL = regex.compile(rf"(?:\s*(?:,|và|-|/)\s*|\s+){any_of(COMMENDATIONS)}")
_HALL = regex.compile(rf"\s+{any_of(GRAMMAR.commendation.names)}\s+(?=\")")
_CUT = regex.compile(rf"\s{any_of(_WORDS.cuts)}")
_WORD = regex.compile(r"[^\s,.;:()\"!?…]+(?:[.](?=\p{L})[^\s,.;:()\"!?…]+)*")
_NOT_PRIZE = regex.compile(rf"\s+{any_of(_WORDS.not_prize)}")


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
        return _prize(reading, low, base, end)
    if kind.group == "place":
        return _place(reading, base, end)
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
        name = _quoted(reading, hall.end(), end)
    finish = name[1] + 1 if name else stop
    return [replace(base, end=finish, award=(base.start, stop), name=name)]


def _quoted(reading: str, at: int, end: int) -> Range | None:
    match = _QUOTED.match(reading, at, end)
    return None if match is None else match.span("a") if match.group("a") else match.span("b")


def bare_name(reading: str, at: int, end: int, *, capital: bool = True, words: int = 12) -> Range | None:
    """A name with no quotes, from the next word to a mark or a word that ends it; None when it is not capitalised."""
    first = last = None
    for _ in range(words):
        gap = at
        while gap < end and reading[gap] == " ":
            gap += 1
        word = _WORD.match(reading, gap, end)
        if gap == at or word is None or (word.group().lower() in STOP_WORDS and not word.group()[0].isupper()):
            break
        if first is None:
            if capital and not word.group()[0].isupper():
                return None
            first = word.start()
        at = last = word.end()
        if reading[at : at + 1] not in (" ", ""):
            break
    if first is None or last is None:
        return None
    cut = _CUT.search(reading, first, last)
    return first, cut.start() if cut else last


def _named(reading: str, base: Expression, end: int) -> list[Expression]:
    at, award, name = base.end, base.award, None
    if base.kind.code == "huy_hieu" and (years := _PARTY_YEARS.match(reading, at, end)):
        name = years.span("name")
    elif base.kind.code == "huy_chuong" and (colour := _COLOUR.match(reading, at, end)):
        return [replace(base, end=colour.end(), award=(base.start, colour.end()), notes=frozenset({"colour"}))]
    elif quoted := _quoted(reading, at, end):
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
    if quoted := _quoted(reading, at, end):
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


def _prize(reading: str, low: str, base: Expression, end: int) -> list[Expression]:
    if base.kind.code in ("giai_thuong_ho_chi_minh", "giai_thuong_nha_nuoc"):
        noun = base.start + len("giải thưởng")
        tail = regex.match(r" về(?: \p{L}+){1,8}", low[base.end : end]) if base.kind.code.endswith("nha_nuoc") else None
        stop = bare_name(reading, base.end + 3, end, capital=False, words=6) if tail else None
        finish = stop[1] if stop else base.end
        return [replace(base, award=(base.start, noun), name=(noun + 1, finish), end=finish)]
    if _NOT_PRIZE.match(low, base.end, end):
        return []
    if rank := _PRIZE_RANK.match(reading, base.end, end):
        return _classes(reading, base, rank, end)
    if quoted := _quoted(reading, base.end, end):
        made = replace(base, name=quoted, end=quoted[1] + 1)
        return _with_bearers(reading, made, end)
    typed = regex.compile(r"\s+(?:\p{Ll}+\s+){1,4}(?=\")").match(reading, base.end, end)
    if typed and (quoted := _quoted(reading, typed.end(), end)):
        return [replace(base, name=quoted, end=quoted[1] + 1)]
    lower_case = base.kind.code == "giai_thuong" and regex.match(r"\s(?:\p{Ll}+\s){1,3}\p{Lu}", reading[base.end : end])
    bare = bare_name(reading, base.end, end, capital=not lower_case, words=10)
    if bare is None or not any(c.isupper() for c in reading[bare[0] : bare[1]]):
        return [replace(base, notes=frozenset({"bare"}))]
    return _with_bearers(reading, replace(base, name=bare, end=bare[1]), end)


def _with_bearers(reading: str, first: Expression, end: int) -> list[Expression]:
    """A prize and those listed after it, each with its winner in brackets."""
    made = [first]
    if own := _ITS_BEARER.match(reading, first.end, end):
        made[0] = replace(first, bearer=own.span("who"), end=own.end())
    while more := _BEARER.match(reading, made[-1].end, end):
        made.append(
            replace(first, start=more.start("name"), end=more.end(), name=more.span("name"), bearer=more.span("who"))
        )
    return made


def _classes(reading: str, base: Expression, rank: regex.Match, end: int) -> list[Expression]:
    made = [replace(base, rank=rank.span("rank"), end=rank.end())]
    if name := _quoted(reading, rank.end(), end):
        made[0] = replace(made[0], name=name, end=name[1] + 1)
    while more := _MORE_CLASSES.match(reading, made[-1].end, end):
        made.append(replace(base, start=more.start("rank"), end=more.end(), rank=more.span("rank")))
    return made


def _place(reading: str, base: Expression, end: int) -> list[Expression]:
    contest = regex.compile(r"\s*(?:của\s+)?(?:(?:cuộc thi|hội thi|chương trình|gameshow)\s+)?").match(
        reading, base.end, end
    )
    at = contest.end() if contest else base.end
    name = _quoted(reading, at, end) or bare_name(reading, at - 1, end, words=8)
    if name:
        year = regex.compile(r"\s+(?:19|20)\d\d(?!\d)").match(reading, name[1], end)
        name = (name[0], year.end()) if year else name
        return [replace(base, name=name, end=name[1])]
    return [replace(base, notes=frozenset({"bare"}))]


def find_contests(reading: str) -> list[tuple[int, Range]]:
    """The contests that an article names, as (offset, range of the name): a prize of theirs takes their name."""
    found = []
    for match in _CONTEST.finditer(reading):
        if match.group("name"):
            start, end = match.span("name")
            found.append((match.start(), (start + 1, end - 1)))
        elif name := bare_name(reading, match.end("noun2"), len(reading), capital=False, words=10):
            capital = reading[name[0]].isupper()
            found.append((match.start(), name if capital else (match.start("noun2"), name[1])))
    return found
