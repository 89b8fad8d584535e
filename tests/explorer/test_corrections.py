"""What readers put right: kept apart, only ever added to, holding after a new extraction, exported as gold."""

import json

import pytest
from typer.testing import CliRunner

from boctin.cli import app
from boctin.explorer.applying import CorrectionError, applied, correction_of
from boctin.explorer.corrections import Corrections, CorrectionsError, store_of
from boctin.explorer.gold import gold_of

TEXT = "Xã họp\n\nSáng 7/12, Chủ tịch xã Lê Văn Tám trao 3 Giấy khen; xã có 12 mô hình và 12 mô hình mới."


def span(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"text": words, "start_char": start, "end_char": start + len(words)}


def record(**facts):
    made = {kind: [] for kind in ("dates", "officials", "model_counts", "counts", "named_models", "awards", "places")}
    info = {"id": "ab12", "source": "tin.txt", "title": "Xã họp", "published": "2023-12-08", "author": None}
    return {"schema_version": "1.0", "article": {**info, "outlet": None, "text": TEXT}} | made | facts


def date(ident="d1", words="Sáng 7/12", **slots):
    base = {"id": ident, **span(words), "kind": "day", "rule": "day_month", "confidence": 0.9}
    return base | {"date_from": "2023-12-07", "date_to": "2023-12-07", "timex": "2023-12-07", **slots}


def count(ident="m1", nth=0, **slots):
    return {"id": ident, **span("12 mô hình", nth), "value": 12, "rule": "plain_count", "confidence": 0.9} | slots


def by_hand(given, form):
    return correction_of(given, form, who="An")


def ids(facts):
    return [fact["id"] for fact in facts]


def test_a_wrong_fact_is_named_and_left_out_of_the_final_record():
    given = record(dates=[date()])
    now = applied(given, [by_hand(given, {"action": "wrong", "fact": "d1"})])
    assert now.wrong == {"d1"}
    assert now.final["dates"] == []
    assert ids(given["dates"]) == ids(now.record["dates"]) == ["d1"]


def test_wrong_and_then_right_is_right():
    given = record(dates=[date()])
    said = [by_hand(given, {"action": action, "fact": "d1"}) for action in ("wrong", "right")]
    assert applied(given, said).wrong == set()


