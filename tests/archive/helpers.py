"""Records and archives for these tests, each written as a text and the words of its facts."""

import sqlite3
from pathlib import Path

from boctin.archive import index_archive
from boctin.article import Article
from boctin.record import (
    ArticleInfo,
    Award,
    DateFact,
    ModelCount,
    NamedModel,
    Official,
    Place,
    Position,
    Recipients,
    Record,
    Span,
)

_SURE = {"rule": "test", "confidence": 0.9}


def article(text: str, published: str | None = "2023-12-07", outlet: str | None = None, **facts) -> Record:
    """A record of a text; facts are given as the functions below make them, and get their ids here."""
    parsed = Article.parse(text, published=published, outlet=outlet)
    info = ArticleInfo(
        id=parsed.id,
        title=parsed.title,
        published=parsed.published and parsed.published.iso,
        outlet=parsed.outlet,
        source="tin.txt",
        text=parsed.text,
    )
    made = {kind: [make(parsed.text, f"{kind[0]}{n}") for n, make in enumerate(f, 1)] for kind, f in facts.items()}
    return Record(article=info, **made)


def words(text: str, printed: str) -> dict:
    start = text.index(printed)
    return {"text": printed, "start_char": start, "end_char": start + len(printed)}


def date(printed: str, day: str):
    return lambda text, i: DateFact(id=i, **words(text, printed), kind="day", date_from=day, date_to=day, **_SURE)


def official(name: str, *positions: tuple[str, str | None], level: str | None = None):
    """Each position as (title, organization); "nguyên" before the title makes it a former one."""

    def make(text, i):
        held = [
            Position(
                **words(text, title), title=title, organization=body, organization_full=body,
                level="district" if body and "huyện" in body.casefold() else level, former=title.startswith("nguyên "),
            )
            for title, body in positions
        ]  # fmt: skip
        return Official(id=i, name=name, positions=held, mentions=[Span(**words(text, name))], **_SURE)

    return make


def count(printed: str, value: float, **slots):
    return lambda text, i: ModelCount(id=i, **words(text, printed), value=value, **slots, **_SURE)


def named(printed: str, name: str, **slots):
    return lambda text, i: NamedModel(id=i, **words(text, printed), name=name, **slots, **_SURE)


def award(printed: str, kind: str, code: str | None = None, to: list[dict] | None = None, **slots):
    return lambda text, i: Award(
        id=i, award=kind, kind_code=code, mentions=[Span(**words(text, printed))],
        recipients=[Recipients(**group) for group in to or ()], **slots, **_SURE,
    )  # fmt: skip


def place(name: str, code: str | None, unit: str | None = None, level="district", new: bool = False):
    era = {"valid_from": "2025-07-01"} if new else {"valid_to": "2025-06-30"}
    return lambda text, i: Place(
        id=i, name=name, unit=unit, code=code, level=level, **(era if code else {}),
        mentions=[Span(**words(text, name))], **_SURE,
    )  # fmt: skip


def write(path: Path, *records: Record) -> Path:
    path.write_text("".join(record.to_json() + "\n" for record in records), encoding="utf-8")
    return path


def folder(path: Path, *shards: list[Record]) -> Path:
    """An archive folder as `boctin extract` leaves it, as far as an index looks at it."""
    path.mkdir(exist_ok=True)
    (path / "manifest.json").write_text("{}", encoding="utf-8")
    for number, records in enumerate(shards):
        write(path / f"records-{number:05}.jsonl", *records)
    return path


def indexed(out: Path) -> sqlite3.Connection:
    return sqlite3.connect(index_archive(out).index)


def dump(connection: sqlite3.Connection, *tables: str, order: str = "1") -> dict[str, list]:
    return {t: connection.execute(f"SELECT * FROM {t} ORDER BY {order}").fetchall() for t in tables}
