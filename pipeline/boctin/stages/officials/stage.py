"""`boctin_officials`: people in office."""

from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of


class Officials:
    """The component: assigns `doc._.officials`."""

    def __call__(self, doc: Doc) -> Doc:
        article_of(doc)
        doc._.officials = []
        return doc


@Language.factory("boctin_officials", assigns=["doc._.officials"])
def create_officials(nlp: Language, name: str) -> Officials:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_officials`."""
    return Officials()
