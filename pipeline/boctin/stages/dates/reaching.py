"""Whether "đến năm 2004" closes a period or tells when something was: only the reference day can say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import regex

from boctin.stages.dates.reference import latest_year
from boctin.stages.dates.values import Expression

_OPENS_SENTENCE = regex.compile(
    r"(?:^|[\n.!?;:,\"(]\s*|(?:nhưng|tuy nhiên|sau đó|rồi|song),? )(?:đến|tới)\s$", regex.IGNORECASE
)
# Who does or undergoes something then: "đến năm 2005 Nhà xuất bản …", "đến năm 1999 trường được nâng cấp".
_SUBJECT = regex.compile(r" (?:\p{Lu}\p{Ll}|(?:trường|ông|bà|anh|chị|tôi|cô|thầy|hãng|công ty|thì|được|mới)\b)")
# "Theo chiến lược này, đến năm 2020, …": what was planned.
_AIMED = regex.compile(r"chiến lược|kế hoạch|quy hoạch|mục tiêu|đề án|dự kiến|phấn đấu|lộ trình")
_LONGEST_OPENING = 40


def told_at(expressions: list[Expression], near: date | None, reading: str) -> Iterator[Expression]:
    """Expressions as they are, but those that tell when for all that they begin with "đến"."""
    now = near.year if near else latest_year(expressions, reading)
    for x in expressions:
        yield _told_at(x, now, reading) if now and x.rule == "until" else x


def _told_at(x: Expression, now: int, reading: str) -> Expression:
    """A year gone by that opens its sentence ("Đến năm 2004, ông mở xưởng") tells when, and closes no period.

    A year still to come ("Đến năm 2030, …") and a share reached "đến hết năm 2020" are left as they are.
    """
    if x.form != "until" or x.high is None:
        return x
    if x.high.part == "school" and not reading.startswith("hết", x.start):
        return replace(x, form="point", low=x.high, high=None, rule=x.high.rule)  # "đến năm học này chỉ còn 10 lớp"
    year = x.high.year
    # Figures up to a month are of this year or the last one; an older month is of a story.
    gone_by = isinstance(year, int) and year < now - (x.high.grain == "month")
    if x.high.grain not in ("year", "month") or x.high.part or not gone_by:
        return x
    if reading.startswith("hết", x.start):
        return x
    opening = reading[max(0, x.start - _LONGEST_OPENING) : x.start]
    if _AIMED.search(opening.lower()):
        return x
    told_on = reading.startswith(",", x.end) or _SUBJECT.match(reading, x.end)
    if not told_on or not _OPENS_SENTENCE.search(opening):
        return x
    return replace(x, form="point", low=x.high, high=None, rule=x.high.grain)
