"""boctin (*bóc tin*) takes the facts out of Vietnamese news, each pointing at the words it came from.

>>> import boctin
>>> nlp = boctin.load()
>>> record = nlp.extract("Sáng 7/12, huyện có 12 mô hình.", published="2023-12-07")
>>> record.model_counts[0].value
12
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from boctin.article import Article
    from boctin.loading import Boctin, load, record_of
    from boctin.readers import read
    from boctin.record import Record

__version__ = "0.1.0"
__all__ = ["Article", "Boctin", "Record", "__version__", "load", "read", "record_of"]

_HOME = {
    "Article": "boctin.article",
    "Boctin": "boctin.loading",
    "Record": "boctin.record",
    "load": "boctin.loading",
    "open": "boctin.archive.frames",
    "read": "boctin.readers",
    "record_of": "boctin.loading",
}

# Called boctin.open, and not in __all__: `from boctin import *` must not hide Python's own open.
_ELSEWHERE = {"open": "open_archive"}


def __getattr__(name: str) -> Any:
    # spaCy and underthesea take seconds to import; `import boctin` alone must not.
    if name not in _HOME:
        raise AttributeError(f"module 'boctin' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), _ELSEWHERE.get(name, name))
