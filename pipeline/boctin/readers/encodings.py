"""Bytes to text, strictly: every byte is understood or the input is refused, never replaced.

UTF-8 and UTF-16 are recognised by what they are. The old Vietnamese encodings (windows-1258, TCVN3, VNI, VISCII) share
their bytes, so each is tried, and the one is taken whose words are Vietnamese syllables, if it is clearly the only one.

TCVN3 (the ABC fonts, .VnTime) and VISCII are one byte to a letter: TCVN 5712:1993 and RFC 1456. VNI writes a letter
and a mark after it. In all three bytes 0x80-0x9F of TCVN3 and VNI are the punctuation of windows-1252, as typed there.
"""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

import regex

from boctin.readers.faults import Fault
from boctin.readers.syllables import is_syllable, share_of_syllables

# How sure one must be: the share of accented words that are syllables, and its lead over the next encoding.
_SURE = 0.9
_LEAD = 0.15
_LEAD_IN_WORDS = 2.5
_SAMPLE = 200_000

_TCVN_HIGH = (
    "\xa0ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậ"
    "èỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
# VNI: letters of their own, and the marks that follow a vowel.
_VNI_LETTERS = dict(zip("ñôöæóòîÑÔÖÆÓÒÎ", "đơưỉĩịỵĐƠƯỈĨỊỴ", strict=True))
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    "ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "à": _CIRCUMFLEX + _GRAVE, "á": _CIRCUMFLEX + _ACUTE,
    "å": _CIRCUMFLEX + _HOOK, "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE,
    "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_PAIR = regex.compile(r"(?P<vowel>[aeouyôö])(?P<mark>[øùûõïâàáåãäêèéúüë])|[ñôöæóòî]", regex.IGNORECASE)


class _Undefined(ValueError):
    """A byte that the encoding does not have."""


def _windows_1252(data: bytes) -> str:
    return data.decode("cp1252")


def _table(high: str, first: int, low: dict[int, str] | None = None) -> list[str | None]:
    table: list[str | None] = [chr(b) for b in range(128)]
    for byte in range(128, 256):
        if byte >= first:
            table.append(high[byte - first])
        else:
            try:
                table.append(bytes([byte]).decode("cp1252"))
            except UnicodeDecodeError:
                table.append(None)
    for byte, letter in (low or {}).items():
        table[byte] = letter
    return table


_TCVN3_TABLE = _table(_TCVN_HIGH, 0xA0)
_VISCII_TABLE = _table(_VISCII_HIGH, 0x80, _VISCII_LOW)


def _by_table(data: bytes, table: list[str | None]) -> str:
    try:
        return unicodedata.normalize("NFC", "".join(table[byte] for byte in data))  # type: ignore[misc]
    except TypeError:
        raise _Undefined from None


def _tcvn3(data: bytes) -> str:
    return _restore_capitals(_by_table(data, _TCVN3_TABLE))


_LINE = regex.compile(r"[^\r\n]++")
_CAPITAL_WORD = regex.compile(r"[\p{L}]++")


def _restore_capitals(text: str) -> str:
    """TCVN3 has no capitals with tones: its capital fonts (.VnTimeH) print "HéI NGHÞ" as HỘI NGHỊ. A line, else a word,
    whose ASCII letters are capitals (two at least) was set so."""
    return _LINE.sub(lambda line: _raised(line.group(), _CAPITAL_WORD), text)


def _raised(text: str, finer: "regex.Pattern[str] | None") -> str:
    plain = [c for c in text if c.isascii() and c.isalpha()]
    if len(plain) > 1 and all(map(str.isupper, plain)):
        return text.upper()
    return finer.sub(lambda word: _raised(word.group(), None), text) if finer else text


def _vni(data: bytes) -> str:
    text = _windows_1252(data)
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_letter, text))


def _vni_letter(match: "regex.Match[str]") -> str:
    vowel, mark = match.group("vowel"), match.group("mark")
    if vowel is None:
        return _VNI_LETTERS[match.group()]
    return _VNI_LETTERS.get(vowel, vowel) + _VNI_MARKS[mark.lower()]


def _windows_1258(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode("cp1258"))


