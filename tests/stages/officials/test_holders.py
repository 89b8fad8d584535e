"""Whose an office is where it does not stand right beside a name: every line with all its officials."""

import pytest

import boctin
from boctin.loading import STAGES

NEEDED = ("boctin_ner", "boctin_entities", "boctin_officials", "boctin_merge")


@pytest.fixture(scope="module")
def nlp():
    return boctin.load(disable=[stage for stage in STAGES if stage not in NEEDED])


HELD = {
    "aide": ("Ông Pavlo Hromenko, cố vấn của Tổng thống Zelensky, cho biết.",
             {"Pavlo Hromenko": ["cố vấn của Tổng thống"], "Zelensky": ["Tổng thống"]}),
    "aide_with_a_country": ("Cố vấn của Tổng thống Ukraine Pavlo Hromenko nói.",
                            {"Pavlo Hromenko": ["Cố vấn của Tổng thống Ukraine"]}),
    "aide_after_the_name": ("Ông Pavlo Hromenko, cố vấn của Tổng thống Ukraine Volodymyr Zelensky, nói.",
                            {"Pavlo Hromenko": ["cố vấn của Tổng thống Ukraine"],
                             "Volodymyr Zelensky": ["Tổng thống Ukraine"]}),
    "husband": ("Chồng của bà Lê Thị Kiều là Phó Viện trưởng VKSND huyện Tân Châu.", {}),
    "her_own": ("Bà Lê Thị Kiều là Phó Viện trưởng VKSND huyện Tân Châu.",
                {"Lê Thị Kiều": ["Phó Viện trưởng VKSND huyện Tân Châu"]}),
    "two_take_one_office": ("Bà Lê Việt Hà và ông Trần Văn Lành tái cử chức vụ Phó Chủ tịch Hội.",
                            {"Lê Việt Hà": ["Phó Chủ tịch Hội"], "Trần Văn Lành": ["Phó Chủ tịch Hội"]}),
    "one_of_two": ("Bà Lê Việt Hà và ông Trần Văn Lành, Phó Chủ tịch Hội Nông dân tỉnh, cùng dự.",
                   {"Trần Văn Lành": ["Phó Chủ tịch Hội Nông dân tỉnh"]}),
    "body_ends_before_and": ("Bùi Văn Phi - nguyên Trưởng phòng TN-MT huyện Đất Đỏ và Trần Ngọc Hùng - công nhân.",
                             {"Bùi Văn Phi": ["nguyên Trưởng phòng TN-MT huyện Đất Đỏ"]}),
    "degree_ends_a_body": ("Chủ tịch Hội Nghệ sĩ Sân khấu Việt Nam NSND Trịnh Thúy Mai phát biểu.",
                           {"Trịnh Thúy Mai": ["Chủ tịch Hội Nghệ sĩ Sân khấu Việt Nam"]}),
    "in_brackets_since": ("Ông Phan Huy Vũ, nguyên Giám đốc Bệnh viện Đa khoa Đồng Nai (thời điểm bị bắt là Giám đốc "
                          "Sở Y tế) và bà Lê Thị Nhàn.",
                          {"Phan Huy Vũ": ["nguyên Giám đốc Bệnh viện Đa khoa Đồng Nai", "Giám đốc Sở Y tế"]}),
    "terms": ("Ông Lê Văn An, nguyên Ủy viên Trung ương Đảng khóa VI, VII, Tư lệnh Quân khu 4, qua đời.",
              {"Lê Văn An": ["nguyên Ủy viên Trung ương Đảng", "Tư lệnh Quân khu 4"]}),
    "fronted": ("Là đội trưởng Đội phòng chống ma túy, Đồn Biên phòng Nậm Cắn, chỉ trong 4 năm, Trung úy Lê Văn Lợi "
                "lập nhiều chiến công.",
                {"Lê Văn Lợi": ["đội trưởng Đội phòng chống ma túy, Đồn Biên phòng Nậm Cắn"]}),
    "subject_of_a_later_clause": ("Ông Lê Văn An sinh năm 1960. Năm 2005, ông vào Huế, giữ chức Giám đốc Sở Y tế. "
                                  "Năm 2009, được điều động làm Bí thư Huyện ủy Phú Lộc.",
                                  {"Lê Văn An": ["Giám đốc Sở Y tế", "Bí thư Huyện ủy Phú Lộc"]}),
    "many_offices": ("Ông Lê Văn An đã giữ nhiều vị trí quan trọng của tỉnh, như Giám đốc Sở Y tế.",
                     {"Lê Văn An": ["Giám đốc Sở Y tế"]}),
    "nobody_yet": ("Ông Lê Văn An về hưu. Ai sẽ giữ vị trí Giám đốc Sở Y tế thì chưa rõ.", {}),
    "another_in_the_clause": ("Hội kiến Chủ tịch Quốc hội Campuchia Sok Dara, Thủ tướng Việt Nam bày tỏ vui mừng.",
                              {"Sok Dara": ["Chủ tịch Quốc hội Campuchia"]}),
    "given_by_another": ("Bà Lê Thị Lan được phân công làm Bí thư Ban cán sự Đảng và Thủ tướng giao thêm việc.",
                         {"Lê Thị Lan": ["Bí thư Ban cán sự Đảng"]}),
    "deputies_by_province": ("Đại biểu Dương Khắc Tài (Đắk Nông) góp ý. Đại biểu Lê Văn An (giáo viên) ra về.",
                             {"Dương Khắc Tài": ["Đại biểu"]}),
    "commanders": ("Tiểu đoàn trưởng Lê Văn Bình hô xung phong, Chính ủy Trần Văn Sáu chạy tới.",
                   {"Lê Văn Bình": ["Tiểu đoàn trưởng"], "Trần Văn Sáu": ["Chính ủy"]}),
    "leader_of_a_branch": ("Bộ trưởng Lê Văn An, tư lệnh ngành giáo dục, trả lời.", {"Lê Văn An": ["Bộ trưởng"]}),
    "ordinal": ("Jack Peterson là tổng thống thứ ba của nước Mỹ.",
                {"Jack Peterson": ["tổng thống thứ ba của nước Mỹ"]}),
    "weekday": ("Tổng thống Mỹ Jack Peterson gặp Thủ tướng Anh Mark Wilson thứ Ba tuần này.",
                {"Jack Peterson": ["Tổng thống Mỹ"], "Mark Wilson": ["Thủ tướng Anh"]}),
    "standing_deputy": ("Phó Bí thư TT Tỉnh ủy Lê Văn An dự.", {"Lê Văn An": ["Phó Bí thư TT Tỉnh ủy"]}),
    "town_party_secretary": ("Bí thư TT Tân An Lê Văn An dự.", {"Lê Văn An": ["Bí thư TT Tân An"]}),
    "short_form_inside": ("Ông Lê Văn An, Trưởng Phòng Giáo dục và Đào tạo (GD&ĐT) huyện Hương Sơn cho biết.",
                          {"Lê Văn An": ["Trưởng Phòng Giáo dục và Đào tạo (GD&ĐT) huyện Hương Sơn"]}),
    "embassy": ("Bà Marie Dupont, Tham tán Hợp tác và Văn hóa, Đại sứ quán Pháp tại Việt Nam, chia sẻ.",
                {"Marie Dupont": ["Tham tán Hợp tác và Văn hóa, Đại sứ quán Pháp tại Việt Nam"]}),
    "plural_with_a_colon": ("Bộ có 4 Thứ trưởng gồm các ông: Phùng Đức Hòa, Lê Hoàng Minh và Trần Quốc Sang.",
                            {"Phùng Đức Hòa": ["Thứ trưởng"], "Lê Hoàng Minh": ["Thứ trưởng"],
                             "Trần Quốc Sang": ["Thứ trưởng"]}),
    "cooperative": ("Ông Lê Văn Tám, Giám đốc HTX Nông nghiệp Tân Hòa, cho biết.", {}),
    "founders": ("Bà Lê Thị Nga (nguyên Chủ tịch hội đồng sáng lập Tập đoàn Hành Trình) khai.", {}),
    "youth_union_of_a_school": ("TS. Nguyễn Đình Nam - Bí thư Đoàn Trường chia sẻ.",
                                {"Nguyễn Đình Nam": ["Bí thư Đoàn Trường"]}),
    "national_park": ("Ông Nguyễn Quốc An từng đảm nhiệm các chức vụ: Giám đốc Vườn Quốc gia Hoàng Liên; Bí thư "
                      "Huyện ủy Bảo Thắng.",
                      {"Nguyễn Quốc An": ["Giám đốc Vườn Quốc gia Hoàng Liên", "Bí thư Huyện ủy Bảo Thắng"]}),
    "central_bank": ("Chủ tịch Ngân hàng Trung ương châu Âu Mario Rossi cảnh báo.",
                     {"Mario Rossi": ["Chủ tịch Ngân hàng Trung ương châu Âu"]}),
    "country_and_family_name": ("Thủ tướng Đức Scholz gặp Ngoại trưởng Nga Lavrov và Bộ trưởng Đức Hải.",
                                {"Scholz": ["Thủ tướng Đức"], "Lavrov": ["Ngoại trưởng Nga"],
                                 "Đức Hải": ["Bộ trưởng"]}),
    "field_is_no_name": ("Bộ trưởng Công Thương trả lời đại biểu Quốc hội.", {}),
    "told_with_its_place": ("Kỷ luật Giám đốc Sở Y tế Phú Yên. Ông Lê Văn An, Giám đốc Sở Y tế, nhận lỗi.",
                            {"Lê Văn An": ["Giám đốc Sở Y tế Phú Yên"]}),
    "told_of_two": ("Giám đốc Sở Y tế Huế đến. Ông Lê Văn An, Giám đốc Sở Y tế, và ông Đỗ Văn Ba, Giám đốc Sở Y tế, "
                    "nói.",
                    {"Lê Văn An": ["Giám đốc Sở Y tế"], "Đỗ Văn Ba": ["Giám đốc Sở Y tế"]}),
    "former_wording": ("Bộ trưởng Tài chính Lê Văn An từ chức. Cựu Bộ trưởng Tài chính Lê Văn An nói.",
                       {"Lê Văn An": ["Cựu Bộ trưởng Tài chính"]}),
    "among_others": ("Trận đấu có mặt của Thủ tướng New Zealand, bà Ann Wilson, và Chủ tịch FIFA, ông Gino Rossi.",
                     {"Ann Wilson": ["Thủ tướng New Zealand"], "Gino Rossi": ["Chủ tịch FIFA"]}),
    "next_of_two": ("Thứ trưởng Bộ Y tế Lê Văn An, Đại sứ Pháp tại Việt Nam, bà Marie Dupont dự lễ.",
                    {"Lê Văn An": ["Thứ trưởng Bộ Y tế"], "Marie Dupont": ["Đại sứ Pháp tại Việt Nam"]}),
    "two_offices_of_one": ("Bí thư Tỉnh ủy Lê Văn An, Trưởng Đoàn ĐBQH tỉnh, bà Lê Thị Hoa, Giám đốc Sở Y tế dự lễ.",
                           {"Lê Văn An": ["Bí thư Tỉnh ủy", "Trưởng Đoàn ĐBQH tỉnh"],
                            "Lê Thị Hoa": ["Giám đốc Sở Y tế"]}),
    "father": ("Ông Joe Wilson là cha của Tổng thống Wilson.", {}),
    "declaration": ("Theo tuyên bố của Tổng thống Mỹ Joe Wilson.", {"Joe Wilson": ["Tổng thống Mỹ"]}),
    "told_by_another": ("Theo chỉ đạo của Chủ tịch UBND tỉnh, ông Lê Văn An, Giám đốc Sở Y tế, báo cáo.",
                        {"Lê Văn An": ["Giám đốc Sở Y tế"]}),
    "charged_with": ("Phát ngôn viên về an ninh quốc gia của Nhà Trắng John Carter nói.",
                     {"John Carter": ["Phát ngôn viên về an ninh quốc gia của Nhà Trắng"]}),
    "aide_with_a_field": ("Cố vấn chính sách đối ngoại của Thủ tướng Jens Braun đến dự.", {}),
    "not_of_a_department": ("Ông Lê Văn An giữ chức vụ Trưởng Ban Quản lý đường sắt đô thị TP.HCM.",
                            {"Lê Văn An": ["Trưởng Ban Quản lý đường sắt đô thị TP.HCM"]}),
    "journalist_after_and": ("Thượng tá Lê Văn Hùng, Phó Cục trưởng Cục CSGT, Bộ Công an và Nhà báo Phạm Trung An nói.",
                             {"Lê Văn Hùng": ["Phó Cục trưởng Cục CSGT, Bộ Công an"]}),
    "club": ("Chủ tịch CLB Rodolfo Perez nói.", {}),
    "chair_and_director": ("Ông Lê Văn An, Chủ tịch HĐQT kiêm Tổng Giám đốc Tổng công ty Thép Việt Nam, nói.",
                           {"Lê Văn An": ["Chủ tịch HĐQT", "Tổng Giám đốc Tổng công ty Thép Việt Nam"]}),
    "chair_and_party_secretary": ("Ông Lê Văn An - Bí thư Đảng ủy, Chủ tịch HĐTV cùng đoàn viên dự.",
                                  {"Lê Văn An": ["Bí thư Đảng ủy", "Chủ tịch HĐTV"]}),
    "chair_of_a_private_firm": ("Ông Lê Văn An, Chủ tịch HĐQT kiêm Tổng Giám đốc Công ty Cổ phần Hoa Lan, nói.", {}),
    "by_proxy": ("Thừa quyền Chủ tịch nước, Chủ tịch UBND tỉnh Nghệ An Lê Văn An trao huân chương.",
                 {"Lê Văn An": ["Chủ tịch UBND tỉnh Nghệ An"]}),
    "continent_before_a_name": ("Thứ trưởng Ngoại giao Đức phụ trách châu Âu Stefan Braun nói.",
                                {"Stefan Braun": ["Thứ trưởng Ngoại giao Đức"]}),
    "nationwide_body_and_a_short_name": ("Chủ tịch Hội Nhà báo Việt Nam Hồng Minh và Ban Thường vụ hội báo cáo.",
                                         {"Hồng Minh": ["Chủ tịch Hội Nhà báo Việt Nam"]}),
    "mayor_of_an_unlisted_city": ("Thị trưởng thành phố Augsburg Anna Weber và ông Lê Văn An, Bí thư Thành ủy, dự.",
                                  {"Anna Weber": ["Thị trưởng thành phố Augsburg"],
                                   "Lê Văn An": ["Bí thư Thành ủy"]}),
    "delegation_with_its_body": ("Ông Lê Văn An, Trưởng đoàn kiểm tra của Bộ Y tế, kết luận.",
                                 {"Lê Văn An": ["Trưởng đoàn kiểm tra của Bộ Y tế"]}),
    "delegation_alone": ("Ông Lê Văn An làm trưởng đoàn.", {}),
    "also": ("Ông Lê Văn An, cựu Bí thư Huyện ủy, từng dạy học và hiện là Chủ tịch Hội Khuyến học tỉnh, nói.",
             {"Lê Văn An": ["cựu Bí thư Huyện ủy", "Chủ tịch Hội Khuyến học tỉnh"]}),
    "also_of_nobody": ("Đây là trường đầu tiên của tỉnh và là Chủ tịch Hội thì phải lo.", {}),
    "month_with_a_dot": ("Ông Lê Văn An giữ chức Giám đốc Sở Y tế từ tháng 1.2010, đồng thời là Phó Chủ tịch Hội Y học "
                         "tỉnh.",
                         {"Lê Văn An": ["Giám đốc Sở Y tế", "Phó Chủ tịch Hội Y học tỉnh"]}),
    "unified_party": ("Tổng Bí thư Đảng Xã hội chủ nghĩa thống nhất Carlos Perez dự.",
                      {"Carlos Perez": ["Tổng Bí thư Đảng Xã hội chủ nghĩa thống nhất"]}),
    "state_news_agency": ("Tổng giám đốc ITAR-TASS Ivan Petrov cảm ơn.",
                          {"Ivan Petrov": ["Tổng giám đốc ITAR-TASS"]}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HELD.values(), ids=HELD)
def test_who_holds_an_office(nlp, text, expected):
    assert {o.name: [p.text for p in o.positions] for o in nlp.extract(text).officials} == expected
