"""What files were made with: everything outside the content that their bytes depend on."""

from __future__ import annotations

import ctypes
import platform
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from pipeline import __version__
from pipeline.engine.commit import Commit
from pipeline.house_style import HouseStyle

_PACKAGES = (
    "babel",
    "fonttools",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "pikepdf",
    "pillow",
    "pydyf",
    "python-docx",
    "weasyprint",
)
"""The Python packages that decide about words, layout or compression."""

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


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool and its version."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class UsedFont:
    """A font file: its path from the folder of the house style, and what its bytes were."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What documents were made with. Two machines with an equal origin make equal bytes."""

    kamerwerk: str
    tools: tuple[Tool, ...]
    fonts: tuple[UsedFont, ...]
    commit: Commit


def origin_of(style: HouseStyle, commit: Commit) -> Origin:
    """Return what documents are made with in this process."""
    fonts = style.fonts
    faces = (fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic)
    used = dict.fromkeys(UsedFont(face.path, face.sha256) for face in faces)
    return Origin(__version__, _tools(), tuple(used), commit)


@cache
def _tools() -> tuple[Tool, ...]:
    python = ".".join(platform.python_version_tuple()[:2])
    versions = {
        **{package: version(package) for package in _PACKAGES},
        **{library: _library_version(*how) for library, how in _LIBRARIES.items()},
        "python": python,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
    return tuple(Tool(name, versions[name]) for name in sorted(versions))


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
