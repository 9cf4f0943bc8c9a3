"""What a file says beside what the tree says. Readings are made by hand here; real files come elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.verify.expected import Expected, expected
from pipeline.verify.parity import parity
from pipeline.verify.passages import LINE_END, Kind, Marked, Passage, Reading, call
from pipeline.verify.verdict import FileFormat
from tests.trees import annex, cell, citation, letter, report, row, text
from tests.verify.random_documents import documents
from tests.verify.sample import document, source

MADE = expected(document())


def compare(reading: Reading, format: FileFormat = "pdf", made: Expected = MADE) -> tuple[Diagnostic, ...]:
    return parity(reading, made, format, "build/x.pdf").findings


def only(reading: Reading, format: FileFormat = "pdf", made: Expected = MADE) -> Diagnostic:
    findings = compare(reading, format, made)
    assert len(findings) == 1, [finding.message for finding in findings]
    assert findings[0].code is Code.PARITY
    return findings[0]


def with_passages(change: Callable[[list[Passage]], None]) -> Reading:
    passages = list(MADE.reading.passages)
    change(passages)
    assert tuple(passages) != MADE.reading.passages
    return replace(MADE.reading, passages=tuple(passages))


def at(words: str) -> int:
    """Return the place of the passage that begins with these words."""
    return next(k for k, each in enumerate(MADE.reading.passages) if each.words.startswith(words))


def with_words(old: str, new: str) -> Reading:
    def change(passages: list[Passage]) -> None:
        place = next(k for k, each in enumerate(passages) if old in each.words)
        passages[place] = passages[place]._replace(words=passages[place].words.replace(old, new, 1))

    return with_passages(change)


@pytest.mark.parametrize("made", [letter(), report(), annex(), document()], ids=lambda made: made.id)
@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_a_file_that_says_the_same_has_no_findings(made: n.Document, format: FileFormat) -> None:
    told = expected(made)
    result = parity(told.reading, told, format, "x")
    assert result.findings == ()
    assert result.done
    assert (result.proof, result.format) == ("parity", format)


def test_figures_count_what_was_compared() -> None:
    words = [each.words for each in (*MADE.reading.passages, *MADE.reading.notes)]
    assert parity(MADE.reading, MADE, "pdf", "x").figures == {
        "passages": len(words) - 1,
        "noten": 1,
        "tekens": sum(len(each) for each in words),
        "links": 1,
    }


def test_one_changed_character_is_shown_in_its_words_at_its_place() -> None:
    finding = only(with_words("meerwaarde", "meerwarde"))
    assert finding.message == (
        "In build/x.pdf staat “…af wat de meerwarde van de agenda…”, "
        "in de bron staat “…af wat de meerwaarde van de agenda…”."
    )
    assert finding.where == source("tekst", column=38)
    assert finding.hint


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("Aanpak", "Aanpek", source("kop", column=4)),
        ("1 Aanpak", "1 Aanpek", source("kop", column=4)),
        ("1 Aanpak", "2 Aanpak", source("kop")),
        (call(1), call(2), source("link")),
        ("eerst wonen", "eerst wonen.", source("a", column=11)),
        ("b.", "c.", source("b")),
        ("€ 20", "€ 26", source("regio", column=3)),
        ("Tabel\N{NO-BREAK SPACE}1", "Tabel\N{NO-BREAK SPACE}2", source("bijschrift")),
        ("Middelen", "Midelen", source("bijschrift", column=3)),
        ("Status", "Stand", source("status")),
        ("agenda is.", "agenda\N{NO-BREAK SPACE}is.", source("tekst", column=56)),
        ("Concept", "", source("status")),
    ],
)
def test_a_change_anywhere_is_one_finding_at_its_source(old: str, new: str, where: Source) -> None:
    if new:
        assert only(with_words(old, new)).where == where
    else:
        gone = replace(MADE.reading, passages=tuple(p for p in MADE.reading.passages if p.words != old))
        assert only(gone).where == where


def test_words_of_a_template_name_the_document() -> None:
    reading = with_words("De minister", "De miniester")
    assert only(reading).where == Location(MADE.document_id)


def test_a_changed_note_is_found_at_the_note() -> None:
    notes = (Passage("note", "Eerder gemeld in de winter."),)
    assert only(replace(MADE.reading, notes=notes)).where == source("noot", column=20)


def test_a_missing_and_a_surplus_note_are_found() -> None:
    body = (n.Paragraph(tuple(n.Footnote((text(f"Noot {k}.", str(k)),)) for k in range(3))),)
    made = expected(number_document(replace(annex(), body=body))[0])
    notes = made.reading.notes
    gone = only(replace(made.reading, notes=(notes[0], notes[2])), "pdf", made)
    assert gone.message == "In build/x.pdf ontbreekt “Noot 1.”."
    assert gone.where == source("1")
    more = only(replace(made.reading, notes=(*notes, Passage("note", "Nog een."))), "pdf", made)
    assert more.message == "In build/x.pdf staat “Nog een.”; de bron heeft dat niet."
    assert more.where == source("2", column=6)


def test_a_file_without_text_or_notes_is_one_finding() -> None:
    assert only(replace(MADE.reading, notes=())).message == "In build/x.pdf is geen enkele noot te vinden."
    assert only(Reading((), MADE.reading.notes)).message == "In build/x.pdf is geen tekst te vinden."


def test_a_missing_paragraph_is_one_finding() -> None:
    place = at("Rijk en regio")
    finding = only(with_passages(lambda passages: passages.pop(place) and None))
    assert finding.message.startswith("In build/x.pdf ontbreekt “Rijk en regio spreken af")
    assert finding.where == source("tekst")


def test_a_surplus_paragraph_is_one_finding_at_what_stands_above_it() -> None:
    place = at("dan werken") + 1
    finding = only(with_passages(lambda passages: passages.insert(place, Passage("text", "Iets anders."))))
    assert finding.message == "In build/x.pdf staat “Iets anders.”; de bron heeft dat niet."
    assert finding.where == source("b", column=9)


def test_a_surplus_paragraph_at_the_begin_names_the_document() -> None:
    finding = only(with_passages(lambda passages: passages.insert(0, Passage("text", "Iets anders."))))
    assert finding.where == Location(MADE.document_id)


def test_two_swapped_paragraphs_are_one_finding() -> None:
    def swap(passages: list[Passage]) -> None:
        one, other = at("eerst wonen"), at("dan werken")
        passages[one], passages[other] = passages[other], passages[one]

    finding = only(with_passages(swap))
    assert finding.message == "“eerst wonen” en “dan werken” staan in build/x.pdf op elkaars plaats."
    assert finding.where == source("a")


def test_a_paragraph_elsewhere_is_one_finding_that_says_where() -> None:
    place = at("Rijk en regio")
    finding = only(with_passages(lambda passages: passages.append(passages.pop(place))))
    assert finding.message.endswith("op een andere plaats dan in de bron: na “[naam]”.")
    assert finding.where == source("tekst")


def test_two_paragraphs_in_one_are_one_finding() -> None:
    def join(passages: list[Passage]) -> None:
        place = at("Status")
        passages[place : place + 2] = [Passage("label", "Status Concept")]

    finding = only(with_passages(join))
    assert finding.message == (
        "De tekst vanaf “Status” is in build/x.pdf verdeeld over 1 stukken tekst, in de bron over 2."
    )


def test_a_dropped_cell_is_one_finding_though_its_row_shifts() -> None:
    def drop(passages: list[Passage]) -> None:
        place = at("€ 10")
        passages[place + 1] = passages[place + 1]._replace(column=1)
        del passages[place]

    finding = only(with_passages(drop))
    assert finding.message == "In build/x.pdf ontbreekt “€ 10”."
    assert finding.where == source("rijk")


def test_a_row_that_shifts_after_a_faulty_row_is_found_as_well() -> None:
    def drop(passages: list[Passage]) -> None:
        place = at("€ 20")
        passages[place] = passages[place]._replace(column=0)
        del passages[at("€ 11")]

    assert [finding.where for finding in compare(with_passages(drop))] == [source("later"), source("regio")]


def test_a_cell_in_another_column_is_found() -> None:
    place = at("€ 21")
    finding = only(with_passages(lambda p: p.insert(place, p.pop(place)._replace(column=1))))
    assert finding.message == "“€ 21” staat in build/x.pdf in kolom 2 van de tabel, niet in kolom 3."
    assert finding.where == source("daarna")


@pytest.mark.parametrize(
    ("words", "kind", "message"),
    [
        ("1 Aanpak", "text", "een gewone alinea, niet een kop van niveau 1"),
        ("1 Aanpak", "heading2", "een kop van niveau 2, niet een kop van niveau 1"),
        ("eerst wonen", "heading3", "een kop van niveau 3, niet een gewone alinea"),
        ("2027", "cell", "een gewone cel, niet een kopcel"),
        ("€ 10", "header", "een kopcel, niet een gewone cel"),
        ("a.", "text", "een gewone alinea, niet een begrip of opsommingsteken"),
        ("Tabel", "text", "een gewone alinea, niet een bijschrift"),
        ("Aanpak", "text", "een gewone alinea, niet een regel van de inhoudsopgave"),
    ],
)
@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_another_kind_of_passage_is_found(words: str, kind: Kind, message: str, format: FileFormat) -> None:
    place = at(words)
    reading = with_passages(lambda p: p.insert(place, p.pop(place)._replace(kind=kind)))
    assert message in only(reading, format).message


@pytest.mark.parametrize(
    ("words", "kind"), [("Inhoud", "text"), ("Status", "text"), ("De minister", "cell"), ("[naam]", "cell")]
)
def test_what_word_has_no_element_for_may_be_something_else_there_and_not_in_a_pdf(
    words: str, kind: Kind
) -> None:
    place = at(words)
    reading = with_passages(lambda p: p.insert(place, p.pop(place)._replace(kind=kind)))
    assert compare(reading, "docx") == ()
    assert len(compare(reading, "pdf")) == 1


def test_only_a_header_outside_header_row_and_column_may_be_a_plain_cell_in_word() -> None:
    table = n.Table(
        (0.5, 0.5),
        (row(cell("a", "row"), cell("b", "row")), row(cell("c"), cell("d"))),
        head=(row(cell("kop", "column"), cell("hoek")),),
    )
    made = expected(number_document(replace(annex(), body=(table,)))[0])

    def cells(**kinds: Kind) -> Reading:
        passages = tuple(
            each._replace(kind=kinds.get(each.words, each.kind)) for each in made.reading.passages
        )
        return replace(made.reading, passages=passages)

    assert compare(cells(b="cell", hoek="header", a="cell"), "docx", made) == ()
    assert len(compare(cells(b="cell", hoek="header", a="cell"), "pdf", made)) == 3
    assert len(compare(cells(kop="cell"), "docx", made)) == 1
    assert len(compare(cells(d="header"), "docx", made)) == 1


def test_line_ends_of_a_page_are_no_difference_and_a_lost_space_there_is_one() -> None:
    told = f"wat de {LINE_END}meerwaarde {LINE_END}van de agen{LINE_END}da"
    assert compare(with_words("wat de meerwaarde van de agenda", told)) == ()
    finding = only(with_words("de meerwaarde", f"de{LINE_END}meerwaarde"))
    assert finding.where == source("tekst", column=31)
    assert "wat de[regeleinde]meerwaarde" in finding.message
    assert "wat de[spatie]meerwaarde" in finding.message


def test_a_link_to_another_address_is_found() -> None:
    finding = only(replace(MADE.reading, links=(Marked("https://elders.nl", "de agenda van de regio"),)))
    assert finding.message == (
        "De link “de agenda van de regio” gaat in build/x.pdf naar https://elders.nl, "
        "in de bron naar https://voorbeeld.nl/agenda."
    )
    assert finding.where == source("link")


def test_a_link_over_other_words_a_missing_and_a_surplus_link_are_found() -> None:
    own = MADE.reading.links[0]
    shorter = only(replace(MADE.reading, links=(replace(own, words="de agenda"),)))
    assert (
        "heeft in build/x.pdf de woorden “de agenda”, in de bron “de agenda van de regio”" in shorter.message
    )
    gone = only(replace(MADE.reading, links=()))
    assert "“de agenda van de regio” is in build/x.pdf geen link naar" in gone.message
    assert gone.where == source("link")
    more = only(replace(MADE.reading, links=(own, Marked("https://elders.nl", "hier"))))
    assert "“hier” is in build/x.pdf een link naar https://elders.nl, in de bron niet." in more.message


def test_an_address_is_the_same_with_its_characters_escaped() -> None:
    link = n.Link("https://voorbeeld.nl/café?a=b%20c#é", (text("hier"),))
    made = expected(number_document(replace(annex(), body=(n.Paragraph((link,)),)))[0])
    escaped = Marked("https://voorbeeld.nl/caf%C3%A9?a=b%20c#%C3%A9", "hier")
    assert compare(replace(made.reading, links=(escaped,)), "pdf", made) == ()


def test_languages_are_the_same_with_a_country_and_in_pieces() -> None:
    pieces = (Marked("fy-NL", "it plak"), Marked("fy-NL", call(1)), Marked("fy-NL", f"foar{LINE_END}wenjen"))
    assert compare(replace(MADE.reading, languages=pieces)) == ()
    only_call = (*MADE.reading.languages, Marked("en", call(1)), Marked("fy", LINE_END))
    assert compare(replace(MADE.reading, languages=only_call)) == ()
    own = (Marked("nl-NL", "Rijk en regio"), *MADE.reading.languages)
    assert compare(replace(MADE.reading, languages=own)) == ()
    between = (Marked("fy-NL", "it plak"), Marked("nl-NL", "1"), Marked("fy-NL", "foar wenjen"))
    assert compare(replace(MADE.reading, languages=between)) == ()


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        ((), "“it plak foar wenjen” mist in build/x.pdf de taalcode “fy”."),
        (
            (Marked("en-GB", "it plak foar wenjen"),),
            "“it plak foar wenjen” heeft in build/x.pdf de taalcode “en-GB”, in de bron “fy”.",
        ),
        (
            (Marked("fy", "it plak foar"),),
            "De taalcode “fy” geldt in build/x.pdf voor “it plak foar”, in de bron voor “it plak foar "
            "wenjen”.",
        ),
        (
            (Marked("fy", "it plak foar wenjen"), Marked("en", "agenda")),
            "“agenda” heeft in build/x.pdf de taalcode “en”, in de bron geen.",
        ),
    ],
)
def test_other_languages_are_found(languages: tuple[Marked, ...], message: str) -> None:
    assert only(replace(MADE.reading, languages=languages)).message == message


def test_word_tells_links_of_notes_after_those_of_the_text() -> None:
    link = n.Link("https://b.nl", (text("b"),))
    body = (n.Paragraph((text("Eerst"), citation("a", "https://a.nl"), text(" en "), link)),)
    made = expected(number_document(replace(annex(), body=body))[0])
    in_order, notes_last = made.reading, replace(made.reading, links=made.reading.links[::-1])
    assert [each.words for each in in_order.links] == ["a", "b"]
    assert compare(in_order, "pdf", made) == ()
    assert compare(notes_last, "docx", made) == ()
    assert compare(notes_last, "pdf", made) != ()


def test_words_that_are_wrong_are_not_told_again_for_their_link() -> None:
    words = "de agenda van de rechio"
    reading = with_words("de agenda van de regio", words)
    assert only(replace(reading, links=(Marked("https://voorbeeld.nl/agenda", words),)))


def test_a_file_that_is_wrong_altogether_is_told_in_part() -> None:
    passages = tuple(Passage("text", f"Heel iets anders {k}") for k in range(60))
    findings = compare(Reading(passages))
    assert len(findings) == 21
    assert "andere verschillen met de bron" in findings[-1].message


SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@SLOW
@given(documents(), st.data())
def test_any_changed_character_is_one_finding_at_its_source(made: n.Document, data: st.DataObject) -> None:
    told = expected(made)
    place = data.draw(st.integers(0, len(told.passages) - 1))
    passage = told.passages[place].passage
    offset = data.draw(st.integers(0, len(passage.words) - 1))
    changed = passage.words[:offset] + "ж" + passage.words[offset + 1 :]
    assume(changed != passage.words)
    passages = list(told.reading.passages)
    passages[place] = passage._replace(words=changed)
    for format in ("pdf", "docx"):
        finding = only(replace(told.reading, passages=tuple(passages)), format, told)
        assert finding.where == (told.passages[place].source_at(offset) or Location(made.id))


@SLOW
@given(documents(), st.data())
def test_any_missing_passage_is_one_finding(made: n.Document, data: st.DataObject) -> None:
    told = expected(made)
    place = data.draw(st.integers(0, len(told.passages) - 1))
    passages = (*told.reading.passages[:place], *told.reading.passages[place + 1 :])
    finding = only(replace(told.reading, passages=passages), "pdf", told)
    assert finding.message.startswith("In build/x.pdf ontbreekt “")
