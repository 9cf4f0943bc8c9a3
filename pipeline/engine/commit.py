"""Which version of the project documents were made from, as git knows it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

NO_PROGRAMS = tuple(
    word
    for setting in ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "safe.bareRepository=explicit")
    for word in ("-c", setting)
)
"""Options by which git starts no program that the settings of a received folder name."""

_TIMEOUT = 20
"""Seconds that git gets; a network drive may be slow, but a build does not wait for ever."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit. ``id`` is "" where there is no git, no repository or no commit yet.

    ``changed`` says that files of the project differ from that commit, or are not in it.
    """

    id: str = ""
    changed: bool = False


def commit_of(project: Path, outputs: Path) -> Commit:
    """Return the commit that is checked out in a project; changes in the build folder do not count."""
    head = _git(project, "rev-parse", "--verify", "--quiet", "HEAD")
    if not head:
        return Commit()
    scope = ["."]
    if outputs.is_relative_to(project) and outputs != project:
        scope.append(f":(exclude){outputs.relative_to(project).as_posix()}")
    changes = _git(project, "status", "--porcelain", "--untracked-files=normal", "--", *scope)
    return Commit(head, changed=changes != "")


def _git(project: Path, *arguments: str) -> str | None:
    """Return what git says, ``None`` when it cannot say anything."""
    program = shutil.which("git")
    if program is None:
        return None
    # Without the lock, two runs beside each other and a person at work do not hinder each other.
    command = [program, *NO_PROGRAMS, "--no-optional-locks", "-C", str(project), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_TIMEOUT)  # noqa: S603 - fixed words and the project's own path
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace").strip()
