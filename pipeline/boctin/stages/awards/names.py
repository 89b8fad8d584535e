"""Names of honours and contests, in quotes or without."""

import regex

from boctin.stages.awards.expression import Range
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import STOP_WORDS, WORDS, any_of

_QUOTED = regex.compile(r"""\s*(?:"(?P<a>[^"\n]{2,160})"|(?<![\p{L}])'(?P<b>[^'\n]{4,120})'(?!\p{L}))""")
# A stop word is none within these: "Vì sức khỏe | nhân dân", "Văn học | và Nghệ thuật".
_JOINED = regex.compile(any_of(WORDS.names.joined), regex.IGNORECASE)
_YEAR = regex.compile(r"(?:19|20)\d\d")
# A name goes on over a dash with its English form, or with what it is for.
_STOPS = any_of(WORDS.names.stop)
_OVER_DASH = regex.compile(
    r" -(?: (?:\p{Lu}[\p{L}\d&']*|of|for|the|and|in)){0,7}? (?:Awards?|Prize|Challenge|Contest|Competition|UNESCO)"
    rf"(?!\p{{L}})(?: (?:19|20)\d\d)?| - Vì(?: (?!{_STOPS})\p{{L}}+){{1,5}}"
)
_CUT = regex.compile(rf"\s{any_of(GRAMMAR.contests.cuts)}")
_WORD = regex.compile(r"[^\s,.;:()\"!?…]+(?:[.](?=\p{L})[^\s,.;:()\"!?…]+)*")


def quoted_name(reading: str, at: int, end: int) -> Range | None:
    """The words of a name in quotes right at an offset, without its quotes."""
    match = _QUOTED.match(reading, at, end)
    return None if match is None else match.span("a") if match.group("a") else match.span("b")


def bare_name(reading: str, at: int, end: int, *, capital: bool = True, words: int = 12) -> Range | None:
    """A name with no quotes, from the next word to a mark or a word that ends it; None when it is not capitalised."""
    first = last = None
    for _ in range(words):
        gap = at
        while gap < end and reading[gap] == " ":
            gap += 1
        word = _WORD.match(reading, gap, end)
        joined = _JOINED.match(reading, gap, end)
        if gap == at or word is None or not (joined or word.group()[0].isupper() or word.group() not in STOP_WORDS):
            break
        if first is None:
            if capital and not word.group()[0].isupper():
                return None
            first = word.start()
        at = last = joined.end() if joined else word.end()
        if reading[at : at + 1] not in (" ", "") or _YEAR.fullmatch(word.group()):
            break
    if first is None or last is None:
        return None
    further = _OVER_DASH.match(reading, last, end)
    last = further.end() if further else last
    cut = _CUT.search(reading, first, last)
    return first, cut.start() if cut else last
