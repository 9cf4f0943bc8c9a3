from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from pipeline.engine.folder import Changes, SetAside
from pipeline.engine.manifest import FORMATS, Format
from pipeline.engine.outputs import OutputsError, open_outputs
from tests.engine.fakes import files_below
from tests.engine.killed_run import KILLED, NEW, STEM, place, staged
from tests.tools import ROOT

OLD: dict[Format, bytes] = {"docx": b"oud Word", "pdf": b"oude PDF"}


def fill(folder: Path, files: dict[Format, bytes], stem: str = STEM) -> None:
    """Place files that stand in nobody's way."""
    with open_outputs(folder, "build") as outputs:
        assert place(outputs, files, stem).findings == ()


def clear(folder: Path) -> Changes:
    """Retire everything."""
    with open_outputs(folder, "build") as outputs:
        return outputs.retire(())


def pair(folder: Path) -> dict[str, bytes]:
    return {suffix: (folder / f"{STEM}.{suffix}").read_bytes() for suffix in ("docx", "pdf")}


def locked(suffix: str) -> Callable[[Path, Path], object]:
    """Move as Windows does when another program holds the file with this suffix open."""

    def move(origin: Path, target: Path) -> object:
        if origin.suffix == suffix or target.suffix == suffix:
            raise PermissionError(13, "in gebruik", str(target))
        return origin.replace(target)

    return move


def test_the_manifest_tells_what_stands_in_the_folder(tmp_path: Path) -> None:
    fill(tmp_path, NEW)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    (document,) = manifest["documents"]
    assert {key: document[key] for key in ("id", "kind", "status", "pages")} == {
        "id": "agenda/zeeland",
        "kind": "agenda",
        "status": "concept",
        "pages": 4,
    }
    for file in document["files"]:
        data = (tmp_path / file["path"]).read_bytes()
        assert file["sha256"] == hashlib.sha256(data).hexdigest()
        assert file["size"] == len(data)


def test_only_the_pair_and_the_manifest_are_left(tmp_path: Path) -> None:
    fill(tmp_path, NEW)
    assert files_below(tmp_path) == {f"{STEM}.docx", f"{STEM}.pdf", "manifest.json"}
    assert not (tmp_path / ".kamerwerk").exists()


