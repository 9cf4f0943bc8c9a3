"""Finished files to hold against the standards, whole and with one fault planted."""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from pipeline.diagnostics import Code, Location
from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.render.docx import render_docx
from pipeline.render.pdf import render_pdf
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult
from tests.styles import house_style
from tests.trees import one_page_letter

SHOWN_PDF, SHOWN_DOCX = "build/brief.pdf", "build/brief.docx"


@functools.cache
def sound(standard: PdfStandard = "ua-1") -> Subject:
    """Return a letter with its files as the program makes them."""
    return finished(one_page_letter(), standard)


def finished(document: Document, standard: PdfStandard) -> Subject:
    """Return a document with both its files."""
    style = house_style()
    pdf = render_pdf(document, style, standard)
    docx = render_docx(document, style, pdf.page_map, pdf.pages)
    return Subject(document, style, standard, pdf.data, docx, SHOWN_PDF, SHOWN_DOCX)


def with_pdf(change: Callable[[pikepdf.Pdf], None]) -> Subject:
    """Return the letter with a change in its PDF that leaves the rest as it was."""
    subject = sound()
    assert subject.pdf is not None
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(subject.pdf)) as pdf:
        change(pdf)
        pdf.save(saved, fix_metadata_version=False)
    return replace(subject, pdf=saved.getvalue())


def without_title(pdf: pikepdf.Pdf) -> None:
    """Let the window show the name of the file instead of the title: PDF/UA-1, 7.1."""
    del pdf.Root.ViewerPreferences


def with_untagged_words(pdf: pikepdf.Pdf) -> None:
    """Paint words outside the tags, at the end of the first page: PDF/UA-1, 7.1."""
    page = pdf.pages[0]
    font = next(iter(page.Resources.Font.keys()))
    page.contents_add(f"BT {font} 9 Tf 1 0 0 1 60 60 Tm <0003> Tj ET".encode(), prepend=False)


def without_output_intent(pdf: pikepdf.Pdf) -> None:
    """Leave open which colours are meant: PDF/A-3, 6.2.4.3."""
    del pdf.Root.OutputIntents


def with_docx(old: bytes, new: bytes) -> Subject:
    """Return the letter with one change in ``word/document.xml``."""
    subject = sound()
    assert subject.docx is not None
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(subject.docx)) as package, zipfile.ZipFile(saved, "w") as changed:
        for name in package.namelist():
            data = package.read(name)
            if name == "word/document.xml":
                assert old in data
                data = data.replace(old, new, 1)
            changed.writestr(name, data)
    return replace(subject, docx=saved.getvalue())


def hide_programs(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Make a machine without the programs of others: an empty PATH, no Java, no npm beside the program."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr("pipeline.verify.standards.programs._PROJECT", folder)


def fake_program(name: str, script: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Put a shell script on the PATH, before anything else, under the name of a program."""
    program = folder / "bin" / name
    program.parent.mkdir(exist_ok=True)
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


def assert_proven(result: ProofResult) -> None:
    assert result.done
    assert result.findings == ()


def assert_missing(result: ProofResult, *words: str) -> None:
    """The proof is not given, and one finding says which and why; it blames neither writer nor program."""
    assert not result.done
    (finding,) = result.findings
    assert finding.code is Code.PROOF_MISSING
    assert result.what in finding.message
    for word in words:
        assert word in f"{finding.message} {finding.hint}"


def assert_fault(result: ProofResult, shown: str, *words: str) -> None:
    """The proof is done and some finding has all the words, at the file."""
    assert result.done
    assert all(finding.code is Code.STANDARD for finding in result.findings)
    assert all(finding.where == Location(shown) for finding in result.findings)
    messages = [finding.message for finding in result.findings]
    assert any(all(word in message for word in words) for message in messages), messages
