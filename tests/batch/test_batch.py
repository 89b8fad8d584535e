"""What a batch promises when nothing goes wrong, and when it is asked something it cannot do."""

import json
import shutil

import pytest

from boctin.batch import BatchError, extract_archive, retry, status
from tests.batch.helpers import outcomes, published, quarantine, records, settings, write_articles


@pytest.fixture
def news(tmp_path):
    return write_articles(tmp_path / "news", [None] * 20 + ["raise"])


def test_an_archive(news, tmp_path):
    out = tmp_path / "out"
    seen = []
    summary = extract_archive([news], out, settings(), workers=1, progress=lambda *counts: seen.append(counts))
    assert (summary.documents, summary.records, summary.quarantined, summary.exit_status) == (21, 20, 1, 1)
    assert [row["source"] for row in records(out)] == [f"{number:05}.txt" for number in range(20)]
    (refused,) = quarantine(out)
    assert refused == {
        "source": f"{news}/00020.txt",
        "stage": "extraction",
        "reason": "error",
        "detail": "RuntimeError: the stage failed",
        "shard": 2,
        "document": 6,
    }
    manifest = json.loads((out / "manifest.json").read_text())
    assert [file["file"] for file in manifest["files"]] == [f"records-0000{n}.jsonl" for n in range(3)]
    assert (manifest["state"], manifest["records"], manifest["reasons"]) == ("complete", 20, {"error": 1})
    assert seen[-1] == (21, 21, 0)


def test_one_worker_and_two_give_the_same_bytes(news, tmp_path):
    extract_archive([news], tmp_path / "one", settings(), workers=1)
    extract_archive([news], tmp_path / "two", settings(), workers=2)
    assert published(tmp_path / "one") == published(tmp_path / "two")


def test_compressed_records_are_the_same_records(news, tmp_path):
    extract_archive([news], tmp_path / "plain", settings(), workers=1)
    for name in ("one", "two"):
        extract_archive([news], tmp_path / name, settings(compress=True), workers=1)
    assert records(tmp_path / "one") == records(tmp_path / "plain")
    assert published(tmp_path / "one") == published(tmp_path / "two")


