"""`boctin_ner`: names of persons, organisations and places by the trained model of the package `vi_boctin_ner`.

Leaves `doc._.ner`, a list of Entity, for the stages after it; with `set_ents` it also fills `doc.ents`.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from boctin.doc import Entity, article_of, token_bounds, token_texts
from boctin.stages.ner.model import Model

SOURCE = "vi_boctin_ner"
WEIGHTS = "model.npz"
# Articles that the model reads together, and the tokens at which it takes no further one.
BATCH = 8
_MOST_TOKENS = 20_000


def shipped_weights() -> Traversable:
    """The weights that ship with boctin, in the package `vi_boctin_ner`."""
    package = files(SOURCE)
    folder = next(f for f in package.iterdir() if f.is_dir() and f.name.startswith(SOURCE))
    return folder / "boctin_ner" / WEIGHTS


def shipped_model() -> Model:
    """The model that ships with boctin."""
    with as_file(shipped_weights()) as path:
        return Model.load(path)


def _together(stream: Iterable[Doc], most: int) -> Iterator[list[Doc]]:
    docs: list[Doc] = []
    for doc in stream:
        docs.append(doc)
        if len(docs) >= most or sum(map(len, docs)) >= _MOST_TOKENS:
            yield docs
            docs = []
    if docs:
        yield docs


class Named:
    """The component: assigns `doc._.ner`. The model is read when the first Doc comes, and travels with `to_disk`."""

    def __init__(self, path: Path | None = None, *, set_ents: bool = False) -> None:
        self.path, self.set_ents = path, set_ents
        self._model: Model | None = None

    @property
    def model(self) -> Model:
        if self._model is None:
            self._model = Model.load(self.path) if self.path else shipped_model()
        return self._model

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """The Docs of a stream, a few together (spaCy's `nlp.pipe`); at most BATCH, so that memory stays bounded."""
        for docs in _together(stream, min(batch_size, BATCH)):
            found = self.model.predict_many([token_texts(doc) for doc in docs])
            for doc, names in zip(docs, found, strict=True):
                self._assign(doc, names)
                yield doc

    def _assign(self, doc: Doc, names: list[tuple[int, int, str]]) -> None:
        text, (starts, ends) = article_of(doc).text, token_bounds(doc)
        doc._.ner = [
            Entity(label, starts[a], ends[b - 1], text[starts[a] : ends[b - 1]], source=SOURCE)  # type: ignore[arg-type]
            for a, b, label in names
        ]
        if self.set_ents:
            doc.set_ents([Span(doc, a, b, label=label) for a, b, label in names])

    def to_disk(self, path: Path | str, **_: Any) -> None:
        Path(path).mkdir(parents=True, exist_ok=True)
        self.model.save(Path(path) / WEIGHTS)

    def from_disk(self, path: Path | str, **_: Any) -> "Named":
        self._model, self.path = None, Path(path) / WEIGHTS
        return self


@Language.factory("boctin_ner", assigns=["doc._.ner"], default_config={"path": None, "set_ents": False})
def create_ner(nlp: Language, name: str, path: str | None, set_ents: bool) -> Named:  # noqa: ARG001 - spaCy's signature
    """spaCy factory of the stage `boctin_ner`. `path`: weights other than those that ship."""
    return Named(Path(path) if path else None, set_ents=set_ents)
