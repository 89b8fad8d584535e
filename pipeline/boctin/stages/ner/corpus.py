"""Labelled sentences for training and test: our own, marked in the text, and those of the news, as offsets.

own.txt         Ông <PER Tám> ở <LOC xã Vĩnh Hải>.
labels.jsonl    {"article": …, "sha256": …, "start": …, "end": …, "spans": [[start, end, label], …]}
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from random import Random

import numpy as np
import regex

from boctin.article import Article
from boctin.tokens import split

_MARKED = regex.compile(r"<(?P<label>PER|ORG|LOC) (?P<name>[^<>]+)>")
_FULL = {"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "LOCATION"}

Span = tuple[int, int, str]


@dataclass
class Labelled:
    """An article's tokens, and the pieces `(first, past, spans)` of it whose names are known; spans in tokens too."""

    id: str
    words: list[str]
    pieces: list[tuple[int, int, list[Span]]] = field(default_factory=list)


def is_test(article_id: str) -> bool:
    """Whether an article is kept for the test: its id's sha256 ends in 0."""
    return hashlib.sha256(article_id.encode()).hexdigest().endswith("0")


def is_development(article_id: str) -> bool:
    """Whether an article is one of those that choices are made by: its id's sha256 ends in 1, 2 or 7."""
    return hashlib.sha256(article_id.encode()).hexdigest()[-1] in "127"


def token_bounds(words: list[str], spaces: list[bool]) -> tuple[np.ndarray, np.ndarray]:
    """Offsets at which tokens begin and end."""
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    steps = [length + space for length, space in zip(lengths.tolist(), spaces, strict=True)]
    begins = np.array([0, *accumulate(steps)][:-1], np.int64)
    return begins, begins + lengths


def _in_tokens(begins: np.ndarray, ends: np.ndarray, start: int, end: int) -> tuple[int, int]:
    return int(np.searchsorted(ends, start, side="right")), int(np.searchsorted(begins, end))


def _labelled(name: str, text: str, pieces: Iterable[tuple[int, int, list[Span]]]) -> Labelled:
    words, spaces = split(text)
    bounds = token_bounds(words, spaces)
    labelled = Labelled(name, words)
    for start, end, spans in pieces:
        inside = [(*_in_tokens(*bounds, a, b), label) for a, b, label in spans]
        labelled.pieces.append((*_in_tokens(*bounds, start, end), inside))
    return labelled


def read_own(path: Path) -> list[Labelled]:
    """Sentences with names marked `<PER name>`; `#` begins a comment. Each is an article of its own."""
    articles = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, spans, at = "", [], 0
        for match in _MARKED.finditer(line):
            text += line[at : match.start()]
            spans.append((len(text), len(text) + len(match["name"]), _FULL[match["label"]]))
            text += match["name"]
            at = match.end()
        text += line[at:]
        if "<" in text or ">" in text:
            raise ValueError(f"{path}:{number}: a mark that is no <PER …>, <ORG …> or <LOC …>")
        articles.append(_labelled(f"own:{number}", text, [(0, len(text), spans)]))
    return articles


def read_news(news: Path, wanted: Container[str] | None = None) -> Iterator[tuple[str, str]]:
    """Id and text of the articles of ../shared/news (of those `wanted`, or of all), as offsets of labels count."""
    with gzip.open(news, "rt", encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            if wanted is None or row["id"] in wanted:
                yield row["id"], Article.parse(row["text"], title=row["title"]).text


def read_labels(labels: Path, news: Path, *, test: bool) -> list[Labelled]:
    """The labelled sentences of the test articles, or of all others, laid over the texts.

    Raises ValueError when a text is not the one that was labelled.
    """
    rows: dict[str, list[dict]] = {}
    for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
        if is_test(row["article"]) == test:
            rows.setdefault(row["article"], []).append(row)
    articles = []
    for name, text in read_news(news, rows):
        if hashlib.sha256(text.encode()).hexdigest() != rows[name][0]["sha256"]:
            raise ValueError(f"{name}: the text differs from the one that was labelled")
        pieces = [(row["start"], row["end"], [tuple(s) for s in row["spans"]]) for row in rows[name]]
        articles.append(_labelled(name, text, pieces))
    if len(articles) < len(rows):
        raise ValueError(f"{len(rows) - len(articles)} labelled articles are not in {news}")
    return articles


def recased(articles: Iterable[Labelled], case: Callable[[str], str], share: float, seed: int) -> list[Labelled]:
    """Copies of some labelled sentences in capitals or lower case, each a headline over the rest of its article."""
    random, made = Random(seed), []
    for article in articles:
        for start, end, spans in article.pieces:
            if random.random() >= share:
                continue
            head = [case(word) for word in article.words[start:end]]
            rest = article.words[:start] + article.words[end:]
            moved = [(a - start, b - start, label) for a, b, label in spans]
            made.append(Labelled(article.id, [*head, "\n", *rest], [(0, end - start, moved)]))
    return made
