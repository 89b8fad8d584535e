"""Conferrals in the manner of news: each text with all its awards, and texts that confer nothing.

An award is written as "award "name" (rank) -> recipients | conferrer | status", where recipients are
"count kind [names]", a question mark stands for an unsaid count, and the status "conferred" is left out.
"""

import pytest

import boctin
from boctin.record import Award

UNUSED = ("boctin_words", "boctin_officials", "boctin_model_counts")


@pytest.fixture(scope="module")
def extract():
    """Text -> awards, by a pipeline of only what the stage needs."""
    nlp = boctin.load(disable=UNUSED)
    return lambda text: nlp.extract(text, published="2023-12-07").awards


def shown(award: Award) -> str:
    """An award as these tests write it."""
    words = [award.award, f'"{award.name}"' if award.name else "", f"({award.rank})" if award.rank else ""]
    groups = [
        " ".join(
            filter(
                None,
                ["?" if r.count is None else str(r.count), r.kind or "-", f"[{', '.join(r.names)}]" if r.names else ""],
            )
        )
        for r in award.recipients
    ]
    tail = [award.conferred_by or "", award.status if award.status != "conferred" else ""]
    return " | ".join(filter(None, [f"{' '.join(filter(None, words))} -> {', '.join(groups)}", *tail]))


ACTIVE = [
    (
        "UBND huyện Ba Tri tặng Giấy khen cho 12 tập thể, 25 cá nhân.",
        ["Giấy khen -> 12 collective, 25 individual | UBND huyện Ba Tri"],
    ),
    (
        (
            "Dịp này, Chủ tịch UBND tỉnh Bến Tre đã tặng Bằng khen cho 8 tập thể và 14 cá nhân có thành "
            "tích xuất sắc trong phong trào thi đua."
        ),
        ["Bằng khen -> 8 collective, 14 individual | Chủ tịch UBND tỉnh Bến Tre"],
    ),
    (
        'Tại hội nghị, Ban Dân vận Tỉnh ủy trao Kỷ niệm chương "Vì sự nghiệp Dân vận của Đảng" cho 6 đồng chí.',
        ['Kỷ niệm chương "Vì sự nghiệp Dân vận của Đảng" -> 6 individual | Ban Dân vận Tỉnh ủy'],
    ),
    (
        (
            "Nhân dịp này, Thủ tướng Chính phủ tặng Bằng khen cho 2 tập thể, 3 cá nhân; Bộ trưởng Bộ Công "
            "an tặng Bằng khen cho 5 tập thể."
        ),
        [
            "Bằng khen -> 2 collective, 3 individual | Thủ tướng Chính phủ",
            "Bằng khen -> 5 collective | Bộ trưởng Bộ Công an",
        ],
    ),
    (
        "Hội Liên hiệp Phụ nữ tỉnh trao tặng Bằng khen cho 7 tập thể, 9 cá nhân và Giấy khen cho 4 hội viên.",
        [
            "Bằng khen -> 7 collective, 9 individual | Hội Liên hiệp Phụ nữ tỉnh",
            "Giấy khen -> 4 individual | Hội Liên hiệp Phụ nữ tỉnh",
        ],
    ),
    ("Bộ Giáo dục và Đào tạo tặng Cờ thi đua cho 3 đơn vị.", ["Cờ thi đua -> 3 collective | Bộ Giáo dục và Đào tạo"]),
    (
        "Chủ tịch UBND xã Tân Mỹ Nguyễn Văn Bình tặng Giấy khen cho 6 hộ gia đình.",
        ["Giấy khen -> 6 collective | Chủ tịch UBND xã Tân Mỹ"],
    ),
    (
        "Phó Chủ tịch UBND tỉnh Trần Thị Lan đã trao Bằng khen của Thủ tướng Chính phủ cho 2 tập thể.",
        ["Bằng khen -> 2 collective | Thủ tướng Chính phủ"],
    ),
    (
        "Thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy Lê Văn Hòa trao Huân chương Lao động hạng Ba cho 3 cá nhân.",
        ["Huân chương Lao động (hạng Ba) -> 3 individual | Chủ tịch nước"],
    ),
    (
        'Trung ương Đoàn trao tặng Huy hiệu "Tuổi trẻ dũng cảm" cho anh Phạm Văn Tới.',
        ['Huy hiệu "Tuổi trẻ dũng cảm" -> 1 individual [Phạm Văn Tới] | Trung ương Đoàn'],
    ),
    (
        'Liên đoàn Lao động tỉnh tặng Bằng khen cho 4 tập thể; danh hiệu "Công nhân giỏi" cho 15 công nhân.',
        [
            "Bằng khen -> 4 collective | Liên đoàn Lao động tỉnh",
            'danh hiệu "Công nhân giỏi" -> 15 individual | Liên đoàn Lao động tỉnh',
        ],
    ),
    ("UBND thành phố Cao Lãnh tặng 18 tập thể Giấy khen.", ["Giấy khen -> 18 collective | UBND thành phố Cao Lãnh"]),
    (
        "Thủ tướng Chính phủ quyết định tặng thưởng Bằng khen cho ông Nguyễn Văn Sáu.",
        ["Bằng khen -> 1 individual [Nguyễn Văn Sáu] | Thủ tướng Chính phủ"],
    ),
    (
        "Công an tỉnh Long An trao Giấy khen cho em Trần Gia Huy vì đã dũng cảm cứu hai bạn nhỏ khỏi đuối nước.",
        ["Giấy khen -> 1 individual [Trần Gia Huy] | Công an tỉnh Long An"],
    ),
    (
        "Trường Đại học Cần Thơ trao tặng Giấy khen cho 20 sinh viên.",
        ["Giấy khen -> 20 individual | Trường Đại học Cần Thơ"],
    ),
]

