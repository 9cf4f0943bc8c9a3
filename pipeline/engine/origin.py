"""What files were made with: the program, its tools and fonts, and which content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import __version__
from pipeline.engine.commit import Commit
from pipeline.engine.tools import Tool, tool_versions

if TYPE_CHECKING:
    # Who reads an origin back needs no house style.
    from pipeline.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class UsedFont:
    """A font file: its path from the folder of the house style, and what its bytes were."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What documents were made with. Two machines with an equal origin make equal bytes.

    ``commit`` is ``None`` where no commit is known. ``inputs`` names all content, templates and house style
    that were read; "" where nobody wrote that down.
    """

    kamerwerk: str
    tools: tuple[Tool, ...]
    fonts: tuple[UsedFont, ...]
    commit: Commit | None
    inputs: str = ""


def origin_of(style: HouseStyle, commit: Commit | None, inputs: str = "") -> Origin:
    """Return what documents are made with in this process."""
    fonts = style.fonts
    faces = (fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic)
    used = dict.fromkeys(UsedFont(face.path, face.sha256) for face in faces)
    return Origin(__version__, tool_versions(), tuple(used), commit, inputs)
