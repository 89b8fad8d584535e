"""`boctin_dates`: calendar expressions as intervals."""

from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of


class Dates:
    """The component: assigns `doc._.dates`."""

    def __call__(self, doc: Doc) -> Doc:
        article_of(doc)
        doc._.dates = []
        return doc


@Language.factory("boctin_dates", assigns=["doc._.dates"])
def create_dates(nlp: Language, name: str) -> Dates:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_dates`."""
    return Dates()
