"""The properties that XMP can say in more than one way."""

from __future__ import annotations

import pytest

from pipeline.verify.pdf.xmp import read_xmp

_START = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:eigen="http://voorbeeld.nl/" '
)
_END = "</rdf:Description></rdf:RDF></x:xmpmeta>"


@pytest.mark.parametrize(
    ("written", "key", "values"),
    [
        ("><xmp:CreatorTool> kamerwerk </xmp:CreatorTool>", "xmp:CreatorTool", ("kamerwerk",)),
        ('xmp:CreatorTool="kamerwerk">', "xmp:CreatorTool", ("kamerwerk",)),
        (
            "><dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag></dc:subject>",
            "dc:subject",
            ("a", "b"),
        ),
        ("><eigen:a>b</eigen:a>", "http://voorbeeld.nl/:a", ("b",)),
        ("><dc:title/>", "dc:title", ("",)),
    ],
)
def test_properties_are_read_as_attribute_element_or_list(
    written: str, key: str, values: tuple[str, ...]
) -> None:
    read = read_xmp(_START + written + _END)
    assert read is not None
    assert read[key] == values


@pytest.mark.parametrize("text", ["", "geen xml", "<x", "<a>\x00</a>"])
def test_what_is_no_xml_says_nothing(text: str) -> None:
    assert read_xmp(text) is None


def test_entities_are_not_looked_up() -> None:
    text = (
        '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        + _START
        + "><dc:format>&e;</dc:format>"
        + _END
    )
    read = read_xmp(text)
    assert read is not None
    assert read["dc:format"] == ("",)
