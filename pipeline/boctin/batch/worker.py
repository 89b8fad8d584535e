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
_STARTS = 3
# spaCy and the stages remember words that they have met. A process is renewed before that can add up.
_RENEW_AFTER = 10_000
# How long nothing may be heard of a worker that has no document in hand: then it is the machine that stands still.
_IDLE_LIMIT = 60.0
_LOOK_EVERY = 0.5
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
        self._done = 0
        self._stopped = False

    def extract(self, order: dict[str, Any]) -> Death | None:
        """Have a range of a shard done; None when it is, else how the worker died of it."""
        if self._done >= _RENEW_AFTER:
            self.close()
        self._send({"do": "extract", **order})
        document: int | None = None
        stage, deadline = "reading", self._idle_deadline()
        while True:
            event = self._receive(deadline)
            if event is None:
                return self._death(document, stage, late=time.monotonic() >= deadline)
            word, *rest = event.split()
            if word == b"end":
                return None
            if word == b"done":
                document, deadline = None, self._idle_deadline()
                self._done += 1
                self._on_done()
            elif word == b"start":
                document, stage, deadline = int(rest[0]), "reading", time.monotonic() + self._settings.time_limit
            elif word == b"passed":
                deadline = max(deadline, time.monotonic() + self._settings.time_limit)
            elif word == b"extract":
                stage = "extraction"

    def count(self, path: str) -> int | tuple[Code, str]:
        """How many documents a file holds, or why that cannot be told: a worker dies of it, twice, or gets stuck."""
        death = None
        for _ in range(2):
            self._send({"do": "count", "path": path})
            while True:
                deadline = self._idle_deadline()
                event = self._receive(deadline)
                if event is None:
                    death = self._death(None, "reading", late=time.monotonic() >= deadline)
                    break
                word, rest = event.split(maxsplit=1) if b" " in event else (event.strip(), b"")
                if word == b"count":
                    return int(rest)
                if word == b"fault":
                    return "error", json.loads(rest)
        assert death is not None
        return death.reason, f"while the file was gone through: {death.detail}; none of it is read"

    def _idle_deadline(self) -> float:
        return time.monotonic() + max(_IDLE_LIMIT, self._settings.time_limit)

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
            if self._process.stdin is not None:
                with contextlib.suppress(OSError):
                    self._process.stdin.close()
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
        """Start the process. One that is killed while it loads has met bad luck, and another is started."""
        for _ in range(_STARTS):
            self._spawn()
            event = self._receive(time.monotonic() + _LOADING_LIMIT)
            if event == b"ready\n":
                self._used, self._done = False, 0
                return
            process = self._process
            assert process is not None
            if event is None and not _wait(process, 1.0):
                reason = f"it takes longer than {_LOADING_LIMIT:g} s"
            else:
                reason = event.decode().removeprefix("broken ").strip() if event else _ending(process.returncode)
            self.close()
            if event is not None:
                break
        raise BatchError(f"the pipeline {self._settings.pipeline} does not load: {reason}")

    def _spawn(self) -> None:
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

    def _receive(self, deadline: float) -> bytes | None:
        """The next event; None when the process has ended, or the deadline has passed."""
        process = self._process
        assert process is not None
        event: bytes | None = None
        while True:
            wait = min(max(0.0, deadline - time.monotonic()), _LOOK_EVERY)
            # What a document has started may hold the pipe open after the process has ended, so that is asked too.
            ended = process.poll() is not None
            try:
                event = self._events.get(timeout=wait)
                break
            except queue.Empty:
                if ended or time.monotonic() >= deadline:
                    break
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
            allowed = limit.time_limit if document is not None else max(_IDLE_LIMIT, limit.time_limit)
            return Death(document, stage, "timeout", f"took longer than {allowed:g} s (time_limit), twice")
        code = process.returncode
        if code == OUT_OF_MEMORY:
            return Death(document, stage, "memory", f"needs more than {limit.memory_limit} MiB (memory_limit)")
        return Death(document, stage, "killed", f"its worker process {_ending(code)}, twice")

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
    # Closed by who reads it: a process that a document has left behind may hold its other end open.
    with contextlib.suppress(OSError, ValueError), process.stdout as lines:
        for line in lines:
            events.put(line)
    events.put(None)


def _wait(process: "subprocess.Popen[bytes]", seconds: float) -> bool:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _ending(code: int) -> str:
    """How a process ended, in words."""
    if code >= 0:
        return f"exited with status {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"
