"""Counts with their slots: what one count takes from its clause, its sentence, its total and its article."""

from dataclasses import dataclass, field
from itertools import takewhile

import regex

from boctin.record import Evidence, ModelCount, Qualifier, Span
from boctin.stages.model_counts.counting import Count
from boctin.stages.model_counts.details import Details
from boctin.stages.model_counts.page import Page
from boctin.stages.model_counts.periods import Period, Periods
from boctin.stages.model_counts.places import Place, Places
from boctin.stages.model_counts.themes import Theme, Themes

# "- Mô hình “Bữa sáng cho em”: 4 mô hình".
_LABEL = regex.compile(
    r"^[-*•+\s]*(?:mô hình\s+\"?(?P<label>[^\":\n]{3,80}?)\"?|\"(?P<label>[^\":\n]{3,80}?)\")\s*:\s*$", regex.IGNORECASE
)
_BULLET = regex.compile(r"[-*•+]\s")
_UP_TO = regex.compile(r"nâng\s+(?:tổng\s+)?(?:số|số\s+lượng)[^.;,\n]{0,30}lên\s+$", regex.IGNORECASE)
_RISE = regex.compile(r"(?:tăng|thêm)\s+(?:thêm\s+)?$", regex.IGNORECASE)

_GREW = regex.compile(r"(?:tăng|giảm)\s+(?:thêm\s+)?$", regex.IGNORECASE)
_FEW = 10
# A theme told earlier in the sentence is looked for this far back.
_LOOK_BACK = 500
# What is done by the models stands this near before them.
_BY_REACH = 60


@dataclass
class Draft:
    """A count on its way to a fact."""

    count: Count
    opening: int
    limit: int
    total: "Draft | None" = None
    theme: Theme | None = None
    place: Place | None = None
    period: Period | None = None
    fields: list[Span] = field(default_factory=list)
    made_of: list[Span] = field(default_factory=list)
    status: tuple[str, Span] | None = None
    mentions: list[Span] = field(default_factory=list)
    id: str = ""
    first: "Draft | None" = field(default=None, repr=False)
    """The first count of the sentence, when this is not it."""

    @property
    def is_increase(self) -> bool:
        return self.count.qualifier == "increase"


