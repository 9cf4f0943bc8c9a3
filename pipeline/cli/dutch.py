"""Dutch help and Dutch usage errors: click's own words are English."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from pipeline.cli.interrupts import INTERRUPTED, say_interrupted

_HEADINGS = {"Options": "Opties", "Commands": "Opdrachten", "Positional arguments": "Argumenten"}

Value = TypeVar("Value")


class _Formatter(click.HelpFormatter):
    """Writes help with Dutch headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Gebruik: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class DutchCommand(click.Command):
    """A command with Dutch help, and Dutch words for an argument that it does not take."""

    context_class = _Context

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, options_metavar="[OPTIES]", add_help_option=False, **settings)
        self.params.append(_help_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; one too many is refused here, because click would do it in English."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            raise _value_usage(error, self, ctx) from error
        if rest and not ctx.resilient_parsing:
            raise WrongUsageError(f"Deze opdracht kent geen argument “{rest[0]}”.", ctx)
        return rest


class DutchGroup(click.Group):
    """The program: Dutch help, and every way to end turned into Dutch words and an exit code."""

    context_class = _Context

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(
            *args,
            options_metavar="[OPTIES]",
            subcommand_metavar="OPDRACHT [ARGUMENTEN]...",
            add_help_option=False,
            **settings,
        )
        self.params.append(_help_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command."""
        try:
            return super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            raise _value_usage(error, self, ctx) from error

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run a command and leave the program with the exit code that the command returns."""
        try:
            code = super().main(*args, **{**settings, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.message, err=True)
            code = error.exit_code
        except click.ClickException as error:
            click.echo(_with_usage(error), err=True)
            code = error.exit_code
        except click.Abort:
            say_interrupted()
            code = INTERRUPTED
        except Exception as error:
            code = _broken_off(error)
            if debugging():
                traceback.print_exc()
        sys.exit(code)


class WrongUsageError(click.UsageError):
    """A command line that cannot be carried out, in Dutch words."""


class StopError(click.ClickException):
    """An end with exit code 2 and a message that says everything by itself."""

    exit_code = 2


_DIGITS = 4
"""Of the number of shares: more machines than this nobody has."""


class Count(click.ParamType[int]):
    """A whole number of 1 or more."""

    name = "aantal"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or refuse what was typed."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and int(text) > 0):
            self.fail(f"geef een geheel getal van 1 of meer; “{text}” is dat niet.", param, ctx)
        return int(text)


class Share(click.ParamType[tuple[int, int]]):
    """One of several shares, as ``2/5``."""

    name = "deel"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return which share of how many, or refuse what was typed."""
        number, slash, of = str(value).partition("/")
        whole = all(each.isascii() and each.isdigit() and len(each) <= _DIGITS for each in (number, of))
        if not (slash and whole and 0 < int(number) <= int(of)):
            self.fail(f"geef het deel en het aantal delen, als 2/5; “{value}” is dat niet.", param, ctx)
        return int(number), int(of)


class Port(click.ParamType[int]):
    """A port of this machine; 0 stands for any that is free."""

    name = "poort"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or refuse what was typed."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and int(text) < 65536):
            self.fail(f"geef een getal van 0 tot en met 65535; “{text}” is dat niet.", param, ctx)
        return int(text)


class Choice(click.ParamType[str]):
    """One of a few words."""

    name = "keuze"

    def __init__(self, choices: Sequence[str]) -> None:
        self._choices = choices

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or refuse what was typed."""
        if value not in self._choices:
            choices = " of ".join(self._choices)
            self.fail(f"kies {choices}; “{value}” kan niet.", param, ctx)
        return str(value)


class Folder(click.ParamType[Path]):
    """A folder, which need not exist yet."""

    name = "map"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path, or refuse what is something else than a folder."""
        path = Path(str(value))
        if not str(value) or _is_something_else(path):
            self.fail(f"“{value}” is geen map.", param, ctx)
        return path


def _is_something_else(path: Path) -> bool:
    try:
        return path.exists() and not path.is_dir()
    except OSError:
        # What may not be looked at is told where it is used.
        return False


def did_you_mean(candidates: Sequence[str]) -> str:
    """Return a question that offers what may have been meant, "" when nothing comes near."""
    return f" Bedoelde u {' of '.join(candidates)}?" if candidates else ""


def program_fault(document: str, kind: str) -> str:
    """Say that the program itself is at fault, and what to do."""
    where = f" bij {document}" if document else ""
    advice = "" if debugging() else " Met KAMERWERK_DEBUG=1 ervoor toont de opdracht de technische gegevens."
    return f"fout van het programma{where} ({kind}): de inhoud is hiervan niet de oorzaak. Meld het.{advice}"


def debugging() -> bool:
    """Whether whoever mends the program wants to see tracebacks."""
    return os.environ.get("KAMERWERK_DEBUG") == "1"


def _broken_off(error: Exception) -> int:
    """Say that a command could not go on, by what the machine refused or by a fault of the program."""
    from pipeline.cli.reports.text import one_line  # noqa: PLC0415 - only where it comes to this
    from pipeline.diagnostics.located import as_it_is, place_of  # noqa: PLC0415
    from pipeline.engine.faults import is_refusal, refusal  # noqa: PLC0415

    if not is_refusal(error):
        click.echo(program_fault("", type(error).__name__), err=True)
        return 3
    name = getattr(error, "filename", None)
    file = Path(name).as_posix() if isinstance(name, str | Path) else "kamerwerk"
    click.echo(one_line(place_of(refusal(error, file), as_it_is)), err=True)
    return 1


def _help_option() -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help="Toon deze hulp en stop.",
    )


def _value_usage(error: click.BadOptionUsage, command: click.Command, ctx: click.Context) -> WrongUsageError:
    """Return what is wrong with the value of an option; click does not say it apart from its sentence."""
    flag = any(
        isinstance(option, click.Option) and option.is_flag and error.option_name in option.opts
        for option in command.params
    )
    needs = "neemt geen waarde" if flag else "heeft een waarde nodig"
    return WrongUsageError(f"De optie {error.option_name} {needs}.", ctx)


def _with_usage(error: click.ClickException) -> str:
    """Return what is wrong with the command line, and how it should be written."""
    if isinstance(error, StopError):
        return error.message
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return f"fout: {_explain(error)}"
    command = error.ctx.command_path
    return f"{error.ctx.get_usage()}\nHulp: {command} --help\n\nfout: {_explain(error)}"


def _explain(error: click.ClickException) -> str:
    match error:
        case WrongUsageError():
            return error.message
        case click.NoSuchOption():
            return f"De optie {error.option_name} bestaat niet.{did_you_mean(error.possibilities or ())}"
        case click.NoSuchCommand():
            return (
                f"De opdracht “{error.command_name}” bestaat niet.{did_you_mean(error.possibilities or ())}"
            )
        case click.MissingParameter() if error.param is not None:
            return f"{_name(error.param)} ontbreekt."
        case click.BadParameter() if error.param is not None:
            return f"{_name(error.param)}: {error.message}"
        case _:
            return "Deze opdracht is niet te begrijpen."


def _name(param: click.Parameter) -> str:
    """Return how the usage line and the help name an option or an argument."""
    if isinstance(param, click.Argument) and param.metavar:
        return param.metavar.removesuffix("...").strip("[]")
    return " / ".join(param.opts)
