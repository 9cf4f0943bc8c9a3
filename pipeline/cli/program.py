"""The program ``kamerwerk`` and its commands."""

from __future__ import annotations

import click

from pipeline import __version__
from pipeline.cli.lazy import Lazy, LazyGroup

PROGRAM = "kamerwerk"

COMMANDS = {
    "build": Lazy(
        "pipeline.cli.build", "build_command", "Maak documenten als Word en als PDF, en kijk ze na."
    ),
    "check": Lazy("pipeline.cli.check", "check_command", "Lees en controleer alles, en maak niets."),
    "explain": Lazy(
        "pipeline.cli.explain", "explain_command", "Leg een code uit, of waarom een document wordt gemaakt."
    ),
    "list": Lazy("pipeline.cli.list", "list_command", "Toon elk document met zijn status."),
    "merge": Lazy(
        "pipeline.cli.merge", "merge_command", "Leg de delen bij elkaar die op meer machines zijn gemaakt."
    ),
    "new": Lazy("pipeline.cli.new", "new_command", "Maak bestanden om in te vullen."),
    "preview": Lazy(
        "pipeline.cli.preview", "preview_command", "Toon de documenten in de browser, terwijl u schrijft."
    ),
    "verify": Lazy("pipeline.cli.verify", "verify_command", "Kijk gemaakte documenten na."),
}


@click.group(PROGRAM, cls=LazyGroup, no_args_is_help=True, lazy=COMMANDS)
@click.version_option(
    __version__, message=f"{PROGRAM} %(version)s", help="Toon de versie van het programma en stop."
)
def cli() -> None:
    """Maak strategische agenda's en Kamerbrieven als Word en als PDF, uit één bron in YAML."""
