"""Hostile strings: long runs of digits, separators and words that begin an expression. Work grows with length only."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boctin.article import Article
from boctin.stages.dates.stage import Dates
from boctin.stages.numerals.stage import Numerals
from tests.stages.hostile import lines_run

DATES = Dates()
NUMERALS = Numerals()
UNITS = [
    "1", "1/", "1/1/", "1-", "1.", "2021-", "2021/", "ngày ", "tháng ", "năm ", "ngày 1, ", "tháng 1, ", "1, ", "1-2/",
    "từ ", "đến ", "từ ngày 1 đến ", "từ từ ngày 1 ", "(1/1", "((", "ngày 1/1 (", "năm 2020 (từ ", "tức ", "12:30:",
    "7h30 ", "sáng ", "một ", "một trăm ", "hai mươi ", "không phẩy ", "nghìn tỷ ", "đầu ", "cuối ", "đầu và cuối ",
    "thứ hai ",
    "quý I ", "2020 và ", "giai đoạn ", "giai đoạn từ ", "1.000.", "1,5 ", "hôm nay (", "ngày 1 tháng 1 năm ",
    "mùng 1 Tết ", "tháng Chạp năm Nhâm ", "\n1/1", "１", "٣/٣/", "²", "3-3-3-", "các ngày 1, ", "cách đây 1 ",
]  # fmt: skip


def work(text: str) -> int:
    """How many lines of code both stages run over a text."""
    article = Article.of_text(text, published="2023-12-07")
    return lines_run(lambda: (DATES.facts(article), NUMERALS.find(article.reading)))


@pytest.mark.parametrize("unit", UNITS, ids=[repr(unit) for unit in UNITS])
def test_work_is_linear_in_length(unit):
    short, long = (work(unit * (size // len(unit))) for size in (500, 4_000))
    # Eight times the length: eight times the work, and what ranges and lists look further ahead.
    assert long < 10 * short


@pytest.mark.parametrize("unit", UNITS, ids=[repr(unit) for unit in UNITS])
def test_regular_expressions_do_not_backtrack(unit):
    """The work inside a regular expression is no line of code: quadratic, 20,000 signs would take many seconds."""
    article = Article.of_text(unit * (20_000 // len(unit)), published="2023-12-07")
    start = time.process_time()
    DATES.facts(article)
    NUMERALS.find(article.reading)
    assert time.process_time() - start < 4


WORDS = st.sampled_from(
    [unit.strip("\n") for unit in UNITS] + ["31/2", "24/7", "2/3 số hộ", "nay", "qua", "âm lịch", " ", "."]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([None, "2023-12-07", "2024-02"]))
def test_whatever_stands_there_spans_are_true_and_apart(text, published):
    article = Article.of_text(text, published=published)
    facts = DATES.facts(article)
    assert all(article.text[f.start_char : f.end_char] == f.text and f.text == f.text.strip() for f in facts)
    assert all(a.end_char <= b.start_char for a, b in pairwise(facts))
    assert all(f.date_from <= f.date_to for f in facts if f.date_from and f.date_to)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text):
    article = Article.of_text(text)
    DATES.facts(article)
    NUMERALS.find(article.reading)
