"""Vietnamese number words and digits, read as numbers.

    hai mươi mốt            21
    một trăm linh năm      105      (north: linh, south: lẻ)
    1 triệu 200 nghìn      1200000
    một phẩy năm           1.5

A number is a sum of groups with falling multipliers, each group a number under a thousand in digits or words.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Number = int | float

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_COMMA_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}|,000)(?:\.\d+)?")
_DOT_DECIMAL = re.compile(r"\d+\.\d+")
_MAX_DIGITS = 15
_TENS = "mươi"
_LINKS = ("linh", "lẻ", "lẽ")
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}


def read_digits(printed: str) -> Number | None:
    """The value of digits as Vietnam prints them: dots between thousands, a comma before decimals.

    "1,240" is a decimal, but "12,000" and "1,240,000" can only be thousands. Long digit strings, and strings that are
    no number ("1.2.3"), give None.

    >>> read_digits("1.240"), read_digits("1,5"), read_digits("01")
    (1240, 1.5, 1)
    """
    if printed in FRACTIONS:
        return FRACTIONS[printed]
    if not 0 < len(printed) <= _MAX_DIGITS + 6:
        return None
    if _GROUPED.fullmatch(printed):
        plain = printed.replace(".", "").replace(",", ".")
    elif _COMMA_GROUPED.fullmatch(printed):
        plain = printed.replace(",", "")
    elif _PLAIN.fullmatch(printed):
        plain = printed.replace(",", ".")
    elif _DOT_DECIMAL.fullmatch(printed):
        plain = printed
    else:
        return None
    whole = plain.partition(".")[0]
    if len(whole) > _MAX_DIGITS:
        return None
    value = float(plain) if "." in plain else int(plain)
    return int(value) if value == int(value) else value


class Reading(NamedTuple):
    """A number read from the first `length` tokens; `multiplier` is its last one (for "2 đến 3 triệu")."""

    value: Number
    length: int
    multiplier: int
    has_digits: bool


class Words:
    """Reader of number words, with the words given as data."""

    def __init__(
        self, ones: Mapping[str, int], ones_after_tens: Mapping[str, int], multipliers: Mapping[str, int]
    ) -> None:
        self.ones = dict(ones)
        # "hai mươi năm" is twenty years: five after tens is "lăm".
        self.after_tens = {k: v for k, v in ones.items() if v != 5} | dict(ones_after_tens)
        self.after_link = self.ones | {"tư": 4, "lăm": 5}
        self.multipliers = dict(multipliers)
        self.vocabulary = frozenset(
            [*ones, *ones_after_tens, *multipliers, *_LINKS, _TENS, "chục", "mười", "hăm", "không", "rưỡi", "phẩy"]
        )

    def read(self, tokens: Sequence[str]) -> Reading | None:
        """The longest number at the start of lower-case tokens, or None."""
        total: Number = 0
        at, last, digits = 0, 0, False
        if tokens[0] == "không" and len(tokens) > 1 and tokens[1] == "phẩy":
            at = 1
        while at < len(tokens):
            group = self._group(tokens, at, first=at == 0)
            if group is None:
                break
            value, end, multiplier, group_digits = group
            if last and (multiplier >= last or value >= last):
                break
            total += value
            at, last, digits = end, multiplier, digits or group_digits
            if last == 1:
                break
        if at == 0:
            return None
        if isinstance(total, int) and not digits and at + 1 < len(tokens) and tokens[at] == "phẩy":
            decimals = self.read(tokens[at + 1 : at + 6])
            if decimals and isinstance(decimals.value, int) and not decimals.has_digits and decimals.value < 1000:
                return Reading(float(f"{total}.{decimals.value}"), at + 1 + decimals.length, 1, has_digits=False)
        if tokens[0] == "không":
            return None
        if isinstance(total, float):
            total = round(total, 6)
            total = int(total) if total == int(total) else total
        return Reading(total, at, last, digits)

    def _group(self, tokens: Sequence[str], at: int, *, first: bool) -> tuple[Number, int, int, bool] | None:
        """A number under a thousand and the multipliers after it: (value, end, product of multipliers, digits)."""
        under: tuple[Number, int] | None
        digits = tokens[at][0].isdecimal() or tokens[at] in FRACTIONS
        if digits:
            value = read_digits(tokens[at])
            under = None if value is None or (not first and len(tokens[at]) > 3) else (value, at + 1)
        else:
            under = self._under_thousand(tokens, at, first=first)
        if under is None:
            return None
        value, end = under
        multiplier = 1
        while end < len(tokens) and tokens[end] in self.multipliers and multiplier < 10**12:
            multiplier *= self.multipliers[tokens[end]]
            end += 1
        if end < len(tokens) and tokens[end] == "chục" and multiplier == 1 and isinstance(value, int) and value < 10:
            multiplier, end = 10, end + 1
            while end < len(tokens) and tokens[end] in self.multipliers and multiplier < 10**12:
                multiplier *= self.multipliers[tokens[end]]
                end += 1
        if not first and multiplier == 1 and (digits or (under[0] < 10 and tokens[at] not in ("không", *_LINKS))):
            # "một nghìn hai" and "3 nghìn 5" are speech; in print a lone unit after a multiplier starts another number.
            return None
        product = value * multiplier
        if end < len(tokens) and tokens[end] == "rưỡi" and multiplier > 1:
            product, end = product + multiplier // 2, end + 1
        return product, end, multiplier, digits

    def _under_thousand(self, tokens: Sequence[str], at: int, *, first: bool) -> tuple[int, int] | None:
        """Words for 1..999; "không trăm" opens a later group ("một nghìn không trăm linh một")."""
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if (tokens[at] in self.ones or tokens[at] == "không") and following == "trăm":
            hundreds = self.ones.get(tokens[at], 0) * 100
            if first and not hundreds:
                return None
            rest = self._after_hundreds(tokens, at + 2)
            return (hundreds + rest[0], rest[1]) if rest else (hundreds, at + 2)
        if tokens[at] in _LINKS and not first:
            return (self.after_link[following], at + 2) if following in self.after_link else None
        return self._under_hundred(tokens, at)

    def _after_hundreds(self, tokens: Sequence[str], at: int) -> tuple[int, int] | None:
        if at >= len(tokens):
            return None
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if tokens[at] in _LINKS:
            return (self.after_link[following], at + 2) if following in self.after_link else None
        if tokens[at] == "rưỡi":
            return 50, at + 1
        if tokens[at] == "mười" or following in (_TENS, "chục") or (tokens[at] in self.ones and following == "lăm"):
            return self._under_hundred(tokens, at)
        return None

    def _under_hundred(self, tokens: Sequence[str], at: int) -> tuple[int, int] | None:
        word = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if word in ("mười", "hăm"):
            tens, at = 10 if word == "mười" else 20, at + 1
        elif word in self.ones and following == _TENS:
            tens, at = self.ones[word] * 10, at + 2
        elif word in self.ones and following in ("lăm", "nhăm"):
            return self.ones[word] * 10 + 5, at + 2
        elif word in self.ones:
            return self.ones[word], at + 1
        else:
            return None
        if at < len(tokens) and tokens[at] in self.after_tens:
            after = tokens[at + 1] if at + 1 < len(tokens) else ""
            # "mười hai trăm" is no number, "hai mươi ba mươi" is a list: the unit then opens another number.
            if after not in (_TENS, "trăm") and not (tens == 10 and tokens[at] in ("mốt", "tư")):
                return tens + self.after_tens[tokens[at]], at + 1
        return tens, at
