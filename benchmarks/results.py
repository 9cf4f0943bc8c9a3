"""What one run found, as JSON that stays readable."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers import versions
from benchmarks.timing import Findings, Sample

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Results:
    """The findings, and on which machine."""

    environment: Mapping[str, str]
    findings: Findings


def this_environment(*, quick: bool) -> dict[str, str]:
    """Return what the figures depend on; no name or path of the machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return {
        "kernen": str(cores),
        "systeem": platform.system(),
        "python": platform.python_version(),
        **versions(),
        "ronden": "minder (QUICK=1)" if quick else "alle",
    }


def write_results(results: Results, file: Path) -> None:
    """Write a run; samples by name, so that two runs can be compared line by line."""
    samples = {name: _written(sample) for name, sample in sorted(results.findings.samples.items())}
    told = {
        "omgeving": dict(results.environment),
        "metingen": samples,
        "ontbreekt": dict(sorted(results.findings.missing.items())),
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_results(file: Path) -> Results:
    """Read what ``write_results`` wrote."""
    told = json.loads(file.read_text(encoding="utf-8"))
    samples = {
        name: Sample(tuple(each["waarden"]), each["eenheid"]) for name, each in told["metingen"].items()
    }
    return Results(told["omgeving"], Findings(samples, told["ontbreekt"]))


def _written(sample: Sample) -> dict[str, Any]:
    first, third = sample.spread
    return {
        "eenheid": sample.unit,
        "mediaan": round(sample.median, _DIGITS),
        "kleinste": round(sample.least, _DIGITS),
        "kwartielen": [round(first, _DIGITS), round(third, _DIGITS)],
        "aantal": len(sample.values),
        "waarden": [round(value, _DIGITS) for value in sample.values],
    }
