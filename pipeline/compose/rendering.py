"""The state of one run of a template, as its filters see it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.origins import Origins
from pipeline.compose.scope import TextScope


@dataclass(frozen=True, slots=True)
class Rendering:
    """The register of origins and the scope that the texts of this document can name."""

    name: str
    """Path of the template below the templates folder."""
    origins: Origins
    scope: TextScope
