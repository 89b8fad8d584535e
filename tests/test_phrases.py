"""Phrases as one pattern: the longest that stands at a place, as a plain alternation would find it."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from boctin.phrases import alternatives

WORDS = ["huân chương", "huân chương lao động", "huân chương độc lập", "huy hiệu", "ấp.b", "ấp"]

FOUND = {
    "Tặng huân chương lao động hạng Ba": ["huân chương lao động"],
    "huân chương lao": ["huân chương"],
    "huy hiệu và huân chương": ["huy hiệu", "huân chương"],
    "ấp.b": ["ấp.b"],
    "ấpxb": ["ấp"],
    "không có gì": [],
}


@pytest.mark.parametrize("atomic", [False, True])
@pytest.mark.parametrize(("text", "phrases"), FOUND.items(), ids=FOUND)
def test_the_longest_phrase_is_found(text, phrases, atomic):
    assert regex.findall(alternatives(WORDS, atomic=atomic), text) == phrases


def test_an_atomic_phrase_is_never_cut_short():
    assert regex.fullmatch(alternatives(["ba", "ba mươi"]) + " mươi", "ba mươi")
    assert not regex.fullmatch(alternatives(["ba", "ba mươi"], atomic=True) + " mươi", "ba mươi")


def test_a_space_may_be_any_white_space():
    assert regex.fullmatch(alternatives(["mô hình"], space=r"\s+"), "mô \n hình")


@given(
    st.lists(st.text(alphabet="ab .", min_size=1, max_size=5), min_size=1, max_size=8),
    st.text(alphabet="ab .", max_size=30),
)
def test_it_finds_what_a_plain_alternation_finds(phrases, text):
    plain = "|".join(map(regex.escape, sorted(set(phrases), key=len, reverse=True)))
    for opened, atomic in (("?:", False), ("?>", True)):
        expected = [m.span() for m in regex.finditer(f"({opened}{plain})", text)]
        assert [m.span() for m in regex.finditer(alternatives(phrases, atomic=atomic), text)] == expected
