"""A worker process and its watch: what it is doing, whether it takes too long, how it ended."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from boctin.batch.archive import BatchError
from boctin.batch.child import OUT_OF_MEMORY
from boctin.batch.settings import Settings
from boctin.readers.faults import Code

_LOADING_LIMIT = 300.0
_COUNT_LIMIT = 3600.0
_CHILD = "from boctin.batch.child import main; main()"


@dataclass(frozen=True, slots=True)
class Death:
    """How a worker ended: with which document in flight, at what stage, and why."""

    document: int | None
    stage: str
    reason: Code
    detail: str


class StoppedError(Exception):
    """The run is being stopped (Ctrl-C): no conclusion may be drawn from the end of a worker."""


class Worker:
    """A process that takes documents to outcomes. It is started when first needed, and again after it has died."""

    def __init__(self, settings: Settings, on_done: Callable[[], None] = lambda: None) -> None:
        self._settings = settings
        self._on_done = on_done
        self._process: subprocess.Popen[bytes] | None = None
        self._events: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._used = False
        self._stopped = False

    def extract(self, order: dict[str, Any]) -> Death | None:
        """Have a range of a shard done; None when it is, else how the worker died of it."""
        self._send({"do": "extract", **order})
        document: int | None = None
        stage = "reading"
        deadline: float | None = None
        while True:
            event = self._receive(deadline)
            if event is None:
                return self._death(document, stage, late=deadline is not None and time.monotonic() >= deadline)
            word, *rest = event.split()
            if word == b"end":
                return None
            if word == b"done":
                document, deadline = None, None
                self._on_done()
            elif word == b"start":
                document, stage, deadline = int(rest[0]), "reading", time.monotonic() + self._settings.time_limit
            elif word == b"extract":
                stage = "extraction"

    def count(self, path: str) -> int | None:
        """How many documents a file holds; None when the worker dies of it, or takes too long."""
        self._send({"do": "count", "path": path})
        deadline = time.monotonic() + _COUNT_LIMIT
        event = self._receive(deadline)
        if event is None:
            self._death(None, "reading", late=True)
            return None
        return int(event.split()[1])

    def note_done(self) -> None:
        """Count a document that has been settled without the process."""
        self._on_done()

    def renew(self) -> None:
        """See to it that the next order is the first of its process."""
        if self._used:
            self.close()

    def stop(self) -> None:
        """End the process at once, from any thread, and start no other."""
        self._stopped = True
        self._kill()

    def close(self) -> None:
        """End the process and wait for it."""
        self._kill()
        if self._process is not None:
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
        self._process = None

    def _send(self, order: dict[str, Any]) -> None:
        if self._process is None:
            self._start()
        self._used = True
        assert self._process is not None
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # its end will be seen when its answer is awaited
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            self._process.stdin.flush()

    def _start(self) -> None:
        if self._stopped:
            raise StoppedError
        # One thread to a process, since the processes are as many as the cores; a fixed order of sets and dicts.
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
        command = [sys.executable, "-P", "-c", _CHILD, str(os.getpid()), self._settings.model_dump_json()]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, start_new_session=True
        )
        if self._stopped:  # stop() came while the process was being made, and has not seen it
            self.close()
            raise StoppedError
        self._events = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(self._process, self._events), daemon=True).start()
        self._used = False
        event = self._receive(time.monotonic() + _LOADING_LIMIT)
        if event != b"ready\n":
            self.close()
            reason = event.decode().removeprefix("broken ").strip() if event else "its process ended"
            raise BatchError(f"the pipeline {self._settings.pipeline} does not load: {reason}")

    def _receive(self, deadline: float | None) -> bytes | None:
        """The next event; None when the process has ended, or the deadline has passed."""
        try:
            wait = None if deadline is None else max(0.0, deadline - time.monotonic())
            event = self._events.get(timeout=wait)
        except queue.Empty:
            event = None
        if event is None and self._stopped:
            raise StoppedError
        return event

    def _death(self, document: int | None, stage: str, *, late: bool) -> Death:
        process = self._process
        assert process is not None
        ended = _wait(process, 0.0 if late else 10.0)
        self.close()
        limit = self._settings
        if not ended:
            return Death(document, stage, "timeout", f"took longer than {limit.time_limit:g} s (time_limit), twice")
        code = process.returncode
        if code == OUT_OF_MEMORY:
            return Death(document, stage, "memory", f"needs more than {limit.memory_limit} MiB (memory_limit)")
        if code < 0:
            return Death(document, stage, "killed", f"its worker process was ended by {_signal_name(-code)}, twice")
        return Death(document, stage, "killed", f"its worker process exited with status {code}, twice")

    def _kill(self) -> None:
        process = self._process
        if process is not None and process.poll() is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                if hasattr(os, "killpg"):
                    os.killpg(process.pid, signal.SIGKILL)  # what the document has started goes with it
                else:
                    process.kill()


def _listen(process: "subprocess.Popen[bytes]", events: "queue.SimpleQueue[bytes | None]") -> None:
    assert process.stdout is not None
    with contextlib.suppress(OSError, ValueError):
        for line in process.stdout:
            events.put(line)
    events.put(None)


def _wait(process: "subprocess.Popen[bytes]", seconds: float) -> bool:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