class Drafting:
    """Fills the slots of the counts of one noun."""

    def __init__(self, themes: Themes, periods: Periods, details: Details) -> None:
        self.themes, self.periods, self.details = themes, periods, details

    def drafts(self, page: Page, places: Places, counts: list[Count]) -> list[Draft]:
        """One draft for each count of an article; those that only point back become mentions of an earlier one."""
        movement = self.themes.of_article(page)
        drafts: list[Draft] = []
        pointed: Draft | None = None
        for number, count in enumerate(counts):
            draft = Draft(count, *self._clause(page, counts, number))
            if drafts and drafts[-1].count.sentence == count.sentence:
                draft.first = drafts[-1].first or drafts[-1]
            if count.anaphoric and not self._tells_first(count, drafts):
                pointed = self._point_back(page, draft, drafts)
                continue
            if pointed and counts[number - 1].anaphoric and counts[number - 1].sentence == count.sentence:
                draft.total = pointed  # "Trong 64 mô hình nói trên có 5 mô hình …"
            else:
                draft.total = self._total(page, draft, drafts)
            pointed = None
            self._fill(page, places, draft, drafts, movement)
            drafts.append(draft)
        return drafts

    def _clause(self, page: Page, counts: list[Count], number: int) -> tuple[int, int]:
        """Where the words before a count that are its own begin, and where those after it end."""
        count = counts[number]
        before = [c.end for c in counts[max(0, number - 1) : number] if c.sentence == count.sentence]
        after = [c.outer for c in counts[number + 1 : number + 2] if c.sentence == count.sentence]
        opening = max([count.sentence.start, *before])
        semicolon = page.reading.rfind(";", opening, count.outer)
        limit = min([count.sentence.end, *after])
        stop = page.reading.find(";", count.end, limit)
        return max(opening, semicolon + 1), limit if stop < 0 else stop

    @staticmethod
    def _tells_first(count: Count, drafts: list[Draft]) -> bool:
        """Whether "cả hai mô hình bán lẻ" is the first that is told of them."""
        return count.tells_kind and all(d.count.value != count.value for d in drafts)

    @staticmethod
    def _point_back(page: Page, draft: Draft, drafts: list[Draft]) -> Draft | None:
        """The earlier count that "64 mô hình nói trên" means; the words become a mention of it."""
        for earlier in reversed(drafts):
            if earlier.count.value == draft.count.value and draft.count.value is not None:
                earlier.mentions.append(page.span(draft.count.start, draft.count.end))
                return earlier
        return None

    def _total(self, page: Page, draft: Draft, drafts: list[Draft]) -> Draft | None:
        """The count that this one is a part or an increase of."""
        count, sentence = draft.count, draft.count.sentence
        last = drafts[-1] if drafts else None
        if last and draft.first:
            rises = self._rises(page, draft)
            if rises:
                return last.total or last
            if self.details.is_part(page, last.count.end, count.outer):
                return last.total or draft.first
            # The next of the parts: "131 mô hình tập thể và 83 mô hình cá nhân".
            return last.total if self._smaller(count, last.total) else None
        grown = draft.is_increase and _GREW.search(page.reading, sentence.start, count.start)
        told = last and last.count.sentence == page.before(sentence)
        if last and told and (grown or self.details.opens_part(page, sentence)):
            first = last.first or last
            return first.total or first
        return None

    def _rises(self, page: Page, draft: Draft) -> bool:
        before = page.reading[draft.opening : draft.count.start]
        return draft.is_increase or bool(_RISE.search(before))

    @staticmethod
    def _smaller(count: Count, total: Draft | None) -> bool:
        if total is None:
            return False
        whole, value = total.count.value, count.value
        return whole is None or value is None or value < whole

    def _fill(self, page: Page, places: Places, draft: Draft, drafts: list[Draft], movement: Theme | None) -> None:
        count, sentence = draft.count, draft.count.sentence
        draft.made_of = self.details.made_of(page, count.end, draft.limit)
        draft.fields = self.details.fields(page, draft.opening, count.outer, count.end, draft.limit)
        if not draft.fields and drafts and drafts[-1].count.sentence == sentence and drafts[-1].fields:
            draft.fields = self.details.next_field(page, draft.opening, count.outer)
        draft.status = self.details.status(page, draft.opening, count.outer, count.end, draft.limit)
        if draft.status and any(f.start_char <= draft.status[1].start_char < f.end_char for f in draft.fields):
            draft.status = None  # "xây dựng hệ thống chính trị" is a field
        draft.theme = self._theme(page, draft, drafts, movement)
        # A demand ("ít nhất 1 mô hình") or a bare statement ("có 3 mô hình: …") covers no unit that it does not name.
        stated = (
            draft.status is not None
            or draft.total is not None
            or sentence.role == "title"
            or _BULLET.match(page.reading, sentence.start)
        )
        few = count.value is not None and count.value < _FEW
        draft.place = places.of_count(
            sentence,
            count.outer,
            count.end,
            draft.limit,
            named_only=count.qualifier == "at_least" or (few and not stated),
        )
        if draft.place is None and draft.total is None and not places.is_for_each(sentence, count.outer):
            draft.place = self._listed_place(page, draft, drafts)
        draft.period = self.periods.of_count(page, sentence, count.outer, count.end)
        total = draft.total
        previous = page.before(sentence)
        if total is None and previous and self.details.opens_part(page, sentence):
            # "Trong đó, …" with no total told in models: what it is part of still gives the place and the period.
            draft.period = draft.period or self.periods.of_total(page, previous)
            if draft.place is None or draft.place.way == "article":
                draft.place = places.of_sentence(previous) or draft.place
        if total:
            pointed = total.count.sentence != sentence and not self.details.opens_part(page, sentence)
            if draft.is_increase or (draft.period is None and not pointed):
                draft.period = total.period
            if draft.place is None or draft.place.way in ("article", "level"):
                draft.place = total.place or draft.place

    @staticmethod
    def _listed_place(page: Page, draft: Draft, drafts: list[Draft]) -> Place | None:
        """The place of the count before it in a list: "16 mô hình …, 4 mô hình … và 1 mô hình …"."""
        before = drafts[-1] if drafts else None
        if before is None or before.count.sentence != draft.count.sentence:
            return None
        return None if ";" in page.reading[before.count.end : draft.count.outer] else before.place

    def _theme(self, page: Page, draft: Draft, drafts: list[Draft], movement: Theme | None) -> Theme | None:
        count, total = draft.count, draft.total
        own = self._own_theme(page, draft)
        if own:
            return own
        if total and total.theme:
            return total.theme
        later = self.themes.later(page, count.end, draft.limit) or self._shared(page, draft)
        return later or self._earlier(page, draft, drafts) or movement

    def _own_theme(self, page: Page, draft: Draft) -> Theme | None:
        count = draft.count
        own = self.themes.own(page, count.end, draft.limit)
        label = None if own else _LABEL.search(page.reading, count.sentence.start, count.outer)
        return Theme(*label.span("label"), "label") if label else own

    def _shared(self, page: Page, draft: Draft) -> Theme | None:
        """A theme that a list of counts tells once, at its end: "8 mô hình điểm …, 3 mô hình điểm … về X"."""
        return self.themes.later(page, draft.limit, draft.count.sentence.end) if self._is_listed(page, draft) else None

    def _is_listed(self, page: Page, draft: Draft) -> bool:
        return (
            page.reading[draft.limit - 2 : draft.limit].strip() in (",", "") and draft.limit < draft.count.sentence.end
        )

    def _earlier(self, page: Page, draft: Draft, drafts: list[Draft]) -> Theme | None:
        """A theme told before the count: in its sentence, or by a count in the sentence before it."""
        sentence = draft.count.sentence
        start = max(sentence.start, draft.count.outer - _LOOK_BACK)
        carried = self.themes.carried_in(page, start, draft.count.outer) or self.themes.organised_by(
            page, max(start, draft.count.outer - _BY_REACH), draft.count.outer
        )
        if carried:
            return carried
        noun = draft.count.noun.pattern
        for match in reversed(list(noun.finditer(page.reading, start, draft.count.outer))):
            told = self.themes.own(page, match.end(), draft.count.outer)
            if told:
                return told
        previous = page.before(sentence)
        near = takewhile(lambda d: d.count.sentence in (sentence, previous), reversed(drafts))
        told_before = [d for d in near if d.count.sentence == previous and d.theme and d.total is None]
        return told_before[0].theme if len(told_before) == 1 else None


