"""A small, valid project (the YAML in ``tests/minimal``), and the way to change one thing in it.

``write_project(tmp_path)`` writes a project without a single finding: a region that carries out its agenda
(zeeland), a region that begins (rivierenland) and one progress letter over both. A test changes one thing:

    write_project(tmp_path, edit(AGENDA, "totaal: 4 miljoen", "totaal: 5 miljoen"))
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.content.source import read_yaml
from pipeline.diagnostics import KeyPath

PROGRAMMA = "content/programma.yaml"
AFKORTINGEN = "content/gedeeld/afkortingen.yaml"
BRONNEN = "content/gedeeld/bronnen.yaml"
DEPARTEMENTEN = "content/gedeeld/departementen.yaml"
MOTIES = "content/gedeeld/moties.yaml"
ONDERTEKENAARS = "content/gedeeld/ondertekenaars.yaml"
PARTIJEN = "content/gedeeld/partijen.yaml"
TEKSTBLOKKEN = "content/gedeeld/tekstblokken.yaml"
TOEZEGGINGEN = "content/gedeeld/toezeggingen.yaml"
TRAJECTEN = "content/gedeeld/trajecten.yaml"
REGIO = "content/regios/zeeland/regio.yaml"
AGENDA = "content/regios/zeeland/agenda.yaml"
VOORTGANG = "content/regios/zeeland/voortgang-2026-12.yaml"
BEGIN_REGIO = "content/regios/rivierenland/regio.yaml"
BEGIN_AGENDA = "content/regios/rivierenland/agenda.yaml"
BEGIN_VOORTGANG = "content/regios/rivierenland/voortgang-2026-12.yaml"
BRIEF = "content/brieven/2026-12-voortgang/brief.yaml"
BESLISNOTA = "content/brieven/2026-12-voortgang/beslisnota.pdf"

Change = Callable[[Path], None]


def write_project(root: Path, *changes: Change) -> Path:
    """Write the project below ``root``, make the changes in order, and return ``root``."""
    for file, text in MINIMAL.items():
        write(file, text)(root)
    (root / BESLISNOTA).write_bytes(ONE_PAGE_PDF)
    for change in changes:
        change(root)
    return root


def edit(file: str, old: str, new: str) -> Change:
    """Replace a passage that stands exactly once in the file."""

    def change(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} staat {text.count(old)} keer in {file}"
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return change


def add(file: str, text: str) -> Change:
    """Add lines at the end of a file."""

    def change(root: Path) -> None:
        with (root / file).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return change


def write(file: str, text: str) -> Change:
    """Write a whole file, new or instead of the one that is there."""

    def change(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")

    return change


def remove(file: str) -> Change:
    """Take a file away."""

    def change(root: Path) -> None:
        (root / file).unlink()

    return change


def spoil(file: str) -> Change:
    """Make a file unreadable as YAML."""
    return add(file, "\nkapot: [\n")


def replace_key(root: Path, file: str, path: KeyPath, lines: Sequence[str]) -> int:
    """Write lines over a key with everything below it; return the number of the first of them, from 1.

    Lines that begin in the first column are indented as the key was.
    """
    old = (root / file).read_text(encoding="utf-8").splitlines()
    first = read_yaml((root / file).read_bytes(), file).positions.key_location(path).line - 1
    indent = indent_of(old[first])
    after = first + 1
    while after < len(old) and (not old[after] or indent_of(old[after]) > indent):
        after += 1
    # The entries of a list may stand in the column of its key.
    while after < len(old) and old[after].startswith(" " * indent + "- ") and old[first].endswith(":"):
        after += 1
    lead = "" if lines[0][:1].isspace() else " " * indent
    text = "\n".join([*old[:first], *(f"{lead}{line}" if line else "" for line in lines), *old[after:]])
    (root / file).write_text(f"{text}\n", encoding="utf-8")
    return first + 1


def indent_of(line: str) -> int:
    """Return the number of spaces before a line."""
    return len(line) - len(line.lstrip())


def own_house_style(root: Path) -> None:
    """Give the project a copy of the house style that is shipped, to change a place in it."""
    shutil.copytree(Path(__file__).parents[1] / "templates/huisstijl", root / "templates/huisstijl")


def line_of(root: Path, file: str, text: str) -> int:
    """Return the number, from 1, of the first line that holds the text."""
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def _one_page_pdf() -> bytes:
    """Write a PDF of one empty page; its table of offsets is computed."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )
    body, offsets = b"%PDF-1.7\n", list[int]()
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    table = b"xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\n" % (size, rows, size)
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


ONE_PAGE_PDF = _one_page_pdf()

_FILES = (
    PROGRAMMA,
    AFKORTINGEN,
    BRONNEN,
    DEPARTEMENTEN,
    MOTIES,
    ONDERTEKENAARS,
    PARTIJEN,
    TEKSTBLOKKEN,
    TOEZEGGINGEN,
    TRAJECTEN,
    REGIO,
    AGENDA,
    VOORTGANG,
    BEGIN_REGIO,
    BEGIN_AGENDA,
    BEGIN_VOORTGANG,
    BRIEF,
)

MINIMAL: dict[str, str] = {
    file: (Path(__file__).parent / "minimal" / file).read_text(encoding="utf-8") for file in _FILES
}
