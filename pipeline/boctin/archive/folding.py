"""Words as they are searched: with their diacritics, or without.

The full-text index holds two copies of an article: its reading (tones in the new style, so that "hoà" is found by
"hòa"), and the reading without diacritics, in which đ is d. Both have the tokens of the article one for one, so that
a hit in either is the same words of the article.
"""

import unicodedata

import regex

from boctin.reading import mend, reading_of

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")
_PHRASE = regex.compile(r'"([^"]*+)"|(\S++)')


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


def match_expression(words: str) -> str:
    """What a reader types into a search box, as an expression for `article_search MATCH`.

    All words must be in the article, those in quotes one after the other. Typed with diacritics they match as they
    are; typed without any, they match whatever the diacritics. "" where there is no word to look for.

    >>> match_expression('"dan van kheo" huyen')
    '{title_plain text_plain} : ("dan van kheo" AND "huyen")'
    >>> match_expression("Hoà Bình")
    '{title text} : ("Hòa" AND "Bình")'
    """
    words = reading_of(mend(words))
    parts = []
    for quoted, single in _PHRASE.findall(words):
        if tokens := _WORD.findall(quoted or single):
            parts.append('"' + " ".join(tokens) + '"')
    if not parts:
        return ""
    columns = "title text" if has_diacritics(" ".join(parts)) else "title_plain text_plain"
    return "{" + columns + "} : (" + " AND ".join(dict.fromkeys(parts)) + ")"
