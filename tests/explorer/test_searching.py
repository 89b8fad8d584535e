"""The search box's own limits: so many hits are looked at, and no more."""

import contextlib
import sqlite3

import pytest

from boctin.archive import up_to_date
from boctin.explorer import searching


@pytest.mark.parametrize("asked", [{"q": "mo hinh"}, {"q": "mo hinh", "outlet": "Báo Mẫu"}, {}])
def test_more_hits_than_are_looked_at(indexed, monkeypatch, asked):
    monkeypatch.setattr(searching, "MOST_HITS", 2)
    with contextlib.closing(sqlite3.connect(up_to_date(indexed))) as connection:
        found = searching.search(connection, asked)
    assert (found["total"], found["capped"]) == (2, True)
    # One more than that is kept, to know that there are more.
    assert sum(value.number for value in found["facets"]["time"]) == 3


def test_hits_in_the_headline_come_first_and_each_once(indexed):
    with contextlib.closing(sqlite3.connect(up_to_date(indexed))) as connection:
        found = searching.search(connection, {"q": "chau phu"})
        again = searching.search(connection, {"q": "mo hinh"})
    assert [article["title"] for article in found["articles"]] == ["Châu Phú nhân rộng mô hình hay"]
    assert (again["total"], again["capped"]) == (4, False)
    assert again["articles"][0]["title"] == "Châu Phú nhân rộng mô hình hay"
    assert len({article["id"] for article in again["articles"]}) == 4
