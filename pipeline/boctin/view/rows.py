"""What is shown of a fact: its fields in the order people ask for them, each as text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from boctin.view.labels import KINDS, value_label
from boctin.view.marks import Mark

# The columns of each kind's table. "words" links to the words of the fact, each other one to its evidence.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "officials": ("name", "positions"),
    "model_counts": ("words", "value", "theme", "place", "status", "fields", "counted", "period", "part_of"),
    "counts": ("words", "value", "noun", "theme", "place", "status", "period", "part_of"),
    "named_models": ("name", "theme", "place"),
    "awards": ("award", "name", "rank", "recipients", "conferred_by", "reason", "status", "period", "part_of"),
    "dates": ("words", "kind", "period", "timex"),
    "places": ("name", "unit", "province", "code"),
}


@dataclass(frozen=True)
class Cell:
    """One field of a fact as text, and the anchors of the words that it was read from."""

    column: str
    text: str
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One fact as it is shown."""

    kind: str
    id: str
    rule: str
    confidence: float
    cells: list[Cell] = field(default_factory=list)
    anchors: tuple[str, ...] = ()


def rows_of(record: Mapping[str, Any], marks: list[Mark]) -> dict[str, list[Row]]:
    """The rows of every kind that the record has facts of, in the order in which kinds are shown."""
    anchors: dict[tuple[str, str], list[str]] = {}
    for mark in marks:
        anchors.setdefault((mark.fact, mark.slot), []).append(mark.anchor)
    return {kind: [_row(kind, fact, anchors) for fact in record[kind]] for kind in KINDS if record.get(kind)}


def _row(kind: str, fact: Mapping[str, Any], anchors: Mapping[tuple[str, str], list[str]]) -> Row:
    words = tuple(anchors.get((fact["id"], ""), ()))
    cells = []
    for column in COLUMNS[kind]:
        if text := cell_text(fact, column):
            own = tuple(anchors.get((fact["id"], column), ()))
            leads = column in ("words", "name", "award") or column == COLUMNS[kind][0]
            cells.append(Cell(column, text, own or (words if leads else ())))
    return Row(kind, fact["id"], str(fact.get("rule", "")), float(fact.get("confidence") or 0), cells, words)


def cell_text(fact: Mapping[str, Any], column: str) -> str:
    """One field of a fact as text, "" where the article does not say it.

    >>> cell_text({"date_from": "2021-01-01", "date_to": "2023-12-31"}, "period")
    '01/01/2021 – 31/12/2023'
    """
    value = fact.get("text" if column == "words" else column)
    match column:
        case "period":
            return period(fact.get("date_from"), fact.get("date_to"))
        case "value":
            return "; ".join(_amount(fact))
        case "positions":
            return "\n".join(_position(p) for p in value or ())
        case "recipients":
            return "\n".join(_recipient(r) for r in value or ())
        case "status":
            return "" if value == "conferred" else value_label(value or "")
        case "kind":
            return ", ".join([value_label(value), *(["âm lịch"] if fact.get("calendar") == "lunar" else [])])
        case _ if isinstance(value, list):
            return "; ".join(map(str, value))
        case _:
            return "" if value is None else str(value)


def _amount(fact: Mapping[str, Any]) -> Iterator[str]:
    value, low, high = fact.get("value"), fact.get("low"), fact.get("high")
    if value is not None:
        yield number(value)
    elif low is not None or high is not None:
        yield f"{'…' if low is None else number(low)} – {'…' if high is None else number(high)}"
    if (qualifier := fact.get("qualifier")) and qualifier != "exact":
        yield value_label(qualifier)


def _position(position: Mapping[str, Any]) -> str:
    about = [value_label(position[name]) for name in ("branch", "level") if position.get(name)]
    if position.get("former"):
        about.insert(0, "nguyên")
    return f"{position['text']} ({', '.join(about)})" if about else str(position["text"])


def _recipient(group: Mapping[str, Any]) -> str:
    names, count, kind = group.get("names") or (), group.get("count"), group.get("kind")
    counted = " ".join(str(part) for part in (count, value_label(kind) if kind else None) if part is not None)
    said = ", ".join(names) or group.get("text") or ""
    return f"{said} ({counted})" if said and counted and said != counted else said or counted


def number(value: float) -> str:
    """A number as Vietnamese print it: 1.240; 12,5.

    >>> number(1240), number(12.5)
    ('1.240', '12,5')
    """
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def period(start: str | None, end: str | None) -> str:
    """An interval of days: 07/12/2023; 01/01/2021 – 31/12/2023; "" where neither end is known."""
    if not start and not end:
        return ""
    if start == end:
        return _day(start)
    return f"{_day(start)} – {_day(end)}"


def moment(iso: str | None) -> str:
    """A day, or a day with its hour: 07/12/2023; 07/12/2023 17:36.

    >>> moment("2023-12-07"), moment("2023-12-07T17:36:00+07:00")
    ('07/12/2023', '07/12/2023 17:36')
    """
    day, _, hour = (iso or "").partition("T")
    return " ".join(filter(None, (_day(day) if day else "", hour[:5])))


def _day(iso: str | None) -> str:
    try:
        return date.fromisoformat(iso).strftime("%d/%m/%Y") if iso else "…"
    except ValueError:
        return str(iso)
