"""Everything that keeps people from reading a Word file is found when it is planted."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pipeline.diagnostics import Code, Location, Source
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.verify.docx.access import docx_access
from pipeline.verify.docx.reading import open_docx
from tests.trees import figure, letter, paragraph, text
from tests.verify.docx.files import DOCUMENT, SAMPLES, SHOWN, members, p, rendered, rewritten, sample, subject

FILE = "content/agenda.yaml"


def found(document: n.Document, data: bytes) -> list[tuple[str, Source | Location]]:
    findings = docx_access(open_docx(data), subject(document, data)).findings
    assert {each.code for each in findings} <= {Code.INACCESSIBLE}
    return [(each.message, each.where) for each in findings]


def messages(kind: str, old: str, new: str, part: str = DOCUMENT) -> list[str]:
    """Return what is found when a piece of a part of a sample is replaced."""
    document, data = sample(kind)
    return [message for message, _ in found(document, rewritten(data, old, new, part))]


def first(pattern: str, kind: str, part: str = DOCUMENT) -> str:
    """Return the first markup in a part that matches."""
    match = re.search(pattern, members(sample(kind)[1])[part].decode())
    assert match, pattern
    return match[0]


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_rendered_file_is_accessible(kind: str) -> None:
    document, data = sample(kind)
    result = docx_access(open_docx(data), subject(document, data))
    assert result.findings == ()
    assert (result.proof, result.format, result.done) == ("accessibility", "docx", True)


def test_figures_say_what_was_looked_at() -> None:
    document, data = sample("report")
    figures = docx_access(open_docx(data), subject(document, data)).figures
    assert figures["koppen"] == 8
    assert figures["tabellen"] == 4
    assert figures["kleinste contrast"] == 5.5


# --- language and title -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "part", "where"),
    [
        ('w:lang w:val="nl-NL"', "word/styles.xml", "de stijlen noemen"),
        ('w:themeFontLang w:val="nl-NL"', "word/settings.xml", "de instellingen noemen"),
        ("<dc:language>nl-NL", "docProps/core.xml", "de eigenschappen noemen"),
    ],
)
def test_a_document_language_that_differs(old: str, part: str, where: str) -> None:
    other = messages("short", old, old.replace("nl-NL", "en-US"), part)
    assert other == [f"De taal van het document is nl-NL, maar {where} “en-US”."]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("dc:title", "titel"),
        ("dc:creator", "auteur"),
        ("cp:lastModifiedBy", "laatste bewerker"),
        ("cp:keywords", "trefwoorden"),
        ("dc:identifier", "kenmerk"),
        ("cp:contentStatus", "status"),
    ],
)
def test_a_property_that_is_not_the_documents_own(key: str, name: str) -> None:
    part = "docProps/core.xml"
    element = first(f"<{key}>[^<]+</{key}>", "short", part)
    (other,) = messages("short", element, f"<{key}>Anders</{key}>", part)
    assert other.startswith(f"Het Word-bestand noemt als {name} “Anders”, het document “")
    (absent,) = messages("short", element, "", part)
    assert absent.startswith(f"Het Word-bestand noemt als {name} “”, het document “")


def test_a_date_that_is_not_the_documents_own() -> None:
    part = "docProps/core.xml"
    element = first("<dcterms:created[^>]*>2026", "short", part)
    (message,) = messages("short", element, element.replace("2026", "2025"), part)
    assert message.startswith("Het Word-bestand heeft als datum “2025")


def test_a_passage_in_another_language_that_is_not_marked() -> None:
    passage = "“a passage in another language”"
    missing = f"{passage} staat niet als taal “en” in het Word-bestand."
    assert messages("letter", '<w:lang w:val="en-GB"/>', "") == [missing]
    other = messages("letter", '<w:lang w:val="en-GB"/>', '<w:lang w:val="fy-NL"/>')
    assert other == [missing, f"{passage} staat als taal “fy” in het Word-bestand."]


def test_a_passage_in_another_language_is_found_at_its_line() -> None:
    source = Source(FILE, ("kansen", 0, "titel"))
    passage = n.Language("fy", (n.Text("it Ryk", source), n.LineBreak(), n.Text("en de regio", source)))
    document = with_body(n.Paragraph((text("Zie "), passage)))
    data = rendered(document)
    assert found(document, data) == []
    ((message, where),) = found(document, rewritten(data, '<w:lang w:val="fy-NL"/>', ""))[:1]
    assert message.startswith("“it Ryk")
    assert where == source


def test_passages_in_one_language_that_touch_may_be_one_in_word() -> None:
    first, second = (n.Language("fy", (n.Text(words),)) for words in ("it Ryk", "en de regio"))
    document = with_body(n.Paragraph((text("Zie "), first, n.Text(" "), second)))
    assert found(document, rendered(document)) == []
    assert found(document, rewritten(rendered(document), '<w:lang w:val="fy-NL"/>', ""))


def with_body(*blocks: n.Block) -> n.Document:
    return number_document(replace(letter(), body=blocks))[0]


# --- pictures ---------------------------------------------------------------------------------------------

ALT = ' descr="Tijdlijn met één mijlpaal in 2027; tabel 1 noemt haar in woorden."'


def test_a_figure_without_alt_text_is_found_at_its_line() -> None:
    source = Source(FILE, ("figuren", 0))
    document = with_body(replace(figure(), source=source))
    data = rendered(document)
    assert found(document, data) == []
    ((message, where),) = found(document, rewritten(data, ALT, ""))
    assert message.endswith("heeft geen tekstalternatief.")
    assert where == source
    ((message, where),) = found(document, rewritten(data, ALT, ' descr="Iets anders"'))
    assert message == "Een figuur heeft in het Word-bestand een ander tekstalternatief: “Iets anders”."
    assert where == source


def test_a_logo_without_alt_text() -> None:
    (message,) = messages("letter", ' descr="Plaats voor het logo van de afzender"', "", "word/header1.xml")
    assert message.endswith("heeft geen tekstalternatief.")


def test_decoration_needs_no_alt_text_until_it_is_no_decoration() -> None:
    (message,) = messages("report", 'adec:decorative val="1"', 'adec:decorative val="0"', "word/header1.xml")
    assert message.endswith("heeft geen tekstalternatief.")


def test_a_figure_that_is_missing() -> None:
    drawing = first("<w:drawing.*?</w:drawing>", "report")
    assert messages("report", drawing, "<w:t>x</w:t>") == [
        "Het Word-bestand heeft 0 figuren in plaats van 1."
    ]


# --- tables -----------------------------------------------------------------------------------------------


def test_a_head_row_that_does_not_repeat() -> None:
    assert messages("letter", "<w:tblHeader/>", "") == [
        "Tabel 1 heeft in het Word-bestand 0 kopregels die herhalen in plaats van 1."
    ]


def test_a_table_without_any_header_cell() -> None:
    document, data = sample("letter")
    bare = rewritten(rewritten(data, "<w:tblHeader/>", ""), 'w:firstColumn="1"', 'w:firstColumn="0"')
    assert [message for message, _ in found(document, bare)] == [
        "Tabel 1 heeft in het Word-bestand 0 kopregels die herhalen in plaats van 1.",
        "Tabel 1 zegt in het Word-bestand niet goed of de eerste kolom kopcellen heeft.",
        "Tabel 1 heeft in het Word-bestand geen kopcellen.",
    ]


def test_a_head_row_below_ordinary_rows() -> None:
    row = "</w:tr><w:tr><w:trPr><w:cantSplit/>"
    assert messages("letter", row + "</w:trPr>", row + "<w:tblHeader/></w:trPr>") == [
        "Tabel 1 heeft in het Word-bestand 2 kopregels die herhalen in plaats van 1."
    ]
    document, data = sample("letter")
    both = rewritten(
        rewritten(data, "<w:tblHeader/>", ""), row + "</w:trPr>", row + "<w:tblHeader/></w:trPr>"
    )
    assert "Tabel 1 heeft in het Word-bestand een kopregel onder gewone regels." in [
        message for message, _ in found(document, both)
    ]


def test_a_description_that_is_gone_is_found_at_the_line_of_the_table() -> None:
    source = Source(FILE, ("tabellen", 0))
    table = next(block for block in letter().body if isinstance(block, n.Table))
    document = with_body(replace(table, source=source))
    data = rendered(document)
    description = re.search("<w:tblDescription [^>]*>", members(data)[DOCUMENT].decode())
    assert description
    assert found(document, rewritten(data, description[0], "")) == [
        ("Tabel 1 heeft in het Word-bestand een andere beschrijving dan in de bron.", source)
    ]


def test_a_table_too_many() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('stil')}</w:tc></w:tr></w:tbl>"
    assert messages("letter", "<w:body>", f"<w:body>{table}") == [
        "Het Word-bestand heeft 2 tabellen in plaats van 1."
    ]


def test_signatures_beside_each_other_are_no_table_of_data() -> None:
    document, data = sample("two signatures")
    assert len(list(open_docx(data).body.iter("{*}tbl"))) == 2
    assert found(document, data) == []


# --- headings, front and blank lines ----------------------------------------------------------------------


@pytest.mark.parametrize("words", ["R&D ‑, dijkgraaf", "een\N{SOFT HYPHEN}lang woord"])
def test_signatures_with_hyphens_of_another_kind_are_no_table_of_data(words: str) -> None:
    signed = n.Signatures((n.Signature((text(words),), (text("[naam]"),)),) * 2)
    document = with_body(paragraph("Tot zover."), signed)
    assert found(document, rendered(document)) == []
    assert found(document, rewritten(rendered(document), "[naam]", "12"))


def test_a_heading_level_that_is_skipped_is_found_at_its_line() -> None:
    source = Source(FILE, ("titel",))
    document = with_body(paragraph("Vooraf."), n.Heading(1, (n.Text("Kop", source),)), paragraph("Woorden."))
    data = rendered(document)
    assert found(document, data) == []
    deeper = rewritten(data, 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Heading3"')
    ((message, where),) = found(document, deeper)
    assert message == "De kop “Kop” is van niveau 3 en volgt op niveau 0."
    # The words are those of the tree, so its line is known although the level is wrong.
    assert where == source


def test_a_level_may_go_up_by_more_than_one() -> None:
    levels = (1, 2, 3, 1)
    document = with_body(*(n.Heading(level, (text(f"Kop {level}"),)) for level in levels), paragraph("Slot."))
    assert found(document, rendered(document)) == []


def test_words_above_the_letter_that_stand_only_in_a_header() -> None:
    document, data = sample("letter")
    line = re.search(
        r"<w:p>(?:(?!</w:p>).)*Onze referentie(?:(?!</w:p>).)*</w:p>", members(data)[DOCUMENT].decode()
    )
    assert line
    ((message, _),) = found(document, rewritten(data, line[0], ""))
    assert message == "“Onze referentie” staat alleen in een kopregel of voetregel van het Word-bestand."


def test_words_above_the_letter_that_are_missing_are_found_at_their_line() -> None:
    document, data = sample("letter")
    subject_line = "Voortgang Strategische Agenda’s regio en Rijk"
    ((message, where),) = found(document, rewritten(data, subject_line, "Voortgang"))
    assert message == f"“{subject_line}” ontbreekt in de tekst van het Word-bestand."
    assert isinstance(where, Source)
    assert where.path == ("betreft",)


def test_empty_paragraphs_as_white_space() -> None:
    end = "<w:sectPr>"
    assert messages("short", end, p(style="Normal") + end) == [
        "Een lege alinea in stijl “Normal” dient als witregel."
    ]
    assert messages("short", end, p(style="WitregelW1") + end) == []
    assert messages("short", end, p(style="WitregelW1") * 2 + end) == [
        "Twee lege alinea’s staan onder elkaar."
    ]


# --- contrast ---------------------------------------------------------------------------------------------


def test_words_that_stand_out_too_little() -> None:
    document, data = sample("short")
    run = '<w:r><w:t xml:space="preserve">Dit is een korte brief'
    grey = run.replace("<w:r>", '<w:r><w:rPr><w:color w:val="999999"/></w:rPr>')
    ((message, where),) = found(document, rewritten(data, run, grey))
    assert message.startswith("“Dit is een korte brief")
    assert message.endswith("staat met #999999 op #ffffff: het contrast is 2,8 en moet minstens 4,5 zijn.")
    assert where == Location(SHOWN)


@pytest.mark.parametrize("place", ["run", "paragraph", "cell"])
def test_words_on_a_ground_that_is_too_dark(place: str) -> None:
    shading = '<w:shd w:val="clear" w:color="auto" w:fill="154273"/>'
    run = {"run": f"<w:r><w:rPr>{shading}</w:rPr><w:t>Donker</w:t></w:r>"}.get(
        place, "<w:r><w:t>Donker</w:t></w:r>"
    )
    inner = {"paragraph": f"<w:pPr>{shading}</w:pPr>"}.get(place, "")
    markup = f"<w:p>{inner}{run}</w:p>"
    if place == "cell":
        markup = f"<w:tbl><w:tr><w:tc><w:tcPr>{shading}</w:tcPr>{markup}</w:tc></w:tr></w:tbl>"
    (message,) = [each for each in messages("short", "<w:body>", f"<w:body>{markup}") if "Donker" in each]
    assert "staat met #000000 op #154273" in message


def test_large_words_may_stand_out_less() -> None:
    look = '<w:color w:val="767676"/><w:sz w:val="{}"/><w:shd w:fill="F3F3F3"/>'
    large = f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>x</w:t></w:r></w:p>"
    assert messages("short", "<w:body>", "<w:body>" + large.format(36)) == []
    assert len(messages("short", "<w:body>", "<w:body>" + large.format(34))) == 1
