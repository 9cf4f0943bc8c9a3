"""A name for a finding that stays the same while its lines move: build servers compare by it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from pipeline.diagnostics.located import Located


def fingerprints(findings: Sequence[Located]) -> list[str]:
    """Return a name of 64 hexadecimal digits for each finding, in order.

    It is made of file, code and message; findings that say the same in one file are told apart by their
    order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    names: list[str] = []
    for each in findings:
        what = (each.at.file, each.finding.code.number, each.message)
        seen[what] += 1
        names.append(hashlib.sha256("\0".join((*what, str(seen[what]))).encode()).hexdigest())
    return names
