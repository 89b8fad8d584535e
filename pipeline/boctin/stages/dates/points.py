"""Grammar of points: a month, quarter, year, week … as the words tell it. Days are in days.py."""

from dataclasses import replace

from boctin.stages.dates import numeric as digits
from boctin.stages.dates.lexicon import Lexicon
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import CanChi, Grain, Point, Rel
from boctin.stages.dates.weeks import Weeks, counted_weeks, month_after, named_weeks

Year = int | Rel | CanChi
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CENTURIES = {
    "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21, "xxii": 22,
    "x": 10, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14,
}  # fmt: skip
_NOT_REPORTED = frozenset(("qua", "tới", "nữa", "liên", "đầu", "cuối", "triển", "thực", "hoạt", "hè", "cao"))
_NO_NEXT_YEAR = frozenset(("mới", "thứ", "học", "sau", "tới", "nay", "này", "tiếp", "kế", "đầu", "cuối"))
_DECADE_WORDS = ("thập niên", "thập kỷ", "thập kỉ")


class PointGrammar:
    """Reads one point of month grain or coarser."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lex = lexicon

    def coarse(self, t: Tokens, i: int) -> tuple[int, Point] | None:
        """A point coarser than a day at token `i`: (end, point)."""
        part, j = self._part(t, i)
        word = t.w[j]
        if word == "tháng":
            return self._month(t, j, part)
        if word == "năm":
            return self._year(t, j, part)
        if word == "quý":
            return self._quarter(t, j, part)
        if word == "tuần":
            return self._week(t, j, part)
        if word in ("thập", "những", "các", "thế"):
            return self._long(t, j, part)
        if word in ("sang", "cùng") and t.w[j + 1] in ("năm", "tháng"):
            return self._other_year(t, j)
        if part and digits.is_year(word) and self.year_ends(t, j + 1):
            return j + 1, Point("year", year=int(word), part=part, rule="part_of_year")
        if part and (found := digits.numeric(t, j, headed=True)) and found[1].grain == "month":
            return found[0], _with_part(found[1], part)
        if season := self.lex.seasons.match(t.w, i):
            return self._season(t, season[0])
        if word[:1].isdecimal() and (found := digits.numeric(t, j, headed=False)) and found[1].grain == "month":
            return found
        if word[:1].isdecimal() or self.lex.numbers.match(t.w, j):
            return self._months_of_year(t, j)
        return None

    # Years

    def year_tail(self, t: Tokens, j: int, *, glue: bool = False) -> tuple[int, Year] | None:
        """A year after a day, month or quarter: "năm 2023", "năm nay", ", năm 2023", and glued "/2023"."""
        if glue and t.w[j] in ("/", "-", ".") and digits.is_year(t.w[j + 1]) and self.year_ends(t, j + 2):
            spaced = not (t.glued(j) and t.glued(j + 1))
            return None if spaced and t.w[j] == "." else (j + 2, int(t.w[j + 1]))
        if glue and digits.is_year(t.w[j]) and t.w[j - 1].isdecimal() and self.year_ends(t, j + 1):
            return j + 1, int(t.w[j])  # "tháng 12 2013": the slash was lost
        if t.w[j] == "cùng" and t.w[j + 1] == "năm":
            return j + 2 + (t.w[j + 2] in ("đó", "ấy")), Rel(0, "anchor")
        if t.w[j] in (",", "của", "/") and t.w[j + 1] == "năm":
            j += 1
        elif t.w[j] == "," and glue and digits.is_year(t.w[j + 1]) and self.year_ends(t, j + 2):
            return j + 2, int(t.w[j + 1])
        return self._named_year(t, j) if t.w[j] == "năm" else None

    def _named_year(self, t: Tokens, j: int) -> tuple[int, Year] | None:
        after = j + 1
        if digits.is_year(t.w[after]) and self.year_ends(t, after + 1):
            just_over = t.w[after + 1 : after + 3] in (["vừa", "qua"], ["vừa", "rồi"])
            return after + 1 + 2 * just_over + (t.w[after + 1] == "này"), int(t.w[after])
        named = after + (t.w[after] in ("mới", "cũ")) + 2 * (t.w[after] in ("tài", "ngân"))
        if named > after and digits.is_year(t.w[named]):
            return named + 1, int(t.w[named])  # "năm mới 2023", "năm tài chính 2021", "năm ngân sách 2021"
        if found := self.lex.anchored_shifts.match(t.w, after):
            return found[0], Rel(found[1], "anchor")
        if (found := self.lex.shifts.match(t.w, after)) and not self._new_sentence(t, after):
            of_story = t.w[found[0] - 1] in ("trước", "sau")
            return found[0], Rel(found[1], "story" if of_story else "now")
        return self.can_chi(t, after)

    def _new_sentence(self, t: Tokens, after: int) -> bool:
        """ "khai bút đầu năm Trước khi …": a word that begins what comes next; "năm trước 2010" is none either."""
        alone = t.capital(after) and not t.capital(after - 1)
        return alone or (t.w[after] == "trước" and t.w[after + 1].isdecimal())

    def can_chi(self, t: Tokens, i: int) -> tuple[int, Year] | None:
        """A year by stem and branch ("Giáp Thìn"), with its number when that follows ("Giáp Thìn 2024")."""
        if t.w[i] not in self.lex.can or t.w[i + 1] not in self.lex.chi:
            return None
        can, chi = self.lex.can[t.w[i]], self.lex.chi[t.w[i + 1]]
        if (can - chi) % 2:
            return None
        at = i + 2
        if t.w[at] in ("(", "-", ",") and digits.is_year(t.w[at + 1]):
            end = at + 3 if t.w[at] == "(" and t.w[at + 2] == ")" else at + 2
            return end, int(t.w[at + 1])
        if digits.is_year(t.w[at]) and self.year_ends(t, at + 1):
            return at + 1, int(t.w[at])
        return at, CanChi((6 * can - 5 * chi) % 60)

    def year_ends(self, t: Tokens, at: int) -> bool:
        """Whether a year of four digits may end here: no decimals, letters or part of a document's number follow."""
        if t.glued(at):
            after, further = t.w[at], t.glued(at + 1) and t.w[at + 1]
            if after.isalpha() or after in "%_":
                return False
            if further and ((after in ".," and further.isdecimal()) or (after in "/-" and further.isalpha())):
                return False
        return t.w[at] not in self.lex.not_year_before

    def _vague(self, t: Tokens, i: int) -> bool:
        """ "những năm trước", "5 năm tới", "hằng năm": not the one before or after this."""
        before = t.before(i)
        return before in self.lex.vague or before.isdecimal()

    def _before_our_era(self, t: Tokens, end: int) -> bool:
        return t.w[end : end + 3] == ["trước", "công", "nguyên"] or t.w[end] == "tcn"

    def _year(self, t: Tokens, j: int, part: str | None) -> tuple[int, Point] | None:
        found = self._named_year(t, j)
        if found:
            end, year = found
            explicit = isinstance(year, int)
            if not explicit and not part and self._vague(t, j):
                return None
            if self._before_our_era(t, end):
                return end, digits.BLOCKED
            rule = "part_of_year" if part not in (None, "whole") else "year" if explicit else "year_relative"
            return end, Point("half" if _is_half(part) else "year", year=year, part=part, rule=rule)
        if t.w[j + 1] == "học":
            if (shift := self.lex.shifts.match(t.w, j + 2)) and not self._vague(t, j):
                return shift[0], Point("year", year=Rel(shift[1]), part="school", rule="school_year")
            return None
        short = t.w[j + 1]
        if len(short) == 2 and short.isdecimal() and int(short) >= 30 and not part:
            follows = t.w[j + 2]
            if follows in self.lex.not_year_after or (t.glued(j + 2) and follows not in ".,;:)\"'!?"):
                return None
            if self._before_our_era(t, j + 2):
                return j + 2, digits.BLOCKED
            return j + 2, Point("year", year=1900 + int(short), rule="year_two_digits")
        if part == "whole" and t.before(j) != "hết":
            return None  # "cả năm trời" is a length
        if (
            part
            and t.before(j - 1) not in self.lex.generic
            and t.w[j + 1] not in ("học", "tháng")
            and not t.w[j + 1].isdecimal()
        ):
            return j + 1, Point("half" if _is_half(part) else "year", part=part, rule="part_of_this_year")
        return None

    def _other_year(self, t: Tokens, j: int) -> tuple[int, Point] | None:
        """ "cùng năm", "cùng tháng đó"; "sang năm" alone, but not "bước sang năm thứ hai" or "sang năm mới"."""
        unit, after = t.w[j + 1], t.w[j + 2]
        if after[:1].isdecimal() or after == "tháng":
            return None
        if t.w[j] == "cùng":
            rel = Rel(0, "anchor")
            point = Point("year", year=rel) if unit == "năm" else Point("month", month=rel)
            return j + 2 + (after in ("đó", "ấy")), point
        if unit != "năm" or after in _NO_NEXT_YEAR or t.before(j) in ("bước", "chuyển", "dài", "qua"):
            return None
        return j + 2, Point("year", year=Rel(1), rule="year_relative")

    def _season(self, t: Tokens, j: int) -> tuple[int, Point] | None:
        found = self.year_tail(t, j)
        if found is None and digits.is_year(t.w[j]) and self.year_ends(t, j + 1):
            found = j + 1, int(t.w[j])
        return (found[0], Point("year", year=found[1], rule="season")) if found else None

    def _long(self, t: Tokens, j: int, part: str | None) -> tuple[int, Point] | None:
        """Decades and centuries: "thập niên 1990", "những năm 80", "thế kỷ XIX"."""
        two = f"{t.w[j]} {t.w[j + 1]}"
        if two in ("thế kỷ", "thế kỉ"):
            at = j + 3 if t.w[j + 2] == "thứ" else j + 2
            number = int(t.w[at]) if len(t.w[at]) <= 2 and t.w[at].isdecimal() else _CENTURIES.get(t.w[at], 0)
            return (at + 1, Point("century", number=number, part=part, rule="century")) if 1 <= number <= 22 else None
        at = j + 2
        plural = two in ("những năm", "các năm")
        if plural and f"{t.w[at]} {t.w[at + 1]}" in _DECADE_WORDS:
            at += 2
        if two not in _DECADE_WORDS and not plural:
            return None
        word = t.w[at]
        if not word.isdecimal() or t.w[at + 1] in self.lex.not_year_after or not word.endswith("0"):
            return None
        if plural and len(word) == 4 and t.w[at + 1] in ("-", "đến", "tới", ",", "và", "/") and t.w[at + 2].isdecimal():
            return None
        if digits.is_year(word):
            return at + 1, Point("decade", number=int(word) // 10, part=part, rule="decade")
        if len(word) == 2 and int(word) >= 20:
            return at + 1, Point("decade", number=190 + int(word) // 10, part=part, rule="decade")
        return None

    # Months, quarters, weeks

    def month_value(self, t: Tokens, j: int) -> tuple[int, int, bool] | None:
        """A month's number in digits or words: (end, month, whether the word is of the lunar year)."""
        number = digits.small(t, j, 12)
        if number is not None:
            return j + 1, number, False
        found = self.lex.months.match(t.w, j)
        if found is None:
            return None
        return found[0], found[1], t.w[j] in self.lex.lunar_months

    def _month(self, t: Tokens, j: int, part: str | None) -> tuple[int, Point] | None:
        at = j + 1
        if (found := digits.numeric(t, at, headed=True)) and not (found[1].grain == "day" and t.w[at + 1] == "-"):
            if found[1].grain != "month":
                return None
            end, tense = self.tense_tail(t, found[0])
            return end, replace(_with_part(found[1], part), tense=tense)
        if value := self.month_value(t, at):
            return self._numbered_month(t, j, value, part)
        if t.w[at] == "":
            return None
        shift = self.lex.anchored_shifts.match(t.w, at)
        rel = Rel(shift[1], "anchor") if shift else None
        if rel is None and (shift := self.lex.shifts.match(t.w, at)) and t.w[at] != "nay":
            rel = Rel(shift[1])
        if rel and shift and (part or not self._vague(t, j)):
            return shift[0], Point("month", month=rel, part=part, rule="month_relative")
        if rel is None and part and part not in ("whole",):
            return at, Point("month", month=Rel(0), part=part, rule="part_of_this_month")
        return None

    def _numbered_month(
        self, t: Tokens, j: int, value: tuple[int, int, bool], part: str | None
    ) -> tuple[int, Point] | None:
        end, month, lunar = value
        in_words = not t.w[j + 1].isdecimal()
        if self.lex.month_names.before(t.w, j):
            return None
        end, lunar = self.lunar_tail(t, end, lunar=lunar)
        tail = self.year_tail(t, end, glue=True)
        if in_words and not lunar and tail is None and month in (1, 3, 5) and not t.capital(j + 1):
            return None  # "tháng năm" (months and years), "tháng ba" in running text without a capital
        if (t.before(j).isdecimal() and part != "weeks") or (
            t.before(j) in self.lex.vague and not part and t.before(j) not in ("các", "những")
        ):
            return None  # "9 tháng 2" is no month
        year: Year | None = None
        if tail:
            end, year = tail
            end, lunar = self.lunar_tail(t, end, lunar=lunar)
        end, tense = self.tense_tail(t, end)
        rule = "part_of_month" if part and part != "whole" else "month"
        point = Point("month", year=year, month=month, part=part, lunar=lunar, tense=tense, rule=rule)
        return end, point

    def lunar_tail(self, t: Tokens, j: int, *, lunar: bool) -> tuple[int, bool]:
        """ "âm lịch", "(âm lịch)", "ÂL" after a day or month; "dương lịch" is passed over."""
        bracket = t.w[j] == "("
        at = j + bracket
        if t.w[at] in ("âm", "dương") and t.w[at + 1] == "lịch":
            end, found = at + 2, t.w[at] == "âm"
        elif t.w[at] in ("âl", "al") and t.capital(at):
            end, found = at + 1, True
        else:
            return j, lunar
        if bracket:
            return (end + 1, found) if t.w[end] == ")" else (j, lunar)
        return end, found

    def tense_tail(self, t: Tokens, j: int) -> tuple[int, str | None]:
        """ "vừa qua", "tới", "này" after a day or month."""
        if t.w[j] in ("này", "nay"):
            return j + 1, None
        found = self.lex.tense.match(t.w, j)
        if found is None:
            return j, None
        end, tense = found
        # "tới" before a place or another date is a verb or the middle of a range.
        starts_more = t.w[end].isdecimal() or t.w[end] in ("ngày", "tháng", "năm", "hết", "nay") or t.capital(end)
        return (j, None) if t.w[j] == "tới" and starts_more else (end, tense)

    def _months_of_year(self, t: Tokens, j: int) -> tuple[int, Point] | None:
        """ "6 tháng đầu năm 2023", "9 tháng năm 2022", "15 ngày đầu tháng 10"."""
        counted = self.count(t, j)
        if counted is None:
            return None
        at, number = counted
        unit, which = t.w[at], t.w[at + 1]
        if unit == "ngày" and which in ("đầu", "cuối") and t.w[at + 2] == "tháng" and 1 < number <= 20:
            found = self._month(t, at + 2, "days")
            if found is None:
                found = at + 3, Point("month", month=Rel(0))
            point = found[1]
            return found[0], Point(
                "month", year=point.year, month=point.month, number=number,
                part="first_days" if which == "đầu" else "last_days", rule="days_of_month",
            )  # fmt: skip
        if unit == "tuần" and which in ("đầu", "cuối") and 1 < number <= 4:
            return self._weeks_before_month(t, at + 2, counted_weeks(which, number))
        if unit == "quý" and which in ("đầu", "cuối") and 1 < number <= 3:
            number *= 3
        elif unit != "tháng" or not 1 < number <= 12:
            return None
        at += 1
        if which in ("đầu", "cuối"):
            at += 2 if t.w[at + 1] == "của" else 1
        months = (13 - number, 12) if which == "cuối" else (1, number)
        grain: Grain = "half" if number == 6 else "months"
        year = self.year_tail(t, at, glue=which not in ("đầu", "cuối") or t.w[at] == "/")
        if year:
            return year[0], Point(grain, year=year[1], months=months, rule="months_of_year")
        if which in ("đầu", "cuối") and t.w[at] == "năm":
            return at + 1, Point(grain, months=months, rule="months_of_year")
        reported = self.lex.cumulative.before(t.w, j) or (which in ("đạt", "ước") and t.before(j) == "hiện")
        if reported and which not in _NOT_REPORTED:
            return at, Point(grain, months=months, rule="cumulative_months")
        return None

    def count(self, t: Tokens, j: int) -> tuple[int, int] | None:
        """A count of units in digits or words: (end, number)."""
        word = t.w[j]
        if word.isdecimal():
            alone = digits.small(t, j, 99) is not None if len(word) <= 2 else not (t.glued(j) or t.glued(j + 1))
            return (j + 1, int(word)) if alone and len(word) <= 4 else None
        return self.lex.numbers.match(t.w, j)

    def _quarter(self, t: Tokens, j: int, part: str | None) -> tuple[int, Point] | None:
        at = j + 1
        word = t.w[at]
        if (found := digits.numeric(t, at, headed=True)) and found[1].grain == "month":
            month = found[1].month
            if isinstance(month, int) and month <= 4:
                return found[0], Point("quarter", year=found[1].year, number=month, part=part, rule="quarter")
            return None
        number = int(word) if word in ("1", "2", "3", "4") else _ROMAN.get(word)
        if number is None:
            if (shift := self.lex.shifts.match(t.w, at)) and word != "nay" and t.before(j) in self.lex.before_quarter:
                return shift[0], Point("quarter", number=None, month=Rel(shift[1]), part=part, rule="quarter_relative")
            return None
        end = at + 1
        if t.glued(end) and t.w[end].isalnum():
            return None
        year = self.year_tail(t, end, glue=True)
        if year:
            end = year[0]
        end, tense = self.tense_tail(t, end)
        point = Point("quarter", year=year[1] if year else None, number=number, part=part, tense=tense, rule="quarter")
        return end, point

    def _week(self, t: Tokens, j: int, part: str | None) -> tuple[int, Point] | None:
        at = j + 1
        if part is None and (weeks := self._weeks_of_month(t, j)):
            return weeks
        if found := self.lex.anchored_shifts.match(t.w, at):
            rel = Rel(found[1], "anchor")
        elif t.w[at] == "qua" and part == "end":
            found, rel = (at + 1, -1), Rel(-1)
        elif found := self.lex.shifts.match(t.w, at):
            rel = Rel(found[1])
        else:
            return None
        if t.w[at] == "nay" or (not part and self._vague(t, j)):
            return None
        return found[0], Point("week", week=rel, part=part, rule="week")

    def _weeks_of_month(self, t: Tokens, j: int) -> tuple[int, Point] | None:
        """ "tuần đầu tiên của tháng 9", "tuần 4, 5/9", "tuần 2 tháng 6/2022"."""
        named = named_weeks(t, j)
        if named is None or (t.w[j + 1] in ("đầu", "cuối") and t.before(j) in ("các", "những")):
            return None
        at, weeks = named
        if glued := month_after(t, at):
            return glued[0], Point("month", year=glued[2], month=glued[1], part="weeks", months=weeks, rule="weeks")
        return self._weeks_before_month(t, at, weeks)

    def _weeks_before_month(self, t: Tokens, at: int, weeks: Weeks) -> tuple[int, Point] | None:
        at += t.w[at] == "của"
        found = self._month(t, at, "weeks") if t.w[at] == "tháng" else None
        if found is None or found[1].rule == "part_of_this_month":
            return None
        return found[0], replace(found[1], part="weeks", months=weeks, rule="weeks")

    def _part(self, t: Tokens, i: int) -> tuple[str | None, int]:
        between = (
            t.w[i] == "giữa"
            and t.w[i + 1] == "năm"
            and (t.w[i + 2] == "cũ" or (t.w[i + 3] == "và" and (t.w[i + 4] == "năm" or digits.is_year(t.w[i + 4]))))
        )
        if not between and (found := self.lex.parts.match(t.w, i)) and t.before(i) not in self.lex.not_parts:
            end, part = found
            return part, end + (t.w[end] == "của")
        if found_whole := self.lex.whole.match(t.w, i):
            return "whole", found_whole[0]
        return None, i


def _is_half(part: str | None) -> bool:
    return part in ("first_half", "second_half")


def _with_part(point: Point, part: str | None) -> Point:
    if part is None:
        return point
    return Point(point.grain, year=point.year, month=point.month, part=part, rule="part_of_month")
