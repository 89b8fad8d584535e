"""Files and streams in, articles out.

>>> from boctin import read
>>> for article in read(["corpus/articles"]):          # doctest: +SKIP
...     print(article.title)
"""

from boctin.readers.faults import Fault, Unreadable, UnreadableError
from boctin.readers.limits import Limits, Reading
from boctin.readers.sources import count, documents, expand, read, read_all

__all__ = [
    "Fault", "Limits", "Reading", "Unreadable", "UnreadableError", "count", "documents", "expand", "read", "read_all",
]  # fmt: skip
