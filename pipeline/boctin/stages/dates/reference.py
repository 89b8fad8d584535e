"""The day that an article's dates are told from: its publication, else what its own full dates settle."""

from dataclasses import dataclass
from datetime import date, timedelta

import regex

from boctin.stages.dates.calendar import day_or_none
from boctin.stages.dates.values import Expression, Point

# A full date further back than this tells history, not when the article appeared.
_EARLIEST = 2000
_NEAR = 2 * 366
_BEFORE_THAT = regex.compile(r"\b[Tt]rước đó,? (?:vào |trong |hồi )?+$")
_ISSUED = regex.compile(r"\b(?:[Cc]ấp|CẤP),? (?:lần đầu,? |lại )?+$")
_OPENING = 24
_AIMED = regex.compile(r"\b(?:sẽ|mục tiêu|dự kiến|kế hoạch|lộ trình|cam kết|tầm nhìn|phấn đấu|quy hoạch|định hướng)\b")
_SENTENCE_END = regex.compile(r"[.!?;]\s|\n")
_AROUND = 120
_OPENING_FORMS = ("since", "after", "before")
# A full date this near to a day without a year is of the same events.
_SAME_TIME = timedelta(days=31)
_SAME_SEASON = timedelta(days=92)
_SAME_HALF = timedelta(days=215)
_SAME_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Reference:
    """`near` is used to choose the nearest year, and None where nothing settles it; `day` is the exact day, if known.

    `month_known` says whether "tháng này" can be told.
    """

    near: date | None
    day: date | None = None
    month_known: bool = False
    inferred: bool = False


def reference_of(day: date | None, month: date | None, expressions: list[Expression], reading: str) -> Reference:
    """The reference of an article published on `day`, in `month`, or (both None) when only its text can tell."""
    if day:
        return Reference(day, day, month_known=True)
    if month:
        return Reference(month.replace(day=15), month_known=True)
    near = _inferred(expressions, reading)
    return Reference(near, inferred=True)


def _inferred(expressions: list[Expression], reading: str) -> date | None:
    """The day that the dates of the text are told from, as far as its full dates settle it.

    A full date next to one without a year ("ngày 3/11 … cuối tháng 11/2022") is of the days reported. Else the full
    dates were past when the article was written (a decision, a law), and the days reported follow the latest.
    """
    open_days = _open_days(expressions)
    firm, opens = _full_dates(expressions, {month for month, _ in open_days}, reading)
    if near := _at_a_beginning(firm, opens, open_days):
        return near
    full = firm or opens
    if not full:
        return None
    latest = max(full)
    ahead = (latest_year(expressions, reading if open_days else None) or latest.year) - latest.year
    if ahead > 1 or (ahead == 1 and not open_days):
        return None  # the text knows later years than its full dates: they tell history
    month = _latest_month(expressions, reading)
    if month > latest + (_SAME_YEAR if open_days else _SAME_SEASON):
        return _after_month(month, open_days)
    if not open_days:
        return latest
    recent = [made for made in full if (latest - made).days <= _NEAR]
    nearest = min(recent, key=lambda made: (min(_apart(made, *day) for day in open_days), -made.toordinal()))
    apart = min(_apart(nearest, *day) for day in open_days)
    if apart <= _SAME_TIME.days:
        return nearest
    if ahead:
        return None
    if apart <= _SAME_SEASON.days:
        return min((_closest(nearest, *day) for day in open_days), key=lambda day: abs(day - nearest))
    return max(_first_after(latest - _SAME_TIME, *day) for day in open_days)


def _after_month(month: date, open_days: list[tuple[int, int]]) -> date | None:
    """The days reported follow the latest month told ("tháng 4/2022, công an mở án"), unless they lie far behind it."""
    last = max((_first_after(month, *day) for day in open_days), default=date.max)
    return last if last <= month + _SAME_HALF else None


def latest_year(expressions: list[Expression], reading: str | None) -> int | None:
    """The latest year told of; by a reading, without those aimed at ("mục tiêu vào năm 2030", "năm 2035 sẽ đạt")."""
    named = [
        x.low.year
        for x in expressions
        if x.form == "point" and x.low and x.low.grain == "year" and not (reading and _aimed_at(x, reading))
    ]
    return max((year for year in named if isinstance(year, int)), default=None)


