"""What the grammar reads: points of the calendar with parts left open, and the expressions made of them.

A part that is left open (the year of "7/12", the month of "từ ngày 6") is None; a part told in relation to the day
of publication or to a date named before ("năm ngoái", "cùng ngày") is a Rel. resolve.py fills them in.
"""

from dataclasses import dataclass
from typing import Literal

Grain = Literal["day", "week", "month", "months", "quarter", "half", "year", "decade", "century", "now", "then", "term"]
Base = Literal["now", "anchor", "story"]


@dataclass(frozen=True, slots=True)
class Rel:
    """Steps from the day of publication ("now"), from a date named before ("anchor"), or ("story") from the year that
    the sentence tells of and only without one from the present: "năm 2021, doanh thu tăng so với năm trước".
    """

    n: int
    base: Base = "now"


@dataclass(frozen=True, slots=True)
class CanChi:
    """A year by its stem and branch: number in the cycle of sixty, Giáp Tý being 0."""

    n: int


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month … as far as the words say it.

    `part` is the part of a month or year meant ("start", "middle", "end", "first_half", "second_half"), or of a week
    ("end": Saturday and Sunday). `number` is the number of a quarter, half, decade or century; `months` the first and
    last month of "6 tháng đầu năm", or the weeks of a month; `back` a count of units from `base`. `tense` is "past"
    or "future" where the words say so. `clock` is the TIMEX3 tail.
    """

    grain: Grain
    year: int | Rel | CanChi | None = None
    month: int | Rel | None = None
    day: int | Rel | None = None
    number: int | None = None
    months: tuple[int, int] | None = None
    part: str | None = None
    weekday: int | None = None
    week: Rel | None = None
    lunar: bool = False
    tense: str | None = None
    clock: str | None = None
    back: tuple[str, int] | None = None
    base: Base = "now"
    twin: "Point | None" = None
    rule: str = "point"


NOW = Point("now", rule="now")
TERM = Point("term", rule="term")  # the term of office or school year told last: "từ đầu nhiệm kỳ đến nay"
THEN = Point("then", rule="then")  # the date told last: "từ đó đến nay"

Form = Literal["point", "range", "hull", "until", "before", "after", "since"]


@dataclass(frozen=True, slots=True)
class Expression:
    """Words `[start, end)`, in offsets of the reading, with what they mean.

    `form`: a point; a range from `low` to `high`; a hull (a list of points that touch); "until" and "before" have only
    `high`, "since" and "after" only `low`. `kind` is set for a duration, set, clock time or holiday.
    """

    start: int
    end: int
    form: Form = "point"
    low: Point | None = None
    high: Point | None = None
    kind: str | None = None
    timex: str | None = None
    rule: str = ""
    confidence: float = 0.95
