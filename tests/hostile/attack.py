"""Run the real program on a hostile project, in a process that may use little memory and little time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.readers import Readers
from tests import projects as p

SECONDS = 20
"""Of the processor; the program itself takes one of them to start."""
MEMORY = 1_500_000_000
"""Bytes of address space."""

PROFILE = "profiel: Een provincie met veel kust."


@dataclass(frozen=True)
class Answer:
    """How the program ended, and all that it said."""

    code: int
    said: str


def run(root: Path, *arguments: str, codes: Collection[int] = (0, 1, 2)) -> Answer:
    """Run a command; it must answer with findings, and never with a traceback or a fault of its own.

    Only a finished file that is not what it must be ends with another code.
    """
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, *arguments, "--project", str(root)],
        capture_output=True,
        check=False,
        timeout=3 * SECONDS,
        env={**os.environ, "KAMERWERK_DEBUG": "1"},
    )
    answer = Answer(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"))
    assert "Traceback" not in answer.said, answer.said[-2000:]
    assert answer.code in codes, answer
    return answer


_LIMITED = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from pipeline.cli.main import main
sys.exit(main())
"""


def findings(root: Path) -> tuple[Diagnostic, ...]:
    """Return what ``check`` finds, in this process: no fault of the program may be among it."""
    plan = make_plan(resolve_places(root), Readers())
    assert plan.faults == ()
    return plan.findings


def found(root: Path) -> list[str]:
    """Return the codes and files of the errors, each pair once."""
    told = [f"{each.code.number} {each.where.file}" for each in findings(root) if each.is_error]
    return list(dict.fromkeys(told))


def profile(value: str) -> p.Change:
    """Write a value of YAML as the profile of Zeeland."""
    return p.edit(p.REGIO, PROFILE, f"profiel: {value}")


def text(markdown: str) -> p.Change:
    """Write Markdown as the profile of Zeeland."""
    return profile("|\n" + "\n".join(f"  {line}" for line in markdown.split("\n")))


def put(file: str, data: bytes) -> p.Change:
    """Write bytes in the place of a file."""

    def change(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(data)

    return change


def link(file: str, target: Path | str) -> p.Change:
    """Put a link in the place of a file."""

    def change(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).unlink(missing_ok=True)
        (root / file).symlink_to(target)

    return change


def pipe(file: str) -> p.Change:
    """Put a pipe, which nobody writes to, in the place of a file."""

    def change(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).unlink(missing_ok=True)
        os.mkfifo(root / file)

    return change
