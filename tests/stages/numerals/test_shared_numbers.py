"""The number cases of Duckling (BSD-3) and vn-numberwords (MIT), outside the repository, read as whole numerals."""

import json
import re
from pathlib import Path

import pytest

from boctin.stages.numerals.stage import Numerals
from tests.conftest import SHARED

STAGE = Numerals()
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
FILES = ("duckling_vi_numeral.jsonl", "vn_numberwords.jsonl")

# Why a case says nothing about news, by the text of the case.
LEFT_OUT = {
    "": "no text",
    "không": "in news it is 'not'; zero is printed 0",
    "trăm": "a bare hundred counts nothing in print ('hàng trăm', 'hơn trăm' are read)",
    "năm": "alone it is 'year'; five only before a noun that is counted",
    "âm năm": "the same, and negative",
    "mười năm": "ten years; fifteen is 'mười lăm'",
    ",77": "no newspaper leaves out the zero",
    ",0012G": "no newspaper writes it",
    "-,0012G": "no newspaper writes it",
}
NEGATIVE = "counts are never negative; in news the dash joins a range and 'âm' is a calendar or a sound"
NO_TONES = "newspapers print tone marks"


def left_out(text: str) -> str | None:
    """Why a case does not apply to news, or None when it does."""
    if text in LEFT_OUT:
        return LEFT_OUT[text]
    if text.startswith(("-", "âm ")):
        return NEGATIVE
    return NO_TONES if text.isascii() and text[0].isalpha() else None


def shared_cases() -> list[tuple[str, float]]:
    """(text, value) of every case; "1.234" as a string is a printed number."""
    found = []
    for path in (Path(SHARED) / "temporal" / name for name in FILES):
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            case = json.loads(line)
            value = case["value"]
            if isinstance(value, str):
                value = float(value.replace(".", "") if GROUPED.fullmatch(value) else value)
            found.append((case["text"], value))
    return found


CASES = shared_cases()
APPLY = [case for case in CASES if left_out(case[0]) is None]


@pytest.mark.skipif(not CASES, reason="../shared is not here")
@pytest.mark.parametrize(("text", "value"), APPLY, ids=[text for text, _ in APPLY])
def test_shared_number(text, value):
    numeral = next(iter(STAGE.find(text)), None)
    assert numeral is not None
    assert numeral.value == pytest.approx(value)
    assert text[numeral.start_char : numeral.end_char] == text.removesuffix(" đồng")


@pytest.mark.skipif(not CASES, reason="../shared is not here")
def test_four_fifths_of_the_shared_numbers_apply():
    assert len(APPLY) >= 0.75 * len(CASES)
