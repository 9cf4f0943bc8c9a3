"""What the texts of each kind of file can name: the same for composing and for reading a text on its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.compose.letter import RegionProgress, mede_namens
from pipeline.compose.scope import TextScope
from pipeline.compose.template_access import HIDDEN_FIELDS
from pipeline.content.models.agenda import Agenda
from pipeline.content.models.brief import Brief
from pipeline.content.project import Project, RegioDossier
from pipeline.content.values import PlainText

AGENDA_KEYS = tuple(name for name in Agenda.model_fields if name not in HIDDEN_FIELDS)
"""The keys of an agenda that its texts can name."""


def agenda_scope(project: Project, dossier: RegioDossier) -> TextScope:
    """Texts about one region name the keys of its agenda, and the region: ``[=middelen.totaal]``.

    A file that cannot be read adds nothing.
    """
    agenda = dossier.agenda
    values = {name: getattr(agenda, name) for name in AGENDA_KEYS} if agenda else {}
    if dossier.regio:
        values["regio"] = dossier.regio
    return shared_scope(project, values)


def letter_scope(project: Project, brief: Brief, regions: Iterable[RegionProgress]) -> TextScope:
    """Texts of a letter name a region's values by the region: ``[=zeeland.kansen.k-haven.bedrag]``."""
    values: dict[str, object] = {"brief": brief}
    values |= {str(region.regio.id): region.agenda for region in regions}
    return shared_scope(project, values, mede_namens(brief, project.gedeeld))


def shared_scope(
    project: Project, values: Mapping[str, object], on_behalf: tuple[PlainText, ...] = ()
) -> TextScope:
    """Every text names the sources and the passages of the registers."""
    return TextScope(
        root=project.root,
        sources={source.id: source for source in project.gedeeld.bronnen},
        passages={passage.id: passage for passage in project.gedeeld.tekstblokken},
        values=values,
        mede_namens=on_behalf,
    )
