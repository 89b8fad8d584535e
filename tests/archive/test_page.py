"""docs/archive.md names every table, view and column that the index has."""

import re
import sqlite3

import pytest

from boctin.archive.schema import TABLES, VIEWS, create_tables
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def empty():
    connection = sqlite3.connect(":memory:")
    create_tables(connection)
    return connection


@pytest.mark.parametrize("table", [*TABLES, *VIEWS])
def test_the_page_names_the_columns(table, empty):
    (row,) = re.findall(rf"^\| `{table}` \|.*$", PAGE, flags=re.MULTILINE)
    if table == "other_counts":
        table = "model_counts"
        (row,) = re.findall(rf"^\| `{table}` \|.*$", PAGE, flags=re.MULTILINE)
    told = re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", row.rsplit("|", 2)[1]))
    assert told == [column[1] for column in empty.execute(f"PRAGMA table_info({table})")]


def test_every_table_is_named_or_the_indexs_own(empty):
    found = {name for (name,) in empty.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    own = {name for name in found if name.startswith(("index_", "article_search", "sqlite_")) or name == "about"}
    assert found - own == {*TABLES, *VIEWS}
