"""Training of the CRF: the weights that make labelled segments likely (L-BFGS, L2), for `scripts/train`.

Needs scipy (the `train` extra); nothing here is used when the model runs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from boctin.stages.ner.corpus import Labelled, recased
from boctin.stages.ner.crf import LABELS, Layout, encode, marginals
from boctin.stages.ner.features import OFFSETS, Columns, Resources, joint_features, tokens_of, vote_features
from boctin.stages.ner.model import Model, form_rows, joint_rows, kinds_of


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
    joint = np.concatenate([joint_features(columns, resources), vote_features(columns, kinds)])
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


def train(
    examples: Examples,
    size: int,
    *,
    l2: float = 8.0,
    least: int = 2,
    iterations: int = 75,
    report: Callable[[str], None] | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Weights `(table [size, labels], transitions)`; features met fewer than `least` times get none."""
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    counts = np.bincount(examples.rows.ravel(), minlength=size)
    counts[0] = 0
    kept = np.flatnonzero(counts >= least)
    renumbered = np.full(size, -1, np.int64)
    renumbered[kept] = np.arange(len(kept))
    columns = renumbered[examples.rows]
    there = columns >= 0
    pointer = np.concatenate([[0], np.cumsum(there.sum(axis=1))])
    matrix = csr_matrix(
        (np.ones(pointer[-1], np.float32), columns[there].astype(np.int32), pointer), (len(columns), len(kept))
    )
    matrix.sum_duplicates()
    turned = matrix.T.tocsr()
    n, k = len(LABELS), len(kept)
    layout, labels = Layout.of(examples.starts), examples.labels
    weight = np.zeros(len(layout.lengths))
    weight[layout.column] = examples.weights
    inner = np.flatnonzero(~examples.starts)
    seen = np.zeros((n, n))
    np.add.at(seen, (labels[inner - 1], labels[inner]), examples.weights[inner])
    truth = np.zeros((len(labels), n), np.float32)
    truth[np.arange(len(labels)), labels] = 1

    def objective(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table, moves = flat[: k * n].reshape(k, n), flat[k * n :].reshape(n, n)
        emissions = (matrix @ table.astype(np.float32)).astype(np.float64)
        log_z, probable, expected = marginals(emissions, moves, layout)
        gold = (emissions[np.arange(len(labels)), labels] * examples.weights).sum() + (seen * moves).sum()
        loss = (log_z * weight).sum() - gold + 0.5 * l2 * (flat @ flat)
        error = ((probable - truth) * examples.weights[:, None]).astype(np.float32)
        gradient = np.concatenate(
            [
                (turned @ error).ravel().astype(np.float64),
                (np.einsum("s,sij->ij", weight, expected) - seen).ravel(),
            ]
        )
        return float(loss), gradient + l2 * flat

    steps = [0]

    def progress(intermediate_result) -> None:  # type: ignore[no-untyped-def]
        steps[0] += 1
        if report and steps[0] % 20 == 0:
            report(f"step {steps[0]}: loss {intermediate_result.fun:.0f}")

    result = minimize(
        objective, np.zeros(k * n + n * n), jac=True, method="L-BFGS-B", callback=progress,
        options={"maxiter": iterations, "maxcor": 6},
    )  # fmt: skip
    table = np.zeros((size, n), np.float32)
    table[kept] = result.x[: k * n].reshape(k, n)
    return table, result.x[k * n :].reshape(n, n)


@dataclass(frozen=True)
class Settings:
    """How the model is trained: size of the table, L2, steps of L-BFGS, and copies in other cases (share, weight)."""

    size: int = 1 << 20
    l2: float = 8.0
    iterations: int = 75
    upper: tuple[float, float] = (0.4, 0.3)
    lower: tuple[float, float] = (0.25, 0.2)
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
) -> dict[int, np.ndarray]:
    """What a first pass says of each article by a model that was trained on the other half of them."""
    kinds = {}
    for half in (0, 1):
        parts = [a for n, a in enumerate(articles) if n % 2 != half]
        model = _trained(examples(parts, resources, settings.size), resources, settings, min(55, settings.iterations))
        for number in range(half, len(articles), 2):
            tokens = tokens_of(articles[number].words, resources.forms)
            kinds[number] = kinds_of(model.first_pass(tokens))
        report(f"first passes over half {half + 1} of the articles")
    return kinds


def fit(
    articles: list[Labelled],
    resources: Resources,
    settings: Settings,
    kinds: Mapping[int, np.ndarray],
    report: Callable[[str], None],
) -> Model:
    """The model: every sentence as the first pass meets it and as the second does, and copies in other cases."""
    made = examples(articles, resources, settings.size, weight=0.5)
    made += examples(articles, resources, settings.size, weight=0.5, first_pass=kinds)
    for case, (share, weight) in ((str.upper, settings.upper), (str.lower, settings.lower)):
        made += examples(recased(articles, case, share, settings.seed), resources, settings.size, weight=weight)
    report(f"{sum(len(e.labels) for e in made)} tokens to learn from")
    return _trained(made, resources, settings, settings.iterations, report)


def _trained(
    made: list[Examples],
    resources: Resources,
    settings: Settings,
    iterations: int,
    report: Callable[[str], None] | None = None,
) -> Model:
    joined = Examples.joined(made)
    return Model(resources, *train(joined, settings.size, l2=settings.l2, iterations=iterations, report=report))
