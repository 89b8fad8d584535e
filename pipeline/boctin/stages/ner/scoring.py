"""How right names are: exact spans and labels, F1 by label, over the labelled sentences of articles."""

import time
from collections import Counter
from itertools import chain

from boctin.stages.ner.corpus import Labelled, Span
from boctin.stages.ner.crf import KINDS
from boctin.stages.ner.model import Model


def in_pieces(articles: list[Labelled], names: list[list[Span]]) -> list[set[Span]]:
    """The names of each article that lie in its labelled sentences, a set for each sentence."""
    return [
        {name for name in found if name[0] >= first and name[1] <= past}
        for article, found in zip(articles, names, strict=True)
        for first, past, _ in article.pieces
    ]


def found_by(model: Model, articles: list[Labelled]) -> list[set[Span]]:
    """What a model finds in the labelled sentences when it reads the whole articles."""
    return in_pieces(articles, [model.predict(article.words) for article in articles])


def measured(model: Model, articles: list[Labelled], together: int = 1) -> tuple[list[set[Span]], float]:
    """What a model finds in the labelled sentences, and how many characters of the articles it reads in a second of
    processor time, `together` articles at once."""
    texts = [article.words for article in articles]
    batches = [texts[n : n + together] for n in range(0, len(texts), together)]
    for batch in batches:  # once before, so that the table of forms is warm
        model.predict_many(batch)
    started = time.process_time()
    names = list(chain.from_iterable(map(model.predict_many, batches)))
    taken = time.process_time() - started
    return in_pieces(articles, names), sum(len(word) + 1 for words in texts for word in words) / taken


def f1(articles: list[Labelled], pieces: list[set[Span]]) -> dict[str, float]:
    """F1 of the names found in the labelled sentences, by label and of all together."""
    same: Counter[str] = Counter()
    total: Counter[str] = Counter()
    gold = [set(spans) for article in articles for _, _, spans in article.pieces]
    for truth, found in zip(gold, pieces, strict=True):
        for key, spans in ((1, truth & found), (0, truth), (0, found)):
            for span in spans:
                for label in (span[2], "all"):
                    (same if key else total)[label] += 1
    return {label: 2 * same[label] / max(total[label], 1) for label in (*KINDS, "all")}
