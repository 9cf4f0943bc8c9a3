"""A choice out of fixed words that remembers where it was typed."""

from __future__ import annotations

from typing import Any

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from pipeline.content.values.sourced import SourcedText, source_of


def _keep_source(value: object, handler: ValidatorFunctionWrapHandler) -> Any:
    chosen = handler(str(value) if isinstance(value, str) else value)
    source = source_of(value)
    return SourcedText(chosen, source) if source is not None and isinstance(chosen, str) else chosen


KeepSource = WrapValidator(_keep_source)
"""Beside a ``Literal`` in a field's annotation: the chosen word keeps its source, as text does."""
