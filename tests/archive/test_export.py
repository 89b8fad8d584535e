"""Tables as files, read back by the programs that people read them with."""

import csv
import json

import pytest
from typer.testing import CliRunner

from boctin.archive import ArchiveError, export
from boctin.archive.schema import TABLES
from boctin.cli import app


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_one_file_for_each_table(out, tmp_path, form):
    done = export(out, tmp_path / "x", form)
    assert names(tmp_path / "x") == sorted(f"{table}.{form}" for table in TABLES)
    assert done.cut_cells == 0
    export(out, tmp_path / "x", form)
    assert names(tmp_path / "x") == sorted(f"{table}.{form}" for table in TABLES), "again, and nothing is left over"


def test_csv_for_excel_says_its_encoding_and_holds_no_formula(out, tmp_path):
    export(out, tmp_path, "csv")
    data = (tmp_path / "articles.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    with (tmp_path / "articles.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["title"]: row for row in csv.DictReader(stream)}
    assert rows.keys() == {"Châu Phú có nhiều mô hình", "'=Thoại Sơn thi đua"}
    assert [row["text"][0] for row in rows.values() if row["year"] == "2024"] == ["'"]


def test_excel_holds_text_numbers_and_days(out, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    export(out, tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "articles.xlsx").active
    head, *rows = sheet.iter_rows()
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    at = {cell.value: n for n, cell in enumerate(head)}
    told = {row[at["title"]].value: row for row in rows}
    row = told["=Thoại Sơn thi đua"]
    assert row[at["title"]].data_type == "s", "a string, not a formula"
    assert (row[at["year"]].value, row[at["day"]].value.date().isoformat()) == (2024, "2024-03-09")


def test_excel_cuts_no_cell_silently(tmp_path):
    from tests.archive.helpers import article, write

    out = write(tmp_path / "a.jsonl", article("Tin dài\n\n" + "dân vận khéo " * 4000))
    done = CliRunner().invoke(app, ["export", str(out), "--format", "xlsx", "-o", str(tmp_path / "x")])
    assert (done.exit_code, "1 cells were cut" in done.stderr) == (0, True)


def test_pandas_reads_the_parquet(out, tmp_path):
    pandas = pytest.importorskip("pandas")
    export(out, tmp_path, "parquet")
    frame = pandas.read_parquet(tmp_path / "model_counts.parquet")
    assert sorted(frame.value) == [64.0, 128.0]
    assert set(pandas.read_parquet(tmp_path / "positions.parquet").former) == {False}


def test_polars_reads_the_parquet(out, tmp_path):
    polars = pytest.importorskip("polars")
    export(out, tmp_path, "parquet")
    frame = polars.read_parquet(tmp_path / "articles.parquet")
    assert frame.schema["day"] == polars.Date
    assert sorted(frame["year"]) == [2023, 2024]


def test_duckdb_reads_the_parquet(out, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    export(out, tmp_path, "parquet")
    sql = f"""
        SELECT u.name, m.value FROM '{tmp_path}/model_counts.parquet' m
        JOIN '{tmp_path}/units.parquet' u ON u.id = m.unit_id ORDER BY m.value
    """
    assert duckdb.sql(sql).fetchall() == [("Huyện Thoại Sơn", 64.0), ("Huyện Châu Phú", 128.0)]


def test_a_data_package_describes_its_files(out, tmp_path):
    export(out, tmp_path, "datapackage")
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        with (tmp_path / resource["path"]).open(encoding="utf-8", newline="") as stream:
            assert next(csv.reader(stream)) == [field["name"] for field in resource["schema"]["fields"]]
    awards = next(r for r in package["resources"] if r["name"] == "awards")["schema"]
    assert {"fields": "article_id", "reference": {"resource": "articles", "fields": "id"}} in awards["foreignKeys"]
    assert {"fields": "part_of", "reference": {"resource": "", "fields": "id"}} in awards["foreignKeys"]
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as stream:
        assert "=Thoại Sơn thi đua" in {row["title"] for row in csv.DictReader(stream)}, "as it is: it is for programs"


def test_what_cannot_be_written_is_named(out, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match="file cannot be written"):
        export(out, tmp_path / "file", "csv")
    with pytest.raises(ArchiveError, match="there is no format 'doc'"):
        export(out, tmp_path, "doc")
