"""The one shard function. Every promise about a document is kept here; the engines only say which shard is next.

A shard's documents are done by a watched worker process, in order, into partial files. When the worker dies or a
document takes too long, the document that was in flight is a suspect, no more: the partial files are cut back to the
last finished document, and the suspect is done again alone in a fresh process. Only if that dies too is it
quarantined. Then the files get their names, the outcome of the shard last; a shard without it is done again, and
because the same documents give the same bytes, that shows nowhere.
"""

import gzip
import hashlib
import itertools
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from boctin.batch.archive import Archive, BatchError, publish, to_line, write_whole
from boctin.batch.child import refusal, source_at
from boctin.batch.settings import Settings
from boctin.batch.worker import Death, Worker

_MAX_IDLE_DEATHS = 3
Segment = tuple[int, int, bool]
"""Documents from, to, and whether they are kept from the archive as they are (a retry) or done."""


def run_shard(
    shard: dict[str, Any], archive: Archive, worker: Worker, settings: Settings, *, again: bool = False
) -> dict[str, Any]:
    """Do a shard and publish it; the outcome says what came of it. `again` does only its quarantined documents.

    Raises BatchError or OSError when nothing can be done: the disk is full, the pipeline does not load.
    """
    suspects = _suspects(archive, shard["shard"])
    partial = _Partial(archive, shard)
    try:
        records = archive.records(shard["shard"], compress=settings.compress)
        # A retry that was killed while it gave the files their names leaves records without an outcome: done anew.
        again = again and _checksum(records) == (archive.read_outcome(shard["shard"]) or {}).get("sha256")
        segments = _retry_segments(shard, archive) if again else iter([(0, shard["documents"], False)])
        kept = _lines_of(records) if again else iter(())
        for start, stop, keep in segments:
            if keep:
                partial.add_records(itertools.islice(kept, stop - start))
                continue
            for suspect in sorted(number for number in suspects if start <= number < stop):
                _run_range(partial, worker, start, suspect)
                _run_alone(partial, worker, suspect)
                start = suspect + 1
            _run_range(partial, worker, start, stop)
        return partial.publish(settings)
    finally:
        partial.remove()


def _run_range(partial: "_Partial", worker: Worker, start: int, stop: int) -> None:
    idle_deaths = 0
    while start < stop:
        death = worker.extract(partial.order(start, stop))
        if death is None:
            return
        done = partial.cut_back(start)
        if death.document is None:
            # Between documents: no document's doing. Once is bad luck; again and again is the machine.
            idle_deaths += 1
            if idle_deaths == _MAX_IDLE_DEATHS:
                raise BatchError(f"workers end with no document in flight: {death.detail}")
            start = done
        else:
            _run_alone(partial, worker, death.document)
            start = death.document + 1


def _run_alone(partial: "_Partial", worker: Worker, number: int) -> None:
    """Do a suspect in a process that has done nothing else; if that dies too, the document is to blame."""
    detail = ""
    for _ in range(_MAX_IDLE_DEATHS):
        worker.renew()
        death = worker.extract(partial.order(number, number + 1))
        if death is None or partial.cut_back(number) > number:
            return
        if death.document is not None:
            partial.refuse(number, death)
            worker.note_done()
            return
        detail = death.detail
    raise BatchError(f"workers end with no document in flight: {detail}")


def _suspects(archive: Archive, shard: int) -> set[int]:
    """The documents that were being done when earlier attempts at a shard were killed; what those left is removed.

    The journal of an attempt lies with its other files, so that an attempt that still breathes somewhere (on a machine
    that a cluster has lost sight of) writes into nobody else's.
    """
    suspects = set()
    for folder in archive.work.glob(f"partial-{shard:05}-*"):
        if (number := _in_flight(folder / "journal")) is not None:
            suspects.add(number)
        shutil.rmtree(folder, ignore_errors=True)
    return suspects


