"""What readers put right: one line of JSON for each correction, only ever added, apart from records and index.

A correction names its article and the words of its fact, not the fact's number, so that it holds when the article is
extracted anew and the facts are numbered otherwise.
"""

import json
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

NAME = "corrections.jsonl"
Action = Literal["wrong", "right", "correct", "add", "checked"]


class CorrectionsError(Exception):
    """A file of corrections that cannot be read or written."""


class Words(BaseModel):
    """The words of the fact: `[start_char, end_char)` of the article's text.

    `nth` tells facts of one kind apart that stand at the same words.
    """

    model_config = ConfigDict(extra="forbid")
    text: str
    start_char: int
    end_char: int
    nth: int = 0


class Correction(BaseModel):
    """One correction: who said when that which fact is wrong, right after all, otherwise in some slots, or missing.

    `slots` are the values that the reader gave. `fact` is the whole fact after a correction or an addition, for
    the day on which an extraction no longer finds it. "checked" says that the whole article has been gone through.
    """

    model_config = ConfigDict(extra="forbid")
    at: str
    who: str
    article: str
    action: Action
    kind: str | None = None
    words: Words | None = None
    slots: dict[str, Any] = {}
    fact: dict[str, Any] | None = None


def now() -> str:
    """The moment as it stands in a correction."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def store_of(out: Path) -> "Corrections":
    """The corrections of an archive: in its folder, or beside its file."""
    return Corrections(out / NAME if out.is_dir() else out.with_name(f"{out.name}.{NAME}"))


class Corrections:
    """A file of corrections. It is read again when it has grown; two servers may write to one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._read_to = 0
        self._held: dict[str, list[Correction]] = {}

    def append(self, correction: Correction) -> None:
        """Write a correction for good. Raises CorrectionsError when that is not possible."""
        line = correction.model_dump_json(exclude_defaults=True).encode() + b"\n"
        try:
            # One write in append mode: lines of two writers do not mix, and nothing that stands there is touched.
            handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
            try:
                os.write(handle, line)
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise CorrectionsError(f"{self.path} cannot be written: {error.strerror}") from None

    def of(self, article: str) -> list[Correction]:
        """The corrections of an article, the oldest first."""
        with self._lock:
            self._read()
            return list(self._held.get(article, ()))

    def articles(self) -> list[str]:
        """The articles that have corrections, by the time of the first."""
        with self._lock:
            self._read()
            return list(self._held)

    def _read(self) -> None:
        try:
            with self.path.open("rb") as stream:
                stream.seek(self._read_to)
                for line in stream:
                    if not line.endswith(b"\n"):
                        break
                    self._take(line)
                    self._read_to += len(line)
        except FileNotFoundError:
            return
        except OSError as error:
            raise CorrectionsError(f"{self.path} cannot be read: {error.strerror}") from None

    def _take(self, line: bytes) -> None:
        try:
            correction = Correction.model_validate(json.loads(line))
        except (ValueError, ValidationError) as error:
            raise CorrectionsError(f"{self.path}, at byte {self._read_to}: no correction ({error})") from None
        self._held.setdefault(correction.article, []).append(correction)
