"""For other programs: all that is known of each finding."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pipeline.diagnostics.located import Located


def json_report(findings: Sequence[Located]) -> str:
    """Write ``{"diagnostics": […]}``; lines and columns count from 1, severities are English words."""
    return json.dumps({"diagnostics": [_entry(each) for each in findings]}, ensure_ascii=False, indent=2)


def _entry(found: Located) -> dict[str, Any]:
    finding, at = found.finding, found.at
    return {
        "code": finding.code.number,
        "title": finding.code.title,
        "severity": finding.severity.name.lower(),
        "message": found.message,
        "hint": found.hint,
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "end_column": found.end_column,
        "words": finding.words,
        "fix": finding.fix,
        "related": [
            {"message": each.message, "file": each.at.file, "line": each.at.line, "column": each.at.column}
            for each in found.related
        ],
    }
