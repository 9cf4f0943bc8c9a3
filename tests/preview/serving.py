"""A preview that runs as a program of its own, for tests that ask it what a browser would."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.tools import ROOT, own_environment

START = "import sys; sys.argv[0] = 'kamerwerk'; from pipeline.cli.main import main; main()"


@contextmanager
def preview(root: Path, *arguments: str) -> Generator[str]:
    """Start ``kamerwerk preview`` on a free port and return its address, as the program tells it."""
    command = [sys.executable, "-c", START, "preview", *arguments, "--port", "0", "--project", str(root)]
    server = subprocess.Popen(
        command, cwd=ROOT, env=own_environment(), stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert server.stdout
        yield server.stdout.readline().strip().removeprefix("Voorvertoning: ")
    finally:
        server.terminate()
        server.wait(timeout=10)
        assert server.stdout
        server.stdout.close()
