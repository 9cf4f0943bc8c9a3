"""The build folder: it holds what is valid now, in whole files, and leaves files of others alone."""

from __future__ import annotations

import os
from collections.abc import Collection, Generator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.engine.folder import BuildFolder, Changes, Move
from pipeline.engine.interrupts import undisturbed
from pipeline.engine.lock import FolderInUseError, only_run
from pipeline.engine.manifest import (
    MANIFEST,
    REJECTED,
    DocumentEntry,
    FileEntry,
    Manifest,
    ManifestError,
    dump_manifest,
    load_manifest,
)
from pipeline.engine.report import REPORT, DocumentReport, ReportError, dump_report, load_report
from pipeline.gate.files import Barred, take_in
from pipeline.gate.limits import OVERVIEW_BYTES

_NO_ROOM = ("In deze map kan niet worden geschreven.", "Kijk naar de rechten en naar de ruimte op de schijf.")
_NOT_OURS = "?"
"""Stands for what is no overview of ours, and is not read."""
_OTHER_FOLDER = "Kies met --out een andere map, of verwijder alles wat kamerwerk hier eerder maakte."


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
            outputs = Outputs(BuildFolder(folder, shown, move))
        except FolderInUseError as error:
            hint = "Wacht tot die klaar is en probeer het opnieuw."
            raise _refusal(shown, "In deze map is een andere opdracht bezig.", hint) from error
        except ManifestError as error:
            message = "Dit bestand is niet het overzicht dat kamerwerk in zijn eigen map bijhoudt."
            raise _refusal(f"{shown}/{MANIFEST}", message, _OTHER_FOLDER) from error
        except ReportError as error:
            message = "Dit bestand is niet het verslag dat kamerwerk in zijn eigen map bijhoudt."
            raise _refusal(f"{shown}/{REPORT}", message, _OTHER_FOLDER) from error
        except OSError as error:
            raise _refusal(shown, *_NO_ROOM) from error
        stack.callback(outputs.clear_staging)
        yield outputs


def look_into(folder: Path) -> Manifest | None:
    """Return what the manifest of a build folder says, without taking the folder into use.

    ``None`` for a folder that is not there, or not ours.
    """
    try:
        return load_manifest(_overview(folder, MANIFEST))
    except ManifestError:
        return None


def _overview(folder: Path, name: str) -> str:
    """Return the text of an overview, "" where there is none; what cannot be ours is not read."""
    data = take_in(folder / name, folder, OVERVIEW_BYTES)
    if isinstance(data, Barred):
        return "" if data is Barred.ABSENT else _NOT_OURS
    return data.decode("utf-8", "replace")


def _refusal(file: str, message: str, hint: str) -> OutputsError:
    return OutputsError(Diagnostic(Code.OUTPUT_LOCKED, message, Location(file), hint))


