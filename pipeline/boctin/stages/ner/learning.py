"""Training of the CRF: the weights that make labelled segments likely (AdaGrad, L2), for `scripts/train`.

Needs scipy (the `train` extra); nothing here is used when the model runs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from random import Random
from typing import Any

import numpy as np

from boctin.stages.ner.corpus import Labelled, recased
from boctin.stages.ner.crf import LABELS, Layout, encode, marginals
from boctin.stages.ner.features import OFFSETS, Columns, Resources, joint_features, tokens_of, vote_features
from boctin.stages.ner.model import Model, form_rows, joint_rows, kinds_of

_DAMPING = 0.5  # of the first steps of a weight


@dataclass
class Examples:
    """Tokens with their labels: rows of the table [tokens, features], segment starts and weights by token."""

    rows: np.ndarray
    labels: np.ndarray
    starts: np.ndarray
    weights: np.ndarray

    @classmethod
    def joined(cls, parts: list["Examples"]) -> "Examples":
        return cls(*(np.concatenate([getattr(p, n) for p in parts]) for n in ("rows", "labels", "starts", "weights")))


def examples_of(
    columns: Columns,
    resources: Resources,
    size: int,
    pieces: list[tuple[slice, np.ndarray]],
    kinds: np.ndarray | None = None,
    weight: float = 1.0,
) -> list[Examples]:
    """Examples from pieces of an article whose labels are known; `kinds`: a first pass over it, for the votes."""
    joint = np.stack([*chain.from_iterable(joint_features(columns, resources)), *vote_features(columns, kinds)])
    hashes = resources.forms.features
    made = []
    for part, labels in pieces:
        rows = [form_rows(hashes[columns.rows[offset][part]], offset, size) for offset in OFFSETS]
        rows.append(joint_rows(joint[:, part].T, size))
        inside = (labels > 0) & np.isin((labels - 1) % 4, (1, 2))  # a reader's name over the edge of a segment
        starts = columns.tokens.starts[part] & ~inside
        starts[:1] = True
        made.append(
            Examples(np.concatenate(rows, axis=1).astype(np.int32), labels, starts, np.full(len(labels), weight))
        )
    return made


@dataclass
class Batch:
    """Some segments: the features that they have, their tokens over those features, and what is true of them."""

    features: np.ndarray  # rows of the table of weights
    matrix: Any  # csr [tokens, features]
    turned: Any  # csr [features, tokens]
    layout: Layout
    labels: np.ndarray
    seen: np.ndarray  # [labels, labels]: weighted transitions
    weights: np.ndarray  # by token
    segment_weights: np.ndarray


def batches_of(examples: Examples, renumbered: np.ndarray, tokens: int, seed: int) -> list[Batch]:
    """Segments in random order, about `tokens` tokens in a batch; features without a number are left out."""
    from scipy.sparse import csr_matrix

    first = np.flatnonzero(examples.starts)
    past = np.append(first[1:], len(examples.starts))
    order = np.random.default_rng(seed).permutation(len(first))
    filled = np.cumsum((past - first)[order]) // tokens
    made = []
    for group in np.split(order, np.flatnonzero(np.diff(filled)) + 1):
        rows = np.concatenate([np.arange(first[s], past[s]) for s in group])
        columns, starts = renumbered[examples.rows[rows]], examples.starts[rows]
        labels, weights = examples.labels[rows], examples.weights[rows]
        there = columns >= 0
        features, local = np.unique(columns[there], return_inverse=True)
        pointer = np.concatenate([[0], np.cumsum(there.sum(axis=1))])
        ones = np.ones(len(local), np.float32)
        matrix = csr_matrix((ones, local.astype(np.int32), pointer), (len(rows), len(features)))
        layout = Layout.of(starts)
        segment_weights = np.zeros(len(layout.lengths))
        segment_weights[layout.column] = weights
        inner = np.flatnonzero(~starts)
        seen = np.zeros((len(LABELS), len(LABELS)))
        np.add.at(seen, (labels[inner - 1], labels[inner]), weights[inner])
        made.append(Batch(features, matrix, matrix.T.tocsr(), layout, labels, seen, weights, segment_weights))
    return made


def train(
    examples: Examples,
    size: int,
    *,
    l2: float,
    rounds: int,
    rate: float,
    least: int = 2,
    tokens: int = 4000,
    seed: int = 5,
    report: Callable[[str], None] | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Weights `(table [size, labels], transitions)` by AdaGrad; features met fewer than `least` times get none.

    A few rounds do what eighty steps of L-BFGS do: a feature's step shrinks with what it has been moved already.
    """
    counts = np.bincount(examples.rows.ravel(), minlength=size)
    counts[0] = 0
    kept = np.flatnonzero(counts >= least)
    renumbered = np.full(size, -1, np.int32)
    renumbered[kept] = np.arange(len(kept))
    batches = batches_of(examples, renumbered, tokens, seed)
    # Each visit of a feature takes its share of the penalty, so that a round takes all of it.
    visits = np.bincount(np.concatenate([b.features for b in batches]), minlength=len(kept))
    penalty = (l2 / np.maximum(visits, 1)).astype(np.float32)[:, None]
    weights = np.zeros((len(kept), len(LABELS)), np.float32)
    past = np.full_like(weights, _DAMPING)
    moves, past_moves = np.zeros((len(LABELS), len(LABELS))), np.full((len(LABELS), len(LABELS)), _DAMPING)
    random = np.random.default_rng(seed)
    for number in range(rounds):
        loss = 0.0
        for at in random.permutation(len(batches)):
            b = batches[at]
            mine = weights[b.features]
            log_z, error, change = _slope(b, (b.matrix @ mine).astype(np.float64), moves)
            slope = b.turned @ error + penalty[b.features] * mine
            squares = past[b.features] + slope * slope
            past[b.features] = squares
            weights[b.features] = mine - rate * slope / np.sqrt(squares)
            change += l2 / len(batches) * moves
            past_moves += change * change
            moves -= rate * change / np.sqrt(past_moves)
            loss += log_z
        if report:
            report(f"round {number + 1}: loss {loss:.0f}")
    table = np.zeros((size, len(LABELS)), np.float32)
    table[kept] = weights
    return table, moves


