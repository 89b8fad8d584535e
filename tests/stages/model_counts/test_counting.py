"""What is counted: every text with all of its counts, and texts with none."""

import time

import pytest

from boctin.article import Article
from tests.stages.model_counts.reading import pipeline, read

COUNTED = [
    ("Toàn xã có 12 mô hình.", [("12 mô hình", 12, "exact")]),
    ("Toàn tỉnh hiện có hơn 1.350 mô hình đang hoạt động.", [("1.350 mô hình", 1350, "more_than")]),
    ("Các chi hội duy trì gần 45 mô hình nuôi ong.", [("45 mô hình", 45, "less_than")]),
    ("Hội đã xây dựng khoảng 70 mô hình.", [("70 mô hình", 70, "about")]),
    ("Huyện có tổng số 214 mô hình.", [("214 mô hình", 214, "total")]),
    ("Mỗi ấp xây dựng ít nhất 2 mô hình.", [("2 mô hình", 2, "at_least")]),
    ("Xã đạt chuẩn khi có từ 4 mô hình trở lên.", [("4 mô hình", 4, "at_least")]),
    ("Đến nay đã hình thành hàng trăm mô hình.", [("hàng trăm mô hình", None, "order_of_magnitude")]),
    ("Hội viên tham gia hàng chục mô hình tiết kiệm.", [("hàng chục mô hình", None, "order_of_magnitude")]),
    ("Phường ra mắt hai mô hình mới.", [("hai mô hình", 2, "exact")]),
    ("Mười lăm mô hình được tuyên dương.", [("Mười lăm mô hình", 15, "exact")]),
    ("Chi bộ đăng ký 05 mô hình.", [("05 mô hình", 5, "exact")]),
    ("Hội thi chọn ra 30 công trình, mô hình tiêu biểu.", [("30 công trình, mô hình", 30, "exact")]),
    ("Tuyên dương 18 mô hình, công trình của tuổi trẻ.", [("18 mô hình", 18, "exact")]),
    ("Toàn ngành có 610 sáng kiến và mô hình.", [("610 sáng kiến và mô hình", 610, "exact")]),
    ("Huyện giới thiệu ba loại mô hình chăn nuôi.", [("ba loại mô hình", 3, "exact")]),
    ("Có 14/16 mô hình đạt yêu cầu.", [("14/16 mô hình", 14, "exact")]),
    ("Xã triển khai 8 - 10 mô hình trồng dâu.", [("8 - 10 mô hình", None, "range")]),
    (
        "Xã có 9 mô hình, trong đó có 5 mô hình tập thể và 4 mô hình cá nhân.",
        [("9 mô hình", 9, "exact"), ("5 mô hình", 5, "exact"), ("4 mô hình", 4, "exact")],
    ),
    (
        "Hội có 80 mô hình kinh tế, tăng 15 mô hình so với đầu nhiệm kỳ.",
        [("80 mô hình", 80, "exact"), ("15 mô hình", 15, "increase")],
    ),
    (
        "Tin địa phương\n\n- Xã Tân Lập: 6 mô hình.\n\n- Xã Tân Hòa: 7 mô hình.",
        [("6 mô hình", 6, "exact"), ("7 mô hình", 7, "exact")],
    ),
    ("Chuỗi bán lẻ này vận hành 3 mô hình cửa hàng.", [("3 mô hình", 3, "exact")]),
    ("Trường thí điểm hai mô hình đào tạo nghề.", [("hai mô hình", 2, "exact")]),
    ("Mỗi chi đoàn đăng ký một mô hình.", [("một mô hình", 1, "exact")]),
    ("Xã mới chỉ có một mô hình trồng nấm.", [("một mô hình", 1, "exact")]),
    (
        "Xã xây dựng hai mô hình nuôi cá và một mô hình trồng rau.",
        [("hai mô hình", 2, "exact"), ("một mô hình", 1, "exact")],
    ),
    ("Đoàn trao tặng một mô hình tưới tiết kiệm nước.", [("một mô hình", 1, "exact")]),
    ("Ấp có 1 mô hình tự quản.", [("1 mô hình", 1, "exact")]),
    ("Huyện nâng tổng số lên 27 mô hình.", [("27 mô hình", 27, "total")]),
    ("Phụ nữ xã duy trì 3 mô hình xe buýt an toàn.", [("3 mô hình", 3, "exact")]),
    ("Xã có 4 mô hình nhà sàn du lịch.", [("4 mô hình", 4, "exact")]),
    ("Trường triển khai 5 mô hình ứng dụng trí tuệ nhân tạo.", [("5 mô hình", 5, "exact")]),
    ("Cả hai mô hình bán lẻ của công ty đều có lãi.", [("hai mô hình", 2, "exact")]),
    ("PHƯỜNG 3 RA MẮT 5 MÔ HÌNH TỰ QUẢN\n\nSáng nay, phường tổ chức lễ.", [("5 MÔ HÌNH", 5, "exact")]),
]  # fmt: skip

