"""The one way in which a value says that it was typed wrongly."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from pipeline.diagnostics import Code

VALUE_ERROR_TYPE = "kamerwerk"
"""The error type by which a finding of our own is told from one of pydantic's."""


def value_error(
    code: Code, message: str, hint: str = "", *, line: int = 0, column: int = 0
) -> PydanticCustomError:
    """Return the exception to raise in a validator; its texts reach the diagnostic unchanged.

    ``line`` and ``column`` count from 0 inside the text of the value, as in ``Source``.
    """
    context = {"code": code.name, "message": message, "hint": hint, "line": line, "column": column}
    return PydanticCustomError(VALUE_ERROR_TYPE, "{message}", context)
