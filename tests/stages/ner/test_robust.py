"""Names in all the ways that people print them: capitals, no capitals, of minorities, of religion, abroad, one word.

A line has its names marked `<PER name>`; what is found must be these and no other.
"""

import pytest
import regex

import boctin
from boctin.loading import STAGES

MARK = regex.compile(r"<(PER|ORG|LOC) ([^<>]+)>")
LINES = """
Chị <PER H'Len Niê> hát ở <LOC Buôn Hồ>.
Theo chị <PER H'Len Niê>, vải này dệt trong ba tháng.
<PER Y Thông> cho biết nhà rông đã xuống cấp.
Theo <PER Giàng A Páo>, cả bản có 60 hộ.
<PER Ksor H'Bơ Khăp> nói cử tri rất bức xúc.
Bà <PER Ksor H'Bơ Khăp>, đại biểu <ORG Quốc hội> khóa XIV, phát biểu.
Ông <PER Ksor Nham> bàn giao giống lúa cho <LOC buôn Tơng Jú>.
Chị <PER H'Bia Êban> mở quán cà phê ở <LOC Buôn Ma Thuột>.
Già làng <PER Đinh Phơn> và bà <PER Đinh Thị Blốt> giữ nghề đan gùi.
Anh <PER Rmah Thuin> trồng cà phê ở <LOC xã Ia Dêr>.
Trung úy <PER Lầu Bá Chò> hy sinh khi làm nhiệm vụ.
Bà <PER Neàng Sóc Kha> dệt thổ cẩm ở <LOC xã Văn Giáo>.
Thượng tọa <PER Thích Thiện Đức>, trụ trì <LOC chùa Phước Lâm>, trao 200 suất quà.
Thượng tọa <PER Thích Quảng Tín> dâng hương.
Ni trưởng <PER Thích Nữ Như Hạnh> chứng minh buổi lễ.
Hòa thượng <PER Thạch Sok Xane> giảng pháp tại <LOC chùa Âng>.
Đại đức <PER Tâm Pháp> trồng rừng.
Tổng Giám mục <PER Giuse Nguyễn Năng> gửi thư mục vụ.
Tổng thống <LOC Pháp> <PER Luc Moreau> điện đàm với Thủ tướng <LOC Ấn Độ> <PER Ravi Chaudhary>.
Huấn luyện viên <PER Roberto Sandoval> loại tiền đạo <PER Mbaye Cissé> khỏi danh sách.
Ông <PER Whitaker> khẳng định <LOC Washington> không nhượng bộ.
Cựu Bộ trưởng Quốc phòng <LOC Nga> <PER Sergei Morozov> bị bắt.
Chủ tịch <LOC Trung Quốc> <PER Lưu Chí Viễn> thăm <LOC Lào>.
Tay vợt <PER Petra Novakova> thua ở bán kết.
Sau đó ông <PER Bảy> đem rùa ra <LOC rạch Cái Tắc> thả.
Bà <PER Sáu> nói không ai báo trước.
Theo bà <PER Hường>, tiền đền bù quá thấp.
Anh <PER Tuấn> và chị <PER Lan> cưới năm 2019.
Ông <PER K.> bị phạt 7,5 triệu đồng.
"Tôi chưa nhận được đồng nào", ông <PER Út> nói.
CHỊ <PER H'LEN NIÊ> DIỄN Ở <LOC PARIS>
THƯỢNG TỌA <PER THÍCH MINH TRÍ> VIÊN TỊCH
ÔNG <PER TÁM> NUÔI HEO RỪNG THU TIỀN TỶ
<ORG CÔNG AN TP.HCM> KHỞI TỐ 12 BỊ CAN
<LOC HÀ NỘI>: CHÁY CHUNG CƯ MINI Ở <LOC QUẬN THANH XUÂN>
TỔNG THỐNG <LOC MỸ> <PER TOM WHITAKER> THĂM <LOC VIỆT NAM>
bí thư <ORG tỉnh ủy hà giang> <PER lê hồng phúc> dự đại hội
ông <PER trần văn nam>, giám đốc <ORG sở y tế nghệ an>, trả lời báo chí
bà <PER h'len niê> bán hàng ở <LOC đắk lắk>
Bí thư Chi bộ và trưởng thôn cùng đi với đoàn.
Thượng tọa trụ trì chùa trao quà cho bà con.
Ông bà nội của cháu sống nhờ nghề đan lát.
CÔNG BỐ KẾT QUẢ KỲ THI TUYỂN SINH LỚP 10
hôm nay trời mưa to nên chợ vắng khách
Ông <PER Hồ Pả Dương>, người Vân Kiều, được tặng bằng khen.
Giáo hoàng <PER Leo XIV> kêu gọi hòa bình.
ANH <PER GIÀNG A PÁO> ĐOẠT GIẢI NHẤT CUỘC THI CÀY RUỘNG
<PER KSOR H'BƠ KHĂP> CHẤT VẤN BỘ TRƯỞNG VỀ ĐẤT RỪNG
CHỦ TỊCH <ORG UBND TP CẦN THƠ> <PER TRẦN VIỆT THỐNG>: "KHÔNG ĐỂ DÂN THIẾU NƯỚC"
anh <PER giàng a páo> sống ở <LOC mù cang chải>
thượng tọa <PER thích minh đạo> đi bộ ra <LOC hà nội>
chủ tịch <ORG ubnd huyện củ chi> <PER phạm thanh hiền> xin lỗi dân
""".strip().splitlines()


@pytest.fixture(scope="module")
def nlp():
    return boctin.load(disable=[stage for stage in STAGES if stage != "boctin_ner"])


@pytest.mark.parametrize("line", LINES)
def test_names_as_they_are_printed(nlp, line):
    text = MARK.sub(lambda mark: mark[2], line)
    assert [(e.label[:3], e.text) for e in nlp(text)._.ner] == MARK.findall(line)
