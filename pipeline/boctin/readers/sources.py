"""Paths as people give them (files, folders, globs, `-`) to documents and articles, as a stream."""

import glob
import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, cast

from boctin.article import Article
from boctin.readers.archives import read_gzip, read_zip
from boctin.readers.documents import Document, Reader, faulty
from boctin.readers.faults import Code, Fault, Unreadable, UnreadableError
from boctin.readers.formats import read_csv, read_jsonl, read_text
from boctin.readers.limits import Reading
from boctin.readers.pages import read_html
from boctin.readers.tables import read_parquet
from boctin.readers.word import read_docx

STDIN = "-"
FORMATS: dict[str, Reader] = {
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".jsonl": read_jsonl,
    ".csv": read_csv,
    ".parquet": read_parquet,
}
ARCHIVES = {".gz": read_gzip, ".zip": read_zip}
# Formats of one article to a file; the others must be opened to know how many they hold.
SINGLE = (".txt", ".html", ".htm", ".docx")


def read(
    paths: Iterable[str | Path] | str | Path,
    *,
    published: "str | date | datetime | None" = None,
    reading: Reading | None = None,
) -> Iterator[Article]:
    """Articles from files, folders (searched through), globs, or `-` for standard input.

    `published` is the publication date of articles whose file does not carry one as data; it wins over a date
    printed in the text. `reading` gives names of columns and limits. Raises UnreadableError at the first input that
    gives no article; see `read_all` to go on.
    """
    for outcome in read_all([paths] if isinstance(paths, str | Path) else paths, published=published, reading=reading):
        if isinstance(outcome, Unreadable):
            raise UnreadableError(str(outcome))
        yield outcome


def read_all(
    paths: Iterable[str | Path],
    *,
    published: "str | date | datetime | None" = None,
    reading: Reading | None = None,
) -> Iterator[Article | Unreadable]:
    """Like `read`, but an input that gives no article comes out as `Unreadable`, and the others go on."""
    reading = reading or Reading()
    if published is not None:
        reading = replace(reading, published=published if isinstance(published, str) else published.isoformat())
    for path in expand(paths):
        for document in [path] if isinstance(path, Document) else documents(path, reading):
            try:
                yield document.load()
            except ValueError as error:
                code = error.code if isinstance(error, Fault) else "format"
                yield Unreadable(document.source, str(error), code)
            except MemoryError:
                raise
            except Exception as error:  # a reader's own fault costs its document
                yield Unreadable(document.source, f"{type(error).__name__}: {error}", "error")


def documents(path: str, reading: Reading, source: str | None = None) -> Iterator[Document]:
    """The documents of one file (or of standard input), unopened one by one; a damaged file gives a faulty one."""
    source = source or path
    try:
        if path == STDIN:
            yield from _of_stdin(reading)
        else:
            with open(path, "rb") as stream:
                yield from _enter(stream, Path(path).name, source, 0, reading)
    except OSError as error:
        code: Code = (
            "not_found" if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError) else "format"
        )
        yield faulty(source, code, error.strerror or str(error))
    except MemoryError:
        raise
    except Exception as error:  # a reader's own fault costs what it has not read yet
        yield faulty(source, "error", f"{type(error).__name__}: {error}; the rest is not read")


def _enter(stream: BinaryIO, name: str, source: str, depth: int, reading: Reading) -> Iterator[Document]:
    suffix = Path(name).suffix.lower()
    if suffix in ARCHIVES:
        if depth >= reading.limits.max_depth:
            yield faulty(
                source, "archive_depth", f"archives nested more than {reading.limits.max_depth} deep (max_depth)"
            )
            return

        def deeper(inner: BinaryIO, inner_name: str, inner_source: str, inner_depth: int) -> Iterator[Document]:
            return _enter(inner, inner_name, inner_source, inner_depth, reading)

        yield from ARCHIVES[suffix](stream, name, source, depth, reading, deeper)
        return
    # A file named on the command line is read as text whatever its name; a folder is searched by suffix.
    reader = FORMATS.get(suffix, read_text)
    if suffix == ".parquet" and not stream.seekable():
        data = stream.read(reading.limits.max_bytes * 10 + 1)
        if len(data) > reading.limits.max_bytes * 10:
            yield faulty(source, "too_large", "a Parquet file within an archive, too large to be held")
            return
        stream = io.BytesIO(data)
    yield from reader(stream, source, reading)


def is_known(name: str) -> bool:
    """Whether a file of this name is read when a folder or a zip is searched."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    while suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return bool(suffixes) and suffixes[-1] in (*FORMATS, ".zip")


def is_single(path: str) -> bool:
    """Whether a file holds one document by its name, so that it need not be opened to be counted."""
    suffix = Path(path).suffix.lower()
    return suffix in SINGLE or (path != STDIN and suffix not in FORMATS and suffix not in ARCHIVES)


def count(paths: Iterable[str | Path], reading: Reading | None = None) -> int:
    """How many articles there are to read at most (a table or archive is gone through, without making articles)."""
    return sum(1 if isinstance(p, Document) or p == STDIN else count_documents(p, reading) for p in expand(paths))


def count_documents(path: str, reading: Reading | None = None) -> int:
    """How many documents `documents` will give for a file."""
    return 1 if is_single(path) else sum(1 for _ in documents(path, reading or Reading()))


def expand(paths: Iterable[str | Path]) -> Iterator[str | Document]:
    """The files that are meant, in a fixed order: as given, and a folder's by name, its subfolders among them."""
    for given in map(str, paths):
        path = Path(given)
        if given == STDIN or path.is_file():
            yield given
        elif path.is_dir():
            yield from _in_folder(given)
        elif matches := sorted(glob.glob(given, recursive=True)):
            yield from expand(matches)
        else:
            yield faulty(given, "not_found", "no such file or folder, and no file matches it as a pattern")


def _in_folder(folder: str) -> Iterator[str | Document]:
    found = False
    for path in _walk(folder):
        found = True
        yield path
    if not found:
        yield faulty(folder, "empty", f"the folder holds no {', '.join(FORMATS)} files")


def _walk(folder: str) -> Iterator[str]:
    # One folder's names in memory at a time. Links to folders are not followed: they can go round in circles.
    with os.scandir(folder) as entries:
        ordered = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    for name, is_folder in ordered:
        path = os.path.join(folder, name)
        if is_folder:
            yield from _walk(path)
        elif is_known(name) and os.path.isfile(path):
            yield path


def _of_stdin(reading: Reading) -> Iterator[Document]:
    """Standard input: JSON lines when it opens with a brace, else one plain-text article."""
    stream = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))
    start = stream.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    reader = read_jsonl if start.startswith(b"{") else read_text
    yield from reader(stream, STDIN, reading)
