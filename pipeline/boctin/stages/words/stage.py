"""`boctin_words`: underthesea's word segmentation, laid over the tokens of every article.

underthesea's own normalisation stays off, because it would rewrite the text (Hoà → Hòa); each word is found
again in the text by walking over both, and a word that does not stand where it must is an error.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of, set_words

# underthesea's time grows faster than the length of what it is given at once, so it is given pieces: a line, and a
# long line cut after marks that no word contains.
_LINE = regex.compile(r"[^\r\n\u2028\u2029]+")
_PIECE = regex.compile(r".{1,400}?[.;:!?,](?=\s|$)|.{1,1500}", regex.DOTALL)


@cache
def _segmenter() -> tuple[Any, Any]:
    from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger
    from underthesea.pipeline import word_tokenize
    from underthesea.pipeline.word_tokenize.regex_tokenize import tokenize

    tagger = FastCRFSequenceTagger()
    tagger.load(str(Path(word_tokenize.__file__).parent / "models" / "ws_crf_vlsp2013_20230727"))
    return tokenize, tagger


def segment(text: str) -> list[tuple[int, int]]:
    """Words of a text as `(start_char, end_char)`, in order, covering every character that is not white space.

    >>> [("Huyện uỷ họp")[a:b] for a, b in segment("Huyện uỷ họp")]
    ['Huyện uỷ', 'họp']
    """
    return [word for start, end in _pieces(text) for word in _segment_piece(text, start, end)]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        for piece in _PIECE.finditer(text, line.start(), line.end()):
            yield piece.span()


def _segment_piece(text: str, start: int, end: int) -> list[tuple[int, int]]:
    tokenize, tagger = _segmenter()
    tokens = tokenize(text[start:end], use_character_normalize=False, use_token_normalize=False)
    if not tokens:
        return []
    words: list[tuple[int, int]] = []
    at = start
    for token, tag in zip(tokens, tagger.predict([[token] for token in tokens]), strict=True):
        while text[at].isspace():
            at += 1
        if not text.startswith(token, at):
            raise AssertionError(f"underthesea's token {token!r} is not at offset {at}: {text[at : at + 20]!r}")
        if tag == "I-W" and words:
            words[-1] = (words[-1][0], at + len(token))
        else:
            words.append((at, at + len(token)))
        at += len(token)
    return words


def _token_ranges(doc: Doc, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Words as token ranges; a token that two words share (18-NQ) goes to the word that opens it."""
    ranges: list[tuple[int, int]] = []
    token, count = 0, len(doc)
    for start, end in words:
        while token < count and (doc[token].idx + len(doc[token]) <= start or doc[token].is_space):
            token += 1
        first = token
        while token < count and doc[token].idx < end:
            token += 1
        if token > first:
            ranges.append((first, token))
    return ranges


class Words:
    """The component: assigns `doc.spans["words"]` and, through it, `token._.word`."""

    def __call__(self, doc: Doc) -> Doc:
        set_words(doc, _token_ranges(doc, segment(article_of(doc).text)))
        return doc


@Language.factory("boctin_words", assigns=["doc.spans"])
def create_words(nlp: Language, name: str) -> Words:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_words`."""
    return Words()
