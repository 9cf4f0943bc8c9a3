"""One type for every finding, whoever made it."""

from __future__ import annotations

from dataclasses import dataclass

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

    @property
    def severity(self) -> Severity:
        """Error or warning, decided by the code."""
        return self.code.severity

    @property
    def is_error(self) -> bool:
        """Whether a document that uses the file must not be made."""
        return self.severity is Severity.ERROR
