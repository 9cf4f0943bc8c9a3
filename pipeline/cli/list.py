"""``kamerwerk list``: show which documents there are."""

from __future__ import annotations

import json
from pathlib import Path

import click

from pipeline.cli.choices import BUILD, choose_project, project_option
from pipeline.cli.dutch import DutchCommand
from pipeline.cli.printing import print_table
from pipeline.content.documents import requested_documents
from pipeline.content.project import read_project
from pipeline.diagnostics.plain import clean
from pipeline.engine.manifest import FORMATS


@click.command("list", cls=DutchCommand)
@click.option("--json", "as_json", is_flag=True, help="Schrijf JSON, voor andere programma's.")
@project_option
def list_command(as_json: bool, project: Path | None) -> int:
    """Toon elk document: id, soort, titel, status en bestanden."""
    content, findings = read_project(choose_project(project))
    requests = requested_documents(content)
    if as_json:
        rows = [
            {
                "id": request.id,
                "kind": request.kind,
                "title": request.title,
                "status": request.status,
                "files": [f"{BUILD}/{request.stem}.{suffix}" for suffix in FORMATS],
            }
            for request in requests
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print_table(
            ("id", "soort", "status", "titel"),
            ((each.id, each.kind, each.status, clean(each.title)) for each in requests),
        )
    if any(finding.is_error for finding in findings):
        click.echo("Er zijn bestanden met fouten; kamerwerk check toont ze.", err=True)
    return 0
