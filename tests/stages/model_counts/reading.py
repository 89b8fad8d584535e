"""How tests of this stage read a text: numbers and units by the real stages, dates given by hand."""

from datetime import date
from functools import cache
from pathlib import Path

from boctin.article import Article
from boctin.loading import STAGES, Boctin, load, record_of
from boctin.record import DateFact, Record

READ_FROM = ("boctin_sentences", "boctin_numerals", "boctin_entities", "boctin_model_counts", "boctin_merge")


@cache
def pipeline(nouns: Path | None = None) -> Boctin:
    """The stages that this one reads from, and no other."""
    config = {"boctin_model_counts": {"nouns": str(nouns)}} if nouns else {}
    return load(disable=[stage for stage in STAGES if stage not in READ_FROM], config=config)


def read(text: str, *periods: tuple[str, str | None, str | None], nouns: Path | None = None) -> Record:
    """The record of a text in which `periods` (words, first day, last day) are the dates."""
    nlp = pipeline(nouns)
    article = Article.parse(text)
    doc = nlp.make_doc(article.text)
    doc._.article = article
    doc._.dates = [dated(article.text, *period) for period in periods]
    return record_of(nlp(doc))


def dated(text: str, words: str, first: str | None, last: str | None) -> DateFact:
    """A date fact as the stage of dates leaves it: a day where both ends are one day, else a period."""
    start = text.index(words)
    one_day = first is not None and first == last
    return DateFact(
        text=words, start_char=start, end_char=start + len(words), kind="day" if one_day else "period",
        date_from=date.fromisoformat(first) if first else None, date_to=date.fromisoformat(last) if last else None,
        rule="given", confidence=1.0,
    )  # fmt: skip
