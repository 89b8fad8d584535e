"""Many records as one database: an SQLite index with plain tables, full text, ready questions and exports.

source.py      what an archive is made of;  schema.sql, schema.py  the tables (docs/archive.md describes them)
index.py       records into an index, made or brought up to date;  writing.py, rows.py, units.py  its rows
stories.py     one story that several outlets print;  people.py  one person in many articles
folding.py     words as they are searched, with diacritics or without
commands.py    the commands of an archive
"""

from typing import TYPE_CHECKING, Any

from boctin.archive.errors import ArchiveError

if TYPE_CHECKING:
    from boctin.archive.folding import folded, match_expression
    from boctin.archive.index import Indexed, index_archive, up_to_date

__all__ = ["ArchiveError", "Indexed", "folded", "index_archive", "match_expression", "up_to_date"]

_HOME = {
    "Indexed": "boctin.archive.index",
    "folded": "boctin.archive.folding",
    "index_archive": "boctin.archive.index",
    "match_expression": "boctin.archive.folding",
    "up_to_date": "boctin.archive.index",
}


def __getattr__(name: str) -> Any:
    # The command line imports this package for every command; what an index needs is loaded with the first use.
    if name not in _HOME:
        raise AttributeError(f"module 'boctin.archive' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
