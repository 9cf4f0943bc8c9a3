"""The summary of a job in Markdown, as GitHub and GitLab show it beside a build."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.diagnostics.located import Located
from pipeline.diagnostics.plain import place

_MOST = 50
"""Findings that are listed; who wants them all reads the report."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that a command printed."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def summary(title: str, outcome: str, tables: Sequence[Table], findings: Sequence[Located]) -> str:
    """Write a heading, what came of it, the tables of the command and the findings."""
    parts = [f"## {title}", _escaped(outcome)]
    parts += [_table(each.head, each.rows) for each in tables]
    if findings:
        rows = [
            (each.finding.severity.value, each.finding.code.number, f"`{place(each.at)}`", _said(each))
            for each in findings[:_MOST]
        ]
        parts.append(_table(("ernst", "code", "plaats", "melding"), rows))
    if len(findings) > _MOST:
        parts.append(f"En nog {len(findings) - _MOST} meldingen; zie het verslag.")
    return "\n\n".join(part for part in parts if part) + "\n"


def _said(found: Located) -> str:
    return f"{found.message} {found.hint}".strip()


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text if text.startswith("`") or text == "---" else _escaped(text)


def _escaped(text: str) -> str:
    """Escape what Markdown or HTML would read as a mark: messages quote what writers typed."""
    for sign in "\\`*_[]<>|#":
        text = text.replace(sign, f"\\{sign}")
    return text
