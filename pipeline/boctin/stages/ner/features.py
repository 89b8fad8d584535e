"""The features of every token of an article at once, as columns of hashed numbers.

A feature is a 64-bit hash; the model looks its low bits up in one table of weights. Features of one form
(offsets -2..2) come from `forms`; those of several tokens, of runs of capitals, of gazetteers and of the
whole article are made here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from boctin.stages.ner.forms import CLASS_BITS, Forms, Shape, digest
from boctin.tokens import split

OFFSETS = (-2, -1, 0, 1, 2)
MARGIN = 2
_MAX_PHRASE = 7
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_SALTS = [np.uint64(digest(f"salt{n}") | 1) for n in range(256)]
_CHANNELS = ("context", "body", "place", "seen")


def mix(*columns: np.ndarray, salt: int) -> np.ndarray:
    """Hash columns of numbers, in their order, to one column."""
    value = columns[0].astype(np.uint64)  # a copy, changed in place below
    value ^= _SALTS[salt]
    for column in columns[1:]:
        value *= _PRIME
        value ^= value >> _SHIFT
        value ^= column if column.dtype == np.uint64 else column.astype(np.uint64)
    value *= _PRIME
    value ^= value >> _SHIFT
    return value


@dataclass
class Gazetteer:
    """Phrases of one channel, by the hash of their lower-cased syllables, and the beginnings of them: sorted keys and,
    for each, a code (0: only a beginning) and whether a longer phrase begins so."""

    keys: np.ndarray
    codes: np.ndarray
    goes_on: np.ndarray

    @classmethod
    def of(cls, phrases: Mapping[str, int]) -> "Gazetteer":
        """From `{phrase: code}`, codes being 1 to 15."""
        table: dict[int, int] = {}
        longer: set[int] = set()
        for phrase, code in phrases.items():
            syllables = [t.lower() for t in split(phrase)[0] if not t.isspace()]
            if 0 < len(syllables) <= _MAX_PHRASE:
                for n in range(1, len(syllables)):
                    beginning = phrase_hash(syllables[:n])
                    table.setdefault(beginning, 0)
                    longer.add(beginning)
                table[phrase_hash(syllables)] = code
        keys = np.array(sorted(table), np.uint64)
        codes = np.array([table[int(key)] for key in keys], np.uint8)
        return cls(keys, codes, np.array([int(key) in longer for key in keys], bool))

    def find(self, lower: np.ndarray, allowed: np.ndarray) -> np.ndarray:
        """A code for each token: `code * 4 + (1 first | 2 inside | 3 alone)` of the longest phrase over it, else 0."""
        found = np.zeros(len(lower), np.int64)
        if not len(self.keys):
            return found
        starts = np.flatnonzero(allowed)
        rolling = lower[starts]
        for n in range(_MAX_PHRASE):
            if n:
                inside = starts < len(lower) - n
                starts = starts[inside]
                rolling = rolling[inside] * _PRIME + lower[starts + n]
            at = np.minimum(np.searchsorted(self.keys, rolling), len(self.keys) - 1)
            known = self.keys[at] == rolling
            starts, rolling, at = starts[known], rolling[known], at[known]
            code = self.codes[at]
            hits, codes = starts[code > 0], code[code > 0].astype(np.int64) * 4
            for k in range(1, n + 1):
                found[hits + k] = codes + 2
            found[hits] = codes + (1 if n else 3)
            starts, rolling = starts[self.goes_on[at]], rolling[self.goes_on[at]]
            if not len(starts):
                break
        return found


def phrase_hash(syllables: Iterable[str]) -> int:
    value = 0
    for syllable in syllables:
        value = (value * int(_PRIME) + digest(syllable)) & 0xFFFFFFFFFFFFFFFF
    return value


def pair_hash(first: str, second: str) -> int:
    """The key of two lower-cased syllables among the pairs that have a cluster."""
    return phrase_hash((first, second))


@dataclass
class Resources:
    """What features are made with; learned or read from lists when the model is trained, and kept in the model."""

    forms: Forms
    gazetteers: dict[str, Gazetteer]
    pair_keys: np.ndarray = field(default_factory=lambda: np.zeros(0, np.uint64))
    pair_clusters: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))


@dataclass
class Tokens:
    """An article's tokens with the white space left out: rows of forms, and where segments (about: sentences) begin."""

    index: np.ndarray  # of the token among all tokens of the Doc
    rows: np.ndarray
    starts: np.ndarray  # bool: first of its segment
    mode: np.ndarray  # of the token's line: 0 as usual, 1 all capitals, 2 no capital
    segment: np.ndarray
    article: np.ndarray  # its number among the articles that are laid out together


