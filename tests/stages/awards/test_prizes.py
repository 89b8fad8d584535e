"""Prizes and contests in the manner of news: categories, prizes of their own name, winner lines, classes, pageants."""

import pytest

import boctin
from tests.stages.awards.reading import UNUSED, shown


@pytest.fixture(scope="module")
def awards():
    """Text -> awards as the tests write them, in order."""
    nlp = boctin.load(disable=UNUSED)
    return lambda text: sorted(shown(a) for a in nlp.extract(text, published="2023-12-07").awards)


CATEGORIES = [
    (
        "Lê Thu Hà giành giải Nữ diễn viên chính được yêu thích nhất tại lễ trao giải tối 5/12.",
        ['giải "Nữ diễn viên chính được yêu thích nhất" -> 1 individual [Lê Thu Hà]'],
    ),
    (
        "Tại lễ trao giải, Đạo diễn xuất sắc nhất thuộc về Trần Văn Long, Quay phim xuất sắc là Đỗ Minh Quân.",
        [
            'giải "Quay phim xuất sắc" -> 1 individual [Đỗ Minh Quân]',
            'giải "Đạo diễn xuất sắc nhất" -> 1 individual [Trần Văn Long]',
        ],
    ),
    (
        "Ông Phạm Văn Tới đoạt giải thưởng nhà khoa học trẻ xuất sắc.",
        ['giải thưởng "nhà khoa học trẻ xuất sắc" -> 1 individual [Phạm Văn Tới]'],
    ),
    # A voted honour of sport is one; a player of a match and a tournament are none.
    (
        "Tiền vệ Nguyễn Văn Tài lần đầu đoạt Quả Bóng Vàng. Giải do các nhà báo bình chọn.",
        ['Giải "Quả Bóng Vàng" -> 1 individual [Nguyễn Văn Tài]'],
    ),
    ("Tiền vệ Nguyễn Văn Tài đoạt giải cầu thủ xuất sắc nhất trận đấu.", []),
    ("Đội đã vào chung kết giải vô địch hàng đầu châu Á.", []),
    # Nobody wins it.
    ("Giải thưởng âm nhạc hàng đầu thế giới sẽ diễn ra vào tháng 5.", []),
    ("Anh Lê Văn Sơn là diễn viên xuất sắc của đoàn.", []),
]

WINNER_LINES = [
    (
        "Danh sách giải thưởng:\n\nNhạc phim xuất sắc: Lê Bảo An (phim Gió biển)\n\nTác giả triển vọng: Vũ Mai Chi",
        [
            'giải thưởng "Nhạc phim xuất sắc" -> 1 individual [Lê Bảo An]',
            'giải thưởng "Tác giả triển vọng" -> 1 individual [Vũ Mai Chi]',
        ],
    ),
    (
        "Giải Thí sinh triển vọng: Hoàng Thị Mơ, giải Thí sinh được yêu thích nhất: Lý Văn Páo.",
        [
            'Giải "Thí sinh triển vọng" -> 1 individual [Hoàng Thị Mơ]',
            'giải "Thí sinh được yêu thích nhất" -> 1 individual [Lý Văn Páo]',
        ],
    ),
    (
        'Giải Phim ngắn xuất sắc nhất thuộc về bộ phim "Bến đò xưa".',
        ['Giải "Phim ngắn xuất sắc nhất" -> 1 collective [Bến đò xưa]'],
    ),
    (
        "Giải Bông sen vàng thể loại phim tài liệu thuộc về Những mùa lúa, Tiếng trống làng.",
        ['Giải "Bông sen vàng" -> 2 collective [Những mùa lúa, Tiếng trống làng]'],
    ),
    (
        (
            "Các giải thưởng cao quý gồm: Sao Mai Resort - Khu nghỉ dưỡng biển tốt nhất Việt Nam; "
            "Gió Nam Hotel - Khách sạn sang trọng hàng đầu châu Á."
        ),
        [
            'giải thưởng "Khu nghỉ dưỡng biển tốt nhất Việt Nam" -> 1 collective [Sao Mai Resort]',
            'giải thưởng "Khách sạn sang trọng hàng đầu châu Á" -> 1 collective [Gió Nam Hotel]',
        ],
    ),
    (
        "Ở giải thưởng sân khấu, Biên kịch xuất sắc nhất thuộc về ê kíp Trăng quê.",
        ['giải thưởng "Biên kịch xuất sắc nhất" -> 1 collective [ê kíp Trăng quê]'],
    ),
    (
        "Ở các giải phụ, hậu vệ Lê Minh Tú trở thành Cầu thủ trẻ xuất sắc, Đỗ Văn Hậu giật giải Thủ môn xuất sắc.",
        [
            'giải "Cầu thủ trẻ xuất sắc" -> 1 individual [Lê Minh Tú]',
            'giải "Thủ môn xuất sắc" -> 1 individual [Đỗ Văn Hậu]',
        ],
    ),
    (
        (
            "Sao Mai Land - công viên dành cho gia đình hàng đầu châu Á (do Asia Travel Awards trao tặng) đón khách "
            "trở lại sau giải thưởng này."
        ),
        [
            'giải thưởng "công viên dành cho gia đình hàng đầu châu Á" -> 1 collective [Sao Mai Land] | '
            "Asia Travel Awards"
        ],
    ),
    # What is said of a prize is no winner.
    ("Giải Nhất là ước mơ của nhiều thí sinh.", []),
    ("Cơ cấu giải thưởng: giải Nhất: 10 triệu đồng, giải Nhì: 5 triệu đồng.", []),
]

