"""Word clusters from unlabelled news: syllables and pairs of syllables that stand in like places (for `scripts/train`).

Needs floret (the `train` extra), in one thread and with the seed built into it: the same text, the same clusters.
"""

import math
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import regex

from boctin.reading import reading_of
from boctin.tokens import split

SIZES = (64, 256, 1024)
PAIRS = 512
_DIGIT = regex.compile(r"\d")
_MIN_PAIR, _MIN_NPMI = 40, 0.38


def lines_of(texts: Iterable[str]) -> list[list[str]]:
    """Lines as lists of forms (digits as 0), as the model sees them."""
    lines = []
    for text in texts:
        for line in reading_of(text).split("\n"):
            words = [word for word in split(_DIGIT.sub("0", line.strip()))[0] if not word.isspace()]
            if words:
                lines.append(words)
    return lines


def collocations(lines: list[list[str]]) -> dict[tuple[str, str], float]:
    """Pairs of syllables that stand together far more often than by chance (normalised pointwise information)."""
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for line in lines:
        lower = [word.lower() for word in line]
        single.update(lower)
        pairs.update((a, b) for a, b in pairwise(lower) if a.isalpha() and b.isalpha())
    total = sum(single.values())
    scored = {
        (a, b): math.log(n * total / (single[a] * single[b])) / -math.log(n / total)
        for (a, b), n in pairs.items()
        if n >= _MIN_PAIR
    }
    return {pair: score for pair, score in scored.items() if score > _MIN_NPMI}


def _joined(line: list[str], pairs: dict[tuple[str, str], float]) -> list[str]:
    out, at = [], 0
    lower = [word.lower() for word in line]
    while at < len(line):
        here = pairs.get((lower[at], lower[at + 1]), 0.0) if at + 1 < len(line) else 0.0
        after = pairs.get((lower[at + 1], lower[at + 2]), 0.0) if at + 2 < len(line) else 0.0
        if here and here >= after:
            out.append(f"{line[at]}_{line[at + 1]}")
            at += 2
        else:
            out.append(line[at])
            at += 1
    return out


def vectors(lines: Iterable[list[str]], *, dim: int = 64) -> tuple[list[str], np.ndarray]:
    """Skip-gram vectors of unit length of the words met at least six times."""
    import floret

    with TemporaryDirectory() as folder:
        path = Path(folder) / "text"
        path.write_text("".join(" ".join(line) + "\n" for line in lines), encoding="utf-8")
        model = floret.train_unsupervised(
            str(path), model="skipgram", dim=dim, ws=3, minCount=6, minn=0, maxn=0, epoch=3, neg=5, thread=1,
            bucket=1000, t=1e-3, verbose=0,
        )  # fmt: skip
        words = [word for word in model.get_words() if word != "</s>"]
        matrix = np.array([model.get_word_vector(word) for word in words], np.float32)
    return words, matrix / (np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9)


def k_means(points: np.ndarray, k: int, *, rounds: int = 15, seed: int = 7) -> np.ndarray:
    """Clusters of unit vectors by their cosine."""
    random = np.random.default_rng(seed)
    k = min(k, len(points))
    centres = points[random.choice(len(points), k, replace=False)]
    nearest = np.zeros(len(points), np.int64)
    for _ in range(rounds):
        nearest = (points @ centres.T).argmax(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        norm = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norm > 0, sums / np.maximum(norm, 1e-9), points[random.choice(len(points), k)])
    return nearest


def learn(texts: Iterable[str]) -> tuple[dict[str, tuple[int, ...]], dict[tuple[str, str], int]]:
    """Clusters of forms (coarse to fine, counted from 1), and of lower-cased pairs."""
    lines = lines_of(texts)
    words, matrix = vectors(lines)
    table = np.stack([k_means(matrix, k) + 1 for k in SIZES], axis=1)
    forms = {word: tuple(row) for word, row in zip(words, table.tolist(), strict=True)}
    pairs = collocations(lines)
    words, matrix = vectors([_joined(line, pairs) for line in lines])
    couples: dict[tuple[str, str], int] = {}
    for word, cluster in zip(words, k_means(matrix, PAIRS).tolist(), strict=True):
        first, joint, second = word.lower().partition("_")
        if first and joint and second and "_" not in second:
            couples.setdefault((first, second), cluster + 1)
    return forms, couples