# Between articles that are laid out together: a line of its own, over which no phrase goes on.
_BETWEEN = ["\n", "\x03", "\n"]


def laid_together(articles: list[list[str]]) -> tuple[list[str], np.ndarray]:
    """The words of several articles in a row, and for each word the number of its article.

    NumPy takes about as long to start as it needs for one article, so that eight together cost half as much.
    """
    if len(articles) == 1:
        return articles[0], np.zeros(len(articles[0]), np.int64)
    words: list[str] = []
    sizes = []
    for article in articles:
        words += article
        words += _BETWEEN
        sizes.append(len(article) + len(_BETWEEN))
    return words, np.repeat(np.arange(len(articles)), sizes)


def tokens_of(words: list[str], forms: Forms, article: np.ndarray | None = None) -> Tokens:
    """Lay out an article's tokens (white-space tokens among them, as `boctin.tokens.split` gives them), or those of
    several articles, told by `article`."""
    rows = forms.rows(words)
    numbers = np.zeros(len(words), np.int64) if article is None else article
    blank = np.fromiter((word.isspace() for word in words), bool, len(words))
    newline = np.zeros(len(words) + 1, bool)
    for i in np.flatnonzero(blank):
        newline[i + 1] = "\n" in words[i] or "\r" in words[i] or "\u2028" in words[i] or "\u2029" in words[i]
    index = np.flatnonzero(~blank)
    rows = rows[index]
    line = np.cumsum(newline)[index]
    shape = forms.shape[rows]
    n = len(rows)
    starts = np.zeros(n, bool)
    if n:
        starts[0] = True
        starts[1:] = line[1:] != line[:-1]
    starts |= _after_full_stop(words, index, shape)
    segment = np.cumsum(starts) - 1
    return Tokens(index, rows, starts, _modes(shape, line, segment), segment, numbers[index])


_STOP = Shape.MARK + 0
_CAPITALS = np.zeros(Shape.MARK + 16, bool)
_CAPITALS[[Shape.TITLE, Shape.UPPER, Shape.INITIAL, Shape.MIXED]] = True
_ABBREVIATED = np.zeros(Shape.MARK + 16, bool)
_ABBREVIATED[[Shape.UPPER, Shape.INITIAL]] = True


def _after_full_stop(words: list[str], index: np.ndarray, shape: np.ndarray) -> np.ndarray:
    """Tokens with a capital (or an opening quote) after a full stop, unless it closes an abbreviation."""
    starts = np.zeros(len(shape), bool)
    for i in np.flatnonzero((shape[1:-1] == _STOP) | (shape[1:-1] == Shape.OTHER)) + 1:
        mark, before = words[index[i]], words[index[i - 1]]
        if mark not in ".!?…" or (index[i + 1] == index[i] + 1 and words[index[i + 1]][0].islower()):
            continue
        short = mark == "." and before[0].isupper() and len(before) <= 3
        starts[i + 1] = not short and not words[index[i + 1]][0].islower()
    return starts


def _modes(shape: np.ndarray, line: np.ndarray, segment: np.ndarray) -> np.ndarray:
    """1 on lines of capitals, 2 in segments of at least four words that have no capital."""
    n = int(line[-1]) + 1 if len(line) else 0
    worded = np.isin(shape, (Shape.LOWER, Shape.TITLE, Shape.UPPER, Shape.MIXED))
    words = np.bincount(line, worded, n)
    upper = np.bincount(line, shape == Shape.UPPER, n)
    caps = (words >= 4) & (upper >= 0.7 * words)
    m = int(segment[-1]) + 1 if len(segment) else 0
    lowered = (np.bincount(segment, worded, m) >= 4) & (np.bincount(segment, _CAPITALS[shape], m) == 0)
    return np.where(caps[line], 1, np.where(lowered[segment], 2, 0))


