"""Grammar of expressions: points, ranges with their missing parts carried over, lists, and open ends."""

from dataclasses import replace

from boctin.stages.dates import numeric as digits
from boctin.stages.dates.days import DayGrammar
from boctin.stages.dates.guards import Guards
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import NOW, Expression, Point, Rel

_LIST_MARKS = (",", "và", "&", ";", "hoặc")
_LONGEST_LIST = 12
_SPAN_OF_YEARS = 130


class RangeGrammar:
    """Reads the expressions at a token."""

    def __init__(self, points: DayGrammar, guards: Guards) -> None:
        self.points = points
        self.guards = guards
        self.lex = points.lex

    def read(self, t: Tokens, i: int) -> tuple[int, list[Expression]] | None:
        """What begins at token `i`: the token after it, and its expressions (none where it is passed over)."""
        if (found := self.lex.froms.match(t.w, i)) and (ranged := self._from(t, i, found[0])):
            return ranged
        if (found := self.lex.tos.match(t.w, i)) and (closed := self._until(t, i, found[0])):
            return closed
        if t.w[i] in ("trước", "sau") and (side := self._side(t, i)):
            return side
        if headed := self._headed(t, i):
            return headed
        if parts := self._two_parts(t, i):
            return parts
        return self._plain(t, i)

    # "từ … đến …"

    def _from(self, t: Tokens, i: int, at: int) -> tuple[int, list[Expression]] | None:
        head = self.lex.range_heads.match(t.w, at)
        if head and (year := self._bare_year(t, head[0], sure=True)) and self._range_at(t, head[0], year) is None:
            return None
        low = NOW if (present := self.lex.now.match(t.w, at)) else None
        if present:
            end = present[0]
            joined = self.lex.tos.match(t.w, end)
            high = self._end(t, joined[0]) if joined else None
            if high is None or high[1].rule == "bare":
                return None
            return high[0], [_made(t, i, high[0], "range", low, high[1], "from_now")]
        first = self._end(t, head[0] if head else at)
        if first is None and head:
            first = self._end(t, at)
        if first is None:
            return None
        if first[1] is digits.BLOCKED:
            return first[0], []
        if pair := self._join(t, first):
            end, start, last = pair
            # "từ 20/10 - 10/11", and "từ năm 2018-2020": a dash may stand for "đến".
            if further := self._now(t, end):
                return further, [_made(t, i, further, "range", start, NOW, "from_to_now")]
            return end, [_made(t, i, end, "range", start, last, "from_to")]
        end, point = first
        if further := self._now(t, end):
            if point.rule == "bare":
                return None
            return further, [_made(t, i, further, "range", point, NOW, "from_to_now")]
        if point.rule == "bare" or point.rule == "day_only":
            return None
        if open_end := self.lex.since.match(t.w, end):
            end = open_end[0]
        elif point.rule in ("day_month", "month_year") and not self.guards.bare(t, at, end, point, led=True):
            return None
        return end, [_made(t, i, end, "since", point, None, "from")]

    def _now(self, t: Tokens, end: int) -> int | None:
        """The end of "đến nay" at a token; a bracketed date may tell the day ("đến nay (30-1)")."""
        at = end + (t.w[end] == ",")
        joined = self.lex.tos.match(t.w, at)
        present = self.lex.now.match(t.w, joined[0]) if joined else None
        if present is None:
            return None
        after = present[0]
        if t.w[after] == "(" and (day := digits.numeric(t, after + 1, headed=True)) and t.w[day[0]] == ")":
            return day[0] + 1
        return after

    def _until(self, t: Tokens, i: int, at: int) -> tuple[int, list[Expression]] | None:
        """ "đến hết năm 2025": the words begin after "đến" (with "hết"), the start is open."""
        begin = at - 1 if t.w[at - 1] in ("hết", "trước") else at
        if self.lex.now.match(t.w, at):
            return None
        found = self.read_point(t, at)
        if found is None:
            return None
        end, point = found
        if point is digits.BLOCKED:
            return end, []
        pair = self._join(t, found)
        if pair:  # "đến giai đoạn 2021-2025", "tới 5-7/10": a range that something comes to
            return pair[0], [_made(t, at, pair[0], "range", pair[1], pair[2], "range")]
        if point.rule in ("day_month", "month_year", "bare_year") and not self.guards.bare(t, at, end, point, led=True):
            return None
        if t.w[begin] == "trước":
            return end, [_made(t, begin, end, "before", None, point, "before")]
        if point.clock and ":" in point.clock and t.capital(i):
            return end, [_made(t, at, end, "point", point, None, point.rule)]
        return end, [_made(t, begin, end, "until", None, point, "until")]

    def _side(self, t: Tokens, i: int) -> tuple[int, list[Expression]] | None:
        """ "trước ngày 15/11", "sau năm 1975"."""
        if t.w[i + 1] in ("tháng", "năm", "tuần", "đó", "khi") and not t.w[i + 2].isdecimal():
            return None
        if t.before(i) in ("ngày", "tháng", "năm", "tuần", "giờ", "phía", "hôm"):
            return None
        found = self.read_point(t, i + 1)
        if found is None or found[1] is digits.BLOCKED:
            return None
        end, point = found
        if (
            isinstance(point.day, Rel)
            or isinstance(point.year, Rel)
            or point.grain == "week"
            or point.weekday is not None
        ):
            return None
        if point.rule in ("day_month", "month_year", "bare_year") and not self.guards.bare(
            t, i + 1, end, point, led=True
        ):
            return None
        if self._join(t, found):
            return None
        if t.w[i] == "trước":
            return end, [_made(t, i, end, "before", None, point, "before")]
        return end, [_made(t, i, end, "after", point, None, "after")]

    # Heads, plain points, ranges and lists

    def _headed(self, t: Tokens, i: int) -> tuple[int, list[Expression]] | None:
        """ "giai đoạn 2021-2025", "nhiệm kỳ 2020 - 2025", "giai đoạn từ năm 2013 đến năm 2015"."""
        head = self.lex.range_heads.match(t.w, i)
        if head is None:
            return None
        at = head[0]
        if opened := self.lex.froms.match(t.w, at):
            inner = self._from(t, at, opened[0])
            if inner and inner[1]:
                expression = inner[1][0]
                return inner[0], [replace(expression, start=t.s[i])]
            return None
        first = self._bare_year(t, at, sure=True) or self.read_point(t, at)
        pair = self._range_at(t, at, first) if first else None
        if pair is None or pair[1].grain not in ("year", "month"):
            return None
        end, low, high = pair
        return end, [_made(t, i, end, "range", low, high, "period_of_years")]

    def _range_at(self, t: Tokens, at: int, first: tuple[int, Point]) -> tuple[int, Point, Point] | None:
        """A range of years, "2021-2025", "2022/23" included."""
        end, low = first
        if t.w[end] == "/" and digits.is_year(t.w[at]) and isinstance(low.year, int):
            short = t.w[end + 1]
            if len(short) in (2, 4) and short.isdecimal() and int(short[-2:]) == (low.year + 1) % 100:
                return end + 2, low, replace(low, year=low.year + 1)
        return self._join(t, first)

    def _two_parts(self, t: Tokens, i: int) -> tuple[int, list[Expression]] | None:
        """ "đầu và giữa năm 2023", "GIỮA và CUỐI tháng 11": two parts of one month or year."""
        first = self.lex.parts.match(t.w, i)
        if first is None or t.w[first[0]] not in ("và", ",", "đến", "-", "tới"):
            return None
        second_at = first[0] + 1
        if not self.lex.parts.match(t.w, second_at):
            return None
        found = self.points.coarse(t, second_at)
        if found is None or found[1].part is None:
            return None
        end, high = found
        return end, [_made(t, i, end, "hull", replace(high, part=first[1]), high, "two_parts")]

    def _plain(self, t: Tokens, i: int) -> tuple[int, list[Expression]] | None:
        at = (
            i + 1
            if t.w[i] in ("các", "những", "hai", "hết", "tháng") and t.w[i + 1] in ("ngày", "tháng", "quý", "năm")
            else i
        )
        if t.w[i] == "hết" and at == i + 1 and t.w[at] in ("tháng", "năm", "quý"):
            at = i
        found = self._end(t, at) or self._counted_back(t, i)
        if found is None:
            return None
        end, point = found
        if point is digits.BLOCKED:
            return end, []
        if point.rule == "back":
            return end, [_made(t, i, end, "point", point, None, "back")]
        if pair := self._join(t, found):
            low, high = pair[1], pair[2]
            if not self.guards.bare_range(t, at, pair[0], low, high):
                return None
            if further := self._now(t, pair[0]):
                return further, [_made(t, i, further, "range", low, NOW, "to_now")]
            return pair[0], [_made(t, i, pair[0], "range", low, high, "range")]
        if listed := self._list(t, i, found):
            return listed
        if point.rule == "bare":
            return None
        if (further := self._now(t, end)) and point.grain != "now":
            return further, [_made(t, i, further, "range", point, NOW, "to_now")]
        if not self.guards.bare(t, at, end, point, led=False):
            return None
        if at != i and t.w[i] != "hết":
            i = at
        if t.w[i] == "hết":
            return end, [_made(t, i, end, "until", None, point, "until")]
        return end, [_made(t, i, end, "point", point, None, point.rule)]

    def read_point(self, t: Tokens, i: int) -> tuple[int, Point] | None:
        """A point that can stand alone: with a head word, or a year by itself."""
        if found := self.points.point(t, i):
            return found
        return self._bare_year(t, i, sure=True)

    def _bare_year(self, t: Tokens, i: int, *, sure: bool) -> tuple[int, Point] | None:
        if not digits.is_year(t.w[i]) or (t.glued(i) and t.w[i - 1] not in "(\"'-/"):
            return None
        if not self.guards.year(t, i, sure=sure):
            return None
        return i + 1, Point("year", year=int(t.w[i]), rule="bare_year")

    def _end(self, t: Tokens, i: int) -> tuple[int, Point] | None:
        """An end of a range: a point, a year, or a bare number whose rest the other end tells ("2-4/9")."""
        if t.w[i] == "hết":
            i += 1
        if found := self.points.point(t, i):
            return found
        if digits.is_year(t.w[i]):
            return self._bare_year(t, i, sure=True)
        number = digits.small(t, i, 31)
        if number is None:
            return None
        return i + 1, Point("day", day=number, rule="bare")

    def _join(self, t: Tokens, first: tuple[int, Point]) -> tuple[int, Point, Point] | None:
        """The rest of a range after its first end: (end, low, high) with missing parts carried over."""
        end, low = first
        joint = self.lex.tos.match(t.w, end)
        if joint is None and t.w[end] == "," and t.w[end + 1] in ("đến", "cho"):
            joint = self.lex.tos.match(t.w, end + 1)
        at = joint[0] if joint else end + 1 if t.w[end] == "-" else 0
        if not at:
            return None
        second = self._end(t, at)
        if second is None or second[1] is digits.BLOCKED:
            return None
        pair = carry(low, second[1])
        if pair is None or (low.rule == "bare_year" and not self.guards.year_span(pair)):
            return None
        return second[0], *pair

    def _list(self, t: Tokens, i: int, first: tuple[int, Point]) -> tuple[int, list[Expression]] | None:
        """ "tháng 3, 4 và 5/2023", "các ngày 7, 8/12", "cuối tháng 1, đầu tháng 2 năm 2023"."""
        end, point = first
        items: list[tuple[int, int, Point]] = [(i, end, point)]
        open_item = point.rule in ("day_only", "bare") or (point.grain in ("month", "quarter") and point.year is None)
        if not open_item and not (point.part and point.grain in ("month", "year")):
            return None
        if point.rule == "bare" and t.w[i] not in ("ngày", "các", "tháng"):
            return None
        while len(items) < _LONGEST_LIST and t.w[end] in _LIST_MARKS:
            at = end + 1 + (t.w[end] == "," and t.w[end + 1] == "và")
            second = self._end(t, at)
            fits = second and (pair := carry(items[-1][2], second[1])) and not (second[1].rule == "bare_year")
            if not fits or second is None or pair is None or bool(pair[1].part) != bool(point.part):
                break
            items.append((at, second[0], pair[1] if pair[1].rule != "bare" else replace(pair[1], rule="listed")))
            end = second[0]
        last = items[-1][2]
        enough = last.month is not None if last.grain == "day" else last.year is not None
        if len(items) < 2 or not enough:
            return None
        full = [carry(item, last) or (item, last) for _, _, item in items]
        lows = [pair[0] for pair in full]
        if touching(lows):
            return end, [_made(t, i, end, "hull", lows[0], last, "list")]
        return end, [
            _made(t, a, b, "point", low, None, "list_item") for (a, b, _), low in zip(items, lows, strict=True)
        ]

    def _counted_back(self, t: Tokens, i: int) -> tuple[int, Point] | None:
        """ "cách đây 30 năm", "2 ngày trước", "3 ngày nữa"."""
        at = i
        ago = t.w[i] == "cách" and t.w[i + 1] in ("đây", "nay")
        if ago:
            at = i + 2 + (t.w[i + 2] in ("hơn", "gần", "khoảng", "đúng", "tròn", "chừng"))
        counted = self.points.count(t, at)
        if counted is None or t.before(i) in self.lex.vague:
            return None
        end, number = counted
        unit = self.lex.units.match(t.w, end)
        if unit is None or unit[1] not in "DWMY" or not 0 < number <= 1000:
            return None
        after = unit[0]
        if ago:
            return after, Point("day", back=(unit[1], -number), rule="back")
        if t.w[after] in ("về", "trở") and t.w[after + 1] == "trước":
            after += 1
        if t.w[after] == "trước" and self.guards.ends_clause(t, after + 1, i):
            return after + 1, Point("day", back=(unit[1], -number), rule="back")
        if t.w[after] == "nữa" and t.w[after + 1] not in ("sau",) and t.before(i) not in ("hơn", "thêm"):
            return after + 1, Point("day", back=(unit[1], number), rule="back")
        return None


