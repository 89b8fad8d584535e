"""underthesea's word segmentation over a whole article: its weights and templates, with integers for strings.

underthesea builds 43 strings for every token and looks each one up. They say only three kinds of things: what one
token is, what two neighbours are, and what three are. So each distinct token, pair and triple gets its sum of weights
once, and a text is tagged by adding up rows.

    T[k], .lower, .isdigit, .istitle, .is_in_dict      one token, k = -2 … 2
    T[k,k+1], .lower, .is_in_dict, T[0,1].istitle      two, at four places
    T[k,k+2], .is_in_dict, T[0,2].istitle              three, at three places

A template that reaches over an end of the piece has the value BOS or EOS. There are two labels, B-W opens a word and
I-W goes on with it; only the difference of their weights matters.
"""

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from boctin.stages.words.weights import Weights, read_weights

_MODEL = "ws_crf_vlsp2013_20230727"
_BOS, _EOS = 0, 1
_PAD = 2
# Pairs and triples remembered before the tables begin anew: those of some 300 articles, 50 MB.
_MOST_KNOWN = 250_000
_SINGLES = ("-2", "-1", "0", "1", "2")
_PAIRS = ("-2,-1", "-1,0", "0,1", "1,2")
_TRIPLES = ("-2,0", "-1,1", "0,2")
_TOKEN, _LOWER, _DIGIT, _TITLE, _IN_DICT = "", ".lower", ".isdigit", ".istitle", ".is_in_dict"
_KINDS = (_TOKEN, _LOWER, _DIGIT, _TITLE, _IN_DICT)
Row = tuple[float, ...]


class _Templates:
    """The weights of templates that look at as many tokens: value → its weight at each of their places."""

    def __init__(self, state: dict[str, float], places: tuple[str, ...]) -> None:
        self._none = (0.0,) * len(places)
        self._of: dict[str, dict[str, Row]] = {kind: {} for kind in _KINDS}
        column = {f"T[{place}]{kind}": (kind, n) for n, place in enumerate(places) for kind in _KINDS}
        for name, weight in state.items():
            template, _, value = name.partition("=")
            if template in column:
                kind, n = column[template]
                row = self._of[kind].get(value, self._none)
                self._of[kind][value] = (*row[:n], weight, *row[n + 1 :])

    def row(self, values: dict[str, str]) -> Row:
        """The sum of the weights of some values, at each place."""
        found = [row for kind, value in values.items() if (row := self._of[kind].get(value))]
        return tuple(map(sum, zip(*found, strict=True))) if found else self._none


class _Rows:
    """Rows of numbers that grow one by one."""

    def __init__(self, width: int) -> None:
        self.count = 0
        self.table = np.zeros((1024, width))

    def add(self, row: Row) -> int:
        """The number of the row added."""
        if self.count == len(self.table):
            self.table = np.concatenate([self.table, np.zeros_like(self.table)])
        self.table[self.count] = row
        self.count += 1
        return self.count - 1


