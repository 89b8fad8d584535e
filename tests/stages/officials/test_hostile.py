"""Hostile strings: long runs of titles, bodies, names and the words between. Work grows with length only."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boctin.article import Article
from boctin.doc import Entity
from boctin.record import Official
from boctin.stages.entities.stage import Entities
from boctin.stages.officials.stage import Officials
from tests.stages.hostile import lines_run

ENTITIES, OFFICIALS = Entities(), Officials()
UNITS = [
    "Chủ tịch ", "Chủ tịch, ", "Phó ", "nguyên ", "nguyên Phó Chủ tịch ", "Thường trực ", "Chủ tịch Thường trực ",
    "Giám đốc Sở ", "Giám đốc Sở Y tế, ", "Giám đốc Sở Y tế (", "Giám đốc Sở Y tế - ", "Giám đốc Sở Y tế và ",
    "Lê Văn An ", "Lê Văn An, ", "ông Lê Văn An và ", "ông ", "ông, ", "ông là ", "Ông từng là ", "ông Lê Văn An là ",
    "PGS.TS. ", "Đại tá, ", "tướng ", "cố vấn của Tổng thống ", "cố vấn của Tổng thống Lê Văn An ", "chồng của bà ",
    "Bộ trưởng Bộ ", "Bộ trưởng Y tế và ", "Tổng thống thứ ba của ", "thứ 3 của nước ", "khóa VI, ", "khóa VI, VII và ",
    "đại biểu (", "đại biểu Lê Văn An (", "Tham tán Văn hóa ", "Tham tán ", "Đại sứ quán, ", "được bầu làm ",
    "giữ nhiều chức vụ ", "giữ nhiều chức vụ như ", "trở thành ", "Năm 2015, ", "Năm 2015 được ",
    "Là Giám đốc Sở Y tế, ",
    "(thời điểm ", "(thời điểm đó là ", "(từ năm 2010 đến ", "(nay là ", "gồm các ông: ", "trong ban ", "trưởng ",
    "(GD&ĐT) ", "Phòng Giáo dục (GD&ĐT) ", "Ricardo de la ", "Ricardo de los Santos ", "An-Lopez", "-", "&",
    "Hội đồng ", "của ", "thuộc ", "huyện ", "TT ", "Phó Bí thư TT ", "ai sẽ ", "theo ", "A",
    "Á ", "\nChủ tịch", "“Chủ tịch” ", "Phát ngôn viên về an ninh ", "về an ninh của ", "cố vấn an ninh của Thủ tướng ",
    "của Thủ tướng Lào, bà An và ",
]  # fmt: skip


def read(text: str) -> list[Official]:
    article = Article.of_text(text)
    found: list[Entity] = ENTITIES.tails.lengthened(article.reading, article.text, list(ENTITIES.find(article)))
    return OFFICIALS.find(article, sorted(found, key=lambda e: (e.start_char, -e.end_char)))


def work(text: str) -> int:
    """How many lines of code both stages run over a text."""
    return lines_run(lambda: read(text))


@pytest.mark.parametrize("unit", UNITS, ids=[repr(unit) for unit in UNITS])
def test_work_is_linear_in_length(unit):
    short, long = (work(unit * (size // len(unit))) for size in (1_000, 8_000))
    # Eight times the length: eight times the work, and what looks ahead, which the short text cuts off.
    assert long < 12 * short


@pytest.mark.parametrize("unit", UNITS, ids=[repr(unit) for unit in UNITS])
def test_regular_expressions_do_not_backtrack(unit):
    """The work inside a regular expression is no line of code: quadratic, 20,000 signs would take many seconds."""
    text = unit * (20_000 // len(unit))
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5


WORDS = st.sampled_from([unit.strip("\n ") for unit in UNITS] + ["tỉnh", "Hà Nội", "nói", ".", ",", "1", ":", "\n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_whatever_stands_there_positions_are_as_printed(text):
    article = Article.of_text(text)
    for official in read(text):
        assert official.positions
        assert official.mentions
        for position in official.positions:
            assert article.text[position.start_char : position.end_char] == position.text == position.text.strip()
