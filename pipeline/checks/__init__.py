"""What must hold between files: ids, references, principles, sums, dates, promises.

Each rule is a function from the project to findings. A file that could not be read gives none here: what is
wrong with it has been said already.
"""

from __future__ import annotations

from pipeline.checks.annexes import check_annexes
from pipeline.checks.dates import check_dates
from pipeline.checks.identity import check_identity
from pipeline.checks.letters import check_letters
from pipeline.checks.money import check_money
from pipeline.checks.offices import check_offices
from pipeline.checks.planning import check_planning
from pipeline.checks.principles import check_principles
from pipeline.checks.progress import check_progress
from pipeline.checks.references import check_references
from pipeline.checks.regions import check_regions
from pipeline.checks.registers import check_registers
from pipeline.content.project import Project
from pipeline.diagnostics import Diagnostic

__all__ = ["check_project"]

_RULES = (
    check_identity,
    check_references,
    check_registers,
    check_regions,
    check_principles,
    check_money,
    check_planning,
    check_dates,
    check_offices,
    check_letters,
    check_progress,
    check_annexes,
)


def check_project(project: Project) -> tuple[Diagnostic, ...]:
    """Return every finding of every rule, in a fixed order; none when all content agrees with itself."""
    return tuple(finding for rule in _RULES for finding in rule(project))
