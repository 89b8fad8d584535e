"""Conferrals in the manner of news: each text with all its awards, and texts that confer nothing."""

import pytest

import boctin
from tests.stages.awards.reading import UNUSED, shown


@pytest.fixture(scope="module")
def extract():
    """Text -> awards, by a pipeline of only what the stage needs."""
    nlp = boctin.load(disable=UNUSED)
    return lambda text: nlp.extract(text, published="2023-12-07").awards


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


@pytest.mark.parametrize(("text", "awards"), COMMENDED, ids=[text[:50] for text, _ in COMMENDED])
def test_commended(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize("text", NOTHING, ids=[text[:50] for text in NOTHING])
def test_nothing_is_conferred(extract, text):
    assert [shown(a) for a in extract(text)] == []
