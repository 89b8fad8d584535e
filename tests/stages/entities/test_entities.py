"""Names in lines of news: every line with all the names that it has, and no other."""

import pytest

import boctin
from boctin.loading import STAGES


@pytest.fixture(scope="module")
def nlp():
    return boctin.load(disable=[stage for stage in STAGES if stage != "boctin_entities"])


def names(nlp, line: str, label: str) -> list[str]:
    return [entity.text for entity in nlp(line)._.entities if entity.label == label]


PERSONS = {
    "honorific": ("Ông Lê Văn Tám phát biểu khai mạc.", ["Lê Văn Tám"]),
    "given_name_alone": ("Sau đó ông Tám trao quà cho các hộ.", ["Tám"]),
    "after_a_body": ("Bí thư Huyện ủy Châu Thành Đỗ Minh Quân dự lễ.", ["Đỗ Minh Quân"]),
    "after_a_district": ("Chủ tịch UBND huyện Tri Tôn Cao Thị Lan cho biết.", ["Cao Thị Lan"]),
    "family_name_like_a_place": ("Bà Hà Thị Thu đến tỉnh Hà Nam.", ["Hà Thị Thu"]),
    "ede_name": ("Chị H'Hương Niê và anh Y Thông Mlô nhận giống cà phê.", ["H'Hương Niê", "Y Thông Mlô"]),
    "hmong_name": ("Trưởng bản Giàng A Páo dẫn đường.", ["Giàng A Páo"]),
    "jarai_name": ("Thượng úy Ksor H'Bơ trực chốt.", ["Ksor H'Bơ"]),
    "highland_name_in_a_list": ("Dự có: Y Biên, Phó Chủ tịch UBND xã.", ["Y Biên"]),
    "monk": ("Thượng tọa Thích Minh Thiện tặng 50 suất quà.", ["Thích Minh Thiện"]),
    "foreign_after_a_title": ("Tổng thống Pháp Jean Dupont đến Hà Nội.", ["Jean Dupont"]),
    "foreign_with_a_dash": ("Ông Park Jae-in về nước.", ["Park Jae-in"]),
    "degrees": ("PGS.TS.BS Trần Đức Long khám bệnh.", ["Trần Đức Long"]),
    "capitals": ("BÍ THƯ TỈNH ỦY LÊ QUANG HUY: PHẢI LÀM NGAY", ["LÊ QUANG HUY"]),
    "second_family_name_inside": ("Bà Nguyễn Thị Hoàng Yến vắng mặt.", ["Nguyễn Thị Hoàng Yến"]),
    "an_award_after_it": ("Trao ông Trần Văn Sáu Huân chương Lao động.", ["Trần Văn Sáu"]),
    "street": ("Tai nạn xảy ra trên đường Lê Lợi.", []),
    "school": ("Học sinh Trường THPT Nguyễn Trãi đoạt giải.", []),
    "district": ("Quận Hoàng Mai có 14 phường.", []),
    "people_of_art": ("Nghệ sĩ Nhân dân được vinh danh.", []),
    "province": ("Lâm Đồng và Thái Bình ký kết hợp tác.", []),
    "weekday": ("Thứ Sáu tới sẽ họp.", []),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), PERSONS.values(), ids=PERSONS)
def test_persons(nlp, line, expected):
    assert names(nlp, line, "PERSON") == expected


BODIES = {
    "committee_of_a_district": ("UBND huyện Tri Tôn họp.", ["UBND huyện Tri Tôn"]),
    "committee_spelled_out": ("Ủy ban nhân dân TP. Cao Lãnh họp.", ["Ủy ban nhân dân TP. Cao Lãnh"]),
    "old_tone_style": ("Huyện uỷ Châu Phú họp.", ["Huyện uỷ Châu Phú"]),
    "own_unit": ("HĐND tỉnh họp.", ["HĐND tỉnh"]),
    "field_in_small_letters": ("Bộ Nông nghiệp và phát triển nông thôn họp.",
                               ["Bộ Nông nghiệp và phát triển nông thôn"]),
    "comma_inside": ("Sở Văn hóa, Thể thao và Du lịch họp.", ["Sở Văn hóa, Thể thao và Du lịch"]),
    "acronym": ("Phòng NN&PTNT huyện U Minh họp.", ["Phòng NN&PTNT huyện U Minh"]),
    "dash_inside": ("Bộ Lao động - Thương binh và Xã hội họp.", ["Bộ Lao động - Thương binh và Xã hội"]),
    "part_of_a_body": ("Vụ Pháp chế, Bộ Y tế góp ý.", ["Vụ Pháp chế, Bộ Y tế"]),
    "two_bodies": ("Sở Y tế, Sở Tài chính góp ý.", ["Sở Y tế", "Sở Tài chính"]),
    "verb_after_a_body": ("Sở Y tế kiểm tra các chợ.", ["Sở Y tế"]),
    "verb_after_a_union": ("Trung ương Đoàn tổ chức hội trại.", ["Trung ương Đoàn"]),
    "academy_that_holds_a_feast": ("Học viện Hành chính tổ chức lễ.", ["Học viện Hành chính"]),
    "office_of_staff": ("Phòng Tổ chức họp.", ["Phòng Tổ chức"]),
    "union_of_a_commune": ("Hội Nông dân xã Tân Lập họp.", ["Hội Nông dân xã Tân Lập"]),
    "school_named_after_a_man": ("Trường THPT Phan Bội Châu khai giảng.", ["Trường THPT Phan Bội Châu"]),
    "numbered_hospital": ("Bệnh viện Nhi đồng 1 tiếp nhận ca bệnh.", ["Bệnh viện Nhi đồng 1"]),
    "many_kinds_in_a_name": ("Hiệp hội các Doanh nghiệp trẻ.", ["Hiệp hội các Doanh nghiệp trẻ"]),
    "no_body_in_words": ("Thị trường, xã hội và môi trường Việt Nam.", []),
    "an_old_town": ("Phố cổ Hội An đông khách.", []),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), BODIES.values(), ids=BODIES)
