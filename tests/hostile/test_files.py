"""No path, link, pipe or device makes the program read outside the project, wait, or fail."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.gate.files import Barred, digest_of, take_in
from tests import projects as p
from tests.hostile.attack import found, link, pipe, profile, run

PICTURE = "content/regios/zeeland/kaart.png"

BARRED = {
    "a pipe for YAML": (pipe(p.REGIO), f"KAM109 {p.REGIO}"),
    "a pipe for an annex": (pipe(p.BESLISNOTA), f"KAM601 {p.BRIEF}"),
    "a device for YAML": (link(p.REGIO, "/dev/zero"), f"KAM602 {p.REGIO}"),
    "a device for an annex": (link(p.BESLISNOTA, "/dev/zero"), f"KAM602 {p.BRIEF}"),
    "a link to itself for YAML": (link(p.REGIO, "regio.yaml"), f"KAM109 {p.REGIO}"),
    "a link to itself for an annex": (link(p.BESLISNOTA, "beslisnota.pdf"), f"KAM601 {p.BRIEF}"),
}


@pytest.mark.parametrize("attack", BARRED)
def test_what_is_no_ordinary_file_of_the_project_is_not_opened(tmp_path: Path, attack: str) -> None:
    change, told = BARRED[attack]
    assert found(p.write_project(tmp_path, change)) == [told]


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../../../../x.pdf", "a" * 5_000 + ".pdf", "C:/x.pdf", "\\\\server\\x.pdf"]
)
def test_an_annex_cannot_be_named_elsewhere(tmp_path: Path, path: str) -> None:
    root = p.write_project(tmp_path, p.edit(p.BRIEF, "bestand: beslisnota.pdf", f"bestand: '{path}'"))
    assert found(root)[0] in {f"KAM601 {p.BRIEF}", f"KAM602 {p.BRIEF}"}


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "file:///etc/passwd", "//server/x.png", "C:x.png", "data:image/png;base64,AAAA"]
)
def test_a_picture_cannot_be_named_elsewhere(tmp_path: Path, path: str) -> None:
    root = p.write_project(tmp_path, profile(f"'![Kaart]({path})'"))
    assert found(root)[0] in {f"KAM601 {p.REGIO}", f"KAM602 {p.REGIO}"}


def test_a_pipe_for_a_picture_does_not_make_a_build_wait(tmp_path: Path) -> None:
    root = p.write_project(tmp_path, pipe(PICTURE), profile("'![Kaart](kaart.png)'"))
    answer = run(root, "check")
    assert "KAM601" in answer.said


def test_a_region_that_links_out_is_not_looked_into(tmp_path: Path) -> None:
    root = p.write_project(tmp_path / "project")
    elders = tmp_path / "elders"
    shutil.move(root / "content/regios/zeeland", elders)
    (elders / "geheim.yaml").write_text("a: b\n", encoding="utf-8")
    (root / "content/regios/zeeland").symlink_to(elders)
    told = found(root)
    assert f"KAM602 {p.REGIO}" in told
    assert not any("geheim" in entry for entry in told)


def test_nothing_is_built_through_a_link_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    root = p.write_project(tmp_path / "project", link("build", tmp_path / "elders"))
    answer = run(root, "build", "--format", "docx", "--jobs", "1")
    assert answer.code == 2
    assert "koppeling" in answer.said
    assert list((tmp_path / "elders").iterdir()) == []


def test_the_gate_says_why_a_file_is_barred(tmp_path: Path) -> None:
    root = p.write_project(
        tmp_path / "project", pipe("pijp"), link("buiten", tmp_path), link("kring", "kring")
    )
    (root / "vol").write_bytes(b"x" * 11)
    reasons = {
        name: take_in(root / name, root, 10) for name in ("pijp", "buiten", "kring", "vol", "weg", "a\0b")
    }
    assert reasons == {
        "pijp": Barred.NOT_ORDINARY,
        "buiten": Barred.OUTSIDE,
        "kring": Barred.CIRCULAR,
        "vol": Barred.TOO_LARGE,
        "weg": Barred.ABSENT,
        "a\0b": Barred.CIRCULAR,
    }
    assert take_in(root / "vol", root, 11) == b"x" * 11
    with pytest.raises(OSError, match="no ordinary file"):
        digest_of(root / "pijp")
