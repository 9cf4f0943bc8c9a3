"""Every measure finds the fault that is planted for it: one token moved when the file was made."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.house_style import HouseStyle
from tests.styles import house_style
from tests.verify.geometry.planted import blocks, document, measured_docx, measured_pdf, moved

ITSELF = "Het Word-bestand"
"""A colour that no token has is told of the whole file too."""
PAGE = "Op bladzijde"

REFERENCES = {"De referentiekolom", "De kolom van een vervolgblad"}
REFERENCE_LINES = {f"De afstand tussen de regels van {name[0].lower()}{name[1:]}" for name in REFERENCES}
LABELS = {"Het opschrift “Datum”", "Het opschrift “Betreft”"}
VALUES = {"De tekst achter “Datum”", "De tekst achter “Betreft”"}
LOGO, MARK, NUMBER = {"De plaats van het logo"}, {"Het woordmerk"}, {"Het paginanummer"}
FIRST_LINE, TEXT, SIGNED = {"De eerste regel van de tekst"}, {"De tekst"}, {"De ondertekening"}
CHAPTER = {"Een kop van niveau 1"}
HEADINGS = {"Een kop van niveau 1", "Een kop van niveau 2"}
FIELDS = {"Het vak met datum en betreft"}

CASES: list[tuple[str, str, float | str, set[str], set[str]]] = [
    ("short", "page.width", 1, {"De bladzijde"}, {"De bladzijde"}),
    ("short", "letter.return_address.x", 1, {"Het retouradres"}, {"Het retouradres"}),
    ("short", "letter.return_address.y", 1, {"Het retouradres"}, {"Het retouradres"}),
    ("short", "letter.return_address.width", -1, set(), {"Het retouradres"}),
    ("short", "letter.addressee.x", 1, {"De adressering"}, {"De adressering"}),
    ("short", "letter.addressee.y", 1, {"De adressering"}, {"De adressering"}),
    ("short", "letter.addressee.height", 1, set(), {"De adressering"}),
    (
        "classified",
        "letter.classification.y",
        1,
        {"De rubricering boven aan de bladzijde"},
        {"De rubricering boven aan de bladzijde"},
    ),
    (
        "classified",
        "letter.classification_bottom.y",
        1,
        {"De rubricering onder aan de bladzijde"},
        {"De rubricering onder aan de bladzijde"},
    ),
    ("short", "letter.head_fields.y", 1, FIELDS, FIELDS),
    ("short", "letter.head_value_left", 1, VALUES, VALUES),
    ("letter", "letter.reference.x", 1, REFERENCES, REFERENCES),
    ("letter", "letter.reference.y", 1, REFERENCES, REFERENCES),
    ("letter", "letter.reference_gap", 1, REFERENCE_LINES, REFERENCE_LINES),
    ("short", "letter.body_top_first", 1, FIRST_LINE, FIRST_LINE | FIELDS),
    ("letter", "letter.body_top_follow", 1, FIRST_LINE, {"De bovenmarge"}),
    (
        "short",
        "letter.margins.left",
        1,
        TEXT | SIGNED | LABELS | VALUES,
        {"De linkermarge"} | TEXT | SIGNED,
    ),
    ("noted", "letter.margins.right", -3, TEXT | CHAPTER | {"Een noot"}, {"De rechtermarge"}),
    ("letter", "letter.margins.bottom", 1, {"Een noot"}, {"De ondermarge"}),
    ("short", "letter.paging.x", 1, NUMBER, NUMBER),
    ("short", "letter.paging.y", 1, NUMBER, NUMBER),
    ("short", "letter.wordmark_left", 1, MARK, MARK),
    ("short", "letter.wordmark_middle", 1, MARK, MARK),
    ("short", "letter.emblem.x", 1, LOGO, LOGO),
    ("short", "letter.emblem.width", -1, LOGO, LOGO),
    ("short", "letter.emblem_height", 1, LOGO, LOGO),
    ("pair", "letter.notice.y", 1, {"De aanduiding"}, {"De aanduiding"}),
    (
        "short",
        "letter.signature_before",
        1,
        {"De afstand tussen de tekst en de ondertekening"},
        {"De afstand tussen de tekst en de ondertekening"},
    ),
    (
        "short",
        "letter.signature_space",
        1,
        {"De afstand tussen functie en naam"},
        {"De afstand tussen functie en naam"},
    ),
    ("pair", "letter.signature_column", 1, SIGNED, SIGNED),
    ("pair", "letter.list_indent", 1, TEXT | {"Het teken voor een onderdeel van een lijst"}, TEXT),
    ("pair", "footnote_rule.width", 1, {"De lijn boven de noten"}, set()),
    ("pair", "footnote_rule.thickness", 0.5, {"De lijn boven de noten"}, set()),
    ("pair", "table.rule", 0.5, {"Een lijn van een tabel"}, {"Een lijn van een tabel"}),
    (
        "pair",
        "table.padding_x",
        1,
        {"De tekst van een tabel"},
        {"De witruimte in een cel van een tabel"},
    ),
    ("pair", "table.padding_y", 1, set(), {"De witruimte in een cel van een tabel"}),
    (
        "short",
        "styles.body.size",
        0.5,
        TEXT | SIGNED | LABELS | VALUES | {"De adressering"},
        TEXT | SIGNED | LABELS | VALUES | {"De adressering"},
    ),
    ("noted", "styles.footnote.size", 0.5, {"Een noot"}, {"Een noot"}),
    ("noted", "styles.footnote.leading", 0.5, {"Een noot"}, {"Een noot"}),
    ("noted", "styles.footnote_call.size", 0.5, {"Een nootcijfer"}, set()),
    ("noted", "styles.letter_heading.size", 0.5, CHAPTER, CHAPTER),
    ("noted", "styles.letter_heading.leading", 0.5, CHAPTER, CHAPTER),
    ("pair", "styles.table.size", 0.5, {"De tekst van een tabel"}, {"De tekst van een tabel"}),
    ("pair", "styles.caption.size", 0.5, {"Een bijschrift"}, {"Een bijschrift"}),
    ("letter", "styles.reference.size", 0.5, REFERENCES, REFERENCES),
    ("letter", "styles.reference.leading", 0.5, REFERENCES, REFERENCES),
    ("short", "styles.wordmark.size", 0.5, MARK, MARK),
    ("short", "styles.paging.size", 0.5, NUMBER, NUMBER),
    ("short", "colors.placeholder", "#999998", LOGO | {PAGE}, {ITSELF}),
    ("pair", "colors.notice", "#686868", {"De aanduiding", PAGE}, {"De aanduiding", ITSELF}),
    ("pair", "colors.rule", "#b4b4b5", {PAGE}, {ITSELF}),
    ("pair", "colors.header_fill", "#d9ebf8", {PAGE}, {ITSELF}),
    (
        "pair",
        "colors.lintblauw",
        "#154274",
        {"De tekst van een tabel"},
        {"De tekst van een tabel", ITSELF},
    ),
    ("report", "report.margins.top", 1, FIRST_LINE, {"De bovenmarge"}),
    ("report", "report.margins.bottom", 1, {"Een noot"}, {"De ondermarge"}),
    (
        "report",
        "report.header_top",
        1,
        {"De lopende titel", "De aanduiding"},
        {"De lopende titel", "De aanduiding"},
    ),
    ("report", "report.footer_top", 1, NUMBER | {"De aanduiding"}, NUMBER | {"De aanduiding"}),
    ("report", "report.emblem.x", 1, LOGO, LOGO),
    ("report", "report.emblem.height", 1, LOGO, LOGO),
    ("report", "report.wordmark.x", 1, MARK, MARK),
    ("report", "report.wordmark.y", 1, MARK, MARK),
    ("report", "report.cover_title_top", 1, FIRST_LINE, {"De bovenmarge"}),
    (
        "report",
        "report.cover_block_top",
        1,
        {"Het gekleurde vlak van het omslag"},
        {"Het gekleurde vlak van het omslag"},
    ),
    ("report", "report.list_indent", 1, TEXT | {"Het teken voor een onderdeel van een lijst"}, TEXT),
    ("report", "report.term_width", 1, TEXT, TEXT),
    ("report", "report.signature_column", 1, SIGNED, SIGNED),
    (
        "report",
        "report.number_indent",
        1,
        HEADINGS | {"Een regel van de inhoudsopgave"},
        HEADINGS | {"Een regel van de inhoudsopgave"},
    ),
    ("report", "styles.cover_title.size", 1, {"De titel"}, {"De titel"}),
    ("report", "styles.cover_title.leading", 1, {"De titel"}, {"De titel"}),
    ("report", "styles.cover_subtitle.size", 1, {"De ondertitel"}, {"De ondertitel"}),
    (
        "report",
        "styles.contents2.size",
        1,
        {"Een regel van de inhoudsopgave"},
        {"Een regel van de inhoudsopgave"},
    ),
    ("report", "colors.link", "#01689c", {"Een noot"}, {"Een noot", ITSELF}),
    (
        "report",
        "colors.hemelblauw",
        "#007bc8",
        {"Het gekleurde vlak van het omslag", PAGE},
        {"Het gekleurde vlak van het omslag", ITSELF},
    ),
    (
        "annex",
        "styles.heading1.size",
        1,
        {"De titel", "Een kop van niveau 1"},
        {"De titel", "Een kop van niveau 1"},
    ),
]

IDS = [f"{name}-{token}" for name, token, *_ in CASES]


@cache
def in_unmoved_pdf(name: str) -> frozenset[str]:
    return frozenset(blocks(measured_pdf(document(name), house_style())))


@cache
def in_unmoved_docx(name: str) -> frozenset[str]:
    return frozenset(blocks(measured_docx(document(name), house_style())))


def made_with(token: str, to: float | str) -> HouseStyle:
    style = moved(token, to)
    assert style != house_style()
    return style


@pytest.mark.parametrize(("name", "token", "to", "expected"), [case[:4] for case in CASES], ids=IDS)
def test_moved_token_is_found_in_the_pdf(name: str, token: str, to: float | str, expected: set[str]) -> None:
    known = in_unmoved_pdf(name)
    assert blocks(measured_pdf(document(name), made_with(token, to))) - known == expected - known


@pytest.mark.parametrize(
    ("name", "token", "to", "expected"), [(*case[:3], case[4]) for case in CASES], ids=IDS
)
def test_moved_token_is_found_in_word(name: str, token: str, to: float | str, expected: set[str]) -> None:
    known = in_unmoved_docx(name)
    assert blocks(measured_docx(document(name), made_with(token, to))) - known == expected - known
