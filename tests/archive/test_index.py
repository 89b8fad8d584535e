"""Records into an index: the rows, what changes, and what goes wrong."""

import gzip
import json
import multiprocessing
import sqlite3

import pytest

from boctin.archive import ArchiveError, index_archive, up_to_date
from boctin.archive.schema import TABLES
from tests.archive.helpers import article, award, count, date, dump, folder, indexed, named, official, place, write

TEXT = """Châu Phú nhân rộng mô hình hay

Ngày 7/12, Chủ tịch UBND huyện Châu Phú Lê Văn Tám nói: huyện Châu Phú có 128 mô hình “Dân vận khéo”, trong đó
có mô hình “Hai không”. Dịp này 3 cá nhân được tặng Giấy khen."""


def chau_phu(text=TEXT, **changes):
    return article(
        text,
        **changes,
        dates=[date("7/12", "2023-12-07")],
        officials=[official("Lê Văn Tám", ("Chủ tịch", "UBND huyện Châu Phú"))],
        places=[place("huyện Châu Phú", "889", "Huyện Châu Phú")],
        model_counts=[
            count("128 mô hình", 128, theme="Dân vận khéo", place="huyện Châu Phú", fields=["kinh tế", "y tế"])
        ],
        named_models=[named("mô hình “Hai không”", "Hai không", place="Châu Phú")],
        awards=[award("Giấy khen", "Giấy khen", "giay_khen", to=[{"count": 3, "kind": "individual"}])],
    )


def other(number=1):
    return article(f"Tin số {number}\n\nHuyện họp lần thứ {number}.")


def titles(connection):
    return [title for (title,) in connection.execute("SELECT title FROM articles ORDER BY title")]


def test_every_fact_is_a_row_and_refers_to_its_article(tmp_path):
    record = chau_phu()
    rows = indexed(write(tmp_path / "a.jsonl", record))
    rows.row_factory = sqlite3.Row
    found = {t: [dict(row) for row in rows.execute(f"SELECT * FROM {t}")] for t in TABLES}
    assert {t: len(found[t]) for t in TABLES if t not in ("award_kinds", "mentions", "people")} == {
        "articles": 1, "stories": 1, "dates": 1, "officials": 1, "positions": 1, "places": 1, "units": 2,
        "model_counts": 1, "other_counts": 0, "named_models": 1, "awards": 1, "recipients": 1,
    }  # fmt: skip
    key = record.article.id
    (told,) = found["model_counts"]
    assert {told[k] for k in ("id", "article_id", "unit_id")} == {f"{key}-m1", key, "old-889"}
    assert (told["value"], told["fields"], told["year"]) == (128, "kinh tế; y tế", 2023)
    assert {row["name"]: row["province"] for row in found["units"]} == {
        "Huyện Châu Phú": "Tỉnh An Giang", "Tỉnh An Giang": "Tỉnh An Giang"
    }  # fmt: skip
    assert found["named_models"][0]["unit_id"] == "old-889", "the bare name means the place of the article"
    assert found["articles"][0]["province"] == "Tỉnh An Giang"
    assert found["positions"][0]["organization"] == "UBND huyện Châu Phú"
    assert found["recipients"][0]["count"] == 3


def test_words_of_every_fact_are_words_of_the_text(tmp_path):
    rows = indexed(write(tmp_path / "a.jsonl", chau_phu()))
    (text,) = rows.execute("SELECT text FROM articles").fetchone()
    told = rows.execute(
        "SELECT text, start_char, end_char FROM facts UNION SELECT text, start_char, end_char FROM mentions"
    )
    found = told.fetchall()
    assert len(found) >= 6
    assert [row for row in found if text[row[1] : row[2]] != row[0]] == []


def test_nothing_refers_to_what_is_not_there(tmp_path):
    rows = indexed(write(tmp_path / "a.jsonl", chau_phu(), other()))
    assert rows.execute("PRAGMA foreign_key_check").fetchall() == []
    facts = {row[0] for row in rows.execute("SELECT id FROM facts")}
    assert {row[0] for row in rows.execute("SELECT fact_id FROM mentions")} <= facts


