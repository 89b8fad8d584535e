"""Winners of prizes in running text, whose names and givers are told in the manner of news."""

import pytest

import boctin
from tests.stages.awards.reading import UNUSED, shown


@pytest.fixture(scope="module")
def extract():
    """Text -> awards, by a pipeline of only what the stage needs."""
    nlp = boctin.load(disable=UNUSED)
    return lambda text: nlp.extract(text, published="2023-12-07").awards


WINNERS = [
    # The classes of one prize, each to its own winner.
    (
        "Kết thúc hội thi, ban tổ chức trao giải Nhất, Nhì, Ba cho đội Sao Mai, đội Trúc Xanh, đội Bến Đò.",
        [
            "giải (Nhất) -> 1 collective [đội Sao Mai] | ban tổ chức",
            "giải (Nhì) -> 1 collective [đội Trúc Xanh] | ban tổ chức",
            "giải (Ba) -> 1 collective [đội Bến Đò] | ban tổ chức",
        ],
    ),
    (
        'Em Lê An và em Trần Bình đoạt giải Nhất, Nhì cuộc thi "Tin học trẻ".',
        [
            'giải "Tin học trẻ" (Nhất) -> 1 individual [Lê An]',
            'giải "Tin học trẻ" (Nhì) -> 1 individual [Trần Bình]',
        ],
    ),
    # Whole names: joined by a dash, of a work, of a team; none is half a name.
    (
        'Giải "Biên kịch xuất sắc": Diệu Hương - Thu Thủy - Mạnh Cường phim Mưa trong làng.',
        ['Giải "Biên kịch xuất sắc" -> 3 individual [Diệu Hương, Thu Thủy, Mạnh Cường]'],
    ),
    (
        "Công trình duy nhất đoạt giải A là tác phẩm Hoàng Lan đất nước địa chí.",
        ["giải (A) -> 1 collective [Hoàng Lan đất nước địa chí]"],
    ),
    (
        "Cuối cùng, đội Hoa Ban giành giải Nhì, đội Trúc Xanh giành giải Ba.",
        ["giải (Nhì) -> 1 collective [đội Hoa Ban]", "giải (Ba) -> 1 collective [đội Trúc Xanh]"],
    ),
    # A work that opens a sentence, with its maker; but a son is no work.
    (
        "Mùa nước nổi của đạo diễn Lê Văn An giành giải Phim hay nhất.",
        ['giải "Phim hay nhất" -> 1 collective [Mùa nước nổi]'],
    ),
    (
        '"Bến lặng" của Lê Văn An đoạt giải Cánh diều vàng.',
        ['giải "Cánh diều vàng" -> 1 collective [Bến lặng]'],
    ),
    (
        'Con trai của nhà văn Lê Văn An đoạt giải Nhất cuộc thi "Nét quê".',
        ['giải "Nét quê" (Nhất) -> 1 individual [Lê Văn An]'],
    ),
    # A part that is played and a film that is played in win nothing.
    (
        "Lê Thị Lan là diễn viên. Cô giành giải Cánh diều vàng cho vai diễn Trần Thu Bình.",
        ['giải "Cánh diều vàng" -> 1 individual [Lê Thị Lan]'],
    ),
    (
        "Lê Thị Lan là diễn viên. Năm 2001, cô đóng bộ phim Bến Lặng và nhận được giải Cánh diều vàng.",
        ['giải "Cánh diều vàng" -> 1 individual [Lê Thị Lan]'],
    ),
    # A colon ends what sets the scene.
    (
        "Kết quả: Em Lê Văn An, học sinh trường THPT Lê Lợi, tỉnh Long An, giành giải Nhất.",
        ["giải (Nhất) -> 1 individual [Lê Văn An]"],
    ),
    # Who holds a contest is told once with its name, and gives its prizes; no prizes of another contest.
    (
        'Cuộc thi "Nét quê" do Hội Mỹ thuật tổ chức. Lê Văn An đoạt giải Nhất.',
        ['giải "Nét quê" (Nhất) -> 1 individual [Lê Văn An] | Hội Mỹ thuật'],
    ),
    (
        'Cuộc thi "Nét quê" do Hội Mỹ thuật tổ chức. Năm 2020, Lê Văn An đoạt giải Nhất cuộc thi "Sắc phố".',
        ['giải "Sắc phố" (Nhất) -> 1 individual [Lê Văn An]'],
    ),
    # Names that no entity covers, or a place's, in a row of people; no place behind one person.
    (
        'Danh hiệu "Giọng ca vàng" lần lượt thuộc về các ca sĩ như Lê Thu Lan, Trần Thu Bình, Đường Yên, Ngô Thị Dung.',
        ['Danh hiệu "Giọng ca vàng" -> 4 individual [Lê Thu Lan, Trần Thu Bình, Đường Yên, Ngô Thị Dung]'],
    ),
    (
        "Báo Bình Sơn được trao giải Nhất cho các tác giả Lê Văn Cường, Lệ Thủy, Nhất Phương.",
        ["giải (Nhất) -> 3 individual [Lê Văn Cường, Lệ Thủy, Nhất Phương]"],
    ),
    ("Lê Văn Cường, Lệ Thủy, đoạt giải Nhất.", ["giải (Nhất) -> 1 individual [Lê Văn Cường]"]),
    # Called by a prize, which is nobody else's; "NSND" only calls the winner.
    (
        "Trần Thị Mai cáo buộc ca sĩ giành giải Grammy Lê Thu Bình đã gửi tin nhắn.",
        ['giải "Grammy" -> 1 individual [Lê Thu Bình]'],
    ),
    (
        "Giải Tác giả xuất sắc thuộc về nhà văn Lê Lan, Đạo diễn xuất sắc là NSND Lê Hùng.",
        [
            'Giải "Tác giả xuất sắc" -> 1 individual [Lê Lan]',
            'Giải "Đạo diễn xuất sắc" -> 1 individual [Lê Hùng]',
        ],
    ),
    (
        'Hai diễn viên Lê Văn An, Trần Thu Bình giành giải "Nam diễn viên xuất sắc" và "Nữ diễn viên xuất sắc".',
        [
            'giải "Nam diễn viên xuất sắc" -> 1 individual [Lê Văn An]',
            'giải "Nữ diễn viên xuất sắc" -> 1 individual [Trần Thu Bình]',
        ],
    ),
    # Places in turn; the contest of whoever is crowned is that of those behind her.
    (
        'Đồng Nai, Tây Ninh và Long An lần lượt đoạt giải Nhất, Nhì, Ba hội thi "Tiếng hát công nhân".',
        [
            'giải "Tiếng hát công nhân" (Nhất) -> 1 collective [Đồng Nai]',
            'giải "Tiếng hát công nhân" (Nhì) -> 1 collective [Tây Ninh]',
            'giải "Tiếng hát công nhân" (Ba) -> 1 collective [Long An]',
        ],
    ),
    (
        "Lê Thu Lan đăng quang Hoa hậu Du lịch Việt Nam 2022. Ngôi vị Á hậu 1 thuộc về Trần Thu Bình.",
        [
            'Hoa hậu "Hoa hậu Du lịch Việt Nam 2022" -> 1 individual [Lê Thu Lan]',
            'Á hậu 1 "Hoa hậu Du lịch Việt Nam 2022" -> 1 individual [Trần Thu Bình]',
        ],
    ),
    # How many prizes there may be.
    ("Mỗi hạng mục gồm có một giải nhất, hai giải nhì và ba giải ba dành cho các tác giả.", []),
    ("Mỗi bảng thi có 1 giải nhất cho thí sinh.", []),
]


@pytest.mark.parametrize(("text", "awards"), WINNERS, ids=[text[:50] for text, _ in WINNERS])
def test_winners(extract, text, awards):
    assert [shown(a) for a in extract(text)] == awards


def test_a_sentence_without_end_is_read_in_pieces(extract):
    row = ", ".join(f'giải Nhất cuộc thi "Nét quê {n}" thuộc về Lê Văn An' for n in range(150))
    names = {award.name for award in extract(row)}
    # Only where the row is cut a name may be lost.
    assert len(names & {f"Nét quê {n}" for n in range(150)}) > 145
