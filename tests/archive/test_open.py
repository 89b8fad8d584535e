"""boctin.open: an archive in a notebook."""

import datetime
import json
import subprocess
import sys

import pytest

import boctin
from boctin.archive import ArchiveError
from boctin.archive.schema import TABLES, VIEWS
from tests.archive.conftest import first


@pytest.mark.parametrize("frames", ["pandas", "polars", "lists"])
def test_every_table_is_a_frame(out, frames):
    if frames != "lists":
        pytest.importorskip(frames)
    with boctin.open(out, frames) as archive:
        for table in (*TABLES, *VIEWS):
            ((rows,),) = archive._connection.sql(f"SELECT count(*) FROM {table}").rows
            assert len(getattr(archive, table)) == rows


def test_days_are_days_and_flags_are_flags(out):
    for frames in ("pandas", "polars"):
        pytest.importorskip(frames)
        with boctin.open(out, frames) as archive:
            assert datetime.date(2023, 12, 7) in {
                getattr(d, "date", lambda d=d: d)() for d in archive.articles["day"].to_list()
            }
            assert archive.positions["former"].to_list() == [False, False]


def test_sql_questions_search_and_records(out):
    with boctin.open(out, "lists") as archive:
        assert archive.sql("SELECT max(value) AS most FROM model_counts") == [{"most": 128.0}]
        assert archive.sql("SELECT year FROM articles WHERE year > ?", [2023]) == [{"year": 2024}]
        assert [row["district"] for row in archive.question("models-by-district", year=2023)] == ["Huyện Châu Phú"]
        assert "positions" in archive.questions
        (hit,) = archive.search("vong dong")
        assert hit.snippet[slice(*hit.marks[0])] == "Vọng Đông"
        assert archive.record(first().article.id) == json.loads(first().to_json())
        assert "2 articles" in repr(archive)


def test_what_is_not_there_is_said(out):
    with boctin.open(out, "lists") as archive:
        with pytest.raises(AttributeError, match="no table 'prizes'; it has: articles"):
            _ = archive.prizes
        with pytest.raises(KeyError):
            archive.record("nobody")
        with pytest.raises(ArchiveError, match="only read"):
            archive.sql("DELETE FROM articles")
    with pytest.raises(ArchiveError, match="there are no frames 'arrow'"):
        boctin.open(out, "arrow")
    with pytest.raises(ArchiveError, match="there is no such folder"):
        boctin.open("nowhere")


def test_importing_boctin_stays_quick():
    heavy = "pandas polars pyarrow sqlite3 datasketch spacy pydantic"
    code = f"import sys, boctin; print([m for m in {heavy.split()} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
