"""What a build is asked, and what came of it; it costs little time to load."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Diagnostic
from pipeline.diagnostics.diagnostic import as_errors
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.cache import Cache
from pipeline.engine.faults import Fault
from pipeline.engine.folder import Changes
from pipeline.engine.manifest import Format
from pipeline.verify.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several shares of the work; ``number`` counts from 1."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Task:
    """What to build, and where."""

    formats: tuple[Format, ...]
    standard: PdfStandard
    folder: Path
    shown: str
    """How messages name the folder."""
    ids: tuple[str, ...] = ()
    """The documents asked for; none means all."""
    strict: bool = False
    """Whether a warning counts as an error."""
    cache: Cache | None = None
    """What earlier runs made; none makes everything anew."""
    shard: Shard | None = None
    """The share of the documents asked for that is made here; none means all of them."""

    def weigh(self, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return findings as heavy as they count here."""
        return as_errors(findings) if self.strict else tuple(findings)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document that was asked for."""

    request: DocumentRequest
    formats: tuple[Format, ...] = ()
    """The files that stand in their places; none when the document was not made or was rejected."""
    unchanged: bool = False
    """Whether those files stood there already."""
    rejected: tuple[str, ...] = ()
    """Where the files are that may not be used."""
    pages: int = 0
    seconds: float = 0
    findings: tuple[Diagnostic, ...] = ()
    verdict: Verdict | None = None
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. ``findings`` touch the documents asked for, each once."""

    outcomes: tuple[Outcome, ...]
    findings: tuple[Diagnostic, ...]
    changes: Changes
    """What became of files that stood in the folder; its findings are among ``findings``."""
    elsewhere: int
    """Number of errors that touch no document that was asked for."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return the faults of the program, in the order of the documents."""
        return tuple(outcome.fault for outcome in self.outcomes if outcome.fault)