def _slope(b: Batch, emissions: np.ndarray, moves: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """The loss of a batch, and its derivatives by emissions [tokens, labels] and by transitions."""
    log_z, probable, expected = marginals(emissions, moves, b.layout)
    every = np.arange(len(b.labels))
    loss = (log_z * b.segment_weights).sum() - (emissions[every, b.labels] * b.weights).sum() - (b.seen * moves).sum()
    probable[every, b.labels] -= 1
    error = (probable * b.weights[:, None]).astype(np.float32)
    return float(loss), error, np.einsum("s,sij->ij", b.segment_weights, expected) - b.seen


@dataclass(frozen=True)
class Settings:
    """How the model is trained: size of the table, L2, rounds and rate of AdaGrad, the share of articles that are
    learned as the first pass meets them (without votes), and copies in other cases (share, weight)."""

    size: int = 1 << 20
    l2: float = 8.0
    rounds: int = 7
    rate: float = 0.05
    unvoted: float = 0.35
    upper: tuple[float, float] = (0.25, 0.5)
    lower: tuple[float, float] = (0.15, 0.35)
    seed: int = 5


def examples(
    articles: list[Labelled],
    resources: Resources,
    size: int,
    *,
    weight: float = 1.0,
    first_pass: Mapping[int, np.ndarray] | None = None,
) -> list[Examples]:
    """The examples of articles; `first_pass` gives, by their place in the list, the kinds of name seen before."""
    made = []
    for number, article in enumerate(articles):
        tokens = tokens_of(article.words, resources.forms)
        pieces = []
        for first, past, spans in article.pieces:
            start, stop = np.searchsorted(tokens.index, (first, past))
            inside = [(*np.searchsorted(tokens.index, (a, b)) - start, kind) for a, b, kind in spans]
            pieces.append((slice(int(start), int(stop)), encode(inside, int(stop - start))))
        kinds = first_pass[number] if first_pass else None
        made += examples_of(Columns(tokens, resources), resources, size, pieces, kinds, weight)
    return made


def cross_fitted(
    articles: list[Labelled], resources: Resources, settings: Settings, report: Callable[[str], None]
) -> tuple[dict[int, np.ndarray], list[Model]]:
    """What a first pass says of each article by a model that was trained on the other half of them, and both models."""
    kinds, models = {}, []
    for half in (0, 1):
        parts = [a for n, a in enumerate(articles) if n % 2 != half]
        model = _trained(examples(parts, resources, settings.size), resources, settings)
        for number in range(half, len(articles), 2):
            tokens = tokens_of(articles[number].words, resources.forms)
            kinds[number] = kinds_of(model.first_pass(tokens))
        models.append(model)
        report(f"first passes over half {half + 1} of the articles")
    return kinds, models


def fit(
    articles: list[Labelled],
    resources: Resources,
    settings: Settings,
    kinds: Mapping[int, np.ndarray],
    report: Callable[[str], None],
) -> Model:
    """The model, from some articles as the first pass meets them, the others as the second does, and recased copies."""
    random = Random(settings.seed)
    unvoted = [random.random() < settings.unvoted for _ in articles]
    first = [a for a, without in zip(articles, unvoted, strict=True) if without]
    second = [n for n, without in enumerate(unvoted) if not without]
    made = examples(first, resources, settings.size)
    votes = {place: kinds[n] for place, n in enumerate(second)}
    made += examples([articles[n] for n in second], resources, settings.size, first_pass=votes)
    for case, (share, weight) in ((str.upper, settings.upper), (str.lower, settings.lower)):
        made += examples(recased(articles, case, share, settings.seed), resources, settings.size, weight=weight)
    report(f"{sum(len(e.labels) for e in made)} tokens to learn from")
    return _trained(made, resources, settings, report)


def _trained(
    made: list[Examples], resources: Resources, settings: Settings, report: Callable[[str], None] | None = None
) -> Model:
    joined = Examples.joined(made)
    weights = train(
        joined, settings.size, l2=settings.l2, rounds=settings.rounds, rate=settings.rate, seed=settings.seed,
        report=report,
    )  # fmt: skip
    return Model(resources, *weights)
