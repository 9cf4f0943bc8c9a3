"""The process of a warm contender: ``python -m benchmarks.warm MODULE:FUNCTION ARGUMENTS``.

The function prepares the work and returns what does it once. Each line on stdin asks for one round; each
line on stdout is an answer: first that all is ready, then the seconds of the parts, as JSON.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager

Round = Callable[[], Mapping[str, float]]


@contextmanager
def clock(parts: dict[str, float], name: str) -> Generator[None]:
    """Put the seconds that the block takes under a name."""
    start = time.perf_counter()
    yield
    parts[name] = time.perf_counter() - start


def main() -> None:
    """Prepare, and work each time that a line comes in."""
    function, arguments = sys.argv[1:]
    # What a library prints must not be taken for an answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    module, _, name = function.partition(":")
    prepare: Callable[..., Round] = getattr(importlib.import_module(module), name)
    work = prepare(**json.loads(arguments))
    print("{}", file=answers, flush=True)
    for _ in sys.stdin:
        print(json.dumps(work()), file=answers, flush=True)


if __name__ == "__main__":
    main()
