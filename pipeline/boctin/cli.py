"""The command `boctin`: arguments in, calls out."""

import gc
import json
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn, TextIO

import typer

from boctin.archive.commands import app as archive_app
from boctin.explorer.commands import app as explorer_app
from boctin.reading import mend


class Engine(StrEnum):
    local = "local"
    ray = "ray"


app = typer.Typer(
    name="boctin",
    help="Takes the facts out of Vietnamese news: dates, officials, counts of models, awards.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
# `boctin index` and what else is asked of an archive.
app.add_typer(archive_app)
# `boctin serve` and `boctin gold`.
app.add_typer(explorer_app)

Paths = Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="PATH…")]
ArchivePath = Annotated[Path, typer.Argument(help="The folder of an archive.", metavar="ARCHIVE")]
PublishedOption = Annotated[
    str | None,
    typer.Option(help="Publication date (2023-12-07) of articles that carry none as data.", metavar="DATE"),
]


Workers = Annotated[int | None, typer.Option(min=1, help="Worker processes. [default: the cores]")]
EngineOption = Annotated[Engine, typer.Option(help="What the shards of an archive are spread over.")]
Address = Annotated[str | None, typer.Option(help="Address of a Ray cluster.", metavar="ADDRESS")]
MaxBytes = Annotated[int | None, typer.Option(min=1, help="Bytes that one document may have, decompressed.")]
MaxChars = Annotated[int | None, typer.Option(min=1, help="Characters that one article may have.")]
MaxRatio = Annotated[int | None, typer.Option(min=1, help="Times that a compressed file may grow.")]
MaxDepth = Annotated[int | None, typer.Option(min=0, help="Archives within archives.")]
TimeLimit = Annotated[float | None, typer.Option(min=0.001, help="Seconds that one document may take.")]
MemoryLimit = Annotated[int | None, typer.Option(min=1, help="MiB that a worker may hold.")]


@app.command(epilog="Example:  boctin extract corpus/articles -o facts.jsonl  |  boctin extract news/ -o archive/")
def extract(
    paths: Paths,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", help="Write to this file, or an archive to this folder.", metavar="PATH"),
    ] = None,
    published: PublishedOption = None,
    column: Annotated[
        list[str] | None, typer.Option(help="Column that holds a field: text=noi_dung.", metavar="FIELD=NAME")
    ] = None,
    workers: Workers = None,
    resume: Annotated[bool, typer.Option(help="Go on with an archive that was begun, or begin anew.")] = True,
    engine: EngineOption = Engine.local,
    address: Address = None,
    compress: Annotated[bool | None, typer.Option("--compress", help="Compress the records of an archive.")] = None,
    shard_size: Annotated[int | None, typer.Option(min=1, help="Documents to a file of records.")] = None,
    max_bytes: MaxBytes = None,
    max_chars: MaxChars = None,
    max_ratio: MaxRatio = None,
    max_depth: MaxDepth = None,
    time_limit: TimeLimit = None,
    memory_limit: MemoryLimit = None,
    pipeline: Annotated[
        str | None, typer.Option(help="A function that makes another pipeline.", metavar="MODULE:FUNCTION")
    ] = None,
) -> None:
    """Extract one record of facts per article, as JSON lines.

    To standard output or a file as it goes; or, when the output is a folder (it exists as one, ends in a slash or has
    no suffix), to an archive with many workers, which can be stopped and gone on with at any time.
    Exit status: 0 all well, 1 some articles failed, 2 nothing could be done, 130 stopped.
    """
    from boctin.terminal import is_folder, run_batch

    _check_published(published)
    reading = {"max_bytes": max_bytes, "max_chars": max_chars, "max_ratio": max_ratio, "max_depth": max_depth}
    settings = _given(
        published=published, columns=_columns(column), compress=compress, shard_size=shard_size, pipeline=pipeline,
        time_limit=time_limit, memory_limit=memory_limit, **reading,
    )  # fmt: skip
    if output is None or not is_folder(output):
        _extract_stream(paths, Path(output) if output else None, settings)
    raise typer.Exit(
        run_batch(
            "extract", out=Path(output), paths=paths, settings=settings, workers=workers, resume=resume,
            engine=engine.value, address=address,
        )
    )  # fmt: skip


