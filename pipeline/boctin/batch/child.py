"""What runs within a worker process: documents to outcomes, one after the other, each with a try of its own.

Orders come as lines of JSON on standard input; events go to standard output, which is taken away from the pipeline
so that nothing it prints can be mistaken for one. Before a document is touched it is written down as in flight
(`start`), so that whoever finds this process dead knows which one it was.
"""

import gc
import importlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import regex

from boctin.batch.archive import to_line
from boctin.batch.pipeline import Extract
from boctin.batch.settings import Settings
from boctin.readers import Fault, documents
from boctin.readers.documents import Document
from boctin.readers.limits import Reading

OUT_OF_MEMORY = 70
_PR_SET_PDEATHSIG = 1
_ADDRESS = regex.compile(r"0x[0-9a-f]{6,}")
_MAX_DETAIL = 500
_SIGN_OF_LIFE = 0.5


class Journal:
    """Where the work is: each event to the file, which outlives everybody, and to whoever watches."""

    def __init__(self, path: str, events: BinaryIO) -> None:
        self._file = open(path, "ab", buffering=0)  # noqa: SIM115 - closed with the range
        self._events = events

    def write(self, *event: object) -> None:
        line = " ".join(map(str, event)).encode() + b"\n"
        self._file.write(line)
        self._events.write(line)

    def close(self) -> None:
        self._file.close()


class Cursor:
    """Takes documents by their place in a file; going on in the same file does not start it again.

    `on_passed` is called for each document that is passed over on the way.
    """

    def __init__(self, reading: Reading, on_passed: Callable[[], None]) -> None:
        self._reading, self._on_passed = reading, on_passed
        self._path: str | None = None
        self._documents: Iterator[Document] = iter(())
        self._next = 0

    def fetch(self, path: str, source: str, index: int) -> Document:
        """The document number `index` of a file. Raises Fault when the file has none such any more."""
        if path != self._path or index < self._next:
            self._path, self._documents, self._next = path, documents(path, self._reading, source), 0
        try:
            while True:
                document = next(self._documents)
                self._next += 1
                if self._next > index:
                    return document
                self._on_passed()
        except StopIteration:
            raise Fault("format", "the file has changed: it holds fewer documents than when it was counted") from None
        except BaseException:
            self._path = None
            raise


def document_at(shard: dict[str, Any], number: int) -> tuple[dict[str, Any], int]:
    """The item of a shard that its document `number` lies in, and the document's place in that file."""
    for item in shard["items"]:
        held = item["stop"] - item["start"]
        if number < held:
            return item, item["start"] + number
        number -= held
    raise IndexError(number)


def source_at(shard: dict[str, Any], number: int) -> str:
    """How a document is called when it cannot be asked: its file, with its place where the file holds many."""
    item, index = document_at(shard, number)
    return item["source"] if item.get("single") else f"{item['source']} (document {index + 1})"


def refusal(shard: dict[str, Any], number: int, source: str, stage: str, reason: str, detail: str) -> bytes:
    """A line of the quarantine."""
    detail = _ADDRESS.sub("0x…", detail)[:_MAX_DETAIL]
    row = {"source": source, "stage": stage, "reason": reason, "detail": detail}
    return to_line({**row, "shard": shard["shard"], "document": number})


