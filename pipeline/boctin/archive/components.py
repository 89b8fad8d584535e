"""What hangs together by pairs: a union-find."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Components(Generic[T]):
    """Groups of items, joined pair by pair.

    >>> groups = Components("abcd")
    >>> groups.join("a", "c")
    >>> groups.groups()
    [['a', 'c'], ['b'], ['d']]
    """

    def __init__(self, items: Iterable[T]) -> None:
        self._above = {item: item for item in items}

    def join(self, first: T, second: T) -> None:
        self._above[self._top(first)] = self._top(second)

    def groups(self) -> list[list[T]]:
        """The groups, and the items in them, in the order in which the items were given."""
        found: dict[T, list[T]] = defaultdict(list)
        for item in self._above:
            found[self._top(item)].append(item)
        return list(found.values())

    def _top(self, item: T) -> T:
        while (above := self._above[item]) != item:
            self._above[item] = item = self._above[above]
        return item
