"""Compressed files: .gz of one file, .zip of many. Their expansion is measured while it happens, never trusted."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from boctin.article import Article
from boctin.readers.documents import Document, buffered, faulty
from boctin.readers.faults import Fault
from boctin.readers.limits import MEBIBYTE, Reading

# What Python's gzip and zipfile raise for damaged files.
BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)
# Below this much output no ratio is alarming: a file of blanks is small either way.
_HARMLESS = 8 * MEBIBYTE

Enter = Callable[[BinaryIO, str, str, int], Iterator[Document]]
"""Reads a stream as (stream, file name, source, depth)."""


class _Measured(io.RawIOBase):
    """A decompressed stream that stops when it has become too many times larger than what it came from."""

    def __init__(self, stream: BinaryIO, spent: Callable[[], int], reading: Reading) -> None:
        self._stream, self._spent, self._reading = stream, spent, reading
        self._made = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._stream.read(min(len(buffer), MEBIBYTE))
        buffer[: len(data)] = data
        self._made += len(data)
        if self._made > _HARMLESS and self._made > self._spent() * self._reading.limits.max_ratio:
            raise Fault("archive_ratio", f"expands more than {self._reading.limits.max_ratio} times (max_ratio)")
        return len(data)


def read_gzip(
    stream: BinaryIO, name: str, source: str, depth: int, reading: Reading, enter: Enter
) -> Iterator[Document]:
    """The documents of the file within a .gz."""
    counted = _Counted(stream)
    plain = gzip.GzipFile(fileobj=cast(BinaryIO, counted))
    measured = buffered(_Measured(cast(BinaryIO, plain), lambda: max(counted.taken, 1), reading))
    yield from _guarded(enter(measured, name.removesuffix(".gz").removesuffix(".GZ"), source, depth + 1), source)


def read_zip(
    stream: BinaryIO, name: str, source: str, depth: int, reading: Reading, enter: Enter
) -> Iterator[Document]:
    """The documents of the files within a .zip, in the order of their names; other kinds of files are passed over."""
    del name
    try:
        # Found in place where the stream is a file; else (a zip within an archive) it is held, and so must be small.
        seekable = stream if stream.seekable() else io.BytesIO(_held(stream, reading))
        archive = zipfile.ZipFile(seekable)
    except Fault as fault:
        yield faulty(source, fault.code, str(fault))
        return
    except BROKEN as error:
        yield faulty(source, "format", f"a damaged zip: {error}")
        return
    with archive:
        known = sorted((m for m in archive.infolist() if _is_known(m)), key=lambda member: member.filename)
        if not known:
            yield faulty(source, "empty", "the zip holds no file that boctin reads")
        for member in known:
            yield from _member(archive, member, f"{source}!{member.filename}", depth, reading, enter)


def _is_known(member: zipfile.ZipInfo) -> bool:
    from boctin.readers.sources import is_known

    path = PurePosixPath(member.filename)
    return not member.is_dir() and "__MACOSX" not in path.parts and is_known(path.name)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str, depth: int, reading: Reading, enter: Enter
) -> Iterator[Document]:
    try:
        with archive.open(member) as stream:
            spent = max(member.compress_size, 1)
            measured = buffered(_Measured(cast(BinaryIO, stream), lambda: spent, reading))
            yield from _guarded(enter(measured, PurePosixPath(member.filename).name, source, depth + 1), source)
    except BROKEN as error:
        yield faulty(source, "format", f"cannot be taken out of the zip: {error}")


def _held(stream: BinaryIO, reading: Reading) -> bytes:
    data = stream.read(reading.limits.max_bytes + 1)
    if len(data) > reading.limits.max_bytes:
        raise Fault("too_large", f"a zip within an archive, larger than {reading.limits.max_bytes:,} bytes (max_bytes)")
    return data


def _guarded(documents: Iterator[Document], source: str) -> Iterator[Document]:
    """Documents whose reading meets a damaged or exploding archive: the fault is the last of them."""
    try:
        for document in documents:
            yield Document(document.source, _telling(document))
    except Fault as fault:
        yield faulty(source, fault.code, f"{fault}; the rest is not read")
    except BROKEN as error:
        yield faulty(source, "format", f"damaged: {error}; the rest is not read")


def _telling(document: Document) -> Callable[[], Article]:
    def load() -> Article:
        try:
            return document.load()
        except BROKEN as error:
            if isinstance(error, RecursionError):
                raise
            raise Fault("format", f"damaged: {error}") from None

    return load


class _Counted:
    """The bytes of a compressed stream, counted as they are taken."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.taken += len(data)
        return data
