"""A record as HTML: what a browser would make of it, read with a parser."""

import json
from html.parser import HTMLParser

import pytest
from typer.testing import CliRunner

from boctin.cli import app
from boctin.record import Award, DateFact, Official, Position, Record, Span
from boctin.view import document, fragment
from boctin.view.marks import Mark, marks_of, segments

VOID = {"br", "hr", "meta", "img", "link", "input"}


class Parsed(HTMLParser):
    """Tags with their attributes, and the text content of the article with the facts at each character."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.stack, self.text, self.facts_at = [], [], "", []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        opened, _ = self.stack.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data):
        if any(attrs.get("class") == "boctin-text" for _, attrs in self.stack):
            facts = {attrs["data-fact"] for _, attrs in self.stack if "data-fact" in attrs}
            self.text += data
            self.facts_at += [facts] * len(data)

    def words_of(self, fact):
        return "".join(char for char, facts in zip(self.text, self.facts_at, strict=True) if fact in facts)

    @property
    def ids(self):
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]

    @property
    def links(self):
        return [attrs["href"] for tag, attrs in self.tags if tag == "a"]


def record_of(text, *, title=None, **facts):
    """A record whose facts stand at the words given: dates="7/12", awards="Giấy khen"; lists for several."""

    def span(words):
        start = text.index(words)
        return {"text": words, "start_char": start, "end_char": start + len(words)}

    made = {}
    for kind, given in facts.items():
        rows = []
        for number, words in enumerate([given] if isinstance(given, str) else given, 1):
            ident = {"id": f"{kind[0]}{number}", "rule": "by_hand", "confidence": 1.0}
            if kind == "dates":
                rows.append(DateFact(**ident, **span(words), kind="day"))
            elif kind == "awards":
                rows.append(Award(**ident, award=words, mentions=[Span(**span(words))]))
            else:
                position = Position(**span(words[0]), title=words[0])
                rows.append(Official(**ident, name=words[1], positions=[position], mentions=[Span(**span(words[1]))]))
        made[kind] = rows
    return Record(article={"id": "0" * 16, "title": title, "text": text}, **made)


def view_of(record, scope="v"):
    return Parsed(fragment(json.loads(record.to_json()), scope))


CASES = {
    "apart": ("Sáng 7/12, huyện trao Giấy khen.", {"dates": "Sáng 7/12", "awards": "Giấy khen"}),
    "one inside the other": ("Giấy khen năm 2023 của huyện", {"awards": "Giấy khen năm 2023", "dates": "năm 2023"}),
    "crossing": ("trao Bằng khen năm 2023 vừa qua", {"awards": "Bằng khen năm", "dates": "năm 2023 vừa"}),
    "the same words twice": ("họp năm 2023", {"dates": "năm 2023", "awards": "năm 2023"}),
    "side by side": ("năm 2023 Giấy khen", {"dates": "năm 2023", "awards": "Giấy khen"}),
    "from first to last": ("năm 2023", {"dates": "năm 2023"}),
    "over a line break": ("Giấy\r\nkhen \r2023", {"awards": "Giấy\r\nkhen"}),
    "after an emoji": ("🎉👨‍👩‍👧 ngày 7/12 🎉", {"dates": "ngày 7/12"}),
}


@pytest.mark.parametrize(("text", "facts"), CASES.values(), ids=CASES)
def test_the_words_of_every_fact_are_marked_whole(text, facts):
    shown = view_of(record_of(text, **facts))
    assert shown.text == text
    for kind, words in facts.items():
        assert shown.words_of(f"{kind[0]}1") == words


def test_an_official_is_marked_with_name_and_position():
    shown = view_of(record_of("Phó Chủ tịch xã Lê Văn Tám dự.", officials=[("Phó Chủ tịch xã", "Lê Văn Tám")]))
    assert shown.words_of("o1") == "Phó Chủ tịch xãLê Văn Tám"


def test_an_article_without_facts_is_shown_without_tables():
    shown = view_of(record_of("Không có gì."))
    assert shown.text == "Không có gì."
    assert "table" not in [tag for tag, _ in shown.tags]


def test_a_title_that_opens_the_text_stands_out_and_facts_in_it_stay_marked():
    shown = view_of(record_of("Vui năm 2023\n\nHết.", title="Vui năm 2023", dates="năm 2023"))
    assert shown.words_of("d1") == "năm 2023"
    assert ("strong", {"class": "headline"}) in shown.tags


HOSTILE = [
    "</script><script>alert(1)</script> ngày 7/12",
    "<img src=x onerror=alert(1)> ngày 7/12",
    "\"><svg onload=alert(1)> ' ngày 7/12",
    "&lt;b&gt; &amp; ngày 7/12",
    "</style><style>*{display:none}</style> ngày 7/12",
    "<!-- ngày 7/12 --> <![CDATA[",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text):
    record = record_of(text, title=text, dates="ngày 7/12")
    record.dates[0].rule = text
    record.article.outlet = text
    shown = view_of(record)
    assert shown.text == text
    allowed = {"style", "div", "p", "span", "small", "b", "bdi", "strong", "a", "table", "caption", "thead", "tbody"}
    assert {tag for tag, _ in shown.tags} <= allowed | {"tr", "th", "td", "code", "br"}
    assert not [name for _, attrs in shown.tags for name in attrs if name.startswith("on") or name == "style"]


def test_marks_that_turn_the_direction_are_isolated_and_named():
    text = "Ngày \u202e7/12\u202c hết\u2067"
    shown = view_of(record_of(text, dates="7/12"))
    assert shown.text == text
    assert [a["title"] for tag, a in shown.tags if tag == "bdi"] == ["U+202E", "U+202C", "U+2067"]


def test_what_html_cannot_hold_takes_the_place_of_one_character():
    shown = Parsed(fragment({"article": {"text": "a\x00b\ud800c"}}, "v"))
    assert shown.text == "a\ufffdb\ufffdc"


def test_every_link_has_its_target_and_no_id_stands_twice(nlp, corpus):
    for path in sorted((corpus / "articles").glob("*.txt")):
        record = nlp.extract(path.read_text(encoding="utf-8"))
        shown = view_of(record)
        assert shown.text == record.article.text
        assert len(shown.ids) == len(set(shown.ids)), path.name
        assert {link.removeprefix("#") for link in shown.links} <= set(shown.ids), path.name
        assert not shown.stack


def test_one_record_shown_twice_has_ids_of_its_own_each_time():
    record = record_of("năm 2023", dates="năm 2023")
    first, second = Parsed(record._repr_html_()), Parsed(record._repr_html_())
    assert not set(first.ids) & set(second.ids)


def test_spans_outside_the_text_are_left_out():
    record = {"article": {"text": "abc"}, "dates": [{"id": "d1", "text": "x", "start_char": 2, "end_char": 9}]}
    assert marks_of(record) == []
    assert Parsed(fragment(record)).text == "abc"


def test_lines_under_overlapping_words_do_not_cover_each_other():
    marks = marks_of(json.loads(record_of("a b c d", dates=["a b c", "b c d", "d"]).to_json()))
    assert [mark.lane for mark in marks] == [0, 1, 0]


def test_segments_of_many_crossing_marks_are_the_whole_text():
    marks = [Mark("dates", f"d{n}", "words", "", n, 2 * n + 1, 1, 0) for n in range(50)]
    cut = list(segments(120, marks))
    assert [s.start for s in cut] == [0, *(s.end for s in cut[:-1])]
    assert cut[-1].end == 120
    for segment in cut:
        assert {m.fact for m in segment.marks} == {m.fact for m in marks if m.start <= segment.start < m.end}


def test_a_document_needs_nothing_from_outside():
    page = document([json.loads(record_of("năm 2023", dates="năm 2023").to_json())], title="<tin>")
    assert page.startswith("<!DOCTYPE html>")
    assert "&lt;tin&gt;" in page
    assert "default-src 'none'" in page
    assert not [a for _, a in Parsed(page).tags if "src" in a or (a.get("href") or "#")[0] != "#"]


def test_show_writes_the_page_to_a_file(tmp_path):
    (tmp_path / "tin.txt").write_text("Sáng 7/12/2023, huyện họp.", encoding="utf-8")
    out = tmp_path / "tin.html"
    result = CliRunner().invoke(app, ["show", str(tmp_path / "tin.txt"), "--html", "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert Parsed(out.read_text(encoding="utf-8")).words_of("d1") == "Sáng 7/12/2023"


def test_show_to_a_file_without_html_is_refused(tmp_path):
    (tmp_path / "tin.txt").write_text("Sáng 7/12/2023.", encoding="utf-8")
    result = CliRunner().invoke(app, ["show", str(tmp_path / "tin.txt"), "-o", str(tmp_path / "x.html")])
    assert result.exit_code == 2
