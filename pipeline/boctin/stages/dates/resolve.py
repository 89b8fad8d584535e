"""From what the words say to days: what is left open is filled in from the reference day and dates named before."""

from dataclasses import replace
from datetime import date, timedelta

import regex

from boctin.stages.dates import calendar as cal
from boctin.stages.dates.memory import Days, Memory
from boctin.stages.dates.reference import Reference
from boctin.stages.dates.values import CanChi, Expression, Point, Rel

_SENTENCE_END = regex.compile(r"[.!?;]\s|\n")
_QUARTERS = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}
# GUIDELINES: "đầu năm" is January to April, "giữa năm" May to August, "cuối năm" September to December.
_YEAR_PARTS = {"start": (1, 4), "middle": (5, 8), "end": (9, 12), "first_half": (1, 6), "second_half": (7, 12)}
_SCHOOL_YEAR_STARTS = 8
_LOOK_BACK, _LOOK_AHEAD = 120, 40
_SOON = 75
_RETOLD_WITHIN = timedelta(days=2)
_SAME_EVENT = timedelta(days=31)
# Figures "of 9 months" come out at the earliest when the last of the months has begun.
_REPORTED_EARLY = 31
_REPORTED_UNTIL = 3
_RECKONED = ("ính đến ", "ính tới ")  # "tính đến cuối tháng 2": figures of a time gone by
# Ends without a year lie within a year of one another.
_LONG_RANGE = 330
_FUTURE = regex.compile(r"\b(?:sẽ|dự kiến|sắp|dự báo|chậm nhất|sớm nhất|trước hạn|hạn chót|phấn đấu|sang năm)\b")
# Of a time to come only where they stand before it: "kế hoạch quý I", but not "Tháng 3: xã thu gọn mục tiêu".
_AIMED = regex.compile(r"\b(?:kế hoạch|chuẩn bị|mục tiêu)\b")
_PAST = regex.compile(r"\b(?:đã|hồi|từng|vừa|bị|xảy ra|trước đó)\b")


_BEST = regex.compile(r"\b(?:cao|thấp|lớn|nhỏ|mạnh|nhiều|ít|dài|nhanh|chậm|tệ|xấu|tốt|nặng|nóng|lạnh) nhất $")
_BEST_WITHIN = 16


