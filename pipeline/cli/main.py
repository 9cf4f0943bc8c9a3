"""The program ``kamerwerk``: its commands and how it starts."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

from pipeline import __version__
from pipeline.cli.build import build_command
from pipeline.cli.check import check_command
from pipeline.cli.dutch import DutchGroup
from pipeline.cli.list import list_command

PROGRAM = "kamerwerk"


@click.group(
    PROGRAM,
    cls=DutchGroup,
    no_args_is_help=True,
    commands=[build_command, check_command, list_command],
)
@click.version_option(
    __version__, message=f"{PROGRAM} %(version)s", help="Toon de versie van het programma en stop."
)
def cli() -> None:
    """Maak strategische agenda's en Kamerbrieven als Word en als PDF, uit één bron in YAML."""


def main() -> None:
    """Run the command line. The output is UTF-8, whatever the system's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli.main(prog_name=PROGRAM)
