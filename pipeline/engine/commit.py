"""Which version of the project documents were made from, as git knows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.git import Git, GitError

_STATUS = ("status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=dirty")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit. ``changed`` says that files of the project differ from it, or are not in it."""

    id: str
    changed: bool = False


def commit_of(project: Path, outputs: Path) -> Commit | None:
    """Return the commit that is checked out in a project; changes in the build folder do not count.

    ``None`` where there is no git, no repository or no commit yet, and where git refuses the folder.
    """
    scope = ["."]
    if outputs.is_relative_to(project) and outputs != project:
        scope.append(f":(exclude){outputs.relative_to(project).as_posix()}")
    git = Git(project)
    try:
        head = git.ask("rev-parse", "--verify", "--quiet", "HEAD").decode("utf-8", "replace").strip()
    except GitError:
        return None
    try:
        # Git would look into a repository in this one by that one's own settings.
        changes = git.ask(*_STATUS, "--", *scope)
    except GitError:
        return Commit(head, changed=True)
    return Commit(head, changed=changes.strip() != b"")