PASSIVE = [
    (
        '3 đồng chí được nhận Kỷ niệm chương "Vì sự nghiệp Dân vận của Đảng".',
        ['Kỷ niệm chương "Vì sự nghiệp Dân vận của Đảng" -> 3 individual'],
    ),
    (
        (
            "19 tập thể, 7 cá nhân được UBND huyện Châu Thành biểu dương khen thưởng vì có thành tích xuất "
            'sắc trong phong trào thi đua "Dân vận khéo" năm 2022.'
        ),
        ["biểu dương khen thưởng -> 19 collective, 7 individual | UBND huyện Châu Thành"],
    ),
    (
        "5 tập thể và 11 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen.",
        ["Bằng khen -> 5 collective, 11 individual | Chủ tịch UBND tỉnh"],
    ),
    (
        "Hai cá nhân được Chủ tịch nước truy tặng Huân chương Dũng cảm.",
        ["Huân chương Dũng cảm -> 2 individual | Chủ tịch nước"],
    ),
    ("Có 30 đảng viên được trao Huy hiệu 30 năm tuổi Đảng.", ['Huy hiệu "30 năm tuổi Đảng" -> 30 individual']),
    (
        "Ông Võ Văn Tám được Nhà nước tặng thưởng Huân chương Kháng chiến hạng Nhì.",
        ["Huân chương Kháng chiến (hạng Nhì) -> 1 individual [Võ Văn Tám] | Nhà nước"],
    ),
    (
        "Chị Lê Thị Mai và chị Phan Thị Thu được Hội Liên hiệp Phụ nữ tỉnh tặng Bằng khen.",
        ["Bằng khen -> 2 individual [Lê Thị Mai, Phan Thị Thu] | Hội Liên hiệp Phụ nữ tỉnh"],
    ),
    ("Hơn 250 học sinh nghèo vượt khó được tuyên dương.", ["tuyên dương -> 250 individual"]),
    (
        "45 gương người tốt, việc tốt được Thành ủy Cần Thơ biểu dương.",
        ["biểu dương -> 45 individual | Thành ủy Cần Thơ"],
    ),
    (
        "Năm 2021, xã Long Điền được UBND tỉnh công nhận đạt chuẩn nông thôn mới nâng cao.",
        ["đạt chuẩn nông thôn mới nâng cao -> 1 collective [xã Long Điền] | UBND tỉnh"],
    ),
    (
        "Xã Phú Thuận vinh dự được Chủ tịch nước tặng thưởng Huân chương Lao động hạng Nhì.",
        ["Huân chương Lao động (hạng Nhì) -> 1 collective [Xã Phú Thuận] | Chủ tịch nước"],
    ),
    (
        '6 bác sĩ được Chủ tịch nước phong tặng danh hiệu "Thầy thuốc Ưu tú".',
        ['danh hiệu "Thầy thuốc Ưu tú" -> 6 individual | Chủ tịch nước'],
    ),
]

