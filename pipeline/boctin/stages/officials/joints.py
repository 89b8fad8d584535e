"""Joints: which name a run of positions belongs to.

News sets an office before the name ("Chủ tịch UBND tỉnh Lê Văn An"), after it ("ông Lê Văn An, Chủ tịch UBND tỉnh"), in
brackets, or joins the two by "là", "giữ chức", "-" or ":".
"""

from dataclasses import dataclass, field
from itertools import pairwise

import regex

from boctin.doc import Entity
from boctin.stages.officials.knowledge import Grammar
from boctin.stages.officials.patterns import JointPatterns
from boctin.stages.officials.positions import Held

_MAX_GAP = 120
_SENTENCE = regex.compile(r"[.!?]\s|\n")


@dataclass(slots=True)
class Link:
    """A name with the positions that one place of the article gives it."""

    person: Entity
    held: list[Held] = field(default_factory=list)
    rule: str = ""
    confidence: float = 0.9


def settled(text: str, links: list[Link]) -> list[Link]:
    """Without the comma links that give one person's unique office to another.

    "... Tổng thống Nga Vladimir Putin, Phó Chủ tịch nước cảm ơn": where "Phó Chủ tịch nước" stands right before another
    name in the article, it is no apposition of Putin here.
    """
    owner: dict[str, str] = {}
    for link in links:
        if link.rule == "title_then_name":
            for held in link.held:
                owner.setdefault(text[held.start : held.end].casefold(), link.person.text)
    kept = []
    for link in links:
        if link.rule == "name_then_title" and len(link.held) == 1:
            held = link.held[0]
            other = owner.get(text[held.start : held.end].casefold())
            if held.body is None and other is not None and other != link.person.text:
                continue
        kept.append(link)
    return kept


class Joints:
    """Groups positions, and links the groups to names."""

    def __init__(self, grammar: Grammar) -> None:
        self.p = JointPatterns(grammar)

    def groups(self, reading: str, held: list[Held], persons: list[Entity]) -> list[list[Held]]:
        """Positions in runs that one person holds: joined by commas, "kiêm", "và", dashes."""
        if not held:
            return []
        runs = [[held[0]]]
        for one, other in pairwise(held):
            if self.p.joined.fullmatch(reading, one.end, other.start):
                runs[-1].append(other)
            else:
                runs.append([other])
        return runs

    def link(self, reading: str, runs: list[list[Held]], persons: list[Entity], earlier: list[Entity]) -> list[Link]:
        """Each run with its name; runs without one are left out. `earlier`: those named in the parts before."""
        links: list[Link] = []
        placed: set[int] = set()
        for run in runs:
            after = next((p for p in persons if p.start_char >= run[-1].end), None)
            before = next((p for p in reversed(persons) if p.end_char <= run[0].start), None)
            gap_after = after is not None and after.start_char - run[-1].end <= _MAX_GAP
            gap_before = before is not None and run[0].start - before.end_char <= _MAX_GAP
            is_direct = bool(after and gap_after and self.p.direct.fullmatch(reading, run[-1].end, after.start_char))
            is_after = bool(before and gap_before and self.p.after.fullmatch(reading, before.end_char, run[0].start))
            is_loose = bool(after and gap_after and self.p.loose.fullmatch(reading, run[-1].end, after.start_char))
            if run[-1].bare and not is_direct:
                continue
            if after and is_direct:
                own = run
                if before and is_after and before.start_char not in placed and len(run) > 1:
                    own = run[-1:]
                    links.append(Link(before, run[:-1], "name_then_title", 0.75))
                links.append(Link(after, own, "title_then_name", 0.95))
                placed.add(after.start_char)
                links += self._others(reading, run, persons, after, placed)
            elif before and is_after and not (is_loose and before.start_char in placed):
                links.append(Link(before, run, "name_then_title", 0.92))
                placed.add(before.start_char)
            elif after and is_loose:
                links.append(Link(after, run, "title_joint_name", 0.85))
                placed.add(after.start_char)
                links += self._others(reading, run, persons, after, placed)
            elif subject := self._subject(reading, run[0].start, persons, earlier):
                links.append(Link(subject, run, "subject_holds_title", 0.75))
        return links

    def _subject(self, reading: str, at: int, persons: list[Entity], earlier: list[Entity]) -> Entity | None:
        """The person that a sentence without a name at hand speaks of: "Ông từng là ...", "khi đang là ..."."""
        start = max(0, at - 60)
        told = self.p.pronoun.search(reading, start, at) or self.p.then.search(reading, start, at)
        if told is None and self.p.subject.search(reading, start, at) is None:
            return None
        spoken = [*earlier, *(p for p in persons if p.end_char <= at)][-12:]
        subjects = [p for p in spoken if self.p.opened.search(reading, max(0, p.start_char - 25), p.start_char)]
        before = next(reversed(subjects or spoken), None)
        if before is None or (told is None and _SENTENCE.search(reading, before.end_char, at)):
            return None
        return before

    def _others(
        self, reading: str, run: list[Held], persons: list[Entity], first: Entity, placed: set[int]
    ) -> list[Link]:
        """The further names of "các Phó Chủ tịch UBND tỉnh: A, B và C"."""
        if not self.p.plural.search(reading, max(0, run[0].start - 20), run[0].start):
            return []
        found, last = [], first
        for person in (p for p in persons if p.start_char > first.start_char):
            if not self.p.listed.fullmatch(reading, last.end_char, person.start_char):
                break
            found.append(Link(person, run, "titles_then_names", 0.85))
            placed.add(person.start_char)
            last = person
        return found
