"""Names that a model is sure about in unlabelled news, as a gazetteer of the next model (for `scripts/train`).

A name met in two articles or more gets a code for its kind and for how firmly it is of that kind. Articles that hold
labels are left out: there the model has learned the names by heart, and the next one would trust the list too much.
"""

from collections import Counter
from collections.abc import Iterable

from boctin.stages.ner.crf import KINDS, decode
from boctin.stages.ner.model import Model

_SURE = 0.8
_LONGEST = 6
_FIRM, _OFTEN = 0.9, 6


def names_of(words: list[str], model: Model) -> set[tuple[str, str]]:
    """Lower-cased names and kinds of an article, each once; names without any capital are not told apart from words."""
    tokens, labels, sure = model.confident(words)
    found = set()
    for first, past, kind in decode(labels):
        name = [words[i] for i in tokens.index[first:past]]
        if past - first <= _LONGEST and sure[first:past].min() >= _SURE and not all(w.islower() for w in name):
            found.add((" ".join(name).lower(), kind))
    return found


def gazetteer(articles: Iterable[set[tuple[str, str]]]) -> dict[str, int]:
    """Codes of names, 1 to 11: `1 + 4 * kind + (0 often and firmly | 1 firmly | 2 doubtfully of that kind)`."""
    kinds: dict[str, Counter[str]] = {}
    for names in articles:
        for name, kind in names:
            kinds.setdefault(name, Counter())[kind] += 1
    codes = {}
    for name, counts in sorted(kinds.items()):
        total = counts.total()
        if total < 2 or len(name) < 2:
            continue
        kind = max(KINDS, key=lambda k: counts[k])
        firm = counts[kind] >= _FIRM * total
        codes[name] = 1 + 4 * KINDS.index(kind) + (2 if not firm else 0 if total >= _OFTEN else 1)
    return codes
