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


def test_a_property_that_only_xmp_holds_is_held_against_the_document() -> None:
    def changes(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert packet.count(b"2026-0000000000") == 1
        pdf.Root.Metadata.write(packet.replace(b"2026-0000000000", b"2026-0000000001"))

    assert messages("report", changes) == [
        "De PDF noemt als kenmerk “2026-0000000001”, het document “2026-0000000000”."
    ]


def test_a_source_that_is_another_is_found() -> None:
    def other(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["bron.yaml"].obj.EF.F.write(b"document: ander")

    assert messages("hard", other) == ["De bijlage bron.yaml in de PDF is niet de bron van dit document."]


def test_a_source_that_is_absent_is_found() -> None:
    def without(pdf: pikepdf.Pdf) -> None:
        del pdf.attachments["bron.yaml"]

    assert messages("hard", without) == [
        "In de PDF ontbreekt de bijlage bron.yaml met de bron van het document."
    ]


def test_a_source_that_is_called_something_else_is_found() -> None:
    def data(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["bron.yaml"].obj.AFRelationship = pikepdf.Name.Data

    assert messages("hard", data) == ["De PDF noemt de bijlage bron.yaml “Data” en niet “Source”."]


def test_an_attachment_that_has_no_business_there_is_found() -> None:
    def more(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["aantekeningen.txt"] = pikepdf.AttachedFileSpec(pdf, b"intern")

    assert messages("hard", more) == ["In de PDF zit een bijlage die er niet hoort: “aantekeningen.txt”."]