RECEIVED = [
    (
        "Đảng bộ và Nhân dân huyện Tri Tôn đón nhận Huân chương Độc lập hạng Ba.",
        ["Huân chương Độc lập (hạng Ba) -> 1 collective [Đảng bộ và Nhân dân huyện Tri Tôn]"],
    ),
    (
        'Em Nguyễn Thị Cẩm Tú đoạt giải Nhất cuộc thi "Em yêu lịch sử Việt Nam".',
        ['giải "Em yêu lịch sử Việt Nam" (Nhất) -> 1 individual [Nguyễn Thị Cẩm Tú]'],
    ),
    (
        "Bệnh viện Đa khoa tỉnh Vĩnh Long vinh dự đón nhận Huân chương Lao động hạng Nhất.",
        ["Huân chương Lao động (hạng Nhất) -> 1 collective [Bệnh viện Đa khoa tỉnh Vĩnh Long]"],
    ),
    ('12 học sinh đạt giải Ba Hội thi "Tin học trẻ".', ['giải "Tin học trẻ" (Ba) -> 12 individual']),
    (
        "41 tập thể được nhận Bằng khen của Chủ tịch UBND tỉnh Lai Châu.",
        ["Bằng khen -> 41 collective | Chủ tịch UBND tỉnh Lai Châu"],
    ),
    ("Nghệ sĩ Trần Văn Út nhận danh hiệu Nghệ sĩ ưu tú.", ["danh hiệu Nghệ sĩ ưu tú -> 1 individual [Trần Văn Út]"]),
    (
        "Bà Phạm Thị Sáu nhận Huân chương Lao động hạng Ba do Chủ tịch nước trao tặng.",
        ["Huân chương Lao động (hạng Ba) -> 1 individual [Phạm Thị Sáu] | Chủ tịch nước"],
    ),
    ("Tỉnh đã có 48 xã đạt chuẩn nông thôn mới.", ["đạt chuẩn nông thôn mới -> 48 collective"]),
    (
        "Sáng 6/12, Học viện Báo chí Long Hải tổ chức lễ kỷ niệm 30 năm và đón nhận Huân chương Độc lập hạng Ba.",
        ["Huân chương Độc lập (hạng Ba) -> 1 collective [Học viện Báo chí Long Hải]"],
    ),
    (
        "Đại úy Lê Văn Tám đạt danh hiệu Chiến sĩ thi đua toàn tỉnh.",
        ["danh hiệu Chiến sĩ thi đua toàn tỉnh -> 1 individual [Lê Văn Tám]"],
    ),
]

PRIZES = [
    (
        'Kết quả Hội thi "Nhà nông đua tài", giải Nhất thuộc về đội xã Vĩnh Trạch.',
        ['giải "Nhà nông đua tài" (Nhất) -> 1 collective [xã Vĩnh Trạch]'],
    ),
    (
        'Giải A cuộc thi "Búa liềm vàng" được trao cho tác giả Lê Quốc Việt.',
        ['Giải "Búa liềm vàng" (A) -> 1 individual [Lê Quốc Việt]'],
    ),
    (
        'Ban Tổ chức Hội thi "Dân vận khéo" trao 1 giải Nhất, 2 giải Nhì, 3 giải Ba cho các thí sinh.',
        [
            'giải "Dân vận khéo" (Nhất) -> 1 individual | Ban Tổ chức Hội thi "Dân vận khéo"',
            'giải "Dân vận khéo" (Nhì) -> 2 individual | Ban Tổ chức Hội thi "Dân vận khéo"',
            'giải "Dân vận khéo" (Ba) -> 3 individual | Ban Tổ chức Hội thi "Dân vận khéo"',
        ],
    ),
    (
        'Ban Giám khảo cuộc thi "Ý tưởng khởi nghiệp" trao giải Khuyến khích cho 5 nhóm tác giả.',
        ['giải "Ý tưởng khởi nghiệp" (Khuyến khích) -> 5 collective | Ban Giám khảo cuộc thi "Ý tưởng khởi nghiệp"'],
    ),
    (
        'Tác giả Đỗ Minh Quân giành giải Đặc biệt cuộc thi "Ảnh đẹp quê hương".',
        ['giải "Ảnh đẹp quê hương" (Đặc biệt) -> 1 individual [Đỗ Minh Quân]'],
    ),
    (
        "Nhà văn Hồ Thị Ngọc được trao Giải thưởng Nhà nước về văn học nghệ thuật.",
        ['Giải thưởng "Nhà nước về văn học nghệ thuật" -> 1 individual [Hồ Thị Ngọc]'],
    ),
    (
        'Giải thưởng "Lương Định Của" được trao cho 35 thanh niên nông thôn.',
        ['Giải thưởng "Lương Định Của" -> 35 individual'],
    ),
    (
        "Phim đoạt các giải Đạo diễn xuất sắc (Nguyễn Văn Hùng), Quay phim xuất sắc (Trần Quốc Bảo).",
        [
            'giải "Đạo diễn xuất sắc" -> 1 individual [Nguyễn Văn Hùng]',
            'giải "Quay phim xuất sắc" -> 1 individual [Trần Quốc Bảo]',
        ],
    ),
    (
        'Em Hoàng Minh Đức giành ngôi Á quân cuộc thi "Đường lên đỉnh Olympia".',
        ['Á quân "Đường lên đỉnh Olympia" -> 1 individual [Hoàng Minh Đức]'],
    ),
]

