"""Laying together what several machines made: the same folder as when one machine had made it all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.engine.faults import no_room
from pipeline.engine.folder import Changes, read_back
from pipeline.engine.manifest import MANIFEST, REJECTED, DocumentEntry, Manifest
from pipeline.engine.outputs import Outputs, OutputsError, look_into, open_outputs
from pipeline.engine.report import REPORT, DocumentReport, ReportError, load_report

_AGAIN = "Maak alle delen opnieuw van dezelfde stand van de inhoud."
_HINTS = {Code.OUTPUT_MISSING: _AGAIN, Code.OUTPUT_CHANGED: _AGAIN}


@dataclass(frozen=True, slots=True)
class Part:
    """A build folder of another run, and how messages name it."""

    folder: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of it: the documents that stand in the folder now, and what stood in the way."""

    ids: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    changes: Changes = field(default_factory=Changes)


def merge(parts: Sequence[Part], wanted: Sequence[DocumentRequest], folder: Path, shown: str) -> Merged:
    """Take over from the parts each document that must exist; where the parts do not fit, take over nothing.

    There is an error for a document that is in no part, for one that was rejected, and for a file that is not
    what its part says.
    """
    manifests = [look_into(part.folder) for part in parts]
    opened = [_Opened(part, manifest) for part, manifest in zip(parts, manifests, strict=True) if manifest]
    unknown = [_no_part(part) for part, manifest in zip(parts, manifests, strict=True) if manifest is None]
    if faults := (*unknown, *_misfits(opened)):
        return Merged(findings=faults)
    found = {stem: each for each in opened for stem in each.stems}
    try:
        with open_outputs(folder, shown) as outputs:
            return _take_over(wanted, found, outputs)
    except OutputsError as error:
        return Merged(findings=(error.finding,))


@dataclass(frozen=True, slots=True)
class _Opened:
    """A part and what its manifest says."""

    part: Part
    manifest: Manifest

    @property
    def stems(self) -> set[str]:
        return {*self.manifest.documents, *self.manifest.rejected}

    def entry(self, stem: str) -> DocumentEntry | None:
        return self.manifest.documents.get(stem) or self.manifest.rejected.get(stem)

    def read(self, entry: DocumentEntry) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
        """Return the bytes of a document by path, and what is wrong with its files."""
        return read_back(self.part.folder, self.part.shown, entry.files, _HINTS)

    def report(self, entry: DocumentEntry) -> tuple[DocumentReport, ...]:
        """Return what was proven of a document, where the part says it of these very files."""
        try:
            said = load_report((self.part.folder / REPORT).read_text(encoding="utf-8")).get(entry.stem)
        except (OSError, UnicodeDecodeError, ReportError):
            return ()
        return (said,) if said and said.files == entry.files else ()


def _no_part(part: Part) -> Diagnostic:
    message = "In deze map staat niets dat kamerwerk build heeft gemaakt."
    hint = "Noem de mappen waarin kamerwerk build --shard zijn deel heeft gezet."
    return Diagnostic(Code.OUTPUT_MISSING, message, Location(f"{part.shown}/{MANIFEST}"), hint)


def _misfits(opened: Sequence[_Opened]) -> Iterator[Diagnostic]:
    """Yield what says that the parts are no parts of one whole."""
    filled = [each for each in opened if each.stems]
    for each in filled:
        if _commits(each) != _commits(filled[0]):
            message = f"Dit deel is gemaakt van een andere commit dan {filled[0].part.shown}."
            yield Diagnostic(Code.OUTPUT_STALE, message, Location(f"{each.part.shown}/{MANIFEST}"), _AGAIN)
    seen: dict[str, _Opened] = {}
    for each in opened:
        for stem in sorted(each.stems):
            other = seen.setdefault(stem, each)
            if other.entry(stem) != each.entry(stem):
                message = f"Dit document staat ook in {other.part.shown}, en daar is het anders."
                yield Diagnostic(Code.OUTPUT_STALE, message, Location(f"{each.part.shown}/{stem}"), _AGAIN)


def _commits(opened: _Opened) -> set[object]:
    entries = (*opened.manifest.documents.values(), *opened.manifest.rejected.values())
    return {entry.origin.commit for entry in entries if entry.origin}


def _take_over(wanted: Sequence[DocumentRequest], found: Mapping[str, _Opened], outputs: Outputs) -> Merged:
    ids, findings, reports = list[str](), list[Diagnostic](), list[DocumentReport]()
    changes = outputs.retire({request.stem for request in wanted})
    for request in wanted:
        part = found.get(request.stem)
        entry = part.entry(request.stem) if part else None
        if part is None or entry is None:
            message = "Dit document staat in geen van de delen."
            hint = "Kijk of alle delen zijn genoemd, en of het maken van een deel fouten gaf."
            where = Location(outputs.shown(f"{request.stem}.pdf"))
            findings.append(Diagnostic(Code.OUTPUT_MISSING, message, where, hint))
            continue
        data, faults = part.read(entry)
        if not faults:
            placed, faults = _put(entry, data, outputs)
            changes += placed
            reports += part.report(entry)
            ids += [] if faults or placed.findings else [entry.id]
        findings += faults
    outputs.report(reports)
    return Merged(tuple(ids), (*changes.findings, *findings), changes)


def _put(
    entry: DocumentEntry, data: Mapping[str, bytes], outputs: Outputs
) -> tuple[Changes, tuple[Diagnostic, ...]]:
    """Put the files of a document where they stood in their part."""
    where = Location(outputs.shown(entry.files[0].path))
    try:
        sources = outputs.stage(entry.stem, data)
    except OSError:
        return Changes(), (no_room(where.file),)
    if not entry.is_rejected:
        return outputs.place(entry, sources), ()
    prefix = f"{REJECTED}/"
    files = tuple(replace(file, path=file.path.removeprefix(prefix)) for file in entry.files)
    real = {path.removeprefix(prefix): source for path, source in sources.items()}
    _, changes = outputs.reject(replace(entry, files=files), real)
    message = "Dit document is afgekeurd: het was niet wat het moest zijn."
    return changes, (Diagnostic(Code.OUTPUT_MISSING, message, where, f"Zie {REPORT}."),)
