"""People in office, in lines of news: every line with all its officials and their positions."""

import pytest

import boctin
from boctin.loading import STAGES

NEEDED = ("boctin_ner", "boctin_entities", "boctin_officials", "boctin_merge")


@pytest.fixture(scope="module")
def nlp():
    return boctin.load(disable=[stage for stage in STAGES if stage not in NEEDED])


def officials(nlp, text: str) -> dict[str, list[str]]:
    return {o.name: [p.text for p in o.positions] for o in nlp.extract(text).officials}


JOINTS = {
    "title_body_name": ("Phó Bí thư Thường trực Huyện ủy Châu Phú Lê Minh Tâm dự lễ.",
                        {"Lê Minh Tâm": ["Phó Bí thư Thường trực Huyện ủy Châu Phú"]}),
    "name_then_title": ("Ông Lê Minh Tâm, Chủ tịch UBND tỉnh An Giang cho biết.",
                        {"Lê Minh Tâm": ["Chủ tịch UBND tỉnh An Giang"]}),
    "dash_and_two_offices": ("Trần Thị Hoa - Bí thư Đảng ủy, Chủ tịch HĐND xã Tân Lập trao quà.",
                             {"Trần Thị Hoa": ["Bí thư Đảng ủy", "Chủ tịch HĐND xã Tân Lập"]}),
    "brackets": ("Bà Trần Thị Hoa (Giám đốc Sở Y tế) nói.", {"Trần Thị Hoa": ["Giám đốc Sở Y tế"]}),
    "two_offices_are_a_person": ("Chủ tịch UBND và Bí thư huyện Châu Thành là ông Đỗ Văn Dân.",
                                 {"Đỗ Văn Dân": ["Chủ tịch UBND", "Bí thư huyện Châu Thành"]}),
    "concurrently": ("Ông Hồ Văn Năm - Trưởng Ban Nội chính Tỉnh ủy kiêm Bí thư Huyện ủy Tri Tôn.",
                     {"Hồ Văn Năm": ["Trưởng Ban Nội chính Tỉnh ủy", "Bí thư Huyện ủy Tri Tôn"]}),
    "list_with_semicolons": (
        "Các đồng chí: Lê Văn An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; Trần Thị Bình, Phó Bí thư Tỉnh ủy; "
        "Y Thông Niê, Phó Chủ tịch UBND tỉnh dự hội nghị.",
        {"Lê Văn An": ["Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy"], "Trần Thị Bình": ["Phó Bí thư Tỉnh ủy"],
         "Y Thông Niê": ["Phó Chủ tịch UBND tỉnh"]}),
    "names_after_titles": ("Đi cùng có Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lê Văn An, Chủ tịch UBND tỉnh Đỗ Văn Bảy.",
                           {"Lê Văn An": ["Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"],
                            "Đỗ Văn Bảy": ["Chủ tịch UBND tỉnh"]}),
    "one_title_of_many": ("Các Phó Chủ tịch UBND tỉnh: Lê Văn An, Trần Văn Ba và Đỗ Thị Tư cùng dự.",
                          {"Lê Văn An": ["Phó Chủ tịch UBND tỉnh"], "Trần Văn Ba": ["Phó Chủ tịch UBND tỉnh"],
                           "Đỗ Thị Tư": ["Phó Chủ tịch UBND tỉnh"]}),
    "rank_before": ("Trung tướng Nguyễn Văn Dũng, Giám đốc Công an TP.HCM, chủ trì.",
                    {"Nguyễn Văn Dũng": ["Giám đốc Công an TP.HCM"]}),
    "degrees_before": ("PGS.TS Trần Văn Phú, nguyên Cục trưởng Cục Y tế dự phòng, nhận định.",
                       {"Trần Văn Phú": ["nguyên Cục trưởng Cục Y tế dự phòng"]}),
    "former": ("Nguyên Bộ trưởng Bộ Nội vụ Lê Văn Tân.", {"Lê Văn Tân": ["Nguyên Bộ trưởng Bộ Nội vụ"]}),
    "acting": ("Quyền Vụ trưởng Vụ Pháp chế Lê Văn Tân.", {"Lê Văn Tân": ["Quyền Vụ trưởng Vụ Pháp chế"]}),
    "ministry_by_its_field": ("Thứ trưởng Ngoại giao Phạm Văn Hiệu.", {"Phạm Văn Hiệu": ["Thứ trưởng Ngoại giao"]}),
    "part_of_a_body": ("Ông Lê Văn Thống, Trưởng phòng Quản lý Vận tải, Cục Đường bộ Việt Nam cho hay.",
                       {"Lê Văn Thống": ["Trưởng phòng Quản lý Vận tải, Cục Đường bộ Việt Nam"]}),
    "seat": ("Ông Lê Văn Hưng, Trưởng Đại diện Văn phòng Bộ Công Thương tại phía Nam.",
             {"Lê Văn Hưng": ["Trưởng Đại diện Văn phòng Bộ Công Thương tại phía Nam"]}),
    "hamlet": ("Anh Vi Văn Truyền, Trưởng bản Hòa Sơn.", {"Vi Văn Truyền": ["Trưởng bản Hòa Sơn"]}),
    "age_between": ("Ông Lê Văn Ba (58 tuổi), Trưởng ấp Vĩnh Thành.", {"Lê Văn Ba": ["Trưởng ấp Vĩnh Thành"]}),
    "promoted": ("Điều động ông Lê Văn Ba từ Phó hiệu trưởng Trường Tiểu học Tân An giữ chức vụ Hiệu trưởng "
                 "Trường Tiểu học Tân Bình.",
                 {"Lê Văn Ba": ["Phó hiệu trưởng Trường Tiểu học Tân An", "Hiệu trưởng Trường Tiểu học Tân Bình"]}),
    "subject_far_before": ("Ông Lê Văn Ba quê Bến Tre. Ông từng là Giám đốc Sở Nội vụ tỉnh Bến Tre.",
                           {"Lê Văn Ba": ["Giám đốc Sở Nội vụ tỉnh Bến Tre"]}),
    "head_of_state_abroad": ("Tổng thống Mỹ John Carter gặp báo chí.", {"John Carter": ["Tổng thống Mỹ"]}),
    "ho_chi_minh": ("Di chúc của Chủ tịch Hồ Chí Minh.", {"Hồ Chí Minh": ["Chủ tịch"]}),
    "state_enterprise": ("Ông Lê Văn Ba, Tổng Giám đốc Tập đoàn Điện lực Việt Nam.",
                         {"Lê Văn Ba": ["Tổng Giám đốc Tập đoàn Điện lực Việt Nam"]}),
    "rank_after_a_comma": ("Chủ nhiệm Ủy ban Pháp luật, Thượng tướng Lê Văn Ba cho biết.",
                           {"Lê Văn Ba": ["Chủ nhiệm Ủy ban Pháp luật"]}),
    "term_before_the_name": ("Quyền Chủ tịch Hội Nông dân tỉnh khóa 8 Trần Văn Tuấn.",
                             {"Trần Văn Tuấn": ["Quyền Chủ tịch Hội Nông dân tỉnh"]}),
    "dash_before_the_name": ("Giám đốc Sở Y tế - Trần Văn Tuấn cho biết.", {"Trần Văn Tuấn": ["Giám đốc Sở Y tế"]}),
    "seat_abroad": ("Đại sứ Việt Nam tại Lào Trần Văn Tuấn.", {"Trần Văn Tuấn": ["Đại sứ Việt Nam tại Lào"]}),
    "shared_body": ("Đại tá Lê Văn Ba, Phó Tư lệnh, kiêm Tham mưu trưởng Quân khu 1, dự.",
                    {"Lê Văn Ba": ["Phó Tư lệnh", "Tham mưu trưởng Quân khu 1"]}),
    "school_by_its_letters": ("Ông Lê Văn Ba, Hiệu trưởng THD, cho biết.", {"Lê Văn Ba": ["Hiệu trưởng THD"]}),
    "printed_on_to_a_word": ("mở cửa mức độ caoPhó Chủ nhiệm Ủy ban Dân tộc Trần Văn Tuấn cho biết.",
                             {"Trần Văn Tuấn": ["Phó Chủ nhiệm Ủy ban Dân tộc"]}),
    "semicolon_parts_people": (
        "Dự có Trưởng Ban Dân vận Lê Văn Ba; Phó Chủ tịch UBND TP Hà Nội, đồng Trưởng ban Chỉ đạo Liên hoan phim "
        "Trần Văn Tuấn.",
        {"Lê Văn Ba": ["Trưởng Ban Dân vận"],
         "Trần Văn Tuấn": ["Phó Chủ tịch UBND TP Hà Nội", "đồng Trưởng ban Chỉ đạo Liên hoan phim"]}),
    "appointed": ("Quốc hội phê chuẩn bổ nhiệm Bộ trưởng Bộ Y tế đối với bà Lê Thị Lan.",
                  {"Lê Thị Lan": ["Bộ trưởng Bộ Y tế"]}),
    "years_between": ("Ông Lê Văn Ba từng là Thứ trưởng Bộ Công an năm 2013 và Bộ trưởng Bộ Tư pháp (2018 - 2020).",
                      {"Lê Văn Ba": ["Thứ trưởng Bộ Công an", "Bộ trưởng Bộ Tư pháp"]}),
    "a_life_as_a_list": (
        "Tin buồn: đồng chí Lê Văn Ba, sinh năm 1930; quê quán Nam Định; Ủy viên Trung ương Đảng khóa V, VI; nguyên "
        "Ủy viên Đảng ủy Quân sự Trung ương (nay là Quân ủy Trung ương), nguyên Phó Chủ nhiệm Tổng cục Chính trị.",
        {"Lê Văn Ba": ["Ủy viên Trung ương Đảng", "nguyên Ủy viên Đảng ủy Quân sự Trung ương",
                       "nguyên Phó Chủ nhiệm Tổng cục Chính trị"]}),
    "deputy_of_a_bureau_in_brackets": ("Theo ông Lê Văn Ba, Phó Cục trưởng Cục Công nghiệp (Bộ Công Thương), cần vốn.",
                                       {"Lê Văn Ba": ["Phó Cục trưởng Cục Công nghiệp"]}),
    "field_with_its_ministry": ("Ông Lê Văn Ba, Cục trưởng Quản lý Dược (Bộ Y tế), nói.",
                                {"Lê Văn Ba": ["Cục trưởng Quản lý Dược (Bộ Y tế)"]}),
    "school_named_after_a_man": ("TS Lê Văn Ba, Viện trưởng Viện Công nghệ cao, Trường ĐH Tôn Đức Thắng trình bày.",
                                 {"Lê Văn Ba": ["Viện trưởng Viện Công nghệ cao, Trường ĐH Tôn Đức Thắng"]}),
    "academy_of_uncle_ho": ("Phó Giám đốc thường trực Học viện Chính trị Quốc gia Hồ Chí Minh Lê Văn Ba nói.",
                            {"Lê Văn Ba": ["Phó Giám đốc thường trực Học viện Chính trị Quốc gia Hồ Chí Minh"]}),
    "resident_representative": ("Bà Anna Wiese, Trưởng đại diện thường trú Quỹ Nhi đồng Liên hợp quốc (UNICEF) tại "
                                "Việt Nam.",
                                {"Anna Wiese": ["Trưởng đại diện thường trú Quỹ Nhi đồng Liên hợp quốc (UNICEF) tại "
                                                "Việt Nam"]}),
    "governor_in_laos": ("Bí thư Tỉnh ủy, Tỉnh trưởng tỉnh Salavan Bounma Sengthong tiếp đoàn.",
                         {"Bounma Sengthong": ["Bí thư Tỉnh ủy", "Tỉnh trưởng tỉnh Salavan"]}),
    "hospital_without_its_name": ("BS Lê Văn Ba, Phó Giám đốc bệnh viện chia sẻ.",
                                  {"Lê Văn Ba": ["Phó Giám đốc bệnh viện"]}),
    "delegates_office_taken": ("Năm 2004, ông Lê Văn Ba chuyển sang ở cương vị Phó Giám đốc Bệnh viện Chợ Rẫy.",
                               {"Lê Văn Ba": ["Phó Giám đốc Bệnh viện Chợ Rẫy"]}),
    "rulers_of_an_occupied_town": ("Ông Oleg Petrov, phó Chủ tịch chính quyền thân Nga tại thành phố Berdiansk.",
                                   {"Oleg Petrov": ["phó Chủ tịch chính quyền thân Nga tại thành phố Berdiansk"]}),
    "hamlet_cell_and_its_secretary": ("Bí thư chi bộ thôn Trần Minh Tuấn nói.",
                                      {"Trần Minh Tuấn": ["Bí thư chi bộ thôn"]}),
    "body_called_after_villages": ("Ông Lê Văn Ba, Quyền Trưởng Ban Quản lý Làng Văn hóa các dân tộc Việt Nam.",
                                   {"Lê Văn Ba": ["Quyền Trưởng Ban Quản lý Làng Văn hóa các dân tộc Việt Nam"]}),
    "small_letters": ("Anh Lê Văn Ba - Chủ tịch hội chữ thập đỏ huyện Kim Động xúc động.",
                      {"Lê Văn Ba": ["Chủ tịch hội chữ thập đỏ huyện Kim Động"]}),
    "staff_and_officer": ("ThS Lê Văn Ba - giảng viên Trường ĐH Quy Nhơn, Chi hội trưởng Chi hội văn nghệ dân gian.",
                          {"Lê Văn Ba": ["Chi hội trưởng Chi hội văn nghệ dân gian"]}),
    "relieved": ("Cho thôi chức Phó Bí thư Tỉnh ủy Bình Thuận nhiệm kỳ 2020-2025, đối với ông Lê Văn Ba.",
                 {"Lê Văn Ba": ["Phó Bí thư Tỉnh ủy Bình Thuận"]}),
    "apposition_inside_a_sentence": ("Thay mặt Liên đoàn Bóng đá tỉnh, trưởng ban tổ chức giải, ông Lê Văn Ba, nói.",
                                     {"Lê Văn Ba": ["trưởng ban tổ chức giải"]}),
    "foreign_army": ("Đại tướng Hun Sarath, Phó Tổng Tư lệnh kiêm Tư lệnh Lục quân Campuchia khẳng định.",
                     {"Hun Sarath": ["Phó Tổng Tư lệnh", "Tư lệnh Lục quân Campuchia"]}),
    "aide_of_a_president": ("Cố vấn của Tổng thống Ukraine, ông Mykhailo Danylko, nói.",
                            {"Mykhailo Danylko": ["Cố vấn của Tổng thống Ukraine"]}),
    "family_name_of_a_chinese": ("Ông Phó Minh Hoa bị bắt. Ông Phó từng là Thứ trưởng Bộ Công an.",
                                 {"Phó Minh Hoa": ["Thứ trưởng Bộ Công an"]}),
    "title_and_given_name": ("Bộ trưởng Quốc phòng Nga Sergei Ivanov điện đàm với ông Lloyd Carter. Bộ trưởng Carter "
                             "lo ngại.",
                             {"Sergei Ivanov": ["Bộ trưởng Quốc phòng Nga"], "Lloyd Carter": ["Bộ trưởng"]}),
    "deputies": ("Đại biểu Trần Thị Hạnh (Bến Tre) đề nghị Quốc hội xem xét. ĐB Lê Văn Tám (đoàn Hà Nội) đồng tình.",
                 {"Trần Thị Hạnh": ["Đại biểu"], "Lê Văn Tám": ["ĐB"]}),
    "deputy_of_a_province": ("ĐBQH TP.HCM Trần Thị Hạnh nói. Theo ông Lê Nghĩa-ĐBQH thành phố Đà Nẵng, cần sửa luật.",
                             {"Trần Thị Hạnh": ["ĐBQH TP.HCM"], "Lê Nghĩa": ["ĐBQH thành phố Đà Nẵng"]}),
    "bodies_of_a_nation": (
        "Chủ tịch Quốc hội nước CHXHCN Việt Nam Lê Văn Hùng tiếp Phó Thủ tướng Chính phủ nước CHDCND Lào Sonexay Vilay "
        "và ông Sok Dara, Bộ trưởng Ngoại giao nước Cộng hòa Dân chủ Nhân dân Lào.",
        {"Lê Văn Hùng": ["Chủ tịch Quốc hội nước CHXHCN Việt Nam"],
         "Sonexay Vilay": ["Phó Thủ tướng Chính phủ nước CHDCND Lào"],
         "Sok Dara": ["Bộ trưởng Ngoại giao nước Cộng hòa Dân chủ Nhân dân Lào"]}),
    "nation_not_named": ("Báo chí phỏng vấn Đại sứ nước này tại Việt Nam Lý Hoa.",
                         {"Lý Hoa": ["Đại sứ nước này tại Việt Nam"]}),
    "town_abroad": ("Ông Quách Kiến Văn trở thành quyền Thị trưởng Nam Kinh năm 2009.",
                    {"Quách Kiến Văn": ["quyền Thị trưởng Nam Kinh"]}),
    "head_of_state_and_nation": ("Chủ tịch nước Trung Quốc Lưu Kiến Văn thăm Việt Nam.",
                                 {"Lưu Kiến Văn": ["Chủ tịch nước Trung Quốc"]}),
    "unit_abroad_that_no_list_has": ("Thống đốc tỉnh Wakamatsu, ông Sato Kenji, nói.",
                                     {"Sato Kenji": ["Thống đốc tỉnh Wakamatsu"]}),
    "two_nations_of_a_society": ("Chủ tịch Hội hữu nghị Việt Nam - Lào Hà Minh Hùng dự.",
                                 {"Hà Minh Hùng": ["Chủ tịch Hội hữu nghị Việt Nam - Lào"]}),
    "honours_of_other_peoples": ("Thủ tướng Samdech Techo Sok Dara tiếp đoàn.", {"Sok Dara": ["Thủ tướng"]}),
    "initial_in_a_name": ("Tổng thống John F. Carter nói.", {"John F. Carter": ["Tổng thống"]}),
    "foreign_minister_by_the_field": (
        "Bộ trưởng Nội vụ Priti Desai từ chức. Quốc vụ khanh Bộ Ngoại giao và Hợp tác Quốc tế Soeung Dara đón.",
        {"Priti Desai": ["Bộ trưởng Nội vụ"], "Soeung Dara": ["Quốc vụ khanh Bộ Ngoại giao và Hợp tác Quốc tế"]}),
    "international_body": ("Tổng Giám đốc WHO Tedros Abebe nói. Chủ tịch Hội đồng châu Âu Charles Dupont nói.",
                           {"Tedros Abebe": ["Tổng Giám đốc WHO"], "Charles Dupont": ["Chủ tịch Hội đồng châu Âu"]}),
    "charge_between": ("Phó Chủ tịch Ủy ban châu Âu phụ trách quan hệ đối ngoại Maros Novak nói.",
                       {"Maros Novak": ["Phó Chủ tịch Ủy ban châu Âu"]}),
    "name_of_one_letter_in_the_middle": ("Chủ nhiệm Ủy ban Dân tộc Hầu A Páo dự.",
                                         {"Hầu A Páo": ["Chủ nhiệm Ủy ban Dân tộc"]}),
    "name_like_a_body": ("Tổng Thanh tra Chính phủ Đoàn Văn Phong trình bày.",
                         {"Đoàn Văn Phong": ["Tổng Thanh tra Chính phủ"]}),
    "apposition_without_honorific": ("Phó Chủ tịch UBND tỉnh Quảng Ninh, Lê Thị Hạnh cho hay tỉnh coi trọng việc này.",
                                     {"Lê Thị Hạnh": ["Phó Chủ tịch UBND tỉnh Quảng Ninh"]}),
    "apposition_of_a_guest": (
        "Tại cuộc tiếp Đại sứ đặc mệnh toàn quyền Nhật Bản tại Việt Nam, ngài Sato Kenji, Bộ trưởng Lê Văn Sơn nói.",
        {"Sato Kenji": ["Đại sứ đặc mệnh toàn quyền Nhật Bản tại Việt Nam"], "Lê Văn Sơn": ["Bộ trưởng"]}),
    "dash_on_to_the_body": ("Chủ tịch UBND thành phố Hà Nội- Trần Văn Thanh khẳng định.",
                            {"Trần Văn Thanh": ["Chủ tịch UBND thành phố Hà Nội"]}),
    "list_without_marks": (
        "Ông Lê Văn Tám, Phó Tổng Giám đốc Bảo hiểm xã hội Việt Nam Ông Trần Văn Bảy, Phó Cục trưởng Cục Quản lý Dược "
        "Bộ Y tế Ông Hồ Văn Sáu, Trưởng Ban Dược.",
        {"Lê Văn Tám": ["Phó Tổng Giám đốc Bảo hiểm xã hội Việt Nam"],
         "Trần Văn Bảy": ["Phó Cục trưởng Cục Quản lý Dược Bộ Y tế"], "Hồ Văn Sáu": ["Trưởng Ban Dược"]}),
    "rank_after_the_body": ("Chính ủy Bộ Chỉ huy Bộ đội Biên phòng tỉnh Đại tá Hồ Văn Tư.",
                            {"Hồ Văn Tư": ["Chính ủy Bộ Chỉ huy Bộ đội Biên phòng tỉnh"]}),
    "honour_between": ("Tiến sĩ Lê Văn Tám, Anh hùng Lao động, nguyên Hiệu trưởng Trường Đại học Bách khoa dự.",
                       {"Lê Văn Tám": ["nguyên Hiệu trưởng Trường Đại học Bách khoa"]}),
    "rank_between": ("Ông Lê Văn Tám, Đại tá, Giám đốc Công an tỉnh, nói.", {"Lê Văn Tám": ["Giám đốc Công an tỉnh"]}),
    "acronym_that_the_article_explains": (
        "Tổng công ty Thép Miền Đông (TMD) vừa họp. Ông Lê Văn Tám, Tổng giám đốc TMD, nói.",
        {"Lê Văn Tám": ["Tổng giám đốc TMD"]}),
    "acronym_known_beforehand": (
        "Tổ chức Hiệp ước Bắc Đại Tây Dương (NATO) vừa họp. Tổng thư ký NATO Jens Hansen nói.",
        {"Jens Hansen": ["Tổng thư ký NATO"]}),
    "comma_before_the_body": (
        "TS Lê Văn Tám, Phó hiệu trưởng, Trường ĐH Bách khoa Hà Nội nói. Viện trưởng, Viện Nghiên cứu Du lịch Hồ Thị "
        "Tư đồng tình.",
        {"Lê Văn Tám": ["Phó hiệu trưởng, Trường ĐH Bách khoa Hà Nội"],
         "Hồ Thị Tư": ["Viện trưởng, Viện Nghiên cứu Du lịch"]}),
    "hamlet_that_no_list_has": ("Ông Lê Văn Tám, Bí thư kiêm Trưởng thôn Lù Thẳm cho biết.",
                                {"Lê Văn Tám": ["Bí thư", "Trưởng thôn Lù Thẳm"]}),
    "school_told_twice": ("Bà Lê Thị Hoa, Phó Hiệu trưởng Nhà trường, xúc động. Bà Lê Thị Hoa - Phó Hiệu trưởng Trường "
                          "THPT Tân Lập - kể.", {"Lê Thị Hoa": ["Phó Hiệu trưởng Trường THPT Tân Lập"]}),
    "ministry_told_twice": ("Bộ trưởng Y tế Lê Văn Tám đến. Bộ trưởng Bộ Y tế Lê Văn Tám nói.",
                            {"Lê Văn Tám": ["Bộ trưởng Bộ Y tế"]}),
    "predicate_of_feeling": ("Bà Lê Thị Hoa, Phó Hiệu trưởng nhà trường xúc động chia sẻ.",
                             {"Lê Thị Hoa": ["Phó Hiệu trưởng nhà trường"]}),
    "office_of_another_before_a_comma": (
        "Nhất trí với Chủ tịch nước, Chủ tịch Hạ viện Sato Kenji cảm ơn. Chủ tịch nước Lê Văn Hùng cảm ơn.",
        {"Sato Kenji": ["Chủ tịch Hạ viện"], "Lê Văn Hùng": ["Chủ tịch nước"]}),
    "next_line_printed_on": ("Tổng thống Nga Ivan PetrovXem thêm.", {"Ivan Petrov": ["Tổng thống Nga"]}),
    "hyphen_or_none": ("Tổng thống Hàn Quốc Lee Jae-min nói. Tổng thống Lee Jae Min đi thăm.",
                       {"Lee Jae-min": ["Tổng thống Hàn Quốc"]}),
    "capitals": ("BÍ THƯ TỈNH ỦY LÊ QUANG HUY: PHẢI LÀM NGAY", {"LÊ QUANG HUY": ["BÍ THƯ TỈNH ỦY"]}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JOINTS.values(), ids=JOINTS)
def test_joints_of_names_and_offices(nlp, text, expected):
    assert officials(nlp, text) == expected


NOBODY = {
    "private_company": "Ông Trần Văn Hùng, Giám đốc Công ty TNHH Minh Phát cho biết.",
    "chair_of_a_company": "Chủ tịch Tập đoàn Sao Sáng Lê Văn Tỷ.",
    "bare_chair_of_a_company": "Công ty Sao Sáng vừa họp. Chủ tịch Lê Văn Tỷ phát biểu.",
    "suspect": "Công an huyện bắt nghi phạm Lê Văn Tèo.",
    "artist": "Ca sĩ Mỹ Lan hát tặng bà con.",
    "staff": "Cô giáo Lê Thị Lài, giáo viên Trường Tiểu học Tân An.",
    "rank_alone": "Đại tá Lê Văn Hùng cho biết.",
    "street": "Chủ tịch UBND phường kiểm tra đường Lê Lợi.",
    "school": "Hiệu trưởng Trường THPT Chu Văn An cho biết.",
    "delegate_of_a_meeting": "Tại Đại hội Đoàn, đại biểu Trần Thị Hạnh bước lên bục.",
    "what_someone_says_of_another": "Theo Bộ trưởng, ông Lê Văn Tám còn là thương binh.",
    "what_someone_says_in_a_headline": "Ông Lê Văn Tám: Chủ tịch UBND tỉnh sẵn sàng đối thoại.",
    "acronym_of_a_firm": "Công ty Cổ phần Sao Sáng (SSG) vừa họp. Ông Lê Văn Tám, Tổng giám đốc SSG, nói.",
    "private_university": "TS Lê Văn Tám, Phó hiệu trưởng Trường ĐH Văn Lang chia sẻ.",
    "shareholders": "Ông Lê Văn Tám, Chủ tịch Tổng công ty Phát triển nhà Sao Sáng - CTCP, nói.",
    "team_leader": "Chị Lê Thị Hoa, trưởng nhóm nghiên cứu của trường đại học, kể.",
    "kin": "Phu nhân Tổng thống Nga Anna Petrova lên tiếng.",
    "head_of_a_charity": "Ông Matthew Green, Giám đốc Tổ chức Trẻ em Thế giới, nói.",
    "head_of_a_foreign_firm": "Ông Ken Tanaka - Giám đốc phụ trách chính sách của Netflix Nhật Bản - nói.",
    "chair_of_a_tournament": "Ông Lê Văn Ba, Chủ tịch Giải golf Mùa Xuân, khai cuộc.",
    "led_by_nobody_named": "Bà Lê Thị Tý gặp lãnh đạo Hội Khuyến học huyện.",
    "script_girl": "Bà Lê Thị Hoa, thư ký trường quay của bộ phim, kể.",
    "unit_of_a_firm": "Ông Lê Văn An, Phó giám đốc Bộ phận Định giá, Hoa Lan Hà Nội, nói.",
    "office_for_another": "Thư khen của Chủ tịch UBND tỉnh cho anh Lê Văn Tèo.",
    "office_and_a_stranger": "Chủ tịch UBND tỉnh yêu cầu xử lý. Anh Lê Văn Tèo bị phạt.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_who_is_no_official(nlp, text):
    assert officials(nlp, text) == {}


def test_later_mentions_join_the_person(nlp):
    text = (
        "Bí thư Huyện uỷ Thoại Sơn Lê Hữu Nghĩa trao quà. Ông Nghĩa thăm xã Vĩnh Trạch.\n\n"
        "LÊ HỮU NGHĨA nói. Bí thư Huyện ủy Thoại Sơn Lê Hữu Nghĩa kết luận."
    )
    [official] = nlp.extract(text).officials
    assert [m.text for m in official.mentions] == ["Lê Hữu Nghĩa", "Nghĩa", "LÊ HỮU NGHĨA", "Lê Hữu Nghĩa"]
    assert [p.text for p in official.positions] == ["Bí thư Huyện uỷ Thoại Sơn"]


def test_an_office_alone_is_a_mention_of_its_holder(nlp):
    text = (
        "Bí thư Huyện ủy Thoại Sơn Lê Hữu Nghĩa dự họp với Chủ tịch UBND xã Vĩnh Trạch Trần Văn Ba và Chủ tịch UBND xã "
        "Vĩnh Khánh Lê Văn Tư. Bí thư Huyện ủy yêu cầu Chủ tịch UBND xã báo cáo; Bí thư Tỉnh ủy nghe."
    )
    found = {o.name: [m.text for m in o.mentions] for o in nlp.extract(text).officials}
    assert found == {
        "Lê Hữu Nghĩa": ["Lê Hữu Nghĩa", "Bí thư Huyện ủy"],
        "Trần Văn Ba": ["Trần Văn Ba"],
        "Lê Văn Tư": ["Lê Văn Tư"],
    }


def test_spellings_of_one_name_are_one_person(nlp):
    text = (
        "CHỦ TỊCH UBND TỈNH TRẦN THỊ HÒA THĂM XÃ\n\nChủ tịch UBND tỉnh Trần Thị Hoà thăm xã Mỹ Lộc. "
        "Đồng chí Hòa tặng quà. Uỷ viên Ban Thường vụ Tỉnh ủy Trần Thị Hòa chúc mừng."
    )
    [official] = nlp.extract(text).officials
    assert [m.text for m in official.mentions] == ["TRẦN THỊ HÒA", "Trần Thị Hoà", "Hòa", "Trần Thị Hòa"]
    assert [p.text for p in official.positions] == ["Chủ tịch UBND tỉnh", "Uỷ viên Ban Thường vụ Tỉnh ủy"]


def test_two_people_with_one_given_name_stay_apart(nlp):
    text = (
        "Ông Lê Văn Nghị, Bí thư Huyện ủy Tri Tôn, phát biểu. Ông Nghị cảm ơn. "
        "Ông Trần Hữu Nghị, Giám đốc Sở Y tế, tiếp lời. Ông Nghị hứa."
    )
    found = {o.name: [m.start_char for m in o.mentions] for o in nlp.extract(text).officials}
    assert {name: len(starts) for name, starts in found.items()} == {"Lê Văn Nghị": 2, "Trần Hữu Nghị": 2}
    assert max(found["Lê Văn Nghị"]) < min(found["Trần Hữu Nghị"])


def test_fuller_wording_of_one_office_stays(nlp):
    text = "Phó Thủ tướng Chính phủ Lê Văn Minh dự lễ. Phó Thủ tướng Lê Văn Minh phát biểu."
    assert officials(nlp, text) == {"Lê Văn Minh": ["Phó Thủ tướng Chính phủ"]}


POSITIONS = {
    "party": ("Bí thư Huyện ủy Tri Tôn", ("Bí thư", "Huyện ủy Tri Tôn", "party", "district", False)),
    "state": ("Phó Chủ tịch UBND xã Tân Lập", ("Phó Chủ tịch", "UBND xã Tân Lập", "state", "commune", False)),
    "legislature": ("Chủ tịch Quốc hội", ("Chủ tịch", "Quốc hội", "legislature", "central", False)),
    "judiciary": ("Chánh án TAND tỉnh Bến Tre", ("Chánh án", "TAND tỉnh Bến Tre", "judiciary", "province", False)),
    "police": ("Trưởng Công an huyện Tri Tôn",
               ("Trưởng Công an", "Công an huyện Tri Tôn", "police", "district", False)),
    "military": ("Chính ủy Bộ CHQS tỉnh Bến Tre", ("Chính ủy", "Bộ CHQS tỉnh Bến Tre", "military", "province", False)),
    "front": ("Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Bến Tre",
              ("Chủ tịch", "Ủy ban MTTQ Việt Nam tỉnh Bến Tre", "front", "province", False)),
    "mass_organisation": ("Chủ tịch Hội LHPN xã Tân Lập",
                          ("Chủ tịch", "Hội LHPN xã Tân Lập", "mass_organisation", "commune", False)),
    "public_service": ("Hiệu trưởng Trường THCS Tân An",
                       ("Hiệu trưởng", "Trường THCS Tân An", "public_service", None, False)),
    "former": ("nguyên Bộ trưởng Bộ Y tế", ("nguyên Bộ trưởng", "Bộ Y tế", "state", "central", True)),
    "central_committee": ("Ủy viên Trung ương Đảng", ("Ủy viên", "Trung ương Đảng", "party", "central", False)),
    "shared_word": ("Trưởng phòng Tổ chức cán bộ Sở Y tế",
                    ("Trưởng phòng", "phòng Tổ chức cán bộ Sở Y tế", "state", "province", False)),
    "foreign": ("Thủ tướng Nhật Bản", ("Thủ tướng", "Nhật Bản", "foreign", "central", False)),
}  # fmt: skip


@pytest.mark.parametrize(("position", "expected"), POSITIONS.values(), ids=POSITIONS)
def test_fields_of_a_position(nlp, position, expected):
    [official] = nlp.extract(f"Ông Lê Văn Ba, {position}, dự lễ.").officials
    [made] = official.positions
    assert made.text == position
    assert (made.title, made.organization, made.branch, made.level, made.former) == expected


def test_place_of_a_body_is_completed_from_the_article(nlp):
    text = "Tỉnh An Giang có 11 đơn vị. Ông Lê Văn Ba, Bí thư Tỉnh ủy, Trưởng đoàn ĐBQH tỉnh, dự lễ."
    [official] = nlp.extract(text).officials
    assert [p.organization_full for p in official.positions] == ["Tỉnh ủy An Giang", "đoàn ĐBQH tỉnh An Giang"]


def test_place_stays_open_where_the_article_names_two(nlp):
    text = "Tỉnh An Giang và tỉnh Bến Tre ký kết. Ông Lê Văn Ba, Bí thư Tỉnh ủy, dự lễ."
    [official] = nlp.extract(text).officials
    assert [p.organization_full for p in official.positions] == [None]