def _in_flight(journal: Path) -> int | None:
    """The document that a journal ends with, if it was not finished."""
    try:
        lines = journal.read_bytes().splitlines()
    except FileNotFoundError:
        return None
    for line in reversed(lines):
        word, *rest = line.split()
        if word in (b"start", b"done") and rest and rest[0].isdigit():
            return int(rest[0]) if word == b"start" else None
    return None


def _retry_segments(shard: dict[str, Any], archive: Archive) -> Iterator[Segment]:
    outcome = archive.read_outcome(shard["shard"]) or {}
    position = 0
    for number in outcome["refused"]:
        if position < number:
            yield position, number, True
        yield number, number + 1, False
        position = number + 1
    if position < shard["documents"]:
        yield position, shard["documents"], True


def _lines_of(path: Path) -> Iterator[bytes]:
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        yield from lines


class _Partial:
    """The files of a shard while it is being done, in a folder of this attempt's own."""

    def __init__(self, archive: Archive, shard: dict[str, Any]) -> None:
        self._archive, self._shard = archive, shard
        self._folder = Path(tempfile.mkdtemp(prefix=f"partial-{shard['shard']:05}-", dir=archive.work))
        self._records, self._quarantine = self._folder / "records", self._folder / "quarantine"
        self._journal = self._folder / "journal"
        for path in (self._records, self._quarantine, self._journal):
            path.touch()

    def order(self, start: int, stop: int) -> dict[str, Any]:
        """What a worker is told. Lengths are noted, so that what a dying worker has half-written can be cut off."""
        self._lengths = (self._records.stat().st_size, self._quarantine.stat().st_size)
        self._seen = self._journal.stat().st_size
        return {
            "shard": self._shard,
            "start": start,
            "stop": stop,
            "records": str(self._records),
            "quarantine": str(self._quarantine),
            "journal": str(self._journal),
        }

    def cut_back(self, start: int) -> int:
        """Cut the files back to the last document that the last order finished; the number of the next one."""
        following, lengths = start, self._lengths
        with self._journal.open("rb") as journal:
            journal.seek(self._seen)
            for line in journal.read().splitlines():
                if line.startswith(b"done "):
                    number, records, quarantine = map(int, line.split()[1:])
                    following, lengths = number + 1, (records, quarantine)
        os.truncate(self._records, lengths[0])
        os.truncate(self._quarantine, lengths[1])
        return following

    def refuse(self, number: int, death: Death) -> None:
        """Quarantine a document that its worker has died of, twice."""
        source = source_at(self._shard, number)
        with self._quarantine.open("ab") as quarantine:
            quarantine.write(refusal(self._shard, number, source, death.stage, death.reason, death.detail))

    def add_records(self, lines: Iterator[bytes]) -> None:
        with self._records.open("ab") as records:
            records.writelines(lines)

    def publish(self, settings: Settings) -> dict[str, Any]:
        number = self._shard["shard"]
        refused = [_row(line) for line in _lines_of(self._quarantine)]
        final = self._archive.records(number, compress=settings.compress)
        if settings.compress:
            self._records = _compressed(self._records)
        outcome = {
            "shard": number,
            "file": final.name,
            "documents": self._shard["documents"],
            "records": self._shard["documents"] - len(refused),
            "refused": [row["document"] for row in refused],
            "reasons": dict(sorted(Counter(row["reason"] for row in refused).items())),
            "sha256": _checksum(self._records),
        }
        # A retry replaces three files. While they are not all of one outcome, there is none: the shard is to be done.
        self._archive.outcome(number).unlink(missing_ok=True)
        publish(self._quarantine, self._archive.shard_quarantine(number))
        publish(self._records, final)
        write_whole(self._archive.outcome(number), to_line(outcome))
        return outcome

    def remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _row(line: bytes) -> dict[str, Any]:
    return json.loads(line)


def _compressed(path: Path) -> Path:
    """A gzip of a file, with no name or time in it: the same bytes for the same records."""
    target = path.with_suffix(".gz")
    with path.open("rb") as plain, target.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed:
        shutil.copyfileobj(plain, packed)
    return target


def _checksum(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
