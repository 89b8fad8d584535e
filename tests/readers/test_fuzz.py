"""Damaged files of every format: an article or a named reason, the same each time. In full: `scripts/soak fuzz`."""

import pytest

from tests.readers.fuzz import FORMATS, fuzz_format


@pytest.mark.parametrize("name", FORMATS)
def test_damaged_files_give_articles_or_reasons(tmp_path, name):
    assert fuzz_format(name, tmp_path, 60) >= 30
