"""The slots of counts: theme, place, period, fields, what is counted, status, and parts of a total."""

import pytest

from tests.stages.model_counts.reading import read

THEMES = [
    ("Xã có 12 mô hình “Dân vận khéo”.", ["Dân vận khéo"]),
    ("Xã có 12 mô hình nông nghiệp công nghệ cao.", ["nông nghiệp công nghệ cao"]),
    ("Xã xây dựng 4 mô hình về phòng, chống đuối nước.", ["phòng, chống đuối nước"]),
    ("Huyện có 15 mô hình trồng cam, bưởi theo tiêu chuẩn VietGAP.", ["trồng cam, bưởi theo tiêu chuẩn VietGAP"]),
    ("Huyện có 15 mô hình trồng cam, thu hút 200 lao động.", ["trồng cam"]),
    ("Hội duy trì 20 mô hình tiết kiệm tại các chi hội.", ["tiết kiệm"]),
    ("Ngành y tế thí điểm 3 mô hình chăm sóc trẻ em tại nhà.", ["chăm sóc trẻ em tại nhà"]),
    ("Hội có 30 mô hình kinh tế tiêu biểu.", ["kinh tế"]),
    ("Hội có 30 mô hình điểm về bình đẳng giới.", ["bình đẳng giới"]),
    ("Hội có 30 mô hình được công nhận.", [None]),
    ("Tỉnh có 30 mô hình hiệu quả.", [None]),
    ("Xã đăng ký 5 mô hình giữ rừng do đoàn viên làm chủ.", ["giữ rừng"]),
    ("Có 8 mô hình nuôi cá lồng và 6 mô hình nuôi ốc.", ["nuôi cá lồng", "nuôi ốc"]),
    ("Hội duy trì 9 mô hình “Ngôi nhà xanh”, 5 mô hình “Đổi rác lấy quà”.", ["Ngôi nhà xanh", "Đổi rác lấy quà"]),
    (
        "Huyện có 50 mô hình “Dân vận khéo”, trong đó 30 mô hình tập thể, 20 mô hình cá nhân.",
        ["Dân vận khéo", "Dân vận khéo", "Dân vận khéo"],
    ),
    ("Thực hiện cuộc vận động “Vì môi trường xanh”, toàn xã có 7 mô hình.", ["Vì môi trường xanh"]),
    (
        "Kỳ Sơn đẩy mạnh phong trào “Dân vận khéo”\n\nĐến nay, toàn huyện đã xây dựng 90 mô hình.",
        ["Dân vận khéo"],
    ),
    ("Hội có 6 mô hình điểm ở các chùa, 2 mô hình điểm ở nhà thờ về bảo vệ môi trường.", ["bảo vệ môi trường"] * 2),
    ("Huyện có 11 mô hình làng nghề gắn với du lịch.", ["làng nghề gắn với du lịch"]),
    ("Hội hỗ trợ 4 mô hình nhà ở xã hội.", ["nhà ở xã hội"]),
    ("- Mô hình “Bữa sáng cho em”: 4 mô hình.", ["Bữa sáng cho em"]),
    ("Trường có 2 mô hình du học 1+2 và 2+1.", ["du học"]),
    ("Xã có 3 mô hình chưa hiệu quả.", [None]),
    ("Hội nghị giới thiệu 3 mô hình thành công nhất.", [None]),
    ("Tỉnh có 11 mô hình nuôi tôm với tổng diện tích 50ha.", ["nuôi tôm"]),
    # praise after the kind, and what only looks like it
    ("Xã có 3 mô hình kinh doanh mới, sáng tạo.", ["kinh doanh"]),
    ("Xã có 3 mô hình xây dựng nông thôn mới.", ["xây dựng nông thôn mới"]),
    ("Tỉnh có 4 mô hình khởi nghiệp đổi mới sáng tạo.", ["khởi nghiệp đổi mới sáng tạo"]),
    ("Hai mô hình đột phá của năm là hợp tác xã số và chợ số.", [None]),
    ("Xã có 3 mô hình hiệu quả hơn.", [None]),
    ("Hội củng cố 5 mô hình hoạt động kém hiệu quả.", [None]),
    ("Hội củng cố 5 mô hình hoạt động trung bình.", [None]),
    ("Hội nâng số mô hình toàn huyện lên 64 mô hình.", [None]),
    ("Xã có 5 mô hình bảo đảm trật tự, an toàn xã hội.", ["bảo đảm trật tự, an toàn xã hội"]),
    # examples are no kind
    ("Huyện có 7 mô hình hiệu quả như nuôi dế, trồng nấm.", [None]),
    # a verb that begins a kind
    ("Hội xây dựng 6 mô hình phát triển kinh tế vườn.", ["phát triển kinh tế vườn"]),
    ("Hội xây dựng 6 mô hình phát triển.", [None]),
    ("Hội xây dựng 6 mô hình giảm nghèo bền vững.", ["giảm nghèo bền vững"]),
    ("Hội có 6 mô hình điểm về thực hiện nếp sống văn minh.", ["thực hiện nếp sống văn minh"]),
    ("Hội có 6 mô hình phổ biến, giáo dục pháp luật.", ["phổ biến, giáo dục pháp luật"]),
    # syllables that end a kind elsewhere
    ("Hội ra mắt 8 mô hình địa chỉ tin cậy tại cộng đồng.", ["địa chỉ tin cậy tại cộng đồng"]),
    ("Hội ra mắt 8 mô hình trợ giúp người khuyết tật.", ["trợ giúp người khuyết tật"]),
    ("Xã có 5 mô hình sản xuất nông nghiệp tập trung.", ["sản xuất nông nghiệp tập trung"]),
    ("Thành phố có 2 mô hình kinh doanh liên quan đến thú cưng.", ["kinh doanh liên quan đến thú cưng"]),
    # after a comma: a part of the kind, or another clause
    ("Tỉnh có 9 mô hình phòng, chống dịch Covid-19 hiệu quả.", ["phòng, chống dịch Covid-19"]),
    ("Hội duy trì 9 mô hình tiết kiệm, giúp 120 hội viên thoát nghèo.", ["tiết kiệm"]),
    ("Hội có 9 mô hình về tương trợ, giúp đỡ nhau làm kinh tế.", ["tương trợ, giúp đỡ nhau làm kinh tế"]),
    ("Xã có 9 mô hình trồng chè, từng bước nâng thu nhập.", ["trồng chè"]),
    ("Xã có 9 mô hình trồng chè, Hội Nông dân đứng ra bao tiêu.", ["trồng chè"]),
    ("Luật cho phép 4 mô hình đại lý bán lẻ, tổng đại lý.", ["đại lý bán lẻ, tổng đại lý"]),
    # gắn với: a kind, or things singled out
    ("Xã xây dựng 2 mô hình du lịch gắn với các lễ hội của người Dao.", ["du lịch"]),
    ("Nhà máy tổ chức tiêu thụ nông sản theo hai mô hình.", ["tiêu thụ nông sản"]),
    ("Công ty đi theo hai mô hình.", [None]),
]  # fmt: skip

