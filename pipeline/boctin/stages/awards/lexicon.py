"""The knowledge of the stage: the taxonomy of honours and the words of conferral, compiled once."""

import re
from pathlib import Path
from typing import Literal

import regex

from boctin.knowledge import Knowledge, load_knowledge
from boctin.phrases import alternatives

FOLDER = Path(__file__).parent
Group = Literal[
    "order", "medal", "badge", "commemorative", "certificate", "flag", "title", "standard", "prize", "place",
    "commendation",
]  # fmt: skip
RecipientKind = Literal["individual", "collective"]


class Kind(Knowledge):
    """A kind of honour (an entry of taxonomy.toml)."""

    code: str
    vi: str
    en: str
    group: Group
    forms: list[str]
    ranks: tuple[str, ...] = ()
    conferrers: list[str]
    recipients: list[RecipientKind]
    source: str
    alone: bool = False


class Taxonomy(Knowledge):
    """Schema of taxonomy.toml."""

    kinds: list[Kind]


class Verbs(Knowledge):
    """Verbs of conferral, by who does what."""

    give: list[str]
    receive: list[str]
    belong: list[str]


class RecipientWords(Knowledge):
    """Nouns that recipients are counted in, and words before their names."""

    individual: list[str]
    collective: list[str]
    honorifics: list[str]
    bodies: list[str]


class ConferrerWords(Knowledge):
    """First words of bodies and offices that confer."""

    heads: list[str]


class Guards(Knowledge):
    """Words that show that nothing is conferred."""

    inside: list[str]
    before: list[str]
    irrealis: list[str]
    praised: list[str]
    sport: list[str]
    lottery: list[str]


class NameWords(Knowledge):
    """Words at which a name without quotes ends, and names that go on over a dash."""

    stop: list[str]
    joined: list[str]


class StatusWords(Knowledge):
    """Words that tell a proposal, a past honour or an announcement from a conferral."""

    proposed: list[str]
    held: list[str]
    announced: list[str]


class Words(Knowledge):
    """Schema of words.toml."""

    verbs: Verbs
    recipients: RecipientWords
    conferrers: ConferrerWords
    guards: Guards
    names: NameWords
    status: StatusWords


def any_of(words: list[str]) -> str:
    """A pattern for any of the words, the longest first, that neither begins nor ends inside a word."""
    return rf"(?<![\p{{L}}\d]){alternatives(words, atomic=True)}(?![\p{{L}}\d])"


def finder(words: list[str]) -> "re.Pattern[str]":
    """Finds any of the words, like `any_of`. The module re takes half the time of regex for it."""
    return re.compile(rf"(?<![^\W_]){alternatives(words, atomic=True)}(?![^\W_])")


WORDS = load_knowledge(FOLDER / "words.toml", Words)
STOP_WORDS = frozenset(WORDS.names.stop)
TAXONOMY = load_knowledge(FOLDER / "taxonomy.toml", Taxonomy)
COMMENDATIONS = [form for kind in TAXONOMY.kinds if kind.group == "commendation" for form in kind.forms]


class Lexicon:
    """Taxonomy and words as the patterns that the grammar asks."""

    def __init__(self) -> None:
        words = WORDS
        self.kind_of_form = {form: kind for kind in TAXONOMY.kinds for form in kind.forms}
        self.forms = finder(list(self.kind_of_form))
        # A text with none of these holds no honour: most articles end here.
        self.triggers = sorted({form.split(" ")[0] for form in self.kind_of_form})
        self.give = finder(words.verbs.give)
        self.receive = finder(words.verbs.receive)
        self.belong = finder(words.verbs.belong)
        recipients = words.recipients
        self.noun_kind: dict[str, RecipientKind] = dict.fromkeys(recipients.individual, "individual")
        self.noun_kind |= dict.fromkeys(recipients.collective, "collective")
        self.noun = finder(list(self.noun_kind))
        self.honorific = finder(recipients.honorifics)
        self.body_noun = finder(recipients.bodies)
        self.conferrer = finder(words.conferrers.heads)
        guards = words.guards
        self.inside = finder(guards.inside)
        self.before = regex.compile(any_of(guards.before) + r"[\s\"-]*$")
        self.irrealis = finder(guards.irrealis)
        self.praised = regex.compile(r"\s*(?:và\s+|đối với\s+|những\s+|các\s+|cho\s+)?" + any_of(guards.praised))
        self.sport = finder(guards.sport)
        self.lottery = finder(guards.lottery)
        self.proposed = finder(words.status.proposed)
        self.held = finder(words.status.held)
        self.announced = finder(words.status.announced)
