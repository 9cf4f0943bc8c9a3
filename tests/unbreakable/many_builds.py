"""One letter built again and again in one process: ``python -m tests.unbreakable.many_builds PROJECT N``.

Before each round a value changes. It prints the memory in use after each round, in bytes, as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path

from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.crew import open_crew
from pipeline.engine.makers import Makers
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.task import Task
from tests.engine.fakes import LETTER, Recorder
from tests.projects import BRIEF

_SUBJECT = "betreft: "


def memory() -> int:
    """Return the bytes of memory that this process uses now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def change(root: Path, number: int) -> None:
    """Give the letter a subject that it never had before."""
    before, key, after = (root / BRIEF).read_text(encoding="utf-8").partition(f"\n{_SUBJECT}")
    _, newline, rest = after.partition("\n")
    (root / BRIEF).write_text(f"{before}{key}Voortgang {number}{newline}{rest}", encoding="utf-8")


def main(root: Path, rounds: int) -> list[int]:
    """Build so many times, and return the memory after each."""
    makers, used = Makers(), list[int]()
    makers.prepare()
    gc.freeze()
    with open_crew(1) as crew:
        for number in range(rounds):
            change(root, number)
            plan = make_plan(resolve_places(root), makers)
            task = Task(("docx", "pdf"), "ua-1", root / "build", "build", (LETTER,))
            report = build(plan, Ahead(task, makers, crew), Recorder())
            assert report.findings == (), report.findings
            assert report.outcomes[0].formats, report.faults
            assert not report.outcomes[0].unchanged
            used.append(memory())
    return used


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
