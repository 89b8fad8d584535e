"""What the tests of hostile strings count by."""

import sys
from collections.abc import Callable


def lines_run(task: Callable[[], object]) -> int:
    """How many lines of code a task runs: the same on every machine, however busy."""
    lines, before = 0, sys.gettrace()

    def count(_frame: object, event: str, _arg: object) -> Callable:
        nonlocal lines
        lines += event == "line"
        return count

    sys.settrace(count)
    try:
        task()
    finally:
        sys.settrace(before)
    return lines
