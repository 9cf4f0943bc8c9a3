"""``kamerwerk build --dry-run`` and ``kamerwerk explain ID``: what would happen, and why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.cli.prospects import in_short, told
from pipeline.diagnostics import Source
from pipeline.engine.ingredients import Ingredients
from pipeline.engine.prospect import Prospect
from pipeline.engine.reasons import reasons_between
from tests.cli.runner import english_in, run
from tests.engine.fakes import RIVIERENLAND, ZEELAND, files_below, plan_of, zeeland_is
from tests.projects import AGENDA, edit, line_of, spoil, write_project

TITLE = "titel: Strategische agenda Zeeland"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_a_dry_run_tells_what_would_be_made_and_writes_nothing(root: Path) -> None:
    result = run("build", "--dry-run", project=root)
    assert result.exit_code == 0
    assert "4 van 4 documenten zouden worden gemaakt; er is niets geschreven." in result.stdout
    assert "nog niet gemaakt" in result.stdout
    assert not (root / "build").exists()


def test_a_dry_run_after_a_build_has_nothing_to_do(root: Path) -> None:
    run("build", project=root)
    before = files_below(root / "build")
    result = run("build", "--dry-run", project=root)
    assert "0 van 4 documenten zouden worden gemaakt" in result.stdout
    assert "explain" not in result.stdout
    assert files_below(root / "build") == before


def test_a_dry_run_names_the_value_and_the_document_that_it_changes(root: Path) -> None:
    run("build", project=root)
    zeeland_is("[nieuw]")(root)
    result = run("build", "--dry-run", project=root)
    assert "1 van 4 documenten zou worden gemaakt" in result.stdout
    line = next(line for line in result.stdout.splitlines() if line.startswith(ZEELAND))
    assert "maken" in line
    assert line.endswith(f"titel ({AGENDA}:{line_of(root, AGENDA, 'titel: ')}:8)")
    assert f"kamerwerk explain {ZEELAND}" in result.stdout


def test_a_dry_run_calls_a_value_in_a_list_as_explain_does(root: Path) -> None:
    plan = plan_of(root)
    title = Source(AGENDA, ("kansen", 0, "titel"))
    before, now = (Ingredients({title: text}, printed=(title,)) for text in ("Oude haven", "Schone haven"))
    request = next(each.request for each in plan.documents if each.request.id == ZEELAND)
    reasons = reasons_between(before, now)
    prospect = Prospect(request, "make", made=True, remembered=True, reasons=reasons)
    name = f"titel ({AGENDA}:{line_of(root, AGENDA, 'titel: Schone haven')}:12)"
    assert in_short(prospect, plan.project) == name
    assert f"  {name}" in told(prospect, plan.project)


@pytest.mark.parametrize(
    ("asked", "because"),
    [
        (("--standard", "ua-2"), "andere normen gevraagd"),
        (("--format", "pdf"), "andere formaten gevraagd"),
        (("--format", "pdf", "--standard", "ua-2"), "andere normen gevraagd en nog 1"),
    ],
)
def test_a_dry_run_says_that_something_else_is_asked_for(
    root: Path, asked: tuple[str, ...], because: str
) -> None:
    run("build", project=root)
    result = run("build", "--dry-run", *asked, project=root)
    line = next(line for line in result.stdout.splitlines() if line.startswith(ZEELAND))
    assert re.search(f"maken +{because}$", line), line
    assert "explain" not in result.stdout


def test_a_dry_run_over_errors_ends_with_1(root: Path) -> None:
    spoil(AGENDA)(root)
    result = run("build", "--dry-run", project=root)
    assert result.exit_code == 1
    assert "kan niet: fouten" in result.stdout
    assert "kamerwerk check" in result.stdout


def test_what_is_made_again_without_a_cache_and_comes_out_the_same_is_said_so(root: Path) -> None:
    run("build", project=root)
    result = run("build", "--no-cache", project=root)
    assert "0 van 4 documenten gemaakt in build, 4 opnieuw gemaakt en hetzelfde gebleven" in result.stdout
    assert "ongewijzigd" not in result.stdout


def test_a_document_is_explained_by_its_old_and_new_value_at_the_line(root: Path) -> None:
    run("build", project=root)
    edit(AGENDA, TITLE, "titel: Nieuwe agenda Zeeland")(root)
    result = run("explain", ZEELAND, project=root)
    assert result.exit_code == 0
    assert f"{ZEELAND} wordt gemaakt (Word en PDF)." in result.stdout
    number = line_of(root, AGENDA, "titel: Nieuwe agenda Zeeland")
    assert f"  titel ({AGENDA}:{number}:8)\n" in result.stdout
    assert "    was:   “Strategische agenda Zeeland”\n" in result.stdout
    assert "    is nu: “Nieuwe agenda Zeeland”\n" in result.stdout


def test_of_a_long_value_the_part_that_differs_is_shown(root: Path) -> None:
    long = " ".join(f"woord{number}" for number in range(60))
    edit(AGENDA, TITLE, f"titel: {long} eerst")(root)
    run("build", project=root)
    edit(AGENDA, f"{long} eerst", f"{long} later")(root)
    told = run("explain", ZEELAND, project=root).stdout
    assert "woord59 eerst”" in told
    assert "woord59 later”" in told
    assert "woord1 " not in told


def test_a_document_that_stands_ready_says_so(root: Path) -> None:
    run("build", project=root)
    assert "staat klaar en wordt niet opnieuw gemaakt." in run("explain", ZEELAND, project=root).stdout


def test_a_document_that_is_not_there_yet_says_so(root: Path) -> None:
    assert "Het is nog niet eerder gemaakt." in run("explain", ZEELAND, project=root).stdout


def test_a_file_that_somebody_changed_is_named(root: Path) -> None:
    run("build", project=root)
    path = "build/agendas/zeeland/strategische-agenda-zeeland.pdf"
    (root / path).write_bytes(b"%PDF-1.7")
    told = run("explain", ZEELAND, project=root).stdout
    assert "komt uit de cache" in told
    assert f"het bestand ontbreekt of is veranderd: {path}" in told


def test_a_code_and_a_document_can_be_explained_together(root: Path) -> None:
    told = run("explain", "KAM204", ZEELAND, project=root).stdout
    assert told.index("KAM204:") < told.index(ZEELAND)


def test_an_unknown_document_is_refused_with_what_was_meant(root: Path) -> None:
    result = run("explain", "agenda/zeelnd", project=root)
    assert result.exit_code == 2
    assert "Bedoelde u agenda/zeeland" in result.stderr


def test_a_document_that_cannot_be_made_ends_with_1(root: Path) -> None:
    spoil(AGENDA)(root)
    result = run("explain", ZEELAND, RIVIERENLAND, "KAM204", project=root)
    assert result.exit_code == 1
    assert f"{ZEELAND} kan niet worden gemaakt" in result.stdout
    assert "KAM204:" in result.stdout
    assert run("explain", RIVIERENLAND, project=root).exit_code == 0


def test_what_is_told_is_dutch(root: Path) -> None:
    run("build", project=root)
    zeeland_is("[nieuw]")(root)
    for arguments in (("build", "--dry-run"), ("explain", ZEELAND)):
        assert english_in(run(*arguments, project=root).output) == []
