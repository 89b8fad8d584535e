"""Bodies: a head ("Sở", "UBND", "Trường THPT") and the tail that its kind goes on with."""

from boctin.stages.entities.gazetteer import Body, Gazetteer, ends_at, led_name_at
from boctin.stages.entities.persons import PersonGrammar
from boctin.stages.entities.places import Found, PlaceGrammar
from boctin.stages.entities.syllables import Syllable

_MAX_TAIL = 30
_MAX_OBJECT = 6
_SHORT_FIELD = 2
# Words inside a name that more of it follows: Ủy ban quốc gia về chuyển đổi số, Hiệp hội các doanh nghiệp.
_OPENERS = {"các", "về", "vì"}
_JOINTS = {"và", "-", "&", "/", "+"}
# Which bodies a body may be part of: "Vụ Pháp chế, Bộ Y tế"; "Phòng Tổng hợp Sở Nội vụ".
PARTS = {
    "agency": {"ministry", "department", "agency", "police", "people_committee", "school", "hospital", "institution",
               "party_committee", "military", "court", "procuracy", "mass_organisation", "front", "legislature",
               "youth_union", "government", "association"},
    "institution": {"ministry", "department", "agency", "people_committee", "school", "institution",
                    "mass_organisation", "hospital"},
    "hospital": {"ministry", "department"},
    "police": {"police", "ministry"},
    "department": {"ministry", "legislature"},
    "military": {"military", "ministry"},
    "association": {"association"},
}  # fmt: skip
# Whose a central committee is, told straight after it: "Ban Chấp hành Trung ương | Đoàn Thanh niên".
_LED_BY_ONE = {"youth_union", "mass_organisation", "association"}
# Words that begin like a body: "Phó giám đốc bộ phận Định giá", "thư ký trường quay".
_NO_BODIES = {"bộ phận", "trường quay", "trường đua", "trường bắn"}
# After an office these need no name: "Phó Giám đốc bệnh viện".
_CALLED_BARE = {"hospital", "school", "institution", "authority", "association"}
# Học viện Chính trị quốc gia Hồ Chí Minh, Bảo tàng Chứng tích Hồ Chí Minh
_BEFORE_UNCLE_HO = {"gia", "sản", "tàng", "tưởng"}
_WHOLES = {"ministry", "department", "people_committee", "people_council", "party_committee", "police"}
# What these are called says nothing without the body that they are in, be it told in brackets.
SMALL = {"ban", "phòng", "khoa", "tổ", "đội", "văn", "bộ"}

# Behind "tổ chức": the body holds these; elsewhere it is a field of bodies ("Phòng Tổ chức").
_STAGED = frozenset(
    {
        *(
            "lễ",
            "hội",
            "cuộc",
            "buổi",
            "chương",
            "họp",
            "đợt",
            "các",
            "đón",
            "trao",
            "phiên",
            "ngày",
            "tọa",
            "đại",
            "triển",
        ),
        *("diễn", "thi", "giao", "gặp", "kỷ", "khai", "một", "nhiều", "tuần", "thăm", "tập", "vào", "tại", "tuyên"),
    }
)


def _informs(row: list[Syllable], at: int) -> bool:
    """Whether "thông tin" is what someone does here, no field: "Giám đốc bệnh viện thông tin"."""
    return row[at].text == "thông" and row[at + 1].text == "tin" and not row[at + 2].cap


