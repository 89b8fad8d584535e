"""A story in every format comes out as it went in, with what the file says of it."""

import gzip
import io
import json
import sys

import pytest

from boctin.readers import Reading, Unreadable, count, read, read_all
from tests.readers import samples
from tests.readers.samples import LINES, STORY, TITLE, docx, jsonl, page, parquet, word_paragraphs, zipped


def read_bytes(folder, name, data, **reading):
    path = folder / name
    path.write_bytes(data)
    return list(read_all([path], reading=Reading(**reading)))


@pytest.mark.parametrize("encode", samples.ENCODINGS.values(), ids=samples.ENCODINGS)
def test_a_text_in_an_encoding(tmp_path, encode):
    (article,) = read_bytes(tmp_path, "tin.txt", encode(STORY))
    # TCVN3 has no capitals with tones, but in fonts of capitals.
    assert article.text == (STORY.replace("Ủy ban", "ủy ban") if encode is samples.tcvn3 else STORY)


def test_capitals_of_tcvn3_fonts(tmp_path):
    (article,) = read_bytes(tmp_path, "tin.txt", samples.tcvn3(STORY) + b"\nH\xe9I NGH\xde T\xe6NG K\xd5T")
    assert article.text.endswith("\nHỘI NGHỊ TỔNG KẾT")


UNSURE = {
    "one word is no proof": samples.viscii("Tin Hà"),
    "another language": "Le président a été reçu à l'Élysée où il a prononcé un discours".encode("cp1252"),
    "two encodings in one file": samples.tcvn3(LINES[1]) + b"\n" + samples.viscii(LINES[0]),
    "noise": bytes(range(128, 256)) * 3,
    "UTF-8 cut within a letter": STORY.encode()[:-4] + "ể".encode()[:2],
}


@pytest.mark.parametrize("data", UNSURE.values(), ids=UNSURE)
def test_an_encoding_that_is_not_certain_is_refused(tmp_path, data):
    (fault,) = read_bytes(tmp_path, "tin.txt", data)
    assert isinstance(fault, Unreadable)
    assert (fault.code, fault.reason.split(" (")[0]) == ("encoding", "not UTF-8")


def test_old_fonts_saved_as_unicode_are_read(tmp_path):
    (article,) = read_bytes(tmp_path, "tin.docx", docx(word_paragraphs(samples.tcvn3(LINES[1]).decode("cp1252"))))
    assert article.text == LINES[1]


# --- pages

HEADS = {
    "a moment": (
        '<meta property="article:published_time" content="2023-12-07T17:36:00+07:00">', "2023-12-07T17:36:00+07:00"
    ),
    "attributes the other way round": (
        "<meta content='2023-12-07T08:00:00+07:00' property='article:published_time'>", "2023-12-07T08:00:00+07:00"
    ),
    "a day": ('<meta name="date" content="2023-12-07">', "2023-12-07"),
    "no date": ("", None),
    "a date that is none": ('<meta property="article:published_time" content="hôm qua nhé">', None),
}  # fmt: skip


@pytest.mark.parametrize(("head", "published"), HEADS.values(), ids=HEADS)
def test_a_page_gives_its_story_title_date_and_outlet(tmp_path, head, published):
    head += '<meta property="og:site_name" content="Báo Mẫu">'
    (article,) = read_bytes(tmp_path, "tin.html", page(head=head).encode())
    assert article.title == TITLE
    assert all(line in article.text for line in LINES)
    assert not any(word in article.text for word in ("Trang chủ", "Bạn đọc", "Bản quyền"))
    assert (article.published.iso if article.published else None) == published
    assert article.outlet == "Báo Mẫu"


def test_a_page_in_the_encoding_that_it_declares(tmp_path):
    data = samples.windows_1258(page(head='<meta charset="windows-1258">'))
    (article,) = read_bytes(tmp_path, "tin.htm", data)
    assert LINES[0] in article.text


