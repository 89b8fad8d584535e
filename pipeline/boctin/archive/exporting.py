"""An archive's tables as files: one for each table."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from boctin import __version__
from boctin.archive.connection import Connection
from boctin.archive.errors import ArchiveError
from boctin.archive.output import EXCEL_ROWS, write_csv, write_parquet, write_xlsx
from boctin.archive.schema import DAYS, TABLES, types_of

Format = Literal["csv", "xlsx", "parquet", "datapackage"]
_SUFFIX: dict[Format, str] = {"csv": ".csv", "xlsx": ".xlsx", "parquet": ".parquet", "datapackage": ".csv"}


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and how many cells were cut because Excel holds no longer ones."""

    folder: Path
    files: tuple[Path, ...]
    cut_cells: int


def export(out: Path | str, folder: Path | str, form: Format = "csv") -> Exported:
    """Write every table of an archive into a folder, each whole or not at all.

    `csv` is for Excel (byte order mark, formulas made text), `datapackage` is plain CSV with a datapackage.json that
    tells of columns, types and keys. Raises ArchiveError when there is no archive or the folder cannot be written.
    """
    if form not in _SUFFIX:
        raise ArchiveError(f"there is no format {form!r}; there are: {', '.join(_SUFFIX)}")
    folder = Path(folder)
    work = folder / f".partial-{os.getpid()}"
    try:
        with Connection(out, time_limit=None) as connection:
            work.mkdir(parents=True)
            cut = sum(_write(connection, table, work, form) for table in TABLES)
            if form == "datapackage":
                _write_package(connection, work)
            for path in sorted(folder.glob("*")):
                # A table that took two files and now takes one leaves no second behind.
                if path.suffix == _SUFFIX[form] and path.stem.rstrip("0123456789").rstrip("-") in TABLES:
                    path.unlink()
            files = [path.replace(folder / path.name) for path in sorted(work.iterdir())]
        return Exported(folder, tuple(files), cut)
    except OSError as error:
        raise ArchiveError(f"{folder} cannot be written: {error.strerror or error}") from None
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(work)


def _write(connection: Connection, table: str, folder: Path, form: Format) -> int:
    """Write a table; how many cells were cut."""
    types = types_of(connection.sqlite, table)
    columns = ", ".join(types)
    path = folder / f"{table}{_SUFFIX[form]}"
    result = connection.sql(f"SELECT {columns} FROM {table} ORDER BY {next(iter(types))}")
    if form == "parquet":
        write_parquet(path, result.columns, result.rows, types)
    elif form == "xlsx":
        (rows,) = next(connection.sql(f"SELECT count(*) FROM {table}").rows)
        parts = [path] if rows <= EXCEL_ROWS else [_part(path, n) for n in range(1, -(-rows // EXCEL_ROWS) + 1)]
        return sum(write_xlsx(part, result.columns, _first(result.rows, EXCEL_ROWS), DAYS).cells for part in parts)
    else:
        for_excel = form == "csv"
        with path.open("w", encoding="utf-8-sig" if for_excel else "utf-8", newline="") as stream:
            write_csv(stream, result.columns, result.rows, for_excel=for_excel)
    return 0


def _part(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}-{number}{path.suffix}")


def _first(rows: Iterator[Any], most: int) -> Iterator[Any]:
    from itertools import islice

    return islice(rows, most)


_FIELD = {"text": "string", "integer": "integer", "real": "number", "day": "date", "flag": "boolean"}


def _write_package(connection: Connection, folder: Path) -> None:
    """datapackage.json of the Data Package standard (v1): the files, their columns and keys."""
    resources = [_resource(connection, table) for table in TABLES]
    package = {"name": "boctin-archive", "title": "boctin", "version": __version__, "resources": resources}
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def _resource(connection: Connection, table: str) -> dict[str, Any]:
    fields = []
    for name, kind in types_of(connection.sqlite, table).items():
        field = {"name": name, "type": _FIELD[kind]}
        fields.append(field | ({"trueValues": ["1"], "falseValues": ["0"]} if kind == "flag" else {}))
    keys = [
        {"fields": column, "reference": {"resource": "" if target == table else target, "fields": to}}
        for _, _, target, column, to, *_ in connection.sql(f"PRAGMA foreign_key_list({table})").rows
    ]
    return {
        "name": table,
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": fields,
            "primaryKey": fields[0]["name"],
            "missingValues": [""],
            "foreignKeys": sorted(keys, key=lambda key: key["fields"]),
        },
    }
