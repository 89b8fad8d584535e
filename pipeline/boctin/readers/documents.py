"""A document: one input, named, that becomes an article only when asked, so that a reader can pass over it cheaply."""

import io
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, NoReturn, cast

import regex

from boctin.article import Article
from boctin.readers.faults import Code, Fault
from boctin.readers.limits import Limits, Reading

# No text has these: JSON can write them ("\\ud83d"), and no file can hold what is made of them.
_NO_TEXT = regex.compile(r"[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """One input. `load()` gives its Article, or raises ValueError (a Fault where the reason has a code).

    It must be loaded before the next document of the same file is taken.
    """

    source: str
    load: Callable[[], Article]


Reader = Callable[[BinaryIO, str, Reading], Iterator[Document]]


def faulty(source: str, code: Code, message: str) -> Document:
    """A document that is known to give no article."""

    def refuse() -> NoReturn:
        raise Fault(code, message)

    return Document(source, refuse)


def read_whole(stream: BinaryIO, limits: Limits) -> bytes:
    """All bytes of a stream. Raises Fault when they are none or too many."""
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise too_large(limits)
    if not data:
        raise Fault("empty", "empty: it holds no text")
    return data


def buffered(stream: io.RawIOBase) -> BinaryIO:
    """A raw stream with lines and a look ahead."""
    return io.BufferedReader(cast(Any, stream), 1 << 16)


def too_large(limits: Limits) -> Fault:
    return Fault("too_large", f"larger than the limit of {limits.max_bytes:,} bytes (max_bytes)")


def parse(
    text: str,
    source: str,
    reading: Reading,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
) -> Article:
    """An article of a text that has been decoded. Raises Fault when it is blank, too long, or holds what is no text."""
    if not text.strip():
        raise Fault("empty", "empty: it holds no text")
    for given in (text, title, outlet):
        if given and (found := _NO_TEXT.search(given)):
            name = "a NUL character" if found.group() == "\0" else "half a character (a lone surrogate)"
            raise Fault("encoding", f"not text: it holds {name} at offset {found.start()}")
    if len(text) > reading.limits.max_chars:
        raise Fault(
            "too_large", f"{len(text):,} characters, more than the limit of {reading.limits.max_chars:,} (max_chars)"
        )
    outlet = unicodedata.normalize("NFC", outlet) if outlet else None
    return Article.parse(text, title=title, published=published or reading.published, outlet=outlet, source=source)


def lines_of(stream: BinaryIO, limits: Limits) -> Iterator[bytes | Fault]:
    """Lines with their number kept by position; one that is too long comes out as a Fault, without being held."""
    while line := stream.readline(limits.max_bytes + 1):
        if len(line) <= limits.max_bytes or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(io.DEFAULT_BUFFER_SIZE * 16)
        yield too_large(limits)
