"""Questions to git, which may run or fetch nothing that the settings of a received folder name."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "safe.bareRepository": "explicit",
}
_CLOSED = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
"""A repository of which a part is missing would fetch that, with the programs that it names."""
_FILTERS = {"clean": "", "smudge": "", "process": "", "required": "false"}
_OF_A_FOLDER = frozenset({"local", "worktree"})
_TIMEOUT = 20
"""Seconds that git gets; a network drive may be slow, but nobody waits for ever."""


class GitError(Exception):
    """Git refuses, or takes too long."""


class NoGitError(GitError):
    """There is no git on this machine."""


@dataclass(frozen=True)
class Git:
    """Asks git about one folder. What the folder's own settings would run is looked up once."""

    folder: Path

    def ask(self, *arguments: str, given: bytes | None = None) -> bytes:
        """Return what git says. Raises ``GitError``."""
        return _run(self.folder, self._settings, *arguments, given=given)

    @cached_property
    def _settings(self) -> Mapping[str, str]:
        return {**_SETTINGS, **_without_filters(self.folder)}


def _without_filters(folder: Path) -> dict[str, str]:
    """Return settings that undo the filters of a repository: git runs those on files that it looks at.

    Filters in the settings of the user or the machine stay: LFS is one.
    """
    found = _run(folder, _SETTINGS, "config", "--show-scope", "--name-only", "-z", "--list")
    words = found.decode("utf-8", "surrogateescape").split("\0")
    undone: dict[str, str] = {}
    for scope, name in zip(words[::2], words[1::2], strict=False):
        section, _, rest = name.partition(".")
        if scope in _OF_A_FOLDER and section == "filter" and "." in rest:
            undone |= {f"filter.{rest.rpartition('.')[0]}.{key}": off for key, off in _FILTERS.items()}
    return undone


def _run(folder: Path, settings: Mapping[str, str], *arguments: str, given: bytes | None = None) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise NoGitError
    # Without the lock, two runs beside each other and a person at work do not hinder each other.
    command = [program, "--no-optional-locks", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - the words are our own
            command,
            cwd=folder,
            env=_environment(settings),
            input=given,
            capture_output=True,
            check=True,
            timeout=_TIMEOUT,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise GitError("git cannot say") from error
    return done.stdout


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of git: what is set in it counts more than what any file says."""
    given = int(os.environ.get("GIT_CONFIG_COUNT") or "0")
    environment = {**os.environ, **_CLOSED, "GIT_CONFIG_COUNT": str(given + len(settings))}
    for number, (name, value) in enumerate(settings.items(), start=given):
        environment |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    if index := environment.get("GIT_INDEX_FILE"):
        # A hook names the index from where it runs, and that need not be the project.
        environment["GIT_INDEX_FILE"] = str(Path(index).absolute())
    return environment
