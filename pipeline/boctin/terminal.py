"""What a person sees in a terminal: progress, the summary, an article with its facts highlighted."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from boctin.record import Award, DateFact, ModelCount, Official, Record, Span

# Vietnamese first, with English.
LABELS = {
    "dates": ("ngày tháng", "dates", "black on bright_cyan"),
    "officials": ("cán bộ, lãnh đạo", "officials", "black on bright_green"),
    "model_counts": ("số mô hình", "model counts", "black on bright_yellow"),
    "awards": ("khen thưởng", "awards", "black on bright_magenta"),
}
# Seconds between lines of progress where nobody watches.
_LINE_EVERY = 30.0
_POSITION_STYLE = "green underline"


class Tally:
    """Counts what a run gave, for the summary."""

    def __init__(self) -> None:
        self.articles = 0
        self.failed = 0
        self.facts: Counter[str] = Counter()

    def add(self, record: Record) -> None:
        self.articles += 1
        for name in LABELS:
            self.facts[name] += len(getattr(record, name))

    @property
    def exit_status(self) -> int:
        """0 all well, 1 some failed, 2 not one record."""
        if not self.failed:
            return 0
        return 1 if self.articles else 2

    def summary(self, seconds: float) -> str:
        facts = ", ".join(f"{self.facts[name]:,} {english}" for name, (_, english, _) in LABELS.items())
        articles = "1 article" if self.articles == 1 else f"{self.articles:,} articles"
        return f"{articles}: {facts}; {self.failed:,} failed ({seconds:.1f} s)"


def is_folder(output: str) -> bool:
    """Whether an output is meant as a folder: it is one, ends in a slash, or is not there and has no suffix.

    >>> is_folder("archive/"), is_folder("archive"), is_folder("facts.jsonl")
    (True, True, False)
    """
    path = Path(output)
    return path.is_dir() or output.endswith(("/", os.sep)) or not (path.exists() or path.suffix)


def run_batch(what: Literal["extract", "retry"], *, out: Path, settings: dict[str, Any], **options: Any) -> int:
    """Run a batch with progress on standard error; its exit status."""
    from boctin.batch import BatchError, Settings, extract_archive, retry

    started = time.monotonic()
    try:
        with _Watched() as watched:
            if what == "extract":
                paths = options.pop("paths")
                summary = extract_archive(paths, out, Settings(**settings), progress=watched, **options)
            else:
                summary = retry(out, settings, progress=watched, **options)
    except KeyboardInterrupt:
        print(f"boctin: stopped; what is done is kept, the same command goes on in {out}", file=sys.stderr)
        return 130
    except (BatchError, OSError) as error:
        print(f"boctin: {error}", file=sys.stderr)
        return 2
    done = f"{_documents(summary.documents)}: {summary.records:,} records, {_quarantined(summary.reasons)}"
    before = f", {summary.already_done:,} of them before" if summary.already_done else ""
    print(f"{out}: {done}{before} ({time.monotonic() - started:.1f} s)", file=sys.stderr)
    return summary.exit_status


def print_status(out: Path) -> int:
    """Print how far an archive is; its exit status."""
    from boctin.batch import BatchError, status

    try:
        found = status(out)
    except BatchError as error:
        print(f"boctin: {error}", file=sys.stderr)
        return 2
    print(f"{out}: {found.state} (boctin {found.version})")
    refused = _quarantined(found.reasons)
    print(f"{found.done:,} of {_documents(found.documents)} done: {found.records:,} records, {refused}")
    return found.exit_status


def _documents(number: int) -> str:
    return "1 document" if number == 1 else f"{number:,} documents"


def _quarantined(reasons: Mapping[str, int]) -> str:
    listed = ", ".join(f"{count:,} {reason}" for reason, count in sorted(reasons.items()))
    return f"{sum(reasons.values()):,} quarantined" + (f" ({listed})" if listed else "")


def pace(done: int, left: int, seconds: float) -> str:
    """How fast it goes and how long it still takes.

    >>> pace(done=100, left=6000, seconds=10), pace(done=10, left=8000, seconds=40), pace(done=0, left=5, seconds=1)
    ('10/s, 10 min left', '15/min, 8 h 53 min left', '')
    """
    if not done:
        return ""
    rate = done / max(seconds, 1e-9)
    minutes, rest = divmod(round(left / rate), 60)
    hours, minutes_of_hour = divmod(minutes, 60)
    time_left = f"{rest} s" if not minutes else f"{minutes} min" if not hours else f"{hours} h {minutes_of_hour} min"
    return f"{rate:.0f}/s, {time_left} left" if rate >= 1 else f"{rate * 60:.0f}/min, {time_left} left"


class _Watched:
    """Progress of a batch: a bar where a person watches, else a line now and then."""

    def __init__(self) -> None:
        # The bar's own estimate would take what an earlier run has done for this one's.
        self._bar = progress_bar(estimate=False)
        self._task = self._bar.add_task("bóc tin", total=None, rate="")
        self._started: float | None = None
        self._said = time.monotonic()

    def __enter__(self) -> "_Watched":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, done: int, total: int, before: int) -> None:
        now = time.monotonic()
        if self._started is None:  # told first when the work begins, after the inputs were counted
            self._started = now
        rate = pace(done - before, total - done, now - self._started)
        self._bar.update(self._task, completed=done, total=total, rate=rate)
        if self._bar.disable and now - self._said >= _LINE_EVERY:
            self._said = now
            print(f"boctin: {done:,} of {total:,}{', ' if rate else ''}{rate}", file=sys.stderr)


def progress_bar(*, estimate: bool = True) -> Progress:
    """A progress bar on standard error, with the bar's own estimate of the time left or without; it draws nothing
    unless a person watches."""
    columns = [
        TextColumn("[progress.description]{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        *([TimeRemainingColumn()] if estimate else []),
    ]
    return Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())


def print_record(record: Record, console: Console) -> None:
    """Print an article with its facts highlighted, and a table of them under it."""
    console.print(highlighted(record))
    console.print()
    console.print(_legend())
    for table in _tables(record):
        console.print(table)


def highlighted(record: Record) -> Text:
    """The article's text with a style over the words of every fact; where two overlap, both styles apply."""
    text = Text(record.article.text)
    for official in record.officials:
        for position in official.positions:
            text.stylize(_POSITION_STYLE, position.start_char, position.end_char)
    for name, span in _fact_spans(record):
        text.stylize(LABELS[name][2], span.start_char, span.end_char)
    return text


