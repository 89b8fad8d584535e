"""Why an input gives no article. Every reason has a code, so that a quarantine can be counted and filtered by it."""

from dataclasses import dataclass
from typing import Literal

Code = Literal[
    "not_found",  # no such file, or it may not be opened
    "empty",  # nothing in it
    "encoding",  # bytes that are surely no text, or text in an encoding that cannot be told for sure
    "format",  # not the format that its name says: broken JSON, a damaged zip, a missing column
    "too_large",  # more bytes or characters than the limit
    "archive_ratio",  # a compressed file that expands like a bomb
    "archive_depth",  # archives within archives within archives
    "missing_library",  # an optional library is not installed
    "error",  # a stage raised
    "timeout",  # took longer than the time limit, twice
    "memory",  # needed more memory than the limit, twice
    "killed",  # its worker process died, twice
]


class Fault(ValueError):
    """A reason with its code and words for a person."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code: Code = code


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gave no article: what it was, and why."""

    source: str
    reason: str
    code: Code = "format"

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


class UnreadableError(ValueError):
    """Raised by `boctin.read` for an input that gives no article; the message names it and the reason."""
