"""``kamerwerk check``: say everything that is wrong with the content."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.authoring.fix import repair_files
from pipeline.cli.choices import choose_project, project_option
from pipeline.cli.dutch import StopError, WrongUsageError
from pipeline.cli.planning import plan_or_stop
from pipeline.cli.printing import counted, print_faults, print_findings, print_outcome, totals
from pipeline.cli.readability import print_readability
from pipeline.cli.reporting import ReportingCommand
from pipeline.diagnostics.located import located
from pipeline.diagnostics.plain import place
from pipeline.engine.lines import quoting
from pipeline.engine.places import resolve_places
from pipeline.engine.readers import Readers
from pipeline.engine.staged import NotStagedError, staged_project

_ROUNDS = 3


@click.command("check", cls=ReportingCommand)
@click.option("--staged", is_flag=True, help="Controleer wat in git klaarstaat om vast te leggen.")
@click.option("--fix", is_flag=True, help="Herstel eerst wat zeker is; de rest blijft zoals het was.")
@click.option("--readability", is_flag=True, help="Toon ook hoe makkelijk elke tekst leest.")
@project_option
@click.pass_context
def check_command(
    ctx: click.Context, staged: bool, fix: bool, readability: bool, project: Path | None, strict: bool
) -> int:
    """Lees en controleer alles, en maak niets.

    Of alles op de bladzijde past, blijkt pas bij kamerwerk build.
    """
    readers, root = ctx.ensure_object(Readers), choose_project(project)
    if staged and fix:
        raise WrongUsageError("--fix en --staged gaan niet samen: wat klaarstaat, verandert niet.", ctx)
    if fix:
        _repair(root, readers)
    if not staged:
        return _check(root, readers, strict, readability)
    try:
        with staged_project(root) as folder:
            return _check(folder, readers, strict, readability)
    except NotStagedError as error:
        raise StopError(f"fout: {error}") from error


def _repair(root: Path, readers: Readers) -> None:
    """Mend until nothing more is certain: one repair can bring another to light."""
    for _ in range(_ROUNDS):
        plan = plan_or_stop(resolve_places(root), readers)
        repairs, locked = repair_files(root, located(plan.findings, plan.project.locate))
        for each in repairs:
            click.echo(f"hersteld: {place(each.found.at)}: “{each.before}” is nu “{each.after}”")
        for name in locked:
            click.echo(f"niet hersteld: {name} kan niet worden geschreven.", err=True)
        if not repairs:
            return


def _check(root: Path, readers: Readers, strict: bool, readability: bool) -> int:
    plan = plan_or_stop(resolve_places(root), readers, strict)
    if readability:
        print_readability(plan.project)
    print_findings(plan.findings, quoting(plan.project))
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
