"""What a person sees in a terminal: progress, the summary, an article with its facts highlighted."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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

    def summary(self, seconds: float) -> str:
        facts = ", ".join(f"{self.facts[name]:,} {english}" for name, (_, english, _) in LABELS.items())
        return f"{self.articles:,} articles: {facts}; {self.failed:,} failed ({seconds:.1f} s)"


def progress_bar() -> Progress:
    """A progress bar on standard error; it draws nothing unless a person watches."""
    return Progress(
        TextColumn("[progress.description]{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )


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
