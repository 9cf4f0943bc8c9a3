"""SARIF 2.1.0 (OASIS): the common form of findings for editors and code scanners."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.cli.reports.fingerprints import fingerprints
from pipeline.diagnostics import Code, Location, Severity
from pipeline.diagnostics.located import Located

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.WARNING: "warning", Severity.ERROR: "error", Severity.FAULT: "error"}
_BASE = "PROJECT"


def sarif(findings: Sequence[Located]) -> str:
    """Write one run: the rules that were broken, and a result for each finding with its places and fix."""
    codes = sorted({each.finding.code for each in findings}, key=lambda code: code.number)
    run = {
        "tool": {"driver": {"name": "kamerwerk", "version": __version__, "rules": [_rule(c) for c in codes]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "De map van het project."}}},
        "results": [
            _result(each, codes.index(each.finding.code), fingerprint)
            for each, fingerprint in zip(findings, fingerprints(findings), strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.number,
        "name": code.name,
        "shortDescription": {"text": code.title},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(found: Located, rule: int, fingerprint: str) -> dict[str, Any]:
    finding = found.finding
    text = f"{found.message} {found.hint}".strip()
    result: dict[str, Any] = {
        "ruleId": finding.code.number,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _physical(found.at)}],
        "partialFingerprints": {"kamerwerk/v1": fingerprint},
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": each.message}, "physicalLocation": _physical(each.at)}
            for number, each in enumerate(found.related, 1)
        ]
    if finding.fix is not None:
        replacement = {"deletedRegion": _region(found.at), "insertedContent": {"text": finding.fix}}
        change = {"artifactLocation": _artifact(found.at), "replacements": [replacement]}
        result["fixes"] = [
            {"description": {"text": found.hint or found.message}, "artifactChanges": [change]}
        ]
    return result


def _physical(at: Location) -> dict[str, Any]:
    return {"artifactLocation": _artifact(at), "region": _region(at)}


def _artifact(at: Location) -> dict[str, str]:
    return {"uri": quote(at.file), "uriBaseId": _BASE}


def _region(at: Location) -> dict[str, int]:
    region = {"startLine": at.line, "startColumn": at.column}
    return {**region, "endLine": at.line, "endColumn": at.column + at.length} if at.length else region
