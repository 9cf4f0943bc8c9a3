from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from pipeline.authoring.new.files import NewFile, Refused, write_new
from pipeline.authoring.new.letter import new_letter
from pipeline.authoring.new.progress import Round, new_progress
from pipeline.authoring.new.region import new_agenda, new_region
from pipeline.content.project import Project, read_project
from pipeline.diagnostics import Code
from tests import projects as p

EMPTY = {Code.EMPTY_TEXT, Code.WRONG_CHOICE}
"""What check says of a key that is left to be filled in."""
NEXT = "  - id: 2027-06\n    titel: juni 2027\n    moment: juni 2027\n"


def project(root: Path, *changes: p.Change) -> Project:
    return read_project(p.write_project(root, *changes))[0]


def made(files: Sequence[NewFile] | Refused) -> Sequence[NewFile]:
    assert not isinstance(files, Refused), files
    return files


def progress(content: Project, moment: str) -> Round:
    found = new_progress(content, moment)
    assert isinstance(found, Round), found
    return found


def refusal(found: object) -> str:
    assert isinstance(found, Refused)
    return f"{found.message} {found.hint}"


def left_empty(content: Project, files: Sequence[NewFile]) -> set[Code]:
    """Write the files and return the codes of what is wrong with them."""
    assert write_new(content.root, files) is None
    _, findings = read_project(content.root)
    paths = {file.path for file in files}
    assert {finding.where.file for finding in findings} <= paths
    return {finding.code for finding in findings}


# --- a region ---


def test_a_region_gets_two_files_and_an_id_from_its_name(tmp_path: Path) -> None:
    files = made(new_region(project(tmp_path), "Súdwest-Fryslân & meer"))
    folder = "content/regios/sudwest-fryslan-meer"
    assert [file.path for file in files] == [f"{folder}/regio.yaml", f"{folder}/agenda.yaml"]
    assert yaml.safe_load(files[0].text)["namen"]["lopend"] == "Súdwest-Fryslân & meer"


def test_what_check_says_of_a_new_region_is_only_what_must_be_filled_in(tmp_path: Path) -> None:
    content = project(tmp_path)
    assert left_empty(content, made(new_region(content, "Achterhoek"))) <= EMPTY


def test_a_new_agenda_answers_the_principles_of_the_programme(tmp_path: Path) -> None:
    _, agenda = made(new_region(project(tmp_path), "Achterhoek"))
    answers = yaml.safe_load(agenda.text)["uitgangspunten"]
    assert [each["uitgangspunt"] for each in answers] == ["initiatief", "fase", "kansen", "samenhang"]


def test_the_first_line_leads_an_editor_to_the_schema(tmp_path: Path) -> None:
    for file in made(new_region(project(tmp_path), "Achterhoek")):
        kind = Path(file.path).stem
        assert file.text.startswith(
            f"# yaml-language-server: $schema=../../../templates/schema/{kind}.json\n"
        )


def test_an_agenda_can_be_made_for_a_region_that_lost_it(tmp_path: Path) -> None:
    content = project(tmp_path, p.remove(p.AGENDA))
    assert [file.path for file in made(new_agenda(content, "zeeland"))] == [p.AGENDA]


@pytest.mark.parametrize("name", ["Zeeland", "zeeland"])
def test_what_exists_is_not_made_again(tmp_path: Path, name: str) -> None:
    content = project(tmp_path)
    assert "bestaat al" in refusal(new_region(content, name))
    assert "heeft al een agenda" in refusal(new_agenda(content, name))


def test_a_name_without_letters_is_refused(tmp_path: Path) -> None:
    content = project(tmp_path)
    assert "is geen id te maken" in refusal(new_region(content, "!?"))
    assert "is geen id te maken" in refusal(new_letter(content, "…"))


def test_an_agenda_of_an_unknown_region_asks_what_was_meant(tmp_path: Path) -> None:
    content = project(tmp_path)
    assert "Bedoelde u “zeeland”?" in refusal(new_agenda(content, "zeelnd"))
    assert "kamerwerk new regio Twente" in refusal(new_agenda(content, "Twente"))


# --- a round of progress ---


