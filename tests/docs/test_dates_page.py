"""docs/dates.md says what the examples of the dates stage say."""

import subprocess
import sys

from tests.conftest import ROOT


def test_the_table_of_dates_is_up_to_date():
    done = subprocess.run([sys.executable, "scripts/date_table", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "run scripts/date_table"
