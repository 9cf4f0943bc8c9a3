"""A whole project in the making: the groups of each file, drawn from the models of the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import cast

from hypothesis import strategies as st

from pipeline.content.models import Agenda, Brief, Programma, Regio, Voortgang
from pipeline.content.models import gedeeld as registers
from pipeline.content.models.base import FileModel
from pipeline.content.project import Gedeeld
from tests.fuzz.drafts import Draft, Group, Scope, groups_of, ids_of, settled
from tests.fuzz.fields import FILLINGS, groups

REGISTERS: Mapping[str, type[FileModel]] = {
    each.name: getattr(registers, each.name.capitalize()) for each in fields(Gedeeld)
} | {"woordenlijst": registers.Woordenlijst}
"""The models of the files in ``content/gedeeld``, by the name of the file."""

_NEEDED = ("departementen", "ondertekenaars")
"""Registers that something obligatory points at: they hold an entry at least."""


@dataclass(slots=True)
class Region:
    """The files of one region."""

    regio: Group
    agenda: Group
    progress: Group


@dataclass(slots=True)
class Whole:
    """All files of a project. ``choice`` is a number for what is picked from a list of facts."""

    programma: Group
    shared: dict[str, Group]
    regions: dict[str, Region]
    letters: dict[str, Group]
    choice: int
    annex: str = "beslisnota.pdf"

    @property
    def moment(self) -> str:
        """Return the id of the moment at which progress is told."""
        moments = ids_of(groups_of(self.programma, "rapportagemomenten"))
        return moments[self.choice % len(moments)]

    def register(self, name: str) -> list[Group]:
        """Return the entries of a register."""
        return groups_of(self.shared.get(name, {}), name)

    def settle_shared(self, scope: Scope) -> None:
        """Settle the pointers of the programme and the registers."""
        self.programma = cast("Group", settled(self.programma, scope))
        self.shared = {name: cast("Group", settled(file, scope)) for name, file in self.shared.items()}

    def files(self) -> dict[str, Group]:
        """Return every file by its path below the project."""
        found = {"content/programma.yaml": self.programma}
        found |= {f"content/gedeeld/{name}.yaml": file for name, file in self.shared.items()}
        for folder, region in self.regions.items():
            base = f"content/regios/{folder}"
            found |= {f"{base}/regio.yaml": region.regio, f"{base}/agenda.yaml": region.agenda}
            found[f"{base}/voortgang-{region.progress['id']}.yaml"] = region.progress
        found |= {f"content/brieven/{folder}/brief.yaml": each for folder, each in self.letters.items()}
        return found

    def groups(self) -> Iterator[Group]:
        """Yield every group of every file."""
        for file in self.files().values():
            yield from _groups(file)


def _groups(value: Draft) -> Iterator[Group]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _groups(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _groups(inner)


@st.composite
def wholes(draw: st.DrawFn) -> Whole:
    """Draw the files of a project; they are valid one by one, and do not agree with each other yet."""
    filling = draw(st.sampled_from(FILLINGS))
    whole = Whole(
        programma=draw(groups(Programma, filling)),
        shared={name: draw(groups(model, filling)) for name, model in REGISTERS.items()},
        regions={
            f"regio-{index}": Region(*(draw(groups(model, filling)) for model in (Regio, Agenda, Voortgang)))
            for index in range(draw(st.sampled_from((1, 1, 1, 2))))
        },
        letters={
            f"2026-{index:02d}-brief": draw(groups(Brief, filling))
            for index in range(draw(st.sampled_from((1, 1, 1, 2))))
        },
        choice=draw(st.integers(0, 341)),
    )
    for name in _NEEDED:
        while not whole.register(name):
            whole.shared[name] = draw(groups(REGISTERS[name], FILLINGS[-2]))
    return whole
