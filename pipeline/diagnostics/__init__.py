"""What the program has to say about the content, as values: where, what, how to mend it."""

from pipeline.diagnostics.codes import Code, Severity
from pipeline.diagnostics.diagnostic import Diagnostic, Related
from pipeline.diagnostics.source import KeyPath, Location, Source

__all__ = ["Code", "Diagnostic", "KeyPath", "Location", "Related", "Severity", "Source"]
