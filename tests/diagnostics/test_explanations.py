"""Every code is explained, and every example does what it says in the small valid project."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from pipeline.diagnostics.explanations import EXPLANATIONS, InFile, Situation
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.readers import Readers
from tests import projects as p

IN_FILES = {code: each.example for code, each in EXPLANATIONS.items() if isinstance(each.example, InFile)}
SITUATIONS = {
    code: each.example for code, each in EXPLANATIONS.items() if isinstance(each.example, Situation)
}


def instead(file: str, data: bytes) -> p.Change:
    def change(root: Path) -> None:
        (root / file).write_bytes(data)

    return change


def folder_instead(file: str) -> p.Change:
    def change(root: Path) -> None:
        (root / file).unlink()
        (root / file).mkdir()

    return change


def without_bold(root: Path) -> None:
    p.own_house_style(root)
    (root / "templates/huisstijl/lettertypen/DejaVuSans-Bold.ttf").unlink()


def nothing(_root: Path) -> None:
    """Leave the project as it is."""


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>\n'

SENTENCE = "De regio en het Rijk maken samen een plan. "

SURROUNDINGS: Mapping[Code, p.Change] = {
    Code.ABBREVIATION: p.add(
        p.AFKORTINGEN, "  - {id: ienw, kort: IenW, voluit: Infrastructuur en Waterstaat}\n"
    ),
    Code.PICTURE_NO_ALT: p.write("content/regios/zeeland/kaart.svg", PICTURE),
}
"""What else must stand in the project for the example of a code."""

PLANTED: Mapping[Code, tuple[p.Change, p.Change]] = {
    Code.YAML_ENCODING: (
        instead(p.REGIO, p.MINIMAL[p.REGIO].encode("utf-16")),
        instead(p.REGIO, p.MINIMAL[p.REGIO].encode("utf-8")),
    ),
    Code.YAML_UNREADABLE: (folder_instead(p.AGENDA), nothing),
    Code.YAML_TOO_LARGE: (p.add(p.REGIO, "# " + "geplakt " * 300_000), p.add(p.REGIO, "# geplakt")),
    Code.PROGRESS_MISSING: (p.remove(p.VOORTGANG), nothing),
    Code.FONT_MISSING: (without_bold, p.own_house_style),
    Code.LONG_PARAGRAPH: (
        p.edit(p.BRIEF, "vervolg: In 2027 volgt een nieuwe brief.", f"vervolg: {SENTENCE * 20}"),
        nothing,
    ),
    Code.FILE_MISSING: (p.remove(p.REGIO), nothing),
    Code.UNEXPECTED_FILE: (p.write("content/regios/zeeland/agenda-nieuw.yaml", "schemaversie: 1\n"), nothing),
}
"""Situations that ``check`` can see: how they arise, and how they are mended."""


def plant(root: Path, code: Code, example: InFile, piece: str) -> None:
    if example.file.startswith("templates/huisstijl/"):
        p.own_house_style(root)
    SURROUNDINGS.get(code, nothing)(root)
    if not example.at:
        p.write(example.file, f"{piece}\n")(root)
        return
    p.replace_key(root, example.file, example.at, piece.split("\n"))


def found_in(root: Path) -> list[str]:
    plan = make_plan(resolve_places(root), Readers())
    assert plan.faults == ()
    return [finding.code.number for finding in plan.findings]


def test_every_code_is_explained() -> None:
    missing = [code.number for code in Code if code not in EXPLANATIONS]
    assert not missing, "voeg een uitleg toe in pipeline/diagnostics/explanations"


@pytest.mark.parametrize("code", EXPLANATIONS, ids=lambda code: code.number)
def test_a_cause_is_one_or_two_short_sentences(code: Code) -> None:
    cause = EXPLANATIONS[code].cause
    sentences = re.split(r"(?<=[.?]) (?=[A-Z])", cause)
    assert len(sentences) <= 2
    assert all(len(sentence.split()) <= 30 for sentence in sentences)
    assert cause.endswith(".")


@pytest.mark.parametrize("code", IN_FILES, ids=lambda code: code.number)
def test_the_wrong_example_gives_its_code_and_the_right_one_gives_nothing(code: Code, tmp_path: Path) -> None:
    example = IN_FILES[code]
    wrong, right = p.write_project(tmp_path / "fout"), p.write_project(tmp_path / "goed")
    plant(wrong, code, example, example.wrong)
    plant(right, code, example, example.right)
    assert found_in(wrong) == [code.number]
    assert found_in(right) == []


@pytest.mark.parametrize("code", PLANTED, ids=lambda code: code.number)
def test_a_situation_gives_its_code_and_goes_away_when_mended(code: Code, tmp_path: Path) -> None:
    assert code in SITUATIONS
    wrong, right = PLANTED[code]
    assert found_in(p.write_project(tmp_path / "fout", wrong)) == [code.number]
    assert found_in(p.write_project(tmp_path / "goed", right)) == []


def test_only_what_no_file_can_show_is_a_situation_that_is_not_planted() -> None:
    unplanted = {code.number for code in SITUATIONS.keys() - PLANTED.keys()}
    assert all(number.startswith(("KAM7", "KAM9")) for number in unplanted)


@pytest.mark.parametrize("code", SITUATIONS, ids=lambda code: code.number)
def test_a_situation_is_told_in_whole_sentences(code: Code) -> None:
    for words in (SITUATIONS[code].wrong, SITUATIONS[code].right):
        assert re.fullmatch(r"\S.*\.", words)
