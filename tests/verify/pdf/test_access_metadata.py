"""What a PDF says about itself: a contradiction is found when it is planted."""

from __future__ import annotations

import pikepdf
import pytest

from tests.verify.pdf.files import messages


def test_another_language_is_found() -> None:
    def english(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Lang = pikepdf.String("en")

    assert "De taal van de PDF is “en”, die van het document “nl-NL”." in messages("report", english)


def test_a_title_that_is_not_shown_is_found() -> None:
    def hidden(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.ViewerPreferences

    assert messages("report", hidden) == [
        "De PDF laat in de titelbalk haar bestandsnaam zien en niet haar titel."
    ]


@pytest.mark.parametrize(
    ("key", "value", "name"),
    [
        ("Title", "Anders", "titel"),
        ("Author", "Anders", "auteur"),
        ("Subject", "Anders", "onderwerp"),
        ("Keywords", "regio", "trefwoorden"),
        ("CreationDate", "D:20261219000000Z", "datum"),
        ("ModDate", "D:20261218000001Z", "datum van wijziging"),
        ("Producer", "Anders", "maker van de PDF"),
    ],
)
def test_properties_that_differ_from_xmp_are_found(key: str, value: str, name: str) -> None:
    def changes(pdf: pikepdf.Pdf) -> None:
        pdf.trailer.Info[f"/{key}"] = pikepdf.String(value)

    (message,) = messages("report", changes)
    assert message.startswith(f"De eigenschappen van de PDF noemen als {name} “")


def test_a_property_that_is_missing_is_found() -> None:
    def lacking(pdf: pikepdf.Pdf) -> None:
        del pdf.trailer.Info.Title

    (message,) = messages("report", lacking)
    assert message == (
        "De eigenschappen van de PDF noemen als titel “”, in XMP “Strategische agenda Voorbeeld”."
    )


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        (b"agenda Voorbeeld</rdf:li>", b"agenda</rdf:li>", "titel"),
        (b"<rdf:Bag><rdf:li>regio</rdf:li>", b"<rdf:Bag>", "lijst van trefwoorden"),
        (b"2026-12-18T00:00:00Z</xmp:CreateDate>", b"2026-12-19T00:00:00Z</xmp:CreateDate>", "datum"),
    ],
)
def test_xmp_that_differs_from_the_document_is_found(old: bytes, new: bytes, name: str) -> None:
    def changes(pdf: pikepdf.Pdf) -> None:
        xmp = pdf.Root.Metadata.read_bytes()
        assert old in xmp
        pdf.Root.Metadata.write(xmp.replace(old, new))

    assert any(each.startswith(f"De PDF noemt als {name} ") for each in messages("report", changes, "ua-2"))


def test_xmp_that_is_no_xml_is_found() -> None:
    def broken(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata.write(b"<x:xmpmeta")

    assert messages("report", broken) == ["De eigenschappen in XMP van de PDF zijn niet te lezen."]
