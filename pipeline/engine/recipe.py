"""What each stage of the work is done with: our own code by its bytes, and the tools by their versions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import pipeline
from pipeline.engine.cache import key_of
from pipeline.engine.tools import tool_versions, version_of

Stage = Literal["tree", "texts", "language", "pdf", "docx", "verdict", "all"]
STAGES: tuple[Stage, ...] = ("tree", "pdf", "docx", "verdict")
"""The stages of one document; ``texts`` and ``language`` find faults in content, ``all`` is the program."""

_WORDS = ("diagnostics", "gate", "document")
"""What every stage can reach."""
_GROUND = (*_WORDS, "house_style")
"""What every stage of a document can reach."""

ROOMS: Mapping[Stage, tuple[str, ...]] = MappingProxyType(
    {
        "tree": (*_GROUND, "content", "compose"),
        "texts": (*_WORDS, "content", "compose"),
        "language": (*_WORDS, "content", "language"),
        "pdf": (*_GROUND, "render/pdf", "render/rendered.py", "render/svg_text.py", "collecting.py"),
        "docx": (*_GROUND, "render/docx", "render/svg_text.py", "collecting.py"),
        "verdict": (*_GROUND, "verify", "collecting.py"),
        "all": (".",),
    }
)
"""The folders and files of the program that a stage can reach; a test follows the imports."""

_JUDGE_SPELLING = {"language", "all"}
_SPELLER = "chunspell"
"""It decides about findings and about no byte of a document, so that no document bears its version."""

_ROOT = Path(pipeline.__file__).parent
_NO_CODE = {".pyc"}


def stage_recipe(stage: Stage) -> str:
    """Return a name for everything that a stage is done with: another one after any change in it."""
    tools = [f"{tool.name} {tool.version}" for tool in tool_versions()]
    if stage in _JUDGE_SPELLING:
        tools.append(f"{_SPELLER} {version_of(_SPELLER)}")
    return key_of(stage, *tools, *(_digest_of(room) for room in ROOMS[stage]))


@cache
def _digest_of(room: str) -> str:
    """Return the digest of the files of a room: code, and what lies beside it such as word lists."""
    digest = hashlib.sha256()
    place = _ROOT / room
    for file in (place, *sorted(place.rglob("*"))):
        if file.is_file() and file.suffix not in _NO_CODE:
            name, data = file.relative_to(_ROOT).as_posix(), file.read_bytes()
            digest.update(f"{name}\n{len(data)}\n".encode() + data)
    return digest.hexdigest()