CLASSES = [
    (
        "Giải Nhất Bảng B thuộc về em Lê Kỳ Anh tại hội thi tin học trẻ toàn quốc lần thứ 20.",
        ['Giải "tin học trẻ toàn quốc lần thứ 20" (Nhất) -> 1 individual [Lê Kỳ Anh]'],
    ),
    # Those counted first and named then are one entry.
    (
        (
            'Ban tổ chức cuộc thi "Tiếng hát quê hương" trao 2 giải Nhì. '
            "Giải Nhì thuộc về em Lê Thị Hoa. Giải Nhì còn lại thuộc về em Vũ Văn Mạnh."
        ),
        [
            'giải "Tiếng hát quê hương" (Nhì) -> 2 individual [Lê Thị Hoa, Vũ Văn Mạnh] | '
            'Ban tổ chức cuộc thi "Tiếng hát quê hương"',
        ],
    ),
    # … and in turn each has its own.
    (
        "Giải Nhất, giải Nhì cuộc thi “Ý tưởng xanh” lần lượt thuộc về em Lê Thị Hoa và em Vũ Văn Mạnh.",
        [
            'Giải "Ý tưởng xanh" (Nhất) -> 1 individual [Lê Thị Hoa]',
            'giải "Ý tưởng xanh" (Nhì) -> 1 individual [Vũ Văn Mạnh]',
        ],
    ),
    (
        'Công ty Sao Mai và Công ty Gió Nam lần lượt được vinh danh là "Nơi làm việc tốt nhất" và "Thương hiệu xanh".',
        [
            'vinh danh "Nơi làm việc tốt nhất" -> 1 collective [Công ty Sao Mai]',
            'vinh danh "Thương hiệu xanh" -> 1 collective [Công ty Gió Nam]',
        ],
    ),
    # Medals of a festival of the stage are of one metal each.
    (
        "Liên hoan đã trao 3 Huy chương Vàng, 3 Huy chương Bạc cho các vở diễn.",
        ["Huy chương Bạc -> 3 collective", "Huy chương Vàng -> 3 individual"],
    ),
]

PAGEANTS = [
    (
        "Người đẹp Lê Ngọc Hân đăng quang Hoa hậu Hòa bình Thế giới 2022.",
        ['Hoa hậu "Hoa hậu Hòa bình Thế giới 2022" -> 1 individual [Lê Ngọc Hân]'],
    ),
    ("Người đẹp Lê Ngọc Hân từ bỏ danh hiệu Á hậu 5.", []),
    ("Lê Ngọc Hân là đại diện của Việt Nam tại cuộc thi Hoa hậu Hòa bình Thế giới 2022.", []),
    ("Trước đó, cô từng lọt Top 10 Hoa hậu Thế giới người Việt 2010.", []),
]

RANKINGS = [
    (
        "Tối 5/12, Công ty Sao Mai được vinh danh top 10 doanh nghiệp xanh tiêu biểu do Tạp chí Xanh bình chọn.",
        ['vinh danh "top 10 doanh nghiệp xanh tiêu biểu" -> 1 collective [Công ty Sao Mai] | Tạp chí Xanh'],
    ),
    (
        (
            'Ngân hàng Sao Mai được Hiệp hội Doanh nghiệp vinh danh tại hai hạng mục "Thương hiệu truyền cảm hứng" '
            'và "Doanh nghiệp xuất sắc".'
        ),
        [
            'vinh danh "Doanh nghiệp xuất sắc" -> 1 collective [Ngân hàng Sao Mai] | Hiệp hội Doanh nghiệp',
            'vinh danh "Thương hiệu truyền cảm hứng" -> 1 collective [Ngân hàng Sao Mai] | Hiệp hội Doanh nghiệp',
        ],
    ),
]

TITLES = [
    (
        "Có 120 hộ đạt danh hiệu hộ nông dân sản xuất, kinh doanh giỏi.",
        ["danh hiệu hộ nông dân sản xuất, kinh doanh giỏi -> 120 collective"],
    ),
    ("Năm qua, 15 đơn vị được công nhận khu phố văn hóa.", ["khu phố văn hóa -> 15 collective"]),
    (
        "Hội Xuất bản tỉnh tặng biểu trưng vinh danh cho 5 cán bộ lão thành.",
        ["biểu trưng vinh danh -> 5 individual | Hội Xuất bản tỉnh"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*CATEGORIES, *WINNER_LINES, *CLASSES, *PAGEANTS, *RANKINGS, *TITLES])
def test_prizes_are_read_as_news_tells_them(awards, text, expected):
    assert awards(text) == sorted(expected)
