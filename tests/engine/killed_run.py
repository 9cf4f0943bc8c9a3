"""A run that is killed while it replaces a pair of files: ``python -m tests.engine.killed_run FOLDER STEP``.

The process ends by itself just before the move with that number, without any cleaning up.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from pipeline.content.documents import DocumentRequest
from pipeline.engine.manifest import Format
from pipeline.engine.outputs import open_outputs

STEM = "agendas/zeeland/strategische-agenda-zeeland"
NEW: dict[Format, bytes] = {"docx": b"nieuw Word", "pdf": b"nieuwe PDF"}
KILLED = 9


def request(stem: str = STEM, identity: str = "agenda/zeeland") -> DocumentRequest:
    return DocumentRequest(identity, "agenda", "Zeeland", "concept", stem, "zeeland", ())


def killed_at(step: int) -> Callable[[Path, Path], object]:
    """Move files, and end the process at the given move, counted from 0."""
    moves = iter(range(step + 1))

    def move(origin: Path, target: Path) -> object:
        if next(moves) == step:
            os._exit(KILLED)
        return origin.replace(target)

    return move


if __name__ == "__main__":
    with open_outputs(Path(sys.argv[1]), "build", killed_at(int(sys.argv[2]))) as outputs:
        outputs.place(request(), NEW, 4)
