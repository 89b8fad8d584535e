"""Words as they are searched: with their diacritics, or without.

The full-text index holds two copies of an article: its reading (tones in the new style, so that "hoà" is found by
"hòa"), and the reading without diacritics, in which đ is d. Both have the tokens of the article one for one, so that
a hit in either is the same words of the article.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from boctin.reading import mend, reading_of

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")
_PHRASE = regex.compile(r'"([^"]*+)"|(\S++)')
_LETTER = r"[\p{L}\p{M}\p{N}]"
_BETWEEN = r"[^\p{L}\p{M}\p{N}]++"
_QUOTED_AND = '" AND "'
_MOST_WORDS = 24


def plain(text: str) -> str:
    """A text without diacritics, đ as d; letters stay one for one, so offsets carry over in NFC text.

    >>> plain("Đồng Tháp, uỷ ban")
    'Dong Thap, uy ban'
    """
    if text.isascii():
        return text
    return "".join(map(_plain_letter, text))


class _Letters(dict[str, str]):
    def __missing__(self, letter: str) -> str:
        found = self[letter] = unicodedata.normalize("NFD", letter)[0]
        return found


_plain_letter = _Letters({"đ": "d", "Đ": "D"}).__getitem__


def folded(text: str) -> str:
    """A name as it is compared without diacritics: plain, no case, single spaces.

    >>> folded("Huyện  Đức Hoà")
    'huyen duc hoa'
    """
    return " ".join(plain(reading_of(mend(text))).casefold().split())


def has_diacritics(text: str) -> bool:
    """Whether Vietnamese letters are typed with their marks.

    >>> has_diacritics("dan van kheo"), has_diacritics("dân vận")
    (False, True)
    """
    return plain(text) != text


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader types into a search box: words, and phrases in quotes.

    Typed with diacritics they match as they are; typed without any, they match whatever the diacritics.
    """

    parts: tuple[str, ...]
    columns: tuple[str, str]

    @classmethod
    def of(cls, typed: str) -> "Words":
        """Read what was typed; whatever else it holds, SQLite is given words and quotes alone."""
        typed = reading_of(mend(typed))
        parts = [_WORD.findall(quoted or single) for quoted, single in _PHRASE.findall(typed)]
        found = dict.fromkeys(" ".join(tokens[:_MOST_WORDS]) for tokens in parts if tokens)
        plainly = not has_diacritics(" ".join(found))
        return cls(tuple(found)[:_MOST_WORDS], ("title_plain", "text_plain") if plainly else ("title", "text"))

    def expression(self) -> str:
        """All of them, anywhere in an article; "" where there is none."""
        return self._within(self.columns, _QUOTED_AND.join(self.parts)) if self.parts else ""

    def tiers(self) -> Iterator[str]:
        """Expressions from the narrowest to that of `expression`: what they match first is the better hit."""
        if not self.parts:
            return
        title, text = self.columns
        yield self._within((title,), _QUOTED_AND.join(self.parts))
        if len(self.parts) > 1:
            yield self._within((text,), " ".join(self.parts))
        yield self.expression()

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words stand in a text: one after the other if they do so anywhere, else each of them."""
        text = self._as_searched(text)
        found = next((pattern for pattern in _patterns(self.parts) if pattern.search(text)), None)
        return (match.span() for match in found.finditer(text)) if found else iter(())

    def stand_together(self, text: str) -> bool:
        """Whether the words stand in a text one after the other."""
        return bool(self.parts and _patterns(self.parts)[0].search(self._as_searched(text)))

    def _as_searched(self, text: str) -> str:
        return plain(text) if self.columns[1] == "text_plain" else reading_of(text)

    def _within(self, columns: tuple[str, ...], quoted: str) -> str:
        return "{" + " ".join(columns) + '} : ("' + quoted + '")'


@lru_cache(maxsize=64)
def _patterns(parts: tuple[str, ...]) -> tuple[regex.Pattern[str], ...]:
    """What finds the parts as one phrase, and what finds any of them."""
    if not parts:
        return ()
    words = [_BETWEEN.join(part.split(" ")) for part in parts]
    either = (_BETWEEN.join(words), "|".join(words))
    return tuple(regex.compile(rf"(?<!{_LETTER})(?:{pattern})(?!{_LETTER})", regex.IGNORECASE) for pattern in either)


def match_expression(words: str) -> str:
    """What a reader types into a search box, as an expression for `article_search MATCH`.

    All words must be in the article, those in quotes one after the other. Typed with diacritics they match as they
    are; typed without any, they match whatever the diacritics. "" where there is no word to look for.

    >>> match_expression('"dan van kheo" huyen')
    '{title_plain text_plain} : ("dan van kheo" AND "huyen")'
    >>> match_expression("Hoà Bình")
    '{title text} : ("Hòa" AND "Bình")'
    """
    return Words.of(words).expression()
