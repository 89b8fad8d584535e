"""`boctin_entities`: persons, bodies and administrative units."""

from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of


class Entities:
    """The component: assigns `doc._.entities`."""

    def __call__(self, doc: Doc) -> Doc:
        article_of(doc)
        doc._.entities = []
        return doc


@Language.factory("boctin_entities", assigns=["doc._.entities"])
def create_entities(nlp: Language, name: str) -> Entities:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_entities`."""
    return Entities()
