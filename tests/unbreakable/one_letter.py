"""A project of one letter and nothing else, and what must be true of its build folder at every moment."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.engine.manifest import MANIFEST
from pipeline.engine.report import REPORT, load_report
from tests.engine.fakes import files_below
from tests.projects import (
    BESLISNOTA,
    BRIEF,
    BRONNEN,
    DEPARTEMENTEN,
    MINIMAL,
    ONDERTEKENAARS,
    ONE_PAGE_PDF,
    PROGRAMMA,
    Change,
    edit,
    write,
)

LETTER = """\
schemaversie: 1
id: 2026-12-voortgang
soort: kamerbrief
status: concept
aan:
  - kamer: tweede
datum: 2026-12-18
betreft: Werkwijze
kenmerk: 2026-0000000000
tekst: |
  Op 1 juli heb ik u geschreven over de werkwijze.[@beleidsbrief]
ondertekenaars:
  - minister-bzk
bijlagen:
  - id: beslisnota
    titel: Beslisnota bij deze brief
    soort: beslisnota
    bestand: beslisnota.pdf
"""
OVERVIEWS = {MANIFEST, REPORT}
STAGING = ".kamerwerk/"

Files = Mapping[str, bytes]


def write_letter(root: Path) -> Path:
    """Write the project below ``root``, and return ``root``."""
    for file in (PROGRAMMA, BRONNEN, DEPARTEMENTEN, ONDERTEKENAARS):
        write(file, MINIMAL[file])(root)
    write(BRIEF, LETTER)(root)
    (root / BESLISNOTA).write_bytes(ONE_PAGE_PDF)
    return root


def subject(title: str) -> Change:
    """Give the letter another subject: then both of its files change."""
    return edit(BRIEF, "betreft: Werkwijze", f"betreft: {title}")


def files(folder: Path) -> Files:
    """Return what stands in a build folder, by path; without what waits in the staging folder."""
    names = (name for name in files_below(folder) if not name.startswith(STAGING))
    return {name: (folder / name).read_bytes() for name in names}


def lies(folder: Path, old: Files, new: Files) -> list[str]:
    """Return what is untrue of a build folder that was as ``old`` and is on its way to ``new``.

    Every file is wholly the old or the new one, and the manifest names it with its digest: with two digests
    while it is replaced. The first file at a path is named while it still waits, whole, in staging.
    """
    return list(_lies(folder, old, new))


def _lies(folder: Path, old: Files, new: Files) -> Iterator[str]:
    standing = files(folder)
    named = _named(standing)
    for path in sorted((standing.keys() | old.keys() & OVERVIEWS) - named.keys()):
        if path not in standing:
            yield f"{path} has gone"
        elif path not in OVERVIEWS:
            yield f"{path} stands there without being named"
    ready = {_digest(file.read_bytes()) for file in (folder / STAGING).rglob("*") if file.is_file()}
    for path, digests in named.items():
        if len(digests) > 2:
            yield f"{path} is named more than twice"
        if path not in standing:
            if path in old or not digests & ready:
                yield f"{path} is named and does not stand there"
        elif _digest(standing[path]) not in digests:
            yield f"{path} is not what the manifest says"
        elif standing[path] not in (old.get(path), new[path]):
            yield f"{path} is neither the old nor the new one"
    known = [load_report(state[REPORT].decode()) for state in (old, new) if REPORT in state]
    for stem, report in load_report(standing[REPORT].decode()).items() if REPORT in standing else ():
        if report not in [each.get(stem) for each in known]:
            yield f"what the report tells of {stem} is neither the old nor the new"


def _named(standing: Files) -> dict[str, set[str]]:
    """Return the digests that the manifest names for each path."""
    named: dict[str, set[str]] = {}
    if MANIFEST in standing:
        manifest = json.loads(standing[MANIFEST])
        for document in (*manifest["documents"], *manifest["rejected"]):
            for file in document["files"]:
                named.setdefault(file["path"], set()).add(file["sha256"])
    return named


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