@pytest.mark.parametrize(
    ("slot", "written", "expected"),
    [
        ("value", "1.240", 1240),
        ("value", "12,5", 12.5),
        ("value", "12.5", 12.5),
        ("value", "", None),
        ("theme", " Dân vận khéo ", "Dân vận khéo"),
        ("place", "", None),
        ("date_from", "2021-01-01", "2021-01-01"),
        ("qualifier", "about", "about"),
    ],
)
def test_a_slot_takes_the_reader_s_value(slot, written, expected):
    given = record(model_counts=[count(theme="x", place="y", date_from="2020-01-01", qualifier="exact")])
    now = applied(given, [by_hand(given, {"action": "correct", "fact": "m1", f"slot-{slot}": written})])
    assert now.final["model_counts"][0][slot] == expected
    assert now.told == {"m1": "correct"}


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"action": "correct", "fact": "m1", "slot-value": "nhiều"}, "không phải là số"),
        ({"action": "correct", "fact": "m1", "slot-date_from": "7/12"}, "không phải là ngày"),
        ({"action": "correct", "fact": "m1", "slot-qualifier": "very"}, "qualifier"),
        ({"action": "correct", "fact": "m1", "slot-value": "12"}, "chưa sửa gì"),
        ({"action": "wrong", "fact": "m9"}, "không còn"),
        ({"action": "delete", "fact": "m1"}, "không rõ"),
        ({"action": "add", "kind": "dates", "words": "hôm kia"}, "không có trong bài"),
        ({"action": "add", "kind": "model_counts", "words": "12 mô hình"}, "nhiều lần"),
        ({"action": "add", "kind": "secrets", "words": "Sáng"}, "không có loại"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_the_reason(form, reason):
    with pytest.raises(CorrectionError, match=reason):
        by_hand(record(model_counts=[count()]), form)


def test_an_official_with_positions_of_the_article():
    form = {"action": "add", "kind": "officials", "words": "Lê Văn Tám", "slot-positions": "Chủ tịch xã"}
    (official,) = applied(record(), [by_hand(record(), form)]).final["officials"]
    assert (official["name"], official["positions"][0]["text"]) == ("Lê Văn Tám", "Chủ tịch xã")
    assert official["positions"][0]["start_char"] == TEXT.index("Chủ tịch xã")


def test_recipients_by_the_line():
    written = "3 cá nhân\r\ntập thể: Thôn Một; Thôn Hai"
    form = {"action": "add", "kind": "awards", "words": "Giấy khen", "slot-recipients": written}
    (award,) = applied(record(), [by_hand(record(), form)]).final["awards"]
    assert [(g["count"], g["kind"], g["names"]) for g in award["recipients"]] == [
        (3, "individual", []),
        (None, "collective", ["Thôn Một", "Thôn Hai"]),
    ]


def test_offsets_of_the_page_tell_the_second_of_two_equal_words():
    second = span("12 mô hình", 1)
    form = {"action": "add", "kind": "model_counts", "words": second["text"], "slot-value": "12"}
    form |= {"start": str(second["start_char"]), "end": str(second["end_char"])}
    (fact,) = applied(record(), [by_hand(record(), form)]).final["model_counts"]
    assert (fact["start_char"], fact["end_char"]) == (second["start_char"], second["end_char"])


class TestAfterANewExtraction:
    """The corrections were made of one record and are applied to another of the same article."""

    old = record(dates=[date()], model_counts=[count("m1"), count("m2", 1)])

    def test_facts_are_numbered_otherwise(self):
        said = by_hand(self.old, {"action": "wrong", "fact": "m2"})
        new = record(model_counts=[count("m1", 1), count("m2", 0)])
        assert applied(new, [said]).wrong == {"m1"}

    def test_the_bounds_have_moved(self):
        said = by_hand(self.old, {"action": "correct", "fact": "d1", "slot-date_from": "2022-12-07"})
        (fact,) = applied(record(dates=[date("d5", "7/12")]), [said]).final["dates"]
        assert (fact["id"], fact["date_from"], fact["timex"]) == ("d5", "2022-12-07", None)

    def test_a_corrected_fact_is_no_longer_found(self):
        said = by_hand(self.old, {"action": "correct", "fact": "m1", "slot-theme": "Vườn"})
        (fact,) = applied(record(), [said]).final["model_counts"]
        assert (fact["text"], fact["theme"], fact["rule"]) == ("12 mô hình", "Vườn", "reader")

    def test_a_wrong_fact_is_no_longer_found(self):
        said = by_hand(self.old, {"action": "wrong", "fact": "m1"})
        now = applied(record(), [said])
        assert (now.wrong, now.final["model_counts"]) == (set(), [])

    def test_an_added_fact_is_found_now(self):
        said = by_hand(
            record(), {"action": "add", "kind": "dates", "words": "Sáng 7/12", "slot-date_from": "2023-12-07"}
        )
        now = applied(record(dates=[date()]), [said])
        assert ids(now.final["dates"]) == ["d1"]


def test_facts_of_the_same_words_are_told_apart():
    awards = [{"id": f"a{n}", "award": "Giấy khen", "mentions": [span("Giấy khen")], "rule": "r"} for n in (1, 2)]
    given = record(awards=[{**award, "confidence": 1.0} for award in awards])
    assert applied(given, [by_hand(given, {"action": "wrong", "fact": "a2"})]).wrong == {"a2"}


def test_the_file_is_only_added_to_and_read_by_another_store(tmp_path):
    store, given = store_of(tmp_path), record(dates=[date()])
    for action in ("wrong", "right"):
        before = store.path.read_bytes() if store.path.exists() else b""
        store.append(by_hand(given, {"action": action, "fact": "d1"}))
        assert store.path.read_bytes().startswith(before)
    other = Corrections(store.path)
    assert [c.action for c in other.of("ab12")] == ["wrong", "right"]
    store.append(by_hand(given, {"action": "wrong", "fact": "d1"}))
    assert [c.action for c in other.of("ab12")] == ["wrong", "right", "wrong"]
    assert all(c.who == "An" and c.at.endswith("+00:00") for c in other.of("ab12"))


def test_a_line_half_written_is_not_read_and_a_broken_one_is_named(tmp_path):
    store = store_of(tmp_path)
    store.append(by_hand(record(), {"action": "checked"}))
    with store.path.open("ab") as stream:
        stream.write(b'{"at": "2023')
    assert len(Corrections(store.path).of("ab12")) == 1
    with store.path.open("ab") as stream:
        stream.write(b"\n")
    with pytest.raises(CorrectionsError, match="no correction"):
        Corrections(store.path).of("ab12")


def test_gold_records_are_what_people_annotate():
    given = record(dates=[date(), date("d2", "Sáng", kind="time")], model_counts=[count(theme="Dân vận khéo")])
    assert gold_of(given) == {
        "id": "ab12",
        "published": "2023-12-08",
        "dates": [{"text": "Sáng 7/12", "date_from": "2023-12-07", "date_to": "2023-12-07"}],
        "officials": [],
        "model_counts": [
            {
                "text": "12 mô hình",
                "value": 12,
                "theme": "Dân vận khéo",
                "place": None,
                "date_from": None,
                "date_to": None,
            }
        ],
        "awards": [],
    }


def test_gold_exports_corrected_articles_alone(archive, records, tmp_path):
    def export(*options):
        return CliRunner().invoke(app, ["gold", str(archive), "-o", str(tmp_path / "gold"), *options])

    given = json.loads(records["chau-phu"].to_json())
    name = given["article"]["id"]
    first = given["model_counts"][0]["id"]
    store_of(archive).append(by_hand(given, {"action": "correct", "fact": first, "slot-value": "99"}))
    assert "0 gold records" in export("--checked").output
    assert "1 gold records" in export().output
    gold = json.loads((tmp_path / "gold" / "records" / f"{name}.json").read_text(encoding="utf-8"))
    assert [count["value"] for count in gold["model_counts"]] == [99]
    assert (tmp_path / "gold" / "articles" / f"{name}.txt").read_text(encoding="utf-8") == given["article"]["text"]
    store_of(archive).append(by_hand(given, {"action": "checked"}))
    assert "1 gold records" in export("--checked").output
