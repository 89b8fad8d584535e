"""One press story that several outlets print."""

import pytest

from boctin.archive import stories
from boctin.archive.stories import runs_of
from tests.archive.helpers import article, count, indexed, write

pytest.importorskip("datasketch")

LEAD = (
    "Sáng nay, Ban Chỉ đạo huyện Châu Phú tổ chức hội nghị sơ kết phong trào thi đua, đánh giá những việc đã làm được "
    "trong năm và bàn cách làm của năm sau. Huyện có 128 mô hình."
)
BODY = (
    " Theo báo cáo, các xã đã vận động người dân hiến đất mở rộng đường liên ấp, lắp đèn chiếu sáng, trồng hoa hai bên "
    "lề và giữ vệ sinh nơi chợ búa. Nhiều hộ khá lên nhờ chuyển đất lúa kém hiệu quả sang rau màu, nuôi lươn không "
    "bùn, nuôi ếch trong vèo. Hội phụ nữ góp vốn xoay vòng, cho vay không lãi; đoàn thanh niên dạy bơi cho trẻ em vào "
    "dịp hè. Phát biểu tại hội nghị, lãnh đạo huyện đề nghị các ngành chọn việc khó mà làm trước, kiểm tra thường "
    "xuyên, khen thưởng kịp thời và không chạy theo số lượng."
)
OTHER = (
    "Chiều qua, đội bóng đá nữ của trường trung học thắng trận chung kết giải mùa thu sau loạt luân lưu mười một mét "
    "căng thẳng. Thủ môn cản phá hai quả liên tiếp trước hàng nghìn khán giả nhà, còn tiền đạo trẻ ghi bàn ở phút bù "
    "giờ cuối cùng, khiến cả sân vận động vỡ òa trong tiếng trống và tiếng kèn kéo dài đến tối muộn của ngày hội lớn "
    "nhất vùng đất này từ trước."
)


def linked(tmp_path, *told):
    """Told as (outlet, day, text); the stories as sets of outlets, and the table itself."""
    records = [article(f"{outlet} đưa tin\n\n{text}", day, outlet) for outlet, day, text in told]
    rows = indexed(write(tmp_path / "a.jsonl", *records))
    found = rows.execute("SELECT group_concat(outlet) FROM (SELECT * FROM articles ORDER BY outlet) GROUP BY story_id")
    return sorted(group for (group,) in found), rows


@pytest.mark.parametrize(
    ("second", "day"),
    [
        pytest.param(LEAD + BODY, "2023-12-07", id="word for word"),
        pytest.param("(Dân báo) - " + LEAD + BODY + " Ảnh: Văn Tám", "2023-12-08", id="with a dateline and a caption"),
        pytest.param(
            LEAD.replace("Sáng nay", "Ngày 7/12") + BODY.replace("hộ khá", "gia đình khá"),
            None,
            id="a few words changed",
        ),
        pytest.param((LEAD + BODY).upper(), "2023-12-07", id="in capitals"),
        pytest.param(LEAD + BODY[: int(len(BODY) * 0.8)], "2023-12-07", id="cut at the end"),
    ],
)
def test_one_story(tmp_path, second, day):
    assert linked(tmp_path, ("A", "2023-12-07", LEAD + BODY), ("B", day, second))[0] == ["A,B"]


@pytest.mark.parametrize(
    ("second", "day"),
    [
        pytest.param(OTHER, "2023-12-07", id="another matter"),
        pytest.param(LEAD + " " + OTHER, "2023-12-07", id="the same lead alone"),
        pytest.param(LEAD + BODY, "2024-12-07", id="the same words a year later"),
        pytest.param("Huyện họp.", "2023-12-07", id="a line"),
    ],
)
def test_two_stories(tmp_path, second, day):
    assert linked(tmp_path, ("A", "2023-12-07", LEAD + BODY), ("B", day, second))[0] == ["A", "B"]


def test_two_short_notices_are_not_one_story(tmp_path):
    assert linked(tmp_path, ("A", "2023-12-07", "Huyện họp."), ("B", "2023-12-07", "Huyện không họp."))[0] == ["A", "B"]


def test_the_first_printed_stands_for_the_story_and_counts_once(tmp_path):
    text = LEAD + BODY
    records = [
        article(f"{outlet} đưa tin\n\n{text}", day, outlet, model_counts=[count("128 mô hình", 128)])
        for outlet, day in (("A", "2023-12-09"), ("B", "2023-12-07"), ("C", None))
    ]
    rows = indexed(write(tmp_path / "a.jsonl", *records, article(OTHER, "2023-12-07", "D")))
    told = rows.execute("SELECT title, first_day, last_day, articles FROM stories ORDER BY articles DESC").fetchall()
    assert told[0] == ("B đưa tin", "2023-12-07", "2023-12-09", 3)
    assert len(told) == 2
    assert rows.execute("SELECT outlet, value FROM models_told").fetchall() == [("B", 128.0)]
    assert rows.execute("SELECT count(*) FROM model_counts").fetchone() == (3,)


def test_order_and_increments_change_nothing(tmp_path):
    told = [("A", "2023-12-07", LEAD + BODY), ("B", "2023-12-08", LEAD + BODY), ("C", "2023-12-07", OTHER)]
    first, _ = linked(tmp_path, *told[:1])
    assert first == ["A"]
    grown, rows = linked(tmp_path, *reversed(told))
    assert grown == ["A,B", "C"]
    sql = "SELECT * FROM stories ORDER BY id"
    (tmp_path / "new").mkdir()
    assert linked(tmp_path / "new", *told)[1].execute(sql).fetchall() == rows.execute(sql).fetchall()


def test_without_datasketch_every_article_is_its_own_story_until_it_is_there(tmp_path, monkeypatch):
    told = [("A", "2023-12-07", LEAD + BODY), ("B", "2023-12-08", LEAD + BODY)]
    with monkeypatch.context() as patch:
        for module in (stories, __import__("boctin.archive.index", fromlist=["can_link"])):
            patch.setattr(module, "can_link", lambda: False)
        assert linked(tmp_path, *told)[0] == ["A", "B"]
    assert linked(tmp_path, *told)[0] == ["A,B"]


def test_runs_do_not_see_diacritics_case_and_marks():
    assert runs_of(LEAD) == runs_of(LEAD.upper().replace(",", " -"))
    assert runs_of("") == runs_of("...")
