"""Shards over a Ray cluster: the same shard function, in actors that each watch a worker process of their own.

Ray only schedules. A document that hangs or dies never reaches it, because the process that dies of it is a child of
the actor. What is left to Ray is the loss of a machine: the shard is given to another actor, a finite number of times.
All machines must see the inputs and the archive under the same paths.
"""

import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from boctin.batch.archive import Archive, BatchError
from boctin.batch.local import cores
from boctin.batch.settings import Settings
from boctin.batch.shard import run_shard
from boctin.batch.worker import Worker

_MAX_ATTEMPTS = 3
_POLL = 0.5
# How long all of a cluster may have no place for a single actor before the batch says so.
_START_LIMIT = 600.0
Shard = dict[str, Any]


class ShardActor:
    """One at a time, the shards that it is handed."""

    def __init__(self, root: str, settings: str, base: str) -> None:
        os.chdir(base)
        self._archive = Archive(Path(root))
        self._settings = Settings.model_validate_json(settings)
        self._worker = Worker(self._settings)

    def ready(self) -> None:
        """Answered once the actor has its place."""

    def run(self, shard: Shard, again: bool) -> Shard:
        run_shard(shard, self._archive, self._worker, self._settings, again=again)
        return shard


def run(
    shards: Iterable[dict[str, Any]],
    archive: Archive,
    settings: Settings,
    *,
    workers: int | None,
    again: bool,
    on_document: Callable[[], None],
    address: str | None = None,
) -> None:
    """Do the shards on Ray, at `address` or on this machine alone, with `workers` actors or as many as there is room
    for. Raises BatchError when Ray is not there, or nothing can be done."""
    try:
        import ray
    except ImportError:
        raise BatchError("--engine ray needs Ray: pip install 'boctin[ray]'") from None
    try:
        # On this machine alone Ray is given one slot more than there are actors; a cluster has the CPUs that it has.
        slots = None if address else (workers or cores()) + 1
        ray.init(address, num_cpus=slots, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, OSError, RuntimeError, ValueError) as error:
        raise BatchError(f"no Ray at {address or 'this machine'}: {error}") from None
    try:
        crew = _Crew(ray, archive, settings, _crew_size(ray, workers))
        for shard in crew.run(shards, again):
            for _ in range(shard["to_do"] if "to_do" in shard else shard["documents"]):
                on_document()
    finally:
        ray.shutdown()


def _crew_size(ray: Any, workers: int | None) -> int:
    # As many actors as CPUs leave none for anything else, and the first lost actor could never be replaced.
    room = int(ray.cluster_resources().get("CPU", 1)) - 1
    return max(1, min(workers or room, room))


class _Crew:
    """The actors, and which shard each one has. An actor gets a shard only once it has said that it has its place."""

    def __init__(self, ray: Any, archive: Archive, settings: Settings, size: int) -> None:
        self._ray, self._size = ray, size
        self._actor = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(ShardActor)
        self._arguments = (str(archive.root.resolve()), settings.model_dump_json(), os.getcwd())
        self._calls: dict[Any, tuple[Any, tuple[Shard, int] | None]] = {}
        """What is awaited: the actor, with the shard and which attempt at it this is; None while the actor starts."""
        self._waiting: list[tuple[Shard, int]] = []
        self._failed_starts = 0

    def run(self, shards: Iterable[Shard], again: bool) -> Iterator[Shard]:
        """The shards, in the order in which they are finished."""
        source = iter(shards)
        for _ in range(self._size):
            self._start()
        while self._calls:
            finished, task = self._next()
            if finished is None:
                continue
            if task is not None:
                yield task[0]
            shard, attempt = self._waiting.pop() if self._waiting else (next(source, None), 1)
            if shard is not None:
                self._calls[finished.run.remote(shard, again)] = (finished, (shard, attempt))

    def _start(self) -> None:
        actor = self._actor.remote(*self._arguments)
        self._calls[actor.ready.remote()] = (actor, None)

    def _next(self) -> tuple[Any, tuple[Shard, int] | None]:
        """An actor that is free, with what it has done; (None, None) when one was lost."""
        reference = self._await()
        actor, task = self._calls.pop(reference)
        try:
            self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            raise BatchError(f"shard {task[0]['shard'] if task else '?'}: {error.cause}") from None
        except self._ray.exceptions.RayError as error:
            self._lost(task, error)
            return None, None
        self._failed_starts = 0
        return actor, task

    def _await(self) -> Any:
        began = time.monotonic()
        while True:
            ready, _ = self._ray.wait(list(self._calls), num_returns=1, timeout=_POLL)
            if ready:
                return ready[0]
            # A shard may take as long as it takes; a crew of which nobody has a place may not.
            if all(task is None for _, task in self._calls.values()) and time.monotonic() - began > _START_LIMIT:
                raise BatchError(f"Ray has had no place for an actor for {_START_LIMIT:g} s")

    def _lost(self, task: tuple[Shard, int] | None, error: Exception) -> None:
        """Have another actor do what a lost one had, a finite number of times."""
        if task is None:
            self._failed_starts += 1
            if self._failed_starts == _MAX_ATTEMPTS:
                raise BatchError(f"no actor can be started on Ray: {error}") from None
        else:
            shard, attempt = task
            if attempt == _MAX_ATTEMPTS:
                raise BatchError(f"shard {shard['shard']} lost {attempt} actors: {error}") from None
            self._waiting.append((shard, attempt + 1))
        self._start()
