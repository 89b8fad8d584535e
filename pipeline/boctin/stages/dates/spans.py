"""Ranges that their own writing tells: "2022/23", "giai đoạn 2022 2025" (the dash was lost), "từ 23.4 - 1.5"."""

from boctin.stages.dates import numeric as digits
from boctin.stages.dates.carrying import carry
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import Point

Span = tuple[int, Point, Point]
_LAST_MONTH = 12
_LONGEST = 30  # of a plan or term
_CLOSES = frozenset((",", ".", ")", "\n", "", "tại", "ở"))


def split_year(t: Tokens, at: int) -> Span | None:
    """A season or school year over two calendar years: "2022/23", "2022/2023"."""
    if not (digits.is_year(t.w[at]) and t.w[at + 1] in ("/", "-") and t.glued(at + 1) and t.glued(at + 2)):
        return None
    year, short = int(t.w[at]), t.w[at + 2]
    if not (len(short) in (2, 4) and short.isdecimal() and int(short) in (year + 1, (year + 1) % 100)):
        return None
    return at + 3, _year(year), _year(year + 1)


def unmarked(t: Tokens, first: tuple[int, Point]) -> Span | None:
    """Two years whose dash was lost on the way to the page: "giai đoạn 2022 2025"."""
    end, low = first
    if low.grain != "year" or low.part or not isinstance(low.year, int) or not digits.is_year(t.w[end]):
        return None
    years = int(t.w[end]) - low.year
    if not 0 < years <= _LONGEST or t.w[end - 1] != str(low.year):
        return None
    return end + 1, low, _year(int(t.w[end]))


def dotted(t: Tokens, at: int) -> Span | None:
    """ "từ 23.4 - 1.5,", "từ 15.08 đến 31.12.2022": days, where decimals could stand only by chance."""
    if t.w[at + 1] != "." or t.w[at + 3] not in ("-", "đến", "tới"):
        return None
    low, high = digits.numeric(t, at, headed=True), digits.numeric(t, at + 4, headed=True)
    if not (low and high) or low[1].grain != "day" or high[1].grain != "day" or digits.BLOCKED in (low[1], high[1]):
        return None
    days = t.w[at + 3] == "-" and isinstance(low[1].day, int) and low[1].day > _LAST_MONTH
    told = high[1].year is not None or (days and t.w[high[0]] in _CLOSES)
    pair = carry(low[1], high[1]) if told else None
    return (high[0], *pair) if pair else None


def _year(year: int) -> Point:
    return Point("year", year=year, rule="bare_year")
