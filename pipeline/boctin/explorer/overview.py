"""What is in an archive: the numbers and charts of the start page."""

import sqlite3
from typing import Any, NamedTuple

_COUNTED = {
    "articles": "SELECT count(*) FROM articles",
    "stories": "SELECT count(*) FROM stories",
    "people": "SELECT count(*) FROM people",
    "officials": "SELECT count(*) FROM officials",
    "model_counts": "SELECT count(*) FROM model_counts",
    "awards": "SELECT count(*) FROM awards",
    "dates": "SELECT count(*) FROM dates",
    "units": "SELECT count(*) FROM units",
}

# The same models are told again in the next article, in parts and with their growth: of one theme in one unit and year
# only the largest count is taken.
_MODELS_BY_PROVINCE = """
SELECT province AS label, sum(most) AS amount FROM (
    SELECT province, max(value) AS most FROM models_told
    WHERE province IS NOT NULL AND value IS NOT NULL AND part_of IS NULL AND qualifier <> 'increase'
    GROUP BY province, unit_id, theme, year
) GROUP BY province ORDER BY amount DESC, label LIMIT 15
"""
_AWARDS_BY_KIND = """
SELECT coalesce(kind, award) AS label, kind_code AS code, count(*) AS amount FROM awards_told
GROUP BY kind_code ORDER BY amount DESC, label LIMIT 15
"""
_ARTICLES_BY_MONTH = "SELECT month AS label, count(*) AS amount FROM articles WHERE month IS NOT NULL GROUP BY month"
# So many columns can be told apart; a longer archive is shown by years.
_MAX_COLUMNS = 120


class Bar(NamedTuple):
    """One bar of a chart: `share` of the longest in per cent, `query` the search that shows what it counts."""

    label: str
    amount: float
    share: float
    query: str


def overview(connection: sqlite3.Connection) -> dict[str, Any]:
    """Numbers and charts of the whole archive."""
    return {
        "counts": {name: connection.execute(sql).fetchone()[0] for name, sql in _COUNTED.items()},
        "models": _bars(connection.execute(_MODELS_BY_PROVINCE), "province"),
        "awards": _bars(
            [(label, amount, code) for label, code, amount in connection.execute(_AWARDS_BY_KIND)], "award"
        ),
        "months": _months(connection),
        "outlets": _bars(
            connection.execute(
                "SELECT outlet, count(*) AS amount FROM articles WHERE outlet IS NOT NULL "
                "GROUP BY outlet ORDER BY amount DESC, outlet LIMIT 8"
            ),
            "outlet",
        ),
    }


def _bars(rows: Any, facet: str) -> list[Bar]:
    from urllib.parse import urlencode

    found = [(row[0], row[1], row[2] if len(row) > 2 else row[0]) for row in rows]
    most = max((amount for _, amount, _ in found), default=0) or 1
    return [
        Bar(label or "?", amount, round(100 * amount / most, 1), urlencode({facet: key}) if key else "")
        for label, amount, key in found
    ]


def _months(connection: sqlite3.Connection) -> list[Bar]:
    """Articles by month, the empty months between as well; by year where the archive is long."""
    found = dict(connection.execute(_ARTICLES_BY_MONTH).fetchall())
    if not found:
        return []
    first, last = min(found), max(found)
    months = [f"{year}-{month:02}" for year in range(int(first[:4]), int(last[:4]) + 1) for month in range(1, 13)]
    months = [month for month in months if first <= month <= last]
    if len(months) > _MAX_COLUMNS:
        years: dict[str, int] = {}
        for month, amount in found.items():
            years[month[:4]] = years.get(month[:4], 0) + amount
        months, found = [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)], years
    return _bars([(month, found.get(month, 0), month) for month in months], "time")
