"""docs/record.md is what the schema says, and the schema says something of every field."""

import subprocess
import sys

import pytest

from boctin.record import Record
from tests.conftest import ROOT

SCHEMA = Record.model_json_schema(mode="serialization")
SHAPES = {**SCHEMA["$defs"], "Record": SCHEMA}


def test_the_page_is_up_to_date():
    done = subprocess.run([sys.executable, "scripts/record_page", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "make it again: scripts/record_page"


@pytest.mark.parametrize("name", SHAPES)
def test_every_field_is_described(name):
    assert [field for field, of in SHAPES[name]["properties"].items() if not of.get("description")] == []
