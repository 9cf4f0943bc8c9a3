"""What keeps people from reading a PDF is found when it is planted, and not found in our own files."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, get_args

import pikepdf
import pytest

from pipeline.diagnostics import Code, Location, Source
from pipeline.document import nodes as n
from pipeline.document.pdf_standard import PdfStandard
from pipeline.render.pdf import render_pdf
from pipeline.verify.pdf.access import pdf_access
from pipeline.verify.pdf.reading import open_pdf
from tests.styles import house_style
from tests.verify.pdf.files import (
    SHOWN,
    changed,
    elements,
    handmade,
    instructions_changed,
    messages,
    sample,
    subject,
)

STANDARDS = get_args(PdfStandard)


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("kind", ["letter", "report", "annex"])
def test_our_own_files_have_no_findings(kind: str, standard: PdfStandard) -> None:
    document, data = sample(kind, standard)
    result = pdf_access(open_pdf(data), subject(document, standard))
    assert result.findings == ()
    assert (result.proof, result.format, result.done) == ("accessibility", "pdf", True)


def test_figures_say_how_much_was_looked_at() -> None:
    document, data = sample("report")
    figures = pdf_access(open_pdf(data), subject(document)).figures
    assert (figures["koppen"], figures["noten"], figures["afbeeldingen"], figures["tabellen"]) == (9, 3, 1, 3)
    assert figures["kleinste contrast"] == 5.5
    assert int(figures["teksten met contrast"]) > 100


def test_a_file_without_structure_is_told_once() -> None:
    def untagged(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    assert messages("report", untagged) == [
        "De PDF heeft geen structuur: hulpsoftware kan haar niet in volgorde voorlezen."
    ]


def test_a_finding_is_a_fault_at_the_words_that_it_is_about() -> None:
    document, data = sample("report")

    def renamed(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Outlines.First.Title = pikepdf.String("Anders")

    (finding,) = pdf_access(open_pdf(changed(data, renamed)), subject(document)).findings
    assert (finding.code, finding.is_fault) == (Code.INACCESSIBLE, True)
    assert finding.where == Location(SHOWN)
    colophon = Source("content/voorbeeld.yaml", ("colofon",))
    sourced = replace(document, body=(n.Heading(1, (n.Text("Colofon", colophon),)), *document.body[1:]))
    (finding,) = pdf_access(open_pdf(changed(data, renamed)), subject(sourced)).findings
    assert finding.where == colophon


# --- notes ---


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_note_away_from_its_call_is_found(standard: PdfStandard) -> None:
    def moved(pdf: pikepdf.Pdf) -> None:
        note = elements(pdf, "Note", "FENote")[0]
        paragraph = note.P
        kids = list(paragraph.K)
        paragraph.K = pikepdf.Array([kids[-1], *kids[:-1]])

    assert messages("report", moved, standard) == [
        "Noot 1 staat in de structuur van de PDF niet direct achter haar nootcijfer."
    ]


@pytest.mark.parametrize("how", ["gone", "twice"])
def test_a_note_without_an_id_of_its_own_is_found(how: str) -> None:
    def changes(pdf: pikepdf.Pdf) -> None:
        first, second, _ = elements(pdf, "Note")
        if how == "gone":
            del first.ID
        else:
            first.ID = second.ID

    wanted = ["Noot 1 heeft in de structuur van de PDF geen eigen kenmerk."]
    if how == "twice":
        wanted.append("Noot 2 heeft in de structuur van de PDF geen eigen kenmerk.")
    assert messages("report", changes) == wanted


def test_a_note_on_another_page_than_its_call_is_found() -> None:
    def elsewhere(pdf: pikepdf.Pdf) -> None:
        first, second, _ = elements(pdf, "Note")
        first.K[-1], second.K[-1] = second.K[-1], first.K[-1]

    assert [each for each in messages("report", elsewhere) if "bladzijde van haar nootcijfer" in each] == [
        "Noot 1 staat in de PDF niet op de bladzijde van haar nootcijfer.",
        "Noot 2 staat in de PDF niet op de bladzijde van haar nootcijfer.",
    ]


def test_notes_out_of_order_are_found() -> None:
    def swapped(pdf: pikepdf.Pdf) -> None:
        first, second, _ = elements(pdf, "Note")
        one, other = first.P, second.P
        one.K, other.K = other.K, one.K

    assert "De noten staan in de structuur van de PDF niet op volgorde van hun nummers." in messages(
        "report", swapped
    )


# --- figures ---


def test_a_figure_without_alternative_is_found() -> None:
    def silent(pdf: pikepdf.Pdf) -> None:
        elements(pdf, "Figure")[0].Alt = pikepdf.String("  ")

    assert messages("report", silent) == ["De figuur op bladzijde 6 heeft in de PDF geen tekstalternatief."]


def test_a_figure_that_says_not_where_it_is_is_found() -> None:
    def placeless(pdf: pikepdf.Pdf) -> None:
        del elements(pdf, "Figure")[0].A

    assert messages("report", placeless) == ["Van de figuur op bladzijde 6 zegt de PDF niet waar zij staat."]


ELSEWHERE = "De figuur op bladzijde 6 staat volgens de structuur van de PDF op een andere plaats."


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize(
    ("moves", "found"),
    [
        ((0, 0, 0, 0), False),
        ((2, 2, 2, 2), False),
        ((0, 30, 0, 30), True),
        ((-8, 0, 0, 0), True),
        ((0, 0, 0, -8), True),
        ((300, 0, 300, 0), True),
    ],
)
def test_a_figure_must_be_where_the_structure_says(
    moves: tuple[int, ...], found: bool, standard: PdfStandard
) -> None:
    """Points: 2 is 0.7 mm, within the tolerance; 8 is not."""

    def moved(pdf: pikepdf.Pdf) -> None:
        attributes = elements(pdf, "Figure")[0].A
        sides = [float(side) for side in attributes.BBox]
        attributes.BBox = pikepdf.Array([side + move for side, move in zip(sides, moves, strict=True)])

    document, data = sample("report", standard)
    result = pdf_access(open_pdf(changed(data, moved)), subject(document, standard))
    assert [each.message for each in result.findings] == ([ELSEWHERE] if found else [])


@pytest.mark.parametrize(("shift", "found"), [(0, False), (2, False), (5, True)])
def test_a_picture_of_pixels_must_fill_its_place(shift: float, found: bool) -> None:
    def finish(pdf: pikepdf.Pdf) -> None:
        image = pdf.make_stream(b"\x00")
        image.Subtype = pikepdf.Name.Image
        page = pdf.pages[0].obj
        page.Resources.XObject = pikepdf.Dictionary({"/X": image})
        box = pikepdf.Array([10 + shift, 700, 70 + shift, 740])
        figure = {
            "/S": pikepdf.Name.Figure,
            "/Alt": pikepdf.String("Foto"),
            "/Pg": page,
            "/K": 0,
            "/A": pikepdf.Dictionary({"/O": pikepdf.Name.Layout, "/BBox": box}),
        }
        pdf.Root.StructTreeRoot = pikepdf.Dictionary({"/K": pikepdf.Dictionary(figure)})

    content = b"/Figure <</MCID 0>> BDC q 60 0 0 40 10 700 cm /X Do Q EMC"
    result = pdf_access(open_pdf(handmade(content, finish=finish)), subject(sample("annex")[0]))
    assert any("andere plaats" in each.message for each in result.findings) is found


PAINTED = [
    '<linearGradient id="a"><stop stop-color="navy"/><stop offset="1" stop-color="#fff"/></linearGradient>',
    '<pattern id="a" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0h2v2"/></pattern>',
]


@pytest.mark.parametrize("paint", PAINTED)
@pytest.mark.parametrize(("move", "found"), [(0, False), (30, True)])
def test_a_drawing_of_one_shape_with_a_pattern_may_leave_room_around_it(
    paint: str, move: float, found: bool
) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 20" width="120mm" height="20mm">'
        f'{paint}<rect width="60" height="10" fill="url(#a)"/></svg>'
    )
    figure = n.Figure(
        n.Picture(svg.encode(), "svg", 120, 20), "Vlak.", n.Caption((n.Text("Vlak"),)), id="vlak"
    )
    document = replace(sample("annex")[0], body=(figure,))

    def moved(pdf: pikepdf.Pdf) -> None:
        attributes = elements(pdf, "Figure")[0].A
        attributes.BBox = pikepdf.Array([float(side) + move for side in attributes.BBox])

    data = changed(render_pdf(document, house_style()).data, moved)
    result = pdf_access(open_pdf(data), subject(document))
    assert any("andere plaats" in each.message for each in result.findings) is found


# --- tables and lists ---


def test_a_header_cell_without_scope_is_found() -> None:
    def scopeless(pdf: pikepdf.Pdf) -> None:
        del elements(pdf, "TH")[0].A

    (message,) = messages("report", scopeless)
    assert re.fullmatch(
        "De kopcel “.+” zegt in de PDF niet of zij bij een rij of bij een kolom hoort.", message
    )


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("Table", "De structuur van de PDF heeft 4 tabellen in plaats van 3."),
        ("L", "De structuur van de PDF heeft 8 lijsten in plaats van 7."),
    ],
)
def test_what_is_divided_in_two_is_found(tag: str, said: str) -> None:
    def divided(pdf: pikepdf.Pdf) -> None:
        whole = elements(pdf, tag)[0]
        rest = pdf.make_indirect(
            pikepdf.Dictionary({"/S": whole.S, "/P": whole.P, "/K": pikepdf.Array([whole.K[-1]])})
        )
        del whole.K[-1]
        place = [kid.objgen for kid in whole.P.K].index(whole.objgen)
        whole.P.K.insert(place + 1, rest)

    assert messages("report", divided) == [said]


# --- headings and bookmarks ---


def test_a_heading_that_skips_a_level_is_found() -> None:
    def deeper(pdf: pikepdf.Pdf) -> None:
        for heading in elements(pdf, "H2"):
            heading.S = pikepdf.Name.H3

    assert messages("report", deeper)[0] == (
        "De kop “1.1 Een kans” is in de PDF van niveau 3, terwijl hooguit niveau 2 aan de beurt is."
    )


def test_a_heading_without_words_is_found() -> None:
    def emptied(pdf: pikepdf.Pdf) -> None:
        heading = elements(pdf, "H1")[0]
        kids = heading.P.K
        kids.insert(0, pdf.make_indirect(pikepdf.Dictionary({"/S": pikepdf.Name.H1, "/Pg": heading.Pg})))

    assert messages("report", emptied) == ["Op bladzijde 2 van de PDF staat een kop zonder woorden."]


def outline_line(pdf: pikepdf.Pdf, place: int) -> Any:
    line: Any = pdf.Root.Outlines.First
    for _ in range(place):
        line = line.Next
    return line


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_bookmark_with_other_words_is_found(standard: PdfStandard) -> None:
    def renamed(pdf: pikepdf.Pdf) -> None:
        outline_line(pdf, 2).Title = pikepdf.String("1 Hoofdstuk over iets anders")

    assert messages("report", renamed, standard) == [
        "De bladwijzer “1 Hoofdstuk over iets anders” van de PDF staat waar die van de kop "
        "“1 Hoofdstuk over onderwerp 1” hoort."
    ]


def test_a_bookmark_of_another_level_is_found() -> None:
    def lifted(pdf: pikepdf.Pdf) -> None:
        chapter = outline_line(pdf, 2)
        child = chapter.First
        child.Next, chapter.Next = chapter.Next, child
        del chapter.First

    assert messages("report", lifted) == [
        "De bladwijzer “1.1 Een kans” is van niveau 1, de kop van niveau 2."
    ]


def test_a_bookmark_to_another_page_is_found() -> None:
    def redirected(pdf: pikepdf.Pdf) -> None:
        outline_line(pdf, 1).Dest[0] = pdf.pages[0].obj

    assert messages("report", redirected) == [
        "De bladwijzer “Inhoud” gaat naar bladzijde 1, de kop staat op 3."
    ]


def test_a_heading_without_bookmark_is_found() -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        last = outline_line(pdf, 4)
        del last.Next

    (message,) = messages("report", cut)
    assert message.endswith("heeft in de PDF geen bladwijzer.")


def test_a_bookmark_without_heading_is_found() -> None:
    def added(pdf: pikepdf.Pdf) -> None:
        last = outline_line(pdf, 5)
        last.Next = pdf.make_indirect(pikepdf.Dictionary({"/Title": pikepdf.String("Over")}))

    assert messages("report", added) == ["De bladwijzer “Over” van de PDF hoort niet bij een kop."]


# --- links and stray content ---


def test_a_link_without_words_is_found() -> None:
    def mute(pdf: pikepdf.Pdf) -> None:
        link = elements(pdf, "Link")[-1]
        for kid in link.K:
            if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
                kid.Obj.Contents = pikepdf.String("")
        link.K = pikepdf.Array(
            [kid for kid in link.K if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid]
        )

    assert any("heeft geen woorden" in each for each in messages("report", mute))


def test_links_that_lead_nowhere_are_found() -> None:
    def gone(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.Names.Dests

    found = [message for message in messages("report", gone) if "leidt nergens heen" in message]
    assert len(found) > 5


def test_a_link_outside_the_structure_is_found() -> None:
    def loose(pdf: pikepdf.Pdf) -> None:
        link = elements(pdf, "Link")[-1]
        link.K = pikepdf.Array(
            [kid for kid in link.K if not (isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid)]
        )

    (message,) = messages("report", loose)
    assert re.match(r"Een link op bladzijde \d staat niet in de structuur van de PDF", message)


def test_text_that_is_neither_tagged_nor_furniture_is_found() -> None:
    def untagged(pdf: pikepdf.Pdf) -> None:
        instructions_changed(
            pdf, 2, lambda content: content.replace(b"/Span << /MCID 0 >> BDC", b"/Span BMC", 1)
        )

    assert "Op bladzijde 2 van de PDF staat tekst buiten de structuur: “Colofon”." in messages(
        "report", untagged
    )


def test_text_that_the_structure_does_not_hold_is_found() -> None:
    def forgotten(pdf: pikepdf.Pdf) -> None:
        paragraph = elements(pdf, "P")[-1]
        paragraph.K = pikepdf.Array()

    (message,) = messages("report", forgotten)
    assert "staat tekst buiten de structuur" in message


def test_a_drawing_that_is_neither_tagged_nor_furniture_is_found() -> None:
    def drawn(pdf: pikepdf.Pdf) -> None:
        instructions_changed(pdf, 2, lambda content: content + b"\n0 0 10 10 re f")

    assert messages("report", drawn) == ["Op bladzijde 2 van de PDF staat een tekening buiten de structuur."]


# --- broken words ---


def hyphenated(words: str, shown: str) -> list[str]:
    """Return what is said of an annex with a paragraph, on the line ends that its file has."""
    document = replace(sample("annex")[0], body=(n.Paragraph((n.Text(words),)),))
    shown_document = replace(document, body=(n.Paragraph((n.Text(shown),)),))
    data = render_pdf(shown_document, house_style()).data
    return [each.message for each in pdf_access(open_pdf(data), subject(document)).findings]


LONG = "Deze zin is zo lang dat hij niet op één regel past, want "


def test_a_hyphen_at_a_line_end_that_nobody_typed_is_found() -> None:
    broken = LONG + "samenwerkings\N{HYPHEN}overeenkomstendocument achteraan."
    assert hyphenated(broken.replace("\N{HYPHEN}", ""), broken) == [
        "“samenwerkings\N{HYPHEN}” en “overeenkomstendocument” zijn in de PDF twee woorden, "
        "doordat het woord is afgebroken."
    ]


def test_a_hyphen_at_a_line_end_that_was_typed_is_no_finding() -> None:
    typed = LONG + "samenwerkings\N{HYPHEN}overeenkomstendocument achteraan."
    assert hyphenated(typed, typed) == []
