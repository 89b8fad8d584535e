"""Files and streams in, articles out.

>>> from boctin import read
>>> for article in read(["corpus/articles"]):          # doctest: +SKIP
...     print(article.title)
"""

from boctin.readers.sources import Unreadable, count, read, read_all

__all__ = ["Unreadable", "count", "read", "read_all"]
