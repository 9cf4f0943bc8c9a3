"""How work tells how far it is, without knowing who listens."""

from __future__ import annotations

from typing import Protocol, TypeVar

Result_contra = TypeVar("Result_contra", contravariant=True)


class Watcher(Protocol[Result_contra]):
    """Who wants to know how far the work is. Work is named by the id of its document, or by a few words."""

    def started(self, total: int) -> None:
        """Hear how many pieces of work there are to do now; nothing is running yet."""

    def began(self, work: str) -> None:
        """Hear that a piece of work has begun."""

    def ended(self, work: str, result: Result_contra, /) -> None:
        """Hear what became of it."""
