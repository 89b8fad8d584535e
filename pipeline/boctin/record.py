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
    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Span(_Part):
    """Words of the article: `article.text[start_char:end_char] == text`."""

    text: str
    """The words as printed."""
    start_char: int
    """Offset of the first character."""
    end_char: int
    """Offset behind the last character."""


class Evidence(Span):
    """The words that a slot of a fact was read from."""

    slot: str
    """Name of the slot that was read from these words."""


class Fact(_Part):
    """What all facts carry: an id within the record, the rule that made it and how sure that rule is."""

    id: str = ""
    """Within the record: d1, o1, m1, a1 …"""
    rule: str
    """Name of the rule that made the fact; `boctin explain` tells more."""
    confidence: float = Confidence
    """How sure the rule is; of facts at .9 or more, 95 % are right."""


class DateFact(Fact, Span):
    """A calendar expression as an interval of days; `timex` is its ISO-TimeML (TIMEX3) value.

    `date_from`/`date_to` are null where the article does not settle them (an open range, a year nobody names).
    """

    kind: DateKind
    """What the words name; a duration, set or time of day is no calendar date."""
    date_from: date | None = None
    """First day."""
    date_to: date | None = None
    """Last day."""
    timex: str | None = None
    """Value in ISO-TimeML (TIMEX3): 2023-12-07, 2023-Q2, P3Y."""
    calendar: Literal["gregorian", "lunar"] = "gregorian"
    """The calendar that the words count by; the days are Gregorian in either."""


class Position(Span):
    """One position of an official, from the title word to the end of the body's name."""

    title: str
    """The office: Phó Chủ tịch."""
    organization: str | None = None
    """The body as printed: UBND huyện."""
    organization_full: str | None = None
    """The body with the place that the article settles: UBND huyện Thoại Sơn."""
    branch: Branch | None = None
    """Branch of the political system that the body belongs to."""
    level: Level | None = None
    """Level of the body."""
    former: bool = False
    """Whether the position was held before the article was published."""


class Official(Fact):
    """A named person in office; `name` is the fullest form printed, `mentions` are all places that name them."""

    name: str
    """The fullest form of the name that is printed."""
    positions: list[Position]
    """The positions in the order in which they are printed."""
    mentions: list[Span]
    """All places that name the person."""


class ModelCount(Fact, Span):
    """A count of *mô hình*; `text` runs from the number to the noun."""

    noun: str = "mô hình"
    """What is counted, as printed."""
    value: float | int | None = None
    """The number; null where the article gives bounds alone."""
    low: float | int | None = None
    """Lower bound."""
    high: float | int | None = None
    """Upper bound."""
    qualifier: Qualifier = "exact"
    """How the article states the number."""
    theme: str | None = None
    """Movement or subject of the models: Dân vận khéo."""
    place: str | None = None
    """Where the models are, as printed, or as the article settles it."""
    fields: list[str] = []
    """Fields of work: kinh tế; văn hóa - xã hội."""
    counted: list[str] = []
    """What else stands under the same number: tập thể, cá nhân."""
    status: str | None = None
    """What was done with them: đăng ký, công nhận, duy trì."""
    date_from: date | None = None
    """First day of the period that the count is of."""
    date_to: date | None = None
    """Last day of that period."""
    part_of: str | None = None
    """Id of the count that this one is a part of."""
    mentions: list[Span] = []
    """Other places that tell of the same count."""
    evidence: list[Evidence] = []
    """The words behind each slot."""


class NamedModel(Fact, Span):
    """A model called by its name: mô hình “Hướng về cơ sở”."""

    name: str
    """The name, without quotes."""
    theme: str | None = None
    """Movement or subject."""
    place: str | None = None
    """Where the model is."""
    mentions: list[Span] = []
    """Other places that name it."""
    evidence: list[Evidence] = []
    """The words behind each slot."""


class Recipients(_Part):
    """One counted or named group that receives an award."""

    count: int | None = None
    """How many."""
    kind: Literal["collective", "individual"] | None = None
    """Collectives or individuals."""
    text: str | None = None
    """The words that tell of them."""
    names: list[str] = []
    """Those who are named."""


class Award(Fact):
    """One conferral of one honour; `kind_code` is its code in the taxonomy of awards."""

    award: str
    """The honour: Bằng khen, Huân chương Lao động."""
    name: str | None = None
    """Its own name: Vì sự nghiệp Dân vận của Đảng."""
    rank: str | None = None
    """Class or place: hạng Ba, giải Nhất."""
    kind_code: str | None = None
    """Code in the taxonomy of awards (Law on Emulation and Commendation 06/2022/QH15 and others)."""
    recipients: list[Recipients] = []
    """Who receives it, by groups."""
    conferred_by: str | None = None
    """Who confers it."""
    reason: str | None = None
    """What for."""
    status: Literal["conferred", "announced", "proposed", "held"] = "conferred"
    """Whether it was conferred, announced, proposed, or is held from before."""
    date_from: date | None = None
    """First day of the work that is honoured."""
    date_to: date | None = None
    """Last day of that work."""
    event_date: date | None = None
    """Day of the conferral."""
    part_of: str | None = None
    """Id of the award that this one is a part of."""
    mentions: list[Span] = []
    """The places that tell of it."""
    evidence: list[Evidence] = []
    """The words behind each slot."""


class Place(Fact):
    """An administrative unit that the article names.

    `code` is its code of Decision 124/2004/QĐ-TTg; the period is that of the unit (`valid_to` 2025-06-30 for one that
    ended with the district level, `valid_from` 2025-07-01 for one made then). Where the name alone does not say
    which unit is meant, `ambiguous` is true and `candidates` lists the codes.
    """

    name: str
    """The name as first printed."""
    unit: str | None = None
    """Full name of the administrative unit."""
    level: Level | None = None
    """Level of the unit."""
    code: str | None = None
    """Code of the unit."""
    province: str | None = None
    """The province that the unit is or lies in."""
    valid_from: date | None = None
    """First day of the unit; null where it is as old as the list."""
    valid_to: date | None = None
    """Last day of the unit; null where it still is."""
    ambiguous: bool = False
    """Whether several units may be meant."""
    candidates: list[str] = []
    """Codes of these units."""
    mentions: list[Span] = []
    """All places that name it."""


class ArticleInfo(_Part):
    """The article that offsets refer to."""

    id: str
    """First 16 hex digits of the sha256 of title, published and text: moving a file keeps it."""
    source: str | None = None
    """File or address that the article was read from."""
    title: str | None = None
    """Headline."""
    published: str | None = None
    """Day or moment of publication, ISO 8601."""
    author: str | None = None
    """As the byline has it."""
    outlet: str | None = None
    """Newspaper or portal."""
    text: str
    """The article in NFC with its own spelling; all offsets refer to it."""


class Record(_Part):
    """Everything boctin says of one article.

    >>> Record.model_json_schema()["properties"]["dates"]["type"]
    'array'
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this description."""
    article: ArticleInfo
    """The article itself."""
    dates: list[DateFact] = []
    """Calendar expressions."""
    officials: list[Official] = []
    """Named persons in office."""
    model_counts: list[ModelCount] = []
    """Counts of *mô hình*."""
    counts: list[ModelCount] = []
    """Counts of other things, in the same form."""
    named_models: list[NamedModel] = []
    """Models called by their name."""
    awards: list[Award] = []
    """Honours conferred."""
    places: list[Place] = []
    """Administrative units named."""

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
