"""Works that win: named behind a noun, or in a row that opens a sentence.

phim "Mùa nước nổi" của đạo diễn Lê An | đoạt | giải A       the work wins, not its maker
Bến quê, Phố trong làng | nhận | Bằng khen                   titles in a row
"""

import regex

from boctin.stages.awards.bodies import BEFORE_VERB, SCENE
from boctin.stages.awards.grammar import GRAMMAR
from boctin.stages.awards.lexicon import any_of
from boctin.stages.awards.recipients import Party, Range

_NOUN = regex.compile(
    rf"(?i:{any_of(GRAMMAR.works.nouns)})\s+(?:\p{{Ll}}+\s+){{0,3}}+"
    r"(?:\"(?P<quoted>[^\"\n]{2,140})\"|(?P<bare>\p{Lu}))"
)
_NAME_END = regex.compile(r"\s+(?:của|do|\(|được|đã|vừa|thắng|đoạt|giành|nhận|đạt)|[,(]")
# What may stand between a work and its verb: its maker, its year.
_MAKER = regex.compile(r"[\s,]*(?:\([^()\n]{1,80}\))?\s*(?:(?:của|do)\s[^.;:\n]{2,120})?[\s,]*")
_ITEM = regex.compile(r"\p{Lu}[\p{L}]*(?:(?: - | )[\p{L}\d]+){1,8}+")
_AND = regex.compile(r"\s*(?:,\s*và|,|và)\s+")
# A title with its maker opens a sentence: ""Bến quê" của Lê An", "Mùa nước nổi của đạo diễn Lê An".
_KIN = any_of(
    [*GRAMMAR.persons.pronouns, *GRAMMAR.persons.women, "con", "cháu", "vợ", "chồng", "bố", "học trò", "nhóm", "đội"]
)
_TITLED = regex.compile(
    r"\s*(?:\"(?P<quoted>[^\"\n]{2,140})\"(?= (?:của|do) )"
    rf"|(?P<bare>(?!(?i:{any_of(GRAMMAR.works.nouns)}|{_KIN}))\p{{Lu}}[\p{{L}}\d]*+(?: (?!của )[\p{{L}}\d-]++){{1,8}}+)"
    rf"(?= của (?:{any_of(GRAMMAR.works.makers)}) ))"
)
_LONGEST_ROW = 200


class Works:
    """Finds works that are the subject of a verb of receiving, in one sentence."""

    def __init__(self, reading: str, low: str, span: Range) -> None:
        self.reading, self.low, self.span = reading, low, span

    def before(self, start: int, end: int, parties: list[Party]) -> list[Party]:
        """The works right before a verb, or none."""
        tail = BEFORE_VERB.search(self.reading, start, end)
        stop = tail.start() if tail else end
        return (
            self._named(start, stop, end, parties)
            or self._titled(start, stop, parties)
            or self._row(start, stop, parties)
        )

    def _named(self, start: int, stop: int, end: int, parties: list[Party]) -> list[Party]:
        people = [p.end for p in parties if p.form == "person"]
        for noun in _NOUN.finditer(self.reading, start, stop):
            if any(at <= noun.start() for at in people):
                break  # "Lan trong phim … đoạt giải": she wins
            if noun.group("quoted"):
                name, after = noun.span("quoted"), noun.end()
            else:
                last = _NAME_END.search(self.low, noun.start("bare"), stop)
                after = last.start() if last else stop
                name = noun.start("bare"), after
            if self._is_object(noun, stop, end):
                continue
            if name[1] - name[0] <= 140 and _MAKER.fullmatch(self.low, after, stop):
                return [Party(*name, 1, "collective", [name], form="body")]
        return []

    def _titled(self, start: int, stop: int, parties: list[Party]) -> list[Party]:
        """A title with its maker, whom a person is, that opens a sentence."""
        title = _TITLED.match(self.reading, start, stop) if start == self.span[0] else None
        if title is None or not _MAKER.fullmatch(self.low, title.end(), stop):
            return []
        makers = [p for p in parties if p.form == "person"]
        if not makers or any(p.start < title.end() for p in parties) or "," in self.low[title.end() : makers[-1].end]:
            return []
        name = title.span("quoted") if title.group("quoted") else title.span("bare")
        return [Party(*name, 1, "collective", [name], form="body")]

    def _is_object(self, noun: regex.Match, stop: int, end: int) -> bool:
        """Whether a work is that of somebody who wins: "cô đóng phim Bến quê | và | nhận giải"."""
        return self.reading[noun.start()].islower() and self.low[stop:end].lstrip().startswith("và ")

    def object_before(self, start: int, end: int) -> bool:
        """Whether a work right before a verb is no subject of it."""
        if self.low.find(" và ", start, end) == -1:
            return False
        tail = BEFORE_VERB.search(self.reading, start, end)
        stop = tail.start() if tail else end
        return any(self._is_object(noun, stop, end) for noun in _NOUN.finditer(self.reading, start, stop))

    def _row(self, start: int, stop: int, parties: list[Party]) -> list[Party]:
        """Titles in a row that open a sentence; names that are known to be others' are none."""
        first = start + len(self.reading[start:stop]) - len(self.reading[start:stop].lstrip(" -*+"))
        if start != self.span[0] or stop - first > _LONGEST_ROW or any(p.form != "body" for p in parties):
            return []
        names: list[Range] = []
        at = first
        while item := _ITEM.match(self.reading, at, stop):
            if SCENE.match(self.low, at, stop):
                return []
            names.append(item.span())
            at = item.end()
            more = _AND.match(self.reading, at, stop)
            if more is None:
                break
            at = more.end()
        if len(names) < 2 or self.reading[at:stop].strip(" ,") or any(p.start < stop for p in parties):
            return []
        return [Party(first, names[-1][1], len(names), "collective", names, form="body")]
