from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.diagnostics.recalling import Recall
from pipeline.engine.plan import Plan
from tests.engine import fakes
from tests.engine.fakes import (
    ANNEX,
    LETTER,
    MAKERS,
    RIVIERENLAND,
    ZEELAND,
    error_in,
    plan_of,
    rivierenland_is,
    zeeland_is,
)
from tests.projects import AGENDA, BRONNEN, PROGRAMMA, REGIO, VOORTGANG, remove, spoil, write, write_project


def sound(plan: Plan) -> set[str]:
    return {planned.request.id for planned in plan.documents if planned.document}


def test_a_project_without_findings_has_only_sound_documents(tmp_path: Path) -> None:
    plan = plan_of(write_project(tmp_path))
    assert sound(plan) == {ZEELAND, RIVIERENLAND, LETTER, ANNEX}
    assert plan.findings == ()
    assert plan.faults == ()


def test_a_file_that_cannot_be_read_makes_each_document_that_uses_it_faulty(tmp_path: Path) -> None:
    assert sound(plan_of(write_project(tmp_path, spoil(AGENDA)))) == {RIVIERENLAND}


def test_an_error_in_a_shared_file_makes_every_document_faulty(tmp_path: Path) -> None:
    assert sound(plan_of(write_project(tmp_path, spoil(BRONNEN)))) == set()


def test_a_missing_programma_makes_every_document_faulty(tmp_path: Path) -> None:
    plan = plan_of(write_project(tmp_path, remove(PROGRAMMA)))
    assert sound(plan) == set()
    assert Code.FILE_MISSING in {finding.code for finding in plan.findings}
    assert plan.faults == ()


def test_progress_of_a_region_does_not_touch_its_agenda(tmp_path: Path) -> None:
    assert sound(plan_of(write_project(tmp_path, spoil(VOORTGANG)))) == {ZEELAND, RIVIERENLAND}


def error_in_regio(project: Project) -> tuple[Diagnostic, ...]:
    return (error_in(REGIO, "profiel"),)


def warning_in_regio(project: Project) -> tuple[Diagnostic, ...]:
    return (Diagnostic(Code.UNUSED_ENTRY, "Dit wordt nergens gebruikt.", Source(REGIO, ("profiel",))),)


def test_an_error_of_a_check_makes_the_documents_of_that_file_faulty(tmp_path: Path) -> None:
    plan = plan_of(write_project(tmp_path), replace(MAKERS, check=error_in_regio))
    assert sound(plan) == {RIVIERENLAND}


def test_a_warning_stands_in_nobodys_way_but_is_kept(tmp_path: Path) -> None:
    plan = plan_of(write_project(tmp_path), replace(MAKERS, check=warning_in_regio))
    assert sound(plan) == {ZEELAND, RIVIERENLAND, LETTER, ANNEX}
    assert [finding.code for finding in plan.findings] == [Code.UNUSED_ENTRY]


def test_an_error_in_a_text_makes_the_documents_of_that_file_faulty(tmp_path: Path) -> None:
    plan = plan_of(write_project(tmp_path), replace(MAKERS, texts=error_in_text))
    assert sound(plan) == {RIVIERENLAND}


def error_in_text(project: Project, recall: Recall) -> tuple[Diagnostic, ...]:
    return error_in_regio(project)


def error_in_titel(project: Project, recall: Recall) -> tuple[Diagnostic, ...]:
    return (replace(error_in(AGENDA, "titel"), message="Gelezen zonder het document."), error_in(REGIO, "id"))


def test_what_composing_says_of_a_text_is_not_said_again(tmp_path: Path) -> None:
    root = write_project(tmp_path, zeeland_is(fakes.COMPOSE_ERROR))
    plan = plan_of(root, replace(MAKERS, texts=error_in_titel))
    assert plan.findings == (error_in(AGENDA, "titel"), error_in(REGIO, "id"))


def test_an_error_met_while_composing_makes_other_documents_of_the_file_faulty(tmp_path: Path) -> None:
    plan = plan_of(write_project(tmp_path, zeeland_is(fakes.COMPOSE_ERROR)))
    assert sound(plan) == {RIVIERENLAND}


def test_an_error_met_in_one_document_but_lying_in_a_shared_file_touches_all(tmp_path: Path) -> None:
    plan = plan_of(write_project(tmp_path, zeeland_is(fakes.SHARED_ERROR)))
    assert sound(plan) == set()
    assert len(plan.findings) == 1


def test_documents_are_composed_although_a_check_found_errors_in_their_files(tmp_path: Path) -> None:
    root = write_project(tmp_path, zeeland_is(fakes.COMPOSE_ERROR))
    plan = plan_of(root, replace(MAKERS, check=error_in_regio))
    assert {finding.where.file for finding in plan.findings} == {REGIO, AGENDA}


def test_an_exception_is_a_fault_of_the_program_that_names_its_document(tmp_path: Path) -> None:
    plan = plan_of(write_project(tmp_path, rivierenland_is(fakes.COMPOSE_CRASH)))
    assert sound(plan) == {ZEELAND, LETTER, ANNEX}
    (fault,) = plan.faults
    assert (fault.document, fault.kind) == (RIVIERENLAND, "LookupError")
    assert "fakes.py" in fault.details


def test_an_exception_over_content_with_known_errors_is_no_fault(tmp_path: Path) -> None:
    root = write_project(tmp_path, zeeland_is(fakes.COMPOSE_CRASH))
    plan = plan_of(root, replace(MAKERS, check=error_in_regio))
    assert plan.faults == ()
    assert ZEELAND not in sound(plan)


def test_no_document_and_no_finding_is_a_fault_of_the_program(tmp_path: Path) -> None:
    plan = plan_of(write_project(tmp_path, zeeland_is(fakes.SILENT)))
    assert [fault.document for fault in plan.faults] == [ZEELAND]


def test_a_house_style_with_errors_stands_in_everybodys_way(tmp_path: Path) -> None:
    root = write_project(tmp_path, write("templates/huisstijl/huisstijl.yaml", "schemaversie: 1\n"))
    plan = plan_of(root)
    assert sound(plan) == set()
    assert {finding.code for finding in plan.findings} == {Code.HOUSE_STYLE}
    assert all(planned.findings for planned in plan.documents)


@pytest.mark.parametrize("linked", [AGENDA, "content/regios/zeeland"])
def test_content_that_links_out_of_the_project_is_not_read(tmp_path: Path, linked: str) -> None:
    root = write_project(tmp_path / "project")
    outside = tmp_path / "elders"
    (root / linked).rename(outside)
    (root / linked).symlink_to(outside)
    plan = plan_of(root)
    assert sound(plan) == {RIVIERENLAND}
    assert {finding.code for finding in plan.findings} == {Code.PICTURE_OUTSIDE}
    assert plan.project.regios["zeeland"].agenda is None
