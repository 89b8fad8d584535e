"""Corrected articles as gold records, for the evaluation of boctin."""

import contextlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boctin.archive import up_to_date
from boctin.explorer.applying import applied
from boctin.explorer.corrections import store_of
from boctin.explorer.subjects import article_record


@dataclass(frozen=True)
class Exported:
    """What was written: gold records, and corrected articles that are not in the archive any more."""

    written: int
    missing: int


def export_gold(out: Path | str, to: Path | str, *, checked_only: bool = False) -> Exported:
    """Write the corrected articles of an archive: TO/articles/<id>.txt and TO/records/<id>.json.

    With `checked_only` those alone that a reader has marked as gone through whole: of the others nobody has said that
    the facts left untouched are right. Raises ArchiveError, CorrectionsError or OSError.
    """

    store, target = store_of(Path(out)), Path(to)
    written = missing = 0
    with contextlib.closing(sqlite3.connect(f"{up_to_date(out).resolve().as_uri()}?mode=ro", uri=True)) as connection:
        for article in store.articles():
            record = article_record(connection, article)
            if record is None:
                missing += 1
                continue
            now = applied(record, store.of(article))
            if now.checked or not checked_only:
                _write(target, now.final)
                written += 1
    return Exported(written, missing)


def _write(target: Path, record: Mapping[str, Any]) -> None:
    name = record["article"]["id"]
    for folder in ("articles", "records"):
        (target / folder).mkdir(parents=True, exist_ok=True)
    # Offsets and words are of the text as the record has it; line ends stay as they are.
    (target / "articles" / f"{name}.txt").write_bytes(record["article"]["text"].encode("utf-8"))
    gold = json.dumps(gold_of(record), ensure_ascii=False, indent=1)
    (target / "records" / f"{name}.json").write_text(gold + "\n", encoding="utf-8")


def gold_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record (its JSON form) as a gold record: what people annotate, without offsets and rules."""
    return {
        "id": record["article"]["id"],
        "published": (record["article"].get("published") or "")[:10] or None,
        "dates": [_only(f, "text", "date_from", "date_to") for f in record["dates"] if f["kind"] not in _NO_DATES],
        "officials": [
            {"name": official["name"], "positions": [position["text"] for position in official["positions"]]}
            for official in record["officials"]
        ],
        "model_counts": [
            _only(f, "text", "value", "theme", "place", "date_from", "date_to") for f in record["model_counts"]
        ],
        "awards": [
            {
                **_only(award, "award", "name", "rank"),
                "recipients": [_only(group, "count", "kind", "names") for group in award["recipients"]],
                "conferred_by": award["conferred_by"],
            }
            for award in record["awards"]
        ],
    }


_NO_DATES = ("duration", "set", "time")
"""Kinds of expressions that a record may hold and that are not counted as dates."""


def _only(fact: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: fact.get(name) for name in names}
