from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Source
from tests.cli.runner import english_in, run
from tests.engine import fakes
from tests.engine.fakes import ANNEX, LETTER, MAKERS, RIVIERENLAND, ZEELAND, files_below, zeeland_is
from tests.projects import AGENDA, BEGIN_AGENDA, BRIEF, line_of, spoil, write_project

LINE = re.compile(r"^content/[^:\s]+:\d+:\d+: (fout|waarschuwing) [A-Z]{2,}\d{2,}: \S")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def warn(project: Project) -> tuple[Diagnostic, ...]:
    return (Diagnostic(Code.NO_BESLISNOTA, "Er is geen beslisnota.", Source(BRIEF, ("bijlagen",))),)


def break_down(project: Project) -> tuple[Diagnostic, ...]:
    raise ValueError("bij het toetsen")


# --- build ---


def test_build_makes_everything_and_tells_it_in_lines_and_a_table(root: Path) -> None:
    result = run("build", "--jobs", "1", project=root)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert re.search(rf"^gemaakt: {ZEELAND} \(7 bladzijden, \d+,\d s\)$", result.stdout, re.MULTILINE)
    assert re.search(rf"^{LETTER} +7  docx, pdf +\d+,\d$", result.stdout, re.MULTILINE)
    assert re.search(r"^4 van 4 documenten gemaakt in build \(\d+,\d s\)\.$", result.stdout, re.MULTILINE)


def test_build_writes_below_the_folder_that_was_named(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    result = run("build", ZEELAND, "--format", "pdf", "--out", str(out), "--jobs", "1", project=root)
    assert result.exit_code == 0
    assert files_below(out) == {"agendas/zeeland/strategische-agenda-zeeland.pdf", "manifest.json"}


def test_formats_may_be_named_more_than_once(root: Path) -> None:
    arguments = ("--format", "pdf", "--format", "docx", "--format", "pdf")
    run("build", ZEELAND, *arguments, "--jobs", "1", project=root)
    assert len(files_below(root / "build")) == 3


def test_build_with_errors_prints_one_line_each_and_ends_with_1(root: Path) -> None:
    spoil(AGENDA)(root)
    result = run("build", "--jobs", "1", project=root)
    assert result.exit_code == 1
    assert all(LINE.match(line) for line in result.stderr.splitlines())
    assert f"niet gemaakt: {ZEELAND} (1 fout)" in result.stdout
    assert f"gemaakt: {RIVIERENLAND}" in result.stdout


def test_a_document_asked_for_is_not_stopped_by_a_colleague(root: Path) -> None:
    spoil(BEGIN_AGENDA)(root)
    result = run("build", ZEELAND, project=root)
    assert result.exit_code == 0
    assert result.stderr == "Ook 1 fout in andere documenten: kamerwerk check\n"


def test_errors_that_touch_the_document_asked_for_end_with_1(root: Path) -> None:
    spoil(BEGIN_AGENDA)(root)
    result = run("build", ANNEX, project=root)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{BEGIN_AGENDA}:")


def test_a_warning_is_printed_and_does_not_stop(root: Path) -> None:
    result = run("build", LETTER, project=root, makers=replace(MAKERS, check=warn))
    assert result.exit_code == 0
    assert result.stderr.startswith(f"{BRIEF}:{line_of(root, BRIEF, 'bijlagen:') + 1}:")
    assert ": waarschuwing KAM307: " in result.stderr
    assert "1 waarschuwing." in result.stdout


def test_a_fault_in_one_document_ends_with_3_and_names_it(root: Path) -> None:
    zeeland_is(fakes.RENDER_CRASH)(root)
    result = run("build", "--jobs", "1", project=root)
    assert result.exit_code == 3
    assert f"fout van het programma bij {ZEELAND} (ArithmeticError)" in result.stderr
    assert "Traceback" not in result.output
    assert f"gemaakt: {RIVIERENLAND}" in result.stdout


def test_the_technical_details_are_there_for_who_asks(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAMERWERK_DEBUG", "1")
    zeeland_is(fakes.RENDER_CRASH)(root)
    result = run("build", "--jobs", "1", project=root)
    assert "Traceback" in result.stderr
    assert "fakes.py" in result.stderr


def test_a_fault_outside_any_document_ends_with_3(root: Path) -> None:
    result = run("build", project=root, makers=replace(MAKERS, check=break_down))
    assert result.exit_code == 3
    assert result.stderr.startswith("fout van het programma (ValueError)")
    assert "Traceback" not in result.output


# --- check ---


def test_check_says_that_all_is_well_and_makes_nothing(root: Path) -> None:
    result = run("check", project=root)
    assert result.exit_code == 0
    assert result.output == "Geen fouten gevonden in 4 documenten.\n"
    assert not (root / "build").exists()


def test_check_prints_every_finding_by_file_and_line(root: Path) -> None:
    spoil(BEGIN_AGENDA)(root)
    spoil(AGENDA)(root)
    result = run("check", project=root)
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [BEGIN_AGENDA, AGENDA]
    assert result.stdout == "2 fouten gevonden in 4 documenten.\n"


def test_check_counts_warnings_apart(root: Path) -> None:
    result = run("check", project=root, makers=replace(MAKERS, check=warn))
    assert result.exit_code == 0
    assert result.stdout == "Geen fouten gevonden in 4 documenten, wel 1 waarschuwing.\n"


def test_check_ends_with_3_for_a_fault(root: Path) -> None:
    zeeland_is(fakes.COMPOSE_CRASH)(root)
    result = run("check", project=root)
    assert result.exit_code == 3
    assert ZEELAND in result.stderr
    assert "Geen fouten" not in result.stdout


# --- list ---


def test_list_as_json_gives_every_document(root: Path) -> None:
    result = run("list", "--json", project=root)
    assert result.exit_code == 0
    documents = {document["id"]: document for document in json.loads(result.stdout)}
    assert set(documents) == {ZEELAND, RIVIERENLAND, LETTER, ANNEX}
    assert documents[ZEELAND] == {
        "id": ZEELAND,
        "kind": "agenda",
        "title": "Strategische agenda Zeeland",
        "status": "vastgesteld",
        "files": [
            "build/agendas/zeeland/strategische-agenda-zeeland.docx",
            "build/agendas/zeeland/strategische-agenda-zeeland.pdf",
        ],
    }


def test_list_names_the_files_that_build_writes(root: Path) -> None:
    listed = {
        file for each in json.loads(run("list", "--json", project=root).stdout) for file in each["files"]
    }
    run("build", "--jobs", "1", project=root)
    assert listed == {f"build/{file}" for file in files_below(root / "build")} - {"build/manifest.json"}


def test_list_prints_a_table(root: Path) -> None:
    result = run("list", project=root)
    assert result.exit_code == 0
    assert re.search(
        rf"^{ZEELAND} +agenda +vastgesteld  Strategische agenda Zeeland$", result.stdout, re.MULTILINE
    )


def test_list_shows_a_document_whose_file_is_broken(root: Path) -> None:
    spoil(AGENDA)(root)
    result = run("list", "--json", project=root)
    assert result.exit_code == 0
    (zeeland,) = (each for each in json.loads(result.stdout) if each["id"] == ZEELAND)
    assert zeeland["status"] == "onbekend"
    assert "kamerwerk check" in result.stderr


@pytest.mark.parametrize("arguments", [("build", "--jobs", "1"), ("check",), ("list",)])
def test_what_is_printed_is_dutch(root: Path, arguments: tuple[str, ...]) -> None:
    spoil(AGENDA)(root)
    assert english_in(run(*arguments, project=root).output) == []
