"""The record: what boctin says of one article, and the product's public contract.

A change of a field here is a change of `SCHEMA_VERSION` and an entry in CHANGELOG.md. All offsets are
`[start_char, end_char)` in Unicode code points of `article.text`, and
`article.text[start_char:end_char] == text` holds for every span. All dates are inclusive Gregorian days.
"""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from boctin import view

SCHEMA_VERSION: Literal["1.0"] = "1.0"

DateKind = Literal["day", "month", "quarter", "half", "year", "period", "part", "holiday", "duration", "set", "time"]
Branch = Literal[
    "party", "state", "legislature", "judiciary", "military", "police", "front", "mass_organisation",
    "public_service", "state_enterprise", "association", "foreign",
]  # fmt: skip
Level = Literal["central", "province", "district", "commune", "hamlet"]
Qualifier = Literal[
    "exact", "about", "more_than", "less_than", "total", "at_least", "range", "order_of_magnitude", "increase",
]  # fmt: skip
Confidence = Field(ge=0.0, le=1.0)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Span(_Part):
    """Words of the article: `article.text[start_char:end_char] == text`."""

    text: str
    start_char: int
    end_char: int


class Evidence(Span):
    """The words that a slot of a fact was read from."""

    slot: str


class Fact(_Part):
    """What all facts carry: an id within the record, the rule that made it and how sure that rule is."""

    id: str = ""
    rule: str
    confidence: float = Confidence


class DateFact(Fact, Span):
    """A calendar expression as an interval of days; `timex` is its ISO-TimeML (TIMEX3) value.

    `date_from`/`date_to` are null where the article does not settle them (an open range, a year nobody names).
    """

    kind: DateKind
    date_from: date | None = None
    date_to: date | None = None
    timex: str | None = None
    calendar: Literal["gregorian", "lunar"] = "gregorian"


class Position(Span):
    """One position of an official, from the title word to the end of the body's name."""

    title: str
    organization: str | None = None
    organization_full: str | None = None
    branch: Branch | None = None
    level: Level | None = None
    former: bool = False


class Official(Fact):
    """A named person in office; `name` is the fullest form printed, `mentions` are all places that name them."""

    name: str
    positions: list[Position]
    mentions: list[Span]


class ModelCount(Fact, Span):
    """A count of *mô hình*; `text` runs from the number to the noun."""

    noun: str = "mô hình"
    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    qualifier: Qualifier = "exact"
    theme: str | None = None
    place: str | None = None
    fields: list[str] = []
    counted: list[str] = []
    status: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    part_of: str | None = None
    mentions: list[Span] = []
    evidence: list[Evidence] = []


class NamedModel(Fact, Span):
    """A model called by its name: mô hình “Hướng về cơ sở”."""

    name: str
    theme: str | None = None
    place: str | None = None
    mentions: list[Span] = []
    evidence: list[Evidence] = []


class Recipients(_Part):
    """One counted or named group that receives an award."""

    count: int | None = None
    kind: Literal["collective", "individual"] | None = None
    text: str | None = None
    names: list[str] = []


class Award(Fact):
    """One conferral of one honour; `kind_code` is its code in the taxonomy of awards."""

    award: str
    name: str | None = None
    rank: str | None = None
    kind_code: str | None = None
    recipients: list[Recipients] = []
    conferred_by: str | None = None
    reason: str | None = None
    status: Literal["conferred", "announced", "proposed", "held"] = "conferred"
    date_from: date | None = None
    date_to: date | None = None
    event_date: date | None = None
    part_of: str | None = None
    mentions: list[Span] = []
    evidence: list[Evidence] = []


class Place(Fact):
    """An administrative unit that the article names.

    `code` is its code of Decision 124/2004/QĐ-TTg; the period is that of the unit (`valid_to` 2025-06-30 for one that
    ended with the district level, `valid_from` 2025-07-01 for one made then). Where the name alone does not say
    which unit is meant, `ambiguous` is true and `candidates` lists the codes.
    """

    name: str
    unit: str | None = None
    level: Level | None = None
    code: str | None = None
    province: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    ambiguous: bool = False
    candidates: list[str] = []
    mentions: list[Span] = []


class ArticleInfo(_Part):
    """The article that offsets refer to."""

    id: str
    source: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    outlet: str | None = None
    text: str


class Record(_Part):
    """Everything boctin says of one article.

    >>> Record.model_json_schema()["properties"]["dates"]["type"]
    'array'
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    article: ArticleInfo
    dates: list[DateFact] = []
    officials: list[Official] = []
    model_counts: list[ModelCount] = []
    counts: list[ModelCount] = []
    named_models: list[NamedModel] = []
    awards: list[Award] = []
    places: list[Place] = []

    def to_json(self) -> str:
        """The record as one line of JSON, Vietnamese letters as they are; the same record gives the same bytes."""
        return self.model_dump_json()

    @classmethod
    def from_json(cls, line: str | bytes) -> "Record":
        """Read a record back from a line of JSON. Raises pydantic.ValidationError when it is none."""
        return cls.model_validate_json(line)

    def _repr_html_(self) -> str:
        """What a notebook shows: the article with its facts marked, and tables of them."""
        return view.fragment(self.model_dump(mode="json"))


def spans_of(node: Any) -> list[Span]:
    """Every span in a record or a fact, itself included: the words behind facts, mentions, positions and evidence."""
    found: list[Span] = []
    if isinstance(node, Span):
        found.append(node)
    if isinstance(node, BaseModel):
        for value in node.__dict__.values():
            found += spans_of(value)
    elif isinstance(node, list):
        for value in node:
            found += spans_of(value)
    return found
