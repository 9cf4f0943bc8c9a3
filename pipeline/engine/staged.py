"""What git would commit now, as a project of its own: a hook checks that, not what is being typed."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from pipeline.engine.git import Git, GitError, NoGitError

_FOLDERS = ("content", "templates")


class NotStagedError(Exception):
    """There is no git, or the project is in no repository. The message is a Dutch sentence."""


@contextmanager
def staged_project(root: Path) -> Generator[Path]:
    """Give a temporary folder with the content and templates of git's index, and take it away afterwards.

    Raises ``NotStagedError`` when git cannot say what is in its index.
    """
    with tempfile.TemporaryDirectory(prefix="kamerwerk-") as folder:
        yield _checked_out(root, folder)


def _checked_out(root: Path, folder: str) -> Path:
    git = Git(root)
    try:
        below = git.ask("rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n")
        names = git.ask("ls-files", "-z", "--", *_FOLDERS)
        git.ask("checkout-index", "-z", "--stdin", f"--prefix={folder}/", given=names)
    except NoGitError as error:
        raise NotStagedError("Git staat niet op deze machine.") from error
    except GitError as error:
        message = "Git kan niet zeggen wat klaarstaat; staat het project in een git-repository?"
        raise NotStagedError(message) from error
    project = Path(folder, below)
    (project / "content").mkdir(parents=True, exist_ok=True)
    return project
