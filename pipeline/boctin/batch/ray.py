"""Shards over a Ray cluster: the same shard function, in actors that each watch a worker process of their own.

Ray only schedules. A document that hangs or dies never reaches it, because the process that dies of it is a child of
the actor. What is left to Ray is the loss of a machine: the shard is given to another actor, a finite number of times.
All machines must see the inputs and the archive under the same paths.
"""

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from boctin.batch.archive import Archive, BatchError
from boctin.batch.settings import Settings
from boctin.batch.shard import run_shard
from boctin.batch.worker import Worker

_MAX_ATTEMPTS = 3
_POLL = 0.5
Outcome = dict[str, Any]


class ShardActor:
    """One at a time, the shards that it is handed."""

    def __init__(self, root: str, settings: str, base: str) -> None:
        os.chdir(base)
        self._archive = Archive(Path(root))
        self._settings = Settings.model_validate_json(settings)
        self._worker = Worker(self._settings)

    def run(self, shard: dict[str, Any], again: bool) -> Outcome:
        return run_shard(shard, self._archive, self._worker, self._settings, again=again)


def run(
    shards: Iterable[dict[str, Any]],
    archive: Archive,
    settings: Settings,
    *,
    workers: int,
    again: bool,
    on_document: Callable[[], None],
    address: str | None = None,
) -> None:
    """Do the shards on Ray, at `address` or on this machine alone. Raises BatchError when Ray is not there."""
    try:
        import ray
    except ImportError:
        raise BatchError("--engine ray needs Ray: pip install 'boctin[ray]'") from None
    try:
        ray.init(address=address, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, OSError, RuntimeError, ValueError) as error:
        raise BatchError(f"no Ray at {address or 'this machine'}: {error}") from None
    try:
        crew = _Crew(ray, archive, settings, _crew_size(ray, workers))
        for outcome in crew.run(shards, again):
            for _ in range(outcome["documents"]):
                on_document()
    finally:
        ray.shutdown()


def _crew_size(ray: Any, workers: int) -> int:
    # As many actors as CPUs leave none for anything else, and the first lost actor could never be replaced.
    cpus = int(ray.cluster_resources().get("CPU", 1))
    return max(1, min(workers, cpus - 1))


class _Crew:
    """The actors, and which shard each one has."""

    def __init__(self, ray: Any, archive: Archive, settings: Settings, size: int) -> None:
        self._ray = ray
        self._actor = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(ShardActor)
        self._arguments = (str(archive.root.resolve()), settings.model_dump_json(), os.getcwd())
        self._size = size

    def run(self, shards: Iterable[dict[str, Any]], again: bool) -> "Iterable[Outcome]":
        """The outcomes of the shards, in the order in which they are finished."""
        source = iter(shards)
        idle = [self._actor.remote(*self._arguments) for _ in range(self._size)]
        waiting: list[tuple[dict[str, Any], int]] = []
        running: dict[Any, tuple[Any, dict[str, Any], int]] = {}
        while True:
            while idle:
                shard, attempt = waiting.pop() if waiting else (next(source, None), 1)
                if shard is None:
                    break
                actor = idle.pop()
                running[actor.run.remote(shard, again)] = (actor, shard, attempt)
            if not running:
                return
            ready, _ = self._ray.wait(list(running), num_returns=1, timeout=_POLL)
            for reference in ready:
                actor, shard, attempt = running.pop(reference)
                try:
                    yield self._ray.get(reference)
                    idle.append(actor)
                except self._ray.exceptions.RayTaskError as error:
                    raise BatchError(f"shard {shard['shard']}: {error.cause}") from None
                except self._ray.exceptions.RayError as error:
                    if attempt == _MAX_ATTEMPTS:
                        raise BatchError(f"shard {shard['shard']} lost {attempt} actors: {error}") from None
                    waiting.append((shard, attempt + 1))
                    idle.append(self._actor.remote(*self._arguments))
