"""The programs of others: where they are, which version, and what makes a contender of them.

A program that is not there becomes an ``Absent`` contender, so that its name is reported with the reason.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.contenders import Command, Warm
from benchmarks.timing import Absent, Contender

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_HERE = Path(__file__).parent
_LIBRARIES = ("weasyprint", "python-docx", "docxtpl", "typst")
VARIANT = "pdf/a-3a"
"""What the program asks of WeasyPrint for its usual standard; WeasyPrint by itself is asked the same."""


def versions() -> Mapping[str, str]:
    """Return the version of each program that is there, by the name that tables give it."""
    found = {name: _library_version(name) for name in _LIBRARIES}
    for name, program in (("pandoc", pandoc()), ("chromium", browser()), ("libreoffice", office())):
        found[name] = _said_version(program) if program else ""
    return {name: version for name, version in found.items() if version}


def pandoc() -> str | None:
    """Return Pandoc: the one of the Python package, which knows Typst, or else that of the system."""
    try:
        package: Any = importlib.import_module("pypandoc")
        return str(package.get_pandoc_path())
    except (ImportError, OSError):
        return shutil.which("pandoc")


def browser() -> str | None:
    """Return a browser of the family of Chromium."""
    return next((found for name in _BROWSERS if (found := shutil.which(name))), None)


def office() -> str | None:
    """Return LibreOffice."""
    return shutil.which("soffice")


def weasyprint_lines(name: str, pages: Sequence[Path]) -> Contender:
    """Return WeasyPrint's command line, started for one page after the other."""
    program = Path(sys.executable).with_name("weasyprint")
    made = [page.with_suffix(".weasyprint.pdf") for page in pages]
    lines = [
        (program, "--pdf-variant", VARIANT, "--pdf-tags", page, target)
        for page, target in zip(pages, made, strict=True)
    ]
    return Command(name, lines, pages[0].parent, made)


def weasyprint(name: str, page: Path) -> Contender:
    """Return WeasyPrint as a library, warm."""
    return Warm(name, "benchmarks.rounds.weasyprint:pdf", page=str(page), variant=VARIANT)


def python_docx(name: str, project: Path, identity: str) -> Contender:
    """Return python-docx, warm."""
    return Warm(name, "benchmarks.rounds.python_docx:document", project=str(project), identity=identity)


def docxtpl(name: str, project: Path, identity: str, scratch: Path) -> Contender:
    """Return docxtpl, warm."""
    if not _library_version("docxtpl"):
        return Absent(name, "docxtpl staat er niet op")
    function = "benchmarks.rounds.docxtpl:document"
    return Warm(name, function, project=str(project), identity=identity, scratch=str(scratch))


def typst_lines(name: str, sources: Sequence[Path], fonts: Path) -> Contender:
    """Return one process that compiles files in Typst, one after the other."""
    if not _library_version("typst"):
        return Absent(name, "Typst staat er niet op")
    made = [source.with_suffix(".pdf") for source in sources]
    return Command(name, [_typst_line(fonts, *sources)], sources[0].parent, made)


def typst_commands(name: str, sources: Sequence[Path], fonts: Path) -> Contender:
    """Return a process for each file, as the command line of Typst works."""
    if not _library_version("typst"):
        return Absent(name, "Typst staat er niet op")
    made = [source.with_suffix(".pdf") for source in sources]
    return Command(name, [_typst_line(fonts, source) for source in sources], sources[0].parent, made)


def pandoc_docx(name: str, source: Path) -> Contender:
    """Return Pandoc, from Markdown to Word, with a list of contents."""
    program = pandoc()
    if program is None:
        return Absent(name, "Pandoc staat er niet op")
    target = source.with_suffix(".pandoc.docx")
    return Command(name, [(program, source, "--toc", "--output", target)], source.parent, [target])


def pandoc_typst(name: str, source: Path, fonts: Path) -> Contender:
    """Return Pandoc, from Markdown to Typst, and Typst after it."""
    program = pandoc()
    if program is None or not _library_version("typst"):
        return Absent(name, "Pandoc of Typst staat er niet op")
    middle = source.with_suffix(".pandoc.typ")
    lines = [
        (program, source, "--toc", "--to", "typst", "--standalone", "--output", middle),
        _typst_line(fonts, middle),
    ]
    return Command(name, lines, source.parent, [middle.with_suffix(".pdf")])


def chromium(name: str, page: Path, scratch: Path) -> Contender:
    """Return a headless browser that prints a page."""
    program = browser()
    if program is None:
        return Absent(name, "Chromium staat er niet op")
    target = page.with_suffix(".chromium.pdf")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
    profile = f"--user-data-dir={scratch / 'chromium'}"
    line = (program, *flags, profile, f"--print-to-pdf={target}", page.as_uri())
    return Command(name, [line], page.parent, [target])


def libreoffice(name: str, word: Path, scratch: Path) -> Contender:
    """Return LibreOffice, from our Word file to PDF."""
    program = office()
    if program is None:
        return Absent(name, "LibreOffice staat er niet op")
    folder = scratch / "libreoffice"
    profile = f"-env:UserInstallation={(scratch / 'libreoffice-profile').as_uri()}"
    line = (program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, word)
    return Command(name, [line], word.parent, [folder / f"{word.stem}.pdf"])


def _typst_line(fonts: Path, *sources: Path) -> tuple[str | Path, ...]:
    return sys.executable, _HERE / "typst_files.py", fonts, *sources


def _library_version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _said_version(program: str) -> str:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60, check=False)
    words = done.stdout.partition("\n")[0].split()
    return next((word for word in words if word[:1].isdigit()), "")
