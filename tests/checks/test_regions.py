from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.checks import regions
from pipeline.diagnostics import Code
from tests.checks.checked import at, findings_of, only_finding
from tests.projects import BEGIN_REGIO, REGIO, edit


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Vlisingen", "Vlissingen"),
        ("Den Haag", "'s-Gravenhage"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("Schouwen Duiveland", "Schouwen-Duiveland"),
        ("vlissingen", "Vlissingen"),
    ],
)
def test_a_municipality_that_does_not_exist(tmp_path: Path, typed: str, meant: str) -> None:
    finding = only_finding(tmp_path, edit(REGIO, "- Vlissingen", f"- {typed}"))
    assert (finding.code, finding.where) == (Code.UNKNOWN_MUNICIPALITY, at(REGIO, "gemeenten", 2))
    assert finding.message == f"Er is geen gemeente “{typed}” (stand van 2024)."
    assert finding.hint == f"Bedoelde u “{meant}”?"


def test_a_municipality_of_another_province(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(REGIO, "- Vlissingen", "- Breda"))
    assert (finding.code, finding.where) == (Code.UNKNOWN_MUNICIPALITY, at(REGIO, "gemeenten", 2))
    assert finding.message == "De gemeente “Breda” ligt in Noord-Brabant, niet in Zeeland."


def test_a_region_may_lie_in_two_provinces(tmp_path: Path) -> None:
    changes = (
        edit(REGIO, "- Vlissingen", "- Breda"),
        edit(REGIO, "  - Zeeland\ngemeenten", "  - Zeeland\n  - Noord-Brabant\ngemeenten"),
    )
    assert findings_of(tmp_path, *changes) == ()


@pytest.mark.parametrize(
    ("province", "name"),
    [
        ("Limburg", "Bergen"),
        ("Noord-Holland", "Bergen"),
        ("Limburg", "Bergen (L.)"),
        ("Noord-Brabant", "’s-Hertogenbosch"),
        ("Noord-Brabant", "Nuenen, Gerwen en Nederwetten"),
        ("Fryslân", "Súdwest-Fryslân"),
    ],
)
def test_names_with_additions_accents_and_apostrophes(tmp_path: Path, province: str, name: str) -> None:
    changes = (
        edit(BEGIN_REGIO, "- Gelderland", f"- {province}"),
        edit(BEGIN_REGIO, "- Tiel\n  - Buren", f"- '{name}'"),
    )
    assert findings_of(tmp_path, *changes) == ()


@pytest.mark.parametrize(
    ("typed", "meant"), [("Zeelnad", "Zeeland"), ("Friesland", "Fryslân"), ("Brabant", "Noord-Brabant")]
)
def test_a_province_that_does_not_exist_is_one_finding(tmp_path: Path, typed: str, meant: str) -> None:
    finding = only_finding(tmp_path, edit(REGIO, "  - Zeeland\ngemeenten", f"  - {typed}\ngemeenten"))
    assert (finding.code, finding.where) == (Code.UNKNOWN_MUNICIPALITY, at(REGIO, "provincies", 0))
    assert finding.hint == f"Bedoelde u “{meant}”?"


def test_a_municipality_twice(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(REGIO, "- Vlissingen", "- Goes"))
    assert (finding.code, finding.where) == (Code.LISTED_TWICE, at(REGIO, "gemeenten", 2))
    assert [related.where for related in finding.related] == [at(REGIO, "gemeenten", 0)]


def test_the_facts_are_those_of_2024() -> None:
    assert len(regions._all_municipalities()) == 342
    assert len(regions._all_provinces()) == 12
