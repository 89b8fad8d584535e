"""How far an archive is, from its files alone; it may be asked while a run is at work."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from boctin.batch.archive import Archive, BatchError


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of an archive. `state` is running, interrupted (start it again to go on) or complete."""

    state: Literal["running", "interrupted", "complete"]
    documents: int
    records: int
    quarantined: int
    reasons: dict[str, int]
    shards: int
    shards_done: int
    version: str

    @property
    def done(self) -> int:
        return self.records + self.quarantined

    @property
    def exit_status(self) -> int:
        """As for the run: 0 nothing is quarantined so far, 1 something is, 2 without one record."""
        return exit_status(self.records, self.quarantined)


def exit_status(records: int, quarantined: int) -> int:
    """0 all well, 1 some quarantined, 2 not one record."""
    if not quarantined:
        return 0
    return 1 if records else 2


def status(out: Path | str) -> Status:
    """Look at an archive. Raises BatchError when there is none."""
    archive = Archive(out)
    manifest = archive.read_manifest()
    if manifest is None:
        raise BatchError(f"{out} holds no archive of boctin (no manifest.json)")
    records, finished, reasons = 0, 0, Counter[str]()
    for number in range(manifest["shards"]):
        if outcome := archive.read_outcome(number):
            finished += 1
            records += outcome["records"]
            reasons.update(outcome["reasons"])
    complete = manifest["state"] == "complete" and finished == manifest["shards"]
    return Status(
        state="running" if archive.is_locked() else "complete" if complete else "interrupted",
        documents=manifest["documents"],
        records=records,
        quarantined=reasons.total(),
        reasons=dict(sorted(reasons.items())),
        shards=manifest["shards"],
        shards_done=finished,
        version=manifest["boctin"],
    )
