"""Files for the tests of readers: one story in every format and encoding, and files that mean harm or are broken."""

import gzip
import io
import json
import unicodedata
import zipfile
from collections.abc import Callable

TITLE = "Huyện Thạnh Phước tổng kết phong trào thi đua"
LINES = (
    "Sáng 7/12, Phó Bí thư Thường trực Huyện ủy Nguyễn Văn Mẫn chủ trì hội nghị tổng kết ba năm thực hiện phong trào.",
    "Đến nay, toàn huyện đã xây dựng được 128 mô hình, trong đó nhiều mô hình giúp đỡ hộ nghèo phát triển sản xuất.",
    "Dịp này, Ủy ban nhân dân huyện tặng giấy khen cho những cá nhân tiêu biểu.",
)
STORY = "\n".join((TITLE, *LINES))


# --- the old encodings, written from their standards and not with the tables of the readers

_TCVN_3 = dict(
    zip(
        "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂÊÔƠƯĐ",
        bytes.fromhex(
            "b5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedfe1e2e3e4e5e6e7e8e9eaebecedeeeff1f2f3f4f5f6f7f8f9fafbfcfdfe"
            "a8a9aaabacadaea1a2a3a4a5a6a7"
        ),
        strict=True,
    )
)
_VISCII = dict(
    zip(
        "ĐàảãáạằắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđẳẵỦ",
        bytes.fromhex(
            "d0e0e4e3e1d5a2a1a3a5a6e7a4a7e8eba8e9a9abacadaaaeecefeeedb8f2f6f5f3f7b0b1b2afb5b6b7debefef9fcfbfaf8d7d8e6d1f1cfd6dbfddc"
            "e5e2eaf4bddff0c6c79c"
        ),
        strict=True,
    )
)
# VNI: the mark comes after its vowel, as a letter of its own.
_VNI_MARK = {"\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_CIRCUMFLEX = {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_VNI_BREVE = {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_VNI_WHOLE = {"đ": "ñ", "Đ": "Ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "ơ": "ô", "ư": "ö"}


def tcvn3(text: str) -> bytes:
    """TCVN 5712:1993, as the ABC fonts of one case have it: no capitals with tones."""
    return b"".join(bytes([_TCVN_3[c]]) if c in _TCVN_3 else c.encode("ascii") for c in text.replace("Ủ", "ủ"))


def viscii(text: str) -> bytes:
    """RFC 1456."""
    return b"".join(bytes([_VISCII[c]]) if c in _VISCII else c.encode("ascii") for c in text)


def vni(text: str) -> bytes:
    return "".join(map(_vni_letter, text)).encode("cp1252")


def _vni_letter(letter: str) -> str:
    if letter in _VNI_WHOLE:
        return _VNI_WHOLE[letter]
    base, *marks = unicodedata.normalize("NFD", letter)
    if not marks:
        return letter
    tone = next((mark for mark in marks if mark in _VNI_MARK), "")
    if "\u0302" in marks:
        mark = _VNI_CIRCUMFLEX[tone]
    elif "\u0306" in marks:
        mark = _VNI_BREVE[tone]
    else:
        mark = _VNI_MARK[tone]
    horned = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
    return horned + (mark.upper() if base.isupper() else mark)


def windows_1258(text: str) -> bytes:
    """The vowel with its own mark as one byte, the tone after it; as Windows typed it."""
    out = []
    for letter in text:
        try:
            out.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            tones = [mark for mark in marks if mark in _VNI_MARK]
            vowel = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in tones))
            out.append(vowel.encode("cp1258") + "".join(tones).encode("cp1258"))
    return b"".join(out)


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-8 with BOM": lambda text: text.encode("utf-8-sig"),
    "UTF-8 with letters in parts": lambda text: unicodedata.normalize("NFD", text).encode(),
    "UTF-16 with BOM": lambda text: text.encode("utf-16"),
    "UTF-16 with BOM, high byte first": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without BOM": lambda text: text.encode("utf-16-le"),
    "UTF-16 without BOM, high byte first": lambda text: text.encode("utf-16-be"),
    "windows-1258": windows_1258,
    "TCVN3": tcvn3,
    "VNI": vni,
    "VISCII": viscii,
}


# --- formats


