"""Things of a text in its order, so that those of one sentence are found without a look at all others."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """What has a place in the text."""

    @property
    def start_char(self) -> int: ...

    @property
    def end_char(self) -> int: ...


T = TypeVar("T", bound=Placed)


def place_of(item: Placed) -> tuple[int, int]:
    """A key to sort by: the order of the text, the longer of two that begin together first."""
    return item.start_char, -item.end_char


class InOrder(Generic[T]):
    """Numerals, entities or dates in the order of the text."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = sorted(items, key=place_of)
        self._starts = [item.start_char for item in self.items]

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def within(self, start: int, end: int) -> list[T]:
        """Those that begin in `[start, end)`."""
        return self.items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, end: int, most: int | None = None) -> list[T]:
        """Those that begin before `end`; of more than `most` the last."""
        past = bisect_left(self._starts, end)
        return self.items[0 if most is None else max(0, past - most) : past]
