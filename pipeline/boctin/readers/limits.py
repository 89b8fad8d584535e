"""What a reader accepts, and the settings of reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MEBIBYTE = 1024 * 1024

# The fields of an article that a table (CSV, Parquet, JSON lines) can hold.
FIELDS = ("id", "text", "title", "published", "outlet")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one input. Each one that is hit is told as a fault of its own code; nothing is cut short."""

    max_bytes: int = 20 * MEBIBYTE
    """Bytes of one document (a file, a member of an archive, a line of JSON, a row), after decompression."""
    max_chars: int = 1_000_000
    """Characters of one article, as in spaCy."""
    max_ratio: int = 200
    """How many times larger than itself a compressed file may become (news becomes 3 to 5 times larger)."""
    max_depth: int = 2
    """Archives within archives: a .jsonl.gz in a .zip is two deep."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: the publication date of articles that carry none, the names of columns, the limits."""

    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Which column holds a field, where it is not called so: `{"text": "noi_dung"}`."""
    limits: Limits = Limits()

    def column(self, name: str) -> str:
        return self.columns.get(name, name)
