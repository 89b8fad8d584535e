"""The article as a row of syllables, numbers and marks: what the name grammars of this stage walk along."""

from dataclasses import dataclass

import regex

# A syllable with the apostrophe of a highland or Irish name inside it (H'Len, K'Brể, O'Neil), a number, or one mark.
_PIECE = regex.compile(r"\p{L}[\p{L}\p{M}]*+(?:'\p{L}[\p{L}\p{M}]*+)*+|\d++|\n|[^\s]")


@dataclass(slots=True)  # not frozen, which would take three times as long to make
class Syllable:
    """One piece of the reading. `glued`: no white space before it; `cap`: opens with a capital letter."""

    text: str
    low: str
    start: int
    end: int
    cap: bool
    upper: bool
    glued: bool

    @property
    def name(self) -> str:
        """The syllable as a name prints it: "LÊ" in a headline is "Lê"."""
        return self.text.capitalize() if self.upper else self.text


_STOP = Syllable("\n", "\n", 0, 0, cap=False, upper=False, glued=False)


def syllables(reading: str, start: int = 0, end: int | None = None) -> list[Syllable]:
    """Cut a stretch of the reading into pieces; two line breaks close the row, so that one may look ahead.

    >>> [s.text for s in syllables("TP.HCM, H'Len")][:5]
    ['TP', '.', 'HCM', ',', "H'Len"]
    """
    row: list[Syllable] = []
    last = start
    for match in _PIECE.finditer(reading, start, len(reading) if end is None else end):
        text = match.group()
        first = text[0]
        cap = first.isupper()
        row.append(
            Syllable(
                text,
                text.lower(),
                match.start(),
                match.end(),
                cap,
                cap and len(text) > 1 and text.isupper(),
                match.start() == last,
            )
        )
        last = match.end()
    row += [_STOP] * 2
    return row
