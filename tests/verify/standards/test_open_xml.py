"""The Open XML SDK finds planted faults; a validator that does not answer proves nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.verify.standards import open_xml as module
from pipeline.verify.standards.open_xml import open_xml
from pipeline.verify.standards.programs import Programs
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult
from tests.tools import require_tool
from tests.verify.standards.samples import (
    SHOWN_DOCX,
    assert_fault,
    assert_missing,
    assert_proven,
    fake_program,
    hide_programs,
    sound,
    with_docx,
)


def prove(subjects: Sequence[Subject], scratch: Path) -> tuple[tuple[ProofResult, ...], ...]:
    with Programs() as programs:
        return open_xml(subjects, scratch, programs)


def test_a_sound_file_is_proven_for_both_versions_of_office(tmp_path: Path) -> None:
    require_tool("ooxml-validator")

    whole, absent = prove([sound(), replace(sound(), docx=None)], tmp_path / "new")

    for result in whole:
        assert_proven(result)
        assert dict(result.figures) == {"fouten": 0}
    assert [result.what for result in whole] == [
        "Open XML voor Microsoft 365 volgens de Open XML SDK",
        "Open XML voor Office 2016 volgens de Open XML SDK",
    ]
    assert absent == ()


def test_a_wrong_order_of_elements_is_found(tmp_path: Path) -> None:
    require_tool("ooxml-validator")
    run_first = with_docx(
        b"<w:body>", b"<w:body><w:p><w:r><w:t>a</w:t></w:r><w:pPr><w:keepNext/></w:pPr></w:p>"
    )

    (results,) = prove([run_first], tmp_path)

    for result, office in zip(results, ("Microsoft 365", "Office 2016"), strict=True):
        assert_fault(result, SHOWN_DOCX, office, "1 keer", "pPr", "/word/document.xml")
        assert result.figures["fouten"] == 1


def test_the_same_error_in_many_places_is_one_finding(tmp_path: Path) -> None:
    require_tool("ooxml-validator")
    unknown = b'<w:p><w:pPr><w:jc w:val="scheef"/></w:pPr></w:p>'

    ((first, _),) = prove([with_docx(b"<w:body>", b"<w:body>" + 3 * unknown)], tmp_path)

    assert len(first.findings) == 1
    assert_fault(first, SHOWN_DOCX, "3 keer", "scheef")


def test_a_file_that_was_cut_off_is_a_fault(tmp_path: Path) -> None:
    require_tool("ooxml-validator")
    subject = sound()
    assert subject.docx is not None

    ((first, _),) = prove([replace(subject, docx=subject.docx[: len(subject.docx) // 2])], tmp_path)

    assert_fault(first, SHOWN_DOCX, "corrupted")


def test_without_the_validator_both_proofs_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hide_programs(monkeypatch, tmp_path)

    ((first, second),) = prove([sound()], tmp_path)

    assert_missing(first, "Microsoft 365", "ooxml-validator is niet gevonden", "make verify")
    assert_missing(second, "Office 2016", "ooxml-validator is niet gevonden", "make verify")


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo kapot >&2; exit 2", "stopte met code 2: kapot"),
        ("exit 0", "niet te lezen"),
        ("echo hallo", "niet te lezen"),
        ("""echo '{"ok": true}'""", "niet te lezen"),
        ("""echo '{"ok": true, "errors": []}'; exit 1""", "spreekt zichzelf tegen"),
        ("""echo '{"ok": false, "errors": []}'; exit 1""", "spreekt zichzelf tegen"),
    ],
)
def test_anything_but_a_full_answer_is_no_proof(
    script: str, words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_program("ooxml-validator", script, monkeypatch, tmp_path)

    ((first, _),) = prove([sound()], tmp_path)

    assert_missing(first, "Microsoft 365", words)


def test_a_validator_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_program("ooxml-validator", "sleep 60", monkeypatch, tmp_path)
    monkeypatch.setattr(module, "_SECONDS", 0.2)

    ((first, _),) = prove([sound()], tmp_path)

    assert_missing(first, "geen antwoord")
