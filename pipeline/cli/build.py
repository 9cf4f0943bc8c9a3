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
)
from pipeline.cli.dutch import Choice, Share
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
from pipeline.cli.proofs import in_words
from pipeline.cli.reporting import ReportingCommand
from pipeline.document.pdf_standard import PDF_STANDARDS, PdfStandard
from pipeline.engine.cache import CACHE, Cache
from pipeline.engine.lines import Quoting, quoting_now
from pipeline.engine.lock import my_turn
from pipeline.engine.manifest import FORMATS, Format
from pipeline.engine.places import resolve_places
from pipeline.engine.standing import Standing
from pipeline.engine.task import BuildReport, Outcome, Shard, Task


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
    standing = Standing(resolve_places(root), task)
    if dry_run:
        return _foresee(standing, ctx)
    with my_turn(folder, lambda: say_waiting(shown)):
        recalled = standing.recall()
        quoting, report = (quoting_now(root), recalled) if recalled else _make(standing, jobs, ctx)
    if task.cache:
        task.cache.prune()
    print_findings(report.findings, quoting)
    print_faults(report.faults)
    _print_summary(report, shown, time.perf_counter() - start)
    if report.faults or any(finding.is_fault for finding in report.findings):
        return 3
    return 1 if any(finding.is_error for finding in report.findings) else 0


def _make(standing: Standing, jobs: int | None, ctx: click.Context) -> tuple[Quoting, BuildReport]:
    # Imported here: when nothing changed, nothing of it is needed.
    from pipeline.engine.crew import default_jobs, open_crew  # noqa: PLC0415
    from pipeline.engine.makers import Makers  # noqa: PLC0415

    makers, cache, at_once = ctx.ensure_object(Makers), standing.task.cache, jobs or default_jobs()
    # Where a cache knows most documents, one process will do.
    early = 1 if cache and cache.holds_any("pdf") else at_once
    with open_crew(at_once, makers.prepare, early) as crew:
        # And here: it takes as long as the processes take to begin.
        from pipeline.cli.making import make  # noqa: PLC0415

        return make(standing, makers, crew, ctx)


def _foresee(standing: Standing, ctx: click.Context) -> int:
    from pipeline.cli.foreseeing import foresee  # noqa: PLC0415

    return foresee(standing, ctx)


def _chosen(formats: Sequence[str]) -> tuple[Format, ...]:
    # Choice(FORMATS) lets nothing else through.
    return cast(tuple[Format, ...], tuple(sorted(set(formats)))) if formats else FORMATS


def _print_summary(report: BuildReport, shown: str, seconds: float) -> None:
    standing = [outcome for outcome in report.outcomes if outcome.unchanged]
    same = sum(outcome.seconds > 0 for outcome in standing)
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
    rest = f", {same} opnieuw gemaakt en hetzelfde gebleven" if same else ""
    rest += f", {len(standing) - same} ongewijzigd" if len(standing) > same else ""
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
