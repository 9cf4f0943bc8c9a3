from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from pipeline.cli import build
from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.engine.lock import my_turn
from pipeline.engine.outputs import open_outputs
from pipeline.language import check_language
from tests.cli.runner import english_in, run
from tests.engine import fakes
from tests.engine.fakes import ANNEX, LETTER, MAKERS, RIVIERENLAND, ZEELAND, files_below, zeeland_is
from tests.projects import AGENDA, BEGIN_AGENDA, BRIEF, edit, line_of, spoil, write_project

STEM = "agendas/zeeland/strategische-agenda-zeeland"
OURS = {"build/manifest.json", "build/verify.json"}
LINE = re.compile(r"^content/[^:\s]+:\d+:\d+: (fout|waarschuwing|fout van het programma) [A-Z]{2,}\d{2,}: \S")


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
    assert re.search(rf"^{LETTER} +7  docx, pdf  in orde +\d+,\d$", result.stdout, re.MULTILINE)
    assert re.search(r"^4 van 4 documenten gemaakt in build \(\d+,\d s\)\.$", result.stdout, re.MULTILINE)


def test_build_writes_below_the_folder_that_was_named(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    result = run("build", ZEELAND, "--format", "pdf", "--out", str(out), "--jobs", "1", project=root)
    assert result.exit_code == 0
    assert files_below(out) == {f"{STEM}.pdf", "manifest.json", "verify.json"}


def test_formats_may_be_named_more_than_once(root: Path) -> None:
    arguments = ("--format", "pdf", "--format", "docx", "--format", "pdf")
    run("build", ZEELAND, *arguments, "--jobs", "1", project=root)
    assert len(files_below(root / "build")) == 4


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


def test_the_standard_of_the_pdf_can_be_chosen(root: Path) -> None:
    run("build", ZEELAND, "--standard", "ua-2", project=root)
    assert (root / f"build/{STEM}.pdf").read_bytes().endswith(b" ua-2")


def test_a_document_that_was_put_apart_ends_with_3_and_says_where_it_is(root: Path) -> None:
    run("build", "--jobs", "1", project=root)
    zeeland_is(fakes.OTHER_WORDS)(root)
    result = run("build", "--jobs", "1", project=root)
    assert result.exit_code == 3
    line = line_of(root, AGENDA, "titel:")
    assert result.stderr.startswith(
        f"{AGENDA}:{line}:8: fout van het programma KAM751: In build/{STEM}.docx staat "
    )
    assert (
        f"Bewaard om te onderzoeken: build/afgekeurd/{STEM}.docx, build/afgekeurd/{STEM}.pdf."
        in result.stderr
    )
    assert f"afgekeurd: {ZEELAND} (2 fouten van het programma)" in result.stdout
    assert f"verwijderd: build/{STEM}.pdf" in result.stdout
    assert english_in(result.output) == []


def test_what_a_writer_can_mend_after_layout_ends_with_1(root: Path) -> None:
    zeeland_is(fakes.NO_ALT)(root)
    result = run("build", "--jobs", "1", project=root)
    assert result.exit_code == 1
    assert "fout KAM604" in result.stderr
    assert f"niet gemaakt: {ZEELAND} (1 fout)" in result.stdout


def test_a_missing_proof_is_told_and_is_no_error_of_a_build(root: Path) -> None:
    zeeland_is(fakes.NO_VALIDATOR)(root)
    result = run("build", "--jobs", "1", project=root)
    assert result.exit_code == 0
    assert result.stderr.count("waarschuwing KAM755: Dit bewijs ontbreekt: de norm.") == 1
    assert "de norm. Het ontbreekt ook bij 1 ander bestand.\n" in result.stderr
    assert re.search(rf"^{ZEELAND} +7  docx, pdf  ontbreekt +\d+,\d$", result.stdout, re.MULTILINE)


def test_what_somebody_changed_is_kept_and_that_is_told(root: Path) -> None:
    run("build", ZEELAND, project=root)
    (root / f"build/{STEM}.docx").write_bytes(b"met opmerkingen")
    result = run("build", ZEELAND, project=root)
    assert result.exit_code == 0
    assert (
        f"bewaard: build/{STEM}.docx was veranderd en staat nu in build/{STEM}.bewaard-1.docx\n"
        in result.stdout
    )


def test_a_folder_that_stays_in_use_is_an_error_and_no_fault(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "my_turn", partial(my_turn, patience=0.1))
    with open_outputs(root / "build", "build"):
        result = run("build", project=root)
    assert result.exit_code == 1
    waits, said = result.stderr.splitlines()[:2]
    assert waits == "In build is een andere opdracht bezig; deze begint zodra die klaar is."
    assert said.startswith("build:1:1: fout KAM904: In deze map is een andere opdracht bezig.")
    assert "fout van het programma" not in result.output


def test_a_folder_that_cannot_be_written_is_an_error_and_no_fault(root: Path) -> None:
    (root / "build").mkdir()
    (root / "build/.kamerwerk").write_text("", encoding="utf-8")
    result = run("build", project=root)
    assert result.exit_code == 1
    assert "fout KAM904: In deze map kan niet worden geschreven." in result.stderr
    assert "fout van het programma" not in result.output


# --- verify ---


def test_verify_shows_each_file_with_its_proofs(root: Path) -> None:
    run("build", "--jobs", "1", project=root)
    result = run("verify", "--jobs", "1", project=root)
    assert result.exit_code == 0
    assert result.stderr == ""
    head, _, *rows = result.stdout.splitlines()
    assert head.split() == [
        *("document", "bestand", "gelijkheid", "maten", "toegankelijkheid", "normen", "bladzijden"),
        *("passages", "afwijking"),
    ]
    cells = [re.split(r"  +", row) for row in rows[:8]]
    assert [ZEELAND, "pdf", "in orde", "-", "in orde", "in orde", "-", "12", "-"] in cells
    assert rows[8:] == ["4 van 4 documenten nagekeken in build; geen fouten.", "Verslag: build/verify.json"]


def test_a_missing_proof_is_an_error_of_the_thorough_round_only(root: Path) -> None:
    zeeland_is(fakes.NO_VALIDATOR)(root)
    run("build", "--jobs", "1", project=root)
    quick, thorough = (run("verify", *more, "--jobs", "1", project=root) for more in ((), ("--thorough",)))
    assert (quick.exit_code, thorough.exit_code) == (0, 1)
    for result in (quick, thorough):
        assert re.search(rf"^{ZEELAND} +pdf +in orde +- +in orde +ontbreekt ", result.stdout, re.MULTILINE)
        assert "; 2 bewijzen ontbreken; 2 waarschuwingen.\n" in result.stdout


def test_the_largest_deviation_is_shown_in_millimetres(root: Path) -> None:
    run("build", ZEELAND, project=root)
    result = run("verify", ZEELAND, "--thorough", project=root)
    assert result.exit_code == 0
    assert re.search(rf"^{ZEELAND} +docx .* in orde +12 +0,12 mm$", result.stdout, re.MULTILINE)


def test_other_pages_in_libreoffice_are_a_warning(root: Path) -> None:
    zeeland_is(fakes.OTHER_PAGES)(root)
    run("build", "--jobs", "1", project=root)
    result = run("verify", "--thorough", "--jobs", "1", project=root)
    assert result.exit_code == 0
    assert f"build/{STEM}.docx:1:1: waarschuwing KAM756" in result.stderr
    assert "  1 waarschuwing  " in result.stdout


def test_files_that_are_not_there_end_with_1(root: Path) -> None:
    result = run("verify", project=root)
    assert result.exit_code == 1
    assert result.stderr.count("fout KAM907: Dit document is nog niet gemaakt. — tip: Maak het met") == 4
    assert f"niet nagekeken: {ZEELAND} (1 fout)\n" in result.stdout
    assert "0 van 4 documenten nagekeken in build; 4 fouten.\n" in result.stdout
    assert "Verslag" not in result.stdout


def test_a_file_that_turns_out_not_to_be_right_ends_with_3(root: Path) -> None:
    zeeland_is(fakes.HEAVY_FAULT)(root)
    run("build", "--jobs", "1", project=root)
    result = run("verify", "--thorough", project=root)
    assert result.exit_code == 3
    assert f"build/afgekeurd/{STEM}.docx" in result.stderr
    assert f"afgekeurd: {ZEELAND} (1 fout van het programma)" in result.stdout


def test_a_fault_while_proving_ends_with_3(root: Path) -> None:
    zeeland_is(fakes.HEAVY_CRASH)(root)
    run("build", "--jobs", "1", project=root)
    result = run("verify", "--thorough", project=root)
    assert result.exit_code == 3
    assert result.stderr.count("fout van het programma bij het nakijken (BufferError)") == 1
    assert f"niet nagekeken: {ZEELAND} (fout van het programma)" in result.stdout


# --- check ---


def test_check_says_that_all_is_well_and_makes_nothing(root: Path) -> None:
    result = run("check", project=root)
    assert result.exit_code == 0
    assert result.output == "4 documenten nagekeken: geen fouten.\n"
    assert not (root / "build").exists()


def test_check_prints_every_finding_by_file_and_line(root: Path) -> None:
    spoil(BEGIN_AGENDA)(root)
    spoil(AGENDA)(root)
    result = run("check", project=root)
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [BEGIN_AGENDA, AGENDA]
    assert result.stdout == "4 documenten nagekeken: 2 fouten.\n"


def test_check_counts_warnings_apart(root: Path) -> None:
    result = run("check", project=root, makers=replace(MAKERS, check=warn))
    assert result.exit_code == 0
    assert result.stdout == "4 documenten nagekeken: geen fouten, wel 1 waarschuwing.\n"


def test_check_ends_with_3_for_a_fault(root: Path) -> None:
    zeeland_is(fakes.COMPOSE_CRASH)(root)
    result = run("check", project=root)
    assert result.exit_code == 3
    assert ZEELAND in result.stderr
    assert "geen fouten" not in result.stdout


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
    assert listed == {f"build/{file}" for file in files_below(root / "build")} - OURS


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


@pytest.mark.parametrize("arguments", [("build", "--jobs", "1"), ("verify",), ("check",), ("list",)])
def test_what_is_printed_is_dutch(root: Path, arguments: tuple[str, ...]) -> None:
    spoil(AGENDA)(root)
    assert english_in(run(*arguments, project=root).output) == []


# --- check --fix ---


def test_what_is_certain_is_mended_and_told(root: Path) -> None:
    edit(BRIEF, "vervolg: In 2027", "vervolg: Na 24-04-2027 , in 2027")(root)
    result = run("check", "--fix", project=root, makers=replace(MAKERS, language=check_language))
    assert result.exit_code == 0
    assert "“24-04-2027” is nu “24 april 2027”" in result.stdout
    assert "vervolg: Na 24 april 2027, in 2027" in (root / BRIEF).read_text(encoding="utf-8")
    assert result.stdout.endswith("geen fouten.\n")


def test_without_anything_to_mend_no_file_changes(root: Path) -> None:
    before = (root / BRIEF).stat().st_mtime_ns
    assert run("check", "--fix", project=root, makers=replace(MAKERS, language=check_language)).exit_code == 0
    assert (root / BRIEF).stat().st_mtime_ns == before


def test_what_stands_ready_is_not_mended(root: Path) -> None:
    result = run("check", "--fix", "--staged", project=root)
    assert result.exit_code == 2
    assert "gaan niet samen" in result.stderr


def test_readability_lists_the_hardest_text_first_and_stops_nothing(root: Path) -> None:
    easy = "vervolg: De regio groeit. Dat is goed. Zo gaat het."
    hard = "rode_draden: Gebiedsgerichte samenwerking vraagt uitvoeringskracht. Ja. Nee."
    edit(BRIEF, "vervolg: In 2027 volgt een nieuwe brief.", f"{easy}\n{hard}")(root)
    result = run("check", "--readability", project=root)
    assert result.exit_code == 0
    head, _, *rows = result.stdout.splitlines()[:-1]
    assert head.split() == ["tekst", "sleutel", "zinnen", "woorden", "per", "zin", "leesbaarheid"]
    keys = [row.split()[1] for row in rows]
    assert keys.index("rode_draden") < keys.index("vervolg")
