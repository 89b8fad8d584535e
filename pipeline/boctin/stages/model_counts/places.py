"""Which administrative unit a count covers, told in the fullest form that the article prints."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

import regex

from boctin.doc import Entity
from boctin.stages.model_counts.knowledge import CountKnowledge, any_of, ending_with, whole_word
from boctin.stages.model_counts.page import Page, Sentence

_LEVELS = ("province", "district", "commune", "hamlet")
_UNIT_GAP = r"[^\S\n]+"
_BODY = regex.compile(r"(?:tỉnh|thành|huyện|quận|thị|xã)\s?(?:ủy|đoàn|đội)\s+$", regex.IGNORECASE)
_BODY_LEVEL = {
    "tỉnh": "province",
    "thành": "province",
    "huyện": "district",
    "quận": "district",
    "thị": "district",
    "xã": "commune",
}
# "Huyện ủy Hậu Lộc" names a district, whether or not it stands anywhere with its unit word.
_BODY_OF = regex.compile(
    r"(?<!\p{L})(?P<body>(?i:tỉnh|thành|huyện|quận|thị|xã)\s?(?i:ủy|đoàn))\s"
    r"(?P<name>\p{Lu}[\p{Ll}']+(?:\s\p{Lu}[\p{Ll}']+){0,2})(?P<more>\s\p{Lu}\p{Ll})?"
)
_IN_BRACKETS = regex.compile(r"\s*\(\s*(?:\p{Ll}+\s+){0,2}")
# Said beside: in brackets, or what is compared with, or of a person's home.
_ASIDE = regex.compile(
    r"\([^()]{0,60}$|so với[^,;]{0,30}$|(?:ngụ|quê|trú|sinh)\s(?:tại\s|ở\s)?(?:[^,;]{0,30},\s?){0,2}$", regex.IGNORECASE
)
# No form of _ASIDE is longer.
_REACH = 120
# "Như tại Bến Lức, …": what the sentence is about.
_TOPIC = regex.compile(r"[-*•+\s]*(?:như\s+|riêng\s+|trong đó,?\s+)?(?:tại|ở|trên địa bàn)\s+", regex.IGNORECASE)
_GROUP = regex.compile(r"\s*[,(-]\s*(?:thuộc\s+)?$")
# Before "huyện" alone: it is all of the district, or the subject of its clause.
_WHOLE_OF = regex.compile(
    r"(?:(?<!\p{L})(?:toàn|cả|địa bàn|trong|của|khắp|hiện nay|hiện|nay|đến nay|và|ở)\s+|^[-*•+\s\"]*|[,;:]\s+\"?)$",
    regex.IGNORECASE,
)
_LEAD_PARTS = 3
_OFTEN = 3
_EACH_REACH = 90
# A name with no unit word is one where the sentence is built for it: "tại Bến Lức,", "Nam Đà (14 mô hình)".
_CAPITALS = r"(?P<name>\p{Lu}[\p{L}']*(?:\s\p{Lu}[\p{L}']*){1,3})"
_LABEL = regex.compile(rf"[-*•+\s]*{_CAPITALS}\s*:\s*")
_AT_NAME = regex.compile(
    rf"(?<!\p{{L}})(?:tại|ở|Tại|Ở)\s+(?:khu vực\s+)?{_CAPITALS}(?=\s*[,.;)]|\s+(?:có|đã|và|là|hiện|với|do|cũng)\s)"
)
_BEFORE_BRACKET = regex.compile(
    rf"(?:^|[,:;]|\s(?:là|như|và))\s+(?:Xã\s|Huyện\s)?{_CAPITALS}\s*\(\s*(?:\p{{Ll}}+\s+){{0,2}}$"
)
_OF = regex.compile(r"của\s+$", regex.IGNORECASE)
_AND = regex.compile(r"\s*(?:,|và|, và)\s*")
# "Công an các xã, thị trấn" are many.
_LEVELS_LISTED = regex.compile(
    r"(?<!\p{L})(?:các|những|mỗi|từng|nhiều|một số|\d+)\s(?:xã|phường|huyện|quận|thị xã|thành phố|tỉnh|thôn|ấp|khóm)"
    r"(?:,\s(?:xã|phường|huyện|quận|thị xã|thôn|ấp|khóm)){0,4},\s$",
    regex.IGNORECASE,
)
_WITHIN = regex.compile(r"(?:trên địa bàn|toàn|cả|của|trong|địa bàn)\s+$", regex.IGNORECASE)
_THIS = regex.compile(r"\s+(?:này|nhà)(?!\p{L})")
_ALL_OF = regex.compile(r"(?:toàn|địa bàn)\s+$", regex.IGNORECASE)
_BRACKET_BEFORE = regex.compile(r"\(\s*(?:\p{Ll}+\s+){0,2}$")
_ONE_MORE = regex.compile(r" \p{Lu}\p{Ll}+(?! \p{Lu})")
_VENUE = regex.compile(r"(?<!\p{L})(?i:tại|ở|đến|về|từ)\s+(?:\p{Ll}+\s+){0,2}$")
_WIDE = regex.compile(r"(?<!\p{L})(?:cả|toàn|các)\s+(?:vùng|nước|khu vực|quốc|miền)(?!\p{L})", regex.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """An administrative unit where the article names it; `level` is None for a bare name of unknown level."""

    start: int
    end: int
    key: str
    level: str | None
    has_unit: bool


@dataclass(frozen=True)
class Place:
    """The unit of a count: where its fullest form stands, and the words of the sentence that told it."""

    start: int
    end: int
    cue_start: int
    cue_end: int
    way: str


# No unit, or more than one: nothing else is looked for.
_SEVERAL = Place(0, 0, 0, 0, "several")


class PlaceReader:
    """Patterns made of the words for units; `of` reads one article."""

    def __init__(self, known: CountKnowledge) -> None:
        words = known.place
        self.level_of: dict[str, list[str]] = {}
        for level in _LEVELS:
            for word in words.levels[level]:
                self.level_of.setdefault(word.casefold(), []).append(level)
        units = [word for level in _LEVELS for word in words.levels[level]]
        self.unit = rf"(?<![\p{{L}}\p{{N}}]){any_of(units)}"
        self.leading_unit = regex.compile(rf"(?P<unit>{self.unit})\s*(?=(?-i:[\p{{Lu}}\d]))", regex.IGNORECASE)
        self.in_place = ending_with(words.before)
        self.no_unit = frozenset(words.no_unit)
        self.central_cities = frozenset(city.casefold() for city in words.central_cities)
        unit = any_of(unit for unit in units if unit.islower())
        name = r"\p{Lu}[\p{L}']*(?:[ ]\p{Lu}[\p{L}']*){0,2}"
        self.digest = regex.compile(rf"\s*{any_of(words.digests)}(?!\p{{L}})", regex.IGNORECASE)
        self.any_unit = regex.compile(
            rf"(?<![\p{{L}}\p{{N}}])(?P<unit>(?i:{unit})){_UNIT_GAP}(?P<name>{name})(?!\s\p{{Lu}})"
        )
        bare = "|".join(
            ["tỉnh", "huyện", "xã", "phường", "thị trấn", "thị xã", "thành phố", "quận", "thôn", "ấp", "xóm", "bản"]
        )
        self.whole = regex.compile(
            rf"(?<![\p{{L}}\p{{N}}])(?<!hợp tác )(?P<level>{bare})(?![\p{{L}}\p{{N}}])"
            r"(?!\s+(?-i:[\p{Lu}\d]))(?!\s+(?:ủy|đoàn))(?!,\s(?:thị|xã|phường|huyện|bản|thôn))",
            regex.IGNORECASE,
        )
        self.central = regex.compile(whole_word(words.central))
        self.no_actor = tuple(f"{word} " for word in words.no_actor)
        self.nationwide = regex.compile(whole_word(words.nationwide))
        self.each = regex.compile(
            rf"{whole_word(known.one.each)}(?!\s+(?:năm|tháng|quý|tuần))|(?<!\p{{L}})(?:có|nhiều)\s+(?:bản|thôn|ấp|xã|huyện|nơi|hộ)\s+(?=làm|có|xây)",
            regex.IGNORECASE,
        )

    def of(self, page: Page, entities: list[Entity]) -> "Places":
        return Places(self, page, entities)


class Places:
    """The units that one article names."""

    def __init__(self, reader: PlaceReader, page: Page, entities: list[Entity]) -> None:
        self.reader, self.page = reader, page
        self.kinds: dict[str, Counter[str]] = {}
        names: set[str] = set()
        for entity in entities:
            if entity.label == "LOCATION" and entity.kind in _LEVELS:
                names.add(self._note(page.reading[entity.start_char : entity.end_char], entity.kind))
        names |= self._of_bodies()
        self.no_unit = reader.no_unit
        self.mentions = self._mentions(names - {""})
        self._starts = [m.start for m in self.mentions]
        self._of_key: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            self._of_key.setdefault(mention.key, []).append(mention)
        self._fullest: dict[tuple[str, str | None], Mention | None] = {}
        self.foreign = [e.start_char for e in entities if e.label == "LOCATION" and e.kind == "country"]
        self.bodies = [(e.start_char, e.end_char) for e in entities if e.label == "ORGANIZATION"]
        self.main = self._main()

    def _of_bodies(self) -> set[str]:
        """Names of units in those of Party and youth bodies, noted under their level."""
        names = set()
        for body in _BODY_OF.finditer(self.page.reading):
            words = body.group("name").split()
            # A person's name may follow: "Bí thư Huyện ủy Hậu Lộc Trần Văn A".
            name = " ".join(words[:2] if body.group("more") else words)
            if words[0] not in self.reader.no_unit:
                level = _BODY_LEVEL[regex.split(r"\s|ủ|đ", body.group("body").casefold())[0]]
                self.kinds.setdefault(name.casefold(), Counter())[level] += 1
                names.add(name)
        return names

    def _note(self, printed: str, kind: str | None) -> str:
        """The name without its unit word ("Phường 9" keeps it), counted under its kind; "" for no name."""
        unit = self.reader.leading_unit.match(printed)
        if unit is None and not printed[:1].isupper():
            return ""
        name = printed[unit.end() :] if unit and not printed[unit.end()].isdigit() else printed
        if kind:
            self.kinds.setdefault(name.casefold(), Counter())[kind] += 1
        return name

    def _mentions(self, names: set[str]) -> list[Mention]:
        found = self._known(names) if names else []
        taken = [False] * (len(self.page.reading) + 1)
        for mention in found:
            taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
        for match in self.reader.any_unit.finditer(self.page.reading):
            if not any(taken[match.start() : match.end()]):
                key = match.group("name").casefold()
                level = self.reader.level_of[" ".join(match.group("unit").casefold().split())][0]
                found.append(Mention(match.start(), match.end(), key, level, has_unit=True))
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
        for match in _AT_NAME.finditer(self.page.reading):
            start, end = match.span("name")
            if not any(taken[start:end]) and match.group("name").split()[0] not in self.no_unit:
                found.append(Mention(start, end, match.group("name").casefold(), None, has_unit=False))
        return sorted(found, key=lambda m: m.start)

    def _known(self, names: set[str]) -> list[Mention]:
        """Every place where a name that the entities gave stands, with the unit word before it."""
        pattern = regex.compile(
            rf"(?:(?P<unit>(?i:{self.reader.unit})){_UNIT_GAP}|(?P<tp>(?<!\p{{L}})TP\.))?(?P<name>{whole_word(names)})"
        )
        found = []
        for match in pattern.finditer(self.page.reading):
            key, end = match.group("name").casefold(), match.end()
            if match.group("unit") and " " not in key and (more := _ONE_MORE.match(self.page.reading, end)):
                key, end = f"{key} {more.group().strip().casefold()}", more.end()  # no unit known to the entities
            unit = match.group("unit") or ("TP." if match.group("tp") else None)
            found.append(Mention(match.start(), end, key, self._level(match.start(), unit, key), unit is not None))
        return found

    def _level(self, start: int, unit: str | None, key: str) -> str | None:
        kinds = self.kinds.get(key, Counter())
        levels = self.reader.level_of.get(unit.casefold(), []) if unit else []
        if len(levels) > 1:
            return "province" if key in self.reader.central_cities else "district"
        if levels:
            return levels[0]
        body = _BODY.search(self.page.reading, max(0, start - 14), start)
        if body:
            return _BODY_LEVEL.get(regex.split(r"\s|ủ|đ", body.group().casefold())[0])
        return next((level for level in _LEVELS if level in kinds), None)

    def _main(self) -> Mention | None:
        """The unit that an article is about: in its title, else named again or as that of a body in its opening."""
        page = self.page
        namesakes = [(s, e) for s, e in self.bodies if page.reading.startswith(self.reader.no_actor, s)]
        units = [m for m in self.mentions if not any(s <= m.start < e for s, e in namesakes)]
        placed = [(m, s) for m in units if (s := page.sentence_at(m.start)) and m.level is not None]
        if self.reader.digest.match(page.reading):
            return None
        title = [m for m, s in placed if s.role == "title"]
        if title:
            return title[0]
        parts = sorted({s.part for s in page.sentences if s.role == "paragraph"})[:_LEAD_PARTS]
        often = Counter(m.key for m in units)
        for mention, sentence in placed:
            acting = any(start <= mention.start and mention.end <= end for start, end in self.bodies)
            if sentence.part not in parts or (often[mention.key] < _OFTEN and not acting):
                continue
            if self.reader.nationwide.search(page.reading, sentence.start, sentence.end):
                return None
            if not _VENUE.search(page.reading, sentence.start, mention.start):
                return mention
        return None

    def fullest(self, mention: Mention) -> Mention:
        """The longest form in which the article prints the unit: "huyện Thoại Sơn" for "Thoại Sơn"."""
        asked = (mention.key, mention.level)
        if asked not in self._fullest:
            self._fullest[asked] = self._longest(*asked)
        longest = self._fullest[asked]
        if longest is None or (mention.has_unit and longest.end - longest.start <= mention.end - mention.start):
            return mention
        return longest

    def _longest(self, key: str, level: str | None) -> Mention | None:
        """The longest mention of a name with its unit word: of the level given, or of the highest where none is."""
        with_unit = [m for m in self._of_key.get(key, ()) if m.has_unit]
        exact = [m for m in with_unit if m.level == level]
        if not exact and level is None and with_unit:
            highest = min((m.level for m in with_unit), key=lambda level: _LEVELS.index(level or "hamlet"))
            exact = [m for m in with_unit if m.level == highest]
        return max(exact, key=lambda m: m.end - m.start, default=None)

    def of_count(
        self, sentence: Sentence, start: int, end: int, limit: int, *, named_only: bool = False
    ) -> Place | None:
        """The unit that a count at `[start, end)` covers; its clause ends at `limit`.

        With `named_only`, no unit is taken over from the title or the opening of the article.
        """
        reading = self.page.reading
        if bracketed := self._bracketed(sentence, start):
            return bracketed
        if self.is_for_each(sentence, start):
            return None
        reach = limit
        if regex.search(r"\svà\s+(?:\p{Ll}+\s+){0,3}$", reading, pos=end, endpos=limit):
            reach = min(sentence.end, limit + 120)
        told = self._after(end, reach) or self._before(sentence, start)
        if told:
            return None if told is _SEVERAL else told
        if _WIDE.search(reading, sentence.start, start) or self.reader.nationwide.search(
            reading, sentence.start, sentence.end
        ):
            return None
        if self.reader.central.search(reading, sentence.start, start):
            return None
        if any(sentence.start <= at < sentence.end for at in self.foreign):
            return None
        item = self._of_item(sentence)
        return item if item or named_only else self._place(self.main, None, "article")

    def is_for_each(self, sentence: Sentence, start: int) -> bool:
        """Whether a count is told for each of many: "mỗi xã có ít nhất 2 mô hình"."""
        return self.reader.each.search(self.page.reading, max(sentence.start, start - _EACH_REACH), start) is not None

    def of_sentence(self, sentence: Sentence) -> Place | None:
        """The first unit that a sentence names."""
        mention = next(iter(self._within(sentence.start, sentence.end)), None)
        return self._place(mention, mention, "before")

    def _within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in `[start, end)`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _bracketed(self, sentence: Sentence, start: int) -> Place | None:
        """The name that a bracket or a colon gives the count of: "Nam Đà (14 mô hình)"."""
        if label := _LABEL.fullmatch(self.page.reading, sentence.start, start):
            named = Mention(*label.span("name"), label.group("name").casefold(), None, has_unit=False)
            return self._place(named, named, "bracket")
        if not _BRACKET_BEFORE.search(self.page.reading, sentence.start, start):
            return None
        for mention in reversed(self._within(sentence.start, start)):
            if mention.end < start and _IN_BRACKETS.fullmatch(self.page.reading, mention.end, start):
                return self._place(mention, mention, "bracket")
        match = _BEFORE_BRACKET.search(self.page.reading, sentence.start, start)
        if not match:
            return None
        first, last = match.span("name")
        named = Mention(first, last, self.page.reading[first:last].casefold(), None, has_unit=False)
        return self._place(named, named, "bracket")

    def _after(self, end: int, limit: int) -> Place | None:
        for mention in self._within(end, limit):
            if self.reader.in_place.search(self.page.reading, end, mention.start):
                return _SEVERAL if self._has_equal(mention, limit) else self._place(mention, mention, "after")
        for whole in self.reader.whole.finditer(self.page.reading, end, limit):
            if _WITHIN.search(self.page.reading, end, whole.start()):
                return self._of_level(whole) or _SEVERAL
        return None

    def _has_equal(self, mention: Mention, limit: int) -> bool:
        """Whether a unit of the same level is told in one breath: "tại huyện Quỳ Hợp và huyện Quỳ Châu"."""
        after = next(iter(self._within(mention.end, limit)), None)
        return (
            after is not None
            and after.level == mention.level
            and _AND.fullmatch(self.page.reading, mention.end, after.start) is not None
        )

    def _before(self, sentence: Sentence, start: int) -> Place | None:
        """The nearest unit before the count: by name, or by its level ("toàn huyện", "xã đã xây dựng …")."""
        reading = self.page.reading
        named = [m for m in self._within(sentence.start, start) if m.end <= start]
        named = [m for m in named if not self._is_aside(sentence, m)]
        nearest = named[-1] if named else None
        if nearest:
            # "huyện Thoại Sơn, tỉnh An Giang" is one unit, told with the one above it.
            for mention in reversed(named[:-1]):
                if not _GROUP.fullmatch(reading, mention.end, nearest.start) or mention.level == nearest.level:
                    break
                nearest = mention
        first = named[0] if named else None
        apart = nearest and (
            any(mark in reading[nearest.end : start] for mark in ",;")
            or any(b <= nearest.start and nearest.end <= e for b, e in self.bodies)
        )
        if first and nearest is not first and apart and _TOPIC.fullmatch(reading, sentence.start, first.start):
            nearest = first
        whole = None
        clause = reading.rfind(";", sentence.start, start) + 1
        for match in self.reader.whole.finditer(reading, sentence.start, start):
            # "…; theo quy định của tỉnh; có từ 3 mô hình": what another clause is of tells nothing of this one.
            aside = match.start() < clause and _OF.search(reading, sentence.start, match.start())
            this = _THIS.match(reading, match.end())
            aside = aside or _LEVELS_LISTED.search(reading, sentence.start, match.start())
            if not aside and (this or _WHOLE_OF.search(reading, sentence.start, match.start())):
                whole = match
        if whole and (nearest is None or whole.start() > nearest.start):
            told = self._of_level(whole)
            if told or _ALL_OF.search(reading, sentence.start, whole.start()):
                return told or _SEVERAL
        if nearest and _WIDE.search(reading, nearest.end, start):
            return None
        return self._place(nearest, nearest, "before") if nearest else None

    def _is_aside(self, sentence: Sentence, mention: Mention) -> bool:
        opening = max(sentence.start, mention.start - _REACH)
        return self.page.once(
            ("aside", mention.start),
            lambda: _ASIDE.search(self.page.reading, opening, mention.start) is not None,
        )

    def _of_level(self, whole: "regex.Match[str]") -> Place | None:
        """The unit of a level that the article is about; the cue is "toàn huyện"."""
        levels = self.reader.level_of[whole.group("level").casefold()]
        sentence = self.page.sentence_at(whole.start())
        near = [m for m in self._within(sentence.start, sentence.end) if m.level in levels] if sentence else []
        if self.main and self.main.level in levels:
            return self._place(self.main, None, "level", whole.span())
        for mention in [*near[:1], *(m for m in self.mentions if m.level in levels)]:
            return self._place(mention, None, "level", whole.span())
        return None

    def _of_item(self, sentence: Sentence) -> Place | None:
        """In a digest, the unit that the item names first."""
        first = self.page.first_of(sentence)
        if self.page.reading[first.start] not in "*•+":
            return None
        return self.of_sentence(first._replace(end=sentence.end))

    def _place(
        self, mention: Mention | None, cue: Mention | None, way: str, span: tuple[int, int] | None = None
    ) -> Place | None:
        if mention is None:
            return None
        full = self.fullest(mention)
        cue_start, cue_end = span or ((cue.start, cue.end) if cue else (full.start, full.end))
        return Place(full.start, full.end, cue_start, cue_end, way)
