"""Rows into CSV, JSON, Excel and Parquet.

A cell that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a return) is text here: in Excel
files it is written as text, in CSV an apostrophe stands before it. Text from the web must not become code.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any

from boctin.archive.errors import ArchiveError

Row = tuple[Any, ...]

EXCEL_ROWS = 1_048_575
EXCEL_CHARACTERS = 32_767
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDTH = 16
_BATCH = 2_000
_EPOCH = datetime(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Cut:
    """What a format could not hold: cells that were cut to Excel's longest."""

    cells: int = 0


def write_csv(stream: IO[str], columns: Iterable[str], rows: Iterable[Row], *, for_excel: bool = True) -> None:
    """Write CSV; for Excel, formulas are made text (the byte order mark is that of the stream's encoding)."""
    writer = csv.writer(stream, lineterminator="\r\n" if for_excel else "\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(map(_harmless, row) if for_excel else row)


def _harmless(value: Any) -> Any:
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def write_json(stream: IO[str], columns: Iterable[str], rows: Iterable[Row]) -> None:
    """Write a list of objects, one to a line."""
    columns, before = tuple(columns), "["
    for row in rows:
        stream.write(f"{before}\n{json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False)}")
        before = ","
    stream.write("[]\n" if before == "[" else "\n]\n")


def write_xlsx(target: Path | IO[bytes], columns: Iterable[str], rows: Iterable[Row], days: Iterable[str] = ()) -> Cut:
    """Write one sheet; cells longer than Excel holds are cut, and how many is told."""
    xlsxwriter = needed("xlsxwriter")
    columns, days = tuple(columns), set(days)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(target) if isinstance(target, Path) else target, options)
    # The same tables give the same file.
    book.set_properties({"created": _EPOCH})
    sheet = book.add_worksheet()
    head, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 0)
    if columns:
        sheet.set_column(0, len(columns) - 1, _WIDTH)
    for number, name in enumerate(columns):
        sheet.write_string(0, number, name, head)
    is_day, cut, line = [name in days for name in columns], 0, 0
    for line, row in enumerate(rows, 1):
        if line > EXCEL_ROWS:
            raise ArchiveError(f"Excel holds {EXCEL_ROWS:,} rows to a sheet, and there are more; use CSV or Parquet")
        for number, value in enumerate(row):
            if isinstance(value, str) and not (is_day[number] and _write_day(sheet, line, number, value, day)):
                cut += len(value) > EXCEL_CHARACTERS
                sheet.write_string(line, number, _NOT_IN_XML.sub(" ", value[:EXCEL_CHARACTERS]))
            elif isinstance(value, int | float):
                sheet.write_number(line, number, value)
    if columns:
        sheet.autofilter(0, 0, line, len(columns) - 1)
    book.close()
    return Cut(cut)


def _write_day(sheet: Any, line: int, number: int, value: str, style: Any) -> bool:
    """Write a day as Excel has it; its calendar begins in 1900, and is right from March of that year."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return False
    if day < date(1900, 3, 1):
        return False
    sheet.write_datetime(line, number, day, style)
    return True


def write_parquet(
    target: Path | IO[bytes], columns: Iterable[str], rows: Iterable[Row], types: Mapping[str, str] | None = None
) -> None:
    """Write Parquet. `types` says text, integer, real, flag or day by column; without it the values say so."""
    needed("pyarrow")
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = tuple(columns)
    if types is None:
        rows = list(rows)
        types = {name: _type_of(row[i] for row in rows) for i, name in enumerate(columns)}
    arrow = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64(), "flag": pa.bool_(), "day": pa.date32()}
    schema = pa.schema([(name, arrow[types[name]]) for name in columns])
    convert = [_CONVERT[types[name]] for name in columns]
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            held = zip(*batch, strict=True)
            arrays = [[None if v is None else to(v) for v in values] for to, values in zip(convert, held, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


_CONVERT: dict[str, Callable[[Any], Any]] = {
    "text": str,
    "integer": int,
    "real": float,
    "flag": bool,
    "day": lambda value: date.fromisoformat(value),
}


def _type_of(values: Iterable[Any]) -> str:
    kinds = {type(value) for value in values if value is not None}
    if kinds == {int}:
        return "integer"
    return "real" if kinds and kinds <= {int, float} else "text"


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(rows)
    for first in iterator:
        yield [first, *islice(iterator, _BATCH - 1)]


def needed(module: str) -> Any:
    """Import a module that an extra brings. Raises ArchiveError that says which."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        raise ArchiveError(f"this needs {module}; install it with: pip install 'boctin[archive]'") from None