def _fact_spans(record: Record) -> Iterator[tuple[str, Span]]:
    for award in record.awards:
        yield from (("awards", mention) for mention in award.mentions)
    yield from (("dates", date) for date in record.dates)
    yield from (("model_counts", count) for count in record.model_counts)
    for official in record.officials:
        yield from (("officials", mention) for mention in official.mentions)


def _legend() -> Text:
    legend = Text()
    for vietnamese, english, style in LABELS.values():
        legend.append(f" {vietnamese} · {english} ", style).append("  ")
    return legend


def _tables(record: Record) -> Iterator[Table]:
    if record.dates:
        yield _table("dates", ("words", "kind", "from – to"), map(_date_row, record.dates))
    if record.officials:
        yield _table("officials", ("name", "positions"), map(_official_row, record.officials))
    if record.model_counts:
        columns = ("words", "value", "theme", "place", "from – to")
        yield _table("model_counts", columns, map(_count_row, record.model_counts))
    if record.awards:
        columns = ("award", "name", "rank", "recipients", "conferred by")
        yield _table("awards", columns, map(_award_row, record.awards))


def _table(name: str, columns: tuple[str, ...], rows: Iterable[Sequence[str]]) -> Table:
    vietnamese, english, _ = LABELS[name]
    table = Table(title=f"{vietnamese} · {english}", title_justify="left", title_style="bold")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _date_row(date: DateFact) -> tuple[str, ...]:
    return date.text, date.kind, _period(date.date_from, date.date_to)


def _official_row(official: Official) -> tuple[str, str]:
    return official.name, "\n".join(position.text for position in official.positions)


def _count_row(count: ModelCount) -> tuple[str, ...]:
    value = count.text if count.value is None else f"{count.value:,}"
    return count.text, value, count.theme or "", count.place or "", _period(count.date_from, count.date_to)


def _award_row(award: Award) -> tuple[str, ...]:
    groups = ("; ".join(r.names) or r.text or f"{r.count or '?'} {r.kind or ''}" for r in award.recipients)
    return award.award, award.name or "", award.rank or "", "\n".join(groups), award.conferred_by or ""


def _period(start: object, end: object) -> str:
    if start == end:
        return str(start or "?")
    return f"{start or '…'} – {end or '…'}"
