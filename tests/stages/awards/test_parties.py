"""Who receives and who confers, in the manner of news: each text with all its awards, in their order."""

import pytest

import boctin
from tests.stages.awards.reading import UNUSED, shown


@pytest.fixture(scope="module")
def awards():
    """Text -> awards as the tests write them, sorted."""
    nlp = boctin.load(disable=UNUSED)
    return lambda text: sorted(shown(a) for a in nlp.extract(text, published="2023-12-07").awards)


RECIPIENTS = [
    # A pronoun is no group, and a further honour is its first one's subject's.
    (
        "Ông Trần Văn Bảy sống ở xã Phú Lợi. UBND huyện Ba Tri tặng giấy khen cho ông vì nghĩa cử đẹp.",
        ["giấy khen -> 1 individual [Trần Văn Bảy] | UBND huyện Ba Tri"],
    ),
    (
        "Bà Đỗ Thị Sáu dạy ở đây, ông Lê Văn Tám cũng vậy. Ông được tặng Huân chương Lao động hạng Ba, "
        "2 bằng khen của Thủ tướng Chính phủ.",
        [
            "Huân chương Lao động (hạng Ba) -> 1 individual [Lê Văn Tám]",
            "bằng khen -> 1 individual [Lê Văn Tám] | Thủ tướng Chính phủ",
        ],
    ),
    # One word of a name before what its bearer does.
    (
        'Nữ sinh Võ Thị Kim Nhung học giỏi. Nhung từng đạt giải Nhì cuộc thi "Viết luận trẻ".',
        ['giải "Viết luận trẻ" (Nhì) -> 1 individual [Võ Thị Kim Nhung] | held'],
    ),
    # Names between semicolons, with offices in brackets.
    (
        "3 quân nhân được truy tặng Huân chương Dũng cảm gồm: Đại tá Lê Văn Quê (Chủ nhiệm Hậu cần); "
        "trung tá Phùng Thanh Tùng (Trợ lý); Đại úy Trần Văn Lành (nhân viên).",
        ["Huân chương Dũng cảm -> 3 individual [Lê Văn Quê, Phùng Thanh Tùng, Trần Văn Lành]"],
    ),
    # "trưởng đoàn" is an office and "Tổng giám đốc Công ty" nobody's name.
    (
        "Huân chương Lao động hạng Ba được trao cho trưởng đoàn Vũ Thế Phiệt.",
        ["Huân chương Lao động (hạng Ba) -> 1 individual [Vũ Thế Phiệt]"],
    ),
    ("Tổng giám đốc Công ty Sao Mai được trao tặng Huy chương Vì sự nghiệp giáo dục.", []),
    ("Cô gái trẻ Long An nhận Bằng khen của Hiệp hội Thể thao dưới nước.", []),
    # Bodies in a row are one group; a place may only say where one is.
    (
        "UBND huyện tặng Giấy khen cho 5 tập thể gồm: Hội Nông dân xã Phú Lâm, Trường THCS Lê Lợi, "
        "Trạm Y tế xã Hòa Bình và 2 cá nhân: ông Lê Văn Bảy, bà Trần Thị Sáu.",
        [
            "Giấy khen -> 5 collective [Hội Nông dân xã Phú Lâm, Trường THCS Lê Lợi, Trạm Y tế xã Hòa Bình], "
            "2 individual [Lê Văn Bảy, Trần Thị Sáu] | UBND huyện"
        ],
    ),
    (
        "UBND tỉnh trao Bằng khen cho các tập thể: Sở Y tế, Sở Tài chính, Công an tỉnh Bắc Giang.",
        ["Bằng khen -> 3 collective [Sở Y tế, Sở Tài chính, Công an tỉnh Bắc Giang] | UBND tỉnh"],
    ),
    (
        "UBND tỉnh Hưng Yên tặng Cờ thi đua cho xã Tân Dân, huyện Khoái Châu.",
        ["Cờ thi đua -> 1 collective [xã Tân Dân] | UBND tỉnh Hưng Yên"],
    ),
    # Works win, not their makers; titles in a row.
    (
        "Phim Đêm đầy sao của đạo diễn Lê Văn Hùng đoạt giải Cánh diều vàng. Bến quê, Phố trong làng nhận Bằng khen.",
        ["Bằng khen -> 2 collective [Bến quê, Phố trong làng]", 'giải "Cánh diều vàng" -> 1 collective [Đêm đầy sao]'],
    ),
    (
        "Ca sĩ Lê Thu Hà trong phim Đêm đầy sao đoạt giải Nữ diễn viên chính xuất sắc.",
        ['giải "Nữ diễn viên chính xuất sắc" -> 1 individual [Lê Thu Hà]'],
    ),
    # A company told by its kind is the one named most; a brand is a name.
    (
        "VinSao gây bất ngờ. Uy tín của VinSao tăng khi tại triển lãm, hãng được Autorank trao danh hiệu "
        '"Ngôi sao mới".',
        ['danh hiệu "Ngôi sao mới" -> 1 collective [VinSao] | Autorank'],
    ),
    (
        'Sao Mai Group - thương hiệu du lịch của tỉnh cũng được trao tặng giải "Nhà phát triển du lịch hàng đầu".',
        ['giải "Nhà phát triển du lịch hàng đầu" -> 1 collective [Sao Mai Group]'],
    ),
    # Those whom the recipients stand for are others.
    (
        "90 gia đình, đại diện cho hơn 2 triệu hộ gia đình của thành phố, được UBND thành phố tuyên dương.",
        ["tuyên dương -> 90 collective | UBND thành phố"],
    ),
    # She is told of, not those beside her; "cùng" joins groups too.
    (
        'Bác sĩ Lê Quỳnh Kiều đã cùng 3 bác sĩ khác được Hiệp hội Y khoa trao tặng giải thưởng "Vinh dự Y khoa".',
        ['giải thưởng "Vinh dự Y khoa" -> 1 individual [Lê Quỳnh Kiều] | Hiệp hội Y khoa'],
    ),
    (
        "5 tập thể cùng 3 cá nhân được UBND tỉnh tặng Bằng khen.",
        ["Bằng khen -> 5 collective, 3 individual | UBND tỉnh"],
    ),
    # Who holds the ceremony need not receive.
    ("Huyện ủy Yên Mỹ, UBND huyện Yên Mỹ tổ chức lễ đón nhận Huân chương Lao động hạng Ba.", []),
    # "lễ đón nhận … cho": those behind it receive.
    (
        "UBND tỉnh tổ chức lễ đón nhận danh hiệu Anh hùng Lực lượng vũ trang nhân dân cho 2 đơn vị.",
        ["danh hiệu Anh hùng Lực lượng vũ trang nhân dân -> 2 collective"],
    ),
]

