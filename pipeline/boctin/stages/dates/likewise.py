"""Points that take their days from another: "cùng kỳ năm trước", "ngày này 10 năm trước", "vào ngày này"."""

from boctin.stages.dates import numeric as digits
from boctin.stages.dates.days import DayGrammar
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import Point

# "vào ngày này" is the day just told; "những ngày này" are these days, "ngày này qua ngày khác" is day after day.
_BEFORE_THIS_DAY = frozenset(("vào", "trong", "cũng", "đúng", "sáng", "trưa", "chiều", "tối", "đêm"))
_EVERY_SUCH_DAY = frozenset(("hằng", "hàng", "mỗi", "qua"))
# A feast is told of: "vào ngày này, các gia đình thường …".
_USUALLY = frozenset(("thường", "hằng", "hàng", "mỗi"))
_YEARS_AGO = {"năm ngoái": -1, "năm trước": -1}


def same_period(points: DayGrammar, t: Tokens, i: int) -> tuple[int, Point] | None:
    """ "cùng kỳ năm 2021", "cùng kỳ của năm trước", "cùng kỳ 2020": the months told of just before, of that year."""
    if t.w[i] != "cùng" or t.w[i + 1] not in ("kỳ", "kì"):
        return None
    at = i + 2 + (t.w[i + 2] == "của")
    year = points.year_tail(t, at)
    if year is None and digits.is_year(t.w[at]) and points.year_ends(t, at + 1):
        year = at + 1, int(t.w[at])
    if year is None or t.w[at] in (",", "/"):
        return None
    return year[0], Point("year", year=year[1], part="same_period", rule="same_period")


def this_day(t: Tokens, i: int) -> tuple[int, Point] | None:
    """ "ngày này 10 năm trước" is that day of that year; "cũng trong ngày này" is the day told before."""
    if t.w[i] != "ngày" or t.w[i + 1] != "này":
        return None
    if ago := _years_ago(t, i + 2):
        return ago[0], Point("day", back=("Y", ago[1]), part="same_day", rule="same_day")
    every = t.w[i + 2] in _EVERY_SUCH_DAY or _USUALLY.intersection(t.w[i + 2 : i + 12])
    if t.before(i) not in _BEFORE_THIS_DAY or every:
        return None
    return i + 2, Point("then", rule="this_day")


def _years_ago(t: Tokens, at: int) -> tuple[int, int] | None:
    if back := _YEARS_AGO.get(f"{t.w[at]} {t.w[at + 1]}"):
        return at + 2, back
    counted = at + 2 if t.w[at : at + 2] == ["cách", "đây"] else at
    number = digits.small(t, counted, 99)
    if number is None or t.w[counted + 1] != "năm":
        return None
    if counted > at:
        return counted + 2, -number
    return (counted + 3, -number) if t.w[counted + 2] == "trước" else None
