"""The build folder: it holds what is valid now, in whole files, and leaves files of others alone."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Collection, Generator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from pipeline.content.documents import DocumentRequest
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.engine.lock import FolderInUseError, only_run
from pipeline.engine.manifest import (
    MANIFEST,
    DocumentEntry,
    FileEntry,
    Format,
    ManifestError,
    dump_manifest,
    load_manifest,
)

Move = Callable[[Path, Path], object]
"""Moves a file over another one in a single step, as ``os.replace`` does."""

_STAGING = ".kamerwerk"
"""Folder in the build folder, so on the same disk, where files are written before they take their place."""

_NO_ROOM = ("In deze map kan niet worden geschreven.", "Kijk naar de rechten en naar de ruimte op de schijf.")
_CLOSE_IT = "Sluit het bestand in het andere programma en bouw opnieuw."


class OutputsError(Exception):
    """The build folder cannot be used at all; ``finding`` says why."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


@contextmanager
def open_outputs(folder: Path, shown: str, move: Move = os.replace) -> Generator[Outputs]:
    """Take the build folder into use: make it, or clear what a run that was broken off left behind.

    ``shown`` is how messages name the folder. Raises ``OutputsError``.
    """
    with ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            stack.enter_context(only_run(folder))
            outputs = Outputs(folder, shown, move)
        except FolderInUseError as error:
            hint = "Wacht tot die klaar is en bouw opnieuw."
            raise _refusal(shown, "In deze map is een andere opdracht bezig.", hint) from error
        except ManifestError as error:
            message = "Dit bestand is niet het overzicht dat kamerwerk in zijn eigen map bijhoudt."
            hint = "Kies met --out een andere map, of verwijder alles wat kamerwerk hier eerder maakte."
            raise _refusal(f"{shown}/{MANIFEST}", message, hint) from error
        except OSError as error:
            raise _refusal(shown, *_NO_ROOM) from error
        stack.callback(outputs.clear_staging)
        yield outputs


def _refusal(file: str, message: str, hint: str) -> OutputsError:
    return OutputsError(Diagnostic(Code.OUTPUT_LOCKED, message, Location(file), hint))


class Outputs:
    """A build folder in use. The manifest names every file of ours at every moment, also halfway a change."""

    def __init__(self, folder: Path, shown: str, move: Move) -> None:
        self._folder = folder
        self._shown = shown
        self._move = move
        self.clear_staging()
        manifest = folder / MANIFEST
        text = manifest.read_text(encoding="utf-8", errors="replace") if manifest.is_file() else ""
        self._entries = load_manifest(text) if text else {}
        self._save()

    def retire(self, valid: Collection[str]) -> tuple[Diagnostic, ...]:
        """Remove the files of every document whose stem is not among the valid ones, and folders left empty.

        Return an error for each file that another program holds open.
        """
        findings: list[Diagnostic] = []
        for stem in sorted(set(self._entries) - set(valid)):
            entry = self._entries[stem]
            kept = tuple(file for file in entry.files if not self._remove(file.path, findings))
            if kept:
                self._entries[stem] = _with_files(entry, kept)
            else:
                del self._entries[stem]
        self._save()
        return tuple(findings)

    def place(
        self, request: DocumentRequest, files: Mapping[Format, bytes], pages: int
    ) -> tuple[Diagnostic, ...]:
        """Put the files of a document in their places, all of them or none.

        A format that was written before and is not among ``files`` goes away. Return an error for what stands
        in the way; the earlier files then stay.
        """
        new = {f"{request.stem}.{suffix}": data for suffix, data in sorted(files.items())}
        before = self._entries.get(request.stem)
        gone = tuple(file for file in before.files if file.path not in new) if before else ()
        if foreign := self._foreign(new, before):
            return foreign
        entry = DocumentEntry(
            request.id, request.kind, request.status, pages, tuple(_describe(*item) for item in new.items())
        )
        self._claim(request.stem, _with_files(entry, (*entry.files, *gone)))
        failed = self._swap(new, tuple(file.path for file in gone))
        self._claim(request.stem, before if failed else entry)
        return failed

    def clear_staging(self) -> None:
        """Remove files that have not taken their place."""
        shutil.rmtree(self._folder / _STAGING, ignore_errors=True)

    def _foreign(self, new: Mapping[str, bytes], before: DocumentEntry | None) -> tuple[Diagnostic, ...]:
        ours = {file.path for file in before.files} if before else set[str]()
        return tuple(
            self._finding(
                path,
                "Op deze plaats staat al een bestand dat niet door kamerwerk is gemaakt.",
                "Verplaats of hernoem het en bouw opnieuw.",
            )
            for path in new
            if not self._is_inside(path) or (path not in ours and os.path.lexists(self._folder / path))
        )

    def _is_inside(self, path: str) -> bool:
        """Whether a path is really in the build folder, also after links that somebody put in it."""
        return (self._folder / path).parent.resolve().is_relative_to(self._folder.resolve())

    def _swap(self, new: Mapping[str, bytes], gone: tuple[str, ...]) -> tuple[Diagnostic, ...]:
        """Set the old files aside and move the new ones in; when one step fails, undo the steps before it."""
        staging = self._folder / _STAGING
        undo: list[tuple[Path, Path]] = []
        path = next(iter(new))
        try:
            for number, data in enumerate(new.values()):
                _write(staging / f"new-{number}", data)
            for number, path in enumerate((*new, *gone)):
                target, aside = self._folder / path, staging / f"old-{number}"
                if target.exists():
                    self._move(target, aside)
                    undo.append((aside, target))
            for number, path in enumerate(new):
                target = self._folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                self._move(staging / f"new-{number}", target)
                undo.append((target, staging / f"new-{number}"))
        except OSError:
            for moved, origin in reversed(undo):
                self._move(moved, origin)
            return (self._finding(path, "Dit bestand kan niet worden vervangen.", _CLOSE_IT),)
        finally:
            self.clear_staging()
        return ()

    def _remove(self, path: str, findings: list[Diagnostic]) -> bool:
        """Remove a file and the folders that it leaves empty; return whether it is gone."""
        if not self._is_inside(path):
            return True
        target = self._folder / path
        try:
            target.unlink(missing_ok=True)
        except NotADirectoryError:
            return True
        except OSError:
            findings.append(self._finding(path, "Dit verouderde bestand kan niet weg.", _CLOSE_IT))
            return False
        for folder in target.parents:
            if folder == self._folder:
                break
            with suppress(OSError):
                folder.rmdir()
        return True

    def _claim(self, stem: str, entry: DocumentEntry | None) -> None:
        if entry is None:
            self._entries.pop(stem, None)
        else:
            self._entries[stem] = entry
        self._save()

    def _save(self) -> None:
        staged = self._folder / _STAGING / MANIFEST
        try:
            _write(staged, dump_manifest(self._entries).encode())
            self._move(staged, self._folder / MANIFEST)
        except OSError as error:
            raise _refusal(f"{self._shown}/{MANIFEST}", *_NO_ROOM) from error

    def _finding(self, path: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(Code.OUTPUT_LOCKED, message, Location(f"{self._shown}/{path}"), hint)


def _with_files(entry: DocumentEntry, files: tuple[FileEntry, ...]) -> DocumentEntry:
    return DocumentEntry(entry.id, entry.kind, entry.status, entry.pages, files)


def _describe(path: str, data: bytes) -> FileEntry:
    return FileEntry(path, hashlib.sha256(data).hexdigest(), len(data))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
