"""A choice out of fixed words, or a number, that remembers where it was typed."""

from __future__ import annotations

from typing import Any

from pydantic import ValidatorFunctionWrapHandler, WrapValidator

from pipeline.content.values.sourced import SourcedNumber, SourcedText, source_of


def _keep_source(value: object, handler: ValidatorFunctionWrapHandler) -> Any:
    read = handler(str(value) if isinstance(value, str) else value)
    source = source_of(value)
    if source is None:
        return read
    if isinstance(read, str):
        return SourcedText(read, source)
    return SourcedNumber(read, source) if isinstance(read, int) else read


KeepSource = WrapValidator(_keep_source)
"""Beside a ``Literal`` or ``int`` in a field's annotation: what was read keeps its source, as text does."""
