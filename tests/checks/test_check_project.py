from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.checks import check_project
from pipeline.content.project import read_project
from tests.checks.checked import findings_beside_faults, findings_of
from tests.projects import (
    AGENDA,
    BEGIN_AGENDA,
    BRIEF,
    MINIMAL,
    PARTIJEN,
    TRAJECTEN,
    edit,
    line_of,
    spoil,
    write_project,
)


def test_a_sound_project_has_no_findings(tmp_path: Path) -> None:
    assert findings_of(tmp_path) == ()


@pytest.mark.parametrize("file", sorted(MINIMAL))
def test_a_faulty_file_gives_no_findings_about_what_points_at_it(tmp_path: Path, file: str) -> None:
    assert findings_beside_faults(tmp_path, spoil(file)) == ()


def test_findings_come_in_the_order_of_the_rules_and_of_the_files(tmp_path: Path) -> None:
    found = findings_of(
        tmp_path,
        edit(BRIEF, "  - minister-ienw", "  - minister-iena"),
        edit(AGENDA, "totaal: 4 miljoen", "totaal: 5 miljoen"),
        edit(AGENDA, "  - partij: gemeente-goes", "  - partij: gemeente-goos"),
        edit(BEGIN_AGENDA, "id: rivierenland", "id: rivierland"),
    )
    assert [finding.code.number for finding in found] == ["KAM315", "KAM302", "KAM302", "KAM304"]
    assert [finding.where.file for finding in found] == [BEGIN_AGENDA, AGENDA, BRIEF, AGENDA]


def test_the_place_of_a_finding_is_the_line_of_its_value(tmp_path: Path) -> None:
    write_project(tmp_path, edit(AGENDA, "eigenaar: provincie-zeeland", "eigenaar: provincie-zeland"))
    project, _ = read_project(tmp_path)
    (finding,) = check_project(project)
    location = project.locate(finding.where)
    assert (location.file, location.line) == (AGENDA, line_of(tmp_path, AGENDA, "provincie-zeland"))
    assert location.column == len("    eigenaar: ") + 1


def test_two_faults_in_two_files_are_two_findings(tmp_path: Path) -> None:
    found = findings_of(
        tmp_path,
        edit(PARTIJEN, "  - id: gemeente-goes", "  - id: gemeente-goos"),
        edit(TRAJECTEN, "  - id: novex-nsp", "  - id: novex-x"),
    )
    assert {finding.code.number for finding in found} == {"KAM302"}
