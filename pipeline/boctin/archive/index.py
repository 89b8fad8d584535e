"""Records into an SQLite index: made anew, or brought up to date by what has changed.

An update works on a copy, which takes the index's name when it is whole: who reads the old one goes on reading it, and
a run that is killed leaves the old one as it was. Two runs at once wait for each other.

The records of an index are compared with the files line by line: a line whose checksum is known is not read again. Of
an article that several lines hold, the first counts.
"""

import contextlib
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from boctin import __version__
from boctin.archive.errors import ArchiveError
from boctin.archive.people import link_people
from boctin.archive.schema import create_tables, is_current
from boctin.archive.source import Source, lines_of, source_of
from boctin.archive.stories import can_link, link_stories
from boctin.archive.writing import Writer
from boctin.record import SCHEMA_VERSION, Record

Progress = Callable[[int], None]
"""Told how many lines have been gone through."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an update came to. `changed` is False when the index was up to date."""

    index: Path
    articles: int
    added: int
    removed: int
    stories: int
    people: int
    changed: bool


def index_archive(out: Path | str, *, rebuild: bool = False, progress: Progress | None = None) -> Indexed:
    """Make the index of an archive, or bring it up to date.

    `out` is a folder written by `boctin extract` or a file of JSON lines. Raises ArchiveError when it is neither, when
    a line is no record (named by file and line), or when the index cannot be written.
    """
    source = source_of(out)
    if not source.files and source.index.is_file() and source.path == source.index:
        raise ArchiveError(f"{out} is an index itself; name the archive that it was made of")
    with _locked(source.index):
        return _Update(source, rebuild, progress or (lambda _: None)).run()


