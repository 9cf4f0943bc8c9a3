"""The forms that ``--report`` can name, each a function from findings to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.cli.reports.github import github
from pipeline.cli.reports.gitlab import gitlab
from pipeline.cli.reports.json import json_report
from pipeline.cli.reports.junit import junit
from pipeline.cli.reports.sarif import sarif
from pipeline.cli.reports.text import human, short
from pipeline.diagnostics.located import Located
from pipeline.engine.lines import Lines

Form = Callable[[Sequence[Located], Lines], str]

FORMS: Mapping[str, Form] = {
    "human": human,
    "short": lambda findings, _: short(findings),
    "json": lambda findings, _: json_report(findings),
    "github": lambda findings, _: github(findings),
    "gitlab": lambda findings, _: gitlab(findings),
    "sarif": lambda findings, _: sarif(findings),
    "junit": lambda findings, _: junit(findings),
}
