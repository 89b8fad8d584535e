"""What the words before a name and the other names of the article say of it, as grammar: what the trained model misses.

Names are `(first token, token after the last, label)` over the article's words, white-space tokens counted.
"""

from pathlib import Path

from boctin.knowledge import Knowledge, load_knowledge
from boctin.stages.ner.forms import is_syllable

Name = tuple[int, int, str]


class _Words(Knowledge):
    firms: frozenset[str]
    streets: frozenset[str]
    no_streets: frozenset[str]
    address: frozenset[str]
    leads_on: frozenset[str]
    leads_on_to_foreign: frozenset[str]
    goes_on: frozenset[str]


_WORDS = load_knowledge(Path(__file__).with_name("article.toml"), _Words)
# Marks between which clauses stand. No dash: "Gia-Norris", "An-225" are parts of something longer.
_MARKS = frozenset('.,:;!?"“”…()')
_LINE_ENDS = frozenset("\n\r\u2028\u2029")
_NEAR = 3  # tokens among which the next word is looked for, past white space


def amended(words: list[str], names: list[Name]) -> list[Name]:
    """The names that the model found in an article, set right by the other names there and the words before them."""
    names = streets_named_after_persons(words, companies_by_their_last_word(words, names))
    return persons_by_one_word(words, names)


def companies_by_their_last_word(words: list[str], names: list[Name]) -> list[Name]:
    """Names in which a foreign word that ends a company's name in the same article ("Công ty Arkom") is no person where
    it stands alone ("Chủ tịch Arkom"). A Vietnamese syllable may be both: Công ty Thanh Hùng, ông Hùng."""
    firms = {
        words[past - 1]
        for first, past, kind in names
        if kind == "ORGANIZATION" and " ".join(words[first : first + 2]).lower() in _WORDS.firms
    }
    return [
        (first, past, "ORGANIZATION")
        if kind == "PERSON" and past == first + 1 and words[first] in firms and not is_syllable(words[first])
        else (first, past, kind)
        for first, past, kind in names
    ]


def streets_named_after_persons(words: list[str], names: list[Name]) -> list[Name]:
    """Names in which a full name after the word for a street or river is the place's, the word with it: "đường Nguyễn
    Văn Linh". One word may be a person on the way: "trên đường Linh về"."""
    told: list[Name] = []
    past_before = 0
    for first, past, kind in names:
        if (
            kind == "PERSON"
            and past > first + 1
            and first > past_before
            and words[first - 1].lower() in _WORDS.streets
            and " ".join(words[max(0, first - 2) : first]).lower() not in _WORDS.no_streets
        ):
            told.append((first - 1, past, "LOCATION"))
        else:
            told.append((first, past, kind))
        past_before = past
    return told


def persons_by_one_word(words: list[str], names: list[Name]) -> list[Name]:
    """Names, and with them the persons called by one word of their full name where the model saw no name: "Diallo nói"
    after "tiền vệ Karim Diallo", "nhưng Thêm đã" after "Lý Thị Thêm". Not where the word is in another name too."""
    foreign, given = _single_words(words, names)
    called = foreign | given
    if not called:
        return names
    taken = {i for first, past, _ in names for i in range(first, past)}
    found = [i for i, word in enumerate(words) if word in called and i not in taken]
    known = set(words) if found else set()
    persons = [(i, i + 1, "PERSON") for i in found if _is_person(words, i, known, foreign=words[i] in foreign)]
    return sorted(names + persons) if persons else names


def _single_words(words: list[str], names: list[Name]) -> tuple[set[str], set[str]]:
    """Words that stand for a person of the article: foreign ones that open or end a full name or follow a word of
    address, and given names, with which Vietnamese full names end."""
    foreign: set[str] = set()
    given: set[str] = set()
    other: set[str] = set()
    for first, past, kind in names:
        if kind != "PERSON":
            other.update(words[first:past])
            continue
        head, last = words[first], words[past - 1]
        full = past > first + 1
        if full and is_syllable(last):
            given.add(last)
        if full or _beside(words[max(0, first - _NEAR) : first][::-1]).lower() in _WORDS.address:
            foreign.update(word for word in (head, last) if not is_syllable(word) and not word.endswith("'s"))
    foreign, given = ({w for w in kept - other if w[0].isupper() and not w.isupper()} for kept in (foreign, given))
    return foreign, given


def _is_person(words: list[str], i: int, known: set[str], *, foreign: bool) -> bool:
    """Whether a single word of a person's name stands where a person does, `known` being all words of the article."""
    before = _beside(words[max(0, i - _NEAR) : i][::-1])
    after = _beside(words[i + 1 : i + 1 + _NEAR])
    if foreign:
        leads_on = before in _MARKS or before in _WORDS.leads_on or before in _WORDS.leads_on_to_foreign
        return leads_on and (after in _MARKS or after.islower())
    if before == "," or before in _WORDS.leads_on:
        return after in _WORDS.goes_on or after in _MARKS
    # The capital of a sentence's first word says nothing.
    lower = words[i].lower()
    return before in _MARKS and after in _WORDS.goes_on and lower not in _WORDS.address and lower not in known


def _beside(words: list[str]) -> str:
    """The first of some words that is no white space, a full stop where the line ends before it."""
    for word in words:
        if not word.isspace():
            return word
        if not _LINE_ENDS.isdisjoint(word):
            break
    return "."
