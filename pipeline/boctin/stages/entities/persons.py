"""Persons: family name + given names, one-word names after "ông", highland, religious and foreign names."""

import regex

from boctin.stages.entities.gazetteer import Gazetteer, ends_at
from boctin.stages.entities.places import Found, PlaceGrammar
from boctin.stages.entities.syllables import Syllable

_MAX_SYLLABLES = 5
_LOOK = 8
_DEGREES = {
    "ts",
    "ths",
    "gs",
    "pgs",
    "bs",
    "ks",
    "ls",
    "ds",
    "ckii",
    "cki",
    "cn",
    "nsnd",
    "nsưt",
    "tskh",
    "kts",
    "bsckii",
    "bscki",
    "ck2",
    "ck1",
    "ttnd",
    "ttưt",
    "ngnd",
    "ngưt",
}
# Small words inside foreign names: Ricardo de los Santos, Ursula von der Berg, Salman bin Abdul.
_PARTICLES = frozenset(
    {"de", "del", "la", "los", "las", "dos", "da", "di", "von", "van", "der", "den", "bin", "binti", "al"}
)
_ROMAN = regex.compile(r"[IVX]{2,}")


def _past_particles(row: list[Syllable], at: int) -> int | None:
    """Past the small words of a foreign name and the capital after them; None where no capital follows."""
    stop = at
    while stop < at + 2 and row[stop].low in _PARTICLES and not row[stop].cap:
        stop += 1
    return stop + 1 if stop > at and row[stop].cap and not row[stop].glued and not row[stop].upper else None


