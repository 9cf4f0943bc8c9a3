"""What the files of each kind of document say about themselves, and which values that prints."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pipeline.document.metadata import Metadata, Property
from tests import projects as p
from tests.compose.test_documents import AGENDA, LETTER, documents

ANNEX = "bijlage/2026-12-voortgang-stand-van-zaken"
SIGNERS = "    functie: minister van Binnenlandse Zaken en Koninkrijksrelaties\n"


def metadata(root: Path, document: str, *changes: p.Change) -> Metadata:
    return documents(p.write_project(root, *changes))[document].metadata


def properties(root: Path, document: str, *changes: p.Change) -> dict[str, str]:
    return {each.name: each.value for each in metadata(root, document, *changes).properties}


# --- kind and rights ---


@pytest.mark.parametrize(
    ("document", "kind", "category"),
    [
        (LETTER, "Kamerstuk", "Kamerbrief"),
        (AGENDA, "Rapport", "Strategische agenda"),
        (ANNEX, "Bijlage", "Bijlage"),
    ],
)
def test_each_document_says_what_kind_of_paper_it_is(
    document: str, kind: str, category: str, tmp_path: Path
) -> None:
    found = metadata(tmp_path, document)
    assert (found.kind, found.category) == (kind, category)


def test_an_annex_has_its_own_title_and_names_its_letter(tmp_path: Path) -> None:
    found = metadata(tmp_path, ANNEX)
    assert found.title == "Stand van zaken per regio"
    assert found.description == (
        "Bijlage bij: Kamerbrief over voortgang strategische agenda's regio en Rijk."
    )


def test_without_a_licence_everything_is_cc0(tmp_path: Path) -> None:
    made = documents(p.write_project(tmp_path))
    assert {document.metadata.rights for document in made.values()} == {"CC0 1.0"}
    assert all("licentie" not in document.source_yaml for document in made.values())


def test_a_licence_of_the_programme_holds_for_every_document(tmp_path: Path) -> None:
    licence = p.edit(p.PROGRAMMA, "voorbeeld: ja\n", "voorbeeld: ja\nlicentie: CC BY 4.0\n")
    made = documents(p.write_project(tmp_path, licence))
    assert {document.metadata.rights for document in made.values()} == {"CC BY 4.0"}
    assert all("licentie: CC BY 4.0" in document.source_yaml for document in made.values())


# --- properties ---


def test_a_letter_names_reference_chamber_date_status_and_who_signs(tmp_path: Path) -> None:
    assert metadata(tmp_path, LETTER).properties == (
        Property("OnzeReferentie", "2026-0000000000"),
        Property("Kamer", "Tweede Kamer"),
        Property("Datum", "2026-12-18"),
        Property("Status", "concept"),
        Property("Ondertekenaar", "minister van Binnenlandse Zaken en Koninkrijksrelaties"),
    )


def test_each_chamber_has_its_own_name_and_reference(tmp_path: Path) -> None:
    both = p.edit(
        p.BRIEF, "  - kamer: tweede\n", "  - kamer: tweede\n  - kamer: eerste\n    kenmerk: 2026-EK\n"
    )
    found = properties(tmp_path, f"{LETTER}-eerste-kamer", both)
    assert (found["Kamer"], found["OnzeReferentie"]) == ("Eerste Kamer", "2026-EK")


def test_a_letter_to_someone_else_names_no_chamber(tmp_path: Path) -> None:
    other = p.edit(p.BRIEF, "  - kamer: tweede\n", "  - regels:\n      - Een gemeente\n      - Postbus 1\n")
    assert "Kamer" not in properties(tmp_path, LETTER, other)


def test_a_letter_without_reference_has_no_empty_property(tmp_path: Path) -> None:
    found = metadata(tmp_path, LETTER, p.edit(p.BRIEF, "kenmerk: 2026-0000000000\n", ""))
    assert [each.name for each in found.properties] == ["Kamer", "Datum", "Status", "Ondertekenaar"]
    assert found.identifier == ""


def test_signers_are_functions_and_never_names(tmp_path: Path) -> None:
    named = p.edit(p.ONDERTEKENAARS, SIGNERS, f"{SIGNERS}    naam: drs. X. Voorbeeld\n")
    second = p.edit(
        p.BRIEF, "ondertekenaars:\n  - minister-bzk\n", "ondertekenaars:\n  - minister-bzk\n  - o\n"
    )
    other = p.add(p.ONDERTEKENAARS, "  - id: o\n    functie: minister van Financiën\n    departement: ienw\n")
    found = metadata(tmp_path, LETTER, named, second, other)
    assert "Voorbeeld" not in str(found)
    assert {each.name: each.value for each in found.properties}["Ondertekenaar"] == (
        "minister van Binnenlandse Zaken en Koninkrijksrelaties; minister van Financiën"
    )


def test_an_annex_shares_reference_date_and_status_but_is_signed_by_nobody(tmp_path: Path) -> None:
    assert properties(tmp_path, ANNEX) == {
        "OnzeReferentie": "2026-0000000000",
        "Datum": "2026-12-18",
        "Status": "concept",
    }


def test_an_agenda_names_its_region_date_and_status(tmp_path: Path) -> None:
    assert properties(tmp_path, AGENDA) == {
        "Regio": "Zeeland",
        "Datum": "2026-11-02",
        "Status": "vastgesteld",
    }


def test_an_agenda_with_a_reference_says_so(tmp_path: Path) -> None:
    found = properties(tmp_path, AGENDA, p.edit(p.AGENDA, "versie: '1.0'\n", "versie: '1.0'\nkenmerk: R-1\n"))
    assert found["OnzeReferentie"] == "R-1"


# --- relations ---


def test_papers_of_parliament_are_named_once_in_order_of_first_citation(tmp_path: Path) -> None:
    assert metadata(tmp_path, LETTER).relations == ("kst-36800-VII-97", "kst-36200-IV-12")


def test_a_paper_of_the_register_that_is_not_cited_is_no_relation(tmp_path: Path) -> None:
    more = p.add(p.BRONNEN, "  - id: ander\n    kamerstuk: 29697, nr. 179\n    datum: 2026-01-30\n")
    assert "kst-29697-179" not in metadata(tmp_path, AGENDA, more).relations


def test_the_annex_of_sources_adds_nothing_and_changes_no_order(tmp_path: Path) -> None:
    more = p.add(p.BRONNEN, "  - id: ander\n    kamerstuk: 29697, nr. 179\n    datum: 2026-01-30\n")
    cite = p.edit(p.AGENDA, "afspraken.[@beleidsbrief]", "afspraken.[@beleidsbrief; @ander; @cbs-2024]")
    assert metadata(tmp_path, AGENDA, more, cite).relations == ("kst-36800-VII-97", "kst-29697-179")


def test_a_document_that_cites_no_paper_has_no_relations(tmp_path: Path) -> None:
    assert metadata(tmp_path, ANNEX).relations == ()


# --- what metadata prints counts as printed ---


def test_a_value_that_only_metadata_shows_is_in_the_export(tmp_path: Path) -> None:
    exported = yaml.safe_load(documents(p.write_project(tmp_path))[LETTER].source_yaml)["bestanden"]
    assert exported[p.BRIEF]["aan"] == [{"kamer": "tweede"}]
    assert exported[p.BRIEF]["status"] == "concept"
    assert exported[p.PROGRAMMA]["naam"] == "Strategische agenda's regio en Rijk"
