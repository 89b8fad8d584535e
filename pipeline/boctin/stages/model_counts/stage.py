"""`boctin_model_counts`: how many *mô hình* there are, of what movement, where and when; and models called by name."""

from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of
from boctin.stages.model_counts.counting import Counting
from boctin.stages.model_counts.details import Details
from boctin.stages.model_counts.facts import Drafting, fact_of
from boctin.stages.model_counts.knowledge import load_counts, load_nouns
from boctin.stages.model_counts.named import NamedModels
from boctin.stages.model_counts.page import Page
from boctin.stages.model_counts.periods import Periods
from boctin.stages.model_counts.places import PlaceReader
from boctin.stages.model_counts.themes import Themes
from boctin.stages.model_counts.twice import told_twice

MODEL = "mô hình"


class ModelCounts:
    """The component: assigns `doc._.model_counts`, `doc._.counts` (other nouns) and `doc._.named_models`.

    `nouns` is a TOML file of further nouns to count (see nouns.toml). The stage reads numbers, dates and
    administrative units that earlier stages left on the Doc; without them it finds less, and raises nothing.
    """

    def __init__(self, nouns: Path | None = None) -> None:
        known = load_counts()
        self.themes = Themes(known)
        self.places = PlaceReader(known)
        self.drafting = Drafting(self.themes, Periods(known), Details(known))
        self.counting = {noun.name.casefold(): Counting(known, noun) for noun in load_nouns(nouns)}
        self.named = NamedModels(known, self.counting[MODEL], self.themes)

    def __call__(self, doc: Doc) -> Doc:
        doc._.model_counts, doc._.counts, doc._.named_models = [], [], []
        low = article_of(doc).text.casefold()
        counting = [c for name, c in self.counting.items() if name.split()[0] in low]
        if not counting:
            return doc
        page = Page.of(doc)
        # Most articles that speak of models count and name none, and need no places.
        places = cache(lambda: self.places.of(page, doc._.entities))
        for one in counting:
            of_models = one.noun.name.casefold() == MODEL
            prefix = "m" if of_models else f"{one.noun.name}"
            counts = one.find(page)
            drafts = told_twice(page, self.drafting.drafts(page, places(), counts)) if counts else []
            for number, draft in enumerate(drafts, 1):
                draft.id = f"{prefix}#{number}"
            facts = doc._.model_counts if of_models else doc._.counts
            facts.extend(fact_of(page, draft) for draft in drafts)
        if MODEL in low:
            doc._.named_models = self.named.find(page, places, self.themes.of_article(page))
        return doc


@Language.factory(
    "boctin_model_counts",
    requires=["doc._.numerals", "doc._.dates", "doc._.entities"],
    assigns=["doc._.model_counts", "doc._.counts", "doc._.named_models"],
    default_config={"nouns": None},
)
def create_model_counts(nlp: Language, name: str, nouns: str | None) -> ModelCounts:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_model_counts`; `nouns` is the path of a TOML file of further nouns."""
    return ModelCounts(Path(nouns) if nouns else None)