LEGACY: dict[str, Callable[[bytes], str]] = {
    "windows-1258": _windows_1258,
    "TCVN3": _tcvn3,
    "VNI": _vni,
    "VISCII": lambda data: _by_table(data, _VISCII_TABLE),
}


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of bytes. Raises Fault ("encoding") that says where and why, when the encoding is not certain.

    `declared` is the encoding that the file itself names (an HTML page); it is tried after UTF-8.

    >>> decode("Huyện ủy họp".encode("utf-16"))
    'Huyện ủy họp'
    """
    return decode_named(data, declared=declared)[0]


def decode_named(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """Like `decode`, with the name of the encoding."""
    if wide := _utf_16(data):
        return _refuse_nul(wide[0]), wide[1]
    try:
        return _refuse_nul(data.decode("utf-8-sig")), "UTF-8"
    except UnicodeDecodeError as error:
        first = error
    if declared and (text := _declared(data, declared)):
        return _refuse_nul(text), declared
    return _legacy(data, first)


def _utf_16(data: bytes) -> tuple[str, str] | None:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError as error:
            raise Fault("encoding", f"opens as UTF-16 but breaks at offset {error.start}: {error.reason}") from None
    # Without a byte order mark: the spaces and ASCII letters of Vietnamese leave zeros on one side only.
    head = data[:4096]
    if len(data) % 2 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if even and odd:
        return None
    name = "UTF-16-LE" if odd else "UTF-16-BE"
    if max(even, odd) * 5 < len(head) // 2:
        return None
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    share, words = share_of_syllables(text[:_SAMPLE])
    return (text, name) if words == 0 or share >= _SURE else None


def _refuse_nul(text: str) -> str:
    if (at := text.find("\0")) >= 0:
        raise Fault("encoding", f"not text: it holds a NUL character at offset {at}")
    return text


def _declared(data: bytes, name: str) -> str | None:
    try:
        text = unicodedata.normalize("NFC", data.decode(name))
    except (LookupError, UnicodeDecodeError):
        return None
    # Many pages say windows-1252 or iso-8859-1 and are something else: such a claim needs Vietnamese words.
    share, words = share_of_syllables(text[:_SAMPLE])
    return text if words and share >= _SURE else None


def _legacy(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    ranking = _candidates(data)
    where = f"not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start})"
    if not ranking:
        raise Fault("encoding", f"{where}, and its bytes are no old Vietnamese encoding either")
    share, name, text = ranking[0]
    rivals = [other for other in ranking[1:] if other[2] != text]
    words = share_of_syllables(text[:_SAMPLE])[1]
    # Few words prove little: the fewer, the further the others must be behind.
    if share < _SURE or share - (rivals[0][0] if rivals else 0.0) < max(_LEAD, _LEAD_IN_WORDS / words):
        tried = ", ".join(f"{other} {part:.0%}" for part, other, _ in ranking)
        raise Fault("encoding", f"{where}, and no old Vietnamese encoding fits surely (Vietnamese syllables: {tried})")
    return _refuse_nul(text), name


def _candidates(data: bytes) -> list[tuple[float, str, str]]:
    """Share of syllables, name and text in each old encoding that has all the bytes, best first."""
    found = []
    for name, reader in LEGACY.items():
        try:
            text = reader(data)
        except (_Undefined, UnicodeDecodeError):
            continue
        share, words = share_of_syllables(text[:_SAMPLE])
        if words:
            found.append((share, name, text))
    return sorted(found, key=lambda entry: (-entry[0], entry[1]))


def mend_font_text(text: str) -> tuple[str, str | None]:
    """Text typed in an old font and saved as Unicode ("B¸o c¸o" for Báo cáo), put right; the font's encoding, or None.

    Word files and pages of before 2005 are often such. The text is changed only where its own words are hardly
    Vietnamese and the old encoding's surely are; else it is left alone.

    >>> mend_font_text("Héi nghÞ tæng kÕt phong trµo thi ®ua")
    ('Hội nghị tổng kết phong trào thi đua', 'TCVN3')
    """
    share, words = share_of_syllables(text[:_SAMPLE])
    if share >= 0.5 or (words == 0 and not _HIGH.search(text)):
        return text, None
    try:
        data = "".join(_surface(c) for c in text).encode("latin-1")
    except UnicodeEncodeError:
        return text, None
    ranking = [entry for entry in _candidates(data) if entry[1] in ("TCVN3", "VNI")]
    if ranking and ranking[0][0] >= _SURE and len(_old_words(ranking[0][2])) >= 4:
        return ranking[0][2], ranking[0][1]
    return text, None


_HIGH = regex.compile(r"[\u00a1-\u00ff]")


def _old_words(text: str) -> set[str]:
    return {word for word in regex.findall(r"[\p{L}\p{M}]++", text) if not word.isascii() and is_syllable(word)}


@lru_cache(maxsize=4096)
def _surface(character: str) -> str:
    """The byte, as a Latin-1 character, that an old font showed this character for."""
    if ord(character) < 256:
        return character
    try:
        return character.encode("cp1252").decode("latin-1")
    except UnicodeEncodeError:
        return character
