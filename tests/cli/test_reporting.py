from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cli.reports.forms import FORMS
from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Source
from tests.cli.runner import run
from tests.engine.fakes import LETTER, MAKERS, ZEELAND, files_below
from tests.projects import AGENDA, BRIEF, edit, line_of, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def warn(_project: Project) -> tuple[Diagnostic, ...]:
    return (Diagnostic(Code.NO_BESLISNOTA, "Er is geen beslisnota.", Source(BRIEF, ("bijlagen",))),)


WARNED = replace(MAKERS, check=warn)


@pytest.mark.parametrize("command", ["check", "build", "verify"])
def test_the_report_stands_alone_on_stdout(root: Path, command: str) -> None:
    edit(AGENDA, "soort: onderzoek", "soort: onderzoekje")(root)
    result = run(command, "--report", "json", project=root)
    listed = [each for each in json.loads(result.stdout)["diagnostics"] if each["code"] == "KAM204"]
    assert [(each["file"], each["line"]) for each in listed] == [
        (AGENDA, line_of(root, AGENDA, "onderzoekje"))
    ]
    assert result.exit_code == 1


@pytest.mark.parametrize("form", list(FORMS))
def test_every_form_ends_with_the_code_of_the_command(root: Path, form: str) -> None:
    assert run("check", "--report", form, project=root).exit_code == 0
    edit(AGENDA, "soort: onderzoek", "soort: onderzoekje")(root)
    assert run("check", "--report", form, project=root).exit_code == 1


def test_what_came_of_it_goes_to_stderr_beside_a_report(root: Path) -> None:
    result = run("check", "--report", "short", project=root)
    assert result.stdout == ""
    assert result.stderr == "4 documenten nagekeken: geen fouten.\n"


def test_the_human_form_shows_the_lines_of_the_file(root: Path) -> None:
    edit(AGENDA, "soort: onderzoek", "soort: onderzoekje")(root)
    result = run("check", "--report", "human", project=root)
    assert "soort: onderzoekje" in result.stdout
    assert "^" in result.stdout


def test_a_form_that_does_not_exist_is_refused_with_the_forms(root: Path) -> None:
    result = run("check", "--report", "xml", project=root)
    assert result.exit_code == 2
    assert "sarif" in result.stderr


def test_the_summary_is_added_to_a_file(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "samenvatting.md"
    file.write_text("# Bouw\n\n", encoding="utf-8")
    run("build", ZEELAND, "--summary", str(file), "--jobs", "1", project=root)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Bouw\n\n## kamerwerk build\n\n1 van 1 document gemaakt in build")
    assert f"| {ZEELAND} |" in text


def test_a_summary_that_cannot_be_written_is_said(root: Path, tmp_path: Path) -> None:
    result = run("check", "--summary", str(tmp_path / "nergens" / "s.md"), project=root)
    assert result.exit_code == 2
    assert "de samenvatting kan niet worden geschreven" in result.stderr


def test_strict_makes_a_warning_an_error_when_checking(root: Path) -> None:
    assert run("check", project=root, makers=WARNED).exit_code == 0
    result = run("check", "--strict", project=root, makers=WARNED)
    assert result.exit_code == 1
    assert ": fout KAM307: " in result.stderr


def test_strict_makes_no_document_of_what_has_a_warning(root: Path) -> None:
    result = run("build", "--strict", "--jobs", "1", project=root, makers=WARNED)
    assert result.exit_code == 1
    assert f"niet gemaakt: {LETTER} (1 fout)" in result.stdout
    assert any(ZEELAND.partition("/")[2] in path for path in files_below(root / "build"))


def test_strict_verifies_no_document_of_what_has_a_warning(root: Path) -> None:
    run("build", "--jobs", "1", project=root)
    assert run("verify", "--strict", "--jobs", "1", project=root).exit_code == 0
    result = run("verify", "--strict", "--jobs", "1", project=root, makers=WARNED)
    assert result.exit_code == 1
    assert f"niet nagekeken: {LETTER} (1 fout)" in result.stdout


def test_a_fault_of_the_program_is_in_the_report_too(root: Path) -> None:
    def break_down(*_: object) -> object:
        raise ArithmeticError

    makers = replace(MAKERS, compose=break_down)  # type: ignore[arg-type]  # a function that never returns
    result = run("check", "--report", "json", project=root, makers=makers)
    assert result.exit_code == 3
    assert {each["code"] for each in json.loads(result.stdout)["diagnostics"]} == {"KAM908"}
