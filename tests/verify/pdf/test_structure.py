"""The structure tree as it is read: types, attributes, and kids in order."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pytest

from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.pdf import structure
from pipeline.verify.pdf.reading import open_pdf
from pipeline.verify.pdf.structure import Content, Element, ObjectReference
from tests.verify.pdf.files import elements, handmade, sample


def tree(kids: list[Any], **root: Any) -> Element:
    """Return the structure tree with these elements below its root, as it is read."""

    def finish(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot = pikepdf.Dictionary(
            {"/K": pikepdf.Array(kids), **{f"/{key}": value for key, value in root.items()}}
        )

    read = open_pdf(handmade(b"", finish=finish)).root
    assert read is not None
    return read


def element(tag: str, **entries: Any) -> pikepdf.Dictionary:
    return pikepdf.Dictionary({"/S": pikepdf.Name(f"/{tag}"), **{f"/{k}": v for k, v in entries.items()}})


def only(kid: Any, **root: Any) -> Element:
    (read,) = tree([kid], **root).elements
    return read


def test_a_file_without_tree_has_no_root_and_says_nothing() -> None:
    file = open_pdf(handmade(b"BT /F1 10 Tf (a) Tj ET"))
    assert file.root is None
    assert file.reading.passages == ()


def test_attributes_are_read_from_wherever_they_stand() -> None:
    cell = only(
        element(
            "TD",
            ID=pikepdf.String("cel"),
            Lang=pikepdf.String("fy"),
            Alt=pikepdf.String("alt"),
            ActualText=pikepdf.String("tekst"),
            A=pikepdf.Array(
                [
                    pikepdf.Dictionary(
                        {"/O": pikepdf.Name.Table, "/ColSpan": 2, "/RowSpan": 3, "/Scope": pikepdf.Name.Row}
                    ),
                    0,
                    pikepdf.Dictionary({"/O": pikepdf.Name.Layout, "/BBox": pikepdf.Array([1, 2.5, 3, 4])}),
                ]
            ),
        )
    )
    assert cell == Element(
        "TD", (), id="cel", lang="fy", alt="alt", actual_text="tekst", scope="Row",
        colspan=2, rowspan=3, bbox=(1, 2.5, 3, 4),
    )  # fmt: skip


@pytest.mark.parametrize(("written", "read"), [(0, 1), (-4, 1), (10**9, 1000)])
def test_a_span_that_cannot_be_is_brought_within_bounds(written: int, read: int) -> None:
    attributes = pikepdf.Dictionary({"/O": pikepdf.Name.Table, "/ColSpan": written})
    assert only(element("TD", A=attributes)).colspan == read


def test_kids_keep_their_order_and_their_page() -> None:
    def finish(pdf: pikepdf.Pdf) -> None:
        pdf.add_blank_page()
        first, second = (page.obj for page in pdf.pages)
        link = pdf.make_indirect(pikepdf.Dictionary({"/Subtype": pikepdf.Name.Link}))
        kids = [
            3,
            element("Span", K=4),
            pikepdf.Dictionary({"/Type": pikepdf.Name.MCR, "/Pg": second, "/MCID": 0}),
            pikepdf.Dictionary({"/Type": pikepdf.Name.OBJR, "/Obj": link}),
            pikepdf.Dictionary({"/Type": pikepdf.Name.MCR, "/MCID": 5}),
        ]
        pdf.Root.StructTreeRoot = pikepdf.Dictionary({"/K": element("P", Pg=first, K=pikepdf.Array(kids))})

    root = open_pdf(handmade(b"", finish=finish)).root
    assert root is not None
    (paragraph,) = root.elements
    assert paragraph.page == 1
    first, span, second, link, third = paragraph.kids
    assert (first, second, third) == (Content(1, 3), Content(2, 0), Content(1, 5))
    assert isinstance(span, Element)
    assert span.kids == (Content(1, 4),)
    assert isinstance(link, ObjectReference)
    assert list(root.contents()) == [Content(1, 3), Content(1, 4), Content(2, 0), Content(1, 5)]


def test_elements_are_walked_in_reading_order() -> None:
    root = tree(
        [element("Sect", K=pikepdf.Array([element("H1"), element("P", K=element("Span"))])), element("L")]
    )
    assert [each.tag for each in root.walk()] == ["StructTreeRoot", "Sect", "H1", "P", "Span", "L"]


def test_own_types_are_taken_for_what_they_are_mapped_to() -> None:
    roles = pikepdf.Dictionary({"/Kop": pikepdf.Name("/Titel"), "/Titel": pikepdf.Name.H1})
    assert only(element("Kop"), RoleMap=roles).tag == "H1"


def test_a_type_may_be_mapped_to_itself() -> None:
    assert only(element("P"), RoleMap=pikepdf.Dictionary({"/P": pikepdf.Name.P})).tag == "P"


def test_a_namespace_maps_its_own_types() -> None:
    standard = pikepdf.Dictionary({"/NS": pikepdf.String("http://iso.org/pdf2/ssn")})
    roles = pikepdf.Dictionary({"/Noot": pikepdf.Array([pikepdf.Name.FENote, standard])})
    own = pikepdf.Dictionary({"/NS": pikepdf.String("http://voorbeeld.nl"), "/RoleMapNS": roles})
    assert only(element("Noot", NS=own)).tag == "FENote"


def test_types_that_are_mapped_in_a_circle_are_refused() -> None:
    roles = pikepdf.Dictionary({"/A": pikepdf.Name("/B"), "/B": pikepdf.Name("/A")})
    with pytest.raises(UnreadableFileError, match="kring"):
        tree([element("A")], RoleMap=roles)


def test_an_element_points_to_others_by_their_ids() -> None:
    note = element("FENote", ID=pikepdf.String("noot-1"))
    assert only(element("Span", Ref=pikepdf.Array([note, element("P")]))).refers_to == ("noot-1", "")


def test_a_tree_that_holds_itself_is_refused() -> None:
    def finish(pdf: pikepdf.Pdf) -> None:
        section = pdf.make_indirect(element("Sect"))
        section.K = pikepdf.Array([section])
        pdf.Root.StructTreeRoot = pikepdf.Dictionary({"/K": section})

    with pytest.raises(UnreadableFileError, match="twee keer"):
        open_pdf(handmade(b"", finish=finish))


def test_a_tree_of_endless_depth_is_refused() -> None:
    nested = element("Span")
    for _ in range(200):
        nested = element("Span", K=nested)
    with pytest.raises(UnreadableFileError, match="dieper"):
        tree([nested])


@pytest.mark.parametrize("kind", ["letter", "report", "annex"])
def test_plain_elements_of_our_own_files_are_what_the_long_way_reads(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, data = sample(kind)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [each.unparse(resolved=True) for each in elements(pdf, "P", "Span", "TD", "TR", "LI")]
    assert sum(structure.PLAIN_ELEMENT.fullmatch(text) is not None for text in texts) > len(texts) * 0.8
    short = open_pdf(data).root
    monkeypatch.setattr(structure, "PLAIN_ELEMENT", re.compile(rb"(?!)"))
    assert open_pdf(data).root == short


@pytest.mark.parametrize("kid", [True, False], ids=["kid", "page"])
def test_a_plain_element_with_another_kid_or_without_a_real_page_is_read(*, kid: bool) -> None:
    def finish(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        plain = element("P", K=pikepdf.Array([4]), P=page, Pg=page, Type=pikepdf.Name.StructElem)
        if kid:
            plain.K = pikepdf.Array([4, pdf.make_indirect(element("Span", K=5))])
        else:
            plain.Pg = pdf.make_indirect(pikepdf.Dictionary())
        pdf.Root.StructTreeRoot = pikepdf.Dictionary({"/K": pikepdf.Array([pdf.make_indirect(plain)])})

    root = open_pdf(handmade(b"", finish=finish)).root
    assert root is not None
    (read,) = root.elements
    page = 1 if kid else 0
    below = (Element("Span", (Content(1, 5),), page=1),) if kid else ()
    assert read == Element("P", (Content(page, 4), *below), page=page)


def test_a_plain_element_that_holds_itself_is_refused() -> None:
    def finish(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        plain = pdf.make_indirect(element("P", P=page, Pg=page, Type=pikepdf.Name.StructElem))
        plain.K = pikepdf.Array([plain])
        pdf.Root.StructTreeRoot = pikepdf.Dictionary({"/K": pikepdf.Array([plain])})

    with pytest.raises(UnreadableFileError, match="twee keer"):
        open_pdf(handmade(b"", finish=finish))
