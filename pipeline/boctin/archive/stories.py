"""Stories: one press story that several outlets print, told once.

Two articles tell one story when they share most of their runs of five syllables and appeared within days of each
other. MinHash and LSH (datasketch) propose the pairs, the runs themselves decide. What hangs together by such pairs is
one story; the article that appeared first stands for it. A form text that is told anew each week (prices, weather) is
another story each time.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from importlib.util import find_spec

import regex

from boctin.archive.components import Components
from boctin.archive.folding import plain

SHARED = 0.6
"""The share of runs (Jaccard) from which two articles tell one story. In real news an outlet's next article
on a matter repeats up to half of its last one."""

DAYS_APART = 7
_RUN = 5
_SAMPLE = 4
"""One run in so many is looked at, chosen by its first syllable: the same run is chosen in every article."""

_FEWEST_RUNS = 8
"""An article with fewer is too short to be told a reprint by its runs: only one of the very same words is."""

_PERMUTATIONS, _SEED, _SCHEME = 64, 1, "affine32"
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")


def can_link() -> bool:
    """Whether datasketch is installed (extra `archive`); without it every article is its own story."""
    return find_spec("datasketch") is not None


def link_stories(connection: sqlite3.Connection) -> None:
    """Fill `stories` and `articles.story_id` for all articles."""
    rows = connection.execute("SELECT id, day, characters FROM articles ORDER BY id").fetchall()
    days = {article: day for article, day, _ in rows}
    stories = Components(days)
    if can_link():
        _sign(connection)
        for first, second in _proposed(connection):
            if _near(days[first], days[second]) and _share(connection, first, second) >= SHARED:
                stories.join(first, second)
    size = {article: characters for article, _, characters in rows}
    connection.execute("DELETE FROM stories")
    for group in stories.groups():
        first = min(group, key=lambda article: (days[article] or "9999", -size[article], article))
        told = [days[article] for article in group if days[article]]
        row = (first, min(told, default=None), max(told, default=None), len(group), first)
        connection.execute("INSERT INTO stories SELECT ?, title, ?, ?, ? FROM articles WHERE id = ?", row)
        connection.executemany("UPDATE articles SET story_id = ? WHERE id = ?", ((first, article) for article in group))


def runs_of(text: str) -> frozenset[int]:
    """The runs of five syllables of a text that are looked at, as checksums; diacritics and case do not count."""
    words = _WORD.findall(plain(text).casefold())
    starts = (n for n in range(len(words) - _RUN + 1) if _opens(words[n]))
    runs = frozenset(zlib.crc32(" ".join(words[n : n + _RUN]).encode()) for n in starts)
    return runs if len(runs) >= _FEWEST_RUNS else frozenset({zlib.crc32(" ".join(words).encode())})


@lru_cache(maxsize=65536)
def _opens(word: str) -> bool:
    return zlib.crc32(word.encode()) % _SAMPLE == 0


def _sign(connection: sqlite3.Connection) -> None:
    """Give every article that has none its MinHash."""
    import numpy as np
    from datasketch import MinHash

    sql = "SELECT article_id FROM index_records WHERE minhash IS NULL ORDER BY article_id"
    empty = MinHash(num_perm=_PERMUTATIONS, seed=_SEED, hashfunc=int, scheme=_SCHEME)
    for (article,) in connection.execute(sql).fetchall():
        (text,) = connection.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()
        signature = empty.copy()
        signature.update_batch(sorted(runs_of(text)))
        values = signature.hashvalues.astype(np.uint32).tobytes()
        connection.execute("UPDATE index_records SET minhash = ? WHERE article_id = ?", (values, article))


def _proposed(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Pairs of articles whose signatures are alike."""
    import numpy as np
    from datasketch import LeanMinHash, MinHashLSH

    # A little below: the signature is an estimate, and the runs decide.
    index = MinHashLSH(threshold=SHARED - 0.1, num_perm=_PERMUTATIONS)
    for article, values in connection.execute("SELECT article_id, minhash FROM index_records ORDER BY article_id"):
        signature = LeanMinHash(seed=_SEED, hashvalues=np.frombuffer(values, np.uint32), scheme=_SCHEME)
        yield from ((other, article) for other in sorted(index.query(signature)))
        index.insert(article, signature, check_duplication=False)


def _near(first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return True
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) <= DAYS_APART


def _share(connection: sqlite3.Connection, *pair: str) -> float:
    found = [connection.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()[0] for article in pair]
    first, second = map(runs_of, found)
    return len(first & second) / len(first | second)
