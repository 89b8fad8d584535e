"""Words to articles: with diacritics, without, as a phrase."""

import pytest

from boctin.archive import Connection, search
from tests.archive.helpers import article, write

ARTICLES = {
    "hòa bình": article("Chuyện xưa\n\nGìn giữ hòa bình ở biên giới.", "2023-01-01"),
    "hoà bình": article("Chuyện nay\n\nTỉnh Hoà Bình họp.", "2024-01-01"),
    "đồng": article("Đồng Tháp vào vụ\n\nNông dân Đồng Tháp ra đồng.", "2022-01-01"),
    "dong": article("Dòng thác\n\nDòng suối thấp dần.", "2025-01-01"),
    "tháp đồng": article("Ngôi tháp\n\nĐúc tháp bằng đồng.", "2025-02-01"),
    "emoji": article("Vui 😀 lên\n\nHội 😀 làng mở 😀 sớm.", "2021-01-01"),
}


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    out = write(tmp_path_factory.mktemp("a") / "a.jsonl", *ARTICLES.values())
    with Connection(out) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hòa bình", ["hoà bình", "hòa bình"]),
        ("hoà bình", ["hoà bình", "hòa bình"]),
        ("hoa binh", ["hoà bình", "hòa bình"]),
        ("HÒA BÌNH", ["hoà bình", "hòa bình"]),
        ("hoá bình", []),
        ("dong thap", ["đồng", "tháp đồng", "dong"]),
        ("đồng tháp", ["đồng", "tháp đồng"]),
        ('"đồng tháp"', ["đồng"]),
        ('"dong thap"', ["đồng"]),
        ("suối", ["dong"]),
        ("", []),
        ('"" * ( NEAR', []),
        ("làng -mở", ["emoji"]),
        ("title:làng", []),
    ],
)
def test_what_is_found_and_in_which_order(connection, words, found):
    keys = {record.article.id: key for key, record in ARTICLES.items()}
    assert [keys[hit.article_id] for hit in search(connection, words)] == found


@pytest.mark.parametrize(
    ("words", "marked"),
    [("dong thap", ["Đồng Tháp"]), ("bình", ["Bình"]), ("hoi mo", ["Hội", "mở"]), ("sớm", ["sớm"])],
)
def test_the_snippet_is_of_the_article_and_marks_the_words(connection, words, marked):
    hit = search(connection, words)[0]
    (text,) = next(connection.sql("SELECT text FROM articles WHERE id = ?", (hit.article_id,)).rows)
    assert hit.snippet in text
    assert [hit.snippet[a:b] for a, b in hit.marks] == marked


def test_pages_of_hits_follow_each_other(connection):
    whole = [hit.article_id for hit in search(connection, "dong thap")]
    assert [search(connection, "dong thap", limit=1, offset=n)[0].article_id for n in range(3)] == whole


def test_sqls_own_highlight_gives_the_words_as_printed(connection):
    shown = "highlight(article_search, 3, '[', ']')"
    sql = f"SELECT {shown} FROM article_search WHERE article_search MATCH match_expression(?)"
    assert "Nông dân [Đồng Tháp] ra đồng." in next(connection.sql(sql, ('"dong thap"',)).rows)[0]
