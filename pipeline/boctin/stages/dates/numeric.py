"""Dates in digits: 7/12/2023, 7-12, 7.12, 9/2021, 2023-12-07. Day comes before month, as in Vietnam."""

from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import Point

FIRST_YEAR, LAST_YEAR = 1000, 2199
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TWO_DIGIT_PIVOT = 40
_LAST_MONTH = 12
_CLOSES = frozenset((",", ".", ";", ")", "\n", ""))
# An impossible date (31/2, 13/13/2020): its digits are used up and nothing is read from inside them.
BLOCKED = Point("day", rule="impossible")


def is_year(word: str) -> bool:
    """Whether a token can be a year of four digits."""
    return len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR


def small(t: Tokens, at: int, high: int) -> int | None:
    """A number 1..high in one or two digits, glued to no letter, decimal or fraction."""
    word = t.w[at]
    if not (0 < len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= high) or _glued_before(t, at):
        return None
    after = at + 1
    if t.glued(after) and (
        t.w[after].isalpha() or (t.w[after] in ".,:" and t.w[after + 1].isdecimal() and t.glued(after + 1))
    ):
        return None
    return int(word)


def possible(day: int, month: int) -> bool:
    """Whether a month has the day, in some year."""
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month]


def numeric(t: Tokens, at: int, *, headed: bool) -> tuple[int, Point] | None:
    """A date in digits at a token: its end, and the point (BLOCKED when there is no such day).

    Without a head word ("ngày", "sáng") only the unmistakable shapes are read.
    """
    first, mark = t.w[at], t.w[at + 1]
    if not first.isdecimal() or mark not in ("/", "-", ".") or _glued_before(t, at):
        return None
    second = t.w[at + 2]
    if not _joined(t, at + 1, mark):
        return _loose(t, at) if headed and mark == "-" else None
    if t.w[at + 3] == mark and _joined(t, at + 3, mark) and not (mark == "-" and len(second) == 4):
        return _three(t, at, headed=headed)
    if not _ends(t, at + 3, mark):
        return None
    if is_year(second) and len(first) <= 2 and (mark == "/" or headed):
        if not 1 <= int(first) <= 12:
            return (at + 3, BLOCKED) if mark == "/" else None
        return at + 3, Point("month", year=int(second), month=int(first), rule="month_year")
    if len(first) > 2 or len(second) > 2:
        return None
    if not possible(int(first), int(second)):
        return (at + 3, BLOCKED) if mark == "/" and headed else None
    if mark == "." and not headed:
        return None
    return at + 3, Point("day", day=int(first), month=int(second), rule="day_month")


def spaced(t: Tokens, at: int) -> tuple[int, Point] | None:
    """A date whose slashes were lost on the way to the page: "ngày 29 8 2017", and "ngày 26 9," where a clause ends."""
    day, month, year = small(t, at, 31), small(t, at + 1, 12), t.w[at + 2]
    if day is None or month is None or not possible(day, month):
        return None
    if is_year(year) and _ends(t, at + 3, "/"):
        return at + 3, Point("day", year=int(year), month=month, day=day, rule="day_month_year")
    return (at + 2, Point("day", month=month, day=day, rule="day_month")) if year in _CLOSES else None


def _loose(t: Tokens, at: int) -> tuple[int, Point] | None:
    """ "sáng 14 -1, tại …", "ngày 3- 2," with a space slipped in; "ngày 2 - 7/5" are days, "5 - 7" may be."""
    day, month = small(t, at, 31), small(t, at + 2, 12)
    if "từ" in t.w[max(0, at - 2) : at]:
        return None
    both = not t.glued(at + 1) and not t.glued(at + 2)
    if day is None or month is None or not possible(day, month) or (both and day <= _LAST_MONTH):
        return None
    closes = t.w[at + 3] in _CLOSES and (t.w[at + 3] != "." or not t.w[at + 4].isdecimal())
    return (at + 3, Point("day", day=day, month=month, rule="day_month")) if closes else None


def _three(t: Tokens, at: int, *, headed: bool) -> tuple[int, Point] | None:
    first, mark, second, third = t.w[at], t.w[at + 1], t.w[at + 2], t.w[at + 4]
    if not _ends(t, at + 5, mark):
        return None
    if is_year(first) and len(second) <= 2 and len(third) <= 2 and mark != ".":
        year, day = int(first), int(third)
    elif len(first) <= 2 and len(second) <= 2 and is_year(third):
        year, day = int(third), int(first)
    elif headed and len(first) <= 2 and len(second) <= 2 and len(third) == 2:
        year, day = int(third), int(first)
        year += 2000 if year <= _TWO_DIGIT_PIVOT else 1900
    else:
        return None
    month = int(second)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not possible(day, month) or (day == 29 and month == 2 and not leap):
        return at + 5, BLOCKED
    return at + 5, Point("day", year=year, month=month, day=day, rule="day_month_year")


def _joined(t: Tokens, mark_at: int, mark: str) -> bool:
    """A mark between two numbers; only around a slash may a space have slipped in."""
    if not t.w[mark_at + 1].isdecimal():
        return False
    return mark == "/" or (t.glued(mark_at) and t.glued(mark_at + 1))


def _glued_before(t: Tokens, at: int) -> bool:
    if not t.glued(at):
        return False
    before = t.w[at - 1]
    if before in "./,:" and at >= 2 and t.glued(at - 1):
        return t.w[at - 2].isalnum()
    return before.isalnum() or before in "_/"


def _ends(t: Tokens, at: int, mark: str) -> bool:
    """Whether a date may end before `at`: no letter, further number or part of a document's number is glued on."""
    if not t.glued(at):
        return True
    after = t.w[at]
    if after.isalpha() or after in "_%":
        return False
    further = t.glued(at + 1) and t.w[at + 1].isalnum()
    if after == "-" and mark != "-":
        return not further or t.w[at + 1].isdecimal()
    return not (after in "/-.,:" and further)
