"""`article.text[start_char:end_char] == text`, for every span of every record, whatever the text."""

import gzip
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import boctin
from boctin.record import spans_of

# Words of news, so that stages find something, among characters that upset offsets.
WORDS = [
    "ngày 7/12", "sáng 5-3", "giai đoạn 2021-2023", "từ năm 2022 đến nay", "1.240 mô hình", "hàng trăm mô hình",
    "Chủ tịch UBND huyện Thoại Sơn", "Phó Bí thư Huyện uỷ", "ông Lê Văn Tám", "Lê Thị Hoa", "đồng chí",
    "tặng Bằng khen cho", "3 cá nhân", "19 tập thể", "Kỷ niệm chương", "“Vì sự nghiệp”", "Dân vận khéo", "toàn huyện",
]  # fmt: skip
JUNK = [
    "\r\n", "\n\n", " ", "  ", "\t", "\u00a0", "\u200b", "\ufeff", "\u00ad",
    "😀", "👩‍👩‍👧", "Ð", "ð", "ệ", "e\u0323\u0302",
    ".", ",", ";", "-", "–", "(", ")", "“", "”", "'", "\u0301", "\x00", "\u2028", "İ", "ﬁ",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(JUNK), st.just(" ")), max_size=40).map("".join)


def assert_spans_hold(record):
    text = record.article.text
    assert [span for span in spans_of(record) if text[span.start_char : span.end_char] != span.text] == []


@given(texts)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_generated_texts(nlp, text):
    assert_spans_hold(nlp.extract(text, published="2023-12-07"))


@given(texts)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_texts_of_other_peoples_docs(nlp, text):
    """A Doc that nobody gave an article keeps its text unmended."""
    record = boctin.record_of(nlp(text))
    assert record.article.text == text
    assert_spans_hold(record)


def test_sample_articles(nlp, corpus):
    for article in boctin.read(corpus / "articles"):
        assert_spans_hold(nlp.extract(article))


def test_shared_articles(nlp, shared):
    for article in boctin.read([shared / "gold" / "articles", shared / "seed"]):
        assert_spans_hold(nlp.extract(article))


def test_shared_news(nlp, shared):
    with gzip.open(shared / "news" / "news.jsonl.gz", "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for number, line in enumerate(stream) if number % 25 == 0]
    articles = (boctin.Article.parse(row["text"], title=row["title"], published=row["published"]) for row in rows)
    for record in nlp.extract_many(articles):
        assert_spans_hold(record)