class Outputs:
    """A build folder in use. The manifest names every file of ours at every moment, also halfway a change."""

    def __init__(self, folder: BuildFolder) -> None:
        self._folder = folder
        self.clear_staging()
        manifest = load_manifest(text) if (text := self._read(MANIFEST)) else Manifest()
        self._documents = dict(manifest.documents)
        self._rejected = dict(manifest.rejected)
        self._report = load_report(text) if (text := self._read(REPORT)) else {}
        self._save()

    @property
    def documents(self) -> Mapping[str, DocumentEntry]:
        """Return the documents whose files may be used, by stem."""
        return self._documents

    @property
    def rejected(self) -> Mapping[str, DocumentEntry]:
        """Return the documents whose files were rejected, by stem; their paths start with the folder."""
        return self._rejected

    def staging(self, name: str) -> Path:
        """Return a folder for new files; it stands on the same disk and may not exist yet."""
        return self._folder.staging / name

    def stage(self, stem: str, files: Mapping[str, bytes]) -> dict[str, Path]:
        """Write the files of a document in the staging folder; return where they wait, by path.

        Raises ``OSError`` where there is no room.
        """
        return self._folder.stage(stem, files)

    def path(self, path: str) -> Path:
        """Return where a file of the build folder stands."""
        return self._folder.root / path

    def shown(self, path: str) -> str:
        """Return how messages name a file of the build folder."""
        return self._folder.shown(path)

    def confirm(self, entry: DocumentEntry) -> bool:
        """Take over an entry whose files stand in their places already; return whether they do.

        The manifest names those files already: what else the entry says is written with the next change.
        """
        known = self._documents.get(entry.stem)
        if known is None or entry.stem in self._rejected or not self._folder.holds(entry.files):
            return False
        if known.files != entry.files:
            return False
        self._documents[entry.stem] = entry
        return True

    def is_reported(self, stem: str) -> bool:
        """Whether the report says what was proven of the files of a document as they are now."""
        report = self._report.get(stem)
        return report is not None and self._is_current(report)

    def place(self, entry: DocumentEntry, sources: Mapping[str, Path]) -> Changes:
        """Put the files of a document in their places, all of them or none.

        ``sources`` says for each path where the file stands now. A format that was written before and is not
        among them goes away, and so do files of the document that were rejected. There is an error for what
        stands in the way; the earlier files then stay.
        """
        with undisturbed():
            changes = self._put(self._documents, entry, sources)
            if not changes.findings and entry.stem in self._rejected:
                changes += self._discard(self._rejected, entry.stem)
                self._save()
        return changes

    def reject(
        self, entry: DocumentEntry, sources: Mapping[str, Path]
    ) -> tuple[DocumentEntry | None, Changes]:
        """Put the files of a document apart; no file of it stays in its place.

        Return the entry with the paths where the files are now, ``None`` when they could not be kept.
        """
        apart = replace(
            entry, files=tuple(replace(file, path=f"{REJECTED}/{file.path}") for file in entry.files)
        )
        with undisturbed():
            moved = {f"{REJECTED}/{path}": source for path, source in sources.items()}
            changes = self._put(self._rejected, apart, moved)
            kept = None if changes.findings else apart
            if entry.stem in self._documents:
                changes += self._discard(self._documents, entry.stem)
                self._save()
        return kept, changes

    def retire(self, valid: Collection[str]) -> Changes:
        """Remove the files of every document whose stem is not among the valid ones, and folders left empty.

        There is an error for each file that another program holds open.
        """
        changes = Changes()
        with undisturbed():
            for table in (self._documents, self._rejected):
                for stem in sorted(set(table) - set(valid)):
                    changes += self._discard(table, stem)
            self._save()
        return changes

    def report(self, documents: Collection[DocumentReport]) -> None:
        """Write down what was proven now, beside what was proven earlier of files that are still the same."""
        report = {stem: each for stem, each in self._report.items() if self._is_current(each)}
        self._report = {**report, **{each.stem: each for each in documents}}
        with undisturbed():
            self._write(REPORT, dump_report(self._report))

    def clear_staging(self) -> None:
        """Remove files that have not taken their place."""
        self._folder.clear_staging()

    def _put(
        self, table: dict[str, DocumentEntry], entry: DocumentEntry, sources: Mapping[str, Path]
    ) -> Changes:
        before = table.get(entry.stem)
        old = before.files if before else ()
        if foreign := self._folder.in_the_way(entry.files, {file.path for file in old}):
            return Changes(foreign)
        gone = tuple(dict.fromkeys(file.path for file in old if file.path not in sources))
        self._claim(table, entry.stem, replace(entry, files=(*entry.files, *old)))
        changes = self._folder.swap(sources, gone, _known(old))
        self._claim(table, entry.stem, before if changes.findings else entry)
        return changes

    def _discard(self, table: dict[str, DocumentEntry], stem: str) -> Changes:
        """Remove the files of a document; the table keeps what could not go."""
        entry = table[stem]
        changes, stuck = Changes(), set[str]()
        for path, digests in _known(entry.files).items():
            change = self._folder.discard(path, digests)
            stuck |= {path} if change.findings else set()
            changes += change
        if stuck:
            table[stem] = replace(entry, files=tuple(file for file in entry.files if file.path in stuck))
        else:
            del table[stem]
        return changes

    def _is_current(self, report: DocumentReport) -> bool:
        entry = (self._rejected if report.rejected else self._documents).get(report.stem)
        return entry is not None and entry.files == report.files

    def _claim(self, table: dict[str, DocumentEntry], stem: str, entry: DocumentEntry | None) -> None:
        if entry is None:
            table.pop(stem, None)
        else:
            table[stem] = entry
        self._save()

    def _save(self) -> None:
        self._write(MANIFEST, dump_manifest(Manifest(self._documents, self._rejected)))

    def _read(self, name: str) -> str:
        return _overview(self._folder.root, name)

    def _write(self, name: str, text: str) -> None:
        staged = self.staging(name)
        try:
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(text.encode())
            self._folder.move(staged, self.path(name))
        except OSError as error:
            raise _refusal(self.shown(name), *_NO_ROOM) from error


def _known(files: Collection[FileEntry]) -> dict[str, set[str]]:
    """Return for each path what we wrote there: one digest, or two while files are being replaced."""
    known: dict[str, set[str]] = {}
    for file in files:
        known.setdefault(file.path, set()).add(file.sha256)
    return known
