"""Every fault that the Open XML SDK does not see is found when it is planted."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from pipeline.diagnostics import Code, Location
from pipeline.verify.docx.reading import open_docx
from pipeline.verify.docx.soundness import docx_soundness
from tests.verify.docx.files import (
    DOCUMENT,
    SAMPLES,
    SHOWN,
    by_hand,
    contents_by_hand,
    members,
    p,
    r,
    rewritten,
    sample,
    style,
    subject,
    zipped,
)

RELATIONS = "word/_rels/document.xml.rels"


def faults(data: bytes) -> list[str]:
    """Return what is found wrong with a file, without the begin of the sentences."""
    result = docx_soundness(open_docx(data), subject(sample("short")[0], data))
    assert {each.code for each in result.findings} <= {Code.STANDARD}
    assert {each.where for each in result.findings} <= {Location(SHOWN)}
    return [each.message.removeprefix("Het Word-bestand klopt niet: ") for each in result.findings]


def planted(kind: str, old: str, new: str, part: str = DOCUMENT) -> list[str]:
    return faults(rewritten(sample(kind)[1], old, new, part))


def written_by_hand(body: str, **parts: str) -> list[str]:
    return faults(zipped(contents_by_hand(body, links=None, **parts)))


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_rendered_file_is_sound(kind: str) -> None:
    document, data = sample(kind)
    result = docx_soundness(open_docx(data), subject(document, data))
    assert result.findings == ()
    assert (result.proof, result.format, result.done) == ("standards", "docx", True)
    assert result.figures["onderdelen"] == len(members(data))


# --- links and bookmarks ----------------------------------------------------------------------------------


def test_a_link_to_a_bookmark_that_does_not_exist() -> None:
    found = planted("letter", 'w:anchor="middelen"', 'w:anchor="weg"')
    assert found == ["een link verwijst naar de bladwijzer “weg”, die niet bestaat."]


@pytest.mark.parametrize(
    "code", [" PAGEREF weg \\h ", " REF weg ", ' HYPERLINK \\l "weg" ', " NOTEREF weg \\h"]
)
def test_a_field_to_a_bookmark_that_does_not_exist(code: str) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert written_by_hand(p(field)) == ["een veld verwijst naar de bladwijzer “weg”, die niet bestaat."]
    assert written_by_hand(p(f"<w:fldSimple w:instr='{code}'/>")) == [
        "een veld verwijst naar de bladwijzer “weg”, die niet bestaat."
    ]
    assert (
        written_by_hand(
            '<w:p><w:bookmarkStart w:id="0" w:name="Weg"/><w:bookmarkEnd w:id="0"/></w:p>' + p(field)
        )
        == []
    )


def test_fields_that_point_to_no_bookmark_are_left_alone() -> None:
    codes = ("PAGE", "NUMPAGES", 'TOC \\o "1-2" \\h', 'HYPERLINK "https://voorbeeld.nl"', "REFERENTIE x")
    assert written_by_hand(p(*(f"<w:fldSimple w:instr='{code}'/>" for code in codes))) == []


def test_two_bookmarks_of_one_name_or_number() -> None:
    def bookmark(number: int, named: str) -> str:
        return f'<w:bookmarkStart w:id="{number}" w:name="{named}"/><w:bookmarkEnd w:id="{number}"/>'

    assert written_by_hand(p(bookmark(1, "kop"), bookmark(2, "Kop"))) == [
        "de bladwijzer “kop” komt twee keer voor."
    ]
    assert written_by_hand(p(bookmark(1, "een"), bookmark(1, "twee"))) == [
        "twee bladwijzers hebben hetzelfde nummer 1."
    ]


def test_a_bookmark_without_end() -> None:
    data = sample("letter")[1]
    end = re.search('<w:bookmarkEnd w:id="0"/>', members(data)[DOCUMENT].decode())
    assert end
    assert faults(rewritten(data, end[0], "")) == ["bladwijzer 0 heeft geen begin of geen einde."]


def test_a_link_without_words() -> None:
    link = '<w:hyperlink w:anchor="_top">{}</w:hyperlink>'
    assert written_by_hand(p(link.format(""))) == ["een link heeft geen woorden."]
    assert written_by_hand(p(link.format(r("  ")))) == ["een link heeft geen woorden."]
    assert written_by_hand(p(link.format(r("boven")))) == []


# --- fields -----------------------------------------------------------------------------------------------


def test_a_field_that_lacks_a_mark() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    assert planted("letter", begin, "", "word/footer1.xml") == [
        "een veldcode staat buiten een veld.",
        "een veld heeft “separate” zonder begin.",
        "een veld heeft “end” zonder begin.",
    ]
    assert planted("letter", end, "", "word/footer1.xml") == ["het veld “PAGE” wordt niet gesloten."]
    # A field without a result is whole, but shows nothing: parity finds the words that are missing.
    assert planted("letter", separate, "", "word/footer1.xml") == []


def test_a_field_that_lies_over_the_end_of_its_text() -> None:
    begin, end = ('<w:r><w:fldChar w:fldCharType="' + kind + '"/></w:r>' for kind in ("begin", "end"))
    assert written_by_hand(p(begin), header=p(end)) == [
        "het veld “” wordt niet gesloten.",
        "een veld heeft “end” zonder begin.",
    ]


def test_a_field_that_separates_twice_or_has_code_in_its_result() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert written_by_hand(p(begin, separate, separate, end)) == [
        "een veld begint twee keer aan zijn uitkomst."
    ]
    assert written_by_hand(p(begin, separate, code, end)) == ["een veldcode staat buiten een veld."]


# --- blocks -----------------------------------------------------------------------------------------------


def test_a_cell_that_does_not_end_in_a_paragraph() -> None:
    table = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    assert written_by_hand(table.format("<w:tcPr/>") + p("x")) == [
        "een tabelcel eindigt niet met een alinea."
    ]
    nested = table.format(table.format(p("x")))
    assert written_by_hand(nested + p("x")) == ["een tabelcel eindigt niet met een alinea."]
    assert written_by_hand(table.format(table.format(p("x")) + p()) + p("x")) == []


def test_a_text_that_ends_in_a_table_and_tables_that_touch() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    assert written_by_hand(table) == ["een tekst eindigt niet met een alinea."]
    assert written_by_hand(table + table + p("x")) == [
        "twee tabellen staan tegen elkaar aan, zodat Word er één van maakt."
    ]


# --- notes ------------------------------------------------------------------------------------------------


def test_a_call_without_its_note_and_a_note_without_its_call() -> None:
    found = planted("letter", '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="7"/>')
    assert found == ["noot 7 wordt aangeroepen en bestaat niet.", "noot 1 wordt nergens aangeroepen."]


def test_a_note_that_is_called_or_written_twice() -> None:
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{p("noot")}</w:footnote>'
    assert written_by_hand(p(call, call), footnotes=note) == ["noot 1 wordt twee keer aangeroepen."]
    assert written_by_hand(p(call), footnotes=note + note) == ["twee noten hebben hetzelfde nummer 1."]
    assert written_by_hand(p(call)) == ["noot 1 wordt aangeroepen en bestaat niet."]


def test_words_in_a_text_box_or_an_endnote() -> None:
    box = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
    assert written_by_hand(p(box.format(p("verstopt")))) == ["er staat tekst in een tekstvak."]
    assert written_by_hand(p(box.format(p()))) == []
    assert written_by_hand(p('<w:r><w:endnoteReference w:id="1"/></w:r>')) == [
        "er staat tekst in een eindnoot."
    ]


# --- styles and lists -------------------------------------------------------------------------------------


def test_a_style_that_does_not_exist() -> None:
    assert planted("letter", 'w:pStyle w:val="Caption"', 'w:pStyle w:val="Weg"') == [
        "de alineastijl “Weg” bestaat niet."
    ]
    assert planted(
        "letter", 'w:rStyle w:val="Hyperlink"', 'w:rStyle w:val="Caption"', "word/footnotes.xml"
    ) == ["de tekenstijl “Caption” bestaat niet."]
    assert planted("letter", 'w:tblStyle w:val="TabelHuisstijl"', 'w:tblStyle w:val="Weg"') == [
        "de tabelstijl “Weg” bestaat niet."
    ]


def test_a_style_that_is_based_on_nothing() -> None:
    found = written_by_hand(p("x"), styles=style("Een", based_on="Weg"))
    assert found == ["de stijl “Een” verwijst naar “Weg”, die niet bestaat."]


def test_a_list_that_is_not_defined() -> None:
    numbering = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="9"/></w:numPr>'
    assert written_by_hand(p("x", properties=numbering)) == ["lijst 9 met niveau 2 is niet bepaald."]
    assert written_by_hand(p("x"), styles=style("Lijst", numbering)) == [
        "lijst 9 met niveau 2 is niet bepaald."
    ]
    assert written_by_hand(p("x", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')) == []


# --- drawings ---------------------------------------------------------------------------------------------


def test_drawings_with_one_number_or_without_size() -> None:
    assert planted("report", 'wp:docPr id="1"', 'wp:docPr id="2"') == [
        "twee tekeningen hebben hetzelfde nummer 2."
    ]
    data = sample("report")[1]
    extent = re.search("<wp:extent [^>]*/>", members(data)[DOCUMENT].decode())
    assert extent
    assert faults(rewritten(data, extent[0], "")) == ["een tekening heeft geen afmetingen."]
    assert faults(rewritten(data, extent[0], '<wp:extent cx="0" cy="9"/>')) == [
        "een tekening heeft geen afmetingen."
    ]


# --- package ----------------------------------------------------------------------------------------------


def test_a_relationship_to_a_part_that_is_not_there() -> None:
    contents = members(sample("letter")[1])
    del contents["word/fontTable.xml"]
    assert faults(zipped(contents)) == [
        "“word/document.xml” verwijst naar “word/fontTable.xml”, dat ontbreekt."
    ]


def test_a_relationship_that_is_asked_for_and_not_there() -> None:
    markup = members(sample("report")[1])[RELATIONS].decode()
    image = re.search("<Relationship [^>]*image1.png[^>]*>", markup)
    assert image
    found = faults(rewritten(sample("report")[1], image[0], "", RELATIONS))
    assert any(
        re.fullmatch("“word/document.xml” gebruikt de relatie rId[0-9]+, die niet bestaat.", each)
        for each in found
    )
    assert "het onderdeel “word/media/image1.png” wordt nergens gebruikt." in found


def test_a_picture_that_no_drawing_shows() -> None:
    markup = members(sample("report")[1])[DOCUMENT].decode()
    shown = re.search('<a:blip r:embed="[^"]+"', markup)
    assert shown
    found = faults(rewritten(sample("report")[1], shown[0], "<a:blip"))
    assert found == ["de afbeelding “word/media/image1.png” wordt in “word/document.xml” niet gebruikt."]


def test_a_part_that_nothing_refers_to() -> None:
    contents = {**contents_by_hand(p("x")), "word/los.xml": "<los/>"}
    assert faults(zipped(contents)) == ["het onderdeel “word/los.xml” wordt nergens gebruikt."]


def test_a_part_without_content_type() -> None:
    contents = contents_by_hand(p("x"))
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(
        'Extension="rels"', 'Extension="x"'
    )
    assert "het onderdeel “_rels/.rels” heeft geen soort." in faults(zipped(contents))


def test_a_member_that_carries_the_date_of_saving() -> None:
    written = io.BytesIO(zipped(contents_by_hand(p("x"))))
    with zipfile.ZipFile(written, "a") as package:
        package.writestr(
            zipfile.ZipInfo("word/_rels/los.xml.rels", (2026, 12, 18, 9, 30, 0)), "<Relationships/>"
        )
    assert faults(written.getvalue()) == [
        "het onderdeel “word/_rels/los.xml.rels” draagt een datum van opslaan."
    ]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        (DOCUMENT, "het pakket bevat “word/document.xml” twee keer."),
        ("Word/Document.xml", "het pakket bevat “word/document.xml” twee keer."),
        ("/word/x.xml", "het pakket bevat “/word/x.xml”, een naam die buiten het pakket wijst."),
        ("../x.xml", "het pakket bevat “../x.xml”, een naam die buiten het pakket wijst."),
        ("word\\x.xml", "het pakket bevat “word\\x.xml”, een naam die buiten het pakket wijst."),
    ],
)
def test_a_member_with_a_name_that_may_not_be(name: str, message: str) -> None:
    contents = contents_by_hand(p("x"))
    written = io.BytesIO(zipped(contents))
    with zipfile.ZipFile(written, "a") as package:
        package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), contents[DOCUMENT])
    assert message in faults(written.getvalue())


def test_a_file_by_hand_without_faults_has_none() -> None:
    assert by_hand(p("x")).reading.passages
    assert written_by_hand(p("x")) == []
