"""Joints: which name a run of positions belongs to.

News sets an office before the name ("Chủ tịch UBND tỉnh Lê Văn An"), after it ("ông Lê Văn An, Chủ tịch UBND tỉnh"), in
brackets, or joins the two by "là", "giữ chức", "-" or ":".
"""

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

import regex

from boctin.doc import Entity
from boctin.stages.officials.knowledge import Grammar
from boctin.stages.officials.patterns import JointPatterns
from boctin.stages.officials.positions import Held

_MAX_GAP = 120
_RECENT = 8
_MAX_LIFE = 900
_MAX_CLAUSE = 250
_SPOKEN = 12
_FULL_NAME = 3
# Offices that their holder is never called by with a second one after a comma.
_FIRST_OF_STATE = frozenset({"chủ tịch nước", "thủ tướng", "thủ tướng chính phủ", "tổng thống", "nhà lãnh đạo"})
_NAME_LAST = {"title_then_name", "title_joint_name"}
# "ai sẽ đảm nhận vị trí Thủ tướng"
_WHO = regex.compile(r"(?<!\p{L})(?:ai|người nào|ứng viên|ứng cử viên)\s[^,.;\n]{0,40}+$", regex.IGNORECASE)
_SENTENCE = regex.compile(r"[.!?]\s|\n")


@dataclass(slots=True)
class Link:
    """A name with the positions that one place of the article gives it."""

    person: Entity
    held: list[Held] = field(default_factory=list)
    rule: str = ""
    confidence: float = 0.9


@dataclass(slots=True)
class _Near:
    """The names before and after a run, and how the words between join each to it (the patterns of the same names)."""

    before: Entity | None
    after: Entity | None
    direct: bool = False
    loose: bool = False
    ranked: bool = False
    apposed: bool = False
    appointed: bool = False
    fronted: bool = False
    next_is_led: bool = False
    follows: bool = False
    listed: bool = False
    small: bool = False

    @property
    def linked(self) -> bool:
        return self.direct or self.loose or self.follows or self.appointed or self.fronted


def settled(text: str, links: list[Link]) -> list[Link]:
    """Without the comma links that give one person's unique office to another.

    "... Tổng thống Nga Vladimir Putin, Phó Chủ tịch nước cảm ơn": where "Phó Chủ tịch nước" stands right before another
    name in the article, it is no apposition of Putin here.
    """
    owner: dict[str, str] = {}
    named = [link for link in links if link.rule == "title_then_name"]
    # The office right before a name is surely that person's; the ones before it only where no other has them.
    for one in named:
        owner.setdefault(text[one.held[-1].start : one.held[-1].end].casefold(), one.person.text)
    for one in named:
        for held in one.held:
            owner.setdefault(text[held.start : held.end].casefold(), one.person.text)
    kept = []
    for link in links:
        if link.rule == "title_then_name" and len(link.held) > 1:
            link = replace(link, held=[h for h in link.held if not _anothers(text, h, owner, link)])
        if link.rule == "name_then_title" and len(link.held) == 1:
            held = link.held[0]
            other = owner.get(text[held.start : held.end].casefold())
            if held.end == held.title_end and other is not None and other != link.person.text:
                continue
        kept.append(link)
    return kept


def _anothers(text: str, held: Held, owner: dict[str, str], link: Link) -> bool:
    """Whether a whole office before a comma is the one of somebody else: "đề xuất của Chủ tịch nước, Bộ trưởng A"."""
    if held is link.held[-1] or held.end != held.title_end or held.core not in _FIRST_OF_STATE:
        return False
    holder = owner.get(text[held.start : held.end].casefold())
    return holder is not None and holder != link.person.text


def _by_the_way(reading: str, one: Held, other: Held) -> bool:
    """Whether "và" brings in another person by a high office: "làm Bí thư Tỉnh ủy và Thủ tướng giao ..."."""
    whole = other.end == other.title_end and other.core in _FIRST_OF_STATE
    return whole and "và" in reading[one.end : other.start] and one.end > one.title_end


