"""What tells time and is no date in digits: durations, sets ("hằng năm"), clock times, holidays by name."""

from boctin.stages.dates.days import DayGrammar
from boctin.stages.dates.lexicon import Lexicon
from boctin.stages.dates.numeric import is_year, small
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import Expression, Point

_MOST = 1000


class OtherGrammar:
    """Reads the expressions of time that the grammar of dates leaves."""

    def __init__(self, points: DayGrammar) -> None:
        self.points = points
        self.lex: Lexicon = points.lex

    def read(self, t: Tokens, i: int) -> tuple[int, Expression] | None:
        """A holiday, set, clock time or duration at token `i`."""
        return self._holiday(t, i) or self._set(t, i) or self._clock(t, i) or self._duration(t, i)

    def _holiday(self, t: Tokens, i: int) -> tuple[int, Expression] | None:
        """ "Tết Giáp Thìn", "Giỗ Tổ Hùng Vương", "Giáng sinh 2022": the day a name stands for."""
        found = self.lex.holidays.match(t.w, i)
        if found is None or not t.capital(i):
            return None
        end, holiday = found
        year = self.points.can_chi(t, end) or self.points.year_tail(t, end)
        if year is None and is_year(t.w[end]):
            year = end + 1, int(t.w[end])
        if year is None and holiday.needs_year:
            return None
        in_words = t.w[end] in self.lex.can and t.w[end + 1] in self.lex.chi
        if year and not any(word.isdecimal() for word in t.w[end : year[0]]):
            end = year[0]  # a year in digits is a date of its own
        elif in_words:
            end += 2
        (month, day), (last_month, last_day) = holiday.first, holiday.last
        low = Point("day", year=year[1] if year else None, month=month, day=day, lunar=holiday.lunar)
        high = Point("day", year=low.year, month=last_month, day=last_day, lunar=holiday.lunar)
        form = "point" if holiday.first == holiday.last else "range"
        return end, Expression(t.s[i], t.e[end - 1], form, low, high, kind="holiday", rule="holiday", confidence=0.85)  # type: ignore[arg-type]

    def _set(self, t: Tokens, i: int) -> tuple[int, Expression] | None:
        if not self.lex.sets.match(t.w, i):
            return None
        unit = self.lex.units.match(t.w, i + 1)
        if unit is None or unit[1] not in "DWMYQ":
            return None
        return unit[0], _other(t, i, unit[0], "set", _period(1, unit[1]), "set")

    def _clock(self, t: Tokens, i: int) -> tuple[int, Expression] | None:
        found = self.points.clock(t, i)
        if found is None:
            return None
        end, value = found
        part = self.lex.parts_of_day.match(t.w, end)
        if part:
            end = part[0]
        sure = part or t.w[i + 1] in ("h", "g") or t.w[i + 2].isdecimal() or t.before(i) == "lúc"
        return (
            (end, _other(t, i, end, "time", value, "clock"))
            if (sure and t.w[i + 1] != ":") or t.before(i) == "lúc"
            else None
        )

    def _duration(self, t: Tokens, i: int) -> tuple[int, Expression] | None:
        """ "3 năm", "trong 2 ngày", "5 năm qua"; "10 năm tuổi" and "lần thứ 5" are none."""
        counted = self.points.count(t, i)
        if counted is None or t.before(i) in ("thứ", "tháng", "năm", "ngày"):
            return None
        end, number = counted
        unit = self.lex.units.match(t.w, end)
        if unit is None or number > _MOST or (t.glued(end) and t.w[end].isalpha()):
            return None
        if _numbers_dates(t, unit[0]):
            return None
        end, letter = unit
        if t.w[end] in ("tuổi", "trước"):
            return None
        if t.w[end] in ("qua", "tới", "nay", "liên"):
            end += 1 if t.w[end] != "liên" else 0
        return end, _other(t, i, end, "duration", _period(number, letter), "duration")


def _numbers_dates(t: Tokens, unit: int) -> bool:
    """Whether a count's unit heads the dates counted, or a year: "2 ngày 13 và 14/8", "đợt 1 năm 2025"."""
    after = t.w[unit]
    if t.w[unit - 1] == "năm":
        return is_year(after)
    return t.w[unit - 1] == "ngày" and small(t, unit, 31) is not None


def _period(number: int, letter: str) -> str:
    """An ISO 8601 duration: P3Y, PT2H; a quarter is three months, a decade ten years, a century a hundred."""
    if letter in ("Q", "E", "C"):
        number, letter = number * {"Q": 3, "E": 10, "C": 100}[letter], "M" if letter == "Q" else "Y"
    return f"P{letter[0]}{number}{letter[1]}" if len(letter) == 2 else f"P{number}{letter}"


def _other(t: Tokens, i: int, end: int, kind: str, timex: str, rule: str) -> Expression:
    return Expression(t.s[i], t.e[end - 1], kind=kind, timex=timex, rule=rule, confidence=0.9)
