"""What a structure tree says: passages of each kind, notes, links, languages, and where lines end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.verify.passages import LINE_END, Marked, Passage, Reading
from pipeline.verify.pdf.file import Annotation
from pipeline.verify.pdf.marks import PageContent, Run
from pipeline.verify.pdf.structure import Content, Element, Kid, ObjectReference
from pipeline.verify.pdf.words import read_words


class Sheet:
    """Makes runs and the content that stands for them; each on the line that was last begun."""

    def __init__(self) -> None:
        self.pages: list[list[Run]] = [[]]
        self.baseline = 20.0
        self._x = 20.0
        self._mcid = 0

    def line(self, words: str, *, down: float = 4.2, size: float = 9.0) -> Content:
        """Add words on a new line."""
        self.baseline += down
        self._x = 20.0
        return self.on(words, size=size)

    def on(self, words: str, *, up: float = 0.0, size: float = 9.0, artifact: bool = False) -> Content:
        """Add words behind the last ones."""
        self._mcid += 1
        width = len(words) * 1.5
        self.pages[-1].append(
            Run(words, self._x, self.baseline - up, width, size, "Proef", "#000000", self._mcid, artifact)
        )
        self._x += width
        return Content(len(self.pages), self._mcid)

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append([])
        self.baseline, self._x = 20.0, 20.0

    def read(self, *kids: Kid, links: dict[int, str] | None = None) -> Reading:
        pages = [PageContent(number, 210, 297, tuple(runs), ()) for number, runs in enumerate(self.pages, 1)]
        annotations = {
            key: Annotation(1, "Link", uri, 0, "", 0, 0, 0, 0) for key, uri in (links or {}).items()
        }
        return read_words(Element("StructTreeRoot", (tag("Document", *kids),)), pages, annotations, "nl-NL")


def tag(name: str, *kids: Kid, **attributes: object) -> Element:
    return Element(name, kids, **attributes)  # type: ignore[arg-type]  # a test names them as the class does


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


def words(reading: Reading) -> Iterator[str]:
    return (passage.words for passage in reading.passages)


# --- kinds ---


def test_elements_are_passages_of_their_kind_in_the_order_of_the_tree(sheet: Sheet) -> None:
    last, first = sheet.line("laatste"), sheet.line("kop")
    reading = sheet.read(
        tag("H2", first),
        tag("Sect", tag("P", sheet.line("tekst"))),
        tag("Caption", tag("P", sheet.line("Tabel 1"))),
        tag("P", last),
    )
    assert reading.passages == (
        Passage("heading2", "kop"),
        Passage("text", "tekst"),
        Passage("caption", "Tabel 1"),
        Passage("text", "laatste"),
    )


def test_a_heading_that_is_deeper_than_a_document_has_is_no_heading(sheet: Sheet) -> None:
    assert sheet.read(tag("H5", sheet.line("diep"))).passages == (Passage("text", "diep"),)


def test_items_of_a_list_have_their_label_apart(sheet: Sheet) -> None:
    inner = tag("L", tag("LI", tag("Lbl", sheet.line("–")), tag("LBody", tag("P", sheet.on("binnen")))))
    item = tag("LI", tag("Lbl", sheet.line("1. ")), tag("LBody", tag("P", sheet.on("een")), inner))
    assert sheet.read(tag("L", item)).passages == (
        Passage("label", "1."),
        Passage("text", "een"),
        Passage("label", "–"),
        Passage("text", "binnen"),
    )


def test_cells_have_the_column_in_which_they_begin(sheet: Sheet) -> None:
    head = tag("TR", tag("TH", tag("P", sheet.line("a")), colspan=2), tag("TH", tag("P", sheet.on("b"))))
    body = tag(
        "TR",
        tag("TD", sheet.line("c")),
        tag("TD"),
        tag("TD", tag("P", sheet.on("d")), tag("P", sheet.line("e"))),
    )
    reading = sheet.read(
        tag("Table", tag("Caption", sheet.line("Tabel")), tag("THead", head), tag("TBody", body))
    )
    assert reading.passages == (
        Passage("caption", "Tabel"),
        Passage("header", "a", 0),
        Passage("header", "b", 2),
        Passage("cell", "c", 0),
        Passage("cell", "d", 2),
        Passage("cell", "e", 2),
    )


def test_a_list_in_a_cell_has_labels_and_cells(sheet: Sheet) -> None:
    item = tag("LI", tag("Lbl", sheet.line("•")), tag("LBody", tag("P", sheet.on("punt"))))
    reading = sheet.read(tag("Table", tag("TR", tag("TD", tag("L", item)))))
    assert reading.passages == (Passage("label", "•"), Passage("cell", "punt", 0))


def test_words_beside_paragraphs_are_passages_of_their_own(sheet: Sheet) -> None:
    body = tag("LBody", sheet.line("los"), tag("P", sheet.line("alinea")), tag("Span", sheet.line("na")))
    assert list(words(sheet.read(body))) == ["los", "alinea", "na"]


def test_a_span_around_paragraphs_is_no_part_of_one(sheet: Sheet) -> None:
    reading = sheet.read(tag("NonStruct", tag("P", sheet.line("een")), tag("P", sheet.line("twee"))))
    assert list(words(reading)) == ["een", "twee"]


def test_what_says_nothing_is_no_passage(sheet: Sheet) -> None:
    assert sheet.read(tag("P", sheet.line("  ")), tag("P"), tag("P", Content(9, 9))).passages == ()


def test_artifacts_are_left_out_even_when_the_tree_names_them(sheet: Sheet) -> None:
    assert list(words(sheet.read(tag("P", sheet.line("a"), sheet.on("b", artifact=True))))) == ["a"]


@pytest.mark.parametrize("place", ["inside", "beside"])
def test_of_a_figure_only_its_caption_is_told(sheet: Sheet, place: str) -> None:
    caption, drawn = tag("Caption", tag("P", sheet.line("Figuur 1"))), sheet.line("2027")
    kids = (tag("Figure", drawn, caption),) if place == "inside" else (tag("Figure", drawn), caption)
    assert sheet.read(*kids).passages == (Passage("caption", "Figuur 1"),)


def test_a_figure_in_a_paragraph_is_left_out(sheet: Sheet) -> None:
    assert list(
        words(sheet.read(tag("P", sheet.line("a"), tag("Figure", sheet.on("x")), sheet.on("b"))))
    ) == ["ab"]


# --- the contents list ---


def entry(sheet: Sheet, *parts: str, label: str = "1.1") -> Element:
    lead = (tag("Lbl", sheet.line(label)),) if label else ()
    return tag("TOCI", *lead, tag("P", tag("Link", *(sheet.on(part) for part in parts))))


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("Aanleiding", "4"), "Aanleiding"),
        (("Aanleiding", ".", ".", " 4"), "Aanleiding"),
        (("Aanleiding", " ..... ", "12"), "Aanleiding"),
        (("Stand in 2027", " 4"), "Stand in 2027"),
        (("Stand in ", "2027", " 4"), "Stand in 2027"),
        (("Zonder bladzijde",), "Zonder bladzijde"),
        (("…", " 4"), "…"),
        (("Hoe verder ", "…", " ..... ", "4"), "Hoe verder …"),
    ],
)
def test_a_line_of_the_contents_list_is_told_without_number_and_page(
    sheet: Sheet, parts: tuple[str, ...], told: str
) -> None:
    assert sheet.read(tag("TOC", entry(sheet, *parts))).passages == (Passage("entry", told),)


def test_a_number_of_words_stands_among_the_words_of_its_entry(sheet: Sheet) -> None:
    reading = sheet.read(tag("TOC", entry(sheet, "Bijlage 1 Bronnen", "9", label="")))
    assert reading.passages == (Passage("entry", "Bijlage 1 Bronnen"),)


# --- notes ---


def note(sheet: Sheet, number: str, said: str, name: str = "Note") -> Element:
    return tag(name, tag("Lbl", sheet.line(f"{number} ")), tag("Span", sheet.on(said)), id=f"noot-{number}")


def test_a_note_is_told_apart_and_called_among_the_words(sheet: Sheet) -> None:
    start, raised, rest = sheet.line("Een"), sheet.on("1", up=1.1, size=6), sheet.on(" twee.")
    paragraph = tag("P", start, tag("Reference", raised), note(sheet, "1", "Zie daar."), rest)
    reading = sheet.read(paragraph)
    assert list(words(reading)) == ["Een⟦1⟧ twee."]
    assert reading.notes == (Passage("note", "Zie daar."),)


def test_in_pdf_2_a_call_is_what_points_to_a_note(sheet: Sheet) -> None:
    start, raised = sheet.line("Een"), sheet.on("1", up=1.1, size=6)
    call = tag("Span", raised, refers_to=("noot-1",))
    reading = sheet.read(tag("P", start, call, note(sheet, "1", "Zie daar.", "FENote")))
    assert list(words(reading)) == ["Een⟦1⟧"]
    assert reading.notes == (Passage("note", "Zie daar."),)


def test_what_points_elsewhere_is_no_call(sheet: Sheet) -> None:
    assert list(words(sheet.read(tag("P", tag("Span", sheet.line("2027"), refers_to=("kop",)))))) == ["2027"]


def test_a_reference_that_is_no_number_is_no_call(sheet: Sheet) -> None:
    assert list(words(sheet.read(tag("P", tag("Reference", sheet.line("tabel 1")))))) == ["tabel 1"]


def test_notes_stand_by_their_number(sheet: Sheet) -> None:
    reading = sheet.read(
        tag("P", sheet.line("x"), note(sheet, "10", "tien")),
        tag("P", sheet.line("y"), note(sheet, "2", "twee")),
    )
    assert [each.words for each in reading.notes] == ["twee", "tien"]


# --- lines ---


def test_a_line_that_ends_is_marked(sheet: Sheet) -> None:
    assert list(words(sheet.read(tag("P", sheet.line("een"), sheet.line("twee"))))) == [f"een{LINE_END}twee"]


def test_the_space_that_a_file_has_at_a_line_end_stands_before_it(sheet: Sheet) -> None:
    paragraph = tag("P", sheet.line("een "), sheet.line(" twee "), sheet.line("drie "))
    assert list(words(sheet.read(paragraph))) == [f"een {LINE_END}twee {LINE_END}drie"]


def test_runs_on_one_line_are_not_parted(sheet: Sheet) -> None:
    paragraph = tag(
        "P", sheet.line("groot", size=14), sheet.on("klein", size=9), sheet.on("hoog", up=1.5, size=6)
    )
    assert list(words(sheet.read(paragraph))) == ["grootkleinhoog"]


def test_a_raised_call_at_a_line_end_does_not_hide_it(sheet: Sheet) -> None:
    end, raised = sheet.line("een"), sheet.on("1", up=1.1, size=6)
    follows = sheet.line("twee")
    paragraph = tag("P", end, tag("Reference", raised), note(sheet, "1", "noot"), follows)
    assert list(words(sheet.read(paragraph))) == [f"een⟦1⟧{LINE_END}twee"]


def test_a_raised_call_may_begin_a_line(sheet: Sheet) -> None:
    end, empty = sheet.line("een"), sheet.line("")
    raised = sheet.on("1", up=1.1, size=6)
    assert list(words(sheet.read(tag("P", end, empty, tag("Reference", raised))))) == [f"een{LINE_END}⟦1⟧"]


def test_a_page_end_is_a_line_end(sheet: Sheet) -> None:
    first = sheet.line("een", down=0)
    sheet.turn()
    assert list(words(sheet.read(tag("P", first, sheet.line("twee", down=0))))) == [f"een{LINE_END}twee"]


def test_small_lines_that_stand_close_are_lines(sheet: Sheet) -> None:
    first, second = sheet.line("een", size=6.5), sheet.line("twee", down=2.8, size=6.5)
    assert list(words(sheet.read(tag("P", first, second)))) == [f"een{LINE_END}twee"]


# --- links, languages, text in place of characters ---


def test_a_link_to_the_web_is_told_with_its_words(sheet: Sheet) -> None:
    link = tag("Link", ObjectReference(5), sheet.line("de "), ObjectReference(6), sheet.line("brief"))
    inside = tag("Link", ObjectReference(7), sheet.on("tabel 1"))
    reading = sheet.read(tag("P", link, inside), links={5: "https://a.nl", 6: "https://a.nl", 7: ""})
    assert reading.links == (Marked("https://a.nl", f"de {LINE_END}brief"),)


def test_words_in_another_language_are_told_by_language(sheet: Sheet) -> None:
    frisian = tag("Span", sheet.line("It "), tag("Em", sheet.on("Hearrenfean")), lang="fy")
    reading = sheet.read(
        tag("P", frisian, sheet.on(" is in plak "), tag("Span", sheet.on("of note"), lang="en")),
        tag("P", sheet.line("gewoan"), lang="fy"),
        tag("P", sheet.line("gewoon"), lang="nl-NL"),
    )
    assert reading.languages == (
        Marked("fy", "It Hearrenfean"),
        Marked("en", "of note"),
        Marked("fy", "gewoan"),
    )


def test_dutch_inside_another_language_is_dutch(sheet: Sheet) -> None:
    inner = tag("Span", sheet.line("gewoon"), lang="nl-NL")
    reading = sheet.read(tag("Sect", tag("P", inner, tag("Span", sheet.on(" gewoan"))), lang="fy"))
    assert reading.languages == (Marked("fy", "gewoan"),)


def test_an_element_with_a_text_of_its_own_says_that(sheet: Sheet) -> None:
    start = sheet.line("De ")
    broken = tag("Span", sheet.on("rege-"), sheet.line("ring"), actual_text="regering")
    paragraph = tag("P", start, broken, sheet.on(" zegt"))
    assert list(words(sheet.read(paragraph))) == [f"De regering {LINE_END}zegt"]