def test_files_of_many_articles_are_shared_out(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": n, "text": f"Tin {n}"}) + "\n" for n in range(30)), encoding="utf-8")
    (tmp_path / "z.txt").write_text("Tin cuối", encoding="utf-8")
    out = tmp_path / "out"
    extract_archive([rows, tmp_path / "z.txt"], out, settings(), workers=2)
    assert [row["source"] for row in records(out)] == [*(f"rows.jsonl#{n}" for n in range(30)), "z.txt"]


def test_the_archive_is_not_read_as_input(news):
    out = news / "out"
    extract_archive([news], out, settings(), workers=1)
    assert extract_archive([news], out, settings(), workers=1).documents == 21


def test_going_on_does_what_is_left(news, tmp_path):
    out = tmp_path / "out"
    extract_archive([news], out, settings(), workers=1)
    whole = published(out)
    (out / ".boctin" / "00001.done.json").unlink()
    (out / "records-00001.jsonl").unlink()
    summary = extract_archive([news], out, settings(), workers=1)
    assert summary.already_done == 14
    assert published(out) == whole


CHANGES = {
    "an input more": lambda news: (news / "more.txt").write_text("Tin", encoding="utf-8"),
    "an input fewer": lambda news: (news / "00000.txt").unlink(),
    "an input changed": lambda news: (news / "00000.txt").write_text("Tin khác hẳn", encoding="utf-8"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_other_inputs_are_not_mixed_into_an_archive(news, tmp_path, change):
    extract_archive([news], tmp_path / "out", settings(), workers=1)
    change(news)
    with pytest.raises(BatchError, match="the inputs are not those"):
        extract_archive([news], tmp_path / "out", settings(), workers=1)
    assert extract_archive([news], tmp_path / "out", settings(), workers=1, resume=False).quarantined == 1


def test_other_settings_are_not_mixed_into_an_archive(news, tmp_path):
    extract_archive([news], tmp_path / "out", settings(), workers=1)
    with pytest.raises(BatchError, match=r"other settings.*max_chars"):
        extract_archive([news], tmp_path / "out", settings(max_chars=5), workers=1)


def test_status_of_an_archive(news, tmp_path):
    out = tmp_path / "out"
    extract_archive([news], out, settings(), workers=1)
    found = status(out)
    assert (found.state, found.done, found.quarantined, found.reasons) == ("complete", 21, 1, {"error": 1})
    (out / ".boctin" / "00000.done.json").unlink()
    assert (status(out).state, status(out).done) == ("interrupted", 14)


def test_retry_does_the_quarantined_again_in_their_places(tmp_path):
    news = write_articles(tmp_path / "news", [None, "raise", None, "slow", None])
    long = news / "00003.txt"
    long.write_text("Dài " * 100, encoding="utf-8")
    out = tmp_path / "out"
    extract_archive([news], out, settings(max_chars=100), workers=1)
    assert outcomes(out)["00003.txt"] == "too_large"
    summary = retry(out, {"max_chars": 1000}, workers=1)
    assert (summary.records, summary.quarantined) == (4, 1)
    assert [row["source"] for row in records(out)] == ["00000.txt", "00002.txt", "00003.txt", "00004.txt"]
    extract_archive([news], tmp_path / "anew", settings(max_chars=1000), workers=1)
    assert published(out) == published(tmp_path / "anew")


def test_a_retry_killed_between_its_files_is_made_good(tmp_path):
    news = write_articles(tmp_path / "news", [None, "raise", None])
    out = tmp_path / "out"
    extract_archive([news], out, settings(), workers=1)
    before = published(out)
    # As after a kill: the records have their new name, the outcome is still the old one.
    path = out / "records-00000.jsonl"
    first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(first + b'{"source": "00001.txt"}\n' + second)
    retry(out, workers=1)
    assert published(out) == before


NOTHING = {
    "an empty folder": (lambda tmp: (tmp / "news").mkdir() or [tmp / "news"], 2),
    "a missing path": (lambda tmp: [tmp / "none"], 2),
}


@pytest.mark.parametrize(("paths", "exit_status"), NOTHING.values(), ids=NOTHING)
def test_an_input_that_is_nothing_is_named(tmp_path, paths, exit_status):
    summary = extract_archive(paths(tmp_path), tmp_path / "out", settings(), workers=1)
    assert (summary.records, summary.quarantined, summary.exit_status) == (0, 1, exit_status)


def test_a_pipeline_that_does_not_load_ends_the_batch(news, tmp_path):
    with pytest.raises(BatchError, match="does not load: RuntimeError: no model here"):
        extract_archive([news], tmp_path / "out", settings(pipeline="tests.batch.mock:broken"), workers=1)


def test_an_output_that_cannot_be_written_ends_the_batch(news):
    with pytest.raises(BatchError):
        extract_archive([news], news / "00000.txt", settings(), workers=1)


def test_a_file_that_shrinks_after_it_was_counted_keeps_its_outcomes(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": n, "text": f"Tin {n}"}) + "\n" for n in range(10)), encoding="utf-8")
    out = tmp_path / "out"
    extract_archive([rows], out, settings(), workers=1)
    shutil.rmtree(out / ".boctin" / "none", ignore_errors=True)
    for path in out.glob(".boctin/*.done.json"):
        path.unlink()
    stat = rows.stat()
    rows.write_text(rows.read_text(encoding="utf-8").replace("\n", " ", 1), encoding="utf-8")
    import os

    os.utime(rows, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    summary = extract_archive([rows], out, settings(), workers=1)
    assert summary.records + summary.quarantined == 10
    assert "fewer documents" in quarantine(out)[-1]["detail"]
