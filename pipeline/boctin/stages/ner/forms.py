"""What the NER model knows of a token alone: its spelling, shape, word cluster and lexicon classes.

Everything here is a function of one token's form, so it is worked out once for each form and kept; over an article
the model then only gathers rows of numbers.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from zlib import crc32

import numpy as np
import regex

from boctin.reading import reading_of

_DIGIT = regex.compile(r"\d")
# The Vietnamese syllable: onset, vowels (with any tone), coda. What does not fit is a foreign name or an acronym.
_VIETNAMESE = regex.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]{1,3}"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_MARKS = ".,-()\":;/&'"


class Shape(IntEnum):
    """Shapes of a token; marks follow from `MARK` on, one each."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    INITIAL = 3
    MIXED = 4
    NUMBER = 5
    OTHER = 6
    EDGE = 7  # before the first and after the last token of a segment
    CAPS_WORD = 8  # a word in a line of capitals: its capital says nothing
    LOWERED_WORD = 9  # a word in a sentence without any capital
    MARK = 10


def shape_of(form: str) -> int:
    """The shape of a token.

    >>> [int(shape_of(form)) for form in ("xã", "Sơn", "UBND", "A", "iPhone", "12")]
    [0, 1, 2, 3, 4, 5]
    """
    if form[0].isalpha():
        if form.islower():
            return Shape.LOWER
        if len(form) == 1:
            return Shape.INITIAL
        if form.isupper():
            return Shape.UPPER
        return Shape.TITLE if form[0].isupper() and form[1:].islower() else Shape.MIXED
    if form[0].isdigit():
        return Shape.NUMBER
    at = _MARKS.find(form) if len(form) == 1 else -1
    return Shape.OTHER if at < 0 else Shape.MARK + at


def is_syllable(form: str) -> bool:
    """Whether a form is spelt like a Vietnamese syllable.

    >>> [is_syllable(form) for form in ("Hùng", "Smith", "UBND")]
    [True, False, False]
    """
    return bool(_VIETNAMESE.fullmatch(form.lower()))


def digest(text: str) -> int:
    """A 64-bit hash of a string that is the same in every process (Python's own is not)."""
    data = text.encode("utf-8", "surrogatepass")
    return crc32(data) | crc32(b"\x9d" + data[::-1]) << 32


class Forms:
    """The table of forms met so far, with a row of numbers for each; row 0 is the edge of a segment.

    `clusters` gives a form's word clusters, coarse to fine; `lexicon` the classes of a lower-cased syllable.
    """

    EDGE = 0
    WIDTH = 22  # hashed features of a form, padded with zeros

    def __init__(self, clusters: Mapping[str, tuple[int, ...]], lexicon: Mapping[str, Iterable[str]]) -> None:
        self.clusters, self.lexicon = clusters, lexicon
        self.ids: dict[str, int] = {}
        self._size = 0
        self._allocate(1 << 12)
        self._add("\x02")
        self.shape[0] = Shape.EDGE

    def _allocate(self, capacity: int) -> None:
        old = self.__dict__.copy()
        self.lower = np.zeros(capacity, np.uint64)  # hash of the lower-cased form
        self.lower_id = np.zeros(capacity, np.int32)  # row of the lower-cased form
        self.shape = np.zeros(capacity, np.int64)
        self.cluster = np.zeros((capacity, 3), np.int64)
        self.classes = np.zeros(capacity, np.int64)  # bits: see CLASS_BITS
        self.features = np.zeros((capacity, self.WIDTH), np.uint64)
        for name in ("lower", "lower_id", "shape", "cluster", "classes", "features"):
            if name in old:
                getattr(self, name)[: self._size] = old[name][: self._size]

    def __len__(self) -> int:
        return self._size

    def rows(self, tokens: list[str]) -> np.ndarray:
        """The row of each token; forms not met before are added."""
        ids = self.ids
        try:
            return np.fromiter(map(ids.__getitem__, tokens), np.int64, len(tokens))
        except KeyError:
            return np.fromiter((ids[t] if t in ids else self._add(t) for t in tokens), np.int64, len(tokens))

    def _add(self, token: str) -> int:
        form = _DIGIT.sub("0", reading_of(token))
        if form != token:
            row = self.ids[token] = self.ids[form] if form in self.ids else self._add(form)
            return row
        if self._size == len(self.shape):
            self._allocate(2 * self._size)
        row = self.ids[form] = self._size
        self._size += 1
        lower = form.lower()
        # A capital can fold to two characters ("İ"); such a form stands for itself.
        self.lower_id[row] = row if lower == form or lower.lower() != lower else self._row_of(lower)
        self.lower[row] = digest(lower)
        self.shape[row] = shape_of(form)
        known = self.clusters.get(form) or self.clusters.get(form.capitalize()) or self.clusters.get(lower) or (0, 0, 0)
        self.cluster[row] = known
        classes = sorted(self.lexicon.get(lower, ()))
        self.classes[row] = sum(CLASS_BITS.get(name, 0) for name in classes)
        hashes = [digest(key) for key in self._keys(form, lower, known, classes)][: self.WIDTH]
        self.features[row, : len(hashes)] = hashes
        return row

    def _row_of(self, form: str) -> int:
        return self.ids[form] if form in self.ids else self._add(form)

    @staticmethod
    def _keys(form: str, lower: str, clusters: tuple[int, ...], classes: list[str]) -> list[str]:
        keys = [f"w={lower}", f"g={'+'.join(classes)}", *(f"h={name}" for name in classes)]
        keys += [f"k{n}={cluster}" for n, cluster in enumerate(clusters)]
        if form[0].isalpha():
            fits = is_syllable(lower)
            keys += [f"c={form}", f"p2={lower[:2]}", f"p3={lower[:3]}", f"s2={lower[-2:]}", f"s3={lower[-3:]}"]
            keys += [f"v={fits}", f"n={min(len(form), 8)}{fits}"]
        return keys


# Classes of syllables that the features of a whole article ask for.
CLASS_BITS = {
    "honorific": 1,
    "unit": 2,
    "family": 4,
    "doubtful": 8,
    "middle": 16,
    "head": 32,
    "given": 64,
    "surname": 128,
}
