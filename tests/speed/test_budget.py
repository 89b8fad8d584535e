"""Each stage's work grows with the length of the article: counted in calls, which are the same on a busy machine."""

import sys
from itertools import islice

import pytest

import boctin
from boctin.article import Article
from boctin.loading import STAGES

_ARTICLES = 6
# Twice the text, and what is told across an article (people, tellings of one award) once more.
_MOST = 2.6


@pytest.fixture(scope="module")
def text(corpus) -> str:
    return "\n".join(article.text for article in islice(boctin.read(corpus / "articles"), _ARTICLES))


def calls(nlp, text: str) -> dict[str, int]:
    """How many functions, of Python and of C, each stage calls for an article."""
    article = Article.parse(text, published="2023-12-07")
    doc = nlp.make_doc(article.text)
    doc._.article = article
    counted = {}
    for name, stage in nlp.pipeline:
        count = 0

        def note(_frame, event, _arg):
            nonlocal count
            count += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            doc = stage(doc)
        finally:
            sys.setprofile(before)
        counted[name] = count
    return counted


@pytest.fixture(scope="module")
def growth(nlp, text):
    calls(nlp, text + "\n" + text)  # what is made once (tables, caches) is made before
    once, twice = calls(nlp, text), calls(nlp, text + "\n" + text)
    return {name: twice[name] / once[name] for name in once}


@pytest.mark.parametrize("stage", STAGES)
def test_twice_the_text_is_twice_the_work(growth, stage):
    assert growth[stage] < _MOST
