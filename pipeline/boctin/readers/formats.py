"""How each kind of file becomes articles. A fault in one article is told as `Unreadable`; the others go on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from boctin.article import Article

Options = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gave no article: what it was, and why."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class UnreadableError(ValueError):
    """Raised by `boctin.read` for an input that gives no article; the message names it and the reason."""


def decode(data: bytes) -> str:
    """The text of UTF-8 bytes, with or without a byte order mark. Raises ValueError that says where it goes wrong."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start}); "
            "convert it first, for example with: iconv -f WINDOWS-1258 -t UTF-8"
        ) from None


def read_text(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | Unreadable]:
    """One plain-text article."""
    try:
        text = decode(stream.read())
        if not text.strip():
            raise ValueError("empty: it holds no text")
        yield Article.parse(text, source=source, **options)
    except ValueError as error:
        yield Unreadable(source, str(error))


def read_jsonl(stream: BinaryIO, source: str, options: Options) -> Iterator[Article | Unreadable]:
    """One article per line: an object with `text`, and optionally `id`, `title`, `published`, `outlet`.

    `article.source` is the file with the row's `id`, or with its line number where it has none.
    """
    seen = False
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        seen = True
        try:
            yield _from_row(json.loads(decode(line)), source, number, options)
        except json.JSONDecodeError as error:
            yield Unreadable(f"{source}:{number}", f"not a JSON object: {error.msg} at column {error.colno}")
        except ValueError as error:
            yield Unreadable(f"{source}:{number}", str(error))
    if not seen:
        yield Unreadable(source, "empty: it holds no lines")


def _from_row(row: object, source: str, number: int, options: Options) -> Article:
    if not isinstance(row, dict):
        raise ValueError(f"not a JSON object but {type(row).__name__}; each line is an object with a `text` field")
    for key in ("text", "title", "published", "outlet"):
        if not isinstance(row.get(key), str | None):
            raise ValueError(f"`{key}` must be a string, not {type(row[key]).__name__}")
    text = row.get("text") or ""
    if not text.strip():
        raise ValueError("no text: the field `text` is missing or empty")
    given = {key: row[key] for key in ("title", "published", "outlet") if row.get(key)}
    name = f"{source}#{row['id']}" if row.get("id") is not None else f"{source}:{number}"
    return Article.parse(text, source=name, **{**options, **given})


FORMATS = {".txt": read_text, ".jsonl": read_jsonl}
