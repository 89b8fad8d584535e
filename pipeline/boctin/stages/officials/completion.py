"""Which level an office is of, and its body with the place that the article leaves unsaid."""

from bisect import bisect_left
from collections import Counter

import regex

from boctin.doc import Entity
from boctin.record import Level

# Words that tell a body's level, lowest first: Law on Organisation of Local Government 72/2025/QH15 (77/2015/QH13).
_LEVELS: tuple[tuple[Level, str], ...] = (
    ("hamlet", r"thôn|bản(?! đồ| quyền| sắc)|ấp|khóm|khu phố|tổ dân phố|buôn(?! bán| lậu)|xóm|làng(?! nghề)|chi bộ"),
    ("commune", r"xã(?! hội)|phường|thị trấn|đặc khu"),
    ("district", r"huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy|huyện đoàn|quận đoàn|thị đoàn"),
    ("province", r"tỉnh|tỉnh ủy|thành ủy|tỉnh đoàn|thành đoàn|sở|thành phố|tp"),
    ("central", r"trung ương|t\.ư|tư|tw|quốc gia|quốc hội|chính phủ|bộ|nhà nước|tổng cục|việt nam"),
)
_LEVEL = [(level, regex.compile(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})", regex.IGNORECASE)) for level, words in _LEVELS]
_OWN_UNIT = regex.compile(
    r"(?:^|\s)(?:(?P<commune>xã|phường|thị trấn)|(?P<district>huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy|huyện đoàn)"
    r"|(?P<province>tỉnh|tỉnh ủy|tỉnh đoàn))$",
    regex.IGNORECASE,
)
_DEPARTMENT = regex.compile(r"sở\s", regex.IGNORECASE)
_UNIT_WORD = regex.compile(
    r"(?:tỉnh|thành phố|TP\.?|thủ đô|huyện|quận|thị xã|TX\.?|xã|phường|thị trấn)\s*", regex.IGNORECASE
)


class Places:
    """The places of an article, by offset and by how often each unit is named."""

    def __init__(self, entities: list[Entity]) -> None:
        self.places = sorted((e for e in entities if e.label == "LOCATION"), key=lambda e: e.start_char)
        self.starts = [place.start_char for place in self.places]
        self.named: dict[str, Counter[str]] = {}
        for place in self.places:
            if place.kind:
                self.named.setdefault(place.kind, Counter())[_UNIT_WORD.sub("", place.text, count=1)] += 1

    def inside(self, start: int, end: int) -> list[Entity]:
        """The places between two offsets."""
        first = bisect_left(self.starts, start)
        return [place for place in self.places[first : bisect_left(self.starts, end)] if place.end_char <= end]

    def own(self, level: str) -> str | None:
        """The article's own unit of a level: the one it names, or names twice as often as any other."""
        ranked = self.named.get(level, Counter()).most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def foreign(self, start: int, end: int) -> bool:
        """Whether a country other than Viet Nam is named between two offsets."""
        return any(place.kind in {"country", "abroad"} for place in self.inside(start, end))

    def level(self, start: int, end: int, text: str) -> Level | None:
        """The level of a body: of the unit in its name, else of the words that its name is made of."""
        units: tuple[Level, ...] = ("hamlet", "commune", "district", "province")
        kinds = {place.kind for place in self.inside(start, end)}
        of_unit = next((level for level in units if level in kinds), None)
        of_words = next((level for level, words in _LEVEL if words.search(text)), None)
        return (
            of_words if of_words in ("hamlet", "commune", "district") and of_unit == "province" else of_unit or of_words
        )

    def full(self, start: int, end: int, organization: str) -> str | None:
        """The body with its place: "Tỉnh ủy" in an article on An Giang is "Tỉnh ủy An Giang"; None where unclear."""
        if self.inside(start, end):
            return organization
        if own := _OWN_UNIT.search(organization):
            level = own.lastgroup or ""
        elif _DEPARTMENT.match(organization):
            level = "province"
        else:
            return organization
        name = self.own(level)
        return f"{organization} {name}" if name else None
