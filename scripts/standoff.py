"""Gold records without their texts: each string that was copied from an article becomes its offsets there.

>>> day = {"text": "hôm qua", "date_from": None, "date_to": None}
>>> packed = pack_record({"published": None, "dates": [day]}, "Mưa hôm qua")
>>> packed["dates"]
[{'text': [4, 11], 'date_from': None, 'date_to': None}]
>>> unpack_record(packed, "Mưa hôm qua")["dates"][0]["text"]
'hôm qua'
"""

import unicodedata
from collections.abc import Callable
from typing import Any

import regex

# The slots that hold words of the article; numbers, days and kinds stay as they are.
_WORDS = {"text", "name", "positions", "theme", "place", "award", "rank", "conferred_by", "names"}
_LISTS = ("dates", "officials", "model_counts", "awards")


def pack_record(record: dict[str, Any], text: str) -> dict[str, Any]:
    """A gold record with `[start, end]` in `text` for each of its strings. Raises ValueError for one not there."""
    text = normal(text)
    return {"published": record["published"], **_converted(record, lambda words: _offsets(words, text))}


def unpack_record(packed: dict[str, Any], text: str) -> dict[str, Any]:
    """The record of `pack_record` again, with its strings as printed, white space squeezed."""
    text = normal(text)
    lists = _converted(packed, lambda span: " ".join(text[slice(*span)].split()))
    return {"id": packed.get("id"), "published": packed["published"], **lists}


def normal(text: str) -> str:
    """NFC, and Đ for the letter Eth, as in a record of boctin."""
    return unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ")


def _converted(record: dict[str, Any], convert: Callable[[Any], Any]) -> dict[str, Any]:
    def walk(value: Any, slot: str) -> Any:
        if isinstance(value, dict):
            return {key: walk(inner, key) for key, inner in value.items()}
        if slot in _WORDS and value is not None:
            each = slot in ("positions", "names")
            return [convert(inner) for inner in value] if each else convert(value)
        return [walk(inner, slot) for inner in value] if isinstance(value, list) else value

    return {name: walk(record.get(name, []), name) for name in _LISTS}


def _offsets(words: str, text: str) -> list[int]:
    pattern = r"\s+".join(map(regex.escape, normal(words).split()))
    for form in (rf"(?<![\p{{L}}\d]){pattern}(?![\p{{L}}\d])", pattern):  # whole words first
        for flags in (regex.V0, regex.IGNORECASE):
            if match := regex.search(form, text, flags):
                return list(match.span())
    raise ValueError(f"not in the article: {words!r}")
