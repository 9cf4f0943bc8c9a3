"""Figures of a text against the data: the region has one kans, two afspraken and three gemeenten."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.project import read_project
from pipeline.content.values import MarkdownText
from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.language import check_language
from pipeline.language.figures import Figures
from pipeline.language.prose import prose_of
from tests import projects as p

ANOTHER = (
    "  - id: k-taal\n    titel: Taal\n    regionaal_belang: Taal.\n    nationaal_belang: Taal.\n"
    "    meerwaarde: Taal.\n    eigenaar: provincie-zeeland\n    departementen: [ienw]\n"
)
TWO_KANSEN = p.edit(p.AGENDA, "afspraken:\n  - id", f"{ANOTHER}afspraken:\n  - id")


def found_in(root: Path, *changes: p.Change) -> list[Diagnostic]:
    project, broken = read_project(p.write_project(root, *changes))
    assert broken == ()
    return [each for each in check_language(project) if each.code is Code.FIGURE_DIFFERS]


def summary(text: str) -> p.Change:
    return p.edit(p.AGENDA, "samenvatting: Eén kans, twee afspraken.", f"samenvatting: |\n  {text}")


def intention(text: str) -> p.Change:
    return p.edit(p.AGENDA, "inzet_regio: De provincie wijst locaties aan.", f"inzet_regio: {text}")


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("De agenda telt drie kansen.", "drie", "“drie kansen”, maar de agenda heeft er 2."),
        ("De agenda bevat 3 kansen.", "3", "maar de agenda heeft er 2."),
        ("Alle drie de afspraken lopen.", "drie", "maar de agenda heeft er 2."),
        ("Een van de drie afspraken loopt.", "drie", "maar de agenda heeft er 2."),
        ("Zij willen zes afspraken maken.", "zes", "maar de agenda heeft er 2."),
        ("De dertien gemeenten doen mee.", "dertien", "maar de regio heeft er 3."),
        ("Dat zijn de vier overheden van nu.", "", ""),
        ("Dat doen de vier regionale overheden.", "vier", "maar bij de agenda horen er 2."),
        ("Zeeland telt 400.657 inwoners.", "400.657", "maar het kerncijfer is 391.657."),
        ("De regio heeft bijna 500.000 inwoners.", "500.000", "maar het kerncijfer is 391.657."),
        ("Het kost in totaal € 40 miljoen.", "€ 40 miljoen", "maar de regels zijn samen € 4 miljoen."),
        ("In totaal is dat € 3.900.000.", "€ 3.900.000", "maar de regels zijn samen € 4 miljoen."),
    ],
)
def test_a_figure_that_differs_from_the_data_is_told(
    tmp_path: Path, text: str, words: str, said: str
) -> None:
    found = found_in(tmp_path, TWO_KANSEN, summary(text))
    assert [each.words for each in found] == [words] * bool(words)
    assert all(each.message.replace("\u00a0", " ").endswith(said) for each in found)
    assert all(isinstance(each.related[0].where, Source) for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "De agenda telt twee kansen en twee afspraken.",
        "Eén van de twee afspraken loopt; bij één kans is geld.",
        "Eén afspraak loopt. De drie Zeeuwse gemeenten doen mee.",
        "De vijf afspraken uit de Regio Deal lopen.",
        "De twee gemeenten op Walcheren doen mee. Alle twee gemeenten betalen.",
        "Zeeland telt 391.657 inwoners, dus bijna 400.000 inwoners.",
        "Zeeland telt ongeveer 392.000 inwoners en drie gemeenten.",
        "De gemeente Goes telt 40.000 inwoners.",
        "Nederland telt 342 gemeenten.",
        "Het kost in totaal € 4 miljoen, waarvan het Rijk in totaal € 2,5 miljoen betaalt.",
        "Het kost in totaal ongeveer € 4,1 miljoen.",
        "De tweede afspraak en het jaar 2030.",
        "Dat is in totaal € 12,50 per inwoner, of in totaal € 007 miljoen.",
        f"Zeeland telt {'9' * 5000} inwoners en de {'9' * 5000} kansen in totaal € {'9' * 5000}.",
    ],
)
def test_a_figure_that_agrees_or_is_about_a_part_is_left_alone(tmp_path: Path, text: str) -> None:
    assert [each.message for each in found_in(tmp_path, TWO_KANSEN, summary(text))] == []


def test_a_number_in_one_afspraak_may_be_about_those_that_take_part_in_it(tmp_path: Path) -> None:
    assert found_in(tmp_path, intention("In alle twee gemeenten zijn bijeenkomsten.")) == []
    assert len(found_in(tmp_path, intention("De twee gemeenten en het Rijk doen mee."))) == 1


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ("In 2030 zijn er 600 extra leerplekken.", []),
        ("In 2030 zijn er 700 leerplekken.", ["700"]),
        ("In 2028 zijn er 200 leerplekken. In 2030 zijn het er meer.", []),
        ("Er zijn\n      in 2030 vijfhonderd, dus 500\n      leerplekken.", ["500"]),
    ],
)
def test_a_result_names_what_the_indicator_aims_at(tmp_path: Path, result: str, words: list[str]) -> None:
    aim = "        naam: Extra leerplekken voor jongeren\n        doel: 600 in 2030\n"
    kans = p.edit(
        p.AGENDA,
        "    indicatoren:\n      - id: i-uitstoot\n        naam: uitstoot van de haven\n",
        f"    resultaat: |\n      {result}\n    indicatoren:\n      - id: i-uitstoot\n{aim}",
    )
    assert [each.words for each in found_in(tmp_path, kans)] == words


def test_a_letter_is_held_against_its_regions_and_the_register_of_programmes(tmp_path: Path) -> None:
    grant = p.edit(p.TRAJECTEN, "    soort: novex\n", "    soort: novex\n    rijksbijdrage: 30 miljoen\n")
    regions = "Alle drie de regio's doen mee."
    text = f"{regions} NOVEX North Sea Port District krijgt een Rijksbijdrage van € 13 miljoen."
    found = found_in(tmp_path, grant, p.edit(p.BRIEF, "vervolg: In 2027", f"vervolg: {text} In 2027"))
    assert [each.words for each in found] == ["drie", "€ 13 miljoen"]


PIECES = [
    "de",
    "telt",
    "alle",
    "twee",
    "2",
    "12,5",
    "€",
    "miljoen",
    "tot",
    "1.000",
    "0",
    "007",
    "kansen",
    "afspraken",
    "gemeenten",
    "overheden",
    "inwoners",
    "in",
    "totaal",
    "Zeeland",
    "ongeveer",
    ".",
    ",",
    "lopende",
    "trajecten",
    "Rijksbijdrage",
    "van",
    "NOVEX",
    "North",
    "Sea",
    "Port",
    "District",
]


@pytest.fixture(scope="module")
def rule(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    grant = p.edit(p.TRAJECTEN, "    soort: novex\n", "    soort: novex\n    rijksbijdrage: 30 miljoen\n")
    project, _ = read_project(p.write_project(tmp_path_factory.mktemp("figures"), grant, TWO_KANSEN))
    return Figures(project)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_whatever_the_words_the_figure_that_is_told_stands_at_its_place(
    rule: Figures, pieces: list[str]
) -> None:
    typed = " ".join(pieces)
    for finding in rule(prose_of(MarkdownText(typed, Source(p.AGENDA, ("samenvatting",))))):
        assert isinstance(finding.where, Source)
        assert typed[finding.where.column :].startswith(finding.words)
