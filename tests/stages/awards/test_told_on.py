"""Conferrals told on in the manner of news: antecedents, several in a sentence, lists, each text with its awards."""

import pytest

import boctin
from tests.stages.awards.reading import UNUSED, shown


@pytest.fixture(scope="module")
def extract():
    """Text -> awards, by a pipeline of only what the stage needs."""
    nlp = boctin.load(disable=UNUSED)
    return lambda text: nlp.extract(text, published="2023-12-07").awards


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


@pytest.mark.parametrize(("text", "awards"), TOLD_ON, ids=[text[:50] for text, _ in TOLD_ON])
def test_told_on(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), JOINTS, ids=[text[:50] for text, _ in JOINTS])
def test_joints(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), LISTS, ids=[text[:40] for text, _ in LISTS])
def test_lists(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards
