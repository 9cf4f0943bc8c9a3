from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from tests.checks.checked import at, findings_beside_faults, findings_of, only_finding
from tests.projects import AFKORTINGEN, BRONNEN, TEKSTBLOKKEN, TOEZEGGINGEN, add, edit, spoil

URL = "https://www.cbs.nl/nl-nl/cijfers/detail/70072ned"


def test_a_source_has_a_paper_or_a_title(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BRONNEN, "    titel: Regionale kerncijfers Nederland\n", ""))
    assert (finding.code, finding.where) == (Code.MISSING_KEY, at(BRONNEN, "bronnen", 1, "id"))


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("http://www.cbs.nl/cijfers", "Schrijf: https://www.cbs.nl/cijfers"),
        ("www.cbs.nl/cijfers", "Schrijf: https://www.cbs.nl/cijfers"),
        ("zie de website", ""),
        ("https://cbs", ""),
        ("ftp://www.cbs.nl", ""),
        ("javascript:alert(1)", ""),
        ("https://www.cbs.nl/met spatie", ""),
    ],
)
def test_a_web_address_is_secure_and_whole(tmp_path: Path, typed: str, hint: str) -> None:
    finding = only_finding(tmp_path, edit(BRONNEN, URL, f"'{typed}'"))
    assert (finding.code, finding.where) == (Code.INVALID_LINK, at(BRONNEN, "bronnen", 1, "url"))
    assert finding.hint == hint


@pytest.mark.parametrize("url", ["https://www.cbs.nl", "https://a.nl/?x=1#y", "https://a.nl?q=1"])
def test_web_addresses_that_are_right(tmp_path: Path, url: str) -> None:
    assert findings_of(tmp_path, edit(BRONNEN, URL, f"'{url}'")) == ()


@pytest.mark.parametrize("number", ["TZ202607-001", "TZ202612-1234"])
def test_numbers_of_the_tweede_kamer(tmp_path: Path, number: str) -> None:
    assert findings_of(tmp_path, add(TOEZEGGINGEN, f"    nummer: {number}\n")) == ()


@pytest.mark.parametrize("number", ["TZ202613-001", "TZ2026-001", "TZ202607001", "T123", "tz202607-001"])
def test_what_is_no_number_of_a_promise(tmp_path: Path, number: str) -> None:
    finding = only_finding(tmp_path, add(TOEZEGGINGEN, f"    nummer: {number}\n"))
    assert (finding.code, finding.where) == (
        Code.INVALID_VALUE,
        at(TOEZEGGINGEN, "toezeggingen", 0, "nummer"),
    )
    assert "TZ202412-116" in finding.hint


def test_a_number_of_the_other_chamber(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, add(TOEZEGGINGEN, "    nummer: T02867\n"))
    assert (
        finding.message == "T02867 is een nummer van de Eerste Kamer, maar bij “kamer” staat de Tweede Kamer."
    )


def test_a_passage_that_no_text_takes_in_is_a_warning(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, add(TEKSTBLOKKEN, "  - id: over\n    tekst: Nergens nodig.\n"))
    assert (finding.code, finding.where) == (Code.UNUSED_ENTRY, at(TEKSTBLOKKEN, "tekstblokken", 1, "id"))
    assert not finding.is_error


def test_a_passage_that_another_passage_takes_in_is_used(tmp_path: Path) -> None:
    more = "  - id: kern\n    tekst: De kern.\n"
    changes = (
        edit(TEKSTBLOKKEN, "tekst: Deze", "tekst: '[=kern] Deze"),
        edit(TEKSTBLOKKEN, "verplichtingen.", "verplichtingen.'"),
        add(TEKSTBLOKKEN, more),
    )
    assert findings_of(tmp_path, *changes) == ()


def test_nothing_is_said_of_passages_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    unused = add(TEKSTBLOKKEN, "  - id: over\n    tekst: Nergens nodig.\n")
    assert findings_beside_faults(tmp_path, unused, spoil(AFKORTINGEN)) == ()
