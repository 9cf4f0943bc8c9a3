"""Write a changed project, read it and check it."""

from __future__ import annotations

from pathlib import Path

from pipeline.checks import check_project
from pipeline.content.project import read_project
from pipeline.diagnostics import Diagnostic, KeyPath, Source
from tests.projects import Change, write_project


def findings_of(root: Path, *changes: Change) -> tuple[Diagnostic, ...]:
    """Return what the checks say; the files themselves must be sound."""
    project, faults = read_project(write_project(root, *changes))
    assert faults == ()
    return check_project(project)


def findings_beside_faults(root: Path, *changes: Change) -> tuple[Diagnostic, ...]:
    """Return what the checks say when files have errors of their own."""
    project, faults = read_project(write_project(root, *changes))
    assert faults != ()
    return check_project(project)


def only_finding(root: Path, *changes: Change) -> Diagnostic:
    """Return the one thing that the checks say."""
    found = findings_of(root, *changes)
    assert len(found) == 1, [finding.message for finding in found]
    return found[0]


def at(file: str, *path: str | int) -> Source:
    """Name the place of a value."""
    keys: KeyPath = path
    return Source(file, keys)
