"""What an article has told so far: the days and years that what is left open later is filled in from."""

from datetime import date

import regex

from boctin.stages.dates.calendar import Interval, day_or_none
from boctin.stages.dates.periods import Periods
from boctin.stages.dates.reference import Reference
from boctin.stages.dates.values import Expression, Point

_SENTENCE_END = regex.compile(r"[.!?;]\s|\n")
_COMPARED = regex.compile(r"(?:so với|hơn|cùng kỳ)\s+(?:cùng kỳ\s+|mức\s+|hồi\s+)?$")
_TERM = regex.compile(r"nhiệm k[ỳì]|năm học", regex.IGNORECASE)
# A year opens its sentence ("Trong năm 2021, …") when it stands this close to its beginning.
_TOPIC_WITHIN = 25
# "Một năm sau", "từ đó đến nay" stand at most this far behind the date that they are told from.
_TOLD_WITHIN = 300
_LONGEST_QUOTE = 2000
_RECENTLY = regex.compile(r"\b(?:mới|gần) đây(?: nhất)?,? (?:vào |hôm |trong |là )?$")
_RECENTLY_WITHIN = 24
# Days around publication are those reported, though a year long past opened a sentence before, or was only mentioned.
_SOON, _JUST_NOW, _THESE_WEEKS = 14, 7, 45
Days = tuple[date, date]


class Memory:
    """The last day, month and year told, the years of the sentence and the passage, the first day of all, that of the
    event reported, and the first day of the term of office or school year.
    """

    def __init__(self, reference: Reference, reading: str) -> None:
        self.ref = reference
        self.reading = reading
        self.day: date | None = None
        self.event: date | None = None
        self.month: tuple[int, int] | None = None
        self.year: int | None = None
        self.term: date | None = None
        self.sentence_year: int | None = None
        self.topic_year: int | None = None
        self.past_year: int | None = None
        self.past_opens = False
        self.periods = Periods(reference.near, reading)
        self.sentence = 0
        self._seen = 0
        self._told: tuple[int, Days] | None = None

    @property
    def context_year(self) -> int | None:
        """The year of days and months told without one."""
        return self.topic_year or self.past_year

    def told_before(self, start: int) -> Days | None:
        """The date told last, if it stands near enough to `start` to be meant."""
        return self._told[1] if self._told and start - self._told[0] <= _TOLD_WITHIN else None

    def story_year(self, start: int) -> int | None:
        """The year that "năm sau" follows in a story of long ago: "Năm 1988, ông thử hai ruộng; năm sau, …"."""
        told, near = self.told_before(start), self.ref.near
        return told[0].year if told and near and told[1].year <= near.year - 2 else None

    def in_quotes(self, start: int) -> bool:
        """Whether a place stands between quotes opened in its paragraph."""
        paragraph = self.reading.rfind("\n", max(0, start - _LONGEST_QUOTE), start) + 1
        known = paragraph > 0 or start <= _LONGEST_QUOTE
        return known and self.reading.count('"', paragraph, start) % 2 == 1

    def of_now(self, p: Point, start: int) -> bool:
        """Whether a day is one of the days reported, for all that a year long past was told in the sentence before.

        "Mới đây nhất, ngày 20/10" is, and so is a day next to that of publication: the nearer, the surer.
        """
        if self.topic_year or self.past_year is None:
            return False
        if _RECENTLY.search(self.reading[max(0, start - _RECENTLY_WITHIN) : start].lower()):
            return True
        today, day, month = self.ref.day, p.day, p.month
        if today is None or not (isinstance(day, int) and isinstance(month, int)) or p.lunar:
            return False
        made = [found for n in (-1, 0, 1) if (found := day_or_none(today.year + n, month, day))]
        behind = min(((today - found).days for found in made), key=abs, default=_TOLD_WITHIN)
        return -_SOON <= behind <= (_JUST_NOW if self.past_opens else _THESE_WEEKS)

    def forget(self, start: int) -> None:
        """A new sentence forgets the year of the last one, a new line the passage."""
        passed = self.reading[self._seen : start]
        if "\n" in passed:
            self.past_year = None
        if _SENTENCE_END.search(passed):
            self.sentence_year = self.topic_year = None
            self.periods.new_sentence()
            self.sentence = start
            for end in _SENTENCE_END.finditer(passed):
                self.sentence = self._seen + end.end()

    def remember(self, x: Expression, interval: Interval) -> None:
        """Keep what an expression tells."""
        self._seen = x.end
        first, last = interval
        self.periods.remember(x, interval, self.sentence)
        if x.kind or x.rule in ("decade", "century"):
            return
        point = x.low if x.form == "point" else x.high or x.low
        if point is None or point.grain == "now":
            return
        if first and last:
            self._told = x.end, (first, last)
        if x.rule == "period_of_years" and _TERM.match(self.reading, x.start):
            self.term = first
        if x.form == "point" and first and last:
            self._keep_point(x, point, first, last)
        elif first and last and x.form == "range" and point.grain == "day" and last.year - first.year <= 1:
            self.day = last  # but "(7/11/1975 - 7/11/2005)" is the age of what is feasted
        known = last or first
        if known and x.form != "range" and x.rule != "same_period" and not self._compared(x.start):
            self.year = known.year
            if x.form == "point" and isinstance(point.year, int):
                self._keep_year(x, point.grain, point.year)

    def _keep_point(self, x: Expression, point: Point, first: date, last: date) -> None:
        if x.rule == "afterwards" and point.back and point.back[0] == "Y":
            self.sentence_year = self.topic_year = first.year
        if first == last:
            self.day = first
            self.event = self.event or first
        if first.month == last.month and first.year == last.year:
            self.month = first.year, first.month

    def _compared(self, start: int) -> bool:
        """Whether something is only compared with the date at `start`."""
        return bool(_COMPARED.search(self.reading[max(0, start - 20) : start].lower()))

    def _keep_year(self, x: Expression, grain: str, year: int) -> None:
        """A year told by its number."""
        self.sentence_year = year
        if x.rule == "reached":
            return  # "mãi đến tháng 11/2022 mới xong" ends a story; what follows is of now
        opens_bracket = self.reading[x.end : x.end + 2].lstrip().startswith("(")
        if grain in ("day", "month") or opens_bracket or x.start - self.sentence <= _TOPIC_WITHIN:
            self.topic_year = year
        near = self.ref.near
        self.past_opens = x.start - self.sentence <= _TOPIC_WITHIN
        if near and grain in ("day", "month") and year <= near.year - 2:
            self.past_year = year
        elif near and year >= near.year - 1:
            self.past_year = None
