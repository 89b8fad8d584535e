"""`boctin_sentences`: sentence starts that do not break at "TP.", "GS.TS.", "Q.1", "1.240", "T.Ư" or initials."""

from pathlib import Path

import regex
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
        starts = iter([*sentence_starts(article_of(doc).reading, self.abbreviations), len(doc.text) + 1])
        pending = next(starts)
        for token in doc:
            opens = token.i == 0
            while token.idx >= pending:
                opens, pending = True, next(starts)
            token.is_sent_start = opens
        return doc


@Language.factory("boctin_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> Sentences:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_sentences`."""
    return Sentences()
