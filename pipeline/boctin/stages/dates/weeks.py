"""Which weeks of a month the words name: "tuần đầu tiên của tháng 9", "tuần 4, 5/9", "tuần thứ hai tháng 6"."""

from boctin.stages.dates import numeric as digits
from boctin.stages.dates.tokens import Tokens

Weeks = tuple[int, int]  # the first and the last, from 1; (-1, -1) is the last of the month
LAST_WEEK = (-1, -1)
_MOST = 5
_ORDINALS = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}


def named_weeks(t: Tokens, j: int) -> tuple[int, Weeks] | None:
    """The weeks named at "tuần": the token after them, and which they are."""
    word = t.w[j + 1]
    if word == "đầu":
        return j + 2 + (t.w[j + 2] == "tiên"), (1, 1)
    if word == "cuối":
        return j + 2 + (t.w[j + 2] == "cùng"), LAST_WEEK
    if word == "thứ":
        number = _ORDINALS.get(t.w[j + 2]) or _number(t, j + 2)
        return (j + 3, (number, number)) if number else None
    return _listed(t, j + 1)


def _listed(t: Tokens, at: int) -> tuple[int, Weeks] | None:
    """ "4", "1,2", "4 và tuần 5", before their month; only weeks that follow one another are one stretch."""
    first = last = _number(t, at)
    while last and t.w[at + 1] in (",", "và", "-"):
        after = at + 2 + (t.w[at + 2] == "tuần")
        following = _number(t, after)
        if following != last + 1:
            return None
        at, last = after, following
    return (at + 1, (first, last)) if first and last else None


def _number(t: Tokens, at: int) -> int | None:
    word = t.w[at]
    return int(word) if word.isdecimal() and 1 <= int(word) <= _MOST and len(word) <= 2 else None


def counted_weeks(which: str, number: int) -> Weeks:
    """ "hai tuần đầu", "3 tuần cuối" of a month."""
    return (1, number) if which == "đầu" else (-number, -1)


def month_after(t: Tokens, at: int) -> tuple[int, int, int | None] | None:
    """The month glued to the last week of a list ("tuần 4, 5/9"): the token after, month and year."""
    if t.w[at] not in ("/", ".") or not t.glued(at):
        return None
    mark, month, year = t.w[at], t.w[at + 1], t.w[at + 3]
    if not (month.isdecimal() and len(month) <= 2 and 1 <= int(month) <= 12 and t.glued(at + 1)):
        return None
    if t.w[at + 2] == mark and digits.is_year(year):
        return at + 4, int(month), int(year)
    return at + 2, int(month), None
