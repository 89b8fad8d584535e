"""Models called by their name: every text with all of its names, and texts with none."""

import pytest

from tests.stages.model_counts.reading import read

NAMED = [
    ("Xã triển khai mô hình “Hướng về cơ sở”.", ["Hướng về cơ sở"]),
    ('Công an xã ra mắt mô hình "Cổng làng bình yên".', ["Cổng làng bình yên"]),
    (
        "Hội duy trì mô hình “Thùng gạo nghĩa tình”, “Heo đất” và “Bếp ấm”.",
        ["Thùng gạo nghĩa tình", "Heo đất", "Bếp ấm"],
    ),
    ("Tiêu biểu có các mô hình như: “Hàng rào xanh”, “Cây bóng mát”.", ["Hàng rào xanh", "Cây bóng mát"]),
    ("Phụ nữ xã hưởng ứng mô hình 5 không, 3 sạch.", ["5 không, 3 sạch"]),
    ("Nông dân áp dụng mô hình 1 phải 5 giảm.", ["1 phải 5 giảm"]),
    ("Ấp có 3 mô hình “Tuyến đường hoa”.", ["Tuyến đường hoa"]),
    ("Xã có mô hình mang tên “Ngày không viết”.", ["Ngày không viết"]),
]

UNNAMED = [
    "Huyện có 90 mô hình “Dân vận khéo”.",
    "Phong trào thi đua “Chung sức” được hưởng ứng.",
    "Anh nói mô hình “hot” này đã hết thời.",
    "Mô hình trồng bưởi cho thu nhập khá.",
    "Các em chơi mô hình “Chiến hạm” thu nhỏ.",
    "Giải Nhất thuộc về mô hình xe “Tia Chớp” bằng gỗ.",
]


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[text[:50] for text, _ in NAMED])
def test_names(text, names):
    assert [m.name for m in read(text).named_models] == names


@pytest.mark.parametrize("text", UNNAMED)
def test_no_names(text):
    assert read(text).named_models == []


def test_a_name_told_again_is_a_mention():
    (model,) = read("Xã có mô hình “Bếp ấm”. Nhờ mô hình “Bếp ấm”, nhiều hộ đỡ khó.").named_models
    assert [m.text for m in model.mentions] == ["Bếp ấm", "Bếp ấm"]


def test_a_named_model_has_the_movement_and_the_place_of_its_sentence():
    text = "Phong trào “Dân vận khéo” lan rộng\n\nHuyện Quỳ Hợp triển khai mô hình “Bếp ấm”."
    (model,) = read(text).named_models
    assert (model.theme, model.place) == ("Dân vận khéo", "Huyện Quỳ Hợp")
    assert {(e.slot, e.text) for e in model.evidence} == {
        ("name", "Bếp ấm"), ("theme", "Dân vận khéo"), ("place", "Huyện Quỳ Hợp"),
    }  # fmt: skip
