"""Questions to an archive: ready ones, SQL, and what is refused."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from boctin.archive import ArchiveError, Connection, ask, questions
from boctin.cli import app
from tests.conftest import ROOT


@pytest.fixture
def connection(out):
    with Connection(out) as opened:
        yield opened


def rows(result):
    return [dict(zip(result.columns, row, strict=True)) for row in result.rows]


def run(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.mark.parametrize("name", questions())
def test_every_question_can_be_asked_with_its_examples(connection, name):
    known = questions()[name].parameters
    examples = {p: k.example or 2023 for p, k in known.items()}
    ask(connection, name, examples)
    rows(ask(connection, name, {p: v for p, v in examples.items() if known[p].required}))


def test_models_by_district(connection):
    found = rows(ask(connection, "models-by-district", {"province": "an giang", "theme": "dan van kheo"}))
    assert [(r["year"], r["district"], r["largest_count"]) for r in found] == [
        (2023, "Huyện Châu Phú", 128), (2024, "Huyện Thoại Sơn", 64)
    ]  # fmt: skip
    found = rows(ask(connection, "models-by-district", {"year": "2024"}))
    assert [r["district"] for r in found] == ["Huyện Thoại Sơn"]


def test_awards_by_kind_and_conferrer(connection):
    (row,) = rows(ask(connection, "awards-by-kind", {"conferrer": "chu tich nuoc"}))
    assert (row["kind"], row["conferred_by"], row["recipients"]) == ("Huân chương Lao động", "Chủ tịch nước", 2)


def test_who_held_which_position_when(connection):
    (row,) = rows(ask(connection, "positions", {"name": "tran thi dao"}))
    assert (row["title"], row["organization"], row["first_told"]) == ("Bí thư", "Đảng ủy xã Vọng Đông", "2024-03-09")
    assert rows(ask(connection, "positions", {"day": "2024-03-10"})) == []


def test_timeline_of_a_place(connection):
    found = rows(ask(connection, "place-timeline", {"place": "Châu Phú"}))
    assert [(r["day"], r["kind"]) for r in found] == [
        ("2023-12-07", "article"), ("2023-12-07", "award"), ("2023-12-07", "model_count")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("models", {}, "there is no ready question 'models'"),
        ("positions", {"who": "x"}, "positions has no parameter 'who'; it has: name, body"),
        ("place-timeline", {}, "place-timeline needs place"),
        ("reprints", {"year": "năm ngoái"}, "give a number, not 'năm ngoái'"),
    ],
)
def test_a_question_asked_wrongly_is_told_how(connection, name, given, said):
    with pytest.raises(ArchiveError, match=said):
        ask(connection, name, given)


WRITING = [
    "DELETE FROM articles",
    "UPDATE articles SET title = 'x'",
    "INSERT INTO about VALUES ('a', 'b')",
    "INSERT INTO article_search(article_search) VALUES ('delete-all')",
    "DROP TABLE articles",
    "CREATE TABLE x (a)",
    "CREATE TEMP TABLE x (a)",
    "CREATE VIEW x AS SELECT 1",
    "ALTER TABLE articles RENAME TO x",
    "ATTACH 'other.db' AS other",
    "VACUUM INTO 'copy.db'",
    "PRAGMA user_version = 7",
    "PRAGMA journal_mode = WAL",
    "PRAGMA writable_schema = 1",
    "BEGIN IMMEDIATE",
    "REINDEX",
    "WITH x AS (SELECT 1) DELETE FROM articles",
]


@pytest.mark.parametrize("statement", WRITING)
def test_a_statement_that_does_more_than_read_is_refused(connection, statement):
    before = connection.index.read_bytes()
    with pytest.raises(ArchiveError, match=r"the archive is only read, and this statement would do more \("):
        connection.sql(statement)
    assert connection.index.read_bytes() == before
    assert rows(connection.sql("SELECT count(*) AS n FROM articles")) == [{"n": 2}], "and it goes on"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("SELECT * FROM nowhere", "no such table: nowhere"),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("SELECT :year", "cannot be asked"),
        ("-- nothing", "gives no table"),
        ("SELECT zeroblob(1000000000)", "too big"),
        ("SELECT load_extension('x')", "cannot be asked|only read"),
    ],
)
def test_a_statement_that_cannot_be_asked_says_why(connection, statement, said):
    with pytest.raises(ArchiveError, match=said):
        list(connection.sql(statement).rows)


ENDLESS = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT {} FROM t"


@pytest.mark.parametrize("column", ["count(*)", "n"])
def test_a_statement_that_does_not_end_is_stopped(out, column):
    with Connection(out, time_limit=0.2) as connection, pytest.raises(ArchiveError, match=r"longer than 0\.2 s"):
        for _ in connection.sql(ENDLESS.format(column)).rows:
            pass


def test_sqls_own_way_to_tell_of_tables_is_open(connection):
    names = {row["name"] for row in rows(connection.sql("PRAGMA table_info(awards)"))}
    assert {"id", "award", "kind_code"} <= names
    assert (
        "CREATE TABLE awards" in rows(connection.sql("SELECT sql FROM sqlite_master WHERE name = 'awards'"))[0]["sql"]
    )


def test_a_table_that_nobody_watches_loses_no_letter(out):
    long = "một đầu đề rất dài " * 20
    result = run("query", out, f"SELECT '{long}' AS a, '{long}' AS b")
    assert result.output.count(long.strip()) == 2


def test_no_rows_are_said(out):
    assert "no rows" in run("query", out, "SELECT id FROM articles WHERE 0").output


def test_the_command_prints_a_table_csv_and_json(out):
    sql = "SELECT title, day FROM articles WHERE year = :year"
    assert "Châu Phú có nhiều mô hình" in run("query", out, sql, "-p", "year=2023").stdout
    assert json.loads(run("query", out, sql, "-p", "year=2024", "--json").stdout) == [
        {"title": "=Thoại Sơn thi đua", "day": "2024-03-09"}
    ]
    done = subprocess.run(
        [sys.executable, "-c", "from boctin.cli import main; main()", "query", out, "SELECT 'Đồng' AS tên", "--csv"],
        capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout == "\ufefftên\r\nĐồng\r\n".encode()


def test_the_command_lists_the_questions(out):
    result = run("query", out, "--list")
    assert [line for line in result.stdout.splitlines() if not line.startswith(" ")] == list(questions())


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["DELETE FROM articles"], 2, "only read"),
        (["models"], 2, "there is no ready question"),
        ([], 2, "is missing"),
        (["SELECT 1", "--csv", "--json"], 2, "choose one"),
        (["SELECT 1", "--xlsx"], 2, "goes with -o"),
        (["SELECT 1", "-p", "year"], 2, "NAME=VALUE"),
    ],
)
def test_the_command_says_what_is_wrong(out, arguments, status, said):
    result = run("query", out, *arguments)
    assert result.exit_code == status
    assert said in result.stderr


def test_the_page_of_questions_is_up_to_date():
    done = subprocess.run([sys.executable, "scripts/question_page", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "run scripts/question_page"
