"""Grammar of days: clock time, part of day, weekday and date, in whatever of them stands together."""

from dataclasses import replace

from boctin.stages.dates import numeric as digits
from boctin.stages.dates.lunar import LunarGrammar
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import Point, Rel

_OPENERS = frozenset(
    ("tức", "nhằm", "âm", "ngày", "tức là", "dương", "hôm", "mùng", "mồng", "rằm", "thứ", "chủ", "sáng", "chiều")
)
_NO_DAY_AFTER = frozenset(
    [
        "lần",
        "tiếng",
        "giờ",
        "buổi",
        "bữa",
        "người",
        "triệu",
        "ca",
        "viên",
        "ly",
        "cốc",
        "đêm",
        "chuyến",
        "chiếc",
        "tháng",
        "năm",
        "%",
        "nghìn",
        "tỷ",
        "km",
        "kg",
        "con",
        "nghỉ",
        "trước",
        "sau",
        "liên",
        "cuối",
        "đầu",
        "nay",
    ]
)
_BEFORE_CLOCK = frozenset("(\"'-\n")
_AFTER_NIGHT = frozenset((",", ".", ";", ")", "\n", "đến", "tới", "và", "hoặc", "là", "rạng", "tại", "ở"))
_LIGHT = frozenset(("chiếu", "ánh", "thắp", "mỗi", "hai", "ba", "nhiều"))
_DAY_PARTS = frozenset(("sáng", "trưa", "chiều", "tối", "đêm"))
_CLOCK_OF = ("việt", "hà", "địa")
_PARTIAL = ("day_only", "bare")
_WORKS = frozenset(("bài", "khúc", "phim", "thơ", "vở", "truyện", "tập", "sách", "album", "mv"))
_FEW = frozenset(("hai", "ba", "vài"))
_EVENTS = frozenset(("lễ", "buổi", "hội", "họp", "trận", "cuộc"))
_CLAUSE = 16
# What may stand before a weekday in lower case, which else is an ordinal ("kỳ họp thứ tư").
_BEFORE_WEEKDAY = frozenset(("vào", "hôm", "ngày", "từ", "đến", "trong", "trước", "\n", "", ".", ","))


