"""Settings that hold for every test, and the counts of rounds in what a run tells at its end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import settings

# A busy machine is no failure, and the same commit gives the same answer each time.
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable")

_TOLD = "told"


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Return what a test calls to say in a line how many rounds it made; the end of the run shows it."""
    return partial(record_property, _TOLD)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests told, also where they ran in other processes and whether or not they passed."""
    told = [
        f"{line} ({report.nodeid})"
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if report.when == "call"
        for name, line in report.user_properties
        if name == _TOLD
    ]
    if told:
        terminalreporter.section("rounds")
    for line in sorted(told):
        terminalreporter.write_line(line)
