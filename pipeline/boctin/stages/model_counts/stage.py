"""`boctin_model_counts`: counts of mô hình."""

from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of


class ModelCounts:
    """The component: assigns `doc._.model_counts`."""

    def __call__(self, doc: Doc) -> Doc:
        article_of(doc)
        doc._.model_counts = []
        return doc


@Language.factory("boctin_model_counts", assigns=["doc._.model_counts"])
def create_model_counts(nlp: Language, name: str) -> ModelCounts:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_model_counts`."""
    return ModelCounts()
