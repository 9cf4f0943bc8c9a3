"""A machine that refuses a file while content is read or composed: an error, and nothing is lost."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine.makers import Makers
from tests.cli.runner import run
from tests.engine.fakes import MAKERS, ZEELAND, build_in, files_below, made, plan_of
from tests.projects import AGENDA, BRONNEN, write_project

REFUSALS = [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE]
FAILURES = [errno.EIO, errno.EMFILE, errno.ENFILE, errno.ESTALE, errno.ETIMEDOUT]
"""What the machine says of a file or folder that it cannot read just now, whatever stands in it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in files_below(folder)}


def composing_fails(number: int) -> Makers:
    """Return makers to which the machine refuses something while they compose the agenda of Zeeland."""

    def compose(request: Any, *others: Any) -> Any:
        if request.id == ZEELAND:
            raise OSError(number, os.strerror(number))
        return MAKERS.compose(request, *others)

    return replace(MAKERS, compose=compose)


def refuse(monkeypatch: pytest.MonkeyPatch, path: str, number: int) -> None:
    """Let the machine refuse to open one file or to list one folder."""

    def refusing(real: Any) -> Any:
        def call(asked: Any, *others: Any, **named: Any) -> Any:
            if str(asked).replace(os.sep, "/").endswith(path):
                raise OSError(number, os.strerror(number), str(asked))
            return real(asked, *others, **named)

        return call

    for name in ("open", "scandir", "listdir"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name)))


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
def test_what_the_machine_refuses_while_a_document_is_composed_is_an_error_of_that_document(
    root: Path, number: int
) -> None:
    assert run("build", "--jobs", "1", project=root).exit_code == 0
    before = contents(root / "build")
    done = run("build", "--jobs", "1", "--no-cache", project=root, makers=composing_fails(number))
    assert done.exit_code == 1, done.output
    assert f"{ZEELAND}:1:1: fout KAM904: " in done.stderr
    assert errno.errorcode[number] in done.stderr
    assert "fout van het programma" not in done.output
    assert contents(root / "build") == before


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
def test_check_tells_what_the_machine_refuses_as_an_error(root: Path, number: int) -> None:
    done = run("check", project=root, makers=composing_fails(number))
    assert done.exit_code == 1, done.output
    assert f"{ZEELAND}:1:1: fout KAM904: " in done.stderr
    assert "fout van het programma" not in done.output


def test_a_document_that_the_machine_refused_leaves_the_others_to_be_made(root: Path) -> None:
    report = build_in(root, makers=composing_fails(errno.EMFILE))
    assert made(report) == {each.request.id for each in plan_of(root).documents} - {ZEELAND}
    assert report.faults == ()


@pytest.mark.parametrize("command", ["build", "check", "verify"])
@pytest.mark.parametrize(
    ("path", "number"),
    [
        *((AGENDA, number) for number in FAILURES),
        (BRONNEN, errno.EIO),
        ("content/regios", errno.EMFILE),
        ("content/regios/zeeland", errno.ESTALE),
        ("huisstijl/huisstijl.yaml", errno.EIO),
        ("lettertypen/DejaVuSans.ttf", errno.EIO),
    ],
)
def test_what_cannot_be_read_just_now_ends_a_command_before_anything_is_made_or_taken_away(
    root: Path, monkeypatch: pytest.MonkeyPatch, path: str, number: int, command: str
) -> None:
    assert run("build", "--jobs", "1", project=root).exit_code == 0
    before = contents(root / "build")
    refuse(monkeypatch, path, number)
    done = run(command, project=root)
    monkeypatch.undo()
    assert done.exit_code == 1, done.output
    assert path in done.stderr
    assert errno.errorcode[number] in done.stderr
    assert "fout van het programma" not in done.output
    assert contents(root / "build") == before


def test_a_file_without_leave_to_read_is_an_error_of_that_file(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, AGENDA, errno.EACCES)
    done = run("check", project=root)
    assert done.exit_code == 1
    assert f"{AGENDA}:1:1: fout KAM109: " in done.stderr


def test_a_list_does_not_leave_out_what_cannot_be_read_just_now(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, "content/regios", errno.EIO)
    done = run("list", project=root)
    assert done.exit_code == 1
    assert "content/regios:1:1: fout KAM904: " in done.stderr
