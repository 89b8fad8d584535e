"""The reading of a text: the same length, with the variants of one character made one.

Newspapers print one dash as `-`, `–` or `—`, one quote in six ways, `uỷ` beside `ủy`, no-break spaces and
zero-width marks. Rules match the reading, and because it has a character for every character of the text,
each offset found in it is an offset of the text.
"""

import unicodedata

import regex

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"
_DOUBLE_QUOTES = "“”„‟«»″〝〞＂"
_SINGLE_QUOTES = "‘’‚‛′´`ʼ"
_SLASHES = "\u2044\u2215\uff0f"

_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys(_SPACES + _INVISIBLE, " "),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        **dict.fromkeys(_SLASHES, "/"),
        "\r": "\n",
    }
)

_ETH = str.maketrans("\u00d0\u00f0", "\u0110\u0111")

# Where a tone mark may stand on either vowel of an open syllable: hoà/hòa, khoẻ/khỏe, uỷ/ủy (not quý: q takes the u).
_OPEN_PAIRS = {"o": "ae", "u": "y"}
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _tone_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for glide, vowels in _OPEN_PAIRS.items():
        for vowel in vowels:
            for tone in _TONES:
                late = glide + unicodedata.normalize("NFC", vowel + tone)
                early = unicodedata.normalize("NFC", glide + tone) + vowel
                table |= {late: early, late.capitalize(): early.capitalize(), late.upper(): early.upper()}
    return table


_TONE_TABLE = _tone_table()
_LATE_TONE = regex.compile(r"(?<![qQ])(?:" + "|".join(map(regex.escape, _TONE_TABLE)) + r")(?!\p{L})")


def mend(text: str) -> str:
    """Bring a text to NFC and Ð/ð (Eth) typed for Đ/đ to the Vietnamese letter; all else stays as printed.

    >>> mend("Ðảng ủy")
    'Đảng ủy'
    """
    return unicodedata.normalize("NFC", text).translate(_ETH)


def reading_of(text: str) -> str:
    """The form of an NFC text that rules match: one dash, one quote, plain spaces, tones in the new style (ủy, hòa).

    `len(reading_of(text)) == len(text)`, so offsets carry over.

    >>> reading_of("Huyện uỷ “Thoại Sơn” – 2021")
    'Huyện ủy "Thoại Sơn" - 2021'
    """
    reading = text.translate(_ONE_FOR_ONE)
    return _LATE_TONE.sub(lambda m: _TONE_TABLE[m.group()], reading)


def lowered(reading: str) -> str:
    """A reading in lower case, as long as it was ("İ" alone grows when lowered, and is left).

    >>> lowered("Huyện ủy")
    'huyện ủy'
    """
    low = reading.lower()
    return low if len(low) == len(reading) else "".join(c.lower() if len(c.lower()) == 1 else c for c in reading)