COMMENDED = [
    (
        "Thành đoàn Cần Thơ tuyên dương 120 thanh niên tiên tiến làm theo lời Bác.",
        ["tuyên dương -> 120 individual | Thành đoàn Cần Thơ"],
    ),
    (
        "Hội Nông dân huyện biểu dương 36 hộ nông dân sản xuất giỏi.",
        ["biểu dương -> 36 collective | Hội Nông dân huyện"],
    ),
    (
        "Tỉnh đoàn Sóc Trăng vinh danh 10 gương mặt trẻ và 5 công trình thanh niên tiêu biểu.",
        ["vinh danh -> 10 individual, 5 collective | Tỉnh đoàn Sóc Trăng"],
    ),
    (
        "UBND quận khen thưởng 3 tập thể, 8 cá nhân tham gia chữa cháy.",
        ["khen thưởng -> 3 collective, 8 individual | UBND quận"],
    ),
    (
        "Sáng 5/6, Huyện ủy tổ chức hội nghị tuyên dương 27 điển hình học tập và làm theo Bác.",
        ["tuyên dương -> 27 individual | Huyện ủy"],
    ),
    (
        (
            "Trong nhiệm kỳ, Mặt trận Tổ quốc các cấp đã biểu dương 1.200 gương điển hình; biểu dương 300 "
            "gia đình tiêu biểu."
        ),
        ["biểu dương -> 1200 individual, 300 collective | Mặt trận Tổ quốc các cấp"],
    ),
]

HELD = [
    (
        "Đoàn đến thăm Mẹ Việt Nam anh hùng Nguyễn Thị Chín ở xã Bình Phú.",
        ["Mẹ Việt Nam anh hùng -> 1 individual [Nguyễn Thị Chín] | held"],
    ),
    ("Toàn tỉnh có 1.870 Mẹ Việt Nam anh hùng.", ["Mẹ Việt Nam anh hùng -> 1870 individual | held"]),
    (
        "Anh hùng Lao động Hồ Văn Năm kể chuyện với thanh niên.",
        ["Anh hùng Lao động -> 1 individual [Hồ Văn Năm] | held"],
    ),
    (
        (
            "Ông Trịnh Văn Ba được tặng Huân chương Kháng chiến hạng Nhất, Huân chương Độc lập hạng Ba và "
            "Huy hiệu 65 năm tuổi Đảng."
        ),
        [
            "Huân chương Kháng chiến (hạng Nhất) -> 1 individual [Trịnh Văn Ba]",
            "Huân chương Độc lập (hạng Ba) -> 1 individual [Trịnh Văn Ba]",
            'Huy hiệu "65 năm tuổi Đảng" -> 1 individual [Trịnh Văn Ba]',
        ],
    ),
    (
        "Đồng chí Ngô Văn Tư từng được tặng Bằng khen của Thủ tướng Chính phủ.",
        ["Bằng khen -> 1 individual [Ngô Văn Tư] | Thủ tướng Chính phủ | held"],
    ),
    (
        "UBND tỉnh đề nghị Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 4 cá nhân.",
        ["Huân chương Lao động (hạng Ba) -> 4 individual | Chủ tịch nước | proposed"],
    ),
    (
        "Tuần tới, UBND tỉnh sẽ trao Bằng khen cho 15 doanh nghiệp.",
        ["Bằng khen -> 15 collective | UBND tỉnh | announced"],
    ),
]

