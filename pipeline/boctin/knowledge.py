"""Knowledge kept as data: TOML files beside a stage, checked when they are loaded.

An unknown or misspelt key is an error that names the file and the key, so that a change of data cannot be
lost without a word.
"""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError


class KnowledgeError(ValueError):
    """A TOML file of knowledge that does not say what its stage expects."""


class Knowledge(BaseModel):
    """Base of every knowledge schema: immutable, and unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


K = TypeVar("K", bound=Knowledge)


def load_knowledge(path: Path, schema: type[K]) -> K:
    """Read a TOML file into its schema.

    Raises KnowledgeError, naming the file and each offending key, when it is no TOML or does not fit the schema.
    """
    try:
        return schema.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: not valid TOML: {error}") from error
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'file'}: {e['msg']}" for e in error.errors())
        raise KnowledgeError(f"{path}: {faults}") from error