class Resolver:
    """Resolves the expressions of one article, in their order."""

    def __init__(self, reference: Reference, reading: str) -> None:
        self.ref = reference
        self.reading = reading
        self.memory = Memory(reference, reading)
        self.guessed = False
        self._now = (0, 0)
        self._deadline = self._reckoned = False

    def resolve(self, expression: Expression) -> cal.Interval:
        """The interval of an expression; either side is None where it is open or nothing settles it."""
        self.memory.forget(expression.start)
        self._now = expression.start, expression.end
        self._deadline = expression.form == "before"
        self._reckoned = expression.form == "until" and self.reading.endswith(_RECKONED, 0, expression.start)
        self.guessed = False
        interval = self._interval(expression)
        self.memory.remember(expression, interval)
        return interval

    def _interval(self, x: Expression) -> cal.Interval:
        low = self.days(x.low) if x.low else None
        if x.form == "point":
            return low or (None, None)
        if x.form == "since":
            return (low[0] if low else None), None
        if x.form == "after":
            return (low[1] + (timedelta(0) if _within(x.low) else cal.ONE_DAY) if low else None), None
        if x.form in ("until", "before"):
            high = self.days(x.high) if x.high else None
            if high is None:
                return None, None
            return None, high[1] if x.form == "until" or _within(x.high) else high[0] - cal.ONE_DAY
        high = self.days(x.high) if x.high else None
        if low and high and low[0] > high[1]:
            low, high = self._mended(x, low, high)
        elif low and high and x.low and x.low.year is None and (high[1] - low[0]).days > _LONG_RANGE:
            low = self._latest_before(x.low, high) or low
        return (low[0] if low else None), (high[1] if high else None)

    def _latest_before(self, p: Point, high: Days) -> Days | None:
        """The last occurrence of a point before the end of its range, when the nearest to the reference was another."""
        tried = [self.days(replace(p, year=high[1].year + n)) for n in (0, -1)]
        return next((days for days in tried if days and days[0] <= high[1]), None)

    def _mended(self, x: Expression, low: Days, high: Days) -> tuple[Days | None, Days | None]:
        """Ends in the wrong order: the one whose year was chosen moves by a year ("từ 28/12 đến 3/1")."""
        moved = self.days(replace(x.low, year=low[0].year - 1)) if x.low and x.low.year is None else None
        if moved and moved[0] <= high[1]:
            return moved, high
        if x.high and x.high.year is None and (moved := self.days(replace(x.high, year=high[0].year + 1))):
            return (low, moved) if low[0] <= moved[1] else (None, None)
        return None, None

    # Points

    def days(self, p: Point) -> Days | None:
        """First and last day of a point, or None where nothing settles it."""
        if p.grain == "now":
            return (self.ref.day, self.ref.day) if self.ref.day else None
        if p.grain in ("term", "then"):
            return self._told(p)
        if p.part in ("same_period", "same_day"):
            return self._same_period(p) if p.part == "same_period" else self._same_day(p)
        if p.back:
            told = self.memory.told_before(self._now[0])
            return self._counted_from(told, *p.back) if p.base == "anchor" else self._back(*p.back)
        if p.grain == "day":
            day = self._day(p)
            return (day, day) if day else None
        if p.grain == "week":
            return self._week(p)
        if p.grain == "month":
            return self._month(p)
        if p.grain == "quarter":
            return self._quarter(p)
        if p.grain == "decade" and p.number:
            return cal.long_period(p.number * 10, 9, p.part)
        if p.grain == "century" and p.number:
            return cal.long_period(p.number * 100 - 99, 99, p.part)
        return self._year(p)

    def year_of(self, p: Point) -> int | None:
        """The year that the words give, if they give one."""
        if isinstance(p.year, int):
            return p.year
        near = self.ref.near.year if self.ref.near else None
        if isinstance(p.year, CanChi):
            base = near or self.memory.year
            return None if base is None else base + (p.year.n + 4 - base + 30) % 60 - 30
        if isinstance(p.year, Rel):
            base = self._base_year(p.year) or near
            return None if base is None else base + p.year.n
        return None

    def _base_year(self, rel: Rel) -> int | None:
        """The year told before that a year is counted from, if it is counted from one."""
        if rel.base == "anchor":
            return self.memory.year
        if rel.base == "story":
            return self.memory.sentence_year or (self.memory.story_year(self._now[0]) if rel.n > 0 else None)
        return None

    def _tense(self, p: Point) -> str | None:
        """Past or future: by the date's own words, else by those of the sentence around it."""
        if p.tense:
            return p.tense
        start, end = self._now
        around = (
            self.reading[max(self.memory.sentence, start - _LOOK_BACK) : start]
            + " | "
            + self.reading[end : end + _LOOK_AHEAD]
        )
        clause = _SENTENCE_END.split(around, maxsplit=1)[0].lower()
        if _FUTURE.search(clause) or _AIMED.search(clause.partition("|")[0]):
            return "future?"
        return "past?" if _PAST.search(clause) else None

    def _nearest(self, p: Point, made: "dict[int, Days]") -> Days | None:
        """Of the same day or month in several years, the one nearest to the reference (by tense, where told)."""
        near = self.ref.near
        if near is None or not made:
            return None
        self.guessed = True
        days = sorted(made.values(), key=lambda d: abs((d[0] - near).days + (d[1] - near).days))
        nearest = days[0]
        tense = self._tense(p)
        ahead = (nearest[0] - near).days
        behind = (near - nearest[1]).days
        known = self.ref.day is not None
        soon = 0 if p.grain == "quarter" else _SOON  # a quarter is told of when it is over
        told_ahead = self._deadline or tense in ("future", "future?")
        if self._since_best():
            tense = "past"
        if tense == "past" or ((known or self._reckoned) and ahead > soon and not told_ahead):
            # News tells what has happened: a day far ahead needs a word that says so.
            return next((d for d in days if d[0] <= near), nearest)
        if tense == "future" or (tense == "future?" and behind > _SOON):
            return next((d for d in days if d[1] >= near), nearest)
        return nearest

    def _since_best(self) -> bool:
        """ "thấp nhất kể từ tháng 1": since a time gone by."""
        start = self._now[0]
        since = self.reading.startswith(("từ", "kể từ"), start)
        return since and bool(_BEST.search(self.reading[max(0, start - _BEST_WITHIN) : start]))

    def _years(self, p: Point) -> list[int]:
        """The years to try for a point: the one told, the one of the passage, else those about the reference."""
        if p.year is not None:
            year = self.year_of(p)
            return [] if year is None else [year]
        context = self.memory.context_year
        if context and p.tense is None and not self.memory.of_now(p, self._now[0]):
            return [context]
        return [self.ref.near.year + n for n in (-1, 0, 1)] if self.ref.near else []

    def _of_years(self, p: Point, made: "dict[int, Days]") -> Days | None:
        return next(iter(made.values())) if len(made) == 1 and len(self._years(p)) == 1 else self._nearest(p, made)

    def _day(self, p: Point) -> date | None:
        if p.twin and (not p.twin.lunar) and (p.lunar or self._open(p)):
            return self._day(p.twin)
        if isinstance(p.day, Rel):
            base = self._speech_day(p) or self.ref.day
            if p.day.base == "anchor":
                base = self.memory.day or (None if p.day.n else self.ref.day)
            return base + timedelta(days=p.day.n) if base else None
        if p.weekday is not None:
            return self._weekday(p, p.weekday)
        if isinstance(p.month, Rel):
            month = self._relative_month(p.month)
            return cal.day_or_none(month.year, month.month, p.day) if month and p.day else None
        if p.month is None and p.day:
            return self._day_alone(p, p.day)
        if not (p.month and p.day):
            return None
        made = {}
        for year in self._years(p):
            day = (cal.lunar_day if p.lunar else cal.day_or_none)(year, p.month, p.day)
            if day:
                made[year] = (day, day)
        found = self._of_years(p, made)
        return found[0] if found else None

    def _speech_day(self, p: Point) -> date | None:
        """The "hôm nay" of a speech quoted is the day of the event, told the day after or the day after that."""
        event, day = self.memory.event, self.ref.day
        if event is None or p.twin or not isinstance(p.day, Rel) or not self.memory.in_quotes(self._now[0]):
            return None
        if day is None:
            return event if self.ref.near and abs(event - self.ref.near) <= _SAME_EVENT else None
        return event if timedelta(0) < day - event <= _RETOLD_WITHIN else None

    def _open(self, p: Point) -> bool:
        relative = isinstance(p.day, Rel) and p.day.base == "now" and self.ref.day is None
        return relative or p.weekday is not None or (isinstance(p.day, Rel) and p.twin is not None)

    def _day_alone(self, p: Point, number: int) -> date | None:
        """ "ngày 15" alone: in the month named last, else the nearest."""
        self.guessed = True
        if self.memory.month:
            return cal.day_or_none(*self.memory.month, number)
        if self.ref.near is None or self.ref.inferred:
            return None
        firsts = [cal.add_months(self.ref.near, n) for n in (-1, 0, 1)]
        made = {n: (d, d) for n, f in enumerate(firsts) if (d := cal.day_or_none(f.year, f.month, number))}
        found = self._nearest(p, made)
        return found[0] if found else None

    def _weekday(self, p: Point, weekday: int) -> date | None:
        if p.week and p.week.base == "anchor":
            base = self.memory.day or self.ref.day
            if base is None:
                return None
            if p.week.n:
                return base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)
            return cal.monday(base) + timedelta(days=weekday)
        day = self.ref.day
        if day is None:
            return None
        if p.week:
            return cal.monday(day) + timedelta(days=7 * p.week.n + weekday)
        self.guessed = True
        ahead = (weekday - day.weekday()) % 7
        if p.tense == "past":
            return day + timedelta(days=ahead - 7 if ahead else 0)
        if p.tense == "future":
            return day + timedelta(days=ahead or 7)
        return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)

    def _week(self, p: Point) -> Days | None:
        if p.week is None:
            return None
        base = self.ref.day if p.week.base == "now" else self.memory.day or self.ref.day
        if base is None:
            return None
        first = cal.monday(base) + timedelta(days=7 * p.week.n)
        if p.part == "end":
            return first + timedelta(days=5), first + timedelta(days=6)
        if p.part in ("start", "middle"):
            offset = 0 if p.part == "start" else 2
            return first + timedelta(days=offset), first + timedelta(days=offset + 1)
        return first, first + timedelta(days=6)

    def _relative_month(self, rel: Rel) -> date | None:
        if rel.base == "anchor":
            base = date(*self.memory.month, 1) if self.memory.month else None
        else:
            told = self.memory.periods.before(self._now[0], "month") if rel.n == -1 else None
            base = told or (self.ref.near if self.ref.month_known else None)
        return cal.add_months(base, rel.n) if base else None

    def _month(self, p: Point) -> Days | None:
        if isinstance(p.month, Rel):
            month = self._relative_month(p.month)
            days = _gregorian_month(month.year, month.month) if month else None
            return cal.part_of_month(*days, p.part, p.number, p.months) if days else None
        if p.month is None:
            return None
        made = {}
        for year in self._years(p):
            days = cal.lunar_month(year, p.month) if p.lunar else _gregorian_month(year, p.month)
            if days:
                made[year] = cal.part_of_month(*days, p.part, p.number, p.months)
        return self._of_years(p, made)

    def _quarter(self, p: Point) -> Days | None:
        if isinstance(p.month, Rel):
            told = self.memory.periods.before(self._now[0], "quarter") if p.month.n == -1 else None
            base = told or (self.ref.near if self.ref.month_known else None)
            if base is None:
                return None
            index = base.year * 4 + (base.month - 1) // 3 + p.month.n
            return cal.months(index // 4, *_QUARTERS[index % 4 + 1])
        if p.number is None:
            return None
        first, last = _QUARTERS[p.number]
        if p.part in ("start", "middle", "end"):
            first = last = first + ("start", "middle", "end").index(p.part)
        return self._of_years(p, {year: cal.months(year, first, last) for year in self._years(p)})

    def _year(self, p: Point) -> Days | None:
        year = self.year_of(p)
        if year is None and p.year is None:
            near = self.ref.near.year if self.ref.near else None
            year = self.memory.sentence_year or self.memory.context_year or near
        if year is None or not 1 <= year <= 9990:
            return None
        if p.part == "school":
            ahead = isinstance(p.year, Rel) and p.year.n > 0  # in August the next one has not begun
            starts = self.ref.near is not None and self.ref.near.month >= _SCHOOL_YEAR_STARTS + ahead
            first = year if starts else year - 1
            return date(first, 1, 1), date(first + 1, 12, 31)
        if p.months:
            days = cal.months(year, *p.months)
            if p.rule == "cumulative_months" and self.ref.near and (days[1] - self.ref.near).days > _REPORTED_EARLY:
                return cal.months(year - 1, *p.months)
            return days
        if p.part in _YEAR_PARTS:
            return cal.months(year, *_YEAR_PARTS[p.part])
        return cal.months(year, 1, 12)

    def _told(self, p: Point) -> Days | None:
        """The first day of the term told of, or the date told last; "ngày này" is one only where it was a day."""
        if p.grain == "term":
            return (self.memory.term, self.memory.term) if self.memory.term else None
        told = self.memory.told_before(self._now[0])
        return told if told and (told[0] == told[1] or p.rule != "this_day") else None

    def _same_period(self, p: Point) -> Days | None:
        """ "cùng kỳ năm trước": the months that the figures are told of, in the year before theirs."""
        periods, year = self.memory.periods, self.year_of(p)
        if (
            isinstance(p.year, Rel)
            and periods.year
            and (p.year.base == "story" or periods.year == self._year_just_over())
        ):
            year = periods.year + p.year.n
        return periods.of_year(year) if year else None

    def _year_just_over(self) -> int | None:
        """In its first months the year before is still what is reported: "năm ngoái" is then the one before that."""
        near = self.ref.near
        return near.year - 1 if near and near.month <= _REPORTED_UNTIL else None

    def _same_day(self, p: Point) -> Days | None:
        """ "ngày này 10 năm trước": today's day, or that of the speech, of an earlier year."""
        today = self._speech_day(Point("day", day=Rel(0))) or self.ref.day
        day = cal.day_or_none(today.year + p.back[1], today.month, today.day) if today and p.back else None
        return (day, day) if day else None

    def _counted_from(self, told: Days | None, unit: str, n: int) -> Days | None:
        """ "một năm sau" is the next year after the date told, "hai ngày sau" that day, where a day was told."""
        if told is None:
            return None
        first, last = told
        if unit == "Y":
            return cal.months(first.year + n, 1, 12) if first.year == last.year else None
        if unit == "M" and (first.year, first.month) == (last.year, last.month):
            month = cal.add_months(first, n)
            return month, cal.month_end(month.year, month.month)
        if unit == "D" and first == last:
            return first + timedelta(days=n), first + timedelta(days=n)
        return None

    def _back(self, unit: str, n: int) -> Days | None:
        """ "cách đây 30 năm" is that year, "2 tuần trước" that week, "3 ngày trước" that day."""
        near, day = self.ref.near, self.ref.day
        if unit == "Y":
            return cal.months(near.year + n, 1, 12) if near and near.year + n > 0 else None
        if unit == "M":
            if not (near and self.ref.month_known):
                return None
            first = cal.add_months(near, n)
            return first, cal.month_end(first.year, first.month)
        if day is None:
            return None
        if unit == "W":
            first = cal.monday(day) + timedelta(days=7 * n)
            return first, first + timedelta(days=6)
        return day + timedelta(days=n), day + timedelta(days=n)


def _gregorian_month(year: int, month: int) -> Days | None:
    return cal.months(year, month, month) if 1 <= year <= 9998 else None


def _within(p: Point | None) -> bool:
    """Whether a bound falls inside its day: "trước 16 giờ ngày 21/10" leaves hours of that day."""
    return p is not None and p.clock is not None and p.clock[1:2].isdecimal() and p.clock != "T00:00"