TOLD_ON = [
    (
        "Ông Lâm Văn Đời là người có uy tín của ấp. Năm 2019, ông được Thủ tướng Chính phủ tặng Bằng khen.",
        ["Bằng khen -> 1 individual [Lâm Văn Đời] | Thủ tướng Chính phủ"],
    ),
    (
        "Anh Danh Sơn nuôi tôm giỏi nhất vùng. Anh được UBND tỉnh tặng Bằng khen.",
        ["Bằng khen -> 1 individual [Danh Sơn] | UBND tỉnh"],
    ),
    (
        (
            "Chủ tịch nước phong tặng danh hiệu Nhà giáo ưu tú cho 9 nhà giáo, trong đó có cô Bùi Thị Lan "
            "và thầy Cù Huy Long."
        ),
        ["danh hiệu Nhà giáo ưu tú -> 9 individual [Bùi Thị Lan, Cù Huy Long] | Chủ tịch nước"],
    ),
    (
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 2 cá nhân là ông Trần Văn Chín và bà Lê Thị Mười.",
        ["Bằng khen -> 2 individual [Trần Văn Chín, Lê Thị Mười] | Chủ tịch UBND tỉnh"],
    ),
    (
        "Ông Trần Hữu Phước là một trong 2 cá nhân được Bộ trưởng Bộ Quốc phòng tặng Bằng khen.",
        ["Bằng khen -> 2 individual [Trần Hữu Phước] | Bộ trưởng Bộ Quốc phòng"],
    ),
    (
        "Chia sẻ cảm xúc khi được trao tặng danh hiệu Nhà giáo nhân dân, cô Trần Thị Hạnh rất vui.",
        ["danh hiệu Nhà giáo nhân dân -> 1 individual [Trần Thị Hạnh]"],
    ),
    (
        "Khen thưởng 12 tập thể phòng chống ma túy\n\nNgày 3/4, Chủ tịch UBND tỉnh tặng Bằng khen cho 12 tập thể.",
        ["Bằng khen -> 12 collective | Chủ tịch UBND tỉnh"],
    ),
    (
        (
            '3 đồng chí nhận Kỷ niệm chương "Vì sự nghiệp Tuyên giáo"\n\nDịp này, 3 đồng chí được Ban Tuyên '
            'giáo Trung ương tặng Kỷ niệm chương "Vì sự nghiệp Tuyên giáo".'
        ),
        ['Kỷ niệm chương "Vì sự nghiệp Tuyên giáo" -> 3 individual | Ban Tuyên giáo Trung ương'],
    ),
    (
        "Tập thể, cá nhân được khen thưởng\n\nUBND huyện Thới Bình khen thưởng 9 tập thể và 13 cá nhân.",
        ["khen thưởng -> 9 collective, 13 individual | UBND huyện Thới Bình"],
    ),
]

