"""What a PDF says about itself is the document's, the same in every place, and safe whatever is in it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pikepdf
import pytest
from lxml import etree

from pipeline.document import nodes as n
from pipeline.document.metadata import Metadata
from pipeline.document.pdf_standard import PDF_STANDARDS, PdfStandard
from pipeline.render.pdf import render_pdf
from tests.render.pdf.measure import house_style
from tests.trees import annex

SOURCE = "titel: “Samen” & <verder>\nbedrag: 22,5\n"
FULL = Metadata(
    title="Kamerbrief over “regio & Rijk” <concept>",
    author="Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
    date=date(2026, 12, 18),
    description="Wat er is gedaan, in één zin; & meer.",
    keywords=("regio", "Rijk, samen"),
    identifier="2026-0000000000",
    kind="Kamerstuk",
    rights="CC0 1.0",
    relations=("kst-32813-1", "kst-36800-VII-97"),
)
SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


def made(metadata: Metadata = FULL, standard: PdfStandard = "ua-1", source: str = SOURCE) -> pikepdf.Pdf:
    document = replace(annex(), metadata=metadata, source_yaml=source)
    return pikepdf.open(io.BytesIO(render_pdf(document, house_style(), standard).data))


def packet(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """Return the fields of the packet: words, or the list of words of a container."""
    (described,) = etree.fromstring(pdf.Root.Metadata.read_raw_bytes()).iterfind(".//rdf:RDF/*", SPACES)
    prefixes = {uri: prefix for prefix, uri in SPACES.items()}
    found: dict[str, Any] = {}
    for field in described:
        name = etree.QName(field)
        items = [item.text for item in field.iterfind("*/rdf:li", SPACES)]
        found[f"{prefixes.get(name.namespace or '', '?')}:{name.localname}"] = items or field.text
    return found


@pytest.mark.parametrize("standard", PDF_STANDARDS)
def test_the_packet_holds_every_field(standard: PdfStandard) -> None:
    found = packet(made(standard=standard))
    assert {name: found[name] for name in found if name.startswith("dc:")} == {
        "dc:format": "application/pdf",
        "dc:title": [FULL.title],
        "dc:creator": [FULL.author],
        "dc:publisher": [FULL.author],
        "dc:description": [FULL.description],
        "dc:subject": ["regio", "Rijk, samen"],
        "dc:language": ["nl-NL"],
        "dc:identifier": "2026-0000000000",
        "dc:date": ["2026-12-18"],
        "dc:type": ["Kamerstuk"],
        "dc:rights": ["CC0 1.0"],
        "dc:relation": ["kst-32813-1", "kst-36800-VII-97"],
    }


def test_the_information_dictionary_says_the_same() -> None:
    pdf = made()
    found, told = packet(pdf), pdf.docinfo
    assert str(told.Title) == found["dc:title"][0] == FULL.title
    assert str(told.Author) == found["dc:creator"][0]
    assert str(told.Subject) == found["dc:description"][0]
    assert str(told.Keywords) == found["pdf:Keywords"] == "regio, Rijk, samen"
    assert str(told.Creator) == found["xmp:CreatorTool"] == "kamerwerk"
    assert str(told.Producer) == found["pdf:Producer"]
    assert str(told.CreationDate) == str(told.ModDate) == "D:20261218000000Z"
    assert found["xmp:CreateDate"] == found["xmp:ModifyDate"] == "2026-12-18T00:00:00Z"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang) == "nl-NL"


def test_each_file_names_its_two_standards() -> None:
    first, second = packet(made()), packet(made(standard="ua-2"))
    names = ("pdfaid:part", "pdfaid:conformance", "pdfaid:rev", "pdfuaid:part", "pdfuaid:rev")
    assert [first.get(name) for name in names] == ["3", "A", None, "1", None]
    assert [second.get(name) for name in names] == ["4", "F", "2020", "2", "2024"]


def test_what_is_empty_is_left_out() -> None:
    pdf = made(Metadata(title="Titel", author="Ministerie", date=date(2026, 12, 18)))
    found = packet(pdf)
    absent = {"dc:description", "dc:subject", "dc:identifier", "dc:type", "dc:rights", "dc:relation"}
    assert absent.isdisjoint(found)
    assert "pdf:Keywords" not in found
    assert "/Subject" not in pdf.docinfo
    assert "/Keywords" not in pdf.docinfo


def test_a_character_that_xml_cannot_hold_does_not_break_the_packet() -> None:
    assert packet(made(replace(FULL, description="een\x0btwee")))["dc:description"] == ["een\ufffdtwee"]


def test_the_packet_is_readable_without_a_pdf_reader() -> None:
    assert "/Filter" not in made().Root.Metadata


@pytest.mark.parametrize("standard", PDF_STANDARDS)
def test_the_source_goes_along_as_it_is(standard: PdfStandard) -> None:
    pdf = made(standard=standard)
    assert list(pdf.attachments) == ["bron.yaml"]
    (associated,) = pdf.Root.AF
    held = pdf.attachments["bron.yaml"].get_file()
    assert held.read_bytes().decode() == SOURCE
    assert held.mime_type == "application/yaml"
    assert str(associated.AFRelationship) == "/Source"
    assert str(associated.Desc) == "De gegevens die dit document afdrukt, als YAML."
    assert str(associated.UF) == "bron.yaml"
    dates = associated.EF.F.Params
    assert str(dates.CreationDate) == str(dates.ModDate) == "D:20261218000000Z"


def test_a_document_without_source_has_no_attachment_unless_the_standard_asks_one() -> None:
    assert list(made(source="").attachments) == []
    assert list(made(source="", standard="ua-2").attachments) == ["bron.yaml"]


def test_another_source_gives_another_identifier() -> None:
    one, other = (bytes(made(source=source).trailer.ID[0]) for source in ("a: 1\n", "a: 2\n"))
    assert one != other


def test_the_time_zone_of_the_machine_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    document = n.Document(
        id="a", metadata=FULL, front=annex().front, body=annex().body, source_yaml="document: a\n"
    )
    first = render_pdf(document, house_style()).data
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert render_pdf(document, house_style()).data == first
