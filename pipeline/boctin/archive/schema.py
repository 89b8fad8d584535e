"""The tables of an index, as schema.sql makes them."""

import sqlite3
from pathlib import Path

SCHEMA = 3
"""Number of the schema (`PRAGMA user_version`); an index of another number is made anew."""

APPLICATION_ID = 0x626F6374
"""`boct`: what tells an index from any other SQLite file (`PRAGMA application_id`)."""

FACT_TABLES = ("dates", "officials", "model_counts", "other_counts", "named_models", "awards", "places")
ARTICLE_TABLES = ("mentions", "recipients", "positions", *FACT_TABLES)
"""Tables whose rows belong to one article, those that refer to others first."""

TABLES = (
    "articles", "stories", "dates", "people", "officials", "positions", "places", "units", "model_counts",
    "other_counts", "named_models", "awards", "award_kinds", "recipients", "mentions",
)  # fmt: skip
VIEWS = ("facts", "models_told", "awards_told", "positions_told", "positions_held", "place_timeline")


def create_tables(connection: sqlite3.Connection) -> None:
    """Make all tables and views in an empty database."""
    connection.executescript((Path(__file__).parent / "schema.sql").read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether a database is an index of this schema."""
    (version,), (application,) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")
    )
    return (version, application) == (SCHEMA, APPLICATION_ID)


DAYS = frozenset(
    {"day", "date_from", "date_to", "event_date", "first_day", "last_day", "valid_from", "valid_to"}
    | {"first_told", "last_told", "former_by"}
)
"""Columns that hold an ISO day."""

FLAGS = frozenset({"former", "ambiguous"})
"""Columns that hold 0 or 1."""

_TYPES = {"TEXT": "text", "INTEGER": "integer", "REAL": "real"}


def types_of(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns of a table with what they hold: text, integer, real, day or flag."""
    types = {}
    for _, name, declared, *_ in connection.execute(f"PRAGMA table_info({table})"):
        types[name] = "day" if name in DAYS else "flag" if name in FLAGS else _TYPES.get(declared, "text")
    return types
