"""Golden files: compare what was made with what is kept, or keep what was made (``make golden``)."""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image

from tests.golden.images import png, read_png, reduced, same
from tests.golden.report import ChangedPicture, write_report

EXPECTED = Path(__file__).parent / "expected"
DIFFERENCES = Path(__file__).parent / "verschil"

Level = Literal["tree.txt", "docx", "pdf.txt", "pdf-tags.txt", "pages"]
"""A file or a folder of a document's goldens."""

Files = Mapping[str, str | Image.Image]
"""What was made, by path below the document's golden folder."""

_MOST_LINES = 60
"""Of a difference in text that a failure shows."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A golden file that is not as it was. ``picture`` is there when it is one, before and after."""

    file: str
    words: str
    picture: ChangedPicture | None = None


def updating() -> bool:
    """Whether this run keeps what it makes."""
    return os.environ.get("UPDATE_GOLDEN") == "1"


def check(
    name: str, level: Level, made: Files, expected: Path = EXPECTED, differences: Path = DIFFERENCES
) -> None:
    """Fail when one level of a document is not as kept; with ``UPDATE_GOLDEN=1`` keep it instead.

    ``expected`` holds the goldens of all documents; nothing but ``differences`` is written when it fails.
    """
    folder, report = expected / name, differences / name / level
    shutil.rmtree(report, ignore_errors=True)
    if updating():
        keep(folder, level, made)
        return
    found = tuple(find_differences(folder, level, made))
    if not found:
        return
    pictures = [each.picture for each in found if each.picture]
    lines = [f"{name}: {each.file} {each.words}" for each in found]
    if pictures:
        page = write_report(report, f"{name}: {level}", pictures)
        lines.append(f"Look at the pictures: {page}")
    lines.append("When this is what was meant: make golden, and look at what git shows.")
    pytest.fail("\n".join(lines), pytrace=False)


def find_differences(folder: Path, level: Level, made: Files) -> Iterator[Difference]:
    """Yield each file of a level that is new, changed or no longer made. Nothing is written."""
    for file, value in made.items():
        if not (folder / file).is_file():
            yield Difference(file, "is new")
        elif isinstance(value, str):
            yield from _changed_text(folder / file, file, value)
        else:
            expected, actual = read_png(folder / file), reduced(value)
            if not same(expected, actual):
                picture = ChangedPicture(file, expected, actual)
                yield Difference(file, "looks different", picture)
    yield from (
        Difference(file, "is no longer made") for file in kept_files(folder, level) if file not in made
    )


def keep(folder: Path, level: Level, made: Files) -> None:
    """Make the golden files of a level equal to what was made.

    A picture within the tolerance stays as it is, so that refreshing changes no file without need.
    """
    for difference in tuple(find_differences(folder, level, made)):
        file = folder / difference.file
        value = made.get(difference.file)
        if value is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(value.encode() if isinstance(value, str) else png(reduced(value)))


def kept_files(folder: Path, level: Level) -> list[str]:
    """Return the golden files of a level, by path below the folder."""
    base = folder / level
    files = [base] if base.is_file() else sorted(file for file in base.rglob("*") if file.is_file())
    return [file.relative_to(folder).as_posix() for file in files]


def _changed_text(kept: Path, file: str, actual: str) -> Iterator[Difference]:
    expected = kept.read_bytes().decode()
    if expected == actual:
        return
    lines = list(
        difflib.unified_diff(expected.splitlines(), actual.splitlines(), "expected", "made", lineterm="", n=2)
    )
    more = [f"… and {len(lines) - _MOST_LINES} lines more"] if len(lines) > _MOST_LINES else []
    yield Difference(file, "\n".join(["differs:", *lines[:_MOST_LINES], *more]))