def test_a_page_that_declares_another_encoding_than_it_has(tmp_path):
    data = page(head='<meta charset="iso-8859-1">').encode()
    (article,) = read_bytes(tmp_path, "tin.html", data)
    assert LINES[0] in article.text


# --- tables

COLUMNS = {"text": "noi_dung", "title": "tieu_de", "published": "ngay", "outlet": "bao", "id": "ma"}
ROWS = [("7", TITLE, LINES[0], "2023-12-07", "Báo Mẫu"), ("8", "", f'Tin "hay", có {LINES[1]}', "", "")]
TABLES = {
    "commas": ("t.csv", b"", ","),
    "semicolons": ("t.csv", b"", ";"),
    "tabs": ("t.csv", b"", "\t"),
    "BOM": ("t.csv", b"\xef\xbb\xbf", ","),
}


def csv_bytes(delimiter):
    import csv

    held = io.StringIO()
    csv.writer(held, delimiter=delimiter).writerows([("ma", "tieu_de", "noi_dung", "ngay", "bao"), *ROWS])
    return held.getvalue().encode()


def assert_rows(articles, path):
    first, second = articles
    assert (first.text, first.title, first.published.iso) == (f"{TITLE}\n\n{LINES[0]}", TITLE, "2023-12-07")
    assert (first.outlet, first.source) == ("Báo Mẫu", f"{path}#7")
    assert (second.text, second.published, second.outlet, second.source) == (ROWS[1][2], None, None, f"{path}#8")


@pytest.mark.parametrize(("name", "start", "delimiter"), TABLES.values(), ids=TABLES)
def test_csv_with_named_columns(tmp_path, name, start, delimiter):
    assert_rows(read_bytes(tmp_path, name, start + csv_bytes(delimiter), columns=COLUMNS), tmp_path / name)


@pytest.mark.parametrize("encoding", ["utf-16", "UTF-16 high byte first"])
def test_csv_in_utf_16(tmp_path, encoding):
    text = csv_bytes("\t").decode()
    data = text.encode(encoding) if encoding == "utf-16" else b"\xfe\xff" + text.encode("utf-16-be")
    assert_rows(read_bytes(tmp_path, "t.csv", data, columns=COLUMNS), tmp_path / "t.csv")


def test_csv_in_windows_1258(tmp_path):
    data = samples.windows_1258(csv_bytes(",").decode())
    assert_rows(read_bytes(tmp_path, "t.csv", data, columns=COLUMNS), tmp_path / "t.csv")


def test_csv_in_an_encoding_without_a_codec_is_refused(tmp_path):
    (fault,) = read_bytes(tmp_path, "t.csv", samples.tcvn3(f"id,text\n1,{STORY}"))
    assert (fault.code, "save it as UTF-8" in fault.reason) == ("encoding", True)


def test_cells_of_many_lines(tmp_path):
    (article,) = read_bytes(tmp_path, "t.csv", f'text,id\n"{STORY}",x\n'.encode())
    assert article.text == STORY


BROKEN_ROWS = {
    "a quotation mark within a cell": ('x1,"Tin" hai', "format"),
    "a cell too many": ("x1,Tin hai,thừa", "format"),
    "a cell too few": ("x1", "format"),
    "no text": ("x1,", "empty"),
}


@pytest.mark.parametrize(("row", "code"), BROKEN_ROWS.values(), ids=BROKEN_ROWS)
def test_a_broken_row_costs_only_itself(tmp_path, row, code):
    first, fault, last = read_bytes(tmp_path, "t.csv", f"id,text\nx0,Tin một\n{row}\nx2,Tin ba\n".encode())
    assert (first.text, last.text) == ("Tin một", "Tin ba")
    assert (fault.code, fault.source) == (code, f"{tmp_path}/t.csv:3")


