"""Settings that hold for every test."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no failure, and the same commit gives the same answer each time.
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable")
