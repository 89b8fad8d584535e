"""Verbs of conferral left of an honour, and the words that only look like one."""

import regex

from boctin.stages.awards.clause import Sentence
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import any_of
from boctin.stages.awards.recipients import Range

_WORDS = GRAMMAR.verbs
PASSIVE = regex.compile(any_of(_WORDS.passive))
# Verbs of the lexicon inside other words: "công nhận", "cấp tỉnh", "phong trào".
_NO_VERB = regex.compile(any_of(_WORDS.not_verbs))
_COMPOUND = regex.compile(any_of(_WORDS.compounds))
_GIFT = regex.compile(rf"\s+(?:\d[\d.]*+\s+|nhiều\s+|những\s+|các\s+)?{any_of(_WORDS.gifts)}")
_TO = regex.compile(r"(?<!\p{L})(?:cho|đến|tới)(?!\p{L})")


class Verbs:
    """The verbs of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s, self.lexicon, self.reading, self.low = sentence, sentence.lexicon, sentence.reading, sentence.low

    def before(self, left: int, at: int) -> tuple[Range | None, Range | None, Range | None]:
        """The last verbs of giving, of the passive and of receiving in `[left, at)`."""
        give = receive = passive = None
        for match in self.lexicon.give.finditer(self.low, left, at):
            if self.is_verb(match.start()) and not self._gives_gifts(match.end(), at):
                give = match.span()
        for match in self.lexicon.receive.finditer(self.low, left, at):
            if self.is_verb(match.start()) and (match.group() != "được" or at - match.end() < 3):
                receive = match.span()
        before = give[0] if give else at
        for helper in PASSIVE.finditer(self.low, left, before):
            if before - helper.end() <= 130:
                passive = helper.span()
        return give, passive, receive

    def is_verb(self, at: int) -> bool:
        """Whether the word at an offset is a verb here: no part of a name or of another word."""
        if any(e.start_char < at < e.end_char for e in self.s.entities) or self._is_capital(at):
            return False
        if _NO_VERB.match(self.low, at):
            return False
        return not any(
            m.start() < at < m.end() or (m.start() == at and self.low.startswith(("nhận ", "lãnh ", "ký "), at))
            for m in _COMPOUND.finditer(self.low, max(0, at - 10), at + 16)
        )

    def _gives_gifts(self, verb: int, at: int) -> bool:
        """Whether gifts are given, to those of whom an honour tells: "tặng quà | cho các Mẹ Việt Nam anh hùng"."""
        gift = _GIFT.match(self.low, verb, at)
        return gift is not None and _TO.search(self.low, gift.end(), at) is not None

    def _is_capital(self, at: int) -> bool:
        inside = at > self.s.span[0] + 3 and self.reading[at - 1] == " " and self.reading[at - 2] not in '"-:*'
        return self.reading[at].isupper() and inside
