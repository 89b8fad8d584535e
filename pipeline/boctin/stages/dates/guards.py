"""What looks like a date and is none: shares, scores, streets, numbers of documents, years in names."""

from boctin.stages.dates import numeric as digits
from boctin.stages.dates.lexicon import Lexicon
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import Expression, Point, Rel

_SPAN_OF_YEARS = 130
_MOST_GAMES = 9
_EARLIEST_IN_BRACKETS = 1400
_BARE = frozenset(("day_month", "month_year", "day_month_year", "bare_year"))
_CLAUSE_END = frozenset((",", ".", ";", ")", ":", "\n", "", "!", "?", '"', "'", "-", "…"))
_AGO_BEFORE = frozenset(("tại", "ở", "nhưng"))
_AGO_HEADS = frozenset(("từ", "của", "với", "hồi", "vào", "khoảng", "hơn", "gần", "như"))
# A word after a date: the date then is not the number of that word.
_AFTER_DATE = frozenset(
    (
        "tại",
        "ở",
        "để",
        "sẽ",
        "đã",
        "cho",
        "với",
        "và",
        "nhưng",
        "thì",
        "khi",
        "do",
        "là",
        "có",
        "đến",
        "tới",
        "trên",
        "theo",
        "từ",
        "vừa",
    )
)
_SCORES = frozenset(("thắng", "thua", "tỷ", "tỉ", "hòa", "dẫn", "gỡ"))
_SURE_SHARES = frozenset(("số", "tổng", "phiếu", "diện", "tiêu", "thành", "đại"))
_LIST_MARKS = frozenset((",", "và", "&"))


