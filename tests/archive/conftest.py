"""An archive that tells of two districts, for questions and exports."""

import pytest

from tests.archive.helpers import article, award, count, date, folder, official, place

FIRST = """Châu Phú có nhiều mô hình

Ngày 7/12, Chủ tịch UBND huyện Châu Phú Lê Văn Tám cho biết: huyện Châu Phú có 128 mô hình “Dân vận khéo”. Dịp này Chủ
tịch nước tặng Huân chương Lao động cho 2 tập thể của huyện."""
SECOND = """=Thoại Sơn thi đua

Ngày 9/3, huyện Thoại Sơn có 64 mô hình “Dân vận khéo”. Bà Trần Thị Đào, Bí thư Đảng ủy xã Vọng Đông, dự họp."""


def first():
    return article(
        FIRST, "2023-12-07", "Báo An Phong",
        dates=[date("7/12", "2023-12-07")],
        officials=[official("Lê Văn Tám", ("Chủ tịch", "UBND huyện Châu Phú"), level="district")],
        places=[place("huyện Châu Phú", "889", "Huyện Châu Phú")],
        model_counts=[count("128 mô hình", 128, theme="Dân vận khéo", place="huyện Châu Phú")],
        awards=[
            award("Huân chương Lao động", "Huân chương Lao động", "huan_chuong_lao_dong", conferred_by="Chủ tịch nước",
                  to=[{"count": 2, "kind": "collective", "text": "2 tập thể"}])
        ],
    )  # fmt: skip


def second():
    return article(
        SECOND, "2024-03-09", None,
        officials=[official("Trần Thị Đào", ("Bí thư", "Đảng ủy xã Vọng Đông"), level="commune")],
        places=[place("huyện Thoại Sơn", "894", "Huyện Thoại Sơn"), place("xã Vọng Đông", None, level="commune")],
        model_counts=[count("64 mô hình", 64, theme="Dân vận khéo", place="huyện Thoại Sơn")],
    )  # fmt: skip


@pytest.fixture
def out(tmp_path):
    return folder(tmp_path / "kho", [first()], [second()])
