"""Loading WeasyPrint by the names that Linux has for its libraries, before anything else asks for it.

The engine tries the names of every system in turn. For each that is not known, Python starts the system's
compiler and linker to search for it: some fifty programs in all, for libraries that load by their own names.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Generator
from contextlib import contextmanager, redirect_stdout, suppress
from importlib import import_module
from io import StringIO


def load_layout_engine() -> None:
    """Import the engine, unless it cannot be found at once: whoever imports it next lets it search."""
    if sys.platform == "linux":
        # It prints its advice as soon as a library is missing.
        with suppress(OSError), redirect_stdout(StringIO()), _by_name_only():
            import_module("weasyprint")


@contextmanager
def _by_name_only() -> Generator[None]:
    search = ctypes.util.find_library
    ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _find_nothing(_name: str) -> str | None:
    return None
