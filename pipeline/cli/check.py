"""``kamerwerk check``: say everything that is wrong with the content."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.choices import choose_project, project_option
from pipeline.cli.printing import counted, print_faults, print_findings, print_outcome, totals
from pipeline.cli.reporting import ReportingCommand
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.readers import Readers


@click.command("check", cls=ReportingCommand)
@project_option
@click.pass_context
def check_command(ctx: click.Context, project: Path | None, strict: bool) -> int:
    """Lees en controleer alles, en maak niets.

    Of alles op de bladzijde past, blijkt pas bij kamerwerk build.
    """
    plan = make_plan(resolve_places(choose_project(project)), ctx.ensure_object(Readers), strict)
    print_findings(plan.findings, plan.project)
    print_faults(plan.faults)
    documents = counted(len(plan.documents), "document", "documenten")
    found = totals(plan.findings)
    if any(finding.is_error for finding in plan.findings):
        print_outcome(f"{documents} nagekeken: {found}.")
        return 3 if plan.faults else 1
    if plan.faults:
        return 3
    print_outcome(f"{documents} nagekeken: geen fouten{f', wel {found}' if found else ''}.")
    return 0
