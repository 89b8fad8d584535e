"""What the ends of a range say for one another: "từ ngày 1 đến 15/11", "tháng 3, 4 và 5/2023"."""

from dataclasses import replace
from itertools import pairwise

from boctin.stages.dates.values import Point, Rel


def carry(low: Point, high: Point) -> tuple[Point, Point] | None:
    """Two ends of a range or items of a list, each with what only the other one says; None when they do not belong."""
    if high.rule == "bare" and low.rule == "bare":
        return None
    made = (like(low, high), high) if low.rule == "bare" else (low, like(high, low) if high.rule == "bare" else high)
    first, second = made
    if first is None or second is None or not _rank(first, second):
        return None
    if first.grain == second.grain == "day":
        open_days = first.month is None and second.month is None and isinstance(first.day, int)
        if open_days and second.rule != "listed":
            return None
        first, second = _months_carried(first, second)
    if second.lunar and not first.lunar and first.grain == second.grain and first.year is None:
        first = replace(first, lunar=True)
    first, second = _years_carried(first, second)
    if isinstance(first.year, int) and isinstance(second.year, int):
        same = first.rule == second.rule == "bare_year" and first.year == second.year
        if same or first.year > second.year:
            return None
    return first, second


def like(bare: Point, other: Point) -> Point | None:
    """A bare number as a point of the grain of the other end."""
    number = bare.day
    if not isinstance(number, int) or (other.lunar and number > 30):
        return None
    if other.grain == "day" and isinstance(other.day, int):
        return Point("day", day=number, lunar=other.lunar, rule="bare")
    if other.grain == "month" and isinstance(other.month, int) and number <= 12 and not other.part:
        return Point("month", month=number, lunar=other.lunar, rule="bare")
    if other.grain == "quarter" and number <= 4:
        return Point("quarter", number=number, rule="bare")
    return None


def _months_carried(low: Point, high: Point) -> tuple[Point, Point]:
    if isinstance(low.day, Rel) or isinstance(high.day, Rel):
        return low, high
    if low.month is None and low.weekday is None:
        low = replace(low, month=high.month, lunar=high.lunar, rule="carried")
    if high.month is None and high.weekday is None:
        high = replace(high, month=low.month, lunar=low.lunar)
    return low, high


def _years_carried(low: Point, high: Point) -> tuple[Point, Point]:
    if low.year is None and high.year is not None and low.grain in _WITH_YEAR and not isinstance(low.day, Rel):
        year = high.year - _wraps(low, high) if isinstance(high.year, int) else high.year
        return replace(low, year=year), high
    if isinstance(low.year, int) and high.year is None:
        if high.grain in ("day", "month", "quarter") and not isinstance(high.day, Rel):
            return low, replace(high, year=low.year + _wraps(low, high))
        if high.grain in ("year", "half") and high.part:
            return low, replace(high, year=low.year)
    return low, high


def _rank(low: Point, high: Point) -> bool:
    """Whether two grains may be the ends of one range."""
    if low.grain == "year" and low.rule == "bare_year" and high.grain in ("day", "week"):
        return False
    return high.rule != "bare_year" or low.grain not in ("day", "week")


def _wraps(low: Point, high: Point) -> int:
    """1 when the first end lies later in its year than the second ("20/12 - 10/1")."""
    first, second = _place(low), _place(high)
    return int(first[0] > 0 and second[0] > 0 and first > second)


def _place(p: Point) -> tuple[int, int]:
    month = p.month if isinstance(p.month, int) else (p.number or 0) * 3
    return month, p.day if isinstance(p.day, int) else 0


_WITH_YEAR = ("day", "month", "quarter", "half", "months")
_PART_ORDER = {"start": 0, "middle": 1, "end": 2}


def touching(items: list[Point]) -> bool:
    """Whether the points of a list follow one another without a gap."""
    ranks = [_ordinal(p) for p in items]
    return all(a is not None and b is not None and b - a == 1 for a, b in pairwise(ranks))


def _ordinal(p: Point) -> int | None:
    year = p.year if isinstance(p.year, int) else 0
    if p.part in _PART_ORDER:
        unit = (year * 12 + p.month) if isinstance(p.month, int) else year
        return unit * 3 + _PART_ORDER[p.part]
    if p.part:
        return None
    if p.grain == "day" and isinstance(p.day, int) and isinstance(p.month, int):
        return (year * 12 + p.month) * 100 + p.day
    if p.grain == "month" and isinstance(p.month, int):
        return year * 12 + p.month
    if p.grain == "quarter" and p.number:
        return year * 4 + p.number
    return year if p.grain == "year" else None