class Child:
    """The state of a worker process: the pipeline, and where it is in a file."""

    def __init__(self, settings: Settings, extract: Extract, events: BinaryIO) -> None:
        self._extract = extract
        self._reading = settings.reading()
        self._cursor = Cursor(self._reading, self._passed)
        self._events = events
        self._said = 0.0

    def obey(self, order: dict[str, Any]) -> None:
        if order["do"] == "count":
            self._events.write(f"{self._count(order['path'])}\n".encode())
        else:
            self.extract_range(order)

    def _count(self, path: str) -> str:
        held = 0
        try:
            for _ in documents(path, self._reading):
                held += 1
                self._passed()
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except Exception as error:
            return f"fault {json.dumps(f'{type(error).__name__}: {error}')}"
        return f"count {held}"

    def _passed(self) -> None:
        """Say now and then that documents are being passed over: the way to a document is not the document's time."""
        now = time.monotonic()
        if now - self._said > _SIGN_OF_LIFE:
            self._said = now
            self._events.write(b"passed\n")

    def extract_range(self, order: dict[str, Any]) -> None:
        """The outcomes of documents `start` to `stop` of a shard, appended to its partial files."""
        journal = Journal(order["journal"], self._events)
        with (
            open(order["records"], "ab", buffering=0) as records,
            open(order["quarantine"], "ab", buffering=0) as refused,
        ):
            for number in range(order["start"], order["stop"]):
                journal.write("start", number)
                line, good = self._outcome(order["shard"], number, journal)
                (records if good else refused).write(line)
                journal.write("done", number, records.tell(), refused.tell())
        journal.close()
        self._events.write(b"end\n")

    def _outcome(self, shard: dict[str, Any], number: int, journal: Journal) -> tuple[bytes, bool]:
        source, stage = source_at(shard, number), "reading"
        try:
            item, index = document_at(shard, number)
            if fault := item.get("fault"):
                raise Fault(*fault)
            document = self._cursor.fetch(item["path"], item["source"], index)
            source = document.source
            article = document.load()
            stage = "extraction"
            journal.write("extract", number)
            return self._extract(article).encode("utf-8") + b"\n", True
        except MemoryError:
            # What is left of this process is not to be trusted; the document will be tried alone in another.
            journal.write("memory", number)
            os._exit(OUT_OF_MEMORY)
        except Fault as fault:
            return refusal(shard, number, source, stage, fault.code, str(fault)), False
        except (Exception, SystemExit, KeyboardInterrupt, GeneratorExit) as error:
            stage = getattr(error, "boctin_stage", stage)
            reason = "format" if stage == "reading" and isinstance(error, ValueError) else "error"
            detail = str(error) if reason == "format" else f"{type(error).__name__}: {error}"
            return refusal(shard, number, source, stage, reason, detail), False


def die_with_parent(parent: int) -> None:
    """Have the system end this process when its parent is gone, however that ended (Linux)."""
    if sys.platform.startswith("linux"):
        import ctypes

        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


def bound_memory(mebibytes: int) -> None:
    """Bound the memory that this process may hold, where the system can."""
    try:
        import resource
    except ImportError:
        return
    if sys.platform.startswith("linux"):
        resource.setrlimit(resource.RLIMIT_DATA, (mebibytes << 20, mebibytes << 20))


def load_pipeline(name: str) -> Extract:
    """The function that `module:function` makes. Raises ImportError or AttributeError when there is none such."""
    module, _, function = name.partition(":")
    sys.path.append(os.getcwd())
    return getattr(importlib.import_module(module), function)()


def _obey_all(child: Child, orders: "Iterator[bytes]") -> None:
    for line in orders:
        child.obey(json.loads(line))


def main() -> None:
    """Entry point, with the number of the parent process and the settings as arguments."""
    parent, settings = int(sys.argv[1]), Settings.model_validate_json(sys.argv[2])
    die_with_parent(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    events = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    bound_memory(settings.memory_limit)
    try:
        child = Child(settings, load_pipeline(settings.pipeline), events)
    except Exception as error:
        events.write(f"broken {type(error).__name__}: {error}".replace("\n", " ").encode() + b"\n")
        raise SystemExit(1) from None
    gc.freeze()  # what the pipeline holds is there to stay; looking through it for garbage costs 4 % of the time
    events.write(b"ready\n")
    _obey_all(child, _orders())


def _orders() -> Iterator[bytes]:
    """Lines of standard input, read on a thread of its own: when they end, so does this process."""
    import queue

    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        for line in sys.stdin.buffer:
            waiting.put(line)
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    while True:
        yield waiting.get()
