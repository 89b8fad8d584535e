"""The search box: words with or without diacritics, narrowed by place, time, kind of award and body."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from boctin.archive import folded
from boctin.archive.folding import Words

PAGE_SIZE: Final = 20
# Ranking and counting look at so many hits at most; the page says so when there are more.
MOST_HITS: Final = 2000
FACET_VALUES: Final = 12
_SNIPPET, _BEFORE = 240, 90

# For each facet its condition.
_CONDITIONS: Final = {
    "province": "a.province = :province",
    "unit": "a.id IN (SELECT article_id FROM places WHERE unit_id = :unit)",
    "time": "a.day >= :time AND a.day < :time || '~'",
    "award": "a.id IN (SELECT article_id FROM awards WHERE kind_code = :award)",
    "body": "a.id IN (SELECT article_id FROM positions WHERE coalesce(organization_full, organization) = :body)",
    "outlet": "a.outlet = :outlet",
    "person": "a.id IN (SELECT article_id FROM officials WHERE person_id = :person)",
}
# In this order (CROSS JOIN), over indexes that hold all that is asked: rows of articles are long.
_ARTICLES = "temp.boctin_hits h CROSS JOIN articles a INDEXED BY articles_facets ON a.number = h.number"
_KEPT = "(SELECT number FROM temp.boctin_hits)"
# Values of facets that are not columns of articles: key, name, number of the hits.
_VALUES: Final = {
    "award": f"""SELECT w.kind_code, coalesce(k.vi, w.award), count(DISTINCT a.id) FROM {_ARTICLES}
        CROSS JOIN awards w ON w.article_id = a.id LEFT JOIN award_kinds k ON k.code = w.kind_code
        WHERE w.kind_code IS NOT NULL GROUP BY 1""",
    "body": f"""SELECT coalesce(p.organization_full, p.organization) AS body, coalesce(p.organization_full,
        p.organization), count(DISTINCT a.id) FROM {_ARTICLES} CROSS JOIN positions p ON p.article_id = a.id
        WHERE body IS NOT NULL GROUP BY 1""",
}


class Value(NamedTuple):
    """One value of a facet: how many of the hits have it, and the search that takes it or lets it go."""

    name: str
    number: int
    chosen: bool
    query: str


def search(connection: sqlite3.Connection, asked: Mapping[str, str], page: int = 1) -> dict[str, Any]:
    """The articles that hold all words of `asked["q"]` and the chosen values of facets, and the facets of these.

    First those with all words in the title, then one after the other, then anywhere; each time the newest first.
    """
    words = asked.get("q", "").strip()
    chosen = {name: value for name in _CONDITIONS if (value := asked.get(name, "").strip())}
    asked_words = Words.of(words)
    held = {**({"q": words} if words else {}), **chosen}
    total = _keep_hits(connection, list(asked_words.tiers()) if words else None, chosen)
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
        "articles": _articles(connection, asked_words, page),
        "facets": _facets(connection, held),
        **(_subjects(connection, words) if words and page == 1 else {"people": [], "units": []}),
    }


def _keep_hits(connection: sqlite3.Connection, tiers: Sequence[str] | None, chosen: Mapping[str, str]) -> int:
    """Put the hits into a table of this connection alone; more than MOST_HITS when there are more.

    `tiers` are expressions from the narrowest to the widest, None when no words are looked for. SQLite's own ranking
    would look at every article that holds the words, however common they are.
    """
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS boctin_hits (number INTEGER PRIMARY KEY, place INTEGER)")
    connection.execute("DELETE FROM temp.boctin_hits")
    conditions = [_CONDITIONS[name] for name in chosen]
    kept = 0
    for place, expression in enumerate([""] if tiers is None else tiers):
        searched = ["a.number IN (SELECT rowid FROM article_search WHERE article_search MATCH :expression)"]
        where = " AND ".join([*(searched if expression else ()), *conditions]) or "1"
        if expression and not chosen:
            found = f"""SELECT rowid, :place FROM article_search
                WHERE article_search MATCH :expression AND rowid NOT IN {_KEPT}"""
        else:
            found = (
                f"SELECT a.number, :place FROM articles a WHERE {where} AND number NOT IN {_KEPT} ORDER BY a.day DESC"
            )
        values = {**chosen, "expression": expression, "place": place, "left": MOST_HITS + 1 - kept}
        kept += connection.execute(f"INSERT INTO temp.boctin_hits {found} LIMIT :left", values).rowcount
        if kept > MOST_HITS:
            break
    # Python has begun a transaction, which would stay open on a connection that is used again.
    connection.commit()
    return kept


def _articles(connection: sqlite3.Connection, words: Words, page: int) -> list[dict[str, Any]]:
    rows = connection.execute(
        f"""SELECT a.id, a.title, a.outlet, a.day, a.province, st.articles AS printed, a.text
        FROM (SELECT a.number, h.place, a.day, a.id FROM {_ARTICLES}
            ORDER BY h.place, a.day DESC, a.id LIMIT {PAGE_SIZE} OFFSET ?) h
        CROSS JOIN articles a ON a.number = h.number LEFT JOIN stories st ON st.id = a.story_id
        ORDER BY h.place, h.day DESC, h.id""",
        (PAGE_SIZE * (page - 1),),
    )
    names = [column[0] for column in rows.description]
    found = [dict(zip(names, row, strict=True)) for row in rows]
    for article in found:
        article["pieces"] = _snippet(article.pop("text"), words)
    return found


def _snippet(text: str, words: Words) -> list[tuple[str, bool]]:
    """Some words of an article as pieces (text, whether it is a hit): around the first hit below the headline."""
    body = text.find("\n") + 1
    spans = list(islice(words.found_in(text), 200))
    first = next((span for span in spans if span[0] >= body), spans[0] if spans else (body, body))
    start = max(text.rfind(" ", 0, max(first[0] - _BEFORE, 0)) + 1, body if first[0] >= body else 0)
    end = min(max(start + _SNIPPET, first[1]), len(text))
    pieces, at = [("… " if start > body else "", False)], start
    for hit_start, hit_end in spans:
        if start <= hit_start and hit_end <= end:
            pieces += [(text[at:hit_start], False), (text[hit_start:hit_end], True)]
            at = hit_end
    pieces += [(text[at:end], False), (" …" if end < len(text) else "", False)]
    return [piece for piece in pieces if piece[0]]


def _facets(connection: sqlite3.Connection, held: Mapping[str, str]) -> dict[str, list[Value]]:
    """The values of each facet that most of the hits have."""
    columns = list(zip(*connection.execute(f"SELECT a.province, a.year, a.outlet FROM {_ARTICLES}"), strict=True))
    counted = [Counter(column) for column in columns] or [Counter[Any]()] * 3
    rows = {
        name: [(key, key, number) for key, number in counts.items() if key is not None]
        for name, counts in zip(("province", "time", "outlet"), counted, strict=True)
    }
    rows |= {name: connection.execute(sql).fetchall() for name, sql in _VALUES.items()}
    return {name: _values(name, rows[name], held) for name in ("province", "time", "award", "body", "outlet")}


def _values(name: str, rows: list[tuple[Any, Any, int]], held: Mapping[str, str]) -> list[Value]:
    values = []
    for key, shown, number in sorted(rows, key=lambda row: (-row[2], str(row[1])))[:FACET_VALUES]:
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
