"""Builds in processes of their own that are cut off: at a change of files, or in the middle of a write.

The processes are forked from one that has imported everything, so that hundreds of them are affordable.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from importlib import import_module
from pathlib import Path

from pipeline.cli.program import PROGRAM, cli
from pipeline.engine.makers import Makers
from pipeline.engine.recipe import STAGES, stage_recipe
from tests.engine.fakes import MAKERS

_WRITES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "shutil.rmtree"}
"""What Python tells of changes in the file system, beside files that are opened to write in."""

Restriction = Callable[[Path], None]
"""What is done in the process before it builds in a project."""


def killed_before(step: int) -> Restriction:
    """Kill the process, without any cleaning up, just before its change of files with this number, from 0.

    Where the change is that a file is opened to write in, it is killed just after: nothing is written yet.
    """

    def restrict(root: Path) -> None:
        left = step

        def hear(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            flags = arguments[2] if event == "open" else 0
            opened = flags if isinstance(flags, int) and flags & os.O_ACCMODE else 0
            inside = any(isinstance(each, str | Path) and str(root) in str(each) for each in arguments)
            if (opened or event in _WRITES) and inside:
                left -= 1
                if left == -1:
                    if opened:
                        os.open(str(arguments[0]), opened)
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hear)

    return restrict


def killed_beyond(size: int) -> Restriction:
    """Let the system kill the process in the middle of the first write that makes a file larger than this."""

    def restrict(_root: Path) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return restrict


def no_file_beyond(size: int) -> Restriction:
    """Refuse to make any file larger than this, as a full disk does."""

    def restrict(_root: Path) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return restrict


def build(
    root: Path, restriction: Restriction = lambda _root: None, *options: str, makers: Makers = MAKERS
) -> tuple[int, str]:
    """Build in a process of its own; return its exit code, negative for a signal, and what it said."""
    _load()
    context = multiprocessing.get_context("fork")
    reader, writer = os.pipe()
    process = context.Process(target=_build, args=(root, restriction, options, makers, writer))
    process.start()
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as said:
        text = said.read()
    process.join()
    assert process.exitcode is not None
    return process.exitcode, text


@cache
def _load() -> None:
    """Load and look up what every build needs: who is forked then has it from birth, and need not copy it."""
    import_module("pipeline.render.pdf")
    for stage in (*STAGES, "all"):
        stage_recipe(stage)
    gc.freeze()


def _build(root: Path, restriction: Restriction, options: tuple[str, ...], makers: Makers, said: int) -> None:
    with os.fdopen(said, "w", encoding="utf-8") as stream, redirect_stderr(stream), redirect_stdout(stream):
        restriction(root)
        arguments = ["build", "--project", str(root), "--jobs", "1", *options]
        cli.main(arguments, prog_name=PROGRAM, obj=makers)