JOINTS = [
    (
        "Hội đồng Đội tỉnh trao Giấy khen cho em Lý Minh Khang, em Sơn Thị Ngọc.",
        ["Giấy khen -> 2 individual [Lý Minh Khang, Sơn Thị Ngọc] | Hội đồng Đội tỉnh"],
    ),
    (
        "Bộ trưởng Bộ Y tế tặng Bằng khen cho 5 tập thể, 12 cá nhân; Giám đốc Sở Y tế tặng Giấy khen cho 86 cá nhân.",
        [
            "Bằng khen -> 5 collective, 12 individual | Bộ trưởng Bộ Y tế",
            "Giấy khen -> 86 individual | Giám đốc Sở Y tế",
        ],
    ),
    (
        (
            "Dịp này, có 126 đảng viên được trao tặng Huy hiệu Đảng, trong đó có 2 đồng chí nhận Huy hiệu "
            "75 năm tuổi Đảng."
        ),
        ["Huy hiệu Đảng -> 126 individual", 'Huy hiệu "75 năm tuổi Đảng" -> 2 individual'],
    ),
    (
        "Hội Cựu chiến binh tỉnh tặng Kỷ niệm chương Cựu chiến binh Việt Nam cho 40 hội viên.",
        ['Kỷ niệm chương "Cựu chiến binh Việt Nam" -> 40 individual | Hội Cựu chiến binh tỉnh'],
    ),
    (
        (
            "Chủ tịch nước ký quyết định truy tặng danh hiệu Anh hùng Lực lượng vũ trang nhân dân cho liệt "
            "sĩ Trần Văn Đang."
        ),
        ["danh hiệu Anh hùng Lực lượng vũ trang nhân dân -> 1 individual [Trần Văn Đang] | Chủ tịch nước"],
    ),
    (
        "Trường THPT Nguyễn Trãi được Thủ tướng Chính phủ tặng Cờ thi đua.",
        ["Cờ thi đua -> 1 collective [Trường THPT Nguyễn Trãi] | Thủ tướng Chính phủ"],
    ),
    (
        "Sở Giáo dục và Đào tạo khen thưởng 62 học sinh đoạt giải quốc gia.",
        ["khen thưởng -> 62 individual | Sở Giáo dục và Đào tạo"],
    ),
    (
        'Hội Chữ thập đỏ Việt Nam tặng Kỷ niệm chương "Vì sự nghiệp nhân đạo" cho bà Huỳnh Thị Nga.',
        ['Kỷ niệm chương "Vì sự nghiệp nhân đạo" -> 1 individual [Huỳnh Thị Nga] | Hội Chữ thập đỏ Việt Nam'],
    ),
    (
        "UBND tỉnh công nhận 3 xã đạt chuẩn nông thôn mới kiểu mẫu.",
        ["đạt chuẩn nông thôn mới kiểu mẫu -> 3 collective | UBND tỉnh"],
    ),
    (
        "Hai em Phan Văn Tài và Lê Văn Lộc được Chủ tịch UBND huyện tặng Giấy khen.",
        ["Giấy khen -> 2 individual [Phan Văn Tài, Lê Văn Lộc] | Chủ tịch UBND huyện"],
    ),
]

LISTS = [
    (
        "Các giải thưởng mà Công ty Sao Mai đã nhận được:\n\nThương hiệu xanh (Tạp chí Nhịp Sống bình chọn); "
        "Tòa nhà xanh cho Sao Mai Tower.",
        [
            'giải thưởng "Thương hiệu xanh" -> 1 collective [Công ty Sao Mai] | Tạp chí Nhịp Sống | held',
            'giải thưởng "Tòa nhà xanh" -> 1 collective [Sao Mai Tower] | held',
        ],
    ),
    (
        "Năm 2022, Bình Minh Group ghi dấu ấn ở một loạt giải thưởng:\n\n- Top 10 công ty uy tín năm 2022\n"
        "- Doanh nghiệp xanh do Hội Doanh nhân trẻ trao tặng",
        [
            'giải thưởng "Top 10 công ty uy tín" -> 1 collective [Bình Minh Group] | held',
            'giải thưởng "Doanh nghiệp xanh" -> 1 collective [Bình Minh Group] | Hội Doanh nhân trẻ | held',
        ],
    ),
    (
        'Một số thành tích của Lê Văn An:\n\n- Giải Nhì cuộc thi "Ý tưởng xanh"\n- Bằng khen của Trung ương Đoàn\n'
        "- Điểm trung bình 3,8/4",
        [
            'Giải "Ý tưởng xanh" (Nhì) -> 1 individual [Lê Văn An] | held',
            "Bằng khen -> 1 individual [Lê Văn An] | Trung ương Đoàn | held",
        ],
    ),
    ("Cơ cấu giải thưởng của Siêu thị Hoa Mai:\n\n- Giải Nhất một xe máy\n- Giải Nhì một tủ lạnh", []),
    ("Các giải pháp của huyện Ba Tri:\n\n- Xây dựng nông thôn mới\n- Giữ gìn an ninh trật tự", []),
]

