"""What looks like a date and is none, with the reason that `boctin explain --at` gives."""

import pytest

from boctin.article import Article
from boctin.stages.dates import passed as reasons
from boctin.stages.dates.stage import Dates

STAGE = Dates()
PASSED_OVER = {
    "Có 2/3 số hộ thoát nghèo.": [("2/3", reasons.SHARE)],
    "Đội nhà thắng 2-1.": [("2-1", reasons.SHARE)],
    "Nghị quyết 18-NQ/TW được quán triệt.": [("18-NQ/TW", reasons.DOCUMENT)],
    "Quyết định số 35/2024 có hiệu lực.": [("35/2024", reasons.DOCUMENT)],
    "Nhà số 12/3 bị ngập.": [("12/3", reasons.PLACE)],
    "Nhà ở đường 30/4, khu phố 2.": [("30/4", reasons.PLACE)],
    "Đơn ghi ngày 31/2/2023.": [("ngày 31/2/2023", reasons.IMPOSSIBLE)],
    "Gọi 0912.345.678 để hỏi.": [("0912.345.678", reasons.NUMBER)],
    "Phục vụ 24/7 quanh năm.": [("24/7", reasons.CLOCK)],
    'Ca khúc "Từ hôm nay" ra mắt.': [("Từ hôm nay", reasons.UNDATED)],
    "Tặng 2022 cây cho xã.": [("2022", reasons.QUANTITY)],
    "Huyện có 1.240 mô hình.": [],
    "Ngày 7/12, huyện họp.": [],
}


@pytest.mark.parametrize(("line", "expected"), PASSED_OVER.items(), ids=PASSED_OVER)
def test_why_nothing_was_made_of_digits(line, expected):
    passed = []
    STAGE.facts(Article.parse(line, published="2023-12-07"), passed)
    assert [(line[p.start_char : p.end_char], p.reason) for p in passed] == expected
