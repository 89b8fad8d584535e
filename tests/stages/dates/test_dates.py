"""Every expression of cases/, its interval and kind, and nothing else in the sentence."""

import pytest

from boctin.article import Article
from boctin.stages.dates.stage import Dates
from tests.stages.dates.reading import Case, cases

STAGE = Dates()
ALL = cases()
# These are recognised so that they are not taken for dates; a sentence that expects no date may hold them.
NO_DATES = ("duration", "set", "time")


@pytest.mark.parametrize("case", ALL, ids=[f"{case.heading}: {case.text}" for case in ALL])
def test_dates_of_a_sentence(case: Case):
    article = Article.of_text(case.text, published=case.published)
    facts = STAGE.facts(article)
    named = {x.text for x in case.expected if x.kind in NO_DATES}
    seen = [f for f in facts if f.kind not in NO_DATES or f.text in named]
    assert [(f.text, f.date_from, f.date_to) for f in seen] == [(x.text, x.date_from, x.date_to) for x in case.expected]
    assert [f.calendar == "lunar" for f in seen] == [x.lunar for x in case.expected]
    for fact, expected in zip(seen, case.expected, strict=True):
        assert expected.kind in (None, fact.kind)
        assert article.text[fact.start_char : fact.end_char] == fact.text


def test_a_third_of_three_hundred_cases_are_negatives():
    negatives = sum(not case.expected for case in ALL)
    assert len(ALL) >= 300
    assert 3 * negatives >= len(ALL)
