"""What a worker does with an article, unless the settings name another function: boctin's pipeline."""

from collections.abc import Callable
from typing import Any, NoReturn

from boctin.article import Article

Extract = Callable[[Article], str]


def create() -> Extract:
    """Load the pipeline, and give the function from an Article to its record as a line of JSON."""
    from boctin.loading import load

    nlp = load()
    nlp.set_error_handler(_name_stage)

    def extract(article: Article) -> str:
        return nlp.extract(article).to_json()

    return extract


def _name_stage(stage: str, component: Any, docs: Any, error: Exception) -> NoReturn:
    """Leave on the error which stage raised it, for the quarantine."""
    del component, docs
    error.boctin_stage = stage  # type: ignore[attr-defined]
    raise error
