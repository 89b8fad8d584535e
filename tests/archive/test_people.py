"""Officials of several articles as people: each line is an article's day and the offices it tells of one name."""

import itertools

import pytest

from boctin.archive.components import Components
from tests.archive.helpers import article, indexed, official, place, write

NAME = "Lê Văn Tám"
AN_GIANG = [place("tỉnh An Giang", "89", "Tỉnh An Giang", "province")]


def persons(tmp_path, *told, name=NAME):
    """Told as (day, level, (title, body), …); how the articles fall into persons, as groups of their numbers."""
    records = []
    for number, (day, level, *offices) in enumerate(told):
        words = ", ".join(f"{title} {body or ''}" for title, body in offices)
        text = f"Tin số {number}\n\n{words} {name} họp ở tỉnh An Giang lần {number}."
        records.append(article(text, day, officials=[official(name, *offices, level=level)], places=AN_GIANG))
    rows = indexed(write(tmp_path / "a.jsonl", *records))
    found = rows.execute(
        "SELECT o.person_id, a.title FROM officials o JOIN articles a ON a.id = o.article_id ORDER BY 1"
    )
    groups = [
        [int(title[7:]) for _, title in g] for _, g in itertools.groupby(found.fetchall(), key=lambda row: row[0])
    ]
    return sorted(map(sorted, groups))


ONE = [
    pytest.param(
        ("2023-01-01", "district", ("Chủ tịch", "UBND huyện Châu Phú")),
        ("2023-06-01", "district", ("Chủ tịch", "Ủy ban nhân dân huyện Châu Phú")),
        id="short and full name of a body",
    ),
    pytest.param(
        ("2023-01-01", "district", ("Chủ tịch", "UBND huyện Châu Phú")),
        ("2024-06-01", "district", ("Bí thư", "Huyện uỷ Châu Phú")),
        id="two organs that lead one district",
    ),
    pytest.param(
        ("2023-01-01", "province", ("Phó Chủ tịch", "UBND tỉnh")),
        ("2023-06-01", "province", ("Phó Chủ tịch", "UBND tỉnh An Giang")),
        id="the province is that of the article",
    ),
    pytest.param(
        ("2023-01-01", "province", ("Giám đốc", "Sở GD&ĐT An Giang")),
        ("2023-06-01", "province", ("Giám đốc", "Sở Giáo dục và Đào tạo tỉnh")),
        id="short forms written out",
    ),
    pytest.param(
        ("2022-01-01", "central", ("Thủ tướng", None)),
        ("2023-06-01", "central", ("Ủy viên", "Bộ Chính trị")),
        id="the leadership of Party and State",
    ),
    pytest.param(
        ("2022-01-01", "central", ("Tổng Bí thư", None)),
        ("2023-06-01", "central", ("Tổng Bí thư", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam")),
        ("2023-07-01", "central", ("Tổng bí thư", "Đảng Cộng sản Việt Nam")),
        id="an office that one alone holds, whatever body is printed",
    ),
    pytest.param(
        ("2020-01-01", "district", ("Bí thư", "Huyện ủy Châu Phú")),
        ("2023-01-01", "province", ("Giám đốc", "Sở Nội vụ An Giang"), ("nguyên Bí thư", "Huyện ủy Châu Phú")),
        ("2024-01-01", "province", ("Giám đốc", "Sở Nội vụ An Giang")),
        id="who moves, where an article tells both",
    ),
]
TWO = [
    pytest.param(
        ("2023-01-01", "district", ("Chủ tịch", "UBND huyện Châu Phú")),
        ("2023-01-01", "district", ("Chủ tịch", "UBND huyện Thoại Sơn")),
        id="two districts",
    ),
    pytest.param(
        ("2023-01-01", "province", ("Giám đốc", "Sở Y tế An Giang")),
        ("2023-01-01", "province", ("Giám đốc", "Sở Nội vụ An Giang")),
        id="two bodies of one province",
    ),
    pytest.param(
        ("2023-01-01", "hamlet", ("Bí thư", "Chi bộ")),
        ("2023-02-01", "hamlet", ("Bí thư", "Chi bộ")),
        id="a body that is everywhere",
    ),
    pytest.param(
        ("2001-01-01", "district", ("Chủ tịch", "UBND huyện Châu Phú")),
        ("2023-01-01", "district", ("Chủ tịch", "UBND huyện Châu Phú")),
        id="one body, twenty years between",
    ),
    pytest.param(
        ("2023-01-01", None, ("Chủ tịch", None)),
        ("2023-01-02", None, ("Chủ tịch", None)),
        id="no body at all",
    ),
]


@pytest.mark.parametrize("told", [pytest.param(p.values, id=p.id) for p in ONE])
def test_one_person(tmp_path, told):
    assert persons(tmp_path, *told) == [list(range(len(told)))]


@pytest.mark.parametrize("told", [pytest.param(p.values, id=p.id) for p in TWO])
def test_two_persons_of_one_name(tmp_path, told):
    assert persons(tmp_path, *told) == [[0], [1]]


def test_other_names_are_other_people(tmp_path):
    one = article(
        "Tin\n\nChủ tịch UBND huyện Châu Phú Lê Văn Tám.",
        officials=[official(NAME, ("Chủ tịch", "UBND huyện Châu Phú"))],
    )
    name = "Lê Văn Tâm"
    two = article(
        f"Tin\n\nChủ tịch UBND huyện Châu Phú {name}.", officials=[official(name, ("Chủ tịch", "UBND huyện Châu Phú"))]
    )
    rows = indexed(write(tmp_path / "a.jsonl", one, two))
    assert rows.execute("SELECT count(*), count(DISTINCT name_plain) FROM people").fetchone() == (2, 1)


def test_the_timeline_of_a_person(tmp_path):
    moved = ONE[-1].values
    assert persons(tmp_path, *moved) == [[0, 1, 2]]
    rows = indexed(tmp_path / "a.jsonl")
    held = rows.execute(
        "SELECT title, organization, first_told, last_told, former_by FROM positions_held ORDER BY first_told"
    )
    assert held.fetchall() == [
        ("Bí thư", "Huyện ủy Châu Phú", "2020-01-01", "2020-01-01", "2023-01-01"),
        ("Giám đốc", "Sở Nội vụ An Giang", "2023-01-01", "2024-01-01", None),
    ]
    told = rows.execute("SELECT name, first_day, last_day, articles FROM people").fetchall()
    assert told == [(NAME, "2020-01-01", "2024-01-01", 3)]


@pytest.mark.parametrize(
    ("level", "offices", "body"),
    [
        ("central", [("Tổng Bí thư", None), ("Tổng Bí thư", None), ("Ủy viên", "Bộ Chính trị")], "Tổng Bí thư"),
        ("central", [("Thủ tướng", "Chính phủ"), ("Thủ tướng", "Chính phủ"), ("Thủ tướng", None)], "Chính phủ"),
        (None, [("Chủ tịch", None)], None),
    ],
)
def test_what_tells_a_person_from_namesakes(tmp_path, level, offices, body):
    persons(tmp_path, *((f"2023-01-0{day}", level, office) for day, office in enumerate(offices, 1)))
    assert indexed(tmp_path / "a.jsonl").execute("SELECT body FROM people").fetchall() == [(body,)]


def test_a_long_chain_is_one_group():
    groups = Components(range(5000))
    for number in range(4999):
        groups.join(number, number + 1)
    assert groups.groups() == [list(range(5000))]