def _aimed_at(x: Expression, reading: str) -> bool:
    before = _SENTENCE_END.split(reading[max(0, x.start - _AROUND) : x.start])[-1]
    after = _SENTENCE_END.split(reading[x.end : x.end + _AROUND], maxsplit=1)[0]
    return bool(_AIMED.search(before.lower()) or _AIMED.search(after.lower()))


def _full_dates(expressions: list[Expression], open_months: set[int], reading: str) -> tuple[list[date], list[date]]:
    """Days with their year, and those that only open or close a time to come ("từ 1/1/2023").

    A month with its year is one where a day of that month is told without a year, or figures are told up to it
    ("số liệu đến tháng 9/2022"), or where it comes before them in the story ("Trước đó, vào tháng 7/2022, …");
    "hồi tháng 10/2021" settles no other day's year.
    """
    firm: list[date] = []
    opens: list[date] = []
    for expression in expressions:
        for point in _points(expression):
            if not (isinstance(point.month, int) and isinstance(point.year, int)) or point.lunar:
                continue
            if point.grain == "month" and reading.startswith(")", expression.end):
                continue  # "bão Xangsane (9/2006)": when that was
            if _ISSUED.search(reading[max(0, expression.start - _OPENING) : expression.start]):
                continue  # "Giấy phép số 115 cấp ngày 9/2/2021" at the foot of the page
            told = (
                expression.form == "until"
                or expression.rule == "reached"
                or (expression.form != "range" and point.month in open_months)
                or _BEFORE_THAT.search(reading[max(0, expression.start - _OPENING) : expression.start])
            )
            if point.grain != "month" or told:
                made = day_or_none(point.year, point.month, _day(point))
                if made and made.year >= _EARLIEST:
                    (opens if expression.form in _OPENING_FORMS else firm).append(made)
    return firm, opens


def _at_a_beginning(firm: list[date], opens: list[date], open_days: list[tuple[int, int]]) -> date | None:
    """The day told nearest to a time that begins or ends after all else ("hoàn thành trước 31/1/2022")."""
    if not (opens and open_days) or (firm and max(firm) >= max(opens)):
        return None
    latest = max(opens)
    nearest = min((_closest(latest, *day) for day in open_days), key=lambda day: abs(day - latest))
    return nearest if abs(nearest - latest) <= _SAME_TIME else None


def _latest_month(expressions: list[Expression], reading: str) -> date:
    """The latest month told of with its year, those aside that are aimed at."""
    told = [
        date(point.year, point.month, 1)
        for x in expressions
        if x.kind is None and not _aimed_at(x, reading)
        for point in (x.low, x.high)
        if point and point.grain == "month" and isinstance(point.year, int) and isinstance(point.month, int)
    ]
    return max(told, default=date.min)


def _open_days(expressions: list[Expression]) -> list[tuple[int, int]]:
    """Month and day of the days told without a year."""
    return [
        (point.month, point.day)
        for expression in expressions
        for point in _points(expression)
        if isinstance(point.month, int) and isinstance(point.day, int) and point.year is None and not point.lunar
    ]


def _points(expression: Expression) -> list[Point]:
    told = [p for p in (expression.low, expression.high) if p is not None]
    return told + [p.twin for p in told if p.twin is not None]


def _day(point: Point) -> int:
    return point.day if isinstance(point.day, int) else 15


def _years(made: date, month: int, day: int) -> list[date]:
    """That day of the year before, the same year and the years after, where it exists (29 February)."""
    days = [day_or_none(made.year + step, month, day) for step in (-1, 0, 1, 4)]
    return [found for found in days if found]


def _apart(made: date, month: int, day: int) -> int:
    return min((abs((made - other).days) for other in _years(made, month, day)), default=400)


def _closest(made: date, month: int, day: int) -> date:
    return min(_years(made, month, day), key=lambda other: abs(other - made), default=made)


def _first_after(made: date, month: int, day: int) -> date:
    return min((other for other in _years(made, month, day) if other >= made), default=made)
