"""Names known beforehand: a trie over syllables, and the knowledge of this stage as schemas."""

from collections.abc import Iterable
from pathlib import Path
from typing import Generic, Literal, TypeVar

import regex

from boctin.knowledge import Knowledge, load_knowledge
from boctin.reading import reading_of
from boctin.stages.entities.syllables import Syllable, syllables

Tail = Literal["unit", "party", "field", "proper", "army", "mass", "none"]
_HERE = Path(__file__).parent
T = TypeVar("T")


class Unit(Knowledge):
    """A level of administrative units and its words."""

    level: Literal["province", "city", "district", "commune", "hamlet"]
    words: list[str]


class PlaceNames(Knowledge):
    """Names of places that units.toml has not."""

    central_cities: list[str]
    provinces: list[str]
    other: list[str]
    abroad: list[str]
    ambiguous_countries: list[str]
    countries: list[str]


class Places(Knowledge):
    """Schema of places.toml."""

    unit: list[Unit]
    names: PlaceNames


class Units(Knowledge):
    """Schema of units.toml."""

    provinces: list[str]
    districts: list[str]
    communes: list[str]


class Body(Knowledge):
    """A kind of body: how its names begin and go on."""

    kind: str
    heads: list[str]
    tail: Tail
    verbs: bool = False


class Bodies(Knowledge):
    """Schema of bodies.toml."""

    ends_of_words: dict[str, list[str]]
    after_titles: dict[str, list[str]]
    never_inside: list[str]
    body: list[Body]


class Fields(Knowledge):
    """Schema of fields.toml."""

    nouns: list[str]
    verbs: list[str]
    types: list[str]


class Persons(Knowledge):
    """Schema of persons.toml."""

    family: list[str]
    doubtful: list[str]
    middle: list[str]
    religious: list[str]
    letters: list[str]
    stops: list[str]
    firm_words: list[str]
    honorifics: list[str]
    not_after: list[str]
    titles: list[str]
    foreign_honours: list[str]


class Trie(Generic[T]):
    """Phrases by their syllables, each with a value; the longest that begins at a place is found in one walk.

    >>> trie = Trie([("Hà Nội", 1), ("Hà", 2)])
    >>> trie.longest(syllables("Hà Nội"), 0)
    (2, 1)
    """

    def __init__(self, phrases: "Iterable[tuple[str, T]]" = ()) -> None:
        self.root: dict[str, object] = {}
        for phrase, value in phrases:
            self.add(phrase, value)

    def add(self, phrase: str, value: T) -> None:
        """Put a phrase in; the first value of a phrase stays."""
        node = self.root
        for piece in syllables(reading_of(phrase))[:-2]:
            node = node.setdefault(piece.low, {})  # type: ignore[assignment]
        node.setdefault("", value)

    def longest(self, row: list[Syllable], at: int) -> tuple[int, T] | None:
        """End (exclusive) and value of the longest phrase that begins at `row[at]`, or None."""
        node = self.root.get(row[at].low)
        found = None
        while node is not None:
            at += 1
            if "" in node:  # type: ignore[operator]
                found = (at, node[""])  # type: ignore[index]
            node = node.get(row[at].low) if at < len(row) else None  # type: ignore[attr-defined]
        return found


def backwards(phrases: Iterable[str]) -> Trie[bool]:
    """A trie for phrases that end at a place: see `ends_at`."""
    trie: Trie[bool] = Trie()
    for phrase in phrases:
        trie.add(" ".join(piece.text for piece in reversed(syllables(reading_of(phrase))[:-2])), True)
    return trie


def ends_at(trie: Trie[bool], row: list[Syllable], stop: int) -> int | None:
    """Where the longest phrase that ends before `row[stop]` begins, or None."""
    node = trie.root
    at, found = stop - 1, None
    while at >= 0:
        node = node.get(row[at].low)  # type: ignore[assignment]
        if node is None:
            break
        if "" in node:
            found = at
        at -= 1
    return found