class Joints:
    """Groups positions, and links the groups to names."""

    def __init__(self, grammar: Grammar) -> None:
        self.p = JointPatterns(grammar)

    def groups(self, reading: str, held: list[Held]) -> list[list[Held]]:
        """Positions in runs that one person holds: joined by commas, "kiêm", "và", dashes."""
        if not held:
            return []
        runs = [[held[0]]]
        for one, other in pairwise(held):
            if self.p.joined.fullmatch(reading, one.end, other.start) and not _by_the_way(reading, one, other):
                runs[-1].append(other)
            else:
                runs.append([other])
        return [run for run in runs if any(held.title.before_name or not held.bare for held in run)]

    def link(self, reading: str, runs: list[list[Held]], persons: list[Entity], earlier: list[Entity]) -> list[Link]:
        """Each run with its name; runs without one are left out. `earlier`: those named in the parts before."""
        links: list[Link] = []
        starts = [person.start_char for person in persons]
        for run, following in zip_longest(runs, runs[1:]):
            placed = {link.person.start_char for link in links[-_RECENT:]}
            near = self._near(reading, run, persons, bisect_left(starts, run[0].start), following, placed)
            if (near.ranked or near.apposed) and self._has_own(reading, near.after, following, persons):
                near.ranked = near.apposed = False
            links += self._linked(near, run, placed)
            if links and links[-1].held is run and links[-1].rule in _NAME_LAST:
                links += self._others(reading, run, persons, bisect_left(starts, links[-1].person.start_char))
            elif links and links[-1].held is run and links[-1].rule == "name_then_title":
                links += self._together(reading, run, persons, links[-1].person)
            elif not near.linked and not all(held.bare for held in run):
                stop = bisect_left(starts, run[0].start)
                before = persons[max(0, stop - _SPOKEN) : stop]
                links += self._held_by_subject(reading, run, [*earlier, *before][-_SPOKEN:])
        return links

    def _near(
        self,
        reading: str,
        run: list[Held],
        persons: list[Entity],
        at: int,
        following: list[Held] | None,
        placed: set[int],
    ) -> "_Near":
        """The names next to a run, and what joins them to it."""
        near = _Near(persons[at - 1] if at else None, persons[at] if at < len(persons) else None)
        start, end = run[0].start, run[-1].end
        if following and following[0].start < end:  # "cố vấn của | Tổng thống A": the name is the President's
            near.after = None
        if near.after and near.after.start_char - end <= _MAX_GAP:
            near.direct = self.p.direct.fullmatch(reading, end, near.after.start_char) is not None
            # "Ông A, Giám đốc Sở X Ông B, Giám đốc Sở Y": a list printed without marks
            near.listed = self.p.next_of_list.fullmatch(reading, end, near.after.start_char) is not None
            led = self.p.led.fullmatch(reading, end, near.after.start_char) is not None
            near.listed = near.listed or (led and self._has_own(reading, near.after, following, persons))
            near.small = near.direct and len(near.after.text.split()) < _FULL_NAME
            near.ranked = self.p.ranked.fullmatch(reading, end, near.after.start_char) is not None
            opens = self.p.clause.search(reading, max(0, start - 30), start) is not None
            near.apposed = (opens and self._apposed(reading, start, end, near.after)) or (
                self.p.sir.fullmatch(reading, end, near.after.start_char) is not None
                or (run[-1].end > run[-1].title_end and self._among(reading, start, end, near.after))
            )
            if self.p.appointing.search(reading, max(0, start - 40), start):
                near.appointed = self.p.appointed.fullmatch(reading, end, near.after.start_char) is not None
            # "Thứ trưởng A, Đại sứ Pháp tại Việt Nam, bà B": A has an office before him, B else none
            told = run[-1].end > run[-1].title_end and len(run) == 1
            led = told and self.p.apposed.fullmatch(reading, end, near.after.start_char) is not None
            near.next_is_led = led and not self._has_own(reading, near.after, following, persons)
            if self.p.fronted.search(reading, max(0, start - 30), start):
                near.fronted = self.p.ahead.fullmatch(reading, end, near.after.start_char) is not None
            near.loose = self.p.loose.fullmatch(reading, end, near.after.start_char) is not None
        if near.before and start - near.before.end_char <= _MAX_GAP:
            near.follows = self.p.after.fullmatch(reading, near.before.end_char, start) is not None
            near.follows = near.follows and not self._of_another(
                reading, near.before, run, placed=near.before.start_char in placed
            )
        return near

    def _of_another(self, reading: str, before: Entity, run: list[Held], *, placed: bool) -> bool:
        """Whether an office after a name is somebody else's: one told of by the named, or one of the named's kin."""
        start, end = run[0].start, run[-1].end
        if ":" in reading[before.end_char : start] and self.p.said.match(reading, end):
            return True
        if placed and self._begins_clause(reading, before, run):
            return True
        if not self.p.verb.fullmatch(reading, before.end_char, start):
            return False
        return self.p.kin.search(reading, max(0, before.start_char - 30), before.start_char) is not None

    def _begins_clause(self, reading: str, before: Entity, run: list[Held]) -> bool:
        """Whether an office is the subject of a clause: "Hội kiến Chủ tịch Quốc hội A, Thủ tướng B bày tỏ ..."."""
        high = run[0].core in _FIRST_OF_STATE and len(run) == 1 and not run[0].former
        comma = reading[before.end_char : run[0].start].strip() == ","
        return high and comma and self.p.predicate.match(reading, run[0].end) is not None

    def _among(self, reading: str, start: int, end: int, after: Entity) -> bool:
        """Whether an office in the middle of a clause has its holder in apposition, closed by a mark or "và"."""
        return (
            self.p.apposed.fullmatch(reading, end, after.start_char) is not None
            and self.p.among.search(reading, max(0, start - 10), start) is not None
            and self.p.ends.match(reading, after.end_char) is not None
        )

    def _apposed(self, reading: str, start: int, end: int, after: Entity) -> bool:
        """Whether a name is in apposition to the office before it: "Giám đốc Sở Y tế, bà Lê Thị An, nói"."""
        if self.p.apposed.fullmatch(reading, end, after.start_char):
            cited = self.p.cited.search(reading, max(0, start - 15), start)
            return cited is None or self.p.closed.match(reading, after.end_char) is not None
        if " " not in after.text or not self.p.apposed_bare.fullmatch(reading, end, after.start_char):
            return False
        return self.p.tells.match(reading, after.end_char) is not None

    def _has_own(
        self, reading: str, person: Entity | None, following: list[Held] | None, persons: list[Entity]
    ) -> bool:
        """Whether the next run of positions is this person's, and no other's right after it."""
        if person is None or following is None or following[0].start < person.end_char:
            return False
        later = persons[bisect_left(persons, following[-1].end, key=lambda p: p.start_char) :][:1]
        if all(h.body is None for h in following) and any(
            self.p.direct.fullmatch(reading, following[-1].end, p.start_char) for p in later
        ):
            return False
        close = following[0].start - person.end_char <= _MAX_GAP
        return close and self.p.after.fullmatch(reading, person.end_char, following[0].start) is not None

    def _linked(self, near: "_Near", run: list[Held], placed: set[int]) -> list[Link]:
        before, after = near.before, near.after
        free = before is not None and before.start_char not in placed
        if after and near.direct:
            if before and near.follows and free and near.listed:
                return [Link(before, run, "name_then_title", 0.85)]
            last = run[-1]
            if before and near.follows and free and last.title.level == "hamlet" and last.body is None and near.small:
                # "ông A, Bí thư kiêm Trưởng thôn Lù Thẳm cho biết": no list has the hamlet
                whole = replace(last, end=after.end_char, bare=False, counts=True)
                return [Link(before, [*run[:-1], whole], "name_then_title", 0.8)]
            if before and near.follows and free and len(run) > 1:
                # "ông A, Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh B": the last office is the next man's.
                split = Link(before, run[:-1], "name_then_title", 0.75)
                return [split, Link(after, run[-1:], "title_then_name", 0.85)]
            if run[-1].title.level == "hamlet" and run[-1].body is None and after.kind == "foreign":
                return []  # "Trưởng khu Phượng Hùng": the hamlet's name
            return [Link(after, run, "title_then_name", 0.95)]
        if all(held.bare for held in run):
            return []
        if after and near.fronted:
            return [Link(after, run, "title_joint_name", 0.8)]
        if after and near.appointed:
            return [Link(after, run, "appointed", 0.8)]
        if before and after and near.follows and near.next_is_led and not free:
            return [Link(after, run, "title_joint_name", 0.8)]
        if before and near.follows and (free or not near.loose):
            return [Link(before, run, "name_then_title", 0.92)]
        if after and (near.loose or near.ranked or (near.apposed and not near.follows)):
            return [Link(after, run, "title_joint_name", 0.85)]
        return []

    def _held_by_subject(self, reading: str, run: list[Held], spoken: list[Entity]) -> list[Link]:
        subject = self._subject(reading, run[0].start, spoken) or self._life(reading, run, spoken)
        return [Link(subject, run, "subject_holds_title", 0.75)] if subject else []

    def _together(self, reading: str, run: list[Held], persons: list[Entity], last: Entity) -> list[Link]:
        """The first of two who are given one office: "bà A và ông B được bầu làm Phó Chủ tịch Hội"."""
        at = bisect_left(persons, last.start_char, key=lambda p: p.start_char)
        if not at or not self.p.verb.fullmatch(reading, last.end_char, run[0].start):
            return []
        first = persons[at - 1]
        if not self.p.together.fullmatch(reading, first.end_char, last.start_char):
            return []
        return [Link(first, run, "titles_then_names", 0.8)]

    def _subject(self, reading: str, at: int, spoken: list[Entity]) -> Entity | None:
        """The person that a sentence without a name at hand speaks of: "Ông từng là ...", "khi đang là ..."."""
        start = max(0, at - 120)
        told = self.p.pronoun.search(reading, start, at) or self.p.then.search(reading, start, at)
        if (told is None and self.p.subject.search(reading, start, at) is None) or _WHO.search(reading, start, at):
            return None
        subjects = [p for p in spoken if self.p.opened.search(reading, max(0, p.start_char - 25), p.start_char)]
        before = next(reversed(subjects or spoken), None)
        if before is None or (told is None and not self._same_sentence(reading, before.end_char, at)):
            return None
        return before

    def _same_sentence(self, reading: str, start: int, at: int) -> bool:
        """Whether a sentence goes on from an offset, or the one that `at` is in has a pronoun for its subject."""
        ends = [stop.end() for stop in _SENTENCE.finditer(reading, start, at)]
        return not ends or (at - ends[-1] < _MAX_CLAUSE and self.p.he.search(reading, ends[-1], at) is not None)

    def _life(self, reading: str, run: list[Held], spoken: list[Entity]) -> Entity | None:
        """Whose life is told in a list: "Ông A, sinh năm 1950; quê ...; nguyên Bí thư Tỉnh ủy; ..."."""
        at, end = run[0].start, run[-1].end
        if not self.p.item.search(reading, max(0, at - 3), at) or not self.p.item_end.match(reading, end):
            return None
        for person in reversed(spoken):
            if at - person.end_char > _MAX_LIFE:
                return None
            if self.p.opened.search(reading, max(0, person.start_char - 25), person.start_char):
                return person if self.p.born.search(reading, person.end_char, at) else None
        return None

    def _others(self, reading: str, run: list[Held], persons: list[Entity], first: int) -> list[Link]:
        """The further names of "các Phó Chủ tịch UBND tỉnh: A, B và C"."""
        if not self.p.plural.search(reading, max(0, run[0].start - 20), run[0].start):
            return []
        found = []
        for one, other in pairwise(persons[first:]):
            if not self.p.listed.fullmatch(reading, one.end_char, other.start_char):
                break
            found.append(Link(other, run, "titles_then_names", 0.85))
        return found
