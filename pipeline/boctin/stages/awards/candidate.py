"""A conferral as one sentence tells it."""

from dataclasses import dataclass, field
from typing import Literal

from boctin.stages.awards.expression import Expression
from boctin.stages.awards.recipients import Party, Range

Mode = Literal["active", "passive", "receive", "belong", "hold", "bracket", "listed"]


@dataclass(slots=True)
class Candidate:
    """A conferral read from one sentence, before the tellings of one article are merged."""

    expression: Expression
    mode: Mode
    clause: Range
    parties: list[Party] = field(default_factory=list)
    conferrer: Range | None = None
    pronoun: bool = False
    stands_for: Range | None = None  # the pronoun, where it is the recipient: "tặng Giấy khen cho ông"
    official: bool = False  # a person hands it over or speaks, no body
    verb: Range | None = None
    listed: bool = False  # in a list of honours under one head: "nhiều giải thưởng như: …"
    heads_list: bool = False  # only announces such a list
