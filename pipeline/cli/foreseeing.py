"""``kamerwerk build --dry-run``: say what would happen, and why."""

from __future__ import annotations

import click

from pipeline.cli.planning import plan_or_stop, refuse_unknown
from pipeline.cli.printing import counted, print_outcome, print_table
from pipeline.cli.prospects import in_short
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS
from pipeline.engine.prospect import prospects
from pipeline.engine.standing import Standing

_VERBS = {
    "nothing": "niets",
    "restore": "uit de cache",
    "make": "maken",
    "impossible": "kan niet: fouten",
}


def foresee(standing: Standing, ctx: click.Context) -> int:
    """Print what a build would do with each document; return the exit code."""
    makers, task = ctx.ensure_object(Makers), standing.task
    plan = plan_or_stop(standing.places, makers, task.strict, task.cache)
    refuse_unknown(plan.project, task.ids, ctx)
    foreseen = tuple(prospects(plan, task, makers))
    print_table(
        ("document", "wat er zou gebeuren", "waarom"),
        ((each.request.id, _VERBS[each.verb], in_short(each, plan.project)) for each in foreseen),
    )
    busy = [each for each in foreseen if each.verb in ("make", "restore")]
    documents = counted(len(foreseen), "document", "documenten")
    verb = "zou" if len(busy) == 1 else "zouden"
    print_outcome(f"{len(busy)} van {documents} {verb} worden gemaakt; er is niets geschreven.")
    impossible = any(each.verb == "impossible" for each in foreseen)
    if impossible:
        click.echo("De fouten, elk met zijn regel: kamerwerk check")
    # What it explains is a build without such choices.
    if busy and (task.formats, task.standard) == (FORMATS, "ua-1"):
        click.echo(f"Meer over een document: kamerwerk explain {busy[0].request.id}")
    return 1 if impossible else 0
