"""`boctin_numerals`: numbers in digits and words, with what is said about them ("gần 500", "từ 10 đến 15")."""

from pathlib import Path

import regex
from spacy.language import Language
from spacy.tokens import Doc

from boctin.doc import Numeral, article_of
from boctin.knowledge import Knowledge, load_knowledge
from boctin.phrases import alternatives
from boctin.reading import lowered
from boctin.record import Qualifier
from boctin.stages.numerals.finder import Found, NumberFinder
from boctin.stages.numerals.words import Number, Words


class Guards(Knowledge):
    """Neighbours that make a number word something else."""

    before: list[str]
    un_after: list[str]
    ba_after: list[str]
    hai_after: list[str]
    chin_after: list[str]
    nam_nouns: list[str]
    glued_units: list[str]


class Magnitude(Knowledge):
    """Words of an order of magnitude: "hàng" + "chục"."""

    words: list[str]
    bases: list[str]


class NumeralKnowledge(Knowledge):
    """Schema of numerals.toml."""

    ones: dict[str, int]
    ones_after_tens: dict[str, int]
    multipliers: dict[str, int]
    suffixes: dict[str, int]
    qualifiers: dict[Qualifier, list[str]]
    after: dict[Qualifier, list[str]]
    magnitude: Magnitude
    guards: Guards


_WORD = regex.compile(r"[\p{L}\p{N}]++")
_LOOK_BACK = 28
# Few of something ("vài chục"), as against some multiple of it ("hàng chục").
_FEW = frozenset(("vài", "mấy", "dăm"))
_RANGE_LINK = regex.compile(r"\s?-\s?|\s(?:đến|tới)\s")
_PAIR_LINK = regex.compile(r",?\s")
_AFTER = 10


