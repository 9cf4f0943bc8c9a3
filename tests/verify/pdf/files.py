"""PDFs for the tests of their reader: made by hand, or rendered and then changed on purpose."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import pikepdf

from pipeline.document import nodes as n
from pipeline.document.pdf_standard import PdfStandard
from pipeline.render.pdf import render_pdf
from pipeline.verify.pdf.access import pdf_access
from pipeline.verify.pdf.marks import PageContent
from pipeline.verify.pdf.reading import open_pdf
from pipeline.verify.subject import Subject
from tests.stress import stress_letter
from tests.styles import house_style
from tests.trees import annex, letter, report

SHOWN = "build/voorbeeld.pdf"
SAMPLES: Mapping[str, Callable[[], n.Document]] = {
    "letter": lambda: letter(signatories=2, salutation=True),
    "report": report,
    "annex": annex,
    "hard": stress_letter,
}

_WIDTH, _HEIGHT = 600, 800


@cache
def sample(kind: str, standard: PdfStandard = "ua-1") -> tuple[n.Document, bytes]:
    """Return a sample document with its file."""
    document = SAMPLES[kind]()
    return document, render_pdf(document, house_style(), standard).data


def subject(document: n.Document, standard: PdfStandard = "ua-1") -> Subject:
    return Subject(document, house_style(), standard, None, None, SHOWN, "build/voorbeeld.docx")


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF after a change of its objects."""
    saved = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(saved, deterministic_id=True, fix_metadata_version=False)
    return saved.getvalue()


def messages(kind: str, change: Callable[[pikepdf.Pdf], None], standard: PdfStandard = "ua-1") -> list[str]:
    """Return what is said of the accessibility of a sample after a change of its objects."""
    document, data = sample(kind, standard)
    result = pdf_access(open_pdf(changed(data, change)), subject(document, standard))
    return [finding.message for finding in result.findings]


def elements(pdf: pikepdf.Pdf, *tags: str) -> list[Any]:
    """Return the structure elements with one of these types, in reading order."""
    return [each for each in _below(pdf.Root.StructTreeRoot) if str(each.S).removeprefix("/") in tags]


def _below(parent: Any) -> Iterator[Any]:
    kids: Any = parent.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def instructions_changed(pdf: pikepdf.Pdf, number: int, change: Callable[[bytes], bytes]) -> None:
    """Change the content of a page, counted from 1, as pikepdf writes it."""
    page = pdf.pages[number - 1]
    old = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
    new = change(old)
    assert new != old
    page.obj.Contents = pdf.make_stream(new)


def handmade(
    content: bytes,
    resources: Mapping[str, Any] | None = None,
    finish: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """Return a PDF of one page of 600 by 800 points. Fonts: /F1 has one byte to a code, /F2 has two."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(_WIDTH, _HEIGHT))
    page.obj.Contents = pdf.make_stream(content)
    fonts = pikepdf.Dictionary({"/F1": pdf.make_indirect(simple_font()), "/F2": composite_font(pdf)})
    page.obj.Resources = pikepdf.Dictionary({"/Font": fonts, **(resources or {})})
    if finish:
        finish(pdf)
    saved = io.BytesIO()
    pdf.save(saved, deterministic_id=True)
    return saved.getvalue()


def page_of(content: bytes, resources: Mapping[str, Any] | None = None) -> PageContent:
    """Return what stands on the page of a handmade PDF."""
    return open_pdf(handmade(content, resources)).pages[0]


def simple_font(**entries: Any) -> pikepdf.Dictionary:
    """Return a font in which each letter is half as wide as the type is high."""
    return pikepdf.Dictionary(
        {
            "/Type": pikepdf.Name.Font,
            "/Subtype": pikepdf.Name.TrueType,
            "/BaseFont": pikepdf.Name("/ABCDEF+Proef-Bold"),
            "/Encoding": pikepdf.Name.WinAnsiEncoding,
            "/FirstChar": 32,
            "/Widths": pikepdf.Array([500] * 224),
            **{f"/{key}": value for key, value in entries.items()},
        }
    )


def composite_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return a font whose codes 1, 2 and 3 are "a", "ffi" and a no-break space; 1 is 600 wide, 2 is 900."""
    to_unicode = (
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        b"2 beginbfchar <0001> <0061> <0003> <00a0> endbfchar\n"
        b"1 beginbfrange <0002> <0002> [<006600660069>] endbfrange"
    )
    descendant = pikepdf.Dictionary(
        {
            "/Type": pikepdf.Name.Font,
            "/Subtype": pikepdf.Name.CIDFontType2,
            "/BaseFont": pikepdf.Name("/ABCDEF+Proef"),
            "/DW": 250,
            "/W": pikepdf.Array([1, pikepdf.Array([600]), 2, 2, 900]),
        }
    )
    font = pikepdf.Dictionary(
        {
            "/Type": pikepdf.Name.Font,
            "/Subtype": pikepdf.Name.Type0,
            "/BaseFont": pikepdf.Name("/ABCDEF+Proef"),
            "/Encoding": pikepdf.Name("/Identity-H"),
            "/DescendantFonts": pikepdf.Array([descendant]),
            "/ToUnicode": pdf.make_stream(to_unicode),
        }
    )
    return pdf.make_indirect(font)
