"""People: the mentions of one person joined, with the distinct positions that the article gives them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

import regex

from boctin.doc import Entity
from boctin.reading import reading_of
from boctin.stages.officials.completion import Places
from boctin.stages.officials.joints import Link
from boctin.stages.officials.knowledge import load_acronyms
from boctin.stages.officials.positions import Held

_FULL = load_acronyms()
_SHORT = regex.compile(r"\b(?:" + "|".join(map(regex.escape, sorted(_FULL, key=len, reverse=True))) + r")\b")
_SYLLABLE = regex.compile(r"\S+")
_WORD = regex.compile(r"[\p{L}\d]+")
# Where a name has the next line printed on to it.
GLUE = regex.compile(r"(?<=\p{Ll}{2})(?<!Mac)(?=\p{Lu})")
_UNSURE = 0.85
_SAYS_NOTHING = frozenset({"và", "nhà"})  # "Hiệu trưởng Nhà trường" is the one of "Trường THPT X"
_FORMER = frozenset({"nguyên", "cựu", "là"})

Key = tuple[str, ...]


@dataclass(slots=True)
class Person:
    """One person of the article."""

    names: list[Entity] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    titles: list[Held] = field(default_factory=list)
    rule: str = ""
    confidence: float = 0.0

    @property
    def name(self) -> Entity:
        """The fullest name, as printed in small letters where it is."""
        return max(self.names, key=lambda e: (len(key_of(e.text)), not e.text.isupper(), -e.start_char))


@lru_cache(maxsize=4096)
def key_of(name: str) -> Key:
    """A name's syllables, for comparing: "LÊ HỮU NGHỊ" is "Lê Hữu Nghị", "Hoà" is "Hòa", "Jae-in" is "Jae In"."""
    return tuple(reading_of(name).casefold().replace("-", " ").split())


def cut_headlines(persons: list[Entity]) -> list[Entity]:
    """Names ended where they end: "TRẦN THỊ HÒA THĂM" is "Trần Thị Hòa" as the article's text has her; "Lan HoaSau" is
    "Lan Hoa", the next line printed on to her.
    """
    persons = [_unglued(person) for person in persons]
    printed = {key_of(person.text) for person in persons if not person.text.isupper()}
    return [_cut(person, printed) if person.text.isupper() else person for person in persons]


def _unglued(person: Entity) -> Entity:
    glue = None if person.text.istitle() or person.text.isupper() else GLUE.search(person.text)
    if glue is None:
        return person
    return replace(person, end_char=person.start_char + glue.start(), text=person.text[: glue.start()])


def _cut(person: Entity, printed: set[Key]) -> Entity:
    key = key_of(person.text)
    for length in range(len(key), 1, -1):
        if key[:length] in printed:
            words = list(_SYLLABLE.finditer(person.text))[:length]
            end = words[-1].end()
            return replace(person, end_char=person.start_char + end, text=person.text[:end])
    return person


def _short_forms(key: Key) -> list[Key]:
    """What a name is cut to: its last syllables; a highland name loses its end, Y Luyện (Niê Kđăm)."""
    if key[0] in {"y", "a"}:
        return [key[:length] for length in range(2, len(key))]
    return [key[-length:] for length in range(1, len(key))]


class People:
    """Joins names into persons: a full name is one person, a short one the last person whose name it is short for."""

    def __init__(self, persons: Iterable[Entity]) -> None:
        self.by_key: dict[Key, Person] = {}
        self.of: dict[int, Person] = {}
        self.short: dict[Key, list[Key]] = {}  # a short form, and the full names that it may stand for
        self.family: dict[Key, list[Key]] = {}  # "ông Tập" is Tập Cận Bình where nobody has Tập for a given name
        ordered = sorted(persons, key=lambda e: e.start_char)
        for key in dict.fromkeys(key_of(entity.text) for entity in ordered):
            if len(key) > 1:
                self.by_key[key] = Person()
                for part in _short_forms(key):
                    self.short.setdefault(part, []).append(key)
                self.family.setdefault(key[:1], []).append(key)
        last_seen: dict[Key, int] = {}
        for entity in ordered:
            key = self._full(key_of(entity.text), last_seen)
            person = self.by_key.setdefault(key, Person())
            person.names.append(entity)
            self.of[entity.start_char] = person
            last_seen[key] = entity.start_char

    def _full(self, key: Key, last_seen: dict[Key, int]) -> Key:
        """The longer name that a short one stands for: the last one named before it, else the first in the article."""
        longer = self.short.get(key) or self.family.get(key, [])
        if not longer or (len(key) > 2 and key in self.by_key):
            return key
        return max(longer, key=lambda full: last_seen.get(full, -1))

    def give(self, link: Link) -> None:
        """Positions to the person of a link."""
        person = self.of[link.person.start_char]
        person.held += link.held
        # A body whose end no list tells makes the office less sure.
        sure = min([link.confidence, *(_UNSURE for held in link.held if held.body and held.body.confidence < _UNSURE)])
        if link.confidence > person.confidence:
            person.rule, person.confidence = link.rule, sure


