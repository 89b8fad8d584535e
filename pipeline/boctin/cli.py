"""The command `boctin`: arguments in, calls out."""

import json
import sys
import time
from pathlib import Path
from typing import Annotated, TextIO

import typer

from boctin.reading import mend

app = typer.Typer(
    name="boctin",
    help="Takes the facts out of Vietnamese news: dates, officials, counts of models, awards.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Paths = Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="PATH…")]
PublishedOption = Annotated[
    str | None,
    typer.Option(help="Publication date (2023-12-07) of articles that carry none as data.", metavar="DATE"),
]


@app.command(epilog="Example:  boctin extract corpus/articles -o facts.jsonl")
def extract(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write the records here, not to standard output.")
    ] = None,
    published: PublishedOption = None,
) -> None:
    """Print one record of facts per article, as JSON lines."""
    from boctin.loading import load
    from boctin.readers import Unreadable, count, read_all
    from boctin.terminal import Tally, progress_bar

    _check_published(published)
    started, tally = time.monotonic(), Tally()
    with progress_bar() as bar, _Out(output) as out:
        task = bar.add_task("bóc tin", total=count(paths) if not bar.disable else None, rate="")
        nlp = load()
        for outcome in read_all(paths, published=published):
            try:
                if isinstance(outcome, Unreadable):
                    raise ValueError(outcome.reason)
                record = nlp.extract(outcome)
                out.write(record.to_json() + "\n")
                tally.add(record)
            except Exception as error:
                # One article's fault is named and costs only itself.
                tally.failed += 1
                bar.console.print(
                    f"boctin: {outcome.source}: {_reason(error)}", style="red", markup=False, soft_wrap=True
                )
            done = tally.articles + tally.failed
            bar.update(task, advance=1, rate=f"{done / (time.monotonic() - started):.0f}/s")
    print(tally.summary(time.monotonic() - started), file=sys.stderr)
    raise typer.Exit(1 if tally.failed else 0)


@app.command(epilog="Example:  boctin show corpus/articles/so-ket-dan-van-kheo-chau-phu.txt")
def show(paths: Paths, published: PublishedOption = None) -> None:
    """Print articles with their facts highlighted."""
    from rich.console import Console

    from boctin.loading import load
    from boctin.readers import Unreadable, read_all
    from boctin.terminal import print_record

    _check_published(published)
    console, nlp, failed = Console(), load(), False
    for outcome in read_all(paths, published=published):
        if isinstance(outcome, Unreadable):
            failed = True
            print(f"boctin: {outcome}", file=sys.stderr)
        else:
            print_record(nlp.extract(outcome), console)
    raise typer.Exit(1 if failed else 0)


@app.command(epilog='Example:  boctin explain article.txt --at "2/3 số hộ"')
def explain(
    path: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    at: Annotated[
        str | None, typer.Option(help="Words of the article: why this, or nothing, was made of them.")
    ] = None,
    published: PublishedOption = None,
) -> None:
    """Tell for each fact its words, its rule and the stages behind it; with --at, what became of given words."""
    from boctin.explain import explain_facts, explain_words
    from boctin.loading import load
    from boctin.readers import read

    _check_published(published)
    nlp = load()
    try:
        for article in read(path, published=published):
            doc = nlp.annotate(article)
            for line in explain_words(doc, mend(at)) if at else explain_facts(doc):
                print(line)
    except ValueError as error:
        print(f"boctin: {error}", file=sys.stderr)
        raise typer.Exit(1) from None


@app.command(epilog="Example:  boctin schema > record.schema.json")
def schema() -> None:
    """Print the JSON Schema of a record."""
    from boctin.record import Record

    print(json.dumps(Record.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))


def _version(wanted: bool) -> None:
    if wanted:
        from boctin import __version__

        print(f"boctin {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


def _check_published(value: str | None) -> None:
    from boctin.dateline import Published

    try:
        if value is not None:
            Published.of(value)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--published") from None


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"


class _Out:
    """Standard output, or a file that appears under its name only when it is whole."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def __enter__(self) -> TextIO:
        if self.path is None:
            self.stream = sys.stdout
            if hasattr(self.stream, "reconfigure"):
                self.stream.reconfigure(encoding="utf-8")
        else:
            self.partial = self.path.with_name(self.path.name + ".partial")
            try:
                self.stream = self.partial.open("w", encoding="utf-8", newline="\n")
            except OSError as error:
                raise typer.BadParameter(f"{self.path}: {error.strerror}", param_hint="--output") from None
        return self.stream

    def __exit__(self, failure: type[BaseException] | None, *rest: object) -> None:
        if self.path is None:
            self.stream.flush()
            return
        self.stream.close()
        if failure is None:
            self.partial.replace(self.path)


def main() -> None:
    """Entry point of the command `boctin`."""
    app()
