"""The way of a batch: plan, have the engine do the shards that are not done, close the archive."""

import contextlib
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from boctin import __version__
from boctin.batch import local
from boctin.batch import ray as on_ray
from boctin.batch.archive import Archive, BatchError, publish, write_whole
from boctin.batch.plan import check_counts, fingerprint, spool, write_plan
from boctin.batch.settings import Settings
from boctin.batch.status import exit_status
from boctin.batch.worker import Worker
from boctin.readers.sources import STDIN
from boctin.record import SCHEMA_VERSION

Engine = Literal["local", "ray"]
Progress = Callable[[int, int, int], None]
"""Told as (documents done, documents in all, of these done before this run)."""


def _silent(done: int, total: int, before: int) -> None:
    del done, total, before


@dataclass
class Summary:
    """What an archive holds after a run."""

    documents: int = 0
    records: int = 0
    quarantined: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    already_done: int = 0

    def add(self, outcome: dict[str, Any]) -> None:
        self.records += outcome["records"]
        self.quarantined += len(outcome["refused"])
        self.reasons.update(outcome["reasons"])

    @property
    def exit_status(self) -> int:
        """0 all well, 1 some quarantined, 2 not one record."""
        return exit_status(self.records, self.quarantined)


def extract_archive(
    paths: Sequence[str | Path],
    out: Path | str,
    settings: Settings | None = None,
    *,
    workers: int | None = None,
    resume: bool = True,
    engine: Engine = "local",
    address: str | None = None,
    progress: Progress = _silent,
) -> Summary:
    """Extract everything that `paths` hold into an archive, going on where an earlier run was stopped.

    Raises BatchError when nothing can be done, or when the archive there was made of other inputs or settings.
    """
    settings, archive, given = settings or Settings(), Archive(out), [str(path) for path in paths]
    archive.prepare()
    with archive.locked():
        if not resume:
            archive.clear()
        if STDIN in given:
            spool(archive)
        manifest = archive.read_manifest()
        if manifest is None:
            manifest = _begin(given, archive, settings)
        else:
            _check_same(manifest, given, archive, settings)
        return _Run(archive, settings, manifest, progress).go(workers, engine, address, again=False)


def retry(
    out: Path | str,
    changes: dict[str, Any] | None = None,
    *,
    workers: int | None = None,
    engine: Engine = "local",
    address: str | None = None,
    progress: Progress = _silent,
) -> Summary:
    """Do the quarantined documents of an archive again, and no others; `changes` are settings, such as higher limits.

    Raises BatchError when there is no archive, or it is not finished.
    """
    archive = Archive(out)
    manifest = archive.read_manifest()
    if manifest is None or "files" not in manifest:
        raise BatchError(f"{out} holds no finished archive; run `boctin extract … -o {out}` first")
    settings = Settings(**{**manifest["settings"], **(changes or {})})
    if (settings.shard_size, settings.compress) != (
        manifest["settings"]["shard_size"],
        manifest["settings"]["compress"],
    ):
        raise BatchError("shard_size and compress of an archive stay as they are")
    archive.prepare()
    with archive.locked():
        with contextlib.closing(Worker(settings)) as worker:
            check_counts(archive, worker)
        manifest |= {"settings": settings.model_dump(), "boctin": __version__, "state": "running"}
        _write_manifest(archive, manifest)
        return _Run(archive, settings, manifest, progress).go(workers, engine, address, again=True)


def _begin(paths: list[str], archive: Archive, settings: Settings) -> dict[str, Any]:
    archive.clear_shards()
    inputs = fingerprint(paths, archive)
    with contextlib.closing(Worker(settings)) as worker:
        documents, shards = write_plan(paths, archive, settings, worker)
    manifest = {
        "boctin": __version__,
        "schema_version": SCHEMA_VERSION,
        "state": "running",
        "documents": documents,
        "shards": shards,
        "inputs": inputs,
        "settings": settings.model_dump(),
    }
    _write_manifest(archive, manifest)
    return manifest


def _check_same(manifest: dict[str, Any], paths: list[str], archive: Archive, settings: Settings) -> None:
    """An archive is of one version, one set of inputs, one set of settings. Else it must be begun anew."""
    anew = "choose another folder, or begin anew with --no-resume"
    if manifest["boctin"] != __version__:
        raise BatchError(f"{archive.root} was made by boctin {manifest['boctin']}, this is {__version__}; {anew}")
    now = settings.model_dump()
    if changed := sorted(key for key in now if manifest["settings"].get(key) != now[key]):
        raise BatchError(f"{archive.root} was begun with other settings ({', '.join(changed)}); {anew}")
    if manifest["inputs"] != fingerprint(paths, archive):
        raise BatchError(f"the inputs are not those that {archive.root} was begun with; {anew}")


def _write_manifest(archive: Archive, manifest: dict[str, Any]) -> None:
    write_whole(archive.manifest, json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n")


class _Run:
    """One run over an archive: which shards are left, what has been done."""

    def __init__(self, archive: Archive, settings: Settings, manifest: dict[str, Any], progress: Progress) -> None:
        self._archive, self._settings, self._manifest, self._progress = archive, settings, manifest, progress
        self._done = self._before = 0
        self._lock = threading.Lock()

    def go(self, workers: int | None, engine: Engine, address: str | None, *, again: bool) -> Summary:
        left = self._retried() if again else self._left()
        self._total = sum(shard["to_do"] for shard in self._retried()) if again else self._manifest["documents"]
        self._progress(0, self._total, 0)
        common = {"again": again, "on_document": self._count}
        if engine == "ray":
            on_ray.run(left, self._archive, self._settings, workers=workers, address=address, **common)  # type: ignore[arg-type]
        else:
            local.run(left, self._archive, self._settings, workers=workers, **common)  # type: ignore[arg-type]
        return self._close()

    def _left(self) -> Iterator[dict[str, Any]]:
        for shard in self._archive.read_shards():
            outcome = self._archive.read_outcome(shard["shard"])
            if outcome is None or not (self._archive.root / outcome["file"]).exists():
                yield shard
            else:
                with self._lock:
                    self._before += shard["documents"]
                    self._done += shard["documents"]

    def _retried(self) -> Iterator[dict[str, Any]]:
        for shard in self._archive.read_shards():
            outcome = self._archive.read_outcome(shard["shard"])
            if outcome is None or outcome["refused"]:
                yield {**shard, "to_do": len(outcome["refused"]) if outcome else shard["documents"]}

    def _count(self) -> None:
        with self._lock:
            self._done += 1
            self._progress(self._done, self._total, self._before)

    def _close(self) -> Summary:
        """Gather the quarantine, in the order of the documents, and write the manifest with the totals."""
        summary = Summary(documents=self._manifest["documents"], already_done=self._before)
        files = []
        temporary = self._archive.work / "quarantine.partial"
        with temporary.open("wb") as quarantine:
            for number in range(self._manifest["shards"]):
                outcome = self._archive.read_outcome(number)
                if outcome is None:
                    raise BatchError(f"shard {number} has no outcome")
                summary.add(outcome)
                files.append({key: outcome[key] for key in ("file", "documents", "records", "sha256")})
                quarantine.write(self._archive.shard_quarantine(number).read_bytes())
        publish(temporary, self._archive.quarantine)
        self._archive.clear_partial()
        totals = {
            "records": summary.records,
            "quarantined": summary.quarantined,
            "reasons": dict(sorted(summary.reasons.items())),
        }
        self._manifest |= {"state": "complete", **totals, "files": files}
        _write_manifest(self._archive, self._manifest)
        return summary
