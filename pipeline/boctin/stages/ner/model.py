"""The model: weights in one .npz file, and the way from tokens to names.

The table of weights is hashed: a feature's low bits are its row. Rows of forms are summed once for each form and offset
and kept, so that an article costs a handful of gathers.
"""

import json
from pathlib import Path

import numpy as np

from boctin.stages.ner.article import amended
from boctin.stages.ner.crf import LABELS, Layout, decode, marginals, viterbi
from boctin.stages.ner.features import (
    OFFSETS,
    Columns,
    Gazetteer,
    Resources,
    Tokens,
    joint_features,
    laid_together,
    mix,
    tokens_of,
    vote_features,
)
from boctin.stages.ner.forms import Forms

_SALT_OF_OFFSETS = 200
_FORMS_KEPT = 200_000
_BLOCK = 4096


def form_rows(hashes: np.ndarray, offset: int, size: int) -> np.ndarray:
    """Rows of the table for features of a form seen at `offset`; padding stays 0."""
    rows = mix(hashes, salt=_SALT_OF_OFFSETS + offset) & np.uint64(size - 1)
    return np.where(hashes == 0, np.uint64(0), rows).astype(np.int64)


def joint_rows(hashes: np.ndarray, size: int) -> np.ndarray:
    return (hashes & np.uint64(size - 1)).astype(np.int64)


def kinds_of(labels: np.ndarray) -> np.ndarray:
    """0 for no name, 1 to 3 for the kinds of name."""
    return (labels + 3) // 4


