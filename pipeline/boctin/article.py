"""One article: its text, and the parts that a newspaper lays a story out in.

    title            Thoại Sơn sơ kết 3 năm phong trào …
    dateline         07/12/2023 - 17:36
    lead             (Dân trí) -      /   An Giang -
    paragraph        …
    caption          Ảnh: …
    byline           PHƯƠNG LAN

Every part is optional; none is ever required for extraction to work.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Literal, NamedTuple

import regex

from boctin.dateline import Published, parse_publication
from boctin.reading import lowered, mend, reading_of

Role = Literal["title", "dateline", "paragraph", "caption", "byline"]

# A publication line stands right under the headline; further down such a line is part of the story.
_DATELINE_WITHIN = 4
_MAX_TITLE = 400
_MAX_BYLINE = 80

_OUTLET_LEAD = regex.compile(r"\s*\((?P<name>[^()\n]{2,40})\)\s*-\s*")
# "An Giang - Sáng nay …"; a person who opens the story ("Ông Lê Văn Tám - chủ vườn - …") is no place.
_PLACE_LEAD = regex.compile(
    r"\s*(?!(?:Ông|Bà|Anh|Chị|Cô|Em|Đồng|Bí|Chủ|Phó|TS|GS|PGS)\b)"
    r"(?P<name>\p{Lu}[\p{L}.]*(?:\s+\p{Lu}[\p{L}.]*){0,4})\s+-\s+(?=[\p{Lu}\d\"])|\s+-\s+"
)
_CAPTION = regex.compile(
    r"\s*(?:\(?\s*ảnh(?:\s+(?:minh\s+họa|tư\s+liệu|chụp\s+màn\s+hình))?\s*:|hình\s*:|clip\s*:|video\s*:)"
    r"|.*[\s(.\]]\(?(?:ảnh|photo|nguồn ảnh)(?:\s+\p{L}+){0,3}\s*:\s*[^:]{1,60}\)?\s*",
    regex.IGNORECASE,
)
_NAME_WORD = r"\p{Lu}[\p{L}.'&]*"
_BYLINE = regex.compile(
    rf"\s*(?i:-+\s*|theo\s+|tin(?:,\s*ảnh|\s+và\s+ảnh)?\s*:\s*|bài(?:,\s*ảnh|\s+và\s+ảnh)?\s*:\s*|thực\s+hiện\s*:\s*)?"
    rf"(?P<author>{_NAME_WORD}(?:(?:\s*[-,&/()]+\s*|\s+)(?:và\s+)?{_NAME_WORD}){{0,7}})\)?\s*",
)
_MARKED_BYLINE = regex.compile(r"\s*(?:-|theo\s|tin\b|bài\b|thực\s+hiện)", regex.IGNORECASE)


class Part(NamedTuple):
    """A run of `article.text` with its role on the page."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True)
