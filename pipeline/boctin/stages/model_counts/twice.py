"""A count told twice (headline and body) is one fact."""

from boctin.record import Span
from boctin.stages.model_counts.facts import Draft
from boctin.stages.model_counts.page import Page
from boctin.stages.model_counts.places import Place
from boctin.stages.model_counts.themes import Theme

_SMALL = 10


def told_twice(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Drafts with every count told once: a later telling gives its words, and the slots that the first one lacks."""
    kept: list[Draft] = []
    of_value: dict[float | None, list[Draft]] = {}
    replaced: dict[int, Draft] = {}
    for draft in drafts:
        alike = of_value.setdefault(draft.count.value, [])
        first = next((k for k in alike if _same(page, k, draft)), None)
        if first is None:
            kept.append(draft)
            alike.append(draft)
            continue
        _join(first, draft)
        replaced[id(draft)] = first
    for draft in kept:
        if draft.total is not None:
            draft.total = replaced.get(id(draft.total), draft.total)
        if draft.total is draft:
            draft.total = None
    return kept


def _same(page: Page, one: Draft, other: Draft) -> bool:
    if one.count.sentence == other.count.sentence:
        return False
    if (
        one.count.value is None
        and page.reading[one.count.start : one.count.end] != page.reading[other.count.start : other.count.end]
    ):
        return False
    if one.is_increase != other.is_increase:
        return False
    if one.count.value is not None and one.count.value > 1 and _companions(page, one) & _companions(page, other):
        return _agree(page, one.place, other.place, strict=False)
    small = one.count.value is not None and one.count.value < _SMALL
    headline = "title" in (one.count.sentence.role, other.count.sentence.role)
    return _agree(page, one.theme, other.theme, strict=small and not headline) and _agree(
        page, one.place, other.place, strict=False
    )


def _companions(page: Page, draft: Draft) -> set[tuple[float, str]]:
    """Other numbers in the clause after a count, each with the word after it: "… cho 50 hộ nghèo trong 3 năm"."""
    found = set()
    for numeral in page.numerals_in(draft.count.end, draft.limit):
        if numeral.value is not None:
            words = page.reading[numeral.end_char : numeral.end_char + 20].split()
            found.add((float(numeral.value), words[0].casefold() if words else ""))
    return found


def _agree(page: Page, one: Theme | Place | None, other: Theme | Place | None, *, strict: bool) -> bool:
    if one is None or other is None:
        return one is other or not strict
    a, b = (page.reading[x.start : x.end].casefold() for x in (one, other))
    return a == b or (not strict and (a in b or b in a))


def _join(first: Draft, again: Draft) -> None:
    first.mentions += [Span(text="", start_char=again.count.start, end_char=again.count.end), *again.mentions]
    longer = again.theme and first.theme and again.theme.end - again.theme.start > first.theme.end - first.theme.start
    if again.theme and (first.theme is None or first.theme.way == "carried" or longer):
        first.theme = again.theme
    if first.place is None or (first.place.way == "article" and again.place):
        first.place = again.place or first.place
    first.period = first.period or again.period
    first.fields = first.fields or again.fields
    first.made_of = first.made_of or again.made_of
    first.status = first.status or again.status
