"""``kamerwerk explain``: say what a code means, with an example."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

import click

from pipeline.cli.dutch import DutchCommand, WrongUsageError, did_you_mean
from pipeline.diagnostics import Code
from pipeline.diagnostics.explanations import EXPLANATIONS, InFile, Situation
from pipeline.diagnostics.explanations.chapters import chapters
from pipeline.diagnostics.explanations.explanation import visible

_TYPED = re.compile(r"(?:KAM)?[ -]?(?P<digits>\d{3})", re.IGNORECASE)


@click.command("explain", cls=DutchCommand)
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@click.pass_context
def explain_command(ctx: click.Context, codes: tuple[str, ...]) -> int:
    """Leg uit wat een code van een melding betekent, met een fout en een goed voorbeeld.

    Een CODE is bijvoorbeeld KAM204; alleen 204 mag ook. Zonder code komt er een lijst van alle codes.
    """
    if codes:
        # All are looked up before the first is told: a mistyped one may not hide below the others.
        click.echo(
            "\n\n".join("\n".join(_explanation(code)) for code in [_meant(each, ctx) for each in codes])
        )
    else:
        click.echo("\n".join(_overview()))
    return 0


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
