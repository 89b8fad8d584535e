"""The search box: words to articles, the best first, in a time that hardly grows with how common the words are.

SQLite's own ranking (bm25) must look at every article that holds the words, and Vietnamese words are made of few and
common syllables. So articles are looked for in tiers, each stopped when enough are found: all words in the title, the
words one after the other, all words anywhere. Within a tier a phrase in the title comes first, then the newest.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from boctin.archive.connection import Connection
from boctin.archive.folding import Words

MOST = 200
"""Articles that a search finds; who looks for more gives more words, or asks in SQL."""

_AROUND = 90
_LONGEST = 260


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found. `marks` are the words looked for, as offsets of `snippet`, words of the article."""

    article_id: str
    story_id: str
    title: str | None
    day: str | None
    outlet: str | None
    province: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


def search(connection: Connection, words: str, *, limit: int = 20, offset: int = 0) -> list[Hit]:
    """Articles that hold all words, with or without diacritics as they are typed; "…" asks for a phrase.

    At most `MOST` are found in all. Raises ArchiveError when it takes longer than the connection's limit.
    """
    asked = Words.of(words)
    numbers = itertools.islice(_numbers(connection, asked), offset, offset + limit)
    return [_hit(connection, number, asked) for number in numbers]


def _numbers(connection: Connection, words: Words) -> Iterator[int]:
    seen: set[int] = set()
    for expression in words.tiers():
        rows = connection.sql(
            "SELECT number, title FROM articles WHERE number IN "
            "(SELECT rowid FROM article_search WHERE article_search MATCH ? LIMIT ?) ORDER BY day DESC, id",
            (expression, MOST),
        ).rows
        found = [(number, title or "") for number, title in rows if number not in seen]
        for number, _ in sorted(found, key=lambda row: not words.stand_together(row[1])):
            if len(seen) == MOST:
                return
            seen.add(number)
            yield number


def _hit(connection: Connection, number: int, words: Words) -> Hit:
    columns = "id, story_id, title, day, outlet, province, text"
    ((*told, text),) = connection.sql(f"SELECT {columns} FROM articles WHERE number = ?", (number,)).rows
    article_id, story_id, title, day, outlet, province = told
    return Hit(article_id, story_id, title, day, outlet, province, *_snippet(text, words))


def _snippet(text: str, words: Words) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words around the first hit below the headline, or around the first of all."""
    spans = list(itertools.islice(words.found_in(text), 200))
    body = text.find("\n") + 1
    first = next((span for span in spans if span[0] >= body), spans[0] if spans else (body, body))
    start = max(text.rfind(" ", 0, max(first[0] - _AROUND, 0)) + 1, text.rfind("\n", 0, first[0]) + 1)
    end = text.find("\n", first[1])
    end = min(len(text) if end < 0 else end, start + _LONGEST)
    if end < len(text) and end == start + _LONGEST:
        end = max(text.rfind(" ", start, end), first[1])
    return text[start:end], tuple((a - start, b - start) for a, b in spans if start <= a and b <= end)