class Columns:
    """The columns of an article, with shifts that stop at the edges of segments."""

    def __init__(self, tokens: Tokens, resources: Resources) -> None:
        self.tokens, self.forms = tokens, resources.forms
        self.n = len(tokens.rows)
        position = np.arange(self.n)
        self._at = {}
        for offset in OFFSETS:
            at = np.clip(position + offset, 0, max(self.n - 1, 0))
            inside = (position + offset == at) & (tokens.segment[at] == tokens.segment)
            self._at[offset] = (at, inside)
        self.rows = {o: np.where(inside, tokens.rows[at], Forms.EDGE) for o, (at, inside) in self._at.items()}
        shape = self.forms.shape[tokens.rows]
        worded = (shape <= Shape.INITIAL) & (shape != Shape.LOWER) | (shape == Shape.LOWER)
        shape = np.where((tokens.mode == 1) & worded, Shape.CAPS_WORD, shape)
        self.shape = np.where((tokens.mode == 2) & (shape == Shape.LOWER), Shape.LOWERED_WORD, shape)
        self.capital = _CAPITALS[self.shape]
        # The same syllable in another article is another one.
        told = (tokens.article << 32) + self.forms.lower_id[tokens.rows]
        _, same = np.unique(told, return_inverse=True)
        self.same = same, int(same.max(initial=-1)) + 1

    def shift(self, column: np.ndarray, offset: int, edge: int) -> np.ndarray:
        at, inside = self._at[offset]
        return np.where(inside, column[at], column.dtype.type(edge))


def joint_features(columns: Columns, resources: Resources) -> Iterator[list[np.ndarray]]:
    """The hashed features of more than one token, a column each, group after group so that few are held at once; those
    of one token are in `columns.rows`."""
    yield _neighbours(columns)
    yield _runs(columns)
    yield _article(columns)
    yield _gazetteers(columns, resources)
    yield _pairs(columns, resources)


def vote_features(c: Columns, kinds: np.ndarray | None) -> list[np.ndarray]:
    """What the rest of the article says of a syllable: `kinds` are the kinds of name (0 none, 1 to 3) that a first pass
    gave the tokens; a token's own is left out. Without a first pass all votes are "unknown"."""
    if kinds is None:
        unknown = np.full(c.n, 99)
        code = before = after = pair = unknown
    else:
        same, size = c.same
        code = _majority(kinds, same, size, c.capital)
        before, after = c.shift(code, -1, 98), c.shift(code, 1, 98)
        _, couples = np.unique(same * (size + 1) + c.shift(same, 1, size), return_inverse=True)
        pair = _majority(kinds, couples, int(couples.max(initial=-1)) + 1, c.capital)
    pair_before = pair if kinds is None else c.shift(pair, -1, 98)
    return [
        mix(code, c.shape, salt=150),
        mix(before, code, c.shape, salt=151),
        mix(code, after, c.shape, salt=152),
        mix(pair, c.shape, salt=153),
        mix(pair_before, code, salt=154),
        mix(code, c.forms.lower[c.rows[-1]], salt=155),
        mix(before, code, after, salt=156),
    ]


def _majority(kinds: np.ndarray, group: np.ndarray, size: int, capital: np.ndarray) -> np.ndarray:
    """For each token `kind * 4 + min(votes, 3)` of the other tokens of its group, capitals only; else 0."""
    votes = np.stack([np.bincount(group, (kinds == kind) & capital, size) for kind in range(4)], axis=1)[group]
    votes[np.arange(len(kinds)), kinds] -= capital
    kind = votes.argmax(axis=1)
    most = votes[np.arange(len(kinds)), kind]
    clear = most >= 0.7 * votes.sum(axis=1)
    return np.where(most > 0, np.where(clear, kind, 4 + kind) * 4 + np.minimum(most, 3), 0).astype(np.int64)


