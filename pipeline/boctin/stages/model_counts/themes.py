"""What movement or kind counted models belong to: "1.240 mô hình “Dân vận khéo”", "12 mô hình trồng lúa hữu cơ"."""

from dataclasses import dataclass

import regex

from boctin.stages.model_counts.knowledge import CountKnowledge, any_of, whole_word
from boctin.stages.model_counts.page import Page, Sentence

_WORD = regex.compile(r"[^\s,;:.()\[\]\"…!?]+(?:[.:][^\s,;:.()\[\]\"…!?]+)*")
_SPACE = regex.compile(r"[^\S\n]+")
_NUMBER = regex.compile(r"\d|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|hàng|một|nhiều|các|những|mỗi)(?!\p{L})")
_QUOTED = r"\"\s*(?P<quoted>[^\"\n]{2,140}?)\s*\""
_JOIN = regex.compile(r"(?:\s*,\s*|\s+và\s+|\s*/\s*|\s+)")
_AND = regex.compile(r"\s+(?:và|hoặc|hay)\s+", regex.IGNORECASE)
_DASH = regex.compile(r"\s+-\s+(?=\p{L})")
_LAST_WORDS = 3
# "2+1", a formula that models are told apart by; "năm 2023", a figure of something else.
_FORMULA = regex.compile(r"\d[\d.,]*\+|(?:năm|tháng|quý|hơn|gần|trên|vốn)\s+\d")
_COMPOUND_REACH = 12
# A number among the words after a comma tells another clause; "Covid-19" and "4.0" are no numbers.
_FIGURE = regex.compile(r"(?<!\S)\d++(?!\.0(?!\d))")
# After the words that a comma adds: the number of something else, so that they are another clause.
_NUMBERED = regex.compile(r"\s+(?:(?:hơn|gần|trên|khoảng|được)\s+)?\d")
# "sản xuất lúa", of "tổ chức sản xuất lúa theo hai mô hình".
_DONE_BY = regex.compile(r"\s+(?P<what>\p{Ll}+(?:\s\p{Ll}+){1,5}?)\s+theo\s+$")
# "giảm 5 mô hình"; "giảm nghèo" is a theme.
_CHANGED = regex.compile(r"(?:tăng|giảm)\s+(?=\P{L})", regex.IGNORECASE)
# After a comma, the subject of another clause: "…, Hội Nông dân …".
_NAME = regex.compile(r"\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}")
# A kind is told without an article; what has one is singled out: "du lịch gắn với các lễ hội ở xã".
_SINGLED_OUT = regex.compile(r"gắn\s+với\s+(?:các|những)(?!\p{L})", regex.IGNORECASE)


@dataclass(frozen=True)
class Theme:
    """A theme and how it was told: "quoted", "about" (về …), "kind" (right after the noun), "carried" (elsewhere)."""

    start: int
    end: int
    way: str


