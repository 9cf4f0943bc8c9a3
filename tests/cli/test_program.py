"""The program as its users start it: a process of its own."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import AGENDA, BRONNEN, edit, line_of, spoil, write_project
from tests.tools import ROOT, own_environment, require_tool

COLOUR = re.compile(r"\x1b\[([0-9;]*)m")


def environment(**changes: str) -> dict[str, str]:
    return {**own_environment(), "PYTHONPATH": str(ROOT), **changes}


def kamerwerk(*arguments: str, cwd: Path, **changes: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment(**changes), capture_output=True, check=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


LOCALES = [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]


@pytest.mark.parametrize("locale", LOCALES)
def test_output_is_utf8_whatever_the_locale(root: Path, locale: dict[str, str]) -> None:
    edit(AGENDA, "titel: Strategische agenda Zeeland", "titel: Agenda Fryslân – zó")(root)
    ended = kamerwerk("list", "--json", cwd=root / "content", **locale)
    assert ended.returncode == 0
    assert "Agenda Fryslân – zó" in [each["title"] for each in json.loads(ended.stdout.decode("utf-8"))]


def test_wrong_usage_ends_with_2(root: Path) -> None:
    ended = kamerwerk("biuld", cwd=root)
    assert ended.returncode == 2
    assert b"Bedoelde u build?" in ended.stderr
    assert b"Gebruik: kamerwerk" in ended.stderr


def test_errors_in_the_content_end_with_1(root: Path) -> None:
    spoil(BRONNEN)(root)
    ended = kamerwerk("check", cwd=root)
    assert ended.returncode == 1
    line = re.compile(r"^\S+?:\d+:\d+: (fout|waarschuwing|fout van het programma) KAM\d{3}: ")
    lines = ended.stderr.decode().splitlines()
    assert lines
    assert all(line.match(each) for each in lines)


def test_a_reader_that_goes_away_gives_no_traceback(root: Path) -> None:
    command = ["bash", "-c", f"{sys.executable} -m pipeline list --json | head -c 1"]
    ended = subprocess.run(command, cwd=root, env=environment(), capture_output=True, check=False)
    assert ended.stdout == b"["
    assert b"Traceback" not in ended.stderr


def as_anybody(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the program without the rights by which an administrator may read and write everything."""
    rights = "-dac_override,-dac_read_search"
    drop = [require_tool("setpriv"), f"--bounding-set={rights}", f"--inh-caps={rights}"]
    command = [*(drop if os.geteuid() == 0 else []), sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment(), capture_output=True, text=True, check=False)


@pytest.fixture
def locked(root: Path) -> Iterator[Path]:
    folder = root / "uit"
    folder.mkdir()
    yield folder
    folder.chmod(0o755)


@pytest.mark.parametrize("mode", [0o555, 0o000])
@pytest.mark.parametrize("out", ["uit", "uit/build"])
def test_a_folder_that_may_not_be_written_is_an_error_and_no_fault(
    root: Path, locked: Path, mode: int, out: str
) -> None:
    locked.chmod(mode)
    ended = as_anybody("build", "--out", out, cwd=root)
    assert ended.returncode == 1
    assert (
        ended.stderr.startswith(f"{out}:1:1: fout KAM904: ") or f"{out}/manifest.json:1:1: " in ended.stderr
    )
    assert "fout van het programma" not in ended.stdout + ended.stderr


def test_a_folder_that_may_not_be_seen_cannot_be_verified_and_is_no_project(root: Path, locked: Path) -> None:
    locked.chmod(0o000)
    verified, checked = (
        as_anybody(*arguments, cwd=root)
        for arguments in (("verify", "--out", "uit"), ("check", "--project", "uit"))
    )
    assert (verified.returncode, checked.returncode) == (1, 2)
    assert "fout KAM904" in verified.stderr
    assert "fout KAM901" in checked.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["list", "check", "check --report json", "build --jobs 2"])
def test_a_stream_that_was_closed_before_is_no_fault(root: Path, command: str, closed: str) -> None:
    line = f"exec {sys.executable} -m pipeline {command} {closed}"
    ended = subprocess.run(
        [require_tool("sh"), "-c", line], cwd=root, env=environment(), capture_output=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert b"KAM" not in ended.stderr
    if command.startswith("build"):
        assert kamerwerk("verify", "--jobs", "1", cwd=root).returncode == 0


def on_terminal(*arguments: str, cwd: Path, **changes: str) -> str:
    """Return what the program prints on a terminal."""
    main, side = pty.openpty()
    command = [sys.executable, "-m", "pipeline", *arguments]
    with subprocess.Popen(
        command, cwd=cwd, env=environment(**changes), stdin=side, stdout=side, stderr=side
    ) as process:
        os.close(side)
        seen = b""
        # On Linux, reading ends with an error when the other side is gone.
        while chunk := read(main):
            seen += chunk
        process.wait()
    os.close(main)
    return seen.decode("utf-8")


def read(handle: int) -> bytes:
    try:
        return os.read(handle, 65536)
    except OSError:
        return b""


def test_a_terminal_shows_the_lines_around_an_error_with_a_caret(root: Path) -> None:
    edit(AGENDA, "status: vastgesteld", "status: bijna")(root)
    shown = on_terminal("check", cwd=root, TERM="xterm", COLUMNS="40", NO_COLOR="")
    lines = [line.rstrip() for line in COLOUR.sub("", shown).splitlines()]
    number = line_of(root, AGENDA, "status: bijna")
    assert lines[0].startswith(f"{AGENDA}:{number}:9: fout KAM204: ")
    at = lines.index(f"  {number} | status: bijna")
    assert lines[at + 1] == "    |         ^^^^^"
    assert lines[at + 3].startswith("  tip: Kies uit: ")
    assert COLOUR.search(shown)


def test_no_color_is_respected(root: Path) -> None:
    edit(AGENDA, "status: vastgesteld", "status: bijna")(root)
    shown = on_terminal("check", cwd=root, TERM="xterm", NO_COLOR="1")
    assert "status: bijna" in shown
    assert not any("3" in match[1] for match in COLOUR.finditer(shown))


def test_a_bar_names_what_is_running_and_what_was_made_is_proven(root: Path) -> None:
    shown = COLOUR.sub("", on_terminal("build", "--jobs", "2", cwd=root, TERM="xterm", COLUMNS="160"))
    running = {match[1] for match in re.finditer(r"[0-2]/4 \S+ ((?:agenda|brief|bijlage)/\S+, \S+)", shown)}
    # The first may be ready when the bar appears: they are begun while others are still read.
    assert running
    assert "Documenten maken" in shown
    assert "gemaakt: " not in shown
    assert "4 van 4 documenten gemaakt" in shown
    assert_proven(kamerwerk("verify", cwd=root))


def assert_proven(ended: subprocess.CompletedProcess[bytes]) -> None:
    """Check that every proof of every file is in order, and that something was counted and measured."""
    assert ended.returncode == 0, ended.stderr.decode()
    _, _, *rows = ended.stdout.decode().splitlines()
    for row in rows[:8]:
        _, _, *proofs, pages, passages, deviation = re.split(r"  +", row)
        assert (proofs, pages) == (["in orde"] * 4, "-")
        assert int(passages) > 0
        assert re.fullmatch(r"\d+,\d\d mm", deviation)
