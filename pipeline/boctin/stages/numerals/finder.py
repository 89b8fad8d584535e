"""Where numbers stand in a text, and where what looks like one is something else."""

from collections.abc import Mapping
from typing import NamedTuple

import regex

from boctin.phrases import alternatives
from boctin.stages.numerals.words import FRACTIONS, Number, Words

_LETTERS = regex.compile(r"\p{L}[\p{L}\d]*+")
_NEXT_WORD = regex.compile(r"\s(\p{L}++)")
_SENTENCE_START = ".!?:;\"'(-\n…•+"
# A number has few words; longer runs are hostile text.
_LONGEST = 24


class Found(NamedTuple):
    """A number with its offsets, and its last multiplier (1 where it has none)."""

    start: int
    end: int
    value: Number
    multiplier: int
    has_digits: bool


class NumberFinder:
    """Finds numbers in a reading; neighbours given as data say where a number word is none."""

    def __init__(
        self,
        words: Words,
        *,
        suffixes: Mapping[str, int],
        units: frozenset[str],
        not_after: frozenset[str],
        not_before: Mapping[str, frozenset[str]],
        five_before: frozenset[str],
    ) -> None:
        self.words = words
        self.suffixes = {key.lower(): value for key, value in suffixes.items()}
        self.units = units
        self.not_after = not_after
        self.not_before = not_before
        self.five_before = five_before
        vocabulary = alternatives(words.vocabulary)
        fractions = "".join(FRACTIONS)
        token = rf"(?:\d++(?:[.,]\d++)*+|[{fractions}]|(?:{vocabulary})(?![\p{{L}}\p{{N}}]))"
        self.run = regex.compile(rf"(?<![\p{{L}}\p{{N}}]){token}(?: {token})*+")
        self.token = regex.compile(r"[^ ]++")

    def find(self, reading: str, low: str) -> list[Found]:
        """All numbers, left to right; `low` is the reading in lower case."""
        found: list[Found] = []
        for match in self.run.finditer(low):
            start = match.start()
            tokens = match.group().split(" ")
            at, offset = 0, start
            while at < len(tokens):
                number = self.words.read(tokens[at : at + _LONGEST])
                length = number.length if number else 1
                end = offset + sum(map(len, tokens[at : at + length])) + length - 1
                if number:
                    made = Found(offset, end, number.value, number.multiplier, number.has_digits)
                    checked = self._digits(low, made) if number.has_digits else self._in_words(reading, low, made)
                    if checked:
                        found.append(checked)
                at, offset = at + length, end + 1
        return found

    def _digits(self, low: str, number: Found) -> Found | None:
        """Digits that are a number, and not part of a date, a score, a code, a clock time or a telephone number."""
        start, end = number.start, number.end
        before, after = low[max(0, start - 2) : start], low[end : end + 2]
        first = low[start:end].split(" ")[0]
        whole = first.partition(",")[0]
        if len(whole) > 3 and whole[0] == "0" and whole[1].isdecimal():
            return None
        if before[-1:] in ("/", ":", ".", "_") or (
            before[-1:] == "-" and before[:1].isdecimal() and _chained(low, start)
        ):
            return None
        if (after[:1] in ("/", ":", "_") and after[1:].isalnum()) or (after[:1] == "-" and after[1:].isalpha()):
            return None
        glued = _LETTERS.match(low, end)
        if glued is None:
            return number
        if glued.group() in self.suffixes and number.multiplier == 1:
            value = number.value * self.suffixes[glued.group()]
            return number._replace(end=glued.end(), value=int(value) if value == int(value) else value)
        return number if glued.group() in self.units else None

    def _in_words(self, reading: str, low: str, number: Found) -> Found | None:
        """Number words that are a number: no name ("Hai Bà Trưng"), no ordinal, no year, no "một số"."""
        start, end = number.start, number.end
        printed = reading[start:end]
        following = _NEXT_WORD.match(low, end)
        following_word = following.group(1) if following else ""
        if any(c.isupper() for c in printed) and not printed.isupper():
            name = following is not None and reading[following.start(1)].isupper()
            if name or printed[1:] != printed[1:].lower() or not _opens_sentence(reading, start):
                return None
        if " " in printed and number.value >= 10:
            return None if _word_before(low, start) in ("thứ", "tháng", "mùng", "mồng") else number
        word = low[start:end]
        if word == "năm":
            return number if following_word in self.five_before and not _after_number(low, start) else None
        if _word_before(low, start) in self.not_after or following_word in self.not_before.get(word, ()):
            return None
        return number


def _opens_sentence(reading: str, start: int) -> bool:
    before = start
    while before > 0 and reading[before - 1] == " ":
        before -= 1
    return before == 0 or reading[before - 1] in _SENTENCE_START


def _word_before(low: str, start: int) -> str:
    if start == 0 or low[start - 1] != " ":
        return ""
    begin = start - 1
    while begin > 0 and low[begin - 1].isalpha() and start - begin < 10:
        begin -= 1
    return low[begin : start - 1]


def _after_number(low: str, start: int) -> bool:
    return start > 1 and low[start - 1] == " " and low[start - 2].isdecimal()


def _chained(low: str, start: int) -> bool:
    """Whether digits close a chain such as 17-11-2024: two dashes, or a slash before the first number."""
    at = start - 1
    while at > 0 and (low[at - 1].isdecimal() or low[at - 1] in ".,") and start - at < 20:
        at -= 1
    return at > 1 and low[at - 1] in "-/" and low[at - 2].isdecimal()