class Article:
    """A news article, ready for extraction.

    `text` is in NFC with Ð/ð (Eth) mended to Đ/đ, else as printed; all offsets of a record refer to it.
    """

    text: str
    parts: tuple[Part, ...] = ()
    title: str | None = None
    published: Published | None = None
    author: str | None = None
    outlet: str | None = None
    place: str | None = None
    source: str | None = None
    meta: dict[str, object] = field(default_factory=dict, compare=False)

    @classmethod
    def parse(
        cls,
        text: str,
        *,
        title: str | None = None,
        published: "str | date | datetime | Published | None" = None,
        outlet: str | None = None,
        source: str | None = None,
    ) -> "Article":
        """Mend a text (see `boctin.reading.mend`) and find its parts.

        `published` and `outlet`, when given, win over what the page says. `title`, when given, is put before the text
        unless the text opens with it. Raises ValueError when `published` is not a date.

        >>> Article.parse("Tin vui\\n\\n07/12/2023 - 17:36\\n\\n(Báo Mẫu) - Sáng 7/12 …").published.iso
        '2023-12-07T17:36:00+07:00'
        """
        text = mend(text)
        if title and not text.lstrip().startswith(mend(title).strip()):
            text = f"{mend(title).strip()}\n\n{text}"
        return cls.of_text(text, published=published, outlet=outlet, source=source)

    @classmethod
    def of_text(
        cls,
        text: str,
        *,
        published: "str | date | datetime | Published | None" = None,
        outlet: str | None = None,
        source: str | None = None,
    ) -> "Article":
        """Like `parse`, for a text that must not be changed at all (the text of a Doc made by someone else)."""
        reading = reading_of(text)
        given = Published.of(published) if published else None
        parts, printed = _find_parts(text, reading)
        title = next((text[p.start : p.end] for p in parts if p.role == "title"), None)
        byline = next((p for p in parts if p.role == "byline"), None)
        lead_outlet, lead_place = _lead(text, reading, parts)
        article = cls(
            text=text,
            parts=parts,
            title=title,
            published=given or printed,
            author=_author(text, reading, byline),
            outlet=outlet or lead_outlet,
            place=lead_place,
            source=source,
        )
        article.__dict__["reading"] = reading
        return article

    @cached_property
    def reading(self) -> str:
        """The text as rules match it: as long as `text`, with variants of a character made one."""
        return reading_of(self.text)

    @cached_property
    def low(self) -> str:
        """The reading in lower case, as long as `text`."""
        return lowered(self.reading)

    @cached_property
    def id(self) -> str:
        """First 16 hex digits of the sha256 of title, published and text: moving a file keeps it."""
        key = "\x1f".join((self.title or "", self.published.iso if self.published else "", self.text))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def day(self) -> date | None:
        """The day of publication, or None when it is unknown."""
        return self.published.day if self.published else None

    def body(self) -> Iterator[Part]:
        """The parts that facts are read from: all but the publication line and the byline."""
        return (p for p in self.parts if p.role not in ("dateline", "byline"))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that is not blank, without the white space around it."""
    for match in regex.finditer(r"[^\r\n\u2028\u2029]+", text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            yield start, start + len(stripped)


def _find_parts(text: str, reading: str) -> tuple[tuple[Part, ...], Published | None]:
    lines = list(_lines(text))
    parts: list[Part] = []
    printed: Published | None = None
    for number, (start, end) in enumerate(lines):
        line = reading[start:end]
        stated = parse_publication(line) if number < _DATELINE_WITHIN and printed is None and len(line) < 80 else None
        if stated:
            printed = stated
            parts.append(Part("dateline", start, end))
        else:
            parts.append(Part(_role(line, number, lines), start, end))
    return tuple(parts), printed


def _role(line: str, number: int, lines: list[tuple[int, int]]) -> Role:
    if number == 0 and len(lines) > 1 and len(line) <= _MAX_TITLE and not _OUTLET_LEAD.match(line):
        return "title"
    if number >= len(lines) - 2 and number > 1 and _is_byline(line, last=number == len(lines) - 1):
        return "byline"
    if len(line) < 500 and _CAPTION.fullmatch(line):
        return "caption"
    return "paragraph"


def _is_byline(line: str, *, last: bool) -> bool:
    """Whether a closing line signs the article: capitals, or a name after a dash or "Theo"."""
    if len(line) > _MAX_BYLINE or not _BYLINE.fullmatch(line):
        return False
    return bool(_MARKED_BYLINE.match(line)) or line.isupper() or (last and line[-1:] not in ".!?…:")


def _author(text: str, reading: str, byline: Part | None) -> str | None:
    match = byline and _BYLINE.fullmatch(reading, byline.start, byline.end)
    return text[match.start("author") : match.end("author")] if match else None


def _lead(text: str, reading: str, parts: tuple[Part, ...]) -> tuple[str | None, str | None]:
    """Outlet and place that the first paragraph opens with: "(Dân trí) -", "An Giang -"."""
    first = next((p for p in parts if p.role == "paragraph"), None)
    if first is None:
        return None, None
    if match := _OUTLET_LEAD.match(reading, first.start, first.end):
        return text[match.start("name") : match.end("name")], None
    match = _PLACE_LEAD.match(reading, first.start, first.end)
    if match and match.group("name"):
        return None, text[match.start("name") : match.end("name")]
    return None, None