CONFERRERS = [
    (
        "Ban Tuyên giáo Trung ương, Bộ Thông tin và Truyền thông, Hội Xuất bản Việt Nam đã quyết định tặng bằng khen "
        "cho 81 cán bộ.",
        ["bằng khen -> 81 individual | Ban Tuyên giáo Trung ương, Bộ Thông tin và Truyền thông, Hội Xuất bản Việt Nam"],
    ),
    (
        "Dịp này, 25 cán bộ nhận được bằng khen của Chính phủ, UBND tỉnh Lâm Đồng và Công an tỉnh Lâm Đồng.",
        ["bằng khen -> 25 individual | Chính phủ, UBND tỉnh Lâm Đồng và Công an tỉnh Lâm Đồng"],
    ),
    # A body that only says where gives nothing.
    (
        "Chiều 13/5, tại trụ sở UBND xã Yên Nghĩa, Hội Nông dân xã đã tặng Giấy khen cho chị Đặng Thị Thuận.",
        ["Giấy khen -> 1 individual [Đặng Thị Thuận] | Hội Nông dân xã"],
    ),
    # An office without its holder's name, and whole where "nhân dân" is in it.
    (
        "Công ty An Phát vừa được Chủ tịch nước Trần Đức Lương tặng Huân chương Lao động hạng Ba.",
        ["Huân chương Lao động (hạng Ba) -> 1 collective [Công ty An Phát] | Chủ tịch nước"],
    ),
    (
        "Tại Hội nghị tổng kết, Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp đã trao tặng Bằng khen cho 14 tập thể.",
        ["Bằng khen -> 14 collective | Chủ tịch Ủy ban nhân dân tỉnh Đồng Tháp"],
    ),
    (
        "Theo Quyết định số 123/QĐ-CTN của Chủ tịch nước, 3 cá nhân được tặng Huân chương Lao động hạng Ba.",
        ["Huân chương Lao động (hạng Ba) -> 3 individual | Chủ tịch nước"],
    ),
    # The State alone gives orders; a bracket ends no list; each of a list has its own giver.
    (
        "Công ty Sao Mai được trao tặng Huân chương Lao động hạng Ba (năm 2010), Bằng khen của Chủ tịch UBND "
        "TP. Hà Nội (năm 2012), Cờ thi đua.",
        [
            "Bằng khen -> 1 collective [Công ty Sao Mai] | Chủ tịch UBND TP. Hà Nội",
            "Cờ thi đua -> 1 collective [Công ty Sao Mai]",
            "Huân chương Lao động (hạng Ba) -> 1 collective [Công ty Sao Mai]",
        ],
    ),
    (
        "Công ty An Phát đã nhận nhiều giải thưởng như: Huân chương Lao động hạng Nhì của Chủ tịch nước (2015); "
        "bằng khen của Hội Liên hiệp Phụ nữ Việt Nam.",
        [
            "Huân chương Lao động (hạng Nhì) -> 1 collective [Công ty An Phát] | Chủ tịch nước",
            "bằng khen -> 1 collective [Công ty An Phát] | Hội Liên hiệp Phụ nữ Việt Nam",
        ],
    ),
    # Verbs in a row with givers of their own.
    (
        "Ông Tống Hữu Châu đã được Chủ tịch nước trao tặng Huân chương Lao động hạng Ba, Thủ tướng tặng bằng khen.",
        [
            "Huân chương Lao động (hạng Ba) -> 1 individual [Tống Hữu Châu] | Chủ tịch nước",
            "bằng khen -> 1 individual [Tống Hữu Châu] | Thủ tướng",
        ],
    ),
    (
        "Nhân dịp này, Bộ Công an tặng Cờ thi đua cho 5 đơn vị, UBND tỉnh tặng Bằng khen cho 9 tập thể.",
        ["Bằng khen -> 9 collective | UBND tỉnh", "Cờ thi đua -> 5 collective | Bộ Công an"],
    ),
    # In short and in full it is one office.
    (
        "Bộ trưởng GD-ĐT tặng bằng khen cho cụ ông 82 tuổi\n\nSáng 27/7, Bộ trưởng Bộ GD-ĐT Nguyễn Văn Sơn đã tặng "
        "Bằng khen cho ông Lê Huy Kỳ.",
        ["Bằng khen -> 1 individual [Lê Huy Kỳ] | Bộ trưởng Bộ GD-ĐT"],
    ),
    # Money beside a certificate is no body; an order goes to one recipient once.
    (
        "114 đơn vị được nhận bằng khen của UBND TPHCM và tiền thưởng 900 triệu đồng.",
        ["bằng khen -> 114 collective | UBND TPHCM"],
    ),
    (
        "Chủ tịch nước ký quyết định tặng Huân chương Hữu nghị cho bà Lê Thị Thu. Thay mặt lãnh đạo Đảng, Nhà nước, "
        "ông Phạm Văn Bình đã trao Huân chương Hữu nghị cho bà Lê Thị Thu.",
        ["Huân chương Hữu nghị -> 1 individual [Lê Thị Thu] | Chủ tịch nước"],
    ),
    (
        "Công ty An Phát được trao Cờ thi đua của Bộ Công Thương và vinh dự 2 lần được UBND tỉnh tặng Bằng khen.",
        [
            "Bằng khen -> 1 collective [Công ty An Phát] | UBND tỉnh",
            "Cờ thi đua -> 1 collective [Công ty An Phát] | Bộ Công Thương",
        ],
    ),
    # Who is honoured for an honour held is honoured twice.
    (
        "Trường Đại học Sao Mai tuyên dương bà Lê Thị Thu. Bà Lê Thị Thu từng nhận giải thưởng Tạ Quang Bửu.",
        [
            'giải thưởng "Tạ Quang Bửu" -> 1 individual [Lê Thị Thu] | held',
            "tuyên dương -> 1 individual [Lê Thị Thu] | Trường Đại học Sao Mai",
        ],
    ),
    ("Buổi lễ tuyên dương 5 cá nhân diễn ra sáng nay.", ["tuyên dương -> 5 individual"]),
    ("Lễ trao huy chương vẫn diễn ra trực tiếp, nhưng được chuyển tới thủ đô Helsinki.", []),
]


@pytest.mark.parametrize(("text", "expected"), RECIPIENTS, ids=[text[:50] for text, _ in RECIPIENTS])
def test_recipients(awards, text, expected):
    assert awards(text) == expected


@pytest.mark.parametrize(("text", "expected"), CONFERRERS, ids=[text[:50] for text, _ in CONFERRERS])
def test_conferrers(awards, text, expected):
    assert awards(text) == expected
