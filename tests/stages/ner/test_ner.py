"""Names that the trained model finds: every line with all the names that it has, and no other."""

import re

import pytest
import spacy

import boctin
from boctin.loading import STAGES
from boctin.stages.ner.article import companies_by_their_last_word, persons_by_one_word, streets_named_after_persons
from boctin.tokens import split

Expected = dict[str, list[str]]


@pytest.fixture(scope="module")
def nlp():
    return boctin.load(disable=[stage for stage in STAGES if stage != "boctin_ner"])


def found(nlp, line: str) -> Expected:
    names: Expected = {}
    for entity in nlp(line)._.ner:
        names.setdefault(entity.label[:3], []).append(entity.text)
    return names


LINES: dict[str, tuple[str, Expected]] = {
    "office_before_the_name": (
        "Phó Bí thư Thường trực Huyện ủy Thoại Sơn Lê Hữu Tâm chủ trì hội nghị.",
        {"PER": ["Lê Hữu Tâm"], "ORG": ["Huyện ủy Thoại Sơn"]},
    ),
    "name_before_the_office": (
        "Ông Trần Văn Hiệp, Chủ tịch UBND tỉnh Lâm Đồng, yêu cầu báo cáo trước ngày 15/9.",
        {"PER": ["Trần Văn Hiệp"], "ORG": ["UBND tỉnh Lâm Đồng"]},
    ),
    "units_in_a_row": (
        "Vụ việc xảy ra tại xã Vĩnh Hải, huyện Ninh Hải, tỉnh Ninh Thuận.",
        {"LOC": ["xã Vĩnh Hải", "huyện Ninh Hải", "tỉnh Ninh Thuận"]},
    ),
    "ede": ("Chị H'Len Niê dệt thổ cẩm ở xã Cư Bao.", {"PER": ["H'Len Niê"], "LOC": ["xã Cư Bao"]}),
    "bahnar": ("Già làng Y Thông kể chuyện giữ rừng cho lũ trẻ.", {"PER": ["Y Thông"]}),
    "hmong": ("Anh Giàng A Páo nuôi bò ở Mù Cang Chải.", {"PER": ["Giàng A Páo"], "LOC": ["Mù Cang Chải"]}),
    "jarai": ("Ông Ksor H'Bơ Khăp từng làm việc ở Gia Lai.", {"PER": ["Ksor H'Bơ Khăp"], "LOC": ["Gia Lai"]}),
    "monk": ("Thượng tọa Thích Minh Nhẫn trao quà cho 50 hộ nghèo.", {"PER": ["Thích Minh Nhẫn"]}),
    "priest": ("Linh mục Giuse Trần Văn Khoa dâng lễ sáng nay.", {"PER": ["Giuse Trần Văn Khoa"]}),
    "foreign": (
        "Tổng thống Mỹ Michael Carter gặp Thủ tướng Anh Helen Brooks tại London.",
        {"PER": ["Michael Carter", "Helen Brooks"], "LOC": ["Mỹ", "Anh", "London"]},
    ),
    "one_word_after_ong": ("Sau đó ông Tám quay về nhà lấy xe.", {"PER": ["Tám"]}),
    "one_word_after_ba": ("Theo bà Liên, giá tôm năm nay giảm mạnh.", {"PER": ["Liên"]}),
    "initials": ("Công an tạm giữ N.T.H. (34 tuổi) để điều tra.", {"PER": ["N.T.H."]}),
    "two_bodies": (
        "Phòng Cảnh sát hình sự, Công an tỉnh Đồng Nai, bắt hai nghi can.",
        {"ORG": ["Phòng Cảnh sát hình sự", "Công an tỉnh Đồng Nai"]},
    ),
    "capitals": (
        "BÍ THƯ TỈNH ỦY QUẢNG NGÃI BÙI THANH SƠN THĂM VÙNG LŨ",
        {"PER": ["BÙI THANH SƠN"], "ORG": ["TỈNH ỦY QUẢNG NGÃI"]},
    ),
    "capitals_with_a_place": (
        "CÔNG AN TỈNH ĐỒNG THÁP BẮT NHÓM CƯỚP Ở SA ĐÉC",
        {"ORG": ["CÔNG AN TỈNH ĐỒNG THÁP"], "LOC": ["SA ĐÉC"]},
    ),
    "lower_case": (
        "chủ tịch ubnd tỉnh an giang nguyễn văn hiền yêu cầu làm rõ",
        {"PER": ["nguyễn văn hiền"], "ORG": ["ubnd tỉnh an giang"]},
    ),
    "country_of_a_team": ("Đội tuyển Việt Nam thắng Thái Lan 2-1.", {"LOC": ["Việt Nam", "Thái Lan"]}),
    "street": ("Cháy lớn trên đường Lê Lợi lúc rạng sáng.", {"LOC": ["đường Lê Lợi"]}),
    "school_named_after_a_man": (
        "Học sinh Trường THPT Nguyễn Trãi đoạt giải nhất.",
        {"ORG": ["Trường THPT Nguyễn Trãi"]},
    ),
    # Nothing to find
    "body_in_lower_case": ("Công an huyện đã lập biên bản và bàn giao hồ sơ.", {}),
    "law": ("Luật Đất đai có hiệu lực từ ngày 1/1/2025.", {}),
    "people": ("Đồng bào Khmer và người Chăm cùng nhau đắp đường.", {}),
    "weekday_and_feast": ("Thứ Sáu tới, trường nghỉ Tết Nguyên đán.", {}),
    "no_capital": ("mô hình này giúp mỗi hộ tăng thu nhập 15 triệu đồng một năm", {}),
    "empty": ("", {}),
    "blank": (" \n\t\n ", {}),
}


