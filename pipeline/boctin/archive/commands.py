"""The commands of an archive, for the command line: arguments in, calls out."""

import contextlib
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from boctin.archive.errors import ArchiveError

if TYPE_CHECKING:
    from boctin.archive.connection import Result

app = typer.Typer()

Out = Annotated[
    Path,
    typer.Argument(help="An archive folder, a file of JSON lines, or an index.", metavar="ARCHIVE", show_default=False),
]
_ROWS_SHOWN = 100
_WIDEST = 10_000


class Format(StrEnum):
    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    datapackage = "datapackage"


@contextlib.contextmanager
def _said() -> Iterator[None]:
    """Say an ArchiveError on standard error and end with status 2."""
    try:
        yield
    except ArchiveError as error:
        print(f"boctin: {error}", file=sys.stderr)
        raise typer.Exit(2) from None


@app.command(epilog="Example:  boctin index archive/")
def index(
    archive: Out,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make it anew, whatever is there.")] = False,
) -> None:
    """Make the SQLite index of an archive, or bring it up to date. The other commands do so by themselves."""
    from boctin.archive.index import index_archive
    from boctin.archive.stories import can_link

    with _said():
        done = index_archive(archive, rebuild=rebuild)
    if not can_link():
        print("boctin: reprints are not linked to stories: pip install 'boctin[archive]'", file=sys.stderr)
    change = f"{done.added} added, {done.removed} removed" if done.changed else "up to date"
    print(f"{done.index}: {done.articles} articles ({change}), {done.stories} stories, {done.people} people")


@app.command(epilog="Example:  boctin query archive/ models-by-district -p province='an giang'")
def query(
    archive: Out,
    question: Annotated[
        str | None, typer.Argument(help="A ready question by its name, or SQL.", metavar="QUESTION|SQL")
    ] = None,
    parameter: Annotated[
        list[str] | None,
        typer.Option("-p", "--param", help="A value of the question, or of :name in SQL.", metavar="NAME=VALUE"),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Show the ready questions and their parameters.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="CSV, for Excel.")] = False,
    json: Annotated[bool, typer.Option("--json", help="A list of JSON objects.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="An Excel file; goes with -o.")] = False,
    parquet: Annotated[bool, typer.Option("--parquet", help="A Parquet file; goes with -o.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write to this file.")] = None,
    time_limit: Annotated[float, typer.Option(min=0.01, help="Seconds that the statement may take.")] = 60.0,
) -> None:
    """Ask an archive a ready question, or a question in SQL. It is only read, whatever the statement says."""
    from boctin.archive.connection import Connection
    from boctin.archive.ready import ask, questions

    chosen = [name for name, wanted in (("csv", csv), ("json", json), ("xlsx", xlsx), ("parquet", parquet)) if wanted]
    if len(chosen) > 1:
        raise typer.BadParameter(f"choose one of {', '.join(chosen)}", param_hint="--" + chosen[1])
    if not output and chosen in (["xlsx"], ["parquet"]):
        raise typer.BadParameter("goes with -o FILE", param_hint="--" + chosen[0])
    if listing:
        _print_questions()
        return
    if not question:
        raise typer.BadParameter("a ready question (--list shows them) or SQL is missing", param_hint="QUESTION|SQL")
    given = _parameters(parameter)
    with _said(), Connection(archive, time_limit=time_limit) as connection:
        ready = question in questions() or " " not in question.strip()
        result = ask(connection, question, given) if ready else connection.sql(question, given)
        _write(result, chosen[0] if chosen else "table", output)


@app.command(epilog="Example:  boctin export archive/ --format xlsx -o tables/")
def export(
    archive: Out,
    form: Annotated[Format, typer.Option("--format", help="What the tables are written as.")] = Format.csv,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The folder. [default: export-FORMAT beside the index]")
    ] = None,
) -> None:
    """Write every table of an archive to a file: CSV for Excel, Excel, Parquet, or a data package of plain CSV."""
    from boctin.archive.exporting import export as export_tables
    from boctin.archive.source import source_of

    with _said():
        folder = output or source_of(archive).index.parent / f"export-{form.value}"
        done = export_tables(archive, folder, form.value)
    print(f"{done.folder}: {len(done.files)} files")
    if done.cut_cells:
        print(f"boctin: {done.cut_cells} cells were cut to the longest that Excel holds", file=sys.stderr)


def _parameters(given: list[str] | None) -> dict[str, str]:
    pairs = [entry.partition("=") for entry in given or ()]
    if wrong := [name for name, sign, _ in pairs if not sign or not name]:
        raise typer.BadParameter(f"{wrong[0]}: give NAME=VALUE", param_hint="--param")
    return {name: value for name, _, value in pairs}


def _print_questions() -> None:
    from boctin.archive.ready import questions

    for name, question in questions().items():
        print(f"{name}\n    {question.vi} · {question.en}")
        for parameter, known in question.parameters.items():
            hint = f", such as {known.example}" if known.example else ""
            print(f"    -p {parameter}=…  {known.about}{hint}{' (required)' if known.required else ''}")


def _write(result: "Result", form: str, output: Path | None) -> None:
    from boctin.archive import output as writers

    if form == "table" and output is None:
        _print_table(result)
        return
    try:
        if form == "xlsx" and output:
            writers.write_xlsx(output, result.columns, result.rows)
        elif form == "parquet" and output:
            writers.write_parquet(output, result.columns, result.rows)
        else:
            write = writers.write_json if form == "json" else writers.write_csv
            with _text(output, form) as stream:
                write(stream, result.columns, result.rows)
    except OSError as error:
        raise ArchiveError(f"{output or 'standard output'}: {error.strerror or error}") from None


@contextlib.contextmanager
def _text(output: Path | None, form: str) -> Iterator[TextIO]:
    encoding = "utf-8" if form == "json" else "utf-8-sig"
    if output is None:
        sys.stdout.reconfigure(encoding=encoding, newline="")  # type: ignore[union-attr]
        yield sys.stdout
    else:
        with output.open("w", encoding=encoding, newline="") as stream:
            yield stream


def _print_table(result: "Result") -> None:
    from itertools import islice

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for column in result.columns:
        table.add_column(column, overflow="fold")
    shown = list(islice(result.rows, _ROWS_SHOWN))
    for row in shown:
        table.add_row(*(Text(_cell(value)) for value in row))
    console = Console()
    if not console.is_terminal:  # as wide as it is: nobody's screen folds it
        wide = console.options.update(max_width=_WIDEST)
        console.width = max(console.width, console.measure(table, options=wide).maximum)
    console.print(table)
    if not shown:
        print("boctin: no rows", file=sys.stderr)
    if next(result.rows, None) is not None:
        print(f"boctin: the first {_ROWS_SHOWN} rows; --csv, --json, --xlsx and --parquet give all", file=sys.stderr)


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)
