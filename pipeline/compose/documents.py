"""From a request to a finished tree: gather, render the template, read the vocabulary, number, check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.compose.accessibility import check_headings
from pipeline.compose.agenda import AgendaView, agenda_view
from pipeline.compose.characters import check_characters
from pipeline.compose.environment import Templates
from pipeline.compose.folders import TemplateFolders
from pipeline.compose.letter import letter_view
from pipeline.compose.listings import used_abbreviations, used_sources
from pipeline.compose.metadata import agenda_metadata, annex_metadata, letter_metadata
from pipeline.compose.pictures import load_picture
from pipeline.compose.scope import Recorder, RegisteredPicture, TextScope
from pipeline.compose.source_export import export_source
from pipeline.compose.template_errors import TEMPLATE_ROOT
from pipeline.compose.text_scopes import agenda_scope, letter_scope
from pipeline.compose.timeline import draw_timeline
from pipeline.compose.vocabulary import ReadVocabulary, read_document
from pipeline.content.models.programma import Programma
from pipeline.content.project import Project, by_id
from pipeline.content.requests import DocumentRequest
from pipeline.content.values import count_of
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.document.metadata import Metadata
from pipeline.document.nodes import (
    Cover,
    Document,
    Front,
    Letterhead,
    Picture,
)
from pipeline.document.numbering import number_document
from pipeline.house_style import HouseStyle

_DRAFT = "concept"
_HOUSE_STYLE = f"{TEMPLATE_ROOT}/huisstijl/huisstijl.yaml"
_WATERMARK = "CONCEPT"


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, or the errors that stand in its way."""

    document: Document | None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Workshop:
    """What every document needs while it is composed."""

    request: DocumentRequest
    project: Project
    programma: Programma
    style: HouseStyle
    templates: Templates
    logo: Picture | None

    def read(self, template: str, context: Mapping[str, object], scope: TextScope) -> ReadVocabulary:
        """Render a template and read what it wrote."""
        rendered = self.templates.render(template, context, scope)
        found = read_document(rendered)
        scope.record.note_printed(found.printed)
        return replace(found, diagnostics=(*rendered.diagnostics, *found.diagnostics))

    def fit(self, scope: TextScope) -> TextScope:
        """Keep pictures within the page."""
        margins = self.style.report.margins
        return replace(scope, max_picture_width=self.style.page.width - margins.left - margins.right)


def compose(
    request: DocumentRequest, project: Project, style: HouseStyle, folders: TemplateFolders
) -> Composed:
    """Make the tree of one document; a file with errors of its own yields none, and no second finding."""
    if project.programma is None:
        return Composed(None)
    logo = _load_logo(style) if style.logo.path else None
    if isinstance(logo, Diagnostic):
        return Composed(None, (logo,))
    shop = _Workshop(request, project, project.programma, style, Templates(folders), logo)
    match request.kind:
        case "agenda":
            return _compose_agenda(shop)
        case "brief":
            return _compose_letter(shop)
        case "bijlage":
            return _compose_annex(shop)


def _compose_agenda(shop: _Workshop) -> Composed:
    dossier = shop.project.regios[shop.request.folder]
    if dossier.regio is None or dossier.agenda is None:
        return Composed(None)
    view = agenda_view(shop.project, shop.programma, dossier.regio, dossier.agenda)
    scope = shop.fit(agenda_scope(shop.project, dossier))
    context = {"view": view, "planning": _planning(view, scope, shop.style)}
    text = shop.read("agenda/agenda.html.j2", context, scope)
    main = _document(shop, agenda_metadata(view, scope.record), text, scope.record)
    if main is None:
        return Composed(None, text.diagnostics)
    listings = {
        "afkortingen": used_abbreviations(main, shop.project.gedeeld.afkortingen),
        "bronnen": used_sources(scope.record.cited, shop.project.gedeeld.bronnen),
    }
    annexes = shop.read("agenda/bijlagen.html.j2", listings, scope)
    whole = replace(main, body=(*main.body, *annexes.blocks))
    return _finish(shop, whole, scope.record, (*text.diagnostics, *annexes.diagnostics))


