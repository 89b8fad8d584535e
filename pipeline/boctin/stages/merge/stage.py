"""`boctin_merge`: the last stage. Facts in the order of their words, each with an id, every span checked."""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import article_of, lay
from boctin.record import Fact, Span, spans_of

# The id of a fact is a letter for its list and its number in it.
PREFIX = {
    "dates": "d",
    "officials": "o",
    "model_counts": "m",
    "counts": "c",
    "named_models": "n",
    "awards": "a",
    "places": "p",
}


def _place(fact: Fact) -> tuple[int, int]:
    spans = [fact] if isinstance(fact, Span) else spans_of(fact)
    return min((span.start_char, span.end_char) for span in spans) if spans else (0, 0)


def check_spans(text: str, fact: Fact) -> None:
    """Raise AssertionError when a span of a fact does not cover its words: a fault of the stage that made it."""
    for span in spans_of(fact):
        if text[span.start_char : span.end_char] != span.text:
            raise AssertionError(
                f"{fact.rule}: {span.text!r} is not at {span.start_char}..{span.end_char} "
                f"({text[span.start_char : span.end_char]!r})"
            )


def number(facts: list[Any], prefix: str, key: Callable[[Any], tuple[int, int]] = _place) -> list[Any]:
    """Facts in the order of their words, with ids; `part_of` links follow their fact to its new id."""
    ordered = sorted(facts, key=key)
    ids = {fact.id: f"{prefix}{i}" for i, fact in enumerate(ordered, 1) if fact.id}
    for i, fact in enumerate(ordered, 1):
        fact.id = f"{prefix}{i}"
        if getattr(fact, "part_of", None) is not None:
            fact.part_of = ids[fact.part_of]
    return ordered


class Merge:
    """The component: orders, numbers and checks the facts, and lays them over the tokens as span groups."""

    def __call__(self, doc: Doc) -> Doc:
        text = article_of(doc).text
        for name, prefix in PREFIX.items():
            facts = number(getattr(doc._, name), prefix)
            for fact in facts:
                check_spans(text, fact)
            setattr(doc._, name, facts)
            lay(doc, name, ((s.start_char, s.end_char, fact.id) for fact in facts for s in _shown(fact)))
        return doc


def _shown(fact: Any) -> list[Span]:
    return [fact] if isinstance(fact, Span) else fact.mentions


@Language.factory("boctin_merge", requires=[f"doc._.{name}" for name in PREFIX], assigns=["doc.spans"])
def create_merge(nlp: Language, name: str) -> Merge:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_merge`."""
    return Merge()
