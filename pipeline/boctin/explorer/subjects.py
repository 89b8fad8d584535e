"""One article, one person, one place, as their pages tell of them."""

import sqlite3
from typing import Any

from boctin.archive.rows import inflated

Rows = list[dict[str, Any]]

# A unit (the first parameter), and the units in it: a province's districts, and their communes.
_WITHIN = """(WITH RECURSIVE held(id) AS (
    VALUES (?1) UNION SELECT units.id FROM units JOIN held ON units.above_id = held.id) SELECT id FROM held)"""


def article_record(connection: sqlite3.Connection, article_id: str) -> dict[str, Any] | None:
    """The record of an article in its JSON form, or None when it is not in the index."""
    row = connection.execute(
        "SELECT r.record, a.text FROM index_records r JOIN articles a ON a.id = r.article_id WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    return inflated(*row) if row else None


def article_links(connection: sqlite3.Connection, article_id: str) -> dict[str, Any]:
    """Where the facts of an article lead: fact -> person, fact -> unit; and the same story in other outlets."""
    people = connection.execute(
        "SELECT fact, person_id FROM officials WHERE article_id = ? AND person_id IS NOT NULL", (article_id,)
    )
    units = connection.execute(
        """SELECT fact, unit_id FROM places WHERE article_id = :id AND unit_id IS NOT NULL
        UNION ALL SELECT fact, unit_id FROM model_counts WHERE article_id = :id AND unit_id IS NOT NULL
        UNION ALL SELECT fact, unit_id FROM named_models WHERE article_id = :id AND unit_id IS NOT NULL""",
        {"id": article_id},
    )
    same = _rows(
        connection,
        """SELECT b.id, b.title, b.outlet, b.day FROM articles a JOIN articles b ON b.story_id = a.story_id
        WHERE a.id = ? AND b.id <> a.id ORDER BY b.day LIMIT 20""",
        article_id,
    )
    return {"people": dict(people.fetchall()), "units": dict(units.fetchall()), "same_story": same}


def person(connection: sqlite3.Connection, person_id: str) -> dict[str, Any] | None:
    """A person, the positions told of them by time, and the articles; None when there is no such person."""
    found = _rows(connection, "SELECT * FROM people WHERE id = ?", person_id)
    if not found:
        return None
    return {
        "person": found[0],
        "positions": _rows(
            connection,
            """SELECT title, organization, branch, level, first_told, last_told, former_by, stories
            FROM positions_held WHERE person_id = ? ORDER BY coalesce(first_told, former_by) DESC, stories DESC""",
            person_id,
        ),
        "articles": _rows(
            connection,
            """SELECT a.id, a.title, a.day, a.outlet, min(o.fact) AS fact FROM officials o
            JOIN articles a ON a.id = o.article_id WHERE o.person_id = ?
            GROUP BY a.id ORDER BY a.day DESC LIMIT 200""",
            person_id,
        ),
        "namesakes": _rows(
            connection,
            "SELECT id, name, body FROM people WHERE name_plain = ? AND id <> ? ORDER BY articles DESC LIMIT 10",
            found[0]["name_plain"],
            person_id,
        ),
    }


def place(connection: sqlite3.Connection, unit_id: str) -> dict[str, Any] | None:
    """An administrative unit: counts of models and named models in it, articles, the units in it; or None."""
    found = _rows(
        connection,
        """SELECT u.*, up.name AS above_name FROM units u LEFT JOIN units up ON up.id = u.above_id WHERE u.id = ?""",
        unit_id,
    )
    if not found:
        return None
    return {
        "unit": found[0],
        "within": _rows(
            connection, "SELECT id, name, level FROM units WHERE above_id = ? ORDER BY name LIMIT 200", unit_id
        ),
        "models": _rows(
            connection,
            f"""SELECT m.text, m.value, m.theme, m.status, m.qualifier, m.date_from, m.date_to, m.article_id, c.fact,
            m.title, m.day, m.unit, m.unit_id FROM models_told m JOIN model_counts c ON c.id = m.id
            WHERE m.unit_id IN {_WITHIN}
            ORDER BY m.unit_id <> ?1, coalesce(m.date_to, m.day) DESC, m.value DESC LIMIT 200""",
            unit_id,
        ),
        "named": _rows(
            connection,
            f"""SELECT n.name, n.theme, n.article_id, n.fact, a.day, u.name AS unit, u.id AS unit_id FROM named_models n
            JOIN articles a ON a.id = n.article_id JOIN units u ON u.id = n.unit_id
            WHERE n.unit_id IN {_WITHIN} AND a.story_id = a.id
            ORDER BY n.unit_id <> ?1, a.day DESC LIMIT 200""",
            unit_id,
        ),
        "articles": _rows(
            connection,
            """SELECT a.id, a.title, a.day, a.outlet, p.fact, p.mentions,
            (SELECT count(*) FROM awards w WHERE w.article_id = a.id) AS awards
            FROM places p JOIN articles a ON a.id = p.article_id WHERE p.unit_id = ? AND a.story_id = a.id
            ORDER BY a.day DESC LIMIT 200""",
            unit_id,
        ),
    }


def _rows(connection: sqlite3.Connection, sql: str, *values: Any) -> Rows:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