def carry(low: Point, high: Point) -> tuple[Point, Point] | None:
    """Two ends of a range or items of a list, each with what only the other one says; None when they do not belong."""
    if high.rule == "bare" and low.rule == "bare":
        return None
    if low.rule == "bare":
        low = _as(low, high)
    elif high.rule == "bare":
        high = _as(high, low)
        if high.grain == "day" and low.month is None:
            return None
    if low is None or high is None or not _rank(low, high):
        return None
    if low.grain == high.grain == "day" and not (isinstance(low.day, Rel) or isinstance(high.day, Rel)):
        if low.month is None and low.weekday is None:
            if high.month is None:
                return None
            low = replace(low, month=high.month, lunar=high.lunar, rule="carried")
        if high.month is None and high.weekday is None:
            high = replace(high, month=low.month, lunar=low.lunar)
    if low.grain in ("day", "month", "quarter", "half", "months") and low.year is None and isinstance(high.year, int):
        low = replace(low, year=high.year - _wraps(low, high))
    elif isinstance(low.year, int) and high.year is None and high.grain != "week" and not isinstance(high.day, Rel):
        if high.grain in ("day", "month", "quarter"):
            high = replace(high, year=low.year + _wraps(low, high))
        elif high.grain in ("year", "half") and high.part:
            high = replace(high, year=low.year)
    if isinstance(low.year, int) and isinstance(high.year, int) and low.year > high.year:
        return None
    if low.grain == high.grain == "year" and low.rule == high.rule == "bare_year" and low.year == high.year:
        return None
    return low, high


