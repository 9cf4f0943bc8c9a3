"""A missing program skips a test, unless the CI promised it."""

from __future__ import annotations

import pytest
from _pytest.outcomes import Failed, Skipped

from tests.tools import require_tool

ABSENT = "een-programma-dat-niet-bestaat"


def test_present_program_is_found() -> None:
    assert require_tool("sh").endswith("/sh")


def test_absent_program_skips_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(Skipped, match=ABSENT):
        require_tool(ABSENT)


def test_absent_program_fails_where_the_ci_promises_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Failed, match=ABSENT):
        require_tool(ABSENT)
