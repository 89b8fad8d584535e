"""The examples in docstrings are run."""

import doctest
import importlib
import pkgutil

import pytest

import boctin

MODULES = [m.name for m in pkgutil.walk_packages(boctin.__path__, "boctin.") if not m.name.endswith(".cli")]


@pytest.mark.parametrize("name", ["boctin", *MODULES])
def test_examples(name, monkeypatch):
    monkeypatch.chdir(__file__.rsplit("/tests/", 1)[0])
    assert doctest.testmod(importlib.import_module(name)).failed == 0