def _planning(view: AgendaView, scope: TextScope, style: HouseStyle) -> str:
    """Draw the planning figure and return the key by which the template prints it, "" without milestones."""
    milestones = tuple(each.mijlpaal for each in view.milestones)
    if not milestones:
        return ""
    years = sorted({each.moment.last.year for each in milestones})
    stretch = str(years[0]) if len(years) == 1 else f"{years[0]} tot en met {years[-1]}"
    count = count_of(len(milestones), "mijlpaal", "mijlpalen")
    alt = f"Tijdlijn met {count} in {stretch}; de tabel hieronder noemt ze met hun moment."
    drawn = tuple(each.source.child(key) for each in milestones for key in ("titel", "moment"))
    return scope.record.add_picture(RegisteredPicture(draw_timeline(milestones, style), alt, drawn=drawn))


def _compose_letter(shop: _Workshop) -> Composed:
    brief = shop.project.brieven[shop.request.folder].brief
    if brief is None:
        return Composed(None)
    view = letter_view(shop.request, shop.project, shop.programma, brief)
    scope = shop.fit(letter_scope(shop.project, brief, view.regions))
    text = shop.read("brief/brief.html.j2", {"view": view}, scope)
    return _compose_text(shop, letter_metadata(view, scope.record), text, scope.record)


def _compose_annex(shop: _Workshop) -> Composed:
    brief = shop.project.brieven[shop.request.folder].brief
    bijlage = by_id(brief.bijlagen, shop.request.bijlage) if brief else None
    if brief is None or bijlage is None or bijlage.maak is None:
        return Composed(None)
    view = letter_view(shop.request, shop.project, shop.programma, brief)
    context = {"view": view, "bijlage": bijlage}
    scope = shop.fit(letter_scope(shop.project, brief, view.regions))
    text = shop.read(f"bijlage/{bijlage.maak}.html.j2", context, scope)
    return _compose_text(shop, annex_metadata(view, bijlage, scope.record), text, scope.record)


def _compose_text(shop: _Workshop, metadata: Metadata, text: ReadVocabulary, record: Recorder) -> Composed:
    document = _document(shop, metadata, text, record)
    return _finish(shop, document, record, text.diagnostics) if document else Composed(None, text.diagnostics)


def _document(shop: _Workshop, metadata: Metadata, text: ReadVocabulary, record: Recorder) -> Document | None:
    if text.front is None:
        return None
    programma = shop.programma
    return Document(
        id=shop.request.id,
        metadata=metadata,
        front=_with_logo(text.front, shop),
        body=text.blocks,
        watermark=_WATERMARK if metadata.status == _DRAFT else "",
        notice=str(record.take(programma.voorbeeldtekst)) if programma.voorbeeld else "",
    )


def _load_logo(style: HouseStyle) -> Picture | Diagnostic:
    """Return the logo, or why it cannot be used: it is held to what holds for every picture."""
    loaded = load_picture(style.folder, "", style.logo.path, None, None)
    if loaded.picture is not None:
        return loaded.picture
    return Diagnostic(loaded.code, loaded.message, Location(_HOUSE_STYLE), loaded.hint)


def _with_logo(front: Front, shop: _Workshop) -> Front:
    if not isinstance(front, Letterhead | Cover):
        return front
    style = shop.style
    width, height = style.report.emblem.width, style.report.emblem.height
    if isinstance(front, Letterhead):
        # The rest of the letter's box is white.
        width, height = style.letter.emblem.width, style.letter.emblem_height
    logo = replace(shop.logo, width=width, height=height) if shop.logo else None
    return replace(front, logo=logo, logo_alt=style.logo.alt)


def _finish(shop: _Workshop, document: Document, record: Recorder, found: tuple[Diagnostic, ...]) -> Composed:
    numbered, dangling = number_document(document)
    diagnostics = (*found, *dangling, *check_characters(numbered, shop.style))
    if not any(diagnostic.code is Code.HEADING_LEVEL for diagnostic in found):
        # Where a text or a template skips a level by itself, that was said at its own line.
        diagnostics += tuple(check_headings(numbered.body))
    if any(diagnostic.is_error for diagnostic in diagnostics):
        return Composed(None, diagnostics)
    whole = replace(
        numbered,
        metadata=replace(numbered.metadata, relations=tuple(record.papers)),
        source_yaml=export_source(document.id, record.printed, shop.project.typed),
    )
    return Composed(whole, diagnostics)
