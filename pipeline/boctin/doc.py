"""What the stages keep on a spaCy Doc, and how they read each other's results.

A stage never imports another stage. It reads what an earlier one left here:

    doc._.article       the Article
    doc._.numerals      [Numeral]     numbers with value or bounds
    doc._.ner           [Entity]      names as the trained model sees them
    doc._.entities      [Entity]      PERSON, ORGANIZATION, LOCATION
    doc._.passed_over   [PassedOver]  words a stage made no fact of, and why
    doc._.dates, .officials, .model_counts, .counts, .named_models, .awards, .places    facts of the record
    doc.spans["words"]  underthesea's words; token._.word is the word a token lies in
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import srsly
from pydantic import BaseModel
from spacy.attrs import IDX, LENGTH, SENT_START
from spacy.tokens import Doc, Span, SpanGroup, Token

from boctin import record
from boctin.article import Article

FACTS = ("dates", "officials", "model_counts", "counts", "named_models", "awards", "places")
_WORD_OF_TOKEN = "boctin_word_of_token"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text: `value`, or bounds `low`/`high` where it is approximate or a range.

    `start_char` is where the digits or number words begin, `outer_start` where a qualifier before them
    ("gần", "hơn", "từ") begins. `qualifier` is one of the record's qualifiers.
    """

    start_char: int
    end_char: int
    value: float | int | None
    low: float | int | None = None
    high: float | int | None = None
    qualifier: record.Qualifier = "exact"
    outer_start: int = -1


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text. `kind` refines the label (a body's or unit's kind); `source` is the rule or model."""

    label: Literal["PERSON", "ORGANIZATION", "LOCATION"]
    start_char: int
    end_char: int
    text: str
    kind: str | None = None
    source: str = "rule"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Words that a stage looked at and made no fact of, and why; for `boctin explain --at`."""

    stage: str
    start_char: int
    end_char: int
    reason: str


def article_of(doc: Doc) -> Article:
    """The article of a Doc; made from the Doc's own text, unchanged, when nobody has set it."""
    if doc._.article is None:
        doc._.article = Article.of_text(doc.text)
    return doc._.article


def token_texts(doc: Doc) -> list[str]:
    """The text of each token. Asked of the whole Doc at once: spaCy makes an object of each token looked at."""
    text = article_of(doc).text
    return [text[start:end] for start, end in zip(*token_bounds(doc), strict=True)]


def token_bounds(doc: Doc) -> tuple[list[int], list[int]]:
    """Offsets at which tokens start and end."""
    offsets = doc.to_array([IDX, LENGTH]).astype(np.int64)
    return offsets[:, 0].tolist(), offsets.sum(axis=1).tolist()


def sentence_starts(doc: Doc) -> list[int]:
    """Offsets at which sentences start; none where no stage has set them."""
    columns = doc.to_array([IDX, SENT_START])
    return columns[columns[:, 1] == 1, 0].tolist()


def lay(doc: Doc, key: str, spans: Iterable[tuple[int, int, str]]) -> None:
    """Lay `(start_char, end_char, label)` over the tokens as `doc.spans[key]`, whole tokens where they differ."""
    made = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in spans)
    doc.spans[key] = SpanGroup(doc, name=key, spans=[span for span in made if span is not None])


def set_words(doc: Doc, words: list[tuple[int, int]]) -> None:
    """Lay words, as token ranges `[start, end)` that cover the Doc in order, over its tokens."""
    doc.spans["words"] = SpanGroup(doc, name="words", spans=[Span(doc, start, end) for start, end in words])
    owner = [-1] * len(doc)
    for number, (start, end) in enumerate(words):
        owner[start:end] = [number] * (end - start)
    doc.user_data[_WORD_OF_TOKEN] = owner


def _word_of(token: Token) -> Span | None:
    owner = token.doc.user_data.get(_WORD_OF_TOKEN)
    return token.doc.spans["words"][owner[token.i]] if owner and owner[token.i] >= 0 else None


def _register() -> None:
    Doc.set_extension("article", default=None, force=True)
    for name in ("numerals", "ner", "entities", "passed_over", *FACTS):
        Doc.set_extension(name, default=[], force=True)
    Token.set_extension("word", getter=_word_of, force=True)


# spaCy sends Docs between processes as msgpack; facts and articles travel as their fields.
_PACKED = "__boctin__"
_CLASSES: dict[str, Any] = {
    cls.__name__: cls
    for cls in (
        *(Numeral, Entity, PassedOver),
        *(record.DateFact, record.Official, record.ModelCount, record.NamedModel, record.Award, record.Place),
    )
}


def _pack(obj: Any, chain: Any = None) -> Any:
    if isinstance(obj, Article):
        iso = obj.published.iso if obj.published else None
        return {_PACKED: "Article", "fields": [obj.text, iso, obj.outlet, obj.source]}
    if isinstance(obj, BaseModel) and type(obj).__name__ in _CLASSES:
        return {_PACKED: type(obj).__name__, "fields": obj.model_dump(mode="json")}
    if isinstance(obj, Numeral | Entity | PassedOver):
        return {_PACKED: type(obj).__name__, "fields": {k: getattr(obj, k) for k in obj.__dataclass_fields__}}
    return obj if chain is None else chain(obj)


def _unpack(obj: Any, chain: Any = None) -> Any:
    if isinstance(obj, dict) and _PACKED in obj:
        name, fields = obj[_PACKED], obj["fields"]
        if name == "Article":
            text, iso, outlet, source = fields
            return Article.of_text(text, published=iso, outlet=outlet, source=source)
        return _CLASSES[name](**fields)
    return obj if chain is None else chain(obj)


_register()
srsly.msgpack_encoders("boctin", func=_pack)
srsly.msgpack_decoders("boctin", func=_unpack)
