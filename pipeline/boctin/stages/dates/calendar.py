"""Arithmetic of the calendar: intervals of days, and the lunar calendar of Vietnam (UTC+7)."""

from calendar import monthrange
from datetime import date, timedelta

from lunar_vn import LunarDate, convert_lunar_to_solar, solar_to_lunar

Interval = tuple[date | None, date | None]
ONE_DAY = timedelta(days=1)
# GUIDELINES: "đầu tháng" is the 1st to the 10th, "giữa tháng" to the 20th, "cuối tháng" the rest.
_MONTH_PARTS = {"start": (0, 9), "middle": (10, 19), "end": (20, 30), "first_half": (0, 14), "second_half": (15, 30)}


def month_end(year: int, month: int) -> date:
    """The last day of a month.

    >>> month_end(2024, 2)
    datetime.date(2024, 2, 29)
    """
    return date(year, month, monthrange(year, month)[1])


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """The days from the first to the last of some months of a year."""
    return date(year, first, 1), month_end(year, last)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """A day, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(start: date, n: int) -> date:
    """The first of the month that lies `n` months from that of `start`."""
    index = start.year * 12 + start.month - 1 + n
    return date(index // 12, index % 12 + 1, 1)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day of the Vietnamese lunar calendar (Hồ Ngọc Đức's algorithm, by `lunar-vn`).

    None when the month has no such day or the year lies outside 1900–2100.

    >>> lunar_day(2007, 1, 1)  # one day before the Chinese new year
    datetime.date(2007, 2, 17)
    """
    try:
        solar = convert_lunar_to_solar(day, month, year, 0)
        back: LunarDate = solar_to_lunar(solar)
    except (ValueError, OverflowError):
        return None
    return solar if (back.day, back.month) == (day, month) else None


def lunar_month(year: int, month: int) -> tuple[date, date] | None:
    """The Gregorian days of a lunar month."""
    first = lunar_day(year, month, 1)
    last = lunar_day(year, month, 30) or lunar_day(year, month, 29)
    return (first, last) if first and last else None


def long_period(first: int, size: int, part: str | None) -> tuple[date, date]:
    """A decade or century; its beginning, middle and end are its first, middle and last third."""
    last = first + size
    third = (size + 1) // 3
    if part == "start":
        last = first + third - 1
    elif part == "middle":
        first, last = first + third, last - third
    elif part == "end":
        first = last - third + 1
    elif part == "first_half":
        last = first + size // 2
    elif part == "second_half":
        first += size // 2 + 1
    return date(first, 1, 1), date(last, 12, 31)


def part_of_month(
    first: date, last: date, part: str | None, number: int | None, weeks: tuple[int, int] | None
) -> tuple[date, date]:
    """The days of a part of the month from `first` to `last`, Gregorian or lunar.

    >>> part_of_month(date(2022, 9, 1), date(2022, 9, 30), "weeks", None, (4, 5))
    (datetime.date(2022, 9, 22), datetime.date(2022, 9, 30))
    """
    if part == "weeks" and weeks:
        if weeks[0] < 0:
            return last + timedelta(days=7 * weeks[0] + 1), last
        return first + timedelta(days=7 * weeks[0] - 7), min(first + timedelta(days=7 * weeks[1] - 1), last)
    if number and part in ("first_days", "last_days"):
        span = timedelta(days=number - 1)
        return (first, first + span) if part == "first_days" else (last - span, last)
    if part in _MONTH_PARTS:
        low, high = _MONTH_PARTS[part]
        return first + timedelta(days=low), min(first + timedelta(days=high), last)
    return first, last
