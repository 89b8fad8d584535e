"""A record as HTML: the article with the words of its facts marked, and small tables of the facts.

One view for a notebook (`Record._repr_html_`), for `boctin show --html` and for the page of `boctin serve`. It reads
the JSON form of a record and nothing else of boctin, so the record itself can show itself.
"""

from boctin.view.page import document, fragment

__all__ = ["document", "fragment"]
