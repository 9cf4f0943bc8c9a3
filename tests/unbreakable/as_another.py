"""The program as a user who owns nothing: ``python -m tests.unbreakable.as_another SCRATCH ARGUMENTS...``.

First everything is loaded by a build in ``SCRATCH`` with all rights: Python itself may stand where others
cannot read. Then the rights are dropped for good.
"""

from __future__ import annotations

import os
import sys

from pipeline.cli.program import PROGRAM, cli
from tests.engine.fakes import MAKERS

NOBODY = 65534


def run(*arguments: str) -> int:
    """Run a command in this process, and return its exit code."""
    try:
        return int(cli.main(arguments, obj=MAKERS, prog_name=PROGRAM, standalone_mode=False) or 0)
    except SystemExit as end:
        return int(end.code or 0)


if __name__ == "__main__":
    scratch, command, *rest = sys.argv[1:]
    stdout = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    project = rest[rest.index("--project") + 1]
    run("build", "--jobs", "1", "--no-cache", "--project", project, "--out", scratch)
    sys.stdout.flush()
    os.dup2(stdout, 1)
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    sys.exit(run(command, *rest))
