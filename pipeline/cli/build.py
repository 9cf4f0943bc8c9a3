"""``kamerwerk build``: make the documents."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import click

from pipeline.cli.choices import (
    choose_output,
    choose_project,
    jobs_option,
    out_option,
    project_option,
    refuse_unknown,
)
from pipeline.cli.dutch import Choice, Share
from pipeline.cli.lazy import let_load_or_stop
from pipeline.cli.planning import plan_or_stop
from pipeline.cli.printing import (
    counted,
    decimal,
    print_changes,
    print_faults,
    print_findings,
    print_outcome,
    print_rejected,
    print_table,
    say_waiting,
    totals,
)
from pipeline.cli.progress import progress_report
from pipeline.cli.proofs import in_words
from pipeline.cli.prospects import in_short
from pipeline.cli.reporting import ReportingCommand
from pipeline.content.project import Project
from pipeline.document.pdf_standard import PDF_STANDARDS, PdfStandard
from pipeline.engine.build import BuildReport, Outcome, Task, build
from pipeline.engine.cache import CACHE, Cache
from pipeline.engine.crew import default_jobs, open_crew
from pipeline.engine.lock import my_turn
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS, Format
from pipeline.engine.places import resolve_places
from pipeline.engine.prospect import prospects
from pipeline.engine.shares import Shard
from pipeline.engine.standing import Standing

_VERBS = {
    "nothing": "niets",
    "restore": "uit de cache",
    "make": "maken",
    "impossible": "kan niet: fouten",
}


@click.command("build", cls=ReportingCommand)
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--format",
    "formats",
    type=Choice(FORMATS),
    multiple=True,
    metavar="docx|pdf",
    help="Maak alleen dit formaat; mag vaker. Anders: beide.",
)
@click.option(
    "--standard",
    type=Choice(PDF_STANDARDS),
    default="ua-1",
    metavar="ua-1|ua-2",
    help="Normen voor de PDF. ua-1: PDF/UA-1 en PDF/A-3a; ua-2: PDF/UA-2 en PDF/A-4f. Anders: ua-1.",
)
@out_option
@project_option
@jobs_option
@click.option(
    "--shard",
    type=Share(),
    metavar="DEEL/DELEN",
    help="Maak alleen dit deel, als 2/5: even zware delen voor meer machines. Daarna: kamerwerk merge.",
)
@click.option("--dry-run", is_flag=True, help="Maak niets; zeg alleen wat er zou gebeuren, en waarom.")
@click.option("--no-cache", is_flag=True, help="Maak alles opnieuw, ook wat al eens is gemaakt.")
@click.pass_context
def build_command(
    ctx: click.Context,
    ids: tuple[str, ...],
    formats: tuple[str, ...],
    standard: str,
    out: Path | None,
    project: Path | None,
    jobs: int | None,
    shard: tuple[int, int] | None,
    dry_run: bool,
    no_cache: bool,
    strict: bool,
) -> int:
    """Maak alle documenten, of alleen de genoemde, als Word en als PDF, en kijk ze na.

    Een ID is bijvoorbeeld agenda/zeeland; kamerwerk list toont ze alle. Een document met fouten wordt niet
    gemaakt, de andere wel. Een document dat niet is wat het moet zijn, komt apart in de map afgekeurd.
    """
    makers = ctx.ensure_object(Makers)
    start = time.perf_counter()
    root = choose_project(project)
    folder, shown = choose_output(out, root)
    # Choice lets nothing else through.
    task = Task(
        formats=_chosen(formats),
        standard=cast(PdfStandard, standard),
        folder=folder,
        shown=shown,
        ids=ids,
        strict=strict,
        cache=None if no_cache else Cache(root / CACHE),
        shard=Shard(*shard) if shard else None,
    )
    if dry_run:
        return _foresee(task, root, makers, ctx)
    with my_turn(folder, lambda: say_waiting(shown)):
        content, report = _build(task, root, jobs or default_jobs(), makers, ctx)
    if task.cache:
        task.cache.prune()
    print_findings(report.findings, content)
    print_faults(report.faults)
    _print_summary(report, shown, time.perf_counter() - start)
    if report.faults or any(finding.is_fault for finding in report.findings):
        return 3
    return 1 if any(finding.is_error for finding in report.findings) else 0


def _build(
    task: Task, root: Path, jobs: int, makers: Makers, ctx: click.Context
) -> tuple[Project, BuildReport]:
    """Build, unless it is known that nothing changed; return what was done, and what shows its lines."""
    standing = Standing(resolve_places(root), task)
    if report := standing.recall():
        return Project.unread(root), report
    # Their libraries load while the content is read; where a cache knows most documents, one will do.
    early = 1 if task.cache and task.cache.holds_any("pdf") else jobs
    with open_crew(jobs, makers.prepare, early) as crew:
        plan = plan_or_stop(standing.places, makers, task.strict, task.cache)
        refuse_unknown(plan.project, task.ids, ctx)
        let_load_or_stop("pipeline.render.pdf", crew)
        with progress_report("Documenten maken", _line) as progress:
            report = build(plan, task, makers, progress, crew)
    standing.keep(report, plan)
    return plan.project, report


def _foresee(task: Task, root: Path, makers: Makers, ctx: click.Context) -> int:
    plan = plan_or_stop(resolve_places(root), makers, task.strict, task.cache)
    refuse_unknown(plan.project, task.ids, ctx)
    foreseen = tuple(prospects(plan, task, makers))
    print_table(
        ("document", "wat er zou gebeuren", "waarom"),
        ((each.request.id, _VERBS[each.verb], in_short(each)) for each in foreseen),
    )
    busy = [each for each in foreseen if each.verb in ("make", "restore")]
    documents = counted(len(foreseen), "document", "documenten")
    verb = "zou" if len(busy) == 1 else "zouden"
    print_outcome(f"{len(busy)} van {documents} {verb} worden gemaakt; er is niets geschreven.")
    if busy:
        click.echo(f"Meer over een document: kamerwerk explain {busy[0].request.id}")
    return 1 if any(each.verb == "impossible" for each in foreseen) else 0


def _chosen(formats: Sequence[str]) -> tuple[Format, ...]:
    # Choice(FORMATS) lets nothing else through.
    return cast(tuple[Format, ...], tuple(sorted(set(formats)))) if formats else FORMATS


def _line(document: str, outcome: Outcome) -> str:
    if not outcome.formats:
        return f"{'afgekeurd' if outcome.rejected else 'niet gemaakt'}: {document}"
    if outcome.unchanged:
        return f"ongewijzigd: {document}"
    pages = counted(outcome.pages, "bladzijde", "bladzijden")
    return f"gemaakt: {document} ({pages}, {decimal(outcome.seconds)} s)"


def _print_summary(report: BuildReport, shown: str, seconds: float) -> None:
    standing = [outcome for outcome in report.outcomes if outcome.unchanged]
    made = [outcome for outcome in report.outcomes if outcome.formats and not outcome.unchanged]
    if made:
        print_table(
            ("document", "bladzijden", "bestanden", "bewijzen", "seconden"),
            (
                (
                    each.request.id,
                    str(each.pages),
                    ", ".join(sorted(each.formats)),
                    in_words(each.verdict.results if each.verdict else ()),
                    decimal(each.seconds),
                )
                for each in made
            ),
            right=frozenset({1, 4}),
        )
    for outcome in report.outcomes:
        if not outcome.formats:
            _print_not_made(outcome)
    print_changes(report.changes)
    documents = counted(len(report.outcomes), "document", "documenten")
    found = totals(report.findings)
    rest = f", {len(standing)} ongewijzigd" if standing else ""
    line = f"{len(made)} van {documents} gemaakt in {shown}{rest} ({decimal(seconds)} s)"
    print_outcome(f"{line}; {found}." if found else f"{line}.")
    if report.elsewhere:
        errors = counted(report.elsewhere, "fout", "fouten")
        click.echo(f"Ook {errors} in andere documenten: kamerwerk check", err=True)


def _print_not_made(outcome: Outcome) -> None:
    if any(finding.is_fault for finding in outcome.findings) or outcome.rejected:
        print_rejected(outcome.request.id, outcome.rejected)
    reason = "fout van het programma" if outcome.fault else totals(outcome.findings)
    # Where the folder cannot be used, that is told once and not for each document.
    because = f" ({reason})" if reason else ""
    click.echo(f"{'afgekeurd' if outcome.rejected else 'niet gemaakt'}: {outcome.request.id}{because}")
