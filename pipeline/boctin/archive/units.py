"""Which administrative unit a place of a record is, and the units above it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from boctin.archive.folding import folded
from boctin.record import Place
from boctin.stages.places.gazetteer import FIRST_DAY_OF_NEW, LAST_DAY_OF_OLD, Gazetteer, Unit, fold, gazetteer

Row = dict[str, Any]


def unit_id(unit: Unit) -> str:
    """The id of a unit in the index: codes of the two eras overlap.

    >>> unit_id(next(u for u in gazetteer().candidates("huyện Thoại Sơn", "district")))
    'old-894'
    """
    return f"{unit.era}-{unit.code}"


class UnitFinder:
    """Finds units for the places of articles; one for all articles of a run."""

    def __init__(self) -> None:
        self.gazetteer: Gazetteer = gazetteer()
        self._units = {unit_id(unit): unit for unit in self.gazetteer.units.values()}

    def of_article(self, places: list[Place]) -> "ArticlePlaces":
        return ArticlePlaces(self, places)

    def unit(self, identifier: str) -> Unit | None:
        return self._units.get(identifier)

    def chain(self, identifier: str) -> list[Unit]:
        """A unit and those above it, the highest last."""
        unit = self._units[identifier]
        return [unit, *self.gazetteer.chain(unit)]

    def rows(self, identifier: str | None) -> Iterator[Row]:
        """Rows of `units` for a unit and those above it, the highest first."""
        chain = self.chain(identifier) if identifier else []
        for depth in range(len(chain) - 1, -1, -1):
            unit = chain[depth]
            district = next((u.name for u in chain[depth:] if u.level == "district"), None)
            yield {
                "id": unit_id(unit),
                "code": unit.code,
                "era": unit.era,
                "level": unit.level,
                "name": unit.name,
                "name_plain": folded(unit.name),
                "above_id": unit_id(chain[depth + 1]) if depth + 1 < len(chain) else None,
                "district": district,
                "province": chain[-1].name,
                "valid_from": FIRST_DAY_OF_NEW.isoformat() if unit.era == "new" else None,
                "valid_to": LAST_DAY_OF_OLD.isoformat() if unit.era == "old" else None,
            }


class ArticlePlaces:
    """The places of one article, and the units that its other names may mean."""

    def __init__(self, finder: UnitFinder, places: list[Place]) -> None:
        self._finder = finder
        self._units: dict[str, int] = Counter()
        self._called: dict[str, set[str]] = {}
        for place in places:
            if (identifier := self.unit_of(place)) is None:
                continue
            self._units[identifier] += len(place.mentions)
            unit = finder.chain(identifier)[0]
            for name in {place.name, unit.name, unit.bare, *(m.text for m in place.mentions)}:
                self._called.setdefault(fold(name), set()).add(identifier)

    @property
    def province(self) -> str | None:
        """The province that most mentions of places lie in, if one is ahead of all others."""
        provinces: Counter[str] = Counter()
        for identifier, mentions in self._units.items():
            provinces[self._finder.chain(identifier)[-1].name] += mentions
        ranked = provinces.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def unit_of(self, place: Place) -> str | None:
        """The unit that a place of the record was settled as."""
        if place.code is None:
            return None
        identifier = f"{'new' if place.valid_from else 'old'}-{place.code}"
        return identifier if self._finder.unit(identifier) else None

    def unit_called(self, name: str) -> str | None:
        """The unit that a name means in this article: one of its places, else one that lies in its province."""
        found = self._called.get(fold(name), set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            return None
        candidates = {unit_id(unit) for unit in self._finder.gazetteer.candidates(name, None)}
        candidates = {c for c in candidates if self._finder.chain(c)[-1].name == self.province}
        eras = {self._finder.chain(c)[0].era for c in candidates}
        era = self._era
        if len(eras) > 1 and era:
            candidates = {c for c in candidates if c.startswith(era)}
        return next(iter(candidates)) if len(candidates) == 1 else None

    @property
    def _era(self) -> str | None:
        eras = Counter(identifier.partition("-")[0] for identifier in self._units)
        return eras.most_common(1)[0][0] if eras else None

    def unit_rows(self) -> Iterator[Row]:
        """Rows of `units` for all units that the article names, and those above them."""
        for identifier in self._units:
            yield from self._finder.rows(identifier)
