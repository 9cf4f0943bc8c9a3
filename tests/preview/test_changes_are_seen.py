"""Nothing that was kept from an earlier round is shown as new: each kind of change reaches the pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.engine.makers import Makers
from pipeline.engine.places import resolve_places
from pipeline.preview.rounds import Round, look
from tests.projects import BRIEF, PROGRAMMA, REGIO, edit, write, write_project
from tests.tools import ROOT

LETTER = "brief/2026-12-voortgang"
DRAWING = "content/brieven/2026-12-voortgang/vlak.svg"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="{}" height="9"/></svg>'
STYLE = "templates/huisstijl/huisstijl.yaml"
TEMPLATE = "templates/brief/brief.html.j2"

Change = Callable[[Path], None]


def project(root: Path) -> Path:
    """Write a project with a picture in its letter, and templates and a house style of its own."""
    write_project(root, write(DRAWING, SQUARE.format(5)))
    edit(BRIEF, "tekst: |\n", 'tekst: |\n  ![Een vlak](vlak.svg "Een vlak"){#vlak breedte=20}\n\n')(root)
    for name in ("huisstijl", "brief"):
        shutil.copytree(ROOT / "templates" / name, root / "templates" / name)
    return root


def names(root: Path) -> tuple[str, ...]:
    seen: Round = look(resolve_places(root), Makers(), LETTER, None)
    assert seen.fresh, [each.found.message for each in seen.findings]
    assert seen.printed
    return seen.printed.names


def old_date(change: Change, file: str) -> Change:
    """Make a change that keeps the date of the file, as copying back or a coarse clock does."""

    def made(root: Path) -> None:
        stamp = (root / file).stat()
        change(root)
        os.utime(root / file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))

    return made


def _new_paragraph(root: Path) -> None:
    file = root / TEMPLATE
    text = file.read_text(encoding="utf-8")
    assert "<body>" in text
    file.write_text(text.replace("<body>", "<body><p>Nog een alinea.</p>", 1), encoding="utf-8")


CHANGES = {
    "text": (BRIEF, edit(BRIEF, "\nbetreft: ", "\nbetreft: Andere ")),
    "another file": (REGIO, edit(REGIO, "lopend: Zeeland", "lopend: Zeelandia")),
    "programma.yaml": (PROGRAMMA, edit(PROGRAMMA, "2511 DP Den Haag", "2511 DQ Den Haag")),
    "picture": (DRAWING, write(DRAWING, SQUARE.format(6))),
    "template": (TEMPLATE, _new_paragraph),
    "measure": (STYLE, edit(STYLE, "body_top_first: 121.7", "body_top_first: 122.7")),
    "colour": (STYLE, edit(STYLE, 'lintblauw: "#154273"', 'lintblauw: "#154274"')),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_is_seen_and_so_is_its_undoing(tmp_path: Path, kind: str) -> None:
    file, change = CHANGES[kind]
    before = names(project(tmp_path))
    kept = (tmp_path / file).read_bytes()
    old_date(change, file)(tmp_path)
    after = names(tmp_path)
    assert after != before
    (tmp_path / file).write_bytes(kept)
    assert names(tmp_path) == before


def test_a_template_of_the_project_that_comes_and_goes_is_seen(tmp_path: Path) -> None:
    project(tmp_path)
    _new_paragraph(tmp_path)
    changed = names(tmp_path)
    (tmp_path / TEMPLATE).unlink()
    shipped = names(tmp_path)
    assert shipped != changed
