"""Positions: a title with its joints ("nguyên", "Phó", "Thường trực") and the body or place after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import regex

from boctin.doc import Entity
from boctin.reading import reading_of
from boctin.stages.officials.knowledge import Branches, Grammar, Title
from boctin.stages.officials.patterns import any_of

_UNIT = regex.compile(
    r"\s+(?:nước (?:này|ta|bạn|sở tại|chủ nhà)"
    r"|bang|tiểu bang|vùng|tỉnh|thành phố|TP\b\.?"
    r"|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|ấp|khóm|khu phố|tổ dân phố)"
    r"(?![\p{L}\d])",
    regex.IGNORECASE,
)
# "Phó Bí thư TT Tỉnh ủy", not "Bí thư TT Tân An"; "Tổng thống thứ ba của nước A", not "gặp Thủ tướng thứ Ba".
_COUNTED = r"(?:thứ\s+(?:\d{1,2}|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|đầu\s+tiên)(?=\s+(?:của|nước)\s)"
_STANDING = r"TT(?=\s+(?:(?:tỉnh|thành|huyện|thị|quận|đảng)\s+ủy|UBND|HĐND|ủy ban|UB|hội))"
# Not of a list of terms: "đại biểu Quốc hội khóa VIII, IX, X".
_TERM = regex.compile(r"\s+khóa\s+(?:[IVX]++|\d++)\b(?!\s*(?:,|và|-)\s*[IVX\d])")
_FIRM = regex.compile(r"[ ]+(?P<name>\p{Lu}[\p{L}&.-]*+(?:[ ]\p{Lu}[\p{L}&-]*+){0,3})")
_ACRONYM = regex.compile(r"[ ]+(?P<name>\p{Lu}{2,6}(?![\p{L}\d]))(?=\s*[,.;:)-]|\s+(?:\p{Lu}\p{Ll}|\p{Ll}))")
_FIRM_OFFICE = regex.compile(r"(?:giám đốc|hội đồng quản trị|hđqt|hội đồng thành viên|hđtv)$", regex.IGNORECASE)
_SHORT = regex.compile(r"[ ]+(?P<name>\p{Lu}[\p{Lu}&]{1,9}(?![\p{L}\d]))")
_UNIT_NAME = regex.compile(r"[ ]+(?P<name>\p{Lu}\p{Ll}++(?:[ ]\p{Lu}\p{Ll}++)?)(?=\s*[,.;:()-]|\s+\p{Ll}|$)")
# The nation of a body: "Chủ tịch Quốc hội nước CHDCND Lào".
_NATION = regex.compile(r"\s+(?:của\s+)?nước\s+")
_SHARES = regex.compile(r"(?<!\p{L})(?:CTCP|cổ phần)(?!\p{L})", regex.IGNORECASE)
_COMMA = regex.compile(r",\s+")
_FIELD = regex.compile(r"\([\p{L} ]{3,50}\)\s*,?\s+")
# Where a body sits, with its short form before: "Chương trình Phát triển (UNDP) tại Việt Nam".
_SEAT = regex.compile(r"(?:\s*\([\p{Lu}&.-]{2,12}\))?\s+tại\s+")
# The short form of a body between its name and the unit that it is of: "Phòng Giáo dục và Đào tạo (GD&ĐT) huyện A".
_EXPLAINED = regex.compile(r"\s*\([\p{Lu}&.-]{2,12}\)\s+")
# What an office is charged with: "Phát ngôn viên về an ninh quốc gia của Nhà Trắng".
_CHARGED = regex.compile(r"\s+về(?:\s\p{Ll}[\p{L}-]*+){1,8}?\s+của\s+")
# A diplomat's field, and the embassy after a comma: "Tham tán Văn hóa, Đại sứ quán Pháp".
_POSTED = regex.compile(r"(?:\s\p{L}++){0,8}+,\s+(?=đại sứ quán|ĐSQ|(?:tổng )?lãnh sự quán|TLSQ)", regex.IGNORECASE)
_FROM = regex.compile(r"\s*\((?:đoàn\s+)?", regex.IGNORECASE)
_CAPITAL = regex.compile(r"[ ]+\p{Lu}")
_TAKEN = regex.compile(r"(?<!\p{L})(?:chức|chức vụ|vị trí|cương vị)\s+$", regex.IGNORECASE)
# A fund or club without its name may be anybody's.
_UNNAMED = frozenset({"quỹ", "clb", "câu lạc bộ"})
# Kinds of bodies that are public whatever their name.
_PUBLIC_KINDS = frozenset({"international", "ministry", "department", "police", "military", "court", "procuracy"})


@dataclass(frozen=True, slots=True)
class Around:
    """What an article tells about its offices.

    `names`: its names by where they begin; `house`: it speaks of an assembly, so that its "đại biểu" are deputies;
    `shorts`: what its acronyms of bodies stand for ("Tổng công ty Thép Việt Nam (VSC)").
    """

    names: dict[int, Entity]
    house: bool = False
    shorts: dict[str, Entity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Held:
    """A position in the text, its title apart from the body.

    `counts`: whether it makes an official of its holder; `bare`: no body is told; `standing`: the title ends with
    "Thường trực" or the like.
    """

    start: int
    end: int
    title_end: int
    title: Title
    core: str
    former: bool
    body: Entity | None
    counts: bool
    bare: bool = False
    standing: bool = False


def _within_word(reading: str, at: int) -> bool:
    """Whether a word goes on at an offset; no word does where two are printed together ("mức độ caoPhó Chủ nhiệm")."""
    if not at or not reading[at - 1].isalpha():
        return False
    return not (reading[at].isupper() and reading[at - 1].islower())


def _second_words(titles: list[str], before: list[str]) -> dict[str, tuple[str, ...]]:
    """What may stand after the first word of an office, for those where not everything may: most first words of offices
    stand elsewhere too ("đối phó", "xã hội chủ nghĩa"), and looking at the next word is quicker than the whole pattern.
    """
    after: dict[str, set[str]] = {}
    words = [word.lower().split() for word in (*titles, *before)]
    for first, *rest in words:
        after.setdefault(first.rstrip("."), set()).add(rest[0] if rest else "")
    firsts = {first.rstrip(".") for first, *_ in words}
    for word in before:
        after[word.lower().split()[0].rstrip(".")] |= firsts
    for first in {word.lower().split()[0].rstrip(".") for word in before}:
        after[first].discard("")
    # Two spaces or a line break between the words, and "Q.", are left to the pattern.
    return {
        first: (*(f" {second}" for second in seconds), "  ", "\n", ".", "\t")
        for first, seconds in after.items()
        if "" not in seconds
    }


class PositionGrammar:
    """Finds the positions of a text."""

    def __init__(self, titles: list[Title], grammar: Grammar, branches: Branches) -> None:
        self.titles = {reading_of(word).casefold(): title for title in titles for word in title.words}
        self.branches = branches
        self.enterprise = regex.compile(
            rf"(?<!\p{{L}})(?:{any_of(branches.enterprises.names)})(?!\p{{L}})", regex.IGNORECASE
        )
        self.belonging = regex.compile(rf"(?<!\p{{L}})(?:{any_of(grammar.belonging)})\s+$", regex.IGNORECASE)
        self.public = regex.compile(rf"(?<!\p{{L}})(?:{any_of(branches.context.public)})(?!\p{{L}})", regex.IGNORECASE)
        self.private = regex.compile(
            rf"(?<!\p{{L}})(?:{any_of(branches.context.private)})(?!\p{{L}})", regex.IGNORECASE
        )
        houses, universities = any_of(branches.private.houses), any_of(branches.private.universities)
        self.private_house = regex.compile(
            rf"(?<!\p{{L}})(?:{houses}|(?:ĐH|đại học)\s+(?:{universities}))(?!\p{{L}})", regex.IGNORECASE
        )
        self.house = tuple(branches.context.assemblies)
        self.leads = regex.compile(rf"\s+(?:(?:{any_of(grammar.leads)})(?!\p{{L}})[.,]?\s*+)*", regex.IGNORECASE)
        # "cố vấn an ninh của Thủ tướng A": whether the name is the aide's or the Prime Minister's is not told.
        self.aides = regex.compile(
            rf"(?<!\p{{L}})(?:{any_of(grammar.aides)})\s[^,.;:\n]{{0,40}}?của\s+$", regex.IGNORECASE
        )
        before = [*grammar.former, *grammar.acting, *grammar.vice]
        # The first words of offices; most words are none. The module re is twice as fast at this.
        first_words = any_of([w.split()[0].rstrip(".") for w in (*self.titles, *before)])
        self.trigger = re.compile(rf"{first_words}(?![^\W\d_])")
        self.seconds = _second_words([*self.titles], before)
        cores = any_of([word for title in titles for word in title.words])
        self.title = regex.compile(
            rf"(?P<former>(?:{any_of(grammar.former)})\s+)?+(?P<acting>(?<!(?:ủy|thừa|chính|nhân|thẩm|trao)\s)(?:{any_of(grammar.acting)})\s+)?+(?P<vice>phó\s+)?"
            rf"(?P<core>(?!(?<=chức\s)vụ\s+(?:phó|trưởng)|tư\s+lệnh\s+ngành)(?:{cores}))(?P<after>(?:\s+(?:{any_of(grammar.after)})){{0,3}}+(?:\s+(?:{_STANDING}|{_COUNTED}))?+)"
            r"(?![\p{L}\d])",
            regex.IGNORECASE,
        )

    def find(self, reading: str, low: str, start: int, end: int, around: Around) -> Iterator[Held]:
        """The positions between two offsets, in order, none inside another. `low` is the reading in lower case."""
        at = start
        for word in self.trigger.finditer(low, start, end):
            seconds = self.seconds.get(word.group())
            if seconds and not low.startswith(seconds, word.end()):
                continue
            if word.start() < at or _within_word(reading, word.start()):
                continue
            match = self.title.match(reading, word.start(), end)
            held = match and self._held(reading, match, end, around)
            if held:
                yield held
                at = held.end
                if held.title.aide and (served := self._served(reading, low, held, around)):
                    yield served

    def _served(self, reading: str, low: str, aide: Held, around: Around) -> Held | None:
        """The office inside an aide's whose holder's name follows: "cố vấn của | Tổng thống Lê Văn A"."""
        apposed = reading[max(0, aide.start - 2) : aide.start].strip() in {",", "-", "("}
        # "Cố vấn Tổng thống Ukraine Pavlo B" is the aide's name, but for one who is named before.
        if (aide.end > aide.title_end and not apposed) or not self._before_name(reading, aide.end, around.names):
            return None
        for word in self.trigger.finditer(low, aide.start + 1, aide.title_end):
            match = self.title.match(reading, word.start(), aide.title_end)
            if match and match.end() == aide.title_end:
                core = " ".join(match.group("core").casefold().split())
                return replace(aide, start=word.start(), core=core, title=self.titles[core])
        return None

    def _held(self, reading: str, match: "regex.Match[str]", end: int, around: Around) -> Held | None:
        entities = around.names
        if self.belonging.search(reading, max(0, match.start() - 30), match.start()):
            return None
        core = " ".join(match.group("core").casefold().split())
        title = self.titles[core]
        if title.level == "central" and self.aides.search(reading, max(0, match.start() - 70), match.start()):
            return None
        if title.taken and not (match.group("vice") or _taken(reading, match.start())):
            return None
        if title.deputy and not self._deputy(reading, match.end(), around):
            return None
        body = self._body(reading, match, title, entities)
        if body and body.kind is None and (full := around.shorts.get(body.text)):
            body = replace(body, kind=full.kind)
        stop = body.end_char if body else match.end()
        unit = None
        if body is None and title.place and (unit := _UNIT.match(reading, stop, end)):
            stop = _unit_end(reading, unit.end(), end, entities)
        if body and title.bodies and body.kind not in title.bodies:
            return None
        if body is None and unit is None:
            body = self._enterprise(reading, match, end, title, around)
            stop = body.end_char if body else stop
        counts = self._counts(reading, title, body, around) if body else bool(unit) or title.alone
        if title.weak and not self._in_public(reading, match, stop, body):
            counts = False
        bare = body is None and unit is None and not title.alone
        if bare and not (title.before_name or title.shares_body):
            return None
        if bare and (after := _CAPITAL.match(reading, stop)) and after.end() - 1 not in entities:
            return None  # of something that is no body: "Chủ tịch Giải golf"
        stop = self._further(reading, stop, body, title, entities)
        return Held(
            start=match.start(),
            end=stop,
            title_end=match.end(),
            title=title,
            core=core,
            former=bool(match.group("former")),
            body=body or self._inner(match, entities),
            counts=counts or (bare and title.before_name),
            bare=bare,
            standing=bool(match.group("after")),
        )

    def _body(
        self, reading: str, match: "regex.Match[str]", title: Title, entities: dict[int, Entity]
    ) -> Entity | None:
        """The body or place that follows the title, or that the title's last word opens ("Trưởng" + "phòng ...")."""
        inside = range(match.start("core") + 1, match.end())
        at = match.end()
        while reading[at : at + 1] == " ":
            at += 1
        at += len("của ") * reading.startswith("của ", at)
        if task := _FIELD.match(reading, at):  # Phó Hiệu trưởng (phụ trách đào tạo), Trường Đại học X
            at = task.end()
        if title.place and (nation := _NATION.match(reading, match.end())):
            at = nation.end()
        if charged := _CHARGED.match(reading, match.end()):
            at = charged.end()
        if title.level == "central" and (posted := _POSTED.match(reading, match.end())):
            return entities.get(posted.end())
        if comma := _COMMA.match(reading, at):
            return _named_again(match, title, entities.get(comma.end()))
        for place in (*inside, at):
            found = entities.get(place)
            if found is None or found.end_char <= match.end():
                continue
            if found.label == "ORGANIZATION" or (found.label == "LOCATION" and (title.place or place != at)):
                return found
        return None

    def _in_public(self, reading: str, match: "regex.Match[str]", stop: int, body: Entity | None) -> bool:
        """Whether an office of a mere part is one of a public body, by the body's own name or the words around it."""
        if body and body.kind in _PUBLIC_KINDS:
            return True
        if body and self.public.search(reading, body.start_char, body.end_char):
            return True
        line = reading.rfind("\n", 0, match.start()) + 1
        start = max(line, match.start() - 200)
        end = reading.find("\n", stop, stop + 100)
        end = end if end >= 0 else stop + 100
        return bool(self.public.search(reading, start, end)) and not self.private.search(reading, start, end)

    def _enterprise(
        self, reading: str, match: "regex.Match[str]", end: int, title: Title, around: Around
    ) -> Entity | None:
        """A firm called by its name alone after an office of firms: "Chủ tịch Hội đồng thành viên Vietnam Post"."""
        entities = around.names
        if (short := _SHORT.match(reading, match.end(), end)) and (full := around.shorts.get(short["name"])):
            start, stop = short.span("name")
            return Entity("ORGANIZATION", start, stop, short["name"], full.kind, "after_office", 0.8)
        name = _FIRM.match(reading, match.end(), end) if _FIRM_OFFICE.search(match.group()) else None
        if title.branch == "public_service" and (short := _ACRONYM.match(reading, match.end(), end)):
            start, stop = short.span("name")  # "Hiệu trưởng TDC"
            return Entity("ORGANIZATION", start, stop, short["name"], None, "after_office", 0.7)
        if name is None or name.start("name") in entities or self.title.match(reading, name.start("name")):
            return None
        start, stop = name.span("name")
        # A person's name after the firm's ends it: "Tổng Giám đốc EVN Đào Văn Hưng".
        stop = min((at for at in range(start, stop) if at in entities), default=stop)
        text = reading[start:stop].rstrip()
        return Entity("ORGANIZATION", start, start + len(text), text, "company", "after_office", 0.7)

    def _inner(self, match: "regex.Match[str]", entities: dict[int, Entity]) -> Entity | None:
        """The body that is the end of the title itself: "Ủy viên" + "Trung ương Đảng"."""
        inside = (entities.get(place) for place in range(match.start("core") + 1, match.end()))
        return next((e for e in inside if e and e.label == "ORGANIZATION" and e.end_char == match.end()), None)

    def _counts(self, reading: str, title: Title, body: Entity, around: Around) -> bool:
        full = around.shorts.get(body.text, body)
        body = full if full.kind == body.kind else body  # NATO is known, whatever its bracket stands after
        if body.kind == "ngo" or body.text.casefold() in _UNNAMED or self._private(reading, body):
            return False
        if body.kind is None and body.label == "ORGANIZATION":  # the model saw it; public by its office, or not at all
            known = self.enterprise.search(reading, body.start_char, body.end_char)
            return title.branch is not None or title.alone or known is not None
        if body.kind == "company":
            return self._of_the_state(reading, body)
        return True

    def _of_the_state(self, reading: str, body: Entity) -> bool:
        """Whether a firm is the state's; of the "Tổng công ty" with shareholders, those whose names say more."""
        names = {m.group().casefold() for m in self.enterprise.finditer(reading, body.start_char, body.end_char)}
        if names != {"tổng công ty"} or "Việt Nam" in body.text:
            return bool(names)
        return _SHARES.search(reading, body.start_char, body.end_char + 8) is None

    def _private(self, reading: str, body: Entity) -> bool:
        """Whether a school or hospital is one that no public body runs."""
        kinds = {"school", "hospital", "institution", "agency"}
        return body.kind in kinds and bool(self.private_house.search(reading, body.start_char, body.end_char))

    def _deputy(self, reading: str, at: int, around: Around) -> bool:
        """Whether "đại biểu" is a deputy: where the article has an assembly, or "đại biểu Lê Văn A (Bến Tre)"."""
        lead = self.leads.match(reading, at)
        named = around.names.get(lead.end()) if lead else None
        if named is None or named.label != "PERSON":
            return False
        of = _FROM.match(reading, named.end_char)
        place = around.names.get(of.end()) if of else None
        return around.house or (place is not None and place.kind == "province")

    def _before_name(self, reading: str, at: int, entities: dict[int, Entity]) -> bool:
        """Whether a person's name follows at once, or after "ông", a rank or a degree."""
        lead = self.leads.match(reading, at)
        named = entities.get(lead.end()) if lead else None
        return named is not None and named.label == "PERSON"

    def _further(self, reading: str, stop: int, body: Entity | None, title: Title, entities: dict[int, Entity]) -> int:
        """Past what goes on with a body's name: "khóa XV", "nước CHDCND Lào", "tại phía Nam"."""
        nation = _NATION.match(reading, stop) if body or title.alone else None
        if nation and (country := entities.get(nation.end())) and country.kind in {"country", "region"}:
            return country.end_char
        if body and body.kind in {"legislature", "people_council"} and (term := _TERM.match(reading, stop)):
            return term.end()
        explained = _EXPLAINED.match(reading, stop) if body and body.label == "ORGANIZATION" else None
        if explained and (unit := entities.get(explained.end())) and unit.label == "LOCATION":
            return unit.end_char
        seat = _SEAT.match(reading, stop)
        if seat and (place := entities.get(seat.end())) and place.label == "LOCATION":
            return place.end_char
        return stop


def _named_again(match: "regex.Match[str]", title: Title, body: Entity | None) -> Entity | None:
    """A body told after a comma that the title names: "Phó Hiệu trưởng, Trường Đại học X", "Cục trưởng, Cục Thuế"."""
    if body is None or body.label != "ORGANIZATION":
        return None
    if title.branch == "public_service":
        return body if body.kind in {"school", "institution"} else None
    head = body.text.split()[0].casefold()
    return body if head in {"viện", "cục", "vụ", "phòng"} and head in match.group().casefold().split() else None


def _unit_end(reading: str, stop: int, end: int, entities: dict[int, Entity]) -> int:
    """Past the name of a unit that no list has: "Thống đốc tỉnh Wakayama", "Nghị sĩ bang Texas"."""
    known = entities.get(stop + 1)
    if known:
        return known.end_char if known.label == "LOCATION" else stop
    name = _UNIT_NAME.match(reading, stop, end)
    return name.end() if name else stop


def _taken(reading: str, start: int) -> bool:
    return _TAKEN.search(reading, max(0, start - 15), start) is not None
