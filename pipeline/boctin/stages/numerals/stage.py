"""`boctin_numerals`: numbers in digits and words."""

from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of


class Numerals:
    """The component: assigns `doc._.numerals`."""

    def __call__(self, doc: Doc) -> Doc:
        article_of(doc)
        doc._.numerals = []
        return doc


@Language.factory("boctin_numerals", assigns=["doc._.numerals"])
def create_numerals(nlp: Language, name: str) -> Numerals:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_numerals`."""
    return Numerals()
