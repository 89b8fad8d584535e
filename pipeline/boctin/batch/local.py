"""Shards over worker processes of this machine. Only scheduling: each thread takes the next shard and has it done."""

import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from boctin.batch.archive import Archive
from boctin.batch.settings import Settings
from boctin.batch.shard import run_shard
from boctin.batch.worker import Worker

_POLL = 0.2


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    shards: Iterable[dict[str, Any]],
    archive: Archive,
    settings: Settings,
    *,
    workers: int | None,
    again: bool,
    on_document: Callable[[], None],
) -> None:
    """Do the shards, `workers` (the cores) at a time. Raises the first error that no shard can get over."""
    crew = [Worker(settings, on_document) for _ in range(workers or cores())]
    source, lock = iter(shards), threading.Lock()
    ended: queue.SimpleQueue[BaseException | None] = queue.SimpleQueue()

    def take_turns(worker: Worker) -> None:
        try:
            while (shard := _take(source, lock)) is not None:
                run_shard(shard, archive, worker, settings, again=again)
            ended.put(None)
        except BaseException as error:
            ended.put(error)
        finally:
            worker.close()

    threads = [threading.Thread(target=take_turns, args=(worker,), daemon=True) for worker in crew]
    for thread in threads:
        thread.start()
    try:
        for _ in threads:
            if (error := _await(ended)) is not None:
                raise error
    finally:
        for worker in crew:
            worker.stop()
        for thread in threads:
            thread.join()


def _take(source: Iterator[dict[str, Any]], lock: threading.Lock) -> dict[str, Any] | None:
    with lock:
        return next(source, None)


def _await(ended: "queue.SimpleQueue[BaseException | None]") -> BaseException | None:
    while True:
        try:
            return ended.get(timeout=_POLL)  # with a timeout, so that Ctrl-C is heard
        except queue.Empty:
            continue