def test_new_files_take_the_place_of_the_old(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    fill(tmp_path, NEW)
    assert pair(tmp_path) == {"docx": b"nieuw Word", "pdf": b"nieuwe PDF"}


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_file_held_open_keeps_the_old_pair_and_gives_an_error(tmp_path: Path, suffix: str) -> None:
    fill(tmp_path, OLD)
    with open_outputs(tmp_path, "build", locked(suffix)) as outputs:
        (finding,) = place(outputs, NEW).findings
    assert finding.code is Code.OUTPUT_LOCKED
    assert finding.where.file == f"build/{STEM}{suffix}"
    assert pair(tmp_path) == {"docx": b"oud Word", "pdf": b"oude PDF"}
    assert not (tmp_path / ".kamerwerk").exists()


def test_after_a_failed_replacement_the_old_files_are_still_known_as_ours(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    with open_outputs(tmp_path, "build", locked(".pdf")) as outputs:
        place(outputs, NEW)
    assert clear(tmp_path).findings == ()
    assert files_below(tmp_path) == {"manifest.json"}


def test_a_first_pair_that_cannot_be_completed_leaves_nothing(tmp_path: Path) -> None:
    def second_fails(origin: Path, target: Path) -> object:
        if target.suffix == ".pdf":
            raise OSError(28, "schijf vol")
        return origin.replace(target)

    with open_outputs(tmp_path, "build", second_fails) as outputs:
        assert len(place(outputs, NEW).findings) == 1
    assert files_below(tmp_path) == {"manifest.json"}


def test_a_format_that_was_not_asked_for_goes_away(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    fill(tmp_path, {"pdf": b"nieuwe PDF"})
    assert files_below(tmp_path) == {f"{STEM}.pdf", "manifest.json"}


def test_what_is_not_valid_any_more_goes_away_with_its_folders(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    fill(tmp_path, OLD, stem="agendas/fryslan/agenda")
    with open_outputs(tmp_path, "build") as outputs:
        assert outputs.retire({"agendas/fryslan/agenda"}).findings == ()
    assert not (tmp_path / "agendas/zeeland").exists()
    assert (tmp_path / "agendas/fryslan/agenda.pdf").is_file()


def test_files_of_others_survive_beside_ours(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    note = tmp_path / "agendas/zeeland/aantekening.docx"
    note.write_bytes(b"van iemand anders")
    clear(tmp_path)
    assert files_below(tmp_path) == {"agendas/zeeland/aantekening.docx", "manifest.json"}
    assert note.read_bytes() == b"van iemand anders"


def test_a_file_of_others_in_our_place_is_not_overwritten(tmp_path: Path) -> None:
    foreign = tmp_path / f"{STEM}.pdf"
    foreign.parent.mkdir(parents=True)
    foreign.write_bytes(b"van iemand anders")
    with open_outputs(tmp_path, "build") as outputs:
        (finding,) = place(outputs, NEW).findings
    assert finding.code is Code.OUTPUT_LOCKED
    assert finding.where.file == f"build/{STEM}.pdf"
    assert files_below(tmp_path) == {f"{STEM}.pdf", "manifest.json"}
    assert foreign.read_bytes() == b"van iemand anders"


def test_a_link_put_in_the_place_of_our_folder_is_not_followed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "build", tmp_path / "elders"
    fill(folder, OLD)
    (folder / "agendas").rename(elsewhere)
    (folder / "agendas").symlink_to(elsewhere, target_is_directory=True)
    with open_outputs(folder, "build") as outputs:
        assert len(place(outputs, NEW).findings) == 2
        outputs.retire(())
    assert (elsewhere / "zeeland/strategische-agenda-zeeland.pdf").read_bytes() == b"oude PDF"


def test_a_file_that_was_already_removed_by_hand_is_no_error(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    (tmp_path / f"{STEM}.pdf").unlink()
    assert clear(tmp_path).findings == ()


def test_an_outdated_file_that_cannot_go_is_reported_and_stays_ours(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    (tmp_path / f"{STEM}.pdf").unlink()
    (tmp_path / f"{STEM}.pdf").mkdir()
    (finding,) = clear(tmp_path).findings
    assert finding.where.file == f"build/{STEM}.pdf"
    (document,) = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["documents"]
    assert [file["path"] for file in document["files"]] == [f"{STEM}.pdf"]


@pytest.mark.parametrize("step", range(8))
def test_a_run_killed_at_any_step_leaves_whole_files_that_the_next_run_knows(
    tmp_path: Path, step: int
) -> None:
    fill(tmp_path, OLD)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.engine.killed_run", str(tmp_path), str(step)], cwd=ROOT, check=False
    )
    for suffix in FORMATS:
        assert (tmp_path / f"{STEM}.{suffix}").read_bytes() in {OLD[suffix], NEW[suffix]}
    clear(tmp_path)
    assert files_below(tmp_path) == {"manifest.json"}
    assert ended.returncode == (KILLED if step < 7 else 0)


def test_where_a_file_has_one_name_only_it_is_moved_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    fill(tmp_path, OLD)
    fill(tmp_path, NEW)
    assert pair(tmp_path) == {"docx": b"nieuw Word", "pdf": b"nieuwe PDF"}
    with open_outputs(tmp_path, "build", locked(".pdf")) as outputs:
        assert len(place(outputs, OLD).findings) == 1
    assert pair(tmp_path) == {"docx": b"nieuw Word", "pdf": b"nieuwe PDF"}


def test_a_format_that_is_new_when_the_run_is_killed_is_known_to_the_next_run(tmp_path: Path) -> None:
    fill(tmp_path, {"pdf": b"oude PDF"})
    command = [sys.executable, "-m", "tests.engine.killed_run", str(tmp_path), "4"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == KILLED
    assert (tmp_path / f"{STEM}.docx").read_bytes() == NEW["docx"]
    clear(tmp_path)
    assert files_below(tmp_path) == {"manifest.json"}


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_file_that_somebody_worked_in_is_set_aside_when_it_is_replaced(tmp_path: Path, suffix: str) -> None:
    fill(tmp_path, OLD)
    (tmp_path / f"{STEM}.{suffix}").write_bytes(b"met opmerkingen")
    with open_outputs(tmp_path, "build") as outputs:
        changes = place(outputs, NEW)
    assert changes == Changes(kept=(SetAside(f"build/{STEM}.{suffix}", f"build/{STEM}.bewaard-1.{suffix}"),))
    assert (tmp_path / f"{STEM}.bewaard-1.{suffix}").read_bytes() == b"met opmerkingen"
    assert pair(tmp_path) == {"docx": b"nieuw Word", "pdf": b"nieuwe PDF"}


def test_what_was_set_aside_is_never_overwritten(tmp_path: Path) -> None:
    for words in (b"eerste", b"tweede"):
        fill(tmp_path, OLD)
        (tmp_path / f"{STEM}.docx").write_bytes(words)
    clear(tmp_path)
    assert files_below(tmp_path) == {f"{STEM}.bewaard-1.docx", f"{STEM}.bewaard-2.docx", "manifest.json"}
    assert (tmp_path / f"{STEM}.bewaard-1.docx").read_bytes() == b"eerste"


def test_a_changed_file_is_set_aside_when_its_document_goes_away(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    (tmp_path / f"{STEM}.docx").write_bytes(b"met opmerkingen")
    changes = clear(tmp_path)
    assert changes.removed == (f"build/{STEM}.pdf",)
    assert changes.kept == (SetAside(f"build/{STEM}.docx", f"build/{STEM}.bewaard-1.docx"),)


def test_a_changed_file_stays_in_its_place_when_the_replacement_fails(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    (tmp_path / f"{STEM}.docx").write_bytes(b"met opmerkingen")
    with open_outputs(tmp_path, "build", locked(".pdf")) as outputs:
        assert len(place(outputs, NEW).findings) == 1
    assert pair(tmp_path) == {"docx": b"met opmerkingen", "pdf": b"oude PDF"}
    assert not list(tmp_path.rglob("*bewaard*"))


def test_what_is_removed_is_named(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    with open_outputs(tmp_path, "build") as outputs:
        assert place(outputs, {"pdf": b"nieuwe PDF"}).removed == (f"build/{STEM}.docx",)
    assert clear(tmp_path).removed == (f"build/{STEM}.pdf",)


def test_what_is_only_replaced_is_not_named(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    with open_outputs(tmp_path, "build") as outputs:
        assert place(outputs, NEW) == Changes()


def test_rejected_files_stand_apart_and_take_the_valid_ones_away(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    with open_outputs(tmp_path, "build") as outputs:
        kept, changes = outputs.reject(*staged(outputs, NEW))
    assert kept is not None
    assert {file.path for file in kept.files} == {f"afgekeurd/{STEM}.docx", f"afgekeurd/{STEM}.pdf"}
    assert set(changes.removed) == {f"build/{STEM}.docx", f"build/{STEM}.pdf"}
    assert files_below(tmp_path) == {f"afgekeurd/{STEM}.docx", f"afgekeurd/{STEM}.pdf", "manifest.json"}
    assert (tmp_path / f"afgekeurd/{STEM}.pdf").read_bytes() == NEW["pdf"]


def reject(folder: Path, files: dict[Format, bytes]) -> None:
    with open_outputs(folder, "build") as outputs:
        assert outputs.reject(*staged(outputs, files))[0]


def test_files_rejected_anew_take_the_place_of_those_before(tmp_path: Path) -> None:
    reject(tmp_path, OLD)
    reject(tmp_path, {"pdf": b"nieuwe PDF"})
    assert files_below(tmp_path) == {f"afgekeurd/{STEM}.pdf", "manifest.json"}
    assert (tmp_path / f"afgekeurd/{STEM}.pdf").read_bytes() == b"nieuwe PDF"


def test_rejected_files_go_away_when_the_document_is_right_again(tmp_path: Path) -> None:
    reject(tmp_path, OLD)
    fill(tmp_path, NEW)
    assert files_below(tmp_path) == {f"{STEM}.docx", f"{STEM}.pdf", "manifest.json"}


def test_rejected_files_go_away_when_the_document_is_asked_for_no_longer(tmp_path: Path) -> None:
    reject(tmp_path, OLD)
    (tmp_path / "afgekeurd/aantekening.pdf").write_bytes(b"van iemand anders")
    assert len(clear(tmp_path).removed) == 2
    assert files_below(tmp_path) == {"afgekeurd/aantekening.pdf", "manifest.json"}


def test_a_file_of_others_among_the_rejected_is_not_overwritten(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    foreign = tmp_path / f"afgekeurd/{STEM}.pdf"
    foreign.parent.mkdir(parents=True)
    foreign.write_bytes(b"van iemand anders")
    with open_outputs(tmp_path, "build") as outputs:
        kept, changes = outputs.reject(*staged(outputs, NEW))
    assert kept is None
    assert [finding.where.file for finding in changes.findings] == [f"build/afgekeurd/{STEM}.pdf"]
    assert foreign.read_bytes() == b"van iemand anders"
    assert files_below(tmp_path) == {f"afgekeurd/{STEM}.pdf", "manifest.json"}


def test_an_interrupt_waits_until_a_pair_is_whole(tmp_path: Path) -> None:
    fill(tmp_path, OLD)

    def interrupted(origin: Path, target: Path) -> object:
        if target.suffix == ".docx":
            signal.raise_signal(signal.SIGINT)
        return origin.replace(target)

    def run() -> None:
        with open_outputs(tmp_path, "build", interrupted) as outputs:
            place(outputs, NEW)

    with pytest.raises(KeyboardInterrupt):
        run()
    assert pair(tmp_path) == {"docx": b"nieuw Word", "pdf": b"nieuwe PDF"}
    assert clear(tmp_path).kept == ()


def test_a_disk_that_cannot_even_take_files_back_gives_an_error(tmp_path: Path) -> None:
    fill(tmp_path, OLD)

    def gone(origin: Path, target: Path) -> object:
        if target.suffix in {".docx", ".pdf"}:
            raise OSError(5, "schijf weg")
        return origin.replace(target)

    with open_outputs(tmp_path, "build", gone) as outputs:
        assert [finding.code for finding in place(outputs, NEW).findings] == [Code.OUTPUT_LOCKED]


def test_two_runs_do_not_write_in_one_folder(tmp_path: Path) -> None:
    with (
        open_outputs(tmp_path, "build"),
        pytest.raises(OutputsError) as raised,
        open_outputs(tmp_path, "build"),
    ):
        pass
    assert raised.value.finding.code is Code.OUTPUT_LOCKED


def test_a_manifest_of_another_program_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"name": "een app"}', encoding="utf-8")
    with pytest.raises(OutputsError) as raised, open_outputs(tmp_path, "build"):
        pass
    assert raised.value.finding.where.file == "build/manifest.json"
    assert files_below(tmp_path) == {"manifest.json"}


def test_a_report_of_another_program_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "verify.json").write_text('{"name": "een app"}', encoding="utf-8")
    with pytest.raises(OutputsError) as raised, open_outputs(tmp_path, "build"):
        pass
    assert raised.value.finding.where.file == "build/verify.json"
    assert files_below(tmp_path) == {"verify.json"}


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    with pytest.raises(OutputsError), open_outputs(tmp_path / "bestand/build", "build"):
        pass
