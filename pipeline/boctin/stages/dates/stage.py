"""`boctin_dates`: calendar expressions as intervals of days.

tokens.py      the text as words and numbers
numeric.py     dates in digits                     7/12/2023
lunar.py       days of the lunar calendar          mùng 3 và mùng 4 Tết
days.py        days, with time and weekday         sáng thứ Bảy, 7/12
points.py      months, quarters, years, weeks      quý I/2024, cuối tháng 10 vừa qua
ranges.py      ranges, lists and open ends         từ ngày 1 đến 15/11; tháng 3, 4 và 5/2023
spans.py       ranges told by their writing        2022/23, từ 23.4 - 1.5
likewise.py    the same days of another year       cùng kỳ năm trước, ngày này 10 năm trước
others.py      durations, sets, clock times, named holidays
guards.py      what is no date                     2/3 số hộ, đường 30/4
passed.py      why it is none, for `boctin explain`
reference.py   the day that they are told from
reaching.py    "đến năm 2004": the end of a period, or when
memory.py      what was told so far                cùng ngày, năm sau
periods.py     the period that figures are of      cùng kỳ, quý trước
resolve.py     the days that they mean
timex.py       their TIMEX3 value and kind
lexicon.toml   the words
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from boctin.article import Article
from boctin.doc import PassedOver, article_of
from boctin.record import DateFact
from boctin.stages.dates.calendar import Interval
from boctin.stages.dates.days import DayGrammar
from boctin.stages.dates.guards import Guards
from boctin.stages.dates.lexicon import Lexicon
from boctin.stages.dates.others import OtherGrammar
from boctin.stages.dates.passed import why_impossible, why_no_date
from boctin.stages.dates.ranges import RangeGrammar
from boctin.stages.dates.reaching import told_at
from boctin.stages.dates.reference import reference_of
from boctin.stages.dates.resolve import Resolver
from boctin.stages.dates.timex import kind_of, timex_of
from boctin.stages.dates.tokens import Tokens
from boctin.stages.dates.values import Expression

# How sure a rule is; the others are as sure as 0.95.
_CONFIDENCE = {
    "day_month_year": 0.99, "day_in_words": 0.98, "month_year": 0.97, "year": 0.98, "period_of_years": 0.98,
    "from_to": 0.97, "bare_year": 0.85, "after": 0.7, "until": 0.9, "day_only": 0.7, "weekday": 0.75, "back": 0.85,
    "day_anchored": 0.85, "weekday_anchored": 0.8, "year_two_digits": 0.8, "century": 0.8, "decade": 0.85,
    "part_of_this_year": 0.8, "part_of_this_month": 0.75, "school_year": 0.7, "lunar_day": 0.9, "list_item": 0.85,
    "from_then": 0.75, "afterwards": 0.75, "this_day": 0.75, "same_period": 0.85,
}  # fmt: skip
# Rules of what is counted from a date told before.
_TOLD_BEFORE = frozenset(("from_then", "from_term", "afterwards", "this_day"))
_GUESSED_YEAR = 0.97
_INFERRED_REFERENCE = 0.85


class Dates:
    """The component: assigns `doc._.dates`, one fact per expression, none inside another."""

    def __init__(self) -> None:
        self.lexicon = lexicon = Lexicon()
        points = DayGrammar(lexicon)
        self.ranges = RangeGrammar(points, Guards(lexicon))
        self.others = OtherGrammar(points)
        self.starters = _starters(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        passed: list[PassedOver] = []
        doc._.dates = self.facts(article_of(doc), passed)
        doc._.passed_over = [*doc._.passed_over, *passed]
        return doc

    def facts(self, article: Article, passed: list[PassedOver] | None = None) -> list[DateFact]:
        """The dates of an article, in the order of its text; what looks like one and is none is added to `passed`."""
        expressions = list(self.expressions(article, passed))
        month = article.published.month if article.published else None
        reference = reference_of(article.day, month, expressions, article.reading)
        resolver = Resolver(reference, article.reading)
        facts = []
        for x in told_at(expressions, reference.near, article.reading):
            counted = x.kind == "duration" and x.timex is not None and x.timex.endswith("M")  # "9 tháng, hãng lãi …"
            resolved = x.low is not None or x.high is not None or counted
            interval: Interval = resolver.resolve(x) if resolved else (None, None)
            if x.rule in _TOLD_BEFORE and interval[0] is None and not (x.rule == "from_term" and interval[1]):
                continue  # nothing named before it tells when
            confidence = min(x.confidence, _CONFIDENCE.get(x.rule, 0.95))
            if resolver.guessed and x.kind is None:
                confidence *= _GUESSED_YEAR
            if reference.inferred and interval != (None, None) and resolver.guessed:
                confidence *= _INFERRED_REFERENCE
            facts.append(_fact(article, x, interval, round(confidence, 3)))
        return facts

    def expressions(self, article: Article, passed: list[PassedOver] | None = None) -> Iterator[Expression]:
        """The expressions of an article's body, left to right, none overlapping another."""
        t = Tokens(article.reading, article.low)
        words, starters = t.w, self.starters
        body = [(part.start, part.end) for part in article.body()] or [(0, len(article.reading))]
        at = part = 0
        while at < t.n:
            word = words[at]
            if word not in starters and not word[0].isdecimal():
                at += 1
                continue
            while part < len(body) and body[part][1] <= t.s[at]:
                part += 1
            if part == len(body):
                return
            if t.s[at] < body[part][0]:
                at += 1
                continue
            if found := self.ranges.read(t, at):
                yield from found[1]
                if passed is not None and not found[1]:
                    passed.append(_passed(t, at, found[0], why_impossible(t, at, found[0], self.lexicon)))
                at = max(found[0], at + 1)
            elif other := self.others.read(t, at):
                yield other[1]
                at = other[0]
            else:
                inside = passed and passed[-1].end_char > t.s[at]
                if passed is not None and not inside and (why := why_no_date(t, at, self.lexicon)):
                    passed.append(_passed(t, at, *why))
                at += 1


def _passed(t: Tokens, at: int, end: int, reason: str) -> PassedOver:
    return PassedOver("boctin_dates", t.s[at], t.e[end - 1], reason)


def _starters(lex: Lexicon) -> frozenset[str]:
    """The words that an expression may begin with, besides digits."""
    tables = (
        lex.weekdays, lex.parts_of_day, lex.day_words, lex.anchored_days, lex.parts, lex.whole, lex.froms, lex.tos,
        lex.range_heads, lex.seasons, lex.sets, lex.holidays, lex.numbers,
    )  # fmt: skip
    words = {
        "ngày",
        "hôm",
        "tháng",
        "năm",
        "quý",
        "tuần",
        "cùng",
        "thập",
        "thế",
        "những",
        "các",
        "cách",
        "trước",
        "sau",
        "sang",
    }
    words |= {"mùng", "mồng", "rằm", "cn", "hết"}
    return frozenset(words.union(*(table.first_words for table in tables)))


def _fact(article: Article, x: Expression, interval: Interval, confidence: float) -> DateFact:
    lunar = any(p is not None and p.lunar for p in (x.low, x.high))
    return DateFact(
        text=article.text[x.start : x.end],
        start_char=x.start,
        end_char=x.end,
        kind=kind_of(x),
        date_from=interval[0],
        date_to=interval[1],
        timex=timex_of(x, interval),
        calendar="lunar" if lunar else "gregorian",
        rule=x.rule,
        confidence=confidence,
    )


@Language.factory("boctin_dates", assigns=["doc._.dates"])
def create_dates(nlp: Language, name: str) -> Dates:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_dates`."""
    return Dates()
