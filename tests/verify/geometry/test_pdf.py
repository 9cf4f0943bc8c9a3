"""What is found in a PDF that tokens cannot plant, on pages that are put together by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.diagnostics import Code
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.render.pdf import render_pdf
from pipeline.verify.geometry.pdf import pdf_geometry
from pipeline.verify.geometry.sheets import take_apart
from pipeline.verify.geometry.typography import contrast
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.marks import PageContent, Run, Shape
from pipeline.verify.pdf.reading import open_pdf
from tests.styles import house_style
from tests.trees import LOREM, annex, figure, letter, letterhead, one_page_letter, paragraph, text
from tests.verify.geometry.planted import document, measured_pdf, messages, subject

LONG_WORD = "arbeidsongeschiktheidsverzekeringsmaatschappijenoverleg"


@pytest.fixture(scope="module")
def short_file() -> PdfFile:
    return open_pdf(render_pdf(document("short"), house_style()).data)


def with_first_page(file: PdfFile, page: PageContent) -> PdfFile:
    return replace(file, pages=(page, *file.pages[1:]))


def changed(file: PdfFile, start: str, **changes: object) -> PdfFile:
    """Return a file in which the first run that begins so is another one."""
    page = file.pages[0]
    at = next(index for index, run in enumerate(page.runs) if run.text.startswith(start))
    run = page.runs[at]._replace(**changes)  # type: ignore[arg-type]  # the tests name fields of Run
    return with_first_page(file, replace(page, runs=(*page.runs[:at], run, *page.runs[at + 1 :])))


def found(file: PdfFile) -> list[str]:
    return messages(pdf_geometry(file, subject(document("short"))))


def test_file_as_it_was_made_has_no_findings(short_file: PdfFile) -> None:
    assert found(short_file) == []


@pytest.mark.parametrize(
    ("start", "name"),
    [
        ("> Retouradres", "Het retouradres"),
        ("Aan de Voorzitter", "De adressering"),
        ("Turfmarkt", "De referentiekolom"),
        ("Betreft", "Het vak met datum en betreft"),
        ("Pagina", "Het paginanummer"),
        ("Ministerie", "Het woordmerk"),
    ],
)
def test_block_with_other_words_is_absent(short_file: PdfFile, start: str, name: str) -> None:
    assert f"{name} ontbreekt op bladzijde 1." in found(changed(short_file, start, text="Iets anders"))


def test_absent_block_points_at_the_value_that_should_be_there(short_file: PdfFile) -> None:
    proof = pdf_geometry(changed(short_file, "18 december", text="Iets"), subject(document("short")))
    (finding,) = [each for each in proof.findings if "datum en betreft" in each.message]
    assert finding.code is Code.GEOMETRY
    assert finding.is_fault


def test_page_without_anything_lacks_every_block(short_file: PdfFile) -> None:
    empty = replace(short_file.pages[0], runs=(), shapes=())
    absent = [message for message in found(with_first_page(short_file, empty)) if "ontbreekt" in message]
    assert len(absent) == 7


def test_moved_run_is_found_by_its_words(short_file: PdfFile) -> None:
    (message,) = found(changed(short_file, "> Retouradres", baseline=51.2))
    assert message.startswith("Het retouradres op bladzijde 1 staat 1,0 mm lager dan de huisstijl (48,8 in")


def test_font_of_the_system_is_found(short_file: PdfFile) -> None:
    assert "Op bladzijde 1 staat het lettertype “LiberationSans”, dat niet bij de huisstijl hoort." in found(
        changed(short_file, "Turfmarkt", font="LiberationSans")
    )


def test_wrong_face_is_found(short_file: PdfFile) -> None:
    (message,) = found(changed(short_file, "Onze referentie", font="DejaVu-Sans"))
    assert message == (
        "De referentiekolom heeft op bladzijde 1 gewone letters; de huisstijl vraagt vette letters."
    )


def test_words_that_are_not_strong_in_the_tree_must_not_be_bold() -> None:
    strong = n.Paragraph((n.Strong((text(LOREM),)),))
    file = open_pdf(render_pdf(replace(one_page_letter(), body=(strong,)), house_style()).data)
    plain = replace(one_page_letter(), body=(paragraph(LOREM),))
    assert messages(pdf_geometry(file, subject(plain))) == [
        "De tekst heeft op bladzijde 1 vette letters; de huisstijl vraagt gewone letters."
    ]


def test_wrong_colour_is_found_with_both_colours(short_file: PdfFile) -> None:
    assert "De tekst heeft op bladzijde 1 de kleur #123456 in plaats van #000000." in found(
        changed(short_file, "Dit is", color="#123456")
    )


def test_text_on_a_dark_area_has_too_little_contrast(short_file: PdfFile) -> None:
    page = short_file.pages[0]
    dark = Shape("fill", 0, 110, 210, 50, house_style().colors.lintblauw, None, artifact=True)
    message = found(with_first_page(short_file, replace(page, shapes=(*page.shapes, dark))))[0]
    assert "te weinig contrast: #000000 op #154273 is 2,1 : 1, en 4,5 : 1 is nodig" in message


def test_pattern_in_place_of_a_colour_is_found_and_does_not_stop_the_measuring(short_file: PdfFile) -> None:
    assert "De tekst heeft op bladzijde 1 de kleur van een patroon in plaats van #000000." in found(
        changed(short_file, "Dit is", color="")
    )
    page = short_file.pages[0]
    pattern = Shape("fill", 0, 110, 210, 50, "", None, artifact=True)
    assert found(with_first_page(short_file, replace(page, shapes=(*page.shapes, pattern)))) == []


def test_area_in_another_colour_is_found_unless_it_is_of_a_picture(short_file: PdfFile) -> None:
    page = short_file.pages[0]
    own = Shape("fill", 0, 200, 10, 10, "#abcdef", 7, artifact=False)
    assert found(with_first_page(short_file, replace(page, shapes=(*page.shapes, own)))) == []
    area = replace(own, artifact=True, mcid=None)
    assert found(with_first_page(short_file, replace(page, shapes=(*page.shapes, area)))) == [
        "Op bladzijde 1 staat de kleur #abcdef, die niet bij de huisstijl hoort."
    ]


def test_text_of_pictures_may_be_of_any_size_and_colour() -> None:
    assert messages(measured_pdf(replace(annex(), body=(figure(),)), house_style())) == []


def test_line_above_the_notes_is_missed() -> None:
    tree = document("noted")
    file = open_pdf(render_pdf(tree, house_style()).data)
    others = tuple(shape for shape in file.pages[0].shapes if abs(shape.width - 51) > 0.1)
    assert len(others) < len(file.pages[0].shapes)
    page = replace(file.pages[0], shapes=others)
    assert "De lijn boven de noten ontbreekt op bladzijde 1." in messages(
        pdf_geometry(with_first_page(file, page), subject(tree))
    )


def test_long_subject_moves_the_text_and_is_no_finding() -> None:
    tree = letter(subject="Een onderwerp dat over veel regels loopt " * 8)
    assert messages(measured_pdf(tree, house_style())) == []


def test_logo_is_measured_by_its_text_alternative() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 13 37"><rect width="13" height="37"/></svg>'
    picture = n.Picture(svg, "svg", 13, 37.125)
    front = replace(letterhead(), logo=picture, logo_alt="Logo van de afzender")
    tree = replace(one_page_letter(), front=front)
    assert messages(measured_pdf(tree, house_style())) == []
    other = replace(tree, front=replace(front, logo_alt="Een ander beeld"))
    file = open_pdf(render_pdf(tree, house_style()).data)
    assert messages(pdf_geometry(file, subject(other))) == [
        "De plaats van het logo ontbreekt op bladzijde 1."
    ]


def test_watermark_is_no_text_of_the_document() -> None:
    tree = replace(letter(), watermark="Deze alinea")
    assert messages(measured_pdf(tree, house_style())) == []


def test_same_words_elsewhere_do_not_confuse() -> None:
    body = (
        paragraph("Datum"),
        paragraph("18 december 2026"),
        paragraph("Betreft"),
        paragraph("Turfmarkt 147"),
    )
    tree = replace(one_page_letter(), body=body)
    assert messages(measured_pdf(tree, house_style())) == []


def test_figures_say_how_much_was_measured(short_file: PdfFile) -> None:
    figures = pdf_geometry(short_file, subject(document("short"))).figures
    assert isinstance(figures["maten"], int)
    assert figures["maten"] > 60
    largest = figures["grootste afwijking in mm"]
    assert isinstance(largest, float)
    assert largest < 0.1


def test_run_outside_the_page_does_not_stop_the_measuring(short_file: PdfFile) -> None:
    far = Run("Dit is", -500, 900, 10, 9, "DejaVu-Sans", "#000000", None, artifact=False)
    page = short_file.pages[0]
    assert found(with_first_page(short_file, replace(page, runs=(far, *page.runs)))) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21),
        ("#154273", "#d9ebf7", 8.3),
        ("#007bc7", "#ffffff", 4.51),
        ("#123456", "#123456", 1),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == pytest.approx(expected, abs=0.05)
    assert contrast(first, second) == contrast(second, first)


def measured(made: n.Document) -> list[str]:
    numbered = number_document(made)[0]
    return messages(pdf_geometry(open_pdf(render_pdf(numbered, house_style()).data), subject(numbered)))


def test_an_ellipsis_is_a_word_and_no_row_of_dots() -> None:
    note = n.Footnote((text("naam "), n.Emphasis((text("…"),)), text(" "), n.Strong((text("nr. 12"),))))
    made = number_document(replace(annex(), body=(n.Paragraph((text("Tekst"), note)),)))[0]
    assert measured(made) == []
    sheets = take_apart(open_pdf(render_pdf(made, house_style()).data), subject(made))
    assert sheets.others == ()
    assert any(piece.shown.text.strip() == "…" for line in sheets.lines for piece in line.pieces)


def test_cells_over_pages_end_above_the_notes_of_the_cells_beside_them() -> None:
    noted = n.Paragraph((text(f"Ernaast: {LOREM}"), n.Footnote((text("Een noot."),))))
    cells = (n.Cell((paragraph(LOREM),) * 12), n.Cell((noted,) * 10))
    head = (n.Row((n.Cell((paragraph("Eerst"),)), n.Cell((paragraph("Dan"),)))),)
    assert measured(replace(annex(), body=(n.Table((0.5, 0.5), (n.Row(cells),), head),))) == []


def test_text_that_stands_over_the_notes_is_found() -> None:
    body = (paragraph("Een eerste alinea."), n.Paragraph((text("Tekst"), n.Footnote((text("Een noot."),)))))
    made = number_document(replace(annex(), body=body))[0]
    file = open_pdf(render_pdf(made, house_style()).data)
    note = next(run for run in file.pages[0].runs if "Een noot." in run.text)
    assert messages(pdf_geometry(file, subject(made))) == []
    lower = changed(file, "Een eerste alinea.", baseline=note.baseline)
    assert any(
        each.startswith("De tekst boven de noten op bladzijde 1 eindigt")
        for each in messages(pdf_geometry(lower, subject(made)))
    )


@pytest.mark.parametrize("head", [(), (n.Row((n.Cell((paragraph("Kop"),), "column"),)),)])
def test_a_list_in_a_cell_over_pages_goes_on_below_the_white_of_its_cell(head: tuple[n.Row, ...]) -> None:
    items = n.List("letter", tuple(n.ListItem((paragraph("Punt"),)) for _ in range(90)))
    assert measured(replace(annex(), body=(n.Table((1.0,), (n.Row((n.Cell((items,)),)),), head),))) == []


def test_a_list_that_begins_a_page_too_low_is_found() -> None:
    items = n.List("letter", tuple(n.ListItem((paragraph("Punt"),)) for _ in range(90)))
    made = number_document(replace(annex(), body=(items,)))[0]
    file = open_pdf(render_pdf(made, house_style()).data)
    first, second, *others = file.pages
    lower = replace(second, runs=tuple(run._replace(baseline=run.baseline + 3) for run in second.runs))
    found = messages(pdf_geometry(replace(file, pages=(first, lower, *others)), subject(made)))
    assert any("De eerste regel van de tekst op bladzijde 2 staat 3,0 mm lager" in each for each in found)


def test_text_that_runs_into_the_next_cell_is_found() -> None:
    cells = (n.Cell((paragraph("Eerst"),), colspan=2), n.Cell((paragraph("Dan"),)))
    table = n.Table((0.2, 0.3, 0.5), (n.Row(cells),), (n.Row(cells),))
    made = number_document(replace(annex(), body=(table,)))[0]
    file = open_pdf(render_pdf(made, house_style()).data)
    style = house_style()
    cell = (style.page.width - style.report.margins.left - style.report.margins.right) / 2
    fits, sticks_out = (changed(file, "Eerst", width=cell + more) for more in (-3.0, 3.0))
    assert messages(pdf_geometry(fits, subject(made))) == []
    (message,) = messages(pdf_geometry(sticks_out, subject(made)))
    assert message.startswith("De tekst van een tabel op bladzijde 1 eindigt")


@pytest.mark.parametrize("words", ["…", "2027", "Kansen " * 9, f"a/b {LONG_WORD} R&D"])
def test_a_line_of_the_contents_without_room_for_dots_ends_in_no_word(words: str) -> None:
    heading = n.Heading(1, (text(words.strip()),), "kop", numbering="decimal")
    assert measured(replace(annex(), body=(n.TableOfContents((text("Inhoud"),)), heading))) == []


def test_a_label_of_two_lines_has_its_value_beside_the_first() -> None:
    fields = (
        n.HeadField("Postbus 20011", (text("18 december 2026"),)),
        n.HeadField("Betreft", (text("Alles"),)),
    )
    assert measured(replace(letter(), front=replace(letterhead(), fields=fields))) == []


@pytest.mark.parametrize("label", ["Regio", LONG_WORD])
def test_a_long_word_in_a_list_of_terms_leaves_the_columns_where_they_are(label: str) -> None:
    pairs = tuple(n.Definition((text(term),), (paragraph(f"({LONG_WORD})"),)) for term in ("Titel", label))
    assert measured(replace(annex(), body=(n.DefinitionList(pairs),))) == []


def test_a_long_word_in_a_signature_is_broken_before_the_margin() -> None:
    capacity = (text(LONG_WORD),)
    signed = n.Signatures((n.Signature(capacity, (text("[naam]"),)),) * 2)
    assert measured(replace(annex(), body=(paragraph(LOREM), signed))) == []
