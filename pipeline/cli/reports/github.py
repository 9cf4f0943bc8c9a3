"""Annotations of GitHub Actions: workflow commands that show a finding at its line in a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.diagnostics import Severity
from pipeline.diagnostics.located import Located

_COMMANDS = {Severity.WARNING: "warning", Severity.ERROR: "error", Severity.FAULT: "error"}


def github(findings: Sequence[Located]) -> str:
    """Write one workflow command for each finding; what GitHub reads as a separator is escaped."""
    return "\n".join(_command(each) for each in findings)


def _command(found: Located) -> str:
    finding, at = found.finding, found.at
    properties = {
        "file": at.file,
        "line": str(at.line),
        "col": str(at.column),
        "endColumn": str(found.end_column),
        "title": f"{finding.code.number} {finding.code.title}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{found.message}\nTip: {found.hint}" if found.hint else found.message
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
