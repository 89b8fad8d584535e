"""The day that an article's dates are told from: its publication, else what its own full dates settle."""

from dataclasses import dataclass
from datetime import date

from boctin.stages.dates.calendar import day_or_none
from boctin.stages.dates.values import Expression, Point

# A full date further back than this tells history, not when the article appeared.
_EARLIEST = 2000
_NEAR = 2 * 366


@dataclass(frozen=True, slots=True)
class Reference:
    """`near` is used to choose the nearest year, and None where nothing settles it; `day` is the exact day, if known.

    `month_known` says whether "tháng này" can be told.
    """

    near: date | None
    day: date | None = None
    month_known: bool = False
    inferred: bool = False


def reference_of(day: date | None, month: date | None, expressions: list[Expression]) -> Reference:
    """The reference of an article published on `day`, in `month`, or (both None) when only its text can tell."""
    if day:
        return Reference(day, day, month_known=True)
    if month:
        return Reference(month.replace(day=15), month_known=True)
    near = _inferred(expressions)
    return Reference(near, inferred=True)


def _inferred(expressions: list[Expression]) -> date | None:
    """The full date of the text that its dates without a year are nearest to, else the latest full date."""
    full: list[date] = []
    open_days: list[tuple[int, int]] = []
    for expression in expressions:
        for point in _points(expression):
            if isinstance(point.month, int) and not point.lunar:
                if isinstance(point.year, int):
                    in_range = expression.form == "range" and point.grain == "month"
                    made = None if in_range else day_or_none(point.year, point.month, _day(point))
                    if made and made.year >= _EARLIEST:
                        full.append(made)
                elif point.year is None and isinstance(point.day, int):
                    open_days.append((point.month, point.day))
    if not full:
        return None
    latest = max(full)
    recent = [made for made in full if (latest - made).days <= _NEAR]
    if not open_days:
        return latest
    return min(recent, key=lambda made: (min(_apart(made, *day) for day in open_days), -made.toordinal()))


def _points(expression: Expression) -> list[Point]:
    told = [p for p in (expression.low, expression.high) if p is not None]
    return told + [p.twin for p in told if p.twin is not None]


def _day(point: Point) -> int:
    return point.day if isinstance(point.day, int) else 15


def _apart(made: date, month: int, day: int) -> int:
    days = [day_or_none(year, month, day) for year in (made.year - 1, made.year, made.year + 1)]
    return min(abs((made - other).days) for other in days if other) if any(days) else 400
