"""The options of commands that find things: in which form they are told, to whom, and how strictly."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from pipeline.cli.dutch import Choice, DutchCommand, StopError
from pipeline.cli.reports.forms import FORMS
from pipeline.cli.reports.summary import Table, summary
from pipeline.diagnostics.located import Located
from pipeline.engine.lines import Lines

_KEY = "kamerwerk.report"


def no_lines(_file: str) -> Sequence[str]:
    """Show nothing of any file: what stands in for the files until they are read."""
    return ()


@dataclass(slots=True)
class Report:
    """What one command has to tell. It is filled while the command runs and written at its end."""

    form: str | None = None
    """Name of the form that goes to stdout; ``None`` means that findings are printed as they come."""
    findings: list[Located] = field(default_factory=list[Located])
    tables: list[Table] = field(default_factory=list[Table])
    outcome: str = ""
    """What came of it, in a sentence."""
    lines: Lines = field(default=no_lines)


def current_report() -> Report:
    """Return the report of the command that runs; one without ``--report`` has a report that nobody reads."""
    ctx = click.get_current_context(silent=True)
    return ctx.meta.setdefault(_KEY, Report()) if ctx else Report()


class ReportingCommand(DutchCommand):
    """A command with ``--report``, ``--summary`` and ``--strict``; the last is handed to the command."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        *own, help_option = self.params
        self.params = [*own, *_options(), help_option]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and write what it has to tell in the form that was asked for."""
        form: str | None = ctx.params.pop("report")
        file: Path | None = ctx.params.pop("summary")
        report = ctx.meta[_KEY] = Report(form)
        if form is None:
            code = super().invoke(ctx)
        else:
            # Whatever else a command prints would spoil what another program is to read.
            with redirect_stdout(sys.stderr):
                code = super().invoke(ctx)
            _write_report(FORMS[form](report.findings, report.lines))
        if file:
            _append(
                file, summary(f"kamerwerk {ctx.info_name}", report.outcome, report.tables, report.findings)
            )
        return code


class _File(click.ParamType[Path]):
    """A file that need not exist yet."""

    name = "bestand"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(str(value))
        if not str(value) or path.is_dir():
            self.fail(f"“{value}” is geen bestand.", param, ctx)
        return path


def _options() -> list[click.Option]:
    forms = list(FORMS)
    return [
        click.Option(
            ["--report"],
            type=Choice(forms),
            metavar="VORM",
            help=f"Zet alleen de meldingen op stdout, als {', '.join(forms[:-1])} of {forms[-1]}.",
        ),
        click.Option(
            ["--summary"],
            type=_File(),
            metavar="BESTAND",
            help="Voeg een samenvatting in Markdown toe aan dit bestand.",
        ),
        click.Option(["--strict"], is_flag=True, help="Behandel elke waarschuwing als fout."),
    ]


def _write_report(text: str) -> None:
    """Write UTF-8 with plain line ends on every system."""
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{text}\n".encode() if text else b"")
    sys.stdout.buffer.flush()


def _append(file: Path, text: str) -> None:
    try:
        with file.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise StopError(f"fout: de samenvatting kan niet worden geschreven in {file}.") from error
