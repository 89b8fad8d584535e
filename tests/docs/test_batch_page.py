"""docs/batch.md names every setting, every reason and every format."""

from typing import get_args

import pytest

from boctin.batch import Settings
from boctin.readers.faults import Code
from boctin.readers.sources import ARCHIVES, FORMATS
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*Settings.model_fields, *get_args(Code), *FORMATS, *ARCHIVES])
def test_the_page_names(name):
    assert f"`{name}`" in PAGE
