"""The period that figures are told of: "cùng kỳ năm trước", "so với quý trước" are counted from it."""

from datetime import date

import regex

from boctin.stages.dates import calendar as cal
from boctin.stages.dates.values import Expression, Point

Days = tuple[date, date]
# What figures are only compared with is not what they are told of.
_COMPARED = regex.compile(r"(?:so với|hơn|bằng|của|cùng kỳ|từ mức)\s+(?:cùng kỳ\s+|mức\s+|hồi\s+)?$")
_BY_COMPARISON = regex.compile(r"(?:so với|hơn|bằng|lần|của)\s+(?:mức\s+)?(?:trong\s+|của\s+)?$")
_BEFORE = 24
_FIGURES = ("month", "months", "quarter", "half")
# A length ("9 tháng, lợi nhuận đạt …") stands for the months from January on where it is compared with another year.
_FEWEST, _MOST = 3, 11
_TOPIC_WITHIN = 25


class Periods:
    """The months last told of, as far as a year shows them: (its year, first and last day)."""

    def __init__(self, near: date | None, reading: str) -> None:
        self.near = near
        self.reading = reading
        self._told: Days | None = None
        self._months: tuple[int, int] | None = None
        self._point: Point | None = None

    def new_sentence(self) -> None:
        """A whole year is what the figures of its own sentence are told of, and no more."""
        if self._point and self._point.grain == "year":
            self._told = self._months = self._point = None

    def remember(self, x: Expression, interval: cal.Interval, sentence: int) -> None:
        """Keep the months that an expression tells."""
        if x.kind == "duration":
            self._length(x)
            return
        point = x.low if x.form == "point" else x.high
        if x.kind or point is None or point.part in ("same_period", "same_day") or self._compared(x.start):
            return
        first, last = interval
        if first and self.near and first > self.near:
            return  # "nhiệm vụ 3 tháng cuối năm": no figures are told of a time to come
        told = (first, last) if first and last else None
        if x.form == "point" and point.grain == "year" and not point.part:
            if told and self._point is None and x.start - sentence <= _TOPIC_WITHIN:
                self._keep(point, told)
        elif x.form == "point" and point.grain in _FIGURES:
            if told or (point.months and point.months[0] == 1):
                self._keep(point, told)
        elif x.form == "until" and point.grain == "quarter" and last:
            self._keep(point, (cal.add_months(last, -2), last))
        elif x.form in ("range", "hull") and told and told[0].year == told[1].year and told[0] < told[1]:
            self._keep(point, told)

    def _keep(self, point: Point, told: Days | None) -> None:
        self._told, self._months, self._point = told, point.months, point

    def of_year(self, year: int) -> Days:
        """The same days of another year; the whole year where no shorter time is told of."""
        if self._told:
            first, last = self._told
            end = cal.month_end(year, last.month)
            whole_month = last == cal.month_end(last.year, last.month)
            return _moved(first, year), end if whole_month else _moved(last, year)
        return cal.months(year, *(self._months or (1, 12)))

    @property
    def year(self) -> int | None:
        """The year that the figures are of."""
        return self._told[0].year if self._told else None

    def before(self, start: int, grain: str) -> date | None:
        """The first day of the month or quarter told of, where one at `start` is compared with it."""
        last = self._point
        if last is None or last.grain != grain or self._told is None:
            return None
        around = self.reading[max(0, start - _BEFORE) : start].lower()
        return self._told[0] if _BY_COMPARISON.search(around) else None

    def _compared(self, start: int) -> bool:
        return bool(_COMPARED.search(self.reading[max(0, start - _BEFORE) : start].lower()))

    def _length(self, x: Expression) -> None:
        number = (x.timex or "").removeprefix("P").removesuffix("M")
        opens = self.reading[x.end : x.end + 1] == "," or self.reading[max(0, x.start - 7) : x.start].endswith(
            "lũy kế "
        )
        if opens and number.isdecimal() and _FEWEST <= int(number) <= _MOST and (x.timex or "").endswith("M"):
            self._told, self._months, self._point = None, (1, int(number)), None


def _moved(day: date, year: int) -> date:
    return cal.day_or_none(year, day.month, day.day) or cal.month_end(year, day.month)
