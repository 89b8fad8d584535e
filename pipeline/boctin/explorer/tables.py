"""What Datasette tells of the archive: its tables by their names in Vietnamese and English, and the ready questions."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import regex
from markupsafe import Markup

from boctin.archive.ready import Parameter, Question, questions
from boctin.knowledge import Knowledge, load_knowledge

# What the index keeps for itself is not shown among its tables.
_OWN: Final = ("index_files", "index_lines", "index_records", "about", "article_search")
_PARAMETER = regex.compile(r":([a-z]+)\b")


class Tables(Knowledge):
    """Names of tables and views, Vietnamese and English, in the order of the page."""

    tables: dict[str, tuple[str, str]]
    views: dict[str, tuple[str, str]]


@cache
def names() -> Tables:
    return load_knowledge(Path(__file__).parent / "tables.toml", Tables)


def metadata() -> dict[str, Any]:
    """The archive as Datasette's metadata."""
    known = names().tables | names().views
    tables: dict[str, Any] = {name: {"title": f"{vi} · {en}"} for name, (vi, en) in known.items()}
    tables |= {name: {"hidden": True} for name in _OWN}
    asked = {name: _query(question) for name, question in questions().items()}
    return {"databases": {"archive": {"title": "Bảng · Tables", "tables": tables, "queries": asked}}}


def _query(question: Question) -> dict[str, Any]:
    rows = "".join(
        Markup("<li><code>{}</code>: {}{}</li>").format(name, known.about, _hint(known))
        for name, known in question.parameters.items()
    )
    return {
        "title": f"{question.vi} · {question.en}",
        "description_html": Markup("<p lang='en'>{}</p>").format(question.about.strip()) + Markup(f"<ul>{rows}</ul>"),
        "sql": sql_of_form(question).strip(),
        "params": list(question.parameters),
        "hide_sql": True,
    }


def _hint(known: Parameter) -> str:
    example = known.example or ("2023" if known.type == "number" else "")
    return (f", such as {example}" if example else "") + (" (required)" if known.required else "")


def sql_of_form(question: Question) -> str:
    """The SQL of a question as a form asks it: an empty field is none, and a year is a number."""

    def value(match: Any) -> str:
        known = question.parameters.get(match[1])
        if known is None:
            return str(match[0])
        given = f"nullif(trim(:{match[1]}), '')"
        return f"CAST({given} AS INTEGER)" if known.type == "number" else given

    return _PARAMETER.sub(value, question.sql)
