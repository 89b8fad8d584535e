"""Whom a pronoun, one word of a name, a unit's kind or an unsaid subject stands for.

Ông Nam | … | ông được tặng Bằng khen         the person named before, near and often
anh Thái | Phùng Bá Thái                      one word of a name
huyện | huyện Thanh Miện                      the unit of that kind
hãng | Sao Mai Auto                           the company that is named most
"""

from collections import Counter
from functools import cache

import regex

from boctin.doc import Entity
from boctin.inorder import InOrder
from boctin.stages.awards.candidate import Candidate
from boctin.stages.awards.expression import Expression
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import Lexicon, any_of
from boctin.stages.awards.recipients import Party, Range

_WORDS = GRAMMAR.persons
_PRONOUN = regex.compile(
    rf"(?<!(?:các|những)\s)(?P<who>(?i:{any_of(_WORDS.pronouns)}))(?!\s+{any_of(GRAMMAR.subject.after_no_pronoun)})(?:\s+(?P<short>\p{{Lu}}\p{{Ll}}+)(?!\s+\p{{Lu}}))?"
)
_ADDRESS = regex.compile(r"(?:\d\p{L}?|đường|phố|ngõ|số)\s+$")
# Of so many names before a pronoun it may mean one; a longer article is about more than one matter.
_REMEMBERED = 300
# What it is worth to be named first, in mentions (one right before a pronoun is worth 2.5).
_FIRST_NAMED = 0.4
_WOMEN = frozenset(_WORDS.women)
_SEX = regex.compile(rf"{any_of(_WORDS.pronouns)}(?=\s)")
_OF_SOMEONE = regex.compile(rf"{any_of(_WORDS.of_someone)}\s+(?:\p{{Ll}}+\.?\s+){{0,2}}$")
_ROLE = regex.compile(any_of(_WORDS.roles))
# A brand that no entity covers: "VinFast".
_BRAND = regex.compile(r"(?<![\p{L}\d])\p{Lu}\p{Ll}+\p{Lu}\p{Ll}\p{L}*(?![\p{L}\d])")
_COMPANIES = frozenset(GRAMMAR.subject.companies)
# Units that are bodies; the others are places.
_BODIES = ("trường", "nhà", "công", "bệnh", "ngân", "tập", *(word.split()[0] for word in _COMPANIES))


