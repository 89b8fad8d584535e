"""The files of an archive, and how they are written: whole under their name, or not at all.

OUT/manifest.json               settings, totals and the files, with their checksums
OUT/records-00000.jsonl[.gz]    the records of a shard
OUT/quarantine.jsonl            the documents without a record, and why
OUT/.boctin/                    plan, outcomes of shards, the lock; partial-*: a shard while it is being done
"""

import contextlib
import json
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

_LOCK_ATTEMPTS = 5


class BatchError(Exception):
    """A batch that cannot go on: nothing to read, an output that cannot be written, a pipeline that does not load."""


class Archive:
    """The folder of an archive."""

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root)
        self.work = self.root / ".boctin"
        self.manifest = self.root / "manifest.json"
        self.quarantine = self.root / "quarantine.jsonl"
        self.shards = self.work / "shards.jsonl"

    def records(self, shard: int, *, compress: bool) -> Path:
        return self.root / f"records-{shard:05}.jsonl{'.gz' if compress else ''}"

    def shard_quarantine(self, shard: int) -> Path:
        return self.work / f"{shard:05}.quarantine.jsonl"

    def outcome(self, shard: int) -> Path:
        """Written last for a shard: where it is, the shard is done."""
        return self.work / f"{shard:05}.done.json"

    def prepare(self) -> None:
        """Make the folders."""
        try:
            self.work.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BatchError(f"{self.root}: {error.strerror}") from None

    def clear(self) -> None:
        """Remove everything that an earlier batch has put here, and nothing else: the manifest goes last."""
        if self.manifest.exists():
            for path in [*self.root.glob("records-[0-9]*.jsonl*"), self.quarantine]:
                path.unlink(missing_ok=True)
        self.clear_shards()
        self.manifest.unlink(missing_ok=True)
        for path in self.work.glob("stdin.*"):
            path.unlink()

    def clear_shards(self) -> None:
        """Remove the plan, and what an earlier plan has led to."""
        for pattern in ("*.done.json", "*.quarantine.jsonl", "shards.*"):
            for path in self.work.glob(pattern):
                path.unlink()
        self.clear_partial()

    def clear_partial(self) -> None:
        """Remove what killed runs have left half-done."""
        for leftover in self.work.glob("partial-*"):
            shutil.rmtree(leftover, ignore_errors=True)

    def read_manifest(self) -> dict[str, Any] | None:
        try:
            return json.loads(self.manifest.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise BatchError(f"{self.manifest} cannot be read: {error}") from None

    def read_shards(self) -> Iterator[dict[str, Any]]:
        with self.shards.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)

    def read_outcome(self, shard: int) -> dict[str, Any] | None:
        try:
            return json.loads(self.outcome(shard).read_bytes())
        except FileNotFoundError:
            return None

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the archive: two runs at once would undo each other. The system lets go of it when the process ends."""
        with (self.work / "lock").open("a") as handle:
            for _ in range(_LOCK_ATTEMPTS):  # somebody who asks for the status holds it for a moment
                if held := _lock(handle):
                    break
                time.sleep(0.1)
            if not held:
                raise BatchError(f"another run is at work in {self.root}")
            yield

    def is_locked(self) -> bool:
        try:
            with (self.work / "lock").open("a") as handle:
                return not _lock(handle)
        except OSError:
            return False


def _lock(handle: IO[str]) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows: the user sees to it
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def sync(path: Path) -> None:
    """Have the system bring a file's bytes, or a folder's names, to the disk."""
    flags = os.O_RDONLY
    if path.is_dir() and not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def publish(temporary: Path, final: Path) -> None:
    """Give a whole file its name. After this it is there for good, and before this it is not there at all."""
    sync(temporary)
    temporary.replace(final)
    sync(final.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file as `publish` does."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.partial")
    temporary.write_bytes(data)
    publish(temporary, path)


def to_line(row: dict[str, Any]) -> bytes:
    """One line of JSON, the same bytes for the same content."""
    return json.dumps(row, ensure_ascii=False, separators=(", ", ": ")).encode("utf-8", "backslashreplace") + b"\n"
