"""Many records as one database: an SQLite index with plain tables, full text, ready questions and exports.

source.py      what an archive is made of;  schema.sql, schema.py  the tables (docs/archive.md describes them)
index.py       records into an index, made or brought up to date;  writing.py, rows.py, units.py  its rows
stories.py     one story that several outlets print;  people.py  one person in many articles
folding.py     words as they are searched, with diacritics or without
connection.py  an index opened for reading alone;  searching.py  the search box;  ready.py  the questions of questions/
output.py, exporting.py  rows and tables as files;  frames.py  `boctin.open`;  commands.py  the commands of an archive
"""

from typing import TYPE_CHECKING, Any

from boctin.archive.errors import ArchiveError

if TYPE_CHECKING:
    from boctin.archive.connection import Connection, add_functions
    from boctin.archive.exporting import export
    from boctin.archive.folding import folded, match_expression
    from boctin.archive.frames import OpenArchive, open_archive, record
    from boctin.archive.index import Indexed, index_archive, up_to_date
    from boctin.archive.ready import Question, ask, questions
    from boctin.archive.searching import Hit, search

__all__ = [
    "ArchiveError", "Connection", "Hit", "Indexed", "OpenArchive", "Question", "add_functions", "ask", "export",
    "folded", "index_archive", "match_expression", "open_archive", "questions", "record", "search", "up_to_date",
]  # fmt: skip

_HOME = {
    "connection": ("Connection", "add_functions"),
    "exporting": ("export",),
    "folding": ("folded", "match_expression"),
    "frames": ("OpenArchive", "open_archive", "record"),
    "index": ("Indexed", "index_archive", "up_to_date"),
    "ready": ("Question", "ask", "questions"),
    "searching": ("Hit", "search"),
}


def __getattr__(name: str) -> Any:
    # The command line imports this package for every command; what an index needs is loaded with the first use.
    from importlib import import_module

    for module, names in _HOME.items():
        if name in names:
            return getattr(import_module(f"boctin.archive.{module}"), name)
    raise AttributeError(f"module 'boctin.archive' has no attribute {name!r}")