class Tagger:
    """Says of each token whether it goes on with the word before it."""

    def __init__(self, weights: Weights, featurizer: Any, dictionary: set[str]) -> None:
        opens, goes_on = weights.labels.index("B-W"), weights.labels.index("I-W")
        state = {name: row[goes_on] - row[opens] for name, row in weights.state.items()}
        self._of_one, self._of_two = _Templates(state, _SINGLES), _Templates(state, _PAIRS)
        self._of_three = _Templates(state, _TRIPLES)
        t = weights.transition
        self._moves = t[[opens, opens, goes_on, goes_on], [opens, goes_on, opens, goes_on]].tolist()
        self._featurizer = featurizer
        self._dictionary = dictionary
        self._begin()

    def _begin(self) -> None:
        self._ids: dict[str, int] = {}
        self._forms, self._lower, self._title = ["BOS", "EOS"], ["BOS", "EOS"], [True, True]
        self._one, self._two, self._three = _Rows(5), _Rows(4), _Rows(3)
        self._pairs: dict[tuple[int, int], int] = {}
        self._ends: list[tuple[int, int]] = []
        self._triples: dict[tuple[int, int], int] = {}
        for edge in ("BOS", "EOS"):
            self._one.add(self._of_one.row(dict.fromkeys(_KINDS, edge)))

    def goes_on(self, pieces: list[list[str]]) -> list[list[bool]]:
        """For each piece (a sequence of tokens that stands for itself) and token: whether it goes on with a word."""
        if len(self._pairs) + len(self._triples) > _MOST_KNOWN:
            self._begin()
        ids = [_BOS, _BOS]
        for piece in pieces:
            ids += [self._id(token) for token in piece]
            ids += [_EOS, _EOS, _BOS, _BOS]
        scores = self._scores(ids).tolist()
        found, at = [], _PAD
        for piece in pieces:
            found.append(self._best(scores[at : at + len(piece)]))
            at += len(piece) + 2 * _PAD
        return found

    def _scores(self, ids: list[int]) -> np.ndarray:
        """How much more each token looks like I-W than B-W."""
        pairs, triples = self._pairs, self._triples
        two = [pairs[p] if p in pairs else self._pair(p) for p in pairwise(ids)]
        three = [triples[p] if p in triples else self._triple(p) for p in zip(two, ids[2:], strict=False)]
        one = self._one.table[ids]
        scores = one[:, 2].copy()
        for k in (-2, -1, 1, 2):
            _add(scores, one[:, k + 2], -k)
        for rows, places in ((self._two.table[two], _PAIRS), (self._three.table[three], _TRIPLES)):
            for column, place in enumerate(places):
                _add(scores, rows[:, column], -int(place.partition(",")[0]))
        return scores

    def _best(self, scores: list[float]) -> list[bool]:
        """Viterbi over two labels."""
        if not scores:
            return []
        stay, enter, leave, carry = self._moves
        opens, on = 0.0, scores[0]
        back: list[tuple[bool, bool]] = []
        for score in scores[1:]:
            from_on_opens = on + leave > opens + stay
            from_on_on = on + carry > opens + enter
            opens, on = (
                on + leave if from_on_opens else opens + stay,
                (on + carry if from_on_on else opens + enter) + score,
            )
            back.append((from_on_opens, from_on_on))
        label = on > opens
        path = [label]
        for choice in reversed(back):
            label = choice[label]
            path.append(label)
        return path[::-1]

    # Rows

    def _id(self, token: str) -> int:
        found = self._ids.get(token)
        return self._new(token) if found is None else found

    def _new(self, token: str) -> int:
        # underthesea's own featurizer says what it takes for a digit, a title, a word of its dictionary.
        told = dict(feature.split("=", 1) for feature in self._featurizer.process([[[token]]])[0][0])
        values = {kind: told[f"T[0]{kind}"] for kind in _KINDS}
        self._ids[token] = self._one.add(self._of_one.row(values))
        self._forms.append(token)
        self._lower.append(values[_LOWER])
        self._title.append(values[_TITLE] == "True")
        return self._ids[token]

    def _pair(self, pair: tuple[int, int]) -> int:
        self._pairs[pair] = self._two.add(self._of_two.row(self._values(pair)))
        self._ends.append(pair)
        return self._pairs[pair]

    def _triple(self, key: tuple[int, int]) -> int:
        pair, last = key
        self._triples[key] = self._three.add(self._of_three.row(self._values((*self._ends[pair], last))))
        return self._triples[key]

    def _values(self, ids: tuple[int, ...]) -> dict[str, str]:
        """What the templates say of some tokens in a row."""
        edge = "BOS" if ids[0] == _BOS else "EOS" if ids[-1] == _EOS else None
        if edge:
            return dict.fromkeys(_KINDS, edge)
        lower = " ".join([self._lower[n] for n in ids])
        return {
            _TOKEN: " ".join([self._forms[n] for n in ids]),
            _LOWER: lower,
            _TITLE: str(all(self._title[n] for n in ids)),
            _IN_DICT: str(lower in self._dictionary),
        }


def _add(scores: np.ndarray, row: np.ndarray, shift: int) -> None:
    """Add `row[i]` to `scores[i + shift]`, wherever there is such a place."""
    count = min(len(row), len(scores) - shift) if shift >= 0 else min(len(row) + shift, len(scores))
    if shift >= 0:
        scores[shift : shift + count] += row[:count]
    else:
        scores[:count] += row[-shift : -shift + count]


@cache
def shipped_tagger() -> Tagger:
    """The tagger with the weights that underthesea ships."""
    import joblib
    from underthesea.pipeline import word_tokenize
    from underthesea_core import CRFFeaturizer

    folder = Path(word_tokenize.__file__).parent / "models" / _MODEL
    templates, dictionary = joblib.load(folder / "features.bin"), joblib.load(folder / "dictionary.bin")
    return Tagger(read_weights(folder / "models.bin"), CRFFeaturizer(templates, dictionary), dictionary)
