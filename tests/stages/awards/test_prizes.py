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
    # In small letters one is won where it is said whose it is.
    (
        "Liên hoan trao các giải thưởng. Theo đó, phim dài xuất sắc nhất thuộc về bộ phim “Bến đò xưa”.",
        ['giải thưởng "phim dài xuất sắc nhất" -> 1 collective [Bến đò xưa]'],
    ),
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
    (
        "Bộ Nội vụ tặng Cờ “Đơn vị xuất sắc” cho 3 tập thể. Các em vẫy cờ hoa tặng 5 tập thể.",
        ['Cờ "Đơn vị xuất sắc" -> 3 collective | Bộ Nội vụ'],
    ),
    (
        "Ông Lê Văn Đạt được tặng Huân chương Lao động hạng Nhất, Nhì và Huân chương Hiệp sĩ Văn học và Nghệ thuật.",
        [
            "Huân chương Hiệp sĩ Văn học và Nghệ thuật -> 1 individual [Lê Văn Đạt]",
            "Huân chương Lao động (Nhì) -> 1 individual [Lê Văn Đạt]",
            "Huân chương Lao động (hạng Nhất) -> 1 individual [Lê Văn Đạt]",
        ],
    ),
    (
        "Bà Đỗ Thị Mai được tặng Kỷ niệm chương Chiến sĩ cách mạng bị địch bắt tù đày.",
        ['Kỷ niệm chương "Chiến sĩ cách mạng bị địch bắt tù đày" -> 1 individual [Đỗ Thị Mai]'],
    ),
    (
        "Cô Đỗ Thị Mai đạt danh hiệu Giáo viên dạy giỏi cấp tỉnh.",
        ["danh hiệu Giáo viên dạy giỏi cấp tỉnh -> 1 individual [Đỗ Thị Mai]"],
    ),
    (
        "Thầy Lê Văn Đạt 5 năm liền đạt chiến sĩ thi đua cấp cơ sở, cấp TP, cấp bộ.",
        ["chiến sĩ thi đua cấp cơ sở, cấp TP, cấp bộ -> 1 individual [Lê Văn Đạt]"],
    ),
    (
        "Đảng ủy xã trao Huy hiệu 40 năm, 30 năm tuổi Đảng cho 5 đảng viên.",
        ['Huy hiệu "40 năm, 30 năm tuổi Đảng" -> 5 individual | Đảng ủy xã'],
    ),
    (
        (
            "Những thành tích của nghệ sĩ Lê Văn Đạt:\n\n- Đạt danh hiệu Diễn viên đặc biệt xuất sắc trong năm do "
            "Hội Nghệ sĩ múa trao tặng.\n\n- Bằng khen của Bộ Văn hóa."
        ),
        [
            "Bằng khen -> 1 individual [Lê Văn Đạt] | Bộ Văn hóa | held",
            "danh hiệu Diễn viên đặc biệt xuất sắc trong năm -> 1 individual [Lê Văn Đạt] | Hội Nghệ sĩ múa | held",
        ],
    ),
    # Years between the honours of a row part none from the next …
    (
        (
            "Ông Lê Văn Đạt được phong tặng Nhà giáo ưu tú năm 2000, Nhà giáo nhân dân 2008, Huân chương Lao động "
            "hạng Ba (năm 2010), hạng Nhì năm 2015, huy hiệu 55 năm tuổi Đảng (năm 2024)."
        ),
        [
            "Huân chương Lao động (hạng Ba) -> 1 individual [Lê Văn Đạt]",
            "Huân chương Lao động (hạng Nhì) -> 1 individual [Lê Văn Đạt]",
            "Nhà giáo nhân dân -> 1 individual [Lê Văn Đạt]",
            "Nhà giáo ưu tú -> 1 individual [Lê Văn Đạt]",
            'huy hiệu "55 năm tuổi Đảng" -> 1 individual [Lê Văn Đạt]',
        ],
    ),
    # … but the next may be somebody else's.
    (
        "Ông Lê Văn Đạt được tặng Bằng khen năm 2020, bà Đỗ Thị Mai được tặng Giấy khen năm 2021.",
        ["Bằng khen -> 1 individual [Lê Văn Đạt]", "Giấy khen -> 1 individual [Đỗ Thị Mai]"],
    ),
    (
        "Ông Lê Văn Đạt được Bộ Nông nghiệp trao tặng Cúp vàng Nông dân sáng tạo.",
        ['Cúp vàng "Nông dân sáng tạo" -> 1 individual [Lê Văn Đạt] | Bộ Nông nghiệp'],
    ),
    ("Đội tuyển Đức giành cúp vàng World Cup 2014.", []),
    # A title before a name only calls its bearer by it.
    ("NGƯT Đỗ Thị Mai được tặng Bằng khen.", ["Bằng khen -> 1 individual [Đỗ Thị Mai]"]),
]