def aligned(table: np.ndarray, width: int = 16) -> np.ndarray:
    """A copy as float32 with rows of `width` numbers that begin on multiples of 64 bytes."""
    buffer = np.zeros(len(table) * width + 16, np.float32)
    first = (-buffer.ctypes.data // 4) % 16
    copy = buffer[first : first + len(table) * width].reshape(len(table), width)
    copy[:, : table.shape[1]] = table
    return copy


def _gather(total: np.ndarray, columns: list[tuple[np.ndarray, np.ndarray]]) -> None:
    """Add to each row of `total` the rows of tables that columns of row numbers name; in blocks that stay in the
    processor's cache, since a long article would not."""
    taken = np.empty((min(len(total), _BLOCK), total.shape[1]), total.dtype)
    for start in range(0, len(total), _BLOCK):
        part = total[start : start + _BLOCK]
        for table, rows in columns:
            part += np.take(table, rows[start : start + _BLOCK], axis=0, out=taken[: len(part)], mode="clip")


class Model:
    """A trained model. `predict` takes words as `boctin.tokens.split` gives them."""

    def __init__(self, resources: Resources, table: np.ndarray, transitions: np.ndarray) -> None:
        self.resources = resources
        # Rows of 64 bytes, aligned: a row is one line of the processor's cache.
        self.table = aligned(table)
        self.transitions = transitions
        self._fresh()

    def _fresh(self) -> None:
        forms = self.resources.forms
        if len(forms) > _FORMS_KEPT:
            self.resources.forms = forms = Forms(forms.clusters, forms.lexicon)
        self._scored = 0
        self._scores = np.zeros((len(OFFSETS), 0, self.table.shape[1]), np.float32)

    def _form_scores(self) -> np.ndarray:
        """[offsets, forms, labels]: what each form adds when it stands at an offset."""
        forms = self.resources.forms
        if self._scored < len(forms):
            if self._scores.shape[1] < len(forms):
                grown = np.zeros((len(OFFSETS), max(2 * len(forms), 4096), self.table.shape[1]), np.float32)
                grown[:, : self._scored] = self._scores[:, : self._scored]
                self._scores = grown
            hashes = forms.features[self._scored : len(forms)]
            for n, offset in enumerate(OFFSETS):
                rows = form_rows(hashes, offset, len(self.table))
                self._scores[n, self._scored : len(forms)] = self.table[rows].sum(axis=1)
            self._scored = len(forms)
        return self._scores

    def emissions(self, columns: Columns) -> np.ndarray:
        """Scores [tokens, labels] of all features but the votes."""
        scores = self._form_scores()
        total = np.zeros((columns.n, self.table.shape[1]), np.float32)
        _gather(total, [(scores[n], columns.rows[offset]) for n, offset in enumerate(OFFSETS)])
        for group in joint_features(columns, self.resources):
            self._add(total, group)
        return total

    def _add(self, total: np.ndarray, hashes: list[np.ndarray]) -> np.ndarray:
        _gather(total, [(self.table, joint_rows(column, len(self.table))) for column in hashes])
        return total

    def label(self, tokens: Tokens) -> tuple[np.ndarray, np.ndarray]:
        """Labels and emissions of an article. Two passes: in the second a token also sees how its syllable was labelled
        elsewhere in the article, so that a bare "Alves" follows "tiền đạo Alves"."""
        columns = Columns(tokens, self.resources)
        base = self.emissions(columns)
        if not columns.n:
            return np.zeros(0, np.int64), base
        layout = Layout.of(tokens.starts)
        first = self._add(base.copy(), vote_features(columns, None))[:, : len(LABELS)]
        labels = viterbi(first, self.transitions, tokens.starts, layout)
        second = self._add(base, vote_features(columns, kinds_of(labels)))[:, : len(LABELS)]
        return viterbi(second, self.transitions, tokens.starts, layout), second

    def first_pass(self, tokens: Tokens) -> np.ndarray:
        """Labels by the first pass alone."""
        columns = Columns(tokens, self.resources)
        scores = self._add(self.emissions(columns), vote_features(columns, None))[:, : len(LABELS)]
        return viterbi(scores, self.transitions, tokens.starts)

    def predict(self, words: list[str]) -> list[tuple[int, int, str]]:
        """Names as `(first token, token after the last, label)` over `words`, white-space tokens counted."""
        return self.predict_many([words])[0]

    def predict_many(self, articles: list[list[str]]) -> list[list[tuple[int, int, str]]]:
        """The names of each article, the same as by itself, in less time."""
        if len(self.resources.forms) > _FORMS_KEPT:
            self._fresh()
        words, numbers = laid_together(articles)
        tokens = tokens_of(words, self.resources.forms, numbers)
        labels, _ = self.label(tokens)
        found: list[list[tuple[int, int, str]]] = [[] for _ in articles]
        firsts = np.searchsorted(numbers, np.arange(len(articles))).tolist()
        for a, b, kind in decode(labels):
            article = int(tokens.article[a])
            first, past = int(tokens.index[a]) - firsts[article], int(tokens.index[b - 1]) + 1 - firsts[article]
            if past <= len(articles[article]):
                found[article].append((first, past, kind))
        return [amended(w, names) for w, names in zip(articles, found, strict=True)]

    def confident(self, words: list[str]) -> tuple[Tokens, np.ndarray, np.ndarray]:
        """The tokens, their best labels, and by token the probability of that label."""
        tokens = tokens_of(words, self.resources.forms)
        labels, emissions = self.label(tokens)
        if not len(labels):
            return tokens, labels, np.zeros(0)
        _, probabilities, _ = marginals(emissions.astype(np.float64), self.transitions, Layout.of(tokens.starts))
        return tokens, labels, probabilities[np.arange(len(labels)), labels]

    def save(self, path: Path) -> None:
        resources = self.resources
        forms = resources.forms
        arrays = {
            "table": self.table[:, : len(LABELS)].astype(np.float16),
            "transitions": self.transitions.astype(np.float32),
        }
        for name, gazetteer in resources.gazetteers.items():
            arrays[f"{name}.keys"], arrays[f"{name}.codes"] = gazetteer.keys, gazetteer.codes
            arrays[f"{name}.goes_on"] = gazetteer.goes_on
        arrays["pair.keys"], arrays["pair.clusters"] = resources.pair_keys, resources.pair_clusters.astype(np.uint16)
        words = list(forms.clusters)
        arrays["clusters"] = np.array([forms.clusters[w] for w in words], np.uint16).reshape(-1, 3)
        text = {
            "labels": LABELS,
            "words": words,
            "lexicon": {k: sorted(v) for k, v in sorted(forms.lexicon.items())},
            "gazetteers": list(resources.gazetteers),
        }
        packed = json.dumps(text, ensure_ascii=False).encode()
        arrays["text"] = np.frombuffer(packed, np.uint8)
        np.savez_compressed(path, **arrays)  # type: ignore[arg-type]

    @classmethod
    def load(cls, path: Path) -> "Model":
        """Read a model. Raises ValueError when the file is no model of this version."""
        with np.load(path) as arrays:
            if "text" not in arrays:
                raise ValueError(f"{path}: no NER model")
            text = json.loads(arrays["text"].tobytes())
            if tuple(text["labels"]) != LABELS:
                raise ValueError(f"{path}: trained with other labels; run scripts/train")
            clusters = {w: tuple(map(int, c)) for w, c in zip(text["words"], arrays["clusters"].tolist(), strict=True)}
            gazetteers = {
                name: Gazetteer(arrays[f"{name}.keys"], arrays[f"{name}.codes"], arrays[f"{name}.goes_on"])
                for name in text["gazetteers"]
            }
            resources = Resources(
                Forms(clusters, text["lexicon"]),
                gazetteers,
                arrays["pair.keys"],
                arrays["pair.clusters"].astype(np.int64),
            )
            return cls(resources, arrays["table"], arrays["transitions"].astype(np.float64))