def join_titles(text: str, people: Iterable[Person], told: list[Held], places: Places) -> None:
    """Offices told without a name, given to the one person who holds them: "Bí thư Huyện ủy yêu cầu ...".

    Where one told without a name has the place of the body besides ("Giám đốc Sở Y tế Hà Nội"), it is a wording of it.
    """
    holders: dict[frozenset[str], list[tuple[frozenset[str], Person]]] = {}
    named: set[int] = set()
    for person in people:
        for held in person.held:
            named.add(held.start)
            holders.setdefault(_bag(text[held.start : held.title_end]), []).append(
                (_bag(text[held.title_end : held.end]), person)
            )
    fuller: dict[int, list[tuple[frozenset[str], Held, Person]]] = {}
    for held in told:
        if held.start in named or held.bare:
            continue
        body = _bag(text[held.title_end : held.end])
        if not body and not held.title.alone:
            continue
        candidates = holders.get(_bag(text[held.start : held.title_end]), [])
        fitting = {id(person): person for other, person in candidates if body <= other}
        if len(fitting) == 1:
            next(iter(fitting.values())).titles.append(held)
        elif not fitting and len({id(person) for _, person in candidates}) == 1:
            # "Giám đốc Sở Y tế Hà Nội" where the one Giám đốc Sở Y tế of the article has a name
            less, person = max(candidates, key=lambda one: len(one[0]))
            named_places = " ".join(place.text for place in places.inside(held.title_end, held.end))
            if less < body and less and body - less <= _bag(named_places):
                fuller.setdefault(id(person), []).append((body, held, person))
    for told_of in fuller.values():
        if len({body for body, _, _ in told_of}) == 1:
            told_of[0][2].held.append(told_of[0][1])


def _bag(text: str) -> frozenset[str]:
    """The words of an office's wording, short forms spelled out."""
    words = " ".join(_WORD.findall(reading_of(text).casefold()))
    return frozenset(_SHORT.sub(lambda m: _FULL[m.group()], words).split()) - _SAYS_NOTHING


def distinct(text: str, held: list[Held]) -> list[Held]:
    """The positions that differ: of two wordings of one office, the fuller stays."""
    kept: list[tuple[frozenset[str], frozenset[str], Held]] = []
    for one in sorted(held, key=lambda h: h.start):
        title = _bag(text[one.start : one.title_end]) - _FORMER
        body = _bag(text[one.title_end : one.end])
        for number, (other_title, other_body, other) in enumerate(kept):
            if _covers(other_title, other_body, title, body):
                if _covers(title, body, other_title, other_body) and len(body) > len(other_body):
                    kept[number] = (title, body, one)  # Bộ trưởng Y tế, Bộ trưởng Bộ Y tế
                if one.former and not other.former and (other_title, other_body) == (title, body):
                    kept[number] = (title, body, one)  # Bộ trưởng Tài chính, cựu Bộ trưởng Tài chính
                if text[other.start : other.end].isupper() and (other_title, other_body) == (title, body):
                    kept[number] = (title, body, one)  # as printed in small letters
                break
            if _covers(title, body, other_title, other_body):
                kept[number] = (title, body, one)
                break
        else:
            kept.append((title, body, one))
    return list({one.start: one for _, _, one in kept}.values())


def _covers(title: frozenset[str], body: frozenset[str], less_title: frozenset[str], less_body: frozenset[str]) -> bool:
    """Whether one wording says all that the other says: of the same office, or the other is its bare title."""
    same = title == less_title or (not less_body and less_title <= title)
    return same and less_title | less_body <= title | body
