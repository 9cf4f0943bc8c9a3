from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import english_in, run
from tests.projects import VOORTGANG, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_new_files_are_named_with_what_comes_next(root: Path) -> None:
    result = run("new", "regio", "Noord-Holland", "Noord", project=root)
    assert result.exit_code == 0
    assert result.stdout == (
        "gemaakt: content/regios/noord-holland-noord/regio.yaml\n"
        "gemaakt: content/regios/noord-holland-noord/agenda.yaml\n"
        "Vul in 2 bestanden in wat leeg is. Daarna zegt kamerwerk check wat nog ontbreekt.\n"
    )


def test_a_round_that_is_complete_makes_nothing_and_says_why(root: Path) -> None:
    before = (root / VOORTGANG).read_bytes()
    result = run("new", "voortgang", "2026-12", project=root)
    assert result.exit_code == 1
    assert f"overgeslagen: {VOORTGANG} bestaat al en blijft zoals het is." in result.stderr
    assert (root / VOORTGANG).read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [("regio", "Zeeland"), ("agenda", "Twente"), ("voortgang", "juni"), ("brief", "??"), ("kans", "x")],
)
def test_what_cannot_be_made_is_refused_in_dutch(root: Path, arguments: tuple[str, ...]) -> None:
    result = run("new", *arguments, project=root)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert english_in(result.stderr) == []