class BodyGrammar:
    """Reads bodies at a given syllable of a row."""

    def __init__(self, gazetteer: Gazetteer, places: PlaceGrammar, persons: PersonGrammar) -> None:
        self.g, self.places, self.persons = gazetteer, places, persons

    def at(self, row: list[Syllable], at: int, *, titled: bool = False, depth: int = 0) -> Found | None:
        """A body whose name begins here. `titled`: an office stands before it, so a head in lower case will do."""
        head = self.g.heads.longest(row, at)
        if head is None:
            return None
        stop, body = head
        if row[at].text == "TT" and self.g.heads.longest(row, stop):  # Phó Bí thư TT | Tỉnh ủy
            return None
        if not row[at].cap and stop - at == 1 and at and row[at - 1].low in self.g.ends_of_words.get(row[at].low, ()):
            return None
        if row[stop].low in {"trưởng", "phó"}:  # Phó | Cục trưởng
            return None
        if f"{row[stop - 1].low} {row[stop].low}" in _NO_BODIES:
            return None
        place = self.places.named_at(row, at)
        if place and place > stop:  # Đài Loan, Hội An
            return None
        capitals = row[at].cap or any(piece.cap for piece in row[at + 1 : stop])
        if not capitals and not titled and not self._proper_tail(row, stop):
            return None
        end = self._tail_end(row, at, stop, body, titled=titled)
        if end is None:
            return None
        if depth < 3:
            end = self._whole_end(row, at, end, body, depth)
        return Found(at, end, body.kind, f"body_{body.tail}", 0.9)

    def after_title(self, row: list[Syllable], at: int) -> Found | None:
        """A body called by its mere field after an office: "Thứ trưởng Ngoại giao", "Cục trưởng Hải quan TP HCM"."""
        kind = next((k for k, trie in self.g.after_titles.items() if ends_at(trie, row, at) is not None), None)
        if row[at - 1].low == "phó" and row[at - 2].low == "vụ" and row[at - 3].low == "chức":
            return None  # giữ chức vụ Phó | Chủ tịch Hội
        if kind is None or not (self.g.fields.longest(row, at) or (row[at].upper and kind == "ministry")):
            return None
        field_end = self._field_end(row, at, named=False, joint=True, closed=kind == "ministry")
        end = self._unit_end(row, field_end, far=False)
        if end == at:
            return None
        body = Body(kind=kind, heads=[], tail="field")
        return Found(at, self._whole_end(row, at, end, body, 0), kind, "field_after_title", 0.85)

    def _proper_tail(self, row: list[Syllable], stop: int) -> bool:
        return row[stop].cap or bool(self.g.unit_words.longest(row, stop) and row[stop - 1].low in {"an", "ủy", "dân"})

    def _tail_end(self, row: list[Syllable], at: int, stop: int, body: Body, *, titled: bool) -> int | None:
        office, titled = titled, titled or row[at].cap
        if office and body.kind in {"hospital", "school"} and _informs(row, stop):
            return stop  # "..., Giám đốc bệnh viện | thông tin."
        if body.tail == "none":
            return self._unit_end(row, stop, far=False)
        if body.tail in ("unit", "party", "army", "mass"):
            if body.tail == "army" and row[stop].text.isdigit():  # Tiểu đoàn 2
                stop += 1
            end = self._field_end(row, stop, named=False, joint=False) if body.tail != "unit" else stop
            end = self._unit_end(row, end, far=True)
            return end if end > stop or row[stop - 1].cap or titled else None
        end = self._field_end(
            row,
            stop,
            named=body.tail == "proper",
            joint=body.verbs or office or row[stop].cap,
            closed=body.kind in {"ministry", "department"} and stop - at == 1,
        )
        if end == stop:
            unit = self._unit_end(row, stop, far=titled)
            # "Phó Chánh Văn phòng Bộ", "Ban Tổ chức Trung ương" need no more.
            called = any(piece.cap for piece in row[at:stop]) or (
                office and (body.kind in _CALLED_BARE or self._council(row, stop))
            )
            whole = (stop - at > 1 or office) and called
            return unit if (unit > stop and (row[at].cap or office)) or whole else None
        return self._unit_end(row, end, far=True)

    def _council(self, row: list[Syllable], stop: int) -> bool:
        """Whether "hội đồng" ends here and needs no name after an office: "Phó Chủ tịch hội đồng cho biết"."""
        ends = not row[stop].text[0].isalpha() or row[stop].cap or self.g.verbs_after.longest(row, stop) is not None
        return ends and row[stop - 1].low == "đồng"

    def _field_end(self, row: list[Syllable], at: int, *, named: bool, joint: bool, closed: bool = False) -> int:
        """The field or proper name after a head.

        `named`: a person's name may be (once) what the body is called; `joint`: a verb may open the name; `closed`:
        past its first word only known fields go on with it, as with ministries.
        """
        end, house, verb = at, named, False
        while end < at + _MAX_TAIL:
            piece = row[end]
            opening = joint or (closed and end == at)
            step = self._step(row, end, joint=joint, named=named and end < at + 6, house=house)
            if step is not None and closed and not opening and not self._known(row, end):
                step = None
            if step is not None:
                words = " ".join(one.low for one in row[end:step])
                named = named and (words in self.g.house_types or piece.upper)
                field = self.g.fields.longest(row, end)
                verb = bool(field and field[1] == "verb" and field[0] == step)
                # "Bộ Ngoại giao và Hợp tác quốc tế | Sok Dara": a ministry's longer field has its object in it.
                whole = closed and step - end > _SHORT_FIELD
                end, joint = step, (verb and not whole) or piece.low in _OPENERS
                continue
            if end == at:
                break
            over = self._object(row, end) if verb else self._over_joint(row, end)
            if over is None:
                over = self._over_joint(row, end) if verb else None
            if over is None:
                break
            end, joint, verb = over, row[over - 1].low in _JOINTS or row[over - 1].text == ",", False
        return end - (end > at and row[end - 1].low in _OPENERS)

    def _known(self, row: list[Syllable], at: int) -> bool:
        return row[at].upper or row[at].text.isdigit() or self.g.fields.longest(row, at) is not None

    def _object(self, row: list[Syllable], at: int) -> int | None:
        """What a verb in a body's name is about, in words that no list has, right up to a person's name."""
        end = at
        while end < at + _MAX_OBJECT and row[end].text[0].isalpha() and not row[end].cap and row[end].low != "và":
            end += 1
        if self.g.unit_words.longest(row, at) or self.persons.certain_at(row, end) is None:
            return None
        return end if end > at + 1 else None

    def _step(self, row: list[Syllable], at: int, *, joint: bool, named: bool, house: bool) -> int | None:
        """One more word of the name, or None where the name has ended."""
        piece = row[at]
        if not piece.text[0].isalpha():
            return self._number(row, at, house=house, joint=joint)
        field = self.g.fields.longest(row, at)
        opener = piece.low == "các" or (piece.low in _OPENERS and (joint or row[at - 1].low == "ban"))
        if opener and (row[at + 1].cap or self.g.fields.longest(row, at + 1)):
            return at + 1
        if not piece.cap:
            staged = field and piece.low == "tổ" and row[field[0]].low in _STAGED
            return field[0] if field and not staged and (field[1] == "noun" or joint) else None
        if piece.low == "khóa" and (
            row[at + 1].upper or row[at + 1].text[0].isdigit() or row[at + 1].text in {"I", "V", "X"}
        ):
            return None
        if piece.name == "Hồ" and row[at - 1].low in _BEFORE_UNCLE_HO and row[at + 1].name == "Chí":
            return at + 3
        person = self.persons.certain_at(row, at)
        if person and not (field and field[0] - at > 1):
            return person if named else None
        if field:
            return field[0]
        place = self.places.named_at(row, at)
        if place and not joint:
            return None
        if (self.g.unit_words.longest(row, at) and not place) or self.g.title_starts.longest(row, at):
            return None
        head = self.g.heads.longest(row, at)
        if head and (not joint or head[0] - at > 1 or head[1].kind in _WHOLES):
            return None
        return None if led_name_at(self.g, row, at) else at + 1

    def _number(self, row: list[Syllable], at: int, *, house: bool, joint: bool) -> int | None:
        """A number in a name: Bệnh viện Nhi đồng 1, Ban Chỉ đạo 35, Đội Cảnh sát giao thông số 2."""
        if not row[at].text.isdigit() or len(row[at].text) > 3:
            return None
        if row[at - 1].low in {"đạo", "đội", "số"} and row[at + 1].text != "/":
            return at + 1
        free = row[at - 1].cap or house or not row[at + 1].text[0].isalpha()
        return at + 1 if free and not joint else None

    def _over_joint(self, row: list[Syllable], at: int) -> int | None:
        """Past "và", a dash or a comma that joins words of one name; None where it joins something else."""
        piece, after = row[at], row[at + 1]
        if piece.text in {"-", "&", "/", "."} and piece.glued and after.glued and after.cap and row[at - 1].cap:
            return at + 1  # GD-ĐT, NN&PTNT
        if piece.low in _JOINTS:
            if led_name_at(self.g, row, at + 1):  # Bộ Công an và | Nhà báo Lê Văn A
                return None
            field = self.g.fields.longest(row, at + 1)
            told = piece.text == "-" and not after.glued and after.low == "thông" and not after.cap
            if field and not told:  # "Viện trưởng Viện Vệ sinh dịch tễ - thông tin thêm"
                return at + 1
            fresh = after.cap and not after.upper and not self.g.heads.longest(row, at + 1)
            if piece.low in {"và", "&"} and fresh and not self._name_or_title(row, at + 1):
                return at + 1
            return None
        if piece.text == ",":
            return self._over_comma(row, at)
        return None

    def _over_comma(self, row: list[Syllable], at: int) -> int | None:
        """A comma inside a name is followed by fields and an "và": Sở Văn hóa, Thể thao và Du lịch."""
        end = at
        for _ in range(4):
            field = self.g.fields.longest(row, end + 1)
            if field is None or (self.g.heads.longest(row, end + 1) and not field):
                return None
            end = field[0]
            if row[end].low in {"và", "-"} and self.g.fields.longest(row, end + 1):
                return at + 1
            if row[end].text != ",":
                return None
        return None

    def _name_or_title(self, row: list[Syllable], at: int) -> bool:
        return bool(
            self.persons.certain_at(row, at) or self.places.named_at(row, at) or self.g.title_starts.longest(row, at)
        )

    def _unit_end(self, row: list[Syllable], at: int, *, far: bool) -> int:
        """Past the unit that a body belongs to: "huyện Thoại Sơn", "tỉnh", "Hà Nội", "Việt Nam", "Trung ương"."""
        for _ in range(3):
            if row[at].low in {"trung", "t", "tư", "tw"} and (end := self._centre_end(row, at)):
                at = end
                continue
            unit = self.places.unit_at(row, at)
            if unit:
                at = unit.end
                continue
            if row[at].text == "-" and row[at - 1].cap and self._nation(row, at + 1):
                at = self._nation(row, at + 1) or at  # Hội Hữu nghị Việt Nam - Lào
                continue
            bare = self.places.named_at(row, at)
            if bare:
                person = self.persons.certain_at(row, at)
                if person and person > bare:
                    return at
                at = bare
                continue
            generic = self.places.generic_at(row, at) if far else None
            if generic:
                at = generic - (row[generic - 1].text == ".")
            return at
        return at

    def _nation(self, row: list[Syllable], at: int) -> int | None:
        """End of a country's name that begins here, the second of two joined by a dash."""
        found = self.g.bare.longest(row, at) if row[at].cap else None
        return found[0] if found and found[1] in {"country", "region"} else None

    def _centre_end(self, row: list[Syllable], at: int) -> int | None:
        if row[at].low == "trung" and row[at + 1].low == "ương":
            return at + 2
        return at + 1 if row[at].text in {"TƯ", "TW"} else None

    def _whole_end(self, row: list[Syllable], start: int, end: int, body: Body, depth: int) -> int:
        """Past the body that this one is part of, told after a comma, "thuộc", in brackets or straight after."""
        central = body.kind == "party_central" and row[end].text.isalpha()
        allowed = _LED_BY_ONE if central else PARTS.get(body.kind)
        if allowed is None:
            return end
        at = end
        if (
            row[at].low == "của"
            and row[at + 1].low == "quốc"
            and row[at + 2].low == "hội"
            and row[start].low in {"ủy", "ub"}
        ):
            return at + 3
        bracket = row[at].text == "("
        if bracket and row[start].low not in SMALL:
            return end
        if row[at].text in {",", "("} or row[at].low == "thuộc":
            at += 1
        head = self.g.heads.longest(row, at)
        if head is None or not row[at].cap or head[1].kind not in allowed:
            return end
        whole = self.at(row, at, depth=depth + 1)
        if whole is None or (whole.end <= head[0] and head[1].tail == "field"):
            return end
        if bracket:
            return whole.end + 1 if row[whole.end].text == ")" else end
        if head[1].kind == body.kind and row[end].text == "," and head[0] == at + 1 and row[at].low == row[end - 1].low:
            return end
        return whole.end
