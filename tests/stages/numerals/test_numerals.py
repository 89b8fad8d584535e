"""Numbers in the text: what is found, its value or bounds, and what is said about it."""

import pytest

from boctin.doc import Numeral
from boctin.reading import reading_of
from boctin.stages.numerals.stage import Numerals

STAGE = Numerals()


def shown(text: str, numeral: Numeral) -> tuple[object, ...]:
    """A numeral as tests write it: (words, value) when exact, else (words, value or bounds, qualifier)."""
    words = text[numeral.start_char : numeral.end_char]
    if numeral.qualifier == "exact":
        return words, numeral.value
    bounds = numeral.value if numeral.value is not None else (numeral.low, numeral.high)
    return words, bounds, numeral.qualifier


FOUND = [
    ("Toàn huyện có 1.240 mô hình", [("1.240", 1240)]),
    ("vốn 1,2 triệu đồng", [("1,2 triệu", 1200000)]),
    ("trồng 3 nghìn cây", [("3 nghìn", 3000)]),
    ("xã có 01 mô hình", [("01", 1)]),
    ("½ diện tích", [("½", 0.5)]),
    ("hai mươi mốt hộ", [("hai mươi mốt", 21)]),
    ("một trăm linh năm người", [("một trăm linh năm", 105)]),
    ("một trăm lẻ bốn gia đình", [("một trăm lẻ bốn", 104)]),
    ("năm mô hình", [("năm", 5)]),
    ("mười lăm tổ hợp tác", [("mười lăm", 15)]),
    ("năm trăm cây tràm", [("năm trăm", 500)]),
    ("ba chục hộ", [("ba chục", 30)]),
    ("HAI MƯƠI BA xã", [("HAI MƯƠI BA", 23)]),
    ("1 triệu 200 nghìn đồng", [("1 triệu 200 nghìn", 1200000)]),
    ("2 tỷ rưỡi", [("2 tỷ rưỡi", 2500000000)]),
    ("3 nghìn tỷ đồng", [("3 nghìn tỷ", 3000000000000)]),
    ("hơn 500 mô hình", [("500", 500, "more_than")]),
    ("Trên 30 hộ", [("30", 30, "more_than")]),
    ("gần 1.000 người", [("1.000", 1000, "less_than")]),
    ("khoảng 20 tổ", [("20", 20, "about")]),
    ("ít nhất 5 mô hình", [("5", 5, "at_least")]),
    ("từ 50 hộ trở lên", [("50", 50)]),
    ("diện tích 50 trở lên", [("50", 50, "at_least")]),
    ("tổng số 12 xã", [("12", 12, "total")]),
    ("tăng 276 mô hình", [("276", 276, "increase")]),
    ("tăng hơn 20 mô hình", [("20", 20, "increase")]),
    ("từ 10 đến 15 mô hình", [("10 đến 15", (10, 15), "range")]),
    ("từ 2 đến 3 triệu đồng", [("2 đến 3 triệu", (2000000, 3000000), "range")]),
    ("2-3 hộ", [("2-3", (2, 3), "range")]),
    ("hai, ba mô hình", [("hai, ba", (2, 3), "range")]),
    ("hàng chục mô hình", [("hàng chục", (10, 99), "order_of_magnitude")]),
    ("hàng trăm nghìn lượt", [("hàng trăm nghìn", (100000, 999999), "order_of_magnitude")]),
    ("vài chục hộ", [("vài chục", (20, 90), "order_of_magnitude")]),
    ("hơn chục mô hình", [("chục", 10, "more_than")]),
    ("mỗi xã 2 mô hình", [("2", 2)]),
    ("Hai mô hình mới", [("Hai", 2)]),
    ("10, 12 và 15 hộ", [("10", 10), ("12", 12), ("15", 15)]),
    ("mười năm sau", [("mười", 10)]),
    ("hai mươi năm qua", [("hai mươi", 20)]),
    ("rộng 12ha", [("12", 12)]),
    ("giá 100K", [("100K", 100000)]),
    ("một phẩy năm lần", [("một phẩy năm", 1.5)]),
    ("1,240,000 đồng", [("1,240,000", 1240000)]),
    ("0,5 điểm", [("0,5", 0.5)]),
]
NOTHING = [
    "Nghị quyết số 18-NQ/TW", "ngày 7/12", "lúc 12h30", "xe K12", "mạng 5G", "đường 30/4", "điện thoại 0912345678",
    "đường Hai Bà Trưng", "thứ ba tới", "tháng mười hai", "một số mô hình", "quận Ba Đình", "năm nay",
    "5/9 tiêu chí kia",
    "không ai", "vài mô hình", "Năm Căn", "ba mẹ em", "lúc 12:30", "1.2.3.4",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_numbers_are_found_with_their_value(text, expected):
    assert [shown(text, n) for n in STAGE.find(reading_of(text))] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_number(text):
    assert [shown(text, n) for n in STAGE.find(reading_of(text))] == []


def test_a_qualifier_begins_before_the_number():
    text = "có từ 10 đến 15 hộ, gần 30 tổ"
    assert [text[n.outer_start : n.end_char] for n in STAGE.find(text)] == ["từ 10 đến 15", "gần 30"]
