"""People: officials of many articles who are one person."""

import sqlite3


def link_people(connection: sqlite3.Connection) -> None:
    """Fill `people` and `officials.person_id` for all articles."""
    connection.execute("UPDATE officials SET person_id = NULL")
    connection.execute("DELETE FROM people")
