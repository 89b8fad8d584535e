"""The words that counts are read by, as they stand in model_counts.toml and nouns.toml, and as patterns."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import regex

from boctin.knowledge import Knowledge, load_knowledge
from boctin.phrases import alternatives

_HERE = Path(__file__).parent


class Noun(Knowledge):
    """Something that is counted, and how."""

    name: str
    joined: tuple[str, ...] = ()
    lone_one: bool = False
    real: bool = False

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The noun itself, as a whole word."""
        return regex.compile(whole_word([self.name]), regex.IGNORECASE)


class Nouns(Knowledge):
    """Schema of nouns.toml."""

    noun: list[Noun]


class Guards(Knowledge):
    """Neighbours that keep a number from being a count."""

    not_after: list[str]
    anaphora: list[str]
    anaphora_before: list[str]
    not_any: list[str]
    negated_before: list[str]


class One(Knowledge):
    """When "một mô hình" counts."""

    always_before: list[str]
    listed_before: list[str]
    article_before: list[str]
    each: list[str]


class Unreal(Knowledge):
    """Models that are things, figures or computations."""

    after: list[str]
    things: list[str]
    shared: list[str]
    before: list[str]
    programme: list[str]
    topics: list[str]
    near: list[str]


class ThemeWords(Knowledge):
    """Where a theme begins and ends."""

    qualities: list[str]
    trailing: list[str]
    kept_whole: list[str]
    no_start: list[str]
    bare: list[str]
    organised: list[str]
    stops: list[str]
    keeps: list[str]
    compounds: list[str]
    clause_starts: list[str]
    carriers: list[str]
    max_words: int


class PlaceWords(Knowledge):
    """Words of administrative units."""

    whole: list[str]
    nationwide: list[str]
    before: list[str]
    no_unit: list[str]
    central: list[str]
    no_actor: list[str]
    central_cities: list[str]
    digests: list[str]
    levels: dict[str, list[str]]


class PeriodWords(Knowledge):
    """Words before a date that say what it has to do with a count."""

    compared: list[str]
    until: list[str]
    planned: list[str]
    goals: list[str]
    terms: list[str]
    now: list[str]
    events: list[str]


class DetailWords(Knowledge):
    """Words of fields, of what the models are made of, and of parts of a total."""

    fields_after: list[str]
    fields_before: list[str]
    counted: list[str]
    part_links: list[str]


class NamedWords(Knowledge):
    """Names of models that are printed without quotes."""

    unquoted: list[str]
    max_words: int


class CountKnowledge(Knowledge):
    """Schema of model_counts.toml."""

    classifiers: list[str]
    movements: list[str]
    guards: Guards
    one: One
    unreal: Unreal
    theme: ThemeWords
    place: PlaceWords
    period: PeriodWords
    status: dict[str, list[str]]
    details: DetailWords
    named: NamedWords


def load_counts() -> CountKnowledge:
    """The knowledge that is shipped with the stage."""
    return load_knowledge(_HERE / "model_counts.toml", CountKnowledge)


def load_nouns(extra: Path | None = None) -> list[Noun]:
    """The nouns to count: *mô hình*, and those of a file of the user's. Raises KnowledgeError, as `load_knowledge`."""
    nouns = {noun.name.casefold(): noun for noun in load_knowledge(_HERE / "nouns.toml", Nouns).noun}
    if extra is not None:
        nouns |= {noun.name.casefold(): noun for noun in load_knowledge(extra, Nouns).noun}
    return list(nouns.values())


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, with any white space (but no line break) between words."""
    return alternatives((" ".join(phrase.split()) for phrase in phrases), space=r"[^\S\n]+")


def whole_word(phrases: Iterable[str]) -> str:
    """Like `any_of`, and no letter or digit touches it."""
    return rf"(?<![\p{{L}}\p{{N}}]){any_of(phrases)}(?![\p{{L}}\p{{N}}])"


def ending_with(phrases: Iterable[str], *, tail: str = r"\s+") -> regex.Pattern[str]:
    """A pattern for a text that ends with one of the phrases (and white space): what stands right before something."""
    return regex.compile(rf"{whole_word(phrases)}{tail}$", regex.IGNORECASE)
