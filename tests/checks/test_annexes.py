from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.diagnostics import Code, Diagnostic
from tests.checks.checked import at, findings_of, only_finding
from tests.projects import BESLISNOTA, BRIEF, ONE_PAGE_PDF, Change, edit, remove

PLACE = at(BRIEF, "bijlagen", 2, "bestand")


def _named(path: str) -> Change:
    return edit(BRIEF, "bestand: beslisnota.pdf", f"bestand: '{path}'")


def _outside_pdf(tmp_path: Path) -> Path:
    outside = tmp_path / "elders"
    outside.mkdir()
    (outside / "nota.pdf").write_bytes(ONE_PAGE_PDF)
    return outside


def _link(target: str | Path) -> Change:
    def change(root: Path) -> None:
        (root / BESLISNOTA).unlink()
        (root / BESLISNOTA).symlink_to(target)

    return change


def test_a_file_that_does_not_exist(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, _named("besluitnota.pdf"))
    assert (finding.code, finding.where) == (Code.PICTURE_MISSING, PLACE)
    assert finding.hint == "Bedoelde u “beslisnota.pdf”?"


def test_a_file_that_is_nowhere(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, remove(BESLISNOTA))
    assert (finding.code, finding.where) == (Code.PICTURE_MISSING, PLACE)
    assert finding.hint == "Het pad is gezien vanaf de map van de brief."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, _named("../../gedeeld"))
    assert (finding.code, finding.where) == (Code.PICTURE_MISSING, PLACE)
    assert "is een map" in finding.message


def test_backslashes_are_turned(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, _named("bijlagen\\nota.pdf"))
    assert (finding.code, finding.where) == (Code.PICTURE_MISSING, PLACE)
    assert finding.hint == "Schrijf: bijlagen/nota.pdf"


@pytest.mark.parametrize("way", ["up", "absolute", "link", "linked folder"])
def test_a_file_outside_the_project(tmp_path: Path, way: str) -> None:
    outside = _outside_pdf(tmp_path)
    changes: dict[str, Change] = {
        "up": _named("../../../../elders/nota.pdf"),
        "absolute": _named(str(outside / "nota.pdf")),
        "link": _link(outside / "nota.pdf"),
        "linked folder": _named("map/nota.pdf"),
    }
    project = tmp_path / "project"
    (project / "content/brieven/2026-12-voortgang").mkdir(parents=True)
    (project / "content/brieven/2026-12-voortgang/map").symlink_to(outside)
    finding = only_finding(project, changes[way])
    assert (finding.code, finding.where) == (Code.PICTURE_OUTSIDE, PLACE)


def test_what_does_not_exist_outside_the_project_is_outside_too(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, _named("/nergens/nota.pdf"))
    assert finding.code is Code.PICTURE_OUTSIDE


def test_a_link_inside_the_project(tmp_path: Path) -> None:
    def shared(root: Path) -> None:
        (root / "content/nota.pdf").write_bytes(ONE_PAGE_PDF)

    assert findings_of(tmp_path, shared, _link("../../nota.pdf")) == ()


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, _link("beslisnota.pdf"))
    assert (finding.code, finding.where) == (Code.PICTURE_MISSING, PLACE)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 word", b"%PDF", b"\n%PDF-1.7\n"])
def test_a_file_that_is_no_pdf(tmp_path: Path, content: bytes) -> None:
    def replaced(root: Path) -> None:
        (root / BESLISNOTA).write_bytes(content)

    finding: Diagnostic = only_finding(tmp_path, replaced)
    assert (finding.code, finding.where) == (Code.PICTURE_INVALID, PLACE)
    assert finding.message == "Het bestand “beslisnota.pdf” is geen PDF."
