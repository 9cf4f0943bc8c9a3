"""What the commands print: findings and progress on stderr, results on stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, suppress

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from pipeline.cli.dutch import debugging, program_fault
from pipeline.content.project import Project
from pipeline.diagnostics import Diagnostic, Location, Severity
from pipeline.diagnostics.excerpt import excerpt
from pipeline.diagnostics.plain import clean, headline, in_order, one_line, place
from pipeline.engine.build import Outcome, Watcher
from pipeline.engine.faults import Fault

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def print_findings(findings: Iterable[Diagnostic], project: Project) -> None:
    """Print findings by file and place: one line each, or with the lines around them on a terminal."""
    ordered = in_order(findings, project.locate)
    if not sys.stderr.isatty():
        for finding in ordered:
            click.echo(one_line(finding, project.locate), err=True)
        return
    console = _console()
    for finding in ordered:
        console.print(_with_lines(finding, project), soft_wrap=True)


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
    errors, warnings = kinds.count(Severity.ERROR), kinds.count(Severity.WARNING)
    parts = [counted(errors, "fout", "fouten")] if errors else []
    parts += [counted(warnings, "waarschuwing", "waarschuwingen")] if warnings else []
    return " en ".join(parts)


def progress_report() -> AbstractContextManager[Watcher]:
    """Return a bar on a terminal, and plain lines elsewhere."""
    return _Bar() if sys.stdout.isatty() and sys.stderr.isatty() else _Lines()


class _Lines(AbstractContextManager[Watcher]):
    """One line for each document."""

    def __enter__(self) -> _Lines:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def started(self, total: int) -> None:
        """Say nothing: a log holds what happened."""

    def finished(self, outcome: Outcome) -> None:
        """Write what became of a document."""
        if outcome.formats:
            pages = counted(outcome.pages, "bladzijde", "bladzijden")
            click.echo(f"gemaakt: {outcome.request.id} ({pages}, {decimal(outcome.seconds)} s)")
        else:
            click.echo(f"niet gemaakt: {outcome.request.id}")


class _Bar(AbstractContextManager[Watcher]):
    """A bar that goes away when it is full."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, console=_console(), transient=True)
        self._task = TaskID(0)

    def __enter__(self) -> _Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def started(self, total: int) -> None:
        """Show the empty bar."""
        self._task = self._progress.add_task("Documenten maken", total=total)

    def finished(self, outcome: Outcome) -> None:
        """Move the bar on."""
        self._progress.update(self._task, description=outcome.request.id)
        self._progress.advance(self._task)


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


def _console() -> Console:
    return Console(stderr=True, highlight=False)
