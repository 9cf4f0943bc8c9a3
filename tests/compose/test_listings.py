from dataclasses import replace

from pipeline.compose.listings import used_abbreviations, used_sources
from pipeline.content.models.gedeeld import Afkorting, Bron
from pipeline.document.nodes import Document
from tests import trees


def document(words: str) -> Document:
    return replace(trees.annex(), body=(trees.paragraph(words),))


def abbreviation(short: str) -> Afkorting:
    return Afkorting.model_validate({"id": short.lower(), "kort": short, "voluit": f"Voluit {short}"})


def test_only_abbreviations_that_stand_as_a_word_are_listed() -> None:
    register = [abbreviation(short) for short in ("NPVR", "NPLV", "EU")]
    found = used_abbreviations(document("Het NPVR loopt; NEUTRAAL telt niet."), register)
    assert [each.kort for each in found] == ["NPVR"]


def test_an_abbreviation_in_a_compound_counts() -> None:
    found = used_abbreviations(document("De NPVR-regio’s doen mee."), [abbreviation("NPVR")])
    assert len(found) == 1


def test_abbreviations_are_sorted() -> None:
    register = [abbreviation(short) for short in ("ZW", "BZK", "NOVEX")]
    found = used_abbreviations(document("ZW, NOVEX en BZK"), register)
    assert [each.kort for each in found] == ["BZK", "NOVEX", "ZW"]


def test_cited_sources_are_listed_once_in_the_order_of_the_register() -> None:
    register = [Bron.model_validate({"id": name, "titel": name}) for name in ("een", "twee", "drie")]
    assert [source.id for source in used_sources(["drie", "een", "drie"], register)] == ["een", "drie"]
