"""``kamerwerk merge``: lay together what ``kamerwerk build --shard`` made on several machines."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.choices import choose_output, choose_project, out_option, project_option
from pipeline.cli.dutch import Folder
from pipeline.cli.printing import counted, print_changes, print_findings, print_outcome, totals
from pipeline.cli.reporting import ReportingCommand
from pipeline.content.documents import requested_documents
from pipeline.content.project import read_project
from pipeline.diagnostics.diagnostic import as_errors
from pipeline.engine.lines import quoting
from pipeline.engine.merging import merge
from pipeline.engine.parts import Part


@click.command("merge", cls=ReportingCommand)
@click.argument("parts", metavar="MAP...", nargs=-1, required=True, type=Folder())
@out_option
@project_option
def merge_command(parts: tuple[Path, ...], out: Path | None, project: Path | None, strict: bool) -> int:
    """Leg de delen van kamerwerk build --shard bij elkaar, in één map met één overzicht.

    Elke MAP is de uitvoer van één deel. Wat er ligt, is daarna hetzelfde als wanneer alles op één machine was
    gemaakt. Ontbreekt een document, of is een bestand onderweg veranderd, dan is dat een fout.
    """
    root = choose_project(project)
    folder, shown = choose_output(out, root)
    content, _ = read_project(root)
    wanted = requested_documents(content)
    merged = merge([Part(each, each.as_posix()) for each in parts], wanted, folder, shown)
    findings = as_errors(merged.findings) if strict else merged.findings
    print_findings(findings, quoting(content))
    print_changes(merged.changes)
    documents = counted(len(wanted), "document", "documenten")
    found = totals(findings)
    line = f"{len(merged.ids)} van {documents} bij elkaar gelegd in {shown}"
    print_outcome(f"{line}; {found}." if found else f"{line}.")
    return 1 if any(finding.is_error for finding in findings) else 0