def test_bodies(nlp, line, expected):
    assert names(nlp, line, "ORGANIZATION") == expected


PLACES = {
    "district": ("Đoàn về huyện Thoại Sơn.", [("huyện Thoại Sơn", "district")]),
    "province": ("Dự án ở tỉnh An Giang.", [("tỉnh An Giang", "province")]),
    "central_city": ("TP.HCM mưa lớn.", [("TP.HCM", "province")]),
    "provincial_city": ("TP. Long Xuyên mưa lớn.", [("TP. Long Xuyên", "district")]),
    "numbered_district": ("Quận 1 cấm xe.", [("Quận 1", "district")]),
    "hamlet_with_a_number": ("Bà con ấp Vĩnh Thạnh 2 góp công.", [("ấp Vĩnh Thạnh 2", "hamlet")]),
    "commune": ("Lũ về xã Vĩnh Trạch.", [("xã Vĩnh Trạch", "commune")]),
    "inside_a_body": ("UBND xã Vĩnh Trạch họp.", [("xã Vĩnh Trạch", "commune")]),
    "country": ("Hàng bán sang Hàn Quốc.", [("Hàn Quốc", "country")]),
    "young_man_is_no_country": ("Anh nói vậy.", []),
    "document_is_no_hamlet": ("Văn bản Luật mới.", []),
}


@pytest.mark.parametrize(("line", "expected"), PLACES.values(), ids=PLACES)
def test_places(nlp, line, expected):
    found = [(entity.text, entity.kind) for entity in nlp(line)._.entities if entity.label == "LOCATION"]
    assert found == expected


def test_every_entity_is_at_its_offsets(nlp):
    text = "Bí thư Huyện uỷ “Thoại Sơn” – ông Lê Văn Tám\n\nÔng Tám thăm Trường THCS Nguyễn Du, xã Vĩnh Trạch."
    doc = nlp(text)
    assert len(doc._.entities) >= 4
    assert all(text[e.start_char : e.end_char] == e.text for e in doc._.entities)


def test_hostile_capitals_take_linear_time(nlp):
    assert nlp("NGUYỄN " * 20_000)._.entities is not None
    assert nlp("Sở Y tế, " * 10_000)._.entities is not None


SEEN_BY_THE_MODEL = {
    "foreign_name": ("Bộ trưởng Quốc phòng Israel Amir Halevi nói.", ["Amir Halevi"]),
    "chinese_name_that_begins_like_an_office": ("Cựu Bộ trưởng Tư pháp Phó Minh Hoa hầu tòa.", ["Phó Minh Hoa"]),
    "journalist": ("Nhà báo Nguyễn Văn Thành đoạt giải.", ["Nguyễn Văn Thành"]),
    "family_name_like_a_body": ("Ông Đoàn Tấn Lộc cho biết.", ["Đoàn Tấn Lộc"]),
    "after_a_roman_number": ("Trưởng ban Chỉ đạo Liên hoan phim lần thứ VI Tạ Văn Đông.", ["Tạ Văn Đông"]),
    "house_number": ("Trụ sở ở 228 Lê Duẩn bán vé từ sáng nay.", []),
    "firm": ("Green Power Group ra mắt xe mới.", []),
}


@pytest.fixture(scope="module")
def both():
    return boctin.load(disable=[stage for stage in STAGES if stage not in ("boctin_ner", "boctin_entities")])


@pytest.mark.parametrize(("line", "expected"), SEEN_BY_THE_MODEL.values(), ids=SEEN_BY_THE_MODEL)
def test_rules_and_model_together(both, line, expected):
    assert names(both, line, "PERSON") == expected


