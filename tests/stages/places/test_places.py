"""Administrative units and their codes, in the era of the article."""

import pytest

import boctin
from boctin.doc import Entity
from boctin.stages.places.gazetteer import gazetteer
from boctin.stages.places.stage import resolve

OLD, NEW = "2023-12-07", "2025-08-01"


def places(text: str, published: str, *named: tuple[str, str]):
    entities, at = [], 0
    for name, kind in named:
        at = text.index(name, at)
        entities.append(Entity("LOCATION", at, at + len(name), name, kind))
        at += len(name)
    found = resolve(gazetteer(), entities, boctin.Article.parse(text, published=published).day)
    return [(p.unit, p.code, p.province, len(p.mentions)) for p in found]


CASES = {
    "district of a province": (
        "Huyện Thoại Sơn (tỉnh An Giang) họp.", OLD, [("Huyện Thoại Sơn", "district"), ("tỉnh An Giang", "province")],
        [("Huyện Thoại Sơn", "894", "Tỉnh An Giang", 1), ("Tỉnh An Giang", "89", "Tỉnh An Giang", 1)],
    ),
    "one unit printed in several ways": (
        "TP.HCM, TP. Hồ Chí Minh, Sài Gòn", OLD,
        [("TP.HCM", "province"), ("TP. Hồ Chí Minh", "province"), ("Sài Gòn", "province")],
        [("Thành phố Hồ Chí Minh", "79", "Thành phố Hồ Chí Minh", 3)],
    ),
    "old tone marks": (
        "tỉnh Thanh Hoá", OLD, [("tỉnh Thanh Hoá", "province")], [("Tỉnh Thanh Hóa", "38", "Tỉnh Thanh Hóa", 1)],
    ),
    "a commune is settled by its district": (
        "xã Tân Thành, huyện Hàm Thuận Nam", OLD, [("xã Tân Thành", "commune"), ("huyện Hàm Thuận Nam", "district")],
        [("Xã Tân Thành", "23146", "Tỉnh Bình Thuận", 1), ("Huyện Hàm Thuận Nam", "598", "Tỉnh Bình Thuận", 1)],
    ),
    "the province of after July 2025": (
        "tỉnh Lâm Đồng", NEW, [("tỉnh Lâm Đồng", "province")], [("Tỉnh Lâm Đồng", "68", "Tỉnh Lâm Đồng", 1)],
    ),
    "an old district named after it ended": (
        "huyện Thoại Sơn cũ", NEW, [("huyện Thoại Sơn", "district")], [("Huyện Thoại Sơn", "894", "Tỉnh An Giang", 1)],
    ),
    "a name of no unit": ("huyện Rồng Xanh", OLD, [("huyện Rồng Xanh", "district")], [(None, None, None, 1)]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "published", "named", "expected"), CASES.values(), ids=CASES)
def test_resolved(text, published, named, expected):
    assert places(text, published, *named) == expected


def test_an_ambiguous_name_stays_ambiguous_and_says_so():
    (place,) = resolve(gazetteer(), [Entity("LOCATION", 0, 12, "xã Tân Thành", "commune")], None)
    assert (place.code, place.ambiguous) == (None, True)
    assert len(place.candidates) > 3


def test_the_period_of_a_unit():
    (old,) = resolve(gazetteer(), [Entity("LOCATION", 0, 15, "huyện Thoại Sơn", "district")], None)
    assert (old.valid_from, str(old.valid_to)) == (None, "2025-06-30")


PERIODS = {
    "merged into another": ("tỉnh Bến Tre", OLD, (None, "2025-06-30")),
    "made anew under an old name": ("tỉnh An Giang", NEW, ("2025-07-01", None)),
    "as before": ("tỉnh Nghệ An", OLD, (None, None)),
    "as before, told later": ("tỉnh Nghệ An", NEW, (None, None)),
}


@pytest.mark.parametrize(("name", "published", "expected"), PERIODS.values(), ids=PERIODS)
def test_the_period_of_a_province(name, published, expected):
    day = boctin.Article.parse(name, published=published).day
    (place,) = resolve(gazetteer(), [Entity("LOCATION", 0, len(name), name, "province")], day)
    assert tuple(day and str(day) for day in (place.valid_from, place.valid_to)) == expected


def test_both_eras_are_whole():
    units = gazetteer().units.values()
    provinces = [u.era for u in units if u.level == "province"]
    assert (provinces.count("old"), provinces.count("new")) == (63, 34)
    assert not [u for u in units if u.era == "new" and u.level == "district"]
    assert sum(u.era == "new" for u in units) == 34 + 3321


def test_in_the_pipeline(nlp):
    record = nlp.extract("Hội nghị tại huyện Thoại Sơn (tỉnh An Giang).", published=OLD)
    assert {p.code for p in record.places} == {"894", "89"}
