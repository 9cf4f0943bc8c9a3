"""Files that do not exist yet, and writing them: all of them or none, and never over another."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to write, by its path from the root of the project."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing can be made, in one plain sentence, and what to do."""

    message: str
    hint: str = ""


def write_new(root: Path, files: Sequence[NewFile]) -> Refused | None:
    """Write all files, with plain line ends; where one cannot be written the others are taken away again."""
    written: list[Path] = []
    for file in files:
        target = root / file.path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            # x refuses a file that is there, also one that a colleague's program made a moment ago.
            with target.open("x", encoding="utf-8", newline="\n") as stream:
                written.append(target)
                stream.write(file.text)
        except OSError as error:
            _take_back(written)
            if isinstance(error, FileExistsError) and target.exists():
                return Refused(f"Het bestand {file.path} bestaat al.", "Er is niets geschreven.")
            return Refused(f"Het bestand {file.path} kan niet worden geschreven.", "Er is niets geschreven.")
    return None


def _take_back(written: Sequence[Path]) -> None:
    for target in written:
        with suppress(OSError):
            target.unlink()
        with suppress(OSError):
            target.parent.rmdir()
