"""What the handbook tells a writer to do can be done, and what it shows is there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pipeline.cli.program import COMMANDS
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from pipeline.engine.readers import Readers
from tests import projects as p
from tests.tools import ROOT

FOLDER = ROOT / "docs/handboek"
CHAPTERS = [*sorted(FOLDER.glob("[1-9]-*.md")), FOLDER / "README.md"]
REGION = (FOLDER / "2-regio.md").read_text(encoding="utf-8")
KANS, AFSPRAKEN, STAND, STATUSSEN = re.findall(r"```yaml\n(.*?)```", REGION, re.DOTALL)


@pytest.fixture
def real(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def plan(root: Path) -> Plan:
    return make_plan(resolve_places(root), Readers())


def above(file: str, key: str, piece: str) -> p.Change:
    return p.edit(file, f"\n{key}:", f"\n{piece}{key}:")


AGENDA_CHANGES = (
    above(p.AGENDA, "overwogen_kansen", KANS),
    above(p.AGENDA, "mijlpalen", AFSPRAKEN),
)
PROGRESS_CHANGES = (
    above(p.VOORTGANG, "afspraken", STAND),
    above(p.VOORTGANG, "vervolg", STATUSSEN),
)


def test_the_kans_of_chapter_2_gives_one_error_then_warnings_about_figures_and_then_nothing(
    real: Path,
) -> None:
    for change in AGENDA_CHANGES:
        change(real)
    assert [each.code.number for each in plan(real).findings if each.is_error] == ["KAM311"]
    for change in PROGRESS_CHANGES:
        change(real)
    figures = plan(real)
    assert [(each.code.number, each.words) for each in figures.findings] == [("KAM461", "vijf")] * 4
    for finding in figures.findings:
        at = figures.project.locate(finding.where)
        lines = (real / at.file).read_text(encoding="utf-8").splitlines(keepends=True)
        typed = lines[at.line - 1]
        lines[at.line - 1] = f"{typed[: at.column - 1]}zes{typed[at.column + 3 :]}"
        (real / at.file).write_text("".join(lines), encoding="utf-8")
    made = plan(real)
    assert made.findings == ()
    assert all(planned.document for planned in made.documents)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda file: file.stem)
def test_links_and_pictures_lead_somewhere(chapter: Path) -> None:
    for alt, target in re.findall(r"!?\[([^\]]*)\]\(([^)#]+)\)", chapter.read_text(encoding="utf-8")):
        assert (FOLDER / target).is_file(), (alt, target)


def test_every_picture_is_shown_and_described() -> None:
    shown = re.findall(
        r"!\[(.+?)\]\(beelden/(\w+\.png)\)", "".join(each.read_text(encoding="utf-8") for each in CHAPTERS)
    )
    assert {name for _, name in shown} == {file.name for file in (FOLDER / "beelden").iterdir()}
    assert all(len(alt) > 20 for alt, _ in shown)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda file: file.stem)
def test_commands_and_options_exist(chapter: Path) -> None:
    text = chapter.read_text(encoding="utf-8")
    for command in re.findall(r"(?:^|[`/])kamerwerk (\w+)", text, re.MULTILINE):
        assert command in COMMANDS, command


@pytest.mark.parametrize("file", ["1-eerste-wijziging", "5-nakijken"])
def test_messages_are_shown_as_they_are(file: str, real: Path) -> None:
    told = {
        "1-eerste-wijziging": (p.AGENDA, "\nsamenvatting:", "\nsamenvating:"),
        "5-nakijken": (p.BRIEF, "\nbetreft:", "\nbetrefft:"),
    }
    p.edit(*told[file])(real)
    made = plan(real)
    finding = next(each for each in made.findings if each.code.number == "KAM201")
    at = made.project.locate(finding.where)
    page = (FOLDER / f"{file}.md").read_text(encoding="utf-8")
    assert f"{at.file}:{at.line}:{at.column}: fout KAM201: {finding.message}" in page
    assert f"tip: {finding.hint}" in page
