"""Opening PDFs: what they say about themselves, and files that are no PDF or not a whole one."""

from __future__ import annotations

import io
from functools import cache
from typing import Any, get_args

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document.pdf_standard import PdfStandard
from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.expected import expected
from pipeline.verify.parity import parity
from pipeline.verify.pdf.access import pdf_access
from pipeline.verify.pdf.file import Attachment, Bookmark
from pipeline.verify.pdf.reading import open_pdf
from pipeline.verify.verdict import ProofResult
from tests.verify.pdf.files import changed, handmade, sample, subject


@pytest.mark.parametrize("standard", get_args(PdfStandard))
@pytest.mark.parametrize("kind", ["letter", "report", "annex"])
def test_our_own_files_are_read_whole(kind: str, standard: PdfStandard) -> None:
    document, data = sample(kind, standard)
    assert parity(open_pdf(data).reading, expected(document), "pdf", "a.pdf").findings == ()


def test_a_pdf_says_its_language_title_and_properties() -> None:
    _, data = sample("report")
    file = open_pdf(data)
    assert (file.language, file.shows_title) == ("nl-NL", True)
    assert file.info["Title"] == "Strategische agenda Voorbeeld"
    assert "<pdfuaid:part>1</pdfuaid:part>" in file.xmp


def test_a_pdf_that_says_nothing_about_itself_is_read() -> None:
    file = open_pdf(handmade(b""))
    assert (file.language, file.shows_title, file.xmp, dict(file.info)) == ("", False, "", {})
    assert (file.outline, file.attachments, dict(file.annotations)) == ((), (), {})


@pytest.mark.parametrize("standard", get_args(PdfStandard))
def test_bookmarks_have_their_level_and_page(standard: PdfStandard) -> None:
    _, data = sample("report", standard)
    assert open_pdf(data).outline[1:5] == (
        Bookmark("Inhoud", 1, 3),
        Bookmark("1 Hoofdstuk over onderwerp 1", 1, 4),
        Bookmark("1.1 Een kans", 2, 4),
        Bookmark("2 Hoofdstuk over onderwerp 2", 1, 5),
    )


def test_bookmarks_may_lead_to_named_places_or_nowhere() -> None:
    def finish(pdf: pikepdf.Pdf) -> None:
        place = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])
        names = pikepdf.NameTree.new(pdf)
        names["hier"] = place
        names["daar"] = pikepdf.Dictionary({"/D": place})
        pdf.Root.Names = pikepdf.Dictionary({"/Dests": names.obj})
        with pdf.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(title, 0) for title in ("een", "twee", "drie"))

    def named(pdf: pikepdf.Pdf) -> None:
        line: Any = pdf.Root.Outlines.First
        for target in ("hier", "daar", "nergens"):
            line.Dest = pikepdf.String(target)
            line = line.get("/Next")

    assert [mark.page for mark in open_pdf(changed(handmade(b"", finish=finish), named)).outline] == [1, 1, 0]


def test_bookmarks_in_a_circle_are_refused() -> None:
    def circle(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Outlines.First.Next = pdf.Root.Outlines.First

    with pytest.raises(UnreadableFileError, match="kring"):
        open_pdf(changed(sample("report")[1], circle))


def test_attachments_are_read_with_what_they_are() -> None:
    def finish(pdf: pikepdf.Pdf) -> None:
        spec = pikepdf.AttachedFileSpec(pdf, b"a: 1\n", filename="bron.yaml", mime_type="application/yaml")
        spec.obj.AFRelationship = pikepdf.Name.Source
        pdf.attachments["bron.yaml"] = spec

    assert open_pdf(handmade(b"", finish=finish)).attachments == (
        Attachment("bron.yaml", "Source", b"a: 1\n"),
    )


def test_annotations_have_their_address_and_place() -> None:
    def finish(pdf: pikepdf.Pdf) -> None:
        link = {
            "/Subtype": pikepdf.Name.Link,
            "/Rect": pikepdf.Array([72, 700, 144, 728]),
            "/A": pikepdf.Dictionary({"/S": pikepdf.Name.URI, "/URI": pikepdf.String("https://a.nl")}),
            "/Contents": pikepdf.String("A"),
        }
        pdf.pages[0].obj.Annots = pikepdf.Array(
            [pdf.make_indirect(pikepdf.Dictionary(link)), pikepdf.Dictionary(link), pikepdf.Dictionary(link)]
        )

    first, *others = open_pdf(handmade(b"", finish=finish)).annotations.values()
    assert (first.page, first.kind, first.uri, first.contents) == (1, "Link", "https://a.nl", "A")
    assert (first.x, first.y, first.width, first.height) == pytest.approx((25.4, 25.4, 25.4, 28 / 72 * 25.4))
    assert others == [first, first]


# --- files that cannot be read ---


@pytest.mark.parametrize("data", [b"", b"Dit is geen PDF.", b"%PDF-1.7\n", b"PK\x03\x04", b"\x00" * 2000])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        open_pdf(data)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_pdf_that_is_cut_off_is_refused(part: float) -> None:
    _, data = sample("annex")
    with pytest.raises(UnreadableFileError):
        open_pdf(data[: int(len(data) * part)])


def test_a_pdf_without_pages_is_refused() -> None:
    def emptied(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[:]

    with pytest.raises(UnreadableFileError, match="geen bladzijden"):
        open_pdf(changed(handmade(b""), emptied))


def test_a_page_whose_content_is_broken_is_refused() -> None:
    def broken(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, b"no zlib", Filter=pikepdf.Name.FlateDecode)

    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(handmade(b""))) as pdf:
        broken(pdf)
        pdf.save(data, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    with pytest.raises(UnreadableFileError):
        open_pdf(data.getvalue())


@pytest.mark.parametrize(
    "content",
    [b"BT /F1 10 Tf (a", b"1 0 0 cm", b"(a) Tf", b"<</A BDC", b"BT /F1 x Tf (a) Tj ET", b"1 2 m 3 l S"],
)
def test_instructions_that_cannot_be_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"beschadigd|lettertype"):
        open_pdf(handmade(content))


@cache
def _plain() -> bytes:
    """Return the annex with all its objects in plain text, so that damage hits what they say."""
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(sample("annex")[1])) as pdf:
        pdf.save(
            data,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
        )
    return data.getvalue()


def _read(data: bytes) -> ProofResult | None:
    """Return what is said of a file, ``None`` when it cannot be read."""
    try:
        return pdf_access(open_pdf(data), subject(sample("annex")[0]))
    except UnreadableFileError:
        return None


@given(st.data())
def test_no_damage_ends_in_anything_but_a_finding(data: st.DataObject) -> None:
    damaged = bytearray(data.draw(st.sampled_from((_plain(), sample("annex")[1]))))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.sampled_from(b"/<>[]()0 9.-R\x00\xff\n" + bytes(range(65, 91))))
    _read(bytes(damaged))


@given(st.data())
def test_no_missing_part_ends_in_anything_but_a_finding(data: st.DataObject) -> None:
    whole = _plain()
    start = data.draw(st.integers(0, len(whole)))
    gap = data.draw(st.integers(1, 2000))
    filler = b" " * min(gap, len(whole) - start) if data.draw(st.booleans()) else b""
    _read(whole[:start] + filler + whole[start + gap :])


def test_the_whole_file_has_no_findings() -> None:
    result = _read(_plain())
    assert result is not None
    assert result.findings == ()
