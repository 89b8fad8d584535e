"""Inputs to shards. The plan depends on the inputs and the shard size alone, so that the archive does too."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from boctin.batch.archive import Archive, BatchError, publish, to_line
from boctin.batch.child import document_at
from boctin.batch.settings import Settings
from boctin.batch.worker import Worker
from boctin.readers.documents import Document
from boctin.readers.faults import Fault
from boctin.readers.sources import STDIN, expand, is_single

Item = dict[str, Any]


def inputs_of(paths: Iterable[str], archive: Archive) -> Iterator[str | Document]:
    """The files of a batch, standard input among them as a file in the archive; never the archive's own files."""
    own = f"{archive.root.resolve()}{os.sep}"
    for given in expand(paths):
        if isinstance(given, str) and given != STDIN and f"{Path(given).resolve()}".startswith(own):
            continue
        yield given


def fingerprint(paths: Iterable[str], archive: Archive) -> str:
    """A checksum of the names, sizes and times of all inputs."""
    digest = hashlib.sha256()
    for given in inputs_of(paths, archive):
        if isinstance(given, Document):
            digest.update(f"{given.source}\n".encode("utf-8", "surrogateescape"))
        elif given == STDIN:
            with spooled(archive).open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
        else:
            stat = os.stat(given)
            digest.update(f"{given}\t{stat.st_size}\t{stat.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def spooled(archive: Archive) -> Path:
    """Where standard input is kept, so that it can be gone over again after a fault."""
    for name in ("stdin.jsonl", "stdin.txt"):
        if (archive.work / name).exists():
            return archive.work / name
    raise BatchError("standard input was not kept")


def spool(archive: Archive) -> None:
    """Keep standard input: as JSON lines when it opens with a brace, else as one text."""
    temporary = archive.work / "stdin.partial"
    with temporary.open("wb") as target:
        while block := sys.stdin.buffer.read(1 << 20):
            target.write(block)
    with temporary.open("rb") as stream:
        is_rows = stream.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    for old in archive.work.glob("stdin.[jt]*"):
        old.unlink()
    publish(temporary, archive.work / ("stdin.jsonl" if is_rows else "stdin.txt"))


def write_plan(paths: Iterable[str], archive: Archive, settings: Settings, worker: Worker) -> tuple[int, int]:
    """Cut the inputs into shards and write them down; how many documents and shards there are.

    Tables and archives must be gone through to be counted, which the worker does: a file that kills its reader costs
    the worker, not the batch.
    """
    documents = shards = 0
    temporary = archive.shards.with_name("shards.partial")
    with temporary.open("wb") as target:
        for items in _cut(_items(paths, archive, worker), settings.shard_size):
            held = sum(item["stop"] - item["start"] for item in items)
            target.write(to_line({"shard": shards, "documents": held, "items": items}))
            documents += held
            shards += 1
    if not documents:
        raise BatchError("there is nothing to read")
    publish(temporary, archive.shards)
    return documents, shards


def _items(paths: Iterable[str], archive: Archive, worker: Worker) -> Iterator[Item]:
    for given in inputs_of(paths, archive):
        if isinstance(given, Document):
            yield {"path": "", "source": given.source, "start": 0, "stop": 1, "single": True, "fault": _fault_of(given)}
            continue
        path = str(spooled(archive)) if given == STDIN else given
        if is_single(path):
            yield {"path": path, "source": given, "start": 0, "stop": 1, "single": True}
            continue
        held = worker.count(path)
        if isinstance(held, int):
            yield {"path": path, "source": given, "start": 0, "stop": held, "held": held}
        else:
            yield {"path": path, "source": given, "start": 0, "stop": 1, "single": True, "fault": held}


def check_counts(archive: Archive, worker: Worker) -> None:
    """See to it that the files with quarantined documents still hold as many as when they were planned.

    Documents are known by their place in a file. With other limits (an archive may be entered deeper, a table read
    further) or when the file was mended, the places may be others. Raises BatchError.
    """
    checked: set[str] = set()
    for shard in archive.read_shards():
        outcome = archive.read_outcome(shard["shard"]) or {"refused": []}
        for number in outcome["refused"]:
            item, _ = document_at(shard, number)
            if item.get("single") or item["path"] in checked:
                continue
            checked.add(item["path"])
            held = worker.count(item["path"])
            if isinstance(held, int) and held != item["held"]:
                raise BatchError(
                    f"{item['source']} now gives {held:,} documents, not {item['held']:,}, so that their places are "
                    "others: extract it to an archive of its own, or all anew with --no-resume"
                )


def _fault_of(document: Document) -> list[str]:
    try:
        document.load()
    except Fault as fault:
        return [fault.code, str(fault)]
    raise AssertionError("an input without a file has a fault")


def _cut(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Items in groups of `size` documents, a file that holds many being cut where a group is full."""
    group: list[Item] = []
    room = size
    for item in items:
        start = item["start"]
        while start < item["stop"]:
            stop = min(item["stop"], start + room)
            group.append({**item, "start": start, "stop": stop})
            room -= stop - start
            start = stop
            if not room:
                yield group
                group, room = [], size
    if group:
        yield group
