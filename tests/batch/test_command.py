"""The command over a batch: how it ends, what it says meanwhile, and that it can be stopped."""

import os
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from boctin import terminal
from boctin.cli import app
from tests.batch.helpers import MOCK, outcomes, published, write_articles


def run(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def extract(*arguments):
    return run("extract", *arguments, "--pipeline", MOCK, "--workers", 1, "--shard-size", 5)


ENDS = {
    "all well": ([None, None], 0, "2 documents: 2 records, 0 quarantined"),
    "some quarantined": ([None, "raise", None], 1, "3 documents: 2 records, 1 quarantined (1 error)"),
    "all quarantined": (["raise", "exit"], 2, "2 documents: 0 records, 2 quarantined (2 error)"),
}


@pytest.mark.parametrize(("faults", "status", "said"), ENDS.values(), ids=ENDS)
def test_exit_status_of_extract_and_status(tmp_path, faults, status, said):
    news, out = write_articles(tmp_path / "news", faults), tmp_path / "out"
    result = extract(news, "-o", out)
    assert (result.exit_code, said in result.stderr) == (status, True)
    assert run("status", out).exit_code == status
    assert f"{out}: complete" in run("status", out).stdout


NOTHING = {
    "no pipeline": (["extract", "{news}", "-o", "{out}", "--pipeline", "tests.batch.mock:broken"], "does not load"),
    "no archive to retry": (["retry", "{out}"], "holds no finished archive"),
    "no archive to ask": (["status", "{out}"], "holds no archive"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "said"), NOTHING.values(), ids=NOTHING)
def test_exit_status_2_when_nothing_can_be_done(tmp_path, arguments, said):
    news = write_articles(tmp_path / "news", [None])
    result = run(*(a.format(news=news, out=tmp_path / "out") for a in arguments))
    assert (result.exit_code, said in result.stderr) == (2, True)


def test_retry_with_another_limit(tmp_path):
    news, out = write_articles(tmp_path / "news", [None, None]), tmp_path / "out"
    (news / "00001.txt").write_text("Tin dài " * 50, encoding="utf-8")
    assert extract(news, "-o", out, "--max-chars", 100).exit_code == 1
    assert run("retry", out, "--max-chars", 1000).exit_code == 0
    assert outcomes(out) == {"00000.txt": None, "00001.txt": None}


COMMAND = [sys.executable, "-c", "from boctin.cli import main; main()", "extract"]


@pytest.mark.skipif(os.name != "posix", reason="signals of a terminal")
def test_ctrl_c_stops_cleanly_and_the_same_command_goes_on(tmp_path):
    news, out = write_articles(tmp_path / "news", ["slow"] * 240), tmp_path / "out"
    command = [*COMMAND, news, "-o", out, "--pipeline", MOCK, "--workers", "2", "--shard-size", "10"]
    started = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while started.poll() is None and not list(out.glob("records-*")):
        time.sleep(0.02)
    os.killpg(started.pid, signal.SIGINT)  # as a terminal does: to all that belong to the command
    _, said = started.communicate(timeout=60)
    assert started.returncode == 130
    assert said.strip().endswith(f"stopped; what is done is kept, the same command goes on in {out}")
    assert "Traceback" not in said
    assert not list((out / ".boctin").glob("partial-*/*"))
    done = len(list(out.glob("records-*")))
    finished = subprocess.run(command, capture_output=True, text=True)
    assert finished.returncode == 0
    assert int(finished.stderr.split(" of them before")[0].rsplit(" ", 1)[1]) >= done * 10
    run("extract", news, "-o", tmp_path / "whole", "--pipeline", MOCK, "--shard-size", 10)
    assert published(out) == published(tmp_path / "whole")


def test_progress_says_how_fast_it_goes_and_how_long_it_takes(monkeypatch, capsys):
    clock = iter(range(0, 1000, 20))
    monkeypatch.setattr(terminal, "time", SimpleNamespace(monotonic=lambda: float(next(clock))))
    watched = terminal._Watched()  # made at 0 s, told of the start of the work at 20 s
    for done in (0, 100, 200, 300, 400):
        watched(done, 1200, 0)
    # A line when half a minute has passed since the last one.
    assert capsys.readouterr().err.splitlines() == [
        "boctin: 100 of 1,200, 5/s, 3 min left",
        "boctin: 300 of 1,200, 5/s, 3 min left",
    ]


def test_what_an_earlier_run_did_does_not_count_as_speed():
    assert terminal.pace(done=1000 - 900, left=9000, seconds=10) == "10/s, 15 min left"
