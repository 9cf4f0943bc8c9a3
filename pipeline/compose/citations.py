"""``[@bron-id, p. 4; @bron-2]``: one note with the official citations of the sources."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from pipeline.compose.markdown_field import MarkdownField, Place
from pipeline.compose.origins import Origins, without_marks
from pipeline.compose.rendering import Rendering
from pipeline.content.models.gedeeld import Bron
from pipeline.content.values import Citation, CitationProblem, DayDate, PlainText, parse_citation
from pipeline.content.values.citation_kinds import normalised_locator
from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.diagnostics.nearness import did_you_mean

_CITATION = re.compile(r"\s*@([^\s,;@]+)\s*(?:,\s*(.*?))?\s*", re.DOTALL)


Places = Callable[[int], Place]
"""Says where a character of the typed citations stands: they may go on over more lines."""


def write_citations(group: str, field: MarkdownField, places: Places) -> Markup:
    """Return the inside of the note for citations; "" when none is known."""
    parts: list[Markup] = []
    for piece in re.finditer(r"[^;]+", group):
        if part := _write_one(piece, field, places):
            parts.append(part)
    if not parts:
        return Markup()
    return _with_full_stop(Markup("; ").join(parts))


def write_source_note(identity: str, rendering: Rendering) -> Markup:
    """Return the inside of a note with one source of the register; "" when the register does not have it."""
    source = rendering.scope.sources.get(identity)
    if source is None:
        return Markup()
    rendering.scope.record.cite(identity)
    return _with_full_stop(write_source(source, rendering))


def _with_full_stop(citations: Markup) -> Markup:
    ends = without_marks(re.sub(r"<[^>]*>", "", citations)).endswith(".")
    return citations if ends else citations + "."


def _write_one(piece: re.Match[str], field: MarkdownField, places: Places) -> Markup:
    text = piece[0]
    match, place = _CITATION.fullmatch(text), places(piece.end() - len(text.lstrip()))
    if match is None:
        message = f"“{text.strip()}” is geen verwijzing naar een bron."
        field.report(Code.UNKNOWN_SOURCE, message, place, "Schrijf: [@bron-id, p. 4; @bron-2]")
        return Markup()
    scope = field.rendering.scope
    source = scope.sources.get(match[1])
    if source is None and scope.unread.sources:
        return field.mark(text.strip(), place)
    if source is None:
        message = f"De bron “{match[1]}” staat niet in bronnen.yaml."
        field.report(Code.UNKNOWN_SOURCE, message, place, did_you_mean(match[1], scope.sources))
        return Markup()
    scope.record.cite(match[1])
    cited = write_source(source, field.rendering)
    if not match[2]:
        return cited
    at, locator = places(piece.start() + match.start(2)), normalised_locator(match[2])
    if isinstance(locator, CitationProblem):
        field.report(locator.code, locator.message, at, locator.hint)
        return cited
    return cited + ", " + field.mark(locator, at)


def write_source(source: Bron, rendering: Rendering) -> Markup:
    """Return a source as notes and lists of sources print it, linked to its address, without a full stop."""
    origins = rendering.origins
    if source.kamerstuk is None:
        return _linked(_title(source, origins), _address(source, origins))
    found = read_kamerstuk(source.kamerstuk, source.datum, source.source)
    if isinstance(found, Diagnostic):
        rendering.scope.record.report(found)
        return origins.mark(source.kamerstuk, source.kamerstuk.source)
    if found.official_id:
        rendering.scope.record.name_paper(found.official_id)
    printed = origins.mark(str(found), source.kamerstuk.source)
    return _linked(printed, _address(source, origins) or found.url)


def read_kamerstuk(kamerstuk: PlainText, day: DayDate | None, owner: Source) -> Citation | Diagnostic:
    """Return the paper that a key ``kamerstuk`` means, or what is wrong there; ``owner`` is the entry."""
    found = parse_citation(kamerstuk, day.value if day else None)
    if isinstance(found, CitationProblem):
        return Diagnostic(found.code, found.message, kamerstuk.source or owner, found.hint)
    return found


def _title(source: Bron, origins: Origins) -> Markup:
    """Return ``Uitgever, *Titel*, 24 april 2026``, or the year when the day is unknown."""
    parts: list[Markup] = []
    if source.uitgever:
        parts.append(origins.mark(source.uitgever, source.uitgever.source))
    if source.titel:
        parts.append(Markup("<em>{}</em>").format(origins.mark(source.titel, source.titel.source)))
    if source.datum:
        parts.append(origins.mark(str(source.datum), source.datum.source))
    elif source.jaar:
        parts.append(origins.mark(str(source.jaar), source.source.child("jaar")))
    return Markup(", ").join(parts)


def _address(source: Bron, origins: Origins) -> Markup | None:
    return origins.mark(source.url, source.url.source) if source.url else None


def _linked(words: Markup, url: str | None) -> Markup:
    return Markup('<a href="{}">{}</a>').format(url, words) if url else words