class Themes:
    """Reads themes; one for every way of saying them."""

    def __init__(self, known: CountKnowledge) -> None:
        words = known.theme
        self.max_words = words.max_words
        self.qualities = regex.compile(rf"(?:{any_of(words.qualities)}(?![\p{{L}}\p{{N}}]))", regex.IGNORECASE)
        self.stops = regex.compile(rf"{any_of(words.stops)}(?![\p{{L}}\p{{N}}])", regex.IGNORECASE)
        self.keeps = regex.compile(rf"{any_of(words.keeps)}(?![\p{{L}}\p{{N}}])", regex.IGNORECASE)
        self.compound = regex.compile(whole_word(words.compounds), regex.IGNORECASE)
        self.no_start = regex.compile(rf"{any_of(words.no_start)}(?![\p{{L}}\p{{N}}])", regex.IGNORECASE)
        self.bare = regex.compile(any_of(words.bare), regex.IGNORECASE)
        self.kept_whole = regex.compile(rf"(?<!\p{{L}}){any_of(words.kept_whole)}$", regex.IGNORECASE)
        self.organised = regex.compile(rf"(?<!\p{{L}}){any_of(words.organised)}", regex.IGNORECASE)
        self.clause_starts = regex.compile(rf"{any_of(words.clause_starts)}(?![\p{{L}}\p{{N}}])", regex.IGNORECASE)
        self.trailing = regex.compile(
            rf"[\s,]+{any_of([*words.trailing, 'và', 'về', 'gắn', 'của'])}$", regex.IGNORECASE
        )
        carrier = whole_word(words.carriers)
        self.quoted = regex.compile(
            rf"\s*(?:(?:về|mang tên|có tên|với tên gọi|tên là|:)\s*)?{_QUOTED}", regex.IGNORECASE
        )
        self.about = regex.compile(r"[^.;:,\n\"()]{0,80}?(?<!\p{L})về\s+(?=\p{L})", regex.IGNORECASE)
        self.carried = regex.compile(rf"{carrier}(?:\s+\p{{L}}+){{0,3}}?\s*{_QUOTED}", regex.IGNORECASE)
        self.movement = regex.compile(whole_word(known.movements), regex.IGNORECASE)
        self.counted = regex.compile(rf"{any_of(known.details.counted)}(?!\p{{L}})", regex.IGNORECASE)

    def own(self, page: Page, start: int, limit: int) -> Theme | None:
        """The theme told right after the noun that ends at `start`, before `limit` (the next count or clause)."""
        at, skipped = self._after_qualities(page.reading, start, limit)
        if quoted := self.quoted.match(page.reading, at, limit):
            return Theme(*quoted.span("quoted"), "quoted")
        if page.reading.startswith((",", " -"), at):
            return None
        space = _SPACE.match(page.reading, at, limit)
        if space is None:
            return None
        at = space.end()
        if page.reading[at : at + 3].casefold() == "về ":
            return self._phrase(page.reading, at + 3, limit, "about")
        if skipped and self.counted.match(page.reading, at):
            return None
        return self._phrase(page.reading, at, limit, "kind")

    def later(self, page: Page, start: int, limit: int) -> Theme | None:
        """A theme further on in the clause: "… điểm tại các trường hạ về bảo vệ môi trường", "… cuộc vận động “X”"."""
        if carried := self.carried.search(page.reading, start, limit):
            return Theme(*carried.span("quoted"), "carried")
        if about := self.about.match(page.reading, start, limit):
            return self._phrase(page.reading, about.end(), limit, "about")
        return None

    def carried_in(self, page: Page, start: int, end: int) -> Theme | None:
        """The last movement, programme or model called by name in `[start, end)`."""
        last = None
        for match in self.carried.finditer(page.reading, start, end):
            last = Theme(*match.span("quoted"), "carried")
        return last or self.movement_in(page, start, end)

    def organised_by(self, page: Page, start: int, end: int) -> Theme | None:
        """What is done by the models counted at `end`: "tổ chức tiêu thụ sản phẩm theo hai mô hình"."""
        for verb in self.organised.finditer(page.reading, start, end):
            if done := _DONE_BY.fullmatch(page.reading, verb.end(), end):
                return Theme(*done.span("what"), "carried")
        return None

    def movement_in(self, page: Page, start: int, end: int) -> Theme | None:
        """The first known movement named in `[start, end)`, with or without quotes."""
        match = self.movement.search(page.reading, start, end)
        return Theme(*match.span(), "carried") if match else None

    def of_article(self, page: Page) -> Theme | None:
        """The movement that an article is about: named in its title, or before the first long paragraph has ended."""
        opening: list[Sentence] = []
        for sentence in page.sentences:
            if len({s.part for s in opening}) >= _LAST_WORDS and sentence.part != opening[-1].part:
                break
            opening.append(sentence)
        for sentence in opening:
            if movement := self.movement_in(page, sentence.start, sentence.end):
                return movement
        return None

    def is_movement(self, printed: str) -> bool:
        """Whether a name is that of a movement and not of one model."""
        return self.movement.fullmatch(printed) is not None

    def _after_qualities(self, reading: str, at: int, limit: int) -> tuple[int, bool]:
        """The offset after words of praise and rank ("điểm", "tiêu biểu", "tập thể, cá nhân")."""
        skipped = False
        while True:
            join = _JOIN.match(reading, at, limit)
            if join is None or self.keeps.match(reading, join.end(), limit):
                return at, skipped
            quality = self.qualities.match(reading, join.end(), limit)
            if quality is None:
                return at, skipped
            at, skipped = quality.end(), True

    def _phrase(self, reading: str, at: int, limit: int, way: str) -> Theme | None:
        """A noun phrase from `at` on; what a model is about may begin with any verb ("về thực hiện nếp sống mới")."""
        if _CHANGED.match(reading, at) or (self.no_start.match(reading, at) and not self.keeps.match(reading, at)):
            return None
        end = self._segment(reading, at, limit, at, any_verb=way == "about")
        if end == at:
            return None
        while end < limit and (further := self._continued(reading, at, end, limit)):
            end = further
        start, end = self._trimmed(reading, at, end)
        if end - start < 2 or self.bare.fullmatch(reading, start, end):
            return None
        if len(reading[start:end].split()) > self.max_words:
            return None
        return Theme(start, end, way)

    def _continued(self, reading: str, start: int, end: int, limit: int) -> int | None:
        """The end of what a comma, "và" or a dash adds to a phrase; None when a new clause begins there."""
        link = (
            regex.match(r"\s*,\s+", reading, pos=end, endpos=limit)
            or _AND.match(reading, end, limit)
            or _DASH.match(reading, end, limit)
        )
        if not link:
            return None
        at = link.end()
        if not reading[at : at + 1].isalpha() or _NUMBER.match(reading, at):
            return None
        if self.clause_starts.match(reading, at) and not self.keeps.match(reading, at):
            return None
        if reading[start].islower() and _NAME.match(reading, at):
            return None
        further = self._segment(reading, at, limit, start)
        added = reading[at:further]
        if (
            further == at
            or _FIGURE.search(added)
            or _NUMBERED.match(reading, further, limit)
            or len(added.split()) > 16
            or reading.startswith(" nào", further)
        ):
            return None
        return further

    def _segment(self, reading: str, at: int, limit: int, start: int, *, any_verb: bool = False) -> int:
        """The end of a run of words with no comma in it and no word that ends a theme."""
        end = at
        exempt = at
        if any_verb and (verb := self.stops.match(reading, at)):
            exempt = verb.end()
        while word := _WORD.match(reading, at, limit):
            stops = at >= exempt and self._stops(reading, at, start)
            if stops or _FORMULA.match(reading, at) or _SINGLED_OUT.match(reading, at):
                break
            end = word.end()
            space = _SPACE.match(reading, end, limit)
            if not space or reading.startswith("- ", space.end()):
                break
            at = space.end()
            if (
                _AND.match(reading, end, limit) and self._continued(reading, start, end, limit) is None
            ) or reading.startswith('"', at):
                break
        return end

    def _stops(self, reading: str, at: int, start: int) -> bool:
        if not self.stops.match(reading, at) or self.keeps.match(reading, at):
            return False
        last = self.compound.search(reading, max(start, at - _COMPOUND_REACH), at + _COMPOUND_REACH)
        return last is None or not last.start() < at < last.end()

    def _trimmed(self, reading: str, start: int, end: int) -> tuple[int, int]:
        """Without words of praise at the end, and white space."""
        while (trailing := self.trailing.search(reading, start, end)) and not self.kept_whole.search(
            reading, start, trailing.end()
        ):
            end = trailing.start()
        while end > start and reading[end - 1] in " -,":
            end -= 1
        return start, end
