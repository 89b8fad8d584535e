"""The pipeline as spaCy users meet it."""

import pytest
import spacy

import boctin
from boctin.loading import STAGES
from boctin.record import Record

TEXT = "Sáng 7/12, huyện An Phú có 12 mô hình."


def test_extract(nlp):
    record = nlp.extract(TEXT, published="2023-12-07")
    assert isinstance(record, Record)
    assert record.article.published == "2023-12-07"
    assert Record.from_json(record.to_json()) == record


def test_extract_many_streams_in_order(nlp):
    texts = [f"Tin số {n}." for n in range(5)]
    stream = nlp.extract_many(iter(texts))
    assert [record.article.text for record in stream] == texts


def test_articles_together_have_the_records_that_they_have_alone(nlp, corpus):
    articles = list(boctin.read(corpus / "articles"))
    alone = [nlp.extract(article).to_json() for article in articles]
    assert [record.to_json() for record in nlp.extract_many(articles)] == alone


def test_facts_travel_between_processes(nlp):
    articles = [boctin.Article.parse(TEXT, published="2023-12-07")] * 3
    alone = [record.to_json() for record in nlp.extract_many(articles)]
    assert [record.to_json() for record in nlp.extract_many(articles, n_process=2, batch_size=1)] == alone


def test_a_saved_pipeline_is_the_same_pipeline(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert boctin.record_of(spacy.load(tmp_path)(TEXT)) == boctin.record_of(nlp(TEXT))


def test_stages_by_name_in_a_pipeline_of_ones_own():
    own = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "boctin.syllables.v1"}}})
    for stage in STAGES:
        own.add_pipe(stage)
    assert boctin.record_of(own(TEXT)) == boctin.record_of(boctin.load()(TEXT))


def test_disable_a_stage():
    assert "boctin_words" not in boctin.load(disable=["boctin_words"]).pipe_names


def test_an_unknown_stage_is_named():
    with pytest.raises(ValueError, match="boctin_dragons"):
        boctin.load(disable=["boctin_dragons"])


def test_the_config_has_no_pyvi(nlp):
    assert nlp.config["nlp"]["tokenizer"] == {"@tokenizers": "boctin.syllables.v1"}
