"""Making documents for ``kamerwerk build``: all that it needs when anything is to be done."""

from __future__ import annotations

import click

from pipeline.cli.lazy import let_load
from pipeline.cli.planning import plan_or_stop, refuse_unknown
from pipeline.cli.printing import counted, decimal
from pipeline.cli.progress import progress_report
from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.crew import Crew
from pipeline.engine.lines import Quoting, quoting
from pipeline.engine.makers import Makers
from pipeline.engine.standing import Standing
from pipeline.engine.task import BuildReport, Outcome


def make(standing: Standing, makers: Makers, crew: Crew, ctx: click.Context) -> tuple[Quoting, BuildReport]:
    """Build what was asked for, and remember the build; return what was done, and what shows its lines."""
    task = standing.task
    ahead, stop_without_layout = Ahead(task, makers, crew), let_load("pipeline.render.pdf", crew)
    plan = plan_or_stop(standing.places, makers, task.strict, task.cache, ahead.consider)
    refuse_unknown(plan.project, task.ids, ctx)
    stop_without_layout()
    with progress_report("Documenten maken", _line) as progress:
        report = build(plan, ahead, progress)
    standing.keep(report, plan)
    return quoting(plan.project), report


def _line(document: str, outcome: Outcome) -> str:
    if not outcome.formats:
        return f"{'afgekeurd' if outcome.rejected else 'niet gemaakt'}: {document}"
    if outcome.unchanged:
        return f"{'hetzelfde gebleven' if outcome.seconds else 'ongewijzigd'}: {document}"
    pages = counted(outcome.pages, "bladzijde", "bladzijden")
    return f"gemaakt: {document} ({pages}, {decimal(outcome.seconds)} s)"
