"""Slots that stand around a conferral: reason, period, event date, status."""

from datetime import date

import regex

from boctin.record import DateFact
from boctin.stages.awards.candidate import Candidate
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import Lexicon, any_of
from boctin.stages.awards.recipients import Range

_WORDS = GRAMMAR.reasons
_REASON = regex.compile(
    rf"(?:{any_of(_WORDS.openers)}|(?<!\p{{L}})về(?= {any_of(_WORDS.about)}))\s+(?P<why>[^;\n]{{8,400}})"
    rf"|(?<!\p{{L}})(?P<why2>(?:đã )?(?:có|đạt)(?: nhiều| những)? {any_of(_WORDS.merits)}[^;\n]{{0,400}})"
)
_GIVER = regex.compile(rf"do\s[^,;.\n]{{2,80}}?\s{any_of(_WORDS.gives)}")
_REASON_END = regex.compile(r"[.!?](?=\s|$)|\.\s|$")
_QUOTED_REASON = regex.compile(r"\"[^\"\n]{8,300}\"")
_PERIOD_KINDS = ("year", "period", "half", "quarter", "month")


def reason_of(low: str, candidate: Candidate, limit: int) -> Range | None:
    """The words after "vì …", or "có thành tích …", behind the award and its recipients."""
    match = _REASON.search(low, candidate.expression.end, limit)
    if match and _GIVER.match(low, match.start(), limit):
        match = _REASON.search(low, match.start() + 2, limit)
    if match is None:
        return None
    start, end = match.span("why") if match.group("why") else match.span("why2")
    if quoted := _QUOTED_REASON.match(low, start, end):
        return quoted.start() + 1, quoted.end() - 1
    stop = _REASON_END.search(low, start, end)
    end = stop.start() if stop else end
    while end > start and low[end - 1] in " .,":
        end -= 1
    return (start, end) if end - start >= 8 else None


def period_of(dates: list[DateFact], reason: Range | None) -> tuple[date | None, date | None]:
    """The year or period that the merit was in, as the reason says it."""
    if reason is None:
        return None, None
    inside = [d for d in dates if reason[0] <= d.start_char and d.end_char <= reason[1] + 1 and d.kind in _PERIOD_KINDS]
    return (inside[-1].date_from, inside[-1].date_to) if inside else (None, None)


def event_of(dates: list[DateFact], sentence: Range, reason: Range | None) -> date | None:
    """The day of the conferral, when its sentence says one."""
    for fact in dates:
        outside = reason is None or not reason[0] <= fact.start_char < reason[1]
        if fact.kind == "day" and outside and sentence[0] <= fact.start_char < sentence[1]:
            return fact.date_from
    return None


def status_of(lexicon: Lexicon, low: str, candidate: Candidate) -> str:
    """conferred, proposed, held or announced, from the words before the verb."""
    if candidate.mode == "hold":
        return "held"
    verb = candidate.verb[1] if candidate.verb else candidate.expression.start
    before = low[max(candidate.clause[0], verb - 90) : verb]
    if lexicon.proposed.search(before):
        return "proposed"
    if lexicon.held.search(before):
        return "held"
    if lexicon.announced.search(before[-45:]):
        return "announced"
    return "conferred"
