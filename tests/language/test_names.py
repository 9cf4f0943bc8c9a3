"""One name in two spellings, over the texts of two regions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.project import read_project
from pipeline.content.values import MarkdownText
from pipeline.diagnostics import Code, Source
from pipeline.language import check_language
from pipeline.language.names import names
from pipeline.language.prose import Prose, prose_of
from tests import projects as p


def texts(*typed: str) -> list[Prose]:
    return [
        prose_of(MarkdownText(text, Source(f"content/{at}.yaml", ("tekst",))))
        for at, text in enumerate(typed)
    ]


def found_in(*typed: str, certain: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return the words of each finding and the spelling that it proposes."""
    found = list(names(texts(*typed), certain))
    assert all(each.code is Code.NAME_DIFFERS and each.related for each in found)
    return [(each.words, each.hint.removeprefix("Schrijf: ").split(". ")[0]) for each in found]


@pytest.mark.parametrize(
    ("typed", "words", "right"),
    [
        (
            ("In Zeeuws Vlaanderen.", "In Zeeuws-Vlaanderen en Zeeuws-Vlaanderen."),
            "Zeeuws Vlaanderen",
            "Zeeuws-Vlaanderen",
        ),
        (("In Fryslan.", "In Fryslân werkt dat. Ook in Fryslân."), "Fryslan", "Fryslân"),
        (("Het Novex-gebied.", "De NOVEX groeit. Zie NOVEX."), "Novex", "NOVEX"),
        (("De Novex groeit.", "De NOVEX groeit. Zie NOVEX."), "Novex", "NOVEX"),
        (("Door Xelstroom BV.", "Met XelStroom BV, en door XelStroom BV."), "Xelstroom BV", "XelStroom BV"),
        (
            ("In Noordoostpoldre.", "In Noordoostpolder. Ook in Noordoostpolder."),
            "Noordoostpoldre",
            "Noordoostpolder",
        ),
        (("In ’s Gravenpolder.", "In Schowen-Duiveland."), "", ""),
    ],
)
def test_the_rarer_spelling_is_told_with_the_other_one(
    typed: tuple[str, ...], words: str, right: str
) -> None:
    assert found_in(*typed) == ([(words, right)] if words else [])


def test_a_register_knows_better_than_the_texts() -> None:
    found = found_in(
        "In Sudwest-Fryslân.",
        "Ook in Sudwest-Fryslân.",
        "Súdwest-Fryslân.",
        certain=("Gemeente Súdwest-Fryslân",),
    )
    assert found == [("Sudwest-Fryslân", "Súdwest-Fryslân")] * 2


def test_two_names_that_both_stand_in_a_register_are_two_names() -> None:
    assert found_in("In Borssele.", "In Borsele, in Borsele.", certain=("Borssele", "Gemeente Borsele")) == []


@pytest.mark.parametrize(
    "typed",
    [
        ("De Regio Deal loopt.", "De Regio deal loopt.", "Deze Regio Deal."),
        ("Het Rijk betaalt.", "Het rijk van de natuur.", "Rijk en regio."),
        ("Eén regio. Een kans. Ook: Een tweede."),
        ("Een Zeeuwse kust.", "De Zeeuws getinte kust in Zeeland.", "Zeeuwen en een Zeeuw."),
        ("Lelystad en de Lelystadse wijk.", "Almere, Almeerse jeugd en Almeres groei."),
        ("Zie [de kaart](https://voorbeeld.nl/Fryslan) en [@Fryslan].", "Fryslân, Fryslân."),
    ],
)
def test_names_that_only_look_alike_are_left_alone(typed: tuple[str, ...] | str) -> None:
    assert found_in(*([typed] if isinstance(typed, str) else typed)) == []


def test_the_rule_looks_over_all_regions_and_in_titles(tmp_path: Path) -> None:
    p.write_project(
        tmp_path,
        p.edit(p.AGENDA, "titel: Ruimte op het net", "titel: Ruimte in Zeeuws Vlaanderen"),
        p.edit(p.BRIEF, "vervolg: In 2027", "vervolg: In Zeeuws-Vlaanderen, ja Zeeuws-Vlaanderen, in 2027"),
    )
    project, broken = read_project(tmp_path)
    assert broken == ()
    (finding,) = check_language(project)
    assert (finding.words, finding.where.file) == ("Zeeuws Vlaanderen", p.AGENDA)
    assert finding.related[0].where.file == p.BRIEF


def test_a_name_that_only_a_register_holds_corrects_the_texts(tmp_path: Path) -> None:
    p.write_project(
        tmp_path,
        p.edit(p.TRAJECTEN, "naam: NOVEX North Sea Port District", "naam: Regio Deal Oosterschelde"),
        p.edit(p.BRIEF, "vervolg: In 2027", "vervolg: Aan de Oosterschlede volgt in 2027"),
    )
    project, broken = read_project(tmp_path)
    assert broken == ()
    (finding,) = (each for each in check_language(project) if each.code is Code.NAME_DIFFERS)
    assert finding.words == "Oosterschlede"
    assert finding.related[0].where.file == p.TRAJECTEN


@given(st.lists(st.text(alphabet="AaBbé’'- .\n[](@)#", max_size=40), max_size=4))
def test_the_words_of_a_finding_stand_at_its_place(typed: list[str]) -> None:
    for finding in names(texts(*typed), ()):
        assert isinstance(finding.where, Source)
        text = typed[int(finding.where.file.removeprefix("content/").removesuffix(".yaml"))]
        line = text.rstrip().split("\n")[finding.where.line]
        assert line[finding.where.column :].startswith(finding.words)