def test_bytes_of_another_encoding_cost_only_their_row(tmp_path):
    data = b"id,text\nx0,Tin m\xe1\xbb\x99t\n" + b"x,Tin\n" * 20_000 + b"x1,Tin h\xe0i\nx2,Tin ba\n"
    outcomes = read_bytes(tmp_path, "t.csv", data)
    assert len(outcomes) == 20_003
    assert [(o.source, o.code) for o in outcomes if isinstance(o, Unreadable)] == [
        (f"{tmp_path}/t.csv:20003", "encoding")
    ]


def test_a_quotation_that_is_never_closed_is_told_with_its_lines(tmp_path):
    first, fault = read_bytes(tmp_path, "t.csv", b'id,text\nx0,Tin\nx1,"Tin\nx2,Tin\nx3,Tin\n')
    assert (first.text, fault.code) == ("Tin", "format")
    assert "lines 3 to 5" in fault.reason


def test_parquet_with_named_columns(tmp_path):
    columns = {
        name: [row[at] or None for row in ROWS] for at, name in enumerate(("ma", "tieu_de", "noi_dung", "ngay", "bao"))
    }
    assert_rows(read_bytes(tmp_path, "t.parquet", parquet(**columns), columns=COLUMNS), tmp_path / "t.parquet")


def test_parquet_with_dates_as_dates(tmp_path):
    from datetime import date, datetime

    first, second = read_bytes(tmp_path, "t.parquet", parquet(text=["Tin", "Tin"], published=[date(2023, 12, 7), None]))
    assert (first.published.iso, second.published) == ("2023-12-07", None)
    (timed,) = read_bytes(tmp_path, "t.parquet", parquet(text=["Tin"], published=[datetime(2023, 12, 7, 8, 30)]))
    assert timed.published.iso.startswith("2023-12-07T08:30")


def test_a_parquet_cell_that_is_no_text_costs_only_its_file(tmp_path):
    (fault,) = read_bytes(tmp_path, "t.parquet", parquet(text=[1]))
    assert fault.code == "format"


# --- Word


def test_a_word_file(tmp_path):
    body = word_paragraphs(TITLE, LINES[0]) + (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Mô hình</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>128</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t>Dân </w:t></w:r><w:r><w:t>vận</w:t><w:tab/><w:t>khéo</w:t><w:br/><w:t>năm</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:r><w:t>giữ</w:t></w:r></w:p>"
    )
    (article,) = read_bytes(tmp_path, "tin.docx", docx(body))
    assert article.text == f"{TITLE}\n{LINES[0]}\nMô hình\n128\nDân vận\tkhéo\nnăm\ngiữ"


# --- archives


def test_a_gzip(tmp_path):
    (article,) = read_bytes(tmp_path, "tin.txt.gz", gzip.compress(STORY.encode()))
    assert (article.text, article.source) == (STORY, f"{tmp_path}/tin.txt.gz")


def test_a_gzip_of_json_lines(tmp_path):
    data = gzip.compress(jsonl({"id": 1, "text": "Tin một"}, {"text": "Tin hai"}))
    assert [(a.text, a.source) for a in read_bytes(tmp_path, "t.jsonl.gz", data)] == [
        ("Tin một", f"{tmp_path}/t.jsonl.gz#1"), ("Tin hai", f"{tmp_path}/t.jsonl.gz:2"),
    ]  # fmt: skip


