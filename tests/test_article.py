"""The parts of an article: title, publication line, lead, captions, byline."""

import pytest

from boctin.article import Article
from boctin.dateline import Published, parse_publication
from boctin.reading import mend, reading_of

PUBLICATION_LINES = {
    "07/12/2023 - 17:36": "2023-12-07T17:36:00+07:00",
    "Thứ Năm, 7/12/2023, 17:36 (GMT+7)": "2023-12-07T17:36:00+07:00",
    "Thứ Sáu, 24/11/2023, 16:05 [GMT+7]": "2023-11-24T16:05:00+07:00",
    "Thứ tư, ngày 05/02/2025 08:30": "2025-02-05T08:30:00+07:00",
    "Chủ Nhật, ngày 17/11/2024": "2024-11-17",
    "09/12/2024": "2024-12-09",
    "9-12-2024": "2024-12-09",
    "Ngày 6 tháng 11 năm 2023": "2023-11-06",
    "17:36 07/12/2023": "2023-12-07T17:36:00+07:00",
    "Cập nhật lúc 08h05, ngày 3/4/2024": "2024-04-03T08:05:00+07:00",
    "Thứ 6, 03/01/2025 | 5:40 PM": "2025-01-03T17:40:00+07:00",
    "2023-12-07": "2023-12-07",
    "2023-12-07T17:36:00+07:00": "2023-12-07T17:36:00+07:00",
    "2023-12-07 17:36": "2023-12-07T17:36:00+07:00",
    "2024-09": "2024-09",
}
NOT_PUBLICATION_LINES = [
    "Ngày 7/12, huyện tổ chức hội nghị",
    "31/02/2024",
    "13/13/2020",
    "Đường dây nóng: 0912 345 678",
    "Tỷ số 2-1",
    "Năm 2024",
    "",
]


@pytest.mark.parametrize(("line", "iso"), PUBLICATION_LINES.items(), ids=PUBLICATION_LINES)
def test_publication_line(line, iso):
    assert parse_publication(line).iso == iso


@pytest.mark.parametrize("line", NOT_PUBLICATION_LINES, ids=repr)
def test_not_a_publication_line(line):
    assert parse_publication(line) is None


def test_a_month_alone_gives_no_day():
    assert Published.of("2024-09").day is None


def test_a_bad_publication_date_is_named():
    with pytest.raises(ValueError, match="hôm qua"):
        Published.of("hôm qua")


def roles(text: str) -> list[tuple[str, str]]:
    article = Article.parse(text)
    return [(part.role, article.text[part.start : part.end]) for part in article.parts]


def test_parts_of_a_whole_article():
    text = (
        "Châu Phú nhân rộng mô hình hay\n\n07/12/2023 - 17:36\n\nAn Giang - Sáng 7/12, huyện họp.\n\n"
        "Đại biểu dự hội nghị. Ảnh: Minh Tâm\n\nHội nghị bế mạc cùng ngày.\n\nMINH TÂM"
    )
    assert roles(text) == [
        ("title", "Châu Phú nhân rộng mô hình hay"),
        ("dateline", "07/12/2023 - 17:36"),
        ("paragraph", "An Giang - Sáng 7/12, huyện họp."),
        ("caption", "Đại biểu dự hội nghị. Ảnh: Minh Tâm"),
        ("paragraph", "Hội nghị bế mạc cùng ngày."),
        ("byline", "MINH TÂM"),
    ]


LEADS = {
    "(Dân trí) - Sáng nay, tỉnh họp.": ("Dân trí", None),
    "(PLO)- Sáng nay, tỉnh họp.": ("PLO", None),
    "An Giang - Sáng nay, tỉnh họp.": (None, "An Giang"),
    "An Giang – Sáng nay, tỉnh họp.": (None, "An Giang"),
    " - Sáng nay, tỉnh họp.": (None, None),
    "Ông Lê Văn Tám - Chủ tịch xã - phát biểu.": (None, None),
    "Sáng nay, tỉnh An Giang - một tỉnh đầu nguồn - họp.": (None, None),
}


@pytest.mark.parametrize(("lead", "expected"), LEADS.items(), ids=LEADS)
def test_lead(lead, expected):
    article = Article.parse(f"Tiêu đề\n\n{lead}\n\nHết.")
    assert (article.outlet, article.place) == expected


BYLINES = {
    "PHƯƠNG LAN": "PHƯƠNG LAN",
    "- Minh Tâm": "Minh Tâm",
    "Theo Hoàng Anh": "Hoàng Anh",
    "T.H": "T.H",
    "Nguyễn Văn Tám - Lê Hoa": "Nguyễn Văn Tám - Lê Hoa",
    "Hội nghị kết thúc lúc 11 giờ.": None,
    "Hoàng Anh nói.": None,
}


@pytest.mark.parametrize(("line", "author"), BYLINES.items(), ids=BYLINES)
def test_byline(line, author):
    assert Article.parse(f"Tiêu đề\n\nMột đoạn văn.\n\n{line}").author == author


def test_every_part_is_optional():
    article = Article.parse("Huyện có 12 mô hình.")
    assert (article.title, article.published, article.author, article.outlet) == (None, None, None, None)


def test_a_given_title_goes_before_the_text_once():
    assert Article.parse("Nội dung.", title="Tiêu đề").text == "Tiêu đề\n\nNội dung."
    assert Article.parse("Tiêu đề\nNội dung.", title="Tiêu đề").text == "Tiêu đề\nNội dung."


def test_a_given_publication_date_wins():
    assert Article.parse("Tin\n\n07/12/2023\n\nA.", published="2024-01-02").published.iso == "2024-01-02"


def test_mending_touches_nothing_but_eth_and_nfc():
    text = "Ðảng uỷ\u00a0hoà\r\nmạng\u200b “x” – 😀"
    assert mend(text) == text.replace("Ð", "Đ")
    assert mend("u\u031b\u0309") == "ử"


READINGS = {
    "Huyện uỷ": "Huyện ủy",
    "HUYỆN UỶ": "HUYỆN ỦY",
    "Hoà Bình": "Hòa Bình",
    "khoẻ": "khỏe",
    "quý I": "quý I",
    "toàn": "toàn",
    "“a” – ‘b’\u00a0c": "\"a\" - 'b' c",
}


@pytest.mark.parametrize(("text", "reading"), READINGS.items(), ids=READINGS)
def test_reading(text, reading):
    assert reading_of(text) == reading


def test_identity_depends_on_the_text_not_the_file():
    one, two = Article.parse("Một tin.", source="a.txt"), Article.parse("Một tin.", source="b/c.txt")
    assert one.id == two.id != Article.parse("Một tin khác.").id
