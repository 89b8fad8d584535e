"""Tokens: syllables, numbers and marks that join to the text again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boctin.tokens import split

CASES = {
    "TP.HCM có 1.240 mô hình": ["TP", ".", "HCM", "có", "1.240", "mô", "hình"],
    "18-NQ/TW": ["18", "-", "NQ", "/", "TW"],
    "20h ngày 7/12": ["20", "h", "ngày", "7", "/", "12"],
    "33,85%.": ["33,85", "%", "."],
    "H'Len Niê, K’Nô": ["H'Len", "Niê", ",", "K’Nô"],
    "“Dân vận khéo”": ["“", "Dân", "vận", "khéo", "”"],
    "a  b\n\nc": ["a", " ", "b", "\n\n", "c"],
    "a \n b": ["a", "\n", "b"],
    "a\t \nb": ["a", "\t \n", "b"],
    " a ": [" ", "a"],
    "": [],
}


@pytest.mark.parametrize(("text", "tokens"), CASES.items(), ids=map(repr, CASES))
def test_split(text, tokens):
    assert split(text)[0] == tokens


@given(st.text(alphabet=st.sampled_from("aĐử 1.,-/\n\r\t\u00a0\u200b😀'’̀"), max_size=60))
def test_tokens_join_to_the_text(text):
    words, spaces = split(text)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
