"""A file is read once for each text that it has; whatever was read before, the text now decides."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.content import file_readings
from pipeline.content.models.gedeeld import Afkortingen, Bronnen
from pipeline.content.project import Project, read_project
from pipeline.diagnostics import Code
from tests.projects import AGENDA, PROGRAMMA, edit, spoil, write_project

FILE = "content/gedeeld/afkortingen.yaml"
TEXT = b"schemaversie: 1\nafkortingen:\n  - id: npvr\n    kort: NPVR\n    voluit: programma\n"


def title(project: Project) -> str:
    agenda = project.regios["zeeland"].agenda
    return str(agenda.titel) if agenda else ""


def test_the_same_bytes_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = file_readings.read_file(TEXT, FILE, Afkortingen)
    monkeypatch.setattr(file_readings, "read_yaml", None)
    assert file_readings.read_file(bytes(bytearray(TEXT)), FILE, Afkortingen) is first


def test_other_bytes_are_read_again_and_so_are_the_first_ones() -> None:
    def names(data: bytes) -> list[str]:
        model = file_readings.read_file(data, FILE, Afkortingen).model
        return [str(each.kort) for each in model.afkortingen] if model else []

    assert names(TEXT) == ["NPVR"]
    assert names(TEXT.replace(b"NPVR", b"RSP")) == ["RSP"]
    assert names(TEXT) == ["NPVR"]


def test_an_equal_text_elsewhere_has_its_own_places() -> None:
    elsewhere = "content/gedeeld/kopie.yaml"
    file_readings.read_file(TEXT, FILE, Afkortingen)
    reading = file_readings.read_file(TEXT, elsewhere, Afkortingen)
    assert reading.model
    assert reading.model.source.file == reading.positions.file == elsewhere


def test_the_same_bytes_as_another_model_are_judged_anew() -> None:
    assert file_readings.read_file(TEXT, FILE, Afkortingen).model
    wrong = file_readings.read_file(TEXT, FILE, Bronnen)
    assert wrong.model is None
    assert wrong.findings


def test_findings_are_told_again_each_time() -> None:
    for _ in range(2):
        reading = file_readings.read_file(b"schemaversie: 1\nafkortingen: [\n", FILE, Afkortingen)
        assert (reading.model, reading.typed) == (None, None)
        assert [finding.code for finding in reading.findings] == [Code.YAML_SYNTAX]


def test_no_more_files_are_kept_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = dict[str, object]()
    monkeypatch.setattr(file_readings, "_KEPT", kept)
    monkeypatch.setattr(file_readings, "_MOST", 3)
    for number in range(5):
        file_readings.read_file(TEXT, f"{number}.yaml", Afkortingen)
    assert list(kept) == ["2.yaml", "3.yaml", "4.yaml"]


def test_a_change_with_the_old_length_and_the_old_date_is_seen(tmp_path: Path) -> None:
    """Who copies files back, or saves twice in one tick of the clock, gives other bytes the same date."""
    write_project(tmp_path)
    before, _ = read_project(tmp_path)
    stamp = (tmp_path / AGENDA).stat()
    swapped = title(before).swapcase()
    edit(AGENDA, f"titel: {title(before)}", f"titel: {swapped}")(tmp_path)
    os.utime(tmp_path / AGENDA, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert (tmp_path / AGENDA).stat().st_size == stamp.st_size
    after, _ = read_project(tmp_path)
    assert title(after) == swapped != title(before)


def test_a_file_that_breaks_mends_or_goes_is_seen(tmp_path: Path) -> None:
    write_project(tmp_path)
    sound = (tmp_path / AGENDA).read_bytes()
    assert title(read_project(tmp_path)[0])
    spoil(AGENDA)(tmp_path)
    broken, findings = read_project(tmp_path)
    assert (title(broken), broken.broken) == ("", {AGENDA})
    assert findings
    (tmp_path / AGENDA).write_bytes(sound)
    mended, findings = read_project(tmp_path)
    assert (bool(title(mended)), findings) == (True, ())
    (tmp_path / PROGRAMMA).unlink()
    without, findings = read_project(tmp_path)
    assert without.programma is None
    assert [finding.code for finding in findings] == [Code.FILE_MISSING]


def test_two_projects_in_one_process_keep_apart(tmp_path: Path) -> None:
    one = write_project(tmp_path / "een")
    other = write_project(tmp_path / "twee", edit(AGENDA, "\ntitel: ", "\ntitel: Andere "))
    for _ in range(2):
        assert not title(read_project(one)[0]).startswith("Andere")
        assert title(read_project(other)[0]).startswith("Andere")
