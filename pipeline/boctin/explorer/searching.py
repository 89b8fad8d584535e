"""The search box: words with or without diacritics, narrowed by place, time, kind of award and body."""

import sqlite3
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from boctin.archive import folded, match_expression

PAGE_SIZE: Final = 20
# Ranking and counting look at so many hits at most; the page says so when there are more.
MOST_HITS: Final = 5000
FACET_VALUES: Final = 12
# What stands before and after a hit in a snippet; no article's text can hold them after `clean`.
OPENED, CLOSED = "\ue000", "\ue001"

# For each facet: its condition, and the values of the hits with their names and numbers of articles.
_CONDITIONS: Final = {
    "province": "a.province = :province",
    "unit": "a.id IN (SELECT article_id FROM places WHERE unit_id = :unit)",
    "time": "a.day >= :time AND a.day < :time || '~'",
    "award": "a.id IN (SELECT article_id FROM awards WHERE kind_code = :award)",
    "body": "a.id IN (SELECT article_id FROM positions WHERE coalesce(organization_full, organization) = :body)",
    "outlet": "a.outlet = :outlet",
    "person": "a.id IN (SELECT article_id FROM officials WHERE person_id = :person)",
}
_ARTICLES = "temp.boctin_hits h JOIN articles a ON a.number = h.number"
_VALUES: Final = {
    "province": f"SELECT a.province, a.province, count(*) FROM {_ARTICLES} WHERE a.province IS NOT NULL GROUP BY 1",
    "time": f"SELECT a.year, a.year, count(*) FROM {_ARTICLES} WHERE a.year IS NOT NULL GROUP BY 1",
    "award": f"""SELECT w.kind_code, coalesce(k.vi, w.award), count(DISTINCT a.id) FROM {_ARTICLES}
        JOIN awards w ON w.article_id = a.id LEFT JOIN award_kinds k ON k.code = w.kind_code
        WHERE w.kind_code IS NOT NULL GROUP BY 1""",
    "body": f"""SELECT coalesce(p.organization_full, p.organization) AS body, coalesce(p.organization_full,
        p.organization), count(DISTINCT a.id) FROM {_ARTICLES} JOIN positions p ON p.article_id = a.id
        WHERE body IS NOT NULL GROUP BY 1""",
    "outlet": f"SELECT a.outlet, a.outlet, count(*) FROM {_ARTICLES} WHERE a.outlet IS NOT NULL GROUP BY 1",
}


class Value(NamedTuple):
    """One value of a facet: how many of the hits have it, and the search that takes it or lets it go."""

    name: str
    number: int
    chosen: bool
    query: str


