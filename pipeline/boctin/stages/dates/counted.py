"""Points told by counting from another: "cách đây 30 năm", "2 ngày trước", "3 ngày nữa", "một năm sau"."""

from boctin.stages.dates.days import DayGrammar
from boctin.stages.dates.guards import Guards
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import Point

_MOST = 1000
_ROUGHLY = ("hơn", "gần", "khoảng", "đúng", "tròn", "chừng", "ngót", "tầm")
# Before "một năm sau": what comes next in the story, not the second half of a comparison ("10 năm sau chiến tranh").
_OPENS_CLAUSE = frozenset(("\n", "", ".", ",", ";", "và", "rồi", "vào", "đúng", "tròn", "nhưng"))
_CLAUSE_END = frozenset((",", ".", ";", ")", "\n", ""))


class CountedGrammar:
    """Reads a count of days, weeks, months or years from now or from the date told before."""

    def __init__(self, points: DayGrammar, guards: Guards) -> None:
        self.points = points
        self.guards = guards
        self.lex = points.lex

    def read(self, t: Tokens, i: int) -> tuple[int, Point] | None:
        """The point counted at token `i`: (end, point)."""
        ago = t.w[i] == "cách" and t.w[i + 1] in ("đây", "nay")
        at = i + 2 + (t.w[i + 2] in _ROUGHLY) if ago else i
        counted = self.points.count(t, at)
        if counted is None or t.before(i) in self.lex.vague:
            return None
        end, number = counted
        unit = self.lex.units.match(t.w, end)
        if unit is None or unit[1] not in "DWMY" or not 0 < number <= _MOST:
            return None
        after, letter = unit
        if ago:
            return after, Point("day", back=(letter, -number), rule="back")
        return (
            self._before(t, i, after, (letter, -number))
            or self._ahead(t, i, after, (letter, number))
            or self._afterwards(t, i, after, (letter, number))
        )

    def _before(self, t: Tokens, i: int, after: int, back: tuple[str, int]) -> tuple[int, Point] | None:
        """ "2 ngày trước", "10 năm về trước", "20 năm trước đây"."""
        if t.w[after] in ("về", "trở") and t.w[after + 1] == "trước":
            after += 1
        if t.w[after] != "trước":
            return None
        if t.w[after + 1] == "đây" and t.w[after + 2] in _CLAUSE_END:
            return after + 2, Point("day", back=back, rule="back")
        if self.guards.ends_clause(t, after + 1, i):
            return after + 1, Point("day", back=back, rule="back")
        return None

    def _ahead(self, t: Tokens, i: int, after: int, back: tuple[str, int]) -> tuple[int, Point] | None:
        """ "3 ngày nữa" is that day; "2 tháng nữa" is a stretch from now on."""
        near = t.w[after] == "nữa" and back[0] in "DW"
        if near and t.w[after + 1] not in ("sau",) and t.before(i) not in ("hơn", "thêm"):
            return after + 1, Point("day", back=back, rule="back")
        return None

    def _afterwards(self, t: Tokens, i: int, after: int, back: tuple[str, int]) -> tuple[int, Point] | None:
        """ "Một năm sau, …", "hai ngày sau đó": counted from the date told before, where it opens a clause."""
        if t.w[after] != "sau" or back[0] == "W" or t.before(i) not in _OPENS_CLAUSE:
            return None
        end = after + 1 + (t.w[after + 1] == "đó")
        if t.w[end] not in _CLAUSE_END:
            return None
        return end, Point("day", back=back, base="anchor", rule="afterwards")
