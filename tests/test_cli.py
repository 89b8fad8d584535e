"""The command: what it prints, where, and how it ends."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from boctin.cli import app

TEXT = "Huyện họp\n\n07/12/2023\n\nSáng 7/12, huyện An Phú họp."


@pytest.fixture
def good(tmp_path):
    (tmp_path / "tin.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)


def test_records_go_to_standard_output_and_the_summary_to_standard_error(good):
    result = run("extract", good)
    (record,) = map(json.loads, result.stdout.splitlines())
    assert record["article"]["text"] == TEXT
    assert "1 article:" in result.stderr
    assert result.exit_code == 0


def test_records_to_a_file(good):
    out = good / "out.jsonl"
    assert run("extract", good / "tin.txt", "-o", out).exit_code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1
    assert not list(good.glob("*.partial"))


def test_a_fault_is_named_and_the_exit_status_is_1(good):
    (good / "rong.txt").write_text("", encoding="utf-8")
    result = run("extract", good)
    assert len(result.stdout.splitlines()) == 1
    assert "rong.txt: empty" in result.stderr
    assert "1 failed" in result.stderr
    assert result.exit_code == 1


def test_standard_input_as_text_and_as_json_lines():
    assert json.loads(run("extract", "-", stdin=TEXT).stdout)["article"]["published"] == "2023-12-07"
    row = json.dumps({"text": "Một tin.", "published": "2024-03-05"})
    assert json.loads(run("extract", "-", stdin=row).stdout)["article"]["published"] == "2024-03-05"


def test_published_option(good):
    result = run("extract", good, "--published", "2024-01-02")
    assert json.loads(result.stdout)["article"]["published"] == "2024-01-02"


def test_a_bad_published_option_is_a_usage_error(good):
    result = run("extract", good, "--published", "mai")
    assert result.exit_code == 2
    assert "mai" in result.stderr


def test_show_highlights_the_article(good):
    result = run("show", good / "tin.txt")
    assert result.exit_code == 0
    assert "Sáng 7/12, huyện An Phú họp." in result.stdout


def test_show_names_what_it_cannot_read(tmp_path):
    result = run("show", tmp_path / "none.txt")
    assert result.exit_code == 1
    assert "none.txt" in result.stderr


def test_explain_tells_the_words_and_the_stage_of_a_fact(good):
    result = run("explain", good / "tin.txt")
    assert result.exit_code == 0
    assert "'Sáng 7/12'" in result.stdout
    assert "boctin_dates → boctin_merge" in result.stdout


def test_explain_tells_what_became_of_words(good):
    assert "fact d1 (dates)" in run("explain", good / "tin.txt", "--at", "7/12").stdout.split("paragraph")[1]
    assert "no fact" in run("explain", good / "tin.txt", "--at", "họp.").stdout
    assert "no fact: a dateline" in run("explain", good / "tin.txt", "--at", "07/12/2023").stdout


def test_explain_tells_why_nothing_was_made_of_words(tmp_path):
    path = tmp_path / "tin.txt"
    path.write_text("Có 2/3 số hộ thoát nghèo.", encoding="utf-8")
    assert "no fact: boctin_dates: a share" in run("explain", path, "--at", "2/3 số hộ").stdout


def test_explain_names_words_that_do_not_stand_there(good):
    result = run("explain", good / "tin.txt", "--at", "Cà Mau")
    assert result.exit_code == 1
    assert "Cà Mau" in result.stderr


def test_schema_describes_a_record(good):
    schema = json.loads(run("schema").stdout)
    record = json.loads(run("extract", good).stdout)
    assert set(record) == set(schema["properties"])


@pytest.mark.parametrize("command", ["extract", "show", "explain", "schema"])
def test_help_has_an_example(command):
    assert f"boctin {command}" in run(command, "--help").stdout.split("Example")[1]


def test_import_is_light():
    code = "import sys, boctin; assert not {'spacy', 'underthesea', 'pydantic'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
