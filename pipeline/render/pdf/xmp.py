"""The metadata packet of the PDF (XMP, ISO 16684-1): it says what the information dictionary says, and more.

The engine's own packet can declare one standard only and knows five of our fields, so the whole packet is
ours; the engine takes it through its public method ``DocumentMetadata.generate_rdf_metadata``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from pipeline.document.metadata import Metadata
from pipeline.render.pdf.metadata import GENERATOR, PRODUCER, keyword_line, stamp
from pipeline.render.pdf.standards import Declaration

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""


def rdf_metadata(metadata: Metadata, declaration: Declaration) -> bytes:
    """Return the RDF of the packet: the standards, then what is known of the document (house style 9).

    A field without a value is left out.
    """
    properties = [*_standards(declaration), *_dublin_core(metadata), *_file(metadata)]
    spaces = "".join(f'\n  xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if prefix != "rdf")
    lines = "\n".join(f"  {one}" for one in properties if one)
    return (
        f'<rdf:RDF xmlns:rdf="{_NAMESPACES["rdf"]}">\n'
        f' <rdf:Description rdf:about=""{spaces}>\n{lines}\n </rdf:Description>\n</rdf:RDF>'
    ).encode()


def _standards(declaration: Declaration) -> list[str]:
    return [
        _simple("pdfaid:part", str(declaration.archive_part)),
        _simple("pdfaid:conformance", declaration.archive_level),
        _simple("pdfaid:rev", declaration.archive_revision),
        _simple("pdfuaid:part", str(declaration.access_part)),
        _simple("pdfuaid:rev", declaration.access_revision),
        "" if declaration.pdf2 else _EXTENSION,
    ]


def _dublin_core(metadata: Metadata) -> list[str]:
    # Which of these are lists, and of which kind, is in ISO 16684-1, 8.3.
    return [
        _simple("dc:format", "application/pdf"),
        _in_languages("dc:title", metadata.title),
        _listed("dc:creator", "Seq", [metadata.author]),
        _listed("dc:publisher", "Bag", [metadata.author]),
        _in_languages("dc:description", metadata.description),
        _listed("dc:subject", "Bag", metadata.keywords),
        _listed("dc:language", "Bag", [metadata.language]),
        _simple("dc:identifier", metadata.identifier),
        _listed("dc:date", "Seq", [metadata.date.isoformat()]),
        _listed("dc:type", "Bag", [metadata.kind]),
        _in_languages("dc:rights", metadata.rights),
        _listed("dc:relation", "Bag", metadata.relations),
    ]


def _file(metadata: Metadata) -> list[str]:
    written = stamp(metadata.date)
    return [
        _simple("pdf:Keywords", keyword_line(metadata)),
        _simple("pdf:Producer", PRODUCER),
        _simple("xmp:CreatorTool", GENERATOR),
        _simple("xmp:CreateDate", written),
        _simple("xmp:ModifyDate", written),
        _simple("xmp:MetadataDate", written),
    ]


def _simple(name: str, value: str) -> str:
    return f"<{name}>{_text(value)}</{name}>" if value else ""


def _in_languages(name: str, value: str) -> str:
    """Return a text that could be given in more languages; ours is the one for every reader."""
    return _container(name, "Alt", [f'<rdf:li xml:lang="x-default">{_text(value)}</rdf:li>'] if value else [])


def _listed(name: str, kind: str, values: Iterable[str]) -> str:
    return _container(name, kind, [f"<rdf:li>{_text(value)}</rdf:li>" for value in values if value])


def _container(name: str, kind: str, items: Sequence[str]) -> str:
    return f"<{name}><rdf:{kind}>{''.join(items)}</rdf:{kind}></{name}>" if items else ""


def _text(value: str) -> str:
    return escape(_NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", value))


_EXTENSION = (
    "<pdfaExtension:schemas><rdf:Bag>"
    '<rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_NAMESPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""PDF/A-2 and 3 want every schema described that they do not know themselves (ISO 19005-3, 6.6.2.3)."""
