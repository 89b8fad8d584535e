"""`boctin_places`: the administrative units that an article names, resolved to their codes.

A name that several units bear ("xã Tân Thành") means the one whose district or province the article also names;
when that does not settle it, the place stays ambiguous and lists its candidates.
"""

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import Entity, article_of
from boctin.record import Level, Place, Span
from boctin.stages.places.gazetteer import FIRST_DAY_OF_NEW, Era, Gazetteer, Unit, fold, gazetteer

_LEVELS: dict[str, Level] = {"province": "province", "district": "district", "commune": "commune"}


class Places:
    """The component: assigns `doc._.places`."""

    def __call__(self, doc: Doc) -> Doc:
        named = [e for e in doc._.entities if e.label == "LOCATION" and e.kind in _LEVELS]
        doc._.places = resolve(gazetteer(), named, article_of(doc).day) if named else []
        return doc


def resolve(units: Gazetteer, named: list[Entity], day: date | None) -> list[Place]:
    """Places of an article, one for each unit (or each name that cannot be settled), with all their mentions."""
    options = {fold(e.text): _of_era(units.candidates(e.text, _LEVELS[e.kind or ""]), day) for e in named}
    settled = {
        (u.era, u.code) for found in options.values() if len(found) == 1 for u in [found[0], *units.chain(found[0])]
    }
    places: dict[str, Place] = {}
    for entity in named:
        found = _narrow(units, options[fold(entity.text)], settled)
        key = found[0].code + found[0].era if len(found) == 1 else fold(entity.text)
        if key not in places:
            places[key] = _place(units, entity, found)
        place = places[key]
        place.mentions.append(Span(text=entity.text, start_char=entity.start_char, end_char=entity.end_char))
        place.name = max(place.name, entity.text, key=len)
    return list(places.values())


def _of_era(candidates: list[Unit], day: date | None) -> list[Unit]:
    """Units of the era of publication; of the other where it has none (an old name is printed for years)."""
    era: Era = "new" if day and day >= FIRST_DAY_OF_NEW else "old"
    return [unit for unit in candidates if unit.era == era] or candidates


def _narrow(units: Gazetteer, found: list[Unit], settled: set[tuple[Era, str]]) -> list[Unit]:
    """Those candidates whose nearest settled unit above is the lowest: a named district outweighs a named province."""
    if len(found) < 2:
        return found
    ranks = [next((i for i, u in enumerate(units.chain(c)) if (u.era, u.code) in settled), 9) for c in found]
    best = min(ranks)
    return found if best == 9 else [unit for unit, rank in zip(found, ranks, strict=True) if rank == best]


def _place(units: Gazetteer, entity: Entity, found: list[Unit]) -> Place:
    common = {"rule": "gazetteer", "name": entity.text, "level": _LEVELS[entity.kind or ""]}
    if len(found) != 1:
        return Place(
            **common,
            confidence=0.5,
            ambiguous=len(found) > 1,
            candidates=sorted(unit.code for unit in found),
        )
    (unit,) = found
    chain = units.chain(unit)
    valid_from, valid_to = units.period(unit)
    return Place(
        **{**common, "level": unit.level},
        confidence=0.95,
        unit=unit.name,
        code=unit.code,
        province=(chain[-1] if chain else unit).name,
        valid_from=valid_from,
        valid_to=valid_to,
    )


@Language.factory("boctin_places", requires=["doc._.entities"], assigns=["doc._.places"])
def create_places(nlp: Language, name: str) -> Places:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_places`."""
    return Places()
