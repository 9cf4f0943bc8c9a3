"""The documents of the fixture projects are as they were: tree, Word parts, PDF text and tags, pages."""

from __future__ import annotations

import shutil

import pytest

from tests.golden.compare import EXPECTED, Level, check, updating
from tests.golden.levels import LEVELS
from tests.golden.made import PROJECT_NAMES, Maker, document_names, plan

NAMES = document_names()


@pytest.mark.parametrize("project", PROJECT_NAMES)
def test_a_fixture_project_has_no_findings(project: str) -> None:
    found = plan(project)
    assert found.documents
    assert all(planned.document and not planned.findings for planned in found.documents)
    assert found.findings == ()


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_as_it_was(name: str, level: Level, make: Maker) -> None:
    check(name, level, LEVELS[level](make(name)))


def test_goldens_are_of_documents_that_exist() -> None:
    kept = {folder.relative_to(EXPECTED).as_posix() for folder in EXPECTED.glob("*/*")}
    for name in sorted(kept - set(NAMES)) if updating() else ():
        shutil.rmtree(EXPECTED / name)
        kept.remove(name)
    # While goldens are being kept, other processes may not have come to theirs yet.
    assert kept <= set(NAMES) if updating() else kept == set(NAMES)
