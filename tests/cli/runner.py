"""Running commands in this process, with small makers, and looking for English."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline.cli.program import PROGRAM, cli
from pipeline.engine.makers import Makers
from tests.engine.fakes import MAKERS

ENGLISH = re.compile(
    r"\b(usage|options|commands|arguments|error|errors|try|show|missing|invalid|required?s?|no such"
    r"|did you mean|unexpected|traceback|exception|aborted|file|directory|does not|version)\b",
    re.IGNORECASE,
)


def run(*arguments: str, project: Path | None = None, makers: Makers = MAKERS) -> Result:
    """Run a command; ``project`` is handed over as ``--project``."""
    named = ("--project", str(project)) if project else ()
    return CliRunner().invoke(cli, [*arguments, *named], obj=makers, prog_name=PROGRAM)


def english_in(text: str) -> list[str]:
    """Return the English words in a text; names of options are not words of a sentence."""
    return ENGLISH.findall(re.sub(r"--[a-z-]+", "", text))
