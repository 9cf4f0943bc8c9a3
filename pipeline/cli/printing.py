"""What the commands print: findings on stderr, results on stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from pipeline.cli.dutch import debugging, program_fault
from pipeline.cli.reporting import current_report
from pipeline.cli.reports.summary import Table
from pipeline.cli.reports.text import advice, one_line
from pipeline.diagnostics import Code, Diagnostic, Location, Severity
from pipeline.diagnostics.excerpt import excerpt
from pipeline.diagnostics.located import Located, located
from pipeline.diagnostics.plain import headline, place
from pipeline.engine.faults import Fault
from pipeline.engine.folder import Changes
from pipeline.engine.lines import Quoting

if TYPE_CHECKING:
    # Loaded for a terminal only: a build server has none.
    from rich.console import Console
    from rich.text import Text

_COLOURS = {
    Severity.FAULT: "bold magenta",
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
}


def print_findings(findings: Iterable[Diagnostic], quoting: Quoting) -> None:
    """Print findings by file and place: one line each, or with the lines around them on a terminal.

    Where a report was asked for they go into that, and only there.
    """
    ordered = located(_gathered(findings), quoting.locate)
    report, lines = current_report(), quoting.lines
    report.findings += ordered
    report.lines = lines
    if report.form:
        return
    terminal = console() if sys.stderr.isatty() else None
    for found in ordered:
        if terminal:
            terminal.print(_coloured(found, lines(found.at.file)), soft_wrap=True)
        else:
            click.echo(one_line(found), err=True)


def say_waiting(shown: str) -> None:
    """Say at once, so that nobody wonders why nothing happens."""
    click.echo(f"In {shown} is een andere opdracht bezig; deze begint zodra die klaar is.", err=True)


def print_faults(faults: Iterable[Fault]) -> None:
    """Print faults of the program, each with its document, and put them in the report."""
    for fault in faults:
        said = program_fault(fault.document, fault.kind)
        click.echo(said, err=True)
        where = Location(fault.document)
        current_report().findings.append(Located(Diagnostic(Code.PROGRAM_FAULT, said, where), where))
        if debugging() and fault.details:
            click.echo(fault.details, err=True)


def print_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()
) -> None:
    """Print columns as wide as what they hold, whatever the terminal; ``right`` are aligned right."""
    lines = [list(head), *(list(row) for row in rows)]
    current_report().tables.append(Table(lines[0], lines[1:]))
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in (lines[0], ["-" * width for width in widths], *lines[1:]):
        cells = [
            text.rjust(width) if column in right else text.ljust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ]
        click.echo("  ".join(cells).rstrip())


def print_outcome(line: str) -> None:
    """Print what came of a command, in a sentence."""
    current_report().outcome = line
    click.echo(line)


def decimal(number: float) -> str:
    """Write a number with one decimal as Dutch does: ``3,2``."""
    return f"{number:.1f}".replace(".", ",")


def counted(number: int, singular: str, plural: str) -> str:
    """Write a number with its noun; with a plain space, since other programs may search for it."""
    return f"{number} {singular if number == 1 else plural}"


def totals(findings: Iterable[Diagnostic]) -> str:
    """Count findings in words: ``2 fouten en 1 waarschuwing``; "" for none."""
    kinds = [finding.severity for finding in findings]
    names = {
        Severity.FAULT: ("fout van het programma", "fouten van het programma"),
        Severity.ERROR: ("fout", "fouten"),
        Severity.WARNING: ("waarschuwing", "waarschuwingen"),
    }
    parts = [counted(kinds.count(kind), *names[kind]) for kind in names if kind in kinds]
    return " en ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def print_changes(changes: Changes) -> None:
    """Say what became of files that stood in the build folder."""
    for kept in changes.kept:
        click.echo(f"bewaard: {kept.before} was veranderd en staat nu in {kept.now}")
    for path in changes.removed:
        click.echo(f"verwijderd: {path}")


def print_rejected(document: str, files: Sequence[str]) -> None:
    """Say that the program made files that may not be used, and where they are."""
    where = f" Bewaard om te onderzoeken: {', '.join(files)}." if files else ""
    click.echo(
        f"fout van het programma bij {document}: het document is afgekeurd; de inhoud is hiervan niet de "
        f"oorzaak. Meld het.{where}",
        err=True,
    )


def _gathered(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings; that a tool is absent is said once, with the number of files that it touches."""
    absent: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        if finding.code is Code.PROOF_MISSING:
            absent.setdefault(finding.message, []).append(finding)
        else:
            yield finding
    for first, *others in absent.values():
        rest = f" Het ontbreekt ook bij {counted(len(others), 'ander bestand', 'andere bestanden')}."
        yield replace(first, message=f"{first.message}{rest if others else ''}")


def _coloured(found: Located, lines: Sequence[str]) -> Text:
    from rich.text import Text  # noqa: PLC0415

    text = Text(f"{place(found.at)}: ")
    text.append(headline(found.finding), _COLOURS[found.finding.severity])
    for line in excerpt(lines, found.at):
        text.append(f"\n  {line}", "dim")
    for line in advice(found):
        text.append(f"\n  {line}")
    return text.append("\n")


def console() -> Console:
    """Return the terminal for messages."""
    from rich.console import Console  # noqa: PLC0415

    return Console(stderr=True, highlight=False)