@pytest.mark.parametrize("case", LINES)
def test_names_of_a_line(nlp, case):
    line, expected = LINES[case]
    assert found(nlp, line) == expected


def test_articles_together_have_the_names_of_each_alone(nlp):
    texts = [line for line, _ in LINES.values()]
    together = [[(e.label, e.start_char, e.end_char) for e in doc._.ner] for doc in nlp.pipe(texts)]
    assert together == [[(e.label, e.start_char, e.end_char) for e in nlp(text)._.ner] for text in texts]


def test_offsets_are_of_the_text_as_it_is(nlp):
    text = "HÀ NỘI\r\n\r\nÔng  Lê\u00a0Văn Tám,  Chủ tịch UBND xã Hoà Bình."
    for entity in nlp(text)._.ner:
        assert text[entity.start_char : entity.end_char] == entity.text


@pytest.mark.parametrize(
    ("before", "line", "name"),
    [
        ("Tiền vệ Karim Diallo ghi bàn. ", "Diallo nói anh rất vui.", "Diallo"),
        ("Ông Kovalenko nói. ", "Sau đó Kovalenko về nước.", "Kovalenko"),
    ],
)
def test_a_bare_name_follows_the_clear_one(nlp, before, line, name):
    """A form that is a person's elsewhere in the article is seen where nothing around it says so."""
    assert found(nlp, line) == {}
    assert found(nlp, before + line)["PER"][-1] == name
    assert len(found(nlp, before + line)["PER"]) == 2


ARKOM, HUNG = (0, 3, "ORGANIZATION"), (4, 5, "PERSON")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Công ty Arkom ; Arkom", [ARKOM, (4, 5, "ORGANIZATION")]),
        ("Công ty Hùng ; Hùng", [ARKOM, HUNG]),
        ("Công ty Arkom ; Smith", [ARKOM, HUNG]),
    ],
)
def test_a_company_by_its_last_word_is_no_person(words, names):
    assert companies_by_their_last_word(words.split(), [ARKOM, HUNG]) == names