class Gazetteer:
    """All knowledge of the stage, loaded once and turned into tries."""

    def __init__(self, folder: Path = _HERE) -> None:
        places = load_knowledge(folder / "places.toml", Places)
        units = load_knowledge(folder / "units.toml", Units)
        bodies = load_knowledge(folder / "bodies.toml", Bodies)
        fields = load_knowledge(folder / "fields.toml", Fields)
        persons = load_knowledge(folder / "persons.toml", Persons)
        names = places.names
        self.unit_words = Trie((word, unit.level) for unit in places.unit for word in unit.words)
        self.central = Trie((name, True) for name in names.central_cities)
        provinces, wide = [*names.provinces, *units.provinces], [*names.other]
        self.by_level: dict[str, Trie[str]] = {
            "province": Trie((n, "province") for n in provinces),
            "district": Trie((n, "district") for n in units.districts),
            "commune": Trie((n, "commune") for n in units.communes),
            "hamlet": Trie(),
        }
        self.by_level["city"] = Trie(
            [*((n, "province") for n in names.central_cities), *((n, "district") for n in units.districts)]
        )
        self.ambiguous_countries = frozenset(names.ambiguous_countries)
        self.countries = Trie((n, "country") for n in names.countries)
        # Places that need no word before them.
        self.bare = Trie(
            [
                *((n, "province") for n in provinces if n != "Hồ Chí Minh"),  # a man, but for the word TP. before him
                *((n, "region") for n in wide),
                *((n, "country") for n in names.countries),
                *((n, "abroad") for n in names.abroad),
            ]
        )
        self.districts = self.by_level["district"]
        self.heads = Trie((head, body) for body in bodies.body for head in body.heads)
        self.ends_of_words = {low: frozenset(befores) for low, befores in bodies.ends_of_words.items()}
        self.after_titles = {kind: backwards(titles) for kind, titles in bodies.after_titles.items()}
        self.fields = Trie([*((f, "noun") for f in fields.nouns), *((f, "verb") for f in fields.verbs)])
        self.house_types = frozenset(fields.types)
        self.family = frozenset(map(reading_of, persons.family))
        self.doubtful = frozenset(map(reading_of, persons.doubtful)) - self.family
        self.surnames = self.family | self.doubtful
        self.middle = frozenset(map(reading_of, persons.middle))
        self.religious = frozenset(persons.religious)
        self.stops = Trie((word, True) for word in persons.stops)
        self.firm_words = frozenset(persons.firm_words)
        self.letters = frozenset(persons.letters)
        self.foreign_honours = frozenset(persons.foreign_honours)
        self.verbs_after = Trie((word, True) for word in bodies.never_inside)
        self.lead_words = Trie((word, True) for word in persons.honorifics)
        self.honorifics = backwards(persons.honorifics)
        self.titles = backwards(persons.titles)
        self.not_after = backwards(persons.not_after)
        self.title_starts = Trie((t, True) for t in persons.titles)


_DEGREES = frozenset({"gs", "pgs", "ts", "ths", "tskh", "bs", "nsnd", "nsưt", "ngnd", "ngưt", "ttnd", "ttưt"})


def led_name_at(gazetteer: Gazetteer, row: list[Syllable], at: int) -> bool:
    """Whether a name with a rank or "Ông" begins here: the holder's, or the next of a list, but no part of a body's."""
    lead = gazetteer.lead_words.longest(row, at) if row[at].cap else None
    if lead is None or not (lead[0] - at > 1 or row[at].text in {"Ông", "Bà"} or row[at].low in _DEGREES):
        return False
    stop = lead[0]
    while stop + 1 < len(row) and (row[stop].text in {".", "-"} or row[stop].low in _DEGREES):
        stop += 1
    return stop + 1 < len(row) and row[stop].name in gazetteer.surnames and row[stop + 1].cap


_OFFICE = regex.compile(r"(?:trưởng|phó)\s+$", regex.IGNORECASE)


def titled(gazetteer: Gazetteer, reading: str, start: int) -> bool:
    """Whether an office's title ends right before an offset: "Giám đốc | Sở Y tế", "Trưởng | phòng Tổng hợp"."""
    if start == 0 or not reading[start - 1].isspace():
        return False
    row = syllables(reading, max(0, start - 40), start)[:-2]
    office = _OFFICE.search(reading, max(0, start - 8), start)
    return office is not None or ends_at(gazetteer.titles, row, len(row)) is not None
