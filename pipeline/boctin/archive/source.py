"""What an archive is made of: the files of records of a folder, one file of JSON lines, or an index alone."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from boctin.archive.errors import ArchiveError

SUFFIX = ".index.sqlite"
_MAX_LINE = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """Where the records are and where their index is kept; `files` is empty when there is an index alone."""

    path: Path
    index: Path
    files: tuple[Path, ...]


def source_of(out: Path | str) -> Source:
    """Look at what `out` is: a folder written by `boctin extract`, a file of JSON lines, or an index.

    Raises ArchiveError when it is none of them.
    """
    path = Path(out)
    if path.is_dir():
        files = tuple(sorted(path.glob("records-[0-9]*.jsonl*")))
        if not files and not (path / "manifest.json").exists():
            raise ArchiveError(
                f"{path} is not an archive: it has neither manifest.json nor files of records; "
                f"make one with: boctin extract ARTICLES -o {path}/"
            )
        return Source(path, path / "index.sqlite", files)
    if not path.exists():
        raise ArchiveError(f"{path}: there is no such folder or file")
    with path.open("rb") as stream:
        head = stream.read(16)
    if head == b"SQLite format 3\x00":
        return Source(path, path, ())
    return Source(path, path.with_name(path.name + SUFFIX), (path,))


def lines_of(file: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file of records with their numbers, from 1; empty lines are passed over.

    Raises ArchiveError when the file cannot be read to its end.
    """
    try:
        with _open(file) as stream:
            number = 0
            while line := stream.readline(_MAX_LINE + 1):
                number += 1
                if len(line) > _MAX_LINE:
                    raise ArchiveError(f"{file}, line {number}: longer than {_MAX_LINE >> 20} MiB")
                if line := line.strip(b"\r\n"):
                    yield number, line
    except (OSError, EOFError) as error:
        raise ArchiveError(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _open(file: Path) -> IO[bytes]:
    with file.open("rb") as stream:
        is_gzip = stream.read(2) == b"\x1f\x8b"
    return gzip.open(file, "rb") if is_gzip else file.open("rb")  # type: ignore[return-value]
