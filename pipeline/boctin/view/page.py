"""HTML of a record: the text with its marks, the tables, a fragment for a notebook, a whole document.

Everything that comes from an article goes through `escape`. No script, nothing from outside, no inline style: the page
of `boctin serve` forbids all three.
"""

import secrets
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from boctin.view.labels import FIELDS, KINDS
from boctin.view.marks import Mark, Segment, marks_of, segments
from boctin.view.rows import COLUMNS, Cell, Row, moment, rows_of

# One character for one, so that offsets in the shown text are offsets of the article: a carriage return written
# as itself would become (or merge with) a line feed, and half a surrogate pair cannot be written at all.
_AS_REFERENCE = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "\r": "&#13;"}
_UNSAFE = regex.compile(r"[&<>\"'\r\x00\ud800-\udfff]")
# Marks that turn the direction of what follows. Each is isolated, so that it turns nothing, and shown by CSS.
_TURNING = regex.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def escape(text: object) -> str:
    """Text as HTML, one character for one, safe in content and in quoted attributes.

    >>> escape('</script><img onerror="x">')
    '&lt;/script&gt;&lt;img onerror=&quot;x&quot;&gt;'
    """
    return _UNSAFE.sub(lambda m: _AS_REFERENCE.get(m.group(), "\ufffd"), str(text))


def escape_shown(text: object) -> str:
    """Like `escape`, and marks of direction are isolated and made visible.

    >>> escape_shown("a\u202eb")
    'a<bdi class="turning" title="U+202E">\u202e</bdi>b'
    """
    return _TURNING.sub(lambda m: f'<bdi class="turning" title="U+{ord(m[0]):04X}">{m[0]}</bdi>', escape(text))


def fragment(record: Mapping[str, Any], scope: str | None = None) -> str:
    """The view of a record (its JSON form) to be put into a page, with its style.

    Ids are prefixed with `scope`, so that many records, or one many times, stand in one page; without it a
    random one is made. Links lead from a fact to its words and from words to the fact, without any script.
    """
    scope = scope or f"b{secrets.token_hex(4)}"
    marks = marks_of(record)
    parts = [
        f"<style>{style()}</style>",
        '<div class="boctin-view">',
        _about(record["article"]),
        legend(record),
        f'<div class="boctin-text" lang="vi">{text_html(record, marks, scope)}</div>',
        *(_table(kind, rows, scope) for kind, rows in rows_of(record, marks).items()),
        "</div>",
    ]
    return "\n".join(part for part in parts if part)


def document(records: Iterable[Mapping[str, Any]], title: str = "boctin") -> str:
    """A whole HTML file of one or more records; it needs no other file and no network."""
    shown = "\n<hr>\n".join(fragment(record, f"r{number}") for number, record in enumerate(records, 1))
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>body {{ margin: 1.5rem auto; max-width: 60rem; padding: 0 1rem; }}"
        f"</style>\n</head>\n<body>\n{shown}\n</body>\n</html>\n"
    )


@cache
def style() -> str:
    """The style of the view, every rule of it under `.boctin-view`."""
    return files("boctin.view").joinpath("view.css").read_text(encoding="utf-8")


def text_html(record: Mapping[str, Any], marks: list[Mark], scope: str) -> str:
    """The article's text with its marks. The text content of the HTML is `article.text`, character for character."""
    article = record["article"]
    text, title = article["text"], article.get("title") or ""
    begins = len(text) - len(text.lstrip())
    headline = begins + len(title) if title and text.startswith(title, begins) else 0
    opened: set[str] = set()
    out = []
    for segment in segments(len(text), marks):
        # A segment that leaves the headline is cut there once more; its second half repeats no id.
        for start, end in _cut(segment, headline):
            inner = escape_shown(text[start:end])
            for mark in reversed(segment.marks):
                inner = _marked(inner, mark, scope, opened)
            inner = _linked(inner, segment, scope)
            out.append(f'<strong class="headline">{inner}</strong>' if end <= headline else inner)
    return "".join(out)


