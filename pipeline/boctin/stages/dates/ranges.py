"""Grammar of expressions: points, ranges with their missing parts carried over, lists, and open ends."""

from dataclasses import replace

from boctin.stages.dates import numeric as digits
from boctin.stages.dates.carrying import carry, like, touching
from boctin.stages.dates.counted import CountedGrammar
from boctin.stages.dates.days import DayGrammar
from boctin.stages.dates.guards import Guards
from boctin.stages.dates.likewise import same_period, this_day
from boctin.stages.dates.spans import dotted, split_year, unmarked
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import NOW, TERM, THEN, Expression, Point, Rel

_LIST_MARKS = (",", "và", "&", ";", "hoặc")
_LONGEST_LIST = 12
_PLURALS = frozenset(("các", "những", "hai", "ba"))
_UNITS = frozenset(("ngày", "tháng", "quý", "năm"))
_TOLD_IN_WORDS = ("day_in_words", "day_only", "bare", "listed")
_TODAY = Point("day", day=Rel(0), rule="day_relative")
# Before "đến": what lasts or is reckoned until a time.
_REACHING = frozenset(("dài", "tính", "kế", "cho", "hạn", "từ", "nay", "trực"))


class RangeGrammar:
    """Reads the expressions at a token."""

    def __init__(self, points: DayGrammar, guards: Guards) -> None:
        self.points = points
        self.guards = guards
        self.lex = points.lex
        self.counted = CountedGrammar(points, guards)

    def read(self, t: Tokens, i: int) -> tuple[int, list[Expression]] | None:
        """What begins at token `i`: the token after it, and its expressions (none where it is passed over)."""
        found = self._read(t, i)
        if found is None or len(found[1]) != 1:
            return found
        end, (x,) = found
        if self.guards.title(t, i, end) or self.guards.of_any_year(t, end, x):
            return end, []
        if yearly := self._yearly(t, end, x):
            return yearly
        return (self._retold(t, *found) if x.form in ("range", "point") else None) or found

    def _yearly(self, t: Tokens, end: int, x: Expression) -> tuple[int, list[Expression]] | None:
        """ "tháng 2 và tháng 9 hàng năm", "thứ Bảy và Chủ nhật hằng tuần": of no one year or week."""
        points = [p for p in (x.low, x.high) if p is not None]
        if any(p.year is not None or p.grain == "now" for p in points):
            return None
        unit, timex = ("tuần", "P1W") if any(p.weekday is not None for p in points) else ("năm", "P1Y")
        after = self._every(t, end, unit)
        if after is None and t.w[end] in (",", "và"):
            if unit == "tuần" and (day := self.lex.weekdays.match(t.w, end + 1)):
                after = self._every(t, day[0], unit)
            elif (second := self.points.point(t, end + 1)) and second[1].year is None:
                after = self._every(t, second[0], unit)
        if after is None:
            return None
        return after, [Expression(x.start, t.e[after - 1], kind="set", timex=timex, rule="set", confidence=0.9)]

    def _every(self, t: Tokens, at: int, unit: str) -> int | None:
        return at + 2 if t.w[at] in self.lex.every and t.w[at + 1] == unit else None

    def _read(self, t: Tokens, i: int) -> tuple[int, list[Expression]] | None:
        if (found := self.lex.froms.match(t.w, i)) and (ranged := self._from(t, i, found[0])):
            return ranged
        if (found := self.lex.tos.match(t.w, i)) and (closed := self._until(t, i, found[0])):
            return closed
        if t.w[i] in ("trước", "sau") and (side := self._side(t, i)):
            return side
        if t.w[i + 1] in ("kỳ", "kì", "này") and (alike := same_period(self.points, t, i) or this_day(t, i)):
            return alike[0], [_made(t, i, alike[0], "point", alike[1], None, alike[1].rule)]
        if headed := self._headed(t, i):
            return headed
        if parts := self._two_parts(t, i):
            return parts
        return self._plain(t, i)

    def _retold(self, t: Tokens, end: int, made: list[Expression]) -> tuple[int, list[Expression]] | None:
        """A period told again: "6 tháng năm 2024 (từ ngày 1/7 đến 31/12/2024)", "từ 19/1, tức từ 28 tháng Chạp"."""
        bracket = t.w[end] == "("
        at = end + (bracket or t.w[end] == ",")
        told = t.w[at] in ("tức", "nhằm")
        at += told + (told and t.w[at + 1] == "là")
        if not (told or bracket) or not (told or self.lex.froms.match(t.w, at)):
            return None
        again = self._read(t, at)
        if again is None or len(again[1]) != 1 or again[1][0].form not in ("range", "point"):
            return None
        after, second = again[0], again[1][0]
        told_days = [p for p in (second.low, second.high) if p is not None]
        if (bracket and t.w[after] != ")") or any(isinstance(p.day, Rel) for p in told_days):
            return None
        after += bracket
        # The bracket says which days; the lunar calendar only says them otherwise.
        x = made[0] if _lunar(second) and not _lunar(made[0]) else second
        return after, [replace(x, start=made[0].start, end=t.e[after - 1], rule="retold")]

    # "từ … đến …"

    def _from(self, t: Tokens, i: int, at: int) -> tuple[int, list[Expression]] | None:
        if present := self.lex.now.match(t.w, at):
            return self._from_now(t, i, present[0])
        term = self.lex.terms.match(t.w, at + 1) if t.w[at] == "đầu" else None
        if term and (further := self._now(t, term[0])):
            return further, [_made(t, i, further, "range", TERM, NOW, "from_term")]
        told = at + (t.w[at] in ("khi", "lúc", "hồi", "ngày", "năm"))
        if t.w[told] in ("đó", "ấy") and (further := self._now(t, told + 1)):
            return further, [_made(t, i, further, "range", THEN, NOW, "from_then")]
        if period := self._headed(t, at, inside=True):
            # "từ năm học 2024-2025": from the first day of the period on.
            x = period[1][0]
            if further := self._now(t, period[0]):
                return further, [replace(x, start=t.s[i], end=t.e[further - 1], high=NOW, rule="from_to_now")]
            joined = self.lex.tos.match(t.w, period[0])
            if joined and (last := self._headed(t, joined[0], inside=True)):
                y = last[1][0]
                return last[0], [replace(x, start=t.s[i], end=y.end, high=y.high, rule="from_to")]
            return period[0], [replace(x, start=t.s[i], form="since", high=None, rule="from")]
        if days := dotted(t, at):
            return days[0], [_made(t, i, days[0], "range", days[1], days[2], "from_to")]
        first = self.counted.read(t, at) or self._end(t, at)
        if first is None:
            return None
        if first[1] is digits.BLOCKED:
            return first[0], []
        if pair := self._join(t, first):
            end, low, high = pair
            if low.rule == "carried" and not self.guards.bare_range(t, at, end, low, high):
                return None
            return end, [_made(t, i, end, "range", low, high, "from_to")]
        return self._from_alone(t, i, at, first)

    def _from_alone(self, t: Tokens, i: int, at: int, first: tuple[int, Point]) -> tuple[int, list[Expression]] | None:
        """ "từ năm 2015 đến nay", "từ ngày 1/7", "từ tháng 9 trở đi"."""
        end, point = first
        if point.rule == "bare":
            return None
        if further := self._now(t, end):
            return further, [_made(t, i, further, "range", point, NOW, "from_to_now")]
        if open_end := self.lex.since.match(t.w, end):
            end = open_end[0]
        elif point.rule == "day_only" or not self.guards.bare(t, at, end, point, led=True):
            return None
        if t.w[end : end + 2] == ["về", "trước"] or t.w[end : end + 3] == ["trở", "về", "trước"]:
            end += 2 + (t.w[end] == "trở")
            return end, [_made(t, i, end, "until", None, point, "from_back")]
        form = "after" if t.before(at) == "sau" else "since"  # "từ sau năm 2016"
        return end, [_made(t, i, end, form, point, None, "from")]

    def _from_now(self, t: Tokens, i: int, end: int) -> tuple[int, list[Expression]] | None:
        """ "từ nay đến cuối năm"."""
        joined = self.lex.tos.match(t.w, end)
        high = self._end(t, joined[0]) if joined else None
        if high is None or high[1].rule == "bare" or high[1] is digits.BLOCKED:
            return None
        return high[0], [_made(t, i, high[0], "range", NOW, high[1], "from_now")]

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
        if self.lex.now.match(t.w, at):
            return None
        begin = at - 1 if t.w[at - 1] in ("hết", "trước") else at
        found = self.read_point(t, at)
        if found is None and t.w[begin] == "hết":  # "đến hết năm"
            found = self.points.coarse(t, begin)
        if found is None:
            return None
        end, point = found
        if point is digits.BLOCKED:
            return end, []
        if pair := self._join(t, found):  # "tới 5-7/10", "đến 2021-2025": a range that something comes to
            return self._plain_range(t, at, pair)
        if not self.guards.bare(t, at, end, point, led=True):
            return None
        if t.w[begin] == "trước":
            return end, [_made(t, begin, end, "before", None, point, "before")]
        if point.clock and t.before(i) not in _REACHING:
            # "Đến sáng 28/10, bão đi vào …" tells when, not how long.
            return end, [_made(t, at, end, "point", point, None, point.rule)]
        if point == _TODAY and (t.w[at] == "ngày" or t.before(at - 1) == "cho"):
            return end, []  # "cho đến ngày hôm nay": until now, from no time told
        if begin == at and self._only_then(t, i, end):
            return end, [_made(t, at, end, "point", point, None, "reached")]
        return end, [_made(t, begin, end, "until", None, point, "until")]

    def _only_then(self, t: Tokens, i: int, end: int) -> bool:
        """ "mãi đến năm 2019", "tới tháng 11 mới mở lại"; "tính đến 15/8 mới giải ngân 170 tỷ" is a sum up to a day."""
        if t.before(i) in ("mãi", "phải"):
            return True
        amount = any(word[:1].isdecimal() for word in t.w[end + 1 : end + 6])
        return t.w[end] == "mới" and t.before(i) != "tính" and not amount

    def _side(self, t: Tokens, i: int) -> tuple[int, list[Expression]] | None:
        """ "trước ngày 15/11", "sau năm 1975"."""
        if t.w[i + 1] in ("tháng", "năm", "tuần", "đó", "khi") and not t.w[i + 2].isdecimal():
            return None
        at = i + 3 if t.w[i + 1 : i + 3] == ["thời", "điểm"] else i + 1
        if t.before(i) in ("ngày", "tháng", "năm", "tuần", "giờ", "phía", "hôm"):
            return None
        found = self.read_point(t, at)
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
        if not self.guards.bare(t, at, end, point, led=True):
            return None
        if self._join(t, found) or point.grain in ("half", "months"):
            return None
        if t.w[i] == "trước":
            return end, [_made(t, i, end, "before", None, point, "before")]
        return end, [_made(t, i, end, "after", point, None, "after")]

    # Heads, plain points, ranges and lists

    def _headed(self, t: Tokens, i: int, *, inside: bool = False) -> tuple[int, list[Expression]] | None:
        """ "giai đoạn 2021-2025", "nhiệm kỳ 2020 - 2025", "giai đoạn từ năm 2013 đến năm 2015"."""
        head = self.lex.range_heads.match(t.w, i)
        if head is None:
            return None
        at = head[0]
        if inside and self.lex.froms.match(t.w, at):
            return None
        if opened := self.lex.froms.match(t.w, at):
            if t.w[at - 1] == "vụ":
                return None  # "Vụ trưởng Vụ Công chức, Bộ Nội vụ từ năm 2017"
            inner = self._from(t, at, opened[0])
            if inner and inner[1]:
                expression = inner[1][0]
                return inner[0], [replace(expression, start=t.s[i])]
            return None
        first = self._bare_year(t, at, sure=True) or self.read_point(t, at)
        pair = split_year(t, at) or (first and (unmarked(t, first) or self._join(t, first)))
        if pair is None or pair[1].grain not in ("year", "month"):
            return None
        end, low, high = pair
        return end, [_made(t, i, end, "range", low, high, "period_of_years")]

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
        if back := self.counted.read(t, i):
            return back[0], [_made(t, i, back[0], "point", back[1], None, back[1].rule)]
        plural = t.w[i] in _PLURALS and t.w[i + 1] in _UNITS and self.points.coarse(t, i) is None
        at = i + 1 if plural else i
        found = self._end(t, at)
        if found is None:
            return None
        end, point = found
        if point is digits.BLOCKED:
            return end, []
        if pair := self._join(t, found):
            return self._plain_range(t, at, pair)
        if listed := self._list(t, at, found):
            return listed
        if point.rule == "bare":
            return None
        if (further := self._now(t, end)) and point.grain != "now":
            return further, [_made(t, at, further, "range", point, NOW, "to_now")]
        if not self.guards.bare(t, at, end, point, led=False):
            return None
        if t.w[at] == "hết":
            return end, [_made(t, at, end, "until", None, point, "until")]
        return end, [_made(t, at, end, "point", point, None, point.rule)]

    def _plain_range(self, t: Tokens, at: int, pair: tuple[int, Point, Point]) -> tuple[int, list[Expression]] | None:
        end, low, high = pair
        if not self.guards.bare_range(t, at, end, low, high):
            return None
        if further := self._now(t, end):
            return further, [_made(t, at, further, "range", low, NOW, "to_now")]
        return end, [_made(t, at, end, "range", low, high, "range")]

    def read_point(self, t: Tokens, i: int) -> tuple[int, Point] | None:
        """A point that can stand alone: with a head word, or a year by itself."""
        if found := self.points.point(t, i):
            return found
        return self._bare_year(t, i, sure=True)

    def _bare_year(self, t: Tokens, i: int, *, sure: bool) -> tuple[int, Point] | None:
        if not digits.is_year(t.w[i]) or (t.glued(i) and t.w[i - 1] not in "(\"'-/\n"):
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
        second = self._alike(t, at, low) or self._end(t, at)
        if second is None or second[1] is digits.BLOCKED:
            return None
        if joint and t.w[end] == "," and t.w[end + 1] == "đến" and second[1].grain in ("month", "year"):
            return None  # "thành lập từ năm 1998, đến tháng 4/2020, hãng được bán": what began, and then
        if joint is None and low.rule == "bare" and t.glued(end) and t.w[second[0] - 2] == "-":
            return None  # "lô 1-2-3": numbers in a row
        if low.grain in ("month", "quarter") and second[1].rule == "bare" and (same := like(second[1], low)):
            second = self._with_year(t, second[0], replace(same, rule="listed"))
        pair = carry(low, second[1])
        if pair is None or (low.rule == "bare_year" and not self.guards.year_span(pair)):
            return None
        return second[0], *pair

    def _alike(self, t: Tokens, at: int, low: Point) -> tuple[int, Point] | None:
        """A second date without a head of its own, in the writing of the first: "tháng 10.2013 - 2.2014", "ngày 3 và
        4.4", "từ ngày 20 tháng 11 tới 18 tháng 12".
        """
        if low.rule in ("month_year", "day_only", "day_month") and t.w[at + 1] == "." and t.glued(at + 1):
            found = digits.numeric(t, at, headed=True)
            alike = found and found[1].grain == low.grain and t.w[found[0]] not in self.lex.not_year_before
            return found if alike else None
        if low.rule in ("bare", "listed") and t.w[at + 1] == "tết":
            return self.points.lunar_number(t, at)
        in_words = low.rule in _TOLD_IN_WORDS and low.grain == "day" and t.w[at].isdecimal() and t.w[at + 1] == "tháng"
        return self.points.dated(t, at) if in_words and self.points.month_value(t, at + 2) else None

    def _list(self, t: Tokens, i: int, first: tuple[int, Point]) -> tuple[int, list[Expression]] | None:
        """ "tháng 3, 4 và 5/2023", "các ngày 7, 8/12", "cuối tháng 1, đầu tháng 2 năm 2023"."""
        end, point = first
        items: list[tuple[int, int, Point]] = [(i, end, point)]
        open_item = point.rule in ("day_only", "bare") or (point.grain in ("month", "quarter") and point.year is None)
        if not open_item and not (point.part and point.grain in ("month", "year")):
            return None
        if point.rule == "bare" and t.w[i] not in ("ngày", "các", "tháng", "mùng", "mồng"):
            return None
        while len(items) < _LONGEST_LIST and (t.w[end] in _LIST_MARKS or (t.w[end] == "-" and _next(t, end))):
            at = end + 1 + (t.w[end] == "," and t.w[end + 1] == "và")
            second = self._alike(t, at, items[-1][2]) or self._end(t, at)
            if second and second[1].rule == "bare" and (same := like(second[1], items[-1][2])):
                second = self._with_year(t, second[0], replace(same, rule="listed"))
            fits = second and (pair := carry(items[-1][2], second[1])) and second[1].rule != "bare_year"
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
        if touching(lows) and not any(item.clock for _, _, item in items[1:]):
            return end, [_made(t, i, end, "hull", lows[0], last, "list")]
        return end, [
            _made(t, a, b, "point", low, None, "list_item") for (a, b, _), low in zip(items, lows, strict=True)
        ]

    def _with_year(self, t: Tokens, end: int, item: Point) -> tuple[int, Point]:
        """The last month or quarter of a list with the year after it: "tháng 7 và 8 năm 2022"."""
        tail = self.points.year_tail(t, end) if item.grain != "day" else None
        return (tail[0], replace(item, year=tail[1])) if tail else (end, item)


def _made(t: Tokens, i: int, end: int, form: str, low: Point | None, high: Point | None, rule: str) -> Expression:
    return Expression(t.s[i], t.e[end - 1], form, low, high, rule=rule)  # type: ignore[arg-type]


def _next(t: Tokens, dash: int) -> bool:
    """ "ngày 20-21 và 22/10": the day after."""
    before, after = t.w[dash - 1], t.w[dash + 1]
    follows = before.isdecimal() and after.isdecimal() and int(after) == int(before) + 1
    return follows and t.w[dash + 2] in ("và", ",")


def _lunar(x: Expression) -> bool:
    return any(p is not None and p.lunar for p in (x.low, x.high))
