"""Administrative units: "huyện Thoại Sơn", "TP.HCM", "Quận 1", "ấp Vĩnh Thạnh 2", and provinces by their bare names."""

from dataclasses import dataclass

from boctin.stages.entities.gazetteer import Gazetteer, ends_at
from boctin.stages.entities.syllables import Syllable

# A number may name an urban district, a ward or a hamlet ("Quận 1", "ấp 3").
_NUMBERED = {"quận", "phường", "thôn", "ấp", "khóm", "khu phố", "tổ dân phố", "bản", "xóm", "buôn", "khu"}
_MAX_OPEN = 4
_AT = {"tại", "nước"}
_BEFORE_COUNTRY = {"tướng", "thống", "trưởng", "ở", "sang"}


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a row of syllables, from `start` to `end` (exclusive)."""

    start: int
    end: int
    kind: str
    rule: str
    confidence: float = 0.95


class PlaceGrammar:
    """Reads places at a given syllable of a row."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.g = gazetteer

    def unit_at(self, row: list[Syllable], at: int) -> Found | None:
        """A unit word with its name ("huyện Thoại Sơn"); None where no name follows the word."""
        word = self.g.unit_words.longest(row, at)
        if word is None:
            return None
        stop, level = word
        if stop - at == 1 and not row[at].cap and at and row[at - 1].low in self.g.ends_of_words.get(row[at].low, ()):
            return None
        if row[at].text == "TT" and self.g.heads.longest(row, stop):  # Phó Bí thư TT | Tỉnh ủy
            return None
        if row[stop].text == "." and row[stop].glued and row[stop - 1].upper:  # TP. Biên Hòa
            stop += 1
        field = self.g.fields.longest(row, stop) if level == "hamlet" else None
        if field and field[0] - stop > 1:  # Làng Văn hóa Du lịch
            return None
        end = self._name_end(row, stop, level, at - 1, numbered=row[at].low in _NUMBERED or row[stop - 1].low == "phố")
        if end is None:
            return None
        if level == "city" and end - stop > 2 and row[at - 1].low == "trưởng" and row[at - 2].low == "thị":
            end -= 2  # Thị trưởng thành phố Augsburg | Anna Weber
        kind: str = level
        if level == "city":
            kind = "province" if self.g.central.longest(row, stop) else "district"
        abroad = self.g.bare.longest(row, stop)
        if abroad and abroad[1] == "abroad" and abroad[0] == end and not self.g.by_level[level].longest(row, stop):
            kind = "abroad"
        return Found(at, end, kind, f"unit_{level}")

    def _name_end(self, row: list[Syllable], at: int, level: str, before: int, *, numbered: bool) -> int | None:
        first = row[at]
        if first.text.isdigit() and numbered:
            return at + 1
        if not first.cap:
            return None
        known = self.g.by_level[level].longest(row, at)
        if known and all(piece.cap or not piece.text[0].isalpha() for piece in row[at : known[0]]):
            end = known[0]
            # "ấp An Bình 2", "xã Tân Hòa A"
            return end + 1 if level == "hamlet" and row[end].text.isdigit() else end
        abroad = self.g.bare.longest(row, at)
        if level in {"province", "city"} and abroad and abroad[1] == "abroad":
            return abroad[0]
        led = level == "hamlet" and row[before].low != "trưởng"  # "Trưởng bản Giàng A Páo" is a man, bản Lê Lợi a place
        if level == "province" or (not led and self._personal(row, at)):
            return None
        return self._open_end(row, at, level)

    def _personal(self, row: list[Syllable], at: int) -> bool:
        """Whether a name that no list of units has begins as a person's: "Chủ tịch UBND TP Nguyễn Văn An"."""
        first, second = row[at].name, row[at + 1]
        if not second.cap or second.glued:
            return False
        return first in self.g.family or (first in self.g.doubtful and second.name in self.g.middle)

    def _open_end(self, row: list[Syllable], at: int, level: str) -> int:
        """A name that no list has: capitals up to a known place, a body, or what can only be a person."""
        end = at + 1
        while end < at + _MAX_OPEN and row[end].cap and not row[end].glued:
            if self.g.heads.longest(row, end) or self.g.unit_words.longest(row, end):
                break
            if row[end].name in self.g.family and row[end + 1].cap and row[end].name not in {"Hoàng", "Phan", "Dương"}:
                break
            end += 1
        if level == "hamlet" and row[end].text.isdigit():
            end += 1
        return end

    def generic_at(self, row: list[Syllable], at: int) -> int | None:
        """End of a bare unit word that stands for the article's own unit: UBND "tỉnh", Công an "thành phố"."""
        word = self.g.unit_words.longest(row, at)
        return word[0] if word else None

    def bare_at(self, row: list[Syllable], at: int) -> Found | None:
        """A province, region or country by its mere name."""
        found = self.g.bare.longest(row, at)
        if found is None or (not row[at].cap and (found[1] != "region" or row[at].low not in {"đồng", "phía", "miền"})):
            return None
        if not row[found[0] - 1].cap and row[at].low != "phía":
            return None
        if found[1] == "country" and found[0] - at == 1 and not self._country_alone(row, at):
            return None
        return Found(at, found[0], found[1], "bare_place", 0.9)

    def _country_alone(self, row: list[Syllable], at: int) -> bool:
        """Whether a one-word country name is no part of a longer name and not "Anh" for a young man."""
        before, after = row[at - 1], row[at + 1]
        if before.low in _AT or (at and ends_at(self.g.titles, row, at) is not None):  # Tổng thống Nga Vladimir Putin
            return True
        if before.cap and not row[at].glued and before.low not in {"tổng", "thủ"}:
            return False
        if after.cap and not after.glued:
            return False
        return row[at].text not in self.g.ambiguous_countries or before.low in _BEFORE_COUNTRY

    def named_at(self, row: list[Syllable], at: int) -> int | None:
        """End of any known place, district included, that begins here without a unit word."""
        if not row[at].cap:
            return None
        ends = [f[0] for f in (self.g.bare.longest(row, at), self.g.districts.longest(row, at)) if f]
        return max(ends, default=None)
