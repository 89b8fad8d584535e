"""Where a number counts a noun: "1.240 mô hình", "45 công trình, mô hình", "hai loại mô hình"."""

from dataclasses import dataclass
from itertools import islice

import regex

from boctin.doc import Numeral
from boctin.record import Qualifier
from boctin.stages.model_counts.knowledge import CountKnowledge, Noun, any_of, ending_with, whole_word
from boctin.stages.model_counts.page import Page, Sentence

_BEFORE = 60
_GAP = 90
# An article that names figures and shows this often is about them.
_TOPIC_TIMES = 3
_YEARS = range(1900, 2101)
_SHARE = regex.compile(r"(?<![\d./,-])(\d{1,5})/(\d{1,5})$")
# A number glued to a name or a sign is part of it: GPT-3, 2.0, K50, 24/7.
_GLUED = regex.compile(r"[\p{L}\p{N}.,/+%:-]$")


# "có từ 3 mô hình": three or more.
_FROM = regex.compile(r"(?:có|đạt)\s+từ\s+$", regex.IGNORECASE)


@dataclass(frozen=True)
class Count:
    """A number that counts a noun, as it was found; its slots are filled later."""

    noun: Noun
    start: int
    end: int
    outer: int
    sentence: Sentence
    value: float | int | None
    low: float | int | None
    high: float | int | None
    qualifier: Qualifier
    form: str
    anaphoric: bool = False
    tells_kind: bool = False
    """Anaphoric by the word before it alone, with the kind after it: "cả hai mô hình bán lẻ"."""


