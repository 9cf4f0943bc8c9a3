"""Laying together what several machines made: the same folder as when one machine had made it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.engine.faults import no_room
from pipeline.engine.folder import Changes
from pipeline.engine.manifest import REJECTED, DocumentEntry
from pipeline.engine.outputs import Outputs, OutputsError, open_outputs
from pipeline.engine.parts import OpenedPart, Part, misfits, open_part
from pipeline.engine.report import REPORT, DocumentReport


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of it: the documents that stand in the folder now, and what stood in the way."""

    ids: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    changes: Changes = field(default_factory=Changes)


def merge(parts: Sequence[Part], wanted: Sequence[DocumentRequest], folder: Path, shown: str) -> Merged:
    """Take over from the parts each document that must exist; where the parts do not fit, take over nothing.

    There is an error for a part that holds nothing of ours, for a document that is in no part, for one that
    was rejected, and for a file that is not what its part says.
    """
    looked = [open_part(part) for part in parts]
    opened = [each for each in looked if isinstance(each, OpenedPart)]
    absent = tuple(each for each in looked if isinstance(each, Diagnostic))
    if faults := misfits(opened):
        return Merged(findings=(*absent, *faults))
    found = {stem: each for each in opened for stem in each.stems}
    try:
        with open_outputs(folder, shown) as outputs:
            merged = _take_over(wanted, found, outputs)
    except OutputsError as error:
        return Merged(findings=(*absent, error.finding))
    return replace(merged, findings=(*absent, *merged.findings))


def _take_over(
    wanted: Sequence[DocumentRequest], found: Mapping[str, OpenedPart], outputs: Outputs
) -> Merged:
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
