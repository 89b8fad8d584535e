"""A pipeline that does as the article says: faults are written in the text, so that a test chooses its documents.

An article `FAULT hang` hangs, and so on; every other gives a record of its first line.
"""

import ctypes
import json
import os
import signal
import sys
import time

from boctin.article import Article


def create():
    return act


def act(article: Article) -> str:
    for line in article.text.splitlines():
        word, _, name = line.partition(" ")
        if word == "FAULT":
            FAULTS[name]()
    return json.dumps({"source": os.path.basename(article.source), "text": article.text}, ensure_ascii=False)


def _raise():
    raise RuntimeError("the stage failed")


def _hang():
    time.sleep(3600)


def _hang_for_good():
    # Deaf to everything but SIGKILL, and with the interpreter lock held: a regular expression gone wild.
    ctypes.PyDLL(None).sleep(3600)


def _exit():
    sys.exit(3)


def _exit_hard():
    os._exit(3)


def _killed():
    os.kill(os.getpid(), signal.SIGKILL)


def _leave_one_behind():
    # A process of its own session, which keeps everything open that this one had open, and outlives it.
    if not os.fork():
        os.setsid()
        time.sleep(20)
    os._exit(3)


def _crash():
    ctypes.string_at(0)


def _eat():
    eaten = []
    while True:
        eaten.append(bytearray(64 << 20))


def _print():
    print("end")
    print("done 0 0 0", flush=True)


def _slow():
    time.sleep(0.02)


FAULTS = {
    "raise": _raise,
    "hang": _hang,
    "hang hard": _hang_for_good,
    "exit": _exit,
    "exit hard": _exit_hard,
    "killed": _killed,
    "leave one behind": _leave_one_behind,
    "crash": _crash,
    "eat": _eat,
    "print": _print,
    "slow": _slow,
}
# What becomes of each, as the reason in the quarantine; None gives a record.
REASONS = {
    "raise": "error",
    "hang": "timeout",
    "hang hard": "timeout",
    "exit": "error",
    "exit hard": "killed",
    "killed": "killed",
    "leave one behind": "killed",
    "crash": "killed",
    "eat": "memory",
    "print": None,
    "slow": None,
}


def broken():
    raise RuntimeError("no model here")
