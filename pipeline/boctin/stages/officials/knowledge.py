"""What the stage knows: titles, the words around them, and which bodies are public."""

from pathlib import Path

from boctin.knowledge import Knowledge, load_knowledge
from boctin.record import Branch, Level

_HERE = Path(__file__).parent


class Title(Knowledge):
    """Titles that behave alike; see titles.toml for the meaning of each field."""

    words: list[str]
    branch: Branch | None = None
    level: Level | None = None
    alone: bool = False
    before_name: bool = False
    shares_body: bool = False
    weak: bool = False
    taken: bool = False
    deputy: bool = False
    place: bool = False
    aide: bool = False
    vice: bool = True
    bodies: tuple[str, ...] = ()


class Titles(Knowledge):
    """Schema of titles.toml."""

    title: list[Title]


class Grammar(Knowledge):
    """Schema of grammar.toml."""

    former: list[str]
    acting: list[str]
    vice: list[str]
    after: list[str]
    ranks: list[str]
    honours: list[str]
    telling: list[str]
    belonging: list[str]
    aides: list[str]
    kin: list[str]
    leads: list[str]
    asides: list[str]
    staff: list[str]
    adverbs: list[str]
    between: list[str]
    links: list[str]
    subject_links: list[str]
    appointing: list[str]
    pronouns: list[str]
    be: list[str]
    then: list[str]


class Enterprises(Knowledge):
    """State-owned enterprises, by words of their names."""

    names: list[str]


class Context(Knowledge):
    """Words around an office that show what it is of."""

    public: list[str]
    private: list[str]
    assemblies: list[str]


class Private(Knowledge):
    """Schools and hospitals that no public body runs, by words of their names."""

    universities: list[str]
    houses: list[str]


class Heads(Knowledge):
    """People called by "Chủ tịch" alone."""

    names: list[str]


class Branches(Knowledge):
    """Schema of branches.toml."""

    branch: dict[str, Branch]
    enterprises: Enterprises
    context: Context
    private: Private
    heads: Heads


class Acronyms(Knowledge):
    """Schema of acronyms.toml."""

    full: dict[str, str]


def load_acronyms() -> dict[str, str]:
    """Short forms with what they stand for."""
    return load_knowledge(_HERE / "acronyms.toml", Acronyms).full


def load_titles() -> list[Title]:
    """The titles of titles.toml."""
    return load_knowledge(_HERE / "titles.toml", Titles).title


def load_grammar() -> Grammar:
    """The words around titles."""
    return load_knowledge(_HERE / "grammar.toml", Grammar)


def load_branches() -> Branches:
    """Branches of bodies, and the bodies that do not count."""
    return load_knowledge(_HERE / "branches.toml", Branches)
