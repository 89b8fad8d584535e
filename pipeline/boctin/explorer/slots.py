"""The slots of facts as a form shows them and as a reader fills them in."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, get_args

import regex

from boctin import record as schema
from boctin.view.labels import VALUES
from boctin.view.rows import number

# What can be corrected of each kind, in the order of the form.
SLOTS: Final[dict[str, tuple[str, ...]]] = {
    "officials": ("name", "positions"),
    "model_counts": ("value", "qualifier", "theme", "place", "status", "date_from", "date_to"),
    "awards": ("award", "name", "rank", "recipients", "conferred_by", "reason", "date_from", "date_to"),
    "dates": ("kind", "date_from", "date_to"),
    "named_models": ("name", "theme", "place"),
    "counts": ("value", "noun", "qualifier", "theme", "place", "status", "date_from", "date_to"),
    "places": ("name",),
}
CHOICES: Final = {"kind": get_args(schema.DateKind), "qualifier": get_args(schema.Qualifier)}
LISTS: Final = ("positions", "recipients")
DAYS: Final = ("date_from", "date_to")

_NUMBER = regex.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?")
_RECIPIENT = regex.compile(r"(?:(?P<count>[\d.]{1,12})\s*)?(?P<kind>tập thể|cá nhân)?(?:\s*:\s*(?P<names>.+))?")
_RECIPIENT_KINDS = {"tập thể": "collective", "cá nhân": "individual"}


class SlotError(ValueError):
    """A value that a slot cannot have."""


def shown_slots(kind: str, fact: Mapping[str, Any]) -> dict[str, str]:
    """The slots of a fact as text for a form; a list has one line for each of its items."""
    return {slot: _shown(slot, fact.get(slot)) for slot in SLOTS[kind]}


def _shown(slot: str, value: Any) -> str:
    if value is None:
        return ""
    if slot == "positions":
        return "\n".join(position["text"] for position in value)
    if slot == "recipients":
        return "\n".join(_recipient_line(group) for group in value)
    return number(value) if slot == "value" else str(value)


def _recipient_line(group: Mapping[str, Any]) -> str:
    kind = VALUES[group["kind"]].vi if group.get("kind") else ""
    counted = " ".join(str(part) for part in (group.get("count"), kind) if part)
    names = "; ".join(group.get("names") or ())
    return f"{counted}: {names}" if names else counted


def read_slots(kind: str, given: Mapping[str, str], text: str, near: tuple[int, int]) -> dict[str, Any]:
    """What a reader filled in, as values of the record; an empty field is None (an empty list for a list).

    Positions are words of the article: of several places the one next to `near` is taken.
    Raises SlotError for a value that the slot cannot have.
    """
    values: dict[str, Any] = {}
    for slot in SLOTS[kind]:
        if slot not in given:
            continue
        written = given[slot].replace("\r\n", "\n").strip()
        if slot in LISTS:
            lines = [line.strip() for line in written.split("\n") if line.strip()]
            values[slot] = [_position(line, text, near) if slot == "positions" else _recipient(line) for line in lines]
        else:
            values[slot] = _READERS.get(slot, str)(written) if written else None
    return values


def _read_number(written: str) -> float | int:
    """
    >>> _read_number("1.240"), _read_number("12,5")
    (1240, 12.5)
    """
    if not _NUMBER.fullmatch(written):
        raise SlotError(f"{written!r} không phải là số · not a number")
    value = float(written.replace(".", "").replace(",", ".") if not _is_english(written) else written)
    return int(value) if value.is_integer() else value


def _is_english(written: str) -> bool:
    whole, dot, part = written.partition(".")
    return bool(dot) and "," not in written and len(part) != 3 and "." not in part and bool(whole)


def _read_day(written: str) -> str:
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise SlotError(f"{written!r} không phải là ngày, viết 2023-12-07 · not a day") from None


_READERS: Final[dict[str, Callable[[str], Any]]] = {"value": _read_number, **dict.fromkeys(DAYS, _read_day)}


def _position(line: str, text: str, near: tuple[int, int]) -> dict[str, Any]:
    places = [match.start() for match in regex.finditer(regex.escape(line), text)]
    if not places:
        raise SlotError(f"{line!r} không có trong bài · does not stand in the article")
    start = min(places, key=lambda place: abs(place - near[0]))
    return {"text": line, "title": line, "start_char": start, "end_char": start + len(line)}


def _recipient(line: str) -> dict[str, Any]:
    match = _RECIPIENT.fullmatch(line)
    if not match:
        raise SlotError(f"{line!r}: viết “3 cá nhân”, “2 tập thể: Tên; Tên” · write “3 cá nhân”")
    names = [name.strip() for name in (match["names"] or "").split(";") if name.strip()]
    count = int(match["count"].replace(".", "")) if match["count"] else None
    return {"count": count, "kind": _RECIPIENT_KINDS.get(match["kind"]), "text": None, "names": names}
