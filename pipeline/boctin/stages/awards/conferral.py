"""The conferrals of a sentence: honours that share a verb are read together, by `patterns.py`."""

from dataclasses import replace

import regex

from boctin.doc import Entity, Numeral
from boctin.stages.awards.candidate import Candidate
from boctin.stages.awards.clause import Sentence
from boctin.stages.awards.expression import Expression
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import Lexicon, any_of
from boctin.stages.awards.patterns import Patterns
from boctin.stages.awards.recipients import Range, Recipients

_JOIN = regex.compile(rf"\s*(?:,|và|, và|cùng|, cùng|hoặc)?\s*(?:{any_of(GRAMMAR.verbs.joints)})?\s*$")
_LISTS = regex.compile(r"[^.;:]{0,60}?(?:(?<!\p{L})gồm(?: có)?\s*:?|:)\s")


class ConferralGrammar:
    """Reads the candidates of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.recipients = Recipients(lexicon)

    def read(
        self,
        reading: str,
        low: str,
        span: Range,
        expressions: list[Expression],
        numerals: list[Numeral],
        entities: list[Entity],
        known: frozenset[str] = frozenset(),
    ) -> list[Candidate]:
        """The candidates of a sentence, one for each of its award expressions that is conferred."""
        parties = self.recipients.parties(reading, low, span, numerals, entities, known)
        parties = [
            p for p in parties if not any(x.start < p.end and p.start < x.end for x in expressions if not x.bearer)
        ]
        sentence = Sentence(self.lexicon, self.recipients, reading, low, span, parties, entities)
        patterns = Patterns(sentence)
        found: list[Candidate] = []
        for run, left, right in _runs(reading, span, expressions):
            found += _in_turn(low, patterns.run(run, left, right, found))
        return [c for c in found if not c.heads_list]


def _in_turn(low: str, made: list[Candidate]) -> list[Candidate]:
    """Honours of a run each to its own winner: "giải Nhất, Nhì lần lượt thuộc về Lan, Mai"; classes do so anyhow."""
    if len(made) < 2 or not (_are_classes(low, made) or "lần lượt" in low[made[0].clause[0] : made[0].clause[1]]):
        return made
    each = [replace(p, start=name[0], end=name[1], count=1, names=[name]) for p in made[0].parties for name in p.names]
    if len(each) != len(made):
        return made
    return [replace(candidate, parties=[own]) for candidate, own in zip(made, each, strict=True)]


def _are_classes(low: str, made: list[Candidate]) -> bool:
    """Whether each honour of a run has a winner of its own: classes of one prize, one for men and one for women."""
    ranks = {low[slice(*c.expression.rank)] for c in made if c.expression.rank}
    sexes = {low[slice(*c.expression.name)].split()[0] for c in made if c.expression.name}
    apart = len(ranks) == len(made) or (sexes == {"nam", "nữ"} and len(made) == len(sexes))
    return apart and all(c.expression.kind.group == "prize" for c in made)


def _runs(reading: str, span: Range, expressions: list[Expression]) -> list[tuple[list[Expression], int, int]]:
    """Expressions that share a verb ("Huân chương A, Huy hiệu B và Bằng khen"), with the stretch around each run."""
    runs: list[list[Expression]] = []
    for x in expressions:
        if runs and _goes_on(reading, runs[-1][-1], x):
            runs[-1].append(x)
        else:
            runs.append([x])
    bounded = []
    for i, run in enumerate(runs):
        left = runs[i - 1][-1].end if i else span[0]
        right = runs[i + 1][0].start if i + 1 < len(runs) else span[1]
        left = max(left, reading.rfind(";", left, run[0].start) + 1)
        cut = reading.find(";", run[-1].end, right)
        if cut != -1 and _LISTS.match(reading, run[-1].end, cut):
            cut = -1  # its recipients are listed, with ";" between them
        bounded.append((run, left, right if cut == -1 else cut))
    return bounded


def _goes_on(reading: str, before: Expression, x: Expression) -> bool:
    if x.award == before.award:  # "vinh danh tại Top 100 …, Top 10 …"
        return True
    shared = "commendation" not in (x.kind.group, before.kind.group) and not _counts(reading, before, x)
    return shared and _JOIN.fullmatch(reading, before.end, x.start) is not None


def _counts(reading: str, before: Expression, x: Expression) -> bool:
    return reading[before.end : x.start].strip(" ,")[-1:].isdigit()
