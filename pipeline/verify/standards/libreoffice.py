"""LibreOffice's pages of Word files, as PDF: what a second word processor makes of them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.verify.standards.missing import Missing
from pipeline.verify.standards.programs import Programs, find_program

_START_SECONDS = 120
_FILE_SECONDS = 60
_READER = "--infilter=MS Word 2007 XML"
"""Without this, LibreOffice shows any bytes as plain text."""
_REMEDY = "Met “make verify” wordt geïnstalleerd wat nodig is: LibreOffice Writer (libreoffice-writer-nogui)."


def office_pages(files: Sequence[bytes], scratch: Path, programs: Programs) -> tuple[bytes | Missing, ...]:
    """Return for each Word file the PDF that LibreOffice makes of it, or why there is none.

    One process converts all files, in a new folder in ``scratch`` with a profile of its own. Fonts are those
    that the machine has: they decide where its lines end.
    """
    if not files:
        return ()
    office = find_program("soffice")
    if office is None:
        absent = Missing("LibreOffice (soffice) is niet gevonden.", _REMEDY)
        return (absent,) * len(files)
    scratch.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="libreoffice-", dir=scratch)).absolute()
    names = [f"{index}.docx" for index in range(len(files))]
    for name, data in zip(names, files, strict=True):
        (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ("--headless", "--norestore", _READER, "--convert-to", "pdf", "--outdir", ".")
    command = [office, profile, *options, *names]
    output = programs.run(command, folder, _START_SECONDS + _FILE_SECONDS * len(names), _REMEDY)
    if isinstance(output, Missing):
        return (output,) * len(files)
    nothing = Missing(f"LibreOffice kan het bestand niet lezen, of stopte eerder (code {output.code}).", "")
    made = [(folder / name).with_suffix(".pdf") for name in names]
    return tuple(path.read_bytes() if path.exists() else nothing for path in made)
