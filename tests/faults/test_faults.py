"""Documents that raise, hang, exit, crash, are killed or eat memory: each costs only itself, and is told apart."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from boctin.batch import BatchError, extract_archive
from boctin.batch.worker import Worker
from tests.batch.helpers import (
    HOSTILE_SETTINGS,
    SLOW_MACHINE,
    outcomes,
    published,
    quarantine,
    records,
    settings,
    write_articles,
    write_hostile,
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A thousand documents with every fault among them, and what must become of each."""
    return write_hostile(tmp_path_factory.mktemp("hostile") / "news", 1000)


@pytest.fixture(scope="module")
def archive(hostile, tmp_path_factory):
    out = tmp_path_factory.mktemp("archive")
    extract_archive([hostile[0]], out, HOSTILE_SETTINGS, workers=2)
    return out


def test_of_a_thousand_documents_with_all_faults_at_once_each_has_its_one_outcome(hostile, archive):
    assert outcomes(archive) == hostile[1]


def test_what_a_shard_was_done_with_is_cleared_away(archive):
    assert not list((archive / ".boctin").glob("*partial*"))


def test_all_faults_at_once_on_ray_give_the_same_bytes(hostile, archive, tmp_path):
    pytest.importorskip("ray", reason="boctin[ray] is not installed")
    extract_archive([hostile[0]], tmp_path / "ray", HOSTILE_SETTINGS, workers=2, engine="ray")
    assert published(tmp_path / "ray") == published(archive)


def test_a_refusal_names_where_it_came_to_be(tmp_path):
    news = write_articles(tmp_path / "news", ["hang", "killed"])
    (news / "00002.txt").write_bytes(b"\0")
    extract_archive([news], tmp_path / "out", settings(time_limit=0.75), workers=1)
    hung, killed, unread = quarantine(tmp_path / "out")
    assert (hung["stage"], hung["detail"]) == ("extraction", "took longer than 0.75 s (time_limit), twice")
    assert (killed["stage"], killed["detail"]) == ("extraction", "its worker process was ended by SIGKILL, twice")
    assert (unread["stage"], unread["reason"]) == ("reading", "encoding")


SCRIPT = """
import sys
from boctin.batch import BatchError, extract_archive
from boctin.batch.worker import Worker
from tests.batch.helpers import SLOW_MACHINE
extract_archive([sys.argv[1]], sys.argv[2], SLOW_MACHINE, workers=int(sys.argv[3]))
"""


def start(news, out, workers=2):
    return subprocess.Popen([sys.executable, "-c", SCRIPT, str(news), str(out), str(workers)])


def children_of(process):
    """Its child processes, whichever of its threads has started them."""
    found = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += map(int, path.read_text().split())
    return found


def kill_at_random_points(news, out, points, seed, *, longest):
    """Start, `kill -9` at a random moment, start again …; how many kills found a run still at work."""
    chance, struck = random.Random(seed), 0
    for _ in range(points):
        run = start(news, out)
        time.sleep(chance.uniform(0.1, longest))
        struck += run.poll() is None
        # Sometimes a worker is hit, as by the system when memory runs out; then the run goes on by itself.
        if chance.random() < 0.3 and (workers := children_of(run.pid)):
            os.kill(chance.choice(workers), signal.SIGKILL)
            time.sleep(0.05)
        run.kill()
        run.wait()
    return struck


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_killed_at_random_points_and_started_again_the_bytes_are_the_same(tmp_path):
    news = write_articles(tmp_path / "news", (["slow"] * 9 + ["raise"]) * 12)
    extract_archive([news], tmp_path / "whole", SLOW_MACHINE, workers=2)
    out = tmp_path / "out"
    assert kill_at_random_points(news, out, 4, seed=4, longest=2.0) > 0
    assert start(news, out).wait() == 0
    assert published(out) == published(tmp_path / "whole")


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_workers_do_not_outlive_a_killed_run(tmp_path):
    news = write_articles(tmp_path / "news", ["slow"] * 2000)  # more than are done before a busy machine looks
    run = start(news, tmp_path / "out")
    while run.poll() is None and not list((tmp_path / "out" / ".boctin").glob("partial-*/journal")):
        time.sleep(0.02)
    workers = children_of(run.pid)
    assert workers
    run.kill()
    run.wait()
    # At once, or, where a worker was only being started, when it finds that nobody waits for it.
    assert within(10, lambda: not [w for w in workers if os.path.exists(f"/proc/{w}") and not is_zombie(w)])


def within(seconds, is_so):
    """Whether something comes to be so in time."""
    end = time.monotonic() + seconds
    while not (so := is_so()) and time.monotonic() < end:
        time.sleep(0.02)
    return so


def is_zombie(process):
    with open(f"/proc/{process}/stat") as handle:
        return handle.read().rsplit(")", 1)[1].split()[0] == "Z"


def test_an_innocent_that_was_in_flight_when_its_worker_was_killed_gives_its_record(tmp_path):
    news = write_articles(tmp_path / "news", ["slow"] * 40)
    run = start(news, tmp_path / "out", workers=1)
    while run.poll() is None and not list((tmp_path / "out" / ".boctin").glob("partial-00002-*/journal")):
        time.sleep(0.005)
    for worker in children_of(run.pid):
        os.kill(worker, signal.SIGKILL)
    assert run.wait() == 0
    assert len(records(tmp_path / "out")) == 40


def test_a_worker_that_is_killed_while_it_loads_is_started_again(tmp_path, monkeypatch):
    """Twice in a row it is the machine; a third time it is said."""
    news = write_articles(tmp_path / "news", [None] * 3)
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, pathlib\n"
        "left = pathlib.Path(os.environ['DEATHS'])\n"
        "if left.exists() and (number := int(left.read_text())):\n"
        "    left.write_text(str(number - 1))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("DEATHS", str(tmp_path / "deaths"))
    (tmp_path / "deaths").write_text("2")
    assert extract_archive([news], tmp_path / "out", settings(), workers=1).records == 3
    (tmp_path / "deaths").write_text("3")
    with pytest.raises(BatchError, match="does not load: was ended by SIGKILL"):
        extract_archive([news], tmp_path / "other", settings(), workers=1)


def test_a_process_is_renewed_now_and_then(tmp_path, monkeypatch):
    news = write_articles(tmp_path / "news", [None] * 21)
    extract_archive([news], tmp_path / "one", settings(), workers=1)
    spawned = []
    spawn = Worker._spawn
    monkeypatch.setattr("boctin.batch.worker._RENEW_AFTER", 5)
    monkeypatch.setattr(Worker, "_spawn", lambda self: spawned.append(self) or spawn(self))
    extract_archive([news], tmp_path / "many", settings(), workers=1)
    assert len(spawned) == 3
    assert published(tmp_path / "one") == published(tmp_path / "many")


def test_two_runs_at_once_are_refused(tmp_path):
    news = write_articles(tmp_path / "news", ["slow"] * 400)
    first = start(news, tmp_path / "out")
    while first.poll() is None and not (tmp_path / "out" / "manifest.json").exists():
        time.sleep(0.02)
    second = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(news), str(tmp_path / "out"), "1"], capture_output=True, text=True
    )
    assert "another run is at work" in second.stderr
    assert first.wait() == 0
