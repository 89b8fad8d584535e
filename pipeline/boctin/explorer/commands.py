"""The commands `boctin serve` and `boctin gold`: arguments in, calls out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from boctin.explorer import DEFAULT_PORT

app = typer.Typer()

Out = Annotated[Path, typer.Argument(help="A folder or file written by boctin extract.", metavar="OUT")]


@app.command(epilog="Example:  boctin serve archive/ --edit")
def serve(
    out: Out,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = DEFAULT_PORT,
    host: Annotated[str, typer.Option(help="Address; any but a loopback one opens the page to others.")] = "127.0.0.1",
    edit: Annotated[bool, typer.Option("--edit", help="Let facts be marked wrong, corrected and added.")] = False,
    who: Annotated[str, typer.Option(help="Name that corrections are signed with. [default: the user]")] = "",
) -> None:
    """Open an archive as a web page on this machine: search, facets, articles with their facts, tables."""
    from boctin.explorer.server import ServeError
    from boctin.explorer.server import serve as run

    try:
        run(out, host=host, port=port, edit=edit, who=who)
    except ServeError as error:
        print(f"boctin: {error}", file=sys.stderr)
        raise typer.Exit(2) from None


@app.command(epilog="Example:  boctin gold archive/ -o gold/")
def gold(
    out: Out,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder to write to.", metavar="FOLDER")],
    checked: Annotated[bool, typer.Option("--checked", help="Only articles marked as checked whole.")] = False,
) -> None:
    """Write the articles that readers have corrected as gold records: articles/*.txt and records/*.json."""
    from boctin.archive import ArchiveError
    from boctin.explorer.corrections import CorrectionsError
    from boctin.explorer.gold import export_gold

    try:
        done = export_gold(out, output, checked_only=checked)
    except (ArchiveError, CorrectionsError, OSError) as error:
        print(f"boctin: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
    gone = f"; {done.missing:,} corrected articles are not in the archive any more" if done.missing else ""
    print(f"{output}: {done.written:,} gold records{gone}", file=sys.stderr)
    raise typer.Exit(1 if done.missing else 0)
