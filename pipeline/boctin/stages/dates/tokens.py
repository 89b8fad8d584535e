"""An article's text as words, numbers and marks: what the grammar of dates walks over."""

import regex

from boctin.reading import lowered

_TOKEN = regex.compile(r"\d++|[^\W\d_]++|[\n\u2028\u2029]|[^\w\s]|_")
# The grammar looks ahead; these empty words at the end spare it every check for the end of the text.
PADDING = 12


class Tokens:
    """Lower-case words `w` with offsets `s` and `e`; a line break is a token of its own.

    >>> Tokens("Ngày 7/12").w[:4]
    ['ngày', '7', '/', '12']
    """

    __slots__ = ("e", "n", "reading", "s", "w")

    def __init__(self, reading: str, low: str | None = None) -> None:
        self.reading = reading
        low = lowered(reading) if low is None else low
        spans = [m.span() for m in _TOKEN.finditer(low)]
        self.w = [low[a:b] for a, b in spans]
        self.s = [a for a, _ in spans]
        self.e = [b for _, b in spans]
        self.n = len(spans)
        end = len(low)
        self.w += [""] * PADDING
        self.s += [end + 1] * PADDING
        self.e += [end + 1] * PADDING

    def glued(self, at: int) -> bool:
        """Whether the token at `at` touches the one before it."""
        return at > 0 and self.e[at - 1] == self.s[at]

    def capital(self, at: int) -> bool:
        """Whether the token at `at` is printed with a capital."""
        return at < self.n and self.reading[self.s[at]].isupper()

    def before(self, at: int) -> str:
        """The word before `at`."""
        return self.w[at - 1] if at > 0 else ""
