"""The words of the calendar: lexicon.toml, checked and made fast to look up."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from boctin.knowledge import Knowledge, load_knowledge

V = TypeVar("V")


class WordList(Knowledge):
    """A plain list of phrases."""

    words: list[str]


class Holiday(Knowledge):
    """A day named without digits, as (month, day)."""

    names: list[str]
    first: tuple[int, int]
    last: tuple[int, int]
    lunar: bool = False
    needs_year: bool = False


class Commemorations(Knowledge):
    """Days known by their numbers."""

    days: list[str]


class GuardWords(Knowledge):
    """Neighbours that make digits something else than a date."""

    places: list[str]
    documents: list[str]
    counts: list[str]
    day_heads: list[str]
    ratios: list[str]
    shares: list[str]
    not_year_after: list[str]
    not_year_before: list[str]
    vague_before: list[str]
    generic_before: list[str]
    before_quarter: list[str]
    month_names: list[str]
    year_heads: list[str]


class LexiconFile(Knowledge):
    """Schema of lexicon.toml."""

    months: dict[str, int]
    lunar_months: dict[str, int]
    weekdays: dict[str, int]
    parts_of_day: dict[str, str]
    day_words: dict[str, int]
    after_part_of_day: dict[str, int]
    anchored_days: dict[str, int]
    shifts: dict[str, int]
    anchored_shifts: dict[str, int]
    past: WordList
    future: WordList
    parts: dict[str, str]
    not_parts: WordList
    whole: WordList
    from_: WordList
    to: WordList
    since: WordList
    now: WordList
    range_heads: WordList
    terms: WordList
    cumulative: WordList
    seasons: WordList
    units: dict[str, str]
    sets: dict[str, str]
    can: WordList
    chi: WordList
    chi_variants: dict[str, str]
    holidays: list[Holiday]
    commemorations: Commemorations
    guards: GuardWords


class Phrases(Generic[V]):
    """Phrases of several words, looked up at a place in a list of words; the longest wins.

    >>> Phrases({"hôm nay": 0}).match(["từ", "hôm", "nay", ""], 1)
    (3, 0)
    """

    def __init__(self, entries: Mapping[str, V]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in entries.items():
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, value))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a phrase may begin with."""
        return frozenset(self._by_first)

    def match(self, words: list[str], at: int) -> tuple[int, V] | None:
        """End of the longest phrase at `at`, and its value."""
        for phrase, value in self._by_first.get(words[at], ()):
            size = len(phrase)
            if size == 1 or tuple(words[at : at + size]) == phrase:
                return at + size, value
        return None

    def before(self, words: list[str], at: int) -> bool:
        """Whether a phrase ends right before `at` (phrases of up to three words)."""
        for size in (1, 2, 3):
            if at >= size and words[at - size] in self._by_first:
                found = self.match(words, at - size)
                if found and found[0] == at:
                    return True
        return False


def _flat(words: Iterable[str]) -> Phrases[bool]:
    return Phrases(dict.fromkeys(words, True))


_ONES = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def _number_words() -> dict[str, int]:
    """Words for 1..99, with the forms that differ after tens."""
    words = {word: n for n, word in enumerate(_ONES) if n} | {"bẩy": 7, "mười": 10}
    for n in range(1, 10):
        words["mười " + ("lăm" if n == 5 else _ONES[n])] = 10 + n
    for tens in range(2, 10):
        words[f"{_ONES[tens]} mươi"] = tens * 10
        for n in range(1, 10):
            for one in {1: ["mốt"], 4: ["tư", "bốn"], 5: ["lăm", "nhăm"]}.get(n, [_ONES[n]]):
                words[f"{_ONES[tens]} mươi {one}"] = tens * 10 + n
                if tens == 2:
                    words[f"hăm {one}"] = 20 + n
    return words


class Lexicon:
    """lexicon.toml as lookup tables."""

    def __init__(self) -> None:
        known = load_knowledge(Path(__file__).parent / "lexicon.toml", _Aliased)
        self.months = Phrases({**known.months, **known.lunar_months})
        self.lunar_months = frozenset(known.lunar_months)
        self.weekdays = Phrases(known.weekdays)
        self.parts_of_day = Phrases(known.parts_of_day)
        self.day_words = Phrases(known.day_words)
        self.after_part_of_day = Phrases(known.after_part_of_day)
        self.anchored_days = Phrases(known.anchored_days)
        self.shifts = Phrases(known.shifts)
        self.anchored_shifts = Phrases(known.anchored_shifts)
        self.tense = Phrases({**dict.fromkeys(known.past.words, "past"), **dict.fromkeys(known.future.words, "future")})
        self.parts = Phrases(known.parts)
        self.not_parts = frozenset(known.not_parts.words)
        self.whole = _flat(known.whole.words)
        self.froms = _flat(known.from_.words)
        self.tos = _flat(known.to.words)
        self.since = _flat(known.since.words)
        self.now = _flat(known.now.words)
        self.range_heads = _flat(known.range_heads.words)
        self.terms = _flat(known.terms.words)
        self.cumulative = _flat(known.cumulative.words)
        self.seasons = _flat(known.seasons.words)
        self.units = Phrases(known.units)
        self.sets = _flat(known.sets)
        self.every = frozenset(known.sets)
        self.holidays = Phrases({name: holiday for holiday in known.holidays for name in holiday.names})
        self.numbers = Phrases(_number_words())
        self.can = {word: n for n, word in enumerate(known.can.words)}
        chi = {word: n for n, word in enumerate(known.chi.words)}
        self.chi = chi | {variant: chi[word] for variant, word in known.chi_variants.items()}
        self.commemorations = frozenset(
            (int(day), int(month)) for day, _, month in (d.partition("/") for d in known.commemorations.days)
        )
        guards = known.guards
        self.places = _flat(guards.places)
        self.documents = _flat(guards.documents)
        self.counts = frozenset(guards.counts)
        self.day_heads = frozenset(guards.day_heads)
        self.ratios = frozenset(guards.ratios)
        self.shares = frozenset(word.split()[0] for word in guards.shares)
        self.not_year_after = frozenset(guards.not_year_after)
        self.not_year_before = frozenset(guards.not_year_before)
        self.vague = frozenset(guards.vague_before)
        self.generic = frozenset(guards.generic_before)
        self.before_quarter = frozenset(guards.before_quarter)
        self.month_names = _flat(guards.month_names)
        self.year_heads = _flat(guards.year_heads)


class _Aliased(LexiconFile):
    """`from` is a word of Python, so the field is `from_` and the table of the file `[from]`."""

    model_config: ClassVar = {"extra": "forbid", "frozen": True, "alias_generator": lambda name: name.rstrip("_")}
