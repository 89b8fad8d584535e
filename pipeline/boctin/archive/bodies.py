"""What a position says of who its holder is: keys, of which two people of one name share none."""

from functools import cache
from pathlib import Path

import regex

from boctin.knowledge import Knowledge, load_knowledge
from boctin.reading import reading_of
from boctin.stages.officials.knowledge import load_acronyms
from boctin.stages.places.gazetteer import gazetteer

_MARKS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_LONGEST_SHORT_FORM = 4
_FEW_WORDS = 3
_IDLE = {"và", "của", "về"}
_PROVINCE_KIND = regex.compile(r"\b(?:tỉnh|thành phố)\b")


class _Seats(Knowledge):
    organs: list[str]
    before: list[str]
    kinds: list[str]


class _Leaders(Knowledge):
    organs: list[str]
    titles: list[str]


class _Words(Knowledge):
    words: list[str]


class _Names(Knowledge):
    names: list[str]


class PeopleKnowledge(Knowledge):
    """Schema of people.toml."""

    seats: _Seats
    leaders: _Leaders
    former: _Words
    known: _Names


@cache
def knowledge() -> PeopleKnowledge:
    return load_knowledge(Path(__file__).parent / "people.toml", PeopleKnowledge)


@cache
def written_out(body: str) -> str:
    """The name of a body as it is compared: no case, no marks, short forms written out.

    >>> written_out("UBND TP.HCM"), written_out("Bộ GD&ĐT") == written_out("Bộ Giáo dục và Đào tạo")
    ('ủy ban nhân dân thành phố hồ chí minh', True)
    """
    short = _short_forms()
    words = _MARKS.sub(" ", reading_of(body)).casefold().split()
    found: list[str] = []
    while words:
        for length in range(min(_LONGEST_SHORT_FORM, len(words)), 0, -1):
            if (full := short.get(" ".join(words[:length]))) or length == 1:
                found += (full or words[0]).split()
                words = words[length:]
                break
    return " ".join(word for word in found if word not in _IDLE)


@cache
def _short_forms() -> dict[str, str]:
    return load_acronyms()


@cache
def _seat() -> regex.Pattern[str]:
    seats = knowledge().seats
    organs, before, kinds = (
        "|".join(sorted(words, key=len, reverse=True)) for words in (seats.organs, seats.before, seats.kinds)
    )
    return regex.compile(rf"(?:(?:{before}) )*+(?:(?:{organs})\b ?(?:(?:{kinds})\b)?|(?:{kinds})\b) ?(?P<place>.*)")


@cache
def _unit_in_name() -> regex.Pattern[str]:
    """A unit, by its kind and name, in the name of a body as it is printed."""
    kinds = "|".join(sorted([*knowledge().seats.kinds, "tp", "tx", "tt"], key=len, reverse=True))
    return regex.compile(rf"(?i:\b(?:{kinds})\b)[. ]*+\p{{Lu}}\p{{Ll}}")


def keys_of(title: str, body: str | None, level: str | None, branch: str | None, province: str | None) -> set[str]:
    """What a position says of its holder; nothing when it may be anybody's ("Bí thư Chi bộ").

    `province` is that of the article: a body whose name says no place is one of that province's.

    >>> sorted(keys_of("Chủ tịch", "UBND tỉnh", "province", "state", "Tỉnh An Giang"))
    ['seat province an giang']
    >>> keys_of("Bí thư", "Tỉnh ủy An Giang", "province", "party", None)
    {'seat province an giang'}
    >>> keys_of("Bí thư", "Chi bộ", "hamlet", "party", "Tỉnh An Giang")
    set()
    """
    keys: set[str] = set()
    if branch != "foreign" and _leads(title, body, level):
        keys.add("leaders")
    if not body:
        return keys
    name, here = written_out(body), _bare(province)
    if match := _seat().fullmatch(name):
        place = match["place"] or (here if level == "province" else "")
        if place and level == "province":
            keys.add(f"seat province {place}")
        elif place:
            keys.add(f"seat {level} {place}, {here}")
    elif level == "central" or branch == "foreign":
        keys.add(f"body {name}")
    elif name in _provinces():
        keys.add(f"seat province {name}")
    elif level == "province":
        own = " ".join(word for word in _PROVINCE_KIND.sub(" ", name).split())
        keys.add(f"body {own}" if here in own else f"body {own} {here}")
    elif _is_named(body, name, level):
        keys.add(f"body {name}, {here}")
    return keys


def _leads(title: str, body: str | None, level: str | None) -> bool:
    leaders = knowledge().leaders
    if body and written_out(body) in leaders.organs:
        return True
    office = written_out(title)
    for word in knowledge().former.words:
        office = office.removeprefix(f"{word} ")
    whole = f"{office} {written_out(body)}" if body else office
    return level == "central" and (whole in leaders.titles or office in leaders.titles)


def _is_named(body: str, name: str, level: str | None) -> bool:
    """Whether the name of a body is its own: it says a place, or is long enough to be the only one of its province."""
    if level in ("district", "commune", "hamlet"):
        return bool(_unit_in_name().search(body))
    return len(name.split()) > _FEW_WORDS


def _bare(province: str | None) -> str:
    """The name of a province without its kind."""
    return _PROVINCE_KIND.sub("", written_out(province or "")).strip()


@cache
def _provinces() -> frozenset[str]:
    return frozenset(_bare(unit.name) for unit in gazetteer().units.values() if unit.level == "province")
