"""Plain commendation, where the honour is the verb itself.

Thành đoàn | tuyên dương | 35 thanh niên
19 tập thể | được | UBND huyện | biểu dương
"""

from dataclasses import replace

import regex

from boctin.stages.awards.bodies import BEFORE_VERB
from boctin.stages.awards.candidate import Candidate
from boctin.stages.awards.clause import Sentence
from boctin.stages.awards.expression import Expression
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import any_of
from boctin.stages.awards.names import quoted_name
from boctin.stages.awards.recipients import Party, Range
from boctin.stages.awards.subjects import Subjects, goes_on
from boctin.stages.awards.verbs import PASSIVE

_WORDS = GRAMMAR.commendation
_PRAISE = regex.compile(any_of(_WORDS.praise))
_EVENT = regex.compile(rf"{any_of(_WORDS.events)}\s+(?:gặp mặt,?\s+)?$")
_OFFICE = regex.compile(rf"(?:phó\s+)?{any_of(_WORDS.offices)}")
# A body has honoured those whom a group noun tells: "Công ty vừa quyết định khen thưởng nhân viên".
_DONE = regex.compile(r"(?<!\p{L})(?:đã|vừa|quyết định|tổ chức)(?!\p{L})")
_AS = regex.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?là\s+(?=\")")
_PURPOSE = regex.compile(r"(?<!\p{L})để\s+(?:xét chọn|xét|xem xét|lựa chọn|đề nghị)?\s*$")
_ADVERB = regex.compile(rf"\s*(?:{any_of(_WORDS.adverbs)})?\s*(?:trao\s+)?(?:cho|đến|tới)?\s*")


class Commendation:
    """Reads the commendations of one sentence."""

    def __init__(self, sentence: Sentence, subjects: Subjects) -> None:
        self.s, self.subjects, self.lexicon = sentence, subjects, sentence.lexicon
        self.reading, self.low = sentence.reading, sentence.low

    def read(self, x: Expression, left: int, right: int, earlier: list[Candidate]) -> Candidate | None:
        """Commendation: the honour is the verb itself."""
        if self.lexicon.before.search(self.low, max(left, x.start - 30), x.start):
            return None
        passive = next(
            (m.span() for m in reversed(list(PASSIVE.finditer(self.low, left, x.start))) if x.start - m.end() <= 130),
            None,
        )
        if passive and not self.lexicon.give.search(self.low, passive[1], x.start):
            return self._commended(x, (left, right), passive, earlier)
        if proposed := self._proposed(x, (left, right)):
            return proposed
        if self.lexicon.praised.match(self.low, x.end, right):
            return None
        event = _EVENT.search(self.low, left, x.start)
        at = _ADVERB.match(self.low, x.end, right)
        parties = self.s.right_parties(at.end() if at else x.end, right, reach=30)
        by, handed = self.s.bodies.giver(left, x.start)
        if parties and "," in self.low[x.end : parties[0].start]:
            return None  # "Trong đợt biểu dương lần này, UBND tỉnh …"
        if not parties or not (event or self._honours(x, left, parties, by, handed)):
            return None
        told = earlier[-1] if earlier and earlier[-1].mode == "active" else None
        if by is None and not handed and told and goes_on(self.low, left, x.start):
            by = told.conferrer
        x = self._as(x, parties[-1].end, right)
        return Candidate(x, "active", (left, right), parties, by, official=handed, verb=(x.start, x.end))

    def _as(self, x: Expression, at: int, right: int) -> Expression:
        """A commendation with what it calls its recipients: "vinh danh Công ty Sao Mai là “Nơi làm việc tốt nhất”"."""
        called = _AS.match(self.low, at, right)
        name = quoted_name(self.reading, called.end(), right) if called and not x.name else None
        return replace(x, name=name) if name else x

    def _proposed(self, x: Expression, clause: Range) -> Candidate | None:
        """Those who are put forward: "đề xuất danh sách 79 doanh nghiệp để xét khen thưởng"."""
        purpose = _PURPOSE.search(self.low, clause[0], x.start)
        if purpose is None or not self.lexicon.proposed.search(self.low, clause[0], purpose.start()):
            return None
        parties, _ = self.s.left_parties(clause[0], purpose.start())
        verb = (purpose.start(), x.end)
        return Candidate(x, "passive", clause, [p for p in parties if p.form == "counted"], verb=verb)

    def _commended(self, x: Expression, clause: Range, passive: Range, earlier: list[Candidate]) -> Candidate | None:
        tail = BEFORE_VERB.search(self.reading, passive[1], x.start)
        end = tail.start() if tail else x.start
        own = self.s.bodies.conferrer(passive[1], x.start)
        if own is None and self.low[passive[1] : end].strip(" ,"):
            return None
        parties, pronoun = self.subjects.of([x], clause, passive[0], earlier)
        own = own or self.s.bodies.decided(clause[0], passive[0])
        return Candidate(x, "passive", clause, parties, own, pronoun=pronoun, verb=(passive[0], x.end))

    def _honours(self, x: Expression, left: int, parties: list[Party], by: Range | None, official: bool) -> bool:
        """Whether a body honours recipients, and no official only praises somebody in a speech."""
        counted = any(p.form == "counted" for p in parties)
        named = any(p.names or p.form == "one" for p in parties)
        if not counted and self.low.startswith("tôn vinh", x.start):
            return False
        if not counted and not named and not (by and _DONE.search(self.low, by[1], x.start)):
            return False
        speech = (
            official
            or (by and _OFFICE.match(self.low, by[0]))
            or _PRAISE.search(self.low, max(left, x.start - 60), x.start)
        )
        if _PRAISE.match(self.low[x.end :].removeprefix(" và ").lstrip(" ,")):
            return False
        return counted or not speech
