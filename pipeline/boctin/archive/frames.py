"""`boctin.open`: an archive in a notebook, its tables as data frames of pandas or polars, whichever is installed."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from boctin.archive.connection import TIME_LIMIT, Connection, Parameters, Result
from boctin.archive.errors import ArchiveError
from boctin.archive.output import needed
from boctin.archive.ready import ask, questions
from boctin.archive.rows import inflated
from boctin.archive.schema import DAYS, FLAGS, TABLES, VIEWS
from boctin.archive.searching import Hit, search

Frames = Literal["pandas", "polars", "lists"]


class OpenArchive:
    """An archive, open for reading. Its tables are attributes: `archive.model_counts` is a data frame.

    Every access reads anew; days are dates and flags are booleans. Close it, or use it in a `with`.
    """

    def __init__(self, out: Path | str, frames: Frames | None = None, time_limit: float | None = TIME_LIMIT) -> None:
        self.frames: Frames = frames or (
            "pandas" if find_spec("pandas") else "polars" if find_spec("polars") else "lists"
        )
        self._connection = Connection(out, time_limit=time_limit)

    def __enter__(self) -> "OpenArchive":
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def __repr__(self) -> str:
        ((articles,),) = self._connection.sql("SELECT count(*) FROM articles").rows
        return f"<boctin archive {self._connection.index}: {articles} articles; tables {', '.join(self.tables)}>"

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.tables]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self.tables:
            raise AttributeError(f"an archive has no table {name!r}; it has: {', '.join(self.tables)}")
        return self[name]

    def __getitem__(self, name: str) -> Any:
        if name not in self.tables:
            raise KeyError(name)
        return self.sql(f"SELECT * FROM {name}")

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of its tables and views; docs/archive.md describes them."""
        return (*TABLES, *VIEWS)

    def sql(self, statement: str, parameters: Parameters = ()) -> Any:
        """Ask a statement: a data frame. Raises ArchiveError when it would write, takes too long or is no SQL."""
        return self._frame(self._connection.sql(statement, parameters))

    def question(self, name: str, **parameters: Any) -> Any:
        """Ask a ready question (`archive.questions` names them): a data frame."""
        return self._frame(ask(self._connection, name, parameters))

    @property
    def questions(self) -> dict[str, str]:
        """The ready questions by name, each with what it asks."""
        return {name: question.en for name, question in questions().items()}

    def search(self, words: str, *, limit: int = 20, offset: int = 0) -> list[Hit]:
        """Articles that hold the words, with or without diacritics as they are typed, the best first."""
        return search(self._connection, words, limit=limit, offset=offset)

    def record(self, article_id: str) -> dict[str, Any]:
        """The record of an article, in its JSON form. Raises KeyError when there is none."""
        return record(self._connection, article_id)

    def close(self) -> None:
        self._connection.close()

    def _frame(self, result: Result) -> Any:
        rows = list(result.rows)
        if self.frames == "lists":
            return [dict(zip(result.columns, row, strict=True)) for row in rows]
        return (_pandas if self.frames == "pandas" else _polars)(result.columns, rows)


def open_archive(
    out: Path | str, frames: Frames | None = None, *, time_limit: float | None = TIME_LIMIT
) -> OpenArchive:
    """Open an archive (a folder, a file of JSON lines or an index), bringing its index up to date.

    `frames` says what tables are given as: "pandas", "polars" or "lists" (of dicts); otherwise whichever is installed.
    Raises ArchiveError when there is no archive.

    >>> archive = open_archive("corpus/gold")  # doctest: +SKIP
    >>> archive.model_counts[["theme", "value"]]  # doctest: +SKIP
    """
    if frames in ("pandas", "polars"):
        needed(frames)
    elif frames not in (None, "lists"):
        raise ArchiveError(f"there are no frames {frames!r}; there are: pandas, polars, lists")
    return OpenArchive(out, frames, time_limit)


def record(connection: Connection, article_id: str) -> dict[str, Any]:
    """The record of an article, in its JSON form. Raises KeyError when there is none."""
    rows = connection.sql(
        "SELECT r.record, a.text FROM index_records r JOIN articles a ON a.id = r.article_id WHERE a.id = ?",
        (article_id,),
    ).rows
    for kept, text in rows:
        return inflated(kept, text)
    raise KeyError(article_id)


def _pandas(columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Any:
    import pandas as pd

    frame = pd.DataFrame.from_records(rows, columns=list(columns))
    for name in frame.columns[frame.columns.isin(DAYS)]:
        # Seconds, not nanoseconds: those end in 1677, and history does not begin there.
        frame[name] = frame[name].astype("datetime64[s]")
    for name in frame.columns[frame.columns.isin(FLAGS)]:
        frame[name] = frame[name].astype("boolean")
    return frame


def _polars(columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Any:
    import polars as pl

    frame = pl.DataFrame(rows, schema=list(columns), orient="row", infer_schema_length=None)
    days = [pl.col(c).cast(pl.String).str.to_date("%Y-%m-%d") for c in columns if c in DAYS]
    return frame.with_columns(days + [pl.col(c).cast(pl.Boolean) for c in columns if c in FLAGS])
