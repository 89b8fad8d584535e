"""How plain text, JSON lines and CSV become documents. Pages, Word files and archives have modules of their own."""

import codecs
import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, cast

from boctin.article import Article
from boctin.readers import encodings
from boctin.readers.documents import Document, buffered, faulty, lines_of, parse, read_whole
from boctin.readers.faults import Code, Fault
from boctin.readers.limits import FIELDS, Reading

_SNIFFED = 65_536
_NOT_UTF_8 = b"\xff"


def read_text(stream: BinaryIO, source: str, reading: Reading) -> Iterator[Document]:
    """One plain-text article."""

    def load() -> Article:
        text = encodings.decode(read_whole(stream, reading.limits))
        return parse(encodings.mend_font_text(text)[0], source, reading)

    yield Document(source, load)


def read_jsonl(stream: BinaryIO, source: str, reading: Reading) -> Iterator[Document]:
    """One article per line: an object with `text`, and optionally `id`, `title`, `published`, `outlet`.

    `article.source` is the file with the row's `id`, or with its line number where it has none.
    """
    seen = False
    for number, line in enumerate(lines_of(_as_utf_8(stream), reading.limits), 1):
        name = f"{source}:{number}"
        if isinstance(line, Fault):
            seen = True
            yield faulty(name, line.code, str(line))
        elif line.strip():
            seen = True
            yield _line(line, source, name, reading)
    if not seen:
        yield faulty(source, "empty", "empty: it holds no lines")


def _line(line: bytes, source: str, name: str, reading: Reading) -> Document:
    def load() -> Article:
        try:
            row = json.loads(encodings.decode(line))
        except json.JSONDecodeError as error:
            raise Fault("format", f"not a JSON object: {error.msg} at column {error.colno}") from None
        except RecursionError:
            raise Fault("format", "not a JSON object: it is nested too deeply") from None
        if not isinstance(row, dict):
            raise Fault(
                "format", f"not a JSON object but {type(row).__name__}; each line is an object with a `text` field"
            )
        return article_of_row(row, source, name, reading)

    return Document(name, load)


def article_of_row(row: Mapping[str, object], source: str, name: str, reading: Reading) -> Article:
    """The article of a row of a table. Raises Fault when its text is missing or a field is no string."""
    given: dict[str, str | None] = {}
    for field in FIELDS[1:]:
        column = reading.column(field)
        value = row.get(column)
        if not isinstance(value, str | None):
            raise Fault("format", f"`{column}` must be a string, not {type(value).__name__}")
        given[field] = value or None
    text = given.pop("text")
    if not text or not text.strip():
        raise Fault("empty", f"no text: the field `{reading.column('text')}` is missing or empty")
    key = row.get(reading.column("id"))
    return parse(text, f"{source}#{key}" if key not in (None, "") else name, reading, **given)


def read_csv(stream: BinaryIO, source: str, reading: Reading) -> Iterator[Document]:
    """One article per row; the first row names the columns. Commas, semicolons or tabs, told by the first row."""
    stream = _as_utf_8(stream)
    # The first lines are looked at and then read again, from a buffer that holds them.
    opened = io.BufferedReader(cast(Any, _Raw(stream)), _SNIFFED)
    head = opened.peek(_SNIFFED)[:_SNIFFED]
    try:
        encoding = _encoding_of_head(head)
    except Fault as fault:
        yield faulty(source, fault.code, str(fault))
        return
    csv.field_size_limit(reading.limits.max_bytes)
    # Bytes that are not of the encoding become lone surrogates, and the row that has one is refused.
    lines = io.TextIOWrapper(opened, encoding, errors="surrogateescape", newline="")
    header = _bounded(lines, reading)
    rows = csv.reader(header, delimiter=_delimiter(head.decode(encoding, "replace")), strict=True)
    names: list[str] | None = None
    held = 0
    while True:
        first = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except (csv.Error, Fault) as error:
            broken, goes_on = _csv_fault(error, first, rows.line_num, source)
            held += 1
            yield broken
            if names is None or not goes_on:
                return
            continue  # the line after the broken one opens a row
        if names is None:
            names = [name.strip() for name in row]
            if reading.column("text") not in names:
                yield faulty(source, "format", f"no column `{reading.column('text')}`; it has {', '.join(names)}")
                return
        elif row:
            held += 1
            yield _csv_row(dict(zip(names, row, strict=False)), len(row) - len(names), source, rows.line_num, reading)
    if not held:
        yield faulty(source, "empty", "empty: it holds no rows")


def _csv_fault(error: Exception, first: int, last: int, source: str) -> tuple[Document, bool]:
    """A broken row as a document, and whether the rest of the file can still be read."""
    where = f"lines {first} to {last}" if last > first else f"line {last}"
    # A quotation that is never closed makes one cell of all that follows.
    code: Code | None = (
        error.code if isinstance(error, Fault) else "too_large" if "field larger" in str(error) else None
    )
    if code:
        return faulty(f"{source}:{last}", code, f"{error}; the file is not read from line {first} on"), False
    return faulty(f"{source}:{last}", "format", f"broken CSV: {error}, in {where}, of which nothing is read"), True


def _csv_row(row: dict[str, str], extra: int, source: str, number: int, reading: Reading) -> Document:
    name = f"{source}:{number}"

    def load() -> Article:
        if extra:
            raise Fault("format", f"{abs(extra)} cells {'more' if extra > 0 else 'fewer'} than the first row names")
        if any("\udc80" <= c <= "\udcff" for cell in row.values() for c in cell):
            raise Fault("encoding", "bytes that are not of the file's encoding")
        return article_of_row(row, source, name, reading)

    return Document(name, load)


def _bounded(lines: io.TextIOWrapper, reading: Reading) -> Iterator[str]:
    while line := lines.readline(reading.limits.max_bytes + 1):
        if len(line) > reading.limits.max_bytes:
            raise Fault("too_large", f"a line longer than the limit of {reading.limits.max_bytes:,} (max_bytes)")
        yield line


def _encoding_of_head(head: bytes) -> str:
    """The codec of a CSV file. The old encodings that Python has no codec for are told to be converted."""
    try:
        codecs.getincrementaldecoder("utf-8-sig")().decode(head)  # the head may end within a letter
        return "utf-8-sig"
    except UnicodeDecodeError:
        name = encodings.decode_named(head)[1]
    if name != "windows-1258":
        raise Fault("encoding", f"a CSV file in {name} is not read; save it as UTF-8")
    return name


def _delimiter(head: str) -> str:
    first = head.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _as_utf_8(stream: BinaryIO) -> BinaryIO:
    """The stream, or where it opens as UTF-16 its bytes in UTF-8, so that it has lines of bytes."""
    if not hasattr(stream, "peek"):
        stream = buffered(_Raw(stream))
    if cast(io.BufferedReader, stream).peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return buffered(_Recoded(stream))
    return stream


class _Raw(io.RawIOBase):
    """A stream that only has `read`, as a raw stream that can be buffered."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Recoded(io.RawIOBase):
    """UTF-16 in, UTF-8 out; what is no UTF-16 becomes a byte that UTF-8 does not have, so that its line is refused."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")(errors="surrogatepass")
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        while not self._rest:
            data = self._stream.read(io.DEFAULT_BUFFER_SIZE)
            try:
                self._rest = self._decoder.decode(data, final=not data).encode("utf-8", "surrogatepass")
            except UnicodeDecodeError:  # the file ends within a character
                self._rest, self._decoder = _NOT_UTF_8, codecs.getincrementaldecoder("utf-16")()
            if not data:
                break
        part, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(part)] = part
        return len(part)