class Counting:
    """Finds the counts of one noun."""

    def __init__(self, known: CountKnowledge, noun: Noun) -> None:
        self.noun = noun
        joined = any_of(noun.joined) if noun.joined else "(?!)"
        link = r"(?:\s*,\s*|\s+và\s+|\s*/\s*|\s+-\s+|\s+hoặc\s+|\s+hay\s+)"
        self.gap = regex.compile(
            rf"[^\S\n]+(?:(?P<joined>(?:{joined}{link}){{1,4}})|(?P<kind>{any_of(known.classifiers)}\s+))?",
            regex.IGNORECASE,
        )
        guards = known.guards
        self.not_after = ending_with(guards.not_after)
        self.negated = ending_with(guards.negated_before)
        self.anaphora_before = ending_with(guards.anaphora_before)
        self.anaphora = regex.compile(
            rf"\s+(?:{any_of(guards.anaphora)}(?!\s+(?:địa bàn|toàn|cả|các))(?![\p{{L}}\p{{N}}])"
            r"|sau\s+(?!đây|khi)\p{Ll})",
            regex.IGNORECASE,
        )
        self.not_any = regex.compile(rf"[^.;,\n]{{0,40}}?\s{any_of(guards.not_any)}(?!\p{{L}})", regex.IGNORECASE)
        self.always_before = ending_with(known.one.always_before)
        self.listed_before = ending_with(known.one.listed_before)
        self.article_before = ending_with(known.one.article_before)
        self.each = regex.compile(whole_word(known.one.each), regex.IGNORECASE)
        self.unreal_after = regex.compile(
            rf"\s+(?:{any_of(known.unreal.after)}(?![\p{{L}}\p{{N}}])|(?:19|20)\d\d(?!\d)|\p{{Lu}}+\d"
            rf"|{any_of(known.unreal.things)}(?!\p{{L}})(?!(?:\s+\p{{L}}+){{0,3}}?\s+{any_of(known.unreal.shared)}(?!\p{{L}})))"
        )
        self.unreal_before = ending_with(known.unreal.before, tail=r"(?:\s+(?:được|thành công|ra|các|hàng))?\s+")
        praise = rf"(?:\s+{any_of(known.theme.qualities)}(?![\p{{L}}\p{{N}}]),?){{0,3}}"
        self.programme = regex.compile(
            rf"{praise}\s+(?:về\s+)?{any_of(known.unreal.programme)}(?![\p{{L}}\p{{N}}])", regex.IGNORECASE
        )
        self.topics = regex.compile(whole_word(known.unreal.topics))
        self.unreal_near = regex.compile(whole_word(known.unreal.near), regex.IGNORECASE)

    def find(self, page: Page) -> list[Count]:
        """All counts of the noun in an article, in order, those that only point back included."""
        found = []
        for match in self.noun.pattern.finditer(page.reading):
            sentence = page.sentence_at(match.start())
            count = sentence and self._count(page, sentence, match.start(), match.end())
            if count:
                found.append(count)
        return [count for count in found if not self._is_article(page, count, found)]

    def _count(self, page: Page, sentence: Sentence, start: int, end: int) -> Count | None:
        for numeral in page.numerals_ending(max(sentence.start, start - _GAP), start - 1):
            gap = self.gap.fullmatch(page.reading, numeral.end_char, start)
            if gap:
                form = "joined" if gap.group("joined") else "kind" if gap.group("kind") else "plain"
                return self._checked(page, sentence, numeral, end, form)
        share = _SHARE.search(page.reading, sentence.start, start - 1)
        if share and int(share.group(1)) <= int(share.group(2)):
            part = Numeral(*share.span(), int(share.group(1)), outer_start=share.start())
            return self._checked(page, sentence, part, end, "share")
        return None

    def _checked(self, page: Page, sentence: Sentence, numeral: Numeral, end: int, form: str) -> Count | None:
        reading, start = page.reading, numeral.start_char
        low, high, value, kind = numeral.low, numeral.high, numeral.value, numeral.qualifier
        outer = numeral.outer_start if 0 <= numeral.outer_start <= start else start
        if _GLUED.search(reading, sentence.start, start):
            return None
        if kind == "exact" and _FROM.search(reading, sentence.start, start):
            kind, low = "at_least", value
        if self._is_no_count(page, sentence, numeral, outer, end):
            return None
        before = reading[max(sentence.start, outer - _BEFORE) : outer]
        back = self.anaphora.match(reading, end) is not None
        all_of = self.anaphora_before.search(before) is not None
        told = all_of and not back and self.programme.match(reading, end, sentence.end) is not None
        return Count(self.noun, start, end, outer, sentence, value, low, high, kind, form, back or all_of, told)

    def _is_no_count(self, page: Page, sentence: Sentence, numeral: Numeral, outer: int, end: int) -> bool:
        reading = page.reading
        before = reading[max(sentence.start, outer - _BEFORE) : outer]
        if page.date_over(numeral.start_char, numeral.end_char):
            return True
        if isinstance(numeral.value, float) or numeral.value == 0:
            return True
        digits = reading[numeral.start_char : numeral.end_char]
        if numeral.value in _YEARS and len(digits) == 4 and not numeral.outer_start < numeral.start_char:
            return True
        if self.not_after.search(before) or self.negated.search(before):
            return True
        if numeral.value == 1 and self.not_any.match(reading, end, sentence.end):
            return True
        return self.noun.real and self.is_unreal(page, sentence, outer, end)

    def is_unreal(self, page: Page, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the noun between `start` and `end` is a thing, a figure or a computation, by the words around it."""
        reading = page.reading
        if self.unreal_after.match(reading, end, sentence.end + 1):
            return True
        if self.programme.match(reading, end, sentence.end):
            return False
        before = reading[max(sentence.start, start - _BEFORE) : start]
        bounds = sentence.start, sentence.end
        if self.unreal_before.search(before) or page.once(
            ("near", bounds), lambda: self.unreal_near.search(reading, *bounds) is not None
        ):
            return True
        return page.once(
            "topic", lambda: sum(1 for _ in islice(self.topics.finditer(reading), _TOPIC_TIMES)) == _TOPIC_TIMES
        )

    def _is_article(self, page: Page, count: Count, found: list[Count]) -> bool:
        """Whether "một mô hình" says "a model": it counts only in a list, a contrast, or after a word of counting."""
        reading = page.reading
        if self.noun.lone_one or count.value != 1 or count.form == "share" or count.qualifier != "exact":
            return False
        if reading[count.start].isdigit():
            return False
        opening = max(count.sentence.start, count.outer - _BEFORE)
        before = reading[opening : count.outer]
        if self.article_before.search(before):
            return True
        if self.always_before.search(before) or self.each.search(before):
            return False
        beside = any(c is not count and c.sentence == count.sentence and not c.anaphoric for c in found)
        return not (beside and self.listed_before.search(before))
