"""``kamerwerk explain``: say what a code means, or why a document would be made again."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from pipeline.cli.choices import choose_output, choose_project, out_option, project_option
from pipeline.cli.dutch import DutchCommand, WrongUsageError, did_you_mean
from pipeline.diagnostics import Code
from pipeline.diagnostics.explanations import EXPLANATIONS, InFile, Situation
from pipeline.diagnostics.explanations.chapters import chapters
from pipeline.diagnostics.explanations.explanation import visible

_TYPED = re.compile(r"(?:KAM)?[ -]?(?P<digits>\d{3})", re.IGNORECASE)


@click.command("explain", cls=DutchCommand)
@click.argument("subjects", metavar="[CODE|ID]...", nargs=-1)
@out_option
@project_option
@click.pass_context
def explain_command(
    ctx: click.Context, subjects: tuple[str, ...], out: Path | None, project: Path | None
) -> int:
    """Leg uit wat een code van een melding betekent, of waarom een document opnieuw wordt gemaakt.

    Een CODE is bijvoorbeeld KAM204; alleen 204 mag ook. Zonder code komt er een lijst van alle codes. Een ID
    is bijvoorbeeld agenda/zeeland: dan komt er welke waarde is veranderd, van wat in wat, en op welke regel.
    De opdracht eindigt met 1 als het document door fouten niet kan worden gemaakt.
    """
    ids = tuple(each for each in subjects if "/" in each)
    codes = [_meant(each, ctx) for each in subjects if each not in ids]
    # All are looked up before the first is told: a mistyped one may not hide below the others.
    documents = _documents(ids, out, project, ctx) if ids else []
    told = [_explanation(code) for code in codes] + [each.told for each in documents]
    click.echo("\n\n".join("\n".join(lines) for lines in told) if subjects else "\n".join(_overview()))
    return 0 if all(each.possible for each in documents) else 1


@dataclass(frozen=True, slots=True)
class _Document:
    """What is told of a document, and whether it can be made."""

    told: Iterable[str]
    possible: bool


def _documents(
    ids: tuple[str, ...], out: Path | None, project: Path | None, ctx: click.Context
) -> list[_Document]:
    """Explain what a build would do with these documents."""
    # Imported here: a code can be explained where no document can be made.
    from pipeline.cli.planning import plan_or_stop, refuse_unknown  # noqa: PLC0415
    from pipeline.cli.prospects import told  # noqa: PLC0415
    from pipeline.engine.cache import CACHE, Cache  # noqa: PLC0415
    from pipeline.engine.makers import Makers  # noqa: PLC0415
    from pipeline.engine.manifest import FORMATS  # noqa: PLC0415
    from pipeline.engine.places import resolve_places  # noqa: PLC0415
    from pipeline.engine.prospect import prospects  # noqa: PLC0415
    from pipeline.engine.task import Task  # noqa: PLC0415

    makers, root = ctx.ensure_object(Makers), choose_project(project)
    folder, shown = choose_output(out, root)
    task = Task(FORMATS, "ua-1", folder, shown, ids, cache=Cache(root / CACHE))
    plan = plan_or_stop(resolve_places(root), makers, cache=task.cache)
    refuse_unknown(plan.project, ids, ctx)
    return [
        _Document(told(each, plan.project), each.verb != "impossible")
        for each in prospects(plan, task, makers)
    ]


def _meant(typed: str, ctx: click.Context) -> Code:
    known = {code.number: code for code in Code}
    match = _TYPED.fullmatch(typed.strip())
    number = f"KAM{match['digits']}" if match else typed.upper()
    if number in known:
        return known[number]
    near = difflib.get_close_matches(number, known, n=2)
    raise WrongUsageError(f"De code “{typed}” bestaat niet.{did_you_mean(near)}", ctx)


def _overview() -> Iterator[str]:
    for title, codes in chapters():
        yield f"{title}:"
        yield from (f"  {code.number}  {code.title} ({code.severity.value})" for code in codes)
        yield ""
    yield "Meer over een code: kamerwerk explain KAM204"


def _explanation(code: Code) -> Iterator[str]:
    explanation = EXPLANATIONS[code]
    yield f"{code.number}: {code.title} ({code.severity.value})"
    yield ""
    yield explanation.cause
    yield ""
    match explanation.example:
        case InFile() as example:
            yield f"Fout, in {example.file}:"
            yield from _indented(example.wrong)
            yield ""
            yield "Goed:"
            yield from _indented(example.right)
        case Situation() as example:
            yield f"Fout: {example.wrong}"
            yield f"Goed: {example.right}"


def _indented(piece: str) -> Iterator[str]:
    return (f"    {line}" if line else "" for line in visible(piece).split("\n"))
