"""Reading a Word file back: its parts as XML, with the questions that the tests ask."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.render.docx import render_docx
from tests.styles import house_style
from tests.trees import letter, report

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "cust": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
W = f"{{{NAMESPACES['w']}}}"


@dataclass(frozen=True)
class Word:
    """A Word file in memory."""

    data: bytes

    @cached_property
    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            return {name: package.read(name) for name in package.namelist()}

    def xml(self, name: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self.files[name])

    def find(self, path: str, name: str = "word/document.xml") -> list[etree._Element]:
        """Return the elements at an XPath (prefixes as usual) in a part."""
        return select(self.xml(name), path)

    def values(self, path: str, name: str = "word/document.xml") -> list[str]:
        """Return the strings (attributes, text) at an XPath in a part."""
        return strings(self.xml(name), path)

    def paragraphs(self, style: str = "", name: str = "word/document.xml") -> list[str]:
        """Return the words of the paragraphs, of one style when it is given."""
        condition = f"[w:pPr/w:pStyle/@w:val='{style}']" if style else ""
        return [words(each) for each in self.find(f"//w:p{condition}", name)]

    def styles(self) -> list[str]:
        """Return the styles of the paragraphs of the text, in order."""
        return self.values("//w:body//w:p/w:pPr/w:pStyle/@w:val")


def select(element: etree._Element, path: str) -> list[etree._Element]:
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, etree._Element)]


def strings(element: etree._Element, path: str) -> list[str]:
    found = element.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [str(each) for each in found]


def words(paragraph: etree._Element) -> str:
    """Return the words of a paragraph; a tab is a tab, a line break a newline."""
    shown = {f"{W}t": "", f"{W}tab": "\t", f"{W}br": "\n"}
    inside_runs = select(paragraph, ".//w:r/*")
    return "".join(shown[each.tag] + (each.text or "") for each in inside_runs if each.tag in shown)


def written(document: n.Document, pages: int = 1) -> Word:
    """Return a document as a Word file; headings stand on page 1, 2, 3 … in the order of the contents."""
    lists = (block for block in document.body if isinstance(block, n.TableOfContents))
    page_map = {entry.target: page for block in lists for page, entry in enumerate(block.entries, 1)}
    return Word(render_docx(document, house_style(), page_map, pages))


def in_letter(*body: n.Block) -> Word:
    """Return a letter with this text, numbered."""
    return written(_with_body(letter(), body))


def in_report(*body: n.Block) -> Word:
    """Return a report with this text, numbered."""
    return written(_with_body(report(), body))


def _with_body(document: n.Document, body: tuple[n.Block, ...]) -> n.Document:
    numbered, findings = number_document(replace(document, body=body))
    assert not findings
    return numbered
