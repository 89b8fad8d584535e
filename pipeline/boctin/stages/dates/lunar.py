"""Grammar of days of the lunar calendar: "mùng 5 tháng Giêng", "rằm tháng Bảy", "30 Tết", "mùng 3 và mùng 4 Tết"."""

from dataclasses import replace

from boctin.stages.dates import numeric as digits
from boctin.stages.dates.points import PointGrammar
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import CanChi, Point


class LunarGrammar(PointGrammar):
    """Reads one day told by the lunar calendar."""

    def before_tet(self, t: Tokens, end: int, number: int) -> tuple[int, Point]:
        """ "30 Tết", "chiều 29 Tết Giáp Thìn": the last days of the lunar year before the one named."""
        year: int | CanChi | None = None
        if (found := self.can_chi(t, end)) and isinstance(found[1], int | CanChi):
            end = found[0]
            year = found[1] - 1 if isinstance(found[1], int) else CanChi((found[1].n - 1) % 60)
        return end, Point("day", year=year, month=12, day=number, lunar=True, rule="lunar_day")

    def lunar_day(self, t: Tokens, at: int) -> tuple[int, Point] | None:
        """ "mùng 5 tháng Giêng", "mồng 10/3 âm lịch", "rằm tháng Bảy", "mùng 3 Tết"."""
        if t.w[at] == "rằm":
            return self._of_lunar_month(t, at + 1, 15)
        found = digits.numeric(t, at + 1, headed=True)
        days = t.w[at + 2] == "-" and t.w[at + 4] in ("tết", "tháng")  # "mùng 2-6 Tết"
        if found and found[1].grain == "day" and found[1] is not digits.BLOCKED and not days:
            return found[0], replace(found[1], lunar=True, rule="lunar_day")
        return self.lunar_number(t, at + 1)

    def lunar_number(self, t: Tokens, at: int) -> tuple[int, Point] | None:
        """A day of the lunar month after "mùng"; without a month it is bare ("mùng 3 và mùng 4 Tết")."""
        value = digits.small(t, at, 10)
        found = (at + 1, value) if value else self.lex.numbers.match(t.w, at)
        if found is None or found[1] > 10:
            return None
        return self._of_lunar_month(t, *found) or (found[0], Point("day", day=found[1], rule="bare"))

    def _of_lunar_month(self, t: Tokens, end: int, number: int) -> tuple[int, Point] | None:
        if t.w[end] == "tết":
            end += 1 + 2 * (t.w[end + 1] == "nguyên")
            month = 1
        elif t.w[end] == "tháng" and (month_found := self.month_value(t, end + 1)):
            end, month = month_found[:2]
        else:
            return None
        end, _ = self.lunar_tail(t, end, lunar=True)
        year = self.year_tail(t, end, glue=True) or self.can_chi(t, end)
        if year:
            end = year[0]
        return end, Point("day", year=year[1] if year else None, month=month, day=number, lunar=True, rule="lunar_day")
