"""Annotations of other people's articles are kept as offsets and labels, and come back whole."""

import importlib.util
import json

import pytest

from tests.conftest import ROOT

spec = importlib.util.spec_from_file_location("standoff", ROOT / "scripts" / "standoff.py")
standoff = importlib.util.module_from_spec(spec)
spec.loader.exec_module(standoff)

TEXT = "Ban bí thư, ông Bá\nNgày 7/12,  Ðảng ủy xã tặng Giấy khen cho ông Bá và 2 tập thể."
RECORD = {
    "id": "a",
    "published": "2023-12-07",
    "dates": [{"text": "Ngày 7/12", "date_from": "2023-12-07", "date_to": "2023-12-07"}],
    "officials": [{"name": "Bá", "positions": ["bí thư"]}],
    "model_counts": [],
    "awards": [
        {
            "award": "Giấy khen",
            "name": None,
            "rank": None,
            "recipients": [
                {"count": 1, "kind": "individual", "names": ["Bá"]},
                {"count": 2, "kind": "collective", "names": []},
            ],
            "conferred_by": "Đảng ủy xã",
        }
    ],
}


def test_a_record_comes_back_whole():
    assert standoff.unpack_record({"id": "a", **standoff.pack_record(RECORD, TEXT)}, TEXT) == RECORD


def test_no_word_of_the_article_is_kept():
    packed = json.dumps(standoff.pack_record(RECORD, TEXT), ensure_ascii=False)
    assert not any(word in packed for word in ("Bá", "bí thư", "Giấy khen", "Đảng", "7/12"))


def test_whole_words_come_first():
    assert standoff.pack_record({**RECORD, "awards": []}, TEXT)["officials"][0]["name"] == [16, 18]


def test_words_that_the_article_has_in_other_case_are_found():
    assert standoff.pack_record({**RECORD, "officials": [{"name": "BÁ", "positions": []}]}, TEXT)


def test_words_that_are_not_there_are_named():
    wrong = {**RECORD, "officials": [{"name": "Nguyễn Văn Sâm", "positions": []}]}
    with pytest.raises(ValueError, match="Nguyễn Văn Sâm"):
        standoff.pack_record(wrong, TEXT)


def test_the_kept_annotations_hold_no_text():
    lines = (ROOT / "corpus" / "news" / "gold.jsonl").read_text("utf-8").splitlines()
    labels = {"individual", "collective", "dev", "test"}

    def strings(value):
        if isinstance(value, dict):
            for inner in value.values():
                yield from strings(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from strings(inner)
        elif isinstance(value, str):
            yield value

    for line in lines:
        row = json.loads(line)
        said = {s for s in strings(row) if s not in labels and s not in (row["id"], row["sha256"])}
        assert all(s[:4].isdigit() and len(s) == 10 for s in said), said
    assert len(lines) > 100
