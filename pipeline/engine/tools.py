"""The versions of everything outside the program that decides about what it makes."""

from __future__ import annotations

import ctypes
import platform
import re
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution

_PACKAGES = (
    "babel",
    "fonttools",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "mdit-py-plugins",
    "page-validation",
    "pikepdf",
    "pillow",
    "pydantic",
    "pydyf",
    "pyphen",
    "pypdfium2",
    "python-docx",
    "pyyaml",
    "weasyprint",
)
"""The Python packages that decide about words, layout, compression or proof."""

_LIBRARIES = {
    "harfbuzz": (
        "hb_version_string",
        ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    ),
    "pango": (
        "pango_version_string",
        ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll"),
    ),
}
"""The libraries of the system that lay text out: the function that tells the version, and file names."""


_VERSION = re.compile(r"^Version: *(\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool and its version."""

    name: str
    version: str


@cache
def tool_versions() -> tuple[Tool, ...]:
    """Return each tool with its version, by name; they do not change while the program runs."""
    python = ".".join(platform.python_version_tuple()[:2])
    versions = {
        **{package: version_of(package) for package in _PACKAGES},
        **{library: _library_version(*how) for library, how in _LIBRARIES.items()},
        "python": python,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
    return tuple(Tool(name, versions[name]) for name in sorted(versions))


def version_of(package: str) -> str:
    """Return the version of an installed package, as it says itself."""
    said = distribution(package)
    # Its first lines are enough: to read a whole description as mail takes longer than the rest of a recall.
    found = _VERSION.search(said.read_text("METADATA") or "")
    return found[1] if found else said.version


def _library_version(function: str, files: tuple[str, ...]) -> str:
    """Ask a library for its version; "" where it bears another name than these."""
    for file in files:
        try:
            tell = getattr(ctypes.CDLL(file), function)
        except (OSError, AttributeError):
            continue
        tell.restype = ctypes.c_char_p
        return bytes(tell()).decode("ascii", "replace")
    return ""
