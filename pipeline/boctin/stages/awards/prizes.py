"""Prizes of contests and places won in them.

giải | Nhì | cuộc thi "…"               prize, rank, contest
Giải thưởng | "Lương Định Của"          prize, name
Quán quân | Siêu giọng hát              place, contest
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import replace

import regex

from boctin.knowledge import Knowledge, load_knowledge
from boctin.stages.awards.categories import category_after, known_after
from boctin.stages.awards.expression import Expression, Range
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import FOLDER, WORDS, Lexicon, any_of
from boctin.stages.awards.names import bare_name, quoted_name


class PrizeWords(Knowledge):
    """Schema of prizes.toml."""

    told_at_length: list[str]
    quotes_other: list[str]
    taught: list[str]
    of_contest: list[str]
    olympiads: list[str]
    olympiads_short: list[str]


_WORDS = GRAMMAR.contests
_KNOWN = load_knowledge(FOLDER / "prizes.toml", PrizeWords)
# "giải | Vàng Anh Xuân" has no class; these words are one whatever follows.
_NO_NAME = r"(?i:nhất|nhì|khích)|\b[ABC]"
_NAMED = rf"(?<!{_NO_NAME})\s+(?!(?i:{any_of(_WORDS.groups)}|giải|cuộc thi|hội thi))\p{{Lu}}\p{{Ll}}+\s+\p{{Lu}}"
_DIGIT = r"[1-3](?=\s*(?:[,;:)]|\.(?!\d)|(?:cuộc thi|hội thi|kỳ thi|liên hoan|toàn|cấp|môn|quốc gia|và giải)(?!\p{L})))"
_CLASS = rf"(?:(?i:{any_of(_WORDS.classes)})|[ABC](?![\p{{L}}\d])|{_DIGIT})(?!{_NAMED})"
_PRIZE_RANK = regex.compile(rf"""\s*"?(?P<rank>{_CLASS})"?""")
_MORE_CLASSES = regex.compile(rf"""\s*(?:,|và|,\s*và|/|-)\s*"?(?P<rank>{_CLASS})"?""")
# Between the word for a contest and its name.
_BETWEEN = (
    rf"(?:{any_of(_KNOWN.told_at_length)}\s[^\",.;:\n]{{0,150}}?\s)?"
    rf"(?:(?!{any_of(_KNOWN.quotes_other)})\p{{L}}+\s+){{0,8}}?"
)
_PLACE = r"(?:tỉnh|thành phố|huyện|quận)(?: (?:\p{Lu}\p{L}*|-(?= \p{Lu}))){1,5}"
_LEVEL = rf"(?:(?i:{any_of(_WORDS.levels)})(?:(?<=quận|huyện|tỉnh|phố|quốc tế)(?: \p{{Lu}}\p{{L}}*){{1,3}})?)"
_CONTEST = regex.compile(
    rf"(?P<noun>(?i:{any_of([*_WORDS.nouns, *_WORDS.quoted])}))\s+{_BETWEEN}(?P<name>\"[^\"\n]{{3,140}}\")"
    rf"|(?P<noun2>(?i:{any_of(_WORDS.nouns)}))\s+(?P<bare>(?:\p{{Lu}}|{any_of(_WORDS.subjects)})[^,.;:()\"\n]{{3,100}})"
    rf"|(?i:{any_of(_KNOWN.of_contest)})\s+(?P<final>\p{{Lu}}[^,.;:()\"\n]{{3,60}}?(?:19|20)\d\d)(?!\d)"
    rf"|(?:(?i:{any_of(_WORDS.nouns)}))\s+(?P<common>(?:(?!{any_of(_WORDS.no_subject)})[\p{{L}}\d-]+\s+){{1,8}}?{_LEVEL})"
)
# Right behind a class what it is the class of: "giải Nhất | học sinh giỏi Toán cấp tỉnh".
_SUBJECT = regex.compile(
    rf"\s+(?:(?:kỳ|cuộc|hội) thi )?(?P<name>(?i:{any_of(_KNOWN.taught)})"
    rf"\s+(?:(?!{any_of(_WORDS.no_subject)})[\p{{L}}\d-]+\s+){{0,6}}?(?:{_LEVEL}|{_PLACE}))"
)
# … or a contest in small letters that its year ends: "giải Triển vọng | giọng hát trẻ mở rộng 2022".
_OF_YEAR = regex.compile(
    rf"\s+(?P<name>(?!{any_of([*_WORDS.groups, *_WORDS.nouns, *GRAMMAR.winners.fields])})"
    rf"(?:(?!{any_of([*_WORDS.no_subject, 'giải', 'năm'])})\p{{L}}+\s+){{2,9}}(?:19|20)\d\d)(?!\d)"
)
# … or its prize: "giải A | Giải Báo chí quốc gia".
_OF_PRIZE = regex.compile(r"\s+(?:(?:của|tại|trong)\s+)?(?:Giải thưởng|Giải|giải thưởng)(?=\s+[\"\p{Lu}])")
# Olympiads of pupils right behind a medal.
_OLYMPIAD = regex.compile(
    r"\s+(?:(?:tại|của|ở|trong)\s+)?(?:(?:kỳ|kì|cuộc)\s+thi\s+)?(?P<name>(?i:olympic|olympiad)\s+(?:quốc tế\s+)?"
    rf"(?i:{any_of(_KNOWN.olympiads)}|quốc tế(?!\p{{L}}))|(?:{any_of(_KNOWN.olympiads_short)}))"
)
# A prize named after a day: "Giải thưởng | 26 tháng 3".
DAY_NAME = regex.compile(r"\s+(?P<name>\d{1,2}(?:\s+tháng\s+|[/-])\d{1,2}(?![\d/-]|\s+(?:năm|vừa|tới|qua)))")

# "Về giải tập thể, giải Nhất dành cho …": the classes of a part of a contest.
_PART = regex.compile(
    rf"(?i:giải)\s+(?P<part>{any_of(_WORDS.parts)}(?:\s+\p{{Ll}}+){{0,3}})\s*,\s*(?=giải\s|(?:B|b)an |BTC )"
)
# Which time a contest is held belongs to its name.
_TIME = regex.compile(r"\s+lần thứ (?:\d{1,3}|[IVXL]{1,6}|\p{Ll}+)(?![\p{L}\d])(?:\s+năm (?:19|20)\d\d(?!\d))?")
# Between the word "giải" and a name in quotes: "giải thưởng điện ảnh “…”", "4 giải thưởng với các hạng mục “…”".
_TYPED = regex.compile(
    rf"\s+(?:\p{{Ll}}+\s+){{1,4}}(?=\")|[^\".;\n]{{0,80}}{any_of(_WORDS.introduces)}:?\s*(?=\")|:\s*(?=\")"
)
# "Giải thưởng | Sao Mai 2022 ở hạng mục “…”" has a name of its own.
_NAME_AND_PART = regex.compile(
    r"\s+\p{Lu}\p{L}*(?: (?!(?:với|gồm|là)(?!\p{L}))[\p{L}\d]+){1,10}"
    r" (?:ở|tại|trong|cho|thuộc) (?:\p{L}+ ){0,2}hạng mục"
)
_NEXT_QUOTED = regex.compile(r'\s*(?:\([^()\n]{1,80}\))?\s*(?:,|;|và|, và)\s*"(?P<name>[^"\n]{3,120})"')
_NO_CONTEST = regex.compile(rf"(?i:{any_of([*_WORDS.nouns, *_WORDS.quoted, *_WORDS.groups])})")
# "giải A | Hội Nhà văn" says who gives it, "giải A | Hội thi …" does not.
_BODY = regex.compile(rf"(?i:{any_of(WORDS.conferrers.heads)})(?! (?:thi|diễn|chí|khỏe|thao)(?!\p{{L}}))")
_BEARER = regex.compile(
    r"\s*(?:,|và)\s*(?P<name>\p{Lu}[\p{L} ]{4,60}?)\s*\((?P<who>\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}*){1,4})\)"
)
_ITS_BEARER = regex.compile(r"\s*\((?P<who>\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}*){1,4})\)")
_STATE_FIELD = regex.compile(r" về (?:văn|khoa|công|nghệ|báo|kiến|sân|âm|điện|mỹ|giáo|y)(?!\p{L})")
_NOT_PRIZE = regex.compile(rf"\s+{any_of(_WORDS.not_prize)}")


def prize_at(lexicon: Lexicon, reading: str, low: str, base: Expression, end: int) -> list[Expression]:
    if base.kind.code in ("giai_thuong_ho_chi_minh", "giai_thuong_nha_nuoc"):
        return [_state_prize(reading, low, base, end)]
    if _NOT_PRIZE.match(low, base.end, end):
        return []
    place = lexicon.forms.match(low, base.end + 1, end)
    if place and (kind := lexicon.kind_of_form[place.group()]).group == "place":
        told = place_at(reading, Expression(kind, *place.span(), award=place.span()), end)[0]
        return [replace(told, start=base.start, award=(base.start, place.end()), notes=frozenset())]
    if rank := _PRIZE_RANK.match(reading, base.end, end):
        return _classes(reading, base, rank, end)
    if quoted := _quoted_prize(reading, base, end):
        return quoted
    if base.kind.code == "giai_thuong" and (day := DAY_NAME.match(reading, base.end, end)):
        return [replace(base, name=day.span("name"), end=day.end())]
    if best := known_after(reading, low, base.end, end) or category_after(reading, low, base.end, end):
        voted = replace(base, name=best, end=best[1], notes=frozenset({"voted"}))
        return _with_bearers(reading, voted, end)
    lower_case = base.kind.code == "giai_thuong" and regex.match(r"\s(?:\p{Ll}+\s){1,3}\p{Lu}", reading[base.end : end])
    bare = bare_name(reading, base.end, end, capital=not lower_case, words=10)
    if bare is None or not any(c.isupper() for c in reading[bare[0] : bare[1]]):
        return [replace(base, notes=frozenset({"bare"}))]
    return _with_bearers(reading, replace(base, name=bare, end=bare[1]), end)


def _state_prize(reading: str, low: str, base: Expression, end: int) -> Expression:
    """The Hồ Chí Minh or State Prize, with its field: "Giải thưởng Nhà nước | về Khoa học và Công nghệ"."""
    noun = base.start + len("giải thưởng")
    field = _STATE_FIELD.match(low, base.end, end)
    name = bare_name(reading, base.end + len(" về"), end, capital=False, words=8) if field else None
    finish = name[1] if name else base.end
    return replace(base, award=(base.start, noun), name=(noun + 1, finish), end=finish)


def _quoted_prize(reading: str, base: Expression, end: int) -> list[Expression]:
    """Prizes whose name stands in quotes, right behind the word or some words behind it."""
    typed = None if _NAME_AND_PART.match(reading, base.end, end) else _TYPED.match(reading, base.end, end)
    for at in (base.end, typed.end()) if typed else (base.end,):
        if quoted := quoted_name(reading, at, end):
            if at != base.end and not reading[quoted[0]].isupper():
                continue  # "tin đoạt giải là "trò đùa"" quotes what somebody says
            made = quoted_row(reading, replace(base, name=quoted, end=quoted[1] + 1), end)
            return made if len(made) > 1 else _with_bearers(reading, made[0], end)
    return []


def olympiad_after(reading: str, at: int, end: int) -> Range | None:
    """The olympiad of pupils right behind a medal: "Huy chương Vàng | Olympic Toán quốc tế"."""
    match = _OLYMPIAD.match(reading, at, end)
    return bare_name(reading, match.start("name") - 1, end, words=10) if match else None


def _is_contest_name(reading: str, name: Range) -> bool:
    """Whether a name behind a class is that of a contest: "giải Nhì | Sao Mai 2005", and no word for one."""
    told = " " in reading[slice(*name)] and not _NO_CONTEST.match(reading, *name)
    return told and not _BODY.match(reading, *name)


def quoted_row(reading: str, first: Expression, end: int) -> list[Expression]:
    """Prizes named one after another: "hai giải thưởng “…” (…) và “…”"."""
    made = [first]
    while more := _NEXT_QUOTED.match(reading, made[-1].end, end):
        made.append(replace(first, start=more.start("name"), end=more.end(), name=more.span("name")))
    return made


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
    of = _OF_PRIZE.match(reading, rank.end(), end)
    at = of.end() if of else rank.end()
    if name := quoted_name(reading, at, end):
        made[0] = replace(made[0], name=name, end=name[1] + 1)
    elif of and (whole := bare_name(reading, at, end, words=10)):
        made[0] = replace(made[0], name=whole, end=whole[1])
    elif (subject := _SUBJECT.match(reading, at, end) or _OF_YEAR.match(reading, at, end)) and not _BODY.match(
        reading, *subject.span("name")
    ):
        whole = _with_time(reading, subject.span("name"))
        made[0] = replace(made[0], name=whole, end=whole[1])
    elif (bare := bare_name(reading, rank.end(), end, words=8)) and _is_contest_name(reading, bare):
        made[0] = replace(made[0], name=bare, end=bare[1])
    while more := _MORE_CLASSES.match(reading, made[-1].end, end):
        made.append(replace(base, start=more.start("rank"), end=more.end(), rank=more.span("rank")))
    return made


# "Hoa hậu Hoàn vũ Việt Nam 2022": the contest is called by the title that it gives.
_SMALL = rf" \p{{Ll}}+(?= \p{{Lu}}| (?:19|20)\d\d)| {any_of(_WORDS.pageants)}"
_PAGEANT = regex.compile(rf"\p{{L}}+ \p{{L}}+(?: \p{{Lu}}\p{{L}}*(?:{_SMALL})?){{1,7}}(?: (?:19|20)\d\d)?")
_MISS = regex.compile(r"Miss(?: (?:of the |of )?(?!Miss )\p{Lu}[\p{L}-]+){1,5}(?: (?:19|20)\d\d(?!\d))?")
_OF_CONTEST = regex.compile(
    r"\s*(?:của\s+|tại\s+|trong\s+)?(?:đêm chung kết\s+)?(?:(?:cuộc thi|hội thi|chương trình|gameshow)\s+)?"
)


def pageant_at(reading: str, at: int, end: int) -> Range | None:
    """A pageant and its title in one."""
    match = _PAGEANT.match(reading, at, end)
    return match.span() if match else None


def place_at(reading: str, base: Expression, end: int) -> list[Expression]:
    contest = _OF_CONTEST.match(reading, base.end, end)
    at = contest.end() if contest else base.end
    if reading.startswith("Miss ", base.start) and (miss := _MISS.match(reading, base.start, end)):
        return [replace(base, name=miss.span(), end=miss.end())]
    if base.kind.code == "sac_dep" and at <= base.end + 1 and (title := pageant_at(reading, base.start, end)):
        return [replace(base, name=title, end=title[1])]
    name = quoted_name(reading, at, end) or bare_name(reading, at - 1, end, words=8)
    if name:
        year = regex.compile(r"\s+(?:19|20)\d\d(?!\d)").match(reading, name[1], end)
        name = (name[0], year.end()) if year else name
        return [replace(base, name=name, end=name[1])]
    return [replace(base, notes=frozenset({"bare"}))]


_PRIZE_WORD = regex.compile(rf"(?<!\p{{L}})(?P<noun>giải thưởng|giải)(?!\p{{L}})(?!\s+{any_of(_WORDS.not_prize)})")
# So far before a prize told without it, the word for it is looked for; then anywhere.
_NEAR = 400


def find_prize_words(low: str) -> list[Range]:
    """Where an article says "giải" or "giải thưởng": the award of a prize told by its name alone."""
    return [match.span("noun") for match in _PRIZE_WORD.finditer(low)]


def nearest_prize_word(low: str, words: list[Range], at: int) -> Range | None:
    """The word for a prize told at an offset: the last one before in its line, else the one that the article likes."""
    before = bisect_left(words, (at, at)) - 1
    if before >= 0 and at - words[before][1] < _NEAR and "\n" not in low[words[before][1] : at]:
        return words[before]
    lengths = Counter(end - start for start, end in words)
    return max(words, key=lambda word: (lengths[word[1] - word[0]], -word[0]), default=None)


def find_contests(reading: str) -> list[tuple[int, Range]]:
    """The contests that an article names, as (offset, range of the name): a prize of theirs takes their name."""
    found = []
    for match in _CONTEST.finditer(reading):
        if match.group("name"):
            start, end = match.span("name")
            found.append((match.start(), (start + 1, end - 1)))
        elif match.group("final"):
            found.append((match.start(), match.span("final")))
        elif match.group("common"):
            found.append((match.start(), _with_time(reading, match.span("common"))))
        elif name := bare_name(reading, match.end("noun2"), len(reading), capital=False, words=10):
            capital = reading[name[0]].isupper()
            found.append((match.start(), _with_time(reading, name if capital else (match.start("noun2"), name[1]))))
    found += [(match.start(), match.span("part")) for match in _PART.finditer(reading)]
    return sorted(found)


def _with_time(reading: str, name: Range) -> Range:
    time = _TIME.match(reading, name[1])
    return (name[0], time.end()) if time else name
