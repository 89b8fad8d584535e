"""Things in the order of the text, and those of one stretch of it."""

from types import SimpleNamespace

from boctin.inorder import InOrder


def thing(start, end):
    return SimpleNamespace(start_char=start, end_char=end)


SHORT, LONG, LATER, LAST = thing(3, 5), thing(3, 9), thing(12, 14), thing(20, 24)
ROW = InOrder([LATER, SHORT, LAST, LONG])


def test_the_longer_of_two_that_begin_together_comes_first():
    assert list(ROW) == [LONG, SHORT, LATER, LAST]


def test_within_takes_those_that_begin_there():
    assert ROW.within(3, 20) == [LONG, SHORT, LATER]
    assert ROW.within(4, 12) == []


def test_before_keeps_the_last_ones():
    assert ROW.before(20) == [LONG, SHORT, LATER]
    assert ROW.before(20, most=2) == [SHORT, LATER]
    assert ROW.before(0) == []
