"""Web pages, by trafilatura: the story without menus and comments, with title, date and outlet from the page."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import regex

from boctin.article import Article
from boctin.readers import encodings
from boctin.readers.documents import Document, parse, read_whole
from boctin.readers.faults import Fault
from boctin.readers.limits import Reading

_CHARSET = regex.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", regex.IGNORECASE
)
# The moment of publication, where the page states it for machines: more than trafilatura's date, which is a day.
_MOMENT = regex.compile(
    r"<meta[^>]{0,200}?(?:property|name|itemprop)\s*=\s*[\"'](?:article:published_time|datePublished|pubdate)[\"']"
    r"[^>]{0,200}?content\s*=\s*[\"']([^\"'<>]{8,40})[\"']"
    r"|<meta[^>]{0,200}?content\s*=\s*[\"']([^\"'<>]{8,40})[\"'][^>]{0,200}?"
    r"(?:property|name|itemprop)\s*=\s*[\"'](?:article:published_time|datePublished|pubdate)[\"']",
    regex.IGNORECASE,
)
_HEAD = 200_000
# Dates are those that the page states, never guessed from its text, and never measured against the clock.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def read_html(stream: BinaryIO, source: str, reading: Reading) -> Iterator[Document]:
    """One article of a web page."""

    def load() -> Article:
        data = read_whole(stream, reading.limits)
        declared = _CHARSET.search(data[:4096])
        page = encodings.decode(data, declared=declared.group(1).decode("ascii", "replace") if declared else None)
        found = _story(page)
        if found is None or not (found.text or "").strip():
            raise Fault("empty", "empty: the page holds no story")
        text, encoding = encodings.mend_font_text(found.text)
        title = encodings.mend_font_text(found.title)[0] if encoding and found.title else found.title
        return parse(
            text, source, reading, title=title, published=_published(page, found.date), outlet=found.sitename or None
        )

    yield Document(source, load)


def _story(page: str) -> Any:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise Fault("missing_library", "reading web pages needs trafilatura: pip install 'boctin[html]'") from None
    if not _MARKUP.search(page):
        raise Fault("format", "not a web page: it holds no tags")
    try:
        return bare_extraction(
            page, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=_DATES
        )
    except RecursionError:
        raise Fault("format", "a web page nested too deeply") from None


_MARKUP = regex.compile(r"<[a-zA-Z!/]")


def _published(page: str, day: str | None) -> str | None:
    """The moment that the page states, else trafilatura's day; None when neither is a date."""
    from boctin.dateline import Published

    match = _MOMENT.search(page, 0, _HEAD)
    for stated in (match.group(1) or match.group(2) if match else None, day):
        try:
            if stated:
                Published.of(stated)
                return stated
        except ValueError:
            continue
    return None
