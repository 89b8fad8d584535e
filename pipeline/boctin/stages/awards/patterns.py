"""The patterns of a sentence that confers: who gives which honour to whom.

active      UBND tỉnh | tặng | Bằng khen | cho | 28 tập thể, 12 cá nhân
passive     3 đồng chí | được | UBND tỉnh | tặng | Bằng khen
receive     em Lan | đoạt | giải Nhất
belong      giải A | thuộc về | tác giả Lan
hold        Mẹ Việt Nam anh hùng | Trần Thị Mạo
bracket     Quay phim xuất sắc (Vũ Quốc Tuấn)
listed      trao | 2 | giải Nhì
"""

from dataclasses import replace

import regex

from boctin.stages.awards.candidate import Candidate
from boctin.stages.awards.clause import Sentence
from boctin.stages.awards.commendation import Commendation
from boctin.stages.awards.expression import Expression
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import any_of
from boctin.stages.awards.recipients import Party, Range
from boctin.stages.awards.subjects import Subjects, goes_on
from boctin.stages.awards.verbs import Verbs

_TO = regex.compile(rf"{any_of(GRAMMAR.verbs.to)}|:\s")


class Patterns:
    """The sentence patterns over one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.s, self.lexicon = sentence, sentence.lexicon
        self.reading, self.low = sentence.reading, sentence.low
        self.verbs, self.subjects = Verbs(sentence), Subjects(sentence)
        self.commendation = Commendation(sentence, self.subjects)

    def run(self, run: list[Expression], left: int, right: int, earlier: list[Candidate]) -> list[Candidate]:
        first = run[0]
        left = max([left, *(p.end for c in earlier for p in c.parties if p.end <= first.start and c.mode != "passive")])
        if first.kind.group == "commendation":
            made = self.commendation.read(first, left, right, earlier)
        else:
            made = self.confer(run, left, right, earlier)
        return [own for x in run if (own := self._own(x, made, (left, right)))]

    def _own(self, x: Expression, made: Candidate | None, clause: Range) -> Candidate | None:
        if x.bearer:
            winner = Party(*x.bearer, 1, "individual", [x.bearer], form="person")
            return Candidate(x, "bracket", clause, [winner], made.conferrer if made else None)
        return replace(made, expression=x) if made else None

    def confer(self, run: list[Expression], left: int, right: int, earlier: list[Candidate]) -> Candidate | None:
        first, last = run[0], run[-1]
        clause = (left, right)
        if first.kind.alone and (held := self._holders(first, clause)):
            return Candidate(first, "hold", clause, held)
        if counted := self._counted_prize(first, clause):
            return self._listed(first, clause, counted, earlier)
        by, after = self.s.bodies.of_whom(last.end, right)
        give, passive, receive = self.verbs.before(left, first.start)
        if receive and (give is None or receive[0] >= give[0]) and first.start - receive[1] < 45:
            return self._received(run, clause, receive, by, earlier)
        if give and passive and not self._recipient_between(give[1], first.start):
            return self._passive(run, clause, give, passive, by, earlier)
        if (give or self._may_stand_alone(first, earlier)) and (
            to := self._to_whom(after, right, give, colon=bool(last.rank))
        ):
            return self._given(clause, first, give, to, by, earlier)
        if give:
            return self._given_before(first, clause, give, by)
        return self._without_verb(first, clause, by, earlier)

    def _recipient_between(self, start: int, end: int) -> bool:
        return any(start <= p.start and p.end <= end and p.form in ("counted", "person") for p in self.s.parties)

    def _may_stand_alone(self, x: Expression, earlier: list[Candidate]) -> bool:
        """Whether an honour with no verb may be given: told on ("…; danh hiệu B cho 4 cá nhân"), a prize …"""
        told_on = bool(earlier) and earlier[-1].mode in ("active", "passive")
        return (
            told_on
            or x.kind.group in ("prize", "certificate", "place", "order")
            or x.kind.code == "danh_hieu"
            or bool(x.name)
        )

    # --- patterns with a verb ---

    def _to_whom(self, at: int, right: int, give: Range | None, *, colon: bool = False) -> list[Party]:
        if (
            give
            and (close := self.s.right_parties(at, right, reach=14))
            and close[0].start - at < 30
            and close[0].form == "counted"
        ):
            return close
        for match in [*self.lexicon.belong.finditer(self.low, at, right), *_TO.finditer(self.low, at, right)]:
            if match.group().startswith(":") and not colon:
                continue
            if match.start() - at <= 140 and (parties := self.s.right_parties(match.end(), right)):
                return parties
        return []

    def _received(
        self, run: list[Expression], clause: Range, verb: Range, by: Range | None, earlier: list[Candidate]
    ) -> Candidate:
        end = verb[0]
        helper = regex.search(r"(?:vinh dự\s+)?(?:được|đã|vừa|cùng|còn)\s*$", self.low[clause[0] : end])
        end = clause[0] + helper.start() if helper else end
        parties, pronoun = self.subjects.of(run, clause, end, earlier)
        return Candidate(run[0], "receive", clause, parties, by, pronoun=pronoun, verb=verb)

    def _passive(
        self,
        run: list[Expression],
        clause: Range,
        give: Range,
        passive: Range,
        by: Range | None,
        earlier: list[Candidate],
    ) -> Candidate:
        own = self.s.bodies.conferrer(passive[1], give[0])
        if given := regex.match(r"\s*cho\s", self.low[run[-1].end : clause[1]]):
            to = self.s.right_parties(run[-1].end + given.end(), clause[1], reach=20)
            if to and to[0].form in ("counted", "person"):
                return Candidate(run[0], "passive", clause, to, own or by, verb=(passive[0], give[1]))
        parties, pronoun = self.subjects.of(run, clause, passive[0], earlier)
        return Candidate(run[0], "passive", clause, parties, own or by, pronoun=pronoun, verb=(passive[0], give[1]))

    def _given(
        self,
        clause: Range,
        first: Expression,
        give: Range | None,
        to: list[Party],
        by: Range | None,
        earlier: list[Candidate],
    ) -> Candidate:
        handed = False
        told = earlier[-1] if earlier and earlier[-1].mode in ("active", "passive") else None
        if give:
            subject, handed = self.s.bodies.giver(clause[0], give[0])
            by = by or subject
            if by is None and not handed and told and goes_on(self.low, clause[0], give[0]):
                by = told.conferrer
        elif by is None and told:
            by = told.conferrer
        return Candidate(first, "active", clause, to, by, official=handed, verb=give)

    def _given_before(self, first: Expression, clause: Range, give: Range, by: Range | None) -> Candidate:
        """ "tặng 28 tập thể Bằng khen", or an honour given to nobody that the sentence names."""
        between = self.s.right_parties(give[1], first.start, reach=40)
        subject, handed = self.s.bodies.giver(clause[0], give[0])
        return Candidate(first, "active", clause, between, by or subject, official=handed, verb=give)

    # --- patterns without one ---

    def _counted_prize(self, first: Expression, clause: Range) -> Party | None:
        number = regex.search(r"(?<![\d.,])(\d{1,4})\s+$", self.low[clause[0] : first.start])
        prize = (first.kind.group == "prize" and (first.rank or first.name)) or "colour" in first.notes
        if number is None or not prize:
            return None
        start = clause[0] + number.start(1)
        return Party(start, first.end, int(number.group(1)), None)

    def _listed(self, first: Expression, clause: Range, counted: Party, earlier: list[Candidate]) -> Candidate:
        """Prizes that are counted ("trao 2 giải Nhì cho các tập thể"): as many recipients as prizes."""
        to = self._to_whom(first.end, clause[1], None)
        give, _, receive = self.verbs.before(clause[0], first.start)
        told = earlier[-1] if earlier else None
        if (
            told
            and told.mode == "receive"
            and not give
            and not receive
            and (told.pronoun or any(p.names for p in told.parties))
        ):
            return replace(told, expression=first, clause=clause)
        if receive and not give:
            parties, pronoun = self.s.left_parties(clause[0], receive[0])
            return Candidate(first, "receive", clause, parties, None, pronoun=pronoun, verb=receive)
        counted.kind = to[0].kind if to else "individual"
        if to and to[0].names:
            counted.names = to[0].names
        subject = self.s.bodies.giver(clause[0], give[0])[0] if give else earlier[-1].conferrer if earlier else None
        return Candidate(first, "listed", clause, [counted], subject, verb=give)

    def _without_verb(
        self, first: Expression, clause: Range, by: Range | None, earlier: list[Candidate]
    ) -> Candidate | None:
        if first.kind.group == "standard":
            parties, _ = self.s.left_parties(clause[0], first.start)
            return Candidate(first, "receive", clause, parties, by)
        told = earlier[-1] if earlier else None
        if told and told.mode in ("receive", "passive"):
            gap = self.low[told.expression.end : first.start]
            heads = "bare" in told.expression.notes or told.expression.kind.group == "commendation"
            bare = (
                heads
                and regex.search(r"(?:gồm(?: có)?|như|là)?\s*:?\s*$", gap)
                and regex.search(r"(?:gồm|như|là|:)", gap[-12:])
            )
            if bare or (told.listed and regex.search(r"(?:,|;|và)\s*$", gap)):
                told.heads_list = not told.listed
                return replace(told, expression=first, clause=clause, mode="receive", listed=True, heads_list=False)
            if regex.fullmatch(r"[\s,;]*(?:và|cùng|cùng với)?\s*(?:nhiều|\d+)?\s*", gap):
                return replace(told, expression=first, clause=clause, conferrer=by or told.conferrer)
        return None

    def _holders(self, first: Expression, clause: Range) -> list[Party]:
        counted = regex.search(
            r"(?<![\d.,/])(\d{1,3}(?:\.\d{3})*)\s+(?:vị\s+|bà\s+)?$", self.low[clause[0] : first.start]
        )
        if counted:
            start = clause[0] + counted.start(1)
            return [Party(start, first.end, int(counted.group(1).replace(".", "")), "individual")]
        people = self.s.right_parties(first.end, clause[1], reach=12)
        near = [p for p in people if p.form == "person"]
        return near if near and "," not in self.low[first.end : near[0].start] else []
