"""How the program starts: quick to hear Ctrl-C, before it loads the libraries."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from pipeline.cli.interrupts import INTERRUPTED, listen_for_interrupts, say_interrupted
from pipeline.collecting import collect_rarely


def main() -> None:
    """Run the command line. The output is UTF-8, whatever the system's locale says."""
    # First of all: the next file that is opened would take the number of the stream.
    _open_what_is_closed()
    listen_for_interrupts()
    collect_rarely()
    # Processes that are started from here would look for Python's own modules in the writer's folder first.
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        from pipeline.cli.program import PROGRAM, cli  # noqa: PLC0415 - loads all libraries, for a second or more

        cli.main(prog_name=PROGRAM)
    except KeyboardInterrupt:
        say_interrupted()
        sys.exit(INTERRUPTED)


def _open_what_is_closed() -> None:
    """Let what is written to a stream that was closed before the program began go nowhere."""
    # Python has None for it, whatever its stubs say.
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - stays open
