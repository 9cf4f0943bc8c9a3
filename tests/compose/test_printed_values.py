"""Which values a template has printed, whatever way it took to print them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.compose.scope import Recorder, RegisteredPicture
from pipeline.content.values import Amount, DayDate, MarkdownText, SourcedNumber
from pipeline.diagnostics import KeyPath, Source
from pipeline.document.nodes import Picture
from tests.compose.rendered import FIELD, passages, read, sources, words

LETTER = Source(FIELD.file)
NOTHING: set[KeyPath] = set()


def printed(root: Path, body: str, context: dict[str, object] | None = None, **parts: object) -> set[KeyPath]:
    """Return the key paths that count as printed; those of other files begin with its name."""
    found = read(root, f"<document><body>{body}</body></document>", context, **parts)
    assert found.diagnostics == ()
    own = FIELD.file
    return {each.path if each.file == own else (Path(each.file).stem, *each.path) for each in found.printed}


@pytest.mark.parametrize(
    "body",
    [
        "<p>{{ titel }}</p>",
        "<p>{{ titel | hoofdletter }}</p>",
        "<p>{{ 'Over ' ~ titel }}</p>",
        "<p>{{ [titel] | opsomming }}{{ [titel] | join(', ') }}</p>",
        "<p>a<footnote>{{ titel }}</footnote></p>",
        "<dl><dt>{{ titel }}</dt><dd>x</dd></dl>",
        "<table><caption>{{ titel }}</caption><thead><tr><th>A</th></tr></thead>"
        "<tbody><tr><td>x</td></tr></tbody></table>",
        "<table summary='{{ titel }}'><thead><tr><th>A</th></tr></thead>"
        "<tbody><tr><td>x</td></tr></tbody></table>",
        "<h1 label='{{ titel }}'>Kop</h1>",
        "<p><!-- een opmerking -->{{ titel }}</p>",
    ],
)
def test_words_in_any_place_that_people_read_are_printed(body: str, tmp_path: Path) -> None:
    assert printed(tmp_path, body, {"titel": words("haven", "titel")}) == {("titel",)}


@pytest.mark.parametrize(
    "body",
    [
        "<p>x</p>{% if titel == 'haven' %}<p>y</p>{% endif %}",
        "<h1 id='{{ titel }}'>Kop</h1>",
        "{% set over = 'Over ' ~ titel %}<p>x</p>",
        "<p>x<!-- {{ titel }} --></p>",
        "<p>{{ titel | length }}</p>",
    ],
)
def test_a_value_that_only_steers_or_names_is_not_printed(body: str, tmp_path: Path) -> None:
    assert printed(tmp_path, body, {"titel": words("haven", "titel")}) == NOTHING


def test_dates_amounts_and_numbers_are_printed_in_whatever_form(tmp_path: Path) -> None:
    context: dict[str, object] = {
        "datum": DayDate(date(2026, 12, 18), LETTER.child("datum")),
        "bedrag": Amount(2_500_000, 2_500_000, LETTER.child("bedrag")),
        "jaar": SourcedNumber(2030, LETTER.child("jaar")),
    }
    body = "<p>{{ datum | datum }} {{ bedrag | miljoenen }} {{ jaar }}</p>"
    assert printed(tmp_path, body, context) == {("datum",), ("bedrag",), ("jaar",)}


def test_front_matter_counts(tmp_path: Path) -> None:
    template = (
        "<document><letterhead><wordmark><line>{{ a }}</line></wordmark>"
        "<classification>{{ b }}</classification><addressee><line>{{ c }}</line></addressee>"
        "<reference><group label='{{ d }}'><line>{{ e }}</line></group></reference>"
        "<field label='{{ f }}'>{{ g }}</field></letterhead><body><p>x</p></body></document>"
    )
    context: dict[str, object] = {name: words(name, name) for name in "abcdefg"}
    found = read(tmp_path, template, context)
    assert found.diagnostics == ()
    assert {each.path for each in found.printed} == {(name,) for name in "abcdefg"}


def test_a_field_of_markdown_is_printed_with_what_it_cites(tmp_path: Path) -> None:
    cited = sources(
        cbs={"titel": "Cijfers", "uitgever": "CBS", "jaar": "2024", "url": "https://www.cbs.nl/cijfers"},
        ander={"titel": "Niet aangehaald"},
    )
    context: dict[str, object] = {"tekst": MarkdownText("Zie de cijfers.[@cbs]", FIELD)}
    assert printed(tmp_path, "{{ tekst | md }}", context, sources=cited) == {
        ("tekst",),
        *(("bronnen", "bronnen", 0, key) for key in ("titel", "uitgever", "jaar", "url")),
    }


@pytest.mark.parametrize("text", ["[=kort]", "Een cel met [=kort] erin.", "- [=kort]"])
def test_a_field_that_takes_in_a_passage_is_printed_with_it(text: str, tmp_path: Path) -> None:
    context: dict[str, object] = {"tekst": MarkdownText(text, FIELD)}
    template = "{{ tekst | md }}"
    shown = read(
        tmp_path,
        f"<document><body>{template}</body></document>",
        context,
        passages=passages(kort="Kort.", ander="Niet ingevoegd."),
        record=(record := Recorder()),
    )
    assert shown.diagnostics == ()
    record.note_printed(shown.printed)
    assert {(Path(each.file).stem, each.path) for each in record.printed} == {
        ("brief", ("tekst",)),
        ("tekstblokken", ("tekstblokken", 0, "tekst")),
    }


def test_a_drawing_prints_the_values_it_was_made_of_when_it_stands_in_the_text(tmp_path: Path) -> None:
    drawing = RegisteredPicture(
        Picture(b"<svg/>", "svg", 10, 10), "Tijdlijn", drawn=(LETTER.child("moment"),)
    )
    record = Recorder()
    key = record.add_picture(drawing)
    figure = "<figure><picture key='{{ sleutel }}'/></figure>"
    assert printed(tmp_path, figure, {"sleutel": key}, record=record) == {("moment",)}
    assert printed(tmp_path, "<p>x</p>", {"sleutel": key}, record=record) == NOTHING


def test_on_whose_behalf_is_printed_with_their_functions(tmp_path: Path) -> None:
    context: dict[str, object] = {"tekst": MarkdownText("Ik schrijf [mede-namens].", FIELD)}
    functions = (words("minister van Financiën", "a"), words("minister van Defensie", "b"))
    found = printed(tmp_path, "{{ tekst | md }}", context, mede_namens=functions)
    assert found == {("tekst",), ("a",), ("b",)}


def test_taking_a_value_remembers_it_without_the_place_in_its_text() -> None:
    record = Recorder()
    assert record.take(words("haven", "titel")) == "haven"
    record.note_printed([Source(FIELD.file, ("tekst",), 3, 4), Source(FIELD.file, ("tekst",), 5)])
    assert record.printed == {Source(FIELD.file, ("titel",)), Source(FIELD.file, ("tekst",))}


@pytest.mark.parametrize("value", [None, "los", 3, True, ("a",)])
def test_taking_a_value_of_which_no_place_is_known_remembers_nothing(value: object) -> None:
    record = Recorder()
    assert record.take(value) == value
    assert record.printed == set()
