"""Who receives, wins or holds, in the manner of news: each text with all its awards."""

import pytest

import boctin
from tests.stages.awards.reading import UNUSED, shown


@pytest.fixture(scope="module")
def extract():
    """Text -> awards, by a pipeline of only what the stage needs."""
    nlp = boctin.load(disable=UNUSED)
    return lambda text: nlp.extract(text, published="2023-12-07").awards


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


@pytest.mark.parametrize(("text", "awards"), RECEIVED, ids=[text[:50] for text, _ in RECEIVED])
def test_received(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), PRIZES, ids=[text[:50] for text, _ in PRIZES])
def test_prizes(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


@pytest.mark.parametrize(("text", "awards"), HELD, ids=[text[:50] for text, _ in HELD])
def test_held(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards
