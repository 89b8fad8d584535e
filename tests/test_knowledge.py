"""TOML knowledge: a slip in a file is an error that names the file and the key."""

from pathlib import Path

import pytest

from boctin.knowledge import Knowledge, KnowledgeError, load_knowledge


class Units(Knowledge):
    names: list[str]


def test_good_file(tmp_path: Path):
    (tmp_path / "units.toml").write_text('names = ["xã"]', encoding="utf-8")
    assert load_knowledge(tmp_path / "units.toml", Units).names == ["xã"]


@pytest.mark.parametrize(
    ("content", "named"),
    [('names = ["xã"]\nnmaes = []', "nmaes"), ("names = 3", "names"), ("", "names"), ("names = [", "not valid TOML")],
)
def test_slips_are_named(tmp_path: Path, content: str, named: str):
    path = tmp_path / "units.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=named) as error:
        load_knowledge(path, Units)
    assert "units.toml" in str(error.value)
