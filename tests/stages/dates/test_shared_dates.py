"""The Vietnamese date cases of dateparser (BSD-3), outside the repository, as far as they are dates of news."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from boctin.article import Article
from boctin.stages.dates.stage import Dates
from tests.conftest import SHARED

STAGE = Dates()
FILE = Path(SHARED) / "temporal" / "dateparser_vi.jsonl"
# Where a case has no reference day of its own, one is set.
REFERENCE = date(2015, 1, 20)
NOT_DATES = ("duration", "set", "time")

BY_TEXT = {
    "Thứ năm": "alone it is 'the fifth' as well; news says 'hôm thứ Năm' or gives the date",
    "Thứ sáu": "alone it is 'the sixth' as well; news says 'hôm thứ Sáu' or gives the date",
    "Tháng Mười Hai 29, 2013, 14:14": "the order of English; in Vietnam the day comes before the month",
    "2 giờ": "a duration; dateparser takes every duration for 'ago'",
    "2 tuần 3 ngày": "a duration; dateparser takes every duration for 'ago'",
    "21 giờ trước": "hours from a moment; news has a day, not a moment, of reference",
    "sau 22 giờ nữa": "hours from a moment; news has a day, not a moment, of reference",
}
BY_KIND = {
    "applicable": "tests dateparser's tokenizer",
    "tokens": "tests dateparser's tokenizer",
    "search_translatable": "tests dateparser's tokenizer",
}
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


def cases() -> list[dict]:
    """All cases of the file, or none without it."""
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()] if FILE.exists() else []


def left_out(case: dict) -> str | None:
    """Why a case does not apply to news, or None when it does."""
    return BY_KIND.get(case["kind"]) or BY_TEXT.get(case["text"])


def english(value: str) -> tuple[date, date]:
    """The days that dateparser's English translation names, from REFERENCE."""
    if found := re.search(r"(\d+) ([a-z]+) (\d{4})", value):
        day = date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1]))
    elif found := re.search(r"(\d{2})/(\d{2})/(\d{4})", value):
        day = date(int(found[3]), int(found[2]), int(found[1]))
    elif found := re.search(r"(\d+) day ago", value):
        day = REFERENCE - timedelta(days=int(found[1]))
    elif found := re.search(r"(\d+) month ago", value):
        months = REFERENCE.year * 12 + REFERENCE.month - 1 - int(found[1])
        first = date(months // 12, months % 12 + 1, 1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    elif value == "in 1 week":
        monday = REFERENCE - timedelta(days=REFERENCE.weekday()) + timedelta(days=7)
        return monday, monday + timedelta(days=6)
    else:
        raise AssertionError(f"no reading of {value!r}")
    return day, day


ALL = cases()
APPLY = [case for case in ALL if left_out(case) is None]


@pytest.mark.skipif(not ALL, reason="../shared is not here")
@pytest.mark.parametrize("case", APPLY, ids=[f"{case['id']}: {case['text'][:60]}" for case in APPLY])
def test_shared_date(case):
    reference = case["context_reference"]
    published = date.fromisoformat(reference[:10]) if reference else REFERENCE
    facts = [f for f in STAGE.facts(Article.of_text(case["text"], published=published)) if f.kind not in NOT_DATES]
    if case["kind"] == "search":
        found = {f.date_from or f.date_to for f in facts} | {f.date_to.replace(day=1) for f in facts if f.date_to}
        assert {date.fromisoformat(x["value"][:10]) for x in case["value"]} <= found
        return
    day = None if case["kind"] == "translation_en" else date.fromisoformat(case["value"][:10])
    expected = (day, day) if day else english(case["value"])
    assert [(f.date_from, f.date_to) for f in facts] == [expected]


@pytest.mark.skipif(not ALL, reason="../shared is not here")
def test_what_is_left_out_is_named():
    assert {case["text"] for case in ALL if case["kind"] not in BY_KIND} >= set(BY_TEXT)