def up_to_date(out: Path | str) -> Path:
    """The path of the index of an archive, made or brought up to date if its files have changed.

    An index that is named itself is used as it is. Raises ArchiveError as `index_archive`, and when an index that is
    named itself is of another version.
    """
    source = source_of(out)
    if source.path == source.index:
        with contextlib.closing(sqlite3.connect(f"{source.index.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            _check_index(source.index, connection)
    elif not _is_fresh(source):
        index_archive(out)
    return source.index


def _check_index(path: Path, connection: sqlite3.Connection) -> None:
    try:
        current = is_current(connection)
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"{path} cannot be read: {error}") from None
    if not current:
        raise ArchiveError(f"{path} is no index of this version of boctin ({__version__}); make it with boctin index")


def _is_fresh(source: Source) -> bool:
    if not source.index.exists():
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"{source.index.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            if not is_current(connection) or _known_files(connection) != _files_now(source):
                return False
            # Stories are linked once datasketch is there.
            return (("linked", "1") in connection.execute("SELECT key, value FROM about").fetchall()) or not can_link()
    except sqlite3.DatabaseError:
        return False


def _files_now(source: Source) -> dict[str, tuple[int, int]]:
    return {file.name: (stat.st_size, stat.st_mtime_ns) for file in source.files for stat in [file.stat()]}


def _known_files(connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    return {n: (size, at) for n, size, at in connection.execute("SELECT name, size, modified FROM index_files")}


class _Update:
    """One update of one index, while its lock is held."""

    def __init__(self, source: Source, rebuild: bool, progress: Progress) -> None:
        self.source, self.rebuild, self.progress = source, rebuild, progress

    def run(self) -> Indexed:
        if not self.rebuild and _is_fresh(self.source):
            return self._summary(self.source.index, added=0, removed=0, changed=False)
        temporary = self.source.index.with_name(f".{self.source.index.name}.partial")
        try:
            self._begin(temporary)
            with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
                # Not under its name until it is whole, so no journal is needed; what refers to what is by construction.
                for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -65536"):
                    connection.execute(f"PRAGMA {pragma}")
                added, removed = self._fill(connection)
            summary = self._summary(temporary, added=added, removed=removed, changed=True)
            _publish(temporary, self.source.index)
        except (sqlite3.OperationalError, OSError) as error:
            raise ArchiveError(f"{self.source.index} cannot be written: {error}") from None
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        return summary

    def _begin(self, temporary: Path) -> None:
        """Put a copy of the index where the update works, or an empty one."""
        temporary.unlink(missing_ok=True)
        if not self.rebuild and self.source.index.exists() and self._is_ours():
            shutil.copyfile(self.source.index, temporary)
            return
        with contextlib.closing(sqlite3.connect(temporary)) as connection:
            create_tables(connection)

    def _is_ours(self) -> bool:
        with contextlib.closing(sqlite3.connect(self.source.index)) as connection:
            try:
                (check,) = connection.execute("PRAGMA quick_check(1)").fetchone()
                return check == "ok" and is_current(connection)
            except sqlite3.DatabaseError:
                return False

    def _fill(self, connection: sqlite3.Connection) -> tuple[int, int]:
        connection.execute("BEGIN")
        lines = _Lines(connection, Writer(connection), self.progress)
        lines.read(self.source.files)
        link_stories(connection)
        link_people(connection)
        about = {"boctin": __version__, "schema_version": SCHEMA_VERSION, "linked": str(int(can_link()))}
        connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about.items())
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        return lines.writer.added, lines.writer.removed

    def _summary(self, index: Path, *, added: int, removed: int, changed: bool) -> Indexed:
        with contextlib.closing(sqlite3.connect(f"{index.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            held = [
                connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("articles", "stories", "people")
            ]
        return Indexed(self.source.index, held[0], added, removed, held[1], held[2], changed)


class _Lines:
    """Goes through the lines of all files in order, and has written what is new."""

    def __init__(self, connection: sqlite3.Connection, writer: Writer, progress: Progress) -> None:
        self.connection, self.writer, self.progress = connection, writer, progress
        self.taken: set[str] = set()
        self.done = 0
        rows = connection.execute("SELECT article_id, checksum FROM index_records")
        self.held: dict[str, bytes] = dict(rows.fetchall())
        rows = connection.execute("SELECT checksum, article_id FROM index_lines")
        self.article_of: dict[bytes, str] = dict(rows.fetchall())

    def read(self, files: tuple[Path, ...]) -> None:
        self.connection.execute("DELETE FROM index_lines")
        self.connection.execute("DELETE FROM index_files")
        for number, file in enumerate(files, 1):
            stat = file.stat()
            row = (number, file.name, stat.st_size, stat.st_mtime_ns)
            self.connection.execute("INSERT INTO index_files VALUES (?, ?, ?, ?)", row)
            self._read_file(number, file)
        for article in self.held.keys() - self.taken:
            self.writer.remove(article)

    def _read_file(self, file_id: int, file: Path) -> None:
        for line, data in lines_of(file):
            checksum = hashlib.blake2b(data, digest_size=12).digest()
            record = None
            if (article := self.article_of.get(checksum)) is None:
                record = _record(file, line, data)
                article = self.article_of[checksum] = record.article.id
            row = (file_id, line, checksum, article)
            self.connection.execute("INSERT INTO index_lines VALUES (?, ?, ?, ?)", row)
            if article not in self.taken:
                self.taken.add(article)
                if self.held.get(article) != checksum:
                    if article in self.held:
                        self.writer.remove(article)
                    self.writer.add(record or _record(file, line, data), checksum)
            self.done += 1
            self.progress(self.done)


def _record(file: Path, line: int, data: bytes) -> Record:
    try:
        return Record.from_json(data)
    except ValidationError as error:
        raise ArchiveError(f"{file}, line {line}: {_why_no_record(data, error)}") from None


def _why_no_record(data: bytes, error: ValidationError) -> str:
    fault = error.errors()[0]
    place = ".".join(map(str, fault["loc"]))
    if place == "schema_version" and isinstance(fault["input"], str):
        return (
            f"a record of schema {fault['input']}, and this boctin ({__version__}) reads {SCHEMA_VERSION}; "
            "extract the articles anew"
        )
    if not place:
        return f"not a line of JSON ({fault['msg']})" if data else "empty"
    return f"not a record of boctin ({place}: {fault['msg']})"


def _publish(temporary: Path, final: Path) -> None:
    handle = os.open(temporary, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    temporary.replace(final)


@contextlib.contextmanager
def _locked(index: Path) -> Iterator[None]:
    """Wait for whoever makes this index now; the system lets go of the lock when a process ends."""
    path = index.with_name(f".{index.name}.lock")
    try:
        with path.open("a") as handle:
            try:
                import fcntl
            except ImportError:  # Windows: the user sees to it
                yield
                return
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
    except PermissionError as error:
        raise ArchiveError(f"{index} cannot be written: {error.strerror}") from None
