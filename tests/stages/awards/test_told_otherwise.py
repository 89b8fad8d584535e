"""Conferrals told otherwise than in one clause: by whoever holds the contest, with parts, in the next sentence."""

import pytest

import boctin
from tests.stages.awards.reading import UNUSED, shown


@pytest.fixture(scope="module")
def awards():
    """Text -> awards as the tests write them, sorted."""
    nlp = boctin.load(disable=UNUSED)
    return lambda text: sorted(shown(a) for a in nlp.extract(text, published="2023-12-07").awards)


GIVERS = [
    # Who holds a contest or gives its prizes, behind the honour or in the next sentence.
    (
        "Công ty Sao Mai được vinh danh tại giải Thương hiệu xanh do Hội Doanh nghiệp trẻ tổ chức.",
        ['giải "Thương hiệu xanh" -> 1 collective [Công ty Sao Mai] | Hội Doanh nghiệp trẻ'],
    ),
    (
        'Dự án "Ánh sáng" được trao giải nhất cuộc thi "Sống Xanh" do Liên minh Năng lượng (VSE) tổ chức.',
        ['giải "Sống Xanh" (nhất) -> 1 collective [Ánh sáng] | Liên minh Năng lượng (VSE)'],
    ),
    (
        'Trường Đại học Sao Mai đạt giải "Sáng tạo trẻ". Giải thưởng do Hội Sinh viên Việt Nam trao tặng.',
        ['giải "Sáng tạo trẻ" -> 1 collective [Trường Đại học Sao Mai] | Hội Sinh viên Việt Nam'],
    ),
    # An office told beside its holder gives; whoever "trao" only hands over.
    (
        "Giám đốc Công an tỉnh, Đại tá Lê Văn Nam cũng khen thưởng 15 cá nhân.",
        ["khen thưởng -> 15 individual | Giám đốc Công an tỉnh"],
    ),
    (
        "Đại tá Lê Văn Nam, Giám đốc Công an tỉnh đã khen thưởng đột xuất 15 cá nhân.",
        ["khen thưởng -> 15 individual | Giám đốc Công an tỉnh"],
    ),
    ("Ông Lê Văn Nam, Chủ tịch UBND huyện trao Giấy khen cho 5 tập thể.", ["Giấy khen -> 5 collective"]),
    # No givers: events, one syllable, the end of a name, bodies that hand over what the State gives, days.
    ("Hội nghị nhằm tổng kết phong trào, đồng thời biểu dương 20 nông dân.", ["biểu dương -> 20 individual"]),
    ("Tay trong tay, họ cùng diễu hành biểu dương 22 thanh niên.", ["biểu dương -> 22 individual"]),
    (
        'Ban Thi đua - Khen thưởng Hà Nội lấy ý kiến về việc xét tặng danh hiệu "Công dân ưu tú" cho 10 cá nhân.',
        ['danh hiệu "Công dân ưu tú" -> 10 individual'],
    ),
    (
        'Tỉnh Quảng Trị tổ chức Lễ truy tặng danh hiệu "Bà mẹ Việt Nam anh hùng" cho 26 mẹ.',
        ['danh hiệu "Bà mẹ Việt Nam anh hùng" -> 26 individual'],
    ),
    (
        "Đảng bộ Văn phòng Huyện ủy chiều 7/11 tổ chức trao Huy hiệu 40 năm tuổi Đảng cho ông Lê Văn Nam.",
        ['Huy hiệu "40 năm tuổi Đảng" -> 1 individual [Lê Văn Nam] | Đảng bộ Văn phòng Huyện ủy'],
    ),
    (
        "Báo Sao Mai được trao 1 giải Ba và 2 giải Khuyến khích.",
        ["giải (Ba) -> 1 individual", "giải (Khuyến khích) -> 2 individual"],
    ),
    (
        "Trong đợt biểu dương lần này, UBND tỉnh quyết định khen thưởng cho 14 tập thể và 53 cá nhân.",
        ["khen thưởng -> 14 collective, 53 individual | UBND tỉnh"],
    ),
]
RECEIVERS = [
    (
        "Cục Thuế tỉnh được Tổng cục Thuế khen thưởng đột xuất, Bộ trưởng Bộ Tài chính tặng Bằng khen.",
        [
            "Bằng khen -> 1 collective [Cục Thuế tỉnh] | Bộ trưởng Bộ Tài chính",
            "khen thưởng -> 1 collective [Cục Thuế tỉnh] | Tổng cục Thuế",
        ],
    ),
    (
        'Chị Phạm Kim Ngân đã vượt qua 29 thí sinh để đoạt giải Nhất cuộc thi "Tiếng hát sinh viên".',
        ['giải "Tiếng hát sinh viên" (Nhất) -> 1 individual [Phạm Kim Ngân]'],
    ),
    (
        "UBND huyện tặng tiền và Giấy khen cho 5 cá nhân.",
        ["Giấy khen -> 5 individual | UBND huyện"],
    ),
    (
        "Nobel Văn học 2018 được trao cho nhà văn Lê Lan Anh, Nobel Văn học 2019 trao cho nhà văn Peter Handke.",
        [
            "Nobel Văn học 2018 -> 1 individual [Lê Lan Anh]",
            "Nobel Văn học 2019 -> 1 individual [Peter Handke]",
        ],
    ),
    # Names in the next sentence, wholes and their parts.
    (
        (
            "Chủ tịch UBND tỉnh tặng Bằng khen cho nhiều tập thể, cá nhân có thành tích. "
            "Trong đó, có tập thể Văn phòng Huyện ủy và cá nhân phóng viên Lê Văn Hải."
        ),
        ["Bằng khen -> 1 collective [Văn phòng Huyện ủy], 1 individual [Lê Văn Hải] | Chủ tịch UBND tỉnh"],
    ),
    (
        (
            '26 mẹ được truy tặng danh hiệu "Bà mẹ Việt Nam anh hùng".\n\n'
            'Ông Lê Văn Nam trao danh hiệu "Bà mẹ Việt Nam anh hùng" do Chủ tịch nước phong tặng đến mẹ Lê Thị Mót.\n\n'
            'Lãnh đạo tỉnh trao danh hiệu "Bà mẹ Việt Nam anh hùng" do Chủ tịch nước truy tặng đến thân nhân '
            "25 Bà mẹ Việt Nam anh hùng đã mất."
        ),
        ['danh hiệu "Bà mẹ Việt Nam anh hùng" -> 1 individual [Lê Thị Mót], 25 individual | Chủ tịch nước'],
    ),
    (
        "Hiệu trưởng tặng giấy khen cho 24 cử nhân (trong đó có 3 thủ khoa đạt 4.0/4.0) và 36 sinh viên.",
        ["giấy khen -> 24 individual, 36 individual | Hiệu trưởng"],
    ),
    # One commendation and a certificate by one body; what a work brings, what is brought to somebody.
    (
        "Anh Lê Văn Nam được Tổng Liên đoàn Lao động Việt Nam tuyên dương và tặng bằng khen.",
        ["bằng khen -> 1 individual [Lê Văn Nam] | Tổng Liên đoàn Lao động Việt Nam"],
    ),
    (
        'Bộ phim mang về cho Lê Thị Lan giải thưởng "Gương mặt mới".',
        ['giải thưởng "Gương mặt mới" -> 1 individual [Lê Thị Lan]'],
    ),
    (
        'Hội Nhà báo trao giải thưởng "Ngôi sao đang lên" cho VinSao trong khuôn khổ triển lãm.',
        ['giải thưởng "Ngôi sao đang lên" -> 1 collective [VinSao] | Hội Nhà báo'],
    ),
    (
        "Ông Lê Văn Nam từng nhận giải thưởng của Hội Vật lý Việt Nam.",
        ["giải thưởng -> 1 individual [Lê Văn Nam] | Hội Vật lý Việt Nam | held"],
    ),
    (
        "Nhiều tập thể, cá nhân của xã Tân Đông được tặng Bằng khen của Ủy ban MTTQ Việt Nam tỉnh Tây Ninh.",
        ["Bằng khen -> ? collective, ? individual | Ủy ban MTTQ Việt Nam tỉnh Tây Ninh"],
    ),
    # A kind named before, the one said to be of it, who wins among others.
    (
        'SMA là nhóm nhạc nam. Nhóm nhạc này được tạp chí Sao vinh danh là "Nghệ sĩ của năm".',
        ['vinh danh "Nghệ sĩ của năm" -> 1 collective [SMA] | tạp chí Sao'],
    ),
    (
        'Sau nhiều giờ thi đấu giữa 13 đội thi, đội Sao Mai đã giành giải Nhất cuộc thi "An toàn thông tin".',
        ['giải "An toàn thông tin" (Nhất) -> 1 collective [đội Sao Mai]'],
    ),
    (
        'Phú Quốc đã vượt qua nhiều đối thủ để đạt giải "Hòn đảo xanh".',
        ['giải "Hòn đảo xanh" -> 1 collective [Phú Quốc]'],
    ),
    # Counts in words and with thousands; medals of pupils' contests.
    (
        'Cuộc thi "An toàn giao thông" có một giải Nhất, hai giải Nhì và 1.000 giải Khuyến khích.',
        [
            'giải "An toàn giao thông" (Khuyến khích) -> 1000 individual',
            'giải "An toàn giao thông" (Nhất) -> 1 individual',
            'giải "An toàn giao thông" (Nhì) -> 2 individual',
        ],
    ),
]
NONE = [
    "Chủ tịch nước Lê Văn Nam đã tặng quà đến 10 bà con đại diện cho các gia đình Bà Mẹ Việt Nam anh hùng.",
    'Mỗi hạng mục gồm có một giải nhất 100 triệu đồng; một giải nhì 30 triệu đồng của cuộc thi "Sáng kiến trẻ".',
    "2022 là năm thứ 7 giải thưởng Sao Mai được tổ chức.",
    "UBND thành phố Hội Sơn tổ chức lễ đón nhận danh hiệu Di sản văn hóa phi vật thể quốc gia.",
    "Năm 2018, Lê Thị Lan đã giành được một đề cử cho giải thưởng Ngôi sao đang lên.",
    "Thiết kế ấn tượng, bắt mắt cũng là điều gây ấn tượng mạnh cho Lê Văn Nam.",
]


@pytest.mark.parametrize(("text", "expected"), [*GIVERS, *RECEIVERS])
def test_awards_told_otherwise(awards, text, expected):
    assert awards(text) == sorted(expected)


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_conferred(awards, text):
    assert awards(text) == []
