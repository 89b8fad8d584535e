"""Prizes called by what is best in them, or by a name of their own, with or without the word "giải".

giải | Nữ diễn viên chính xuất sắc nhất     behind the word: its words up to those of praise
Đạo diễn xuất sắc nhất | thuộc về …         alone: a noun of the knowledge with a capital, or behind a verb of winning
Quả Bóng Vàng | nữ                          a prize that has a name
"""

import re

import regex

from boctin.knowledge import Knowledge, load_knowledge
from boctin.stages.awards.expression import Expression, Range
from boctin.stages.awards.lexicon import FOLDER, Kind, any_of, finder


class CategoryWords(Knowledge):
    """Schema of categories.toml."""

    nouns: list[str]
    praise: list[str]
    weak_praise: list[str]
    reach: list[str]
    not_inside: list[str]
    won: list[str]
    known: list[str]
    of_known: list[str]


_WORDS = load_knowledge(FOLDER / "categories.toml", CategoryWords)
_PRAISES = finder([*_WORDS.praise, *_WORDS.weak_praise])
# One look at a sentence finds both.
_PRAISED_OR_KNOWN = finder([*_WORDS.praise, *_WORDS.weak_praise, *_WORDS.known])
_NAMES = frozenset(_WORDS.known)
_STRONG = frozenset(_WORDS.praise)
_NOUN = finder(_WORDS.nouns)
# … but "khu nghỉ dưỡng dành cho gia đình".
_STOP = rf"(?<!dành ){any_of(_WORDS.not_inside)}"
_INSIDE = regex.compile(rf"\s+(?:(?!{_STOP})[\p{{L}}\d&'./-]+\s+){{0,9}}")
_NOT_INSIDE = regex.compile(_STOP)
# Behind a category in small letters, who gave it: "công viên tốt nhất thế giới | (do Sao Mai Awards trao tặng)".
_GIVEN = regex.compile(r"[^,.;()\n]{0,40}\((?:do|được) [^()\n]{2,80} (?:trao|bình chọn|công nhận|vinh danh)[ )]")
# … or whose it is: "phim ngắn xuất sắc nhất | thuộc về “Bến đò”".
_BELONGS = regex.compile(r"(?: năm (?:19|20)\d\d)? (?:đã )?(?:thuộc về|về tay|được trao cho|gọi tên)(?!\p{L})")
_ONLY_WORDS = regex.compile(r"[\p{L}\d&'./]+(?: [\p{L}\d&'./-]*[\p{L}\d]){0,8}+ ")
_NO_HIGHEST = r"(?:duy|thứ|hạng|ít|thống|đồng|hợp|giải)\s"
# Any word of praise in the highest degree behind "giải": "giải Khu nghỉ dưỡng bên biển | sang trọng nhất thế giới".
_HIGHEST = regex.compile(rf"\s+(?:(?!{_STOP})[\p{{L}}\d&'/-]+\s+){{1,10}}?(?!{_NO_HIGHEST})\p{{Ll}}+\s+nhất(?!\p{{L}})")
_MINOR = regex.compile(r"\s+phụ(?=\s)")
_REACH = regex.compile(rf"(?:\s+{any_of(_WORDS.reach)}){{1,3}}+(?:\s+(?:năm\s+)?(?:19|20)\d\d(?!\d))?")
# "cầu thủ hay nhất V-League 2020"
_OF_EVENT = regex.compile(r"(?:\s+\p{Lu}[\p{L}-]*){1,4}+\s+(?:19|20)\d\d(?!\d)")
# "cầu thủ xuất sắc nhất | trận đấu", "hoàn thành xuất sắc | nhiệm vụ": nobody is voted the best.
_OF_MATCH = regex.compile(r"\s+(?:trận|hiệp|vòng|tháng|nhiệm vụ)(?!\p{L})")
_WON = regex.compile(rf"{any_of(_WORDS.won)}\s+$")
# "Top 10 | Doanh nghiệp tiêu biểu": a place among so many.
_TOP = regex.compile(r"(?<!\p{L})top \d{1,3} $")
_KNOWN = finder(_WORDS.known)
_COUNTED = regex.compile(r"(?<!\d)\d{1,4} $")
_OF_KNOWN = regex.compile(rf"(?:\s+{any_of(_WORDS.of_known)}){{0,3}}+(?:\s+(?:19|20)\d\d(?!\d))?")
# A category is looked for this far before its words of praise.
_LONGEST = 90


def category_after(reading: str, low: str, at: int, end: int) -> Range | None:
    """The name of a category right behind "giải" or "giải phụ"."""
    if minor := _MINOR.match(low, at, end):
        at = minor.end()
    praise = _PRAISES.search(low, at, min(end, at + _LONGEST))
    inside = _INSIDE.match(low, at, praise.start()) if praise else None
    if praise is None or inside is None or inside.end() != praise.start() or _OF_MATCH.match(low, praise.end(), end):
        return _highest_after(reading, low, at, end)
    start = at + len(low[at : praise.start()]) - len(low[at : praise.start()].lstrip())
    if start == praise.start() or not (praise.group() in _STRONG or reading[start].isupper()):
        return None
    return start, _reach(reading, low, praise.end(), end)


def _highest_after(reading: str, low: str, at: int, end: int) -> Range | None:
    """The name of a category with any word of praise, whose noun is known or printed with a capital."""
    best = _HIGHEST.match(low, at, end)
    if best is None or _OF_MATCH.match(low, best.end(), end):
        return None
    start = at + 1
    if not (reading[start].isupper() or _NOUN.match(low, start, end)):
        return None
    return start, _reach(reading, low, best.end(), end)


def known_after(reading: str, low: str, at: int, end: int) -> Range | None:
    """A prize of its own name right behind "giải" or "danh hiệu", without the winner's name: "Grammy | Lê Lan"."""
    match = _KNOWN.match(low, at + 1, end)
    if match is None or not reading[match.start()].isupper():
        return None
    return match.start(), _past_known(low, match.end(), end)


def _past_known(low: str, at: int, end: int) -> int:
    tail = _OF_KNOWN.match(low, at, end)
    return tail.end() if tail else at


def _reach(reading: str, low: str, at: int, end: int) -> int:
    tail = _REACH.match(low, at, end) or _OF_EVENT.match(reading, at, end)
    return tail.end() if tail else at


def categories(prize: Kind, reading: str, low: str, start: int, end: int) -> list[Expression]:
    """Prizes told without the word "giải"; the award of each is to be found around it."""
    matches = list(_PRAISED_OR_KNOWN.finditer(low, start, end))
    if not matches:
        return []
    spans = _called_best(reading, low, start, end, [m for m in matches if m.group() not in _NAMES])
    spans += _known(reading, low, end, [m for m in matches if m.group() in _NAMES])
    notes = frozenset({"unsaid", "voted"})
    return [Expression(prize, *span, award=span, name=span, notes=notes) for span in sorted(spans)]


def _called_best(reading: str, low: str, start: int, end: int, praises: "list[re.Match[str]]") -> list[Range]:
    found: list[Range] = []
    last = start
    for praise in praises:
        if praise.start() < last or _OF_MATCH.match(low, praise.end(), end):
            continue
        for noun in _NOUN.finditer(low, max(last, praise.start() - _LONGEST), praise.start()):
            at = noun.start()
            named = (
                reading[at].isupper()
                or (praise.group() in _STRONG and _WON.search(low, max(last, at - 20), at) is not None)
                or (praise.group() in _STRONG and _BELONGS.match(low, praise.end(), end) is not None)
                or _GIVEN.match(low, praise.end(), end) is not None
            )
            if named and _is_name(low, at, noun.end(), praise.start()):
                top = _TOP.search(low, max(last, at - 10), at)
                if top is None and _COUNTED.search(low, max(last, at - 6), at):
                    break  # "công bố 50 Công ty niêm yết tốt nhất" is a list
                at = top.start() if top else at
                found.append((at, _reach(reading, low, praise.end(), end)))
                last = found[-1][1]
                break
    return found


def _is_name(low: str, at: int, past_noun: int, praise: int) -> bool:
    """Whether only words of a name stand from a noun to its praise."""
    return bool(_ONLY_WORDS.fullmatch(low, at, praise)) and not _NOT_INSIDE.search(low, past_noun, praise)


def _known(reading: str, low: str, end: int, names: "list[re.Match[str]]") -> list[Range]:
    return [(m.start(), _past_known(low, m.end(), end)) for m in names if reading[m.start()].isupper()]
