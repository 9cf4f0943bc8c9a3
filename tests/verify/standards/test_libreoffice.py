"""LibreOffice turns all files into pages in one go, or says why it did not."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest

from pipeline.verify.standards import libreoffice as module
from pipeline.verify.standards.libreoffice import office_pages
from pipeline.verify.standards.missing import Missing
from pipeline.verify.standards.programs import Programs
from tests.tools import require_tool
from tests.verify.standards.samples import fake_program, hide_programs, sound


def pages(files: Sequence[bytes], scratch: Path) -> tuple[bytes | Missing, ...]:
    with Programs() as programs:
        return office_pages(files, scratch, programs)


def letter() -> bytes:
    data = sound().docx
    assert data is not None
    return data


def test_each_file_gets_its_own_pages_and_a_broken_one_none(tmp_path: Path) -> None:
    require_tool("soffice")

    first, broken, cut, last = pages(
        [letter(), b"hallo", letter()[: len(letter()) // 2], letter()], tmp_path / "new"
    )

    for data in (first, last):
        assert isinstance(data, bytes)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert len(pdf.pages) == 1
    for missing in (broken, cut):
        assert isinstance(missing, Missing)
        assert "niet lezen" in missing.reason


def test_no_files_need_no_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hide_programs(monkeypatch, tmp_path)

    assert pages([], tmp_path) == ()


def test_without_libreoffice_every_file_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hide_programs(monkeypatch, tmp_path)

    for missing in pages([letter(), letter()], tmp_path):
        assert isinstance(missing, Missing)
        assert "niet gevonden" in missing.reason
        assert "make verify" in missing.remedy


def test_pages_of_an_earlier_run_are_not_taken_for_new_ones(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_program("soffice", "echo %PDF > 0.pdf", monkeypatch, tmp_path)
    assert pages([letter()], tmp_path) == (b"%PDF\n",)

    fake_program("soffice", "exit 1", monkeypatch, tmp_path)
    (missing,) = pages([letter()], tmp_path)

    assert isinstance(missing, Missing)
    assert "code 1" in missing.reason


def test_an_office_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_program("soffice", "sleep 60", monkeypatch, tmp_path)
    monkeypatch.setattr(module, "_START_SECONDS", 0.2)
    monkeypatch.setattr(module, "_FILE_SECONDS", 0)

    (missing,) = pages([letter()], tmp_path)

    assert isinstance(missing, Missing)
    assert "geen antwoord" in missing.reason


def test_the_fonts_that_the_writers_hide_are_there_for_libreoffice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_program("soffice", 'echo "[$FONTCONFIG_FILE]" > 0.pdf', monkeypatch, tmp_path)
    monkeypatch.setenv("FONTCONFIG_FILE", "/nowhere")

    assert pages([letter()], tmp_path) == (b"[]\n",)
