"""Headings and bookmarks: no level is skipped, and the bookmarks are the headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.verify.difference import letters, quoted
from pipeline.verify.pdf.faults import Fault, Sources
from pipeline.verify.pdf.file import Bookmark
from pipeline.verify.pdf.structure import Content, Element
from pipeline.verify.pdf.words import NOTES, RunsByContent, called_number

_HEADING = re.compile(r"H([1-6])")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading: its level, its words without calls of notes, and the page on which it begins."""

    level: int
    words: str
    page: int


def heading_faults(
    elements: Sequence[Element], outline: Sequence[Bookmark], runs: RunsByContent, sources: Sources
) -> Iterator[Fault]:
    """Return headings that skip a level (WCAG 2.1 1.3.1), and where bookmarks and headings first part."""
    headings = list(_headings(elements, runs))
    above = 0
    for heading in headings:
        if not heading.words:
            yield Fault(f"Op bladzijde {heading.page} van de PDF staat een kop zonder woorden.")
        elif heading.level > above + 1:
            yield Fault(
                f"De kop “{quoted(heading.words)}” is in de PDF van niveau {heading.level}, "
                f"terwijl hooguit niveau {above + 1} aan de beurt is.",
                sources.of(heading.words),
            )
        above = heading.level
    worded = [heading for heading in headings if heading.words]
    differences = (_difference(*pair, sources) for pair in zip_longest(worded, outline))
    yield from (fault for fault in (next(filter(None, differences), None),) if fault)


def _headings(elements: Sequence[Element], runs: RunsByContent) -> Iterator[_Heading]:
    note_ids = frozenset(element.id for element in elements if element.tag in NOTES)
    for element in elements:
        level = _HEADING.fullmatch(element.tag)
        if level:
            page = next((content.page for content in element.contents()), element.page)
            yield _Heading(int(level[1]), _words(element, runs, note_ids).strip(), page)


def _words(element: Element, runs: RunsByContent, note_ids: frozenset[str]) -> str:
    """Return the words of an element, without notes and their calls, and without knowledge of lines."""
    if element.actual_text is not None:
        return element.actual_text
    if element.tag in NOTES or called_number(element, runs, note_ids):
        return ""
    parts: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            parts.append(_words(kid, runs, note_ids))
        elif isinstance(kid, Content):
            parts += (run.text for run in runs.of(kid))
    return "".join(parts)


def _difference(heading: _Heading | None, bookmark: Bookmark | None, sources: Sources) -> Fault | None:
    if heading is None:
        title = quoted(bookmark.title) if bookmark else ""
        return Fault(f"De bladwijzer “{title}” van de PDF hoort niet bij een kop.")
    words, source = quoted(heading.words), sources
    if bookmark is None:
        return Fault(f"De kop “{words}” heeft in de PDF geen bladwijzer.", source.of(heading.words))
    if letters(bookmark.title) != letters(heading.words):
        message = (
            f"De bladwijzer “{quoted(bookmark.title)}” van de PDF staat waar die van de kop “{words}” hoort."
        )
    elif bookmark.level != heading.level:
        message = (
            f"De bladwijzer “{words}” is van niveau {bookmark.level}, de kop van niveau {heading.level}."
        )
    elif bookmark.page != heading.page:
        message = (
            f"De bladwijzer “{words}” gaat naar bladzijde {bookmark.page}, de kop staat op {heading.page}."
        )
    else:
        return None
    return Fault(message, source.of(heading.words))
