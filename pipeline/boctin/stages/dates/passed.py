"""Why digits that look like a date were passed over: told to `boctin explain --at`, and nothing else hangs on it."""

from boctin.stages.dates.lexicon import Lexicon
from boctin.stages.dates.numeric import is_year, small
from boctin.stages.dates.tokens import Tokens

_JOINTS = frozenset("/.-,:")
_ROUND_THE_CLOCK = (("24", "7"), ("24", "24"))

IMPOSSIBLE = "no such day or month"
DOCUMENT = "the number of a document, article or version"
PLACE = "the number or name of a street, house or place"
CLOCK = "round the clock"
SHARE = "a share, a score or a stretch"
NUMBER = "a telephone number, code, version or decimal"
UNDATED = "the name of a work, or a time of any year"
QUANTITY = "a quantity: a unit follows"


def why_no_date(t: Tokens, at: int, lex: Lexicon) -> tuple[int, str] | None:
    """The end of the digits at token `at` that look like a date, and why they are none; None when they do not."""
    if not t.w[at][0].isdecimal():
        return None
    end = _chain_end(t, at)
    if end == at + 1:
        return (end, QUANTITY) if is_year(t.w[at]) and t.w[end] in lex.not_year_before else None
    chain = t.w[at:end]
    if named := _named(t, at, end, lex):
        return end, named
    if tuple(chain[::2]) in _ROUND_THE_CLOCK:
        return end, CLOCK
    if len(chain) > 3:
        return end, NUMBER
    if chain[1] in "/-":
        return end, SHARE if small(t, at, 99) else NUMBER
    return (end, NUMBER) if chain[1] == "." and len(chain[0]) < 3 and len(chain[2]) < 3 else None


def why_impossible(t: Tokens, at: int, end: int, lex: Lexicon) -> str:
    """Why words that say a day that no calendar has are no date: "Quyết định số 35/2024" is a number, "31/2" a slip."""
    if not any(word[:1].isdecimal() for word in t.w[at:end]):
        return UNDATED
    return (t.w[at][0].isdecimal() and _named(t, at, end, lex)) or IMPOSSIBLE


def _named(t: Tokens, at: int, end: int, lex: Lexicon) -> str | None:
    """What the words before digits say that they number."""
    if lex.documents.before(t.w, at) and t.before(at - 1) not in lex.places.first_words:
        return DOCUMENT
    if any(word.isalpha() for word in t.w[at:end]):
        return DOCUMENT
    return PLACE if lex.places.before(t.w, at) or t.before(at) == "số" else None


def _chain_end(t: Tokens, at: int) -> int:
    """The token after a run of numbers and letters joined without spaces: "18-NQ/TW", "0912.345.678"."""
    end = at + 1
    while t.w[end] in _JOINTS and t.glued(end) and t.glued(end + 1) and t.w[end + 1].isalnum():
        end += 2
    return end