class Numerals:
    """The component: assigns `doc._.numerals`, in the order of the text.

    >>> nlp.make_doc("hơn 1.240 mô hình")._.numerals[0].qualifier  # doctest: +SKIP
    'more_than'
    """

    def __init__(self) -> None:
        known = load_knowledge(Path(__file__).parent / "numerals.toml", NumeralKnowledge)
        self.words = Words(known.ones, known.ones_after_tens, known.multipliers)
        guards = known.guards
        self.finder = NumberFinder(
            self.words,
            suffixes=known.suffixes,
            units=frozenset(guards.glued_units),
            not_after=frozenset(guards.before),
            not_before={
                "một": frozenset(guards.un_after),
                "ba": frozenset(guards.ba_after),
                "hai": frozenset(guards.hai_after),
                "chín": frozenset(guards.chin_after),
            },
            five_before=frozenset(guards.nam_nouns),
        )
        self.bases = {"chục": 10, **{word: known.multipliers[word] for word in known.magnitude.bases if word != "chục"}}
        bases, many = alternatives(self.bases), alternatives(known.magnitude.words)
        exact = alternatives(q for kind in ("more_than", "less_than", "about") for q in known.qualifiers[kind])
        self.magnitude = regex.compile(
            rf"(?<![\p{{L}}\p{{N}}])(?:(?P<many>{many})|{exact})\s(?P<base>{bases}(?:\s{bases})*+)(?![\p{{L}}\p{{N}}])"
        )
        self.qualifiers: dict[str, Qualifier] = {w: kind for kind, words in known.qualifiers.items() for w in words}
        self.after: dict[str, Qualifier] = {w: kind for kind, words in known.after.items() for w in words}

    def __call__(self, doc: Doc) -> Doc:
        article = article_of(doc)
        doc._.numerals = self.find(article.reading, article.low)
        return doc

    def find(self, reading: str, low: str | None = None) -> list[Numeral]:
        """All numerals of a reading; `low` is the reading in lower case, where it is at hand."""
        low = lowered(reading) if low is None else low
        found = self.finder.find(reading, low)
        numerals = [self._qualified(low, numeral) for numeral in self._joined(low, found)]
        numerals += self._magnitudes(low)
        return sorted(numerals, key=lambda n: n.start_char)

    def _joined(self, low: str, found: list[Found]) -> list[Found | tuple[Found, Found]]:
        """Pairs of numbers that are the ends of a range are put together."""
        joined: list[Found | tuple[Found, Found]] = []
        at = 0
        while at < len(found):
            if at + 1 < len(found) and (pair := self._range(low, found[at], found[at + 1])):
                joined.append(pair)
                at += 2
            else:
                joined.append(found[at])
                at += 1
        return joined

    def _range(self, low: str, first: Found, second: Found) -> tuple[Found, Found] | None:
        between = second.start - first.end
        if not 1 <= between <= 6:
            return None
        if _RANGE_LINK.fullmatch(low, first.end, second.start):
            # "2 đến 3 triệu": the multiplier belongs to both.
            value = first.value
            if second.multiplier > 1 and first.multiplier == 1 and value < second.value / second.multiplier:
                value *= second.multiplier
            return (first._replace(value=value), second) if value < second.value else None
        both_words = not (first.has_digits or second.has_digits) and first.multiplier == 1
        close = second.value - first.value in (1, 2) and first.value < 10
        if both_words and close and _PAIR_LINK.fullmatch(low, first.end, second.start):
            return first, second
        return None

    def _qualified(self, low: str, item: Found | tuple[Found, Found]) -> Numeral:
        if not isinstance(item, Found):
            first, second = item
            outer = self._from_word(low, first.start)
            return Numeral(first.start, second.end, None, first.value, second.value, "range", outer)
        kind, outer = self._qualifier(low, item)
        lower, upper = _bounds(item.value, kind)
        return Numeral(item.start, item.end, item.value, lower, upper, kind, outer)

    def _from_word(self, low: str, start: int) -> int:
        _, outer = self._qualifier(low, Found(start, start, 10, 1, has_digits=True))
        before = words_before(low, outer)
        return before[-1][1] if before and before[-1][0] == "từ" else outer

    def _qualifier(self, low: str, item: Found) -> tuple[Qualifier, int]:
        """What is said before a number ("tăng hơn 200": an increase), else after it ("50 trở lên")."""
        kind, outer = self._qualifier_before(low, item.start)
        if kind == "more_than" and item.value < 10 and low.startswith("trên", outer):
            return "exact", item.start  # "trên 2 xe" is a place
        if kind is None:
            following = " ".join(_WORD.findall(low, item.end, item.end + _AFTER)[:2])
            return self.after.get(following, "exact"), item.start
        more, further = self._qualifier_before(low, outer)
        if more in ("increase", "total"):
            return (more if more == "increase" else kind), further
        return kind, outer

    def _qualifier_before(self, low: str, start: int) -> tuple[Qualifier | None, int]:
        before = words_before(low, start)
        for size in (3, 2, 1):
            kind = self.qualifiers.get(" ".join(word for word, _ in before[-size:])) if len(before) >= size else None
            if kind:
                return kind, before[-size][1]
        return None, start

    def _magnitudes(self, low: str) -> list[Numeral]:
        numerals = []
        for match in self.magnitude.finditer(low):
            value: Number = 1
            for base in match.group("base").split():
                value *= self.bases[base]
            if value > 10**15:
                continue
            start, end = match.span("base")
            if match.group("many") is None:
                kind, outer = self._qualifier_before(low, start)
                lower, upper = _bounds(value, kind or "exact")
                numerals.append(Numeral(start, end, value, lower, upper, kind or "exact", outer))
            else:
                few = match.group("many") in _FEW
                lower, upper = (2 * value, 9 * value) if few else (value, 10 * value - 1)
                _, outer = self._qualifier_before(low, match.start())
                numerals.append(Numeral(match.start(), end, None, lower, upper, "order_of_magnitude", outer))
        return numerals


def words_before(low: str, start: int) -> list[tuple[str, int]]:
    """Up to three words right before an offset, with their offsets, with nothing but single spaces after each."""
    words: list[tuple[str, int]] = []
    end = start
    while len(words) < 3 and end > 0 and low[end - 1] == " ":
        begin = end - 1
        while begin > max(0, start - _LOOK_BACK) and low[begin - 1].isalpha():
            begin -= 1
        if begin == end - 1:
            break
        words.append((low[begin : end - 1], begin))
        end = begin
    return words[::-1]


def _bounds(value: Number, kind: Qualifier) -> tuple[Number | None, Number | None]:
    if kind in ("more_than", "at_least"):
        return value, None
    return (None, value) if kind == "less_than" else (None, None)


@Language.factory("boctin_numerals", assigns=["doc._.numerals"])
def create_numerals(nlp: Language, name: str) -> Numerals:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_numerals`."""
    return Numerals()
