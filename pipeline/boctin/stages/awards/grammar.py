"""Words of the grammar of conferral, as they stand in grammar.toml."""

from boctin.knowledge import Knowledge, load_knowledge
from boctin.stages.awards.lexicon import FOLDER


class SubjectWords(Knowledge):
    """Words left of a verb."""

    before_verb: list[str]
    scene: list[str]
    says: list[str]
    when: list[str]
    pronouns: list[str]
    units: list[str]
    of_others: list[str]
    after_no_pronoun: list[str]
    companies: list[str]
    brands: list[str]
    after_name: list[str]
    other_count: list[str]


class RecipientGrammar(Knowledge):
    """Words around groups and names that receive."""

    action: list[str]
    other_action: list[str]
    joints: list[str]
    titles: list[str]
    about: list[str]
    ordinals: list[str]
    before_noun: list[str]
    plural: list[str]
    schools: list[str]
    prepositions: list[str]
    parts: list[str]
    lists: list[str]
    credits: list[str]
    places: list[str]
    people: list[str]


class WorkWords(Knowledge):
    """Words around works that win prizes."""

    nouns: list[str]
    makers: list[str]


class BodyWords(Knowledge):
    """Words around bodies that confer."""

    ends: list[str]
    ends_and: list[str]
    goes_on: list[str]
    events: list[str]
    of: list[str]
    in_name_of: list[str]
    asked: list[str]
    not_asked: list[str]
    offices: list[str]
    local: list[str]
    holds: list[str]
    has_done: list[str]
    written_out: dict[str, str]


class VerbWords(Knowledge):
    """Words around verbs of conferral."""

    passive: list[str]
    to: list[str]
    not_verbs: list[str]
    compounds: list[str]
    joints: list[str]
    feelings: list[str]
    gifts: list[str]
    participle: list[str]


class CommendationWords(Knowledge):
    """Words around a plain commendation."""

    praise: list[str]
    events: list[str]
    offices: list[str]
    adverbs: list[str]
    names: list[str]
    name_ends: list[str]


class DoubtWords(Knowledge):
    """Words that say whether anything is conferred."""

    takes_part: list[str]
    hard: list[str]
    only_may: list[str]
    offered: list[str]
    real: list[str]
    studies: list[str]


class ContestWords(Knowledge):
    """Words of prizes and contests."""

    nouns: list[str]
    quoted: list[str]
    subjects: list[str]
    pageants: list[str]
    levels: list[str]
    no_subject: list[str]
    classes: list[str]
    parts: list[str]
    groups: list[str]
    introduces: list[str]
    not_prize: list[str]
    cuts: list[str]


class ListWords(Knowledge):
    """Words of lists of honours."""

    headings: list[str]
    not_headings: list[str]
    gives: list[str]
    name_ends: list[str]
    says: list[str]


class WinnerWords(Knowledge):
    """Words between a prize and its winner."""

    stars: list[str]
    belongs: list[str]
    fields: list[str]
    titles: list[str]
    teams: list[str]
    works: list[str]
    ends: list[str]
    tails: list[str]


class ReasonWords(Knowledge):
    """Words that open a reason."""

    openers: list[str]
    about: list[str]
    merits: list[str]
    gives: list[str]


class PersonWords(Knowledge):
    """Words that stand for a person named before."""

    pronouns: list[str]
    women: list[str]
    of_someone: list[str]
    roles: list[str]


class Grammar(Knowledge):
    """Schema of grammar.toml."""

    subject: SubjectWords
    recipients: RecipientGrammar
    works: WorkWords
    bodies: BodyWords
    verbs: VerbWords
    commendation: CommendationWords
    doubt: DoubtWords
    contests: ContestWords
    lists: ListWords
    winners: WinnerWords
    reasons: ReasonWords
    persons: PersonWords


GRAMMAR = load_knowledge(FOLDER / "grammar.toml", Grammar)
