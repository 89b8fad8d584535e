"""What the ends of a range and the items of a list say for one another: "từ ngày 1 đến 15/11", "tháng 3, 4 và 5/2023"."""

from dataclasses import replace
from itertools import pairwise

from boctin.stages.dates.values import Point, Rel


def carry(low: Point, high: Point) -> tuple[Point, Point] | None:
    """Two ends of a range or items of a list, each with what only the other one says; None when they do not belong."""
    if high.rule == "bare" and low.rule == "bare":
        return None
    if low.rule == "bare":
        low = _as(low, high)
    elif high.rule == "bare":
        high = _as(high, low)
        if high.grain == "day" and low.month is None:
            return None
    if low is None or high is None or not _rank(low, high):
        return None
    if low.grain == high.grain == "day" and not (isinstance(low.day, Rel) or isinstance(high.day, Rel)):
        if low.month is None and low.weekday is None:
            if high.month is None:
                return None
            low = replace(low, month=high.month, lunar=high.lunar, rule="carried")
        if high.month is None and high.weekday is None:
            high = replace(high, month=low.month, lunar=low.lunar)
    if low.grain in ("day", "month", "quarter", "half", "months") and low.year is None and isinstance(high.year, int):
        low = replace(low, year=high.year - _wraps(low, high))
    elif isinstance(low.year, int) and high.year is None and high.grain != "week" and not isinstance(high.day, Rel):
        if high.grain in ("day", "month", "quarter"):
            high = replace(high, year=low.year + _wraps(low, high))
        elif high.grain in ("year", "half") and high.part:
            high = replace(high, year=low.year)
    if isinstance(low.year, int) and isinstance(high.year, int) and low.year > high.year:
        return None
    if low.grain == high.grain == "year" and low.rule == high.rule == "bare_year" and low.year == high.year:
        return None
    return low, high


def _as(bare: Point, other: Point) -> Point | None:
    """A bare number as a point of the grain of the other end."""
    number = bare.day
    if not isinstance(number, int) or (other.lunar and number > 30):
        return None
    if other.grain == "day" and not isinstance(other.day, Rel) and other.weekday is None and other.day is not None:
        return Point("day", day=number, lunar=other.lunar, rule="bare")
    if other.grain == "month" and not isinstance(other.month, Rel) and number <= 12 and not other.part:
        return Point("month", month=number, lunar=other.lunar, rule="bare")
    if other.grain == "quarter" and number <= 4:
        return Point("quarter", number=number, rule="bare")
    return None


def _rank(low: Point, high: Point) -> bool:
    """Whether two grains may be the ends of one range."""
    if low.grain == "year" and low.rule == "bare_year" and high.grain in ("day", "week"):
        return False
    if high.rule == "bare_year" and low.grain in ("day", "week", "quarter"):
        return low.grain == "quarter"
    return True


def _wraps(low: Point, high: Point) -> int:
    """1 when the first end lies later in its year than the second ("20/12 - 10/1")."""
    key = [
        (p.month if isinstance(p.month, int) else (p.number or 0) * 3, p.day if isinstance(p.day, int) else 0)
        for p in (low, high)
    ]
    return int(key[0] > key[1] and all(k[0] for k in key))


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
