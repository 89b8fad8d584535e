"""Articles into the tables of an index, and out of them."""

import sqlite3
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from boctin.archive.folding import plain
from boctin.archive.rows import deflated, rows_of
from boctin.archive.schema import ARTICLE_TABLES
from boctin.archive.units import UnitFinder
from boctin.reading import reading_of
from boctin.record import Record

_SHARED = ("units", "award_kinds")
"""Tables whose rows many articles refer to: the first to need one brings it."""


class Writer:
    """Adds and removes articles, and counts both."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._finder = UnitFinder()
        self._shared: set[str] = set()
        self.added = self.removed = 0
        (self._number,) = connection.execute("SELECT coalesce(max(number), 0) FROM articles").fetchone()
        connection.executemany("INSERT OR REPLACE INTO award_kinds VALUES (?, ?, ?, ?, ?)", award_kinds())

    def add(self, record: Record, checksum: bytes) -> None:
        """Write the rows of a record whose article is not in the index."""
        self._number += 1
        self.added += 1
        for table, row in rows_of(record, self._number, self._finder):
            if table in _SHARED:
                key = f"{table} {row.get('id') or row['code']}"
                if key in self._shared:
                    continue
                self._shared.add(key)
            self._connection.execute(_insert(table, tuple(row)), tuple(row.values()))
        info = record.article
        kept = (info.id, checksum, deflated(record), None)
        self._connection.execute("INSERT INTO index_records VALUES (?, ?, ?, ?)", kept)
        searched = (self._number, *_searched(info.title, info.text))
        columns = "rowid, title, text, title_plain, text_plain"
        self._connection.execute(f"INSERT INTO article_search ({columns}) VALUES (?, ?, ?, ?, ?)", searched)

    def remove(self, article: str) -> None:
        """Take an article and all its rows out."""
        self.removed += 1
        found = self._connection.execute("SELECT number, title, text FROM articles WHERE id = ?", (article,))
        number, title, text = found.fetchone()
        # Words are taken out of an external-content index by giving them again.
        columns = "article_search, rowid, title, text, title_plain, text_plain"
        values = ("delete", number, *_searched(title, text))
        self._connection.execute(f"INSERT INTO article_search ({columns}) VALUES (?, ?, ?, ?, ?, ?)", values)
        for table in (*ARTICLE_TABLES, "index_records"):
            self._connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (article,))
        self._connection.execute("DELETE FROM articles WHERE id = ?", (article,))


def _searched(title: str | None, text: str) -> tuple[str | None, str, str | None, str]:
    title, text = title and reading_of(title), reading_of(text)
    return title, text, title and plain(title), plain(text)


@cache
def _insert(table: str, columns: tuple[str, ...]) -> str:
    verb = "INSERT OR IGNORE" if table in _SHARED else "INSERT"
    return f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def award_kinds() -> list[tuple[Any, ...]]:
    """The taxonomy of awards as rows of `award_kinds`."""
    text = files("boctin.stages.awards").joinpath("taxonomy.toml").read_text(encoding="utf-8")
    fields = ("code", "vi", "en", "group", "source")
    return [tuple(kind.get(field) for field in fields) for kind in tomllib.loads(text)["kinds"]]