def zipped(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def docx(body: str, head: str = "") -> bytes:
    """A Word file with this XML as its body."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {word}><w:body>{body}</w:body></w:document>'
    return zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.encode()))


def word_paragraphs(*lines: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def parquet(**columns: list) -> bytes:
    import pyarrow
    from pyarrow import parquet

    held = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), held)
    return held.getvalue()


def page(*, head: str = "", body: str = "") -> str:
    """A page as outlets have them: menu, story, comments, footer."""
    story = body or "".join(f"<p>{line}</p>" for line in LINES)
    return (
        f"<!DOCTYPE html><html lang='vi'><head><title>{TITLE} | Báo Mẫu</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Trang chủ</a></li><li><a href='/xa-hoi'>Xã hội</a></li></ul></nav>"
        f"<article><h1>{TITLE}</h1>{story}</article>"
        "<div class='comments'><p>Bạn đọc: bài rất hay</p></div><footer>Bản quyền Báo Mẫu</footer></body></html>"
    )


def jsonl(*rows: object) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


# --- files that mean harm, or are broken: name, bytes, the reason's code

MEBIBYTE = 1 << 20
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def nested(depth: int) -> bytes:
    data = STORY.encode()
    for number in range(depth):
        data = zipped((f"{number}.zip" if number else "tin.txt", data))
    return data


def _encrypted() -> bytes:
    data = bytearray(zipped(("a.txt", b"Tin")))
    for signature, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(signature) + at] |= 1
    return bytes(data)


def _damaged_docx() -> bytes:
    data = bytearray(docx(word_paragraphs(*LINES)))
    at = data.index(b"word/document.xml") + len(b"word/document.xml")
    data[at : at + 40] = b"\xff" * 40
    return bytes(data)


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "NUL bytes": ("nul.txt", lambda: b"Tin t\0\0\0c", "encoding"),
    "broken UTF-8": ("broken.txt", lambda: STORY.encode()[:-20] + b"\xe1\xba " + STORY.encode(), "encoding"),
    "a picture called .txt": ("picture.txt", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "encoding"),
    "UTF-16 that breaks": ("wide.txt", lambda: b"\xff\xfe" + "Tin".encode("utf-16-le") + b"\x00\xd8", "encoding"),
    "empty": ("empty.txt", lambda: b"", "empty"),
    "blank": ("blank.txt", lambda: b" \r\n\t\xc2\xa0", "empty"),
    "50 MB on a single line": ("line.txt", lambda: b"a" * 50 * MEBIBYTE, "too_large"),
    "50 MB on a line of a table": ("line.csv", lambda: b"text\n" + b"a" * 50 * MEBIBYTE, "too_large"),
    "50 MB on a line of JSON": ("line.jsonl", lambda: b'{"text": "' + b"a" * 50 * MEBIBYTE + b'"}', "too_large"),
    "more characters than an article has": ("long.txt", lambda: b"Tin\n" * 300_000, "too_large"),
    "a zip bomb": ("bomb.zip", lambda: zipped(("zeros.txt", bytes(100 * MEBIBYTE))), "archive_ratio"),
    "a gzip bomb": ("bomb.txt.gz", lambda: gzip.compress(bytes(100 * MEBIBYTE)), "archive_ratio"),
    "a gzip bomb of JSON lines": (
        "bomb.jsonl.gz", lambda: gzip.compress(b'{"text": "a' + b"a" * 100 * MEBIBYTE + b'"}'), "archive_ratio"
    ),
    "a bomb as a Word file": ("bomb.docx", lambda: docx(" " * 60 * MEBIBYTE), "archive_ratio"),
    "zips in zips in zips": ("nested.zip", lambda: nested(3), "archive_depth"),
    "no zip": ("no.zip", lambda: b"PK\3\4" + b"tin" * 50, "format"),
    "a zip with a password": ("secret.zip", _encrypted, "format"),
    "a zip of nothing known": ("other.zip", lambda: zipped(("a.exe", b"MZ")), "empty"),
    "half a gzip": ("half.txt.gz", lambda: gzip.compress(STORY.encode())[:-20], "format"),
    "no gzip": ("no.txt.gz", lambda: STORY.encode(), "format"),
    "no Word file": ("no.docx", lambda: STORY.encode(), "format"),
    "a zip that is no Word file": ("zip.docx", lambda: zipped(("a.txt", b"Tin")), "format"),
    "a Word file with broken XML": ("broken.docx", lambda: docx("<w:p><w:r></w:p>"), "format"),
    "a Word file with a damaged stream": ("stream.docx", _damaged_docx, "format"),
    "a UTF-16 line cut in a character": ("cut.jsonl", lambda: b"\xfe\xff\0{\0", "encoding"),
    "entities that laugh a billion times": (
        "laughs.docx", lambda: docx(word_paragraphs("&l11;"), f'<!DOCTYPE a [<!ENTITY l0 "lol">{_LAUGHS}]>'), "format"
    ),
    "deep HTML": ("deep.html", lambda: b"<html><body>" + b"<div>" * 20_000 + STORY.encode(), "empty"),
    "HTML without tags": ("bare.html", lambda: STORY.encode(), "format"),
    "HTML without a story": ("none.html", lambda: b"<html><body><script>x()</script></body></html>", "empty"),
    "JSON that is broken": ("broken.jsonl", lambda: b'{"text": "Tin', "format"),
    "JSON that is no object": ("list.jsonl", lambda: b'["Tin"]', "format"),
    "deep JSON": ("deep.jsonl", lambda: b'{"text": ' + b"[" * 200_000, "format"),
    "JSON with half a letter": ("half.jsonl", lambda: b'{"text": "Tin \\ud83d t\\u1ee9c"}', "encoding"),
    "JSON with a NUL character": ("nul.jsonl", lambda: b'{"text": "Tin \\u0000"}', "encoding"),
    "a date that is none": ("date.jsonl", lambda: jsonl({"text": "Tin", "published": "hôm qua"}), "format"),
    "a table without rows": ("rows.csv", lambda: b"id,text", "empty"),
    "a table without the column": ("other.csv", lambda: b"a,b\n1,2\n", "format"),
    "a table with a cell too many": ("cells.csv", lambda: b"id,text\n1,Tin,2\n", "format"),
    "a table with NUL bytes": ("nul.csv", lambda: b"id,text\n1,T\0in\n", "encoding"),
    "a table whose quote never ends": ("quote.csv", lambda: b'text\n"' + (b"Tin " * 250_000 + b"\n") * 25, "too_large"),
    "no Parquet": ("no.parquet", lambda: STORY.encode(), "format"),
    "Parquet without the column": ("other.parquet", lambda: parquet(a=["x"]), "format"),
    "half a Parquet": ("half.parquet", lambda: parquet(text=[STORY] * 9)[:-30], "format"),
}  # fmt: skip
