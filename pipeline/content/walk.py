"""Go through everything that writers wrote: all models of a project, and everything in a model, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from pipeline.content.models.base import Model
from pipeline.content.models.gedeeld import Tekstblok
from pipeline.content.project import Gedeeld, Project
from pipeline.content.values import MarkdownText, NotationText, PlainText
from pipeline.diagnostics import Source

_CITATION = re.compile(r"(?<!\\)\[(@[^\[\]]*)\]")
_CITED = re.compile(r"(?:^|;)\s*@([a-z0-9-]+)")
_PASSAGE = re.compile(r"(?<!\\)\[=([a-z0-9-]+)\]")
_MEDE_NAMENS = re.compile(r"(?<!\\)\[mede-namens\](?!\()")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that a text takes in by name, and the place of it."""

    name: str
    source: Source


def shared_models(project: Project) -> Iterator[Model]:
    """Yield the programme and every entry of every register, as far as they can be read."""
    if project.programma:
        yield project.programma
    for register in fields(Gedeeld):
        yield from getattr(project.gedeeld, register.name)


def all_models(project: Project) -> Iterator[Model]:
    """Yield everything that can be read: what is shared, then the regions, then the letters."""
    yield from shared_models(project)
    for dossier in project.regios.values():
        yield from (model for model in (dossier.regio, dossier.agenda, *dossier.voortgang.values()) if model)
    yield from (letter.brief for letter in project.brieven.values() if letter.brief)


def models_below(model: Model) -> Iterator[Model]:
    """Yield a model and every model inside it, outermost first."""
    yield model
    for value in values_of(model):
        if isinstance(value, Model):
            yield from models_below(value)
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Model):
                    yield from models_below(item)


def texts_below(model: Model) -> Iterator[MarkdownText]:
    """Yield every Markdown text inside a model."""
    for part in models_below(model):
        yield from (value for value in values_of(part) if isinstance(value, MarkdownText))


def lines_below(model: Model) -> Iterator[PlainText]:
    """Yield every line of plain text inside a model that the rules of language judge."""
    for part in models_below(model):
        for value in values_of(part):
            found = value if isinstance(value, tuple) else (value,)
            yield from (each for each in found if isinstance(each, PlainText) and _is_judged(each))


def _is_judged(line: PlainText) -> bool:
    """Whether a writer typed a line as language; a default of the model was not typed at all."""
    return line.source is not None and not isinstance(line, NotationText)


def citations(text: MarkdownText) -> Iterator[Mark]:
    """Yield the sources that a text cites: ``[@bron-id, p. 4; @bron-2]``."""
    for bracket in _CITATION.finditer(text):
        for cited in _CITED.finditer(bracket[1]):
            yield _mark(text, cited[1], bracket.start(1) + cited.start(1) - 1)


def passages(text: MarkdownText) -> Iterator[Mark]:
    """Yield the tekstblokken that a text takes in: ``[=tekstblok-id]``."""
    yield from (_mark(text, found[1], found.start()) for found in _PASSAGE.finditer(text))


def places_mede_namens(text: MarkdownText) -> bool:
    """Return whether a text says on whose behalf it is also written: ``[mede-namens]``."""
    return _MEDE_NAMENS.search(text) is not None


def with_passages(texts: Iterable[MarkdownText], shared: Iterable[Tekstblok]) -> Iterator[MarkdownText]:
    """Yield texts and the tekstblokken that they take in, also through each other, each once."""
    blocks = {str(block.id): block.tekst for block in shared}
    waiting = list(texts)
    while waiting:
        text = waiting.pop(0)
        yield text
        waiting += [blocks.pop(mark.name) for mark in passages(text) if mark.name in blocks]


def values_of(model: Model) -> Iterator[object]:
    """Yield the values of a model's own fields, in order."""
    yield from (getattr(model, name) for name in type(model).model_fields)


def _mark(text: MarkdownText, name: str, offset: int) -> Mark:
    before = text[:offset]
    column = offset - (before.rfind("\n") + 1)
    origin = text.source or Source("")
    return Mark(name, origin.inside(before.count("\n"), column))
