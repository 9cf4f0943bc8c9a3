from __future__ import annotations

from pathlib import Path

from pipeline.diagnostics import Code
from pipeline.engine.places import resolve_places
from pipeline.preview.printed import Printed
from pipeline.preview.rounds import Round, finish, look
from tests.engine.fakes import COMPOSE_CRASH, COMPOSE_ERROR, OVERFLOW, RENDER_CRASH, ZEELAND, zeeland_is
from tests.preview.fakes import FINISH_CRASH, LATE, MAKERS
from tests.projects import AGENDA, BEGIN_AGENDA, Change, edit, line_of, spoil, write_project


def seen(root: Path, *changes: Change, before: Printed | None = None, document: str = ZEELAND) -> Round:
    for change in changes:
        change(root)
    return look(resolve_places(root), MAKERS, document, before)


def codes(found: Round) -> list[Code]:
    return [each.found.finding.code for each in found.findings]


def test_a_sound_document_has_fresh_pages_and_the_lines_behind_them(tmp_path: Path) -> None:
    found = seen(write_project(tmp_path))
    assert found.fresh
    assert found.findings == ()
    assert found.printed is not None
    (spot,) = found.printed.spots
    assert (spot.at.file, spot.at.line) == (AGENDA, line_of(tmp_path, AGENDA, "titel:"))


def test_equal_content_gives_the_same_version_and_other_content_another(tmp_path: Path) -> None:
    first, again = seen(write_project(tmp_path)), seen(tmp_path)
    other = seen(tmp_path, zeeland_is("anders"))
    assert first.printed
    assert again.printed
    assert other.printed
    assert first.printed.version == again.printed.version != other.printed.version


def test_the_last_good_pages_stay_while_the_file_cannot_be_read(tmp_path: Path) -> None:
    good = seen(write_project(tmp_path)).printed
    assert good
    broken = seen(tmp_path, spoil(AGENDA), before=good)
    assert not broken.fresh
    assert broken.printed == good
    assert Code.YAML_SYNTAX in codes(broken)


def test_lines_follow_when_another_file_is_broken_and_lines_were_added(tmp_path: Path) -> None:
    good = seen(write_project(tmp_path)).printed
    assert good
    text = (tmp_path / AGENDA).read_text(encoding="utf-8")
    (tmp_path / AGENDA).write_text(f"# een\n# twee\n{text}", encoding="utf-8")
    found = seen(tmp_path, edit(AGENDA, "\nstatus:", "\nstatuss:"), before=good)
    assert found.printed
    assert not found.fresh
    assert found.printed.spots[0].at.line == good.spots[0].at.line + 2


def test_an_error_in_another_document_holds_nothing_up(tmp_path: Path) -> None:
    found = seen(write_project(tmp_path, spoil(BEGIN_AGENDA)))
    assert found.fresh
    assert found.findings == ()


def test_what_does_not_fit_is_shown_with_its_error(tmp_path: Path) -> None:
    found = seen(write_project(tmp_path, zeeland_is(OVERFLOW)))
    assert found.fresh
    assert codes(found) == [Code.OVERFLOW]


def test_an_error_of_composing_is_told(tmp_path: Path) -> None:
    found = seen(write_project(tmp_path, zeeland_is(COMPOSE_ERROR)))
    assert found.printed is None
    assert codes(found) == [Code.UNKNOWN_TARGET]


def test_faults_of_the_program_are_told_and_not_raised(tmp_path: Path) -> None:
    for word in (RENDER_CRASH, COMPOSE_CRASH):
        found = seen(write_project(tmp_path / word.strip("[]"), zeeland_is(word)))
        assert codes(found) == [Code.PROGRAM_FAULT]
        assert not found.fresh


def test_a_document_that_is_not_asked_for_has_no_pages_and_is_not_known(tmp_path: Path) -> None:
    found = seen(write_project(tmp_path), document="agenda/zeelnd")
    assert found.request is None
    assert found.printed is None
    assert len(found.requests) == 4


def test_what_comes_up_while_finishing_is_added_once(tmp_path: Path) -> None:
    found = seen(write_project(tmp_path, zeeland_is(f"{LATE} {OVERFLOW}")))
    assert codes(found) == [Code.OVERFLOW]
    finished = finish(ZEELAND, found)
    assert codes(finished) == [Code.OVERFLOW, Code.PICTURE_NO_ALT]
    assert finished.printed == found.printed
    assert finish(ZEELAND, finished) is finished


def test_a_fault_while_finishing_is_told_beside_the_pages(tmp_path: Path) -> None:
    finished = finish(ZEELAND, seen(write_project(tmp_path, zeeland_is(FINISH_CRASH))))
    assert codes(finished) == [Code.PROGRAM_FAULT]
    assert finished.printed


def test_a_document_without_pages_has_nothing_to_finish(tmp_path: Path) -> None:
    broken = seen(write_project(tmp_path, zeeland_is(COMPOSE_ERROR)))
    assert finish(ZEELAND, broken) is broken
