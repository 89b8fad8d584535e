"""Who receives: the subject of a passive or of a verb of receiving."""

from dataclasses import replace

import regex

from boctin.stages.awards.candidate import Candidate
from boctin.stages.awards.clause import Sentence
from boctin.stages.awards.expression import Expression
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import any_of
from boctin.stages.awards.recipients import Party, Range

_JOINED = regex.compile(
    r"(?:\s*(?:cấp|năm|lần|đợt|giai đoạn)\s[^,;.]{1,30})?[\s,;]*"
    r"(?:và|đồng thời|cùng|cũng|còn|đã|ngoài ra|được|vinh dự)?[\s,]*(?:được|vinh dự)?\s*"
    r"(?:(?:\d{1,2}|hai|ba|nhiều) lần\s*)?"
)
_PARTICIPLE = regex.compile(
    rf"\s*(?:[\"*-]\s*)?(?:{any_of(GRAMMAR.verbs.feelings)}\s+)*"
    rf"(?:{any_of(GRAMMAR.verbs.participle)})?\s*(?:vinh dự\s+)?$"
)
_LEAD = regex.compile(r"[^,.;]{0,40},\s*")
_NAMES = regex.compile(r"[^,.;:]{0,60}[,:]?\s*(?:gồm(?: có)?|trong đó có|bao gồm|là|đó là)\s*:?\s*")


def goes_on(low: str, start: int, verb: int) -> bool:
    """Whether nothing stands between two verbs but a word that joins them: the second has the subject of the first."""
    return bool(_JOINED.fullmatch(low, start, verb))


class Subjects:
    """Finds who receives in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s, self.low = sentence, sentence.low

    def of(self, run: list[Expression], clause: Range, end: int, earlier: list[Candidate]) -> tuple[list[Party], bool]:
        """Who receives: before the verb, after it ("Khi được tặng …, cô Lan"), listed after the honour, told before."""
        parties, pronoun = self.s.left_parties(clause[0], end)
        if not parties and not pronoun and _PARTICIPLE.fullmatch(self.low, clause[0], end):
            parties = self._following(run[-1].end, clause[1])
        if parties and not any(p.names for p in parties):
            parties = self._with_names(parties, run[-1].end, clause[1])
        last = earlier[-1] if earlier else None
        told = last.parties if last else []
        if not parties and told and last and last.mode == "active" and not self.low[told[-1].end : end].strip():
            return told[-1:], False  # "Giấy khen cho 24 cử nhân và 36 sinh viên | đạt danh hiệu …"
        if not parties and not pronoun and told and "," not in self.low[told[-1].end : end]:
            return told, False
        if last and not parties and not pronoun and last.mode in ("receive", "passive") and self._joined(last, end):
            return told, last.pronoun
        return parties, pronoun or (not parties and not self.low[clause[0] : end].strip(" ,-*"))

    def _joined(self, last: Candidate, end: int) -> bool:
        """Whether a verb goes on with the subject of the one before: "được công nhận …, nhận Bằng khen …"."""
        _, after = self.s.bodies.of_whom(last.expression.end, end)
        return bool(_JOINED.fullmatch(self.low, after, end))

    def _following(self, at: int, limit: int) -> list[Party]:
        lead = _LEAD.match(self.low, at, limit)
        right = self.s.right_parties(lead.end(), limit, reach=30) if lead else []
        return [p for p in right[:1] if p.form in ("person", "counted")]

    def _with_names(self, parties: list[Party], at: int, limit: int) -> list[Party]:
        """A counted group with those named behind the honour: "2 em được tặng Giấy khen, gồm …"."""
        names = _NAMES.match(self.low, at, limit)
        listed = self.s.right_parties(names.end(), limit, reach=20) if names else []
        people = [n for p in listed if p.kind == parties[0].kind for n in p.names]
        if people and len(people) <= (parties[0].count or 0):
            return [replace(parties[0], names=people), *parties[1:]]
        return parties
