"""Parquet, by pyarrow: a batch of rows in memory at a time, and of its columns only those that hold articles."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from boctin.article import Article
from boctin.readers.documents import Document, faulty
from boctin.readers.faults import Fault
from boctin.readers.formats import article_of_row
from boctin.readers.limits import FIELDS, Reading

_BATCH = 256


def read_parquet(stream: BinaryIO, source: str, reading: Reading) -> Iterator[Document]:
    """One article per row, from the named columns."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        yield faulty(source, "missing_library", "reading Parquet needs pyarrow: pip install 'boctin[parquet]'")
        return
    number = 0
    try:
        file = parquet.ParquetFile(stream)
        names = set(file.schema_arrow.names)
        if reading.column("text") not in names:
            yield faulty(source, "format", f"no column `{reading.column('text')}`; it has {', '.join(sorted(names))}")
            return
        wanted = [name for name in map(reading.column, FIELDS) if name in names]
        for batch in file.iter_batches(batch_size=_BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _row(row, source, f"{source}:{number}", reading)
    except (ArrowException, OSError, UnicodeDecodeError) as error:
        yield faulty(f"{source}:{number + 1}", "format", f"damaged Parquet: {error}; the rest of the file is not read")
        return
    if not number:
        yield faulty(source, "empty", "empty: it holds no rows")


def _row(row: dict[str, Any], source: str, name: str, reading: Reading) -> Document:
    def load() -> Article:
        published = reading.column("published")
        stated = row.get(published)
        if isinstance(stated, date | datetime):
            row[published] = stated.isoformat()
        text = row.get(reading.column("text"))
        if isinstance(text, str) and len(text) > reading.limits.max_bytes:
            raise Fault("too_large", f"larger than the limit of {reading.limits.max_bytes:,} bytes (max_bytes)")
        return article_of_row(row, source, name, reading)

    return Document(name, load)
