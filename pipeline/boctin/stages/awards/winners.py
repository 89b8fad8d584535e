"""Winners told right behind their prize: in a line of its own, in a row of such pairs, or as the work that won.

Đạo diễn xuất sắc nhất: Lê Văn An (phim Sao mai)         a line
giải Triển vọng: Trần Mai, giải Ấn tượng: Đỗ Lan         a row
giải Nhì là Thành đoàn Sao Mai                           "là" instead of a colon
Phim xuất sắc nhất thuộc về "Sao mai", "Gió chướng"      works
"""

from dataclasses import dataclass

import regex

from boctin.doc import Entity
from boctin.inorder import InOrder
from boctin.stages.awards.expression import Expression, Range
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import WORDS, Lexicon, any_of
from boctin.stages.awards.recipients import Party

_WORDS = GRAMMAR.winners
_LEAD = regex.compile(
    rf"\s*(?:\([^()\n]{{1,80}}\)\s*)?(?:{any_of(_WORDS.fields)}\s+[^,.;:()\n]{{2,60}}?\s*)?"
    rf"(?P<lead>:|{any_of(_WORDS.belongs)}|(?<is>(?<!\p{{L}})là(?!\p{{L}})))\s*"
)
_PEOPLE = frozenset([*WORDS.recipients.individual, *WORDS.recipients.honorifics, *_WORDS.titles])
_WORKS = frozenset(_WORDS.works)
_TEAMS = frozenset(_WORDS.teams)
_TEAM = regex.compile(any_of(_WORDS.teams))
_NOUN = any_of([*_PEOPLE, *_WORKS, *_TEAMS, *WORDS.recipients.collective, *WORDS.recipients.bodies])
_ROLE = regex.compile(rf"(?:các\s+)?(?:(?P<last>{_NOUN})\s*:?\s*){{1,4}}")
_NUMBER = regex.compile(r"(?:hai|ba|bốn|năm|\d{1,2})\s+")
_QUOTED = regex.compile(r"\"(?P<name>[^\"\n]{2,80})\"")
_CAPITAL_WORD = r"\p{Lu}(?:[\p{L}\d&']|\.(?=\p{L})|(?<=\p{Lu})\.(?= \p{Lu}))*"
_CAPITALS = regex.compile(rf"{_CAPITAL_WORD}(?: (?:{_CAPITAL_WORD}|\d{{1,3}}(?!\d| \p{{Ll}})|-(?= \p{{Lu}}))){{0,7}}")
# A work in small letters but the first: "Cây táo nở hoa", up to a mark or a word that ends it.
_WORK = regex.compile(rf"(?:{any_of(_WORDS.teams)} )?[\p{{Lu}}\d](?:(?!\s+{any_of(_WORDS.ends)})[^,.;:()\"\n]){{1,60}}")
# One word that goes on in small letters is half a name: "Hãy | nói lời yêu".
_HALF = regex.compile(rf" (?!{any_of([*_WORDS.ends, *_WORDS.tails])})\p{{Ll}}")
_DASH = regex.compile(r" - ")
_NAME_LIKE = regex.compile(rf"(?!(?i:{_NOUN}))\p{{Lu}}\p{{Ll}}+(?: \p{{Lu}}\p{{Ll}}+){{1,3}}")
_TAIL = regex.compile(rf"\s*(?:\([^()\n]{{1,120}}\))?(?:\s*(?:-|{any_of(_WORDS.tails)})\s[^,.;()\"\n]{{1,80}})?")
# "…; Sao Mai Resort - | Khu nghỉ dưỡng tốt nhất Việt Nam"
_BEFORE = regex.compile(
    rf"(?:[:;,]\s*|(?<!\p{{L}})(?:và|với)\s+|^\s*)(?P<name>{_CAPITAL_WORD}(?: {_CAPITAL_WORD}){{0,7}})\s+-\s+$"
)
# Who became it: An trở thành | Cầu thủ trẻ xuất sắc, Lê Lan (SN 2000) trở thành tân | Hoa hậu Sao Mai.
_BECAME = regex.compile(
    rf"(?P<name>{_CAPITAL_WORD}(?: {_CAPITAL_WORD}){{1,4}})(?: \([^()\n]{{1,40}}\))? (?:đã )?"
    r"(?P<how>trở thành|là|đăng quang) (?:tân )?$"
)
# Behind a prize, who gave it: "… (do Sao Mai Awards trao tặng)".
_GIVEN = regex.compile(r"[^,.;()\n]{0,40}\(do (?P<by>\p{Lu}[^()\n]{1,70}?) (?:trao|bình chọn|công nhận|vinh danh)")
# "ca sĩ đoạt | giải Grammy": a prize that says who somebody is.
_DESCRIBED = regex.compile(
    rf"{any_of([*WORDS.recipients.individual, *_WORDS.stars])}(?: (?:từng|đã|vừa))? "
    r"(?:giành|đoạt|thắng|nhận|đạt)(?: được)? $"
)
_LONGEST_NAME = 90
_REACH = 400
_NEXT = regex.compile(r"\s*(?:,|;|và(?!\p{L})|,\s*và(?!\p{L})|&)\s*")
# A category that a person wins: "Thí sinh triển vọng".
_PERSONAL = regex.compile(rf"(?:nam|nữ|{any_of([*_PEOPLE])})(?!\p{{L}})")