NOTHING = [
    "Trường học của các em cũng đáng được tuyên dương.",
    "Các ngành nhân dịp này có thể tổ chức khen thưởng các giáo viên có thành tích.",
    "Cần kịp thời biểu dương, khen thưởng các tập thể, cá nhân tiêu biểu.",
    "Các địa phương chú trọng biểu dương những mô hình hay, cách làm sáng tạo.",
    "Định kỳ sơ kết, tổng kết, kịp thời biểu dương, nhân rộng các điển hình tiên tiến.",
    "Luật Thi đua, khen thưởng quy định tiêu chuẩn tặng Huân chương Lao động.",
    "Huân chương Lao động hạng Nhất để tặng cho cá nhân có thành tích đặc biệt xuất sắc.",
    "Cá nhân đạt danh hiệu Chiến sĩ thi đua cơ sở phải có sáng kiến được công nhận.",
    "Quỹ khen thưởng của đơn vị được trích theo quy định.",
    "Hội đồng Thi đua - Khen thưởng tỉnh họp phiên thứ hai.",
    "Công tác thi đua, khen thưởng có nhiều đổi mới.",
    "Bí thư Tỉnh ủy ghi nhận, biểu dương nỗ lực của các cấp ủy.",
    "Chủ tịch UBND tỉnh biểu dương những kết quả mà huyện đạt được.",
    "Thủ tướng biểu dương tinh thần vượt khó của nhân dân.",
    "Đội tuyển Việt Nam giành huy chương vàng môn bóng đá nam.",
    "Đoàn thể thao Việt Nam đoạt 205 huy chương vàng tại SEA Games.",
    "Cầu thủ Nguyễn Văn Tiến nhận giải Vua phá lưới của giải đấu.",
    "Đội bóng đã vô địch V-League sau trận đấu tối qua.",
    "Vận động viên Lê Thị Hoa giành giải Nhất nội dung 100 m.",
    "Khách hàng trúng giải Nhất xổ số trị giá 2 tỷ đồng.",
    "Khách mua hàng được quay số với giải Đặc biệt là một xe máy.",
    "Công ty tặng 100 phần quà cho học sinh nghèo.",
    "Doanh nghiệp trao 20 suất học bổng cho học sinh hiếu học.",
    "Sản phẩm được công nhận đạt chuẩn OCOP 4 sao.",
    "Công an huyện đã giải cứu 3 người bị lừa bán.",
    "Tỉnh đang tìm giải pháp giảm nghèo cho 300 hộ.",
    "UBND tỉnh giải quyết hồ sơ cho 12 doanh nghiệp.",
    "Giải bóng chuyền nông dân có 16 đội tham gia.",
    "Cục Trưởng bị tước danh hiệu Công an nhân dân.",
    "Huyện phấn đấu đến năm 2025 có 10 xã đạt chuẩn nông thôn mới.",
    "Mục tiêu là 100% số xã đạt chuẩn nông thôn mới nâng cao.",
    "Xã đạt chuẩn nông thôn mới phải có thu nhập bình quân theo quy định.",
    "Nếu đạt giải Nhất, thí sinh sẽ được tuyển thẳng.",
    "Thí sinh đoạt giải Nhất, Nhì, Ba được xét tuyển thẳng vào đại học.",
    "Các tác phẩm dự thi gửi về Ban Tổ chức trước ngày 30/6.",
    "Giải thưởng năm nay có tổng trị giá 500 triệu đồng.",
    "Nghệ sĩ nhân dân Trà Giang dự buổi giao lưu.",
    "Ông xứng đáng nhận danh hiệu Anh hùng Lao động.",
    "Danh hiệu Hoa hậu không thuộc về ai.",
    "Đại biểu Dương Văn Hai phát biểu tại hội trường.",
    "Nhân dân huy động lực lượng biểu dương khí thế ra quân.",
    "Phong trào khen thưởng học sinh được duy trì.",
    "Các em học sinh giỏi mong được nhận giấy khen.",
    "Bà con treo cờ Tổ quốc mừng ngày hội.",
]


@pytest.mark.parametrize(("text", "awards"), ACTIVE, ids=[text[:50] for text, _ in ACTIVE])
def test_active(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), PASSIVE, ids=[text[:50] for text, _ in PASSIVE])
def test_passive(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), RECEIVED, ids=[text[:50] for text, _ in RECEIVED])
def test_received(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), PRIZES, ids=[text[:50] for text, _ in PRIZES])
def test_prizes(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), COMMENDED, ids=[text[:50] for text, _ in COMMENDED])
def test_commended(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), HELD, ids=[text[:50] for text, _ in HELD])
def test_held(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), TOLD_ON, ids=[text[:50] for text, _ in TOLD_ON])
def test_told_on(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), JOINTS, ids=[text[:50] for text, _ in JOINTS])
def test_joints(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), LISTS, ids=[text[:40] for text, _ in LISTS])
def test_lists(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize("text", NOTHING, ids=[text[:50] for text in NOTHING])
def test_nothing_is_conferred(extract, text):
    assert [shown(a) for a in extract(text)] == []
