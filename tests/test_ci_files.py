"""The files for build servers in ``docs/ci``: they can be read, and their commands exist."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.runner import run
from tests.projects import write_project
from tests.tools import ROOT, require_tool

FILES = sorted((ROOT / "docs/ci").glob("*.yml"))
SHARES = ROOT / "docs/ci/github-delen.yml"
WHOLE = [file for file in FILES if file != SHARES]


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def commands(file: Path) -> list[list[str]]:
    """Return the arguments of every call of the program, without where its output goes."""
    lines = [
        line for text in texts(yaml.safe_load(file.read_text(encoding="utf-8"))) for line in text.splitlines()
    ]
    calls = [
        match[1]
        for line in lines
        if (match := re.fullmatch(r"\.venv/bin/kamerwerk (.*?)(?: > \S+)?(?: \|\| \S+)?", line))
    ]
    # Words in braces are filled in by the server before the shell sees them.
    return [shlex.split(re.sub(r"\$\{\{ (\S+) \}\}", r"${{\1}}", call)) for call in calls]


@pytest.mark.parametrize("file", WHOLE, ids=lambda file: file.name)
def test_content_is_checked_documents_are_made_and_verified(file: Path) -> None:
    assert [call[0] for call in commands(file)] == ["check", "build", "verify"]


@pytest.mark.parametrize("file", WHOLE, ids=lambda file: file.name)
def test_every_command_is_understood(file: Path, tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    for number, call in enumerate(commands(file)):
        at = call.index("--summary") + 1
        call[at] = str(tmp_path / f"{number}.md")
        quick = [each for each in call if each != "--thorough"]
        result = run(*quick, project=root)
        assert result.exit_code == 0, result.output
        assert (tmp_path / f"{number}.md").read_text(encoding="utf-8").startswith(f"## kamerwerk {call[0]}")


def test_the_shares_of_all_machines_are_laid_together(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    jobs = yaml.safe_load(SHARES.read_text(encoding="utf-8"))["jobs"]
    machines = jobs["delen"]["strategy"]["matrix"]["deel"]
    build, merge, verify = (
        [each for each in call if each not in ("--thorough", "--summary", "$GITHUB_STEP_SUMMARY")]
        for call in commands(SHARES)
    )
    for machine in machines:
        call = [each.replace("${{matrix.deel}}", str(machine)) for each in build]
        out = tmp_path / "delen" / f"deel-{machine}"
        assert run(*call, "--no-cache", "--out", str(out), project=root).exit_code == 0
    parts = [str(tmp_path / each) if each.startswith("delen/") else each for each in merge]
    assert len([each for each in merge if each.startswith("delen/")]) == len(machines)
    assert run(*parts, project=root).exit_code == 0
    assert run(*verify, project=root).exit_code == 0


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_make_knows_what_is_asked_of_it(file: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    asked = re.findall(r"make (\S+)", file.read_text(encoding="utf-8"))
    assert asked
    assert all(f"\n{target}:" in makefile for target in asked)


WRITES = re.compile(r"> (\S+\.\w+)|--summary (\w\S*)|^ *path: (delen/)|\$CI_PROJECT_DIR/(\S+)", re.MULTILINE)
"""Where a file for a build server lets something be written in the project."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_a_build_server_writes_beside_the_content_is_ignored_by_git(file: Path) -> None:
    """Else the documents of a commit would say of themselves that they were made of something changed."""
    found = WRITES.findall(file.read_text(encoding="utf-8"))
    written = {name for match in found for name in match if name}
    ask = [require_tool("git"), "-C", str(ROOT), "check-ignore", "--no-index", *sorted(written)]
    ignored = (
        subprocess.run(ask, capture_output=True, text=True, check=False).stdout.split() if written else []
    )
    assert set(ignored) == written


def test_the_files_for_build_servers_write_beside_the_content() -> None:
    assert any(WRITES.search(file.read_text(encoding="utf-8")) for file in FILES)