def test_a_zip_of_every_format_in_the_order_of_names(tmp_path):
    data = zipped(
        ("z.txt", samples.tcvn3(LINES[1])),
        ("b/tin.html", page().encode()),
        ("a.csv", b"text\nTin trong b\xe1\xba\xa3ng\n"),
        ("c.docx", docx(word_paragraphs("Tin Word"))),
        ("d.parquet", parquet(text=["Tin Parquet"])),
        ("e.jsonl.gz", gzip.compress(jsonl({"text": "Tin JSON"}))),
        ("f.zip", zipped(("g.txt", b"Tin sau"))),
        ("anh.jpg", b"\xff\xd8"),
        ("__MACOSX/._z.txt", b"\0\0"),
    )
    articles = read_bytes(tmp_path, "t.zip", data)
    at = f"{tmp_path}/t.zip!"
    assert [a.source.removeprefix(at) for a in articles] == [
        "a.csv:2", "b/tin.html", "c.docx", "d.parquet:1", "e.jsonl.gz:1", "f.zip!g.txt", "z.txt",
    ]  # fmt: skip
    assert articles[0].text == "Tin trong bảng"
    assert articles[1].title == TITLE
    assert [a.text for a in articles[2:]] == ["Tin Word", "Tin Parquet", "Tin JSON", "Tin sau", LINES[1]]
    assert count([tmp_path / "t.zip"]) == 7


def test_a_damaged_member_costs_only_itself(tmp_path):
    data = bytearray(zipped(("a.txt", LINES[0].encode()), ("b.txt", LINES[1].encode())))
    data[40] ^= 0xFF
    fault, good = read_bytes(tmp_path, "t.zip", bytes(data))
    assert (fault.code, fault.source, good.text) == ("format", f"{tmp_path}/t.zip!a.txt", LINES[1])


def test_rows_before_the_damage_are_read(tmp_path):
    import random

    noise = random.Random(5)
    rows = [{"id": n, "text": f"Tin {noise.random()}"} for n in range(20_000)]
    whole = gzip.compress(jsonl(*rows))
    *good, fault = read_bytes(tmp_path, "t.jsonl.gz", whole[: len(whole) // 2])
    assert len(good) > 5_000
    assert [a.source for a in good] == [f"{tmp_path}/t.jsonl.gz#{n}" for n in range(len(good))]
    assert (fault.code, "the rest is not read" in fault.reason) == ("format", True)


# --- standard input

STREAMS = {
    "text": (STORY.encode(), [STORY]),
    "text in TCVN3": (samples.tcvn3(LINES[1]), [LINES[1]]),
    "JSON lines": (jsonl({"text": "Một"}, {"text": "Hai"}), ["Một", "Hai"]),
    "JSON lines after a BOM": (b"\xef\xbb\xbf" + jsonl({"text": "Một"}), ["Một"]),
}


@pytest.mark.parametrize(("data", "texts"), STREAMS.values(), ids=STREAMS)
def test_standard_input(monkeypatch, data, texts):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [a.text for a in read("-")] == texts


# --- whatever is hostile is named


@pytest.mark.parametrize(("name", "make", "code"), samples.HOSTILE.values(), ids=samples.HOSTILE)
def test_a_hostile_file_is_named_with_its_reason(tmp_path, name, make, code):
    assert [getattr(item, "code", item.source) for item in read_bytes(tmp_path, name, make())[:3]] == [code]


def test_deep_html_with_a_story_gives_all_of_it_or_nothing(tmp_path):
    data = page(body="<div>" * 150 + "".join(f"<p>{line}</p>" for line in LINES) + "</div>" * 150)
    (article,) = read_bytes(tmp_path, "deep.html", data.encode())
    assert all(line in article.text for line in LINES)


def test_limits_are_settings(tmp_path):
    from boctin.readers import Limits

    story = zipped(("a.txt", STORY.encode()))
    for limits, code in (
        (Limits(max_bytes=100), "too_large"),
        (Limits(max_chars=100), "too_large"),
        (Limits(max_depth=0), "archive_depth"),
    ):
        (fault,) = read_bytes(tmp_path, "t.zip", story, limits=limits)
        assert fault.code == code
    blanks = zipped(("a.jsonl", json.dumps({"text": " " * (9 << 20) + "Tin"}).encode()))
    (fault,) = read_bytes(tmp_path, "t.zip", blanks)
    assert fault.code == "archive_ratio"
    (article,) = read_bytes(tmp_path, "t.zip", blanks, limits=Limits(max_ratio=2000, max_chars=10**8))
    assert article.text.strip() == "Tin"
