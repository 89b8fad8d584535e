"""`boctin_sentences`: sentence starts that do not break at "TP.", "GS.TS.", "Q.1", "1.240", "T.Ư" or initials."""

from pathlib import Path
from typing import Any

import numpy as np
import regex
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of
from boctin.knowledge import Knowledge, load_knowledge


class Abbreviations(Knowledge):
    """Schema of abbreviations.toml."""

    titles: list[str]
    places: list[str]
    other: list[str]

    def folded(self) -> frozenset[str]:
        return frozenset(word.casefold() for word in (*self.titles, *self.places, *self.other))


_LINE_BREAK = regex.compile(r"\s*[\n\u2028\u2029]\s*")
# A mark that may end a sentence, closing quotes and brackets after it, then white space and what can open the next.
_END = regex.compile(r"""(?P<mark>[.!?…]++)["')\]]*+\s++(?=["'(\[-]?\s*[\p{Lu}\d])""")
_LAST_WORD = regex.compile(r"[\p{L}\p{M}/]+(?:\.[\p{L}\p{M}]+)*$")
_MAX_WORD = 12
# spaCy's values of the attribute SENT_START.
_OPENS, _INSIDE = 1, -1


def sentence_starts(reading: str, abbreviations: frozenset[str]) -> list[int]:
    """Offsets at which a sentence begins: after a line break, and after a closing mark that ends no abbreviation."""
    starts = {match.end() for match in _LINE_BREAK.finditer(reading)}
    for match in _END.finditer(reading):
        if match.group("mark") != "." or not _abbreviated(reading, match.start(), abbreviations):
            starts.add(match.end())
    return sorted(starts)


def _abbreviated(reading: str, stop: int, abbreviations: frozenset[str]) -> bool:
    word = _LAST_WORD.search(reading, max(0, stop - _MAX_WORD), stop)
    if word is None:
        return False
    last = word.group().rsplit(".", 1)[-1]
    is_initial = len(last) == 1 and last.isupper()
    return is_initial or (last.casefold() in abbreviations and last[0].isupper()) or word.group().casefold() == "v.v"


class Sentences:
    """The component: assigns `token.is_sent_start`."""

    def __init__(self) -> None:
        self.abbreviations = load_knowledge(Path(__file__).parent / "abbreviations.toml", Abbreviations).folded()

    def __call__(self, doc: Doc) -> Doc:
        if len(doc) == 0:
            return doc
        offsets = sentence_starts(article_of(doc).reading, self.abbreviations)
        # Whole arrays, because setting token.is_sent_start one by one takes longer than finding the sentences.
        opening = np.searchsorted(doc.to_array([IDX]).ravel(), offsets)
        marks = np.full(len(doc), _INSIDE, dtype=np.int64)
        marks[[0, *opening[opening < len(doc)]]] = _OPENS
        # spaCy annotates a type of its own that no array of NumPy's has.
        column: Any = marks.astype(np.uint64).reshape(-1, 1)
        return doc.from_array([SENT_START], column)


@Language.factory("boctin_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> Sentences:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_sentences`."""
    return Sentences()
