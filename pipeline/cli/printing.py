"""What the commands print: findings on stderr, results on stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

import click
from rich.console import Console
from rich.text import Text

from pipeline.cli.dutch import debugging, program_fault
from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Location, Severity
from pipeline.diagnostics.excerpt import excerpt
from pipeline.diagnostics.plain import clean, headline, in_order, one_line, place
from pipeline.engine.faults import Fault
from pipeline.engine.folder import Changes

_COLOURS = {
    Severity.FAULT: "bold magenta",
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
}


def print_findings(findings: Iterable[Diagnostic], project: Project) -> None:
    """Print findings by file and place: one line each, or with the lines around them on a terminal."""
    ordered = in_order(_gathered(findings), project.locate)
    if not sys.stderr.isatty():
        for finding in ordered:
            click.echo(one_line(finding, project.locate), err=True)
        return
    terminal = console()
    for finding in ordered:
        terminal.print(_with_lines(finding, project), soft_wrap=True)


def print_faults(faults: Iterable[Fault]) -> None:
    """Print faults of the program, each with its document."""
    for fault in faults:
        click.echo(program_fault(fault.document, fault.kind), err=True)
        if debugging() and fault.details:
            click.echo(fault.details, err=True)


def print_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()
) -> None:
    """Print columns as wide as what they hold, whatever the terminal; ``right`` are aligned right."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in (lines[0], ["-" * width for width in widths], *lines[1:]):
        cells = [
            text.rjust(width) if column in right else text.ljust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ]
        click.echo("  ".join(cells).rstrip())


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


def _with_lines(finding: Diagnostic, project: Project) -> Text:
    at = project.locate(finding.where)
    text = Text(f"{place(at)}: ").append(headline(finding), _COLOURS[finding.severity])
    for line in excerpt(_lines_of(project, at), at):
        text.append(f"\n  {line}", "dim")
    if finding.hint:
        text.append(f"\n  tip: {clean(finding.hint)}")
    for related in finding.related:
        text.append(f"\n  zie ook {place(project.locate(related.where))} ({clean(related.message)})")
    return text.append("\n")


def _lines_of(project: Project, at: Location) -> list[str]:
    """Return the lines of a file as they were when it was read; a template is read from the project."""
    positions = project.positions.get(at.file)
    if positions:
        return positions.text.splitlines()
    file = (project.root / at.file).resolve()
    if file.is_relative_to(project.root.resolve()) and file.suffix not in {".docx", ".pdf"}:
        with suppress(OSError, UnicodeDecodeError):
            return file.read_text(encoding="utf-8").splitlines()
    return []


def console() -> Console:
    """Return the terminal for messages."""
    return Console(stderr=True, highlight=False)