def _as(bare: Point, other: Point) -> Point | None:
    """A bare number as a point of the grain of the other end."""
    number = bare.day
    if not isinstance(number, int) or other.lunar and number > 30:
        return None
    if other.grain == "day" and not isinstance(other.day, Rel) and other.weekday is None and other.day is not None:
        return Point("day", day=number, lunar=other.lunar, rule="bare")
    if other.grain == "month" and not isinstance(other.month, Rel) and number <= 12 and not other.part:
        return Point("month", month=number, lunar=other.lunar, rule="bare")
    if other.grain == "quarter" and number <= 4:
        return Point("quarter", number=number, rule="bare")
    return None


def _rank(low: Point, high: Point) -> bool:
    """Whether two grains may be the ends of one range."""
    if low.grain == "year" and low.rule == "bare_year" and high.grain in ("day", "week"):
        return False
    if high.rule == "bare_year" and low.grain in ("day", "week", "quarter"):
        return low.grain == "quarter"
    return True


def _wraps(low: Point, high: Point) -> int:
    """1 when the first end lies later in its year than the second ("20/12 - 10/1")."""
    key = [
        (p.month if isinstance(p.month, int) else (p.number or 0) * 3, p.day if isinstance(p.day, int) else 0)
        for p in (low, high)
    ]
    return int(key[0] > key[1] and all(k[0] for k in key))


_PART_ORDER = {"start": 0, "middle": 1, "end": 2}


def touching(items: list[Point]) -> bool:
    """Whether the points of a list follow one another without a gap."""
    ranks = [_ordinal(p) for p in items]
    return all(a is not None and b is not None and b - a == 1 for a, b in zip(ranks, ranks[1:], strict=False))


def _ordinal(p: Point) -> int | None:
    year = p.year if isinstance(p.year, int) else 0
    if p.part in _PART_ORDER:
        unit = (year * 12 + p.month) if isinstance(p.month, int) else year
        return unit * 3 + _PART_ORDER[p.part]
    if p.part:
        return None
    if p.grain == "day" and isinstance(p.day, int) and isinstance(p.month, int):
        return (year * 12 + p.month) * 100 + p.day
    if p.grain == "month" and isinstance(p.month, int):
        return year * 12 + p.month
    if p.grain == "quarter" and p.number:
        return year * 4 + p.number
    return year if p.grain == "year" else None


def _made(t: Tokens, i: int, end: int, form: str, low: Point | None, high: Point | None, rule: str) -> Expression:
    return Expression(t.s[i], t.e[end - 1], form, low, high, rule=rule)  # type: ignore[arg-type]