def _neighbours(c: Columns) -> list[np.ndarray]:
    forms = c.forms
    word = {o: forms.lower[c.rows[o]] for o in OFFSETS}
    shape = {o: c.shift(c.shape, o, Shape.EDGE) for o in OFFSETS}
    mid = {o: forms.cluster[c.rows[o], 1] for o in OFFSETS}
    coarse = {o: forms.cluster[c.rows[o], 0] for o in OFFSETS}
    return [
        mix(word[-1], word[0], salt=0),
        mix(word[0], word[1], salt=1),
        mix(word[-2], word[-1], shape[0], salt=2),
        mix(word[1], word[2], shape[0], salt=3),
        mix(shape[0], salt=4),
        mix(shape[-1], shape[0], salt=5),
        mix(shape[0], shape[1], salt=6),
        mix(shape[-1], shape[0], shape[1], salt=7),
        mix(shape[-2], shape[-1], shape[0], salt=8),
        mix(shape[0], shape[1], shape[2], salt=9),
        mix(word[-1], shape[0], salt=10),
        mix(word[1], shape[0], salt=11),
        mix(word[0], shape[0], salt=12),
        mix(mid[-1], mid[0], shape[0], salt=13),
        mix(mid[0], mid[1], shape[0], salt=14),
        mix(mid[-1], mid[1], shape[0], salt=15),
        mix(coarse[-2], coarse[-1], coarse[0], shape[0], salt=16),
        mix(coarse[0], coarse[1], coarse[2], shape[0], salt=17),
        mix(coarse[-1], coarse[0], coarse[1], shape[0], salt=18),
        mix(word[0], shape[-1], shape[1], salt=19),
        mix(word[-2], word[-1], word[0], salt=20),
        mix(word[0], word[1], word[2], salt=21),
        mix(word[-1], word[0], word[1], salt=22),
        mix(c.tokens.starts, shape[0], salt=23),
    ]


def _runs(c: Columns) -> list[np.ndarray]:
    """The run of capitals that a token stands in: its length, the place in it, and the words around it."""
    forms, position = c.forms, np.arange(c.n)
    joint = c.capital | np.isin(c.shape, (Shape.NUMBER, Shape.MARK + 2, Shape.MARK + 9))
    joint &= c.capital | (c.shift(c.capital, -1, False) & c.shift(c.capital, 1, False))
    opens = ~joint | c.tokens.starts | ~c.shift(joint, -1, False)
    closes = ~joint | ~c.shift(joint, 1, False)
    first = np.maximum.accumulate(np.where(opens, position, 0))
    last = np.minimum.accumulate(np.where(closes, position, c.n)[::-1])[::-1]
    place, length = np.minimum(position - first, 7), np.minimum(last - first, 9)
    before, before2 = c.rows[-1][first], c.rows[-2][first]
    after, after2 = c.rows[1][last], c.rows[2][last]
    mid_before, mid_after = forms.cluster[before, 1], forms.cluster[after, 1]
    head, tail = c.rows[0][first], c.rows[0][last]
    inside = joint.astype(np.int64)
    made = [
        mix(place, length, salt=40),
        mix(place, forms.lower[before], salt=41),
        mix(place, forms.lower[before], forms.lower[before2], salt=42),
        mix(np.minimum(last - position, 7), forms.lower[after], salt=43),
        mix(place, mid_before, length, salt=44),
        mix(mid_before, mid_after, salt=45),
        mix(forms.lower[after], forms.lower[after2], salt=46),
        mix(place, forms.lower[head], salt=47),
        mix(forms.lower[head], forms.lower[before], salt=48),
        mix(place, forms.lower[tail], salt=49),
        mix(forms.classes[head], place, length, salt=50),
        mix(mid_before, forms.cluster[head, 1], place, salt=51),
    ]
    return [np.where(inside == 1, column, np.uint64(0)) for column in made]


