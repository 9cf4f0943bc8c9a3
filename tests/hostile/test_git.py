"""A project that comes with a ``.git`` of others: nothing that it names is run, fetched or waited for."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from pipeline.engine import git
from pipeline.engine.commit import Commit, commit_of
from pipeline.engine.staged import NotStagedError, staged_project
from tests import projects as p
from tests.tools import require_tool

IDENTITY = ("-c", "user.name=naam", "-c", "user.email=naam@voorbeeld.nl")


def ask(root: Path, *arguments: str) -> str:
    command = [require_tool("git"), "-C", str(root), *IDENTITY, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project in a repository with one commit, of which a file was changed since."""
    root = p.write_project(tmp_path / "project")
    (root / ".gitattributes").write_text("*.yaml filter=a=b diff=kwaad merge=kwaad\n", encoding="utf-8")
    ask(root, "init", "--quiet")
    ask(root, "add", ".")
    ask(root, "commit", "--quiet", "-m", "Begin")
    p.add(p.AGENDA, "# later\n")(root)
    return root


def poison(root: Path, mark: Path) -> None:
    """Let every setting that names a program name one that leaves a mark, and put such programs in hooks."""
    program = root / ".git/kwaad"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\nexec cat\n", encoding="utf-8")
    program.chmod(0o755)
    hooks = root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / hook).symlink_to(program)
    settings = [
        *(f"core.{name}" for name in ("fsmonitor", "sshCommand", "gitProxy", "editor", "pager", "askPass")),
        *(f"filter.a=b.{name}" for name in ("clean", "smudge", "process")),
        *("diff.external", "diff.kwaad.textconv", "diff.kwaad.command", "merge.kwaad.driver"),
        *("gpg.program", "credential.helper", "sequence.editor", "remote.origin.uploadpack"),
        *("core.alternateRefsCommand", "uploadpack.packObjectsHook"),
    ]
    for name in settings:
        ask(root, "config", name, str(program))
    for alias in ("status", "rev-parse", "ls-files", "checkout-index", "config"):
        ask(root, "config", f"alias.{alias}", f"!{program}")
    ask(root, "config", "core.hooksPath", ".git/hooks")
    ask(root, "config", "filter.a=b.required", "true")


def miss_parts(root: Path, mark: Path) -> None:
    """Take an object away, and name a program that would bring it."""
    digest = ask(root, "rev-parse", f"HEAD:{p.REGIO}").strip()
    (root / ".git/objects" / digest[:2] / digest[2:]).unlink()
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::sh -c touch% '{mark}'",
        "protocol.ext.allow": "always",
        "protocol.allow": "always",
    }.items():
        ask(root, "config", name, value)


def test_no_program_of_a_repository_is_run(root: Path, tmp_path: Path) -> None:
    head, mark = ask(root, "rev-parse", "HEAD").strip(), tmp_path / "gedaan"
    poison(root, mark)
    assert commit_of(root, root / "build") == Commit(head, changed=True)
    with staged_project(root) as staged:
        assert p.MINIMAL[p.AGENDA] == (staged / p.AGENDA).read_text(encoding="utf-8")
    assert not mark.exists()


def test_nothing_that_is_missing_is_fetched(root: Path, tmp_path: Path) -> None:
    mark = tmp_path / "gedaan"
    miss_parts(root, mark)
    commit_of(root, root / "build")
    with pytest.raises(NotStagedError), staged_project(root):
        pass
    assert not mark.exists()


@pytest.mark.parametrize("attack", [poison, miss_parts])
def test_git_by_itself_would_have_run_it(root: Path, tmp_path: Path, attack: object) -> None:
    mark = tmp_path / "gedaan"
    assert callable(attack)
    attack(root, mark)
    for question in (["status"], ["checkout-index", "--all", f"--prefix={tmp_path}/uit/"]):
        subprocess.run(["git", "-C", str(root), *question], capture_output=True, check=False, timeout=60)
    assert mark.exists()


def test_a_filter_of_the_user_stays(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "gitconfig"
    own.write_text('[filter "a=b"]\n\tsmudge = sed s/Schone/Heldere/\n', encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own))
    with staged_project(root) as staged:
        assert "titel: Heldere haven" in (staged / p.AGENDA).read_text(encoding="utf-8")


def test_a_setting_in_the_environment_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"COUNT": "1", "KEY_0": "kamerwerk.proef", "VALUE_0": "ja"}.items():
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    assert git.Git(root).ask("config", "kamerwerk.proef") == b"ja\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_settings_that_never_end_are_not_waited_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git, "_TIMEOUT", 1)
    ask(root, "config", "include.path", "pijp")
    os.mkfifo(root / ".git/pijp")
    began = time.monotonic()
    assert commit_of(root, root / "build") is None
    with pytest.raises(NotStagedError), staged_project(root):
        pass
    assert time.monotonic() - began < 20