def search(connection: sqlite3.Connection, asked: Mapping[str, str], page: int = 1) -> dict[str, Any]:
    """The articles that hold all words of `asked["q"]` and the chosen values of facets, and the facets of these.

    With words the best come first, without the newest.
    """
    words = asked.get("q", "").strip()
    chosen = {name: value for name in _CONDITIONS if (value := asked.get(name, "").strip())}
    expression = match_expression(words)
    held = {**({"q": words} if words else {}), **chosen}
    if words and not expression:
        total = _keep_hits(connection, "SELECT number, 0 FROM articles a WHERE 0", {})
    else:
        total = _keep_hits(connection, _hits(bool(expression), chosen), {**chosen, "expression": expression})
    most = min(total, MOST_HITS)
    pages = max(1, -(-most // PAGE_SIZE))
    page = min(max(page, 1), pages)
    return {
        "words": words,
        "chosen": chosen,
        "names": _names(connection, chosen),
        "total": most,
        "capped": total > MOST_HITS,
        "page": page,
        "pages": pages,
        "query": urlencode(held),
        "without": {name: urlencode({k: v for k, v in held.items() if k != name}) for name in chosen},
        "articles": _articles(connection, expression, page),
        "facets": {name: _facet(connection, name, held) for name in _VALUES},
        **(_subjects(connection, words) if words and page == 1 else {"people": [], "units": []}),
    }


def _hits(searched: bool, chosen: Mapping[str, str]) -> str:
    conditions = [_CONDITIONS[name] for name in chosen]
    if searched:
        where = " AND ".join(["article_search MATCH :expression", *conditions])
        joined = "article_search s JOIN articles a ON a.number = s.rowid" if chosen else "article_search s"
        return f"SELECT s.rowid, s.rank FROM {joined} WHERE {where}"
    where = " AND ".join(conditions) or "1"
    return f"SELECT a.number, row_number() OVER (ORDER BY a.day DESC, a.number) FROM articles a WHERE {where}"


def _keep_hits(connection: sqlite3.Connection, sql: str, values: Mapping[str, str]) -> int:
    """Put the hits into a table of this connection alone; more than MOST_HITS when there are more."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS boctin_hits (number INTEGER PRIMARY KEY, place REAL)")
    connection.execute("DELETE FROM temp.boctin_hits")
    order = "" if "article_search" in sql else " ORDER BY a.day DESC, a.number"
    kept = f"INSERT INTO temp.boctin_hits {sql}{order} LIMIT {MOST_HITS + 1}"
    return connection.execute(kept, values).rowcount


def _articles(connection: sqlite3.Connection, expression: str, page: int) -> list[dict[str, Any]]:
    rows = connection.execute(
        f"""SELECT a.id, a.number, a.title, a.outlet, a.day, a.province, st.articles AS printed, substr(a.text, 1, 600)
        AS text FROM {_ARTICLES} LEFT JOIN stories st ON st.id = a.story_id
        ORDER BY h.place, a.number LIMIT {PAGE_SIZE} OFFSET ?""",
        (PAGE_SIZE * (page - 1),),
    )
    names = [column[0] for column in rows.description]
    found = [dict(zip(names, row, strict=True)) for row in rows]
    for article in found:
        article["pieces"] = _snippet(connection, expression, article)
    return found


def _snippet(connection: sqlite3.Connection, expression: str, article: Mapping[str, Any]) -> list[tuple[str, bool]]:
    """Some words of an article as pieces (text, whether it is a hit)."""
    if not expression:
        body = article["text"].removeprefix(article["title"] or "").strip()
        return [(" ".join(body[:240].split()) + ("…" if len(body) > 240 else ""), False)]
    column = 3 if "title_plain" in expression else 1
    (shown,) = connection.execute(
        f"SELECT snippet(article_search, {column}, ?, ?, '…', 36) FROM article_search "
        "WHERE article_search MATCH ? AND rowid = ?",
        (OPENED, CLOSED, expression, article["number"]),
    ).fetchone()
    pieces = []
    for part in " ".join(shown.split()).split(OPENED):
        hit, closed, rest = part.partition(CLOSED)
        pieces += [(hit, True), (rest, False)] if closed else [(part, False)]
    return [piece for piece in pieces if piece[0]]


def _facet(connection: sqlite3.Connection, name: str, held: Mapping[str, str]) -> list[Value]:
    rows = connection.execute(f"{_VALUES[name]} ORDER BY 3 DESC, 2 LIMIT {FACET_VALUES}").fetchall()
    values = []
    for key, shown, number in rows:
        taken = held.get(name) == str(key)
        query = {k: v for k, v in held.items() if k != name} if taken else {**held, name: key}
        values.append(Value(str(shown), number, taken, urlencode(query)))
    return sorted(values, key=lambda value: value.name, reverse=True) if name == "time" else values


def _names(connection: sqlite3.Connection, chosen: Mapping[str, str]) -> dict[str, str]:
    """What the chosen values are called where the key is a code."""
    named = {
        "unit": "SELECT name FROM units WHERE id = ?",
        "award": "SELECT vi FROM award_kinds WHERE code = ?",
        "person": "SELECT name FROM people WHERE id = ?",
    }
    found = dict(chosen)
    for name in named.keys() & chosen.keys():
        if row := connection.execute(named[name], (chosen[name],)).fetchone():
            found[name] = row[0]
    return found


def _subjects(connection: sqlite3.Connection, words: str) -> dict[str, list[tuple[str, ...]]]:
    """People and places of that name, diacritics or not."""
    like = folded(words.replace('"', "")).replace("%", "").replace("_", "")
    if not like:
        return {"people": [], "units": []}
    people = connection.execute(
        "SELECT id, name, body, articles FROM people WHERE name_plain LIKE ? ORDER BY articles DESC, name LIMIT 5",
        (f"%{like}%",),
    )
    units = connection.execute(
        "SELECT id, name, coalesce(nullif(district, name), nullif(province, name)), valid_to FROM units "
        "WHERE name_plain LIKE ? ORDER BY length(name_plain), id LIMIT 5",
        (f"%{like}",),
    )
    return {"people": people.fetchall(), "units": units.fetchall()}
