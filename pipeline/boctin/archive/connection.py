"""An index, opened for reading and nothing else.

Three things hold a statement to reading: the file is opened read-only, SQLite asks us before each kind of action, and
a statement that takes too long is stopped. So questions of strangers may be asked of it.
"""

import itertools
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boctin.archive.errors import ArchiveError
from boctin.archive.folding import folded, match_expression
from boctin.archive.index import up_to_date

TIME_LIMIT = 60.0
"""Seconds that a statement may take, unless another limit is given."""

_STEPS = 5_000
_MAX_VALUE = 256 * 1024 * 1024
_BATCH = 500
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_PRAGMAS_OF_A_NAME = {"table_info", "table_xinfo", "index_list", "index_info", "index_xinfo", "foreign_key_list"}
_PRAGMAS = {"table_list", "user_version", "data_version", "application_id", "compile_options", "database_list"}
_ACTIONS = {
    getattr(sqlite3, f"SQLITE_{name}"): name.replace("_", " ")
    for name in (
        "INSERT", "UPDATE", "DELETE", "CREATE_TABLE", "CREATE_VIEW", "CREATE_INDEX", "CREATE_TRIGGER", "DROP_TABLE",
        "DROP_VIEW", "DROP_INDEX", "DROP_TRIGGER", "ALTER_TABLE", "ATTACH", "DETACH", "PRAGMA", "TRANSACTION",
        "REINDEX", "ANALYZE", "CREATE_TEMP_TABLE", "CREATE_TEMP_VIEW", "CREATE_VTABLE", "DROP_VTABLE", "SAVEPOINT",
    )
}  # fmt: skip

Parameters = Mapping[str, Any] | Sequence[Any]


@dataclass(frozen=True, slots=True)
class Result:
    """What a statement gives: the names of its columns, and its rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


class Connection:
    """A guarded connection to an index; also a context manager."""

    def __init__(self, out: Path | str, *, time_limit: float | None = TIME_LIMIT) -> None:
        """Open the index of an archive, made or brought up to date first. Raises ArchiveError when there is none."""
        self.index = up_to_date(out)
        self.time_limit = time_limit
        # An index is never written under its name: it is replaced. So what is open does not change.
        uri = f"{self.index.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            self.sqlite = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise ArchiveError(f"{self.index} cannot be opened: {error}") from None
        self.sqlite.execute("PRAGMA cache_size = -65536")
        self.sqlite.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE)
        add_functions(self.sqlite)
        # The full-text table declares itself with its first use, in a way that looks like writing.
        self.sqlite.execute("SELECT rowid FROM article_search LIMIT 0")
        self._denied: str | None = None
        self._used = self._since = 0.0
        self.sqlite.set_authorizer(self._authorize)
        self.sqlite.set_progress_handler(self._is_late, _STEPS)

    def __enter__(self) -> "Connection":
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        self.sqlite.close()

    def sql(self, statement: str, parameters: Parameters = ()) -> Result:
        """Ask one statement. Raises ArchiveError when it would write, takes too long or is no SQL."""
        self._denied, self._used = None, 0.0
        cursor = self.sqlite.cursor()
        with _Asking(self):
            cursor.execute(statement, parameters)
        if cursor.description is None:
            raise ArchiveError("the statement gives no table; ask with SELECT")
        return Result(tuple(column[0] for column in cursor.description), self._rows(cursor))

    def _rows(self, cursor: sqlite3.Cursor) -> Iterator[tuple[Any, ...]]:
        while True:
            with _Asking(self):
                batch = list(itertools.islice(cursor, _BATCH))
            if not batch:
                return
            yield from batch

    def _authorize(self, action: int, first: str | None, second: str | None, *where: str | None) -> int:
        del where
        if action in _READING:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_PRAGMA and (
            first in _PRAGMAS_OF_A_NAME or (first in _PRAGMAS and second is None)
        ):  # SQLite's own way to tell of tables
            return sqlite3.SQLITE_OK
        subject = first if first and not first.startswith("sqlite_") else None
        self._denied = self._denied or " ".join(filter(None, (_ACTIONS.get(action, f"action {action}"), subject)))
        return sqlite3.SQLITE_DENY

    def _is_late(self) -> bool:
        if self.time_limit is None:
            return False
        return self._used + time.monotonic() - self._since > self.time_limit


class _Asking:
    """The time that SQLite takes for a statement is counted, that of who reads its rows is not; errors are ours."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def __enter__(self) -> None:
        self.connection._since = time.monotonic()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        self.connection._used += time.monotonic() - self.connection._since
        if not isinstance(error, (sqlite3.Error, sqlite3.Warning)):
            return
        denied, limit = self.connection._denied, self.connection.time_limit
        if denied:
            raise ArchiveError(f"the archive is only read, and this statement would do more ({denied})") from None
        if "interrupted" in str(error):
            raise ArchiveError(
                f"the statement took longer than {limit:g} s and was stopped; see --time-limit"
            ) from None
        raise ArchiveError(f"the statement cannot be asked: {error}") from None


def add_functions(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that ready questions use: `folded(text)` and `match_expression(words)`."""
    connection.create_function("folded", 1, lambda t: None if t is None else folded(str(t)), deterministic=True)
    connection.create_function(
        "match_expression", 1, lambda words: match_expression(str(words or "")) or '""', deterministic=True
    )
