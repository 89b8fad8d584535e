"""A record as rows of the index's tables. What is derived from many articles (stories, people) is left open here."""

import json
import zlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from boctin.archive.units import UnitFinder
from boctin.dateline import Published
from boctin.record import Award, Fact, ModelCount, NamedModel, Official, Place, Record, Span

Row = dict[str, Any]
_JOINT = "; "


def rows_of(record: Record, number: int, finder: UnitFinder) -> Iterator[tuple[str, Row]]:
    """Rows as (table, row), in an order in which what is referred to comes first. `number` is the article's."""
    return _Rows(record, finder).all(number)


def deflated(record: Record) -> bytes:
    """A record without its article's text, for `index_records`."""
    kept = record.model_dump(mode="json")
    del kept["article"]["text"]
    return zlib.compress(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def inflated(kept: bytes, text: str) -> dict[str, Any]:
    """The record that `deflated` was given, in its JSON form."""
    record = json.loads(zlib.decompress(kept))
    record["article"]["text"] = text
    return record


class _Rows:
    def __init__(self, record: Record, finder: UnitFinder) -> None:
        self.record, self.finder = record, finder
        self.article = record.article.id
        self.day = _day(record.article.published)
        self.places = finder.of_article(record.places)

    def all(self, number: int) -> Iterator[tuple[str, Row]]:
        yield from (("units", row) for row in self.places.unit_rows())
        yield "articles", self._article(number)
        for date_fact in self.record.dates:
            row = self._fact(date_fact) | _span(date_fact) | _fields(date_fact, "kind", "timex", "calendar")
            yield "dates", row | _period(date_fact)
        for official in self.record.officials:
            yield from self._official(official)
        for place in self.record.places:
            yield from self._place(place)
        for table, counts in (("model_counts", self.record.model_counts), ("other_counts", self.record.counts)):
            for count in sorted(counts, key=lambda c: c.part_of is not None):
                yield from self._count(table, count)
        for model in self.record.named_models:
            yield from self._named_model(model)
        for award in sorted(self.record.awards, key=lambda a: a.part_of is not None):
            yield from self._award(award)

    def _article(self, number: int) -> Row:
        info = self.record.article
        month = (info.published or "")[:7] or None
        return {
            "id": info.id,
            "number": number,
            "title": info.title,
            "outlet": info.outlet,
            "author": info.author,
            "published": info.published,
            "day": self.day and self.day.isoformat(),
            "year": int(month[:4]) if month else None,
            "month": month,
            "province": self.places.province,
            "source": info.source,
            "characters": len(info.text),
            "text": info.text,
        }

    def _official(self, official: Official) -> Iterator[tuple[str, Row]]:
        row = self._fact(official) | {"name": official.name} | _first(official.mentions)
        yield "officials", row
        for number, position in enumerate(official.positions, 1):
            fields = ("title", "organization", "organization_full", "branch", "level", "former")
            yield (
                "positions",
                {
                    "id": f"{row['id']}-{number}",
                    "article_id": self.article,
                    "official_id": row["id"],
                    **_span(position),
                    **_fields(position, *fields),
                },
            )
        yield from self._mentions("officials", row["id"], official)

    def _place(self, place: Place) -> Iterator[tuple[str, Row]]:
        row = self._fact(place) | _fields(place, "name", "level", "ambiguous") | _first(place.mentions)
        row |= {"unit_id": self.places.unit_of(place), "candidates": _joined(place.candidates)}
        yield "places", row | {"mentions": len(place.mentions)}
        yield from self._mentions("places", row["id"], place)

    def _count(self, table: str, count: ModelCount) -> Iterator[tuple[str, Row]]:
        fields = ("noun", "value", "low", "high", "qualifier", "theme", "place", "status")
        row = self._fact(count) | _span(count) | _fields(count, *fields) | _period(count)
        yield from self._units_then(count.place, row)
        row |= {"fields": _joined(count.fields), "counted": _joined(count.counted)}
        row |= {"year": _year(count.date_to, count.date_from, self.day), "part_of": self._id(count.part_of)}
        yield table, row
        yield from self._mentions(table, row["id"], count)

    def _named_model(self, model: NamedModel) -> Iterator[tuple[str, Row]]:
        row = self._fact(model) | _span(model) | _fields(model, "name", "theme", "place")
        yield from self._units_then(model.place, row)
        yield "named_models", row
        yield from self._mentions("named_models", row["id"], model)

    def _award(self, award: Award) -> Iterator[tuple[str, Row]]:
        row = self._fact(award) | _fields(award, "award", "name", "rank", "conferred_by", "reason", "status")
        row |= _first(award.mentions) | _period(award) | _fields(award, "event_date")
        row["text"] = award.mentions[0].text if award.mentions else None
        row |= {"kind_code": award.kind_code, "part_of": self._id(award.part_of)}
        row["year"] = _year(award.event_date, award.date_to, self.day)
        if award.kind_code:
            # A kind that this version's taxonomy does not know is still told of.
            kind = {"code": award.kind_code, "vi": award.award, "en": award.award, "kind_group": "other"}
            yield "award_kinds", kind
        yield "awards", row
        for number, group in enumerate(award.recipients, 1):
            yield (
                "recipients",
                {
                    "id": f"{row['id']}-{number}",
                    "article_id": self.article,
                    "award_id": row["id"],
                    **_fields(group, "count", "kind", "text"),
                    "names": _joined(group.names),
                },
            )
        yield from self._mentions("awards", row["id"], award)

    def _units_then(self, place: str | None, row: Row) -> Iterator[tuple[str, Row]]:
        """Settle which unit a fact's place is; a unit that the article's places do not hold comes before the row."""
        unit = self.places.unit_called(place) if place else None
        row["unit_id"] = unit
        yield from (("units", above) for above in self.finder.rows(unit))

    def _fact(self, fact: Fact) -> Row:
        return {
            "id": f"{self.article}-{fact.id}",
            "article_id": self.article,
            "fact": fact.id,
            "rule": fact.rule,
            "confidence": fact.confidence,
        }

    def _id(self, fact: str | None) -> str | None:
        return f"{self.article}-{fact}" if fact else None

    def _mentions(self, table: str, fact_id: str, fact: Any) -> Iterator[tuple[str, Row]]:
        common = {"article_id": self.article, "kind": table, "fact_id": fact_id}
        for mention in fact.mentions:
            yield "mentions", common | {"slot": None} | _span(mention)
        for evidence in getattr(fact, "evidence", ()):
            yield "mentions", common | {"slot": evidence.slot} | _span(evidence)


def _span(span: Span) -> Row:
    return {"text": span.text, "start_char": span.start_char, "end_char": span.end_char}


def _first(mentions: list[Span]) -> Row:
    if not mentions:
        return {"start_char": None, "end_char": None}
    return {"start_char": mentions[0].start_char, "end_char": mentions[0].end_char}


def _fields(fact: Any, *names: str) -> Row:
    return {name: _plain_value(getattr(fact, name)) for name in names}


def _plain_value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _period(fact: Any) -> Row:
    return _fields(fact, "date_from", "date_to")


def _year(*days: date | None) -> int | None:
    return next((day.year for day in days if day), None)


def _joined(parts: list[str]) -> str | None:
    return _JOINT.join(parts) or None


def _day(published: str | None) -> date | None:
    try:
        return Published.of(published).day if published else None
    except ValueError:
        return None
