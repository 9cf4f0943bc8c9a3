"""Commands that are loaded when they are asked for: a writer's machine may lack what makes documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.dutch import DutchCommand, DutchGroup, StopError, debugging

if TYPE_CHECKING:
    # The overview of commands needs no processes.
    from pipeline.engine.crew import Crew

_ADVICE = (
    "Op deze machine ontbreekt wat bladzijden opmaakt ({missing}). Laat de documenten maken door de server "
    "van git (CI), of gebruik WSL of de ontwikkelcontainer van het project. De opdrachten check, new, "
    "explain en list werken hier wel."
)


@dataclass(frozen=True, slots=True)
class Lazy:
    """Where a command stands, and what the overview says of it."""

    module: str
    attribute: str
    summary: str


class LazyGroup(DutchGroup):
    """A group that imports a command's module only to run it or to show its help."""

    def __init__(self, *args: Any, lazy: Mapping[str, Lazy], **settings: Any) -> None:
        # click takes the names from these, for its overview and to propose what may have been meant.
        named = [DutchCommand(name, help=each.summary) for name, each in lazy.items()]
        super().__init__(*args, commands=named, **settings)
        self._lazy = lazy

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; one whose libraries are absent says so when it is run."""
        if super().get_command(ctx, cmd_name) is None:
            return None
        lazy = self._lazy[cmd_name]
        try:
            return getattr(import_module(lazy.module), lazy.attribute)
        except (ImportError, OSError) as error:
            # WeasyPrint raises OSError where Python has it and the system lacks Pango.
            if debugging():
                raise
            return _absent(cmd_name, lazy, error)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._lazy[name].summary) for name in self.list_commands(ctx)])


def load_or_stop(module: str) -> None:
    """Import what a command needs only now; end the program, with advice, on a machine that lacks it."""
    if missing := absent_for(module):
        raise StopError(_ADVICE.format(missing=missing))


def let_load(module: str, crew: Crew) -> Callable[[], None]:
    """Let one who does the work import what it needs.

    The function that is returned waits for that, and ends the program, with advice, where it is absent.
    """
    loading = crew.begin(partial(absent_for, module))

    def stop_without() -> None:
        # Whoever died of it will say more when there is work to do.
        missing = "" if loading.exception() else loading.result()
        if isinstance(missing, str) and missing:
            raise StopError(_ADVICE.format(missing=missing))

    return stop_without


def absent_for(module: str) -> str:
    """Import a module; return the name of what this machine lacks for it, "" where it lacks nothing."""
    try:
        import_module(module)
    except (ImportError, OSError) as error:
        if debugging():
            raise
        return _missing(error)
    return ""


def _missing(error: Exception) -> str:
    return error.name if isinstance(error, ImportError) and error.name else "Pango"


def _absent(name: str, lazy: Lazy, error: Exception) -> click.Command:
    missing = _missing(error)

    def say(_args: tuple[str, ...]) -> None:
        raise StopError(_ADVICE.format(missing=missing))

    command = DutchCommand(
        name, callback=say, help=lazy.summary, context_settings={"ignore_unknown_options": True}
    )
    command.params.insert(0, click.Argument(["_args"], nargs=-1, type=click.UNPROCESSED, metavar="[...]"))
    return command
