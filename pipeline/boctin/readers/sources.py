"""Paths as people give them (files, folders, globs, `-`) to articles, as a stream."""

import glob
import io
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import cast

from boctin.article import Article
from boctin.readers.formats import FORMATS, Options, Unreadable, UnreadableError

STDIN = "-"


def read(
    paths: Iterable[str | Path] | str | Path,
    *,
    published: "str | date | datetime | None" = None,
) -> Iterator[Article]:
    """Articles from files, folders (searched through), globs, or `-` for standard input.

    `published` is the publication date of articles whose file does not carry one as data; it wins over a date
    printed in the text. Raises UnreadableError at the first input that gives no article; see `read_all` to go on.
    """
    for outcome in read_all([paths] if isinstance(paths, str | Path) else paths, published=published):
        if isinstance(outcome, Unreadable):
            raise UnreadableError(str(outcome))
        yield outcome


def read_all(
    paths: Iterable[str | Path],
    *,
    published: "str | date | datetime | None" = None,
) -> Iterator[Article | Unreadable]:
    """Like `read`, but an input that gives no article comes out as `Unreadable`, and the others go on."""
    options: Options = {"published": published} if published else {}
    for path in _expand(paths):
        if isinstance(path, Unreadable):
            yield path
        elif path == STDIN:
            yield from _read_stdin(options)
        else:
            yield from _read_file(Path(path), options)


def count(paths: Iterable[str | Path]) -> int:
    """How many articles there are to read at most, without reading them (a line of a .jsonl counts as one)."""
    return sum(_count_one(path) for path in _expand(paths))


def _count_one(path: str | Unreadable) -> int:
    if isinstance(path, Unreadable) or path == STDIN or Path(path).suffix.lower() != ".jsonl":
        return 1
    try:
        with open(path, "rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 1


def _expand(paths: Iterable[str | Path]) -> Iterator[str | Unreadable]:
    for given in map(str, paths):
        path = Path(given)
        if given == STDIN or path.is_file():
            yield given
        elif path.is_dir():
            yield from _in_folder(path)
        elif matches := sorted(glob.glob(given, recursive=True)):
            yield from _expand(matches)
        else:
            yield Unreadable(given, "no such file or folder, and no file matches it as a pattern")


def _in_folder(folder: Path) -> Iterator[str | Unreadable]:
    found = sorted(str(p) for p in folder.rglob("*") if p.suffix.lower() in FORMATS and p.is_file())
    if not found:
        yield Unreadable(str(folder), f"the folder holds no {' or '.join(FORMATS)} files")
    yield from found


def _read_file(path: Path, options: Options) -> Iterator[Article | Unreadable]:
    # A file named on the command line is read as text whatever its name; a folder is searched by suffix.
    reader = FORMATS.get(path.suffix.lower(), FORMATS[".txt"])
    try:
        with path.open("rb") as stream:
            yield from reader(stream, str(path), options)
    except OSError as error:
        yield Unreadable(str(path), error.strerror or str(error))


def _read_stdin(options: Options) -> Iterator[Article | Unreadable]:
    """Standard input: JSON lines when it opens with a brace, else one plain-text article."""
    stream = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))
    start = stream.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    reader = FORMATS[".jsonl"] if start.startswith(b"{") else FORMATS[".txt"]
    yield from reader(stream, STDIN, options)
