"""Reads the files of cases/: a heading, then one sentence a line with the expressions expected in it.

    # Ranges of days
    Hội mở 2-4/9 ở bãi biển. | 2-4/9 = 2023-09-02..2023-09-04

An interval is `first..last`, either side left out where it is open; a day, month or year stands for itself; `?` is an
expression that nothing settles; a kind or calendar may follow in brackets. `-` expects nothing at all.
"""

import calendar
import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"
DEFAULT_PUBLICATION = "2023-12-07"
_KINDS = {10: "day", 7: "month", 4: "year"}


class Expected(NamedTuple):
    """An expression as a case expects it; `kind` is None where the case leaves it open."""

    text: str
    date_from: date | None
    date_to: date | None
    kind: str | None
    lunar: bool


class Case(NamedTuple):
    """One sentence."""

    heading: str
    published: str | None
    text: str
    expected: list[Expected]
    wanted: str


def first_day(written: str) -> date | None:
    """The first day of a day, month or year."""
    return date.fromisoformat(f"{written}-01-01"[:10]) if written else None


def last_day(written: str) -> date | None:
    """The last day of a day, month or year."""
    if not written:
        return None
    if len(written) == 10:
        return date.fromisoformat(written)
    year, month = int(written[:4]), int(written[5:7] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])


def expected_of(written: str) -> Expected:
    """One `text = interval (kind)`."""
    text, _, value = written.rpartition(" = ")
    value, _, bracket = value.strip().partition("(")
    words = bracket.rstrip(")").split()
    lunar = "lunar" in words
    kind = next((w for w in words if w != "lunar"), None)
    value = value.strip()
    if value in ("", "?"):
        return Expected(text.strip(), None, None, kind, lunar)
    first, dots, last = value.partition("..")
    if not dots:
        return Expected(text.strip(), first_day(value), last_day(value), kind or _KINDS[len(value)], lunar)
    return Expected(text.strip(), first_day(first), last_day(last), kind, lunar)


def cases() -> list[Case]:
    """All cases, in the order of their files."""
    found = []
    for path in sorted(CASES.glob("*.txt")):
        heading, published = "", DEFAULT_PUBLICATION
        for line in path.read_text(encoding="utf-8").splitlines():
            if setting := re.fullmatch(r"# published: (\S+)", line):
                published = None if setting[1] == "none" else setting[1]
            elif line.startswith("# "):
                heading = line[2:]
            elif line:
                text, bar, wanted = line.partition(" | ")
                assert bar, f"{path.name}: no bar in {line!r}"
                expected = [] if wanted.strip() == "-" else [expected_of(part) for part in wanted.split(" ; ")]
                found.append(Case(heading, published, text, expected, wanted.strip()))
    return found
