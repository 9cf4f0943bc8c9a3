from __future__ import annotations

import pytest

from pipeline.diagnostics import Code
from tests.cli.runner import english_in, run


@pytest.mark.parametrize("typed", ["KAM204", "kam204", "204", "KAM-204", "kam 204"])
def test_a_code_is_explained_however_it_is_typed(typed: str) -> None:
    result = run("explain", typed)
    assert result.exit_code == 0
    assert result.stdout == (
        "KAM204: Waarde staat niet in de lijst (fout)\n\n"
        "Bij deze sleutel kunt u alleen kiezen uit een vaste lijst van woorden. "
        "De melding noemt die woorden.\n\n"
        "Fout, in content/regios/zeeland/agenda.yaml:\n    status: definitief\n\n"
        "Goed:\n    status: vastgesteld\n"
    )


def test_what_no_file_can_show_is_told_in_sentences() -> None:
    assert "Fout: Iemand" not in run("explain", "KAM904").stdout
    assert "Goed: Sluit het bestand in Word en geef de opdracht opnieuw.\n" in run("explain", "KAM904").stdout


def test_more_codes_are_explained_one_after_another() -> None:
    text = run("explain", "101", "102").stdout
    assert text.index("KAM101:") < text.index("KAM102:")


def test_a_code_that_does_not_exist_is_refused_before_anything_is_told() -> None:
    result = run("explain", "204", "KAM294")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "De code “KAM294” bestaat niet. Bedoelde u KAM904 of KAM209?" in result.stderr


def test_without_a_code_all_are_listed() -> None:
    text = run("explain").stdout
    assert all(f"  {code.number}  {code.title}" in text for code in Code)
    assert english_in(text) == []