def _article(c: Columns) -> list[np.ndarray]:
    """How a syllable is used all over the article: with a capital inside a sentence, after "ông", "xã" …"""
    forms = c.forms
    same, size = c.same
    classes_before = np.where(c.shift(np.ones(c.n, bool), -1, False), forms.classes[c.rows[-1]], 0)
    usual = c.tokens.mode == 0

    def anywhere(mask: np.ndarray) -> np.ndarray:
        return np.minimum(np.bincount(same, mask, size)[same], 2).astype(np.int64)

    capital = anywhere(c.capital & ~c.tokens.starts & usual)
    lower = anywhere((c.shape == Shape.LOWER) & usual)
    person = anywhere(c.capital & (classes_before & CLASS_BITS["honorific"] > 0))
    place = anywhere(c.capital & (classes_before & CLASS_BITS["unit"] > 0))
    use = ((capital * 3 + lower) * 3 + person) * 3 + place
    before, after = c.shift(use, -1, 81), c.shift(use, 1, 81)
    return [
        mix(capital, lower, c.shape, salt=60),
        mix(person, place, c.shape, salt=61),
        mix(use, c.shape, salt=62),
        mix(before, use, salt=63),
        mix(use, after, salt=64),
        mix(person, c.shift(person, -1, 3), c.shape, salt=65),
        mix(place, c.shift(place, -1, 3), c.shape, salt=66),
    ]


def _gazetteers(c: Columns, resources: Resources) -> list[np.ndarray]:
    lower = c.forms.lower[c.tokens.rows]
    anyway = c.tokens.mode > 0
    made: list[np.ndarray] = []
    codes: dict[str, np.ndarray] = {}
    for number, name in enumerate(_CHANNELS):
        gazetteer = resources.gazetteers.get(name)
        # Names count only with a capital; words of context ("chủ tịch", "xã") in any spelling.
        allowed = np.ones(c.n, bool) if name in ("context", "body") else c.capital | anyway
        code = gazetteer.find(lower, allowed) if gazetteer else np.zeros(c.n, np.int64)
        codes[name] = code
        salt = 80 + 10 * number
        before, after = c.shift(code, -1, 63), c.shift(code, 1, 63)
        made += [
            mix(code, salt=salt),
            mix(code, c.shape, salt=salt + 1),
            mix(before, code, c.shape, salt=salt + 2),
            mix(code, after, c.shape, salt=salt + 3),
            mix(c.shift(code, -2, 63), c.shape, salt=salt + 4),
            mix(c.shift(code, 2, 63), c.shape, salt=salt + 5),
        ]
    context, body, place, seen = (codes[name] for name in _CHANNELS)
    made += [
        mix(context, body, c.shift(context, -1, 63), c.shift(body, -1, 63), salt=130),
        mix(body, place, c.shift(body, -1, 63), salt=131),
        mix(seen, place, c.shift(context, -1, 63), salt=132),
        mix(seen, body, c.shift(seen, -1, 63), c.shift(seen, 1, 63), salt=133),
    ]
    return made


def _pairs(c: Columns, resources: Resources) -> list[np.ndarray]:
    """Clusters of words of two syllables ("chủ tịch", "công ty") at and around a token."""
    keys = resources.pair_keys
    if not len(keys) or not c.n:
        return []
    lower = c.forms.lower[c.tokens.rows]
    pair = lower * _PRIME + c.shift(lower, 1, 0)
    at = np.minimum(np.searchsorted(keys, pair), len(keys) - 1)
    cluster = np.where(keys[at] == pair, resources.pair_clusters[at], 0)
    shifted = {o: c.shift(cluster, o, 0) for o in (-2, -1, 1)}
    return [
        mix(cluster, c.shape, salt=140),
        mix(shifted[-1], c.shape, salt=141),
        mix(shifted[-2], c.shape, salt=142),
        mix(shifted[1], c.shape, salt=143),
        mix(shifted[-2], c.shape, c.shift(c.shape, 1, Shape.EDGE), salt=144),
    ]
