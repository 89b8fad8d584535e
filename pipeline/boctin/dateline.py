"""Publication lines: the line under a headline that says when the article appeared."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

import regex

VIETNAM = timezone(timedelta(hours=7))

_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật|cn)"
_DATE = r"(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\s*[/.-]\s*|,?\s+năm\s+)(?P<year>\d{4})"
_TIME = r"(?P<hour>\d{1,2})\s*(?::|h|g|giờ)\s*(?P<minute>\d{2})?(?:\s*:\s*(?P<second>\d{2}))?\s*(?P<half>am|pm|sa|ch)?"
_ZONE = r"[(\[]?\s*(?:GMT|UTC)\s*(?P<zone>[+-]\s*\d{1,2})(?::?00)?\s*[)\]]?"
_JOINT = r"[\s,|;:•·-]*"
_LABEL = r"(?:(?:ngày\s+đăng|đăng\s+ngày|cập\s+nhật(?:\s+lúc)?|xuất\s+bản|đăng\s+lúc)\s*:?\s*)?"
_DAY_FIRST = regex.compile(
    rf"{_LABEL}(?:{_WEEKDAY}{_JOINT})?(?:ngày\s+)?{_DATE}(?:{_JOINT}(?:lúc\s+)?{_TIME})?{_JOINT}(?:{_ZONE})?",
    regex.IGNORECASE,
)
_TIME_FIRST = regex.compile(
    rf"{_LABEL}(?:lúc\s+)?{_TIME}{_JOINT}(?:{_ZONE})?{_JOINT}(?:{_WEEKDAY}{_JOINT})?(?:ngày\s+)?{_DATE}",
    regex.IGNORECASE,
)
_ISO = regex.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_ISO_MONTH = regex.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, as far as it is known: `iso` as the record prints it, `day` when the day is known.

    A month alone ("2024-09") leaves `day` None and gives `month` as its first day.
    """

    iso: str
    day: date | None
    month: date

    @classmethod
    def of(cls, value: "str | date | datetime | Published") -> "Published":
        """Read a publication date from an ISO string, a newspaper's publication line, a date or a datetime.

        Raises ValueError, naming the value, when it is none of these.

        >>> Published.of("Thứ tư, ngày 05/02/2025 08:30").iso
        '2025-02-05T08:30:00+07:00'
        """
        if isinstance(value, Published):
            return value
        if isinstance(value, datetime):
            return cls(value.isoformat(), value.date(), value.date().replace(day=1))
        if isinstance(value, date):
            return cls(value.isoformat(), value, value.replace(day=1))
        found = parse_publication(str(value).strip())
        if found is None:
            raise ValueError(f"not a publication date: {value!r} (write it as 2023-12-07 or 2023-12-07T17:36:00+07:00)")
        return found


def parse_publication(line: str) -> Published | None:
    """The publication date that a whole line states, or None when the line is something else.

    Day comes before month, as in Vietnam; a time without a zone is Vietnam's (UTC+7). Impossible dates give None.
    """
    line = line.strip(" -–—|,.")
    if _ISO_MONTH.fullmatch(line):
        return _or_none(lambda: Published(line, None, date(int(line[:4]), int(line[5:]), 1)))
    if _ISO.fullmatch(line):
        return _or_none(lambda: _from_iso(line))
    match = _DAY_FIRST.fullmatch(line) or _TIME_FIRST.fullmatch(line)
    return _or_none(lambda: _from_match(match)) if match else None


def _or_none(build):  # type: ignore[no-untyped-def]
    try:
        return build()
    except ValueError:
        return None


def _from_iso(line: str) -> Published:
    if len(line) == 10:
        return Published.of(date.fromisoformat(line))
    moment = datetime.fromisoformat(line)
    return Published.of(moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM))


def _from_match(match: "regex.Match[str]") -> Published:
    part = match.groupdict()
    day = date(int(part["year"]), int(part["month"]), int(part["day"]))
    if part["hour"] is None:
        return Published.of(day)
    hour = int(part["hour"])
    if (part["half"] or "").lower() in ("pm", "ch") and hour < 12:
        hour += 12
    clock = time(hour, int(part["minute"] or 0), int(part["second"] or 0))
    zone = timezone(timedelta(hours=int(part["zone"].replace(" ", "")))) if part["zone"] else VIETNAM
    return Published.of(datetime.combine(day, clock, zone))
