"""What git would commit now, as a project of its own: a hook checks that, not what is being typed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pipeline.engine.commit import NO_PROGRAMS

_FOLDERS = ("content", "templates")


class NotStagedError(Exception):
    """There is no git, or the project is in no repository. The message is a Dutch sentence."""


@contextmanager
def staged_project(root: Path) -> Generator[Path]:
    """Give a temporary folder with the content and templates of git's index, and take it away afterwards.

    Raises ``NotStagedError`` when git cannot say what is in its index.
    """
    below = _git(root, "rev-parse", "--show-prefix").decode().strip()
    names = _git(root, "ls-files", "-z", "--", *_FOLDERS)
    with tempfile.TemporaryDirectory(prefix="kamerwerk-") as folder:
        _git(root, "checkout-index", "-z", "--stdin", f"--prefix={folder}/", given=names)
        project = Path(folder, below)
        (project / "content").mkdir(parents=True, exist_ok=True)
        yield project


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise NotStagedError("Git staat niet op deze machine.")
    environment = dict(os.environ)
    if index := environment.get("GIT_INDEX_FILE"):
        # A hook names the index from where it runs, and that need not be the project.
        environment["GIT_INDEX_FILE"] = str(Path(index).absolute())
    done = subprocess.run(  # noqa: S603 - the arguments are our own
        [program, *NO_PROGRAMS, *arguments],
        cwd=root,
        env=environment,
        input=given,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise NotStagedError("Git kan niet zeggen wat klaarstaat; staat het project in een git-repository?")
    return done.stdout