class Antecedents:
    """Finds whom the words of one article stand for."""

    def __init__(
        self, lexicon: Lexicon, reading: str, low: str, entities: InOrder[Entity], people: InOrder[Entity]
    ) -> None:
        self.lexicon, self.reading, self.low = lexicon, reading, low
        self.entities, self.people = entities, people
        self._found_brands: InOrder[Entity] | None = None
        self._by_tail = _by_tail(people)
        # Whom an article is about it names first.
        self._first = next((e.text for e in people if " " in e.text), "")
        self.short_names = frozenset(words[0] for words in self._by_tail if len(words) == 1)

    def of(self, candidate: Candidate, sentence: Range) -> list[Party]:
        """The person whom "ông", "cô Lan" or an unsaid subject stands for: named before, near and often."""
        at = candidate.verb[0] if candidate.verb else candidate.expression.start
        # A further honour has the subject of the first, which stands before its own clause.
        start = max(candidate.clause[0], sentence[0]) if at > candidate.clause[0] else sentence[0]
        if candidate.stands_for:
            at = start = candidate.stands_for[0]
        end = candidate.stands_for[1] if candidate.stands_for else at
        pronoun = next(reversed(list(_PRONOUN.finditer(self.reading, start, end))), None)
        if pronoun and pronoun.group("short"):
            full = self.full(pronoun.span("short"))
            return [_person(full)] if full != pronoun.span("short") else []
        woman = pronoun.group("who").lower() in _WOMEN if pronoun else None
        score: dict[str, float] = {}
        place: dict[str, Range] = {}
        limit = pronoun.start() if pronoun else sentence[0]
        for entity in self.people.before(limit, most=_REMEMBERED):
            span = self.full((entity.start_char, entity.end_char))
            name = self.reading[span[0] : span[1]]
            if _ADDRESS.search(self.low, max(0, span[0] - 12), span[0]):
                continue
            if " " in name and self._fits(entity, name, woman):
                score[name] = score.get(name, 0) + 1000 / (400 + at - entity.start_char)
                place[name] = span
        if self._first in score:
            score[self._first] += _FIRST_NAMED
        return [_person(place[max(score, key=lambda n: score[n])])] if score else []

    def _fits(self, entity: Entity, name: str, woman: bool | None) -> bool:
        """Whether a pronoun may mean this person: of its sex as far as said, and no "con trai của ông …"."""
        before = self.low[max(0, entity.start_char - 24) : entity.start_char]
        if _OF_SOMEONE.search(before):
            return False
        if woman is None:
            return True
        said = next((m.group() for m in reversed(list(_SEX.finditer(before[-8:])))), None)
        if said:
            return (said in _WOMEN) == woman
        return woman or " Thị " not in f" {name} "

    def resolved(self, party: Party, x: Expression | None) -> Party | None:
        """A party with its short names made full, "huyện" as the one named before, who won "Đạo diễn …" a person."""
        if party.form == "unit":
            named = self._unit(party)
            at = (named.start_char, named.end_char) if named else None
            return Party(party.start, party.end, 1, "collective", [at], form="body") if at else None
        if party.form == "body" and party.names and (full := self.full(party.names[0])) != party.names[0]:
            # "Vy Thảo" of Phạm Thị Vy Thảo
            return Party(party.start, party.end, 1, "individual", [full], form="person")
        if party.form == "body" and party.count == 1 and x and self._is_role(x) and self._is_unknown(party):
            return Party(party.start, party.end, 1, "individual", party.names, form="person")
        party.names = [self.full(n) if party.form in ("person", "counted") else n for n in party.names]
        return party

    def _is_role(self, x: Expression) -> bool:
        """Whether only a person gets this honour: "Nữ diễn viên chính xuất sắc"."""
        return bool(_ROLE.search(self.low, *(x.name or x.award)))

    def _is_unknown(self, party: Party) -> bool:
        """Whether a name is no body's as far as its words and the entities tell."""
        if self.lexicon.body_noun.match(self.low, party.start) or self.lexicon.noun.match(self.low, party.start):
            return " " in self.reading[slice(*party.names[0])] and not self.low.startswith(_BODIES, party.start)
        near = self.entities.before(party.end, most=3)
        return not any(e.end_char > party.start and e.label != "PERSON" for e in near)

    def _unit(self, party: Party) -> Entity | None:
        """The unit or body of a kind ("huyện", "nhà trường") named last before; of companies the one named most."""
        noun = self.low[party.start : party.end] + " "
        labels = ("ORGANIZATION",) if noun.startswith(_BODIES) else ("LOCATION",)
        before = [e for e in self.entities.before(party.start, most=_REMEMBERED) if e.label in labels]
        start = noun.removeprefix("nhà ") if noun == "nhà trường " else noun
        named = next((e for e in reversed(before) if self.low.startswith(start, e.start_char)), None)
        called = None if named else _called(noun).findall(self.reading, 0, party.start)
        if called:
            at = self.reading.rfind(called[-1], 0, party.start)
            return Entity("ORGANIZATION", at, at + len(called[-1]), called[-1])
        if named or noun.strip() not in _COMPANIES:
            return named
        companies = [e for e in before if e.kind in (None, "company", "bank")]
        companies += self._brands().before(party.start, most=_REMEMBERED)
        most = Counter(e.text for e in companies).most_common(1)
        name = most[0][0] if most and most[0][1] > 1 else None
        return next((e for e in companies if e.text == name), None)

    def _brands(self) -> InOrder[Entity]:
        if self._found_brands is None:
            found = (Entity("ORGANIZATION", *m.span(), m.group()) for m in _BRAND.finditer(self.reading))
            self._found_brands = InOrder(found)
        return self._found_brands

    def full(self, name: Range) -> Range:
        """The full name of whom one or two words name."""
        words = self.reading[name[0] : name[1]].split()
        if len(words) > 2:
            return name
        full = self._by_tail.get(tuple(words))
        return (full.start_char, full.end_char) if full else name


@cache
def _called(noun: str) -> regex.Pattern[str]:
    """Who is said to be one of a kind: "BTS là nhóm nhạc nam …"."""
    return regex.compile(rf"(?P<name>\p{{Lu}}[\p{{L}}\d&]*+(?: \p{{Lu}}[\p{{L}}\d&]*+){{0,4}}+) là (?:một )?{noun}")


def _by_tail(people: InOrder[Entity]) -> dict[tuple[str, ...], Entity]:
    """The first person of three or more words by the last one or two of them; by the last, else one of two words."""
    found: dict[tuple[str, ...], Entity] = {}
    for least in (3, 2):
        for person in people:
            words = person.text.split()
            if "-" in words:
                continue  # two names: "Thu Lan - Văn An"
            for count in range(1, least):
                if len(words) >= least:
                    found.setdefault(tuple(words[-count:]), person)
    return found


def _person(span: Range) -> Party:
    return Party(*span, 1, "individual", [span], form="person")
