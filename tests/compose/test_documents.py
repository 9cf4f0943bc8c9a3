"""From a project to trees: what the documents say when the content changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.compose.documents import Composed, compose
from pipeline.compose.folders import TemplateFolders
from pipeline.content.documents import requested_documents
from pipeline.content.project import read_project
from pipeline.diagnostics import Source
from pipeline.document.nodes import Document, Figure, Heading, Letterhead, Paragraph, Table, Text
from pipeline.document.text import plain_text
from pipeline.document.walk import document_inlines, front_inlines, iter_blocks
from tests import projects as p
from tests.styles import ROOT, house_style


def composed(root: Path) -> dict[str, Composed]:
    project, findings = read_project(root)
    assert findings == ()
    folders = TemplateFolders(None, ROOT / "templates")
    style = house_style()
    return {request.id: compose(request, project, style, folders) for request in requested_documents(project)}


def documents(root: Path) -> dict[str, Document]:
    made = composed(root)
    assert {name: one.diagnostics for name, one in made.items() if one.diagnostics} == {}
    return {name: one.document for name, one in made.items() if one.document}


def words(document: Document) -> str:
    texts = (node.text for node in document_inlines(document) if isinstance(node, Text))
    return " ".join(texts).replace("\N{NO-BREAK SPACE}", " ")


def lines(document: Document) -> list[str]:
    blocks = iter_blocks(document.body)
    return [plain_text(block.children) for block in blocks if isinstance(block, Paragraph)]


def chapters(document: Document) -> list[str]:
    blocks = iter_blocks(document.body)
    return [plain_text(block.children) for block in blocks if isinstance(block, Heading) and block.level == 1]


RUNNING = """\
trajecten:
  - traject: novex-nsp
    relatie: aansluiten
    toelichting: De agenda bouwt hierop voort.
