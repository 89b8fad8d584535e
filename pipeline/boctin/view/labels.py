"""What the names of the record are called where people read them: Vietnamese first, then English."""

from typing import Final, NamedTuple


class Label(NamedTuple):
    """A name in both languages."""

    vi: str
    en: str


# Kinds of facts, in the order in which they are shown.
KINDS: Final = {
    "officials": Label("Cán bộ, lãnh đạo", "Officials"),
    "model_counts": Label("Số mô hình", "Counts of models"),
    "counts": Label("Số lượng khác", "Other counts"),
    "named_models": Label("Mô hình có tên", "Named models"),
    "awards": Label("Khen thưởng", "Awards"),
    "dates": Label("Ngày tháng", "Dates"),
    "places": Label("Địa danh", "Places"),
}

FIELDS: Final = {
    "words": Label("Nguyên văn", "Words"),
    "name": Label("Tên", "Name"),
    "positions": Label("Chức vụ", "Positions"),
    "position": Label("Chức vụ", "Position"),
    "value": Label("Giá trị", "Value"),
    "noun": Label("Danh từ", "Noun"),
    "low": Label("Ít nhất", "At least"),
    "high": Label("Nhiều nhất", "At most"),
    "qualifier": Label("Mức độ", "Qualifier"),
    "theme": Label("Phong trào, chủ đề", "Theme"),
    "place": Label("Nơi", "Place"),
    "fields": Label("Lĩnh vực", "Fields"),
    "counted": Label("Được tính", "Counted"),
    "status": Label("Trạng thái", "Status"),
    "period": Label("Thời gian", "Period"),
    "date_from": Label("Từ ngày", "From"),
    "date_to": Label("Đến ngày", "To"),
    "event_date": Label("Ngày trao", "Conferred on"),
    "kind": Label("Loại", "Kind"),
    "timex": Label("TIMEX3", "TIMEX3"),
    "calendar": Label("Lịch", "Calendar"),
    "award": Label("Hình thức", "Award"),
    "rank": Label("Hạng", "Rank"),
    "kind_code": Label("Mã", "Code"),
    "recipients": Label("Đối tượng", "Recipients"),
    "conferred_by": Label("Cấp khen", "Conferred by"),
    "reason": Label("Lý do", "Reason"),
    "part_of": Label("Thuộc", "Part of"),
    "unit": Label("Đơn vị", "Unit"),
    "level": Label("Cấp", "Level"),
    "code": Label("Mã", "Code"),
    "province": Label("Tỉnh, thành", "Province"),
    "title": Label("Chức danh", "Title"),
    "organization": Label("Cơ quan", "Body"),
    "branch": Label("Khối", "Branch"),
    "former": Label("Nguyên", "Former"),
    "rule": Label("Luật", "Rule"),
    "confidence": Label("Độ tin cậy", "Confidence"),
}

# Values of closed lists: DateKind, Qualifier, Level, Branch, status and kind of recipients.
VALUES: Final = {
    "day": Label("ngày", "day"),
    "month": Label("tháng", "month"),
    "quarter": Label("quý", "quarter"),
    "half": Label("nửa năm", "half"),
    "year": Label("năm", "year"),
    "period": Label("giai đoạn", "period"),
    "part": Label("đầu, giữa, cuối", "part"),
    "holiday": Label("ngày lễ", "holiday"),
    "duration": Label("thời lượng", "duration"),
    "set": Label("định kỳ", "set"),
    "time": Label("giờ", "time"),
    "lunar": Label("âm lịch", "lunar"),
    "exact": Label("đúng", "exact"),
    "about": Label("khoảng", "about"),
    "more_than": Label("hơn", "more than"),
    "less_than": Label("dưới, gần", "less than"),
    "total": Label("tổng số", "total"),
    "at_least": Label("ít nhất", "at least"),
    "range": Label("từ – đến", "range"),
    "order_of_magnitude": Label("hàng trăm, hàng nghìn", "order of magnitude"),
    "increase": Label("tăng thêm", "increase"),
    "central": Label("trung ương", "central"),
    "province": Label("tỉnh", "province"),
    "district": Label("huyện", "district"),
    "commune": Label("xã", "commune"),
    "hamlet": Label("thôn, ấp", "hamlet"),
    "party": Label("Đảng", "party"),
    "state": Label("chính quyền", "state"),
    "legislature": Label("Quốc hội, HĐND", "legislature"),
    "judiciary": Label("tư pháp", "judiciary"),
    "military": Label("quân đội", "military"),
    "police": Label("công an", "police"),
    "front": Label("Mặt trận", "front"),
    "mass_organisation": Label("đoàn thể", "mass organisation"),
    "public_service": Label("sự nghiệp", "public service"),
    "state_enterprise": Label("doanh nghiệp nhà nước", "state enterprise"),
    "association": Label("hội", "association"),
    "foreign": Label("nước ngoài", "foreign"),
    "conferred": Label("đã trao", "conferred"),
    "announced": Label("đã công bố", "announced"),
    "proposed": Label("đề nghị", "proposed"),
    "held": Label("đang giữ", "held"),
    "collective": Label("tập thể", "collective"),
    "individual": Label("cá nhân", "individual"),
}


def value_label(value: object) -> str:
    """The Vietnamese name of a value of a closed list; any other value as it is.

    >>> value_label("more_than")
    'hơn'
    """
    return VALUES[value].vi if isinstance(value, str) and value in VALUES else str(value)
