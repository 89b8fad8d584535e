"""People: the mentions of one person joined, with the distinct positions that the article gives them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import regex

from boctin.doc import Entity
from boctin.reading import reading_of
from boctin.stages.officials.joints import Link
from boctin.stages.officials.positions import Held

_SPELLED = [
    (r"ubnd", "ủy ban nhân dân"), (r"hđnd", "hội đồng nhân dân"), (r"mttq", "mặt trận tổ quốc"), (r"tp\b\.?", "thành phố"),
    (r"hcm", "hồ chí minh"), (r"lhpn", "liên hiệp phụ nữ"), (r"gd\s*[&-]?\s*đt", "giáo dục và đào tạo"), (r"tw|tư\b|t\.ư", "trung ương"),
    (r"bch", "ban chấp hành"), (r"btv", "ban thường vụ"), (r"vn", "việt nam"), (r"tx", "thị xã"), (r"ct", "chủ tịch"), (r"đh", "đại học"), (r"bv", "bệnh viện"), (r"gtvt", "giao thông vận tải"),
    (r"tt\s*[&-]\s*tt", "thông tin và truyền thông"), (r"kh\s*[&-]\s*đt", "kế hoạch và đầu tư"), (r"kh\s*[&-]\s*cn", "khoa học và công nghệ"),
    (r"nn\s*[&-]\s*ptnt", "nông nghiệp và phát triển nông thôn"), (r"tn\s*[&-]\s*mt", "tài nguyên và môi trường"), (r"ca", "công an"),
    (r"lđ\s*-?\s*tb\s*[&-]?\s*xh", "lao động thương binh và xã hội"), (r"tgđ", "tổng giám đốc"), (r"đbqh", "đại biểu quốc hội"), (r"thpt", "trung học phổ thông"),
]  # fmt: skip
_SPELL = [(regex.compile(rf"\b{short}\b"), full) for short, full in _SPELLED]
_WORDS = regex.compile(r"[\p{L}\d]+")


@dataclass(slots=True)
class Person:
    """One person of the article."""

    names: list[Entity] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    rule: str = ""
    confidence: float = 0.0

    @property
    def name(self) -> Entity:
        """The fullest name, as printed in small letters where it is."""
        return max(self.names, key=lambda e: (len(e.text.split()), not e.text.isupper(), -e.start_char))


def key_of(name: str) -> tuple[str, ...]:
    """A name's syllables, for comparing: "LÊ HỮU NGHỊ" is "Lê Hữu Nghị", "Hoà" is "Hòa"."""
    return tuple(reading_of(name).casefold().split())


class People:
    """Joins names into persons: a full name is one person, a short one the last person whose name ends with it."""

    def __init__(self, persons: Iterable[Entity]) -> None:
        self.by_key: dict[tuple[str, ...], Person] = {}
        self.of: dict[int, Person] = {}
        ordered = sorted(persons, key=lambda e: e.start_char)
        for entity in ordered:
            if len(key_of(entity.text)) > 1:
                self.by_key.setdefault(key_of(entity.text), Person())
        seen: list[tuple[str, ...]] = []
        for entity in ordered:
            key = key_of(entity.text)
            full = self._full(key, seen)
            person = self.by_key.setdefault(full, Person())
            person.names.append(entity)
            self.of[entity.start_char] = person
            if full in seen:
                seen.remove(full)
            seen.append(full)

    def _full(self, key: tuple[str, ...], seen: list[tuple[str, ...]]) -> tuple[str, ...]:
        """The longer name that a short one stands for: the last one before it, else the first in the article."""
        # A given name closes a Vietnamese name; highland names are cut short from the end: Y Luyện (Niê Kđăm).
        cut = (lambda k: k[: len(key)]) if key[0] in {"y", "a"} and len(key) > 1 else (lambda k: k[-len(key) :])
        longer = [k for k in self.by_key if len(k) > len(key) and cut(k) == key]
        if not longer or (len(key) > 2 and key in self.by_key):
            return key
        return next((k for k in reversed(seen) if k in longer), longer[0])

    def give(self, link: Link) -> None:
        """Positions to the person of a link."""
        person = self.of[link.person.start_char]
        person.held += link.held
        if link.confidence > person.confidence:
            person.rule, person.confidence = link.rule, link.confidence


def _bag(text: str) -> frozenset[str]:
    low = reading_of(text).casefold()
    for short, full in _SPELL:
        low = short.sub(full, low)
    return frozenset(_WORDS.findall(low))


def distinct(text: str, held: list[Held]) -> list[Held]:
    """The positions that differ: of two wordings of one office, the fuller stays."""
    kept: list[tuple[frozenset[str], frozenset[str], Held]] = []
    for one in sorted(held, key=lambda h: h.start):
        title = _bag(text[one.start : one.title_end]) - {"nguyên", "cựu"}
        body = _bag(text[one.title_end : one.end])
        for number, (other_title, other_body, other) in enumerate(kept):
            if title | body <= other_title | other_body and (
                title == other_title or (title <= other_title and not body)
            ):
                break
            if other_title | other_body < title | body and (
                title == other_title or (not other_body and other_title <= title)
            ):
                kept[number] = (title, body, one)
                break
        else:
            kept.append((title, body, one))
    unique: list[Held] = []
    for _, _, one in kept:
        if one not in unique:
            unique.append(one)
    return unique
