"""Single files in the build folder: replaced in one go, and never lost when somebody worked in them."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.engine.faults import is_full, no_room
from pipeline.engine.manifest import FileEntry
from pipeline.gate.files import Barred, barred, digest_of, take_in
from pipeline.gate.limits import OUTPUT_BYTES

Move = Callable[[Path, Path], object]
"""Moves a file over another one in a single step, as ``os.replace`` does."""

_STAGING = ".kamerwerk"
"""Folder in the build folder, so on the same disk, where files are written before they take their place."""

_CLOSE_IT = "Sluit het bestand in het andere programma of kijk naar de rechten op de map, en bouw opnieuw."


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that somebody had changed after it was made: where it stood, and where it stands now."""

    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of files that stood in the build folder; paths as messages name them."""

    findings: tuple[Diagnostic, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[SetAside, ...] = ()

    def __add__(self, other: Changes) -> Changes:
        return Changes(
            (*self.findings, *other.findings), (*self.removed, *other.removed), (*self.kept, *other.kept)
        )


class BuildFolder:
    """A folder with files of ours and of others. Paths are relative to it, with forward slashes."""

    def __init__(self, root: Path, shown: str, move: Move = os.replace) -> None:
        self.root = root
        self._shown = shown
        self.move = move

    @property
    def staging(self) -> Path:
        """The folder where files are written first."""
        return self.root / _STAGING

    def shown(self, path: str) -> str:
        """Return how messages name a file."""
        return f"{self._shown}/{path}"

    def clear_staging(self) -> None:
        """Remove files that have not taken their place."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def in_the_way(self, files: Collection[FileEntry], ours: Collection[str]) -> tuple[Diagnostic, ...]:
        """Return an error for each path where a file of others stands."""
        return tuple(
            self._finding(
                path,
                "Op deze plaats staat al een bestand dat niet door kamerwerk is gemaakt.",
                "Verplaats of hernoem het en bouw opnieuw.",
            )
            for path in dict.fromkeys(file.path for file in files)
            if not self._is_inside(path) or (path not in ours and os.path.lexists(self.root / path))
        )

    def holds(self, files: Collection[FileEntry]) -> bool:
        """Whether each of these files stands here as it was written."""
        try:
            return all(_digest(self.root / file.path) == file.sha256 for file in files)
        except OSError:
            return False

    def stage(self, name: str, files: Mapping[str, bytes]) -> dict[str, Path]:
        """Write new files where nobody looks, in a folder of their own; return where they wait, by path.

        Raises ``OSError`` where there is no room, also when the disk does not give back what it was given.
        """
        waiting: dict[str, Path] = {}
        for path, data in files.items():
            file = self.staging / name / path.rpartition(".")[2]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            if _digest(file) != hashlib.sha256(data).hexdigest():
                raise OSError(file)
            waiting[path] = file
        return waiting

    def swap(
        self, new: Mapping[str, Path], gone: Collection[str], known: Mapping[str, Collection[str]]
    ) -> Changes:
        """Move new files over the old ones and take away what is gone: all of it, or nothing.

        ``known`` holds for each path the SHA-256 of what we wrote there. A file that is replaced stands in
        its place at every moment, the old one or the new one, so that nothing is missing where a run is cut
        off.
        """
        resting = self.staging / "oud"
        undo: list[tuple[Path, Path]] = []
        removed, kept = list[str](), list[SetAside]()
        path = next(iter(new))
        try:
            resting.mkdir(parents=True, exist_ok=True)
            for number, path in enumerate((*new, *gone)):
                target = self.root / path
                digest = _digest(target)
                if digest is None:
                    continue
                if digest in known.get(path, ()):
                    aside = resting / str(number)
                    removed += [self.shown(path)] if path in gone else []
                else:
                    aside = _free_name(target)
                    kept.append(SetAside(self.shown(path), self.shown(self._relative(aside))))
                if path in new:
                    self._name_too(target, aside)
                else:
                    self.move(target, aside)
                undo.append((aside, target))
            for path, source in new.items():
                target = self.root / path
                target.parent.mkdir(parents=True, exist_ok=True)
                self.move(source, target)
                undo.append((target, source))
        except OSError as error:
            for moved, origin in reversed(undo):
                with suppress(OSError):
                    self._put_back(moved, origin)
            if is_full(error):
                return Changes((no_room(self.shown(path)),))
            return Changes((self._finding(path, "Dit bestand kan niet worden vervangen.", _CLOSE_IT),))
        finally:
            shutil.rmtree(resting, ignore_errors=True)
        return Changes(removed=tuple(removed), kept=tuple(kept))

    def discard(self, path: str, known: Collection[str]) -> Changes:
        """Remove a file and the folders that it leaves empty; set it aside when it is not as we wrote it."""
        if not self._is_inside(path):
            return Changes()
        target = self.root / path
        try:
            digest = _digest(target)
            if digest is None:
                return Changes()
            if digest not in known:
                aside = _free_name(target)
                self.move(target, aside)
                return Changes(kept=(SetAside(self.shown(path), self.shown(self._relative(aside))),))
            target.unlink()
        except OSError:
            return Changes((self._finding(path, "Dit verouderde bestand kan niet weg.", _CLOSE_IT),))
        self._remove_empty(target.parent)
        return Changes(removed=(self.shown(path),))

    def _name_too(self, file: Path, name: Path) -> None:
        """Give a file a second name; move it to there on a disk where a file has only one."""
        try:
            os.link(file, name, follow_symlinks=False)
        except (OSError, NotImplementedError):
            self.move(file, name)

    def _put_back(self, moved: Path, origin: Path) -> None:
        if os.path.lexists(origin) and moved.samefile(origin):
            # A move over another name of the same file would leave both names.
            moved.unlink()
        else:
            self.move(moved, origin)

    def _remove_empty(self, folder: Path) -> None:
        while folder != self.root:
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent

    def _is_inside(self, path: str) -> bool:
        """Whether a path is really in the build folder, also after links that somebody put in it."""
        return barred((self.root / path).parent, self.root) is None

    def _relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def _finding(self, path: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(Code.OUTPUT_LOCKED, message, Location(self.shown(path)), hint)


def read_back(
    root: Path, shown: str, files: Collection[FileEntry], hints: Mapping[Code, str]
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return by path what stands in the files of a build folder, of each that is as it was written.

    There is an error for each other one, with the hint for its code (``OUTPUT_MISSING``, ``OUTPUT_CHANGED``).
    """
    data: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    for file in files:
        found = _read(root / file.path, root)
        if found in {Barred.ABSENT, Barred.UNREADABLE}:
            code, message = Code.OUTPUT_MISSING, "Dit bestand is er niet, of kan niet worden gelezen."
        elif isinstance(found, Barred) or hashlib.sha256(found).hexdigest() != file.sha256:
            code, message = Code.OUTPUT_CHANGED, "Dit bestand is veranderd nadat het is gemaakt."
        else:
            data[file.path] = found
            continue
        findings.append(Diagnostic(code, message, Location(f"{shown}/{file.path}"), hints[code]))
    return data, tuple(findings)


def _read(file: Path, root: Path) -> bytes | Barred:
    try:
        return take_in(file, root, OUTPUT_BYTES)
    except OSError:
        return Barred.UNREADABLE


def _digest(file: Path) -> str | None:
    """Return the SHA-256 of a file, ``None`` where nothing stands, "" for a link that leads nowhere."""
    try:
        return digest_of(file)
    except (FileNotFoundError, NotADirectoryError):
        return "" if os.path.lexists(file) else None


def _free_name(file: Path) -> Path:
    """Return the first name of its kind that is free: ``kamerbrief.bewaard-1.docx``."""
    names = (file.with_name(f"{file.stem}.bewaard-{number}{file.suffix}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))