"""
LETTER = "brief/2026-12-voortgang"
AGENDA = "agenda/zeeland"
BEGINNING = "agenda/rivierenland"


def test_the_minimal_project_gives_its_documents(tmp_path: Path) -> None:
    assert set(documents(p.write_project(tmp_path))) >= {LETTER, AGENDA, BEGINNING}


def test_both_chambers_get_a_letter_of_their_own_that_names_the_other(tmp_path: Path) -> None:
    both = p.edit(
        p.BRIEF, "  - kamer: tweede\n", "  - kamer: tweede\n  - kamer: eerste\n    kenmerk: 2026-EK\n"
    )
    made = documents(p.write_project(tmp_path, both))
    second, first = made[f"{LETTER}-tweede-kamer"], made[f"{LETTER}-eerste-kamer"]
    assert "heb ik gezonden aan de Voorzitter van de Eerste Kamer" in words(second)
    assert "heb ik gezonden aan de Voorzitter van de Tweede Kamer" in words(first)
    assert isinstance(first.front, Letterhead)
    assert "Postbus 20017" in [plain_text(line) for line in first.front.addressee]
    assert first.metadata.identifier == "2026-EK"


def test_a_draft_has_a_watermark_and_an_example_its_notice(tmp_path: Path) -> None:
    made = documents(p.write_project(tmp_path))
    statuses = {name: document.metadata.status for name, document in made.items()}
    assert set(statuses.values()) >= {"concept", "vastgesteld"}
    for name, status in statuses.items():
        assert made[name].watermark == ("CONCEPT" if status == "concept" else "")
    assert {document.notice for document in made.values()} == {"Voorbeeld, geen officiële uitgave"}


def test_without_example_there_is_no_notice(tmp_path: Path) -> None:
    made = documents(p.write_project(tmp_path, p.edit(p.PROGRAMMA, "voorbeeld: ja", "voorbeeld: nee")))
    assert {document.notice for document in made.values()} == {""}


def test_internal_notes_are_never_printed(tmp_path: Path) -> None:
    note = "interne_notitie: GEHEIM"
    root = p.write_project(
        tmp_path,
        p.edit(p.PROGRAMMA, "schemaversie: 1\n", f"schemaversie: 1\n{note}\n"),
        p.edit(p.AGENDA, "  - id: k-haven\n", f"  - id: k-haven\n    {note}\n"),
        p.edit(p.REGIO, "schemaversie: 1\n", f"schemaversie: 1\n{note}\n"),
        p.edit(p.BRIEF, "schemaversie: 1\n", f"schemaversie: 1\n{note}\n"),
    )
    assert all("GEHEIM" not in words(document) for document in documents(root).values())


def test_an_early_phase_has_no_chapters_that_it_cannot_fill(tmp_path: Path) -> None:
    made = documents(p.write_project(tmp_path))
    assert "Afspraken: inzet van regio en Rijk" in chapters(made[AGENDA])
    assert "Afspraken: inzet van regio en Rijk" not in chapters(made[BEGINNING])
    assert "Vaststelling en ondertekening" not in chapters(made[BEGINNING])


def test_an_empty_list_that_must_be_answered_gives_a_sentence(tmp_path: Path) -> None:
    root = p.write_project(
        tmp_path,
        p.edit(
            p.REGIO,
            RUNNING,
            "",
        ),
        p.edit(
            p.AGENDA, "    bedrag: 4 miljoen\n    trajecten:\n      - novex-nsp\n", "    bedrag: 4 miljoen\n"
        ),
        p.edit(p.AGENDA, "    status: gestart\n    trajecten:\n      - novex-nsp\n", "    status: gestart\n"),
    )
    assert "Er lopen in deze regio geen andere trajecten met het Rijk." in words(documents(root)[AGENDA])


def test_an_unknown_figure_prints_onbekend(tmp_path: Path) -> None:
    root = p.write_project(tmp_path, p.edit(p.REGIO, "    waarde: '391.657'\n", ""))
    tables = [block for block in iter_blocks(documents(root)[AGENDA].body) if isinstance(block, Table)]
    figures = next(table for table in tables if table.id == "kerncijfers")
    blocks = [block for cell in figures.body[0].cells for block in cell.blocks]
    assert "onbekend" in [plain_text(block.children) for block in blocks if isinstance(block, Paragraph)]


def test_the_planning_is_drawn_and_told(tmp_path: Path) -> None:
    body = documents(p.write_project(tmp_path))[AGENDA].body
    figure = next(block for block in iter_blocks(body) if isinstance(block, Figure))
    assert figure.picture.format == "svg"
    assert "mijlpalen" in figure.alt
    assert any(isinstance(block, Table) and block.id == "mijlpalen" for block in iter_blocks(body))


def test_words_of_the_writer_know_their_place_and_words_of_the_template_have_none(tmp_path: Path) -> None:
    document = documents(p.write_project(tmp_path))[AGENDA]
    texts = {node.text: node.source for node in document_inlines(document) if isinstance(node, Text)}
    assert texts["Samen kan het sneller."] == Source(p.AGENDA, ("kansen", 0, "meerwaarde"))
    assert texts["Regionaal belang"] is None


def test_the_title_of_a_letter_is_written_as_in_a_sentence(tmp_path: Path) -> None:
    title = documents(p.write_project(tmp_path))[LETTER].metadata.title
    assert title.startswith("Kamerbrief over ")
    assert title[len("Kamerbrief over ")].islower()


def test_return_address_and_fields_stand_in_the_letterhead(tmp_path: Path) -> None:
    front = documents(p.write_project(tmp_path))[LETTER].front
    assert isinstance(front, Letterhead)
    shown = [plain_text(run).replace("\N{NO-BREAK SPACE}", " ") for run in front_inlines(front)]
    assert shown[0] == "> Retouradres Postbus 20011 2500 EA Den Haag"
    assert [field.label for field in front.fields] == ["Datum", "Betreft"]


def test_a_broken_file_gives_no_document_and_no_second_finding(tmp_path: Path) -> None:
    project, findings = read_project(p.write_project(tmp_path, p.spoil(p.AGENDA)))
    assert findings
    request = next(each for each in requested_documents(project) if each.id == AGENDA)
    made = compose(request, project, house_style(), TemplateFolders(None, ROOT / "templates"))
    assert made == Composed(None)


def test_a_subject_that_begins_with_a_region_keeps_its_capital(tmp_path: Path) -> None:
    betreft = p.edit(p.BRIEF, "betreft: Voortgang", "betreft: Zeeland en de voortgang van")
    title = documents(p.write_project(tmp_path, betreft))[LETTER].metadata.title
    assert title.startswith("Kamerbrief over Zeeland en ")


@pytest.mark.parametrize(
    ("movers", "cosigned", "printed"),
    [
        (["A"], "geen", "Motie van het lid A over de regio"),
        (["A"], "cs", "Motie van het lid A c.s. over de regio"),
        (["A", "B"], "geen", "Motie van de leden A en B over de regio"),
        (["A", "B"], "cs", "Motie van het lid A en B c.s. over de regio"),
    ],
)
def test_a_motion_has_the_name_that_parliament_gives_it(
    movers: list[str], cosigned: str, printed: str, tmp_path: Path
) -> None:
    listed = "".join(f"      - {name}\n" for name in movers)
    motion = p.edit(
        p.MOTIES,
        "      - Wuite\n    medeondertekend: cs\n",
        f"{listed}    medeondertekend: {cosigned}\n",
    )
    assert printed in lines(documents(p.write_project(tmp_path, motion))[LETTER])


def test_the_name_of_a_ministry_begins_with_a_capital_where_it_begins_a_line(tmp_path: Path) -> None:
    agenda = documents(p.write_project(tmp_path))[AGENDA]
    lines = [plain_text(block.children) for block in iter_blocks(agenda.body) if isinstance(block, Paragraph)]
    assert "Ministerie van Infrastructuur en Waterstaat" in lines
    assert not [line for line in lines if line.startswith("ministerie")]


def test_a_text_that_follows_the_title_of_a_kans_can_begin_with_a_heading(tmp_path: Path) -> None:
    edit = p.edit(
        p.AGENDA, "    regionaal_belang: Werk", "    waarom_nu: '# Het moment'\n    regionaal_belang: Werk"
    )
    agenda = documents(p.write_project(tmp_path, edit))["agenda/zeeland"]
    headings = {
        plain_text(block.children): block.level
        for block in iter_blocks(agenda.body)
        if isinstance(block, Heading)
    }
    assert headings["Het moment"] == 3
