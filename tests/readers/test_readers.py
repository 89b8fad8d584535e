"""Files, folders, globs and streams to articles; every fault named."""

import json

import pytest

from boctin.article import Article
from boctin.readers import Unreadable, count, read, read_all
from boctin.readers.faults import UnreadableError


def outcome(item):
    return (item.source.rsplit("/", 1)[-1], item.reason if isinstance(item, Unreadable) else item.text)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("Tin một.", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_bytes(b"\xef\xbb\xbf" + b"Tin hai.")
    (tmp_path / "notes.md").write_text("không đọc", encoding="utf-8")
    return tmp_path


def test_a_folder_is_searched_through(folder):
    assert [outcome(a) for a in read_all([folder])] == [("a.txt", "Tin một."), ("b.txt", "Tin hai.")]
    assert count([folder]) == 2


def test_a_glob(folder):
    assert [outcome(a) for a in read_all([f"{folder}/**/b*"])] == [("b.txt", "Tin hai.")]


FAULTS = {
    "empty": (b"", "empty"),
    "blank": (b" \n\n\t", "empty"),
    "not utf-8": ("Tin bão".encode("cp1258", "replace") + b"\xd3\xff", "not UTF-8"),
}


@pytest.mark.parametrize(("data", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_and_the_others_go_on(folder, data, reason):
    (folder / "aa.txt").write_bytes(data)
    first, fault, last = read_all([folder])
    assert isinstance(fault, Unreadable)
    assert "aa.txt" in str(fault)
    assert reason in fault.reason
    assert (first.text, last.text) == ("Tin một.", "Tin hai.")


def test_a_missing_path_is_named(tmp_path):
    (fault,) = read_all([tmp_path / "none.txt"])
    assert "none.txt" in str(fault)


def test_read_raises_at_a_fault(tmp_path):
    with pytest.raises(UnreadableError, match=r"none\.txt"):
        list(read(tmp_path / "none.txt"))


def test_an_empty_folder_is_named(tmp_path):
    (fault,) = read_all([tmp_path])
    assert "holds no .txt" in fault.reason


ROWS = [
    '{"id": "x1", "title": "Tiêu đề", "text": "Nội dung.", "published": "2024-03-05", "outlet": "Báo Mẫu"}',
    '{"text": "Chỉ có nội dung."}',
    '{"text": ""}',
    '{"text": 3}',
    "[1]",
    "{",
    '{"text": "Tin.", "published": "hôm qua"}',
]


def test_rows_of_a_jsonl(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(ROWS), encoding="utf-8")
    articles = list(read_all([path], published="2023-01-01"))
    first, second, *faults = articles
    assert isinstance(first, Article)
    assert (first.text, first.published.iso, first.outlet) == ("Tiêu đề\n\nNội dung.", "2024-03-05", "Báo Mẫu")
    assert (first.source, second.source) == (f"{path}#x1", f"{path}:2")
    assert second.published.iso == "2023-01-01"
    assert [str(fault).split("rows.jsonl")[1].split(":")[1] for fault in faults] == ["3", "4", "5", "6", "7"]
    assert count([path]) == len(ROWS)


def test_a_row_keeps_line_separators_inside_strings(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": "Một\u2028hai"}, ensure_ascii=False) + "\n", encoding="utf-8")
    assert [a.text for a in read([path])] == ["Một\u2028hai"]
