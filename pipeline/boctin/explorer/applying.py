"""A record with what readers put right in it."""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import ValidationError

from boctin import record as schema
from boctin.explorer.corrections import Correction, Words, now
from boctin.explorer.slots import SLOTS, SlotError, read_slots, shown_slots

_SCHEMAS: Final[dict[str, type[schema.Fact]]] = {
    "officials": schema.Official,
    "model_counts": schema.ModelCount,
    "counts": schema.ModelCount,
    "named_models": schema.NamedModel,
    "awards": schema.Award,
    "dates": schema.DateFact,
    "places": schema.Place,
}
# Facts that have words of their own; the others have mentions.
_WITH_SPAN: Final = ("dates", "model_counts", "counts", "named_models")
_PREFIXES: Final = {"officials": "o", "model_counts": "m", "counts": "c", "named_models": "n", "awards": "a"}
_RULE = "reader"

Fact = dict[str, Any]


class CorrectionError(ValueError):
    """A correction that cannot be taken, with the reason for the reader."""


@dataclass
class Applied:
    """A record with its corrections. Facts that are wrong stay in `record` and are named in `wrong`."""

    record: dict[str, Any]
    wrong: set[str] = field(default_factory=set)
    told: dict[str, str] = field(default_factory=dict)
    history: dict[str, list[Correction]] = field(default_factory=dict)
    checked: bool = False

    @property
    def final(self) -> dict[str, Any]:
        """The record without the facts that are wrong."""
        kept = {kind: [f for f in self.record.get(kind) or () if f["id"] not in self.wrong] for kind in _SCHEMAS}
        return {**self.record, **kept}

    @property
    def slots(self) -> dict[str, dict[str, str]]:
        """For each fact the values of its slots as a form shows them."""
        return {f["id"]: shown_slots(kind, f) for kind in SLOTS for f in self.record.get(kind) or ()}


def applied(record: Mapping[str, Any], corrections: Sequence[Correction]) -> Applied:
    """A record (its JSON form) with corrections, the oldest first; the record that is given stays as it is.

    A correction finds its fact by its words; where an extraction has moved their bounds, by most words in common. A
    corrected or added fact that an extraction does not find is put in as the reader left it.
    """
    result = Applied(copy.deepcopy(dict(record)))
    for correction in corrections:
        if correction.action == "checked":
            result.checked = True
        elif correction.kind in _SCHEMAS and correction.words:
            _apply(result, correction, correction.kind, correction.words)
    return result


def _apply(result: Applied, correction: Correction, kind: str, words: Words) -> None:
    facts: list[Fact] = result.record.setdefault(kind, [])
    # What is added beside a fact of the same words is another fact, unless extraction has come to find it as well.
    fact = _find(facts, words, exactly=correction.action == "add")
    if fact is None:
        if correction.fact is None:
            return
        fact = {**copy.deepcopy(correction.fact), "id": _new_id(kind, facts)}
        facts.append(fact)
    elif correction.action in ("correct", "add"):
        fact.update(copy.deepcopy(correction.slots))
    name = fact["id"]
    if correction.action == "wrong":
        result.wrong.add(name)
    else:
        result.wrong.discard(name)
    if correction.action in ("correct", "add"):
        result.told[name] = "add" if correction.action == "add" or result.told.get(name) == "add" else "correct"
    result.history.setdefault(name, []).append(correction)


def _find(facts: Sequence[Fact], words: Words, *, exactly: bool = False) -> Fact | None:
    same = [fact for fact in facts if (words.start_char, words.end_char) == _bounds(fact)]
    if same:
        return same[min(words.nth, len(same) - 1)] if not exactly or words.nth < len(same) else None
    if exactly:
        return None
    # Bounds moved by an extraction: most of the shorter words lie in the longer.
    near = [
        (shared, start - end, fact)
        for fact in facts
        for start, end in _all(fact)
        if (shared := min(end, words.end_char) - max(start, words.start_char)) > 0
        and 2 * shared >= min(end - start, words.end_char - words.start_char)
    ]
    return max(near, key=lambda found: found[:2])[2] if near else None


def _all(fact: Fact) -> list[tuple[int, int]]:
    spans = [fact] if "start_char" in fact else fact.get("mentions") or []
    return [(span["start_char"], span["end_char"]) for span in spans]


def _bounds(fact: Fact) -> tuple[int, int] | None:
    return next(iter(_all(fact)), None)


def _new_id(kind: str, facts: Sequence[Fact]) -> str:
    prefix = _PREFIXES.get(kind, kind[0])
    taken = {fact["id"] for fact in facts}
    return next(name for n in range(1, len(taken) + 2) if (name := f"{prefix}r{n}") not in taken)


