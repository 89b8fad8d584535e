"""The commands of an archive, for the command line: arguments in, calls out."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from boctin.archive.errors import ArchiveError

app = typer.Typer()

Out = Annotated[
    Path,
    typer.Argument(help="An archive folder, a file of JSON lines, or an index.", metavar="ARCHIVE", show_default=False),
]


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

    with _said():
        done = index_archive(archive, rebuild=rebuild)
    change = f"{done.added} added, {done.removed} removed" if done.changed else "up to date"
    print(f"{done.index}: {done.articles} articles ({change}), {done.stories} stories, {done.people} people")