def fact_of(page: Page, draft: Draft) -> ModelCount:
    """The fact of the record, every slot with its words."""
    count = draft.count
    words = page.span(count.start, count.end)
    evidence = [Evidence(slot="value", **words.model_dump())]

    def told(slot: str, start: int, end: int) -> str:
        evidence.append(Evidence(slot=slot, **page.span(start, end).model_dump()))
        return page.text[start:end]

    if count.outer < count.start:
        told("qualifier", count.outer, count.start - 1)
    theme = told("theme", draft.theme.start, draft.theme.end) if draft.theme else None
    place = None
    if draft.place:
        place = told("place", draft.place.start, draft.place.end)
        if draft.place.cue_start != draft.place.start:
            told("place", draft.place.cue_start, draft.place.cue_end)
    fields = [told("fields", s.start_char, s.end_char) for s in draft.fields]
    made_of = [told("counted", s.start_char, s.end_char) for s in draft.made_of]
    if draft.status:
        told("status", draft.status[1].start_char, draft.status[1].end_char)
    if draft.period:
        told("period", draft.period.start, draft.period.end)
    mentions = [words, *(page.span(m.start_char, m.end_char) for m in draft.mentions)]
    return ModelCount(
        id=draft.id, **words.model_dump(), noun=count.noun.name, value=count.value, low=count.low, high=count.high,
        qualifier=_qualifier(page, draft), theme=theme, place=place, fields=fields, counted=made_of,
        status=draft.status[0] if draft.status else None,
        date_from=draft.period.date_from if draft.period else None,
        date_to=draft.period.date_to if draft.period else None,
        part_of=draft.total.id if draft.total else None, mentions=mentions, evidence=evidence,
        rule=f"{count.form}_count", confidence=confidence_of(draft),
    )  # fmt: skip


def _qualifier(page: Page, draft: Draft) -> Qualifier:
    """The qualifier of the number, or what its clause makes of it: "nâng tổng số lên 19", "tăng 52"."""
    if draft.count.qualifier != "exact":
        return draft.count.qualifier
    before = page.reading[draft.opening : draft.count.outer]
    if _UP_TO.search(before):
        return "total"
    return "increase" if draft.total and _RISE.search(before) else "exact"


def confidence_of(draft: Draft) -> float:
    """How sure a count is: a large figure, a verb or a total speak for it, a small number on its own against it."""
    count = draft.count
    sure = 0.8
    if draft.status or draft.total or draft.made_of:
        sure += 0.08
    if count.value is None or count.value >= 10:
        sure += 0.08
    if draft.place or draft.period:
        sure += 0.03
    if count.value is not None and count.value < 10 and not draft.status:
        sure -= 0.15
    if count.form in ("kind", "share"):
        sure -= 0.15
    return round(min(sure, 0.98), 2)
