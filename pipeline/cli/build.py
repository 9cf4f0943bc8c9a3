"""``kamerwerk build``: make the documents."""

from __future__ import annotations

import difflib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import click

from pipeline.cli.choices import choose_output, choose_project, project_option
from pipeline.cli.dutch import Choice, Count, DutchCommand, Folder, WrongUsageError, did_you_mean
from pipeline.cli.printing import (
    counted,
    decimal,
    print_faults,
    print_findings,
    print_table,
    progress_report,
    totals,
)
from pipeline.engine.build import BuildReport, Task, build, unknown_ids
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS, Format
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from pipeline.engine.workers import default_jobs


@click.command("build", cls=DutchCommand)
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
    "--out", type=Folder(), metavar="MAP", help="Map voor de uitvoer. Anders: build in het project."
)
@project_option
@click.option("--jobs", type=Count(), metavar="N", help="Aantal processen naast elkaar. Anders: alle kernen.")
@click.pass_context
def build_command(
    ctx: click.Context,
    ids: tuple[str, ...],
    formats: tuple[str, ...],
    out: Path | None,
    project: Path | None,
    jobs: int | None,
) -> int:
    """Maak alle documenten, of alleen de genoemde, als Word en als PDF.

    Een ID is bijvoorbeeld agenda/zeeland; kamerwerk list toont ze alle. Een document met fouten wordt niet
    gemaakt, de andere wel.
    """
    makers = ctx.ensure_object(Makers)
    start = time.perf_counter()
    root = choose_project(project)
    folder, shown = choose_output(out, root)
    plan = make_plan(resolve_places(root), makers)
    _refuse_unknown(plan, ids, ctx)
    task = Task(_chosen(formats), folder, shown, jobs or default_jobs(), ids)
    with progress_report() as progress:
        report = build(plan, task, makers, progress)
    print_findings(report.findings, plan.project)
    print_faults(report.faults)
    _print_summary(report, shown, time.perf_counter() - start)
    if report.faults:
        return 3
    return 1 if any(finding.is_error for finding in report.findings) else 0


def _chosen(formats: Sequence[str]) -> tuple[Format, ...]:
    # Choice(FORMATS) lets nothing else through.
    return cast(tuple[Format, ...], tuple(sorted(set(formats)))) if formats else FORMATS


def _refuse_unknown(plan: Plan, ids: Sequence[str], ctx: click.Context) -> None:
    unknown = unknown_ids(plan, ids)
    if not unknown:
        return
    known = [planned.request.id for planned in plan.documents]
    sentences = [f"Er is geen document “{name}”.{did_you_mean(_nearest(name, known))}" for name in unknown]
    if plan.project.broken:
        sentences.append("Er zijn bestanden met fouten; kamerwerk check toont ze.")
    raise WrongUsageError(" ".join(sentences), ctx)


def _nearest(name: str, known: Sequence[str]) -> list[str]:
    """Return ids that look like a name, also when only the part after the slash was typed."""
    by_tail = [each for each in known if name and name.rpartition("/")[2] == each.rpartition("/")[2]]
    tails = {each.rpartition("/")[2]: each for each in known}
    near = difflib.get_close_matches(name, known)
    near += [tails[tail] for tail in difflib.get_close_matches(name, list(tails))]
    return list(dict.fromkeys((*by_tail, *near)))[:3]


def _print_summary(report: BuildReport, shown: str, seconds: float) -> None:
    made = [outcome for outcome in report.outcomes if outcome.formats]
    if made:
        print_table(
            ("document", "bladzijden", "bestanden", "seconden"),
            (
                (each.request.id, str(each.pages), ", ".join(sorted(each.formats)), decimal(each.seconds))
                for each in made
            ),
            right=frozenset({1, 3}),
        )
    for outcome in report.outcomes:
        if not outcome.formats:
            reason = totals(outcome.findings) or "fout van het programma"
            click.echo(f"niet gemaakt: {outcome.request.id} ({reason})")
    documents = counted(len(report.outcomes), "document", "documenten")
    found = totals(report.findings)
    line = f"{len(made)} van {documents} gemaakt in {shown} ({decimal(seconds)} s)"
    click.echo(f"{line}; {found}." if found else f"{line}.")
    if report.elsewhere:
        errors = counted(report.elsewhere, "fout", "fouten")
        click.echo(f"Ook {errors} in andere documenten: kamerwerk check", err=True)
