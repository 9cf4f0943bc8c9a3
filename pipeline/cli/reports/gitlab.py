"""The code quality report of GitLab: findings beside the changes of a merge request."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pipeline.cli.reports.fingerprints import fingerprints
from pipeline.diagnostics import Severity
from pipeline.diagnostics.located import Located

_SEVERITIES = {Severity.WARNING: "minor", Severity.ERROR: "major", Severity.FAULT: "blocker"}


def gitlab(findings: Sequence[Located]) -> str:
    """Write a list with the keys that GitLab asks for; its fingerprints do not change when lines move."""
    entries = [
        {
            "description": f"{each.message} {each.hint}".strip(),
            "check_name": each.finding.code.number,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[each.finding.severity],
            "location": {"path": each.at.file, "lines": {"begin": each.at.line}},
        }
        for each, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)
