"""An article as counts are read from it: its sentences, and what earlier stages found in them."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from boctin.article import Role
from boctin.doc import Numeral, article_of, sentence_starts
from boctin.inorder import InOrder
from boctin.record import DateFact, Span

# No date or number is longer, in characters.
_LONGEST_DATE = 300
_LONGEST_NUMERAL = 300


# What is longer is no sentence to be read as one but a list or a table without full stops.
_LONGEST_SENTENCE = 2000


class Sentence(NamedTuple):
    """A sentence, with the part of the article (a line) that it belongs to."""

    start: int
    end: int
    role: Role
    part: int


@dataclass(frozen=True)
class Page:
    """The reading and the text of an article, its sentences in order, and the numbers and dates in it."""

    text: str
    reading: str
    sentences: list[Sentence]
    numerals: list[Numeral]
    dates: InOrder[DateFact]
    _starts: list[int] = field(repr=False)
    _numeral_ends: list[int] = field(repr=False)
    known: dict[object, bool] = field(default_factory=dict, repr=False)

    def once(self, key: object, find: Callable[[], bool]) -> bool:
        """What `find` says, asked once for a key: a sentence may hold a thousand counts, and an article too."""
        if key not in self.known:
            self.known[key] = find()
        return self.known[key]

    @classmethod
    def of(cls, doc: Doc) -> "Page":
        article = article_of(doc)
        starts = sentence_starts(doc)
        sentences: list[Sentence] = []
        for number, part in enumerate(article.parts):
            if part.role in ("dateline", "byline"):
                continue
            inner = starts[bisect_right(starts, part.start) : bisect_left(starts, part.end)]
            bounds = [part.start, *inner, part.end]
            pieces = (piece for s, e in itertools.pairwise(bounds) for piece in _pieces(article.reading, s, e))
            sentences += [Sentence(s, e, part.role, number) for s, e in pieces]
        numerals = sorted(doc._.numerals, key=lambda n: (n.end_char, n.start_char))
        dates = InOrder(doc._.dates)
        ends = [n.end_char for n in numerals]
        return cls(article.text, article.reading, sentences, numerals, dates, [s.start for s in sentences], ends)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset lies in; None in a publication line or a byline."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self.sentences[number].end:
            return None
        return self.sentences[number]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before one in the same part, or None."""
        number = bisect_left(self._starts, sentence.start) - 1
        previous = self.sentences[number] if number >= 0 else None
        return previous if previous and previous.part == sentence.part else None

    def some_before(self, sentence: Sentence, number: int) -> list[Sentence]:
        """As many sentences before one, the nearest first; they may stand in earlier parts."""
        at = bisect_left(self._starts, sentence.start)
        return self.sentences[max(0, at - number) : at][::-1]

    def first_of(self, sentence: Sentence) -> Sentence:
        """The first sentence of the part that a sentence belongs to."""
        return self.sentences[bisect_left(self.sentences, sentence.part, key=lambda s: s.part)]

    def numerals_ending(self, start: int, end: int) -> list[Numeral]:
        """Numbers that end in `[start, end]`, the last first."""
        found = self.numerals[bisect_left(self._numeral_ends, start) : bisect_right(self._numeral_ends, end)]
        return found[::-1]

    def dates_in(self, start: int, end: int) -> list[DateFact]:
        """Dates that lie in `[start, end)`."""
        return [d for d in self.dates.within(start, end) if d.end_char <= end]

    def date_over(self, start: int, end: int) -> bool:
        """Whether a date lies over words of `[start, end)`."""
        return any(start < d.end_char for d in self.dates.within(start - _LONGEST_DATE, end))

    def numerals_in(self, start: int, end: int) -> list[Numeral]:
        """Numbers that begin in `[start, end)`."""
        first = bisect_left(self._numeral_ends, start)
        past = bisect_right(self._numeral_ends, end + _LONGEST_NUMERAL)
        return [n for n in self.numerals[first:past] if start <= n.start_char < end]

    def span(self, start: int, end: int) -> Span:
        """The words at `[start, end)`, as printed."""
        return Span(text=self.text[start:end], start_char=start, end_char=end)


def _pieces(reading: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds of a sentence, or of the pieces of one that is too long, cut after a semicolon, a comma or a space.

    Every count looks through all of its sentence, so that time is linear only where sentences have an end.
    """
    while end - start > _LONGEST_SENTENCE:
        stop = start + _LONGEST_SENTENCE
        cut = max(reading.rfind(mark, start, stop) for mark in (";", ",")) + 1
        cut = cut or reading.rfind(" ", start, stop) + 1 or stop
        yield start, cut
        start = cut
    yield start, end
