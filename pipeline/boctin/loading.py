"""Builds the spaCy pipeline, and takes articles through it to records.

The module is not called `load`, because it would then hide the function `boctin.load`.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from spacy.lang.vi import Vietnamese
from spacy.tokens import Doc

from boctin import doc as _doc
from boctin import tokens as _tokens  # noqa: F401 - registers the tokenizer
from boctin.article import Article
from boctin.record import ArticleInfo, Record

# The way of an article: each stage reads what those above it left on the Doc.
STAGES = (
    "boctin_words",
    "boctin_sentences",
    "boctin_ner",
    "boctin_numerals",
    "boctin_dates",
    "boctin_entities",
    "boctin_places",
    "boctin_officials",
    "boctin_model_counts",
    "boctin_awards",
    "boctin_merge",
)


class Boctin(Vietnamese):
    """A spaCy pipeline that also takes articles straight to records."""

    def extract(
        self,
        article: str | Article,
        *,
        published: str | date | datetime | None = None,
        source: str | None = None,
    ) -> Record:
        """Extract the facts of one article.

        `article` is its text, or an Article; `published` its publication date (ISO, a newspaper's publication
        line, date or datetime), which wins over a date printed in the text. Raises ValueError when it is no date.

        >>> nlp = load()
        >>> nlp.extract("Sáng 7/12, huyện có 12 mô hình.", published="2023-12-07").dates[0].date_from
        datetime.date(2023, 12, 7)
        """
        if isinstance(article, str):
            article = Article.parse(article, published=published, source=source)
        elif published is not None or source is not None:
            raise ValueError("published and source belong to the Article when one is given")
        return record_of(self.annotate(article))

    def extract_many(self, articles: Iterable[str | Article], **options: Any) -> Iterator[Record]:
        """Like `nlp.pipe`, but records come out: a stream, in order, a few articles in memory at a time.

        `options` go to `nlp.pipe` (`batch_size`, `n_process`).
        """
        parsed = (Article.parse(a) if isinstance(a, str) else a for a in articles)
        return (record_of(doc) for doc in self.pipe(map(self._doc_of, parsed), **options))

    def annotate(self, article: Article) -> Doc:
        """The Doc of an article, with all that the stages left on it."""
        return self(self._doc_of(article))

    def _doc_of(self, article: Article) -> Doc:
        doc = self.make_doc(article.text)
        doc._.article = article
        return doc


def load(disable: Iterable[str] = (), config: dict[str, dict[str, Any]] | None = None) -> Boctin:
    """Build the pipeline.

    `disable` names stages to leave out; `config` gives settings by stage, as for `nlp.add_pipe`. Raises ValueError
    for a stage that does not exist, with the names that do.
    """
    disabled, settings = set(disable), dict(config or {})
    if unknown := (disabled | set(settings)) - set(STAGES):
        raise ValueError(f"no such stage: {', '.join(sorted(unknown))}; the stages are {', '.join(STAGES)}")
    nlp = Boctin.from_config({"nlp": {"lang": "vi", "tokenizer": {"@tokenizers": "boctin.syllables.v1"}}})
    assert isinstance(nlp, Boctin)  # spaCy's annotation says Language
    for stage in STAGES:
        if stage not in disabled:
            nlp.add_pipe(stage, config=settings.get(stage, {}))
    return nlp


def record_of(doc: Doc) -> Record:
    """The record of a Doc that the stages have been over."""
    article = _doc.article_of(doc)
    info = ArticleInfo(
        id=article.id,
        source=article.source,
        title=article.title,
        published=article.published.iso if article.published else None,
        author=article.author,
        outlet=article.outlet,
        text=article.text,
    )
    return Record(article=info, **{name: getattr(doc._, name) for name in _doc.FACTS})
