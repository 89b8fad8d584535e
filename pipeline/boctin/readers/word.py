"""Word files (.docx): the paragraphs of the document, tables included, in the order of the page.

A .docx is a zip with XML. So little of it is needed that no library is, and this way the limits hold while it is read.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from boctin.article import Article
from boctin.readers import encodings
from boctin.readers.archives import BROKEN
from boctin.readers.documents import Document, parse, read_whole, too_large
from boctin.readers.faults import Fault
from boctin.readers.limits import Reading

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(stream: BinaryIO, source: str, reading: Reading) -> Iterator[Document]:
    """One article of a Word file."""

    def load() -> Article:
        try:
            with zipfile.ZipFile(io.BytesIO(read_whole(stream, reading.limits))) as package:
                member = package.getinfo("word/document.xml")
                if member.file_size > member.compress_size * reading.limits.max_ratio:
                    raise Fault("archive_ratio", f"expands more than {reading.limits.max_ratio} times (max_ratio)")
                with package.open(member) as xml:
                    data = xml.read(reading.limits.max_bytes + 1)
        except KeyError:
            raise Fault("format", "not a Word file: it holds no word/document.xml") from None
        except BROKEN as error:
            raise Fault("format", f"a damaged Word file: {error}") from None
        if len(data) > reading.limits.max_bytes:
            raise too_large(reading.limits)
        text = "\n".join(_paragraphs(data))
        return parse(encodings.mend_font_text(text)[0], source, reading)

    yield Document(source, load)


def _paragraphs(data: bytes) -> Iterator[str]:
    """Each paragraph's text. A text box is written twice, for new and old programs; the old way is passed over."""
    open_paragraphs: list[list[str]] = []
    passed_over = 0
    try:
        for event, element in ElementTree.iterparse(_Once(data), events=("start", "end")):
            if element.tag == _FALLBACK:
                passed_over += 1 if event == "start" else -1
            name = element.tag.removeprefix(_WORD).removeprefix(_STRICT)
            if passed_over:
                continue
            if name == "p" and event == "start":
                open_paragraphs.append([])
            elif event == "end":
                if name == "p":
                    yield "".join(open_paragraphs.pop())
                elif open_paragraphs and name == "t":
                    open_paragraphs[-1].append(element.text or "")
                elif open_paragraphs and name in _BREAKS:
                    open_paragraphs[-1].append(_BREAKS[name])
                element.clear()
    except ElementTree.ParseError as error:
        raise Fault("format", f"a damaged Word file: {error}") from None


class _Once:
    """Bytes for iterparse, which only needs `read`."""

    def __init__(self, data: bytes) -> None:
        self.read = io.BytesIO(data).read
