"""`boctin_awards`: conferrals of honours."""

from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of


class Awards:
    """The component: assigns `doc._.awards`."""

    def __call__(self, doc: Doc) -> Doc:
        article_of(doc)
        doc._.awards = []
        return doc


@Language.factory("boctin_awards", assigns=["doc._.awards"])
def create_awards(nlp: Language, name: str) -> Awards:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_awards`."""
    return Awards()
