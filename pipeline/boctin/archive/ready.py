"""The ready questions: SQL with parameters, each a TOML file under questions/. A new one is a new file there."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from boctin.archive.connection import Connection, Result
from boctin.archive.errors import ArchiveError
from boctin.knowledge import Knowledge, load_knowledge

_FOLDER = Path(__file__).parent / "questions"


class Parameter(Knowledge):
    """A value that a question is asked with; one that is not given leaves the question wider."""

    about: str
    type: Literal["words", "number"] = "words"
    example: str | None = None
    required: bool = False

    def value(self, name: str, given: Any) -> Any:
        """What is given, as SQL has it. Raises ArchiveError when it is no number and should be one."""
        if given is None or self.type == "words":
            return given
        try:
            return int(given)
        except ValueError:
            raise ArchiveError(f"{name} is {self.about}: give a number, not {given!r}") from None


class Question(Knowledge):
    """A question, what it gives, and its parameters."""

    vi: str
    en: str
    about: str
    sql: str
    parameters: dict[str, Parameter] = Field(default={})


@cache
def questions() -> dict[str, Question]:
    """All ready questions by name.

    >>> questions()["positions"].en
    'Who held which position when'
    """
    return {path.stem: load_knowledge(path, Question) for path in sorted(_FOLDER.glob("*.toml"))}


def ask(connection: Connection, name: str, given: Mapping[str, Any] | None = None) -> Result:
    """Ask a ready question. Raises ArchiveError when it or a parameter does not exist, or a needed one is missing."""
    if (question := questions().get(name)) is None:
        raise ArchiveError(f"there is no ready question {name!r}; there are: {', '.join(questions())}")
    given = given or {}
    if unknown := sorted(given.keys() - question.parameters.keys()):
        held = ", ".join(question.parameters) or "none"
        raise ArchiveError(f"{name} has no parameter {unknown[0]!r}; it has: {held}")
    for parameter, known in question.parameters.items():
        if known.required and given.get(parameter) is None:
            raise ArchiveError(f"{name} needs {parameter} ({known.about}), for example {parameter}={known.example!r}")
    values = {p: known.value(p, given.get(p)) for p, known in question.parameters.items()}
    return connection.sql(question.sql, values)


def as_markdown() -> str:
    """docs/queries.md: every question with its parameters and its SQL."""
    parts = [_HEAD]
    for name, question in questions().items():
        parts.append(f"## `{name}`\n\n**{question.vi}** · {question.en}\n\n{question.about.strip()}\n")
        if question.parameters:
            rows = "".join(
                f"| `{p}` | {known.about}{' (required)' if known.required else ''} | {_example(known)} |\n"
                for p, known in question.parameters.items()
            )
            parts.append(f"| parameter | what it is | example |\n|---|---|---|\n{rows}")
        parts.append(f"```sql\n{question.sql.strip()}\n```\n")
    return "\n".join(parts)


def _example(parameter: Parameter) -> str:
    example = parameter.example or ("2023" if parameter.type == "number" else "")
    return f"`{example}`" if example else ""


_HEAD = """# Ready questions

`boctin query ARCHIVE --list` shows them; `boctin query ARCHIVE NAME -p parameter=value` asks one. A parameter that is
not given leaves the question wider; words match without diacritics and case. A story that several outlets print counts
once. Each question is a file under `pipeline/boctin/archive/questions/`; a new file there is a new question
(`scripts/question_page` then makes this page again). The tables are described in [archive.md](archive.md).
"""