def test_a_folder_and_its_compressed_twin_give_the_same_tables(tmp_path):
    out = folder(tmp_path / "a", [chau_phu()], [other(1), other(2)])
    twin = tmp_path / "b"
    twin.mkdir()
    for path in out.glob("records-*"):
        (twin / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
    assert dump(indexed(out), *TABLES) == dump(indexed(twin), *TABLES)


def test_an_update_gives_the_tables_of_a_new_index(tmp_path):
    out = folder(tmp_path / "a", [chau_phu(), other(1)], [other(2)])
    index_archive(out)
    changed = chau_phu(TEXT + " Hội nghị bế mạc.")
    folder(out, [changed, other(3)], [other(2)], [other(4)])
    done = index_archive(out)
    assert (done.added, done.removed, done.articles) == (3, 2, 4)
    tables = [t for t in TABLES if t not in ("articles", "mentions", "units", "award_kinds")]
    updated = dump(sqlite3.connect(done.index), *tables)
    assert titles(sqlite3.connect(done.index)) == sorted([changed.article.title, "Tin số 2", "Tin số 3", "Tin số 4"])
    index_archive(out, rebuild=True)
    assert dump(sqlite3.connect(done.index), *tables) == updated


def test_what_has_not_changed_is_not_written(tmp_path):
    out = folder(tmp_path / "a", [chau_phu()])
    first = index_archive(out)
    before = first.index.stat().st_mtime_ns
    assert (first.changed, index_archive(out).changed) == (True, False)
    assert up_to_date(out).stat().st_mtime_ns == before


def test_an_article_found_twice_is_one_and_stays_while_one_line_holds_it(tmp_path):
    out = folder(tmp_path / "a", [chau_phu(), other()], [chau_phu()])
    assert index_archive(out).articles == 2
    folder(out, [other()], [chau_phu()])
    assert titles(indexed(out)) == [chau_phu().article.title, "Tin số 1"]
    folder(out, [other()], [other()])
    assert titles(indexed(out)) == ["Tin số 1"]


def test_the_first_line_of_an_article_counts(tmp_path):
    bare = article(TEXT)
    out = folder(tmp_path / "a", [bare], [chau_phu()])
    assert indexed(out).execute("SELECT count(*) FROM model_counts").fetchone() == (0,)
    folder(out, [other()], [chau_phu()])
    assert indexed(out).execute("SELECT count(*) FROM model_counts").fetchone() == (1,)


def test_removed_articles_are_found_no_more(tmp_path):
    out = write(tmp_path / "a.jsonl", chau_phu(), other())
    indexed(out)
    write(out, other())
    rows = indexed(out)
    assert rows.execute("SELECT count(*) FROM article_search WHERE article_search MATCH 'khéo'").fetchone() == (0,)
    rows.execute("INSERT INTO article_search(article_search, rank) VALUES ('integrity-check', 0)")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{oops", "line 2: not a line of JSON"),
        ("[1]", "line 2: not a"),
        ('{"text": "Tin"}', "line 2: not a record of boctin"),
        (
            json.dumps({**json.loads(article("Tin").to_json()), "schema_version": "0.9"}),
            "line 2: a record of schema 0.9",
        ),
    ],
)
def test_a_corrupt_line_is_named_and_the_old_index_stays(tmp_path, line, said):
    out = write(tmp_path / "a.jsonl", chau_phu())
    index = index_archive(out).index
    before = index.read_bytes()
    with out.open("a", encoding="utf-8") as stream:
        stream.write(f"{line}\n")
    with pytest.raises(ArchiveError, match=r"a\.jsonl, ") as error:
        index_archive(out)
    assert said in str(error.value)
    assert index.read_bytes() == before
    assert not list(tmp_path.glob(".*partial*"))


def test_a_compressed_file_cut_short_is_named(tmp_path):
    out = folder(tmp_path / "a")
    (out / "records-00000.jsonl.gz").write_bytes(gzip.compress(chau_phu().to_json().encode())[:-20])
    with pytest.raises(ArchiveError, match=r"records-00000\.jsonl\.gz cannot be read"):
        index_archive(out)


def test_what_is_no_archive_is_named(tmp_path):
    (tmp_path / "empty").mkdir()
    for name, said in (("nowhere", "there is no such folder"), ("empty", "is not an archive")):
        with pytest.raises(ArchiveError, match=said):
            index_archive(tmp_path / name)


def test_an_archive_without_records_has_an_empty_index(tmp_path):
    assert index_archive(folder(tmp_path / "a")).articles == 0


def test_an_index_of_an_older_schema_or_a_damaged_one_is_made_anew(tmp_path):
    out = write(tmp_path / "a.jsonl", chau_phu())
    index = index_archive(out).index
    with sqlite3.connect(index) as connection:
        connection.execute("PRAGMA user_version = 0")
    assert index_archive(out).added == 1
    index.write_bytes(b"SQLite format 3\x00" + b"?" * 5000)
    assert index_archive(out).added == 1


def test_an_index_named_itself_must_be_of_this_version(tmp_path):
    index = index_archive(write(tmp_path / "a.jsonl", chau_phu())).index
    assert up_to_date(index) == index
    with sqlite3.connect(index) as connection:
        connection.execute("PRAGMA user_version = 0")
    with pytest.raises(ArchiveError, match="no index of this version"):
        up_to_date(index)


def _index(out):
    index_archive(out)


def test_two_at_once_leave_one_whole_index(tmp_path):
    out = folder(tmp_path / "a", [other(n) for n in range(40)])
    processes = [multiprocessing.get_context("spawn").Process(target=_index, args=(out,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [p.exitcode for p in processes] == [0, 0]
    assert len(titles(sqlite3.connect(out / "index.sqlite"))) == 40
