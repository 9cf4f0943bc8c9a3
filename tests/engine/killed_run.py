"""A run that is killed while it replaces a pair of files: ``python -m tests.engine.killed_run FOLDER STEP``.

The process ends by itself just before the move or second name with that number, without any cleaning up.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from pipeline.engine.folder import Changes
from pipeline.engine.manifest import DocumentEntry, FileEntry, Format
from pipeline.engine.outputs import Outputs, open_outputs

STEM = "agendas/zeeland/strategische-agenda-zeeland"
NEW: dict[Format, bytes] = {"docx": b"nieuw Word", "pdf": b"nieuwe PDF"}
KILLED = 9


def staged(
    outputs: Outputs, files: dict[Format, bytes], stem: str = STEM
) -> tuple[DocumentEntry, dict[str, Path]]:
    """Write files in the staging folder; return what they are, and where they wait."""
    folder = outputs.staging(stem)
    folder.mkdir(parents=True, exist_ok=True)
    entries: list[FileEntry] = []
    for suffix, data in files.items():
        (folder / suffix).write_bytes(data)
        entries.append(FileEntry(f"{stem}.{suffix}", hashlib.sha256(data).hexdigest(), len(data)))
    entry = DocumentEntry("agenda/zeeland", "agenda", "concept", "ua-1", 4, "ab" * 32, None, tuple(entries))
    return entry, {f"{stem}.{suffix}": folder / suffix for suffix in files}


def place(outputs: Outputs, files: dict[Format, bytes], stem: str = STEM) -> Changes:
    return outputs.place(*staged(outputs, files, stem))


def killed_at(step: int) -> Callable[[Path, Path], object]:
    """Move files, and end the process at the given step, counted from 0."""
    steps, link = iter(range(step + 1)), os.link

    def move(origin: Path, target: Path) -> object:
        if next(steps) == step:
            os._exit(KILLED)
        return origin.replace(target)

    def name_too(origin: Path, target: Path, *, follow_symlinks: bool) -> None:
        if next(steps) == step:
            os._exit(KILLED)
        link(origin, target, follow_symlinks=follow_symlinks)

    os.link = name_too
    return move


if __name__ == "__main__":
    with open_outputs(Path(sys.argv[1]), "build", killed_at(int(sys.argv[2]))) as opened:
        place(opened, NEW)
