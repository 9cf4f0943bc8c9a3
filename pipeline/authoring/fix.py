"""Certain repairs, put in at their exact place: every other byte of a file stays as it was."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pipeline.diagnostics.located import Located
from pipeline.gate.files import Barred, take_in
from pipeline.gate.limits import YAML_BYTES


@dataclass(frozen=True, slots=True)
class Repair:
    """A repair that was carried out."""

    found: Located
    before: str
    after: str


def repair_text(text: str, findings: Iterable[Located]) -> tuple[str, tuple[Repair, ...]]:
    """Return a text with what is certain put in, from the last place to the first.

    A finding is passed over where its words do not stand at its place as they are (an escape in a quoted
    value), and where another one overlaps it.
    """
    repairs: list[Repair] = []
    starts = _line_starts(text)
    limit = len(text)
    for found in sorted(findings, key=lambda each: (each.at.line, each.at.column), reverse=True):
        finding, at = found.finding, found.at
        if finding.fix is None or not finding.words or at.line > len(starts):
            continue
        start = starts[at.line - 1] + at.column - 1
        end = start + len(finding.words)
        if end <= limit and text[start:end] == finding.words:
            text = f"{text[:start]}{finding.fix}{text[end:]}"
            limit = start
            repairs.append(Repair(found, finding.words, finding.fix))
    return text, tuple(reversed(repairs))


def repair_files(root: Path, findings: Iterable[Located]) -> tuple[tuple[Repair, ...], tuple[str, ...]]:
    """Repair the files below ``root``; return what was repaired and the files that could not be written."""
    repairs: list[Repair] = []
    locked: list[str] = []
    mendable = sorted(
        (each for each in findings if each.finding.fix is not None), key=lambda each: each.at.file
    )
    for name, group in groupby(mendable, key=lambda each: each.at.file):
        file = root / name
        data = take_in(file, root, YAML_BYTES)
        if data in {Barred.OUTSIDE, Barred.CIRCULAR}:
            continue
        if isinstance(data, Barred):
            locked.append(name)
            continue
        try:
            # utf-8 and not utf-8-sig: a mark at the beginning is a character like the others, and stays.
            mended, done = repair_text(data.decode("utf-8"), group)
            if done:
                _replace(file, mended)
        except OSError:
            locked.append(name)
        else:
            repairs += done
    return tuple(repairs), tuple(locked)


def _replace(file: Path, text: str) -> None:
    """Write the whole file or nothing of it."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
        Path(name).chmod(file.stat().st_mode)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _line_starts(text: str) -> list[int]:
    """Return where each line begins; a byte order mark does not count as a column."""
    first = 1 if text.startswith("\ufeff") else 0
    return [first, *(index + 1 for index, character in enumerate(text) if character == "\n")]