def correction_of(record: Mapping[str, Any], form: Mapping[str, str], *, who: str) -> Correction:
    """The correction that a reader's form asks for, checked against the record as it is now.

    Raises CorrectionError when the fact is not there, the words do not stand in the article, or a slot's value is none.
    """
    action = form.get("action", "")
    common = {"at": now(), "who": who, "article": record["article"]["id"], "action": action}
    if action == "checked":
        return Correction(**common)
    if action == "add":
        return _addition(record, form, common)
    if action not in ("wrong", "right", "correct"):
        raise CorrectionError(f"không rõ việc cần làm: {action!r} · no such action")
    for kind in _SCHEMAS:
        for fact in record.get(kind) or ():
            if fact["id"] == form.get("fact") and (bounds := _bounds(fact)):
                return _change(record, kind, fact, bounds, form, common)
    raise CorrectionError("dữ kiện này không còn · the fact is not there any more")


def _change(
    record: Mapping[str, Any],
    kind: str,
    fact: Fact,
    bounds: tuple[int, int],
    form: Mapping[str, str],
    common: dict[str, Any],
) -> Correction:
    same = [other["id"] for other in record[kind] if _bounds(other) == bounds]
    words = _words(record, *bounds, nth=same.index(fact["id"]))
    if common["action"] != "correct":
        return Correction(**common, kind=kind, words=words)
    given = _slots(record, kind, form, near=bounds)
    before = shown_slots(kind, fact)
    after = shown_slots(kind, {**fact, **given})
    changed = {slot: value for slot, value in given.items() if before.get(slot) != after.get(slot)}
    if not changed:
        raise CorrectionError("chưa sửa gì · nothing was changed")
    if kind == "dates":
        # The value told in TIMEX3 is the one that the reader has just changed.
        changed["timex"] = None
    whole = _checked(kind, {**fact, **changed, "rule": _RULE, "confidence": 1.0})
    return Correction(**common, kind=kind, words=words, slots=changed, fact=whole)


def _addition(record: Mapping[str, Any], form: Mapping[str, str], common: dict[str, Any]) -> Correction:
    kind = form.get("kind", "")
    if kind not in SLOTS:
        raise CorrectionError(f"không có loại dữ kiện {kind!r} · no such kind of fact")
    start, end = _place(record["article"]["text"], form)
    facts = record.get(kind) or ()
    words = _words(record, start, end, nth=sum(_bounds(fact) == (start, end) for fact in facts))
    span = {"text": words.text, "start_char": start, "end_char": end}
    fact: Fact = {"id": "", "rule": _RULE, "confidence": 1.0}
    fact |= span if kind in _WITH_SPAN else {"mentions": [span]}
    slots = {slot: value for slot, value in _slots(record, kind, form, near=(start, end)).items() if value is not None}
    leading = {"officials": "name", "named_models": "name", "awards": "award", "places": "name"}.get(kind)
    if leading and not slots.get(leading):
        slots[leading] = words.text
    if kind == "officials":
        slots.setdefault("positions", [])
    if kind == "dates":
        slots.setdefault("kind", "day")
    return Correction(**common, kind=kind, words=words, slots=slots, fact=_checked(kind, fact | slots))


def _place(text: str, form: Mapping[str, str]) -> tuple[int, int]:
    """Where the words of an addition stand: as the page says, or where they stand alone in the article."""
    words = form.get("words", "").replace("\r\n", "\n").strip()
    start, end = form.get("start", ""), form.get("end", "")
    if start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(text):
        found = text[int(start) : int(end)]
        if found.replace("\r\n", "\n").strip() == words:
            lead = len(found) - len(found.lstrip())
            return int(start) + lead, int(start) + len(found.rstrip())
    if not words or words not in text:
        raise CorrectionError("những chữ này không có trong bài · the words do not stand in the article")
    if text.count(words) > 1:
        raise CorrectionError(
            "những chữ này có nhiều lần trong bài, hãy bôi đen · the words stand there more than once"
        )
    return text.index(words), text.index(words) + len(words)


def _words(record: Mapping[str, Any], start: int, end: int, *, nth: int) -> Words:
    return Words(text=record["article"]["text"][start:end], start_char=start, end_char=end, nth=nth)


def _slots(record: Mapping[str, Any], kind: str, form: Mapping[str, str], near: tuple[int, int]) -> dict[str, Any]:
    given = {slot: form[f"slot-{slot}"] for slot in SLOTS[kind] if f"slot-{slot}" in form}
    try:
        return read_slots(kind, given, record["article"]["text"], near)
    except SlotError as error:
        raise CorrectionError(str(error)) from None


def _checked(kind: str, fact: Fact) -> Fact:
    """The fact as the record's schema has it."""
    try:
        return _SCHEMAS[kind].model_validate(fact).model_dump(mode="json")
    except ValidationError as error:
        fault = error.errors()[0]
        raise CorrectionError(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}") from None
