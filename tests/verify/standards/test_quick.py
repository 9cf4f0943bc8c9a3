"""The quick proof finds planted faults, and never passes a file that it did not look at."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from pipeline.verify.standards import quick
from pipeline.verify.standards.quick import quick_standard
from tests.verify.standards.samples import (
    SHOWN_PDF,
    assert_fault,
    assert_missing,
    assert_proven,
    sound,
    with_pdf,
    with_untagged_words,
    without_output_intent,
    without_title,
)


def test_a_sound_file_is_proven_for_both_norms() -> None:
    result = quick_standard(sound())

    assert_proven(result)
    assert dict(result.figures) == {"regels": 104 + 156, "geschonden regels": 0}


def test_a_file_that_shows_no_title_is_found() -> None:
    assert_fault(quick_standard(with_pdf(without_title)), SHOWN_PDF, "PDF/UA-1", "DisplayDocTitle")


def test_untagged_words_are_found() -> None:
    assert_fault(quick_standard(with_pdf(with_untagged_words)), SHOWN_PDF, "PDF/UA-1", "page 1")


def test_colours_without_output_intent_are_found() -> None:
    assert_fault(quick_standard(with_pdf(without_output_intent)), SHOWN_PDF, "PDF/A-3a", "DeviceRGB")


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_a_fault(share: float) -> None:
    subject = sound()
    assert subject.pdf is not None
    cut = subject.pdf[: int(share * len(subject.pdf))]

    assert_fault(quick_standard(replace(subject, pdf=cut)), SHOWN_PDF, "niet lezen")


def test_the_second_pair_of_norms_is_said_to_be_unproven() -> None:
    result = quick_standard(replace(sound(), standard="ua-2"))

    assert_missing(result, "PDF/UA-2 en PDF/A-4f", "kent deze normen niet", "--thorough")


def test_an_absent_library_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "page", None)

    assert_missing(quick_standard(sound()), "PDF/UA-1 en PDF/A-3a", "page-validation", "make documents")


def test_a_version_with_other_rules_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "_RULES", {"ua1": 104, "3a": 157})

    assert_missing(quick_standard(sound()), "156 regels voor PDF/A-3a in plaats van 157")


def test_there_must_be_a_file() -> None:
    with pytest.raises(ValueError, match="no PDF"):
        quick_standard(replace(sound(), pdf=None))
