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


def source(identity: str, **keys: object) -> Bron:
    return Bron.model_validate({"id": identity, **keys})


def listed(*register: Bron) -> list[str]:
    return [each.id for each in used_sources([str(each.id) for each in register], register)]


def test_only_cited_sources_are_listed_and_each_once() -> None:
    register = [source(name, titel=name) for name in ("twee", "een", "drie")]
    assert [each.id for each in used_sources(["drie", "een", "drie", "weg"], register)] == ["drie", "een"]


def test_sources_stand_by_alphabet_of_who_published_them_and_their_title() -> None:
    assert listed(
        source("c", uitgever="Wikipedia", titel="Een lemma"),
        source("b", uitgever="CBS", titel="Wonen"),
        source("d", titel="De toekomst"),
        source("a", uitgever="CBS", titel="Bevolking"),
    ) == ["a", "b", "d", "c"]


def test_papers_of_parliament_stand_together_by_dossier_and_number() -> None:
    assert listed(
        source("rijk", uitgever="Rijksoverheid", titel="Nieuws"),
        source("late", kamerstuk="36800-VII, nr. 97", datum="2026-04-24"),
        source("senate-aa", kamerstuk="Kamerstukken I 2024/25, 34682, AA"),
        source("second", kamerstuk="34682, nr. 205", datum="2024-11-12"),
        source("senate-b", kamerstuk="Kamerstukken I 2018/19, 34682, B"),
        source("first", kamerstuk="34682, nr. 41", datum="2025-06-12"),
        source("roman", kamerstuk="Kamerstukken I 2024/25, CXXIV, A"),
        source("cbs", uitgever="CBS", titel="Cijfers"),
    ) == ["cbs", "first", "second", "senate-b", "senate-aa", "late", "roman", "rijk"]


def test_other_official_papers_and_those_that_cannot_be_read_stand_by_their_words() -> None:
    assert listed(
        source("staatsblad", kamerstuk="Stb. 2011, 35"),
        source("wrong", kamerstuk="geen verwijzing"),
        source("report", kamerstuk="Handelingen II 2024/25, nr. 20, item 3"),
    ) == ["wrong", "report", "staatsblad"]