@app.command(epilog="Example:  boctin status archive/")
def status(archive: ArchivePath) -> None:
    """Say how far an archive is, and what is in its quarantine. Exit status as for extract."""
    from boctin.terminal import print_status

    raise typer.Exit(print_status(archive))


@app.command(epilog="Example:  boctin retry archive/ --time-limit 600")
def retry(
    archive: ArchivePath,
    workers: Workers = None,
    engine: EngineOption = Engine.local,
    address: Address = None,
    max_bytes: MaxBytes = None,
    max_chars: MaxChars = None,
    max_ratio: MaxRatio = None,
    max_depth: MaxDepth = None,
    time_limit: TimeLimit = None,
    memory_limit: MemoryLimit = None,
) -> None:
    """Do the quarantined articles of an archive again, with other limits if they are given."""
    from boctin.terminal import run_batch

    settings = _given(
        max_bytes=max_bytes, max_chars=max_chars, max_ratio=max_ratio, max_depth=max_depth, time_limit=time_limit,
        memory_limit=memory_limit,
    )  # fmt: skip
    raise typer.Exit(
        run_batch("retry", out=archive, settings=settings, workers=workers, engine=engine.value, address=address)
    )


def _given(**settings: Any) -> dict[str, Any]:
    return {name: value for name, value in settings.items() if value is not None}


def _columns(given: list[str] | None) -> dict[str, str] | None:
    from boctin.readers.limits import FIELDS

    pairs = [entry.partition("=") for entry in given or ()]
    if wrong := [field for field, sign, name in pairs if field not in FIELDS or not sign or not name]:
        raise typer.BadParameter(
            f"{wrong[0]}: give FIELD=NAME with a field of {', '.join(FIELDS)}", param_hint="--column"
        )
    return {field: name for field, _, name in pairs} or None


def _extract_stream(paths: list[str], output: Path | None, settings: dict[str, Any]) -> NoReturn:
    from boctin.batch import Settings
    from boctin.loading import load
    from boctin.readers import Unreadable, count, read_all
    from boctin.terminal import Tally, progress_bar

    reading = Settings(**settings).reading()
    started, tally = time.monotonic(), Tally()
    with progress_bar() as bar, _Out(output) as out:
        task = bar.add_task("bóc tin", total=count(paths, reading) if not bar.disable else None, rate="")
        nlp = load()
        gc.freeze()  # as in a worker: the pipeline is there to stay
        for outcome in read_all(paths, reading=reading):
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
    raise typer.Exit(tally.exit_status)


@app.command(epilog="Example:  boctin show corpus/articles/so-ket-dan-van-kheo-chau-phu.txt")
def show(
    paths: Paths,
    published: PublishedOption = None,
    html: Annotated[bool, typer.Option("--html", help="Write a page of HTML that needs no other file.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where the page goes. [default: standard output]")
    ] = None,
) -> None:
    """Print articles with their facts highlighted, in the terminal or as HTML."""
    from rich.console import Console

    from boctin import view
    from boctin.loading import load
    from boctin.readers import Unreadable, read_all
    from boctin.terminal import print_record

    _check_published(published)
    if output and not html:
        raise typer.BadParameter("goes with --html", param_hint="--output")
    console, nlp, shown, failed = Console(), load(), [], False
    for outcome in read_all(paths, published=published):
        if isinstance(outcome, Unreadable):
            failed = True
            print(f"boctin: {outcome}", file=sys.stderr)
        elif html:
            shown.append(nlp.extract(outcome).model_dump(mode="json"))
        else:
            print_record(nlp.extract(outcome), console)
    if html:
        with _Out(output) as page:
            page.write(view.document(shown))
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
