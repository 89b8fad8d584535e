"""Documents are known by their place in a file: the way there is not their fault, and the places must stay."""

import json
import time

import pytest

from boctin.batch import BatchError, extract_archive, retry
from boctin.batch.archive import Archive
from boctin.batch.shard import run_shard
from boctin.batch.worker import Worker
from tests.batch.helpers import outcomes, quarantine, records, settings
from tests.readers.samples import zipped


def jsonl(path, texts):
    rows = [{"id": number, "text": text} for number, text in enumerate(texts)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_long_way_through_a_file_is_not_held_against_a_document(tmp_path, monkeypatch):
    """The last document lies behind forty others, which take three seconds to pass, with a limit of one second each."""
    rows = jsonl(tmp_path / "rows.jsonl", [f"Tin {number}" for number in range(41)])
    slow = tmp_path / "sitecustomize.py"
    slow.write_text(
        "import time\n"
        "from boctin.readers import sources\n"
        "reader = sources.FORMATS['.jsonl']\n"
        "def slowly(*arguments):\n"
        "    for document in reader(*arguments):\n"
        "        time.sleep(0.08)\n"
        "        yield document\n"
        "sources.FORMATS['.jsonl'] = slowly\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    archive = Archive(tmp_path / "out")
    archive.prepare()
    item = {"path": str(rows), "source": str(rows), "start": 40, "stop": 41, "held": 41}
    shard = {"shard": 0, "documents": 1, "items": [item]}
    chosen = settings(time_limit=1)
    worker, started = Worker(chosen), time.monotonic()
    try:
        outcome = run_shard(shard, archive, worker, chosen)
    finally:
        worker.close()
    assert time.monotonic() - started > 3
    assert (outcome["records"], outcome["refused"]) == (1, [])


def test_a_reader_that_gets_stuck_while_a_file_is_counted_costs_that_file(tmp_path, monkeypatch):
    jsonl(tmp_path / "a.jsonl", ["Tin"])
    jsonl(tmp_path / "b.jsonl", ["Tin"])
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "sitecustomize.py").write_text(
        "import os\n"
        "from boctin.readers import sources\n"
        "reader = sources.FORMATS['.jsonl']\n"
        "def dying(stream, source, reading):\n"
        "    os._exit(9) if source.endswith('a.jsonl') else None\n"
        "    return reader(stream, source, reading)\n"
        "sources.FORMATS['.jsonl'] = dying\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "code"))
    extract_archive([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], tmp_path / "out", settings(), workers=1)
    assert outcomes(tmp_path / "out") == {"a.jsonl": "killed", "b.jsonl#0": None}
    (row,) = quarantine(tmp_path / "out")
    assert row["detail"] == (
        "while the file was gone through: its worker process exited with status 9, twice; none of it is read"
    )


def test_a_retry_that_would_enter_an_archive_deeper_is_refused(tmp_path):
    inner = zipped(("1.txt", b"Tin A"), ("2.txt", b"Tin B"))
    (tmp_path / "news.zip").write_bytes(zipped(("a.zip", inner), ("b.txt", b"Tin C\nFAULT raise")))
    out = tmp_path / "out"
    extract_archive([tmp_path / "news.zip"], out, settings(max_depth=1), workers=1)
    assert [row["reason"] for row in quarantine(out)] == ["archive_depth", "error"]
    with pytest.raises(BatchError, match=r"news\.zip now gives 3 documents, not 2"):
        retry(out, {"max_depth": 2}, workers=1)
    assert retry(out, workers=1).quarantined == 2


def test_a_retry_of_a_row_that_was_mended(tmp_path):
    rows = jsonl(tmp_path / "rows.jsonl", ["Tin A", "Tin B\nFAULT raise", "Tin C"])
    out = tmp_path / "out"
    extract_archive([rows], out, settings(), workers=1)
    jsonl(rows, ["Tin A", "Tin B", "Tin C"])
    assert retry(out, workers=1).quarantined == 0
    assert [row["text"] for row in records(out)] == ["Tin A", "Tin B", "Tin C"]


def test_a_retry_that_was_killed_is_finished_by_the_next_command(tmp_path):
    rows = jsonl(tmp_path / "rows.jsonl", ["Tin A", "Tin B\nFAULT raise", "Tin C"])
    out = tmp_path / "out"
    extract_archive([rows], out, settings(), workers=1)
    # As when killed between its files: no outcome, and records that are of the new one.
    (out / ".boctin" / "00000.done.json").unlink()
    (out / "records-00000.jsonl").write_text("")
    assert retry(out, workers=1).records == 2
    (out / ".boctin" / "00000.done.json").unlink()
    (out / "records-00000.jsonl").write_text("")
    assert extract_archive([rows], out, settings(), workers=1).records == 2
    assert outcomes(out) == {"rows.jsonl#0": None, "rows.jsonl": "error", "rows.jsonl#2": None}


def test_an_attempt_that_lost_its_folder_to_another_leaves_the_archive_whole(tmp_path):
    """On a cluster an actor that was given up may still be at work: what it does comes to nothing."""
    rows = jsonl(tmp_path / "rows.jsonl", [f"Tin {number}\nFAULT slow" for number in range(30)])
    out, chosen = tmp_path / "out", settings(shard_size=30)
    extract_archive([rows], out, chosen, workers=1)
    archive = Archive(out)
    (shard,) = archive.read_shards()
    whole = archive.read_outcome(0)

    class Overtaken(Worker):
        def extract(self, order):
            if order["stop"] == 30 and order["start"] == 0:
                other = Worker(chosen)
                assert run_shard(shard, archive, other, chosen) == whole
                other.close()
            return super().extract(order)

    given_up = Overtaken(chosen)
    with pytest.raises((OSError, BatchError)):
        run_shard(shard, archive, given_up, chosen)
    given_up.close()
    assert archive.read_outcome(0) == whole
    assert len(records(out)) == 30
