from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import projects as p
from tests.cli.runner import english_in, run
from tests.preview.serving import START

ROOT = Path(__file__).parents[2]


def test_a_port_that_is_taken_is_said_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("preview", "--port", str(port), project=p.write_project(tmp_path))
    assert done.exit_code == 2
    assert f"Poort {port} is al in gebruik" in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert not english_in(done.stderr)


@pytest.mark.parametrize("typed", ["65536", "-1", "http", ""])
def test_what_is_no_port_is_refused(typed: str, tmp_path: Path) -> None:
    done = run("preview", "--port", typed, project=p.write_project(tmp_path))
    assert done.exit_code == 2
    assert "65535" in done.stderr


def test_an_unknown_document_is_refused_with_what_was_meant(tmp_path: Path) -> None:
    done = run("preview", "agenda/zeelnd", project=p.write_project(tmp_path))
    assert done.exit_code == 2
    assert "agenda/zeeland" in done.stderr


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
def test_it_ends_tidily_when_it_is_asked_to(asked: signal.Signals, tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, "preview", "agenda/zeeland", "--port", "0", "--project"]
    running = subprocess.Popen(
        [*command, str(p.write_project(tmp_path))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert running.stdout
    first = running.stdout.readline()
    assert first.startswith("Voorvertoning: http://127.0.0.1:")
    assert first.rstrip().endswith("/?document=agenda/zeeland")
    assert running.stdout.readline() == "Stoppen: Ctrl-C\n"
    site = urlsplit(first.removeprefix("Voorvertoning: ").strip())
    browser = http.client.HTTPConnection(site.hostname or "", site.port or 0, timeout=20)
    browser.request("GET", "/events?document=agenda/zeeland")
    assert browser.getresponse().readline().startswith(b"data: ")
    running.send_signal(asked)
    rest, errors = running.communicate(timeout=20)
    browser.close()
    assert (running.returncode, rest, errors) == (0, "Voorvertoning gestopt.\n", "")
