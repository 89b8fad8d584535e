"""The floor under the model's figures on the test sentences, which are labelled in ../shared/news by corpus/ner."""

from pathlib import Path

import pytest

from boctin.stages.ner.corpus import is_test, read_labels
from boctin.stages.ner.scoring import f1, found_by
from boctin.stages.ner.stage import shipped_model

ROOT = Path(__file__).resolve().parents[3]
LABELS = ROOT / "corpus" / "ner" / "labels.jsonl"
FLOORS = {"PERSON": 0.93, "ORGANIZATION": 0.84, "LOCATION": 0.90, "all": 0.89}


@pytest.fixture(scope="module")
def test_articles(shared):
    news = shared / "news" / "news.jsonl.gz"
    if not news.exists():
        pytest.skip("../shared/news, which the labels are offsets into, is not here")
    return read_labels(LABELS, news, test=True)


def test_test_articles_are_those_of_the_hash(test_articles):
    assert sum(len(article.pieces) for article in test_articles) >= 400
    assert all(is_test(article.id) for article in test_articles)


def test_f1_stays_above_its_floors(test_articles):
    reached = f1(test_articles, found_by(shipped_model(), test_articles))
    assert {label: floor for label, floor in FLOORS.items() if reached[label] < floor} == {}


def test_a_wrong_name_lowers_f1(test_articles):
    """The score counts what is found and what is missed: without any name it is nothing, with the truth it is one."""
    truth = [set(spans) for article in test_articles for _, _, spans in article.pieces]
    assert f1(test_articles, truth)["all"] == 1
    assert f1(test_articles, [set() for _ in truth])["all"] == 0
    assert 0 < f1(test_articles, [spans - {min(spans)} if spans else spans for spans in truth])["all"] < 1
