"""The period that a count was taken over: "giai đoạn 2021-2023", "tính đến ngày 29/2", "trong năm 2026"."""

from dataclasses import dataclass
from datetime import date

import regex

from boctin.record import DateFact
from boctin.stages.model_counts.knowledge import CountKnowledge, any_of, ending_with, whole_word
from boctin.stages.model_counts.page import Page, Sentence

_NO_PERIOD = ("duration", "set", "time")
_LOOK_BACK = 30
# A longer stretch is an age ("thế kỷ 20"), not a period that models are counted over.
_MAX_YEARS = 20
# The goals of a plan fill so many sentences at most.
_GOALS = 8
# "đề án … đến năm 2025, tầm nhìn đến năm 2030".
_VISION = regex.compile(r"\s*(?:,|và)?\s*(?:định hướng|tầm nhìn)(?!\p{L})")
_VISION_OF = regex.compile(r"(?:định hướng|tầm nhìn)\s(?:đến\s)?$")
# "Đại hội Hội Nông dân huyện lần thứ XI, nhiệm kỳ 2023 - 2028": the term that begins there.
_CONGRESS = regex.compile(r"Đại hội(?!,)[^,;.]{0,90}(?:(?:lần thứ|khóa)\s\w{1,6},\s?)?$")
_CONGRESS_REACH = 130
_STRETCH = regex.compile(r"từ\s(?:đầu\s|cuối\s|giữa\s)?(?:năm|tháng|nhiệm kỳ)\s", regex.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """The days counted over, and the words that say so."""

    date_from: date | None
    date_to: date | None
    start: int
    end: int


class Periods:
    """Chooses, among the dates of a sentence, the one that a count is told for."""

    def __init__(self, known: CountKnowledge) -> None:
        self.compared = ending_with(known.period.compared)
        self.until = ending_with(known.period.until)
        self.term = regex.compile(whole_word(known.period.terms), regex.IGNORECASE)
        self.now = regex.compile(whole_word(known.period.now), regex.IGNORECASE)
        self.planned = regex.compile(whole_word(known.period.planned), regex.IGNORECASE)
        self.goals = regex.compile(rf"[-*•+\s]*{any_of(known.period.goals)}(?!\p{{L}})", regex.IGNORECASE)
        self.events = regex.compile(whole_word(known.period.events), regex.IGNORECASE)

    def of_count(self, page: Page, sentence: Sentence, start: int, end: int) -> Period | None:
        """The period of a count at `[start, end)`: the nearest before it in its sentence, else the first after it."""
        dates = [p for d in page.dates_in(sentence.start, sentence.end) if (p := self._period(page, sentence, d))]
        before = [p for p in dates if p.end <= start]
        if before:
            return before[-1]
        stop = page.reading.find(";", end, sentence.end)
        after = [p for p in dates if p.start >= end and (stop < 0 or p.start < stop)]
        return after[0] if after else self._of_term(page, sentence) or self._of_plan(page, sentence)

    def _of_term(self, page: Page, sentence: Sentence) -> Period | None:
        """A term or stage told in the sentence before: "Trong nhiệm kỳ 2018 - 2023, …. Các cấp Hội xây dựng …"."""
        previous = page.before(sentence)
        if previous is None or self.now.search(page.reading, sentence.start, sentence.end):
            return None
        for fact in page.dates_in(previous.start, previous.end):
            period = self._period(page, previous, fact)
            if period and (
                self.term.search(page.reading, max(previous.start, fact.start_char - 12), fact.end_char)
                or self._opens_stretch(page, previous, fact)
            ):
                return period
        return None

    @staticmethod
    def _opens_stretch(page: Page, sentence: Sentence, fact: DateFact) -> bool:
        """Whether a sentence is told for "Từ năm 2018 đến nay, …" as a whole, the next ones with it."""
        opening = page.reading[sentence.start : fact.start_char].rstrip()
        return _STRETCH.match(page.reading, fact.start_char) is not None and (not opening or opening.endswith(":"))

    def _of_plan(self, page: Page, sentence: Sentence) -> Period | None:
        """The year that the goals of a plan are told for, a few sentences before: "đề ra mục tiêu đến năm 2025 …"."""
        if not self.goals.match(page.reading, sentence.start, sentence.end):
            return None
        for earlier in page.some_before(sentence, _GOALS):
            period = self.of_sentence(page, earlier)
            if period and self.planned.search(page.reading, earlier.start, earlier.end):
                return period if period.date_to and (earlier.part >= sentence.part - 1) else None
        return None

    def of_total(self, page: Page, sentence: Sentence) -> Period | None:
        """The period of a sentence whose quantities are told for it: the first, with a number after it."""
        period = self.of_sentence(page, sentence)
        return period if period and page.numerals_in(period.end, sentence.end) else None

    def of_sentence(self, page: Page, sentence: Sentence) -> Period | None:
        """The first period that a sentence names."""
        dates = page.dates_in(sentence.start, sentence.end)
        return next((p for d in dates if (p := self._period(page, sentence, d))), None)

    @staticmethod
    def _of_a_name(page: Page, sentence: Sentence, fact: DateFact) -> bool:
        """Whether a date is in the name of a plan or of a congress: nothing was counted over it."""
        start, end = fact.start_char, fact.end_char
        if _VISION.match(page.reading, end) or _VISION_OF.search(page.reading, sentence.start, start):
            return True
        term = page.reading.startswith(("nhiệm kỳ", "Nhiệm kỳ"), start)
        return term and _CONGRESS.search(page.reading, max(sentence.start, start - _CONGRESS_REACH), start) is not None

    def _period(self, page: Page, sentence: Sentence, fact: DateFact) -> Period | None:
        if fact.kind in _NO_PERIOD or (fact.date_from is None and fact.date_to is None):
            return None
        if fact.date_from and fact.date_to and fact.date_to.year - fact.date_from.year > _MAX_YEARS:
            return None
        before = page.reading[max(sentence.start, fact.start_char - _LOOK_BACK) : fact.start_char]
        if self.compared.search(before) or self._of_a_name(page, sentence, fact):
            return None
        if fact.date_from is not None and fact.date_from == fact.date_to:
            if self.until.search(before):
                return Period(None, fact.date_to, fact.start_char, fact.end_char)
            if not self.events.search(page.reading, sentence.start, sentence.end):
                return None
        elif fact.date_from is not None and fact.kind in ("year", "month", "quarter") and self.until.search(before):
            return Period(None, fact.date_to, fact.start_char, fact.end_char)
        return Period(fact.date_from, fact.date_to, fact.start_char, fact.end_char)
