"""Findings as the preview shows them: with their place and the lines around it, whoever found them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.diagnostics.excerpt import excerpt
from pipeline.diagnostics.located import Located, located
from pipeline.engine.faults import Fault
from pipeline.engine.lines import Quoting


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding, its place, and the lines of the file as they were then."""

    found: Located
    lines: tuple[str, ...]

    @property
    def is_error(self) -> bool:
        """Whether the document may not be used."""
        return self.found.finding.is_error


def shown(findings: Iterable[Diagnostic], quoting: Quoting) -> tuple[Shown, ...]:
    """Return findings by file and line, each once."""
    return tuple(
        Shown(each, tuple(excerpt(quoting.lines(each.at.file), each.at)))
        for each in located(findings, quoting.locate)
    )


def shown_faults(faults: Iterable[Fault | None]) -> Iterator[Shown]:
    """Yield faults of the program in the form of findings."""
    for fault in faults:
        if fault:
            where = Location(fault.document)
            message = f"Er ging iets mis in het programma ({fault.kind})."
            hint = "De inhoud is hiervan niet de oorzaak. Meld het."
            yield Shown(Located(Diagnostic(Code.PROGRAM_FAULT, message, where, hint), where), ())
