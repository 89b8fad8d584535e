"""A linear-chain CRF over many segments at once: best paths, and the probabilities that training needs.

Segments are laid out as [time, segment, label], longest first, so that one step of the dynamic programme serves all
segments of an article (or of the training set) together.
"""

from dataclasses import dataclass

import numpy as np

KINDS = ("PERSON", "ORGANIZATION", "LOCATION")
LABELS = ("O", *(f"{position}-{kind}" for kind in KINDS for position in "BILU"))
_FORBIDDEN = -1e4


def _allowed(before: str, after: str) -> bool:
    if before[0] in "BI":
        return after[0] in "IL" and after[2:] == before[2:]
    return after[0] in "OBU"


# Which label may follow which; a segment opens with one of O, B, U and closes with one of O, L, U.
FOLLOWS = np.array([[0.0 if _allowed(a, b) else _FORBIDDEN for b in LABELS] for a in LABELS])
OPENS = np.array([0.0 if label[0] in "OBU" else _FORBIDDEN for label in LABELS])
CLOSES = np.array([0.0 if label[0] in "OLU" else _FORBIDDEN for label in LABELS])


@dataclass
class Layout:
    """Where the tokens of segments stand in arrays [time, segment]; `width[t]` segments are longer than `t`."""

    time: np.ndarray
    column: np.ndarray
    width: np.ndarray
    lengths: np.ndarray  # by column

    @classmethod
    def of(cls, starts: np.ndarray) -> "Layout":
        first = np.flatnonzero(starts)
        lengths = np.diff(np.append(first, len(starts)))
        order = np.argsort(-lengths, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        segment = np.cumsum(starts) - 1
        time = np.arange(len(starts)) - first[segment] if len(first) else np.zeros(0, np.int64)
        sorted_lengths = lengths[order]
        width = np.searchsorted(-sorted_lengths, -np.arange(sorted_lengths[0] if len(first) else 0), side="left")
        return cls(time, rank[segment], width, sorted_lengths)

    def spread(self, emissions: np.ndarray) -> np.ndarray:
        out = np.zeros((len(self.width), len(self.lengths), emissions.shape[1]), emissions.dtype)
        out[self.time, self.column] = emissions
        return out


def viterbi(
    emissions: np.ndarray, transitions: np.ndarray, starts: np.ndarray, layout: Layout | None = None
) -> np.ndarray:
    """The best label of each token; `emissions` is [tokens, labels], `starts` marks the first token of a segment."""
    if not len(emissions):
        return np.zeros(0, np.int64)
    layout = layout or Layout.of(starts)
    # [time, label, segment]: the maximum over the label before then runs along rows that lie together in memory.
    score = np.ascontiguousarray(layout.spread(emissions).transpose(0, 2, 1))
    times, labels, segments = score.shape
    moves = (transitions + FOLLOWS).astype(score.dtype)  # [before, after]
    score[0] += OPENS.astype(score.dtype)[:, None]
    width = layout.width.tolist()
    every = np.ascontiguousarray(np.broadcast_to(moves[:, :, None], (labels, labels, segments)))
    for t in range(1, times):
        w = width[t]
        score[t, :, :w] += (score[t - 1, :, None, :w] + every[:, :, :w]).max(axis=0)
    # The way back asks again where each best score came from: one label of each segment instead of all.
    columns = np.arange(segments)
    current = (score[layout.lengths - 1, :, columns] + CLOSES).argmax(axis=1)
    path = np.zeros((times, segments), np.int64)
    for t in range(times - 1, -1, -1):
        if t + 1 < times:
            longer = width[t + 1]
            current[:longer] = (score[t, :, :longer] + moves[:, current[:longer]]).argmax(axis=0)
        path[t] = current
    return path[layout.time, layout.column]


def marginals(
    emissions: np.ndarray, transitions: np.ndarray, layout: Layout
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Log-partition by segment (column), label probabilities [tokens, labels], and transition expectations by segment
    [segments, labels, labels] summed over time with weight one. Scaled forward-backward."""
    score = layout.spread(emissions)
    times, segments, labels = score.shape
    peak = score.max(axis=2, keepdims=True)
    local = np.exp(score - peak)
    moves = np.exp(transitions + FOLLOWS)
    alpha, beta, scale = np.zeros_like(local), np.zeros_like(local), np.ones((times, segments))
    alpha[0] = local[0] * np.exp(OPENS)
    for t in range(times):
        w = layout.width[t]
        if t:
            alpha[t, :w] = (alpha[t - 1, :w] @ moves) * local[t, :w]
        scale[t, :w] = alpha[t, :w].sum(axis=1)
        alpha[t, :w] /= scale[t, :w, None]
    closes = np.exp(CLOSES)
    columns = np.arange(segments)
    last = layout.lengths - 1
    final = alpha[last, columns] @ closes
    expected = np.zeros((segments, labels, labels))
    beta[last, columns] = closes / final[:, None]
    for t in range(times - 1, 0, -1):
        w = layout.width[t]
        inner = local[t, :w] * beta[t, :w] / scale[t, :w, None]
        # Segments that end before t keep the closing value set above.
        beta[t - 1, :w] = inner @ moves.T
        expected[:w] += alpha[t - 1, :w, :, None] * moves * inner[:, None, :]
    log_z = np.log(final) + (np.log(scale) + peak[:, :, 0]).sum(axis=0)
    return log_z, (alpha * beta)[layout.time, layout.column], expected


def encode(spans: list[tuple[int, int, str]], length: int) -> np.ndarray:
    """Labels of `length` tokens from spans of tokens `[start, end)`.

    >>> [LABELS[label] for label in encode([(1, 3, "PERSON")], 4)]
    ['O', 'B-PERSON', 'L-PERSON', 'O']
    """
    labels = np.zeros(length, np.int64)
    for start, end, kind in spans:
        base = 1 + 4 * KINDS.index(kind)
        labels[start:end] = base + 1
        labels[start], labels[end - 1] = base, base + 2
        if end - start == 1:
            labels[start] = base + 3
    return labels


def decode(labels: np.ndarray) -> list[tuple[int, int, str]]:
    """Spans of tokens `[start, end)` from a sequence of labels that `viterbi` made."""
    named = np.flatnonzero(labels)
    place = (labels[named] - 1) % 4
    firsts, lasts = named[(place == 0) | (place == 3)], named[place >= 2]
    return [
        (int(a), int(b) + 1, KINDS[(int(label) - 1) // 4])
        for a, b, label in zip(firsts, lasts, labels[firsts], strict=True)
    ]