TAILS = {
    "field_that_no_list_has": ("Ông Lê Văn Ba, Giám đốc Trung tâm Nghiên cứu Dê và Đồng cỏ Sơn Tây khẳng định.",
                               ["Trung tâm Nghiên cứu Dê và Đồng cỏ Sơn Tây"]),
    "up_to_the_person": ("Trưởng Ban tổ chức Liên hoan phim Quốc tế lần thứ VI Lê Văn Ba phát biểu.",
                         ["Ban tổ chức Liên hoan phim Quốc tế lần thứ VI"]),
    "jury": ("Nhà thơ Lê Văn Ba, Trưởng Ban giám khảo cuộc thi, cho biết.", ["Ban giám khảo cuộc thi"]),
    "part_of_a_hospital": ("Bác sĩ Lê Văn Ba, Trưởng khoa Điều trị tích cực Nội khoa, Bệnh viện Nhi Hải Dương, nói.",
                           ["khoa Điều trị tích cực Nội khoa, Bệnh viện Nhi Hải Dương"]),
    "of_its_whole": ("Ông Lê Văn Ba, Viện trưởng Viện Nghiên cứu chính sách trực thuộc Bộ Ngoại giao, nói.",
                     ["Viện Nghiên cứu chính sách trực thuộc Bộ Ngoại giao"]),
    "predicate": ("Giám đốc Bệnh viện Bạch Mai cho biết đã tiếp nhận bệnh nhân.", ["Bệnh viện Bạch Mai"]),
    "predicate_of_a_known_field": ("Giám đốc Trung tâm Xúc tiến Du lịch kiểm tra các khách sạn.",
                                   ["Trung tâm Xúc tiến Du lịch"]),
    "no_office_before": ("Trung tâm Nghiên cứu Dê lau kính.", ["Trung tâm Nghiên cứu Dê"]),
    "number_and_people": ("Trưởng ban Dân vận và 180 đại biểu dự họp.", ["Dân vận"]),
    "about_a_field": ("Phó Trưởng ban thường trực BCĐ quốc gia về phòng chống thiên tai Lê Văn Ba dự.",
                      ["BCĐ quốc gia về phòng chống thiên tai"]),
    "fields_with_commas": ("Ông Lê Văn Ba, Trưởng Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực, dự.",
                           ["Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực"]),
    "arts": ("Ông Lê Văn Ba, Cục trưởng Cục Mỹ thuật, Nhiếp ảnh và Triển lãm, nói.",
             ["Cục Mỹ thuật, Nhiếp ảnh và Triển lãm"]),
    "ministry_abroad": ("Bộ trưởng Bộ Y tế, Lao động và Phúc lợi Nhật Bản Ken Tanaka nói.",
                        ["Bộ Y tế, Lao động và Phúc lợi Nhật Bản"]),
    "two_bodies": ("Ông Lê Văn Ba, Giám đốc Sở Y tế, Sở Lao động và Sở Nội vụ cùng dự.",
                   ["Sở Y tế", "Sở Lao động", "Sở Nội vụ"]),
    "ward_of_a_hospital": ("GS Lê Văn Ba, Viện trưởng Viện tim mạch, Bệnh viện Bạch Mai cho biết.",
                           ["Viện tim mạch, Bệnh viện Bạch Mai"]),
    "patrol": ("Ông Lê Văn Ba, Đội phó Đội Tuần tra kiểm soát giao thông đường thủy, nói.",
               ["Đội Tuần tra kiểm soát giao thông đường thủy"]),
    "central_committee_of_a_union": ("Lê Văn Ba, Bí thư thứ nhất Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh, dự.",
                                     ["Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh"]),
    "central_committee_and_another": ("Ông Lê Văn Ba, Ủy viên Ban Chấp hành Trung ương, Hội Nông dân tỉnh mời, dự.",
                                      ["Ban Chấp hành Trung ương", "Hội Nông dân tỉnh"]),
    "school_in_small_letters": ("Bà Lê Thị Ba, Hiệu trưởng trường Phổ thông Năng khiếu, nói.",
                                ["trường Phổ thông Năng khiếu"]),
    "ends_with_a_bare_unit": ("Phó ban chỉ huy quân sự phường bắn chết chị Lê Thị Ba.", ["ban chỉ huy quân sự phường"]),
    "a_unit_word_that_is_none": ("Cục trưởng Cục Xuất bản, In và Phát hành Lê Văn Ba dự.",
                                 ["Cục Xuất bản, In và Phát hành"]),
    "informs": ("Ông Lê Văn Ba, Giám đốc bệnh viện thông tin.", ["bệnh viện"]),
    "information": ("Ông Lê Văn Ba, Giám đốc Trung tâm thông tin tỉnh Lào Cai, nói.",
                    ["Trung tâm thông tin tỉnh Lào Cai"]),
    "palace_of_culture": ("Bà Lê Thị Ba, Giám đốc Cung Văn hóa Lao động tỉnh Bến Tre, nói.",
                          ["Cung Văn hóa Lao động tỉnh Bến Tre"]),
}  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), TAILS.values(), ids=TAILS)
def test_bodies_after_an_office(both, line, expected):
    assert names(both, line, "ORGANIZATION") == expected


def test_a_name_without_end_stays_bounded(both):
    line = "Giám đốc Trung tâm nghiên cứu cỏ " * 1000  # no mark, no verb: what the model sees has no end either
    assert max(len(name) for name in names(both, line, "ORGANIZATION")) < 1000
