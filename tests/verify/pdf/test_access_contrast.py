"""Text in a PDF that stands out too little is found when it is planted."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from pipeline.verify.pdf.access import pdf_access
from pipeline.verify.pdf.reading import open_pdf
from tests.styles import house_style
from tests.verify.pdf.files import instructions_changed, messages, sample, subject


def recolored(number: int, old: bytes, new: bytes, kind: str = "report") -> list[str]:
    def changes(pdf: pikepdf.Pdf) -> None:
        instructions_changed(pdf, number, lambda content: content.replace(old, new, 1))

    return messages(kind, changes)


def test_pale_text_is_found() -> None:
    (message, *_) = recolored(2, b"/MCID 1 >> BDC\n0 0 0 rg", b"/MCID 1 >> BDC\n0.6 g")
    assert message == (
        "“Titel” op bladzijde 2 van de PDF staat met #999999 op #ffffff: "
        "het contrast is 2,85 en moet minstens 4,50 zijn."
    )


@pytest.mark.parametrize(("gray", "count"), [(b"0.57", 0), (b"0.6", 1)])
def test_large_text_may_be_paler(gray: bytes, count: int) -> None:
    # The word "Colofon" is printed in 20 points: 3 is enough, 2,85 is not.
    found = recolored(2, b"0.082353 0.258824 0.45098 rg", gray + b" g")
    assert len(found) == count


def test_text_on_a_dark_ground_is_found() -> None:
    dark = b"/Artifact BMC\nq 0.2 g 0 0 2000 2000 re f Q\nEMC\n/Span << /MCID 1 >> BDC"
    (message, *_) = recolored(2, b"/Span << /MCID 1 >> BDC", dark)
    assert "op #333333: het contrast is" in message


def test_furniture_that_must_be_read_counts() -> None:
    found = recolored(2, b"0.411765 0.411765 0.411765 rg", b"0.8 g")
    assert any("Voorbeeld, geen officiële uitgave" in each for each in found)


def test_text_on_a_pattern_or_picture_cannot_be_judged() -> None:
    (message, *_) = recolored(2, b"/MCID 1 >> BDC\n0 0 0 rg", b"/MCID 1 >> BDC\n/Pattern cs /P1 scn")
    assert message == (
        "Het contrast van “Titel” op bladzijde 2 van de PDF is niet te meten: "
        "de kleur is een patroon of afbeelding."
    )


def test_the_watermark_is_decoration_only_when_it_is_the_watermark() -> None:
    document, data = sample("report")
    other = replace(document, watermark="VERTROUWELIJK")
    result = pdf_access(open_pdf(data), subject(other))
    assert any(f"met {house_style().colors.watermark} op #ffffff" in each.message for each in result.findings)
