"""One letter built on disks that are full: ``python -m tests.unbreakable.full_disk PLACE FOLDER``.

The disks lie in memory. To mount them is allowed in a namespace of mounts of its own, where nobody else sees
them. Each round is a line of JSON.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from pipeline.engine.cache import CACHE
from pipeline.engine.makers import Makers
from tests.engine.fakes import MAKERS
from tests.unbreakable.cut_off import build
from tests.unbreakable.one_letter import STAGING, files, lies, subject, write_letter

Place = Literal["build", "cache", "project", "temporary"]
Kind = Literal["size", "nr_inodes"]
"""What there is too little of: room, in pages of memory, or names, one for each file and folder."""

PLACES: dict[Place, str] = {"build": "build", "cache": CACHE, "project": ".", "temporary": "tijdelijk"}
ENOUGH: dict[Kind, int] = {"size": 1 << 26, "nr_inodes": 100_000}
LEFT: dict[Place, dict[Kind, Sequence[int]]] = {
    "build": {"size": range(0, 16, 3), "nr_inodes": range(0, 11, 2)},
    "cache": {"size": range(0, 28, 9), "nr_inodes": range(0, 10, 4)},
    "project": {"size": range(0, 61, 10), "nr_inodes": range(0, 22, 4)},
    "temporary": {"size": (1, 300, 3000)},
}
"""How much is left in each round: from nothing to as much as a build needs."""
PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Round:
    """A build on a disk on which so much was left, and the next one, with room."""

    kind: Kind
    left: int
    first: bool
    """Whether nothing was built in the project before."""
    code: int
    said: str
    lies: list[str]
    complete: bool
    """Whether everything stood there after the first of both."""
    next_code: int
    next_complete: bool
    staging: bool
    """Whether the next one left anything that waits to take its place."""


@contextmanager
def disk(folder: Path) -> Generator[None]:
    """Put a disk with room in the place of a folder, with what stands there."""
    with_room = ",".join(f"{kind}={most}" for kind, most in ENOUGH.items())
    before = folder.with_name(f"{folder.name or 'project'}.eerst")
    folder.mkdir(exist_ok=True)
    shutil.copytree(folder, before)
    subprocess.run(["mount", "-t", "tmpfs", "-o", with_room, "kamerwerk", folder], check=True)
    shutil.copytree(before, folder, dirs_exist_ok=True)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)
        shutil.rmtree(before)


def leave(folder: Path, kind: Kind, number: int) -> None:
    """Make a disk so small that only so much is left."""
    at = os.statvfs(folder)
    pages, names = at.f_blocks - at.f_bfree, at.f_files - at.f_ffree
    # A size of 0 would mean that there is no bound.
    most = max(1, pages + number) * PAGE if kind == "size" else names + number
    _resize(folder, kind, most)


def _resize(folder: Path, kind: Kind, most: int) -> None:
    subprocess.run(["mount", "-o", f"remount,{kind}={most}", folder], check=True)


@dataclass(frozen=True, slots=True)
class Project:
    """What is copied for each round, what stood in its build folder, and what must come."""

    root: Path
    clean: Path
    first: bool
    makers: Makers

    def round(self, place: Place, folder: Path, kind: Kind, left: int) -> Round:
        """Build in a copy of which one place has too little room, and then once more with room."""
        shutil.copytree(self.root, folder)
        full = folder / PLACES[place]
        full.mkdir(exist_ok=True)
        old, new = files(self.root / "build"), files(self.clean / "build")

        def restrict(_root: Path) -> None:
            leave(full, kind, left)
            if place == "temporary":
                os.environ["TMPDIR"], tempfile.tempdir = str(full), None

        with disk(full):
            code, said = build(folder, restrict, makers=self.makers)
            wrong = lies(folder / "build", old, new)
            complete = files(folder / "build") == new
            _resize(full, kind, ENOUGH[kind])
            next_code, _ = build(folder, makers=self.makers)
            next_complete = files(folder / "build") == new
            staging = (folder / "build" / STAGING).exists()
        shutil.rmtree(folder)
        return Round(kind, left, self.first, code, said, wrong, complete, next_code, next_complete, staging)


def prepare(folder: Path, makers: Makers, first: bool) -> Project:
    """Return a project in which nothing was built, or one that was changed after it was."""
    root = write_letter(folder / f"project-{first}")
    if not first:
        assert build(root, makers=makers)[0] == 0
    # As long as may be: then files are written in several pieces.
    subject("Een lange nieuwe titel " * (900 if makers is MAKERS else 9))(root)
    clean = Path(shutil.copytree(root / "content", folder / f"clean-{first}" / "content")).parent
    assert build(clean, lambda _root: None, "--no-cache", makers=makers)[0] == 0
    return Project(root, clean, first, makers)


def rounds(place: Place, folder: Path) -> Iterator[Round]:
    """Yield rounds in which ever more is left."""
    # Who needs room for temporary files is the layout engine.
    makers = Makers() if place == "temporary" else MAKERS
    for first in (True, False) if place == "build" else (False,):
        project = prepare(folder, makers, first)
        for kind, numbers in LEFT[place].items():
            yield from (project.round(place, folder / "round", kind, left) for left in numbers)


if __name__ == "__main__":
    place: Any = sys.argv[1]
    for each in rounds(place, Path(sys.argv[2])):
        sys.stdout.write(f"{json.dumps(asdict(each))}\n")
