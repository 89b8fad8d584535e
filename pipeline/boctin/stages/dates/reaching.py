"""Whether "đến năm 2004" closes a period or tells when something was: only the reference day can say."""

from dataclasses import replace
from datetime import date

import regex

from boctin.stages.dates.values import Expression

_OPENS_SENTENCE = regex.compile(
    r"(?:^|[\n.!?;:\"(]\s*|(?:nhưng|tuy nhiên|sau đó|rồi|song),? )(?:đến|tới)\s$", regex.IGNORECASE
)
_LONGEST_OPENING = 24


def told_at(x: Expression, near: date | None, reading: str) -> Expression:
    """A year gone by that opens its sentence ("Đến năm 2004, ông mở xưởng") tells when, and closes no period.

    A year still to come ("Đến năm 2030, …") and a share reached "đến hết năm 2020" are left as they are.
    """
    if x.form != "until" or x.rule != "until" or x.high is None or near is None:
        return x
    year = x.high.year
    if x.high.grain != "year" or x.high.part or not isinstance(year, int) or year >= near.year:
        return x
    if reading.startswith("hết", x.start):
        return x
    opening = reading[max(0, x.start - _LONGEST_OPENING) : x.start]
    if not reading.startswith(",", x.end) or not _OPENS_SENTENCE.search(opening):
        return x
    return replace(x, form="point", low=x.high, high=None, rule="year")
