"""The administrative units of Viet Nam in two eras: to 30 June 2025 (63 provinces, districts, communes) and from
1 July 2025 (34 provinces and communes; the district level ended, resolution 202/2025/QH15).

`units.tsv` is made by scripts/units; a unit's code is that of Decision 124/2004/QĐ-TTg.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import regex

from boctin.knowledge import Knowledge, load_knowledge
from boctin.reading import reading_of
from boctin.record import Level

FIRST_DAY_OF_NEW = date(2025, 7, 1)
LAST_DAY_OF_OLD = date(2025, 6, 30)
Era = Literal["old", "new"]

_HERE = Path(__file__).parent
_LEVEL: dict[tuple[Era, int], Level] = {
    ("old", 0): "province",
    ("old", 1): "district",
    ("old", 2): "commune",
    ("new", 0): "province",
    ("new", 1): "commune",
}


class Unchanged(Knowledge):
    """Codes of the units that both eras have."""

    provinces: list[str]


class Kinds(Knowledge):
    """Schema of places.toml."""

    kinds: dict[str, str]
    aliases: dict[str, str]
    unchanged: Unchanged


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit of one era; `above` is the code of the unit it belongs to, "" for a province."""

    era: Era
    code: str
    above: str
    name: str
    level: Level

    @property
    def kind(self) -> str:
        return next(kind for kind in _KINDS_IN_NAMES if self.name.startswith(kind))

    @property
    def bare(self) -> str:
        return self.name[len(self.kind) + 1 :]


_KINDS_IN_NAMES = ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Phường", "Huyện", "Quận", "Tỉnh", "Xã")


def fold(name: str) -> str:
    """A name as it is compared: tones in the new style, no case, one space, one dash.

    >>> fold("Thanh  Hoá")
    'thanh hóa'
    """
    return regex.sub(r"\s+", " ", reading_of(name)).strip().casefold()


class Gazetteer:
    """Units by name and by code."""

    def __init__(self) -> None:
        words = load_knowledge(_HERE / "places.toml", Kinds)
        self.aliases = words.aliases
        self.kinds = words.kinds
        self.unchanged = frozenset(words.unchanged.provinces)
        kind = "|".join(sorted(map(regex.escape, words.kinds), key=len, reverse=True))
        self._printed = regex.compile(rf"(?:(?P<kind>{kind})(?:\.\s*|\s+|(?=hcm))|)(?P<name>.+)")
        self.units: dict[tuple[Era, str], Unit] = {}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit in _read_units():
            self.units[unit.era, unit.code] = unit
            self._by_name[fold(unit.bare)].append(unit)

    def candidates(self, printed: str, level: Level | None) -> list[Unit]:
        """The units, of both eras, that a printed name may mean: of its kind where it has one ("huyện Thoại Sơn"),
        else of its level."""
        match = self._printed.fullmatch(fold(printed))
        if match is None:
            return []
        name = self.aliases.get(match["name"], match["name"])
        kind = self.kinds.get(match["kind"] or "")
        return [
            unit
            for unit in self._by_name.get(name, ())
            if (unit.kind == kind if kind else unit.level == level) and (level in (None, unit.level) or kind)
        ]

    def period(self, unit: Unit) -> tuple[date | None, date | None]:
        """First and last day of a unit; None where it was before, or still is.

        >>> units = gazetteer()
        >>> units.period(units.units["old", "01"]), units.period(units.units["old", "894"])
        ((None, None), (None, datetime.date(2025, 6, 30)))
        """
        if unit.level == "province" and unit.code in self.unchanged:
            return None, None
        return (FIRST_DAY_OF_NEW, None) if unit.era == "new" else (None, LAST_DAY_OF_OLD)

    def chain(self, unit: Unit) -> list[Unit]:
        """The units that a unit belongs to, nearest first."""
        above = self.units.get((unit.era, unit.above))
        return [above, *self.chain(above)] if above else []


def _read_units() -> list[Unit]:
    rows = [line.split("\t") for line in (_HERE / "units.tsv").read_text(encoding="utf-8").splitlines()]
    above: dict[tuple[Era, str], str] = {(_era(era), code): parent for era, code, parent, _ in rows}

    def depth(era: Era, code: str) -> int:
        parent = above[era, code]
        return 1 + depth(era, parent) if parent else 0

    return [Unit(_era(e), code, parent, name, _LEVEL[_era(e), depth(_era(e), code)]) for e, code, parent, name in rows]


def _era(text: str) -> Era:
    return "new" if text == "new" else "old"


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of a process; it takes a while to read."""
    return Gazetteer()
