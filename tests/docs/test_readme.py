"""What README.md says is run: its Python, and the article beside its record."""

import json
import re

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


@pytest.mark.parametrize("code", blocks("python"))
def test_python_of_the_readme_runs(code, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})


def assert_says(shown, actual, path="record"):
    """Every field shown is in the record with that value; lists are as long as shown."""
    if isinstance(shown, dict):
        for key, value in shown.items():
            assert_says(value, actual[key], f"{path}.{key}")
    elif isinstance(shown, list):
        assert len(actual) == len(shown), path
        for number, (a, b) in enumerate(zip(shown, actual, strict=True)):
            assert_says(a, b, f"{path}[{number}]")
    else:
        assert actual == shown, path


def test_the_article_gives_the_record_beside_it(nlp):
    (article,), (record,) = blocks("text"), blocks("json")
    assert_says(json.loads(record), json.loads(nlp.extract(article).to_json()))
