"""Batches in small: folders of articles for the mock pipeline, and archives compared byte by byte."""

import gzip
import json
import random
import re
from pathlib import Path

from boctin.batch import Settings
from tests.batch.mock import REASONS
from tests.readers.samples import HOSTILE

# A document's place in its file: a row, a member of an archive.
_PLACE = re.compile(r"[:#!].*")
MOCK = "tests.batch.mock:create"


def settings(**changes) -> Settings:
    return Settings(**{"pipeline": MOCK, "time_limit": 1.5, "memory_limit": 256, "shard_size": 7, **changes})


# Where a time limit is not what is tested, one that no busy machine runs into.
SLOW_MACHINE = settings(time_limit=10)


def write_articles(folder: Path, faults: list[str | None]) -> Path:
    """One file per entry: None an article, else one with that fault."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, fault in enumerate(faults):
        body = f"FAULT {fault}" if fault else "Huyện họp."
        (folder / f"{number:05}.txt").write_text(f"Tin số {number}\n{body}", encoding="utf-8")
    return folder


# Large shards, so that innocents and culprits share a worker.
HOSTILE_SETTINGS = settings(shard_size=150, time_limit=2)


def write_hostile(folder: Path, documents: int, per_fault: int = 1) -> tuple[Path, dict[str, str | None]]:
    """Articles, with each fault of the pipeline `per_fault` times and every hostile file among them; what must become
    of each, by its file's name."""
    chance = random.Random(documents)
    faults = [fault for fault in REASONS for _ in range(per_fault)]
    order: list[str | None] = [*faults, *[None] * (documents - len(HOSTILE) - len(faults))]
    chance.shuffle(order)
    write_articles(folder, order)
    wanted = {f"{number:05}.txt": REASONS[fault] if fault else None for number, fault in enumerate(order)}
    for name, make, code in HOSTILE.values():
        name = f"{chance.randrange(documents):05}-{name}"
        (folder / name).write_bytes(make())
        # The one document within an archive or table is named after its place there.
        wanted[name] = code
    return folder, wanted


def records(out: Path) -> list[dict]:
    rows = []
    for path in sorted(out.glob("records-*")):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            rows += map(json.loads, lines)
    return rows


def quarantine(out: Path) -> list[dict]:
    return [json.loads(line) for line in (out / "quarantine.jsonl").read_text(encoding="utf-8").splitlines()]


def outcomes(out: Path) -> dict[str, str | None]:
    """File name to reason (None for a record); fails when a document has two outcomes."""
    pairs = [(row["source"], None) for row in records(out)]
    pairs += [(_PLACE.sub("", Path(row["source"]).name), row["reason"]) for row in quarantine(out)]
    assert len(pairs) == len(dict(pairs)), "a document has two outcomes"
    return dict(pairs)


def published(out: Path) -> dict[str, bytes]:
    """Everything a user sees of an archive, as bytes."""
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}
