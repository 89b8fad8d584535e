"""Why a record says what it says: for each fact the words, the rule and the stages behind it; for given words, what
each stage saw in them and why nothing was made of them."""

from collections.abc import Iterator

from spacy.tokens import Doc

from boctin.doc import FACTS, article_of
from boctin.loading import STAGES
from boctin.record import Evidence, Fact, spans_of

# What a fact is made of is left on the Doc by these stages, in this order.
_STAGE_OF = {
    "dates": "boctin_dates",
    "officials": "boctin_officials",
    "model_counts": "boctin_model_counts",
    "counts": "boctin_model_counts",
    "named_models": "boctin_model_counts",
    "awards": "boctin_awards",
    "places": "boctin_places",
}
_BETWEEN = " → "


def explain_facts(doc: Doc) -> Iterator[str]:
    """Lines that tell, for each fact, its words, its rule and confidence, and the path of stages that made it."""
    for name in FACTS:
        for fact in getattr(doc._, name):
            yield f"{fact.id}  {name}  rule {fact.rule}, confidence {fact.confidence:.2f}"
            yield f"    stages: {_path(doc, name, fact)}"
            for span in spans_of(fact):
                slot = f"{span.slot}: " if isinstance(span, Evidence) else ""
                yield f"    [{span.start_char}:{span.end_char}] {slot}{span.text!r}"


def explain_words(doc: Doc, words: str) -> Iterator[str]:
    """Lines that tell what each stage saw in every place where the words stand.

    Raises ValueError when they do not stand in the article.
    """
    text = article_of(doc).text
    places = list(_occurrences(text, words))
    if not places:
        raise ValueError(f"{words!r} does not stand in the article")
    for start in places:
        yield from _explain_place(doc, start, start + len(words))


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _explain_place(doc: Doc, start: int, end: int) -> Iterator[str]:
    article = article_of(doc)
    role = next((p.role for p in article.parts if p.start <= start < p.end), "between parts")
    yield f"[{start}:{end}] {article.text[start:end]!r}, in a {role}"
    yield from (f"    {line}" for line in _seen(doc, start, end))
    facts = [(name, fact) for name in FACTS for fact in getattr(doc._, name) if _touches(fact, start, end)]
    for name, fact in facts:
        yield f"    fact {fact.id} ({name}), rule {fact.rule}, confidence {fact.confidence:.2f}"
    if facts:
        return
    reasons = [p for p in doc._.passed_over if p.start_char < end and start < p.end_char]
    for passed in reasons:
        yield f"    no fact: {passed.stage}: {passed.reason}"
    if role in ("dateline", "byline"):
        yield f"    no fact: a {role} is read for the article itself, not for facts"
    elif not reasons:
        yield "    no fact: no rule of any stage opens here"


def _seen(doc: Doc, start: int, end: int) -> Iterator[str]:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is not None:
        words = dict.fromkeys(token._.word.text for token in span if token._.word is not None)
        yield f"tokens {' | '.join(token.text for token in span)}; words {' | '.join(words)}"
    for numeral in doc._.numerals:
        if numeral.start_char < end and start < numeral.end_char:
            bounds = f"{numeral.low}–{numeral.high}" if numeral.value is None else f"{numeral.value}"
            yield f"numeral {bounds} ({numeral.qualifier})"
    for entity in doc._.entities:
        if entity.start_char < end and start < entity.end_char:
            yield f"{entity.label} {entity.text!r} ({entity.kind or 'no kind'}, {entity.source})"


def _path(doc: Doc, name: str, fact: Fact) -> str:
    """The stages whose results touch the words of a fact, and the stage that made it."""
    spans = spans_of(fact)

    def touched(items: list) -> bool:
        return any(i.start_char < s.end_char and s.start_char < i.end_char for i in items for s in spans)

    used = {"boctin_numerals": doc._.numerals, "boctin_entities": doc._.entities, "boctin_dates": doc._.dates}
    path = [stage for stage in STAGES if stage in used and stage != _STAGE_OF[name] and touched(used[stage])]
    return _BETWEEN.join([*path, _STAGE_OF[name], "boctin_merge"])


def _touches(fact: Fact, start: int, end: int) -> bool:
    return any(span.start_char < end and start < span.end_char for span in spans_of(fact))
