"""What the golden tests share."""

from __future__ import annotations

import os

import pytest

from tests.golden.made import Maker, make_once


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """Return what makes a fixture document, once for all test processes of this run."""
    folder = tmp_path_factory.getbasetemp()
    # Each process of pytest-xdist has a folder of its own inside the folder of the run.
    store = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "goldens"
    store.mkdir(exist_ok=True)
    return lambda name: make_once(name, store)