def _cut(segment: Segment, at: int) -> list[tuple[int, int]]:
    if segment.start < at < segment.end:
        return [(segment.start, at), (at, segment.end)]
    return [(segment.start, segment.end)]


def _marked(inner: str, mark: Mark, scope: str, opened: set[str]) -> str:
    name = f"{scope}-{mark.anchor}"
    own = "" if name in opened else f' id="{escape(name)}"'
    opened.add(name)
    classes = f"m {mark.role} {mark.kind} lane{mark.lane}"
    slot = f' data-slot="{escape(mark.slot)}"' if mark.slot else ""
    return f'<span{own} class="{classes}" data-fact="{escape(mark.fact)}"{slot}>{inner}</span>'


def _linked(inner: str, segment: Segment, scope: str) -> str:
    """Words link to the shortest fact drawn there; the page's script offers the others as well."""
    drawn = [mark for mark in segment.marks if mark.role != "evidence"]
    if not drawn:
        return inner
    nearest, facts = drawn[-1], " ".join(dict.fromkeys(mark.fact for mark in reversed(drawn)))
    told = escape("; ".join(dict.fromkeys(f"{KINDS[mark.kind].vi} {mark.fact}" for mark in reversed(drawn))))
    href = escape(f"#{scope}-{nearest.fact}")
    # Only where a fact's words begin does the Tab key stop.
    stop = "" if any(mark.start == segment.start for mark in drawn) else ' tabindex="-1"'
    return f'<a class="seg" href="{href}" data-facts="{escape(facts)}" title="{told}"{stop}>{inner}</a>'


def _about(article: Mapping[str, Any]) -> str:
    said = [article.get("outlet"), article.get("author"), moment(article.get("published")), article.get("source")]
    shown = " · ".join(escape_shown(value) for value in said if value)
    return f'<p class="about">{shown}</p>' if shown else ""


def legend(record: Mapping[str, Any]) -> str:
    """The kinds of facts that the record has, each with its number and its colour."""
    parts = [
        f'<span class="key {kind}">{label.vi} <small lang="en">{label.en}</small> <b>{len(record[kind])}</b></span>'
        for kind, label in KINDS.items()
        if record.get(kind)
    ]
    return f'<p class="legend">{"".join(parts)}</p>' if parts else ""


def _table(kind: str, rows: list[Row], scope: str) -> str:
    label = KINDS[kind]
    columns = list(dict.fromkeys(cell.column for row in rows for cell in row.cells))
    order = [column for column in COLUMNS[kind] if column in columns]
    head = "".join(
        f'<th scope="col" title="{FIELDS[c].en}">{FIELDS[c].vi}</th>' for c in (*order, "rule", "confidence")
    )
    body = "\n".join(_table_row(row, order, scope) for row in rows)
    caption = f'<caption><span class="key {kind}">{label.vi} <small lang="en">{label.en}</small></span></caption>'
    return f'<div class="wide"><table>{caption}<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>'


def _table_row(row: Row, columns: list[str], scope: str) -> str:
    cells = {cell.column: cell for cell in row.cells}
    shown = "".join(f"<td>{_cell(cells[c], scope) if c in cells else ''}</td>" for c in columns)
    rule = f'<td class="rule"><code>{escape(row.rule)}</code></td><td class="number">{row.confidence:.2f}</td>'
    return f'<tr id="{escape(f"{scope}-{row.id}")}">{shown}{rule}</tr>'


def _cell(cell: Cell, scope: str) -> str:
    text = escape_shown(cell.text).replace("\n", "<br>")
    if not cell.anchors:
        return text
    first, *others = (f'<a href="{escape(f"#{scope}-{anchor}")}">' for anchor in cell.anchors)
    more = "".join(f" {link}{number}</a>" for number, link in enumerate(others, 2))
    return f"{first}{text}</a>" + (f"<small>{more}</small>" if more else "")