class Guards:
    """Decides whether digits without a head word are a date."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lex = lexicon

    def bare(self, t: Tokens, at: int, end: int, point: Point, *, led: bool) -> bool:
        """Whether a point read at `at` stands; `led` says that "từ", "đến", "trước" … lead to it."""
        if point.rule == "part_of_this_month" and not led:
            return False  # "cuối tháng" alone is the end of any month
        if point.rule == "bare":
            return False  # "mùng 3" without its month
        if not t.w[at][:1].isdecimal():
            return point.rule != "day_only" or self._day_alone(t, at, end)
        if point.clock or point.grain in ("half", "months"):
            return True
        if self.lex.places.before(t.w, at) or (not led and self.lex.documents.before(t.w, at)):
            return False
        if point.rule == "day_month":
            return self._day_month(t, at, end, point, led=led)
        if point.rule == "bare_year":
            return self.year(t, at, sure=led)
        return True

    def _day_alone(self, t: Tokens, at: int, end: int) -> bool:
        """ "ngày 15" alone is a date at the end of a clause; before a noun the number may count something."""
        return (
            (t.w[end] in _CLAUSE_END and t.w[end] != ":")
            or t.w[end] in ("này", "tới", "vừa", "tại", "ở", "là", "rạng")
            or t.before(at) in ("vào", "đến", "từ", "sáng", "chiều", "tối")
        )

    def _day_month(self, t: Tokens, at: int, end: int, point: Point, *, led: bool) -> bool:
        """ "7/12", "20-11" without a head word: a date, a share ("2/3 số hộ"), a score or a stretch ("3-4 tiếng")?"""
        after, mark = t.w[end], t.w[at + 1]
        closes = after in _CLAUSE_END or after in _AFTER_DATE or t.capital(end)
        known = (point.day, point.month) in self.lex.commemorations and not (mark == "-" and self._set_score(t, at))
        if mark == "-" and not closes and (led or self._amount(t, at, end)):
            known = False
        if known and after not in self.lex.shares and t.before(at) not in self.lex.ratios:
            return True
        first, second = int(t.w[at]), int(t.w[at + 2])
        if after == "%" or (first, second) == (24, 7) or t.before(at) in self.lex.ratios:
            return False
        if mark == "-":
            if led:
                return closes and not _SCORES.intersection(t.w[max(0, at - 8) : at])
            return t.before(at) == "(" and after == ")" and first > 12
        if t.before(at) in self.lex.day_heads and after not in _SURE_SHARES:
            return True
        if after in self.lex.shares and not closes and (t.before(at) != "từ" or after in _SURE_SHARES):
            return False
        if led:
            return True
        if t.before(at) in self.lex.counts:
            return False
        # A share is at most one: what has a noun after it and may be one is taken for it.
        return first > second or closes

    def _set_score(self, t: Tokens, at: int) -> bool:
        """ "thắng 2-0 (7-5, 6-3)": the games of a set."""
        if int(t.w[at]) > _MOST_GAMES or "ngày" in t.w[max(0, at - 4) : at]:
            return False  # "Ngày Chiến thắng 30-4 và Ngày Lao động 1-5"
        after_score = t.before(at) == "(" and t.w[max(0, at - 3)] == "-" and t.w[at - 2].isdecimal()
        return after_score or bool(_SCORES.intersection(t.w[max(0, at - 8) : at]))

    def _amount(self, t: Tokens, at: int, end: int) -> bool:
        """ "từ 5-6 triệu": a stretch of an amount."""
        return t.before(at) == "từ" or t.w[end] in self.lex.not_year_before

    def bare_range(self, t: Tokens, at: int, end: int, low: Point, high: Point) -> bool:
        """Whether a range whose words begin with digits is one ("2-4/9", "2018-2020")."""
        if not t.w[at][:1].isdecimal() or low.clock or high.clock:
            return True
        if self.lex.places.before(t.w, at) or self.lex.documents.before(t.w, at):
            return False
        if low.rule == "bare" or low.rule == "carried":
            shares = _SURE_SHARES if t.before(at) == "từ" and t.w[end - 2] == "/" else self.lex.shares
            if t.w[end] in shares or t.before(at) in self.lex.counts:
                return False
            return t.w[at + 1] == "-" or t.before(at) in ("ngày", "(") or t.w[at + 1] in ("đến", "tới")
        return True

    def year(self, t: Tokens, i: int, *, sure: bool) -> bool:
        """Whether four digits are a year; when not `sure`, something around must say so."""
        end = i + 1
        if t.w[end] in self.lex.not_year_before:
            return False
        if t.glued(end):
            after, further = t.w[end], t.w[end + 1] if t.glued(end + 1) else ""
            if (
                after.isalpha()
                or after in "%_"
                or (after in ".,/" and further[:1].isdecimal())
                or (after in "-/" and further.isalpha())
            ):
                return False
        return sure or self._year_alone(t, i)

    def _year_alone(self, t: Tokens, i: int) -> bool:
        """Whether four digits without a head word are a year: by what stands around them."""
        year, end = int(t.w[i]), i + 1
        if not 1900 <= year <= 2100:
            return _EARLIEST_IN_BRACKETS <= year < 1900 and self._alone_in_brackets(t, i)
        closed = t.w[end] in _CLAUSE_END or t.w[end] in _AFTER_DATE or t.capital(end)
        if (t.before(i) == "khoảng" or year % 100 == 0) and not closed:
            return False  # "khoảng 2000 sinh viên"
        if self.lex.year_heads.before(t.w, i) or (i > 1 and t.w[i - 1] in self.lex.chi and t.w[i - 2] in self.lex.can):
            return True
        return self._set_apart(t, i) or self._after_quote(t, i) or self._subject(t, i) or self._in_list(t, i)

    def _set_apart(self, t: Tokens, i: int) -> bool:
        """In brackets, or alone on its line: a cell of a table."""
        if t.before(i) == "(":
            return t.w[i + 1] in (")", ",", ";")
        return t.before(i) == "\n" and t.w[i + 1] in ("\n", "")

    def _subject(self, t: Tokens, i: int) -> bool:
        """ "2023 là một năm tốt", and at the start of a clause "2022 sẽ …", "2022 đã …"."""
        end = i + 1
        if t.w[end : end + 2] == ["là", "năm"] or t.w[end : end + 3] == ["là", "một", "năm"]:
            return True
        if t.w[end] in ("là", "sẽ") and t.before(i) in (",", ".", "\n", "", "và", "-"):
            return True
        return t.w[end] in ("có", "được", "đã", "chứng") and t.before(i) in (".", "\n", "")

    def _alone_in_brackets(self, t: Tokens, i: int) -> bool:
        """ "vua Gia Long (1806)": a year of old after what was then."""
        return (
            t.before(i) == "("
            and t.w[i - 2].isalpha()
            and t.w[i + 1] == ")"
            and t.w[i + 2] not in self.lex.not_year_before
        )

    def _after_quote(self, t: Tokens, i: int) -> bool:
        """ "danh hiệu 'Công dân tiêu biểu' 2018": what follows the quotes is no part of the name."""
        return t.before(i) == '"' and t.glued(i - 1) and not t.glued(i) and t.w[i - 2].isalpha()

    def _in_list(self, t: Tokens, i: int) -> bool:
        """ "2007, 2008, 2009" are years, in the company of one another."""
        after = t.w[i + 1] in _LIST_MARKS and digits.is_year(t.w[i + 2])
        before = i > 1 and t.w[i - 1] in _LIST_MARKS and digits.is_year(t.w[i - 2])
        return after or before

    def year_span(self, pair: tuple[Point, Point]) -> bool:
        """Whether two bare years may be the ends of a range."""
        low, high = (p.year for p in pair)
        if not isinstance(low, int) or not isinstance(high, int):
            return True
        return 0 < high - low <= _SPAN_OF_YEARS

    def title(self, t: Tokens, at: int, end: int) -> bool:
        """ "Từ hôm nay" in quotes of its own, with a capital and without a number, is the name of a song or film."""
        quoted = t.before(at) == '"' and t.w[end] == '"' and t.capital(at)
        return quoted and not any(word[:1].isdecimal() for word in t.w[at:end])

    def of_any_year(self, t: Tokens, end: int, x: Expression) -> bool:
        """ "năm trước liền kề" in the language of laws; "năm sau cao hơn năm trước": the one before any other."""
        if x.low is None or not isinstance(x.low.year or x.low.month, Rel):
            return False
        if x.high and x.low.year == Rel(-1, "story") and x.high.year == Rel(1, "story"):
            return True  # "từ tháng 10 năm trước đến tháng 4 năm sau"
        if t.w[end] == "liền":
            return True
        last = t.w[end - 1]
        if last == "sau":
            return "hơn năm trước" in " ".join(t.w[end : end + 6])
        return last == "trước" and "năm sau" in " ".join(t.w[max(0, end - 8) : end])

    def ends_clause(self, t: Tokens, at: int, start: int) -> bool:
        """Whether "N ngày trước" stands as a time ("2 ngày trước, …"), not before something ("2 ngày trước Tết")."""
        return (t.w[at] in _CLAUSE_END or t.w[at] in _AGO_BEFORE) or (
            t.before(start) in _AGO_HEADS and t.w[at] not in ("đó", "khi", "ngày", "tết", "đây")
        )
