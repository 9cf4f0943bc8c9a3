"""One type for every finding, whoever made it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.diagnostics.codes import Code, Severity
from pipeline.diagnostics.source import Location, Source


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a finding, with a few words about it."""

    message: str
    where: Source | Location


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: what is wrong, where, and how to mend it. Texts are plain Dutch sentences.

    Functions return diagnostics beside their result; only the command line prints them.
    """

    code: Code
    message: str
    where: Source | Location
    hint: str = ""
    related: tuple[Related, ...] = ()
    words: str = ""
    """The exact characters meant, as typed from ``where`` on; "" where only their beginning is known."""
    fix: str | None = None
    """What must certainly stand instead of ``words``; ``None`` where only a person can decide."""
    level: Severity | None = None
    """How bad the project says that it is, where that differs from its code."""

    @property
    def severity(self) -> Severity:
        """Error, warning or fault of the program: decided by the project, and else by the code."""
        return self.level or self.code.severity

    @property
    def is_fault(self) -> bool:
        """Whether the program and not the content is to blame."""
        return self.severity is Severity.FAULT

    @property
    def is_error(self) -> bool:
        """Whether a document that it touches may not be used."""
        return self.severity is not Severity.WARNING


def as_errors(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings with every warning raised to an error, for who lets nothing pass."""
    return tuple(each if each.is_error else replace(each, level=Severity.ERROR) for each in findings)