NOT_COUNTED = [
    "Nhiều mô hình đã phát huy hiệu quả.",
    "Các mô hình được nhân rộng ở nhiều xã.",
    "Một số mô hình hoạt động còn cầm chừng.",
    "Những mô hình này cần được nhân rộng.",
    "Đây là một mô hình hay.",
    "Trang trại của anh là một mô hình kinh tế đáng học tập.",
    "Xã đang tìm một mô hình phù hợp với đồng đất.",
    "Không có một mô hình nào giống nhau.",
    "Chưa có 1 mô hình nào được nghiệm thu.",
    "Một trong những mô hình tiêu biểu là trồng sen.",
    "Có 320 hộ tham gia mô hình.",
    "Huyện có 1.240 tập thể, cá nhân đăng ký mô hình.",
    "Anh đầu tư 200 triệu đồng cho mô hình nuôi lươn.",
    "Thứ hai là mô hình liên kết với doanh nghiệp.",
    "Năm 2022 mô hình được nhân rộng ra toàn xã.",
    "Sau 3 năm, mô hình đã cho trái ngọt.",
    "Cả 9 mô hình dự báo đều cho thấy bão sẽ mạnh lên.",
    "Nhóm nghiên cứu so sánh 5 mô hình toán học.",
    "Hai mô hình ngôn ngữ lớn vừa được công bố.",
    "Hãng vừa giới thiệu 3 mô hình AI mới.",
    "Khu vui chơi trưng bày 20 mô hình khủng long.",
    "Anh sưu tập 150 mô hình xe cổ.",
    "Cụ ông có 40 mô hình máy bay bằng gỗ.",
    "Bảo tàng có 6 mô hình tàu chiến thu nhỏ.",
    "Đường hoa có 12 mô hình linh vật rắn.",
    "Học sinh chế tạo 7 mô hình robot.",
    "Hãng xe thu hồi hai mô hình BMW đời cũ.",
    "Cuộc thi ghi nhận 25 mô hình thiết bị dạy học.",
    "Doanh nghiệp chuyển sang GPT-4 mô hình mới.",
    "Dịch Covid-19 mô hình làm việc từ xa phổ biến.",
    "Số 2. Mô hình tầm soát ung thư.",
    "Khởi công giai đoạn 2 mô hình nông trại.",
    "Khu 4 mô hình này nằm ven sông.",
    "Vận động viên tập luyện theo mô hình 3 giai đoạn.",
    "Nghệ nhân dựng 5 mô hình nhà sàn trên phố đi bộ.",
    "Phòng khách bày hai mô hình địa cầu.",
    "Ứng dụng chạy được với cả hai mô hình thoại và tin nhắn.",
    "Quyết định ban hành ngày 5/6 mô hình quản lý mới.",
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text[:60] for text, _ in COUNTED])
def test_counts(text, expected):
    assert [(c.text, c.value, c.qualifier) for c in read(text).model_counts] == expected


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_no_counts(text):
    assert read(text).model_counts == []


def test_a_table_without_full_stops_takes_linear_time():
    def seconds(rows):
        text = "".join(f"huyện Quỳ Hợp có {10 + row % 80} mô hình trồng cam {row}, " for row in range(rows))
        doc = pipeline().annotate(Article.parse(text))
        start = time.process_time()
        pipeline().get_pipe("boctin_model_counts")(doc)
        return time.process_time() - start

    seconds(50)
    assert seconds(1200) < 10 * seconds(300)


def test_a_range_has_bounds_and_no_value():
    (count,) = read("Mỗi năm huyện xây dựng từ 10 đến 15 mô hình.").model_counts
    assert (count.value, count.low, count.high, count.qualifier) == (None, 10, 15, "range")


def test_models_told_before_are_mentions_of_their_count():
    (count,) = read("Xã có 6 mô hình nuôi dê. Sáu mô hình này đều có lãi.").model_counts
    assert [m.text for m in count.mentions] == ["6 mô hình", "Sáu mô hình"]


def test_a_count_in_headline_and_body_is_one():
    text = "Yên Thủy có 64 mô hình dân vận\n\nĐến nay, toàn huyện đã xây dựng được 64 mô hình “Dân vận khéo”."
    (count,) = read(text).model_counts
    assert [m.text for m in count.mentions] == ["64 mô hình", "64 mô hình"]
    assert count.theme == "Dân vận khéo"


def test_equal_small_counts_of_two_kinds_are_two():
    text = "Xã có 3 mô hình nuôi cá.\n\nHội Phụ nữ duy trì 3 mô hình tiết kiệm."
    assert [c.theme for c in read(text).model_counts] == ["nuôi cá", "tiết kiệm"]