def test_progress_starts_from_the_last_one_and_says_what_was_promised(tmp_path: Path) -> None:
    content = project(tmp_path, p.add(p.PROGRAMMA, NEXT))
    files = {file.path: file.text for file in progress(content, "2027-06").files}
    text = files["content/regios/zeeland/voortgang-2027-06.yaml"]
    values = yaml.safe_load(text)
    assert values["kansen"] == [{"kans": "k-haven", "stand": "op schema", "tekst": None}]
    assert [each["status"] for each in values["afspraken"]] == ["gestart", "op schema"]
    assert "# Ruimte op het net. Beloofd: gereed tweede kwartaal 2027." in text
    assert "# Vorige keer: De verkenning loopt." in text
    assert "# Vorige keer: De uitvoering ligt op koers." in text


def test_every_region_gets_its_progress_and_only_empty_keys_are_left(tmp_path: Path) -> None:
    content = project(tmp_path, p.add(p.PROGRAMMA, NEXT))
    files = progress(content, "2027-06").files
    assert len(files) == 2
    assert left_empty(content, files) <= EMPTY


def test_progress_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    content = project(tmp_path, p.remove(p.BEGIN_VOORTGANG))
    found = progress(content, "2026-12")
    assert [file.path for file in found.files] == [p.BEGIN_VOORTGANG]
    assert found.skipped == (f"{p.VOORTGANG} bestaat al en blijft zoals het is.",)


def test_a_region_with_an_agenda_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    content = project(tmp_path, p.add(p.PROGRAMMA, NEXT), p.spoil(p.AGENDA))
    assert any("zeeland" in each and "niet te lezen" in each for each in progress(content, "2027-06").skipped)


@pytest.mark.parametrize("moment", ["2026-1", "juni", ""])
def test_a_moment_that_the_programme_does_not_name_is_refused(tmp_path: Path, moment: str) -> None:
    said = refusal(new_progress(project(tmp_path), moment))
    assert "staat niet in content/programma.yaml" in said
    assert "2026-12" in said


# --- a letter ---


def test_a_progress_letter_starts_with_its_regions_and_open_promises(tmp_path: Path) -> None:
    promise = p.edit(p.BRIEF, "stand: voldaan", "stand: openstaand")
    (file,) = made(new_letter(project(tmp_path, p.add(p.PROGRAMMA, NEXT), promise), "2027-06-voortgang"))
    values = yaml.safe_load(file.text)
    assert (values["soort"], values["voortgang"]) == ("voortgangsbrief", "2027-06")
    assert values["regios"] == ["rivierenland", "zeeland"]
    assert values["toezeggingen"] == [{"toezegging": "eind-2026", "stand": "openstaand", "antwoord": None}]


def test_a_promise_that_was_kept_does_not_come_back(tmp_path: Path) -> None:
    (file,) = made(new_letter(project(tmp_path, p.add(p.PROGRAMMA, NEXT)), "2027-06-voortgang"))
    assert "toezeggingen" not in yaml.safe_load(file.text)


def test_another_letter_is_a_plain_letter(tmp_path: Path) -> None:
    content = project(tmp_path)
    (file,) = made(new_letter(content, "Antwoord op de motie"))
    assert file.path == "content/brieven/antwoord-op-de-motie/brief.yaml"
    assert yaml.safe_load(file.text)["soort"] == "kamerbrief"
    assert left_empty(content, (file,)) <= EMPTY


def test_a_progress_letter_without_a_moment_is_refused(tmp_path: Path) -> None:
    assert "Begin de naam met een van: 2026-12." in refusal(new_letter(project(tmp_path), "2030-voortgang"))


# --- writing ---


def test_nothing_is_left_of_files_when_one_of_them_is_there(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("van een collega", encoding="utf-8")
    refused = write_new(tmp_path, [NewFile("nieuw/a.yaml", "a\n"), NewFile("b.yaml", "b\n")])
    assert refused == Refused("Het bestand b.yaml bestaat al.", "Er is niets geschreven.")
    assert (tmp_path / "b.yaml").read_text(encoding="utf-8") == "van een collega"
    assert not (tmp_path / "nieuw").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("", encoding="utf-8")
    refused = write_new(tmp_path, [NewFile("content/a.yaml", "a\n")])
    assert refused
    assert "kan niet worden geschreven" in refused.message


def test_lines_end_plainly_and_letters_are_utf8(tmp_path: Path) -> None:
    write_new(tmp_path, [NewFile("a.yaml", "naam: Fryslân\n")])
    assert (tmp_path / "a.yaml").read_bytes() == "naam: Fryslân\n".encode()
