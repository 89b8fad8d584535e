"""`boctin_words`: underthesea's word segmentation, laid over the tokens of every article.

splitting.py   syllables, numbers and marks, by underthesea's patterns
tagging.py     which of them make a word, by underthesea's weights
weights.py     the file of those weights

underthesea's own normalisation stays off, because it would rewrite the text (Hoà → Hòa). The words are underthesea's to
the last one (tests/stages/words compares them); only the way there is shorter, since its own takes nine tenths of its
time to build features as strings.
"""

from collections.abc import Iterator

import numpy as np
import regex
from spacy.attrs import IDX, IS_SPACE, LENGTH
from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of, set_words
from boctin.stages.words.splitting import split
from boctin.stages.words.tagging import shipped_tagger

# What is tagged at once: a line, and a long line cut after marks that no word contains, so that memory is bounded.
_LINE = regex.compile(r"[^\r\n\u2028\u2029]+")
_PIECE = regex.compile(r".{1,400}?[.;:!?,](?=\s|$)|.{1,1500}", regex.DOTALL)


def segment(text: str) -> list[tuple[int, int]]:
    """Words of a text as `(start_char, end_char)`, in order, covering every character that is not white space.

    >>> [("Huyện uỷ họp")[a:b] for a, b in segment("Huyện uỷ họp")]
    ['Huyện uỷ', 'họp']
    """
    tokens = [split(text, start, end) for start, end in _pieces(text)]
    goes_on = shipped_tagger().goes_on([[text[a:b] for a, b in piece] for piece in tokens])
    words: list[tuple[int, int]] = []
    for piece, flags in zip(tokens, goes_on, strict=True):
        opened = len(words)
        for span, on in zip(piece, flags, strict=True):
            if on and len(words) > opened:
                words[-1] = (words[-1][0], span[1])
            else:
                words.append(span)
    return words


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        for piece in _PIECE.finditer(text, line.start(), line.end()):
            yield piece.span()


def _token_ranges(doc: Doc, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words as token ranges; a token that two words share (18-NQ) goes to the word that opens it."""
    if not words:
        return []
    columns = doc.to_array([IDX, LENGTH, IS_SPACE]).astype(np.int64)
    number = np.flatnonzero(columns[:, 2] == 0)
    start, end = columns[number, 0], columns[number, 0] + columns[number, 1]
    number = np.append(number, len(doc))
    spans = np.array(words)
    first = np.searchsorted(end, spans[:, 0], side="right")
    past = np.searchsorted(start, spans[:, 1], side="left")
    first[1:] = np.maximum(first[1:], past[:-1])
    held = past > first
    return list(zip(number[first[held]].tolist(), (number[past[held] - 1] + 1).tolist(), strict=True))


class Words:
    """The component: assigns `doc.spans["words"]` and, through it, `token._.word`."""

    def __call__(self, doc: Doc) -> Doc:
        set_words(doc, _token_ranges(doc, segment(article_of(doc).text)))
        return doc


@Language.factory("boctin_words", assigns=["doc.spans"])
def create_words(nlp: Language, name: str) -> Words:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_words`."""
    return Words()