# What a class is a class of: a prize, a subject taught, a contest that only its year tells.
CLASSES_OF = [
    (
        "Nhóm tác giả báo Gió Nam đoạt giải B Giải Báo chí tỉnh Nam Định.",
        ['giải "Báo chí tỉnh Nam Định" (B) -> 1 collective [báo Gió Nam]'],
    ),
    (
        "Em Lê Văn Đạt giành giải Nhất kỳ thi Học sinh giỏi tiếng Anh tỉnh Bà Rịa - Vũng Tàu.",
        ['giải "Học sinh giỏi tiếng Anh tỉnh Bà Rịa - Vũng Tàu" (Nhất) -> 1 individual [Lê Văn Đạt]'],
    ),
    (
        "Em Lê Văn Đạt giành giải Khuyến khích học sinh giỏi toán cấp quận Hải Châu.",
        ['giải "học sinh giỏi toán cấp quận Hải Châu" (Khuyến khích) -> 1 individual [Lê Văn Đạt]'],
    ),
    (
        "Ca sĩ Trần Hải Yến đoạt giải Triển vọng giọng hát trẻ mở rộng 2022.",
        ['giải "giọng hát trẻ mở rộng 2022" (Triển vọng) -> 1 individual [Trần Hải Yến]'],
    ),
    (
        "Sau chung kết Giọng ca Sao Biển 2022, giải Nhất dòng nhạc dân gian thuộc về Lê Thị Lan.",
        ['giải "Giọng ca Sao Biển 2022" (Nhất) -> 1 individual [Lê Thị Lan]'],
    ),
    (
        "Em Lê Văn Đạt đoạt giải 3 cuộc thi “Ý tưởng xanh”.",
        ['giải "Ý tưởng xanh" (3) -> 1 individual [Lê Văn Đạt]'],
    ),
    (
        "Em Lê Văn Đạt đoạt giải Nhì cuộc thi viết luận về giao thương giữa các nước trong vùng “Dấu chân trẻ”.",
        ['giải "Dấu chân trẻ" (Nhì) -> 1 individual [Lê Văn Đạt]'],
    ),
    # A message in quotes is no contest; who gives a prize is none either.
    (
        "Cuộc thi hướng tới thông điệp “Vì một dòng sông xanh”. Em Lê Văn Đạt đoạt giải Nhất.",
        ["giải (Nhất) -> 1 individual [Lê Văn Đạt]"],
    ),
    ("Nhà văn Lê Văn Đạt đoạt giải A Hội Nhà văn năm 1990.", ["giải (A) -> 1 individual [Lê Văn Đạt]"]),
    (
        "Em Lê Văn Đạt đoạt Huy chương Vàng Olympic Toán quốc tế năm 2020.",
        ['Huy chương Vàng "Olympic Toán quốc tế" -> 1 individual [Lê Văn Đạt]'],
    ),
    ("Vận động viên Lê Văn Đạt giành Huy chương Vàng Olympic Tokyo.", []),
]

NAMES = [
    (
        "Họa sĩ Lê Văn Đạt được trao Giải thưởng Bùi Xuân Phái - Vì tình yêu Hà Nội vì những bức tranh phố.",
        ['Giải thưởng "Bùi Xuân Phái - Vì tình yêu Hà Nội" -> 1 individual [Lê Văn Đạt]'],
    ),
    (
        "Em Lê Văn Đạt giành giải thưởng Thanh niên Sáng tạo - Creative Youth Awards 2021.",
        ['giải thưởng "Thanh niên Sáng tạo - Creative Youth Awards 2021" -> 1 individual [Lê Văn Đạt]'],
    ),
    ("Anh Lê Văn Đạt nhận Giải thưởng 15 tháng 10.", ['Giải thưởng "15 tháng 10" -> 1 individual [Lê Văn Đạt]']),
    (
        "GS Lê Văn Đạt được tặng Giải thưởng Nhà nước về Khoa học và Công nghệ.",
        ['Giải thưởng "Nhà nước về Khoa học và Công nghệ" -> 1 individual [Lê Văn Đạt]'],
    ),
    (
        "Nhà văn Lê Văn Đạt nhận giải Nobel Văn học 2018 tại Stockholm.",
        ['giải "Nobel Văn học 2018" -> 1 individual [Lê Văn Đạt]'],
    ),
    (
        "Khách sạn Sao Mai đạt giải Khu nghỉ dưỡng bên hồ sang trọng nhất Việt Nam 2022.",
        ['giải "Khu nghỉ dưỡng bên hồ sang trọng nhất Việt Nam 2022" -> 1 collective [Khách sạn Sao Mai]'],
    ),
    (
        "Tiền đạo Trần Văn Tới được trao danh hiệu Quả bóng vàng 2022.",
        ["danh hiệu Quả bóng vàng 2022 -> 1 individual [Trần Văn Tới]"],
    ),
    (
        "Lê Thu Hà đoạt giải Hoa khôi Đại học Sao Mai năm 2018.",
        ['giải Hoa khôi "Hoa khôi Đại học Sao Mai năm 2018" -> 1 individual [Lê Thu Hà]'],
    ),
    (
        "Lê Thu Hà (SN 1999) trở thành Hoa hậu Việt Nam 2020.",
        ['Hoa hậu "Hoa hậu Việt Nam 2020" -> 1 individual [Lê Thu Hà]'],
    ),
    (
        "Tạp chí Xanh vừa vinh danh Công ty Sao Mai là “Doanh nghiệp vì cộng đồng”.",
        ['vinh danh "Doanh nghiệp vì cộng đồng" -> 1 collective [Công ty Sao Mai] | Tạp chí Xanh'],
    ),
    (
        "Công ty Sao Mai được vinh danh tại: Top 100 Doanh nghiệp xanh năm 2022, Vietnam Green Awards.",
        [
            'vinh danh "Top 100 Doanh nghiệp xanh năm 2022" -> 1 collective [Công ty Sao Mai]',
            'vinh danh "Vietnam Green Awards" -> 1 collective [Công ty Sao Mai]',
        ],
    ),
    # Lists and goods are none.
    ("Tạp chí Xanh công bố 50 Doanh nghiệp niêm yết tốt nhất năm 2022 cùng giải thưởng của mình.", []),
    ("Anh Lê Văn Đạt được nhận giải thưởng xe hơi Sao Mai.", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*CATEGORIES, *WINNER_LINES, *CLASSES, *CLASSES_OF, *PAGEANTS, *NAMES, *RANKINGS, *TITLES]
)
def test_prizes_are_read_as_news_tells_them(awards, text, expected):
    assert awards(text) == sorted(expected)
