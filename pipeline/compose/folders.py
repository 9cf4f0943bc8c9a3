"""The folders that templates come from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TemplateFolders:
    """Where templates stand: the project's own (``None``: it has none) win over the shipped ones."""

    project: Path | None
    shipped: Path

    def search_path(self) -> tuple[Path, ...]:
        """Return the folders in the order in which they are searched."""
        return (self.project, self.shipped) if self.project else (self.shipped,)

    def roots(self) -> dict[Path, Path]:
        """Return for each folder, in that order, the place that no link in it may lead out of."""
        return {folder: folder.parent if folder == self.project else folder for folder in self.search_path()}
