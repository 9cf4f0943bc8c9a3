"""Build folders that other machines filled, and whether they are parts of one whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.engine.folder import read_back
from pipeline.engine.manifest import MANIFEST, DocumentEntry, Manifest
from pipeline.engine.origin import Origin
from pipeline.engine.outputs import look_into
from pipeline.engine.report import REPORT, DocumentReport, ReportError, load_report

_AGAIN = "Maak alle delen opnieuw van dezelfde stand van de inhoud."
_ALIKE = "Maak alle delen opnieuw, met dezelfde opties."
_HINTS = {Code.OUTPUT_MISSING: _AGAIN, Code.OUTPUT_CHANGED: _AGAIN}
_SHORT = 12
"""Characters of a commit or of a digest that are enough to tell two of them apart."""


@dataclass(frozen=True, slots=True)
class Part:
    """A build folder of another run, and how messages name it."""

    folder: Path
    shown: str


@dataclass(frozen=True, slots=True)
class OpenedPart:
    """A part and what its manifest says."""

    part: Part
    manifest: Manifest

    @property
    def entries(self) -> tuple[DocumentEntry, ...]:
        """Return all documents of the part, also those that were rejected."""
        return (*self.manifest.documents.values(), *self.manifest.rejected.values())

    @property
    def stems(self) -> set[str]:
        """Return which documents are in the part."""
        return {*self.manifest.documents, *self.manifest.rejected}

    def entry(self, stem: str) -> DocumentEntry | None:
        """Return what the part says of a document."""
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


def open_part(part: Part) -> OpenedPart | Diagnostic:
    """Look into a part, or say why nothing can be taken from it."""
    if manifest := look_into(part.folder):
        return OpenedPart(part, manifest)
    if os.path.lexists(part.folder / MANIFEST):
        code, message = (
            Code.OUTPUT_CHANGED,
            "Het overzicht van dit deel is beschadigd.",
        )
        hint = "Haal het deel opnieuw op, of maak het opnieuw."
    else:
        code, message = Code.OUTPUT_MISSING, "In deze map staat niets dat kamerwerk build heeft gemaakt."
        hint = "Noem de mappen waarin kamerwerk build --shard zijn deel heeft gezet."
    return Diagnostic(code, message, Location(f"{part.shown}/{MANIFEST}"), hint)


def misfits(opened: Sequence[OpenedPart]) -> tuple[Diagnostic, ...]:
    """Return what says that parts are no parts of one whole."""
    sources = list(_differing(_COMMIT, opened)) or list(_differing(_INPUTS, opened))
    others = [finding for trait in _HOW for finding in _differing(trait, opened)]
    return (*sources, *others) or tuple(_unlike(opened))


@dataclass(frozen=True, slots=True)
class _Trait:
    """Something in which all parts must be alike. ``said`` follows on "gemaakt"."""

    values: Callable[[OpenedPart], set[Any]]
    """What the documents of a part have; nothing where its manifest does not tell."""
    said: Callable[[Any], str]
    hint: str


def _differing(trait: _Trait, opened: Sequence[OpenedPart]) -> Iterator[Diagnostic]:
    """Yield an error for each part that is not like the first one that tells."""
    told = [(each.part, values) for each in opened if (values := trait.values(each))]
    for part, values in told:
        first, others = told[0]
        if values != others:
            message = (
                f"Dit deel is gemaakt {_said(trait, values)}, en {first.shown} {_said(trait, others)}: "
                "zij horen niet bij elkaar."
            )
            yield Diagnostic(Code.OUTPUT_STALE, message, Location(f"{part.shown}/{MANIFEST}"), trait.hint)


def _said(trait: _Trait, values: set[Any]) -> str:
    return " en ".join(sorted(trait.said(value) for value in values))


def _origins(opened: OpenedPart) -> list[Origin]:
    return [entry.origin for entry in opened.entries if entry.origin]


def _said_commit(commit: Any) -> str:
    if commit is None:
        return "van een onbekende commit"
    return f"van commit {commit.id[:_SHORT]}{' met eigen wijzigingen' if commit.changed else ''}"


_COMMIT = _Trait(lambda part: {origin.commit for origin in _origins(part)}, _said_commit, _AGAIN)
_INPUTS = _Trait(
    lambda part: {origin.inputs for origin in _origins(part) if origin.inputs},
    lambda inputs: f"van inhoud, sjablonen en huisstijl met kenmerk {inputs[:_SHORT]}",
    _AGAIN,
)
_HOW = (
    _Trait(
        lambda part: {entry.standard for entry in part.entries},
        lambda standard: f"met --standard {standard}",
        _ALIKE,
    ),
    _Trait(
        lambda part: {_formats(entry) for entry in part.entries},
        lambda formats: f"als {' en '.join(formats)}",
        _ALIKE,
    ),
)


def _formats(entry: DocumentEntry) -> tuple[str, ...]:
    return tuple(sorted({PurePosixPath(file.path).suffix.removeprefix(".") for file in entry.files}))


def _unlike(opened: Sequence[OpenedPart]) -> Iterator[Diagnostic]:
    """Yield an error for each document that is in two parts, and not the same."""
    seen: dict[str, OpenedPart] = {}
    for each in opened:
        for stem in sorted(each.stems):
            other = seen.setdefault(stem, each)
            if other.entry(stem) != each.entry(stem):
                message = f"Dit document staat ook in {other.part.shown}, en daar is het anders."
                yield Diagnostic(Code.OUTPUT_STALE, message, Location(f"{each.part.shown}/{stem}"), _AGAIN)
