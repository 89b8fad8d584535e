"""People: officials of many articles who are one person.

Officials of one name are linked when positions of theirs name the same body, or two that lead the same unit
(bodies.py), within a time in which offices are held. So two of one name in different bodies stay apart, and one who
moves is linked where an article tells both offices. Whose positions name no body stays alone.
"""

import hashlib
import itertools
import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from boctin.archive.bodies import keys_of, knowledge
from boctin.archive.components import Components
from boctin.archive.folding import folded
from boctin.reading import reading_of

YEARS_APART = 12
"""Between two tellings of an office; a longer silence and it may be another of that name (terms are of five years)."""


@dataclass(slots=True)
class _Official:
    id: str
    article: str
    story: str
    name: str
    day: str | None
    keys: set[str] = field(default_factory=set)
    bodies: list[str] = field(default_factory=list)


def link_people(connection: sqlite3.Connection) -> None:
    """Fill `people` and `officials.person_id` for all articles."""
    connection.execute("UPDATE officials SET person_id = NULL")
    connection.execute("DELETE FROM people")
    taken: set[str] = set()
    for name, officials in sorted(_officials(connection).items()):
        for group in sorted(_groups(officials), key=_order):
            person = _person_id(name, group, taken)
            named = Counter(official.name for official in group)
            bodies = Counter(body for official in group for body in official.bodies)
            days = [official.day for official in group if official.day]
            row = (
                person, max(named, key=lambda n: (named[n], n)), folded(name), _most(bodies), min(days, default=None),
                max(days, default=None), len({official.article for official in group}),
            )  # fmt: skip
            connection.execute("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            rows = ((person, official.id) for official in group)
            connection.executemany("UPDATE officials SET person_id = ? WHERE id = ?", rows)


def _officials(connection: sqlite3.Connection) -> dict[str, list[_Official]]:
    """All officials by name, tones in one style and without case."""
    rows = connection.execute(
        "SELECT o.id, a.id, a.story_id, o.name, a.day, a.province, p.title, "
        "coalesce(p.organization_full, p.organization), p.level, p.branch FROM officials o "
        "JOIN articles a ON a.id = o.article_id LEFT JOIN positions p ON p.official_id = o.id "
        "ORDER BY o.id, p.start_char"
    )
    by_id: dict[str, _Official] = {}
    known = {_compared(name) for name in knowledge().known.names}
    for identifier, article, story, name, day, province, title, body, level, branch in rows:
        official = by_id.setdefault(identifier, _Official(identifier, article, story, name, day))
        keys = set() if title is None else keys_of(title, body, level, branch, province)
        official.keys |= keys
        if _compared(name) in known:
            official.keys.add("known")
        # An office of State that names no body tells who is meant as a body does: "Tổng Bí thư".
        if told := body or ("leaders" in keys and title):
            official.bodies.append(told)
    by_name = defaultdict(list)
    for official in by_id.values():
        by_name[_compared(official.name)].append(official)
    return by_name


def _compared(name: str) -> str:
    return " ".join(reading_of(name).casefold().split())


def _groups(officials: list[_Official]) -> list[list[_Official]]:
    """Officials of one name as persons."""
    if len(officials) == 1:
        return [officials]
    persons = Components(range(len(officials)))
    told: dict[str, list[int]] = defaultdict(list)
    for number, official in enumerate(officials):
        for key in official.keys:
            told[key].append(number)
        # A story printed twice tells of one person, whatever it says of him.
        told[f"story {official.story}"].append(number)
    for key, numbers in told.items():
        undated = [n for n in numbers if officials[n].day is None]
        dated = sorted((officials[n].day or "", n) for n in numbers if officials[n].day)
        for (day, first), (later, second) in itertools.pairwise(dated):
            if key == "known" or _years(day, later) <= YEARS_APART:
                persons.join(first, second)
        for number in undated:
            persons.join(number, dated[-1][1] if dated else undated[0])
    return [[officials[n] for n in group] for group in persons.groups()]


def _years(day: str, later: str) -> float:
    return (date.fromisoformat(later) - date.fromisoformat(day)).days / 365.25


def _order(group: list[_Official]) -> tuple[str, str]:
    return min(official.day or "9999" for official in group), min(official.id for official in group)


def _person_id(name: str, group: list[_Official], taken: set[str]) -> str:
    """A name and what tells namesakes apart, the same for the same officials and, mostly, when more come."""
    keys = {key for official in group for key in official.keys} or {min(official.id for official in group)}
    slug, seed = "-".join(folded(name).split()), f"{name} {min(keys)}"
    for number in range(len(taken) + 1):
        person = f"{slug}-{hashlib.sha256(f'{seed} {number}'.encode()).hexdigest()[:6]}"
        if person not in taken:
            break
    taken.add(person)
    return person


def _most(counts: Counter[str]) -> str | None:
    return max(counts, key=lambda body: (counts[body], len(body), body)) if counts else None
