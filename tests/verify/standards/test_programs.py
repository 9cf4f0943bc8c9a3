"""Programs of others never outlive the proof that they were started for."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from pipeline.verify.standards.missing import Missing
from pipeline.verify.standards.programs import Output, Programs, find_program
from tests.verify.standards.samples import fake_program, hide_programs


def test_output_is_what_was_printed_or_else_the_last_complaint(tmp_path: Path) -> None:
    with Programs() as programs:
        printed = programs.run(["sh", "-c", "echo één; echo twee >&2; exit 3"], tmp_path, 10, "")
        complained = programs.run(["sh", "-c", "echo een >&2; echo twee >&2; echo >&2"], tmp_path, 10, "")

    assert printed == Output(3, "één")
    assert complained == Output(0, "twee")


def test_a_program_that_cannot_start_gives_the_reason(tmp_path: Path) -> None:
    (tmp_path / "geen").write_text("geen programma", encoding="utf-8")

    with Programs() as programs:
        absent = programs.run([tmp_path / "weg"], tmp_path, 10, "Installeer het.")
        forbidden = programs.run([tmp_path / "geen"], tmp_path, 10, "Installeer het.")

    assert absent == Missing("weg kan niet worden gestart: No such file or directory.", "Installeer het.")
    assert forbidden == Missing("geen kan niet worden gestart: Permission denied.", "Installeer het.")


def test_what_a_late_program_started_is_stopped_with_it(tmp_path: Path) -> None:
    script = "(sleep 1; touch still-here) & wait"

    with Programs() as programs:
        late = programs.run(["sh", "-c", script], tmp_path, 0.2, "")

    assert isinstance(late, Missing)
    time.sleep(1.2)
    assert not (tmp_path / "still-here").exists()


def test_leaving_early_stops_what_runs_and_lets_nothing_start(tmp_path: Path) -> None:
    outcome: list[Output | Missing] = []
    programs = Programs()
    command = ["sh", "-c", "touch started; sleep 60"]
    thread = threading.Thread(target=lambda: outcome.append(programs.run(command, tmp_path, 60, "")))

    def interrupted() -> None:
        with programs:
            thread.start()
            while not (tmp_path / "started").exists():
                time.sleep(0.01)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    thread.join(timeout=10)

    assert outcome == [Output(-9, "")]
    assert isinstance(programs.run(["true"], tmp_path, 10, ""), Missing)


def test_npm_puts_programs_beside_this_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hide_programs(monkeypatch, tmp_path)
    assert find_program("ooxml-validator") is None

    program = tmp_path / "node_modules" / ".bin" / "ooxml-validator"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)

    assert find_program("ooxml-validator") == program


def test_the_path_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_program("ooxml-validator", "exit 0", monkeypatch, tmp_path)

    assert find_program("ooxml-validator") == tmp_path / "bin" / "ooxml-validator"