# Names already found are marked `<PER name>`, the words that are added as a person's `{word}`, the end of a line ` / `.
BY_ONE_WORD = """
<PER Karim Diallo> ghi bàn. {Diallo} nói anh vui.
<PER Karim Diallo> ghi bàn khi {Karim} đã mệt.
ông <PER Kovalenko> nói. Sau đó {Kovalenko} về nước.
cô <PER Maria Lopez> đến / {Lopez} chào khán giả
<PER Lý Thị Thêm> khai, nhưng {Thêm} đã bỏ đi.
<PER Lý Thị Thêm> bị bắt. {Thêm} khai nhận tội.
<PER Lý Thị Thêm> và <PER Vi Văn Ngàn> ở nhà của {Ngàn}.
# another name has the word too
<PER Henry Ford> mất. <ORG Hãng Ford> buồn khi Ford mất.
<PER Lê Văn Bình> đến <LOC Thái Bình>, nhưng Bình đã về.
# no one calls a person by it: alone and after no word of address, a letter, the family's name, in capitals
<PER Knorr> ngon. Knorr đúng chuẩn.
<PER Nguyễn T.> khai, nhưng T. đã về. Nguyễn đã về.
<PER Jane Doe> kể. DOE kể.
<PER Lan's Homestay> mở cửa. Lan's là quán.
# part of something longer, or a thing by its noun
<PER Karim Diallo> ghi bàn. Diallo Cup khởi tranh, Diallo 2 ra mắt, bà Era Gia-Diallo.
<PER Alfred Nobel> mất. Ông nhận giải Nobel và xe Nobel.
<PER Trần Văn An> lái. Chiếc của An-225 hạ cánh.
<PER Lê Thị Hoa> đến, và Hoa hậu cũng đến.
# the capital of a sentence's first word
<PER Lê Tuấn Anh> đến. Anh đã mệt.
<PER Lê Hữu Thế> bị thế. Thế là xong.
""".strip().splitlines()


@pytest.mark.parametrize("line", [line for line in BY_ONE_WORD if not line.startswith("#")])
def test_a_person_is_called_by_one_word_of_the_full_name(line):
    words: list[str] = []
    names, added = [], []
    for marked in re.finditer(r"<(PER|ORG|LOC) ([^<>]+)>|\{(\w+)\}|[^<{]+", line.replace(" / ", "\n")):
        first = len(words)
        words += split(marked[2] or marked[3] or marked[0])[0]
        if marked[2] or marked[3]:
            label = {"ORG": "ORGANIZATION", "LOC": "LOCATION"}.get(marked[1], "PERSON")
            (names if marked[2] else added).append((first, len(words), label))
    assert persons_by_one_word(words, names) == sorted(names + added)


STREET = (4, 6, "PERSON")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Kẹt xe ở đường Lê Tám sáng nay", [(3, 6, "LOCATION")]),
        ("Ngập ở Đường số đường Lê Tám", [(4, 7, "LOCATION")]),
        ("Kẹt xe trên phố Lê Tám", [(3, 6, "LOCATION")]),
        ("Nước lên ở sông Lê Tám", [(3, 6, "LOCATION")]),
        ("Chủ tịch thành phố Lê Tám", [STREET]),
        ("Chọn đúng con đường Lê Tám đi", [STREET]),
        ("Trên đường , Lê Tám mệt", [(3, 5, "PERSON")]),
        ("Anh đi trên đường Tám về", [(4, 5, "PERSON")]),
    ],
)
def test_a_full_name_after_the_word_for_a_street_is_the_streets(line, names):
    words = line.split()
    found = [(words.index("Lê"), words.index("Tám") + 1, "PERSON")] if "Lê" in words else [(4, 5, "PERSON")]
    assert streets_named_after_persons(words, found) == names


def test_spacy_loads_the_package():
    package = spacy.load("vi_boctin_ner")
    doc = package("Bí thư Huyện ủy Thoại Sơn Lê Hữu Tâm")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Huyện ủy Thoại Sơn", "ORGANIZATION"),
        ("Lê Hữu Tâm", "PERSON"),
    ]


def test_a_pipeline_goes_to_disk_and_back(tmp_path):
    text = "Ông Lê Văn Tám ở huyện Thoại Sơn."
    package = spacy.load("vi_boctin_ner")
    package.to_disk(tmp_path / "copy")
    again = spacy.load(tmp_path / "copy")
    assert (
        [e.text for e in again(text).ents] == [e.text for e in package(text).ents] == ["Lê Văn Tám", "huyện Thoại Sơn"]
    )