class PersonGrammar:
    """Reads persons at a given syllable of a row."""

    def __init__(self, gazetteer: Gazetteer, places: PlaceGrammar) -> None:
        self.g = gazetteer
        self.places = places

    def certain_at(self, row: list[Syllable], at: int) -> int | None:
        """End of a person's name that ends the name of a body or place before it; None where it may be part of that."""
        first, second = row[at], row[at + 1]
        if not (first.cap and second.cap and not second.glued):
            return None
        if first.name not in self.g.family and not (
            first.name in self.g.doubtful and (second.name in self.g.middle or (second.cap and row[at + 2].cap))
        ):
            if "'" in first.text or first.name in self.g.religious:
                return self._end(row, at)
            return None
        end = self._end(row, at)
        place = self.places.named_at(row, at)
        if place is not None and (place >= end or row[at].name in self.g.doubtful):
            return None
        return end

    def at(self, row: list[Syllable], at: int, *, free: bool = False) -> Found | None:
        """A person whose name begins here, by its own shape or by what stands before it.

        `free`: a body or a place ended right before, so that no word there can claim the name for a street or a school.
        """
        first = row[at]
        if at and row[at - 1].low == "châu" and self.g.bare.longest(row, at - 1):  # châu Âu
            return None
        if not first.cap or (first.upper and len(first.text) > 6) or first.low in _DEGREES:
            return None
        if _ROMAN.fullmatch(first.text) and not row[at + 1].upper:  # lần thứ VI Lê Văn An
            return None
        if self._led(row, at):
            return self._after_lead(row, at)
        if not free and (ends_at(self.g.not_after, row, at) is not None or self.house_number(row, at)):
            return None
        second = row[at + 1]
        if "'" in first.text and len(first.text.split("'")[0]) <= 2:
            return Found(at, self._end(row, at), "highland", "highland_name", 0.85)
        if not second.cap or second.glued:
            return None
        if first.name in self.g.religious and second.cap:
            return Found(at, self._end(row, at), "religious", "religious_name", 0.9)
        if first.text in self.g.letters and self._opens(row, at) and not second.upper:
            return Found(at, self._end(row, at), "highland", "highland_name", 0.7)
        third = row[at + 2]  # "Hầu A Páo" is a man, "Phú Trí A" a place
        sign = second.name in self.g.middle or (third.cap and len(third.text) > 1 and (free or len(second.text) == 1))
        if first.name in self.g.family or (first.name in self.g.doubtful and sign):
            end = self.certain_at(row, at)
            if end is None or end - at < 2:
                return None
            return Found(at, end, "full", "family_name", 0.9 if end - at > 2 else 0.75)
        return None

    def house_number(self, row: list[Syllable], at: int) -> bool:
        """Whether a house's number stands before, so that a street follows: "tại 228 Lê Duẩn", "số 12/4 Lê Lợi"."""
        if not at or not row[at - 1].text.isdigit() or len(row[at - 1].text) > 3:
            return False
        return at > 1 and row[at - 2].low in {"tại", "số", "ở", "/", "nhà"}

    def _opens(self, row: list[Syllable], at: int) -> bool:
        """Whether a list item, a line or a bracket begins here: "; Y Thông, Phó Chủ tịch ..."."""
        return at == 0 or row[at - 1].text in {";", ",", ":", "(", "-", "và"}

    def _led(self, row: list[Syllable], at: int) -> bool:
        """Whether an honorific, a rank, a degree or an office stands right before, with or without a full stop."""
        stop = at
        if stop and row[stop - 1].text == ".":
            stop -= 1
            if row[stop - 1].low not in _DEGREES:
                return False
        return ends_at(self.g.honorifics, row, stop) is not None

    def _past_honours(self, row: list[Syllable], at: int) -> int:
        """Past honours of other peoples, which are no part of the name: "Samdech Techo | Sok Dara"."""
        while row[at].low in self.g.foreign_honours and row[at + 1].cap and row[at + 2].cap:
            at += 1
        return at

    def _after_lead(self, row: list[Syllable], at: int) -> Found | None:
        at = self._past_honours(row, at)
        if self.g.heads.longest(row, at) and row[at].name not in self.g.doubtful:
            return None
        field = self.g.fields.longest(row, at)
        if field and field[0] - at > 1:  # Nghệ sĩ Nhân dân
            return None
        place = self.places.named_at(row, at)
        end = self._end(row, at)
        if place is not None and place >= end and end - at > 1 and row[at].name not in self.g.family:
            return None
        if row[at].upper and end - at == 1 and len(row[at].text) > 1:  # an acronym, or a headline in capitals
            return None
        return Found(at, end, "full" if end - at > 1 else "given", "after_honorific", 0.95)

    def after_title(self, row: list[Syllable], at: int) -> Found | None:
        """A name straight after an office title, perhaps with a country between: "Tổng thống Mỹ Joe Biden"."""
        title = ends_at(self.g.titles, row, at)
        if title is None or not row[at].cap:
            return None
        place = self.places.bare_at(row, at)
        if place:
            at = place.end
        at = self._past_honours(row, at)
        if (
            not row[at].cap
            or row[at].upper
            or row[at].glued
            or self.g.heads.longest(row, at)
            or self.places.named_at(row, at)
        ):
            return None
        if self.g.title_starts.longest(row, at) or self.g.fields.longest(row, at) or self.g.unit_words.longest(row, at):
            return None
        end = self._end(row, at)
        if (end - at < 2 and not place) or any(self.certain_at(row, later) for later in range(at + 1, end)):
            return None
        if any(piece.low in self.g.firm_words for piece in row[at:end]):
            return None
        return Found(at, end, "full" if self._vietnamese(row, at) else "foreign", "after_title", 0.85)

    def _end(self, row: list[Syllable], at: int) -> int:
        """Where the run of name syllables that begins at `at` ends."""
        end = at + 1
        foreign = not self._vietnamese(row, at)
        while end < at + _MAX_SYLLABLES:
            piece = row[end]
            if piece.text == "-" and piece.glued and row[end + 1].glued and row[end + 1].text[0].isalpha():
                if row[end + 1].cap and not foreign and not row[at].upper:
                    break  # Lê Văn An-ĐBQH, Lê Văn An-Chủ tịch
                end += 2  # Jae-in, Yi-Chen
                continue
            if piece.text == "." and foreign and end - at > 1 and len(row[end - 1].text) == 1 and row[end + 1].cap:
                end += 2  # John F. Kennedy
                continue
            if foreign and piece.low in _PARTICLES and (over := _past_particles(row, end)):
                end = over
                continue
            if not piece.cap or piece.glued or not piece.text[0].isalpha():
                break
            if piece.upper and not row[at].upper:
                break
            if end - at >= 2 and piece.name in self.g.family and self._second_name(row, at, end):
                break
            if end - at >= 2 and not foreign and self._other_begins(row, end):
                break
            if row[at].upper and end - at >= self._headline_length(row, at):
                break
            end += 1
        return end

    def _headline_length(self, row: list[Syllable], at: int) -> int:
        """How long a name in a headline of capitals is, where no small letter shows its end: as most names are."""
        stop = at
        while stop < at + _LOOK and row[stop].cap and (stop == at or not row[stop].glued):
            stop += 1
        if stop - at <= 4:
            return stop - at
        return 4 if row[at + 1].low == "thị" else 3

    def _second_name(self, row: list[Syllable], at: int, end: int) -> bool:
        """Whether a run goes on with another person's name: "Chu Văn An | Nguyễn Văn Bình", not "Lê | Hoàng Yến"."""
        stop = end
        while stop < end + _LOOK and row[stop].cap and not row[stop].glued:
            stop += 1
        return stop - end >= 3 and (stop - at > _MAX_SYLLABLES or row[end + 1].name in self.g.middle)

    def _other_begins(self, row: list[Syllable], at: int) -> bool:
        """A capitalised title, body or unit that follows a name without a mark between."""
        if self.g.stops.longest(row, at):
            return True
        for trie in (self.g.title_starts, self.g.unit_words, self.g.heads):
            found = trie.longest(row, at)
            if found and found[0] - at > 1:
                return True
        return False

    def _vietnamese(self, row: list[Syllable], at: int) -> bool:
        return row[at].name in self.g.family or row[at].name in self.g.doubtful