class DayGrammar(LunarGrammar):
    """Reads one point of any grain."""

    def point(self, t: Tokens, i: int) -> tuple[int, Point] | None:
        """The longest point at token `i`: (end, point)."""
        coarse = self.coarse(t, i)
        day = self.day(t, i)
        if coarse and (day is None or coarse[0] >= day[0]):
            return coarse
        return day

    def day(self, t: Tokens, i: int) -> tuple[int, Point] | None:
        """A day with its clock time, part of day, weekday, and a second telling of it ("hôm nay (24/9)")."""
        at, clock = i, None
        if timed := self.clock(t, at):
            at, clock = timed
            at = self._skip_to_day(t, at)
        part = self.lex.parts_of_day.match(t.w, at)
        if part:
            clock = clock or "T" + part[1]
            at = part[0]
            if t.w[at] == "ngày" and t.w[at + 1] == "hôm":
                at += 1
            if clock and not clock.startswith("TM") and timed is None and (after := self.clock(t, at)):
                at, clock = after  # "tối 20h"
        elif timed and t.w[at] == ",":
            at += 1
        core = self._core(t, at, part_said=part is not None, led=part is not None or timed is not None)
        if core is None and part and at == part[0]:
            core = self._night_alone(t, at)
        if core is None:
            return None
        end, point = core
        if point is digits.BLOCKED:
            return core
        end, point = self._tail(t, end, replace(point, clock=clock) if clock else point)
        return end, point

    # Clock times

    def clock(self, t: Tokens, i: int) -> tuple[int, str] | None:
        """A clock time: "7h30", "20h", "7 giờ 30 phút", "19:45", "8h30 - 11h"; the first of two is kept."""
        first = self._one_clock(t, i)
        if first is None:
            return None
        end, value = first
        if t.w[end] in ("-", "đến", "và") and (second := self._one_clock(t, end + 1)):
            end = second[0]
        return end, value

    def _one_clock(self, t: Tokens, i: int) -> tuple[int, str] | None:
        hour = t.w[i]
        opens = not t.glued(i) or t.w[i - 1] in _BEFORE_CLOCK
        if not (opens and hour.isdecimal() and len(hour) <= 2 and int(hour) <= 24):
            return None
        mark = t.w[i + 1]
        minutes, end = 0, i + 2
        if mark == ":":
            if not (len(t.w[i + 2]) == 2 and t.w[i + 2].isdecimal() and t.glued(i + 2)):
                return None
            minutes, end = int(t.w[i + 2]), i + 3
            if t.w[end] == ":" and len(t.w[end + 1]) == 2 and t.w[end + 1].isdecimal():
                end += 2
        elif mark in ("h", "g", "giờ") and (mark == "giờ" or t.glued(i + 1)):
            following = t.w[i + 2]
            if following.isdecimal() and len(following) <= 2 and int(following) < 60:
                close = t.glued(i + 2) and mark != "giờ"
                if close or t.w[i + 3] in ("phút", "p") or (mark == "giờ" and t.w[i + 3] not in ("/", "-", ".")):
                    minutes, end = int(following), i + 3
                    end += t.w[end] in ("phút", "p", "'")
            elif following == "rưỡi":
                minutes, end = 30, i + 3
        else:
            return None
        return (end, f"T{int(hour):02d}:{minutes:02d}") if minutes < 60 else None

    def _skip_to_day(self, t: Tokens, at: int) -> int:
        """Past what may stand between a clock time and its day: "20h00, tối 5/11", "8h (giờ Việt Nam) ngày"."""
        if t.w[at] == "(" and t.w[at + 1] == "giờ":
            for close in range(at + 2, at + 6):
                if t.w[close] == ")":
                    return close + 1
        if t.w[at] == "," and (
            t.w[at + 1] in ("ngày", "thứ", "chủ", "hôm") or t.w[at + 1] in self.lex.parts_of_day.first_words
        ):
            return at + 1
        if t.w[at] == "giờ" and t.w[at + 1] in _CLOCK_OF:
            return at + 3
        return at

    # The day itself

    def _core(self, t: Tokens, i: int, *, part_said: bool, led: bool) -> tuple[int, Point] | None:
        word = t.w[i]
        if part_said and (found := self.lex.after_part_of_day.match(t.w, i)) and not self._is_name(t, i):
            return found[0], Point("day", day=Rel(found[1]), rule="part_of_day_relative")
        if (found := self.lex.day_words.match(t.w, i)) and not self._vague_day(t, i, found[0]):
            return found[0], Point("day", day=Rel(found[1]), rule="day_relative")
        if (found := self.lex.anchored_days.match(t.w, i)) and t.before(i) not in ("mấy", "những", "vài"):
            return found[0], Point("day", day=Rel(found[1], "anchor"), rule="day_anchored")
        at, headed = i, led
        if word in ("ngày", "hôm"):
            at, headed = i + 1, True
        if t.w[at] in ("thứ", "chủ", "chúa", "cn") and (found_day := self._weekday(t, at, headed=headed)):
            return found_day
        if t.w[at] in ("mùng", "mồng", "rằm"):
            return self.lunar_day(t, at)
        if t.w[at][:1].isdecimal() or (word == "ngày" and t.w[at] in self.lex.numbers.first_words):
            return self._dated(t, at, headed=headed, after_ngay=word == "ngày")
        return None

    def _vague_day(self, t: Tokens, i: int, end: int) -> bool:
        """ "hai hôm nay", "các thế hệ hôm nay", "thành công như ngày hôm nay", a girl named "Ngày Mai"."""
        before = t.before(i)
        if before in ("mấy", "những", "bao", "hệ") or self._is_name(t, end - 1):
            return True
        if before in _WORKS and t.capital(i):
            return True  # "ca khúc Ngày mai em đi"
        if t.w[end : end + 3] == ["và", "mai", "sau"] or (before in _FEW and t.w[i - 2] not in ("thứ", "số", "hạng")):
            return True
        at = i - (before == "ngày")
        return t.w[at] == "ngày" and (t.before(at) == "như" or self._achieved(t, at))

    def _achieved(self, t: Tokens, at: int) -> bool:
        """ "để có hòa bình, thống nhất ngày hôm nay": the present time."""
        clause = t.w[max(0, at - _CLAUSE) : at]
        if _EVENTS.intersection(clause):
            return False  # "để có lễ khai giảng ngày hôm nay"
        return "để" in clause and "có" in clause[clause.index("để") :] and "." not in clause

    def _is_name(self, t: Tokens, i: int) -> bool:
        return t.w[i] in ("mai", "qua", "kia") and t.capital(i) and not t.reading[t.s[i] : t.e[i]].isupper()

    def dated(self, t: Tokens, at: int) -> tuple[int, Point] | None:
        """A date in words without "ngày" before it, where another date leads to it."""
        found = self._dated(t, at, headed=True, after_ngay=False)
        if found is None or found[1] is digits.BLOCKED:
            return found
        end, tense = self.tense_tail(t, found[0])
        return end, replace(found[1], tense=tense)

    def _dated(self, t: Tokens, at: int, *, headed: bool, after_ngay: bool) -> tuple[int, Point] | None:
        found = digits.numeric(t, at, headed=headed)
        if found:
            end, point = found
            if point.grain != "day" or point is digits.BLOCKED:
                return found if point is digits.BLOCKED else None
            if point.year is None and (tail := self.year_tail(t, end)):
                end, point = tail[0], replace(point, year=tail[1])
            return end, point
        number = digits.small(t, at, 31)
        end = at + 1
        led = after_ngay or t.before(at) in _DAY_PARTS
        if led and number and not self._counted(t, at) and (spaced := digits.spaced(t, at)):
            return spaced
        if number is None:
            if not after_ngay or (in_words := self.lex.numbers.match(t.w, at)) is None or in_words[1] > 31:
                return None
            end, number = in_words
        if t.w[end] == "tết" and t.capital(end) and number >= 20:
            return self.before_tet(t, end + 1, number)
        if t.w[end] in ("tháng", "/") or (t.w[end] == "," and t.w[end + 1] == "tháng"):
            return self._day_of_month(t, end, number, headed=headed)
        if after_ngay and t.w[end] not in _NO_DAY_AFTER and not self._counted(t, at):
            return end, Point("day", day=number, rule="day_only")
        return None

    def _night_alone(self, t: Tokens, at: int) -> tuple[int, Point] | None:
        """ "đêm 24, rạng sáng 25/8", "từ đêm 27 đến ngày 29/10": a part of a day told by its number alone."""
        number = digits.small(t, at, 31)
        joined = t.w[at + 1] in _AFTER_NIGHT or (t.w[at + 1] == "-" and t.glued(at + 1))
        if number is None or not joined or t.before(at - 1) in _LIGHT:
            return None
        return at + 1, Point("day", day=number, rule="day_only")

    def _counted(self, t: Tokens, at: int) -> bool:
        """ "mỗi ngày 2", "cả ngày 5": the day counts something."""
        before = t.w[at - 2] if at >= 2 else ""
        listed = t.w[at + 1] in ("và", ",", "-", "đến", "tới")  # "2 ngày 13 và 14/8"
        plural = before in ("các", "những", "hai", "ba") or (before.isdecimal() and listed)
        return not plural and (before in self.lex.vague or before in ("cả", "một", "trong") or before.isdecimal())

    def _day_of_month(self, t: Tokens, end: int, number: int, *, headed: bool) -> tuple[int, Point] | None:
        """The rest of "5 tháng 9 năm 2023" after the day."""
        at = end + 1 if t.w[end] in ("tháng", "/") else end + 2
        if t.w[at] == "tháng":
            at += 1
        if (found := digits.numeric(t, at, headed=True)) and found[1].grain == "month":
            month, year = found[1].month, found[1].year
            if not isinstance(month, int) or not digits.possible(number, month):
                return found[0], digits.BLOCKED
            return found[0], Point("day", year=year, month=month, day=number, rule="day_in_words")
        if (shift := self.lex.shifts.match(t.w, at)) and t.w[at] != "nay" and headed:
            return shift[0], Point("day", month=Rel(shift[1]), day=number, rule="day_of_relative_month")
        value = self.month_value(t, at)
        if value is None or (t.w[at] == "năm" and digits.is_year(t.w[at + 1])):
            return None  # "12 tháng năm 2021" are twelve months of a year
        after, month, lunar = value
        after, lunar = self.lunar_tail(t, after, lunar=lunar)
        tail = self.year_tail(t, after, glue=True)
        told = tail is not None or digits.is_year(t.w[after])
        if not headed and not told and (number, month) not in self.lex.commemorations and not lunar:
            return None
        year = None
        if tail is None and digits.is_year(t.w[after]) and t.w[after + 1] not in self.lex.not_year_before:
            tail = after + 1, int(t.w[after])
        if tail:
            after, year = tail
            after, lunar = self.lunar_tail(t, after, lunar=lunar)
        if not lunar and not digits.possible(number, month):
            return after, digits.BLOCKED
        return after, Point("day", year=year, month=month, day=number, lunar=lunar, rule="day_in_words")

    def _weekday(self, t: Tokens, at: int, *, headed: bool) -> tuple[int, Point] | None:
        """A weekday with its date ("thứ Sáu, 5/11"), its week ("thứ Sáu tuần này"), or alone."""
        found = (at + 1, 6) if t.w[at] == "cn" and t.capital(at) else self.lex.weekdays.match(t.w, at)
        if found is None:
            return None
        end, number = found
        dated_at = end + 1 if t.w[end] in (",", "-", "(") else end
        dated_headed = True
        if t.w[dated_at] == "ngày":
            dated_at += 1
        day = self._dated(t, dated_at, headed=dated_headed, after_ngay=t.w[dated_at - 1] == "ngày")
        if day and day[1].grain == "day" and (day[1].month is not None or day[1] is digits.BLOCKED):
            close = t.w[end] == "(" and t.w[day[0]] == ")"
            if t.w[end] != "(" or close:
                return day[0] + close, day[1]
        return (
            None if self._is_no_weekday(t, at, end, headed=headed) else self._weekday_alone(t, at, end, number, headed)
        )

    def _is_no_weekday(self, t: Tokens, at: int, end: int, *, headed: bool) -> bool:
        """An ordinal ("đêm thứ 3 sau lễ"), a worker ("CN này"), or any such day ("các ngày thứ 6")."""
        if t.w[at] == "cn":
            return not headed
        if t.before(at) == "ngày" and at > 1 and t.w[at - 2] in ("các", "những", "mỗi", "mọi"):
            return True
        if t.before(at) == "ngày" and self._names_movement(t, at - 1, end):
            return True
        counted = t.w[end] in ("sau", "của", "liên", "kể") and t.w[end + 1] != "đó"
        return counted and t.w[at] == "thứ" and not t.capital(end - 1)

    def _names_movement(self, t: Tokens, ngay: int, end: int) -> bool:
        """ "mô hình 'Ngày thứ Bảy tình nguyện'", "phong trào Ngày Chủ nhật xanh"."""
        if not (t.capital(ngay) and t.w[end].isalpha()) or self.tense_tail(t, end)[0] > end:
            return False
        return t.before(ngay) == '"' or t.before(ngay).isalpha()

    def _weekday_alone(self, t: Tokens, at: int, end: int, number: int, headed: bool) -> tuple[int, Point] | None:
        certain = headed or number == 6 or t.capital(end - 1)
        if t.w[end] == "tuần" and (week := self._week(t, end, "whole")):
            return week[0], Point("day", weekday=number, week=week[1].week, rule="weekday_of_week")
        if anchored := self.lex.anchored_shifts.match(t.w, end):
            if "đó" in t.w[end : anchored[0]] and (certain or anchored[1]):
                rel = Rel(anchored[1], "anchor")
                return anchored[0], Point("day", weekday=number, week=rel, rule="weekday_anchored")
            return None
        tensed, tense = self.tense_tail(t, end)
        if tensed > end and (certain or (tense and t.before(at) in _BEFORE_WEEKDAY)):
            return tensed, Point("day", weekday=number, tense=tense, rule="weekday")
        if t.before(at) == "ngày" and not t.capital(end - 1) and number != 6:
            # "ngày thứ 4" is the fourth day, too; company makes it a weekday ("ngày thứ bảy và chủ nhật").
            certain = t.w[end] in (",", "và") and t.w[end + 1] in ("chủ", "thứ", "cn")
        tense = "past" if t.before(at) == "hôm" else None
        return (end, Point("day", weekday=number, tense=tense, rule="weekday")) if certain and headed else None

    # What follows a day

    def _tail(self, t: Tokens, end: int, point: Point) -> tuple[int, Point]:
        end, lunar = self.lunar_tail(t, end, lunar=point.lunar)
        if lunar != point.lunar:
            point = replace(point, lunar=lunar)
        if lunar and point.year is None and (tail := self.year_tail(t, end) or self.can_chi(t, end)):
            end, point = tail[0], replace(point, year=tail[1])
        if not isinstance(point.day, Rel):
            end, tense = self.tense_tail(t, end)
            point = replace(point, tense=tense or point.tense)
        return self._twin(t, end, point)

    def _twin(self, t: Tokens, end: int, point: Point) -> tuple[int, Point]:
        """The same day told again: "hôm nay (24/9)", "ngày 6/4 (tức mùng 9/3 âm lịch)", "hôm nay, 5/11"."""
        bracket = t.w[end] == "("
        comma = t.w[end] == ","
        at = end + (bracket or comma)
        told = t.w[at] in ("tức", "nhằm")
        if told:
            at += 1 + (t.w[at + 1] in ("là", "vào"))
            at += t.w[at] == "vào"
        relative = isinstance(point.day, Rel) or point.weekday is not None
        if not (bracket or told or (relative and t.w[at][:1].isdecimal()) or (relative and t.w[at] == "ngày")):
            return end, point
        lunar_head = t.w[at] == "âm" and t.w[at + 1] == "lịch"
        if lunar_head:
            at += 2
        if (
            bracket
            and not told
            and not relative
            and not lunar_head
            and t.w[at] not in _OPENERS
            and not t.w[at][:1].isdecimal()
        ):
            return end, point
        weekday = self.lex.weekdays.match(t.w, at) if bracket else None
        if weekday and t.w[weekday[0]] == ")":
            return weekday[0] + 1, point
        core = self._core(t, at, part_said=False, led=True)
        if core is None or core[1] is digits.BLOCKED or core[1].grain != "day" or core[1].rule in _PARTIAL:
            return end, point
        after, twin = core
        after, lunar = self.lunar_tail(t, after, lunar=twin.lunar or lunar_head)
        if told and self.lex.tos.match(t.w, after):
            return end, point  # the beginning of a range told again
        if bracket:
            after += 3 * (t.w[after] == "giờ" and t.w[after + 1] in _CLOCK_OF)  # "(24/10 giờ địa phương)"
            if t.w[after] != ")":
                return end, point
            after += 1
        if (
            not relative
            and not lunar
            and not point.lunar
            and not told
            and twin.month == point.month
            and twin.day != point.day
        ):
            return end, point
        return after, replace(point, twin=replace(twin, lunar=lunar))