PLACES = [
    ("Huyện Quỳ Hợp đã xây dựng 40 mô hình.", ["Huyện Quỳ Hợp"]),
    ("Đến nay, tại huyện Quỳ Hợp có 40 mô hình.", ["huyện Quỳ Hợp"]),
    ("Hội đã hỗ trợ 40 mô hình trên địa bàn huyện Quỳ Hợp.", ["huyện Quỳ Hợp"]),
    ("UBND huyện Quỳ Hợp (tỉnh Nghệ An) cho biết, toàn huyện có 40 mô hình.", ["huyện Quỳ Hợp"]),
    ("Huyện Quỳ Hợp, tỉnh Nghệ An đã xây dựng 40 mô hình.", ["Huyện Quỳ Hợp"]),
    ("Chuyện ở huyện Quỳ Hợp\n\nNăm qua, toàn huyện đăng ký 40 mô hình.", ["huyện Quỳ Hợp"]),
    ("Chuyện ở huyện Quỳ Hợp\n\nHội vừa khảo sát, mỗi xã có 4 mô hình.", [None]),
    ("Một số xã làm tốt là Nậm Cắn (14 mô hình), Mường Lống (9 mô hình).", ["Nậm Cắn", "Mường Lống"]),
    ("Tại huyện Quỳ Hợp có 7 mô hình, huyện Quỳ Châu có 2 mô hình.", ["huyện Quỳ Hợp", "huyện Quỳ Châu"]),
    ("Tin địa phương\n\n- Châu Lộc: 6 mô hình.\n\n- Châu Thái: 7 mô hình.", ["Châu Lộc", "Châu Thái"]),
    ("Cả nước hiện có 500 mô hình.", [None]),
    ("Như tại Quỳ Châu, Hội Nông dân tỉnh Nghệ An hỗ trợ 4 mô hình.", ["Quỳ Châu"]),
    ("Huyện Quỳ Hợp xây dựng 4 mô hình nuôi dê, 5 mô hình nuôi ong.", ["Huyện Quỳ Hợp"] * 2),
    ("Ở Singapore hiện có 12 mô hình trường học xanh.", [None]),
    ("Huyện ủy Hậu Sơn họp\n\nBí thư Huyện ủy Hậu Sơn Trần Văn Bảy cho biết, toàn huyện có 64 mô hình.", ["Hậu Sơn"]),
    ("Huyện Quỳ Hợp làm đúng quy định của tỉnh Nghệ An; theo đề án của tỉnh; mỗi xóm có từ 3 mô hình.", [None]),
    ("Tỉnh thí điểm 2 mô hình tại huyện Quỳ Hợp và huyện Quỳ Châu.", [None]),
    ("Chuyện ở xã Châu Lộc\n\nTheo Liên minh Hợp tác xã, toàn tỉnh có 62 mô hình.", [None]),
    ("Chuyện ở huyện Quỳ Hợp\n\nChính phủ sẽ triển khai 30 mô hình cảng cạn.", [None]),
    ("Tin vắn\n\n* Hội Nông dân huyện Quỳ Hợp họp. Nhiệm kỳ qua, các cấp hội có 23 mô hình.", ["huyện Quỳ Hợp"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "themes"), THEMES, ids=[text[:60] for text, _ in THEMES])
def test_themes(text, themes):
    assert [c.theme for c in read(text).model_counts] == themes


@pytest.mark.parametrize(("text", "places"), PLACES, ids=[text[:60] for text, _ in PLACES])
def test_places(text, places):
    assert [c.place for c in read(text).model_counts] == places


YEAR = ("2023-01-01", "2023-12-31")
PERIODS = [
    ("Năm 2023, xã xây dựng 5 mô hình.", [("Năm 2023", *YEAR)], [YEAR]),
    ("Xã đăng ký 5 mô hình trong năm 2023.", [("năm 2023", *YEAR)], [YEAR]),
    ("Tính đến ngày 30/6, xã có 5 mô hình.", [("ngày 30/6", "2023-06-30", "2023-06-30")], [(None, "2023-06-30")]),
    ("Xã có 25 mô hình, tăng 5 mô hình so với năm 2023.", [("năm 2023", *YEAR)], [(None, None)] * 2),
    ("Sáng 7/12, hội nghị cho biết xã có 5 mô hình.", [("Sáng 7/12", "2023-12-07", "2023-12-07")], [(None, None)]),
    ("Ngày 7/12, xã ra mắt 2 mô hình.", [("Ngày 7/12", "2023-12-07", "2023-12-07")], [("2023-12-07", "2023-12-07")]),
    ("Năm 2023, xã có 25 mô hình, trong đó có 5 mô hình tập thể.", [("Năm 2023", *YEAR)], [YEAR] * 2),
    ("Giai đoạn 2021-2023, xã họp 5 kỳ. Các chi hội xây dựng 25 mô hình.",
     [("Giai đoạn 2021-2023", "2021-01-01", "2023-12-31")], [("2021-01-01", "2023-12-31")]),
    ("Giai đoạn 2021-2023, xã họp 5 kỳ. Hiện xã có 25 mô hình.",
     [("Giai đoạn 2021-2023", "2021-01-01", "2023-12-31")], [(None, None)]),
    ("Đến năm 2025 có 25 mô hình; năm 2023 họp 5 kỳ.",
     [("Đến năm 2025", None, "2025-12-31"), ("năm 2023", *YEAR)], [(None, "2025-12-31")]),
    ("Xã có 25 mô hình. Năm 2023, mưa nhiều.", [("Năm 2023", *YEAR)], [(None, None)]),
    ("Từ năm 2021 đến tháng 6/2023, xã mở 9 lớp. Các chi hội xây dựng 25 mô hình.",
     [("Từ năm 2021 đến tháng 6/2023", "2021-01-01", "2023-06-30")], [("2021-01-01", "2023-06-30")]),
    ("Xã đề ra mục tiêu đến năm 2025 đạt chuẩn.\n\nHộ nghèo còn dưới 2%. Xây dựng 25 mô hình.",
     [("đến năm 2025", None, "2025-12-31")], [(None, "2025-12-31")]),
    ("Xã được công nhận đến năm 2025.\n\nXây dựng 25 mô hình là việc khó.",
     [("đến năm 2025", None, "2025-12-31")], [(None, None)]),
    ("Xã ban hành kế hoạch trong năm 2023. Trong đó có 25 mô hình.", [("năm 2023", *YEAR)], [(None, None)]),
    ("Năm 2023, xã mở 9 lớp. Trong đó có 25 mô hình.", [("Năm 2023", *YEAR)], [YEAR]),
    ("Đề án đến năm 2025, tầm nhìn đến năm 2030 chọn 25 mô hình.",
     [("đến năm 2025", None, "2025-12-31"), ("đến năm 2030", None, "2030-12-31")], [(None, None)]),
    ("Tại Đại hội Hội Nông dân xã lần thứ X, nhiệm kỳ 2023 - 2028, có 25 mô hình được biểu dương.",
     [("nhiệm kỳ 2023 - 2028", "2023-01-01", "2028-12-31")], [(None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dates", "periods"), PERIODS, ids=[text[:60] for text, _, _ in PERIODS])
def test_periods(text, dates, periods):
    def iso(day):
        return day.isoformat() if day else None

    assert [(iso(c.date_from), iso(c.date_to)) for c in read(text, *dates).model_counts] == periods


STATUS = [
    ("Các xã đăng ký 9 mô hình.", ["đăng ký"]),
    ("Hội duy trì 9 mô hình.", ["duy trì"]),
    ("Xã đã xây dựng được 9 mô hình.", ["xây dựng"]),
    ("Có 9 mô hình được công nhận cấp huyện.", ["công nhận"]),
    ("Huyện nhân rộng 9 mô hình.", ["nhân rộng"]),
    ("Huyện có 9 mô hình tập thể đăng ký.", ["đăng ký"]),
    ("Sở Xây dựng có 9 mô hình.", [None]),
    ("Huyện có 9 mô hình.", [None]),
]


@pytest.mark.parametrize(("text", "status"), STATUS, ids=[text for text, _ in STATUS])
def test_status(text, status):
    assert [c.status for c in read(text).model_counts] == status


FIELDS = [
    (
        "Huyện có 90 mô hình trên các lĩnh vực kinh tế, văn hóa - xã hội và quốc phòng - an ninh.",
        [["kinh tế", "văn hóa - xã hội", "quốc phòng - an ninh"]],
    ),
    ("Trong đó, lĩnh vực kinh tế có 40 mô hình, lĩnh vực văn hóa có 50 mô hình.", [["kinh tế"], ["văn hóa"]]),
    (
        "Huyện có 90 mô hình; trong đó, lĩnh vực kinh tế 40 mô hình, xây dựng hệ thống chính trị 50 mô hình.",
        [[], ["kinh tế"], ["xây dựng hệ thống chính trị"]],
    ),
    ("Huyện có 90 mô hình ở 12 xã.", [[]]),
]


@pytest.mark.parametrize(("text", "fields"), FIELDS, ids=[text[:50] for text, _ in FIELDS])
def test_fields(text, fields):
    assert [c.fields for c in read(text).model_counts] == fields


MADE_OF = [
    ("Huyện có 90 mô hình tập thể, cá nhân đăng ký.", [["tập thể", "cá nhân"]]),
    ("Huyện có 60 mô hình tập thể và 30 mô hình cá nhân.", [["tập thể"], ["cá nhân"]]),
    ("Huyện có 90 mô hình tổ chức sản xuất.", [[]]),
]


@pytest.mark.parametrize(("text", "counted"), MADE_OF, ids=[text[:50] for text, _ in MADE_OF])
def test_what_the_models_are_of(text, counted):
    assert [c.counted for c in read(text).model_counts] == counted


PARTS = [
    ("Huyện có 90 mô hình, trong đó có 60 mô hình tập thể, 30 mô hình cá nhân.", [None, "m1", "m1"]),
    ("Huyện có 90 mô hình, tăng 12 mô hình so với năm trước.", [None, "m1"]),
    ("Huyện có 90 mô hình. Trong đó có 60 mô hình tập thể.", [None, "m1"]),
    ("Huyện có 90 mô hình nuôi cá, 95 mô hình nuôi tôm.", [None, None]),
    ("Huyện có 90 mô hình. Trong 90 mô hình nói trên có 5 mô hình thu nhập cao.", [None, "m1"]),
    ("Huyện có 90 mô hình. Xã Tân An có 5 mô hình.", [None, None]),
]


@pytest.mark.parametrize(("text", "totals"), PARTS, ids=[text[:60] for text, _ in PARTS])
def test_parts_of_a_total(text, totals):
    assert [c.part_of for c in read(text).model_counts] == totals


def test_the_words_of_a_status_after_the_models_are_the_verb_alone():
    (count,) = read("Huyện có 90 mô hình tập thể, cá nhân đăng ký.").model_counts
    assert [e.text for e in count.evidence if e.slot == "status"] == ["đăng ký"]


def test_every_slot_has_its_words():
    text = (
        "Giai đoạn 2021-2023, huyện Quỳ Hợp có tổng số 90 mô hình “Dân vận khéo” trên lĩnh vực kinh tế được công nhận."
    )
    (count,) = read(text, ("Giai đoạn 2021-2023", "2021-01-01", "2023-12-31")).model_counts
    assert {(e.slot, e.text) for e in count.evidence} == {
        ("value", "90 mô hình"), ("qualifier", "tổng số"), ("theme", "Dân vận khéo"), ("place", "huyện Quỳ Hợp"),
        ("fields", "kinh tế"), ("status", "công nhận"), ("period", "Giai đoạn 2021-2023"),
    }  # fmt: skip
    assert all(text[e.start_char : e.end_char] == e.text for e in count.evidence)
