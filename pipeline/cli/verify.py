"""``kamerwerk verify``: prove that the files that were made are right."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.choices import (
    choose_output,
    choose_project,
    jobs_option,
    out_option,
    project_option,
)
from pipeline.cli.lazy import let_load
from pipeline.cli.planning import plan_or_stop, refuse_unknown
from pipeline.cli.printing import (
    counted,
    print_changes,
    print_faults,
    print_findings,
    print_outcome,
    print_rejected,
    say_waiting,
    totals,
)
from pipeline.cli.progress import progress_report
from pipeline.cli.proofs import print_proofs
from pipeline.cli.reporting import ReportingCommand
from pipeline.engine.crew import default_jobs, open_crew
from pipeline.engine.lines import quoting
from pipeline.engine.lock import my_turn
from pipeline.engine.makers import Makers
from pipeline.engine.places import resolve_places
from pipeline.engine.report import REPORT
from pipeline.engine.verification import Task, Verification, verify


@click.command("verify", cls=ReportingCommand)
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--thorough",
    is_flag=True,
    help="Ook de zware bewijzen: veraPDF, de Open XML SDK en de bladzijden van LibreOffice.",
)
@out_option
@project_option
@jobs_option
@click.pass_context
def verify_command(
    ctx: click.Context,
    ids: tuple[str, ...],
    thorough: bool,
    out: Path | None,
    project: Path | None,
    jobs: int | None,
    strict: bool,
) -> int:
    """Kijk alle gemaakte documenten na, of alleen de genoemde.

    Word en PDF worden los van elkaar teruggelezen en vergeleken met de inhoud: dezelfde tekst, de maten van
    de huisstijl, toegankelijk, volgens de normen. Het verslag komt in verify.json in de map van de uitvoer.

    Ontbreekt een bewijs, dan zegt de tabel dat; met --thorough is dat een fout (code 1). Een document dat
    niet is wat het moet zijn, gaat naar de map afgekeurd.
    """
    makers = ctx.ensure_object(Makers)
    root = choose_project(project)
    folder, shown = choose_output(out, root)
    task = Task(folder, shown, thorough, ids, strict)
    jobs = jobs or default_jobs()
    with my_turn(folder, lambda: say_waiting(shown)), open_crew(jobs, makers.prepare, jobs) as crew:
        stop_without_proofs = let_load("pipeline.verify.quick", crew)
        plan = plan_or_stop(resolve_places(root), makers, strict)
        refuse_unknown(plan.project, ids, ctx)
        stop_without_proofs()
        with progress_report("Documenten nakijken", lambda _work, _result: "") as progress:
            found = verify(plan, task, makers, progress, crew)
    print_findings(found.findings, quoting(plan.project))
    print_faults(found.faults)
    _print_summary(found, shown)
    if found.faults or any(finding.is_fault for finding in found.findings):
        return 3
    failed = any(finding.is_error for finding in found.findings) or (thorough and found.missing)
    return 1 if failed else 0


def _print_summary(found: Verification, shown: str) -> None:
    print_proofs((each.request.id, each.verdict) for each in found.inspections if each.verdict)
    for each in found.inspections:
        if any(finding.is_fault for finding in each.findings):
            print_rejected(each.request.id, each.rejected)
            click.echo(f"afgekeurd: {each.request.id} ({totals(each.findings)})")
        elif each.verdict is None:
            reason = "fout van het programma" if each.fault else totals(each.findings)
            click.echo(f"niet nagekeken: {each.request.id}{f' ({reason})' if reason else ''}")
    print_changes(found.changes)
    documents = counted(len(found.inspections), "document", "documenten")
    looked = sum(each.verdict is not None for each in found.inspections)
    line = f"{looked} van {documents} nagekeken in {shown}"
    if found.missing:
        line += f"; {counted(len(found.missing), 'bewijs ontbreekt', 'bewijzen ontbreken')}"
    result = totals(found.findings)
    print_outcome(f"{line}; {result}." if result else f"{line}; geen fouten.")
    if looked:
        click.echo(f"Verslag: {shown}/{REPORT}")
