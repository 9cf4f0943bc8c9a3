"""The program ``kamerwerk`` and its commands."""

from __future__ import annotations

import click

from pipeline import __version__
from pipeline.cli.build import build_command
from pipeline.cli.check import check_command
from pipeline.cli.dutch import DutchGroup
from pipeline.cli.list import list_command
from pipeline.cli.verify import verify_command

PROGRAM = "kamerwerk"


@click.group(
    PROGRAM,
    cls=DutchGroup,
    no_args_is_help=True,
    commands=[build_command, check_command, list_command, verify_command],
)
@click.version_option(
    __version__, message=f"{PROGRAM} %(version)s", help="Toon de versie van het programma en stop."
)
def cli() -> None:
    """Maak strategische agenda's en Kamerbrieven als Word en als PDF, uit één bron in YAML."""