@dataclass(frozen=True, slots=True)
class Won:
    """A prize and its winners, as they stand in `[start, end)`."""

    expression: Expression
    parties: list[Party]
    start: int
    end: int
    by: Range | None = None  # who gave it


class Winners:
    """Reads the pairs of prize and winner of one article."""

    def __init__(self, lexicon: Lexicon, reading: str, low: str, people: InOrder[Entity]) -> None:
        self.lexicon, self.reading, self.low, self.people = lexicon, reading, low, people

    def read(self, expressions: list[Expression], start: int, end: int) -> list[Won]:
        """The pairs among the prizes of a sentence."""
        found: list[Won] = []
        for i, x in enumerate(expressions):
            limit = expressions[i + 1].start if i + 1 < len(expressions) else end
            if won := self._won(x, max(start, found[-1].end if found else start), limit):
                found.append(won)
        return found

    def _won_before(self, x: Expression, start: int, end: int) -> Won | None:
        """A winner with its category behind a dash, in a row of such after a word of honour, or who became it."""
        pageant = x.kind.code == "sac_dep" and x.name is not None
        if not ("unsaid" in x.notes or pageant):
            return None
        at = max(start, x.start - _LONGEST_NAME)
        by = _GIVEN.match(self.reading, x.end, min(end, x.end + _LONGEST_NAME))
        became = _BECAME.search(self.reading, at, x.start) if self.reading[x.start].isupper() else None
        name = became or _BEFORE.search(self.reading, at, x.start)
        if pageant and (became is None or became.group("how") == "là"):
            return None
        if name is None or not (became or by or self.lexicon.forms.search(self.low, max(0, x.start - _REACH), x.start)):
            return None
        span = name.span("name")
        person = self._person_at(span[0])
        if became and not person:
            return None
        party = Party(*span, 1, "collective", [span], form="body")
        if person:
            party.kind, party.form = "individual", "person"
        return Won(x, [party], span[0], x.end, by.span("by") if by else None)

    def _won(self, x: Expression, start: int, end: int) -> Won | None:
        if x.bearer or not _is_prize(x):
            return None
        lead = _LEAD.match(self.low, x.end, end)
        if lead is None:
            return self._won_before(x, start, end) or self._called_by(x, start)
        parties: list[Party] = []
        at = lead.end()
        if number := _NUMBER.match(self.low, at, end):
            at = number.end()
        works = not (lead.group("lead") == ":" or lead.group("is"))
        personal = _PERSONAL.match(self.low, *x.name) is not None if x.name else False
        while party := self._winner(at, end, works=works, personal=personal):
            parties.append(party)
            dash = _DASH.match(self.reading, party.end, end) if party.form == "person" else None
            if dash and (self._person_at(dash.end()) or (personal and _NAME_LIKE.match(self.reading, dash.end(), end))):
                at = dash.end()
                continue
            tail = _TAIL.match(self.reading, party.end, end)
            at = tail.end() if tail else party.end
            more = _NEXT.match(self.low, at, end)
            if more is None:
                break
            at = more.end()
        if not parties or (works and not self._only_works(parties, personal=personal)):
            return None
        return Won(x, [_joined(parties)], x.start, at)

    def _called_by(self, x: Expression, start: int) -> Won | None:
        """The winner whom a prize only describes: "ca sĩ đoạt giải Grammy | Lê Lan"."""
        who = _DESCRIBED.search(self.low, max(start, x.start - _LONGEST_NAME), x.start)
        person = self._person_at(x.end + 1) if who and self.reading.startswith(" ", x.end) else None
        if who is None or person is None:
            return None
        name = (person.start_char, person.end_char)
        return Won(x, [Party(*name, 1, "individual", [name], form="person")], who.start(), name[1])

    def _winner(self, at: int, end: int, *, works: bool, personal: bool) -> Party | None:
        role = _ROLE.match(self.low, at, end)
        start = role.end() if role else at
        if self.lexicon.forms.match(self.low, start, end):
            return None
        noun = role.group("last") if role else ""
        person = None if noun in _WORKS else self._person_at(start)
        if person and (" " in person.text or not _HALF.match(self.reading, person.end_char, end)):
            dash = _DASH.search(self.reading, start, person.end_char)
            span = (start, dash.start() if dash else person.end_char)
            return Party(*span, 1, "individual", [span], form="person")
        if quoted := _QUOTED.match(self.reading, start, end):
            return Party(*quoted.span(), 1, "collective", [quoted.span("name")], form="body")
        start = at if noun in _TEAMS else start
        name = (_WORK if works or noun in _WORKS else _CAPITALS).match(self.reading, start, end)
        if name is None or len(name.group()) < 3 or (works and self._no_work(noun, name)):
            return None
        if " " not in name.group() and _HALF.match(self.reading, name.end(), end):
            return None
        if noun in _PEOPLE or (personal and noun not in _TEAMS):
            dash = _DASH.search(self.reading, start, name.end())
            span = (start, dash.start() if dash else name.end())
            return Party(*span, 1, "individual", [span], form="person")
        span = (at if noun and noun not in _WORKS else start, name.end())
        return Party(*span, 1, "collective", [span], form="one" if noun in _TEAMS else "body")

    def _person_at(self, at: int) -> Entity | None:
        return next(iter(self.people.within(at, at + 1)), None)

    def _no_work(self, noun: str, name: regex.Match) -> bool:
        """Whether a name in small letters is none of a work: a body's, or a counted group."""
        counted = name.group()[0].isdigit() and self.lexicon.noun.match(self.low, self.low.find(" ", name.start()) + 1)
        people = self.lexicon.noun.match(self.low, name.start())
        person = people is not None and self.lexicon.noun_kind[people.group()] == "individual"
        return bool(counted) or person or noun not in ("", *_WORKS, *_TEAMS)

    def _only_works(self, parties: list[Party], *, personal: bool) -> bool:
        """Whether all winners are works, which no entity tells: people and bodies are read with the whole sentence."""
        if personal and not all(_TEAM.match(self.low, p.start) for p in parties):
            return False
        return all(p.kind == "collective" for p in parties)


def _is_prize(x: Expression) -> bool:
    return x.kind.group in ("prize", "place") and (bool(x.rank or x.name) or x.kind.group == "place")


def _joined(parties: list[Party]) -> Party:
    """Winners in a row as one group."""
    names = [name for p in parties for name in p.names]
    return Party(parties[0].start, parties[-1].end, len(names), parties[0].kind, names, form=parties[0].form)
