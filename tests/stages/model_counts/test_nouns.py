"""What is counted is data: other nouns come from a file and fill `counts`."""

import pytest

from boctin.knowledge import KnowledgeError
from boctin.stages.model_counts.stage import ModelCounts
from tests.stages.model_counts.reading import read


@pytest.fixture(scope="module")
def nouns(tmp_path_factory):
    path = tmp_path_factory.mktemp("nouns") / "nouns.toml"
    path.write_text(
        '[[noun]]\nname = "sáng kiến"\nlone_one = true\n\n[[noun]]\nname = "sản phẩm OCOP"\n', encoding="utf-8"
    )
    return path


def test_other_nouns_fill_counts_with_the_same_slots(nouns):
    record = read("Huyện Quỳ Hợp có 52 sáng kiến về dạy học và 7 mô hình đọc sách.", nouns=nouns)
    assert [(c.noun, c.text, c.theme, c.place) for c in record.counts] == [
        ("sáng kiến", "52 sáng kiến", "dạy học", "Huyện Quỳ Hợp")
    ]
    assert [(c.noun, c.text, c.theme) for c in record.model_counts] == [("mô hình", "7 mô hình", "đọc sách")]


def test_facts_of_two_nouns_and_their_parts_have_ids_of_their_own(nouns):
    text = "Xã có 9 sản phẩm OCOP, trong đó 4 sản phẩm OCOP mới. Xã có 52 sáng kiến, tăng 3 sáng kiến."
    counts = read(text, nouns=nouns).counts
    assert [(c.id, c.text, c.part_of) for c in counts] == [
        ("c1", "9 sản phẩm OCOP", None), ("c2", "4 sản phẩm OCOP", "c1"),
        ("c3", "52 sáng kiến", None), ("c4", "3 sáng kiến", "c3"),
    ]  # fmt: skip


def test_a_lone_one_counts_where_the_noun_says_so(nouns):
    assert [c.value for c in read("Đây là một sáng kiến.", nouns=nouns).counts] == [1]


def test_only_models_are_counted_without_a_file():
    assert read("Xã có 52 sáng kiến.").counts == []


def test_an_unknown_key_is_an_error_that_names_file_and_key(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('[[noun]]\nname = "hộ"\nlone = true\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"mine\.toml.*lone"):
        ModelCounts(path)
