from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.project import read_project
from pipeline.content.values import MarkdownText
from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.language import check_language
from pipeline.language.prose import prose_of
from pipeline.language.spelling import Speller, proposing, words_of
from tests import projects as p

SOURCE = Source("content/a.yaml", ("tekst",))
LIST = "content/gedeeld/woordenlijst.yaml"


def found_in(typed: str, *own: str) -> list[Diagnostic]:
    return list(proposing(Speller(own)(prose_of(MarkdownText(typed, SOURCE)))))


@pytest.mark.parametrize(
    ("typed", "word", "proposal"),
    [
        ("Wij maken afsprakn over wonen.", "afsprakn", "afspra"),
        ("Gemeeenten werken samen.", "Gemeeenten", "Gemeenten"),
        ("- de regoi doet mee;", "regoi", "regio"),
        ("Eerst dit.\nDan de **wonnigbouw** erbij.", "wonnigbouw", "woningbouw"),
        ("Een noot.^[Met een foutt erin.]", "foutt", "fout"),
    ],
)
def test_an_unknown_word_is_told_with_what_may_be_meant(typed: str, word: str, proposal: str) -> None:
    (finding,) = found_in(typed)
    assert (finding.code, finding.words) == (Code.MISSPELT, word)
    assert f"“{proposal}" in finding.hint
    assert LIST in finding.hint


@pytest.mark.parametrize(
    ("typed", "apart", "joined"),
    [
        ("Een sector overstijgende aanpak.", "sector overstijgende", "sectoroverstijgende"),
        ("De lange termijn visie volgt.", "lange termijn visie", "langetermijnvisie"),
        ("De voortgangs brief volgt.", "voortgangs brief", "voortgangsbrief"),
    ],
)
def test_a_compound_in_pieces_is_told(typed: str, apart: str, joined: str) -> None:
    (finding,) = found_in(typed)
    assert (finding.code, finding.words) == (Code.WRITTEN_APART, apart)
    assert joined in finding.message


@pytest.mark.parametrize(
    "typed",
    [
        "Eén regio’s belang is ons belang; foto's en één-op-één.",
        "Op de lange termijn groeit de regio.",
        "In mijn brief van 1 juli jl. en a.s. vrijdag.",
        "De Zeelandbrug, de Lelylijn en het IJsselmeer. BZK en IenW doen mee.",
        "Zie [@beleidsbrief; @kst-xyz], [=passage-qqq], [#afspraak-zzz] en https://www.voorbeeld.nl/qqqx.",
        "Woon- en zorgvisie; in- en uitvoer; (mede)overheden.",
        "| Jaar | Bedrag |\n| :--- | ---: |\n| 2027 | 12 |",
        "[North Sea Port District]{lang=en}",
        "Bodemdalingsopgave en woningbouwversnellingsaanpak.",
    ],
)
def test_good_words_are_left_alone(typed: str) -> None:
    assert [each.words for each in found_in(typed)] == []


def test_a_word_is_told_once_in_a_text() -> None:
    assert len(found_in("Een afsprakn. Nog een afsprakn.")) == 1


def test_words_of_the_project_are_right_also_with_a_capital_and_in_a_compound_with_a_hyphen() -> None:
    assert found_in("Energiehubs groeien; een energiehubs-kaart.", "energiehubs") == []


def test_the_list_and_the_names_in_the_registers_are_known(tmp_path: Path) -> None:
    p.write_project(
        tmp_path,
        p.edit(p.BRIEF, "vervolg: In 2027", "vervolg: Qwertya en qwertyb in 2027"),
        p.write(LIST, "schemaversie: 1\nwoorden: [qwertyb]\n"),
    )
    project, broken = read_project(tmp_path)
    assert broken == ()
    assert "qwertyb" in set(words_of(project))
    assert [each.words for each in check_language(project)] == ["Qwertya"]


def test_a_broken_word_list_is_told_and_stops_no_document(tmp_path: Path) -> None:
    project, broken = read_project(p.write_project(tmp_path, p.write(LIST, "schemaversie: 1\nwoord: [a]\n")))
    assert {each.where.file for each in broken} == {LIST}
    assert LIST not in project.shared_files


@given(st.text(alphabet="abEé’'-. \n[]()@#*IJ_1", max_size=60))
def test_the_words_of_a_finding_stand_at_its_place(typed: str) -> None:
    for finding in found_in(typed):
        assert isinstance(finding.where, Source)
        line = typed.split("\n")[finding.where.line]
        assert line[finding.where.column :].startswith(finding.words.split("\n")[0])
