"""underthesea's word segmentation over a whole article: its weights and templates, with integers for strings.

underthesea builds 43 strings for every token and looks each one up. They say only three kinds of things: what one
token is, what two neighbours are, and what three are. Here each token has a hash, two or three in a row have a hash
made of theirs, and the weights of all places of an article are looked up together, by binary search.

    T[k], .lower, .isdigit, .istitle, .is_in_dict      one token, k = -2 … 2
    T[k,k+1], .lower, .is_in_dict, T[0,1].istitle      two, at four places
    T[k,k+2], .is_in_dict, T[0,2].istitle              three, at three places

A template that reaches over an end of the piece has the value BOS or EOS. There are two labels, B-W opens a word and
I-W goes on with it; only the difference of their weights matters. The hashes are Python's, of 64 bits: they differ from
process to process, and that two of them are equal by chance is not to be expected within the age of the world.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from boctin.stages.words.weights import Weights, read_weights

_MODEL = "ws_crf_vlsp2013_20230727"
_BOS, _EOS = 0, 1
_PAD = 2
# Distinct tokens remembered before the table begins anew: those of some 20,000 articles, 30 MB.
_MOST_KNOWN = 200_000
_SINGLES = ("-2", "-1", "0", "1", "2")
_PAIRS = ("-2,-1", "-1,0", "0,1", "1,2")
_TRIPLES = ("-2,0", "-1,1", "0,2")
_TOKEN, _LOWER, _DIGIT, _TITLE, _IN_DICT = "", ".lower", ".isdigit", ".istitle", ".is_in_dict"
_KINDS = (_TOKEN, _LOWER, _DIGIT, _TITLE, _IN_DICT)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_MASK = (1 << 64) - 1


def _hashes(tokens: Iterable[str]) -> np.ndarray:
    return np.array([hash(token) & _MASK for token in tokens], np.uint64)


def _in_a_row(hashes: np.ndarray, count: int) -> np.ndarray:
    """The hash of each `count` neighbours."""
    made = hashes[: len(hashes) - count + 1]
    for n in range(1, count):
        made = made * _MIX + hashes[n : len(hashes) - count + 1 + n]
    return made


class _Table:
    """Rows of weights by hash; what is not in it has a row of its own."""

    def __init__(self, values: list[str], rows: np.ndarray, unknown: np.ndarray, count: int) -> None:
        split = [value.split(" ") for value in values]
        fits = [n for n, tokens in enumerate(split) if len(tokens) == count]
        flat = _hashes(token for n in fits for token in split[n])
        keys = _in_a_row(flat, count)[::count]
        order = np.argsort(keys)
        self._keys = keys[order]
        self._rows = np.concatenate([rows[fits][order], unknown[None]])

    def of(self, keys: np.ndarray) -> np.ndarray:
        """The row of each key."""
        if not len(self._keys):
            return np.repeat(self._rows, len(keys), axis=0)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return self._rows[np.where(self._keys[at] == keys, at, len(self._keys))]


class _Templates:
    """The weights of templates that look at `count` tokens in a row, at each of their places."""

    def __init__(self, state: dict[str, float], places: tuple[str, ...], count: int, dictionary: set[str]) -> None:
        self.count, self.places = count, places
        column = {f"T[{place}]{kind}": (kind, n) for n, place in enumerate(places) for kind in _KINDS}
        of: dict[str, dict[str, np.ndarray]] = {kind: {} for kind in _KINDS}
        for name, weight in state.items():
            template, _, value = name.partition("=")
            if template in column:
                kind, n = column[template]
                row = of[kind].get(value)
                if row is None:
                    row = of[kind][value] = np.zeros(len(places))
                row[n] = weight
        none = np.zeros(len(places))
        self._of, self._none = of, none
        self._forms = _Table(list(of[_TOKEN]), self._stacked(of[_TOKEN].values()), none, count)
        self._lower = self._lower_cased(dictionary if count > 1 else set())
        self._title = np.array([of[_TITLE].get(value, none) for value in ("False", "True")])

    def _stacked(self, rows: Iterable[np.ndarray]) -> np.ndarray:
        return np.array([*rows]).reshape(-1, len(self.places))

    def _lower_cased(self, dictionary: set[str]) -> _Table:
        """What lower-cased tokens weigh, with what it weighs whether the dictionary has them."""
        known, unknown = (self._of[_IN_DICT].get(said, self._none) for said in ("True", "False"))
        weights = self._of[_LOWER]
        values = [words for words in dictionary if words.count(" ") == self.count - 1]
        rows = np.tile(known, (len(values), 1))
        for n in [n for n, words in enumerate(values) if words in weights]:
            rows[n] += weights[values[n]]
        others = [words for words in weights if words not in dictionary]
        rest = self._stacked(weights[words] for words in others) + unknown
        return _Table([*values, *others], np.concatenate([rows, rest]), unknown, self.count)

    def row(self, values: dict[str, str]) -> np.ndarray:
        """The sum of the weights of some values, at each place."""
        return sum((self._of[kind].get(value, self._none) for kind, value in values.items()), self._none)

    def rows(self, ids: np.ndarray, forms: np.ndarray, lower: np.ndarray, title: np.ndarray) -> np.ndarray:
        """The sums of weights of each `count` neighbours, at each place."""
        size = len(ids) - self.count + 1
        titles = np.logical_and.reduce([title[n : n + size] for n in range(self.count)]).astype(np.intp)
        found = self._forms.of(_in_a_row(forms, self.count))
        found += self._lower.of(_in_a_row(lower, self.count))
        found += self._title[titles]
        found[ids[-size:] == _EOS] = self.row(dict.fromkeys(_KINDS, "EOS"))
        found[ids[:size] == _BOS] = self.row(dict.fromkeys(_KINDS, "BOS"))
        return found


class Tagger:
    """Says of each token whether it goes on with the word before it."""

    def __init__(self, weights: Weights, featurizer: Any, dictionary: set[str]) -> None:
        opens, goes_on = weights.labels.index("B-W"), weights.labels.index("I-W")
        state = {name: row[goes_on] - row[opens] for name, row in weights.state.items()}
        self._single = _Templates(state, _SINGLES, 1, dictionary)
        self._in_a_row = [
            _Templates(state, _PAIRS, 2, dictionary),
            _Templates(state, _TRIPLES, 3, dictionary),
        ]
        t = weights.transition
        self._moves = t[[opens, opens, goes_on, goes_on], [opens, goes_on, opens, goes_on]].tolist()
        self._featurizer = featurizer
        # Where in what the featurizer tells of a lone token its own templates are, and how long their names.
        names = [feature.partition("=")[0] for feature in featurizer.process([[["a"]]])[0][0]]
        self._told = {kind: (names.index(f"T[0]{kind}"), len(f"T[0]{kind}=")) for kind in _KINDS}
        self._begin()

    def _begin(self) -> None:
        self._ids: dict[str, int] = {"": _BOS, " ": _EOS}  # no token is either
        self._forms, self._lower = np.zeros((2, 4096), np.uint64)
        self._title = np.zeros(4096, bool)
        self._rows = np.zeros((4096, len(_SINGLES)))
        for n, edge in ((_BOS, "BOS"), (_EOS, "EOS")):
            self._rows[n] = self._single.row(dict.fromkeys(_KINDS, edge))

    def goes_on(self, pieces: list[list[str]]) -> list[list[bool]]:
        """For each piece (a sequence of tokens that stands for itself) and token: whether it goes on with a word."""
        if not pieces:
            return []
        if len(self._ids) > _MOST_KNOWN:
            self._begin()
        ids = [_BOS, _BOS]
        known = self._ids
        for piece in pieces:
            ids += [known[token] if token in known else self._new(token) for token in piece]
            ids += [_EOS, _EOS, _BOS, _BOS]
        scores = self._scores(np.array(ids)).tolist()
        found, at = [], _PAD
        for piece in pieces:
            found.append(self._best(scores[at : at + len(piece)]))
            at += len(piece) + 2 * _PAD
        return found

    def _scores(self, ids: np.ndarray) -> np.ndarray:
        """How much more each token looks like I-W than B-W."""
        one = self._rows[ids]
        scores = one[:, 2].copy()
        for k in (-2, -1, 1, 2):
            _add(scores, one[:, k + 2], -k)
        forms, lower, title = self._forms[ids], self._lower[ids], self._title[ids]
        for templates in self._in_a_row:
            rows = templates.rows(ids, forms, lower, title)
            for column, place in enumerate(templates.places):
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

    def _new(self, token: str) -> int:
        # underthesea's own featurizer says what it takes for a digit, a title, a word of its dictionary.
        told = self._featurizer.process([[[token]]])[0][0]
        values = {kind: told[at][skip:] for kind, (at, skip) in self._told.items()}
        number = self._ids[token] = len(self._ids)
        if number == len(self._forms):
            self._forms, self._lower, self._title, self._rows = (
                np.concatenate([table, np.zeros_like(table)])
                for table in (self._forms, self._lower, self._title, self._rows)
            )
        self._rows[number] = self._single.row(values)
        self._forms[number], self._lower[number] = _hashes([token, values[_LOWER]])
        self._title[number] = values[_TITLE] == "True"
        return number


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
