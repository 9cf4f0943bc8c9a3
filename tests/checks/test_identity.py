from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code, Related
from tests.checks.checked import at, findings_of, only_finding
from tests.projects import (
    AGENDA,
    BEGIN_AGENDA,
    BEGIN_REGIO,
    BRIEF,
    MINIMAL,
    PARTIJEN,
    PROGRAMMA,
    REGIO,
    VOORTGANG,
    add,
    edit,
    write,
)


def test_an_id_twice_in_a_register_names_both_places(tmp_path: Path) -> None:
    again = "  - id: gemeente-goes\n    naam: Goes\n    lopend: Goes\n    soort: gemeente\n"
    finding = only_finding(tmp_path, add(PARTIJEN, again))
    assert finding.code is Code.DUPLICATE_ID
    assert finding.where == at(PARTIJEN, "partijen", 3, "id")
    assert finding.related == (Related("Hier staat dezelfde id.", at(PARTIJEN, "partijen", 1, "id")),)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("id: r-net", "id: k-haven", ("risicos", 0, "id")),
        ("id: i-banen", "id: i-uitstoot", ("monitoring", "indicatoren", 0, "id")),
        ("id: i-banen", "id: a-net", ("monitoring", "indicatoren", 0, "id")),
        ("- id: regio", "- id: rijk", ("middelen", "regels", 1, "id")),
    ],
)
def test_the_parts_of_an_agenda_share_their_names(
    tmp_path: Path, old: str, new: str, place: tuple[str | int, ...]
) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, old, new))
    assert (finding.code, finding.where) == (Code.DUPLICATE_ID, at(AGENDA, *place))


def test_lines_of_money_may_bear_the_name_of_a_kans(tmp_path: Path) -> None:
    assert findings_of(tmp_path, edit(AGENDA, "- id: regio", "- id: k-haven")) == ()


def test_an_id_twice_in_the_programme(tmp_path: Path) -> None:
    moment = "  - id: 2026-12\n    titel: nog eens\n    moment: 2027\n"
    finding = only_finding(tmp_path, add(PROGRAMMA, moment))
    assert finding.where == at(PROGRAMMA, "rapportagemomenten", 1, "id")


def test_an_id_twice_among_the_annexes_of_a_letter(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BRIEF, "- id: beslisnota", "- id: stand-van-zaken"))
    assert (finding.code, finding.where) == (Code.DUPLICATE_ID, at(BRIEF, "bijlagen", 2, "id"))


def test_an_id_twice_among_the_figures_of_a_region(tmp_path: Path) -> None:
    figure = "    bron: cbs-2024\n  - id: inwoners\n    naam: bewoners\n    waarde: onbekend\n"
    finding = only_finding(tmp_path, edit(REGIO, "    bron: cbs-2024\n", figure))
    assert finding.where == at(REGIO, "kerncijfers", 1, "id")


def test_the_id_of_a_region_in_two_folders_names_both_files(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BEGIN_REGIO, "id: rivierenland", "id: zeeland"))
    assert (finding.code, finding.where) == (Code.DUPLICATE_ID, at(BEGIN_REGIO, "id"))
    assert finding.hint == "Schrijf hier: rivierenland"
    assert [related.where for related in finding.related] == [at(REGIO, "id")]


def test_a_copied_letter_that_kept_its_id_names_both_files(tmp_path: Path) -> None:
    copy = "content/brieven/2027-06/brief.yaml"
    text = MINIMAL[BRIEF].replace("bestand: beslisnota.pdf", "bestand: ../2026-12-voortgang/beslisnota.pdf")
    finding = only_finding(tmp_path, write(copy, text))
    assert (finding.code, finding.where) == (Code.DUPLICATE_ID, at(copy, "id"))
    assert [related.where for related in finding.related] == [at(BRIEF, "id")]


def test_an_id_that_is_not_the_name_of_the_folder(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BEGIN_AGENDA, "id: rivierenland", "id: rivierland"))
    assert (finding.code, finding.where) == (Code.ID_NOT_PLACE, at(BEGIN_AGENDA, "id"))
    assert finding.hint == "Schrijf hier: rivierenland, of noem de map rivierland."


def test_a_wrong_name_in_all_files_of_a_region_is_one_finding(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path,
        edit(REGIO, "id: zeeland", "id: zeelandia"),
        edit(AGENDA, "id: zeeland", "id: zeelandia"),
        edit(VOORTGANG, "regio: zeeland", "regio: zeelandia"),
    )
    assert (finding.code, finding.where) == (Code.ID_NOT_PLACE, at(REGIO, "id"))
    assert [related.where for related in finding.related] == [at(AGENDA, "id"), at(VOORTGANG, "regio")]


def test_the_name_of_a_letter(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(BRIEF, "id: 2026-12-voortgang", "id: voortgang"))
    assert (finding.code, finding.where) == (Code.ID_NOT_PLACE, at(BRIEF, "id"))


def test_a_folder_whose_name_cannot_be_an_id_is_to_be_renamed(tmp_path: Path) -> None:
    folder = "content/brieven/Brief Juni"
    text = MINIMAL[BRIEF].replace("id: 2026-12-voortgang", "id: brief-juni")
    text = text.replace("bestand: beslisnota.pdf", "bestand: ../2026-12-voortgang/beslisnota.pdf")
    finding = only_finding(tmp_path, write(f"{folder}/brief.yaml", text))
    assert (finding.code, finding.hint) == (Code.ID_NOT_PLACE, "Noem de map brief-juni.")


def test_the_moment_in_the_name_of_the_file(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(VOORTGANG, "id: 2026-12", "id: 2027-06"))
    assert (finding.code, finding.where) == (Code.ID_NOT_PLACE, at(VOORTGANG, "id"))
