"""The ISO-TimeML (TIMEX3) value of an expression, and its kind in the record."""

from datetime import date

from boctin.record import DateKind
from boctin.stages.dates.calendar import Interval
from boctin.stages.dates.values import Expression, Point

# "ngày này 10 năm trước", "cùng kỳ năm trước", "năm học này".
_ALIKE: dict[str | None, DateKind] = {"same_day": "day", "same_period": "period", "school": "period"}


def kind_of(x: Expression) -> DateKind:
    """The record's kind of an expression."""
    if x.kind:
        return x.kind  # type: ignore[return-value]
    if x.form != "point" or x.low is None:
        return "period"
    p = x.low
    if p.part in _ALIKE:
        return _ALIKE[p.part]
    if p.rule == "this_day":
        return "day"
    if p.back:
        return {"D": "day", "M": "month", "Y": "year"}.get(p.back[0], "period")  # type: ignore[return-value]
    if p.part in ("first_half", "second_half"):
        return "half" if p.grain == "half" else "part"
    if p.part and p.part != "whole":
        return "part"
    kinds: dict[str, DateKind] = {
        "day": "day", "month": "month", "quarter": "quarter", "half": "half", "months": "period", "year": "year",
    }  # fmt: skip
    return kinds.get(p.grain, "period")


def timex_of(x: Expression, interval: Interval) -> str | None:
    """The value: 2023-12-07TMO, 2023-12, 2024-Q1, 2021/2023; XXXX for a year that nothing settles.

    An interval is written as ISO 8601-2 writes it, "start/end" with ".." for an open end.
    """
    if x.timex:
        return x.timex
    first, last = interval
    if x.form == "point" and x.low is not None:
        return _point(x.low, first, last)
    if first is None and last is None:
        return None
    return f"{_bound(x.low, first)}/{_bound(x.high, last)}"


def _bound(p: Point | None, day: date | None) -> str:
    if day is None:
        return ".."
    if p is None or p.part or p.grain == "day":
        return day.isoformat()
    return {"year": f"{day:%Y}", "month": f"{day:%Y-%m}"}.get(p.grain, day.isoformat())


def _point(p: Point, first: date | None, last: date | None) -> str | None:
    if first is None or last is None:
        if p.grain == "day" and isinstance(p.month, int) and isinstance(p.day, int) and not p.lunar:
            return f"XXXX-{p.month:02d}-{p.day:02d}" + (p.clock or "")
        return f"XXXX-{p.month:02d}" if p.grain == "month" and isinstance(p.month, int) and not p.lunar else None
    if first == last:
        return first.isoformat() + (p.clock or "")
    if p.grain == "week" or (p.back and p.back[0] == "W"):
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if p.part == "end" else "")
    whole = p.part in (None, "whole")
    if p.grain == "decade" and whole:
        return f"{first.year // 10}"
    if p.grain == "century" and whole:
        return f"{first.year // 100}"
    return _calendar_value(p, first, last, whole=whole)


def _calendar_value(p: Point, first: date, last: date, *, whole: bool) -> str:
    unit = p.back[0] if p.back else ""
    if (p.grain == "year" or unit == "Y") and whole:
        return f"{first:%Y}"
    if (p.grain == "month" or unit == "M") and whole and not p.lunar:
        return f"{first:%Y-%m}"
    if p.grain == "quarter" and whole:
        return f"{first:%Y}-Q{(first.month + 2) // 3}"
    if p.grain == "half":
        return f"{first:%Y}-H{1 if first.month == 1 else 2}"
    return f"{first.isoformat()}/{last.isoformat()}"
