"""Each stage's work grows with the length of the article: counted in steps, which are the same on a busy machine.

A step is a line of Python that is run (each turn of a loop or comprehension is one) or a function of C that is called.
"""

import sys

import pytest

import boctin
from boctin.article import Article
from boctin.loading import STAGES

# Twice the text, and what is told across an article (people, tellings of one award) once more.
_MOST = 2.3


@pytest.fixture(scope="module")
def text(corpus) -> str:
    return "\n".join(article.text for article in boctin.read(corpus / "articles"))


def steps(nlp, text: str) -> dict[str, int]:
    """How many steps each stage takes for an article."""
    article = Article.parse(text, published="2023-12-07")
    doc = nlp.make_doc(article.text)
    doc._.article = article
    counted = {}
    for name, stage in nlp.pipeline:
        count = 0

        def note(_frame, event, _arg):
            nonlocal count
            count += event in ("line", "c_call")
            return note

        before = sys.getprofile(), sys.gettrace()
        sys.setprofile(note)
        sys.settrace(note)
        try:
            doc = stage(doc)
        finally:
            sys.setprofile(before[0])
            sys.settrace(before[1])
        counted[name] = count
    return counted


@pytest.fixture(scope="module")
def growth(nlp, text):
    nlp.extract(text + "\n" + text)  # what is made once (tables, caches) is made before
    once, twice = steps(nlp, text), steps(nlp, text + "\n" + text)
    return {name: twice[name] / once[name] for name in once}


@pytest.mark.parametrize("stage", STAGES)
def test_twice_the_text_is_twice_the_work(growth, stage):
    assert growth[stage] < _MOST
