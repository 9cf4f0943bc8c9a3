"""Read what a template wrote: a closed vocabulary of XML, parsed once, into the document tree.

Whatever is outside the vocabulary is a finding at the line (of a template or of YAML) that wrote it.
Nothing is dropped in silence. ``docs/sjablonen.md`` describes the vocabulary for authors of templates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from pipeline.compose.environment import Rendered
from pipeline.compose.printed_values import printed_values
from pipeline.compose.template_errors import template_location
from pipeline.compose.vocabulary_blocks import read_blocks_of
from pipeline.compose.vocabulary_elements import PLACE, Element, Reading
from pipeline.compose.vocabulary_front import FRONT_ELEMENTS, read_front_of
from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.document.nodes import Block, Front

_PLACE_ATTRIBUTE = re.compile(rf'{PLACE}="([^"]*):(\d+)"')
_MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line \d+ and ([^\s,]+)")
_ENTITY = re.compile(r"Entity '(\w+)' not defined")


@dataclass(frozen=True, slots=True)
class ReadVocabulary:
    """The parts of a document, and what is wrong with how they were written."""

    front: Front | None
    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...]
    printed: frozenset[Source] = field(default_factory=frozenset[Source])
    """Where the values stand that the template printed."""


def read_document(rendered: Rendered) -> ReadVocabulary:
    """Read a ``<document>`` with front matter and a body.

    A rendering that failed gives nothing, and no second finding.
    """
    if rendered.failed:
        return ReadVocabulary(None, (), ())
    reading, root = _parse(rendered)
    if root is None:
        return ReadVocabulary(None, (), tuple(reading.diagnostics))
    if root.tag != "document":
        reading.refuse(root, f"Het sjabloon begint met <{root.tag}>.", "Begin met <document>.")
        return ReadVocabulary(None, (), tuple(reading.diagnostics))
    root.check_attributes()
    front: Front | None = None
    blocks: tuple[Block, ...] = ()
    has_body = False
    for part in root.children(*FRONT_ELEMENTS, "body"):
        if part.tag == "body" and not has_body:
            part.check_attributes()
            blocks, has_body = read_blocks_of(part), True
        elif part.tag != "body" and front is None and not has_body:
            front = read_front_of(part)
        else:
            reading.refuse(part, f"<{part.tag}> staat hier te laat, of twee keer.")
    if not has_body:
        reading.refuse(root, "In <document> hoort een <body>.")
    printed = printed_values(root.node, rendered)
    return ReadVocabulary(front, blocks, tuple(reading.diagnostics), printed)


def _parse(rendered: Rendered) -> tuple[Reading, Element | None]:
    xml = rendered.html.strip()
    reading = Reading(rendered.origins, rendered.pictures, rendered.name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=False, huge_tree=True)
    try:
        root = etree.fromstring(xml.encode(), parser)
    except etree.XMLSyntaxError as error:
        message, hint = _explain(error)
        where = _nearest_line(rendered.name, xml, error)
        reading.report(Code.TEMPLATE_MARKUP, message, where, hint)
        return reading, None
    return reading, Element(root, reading)


def _explain(error: etree.XMLSyntaxError) -> tuple[str, str]:
    found = error.msg or ""
    if match := _MISMATCH.search(found):
        message = f"<{match[1]}> wordt gesloten met </{match[2]}>."
        return (
            message,
            f"Sluit <{match[1]}> eerst met </{match[1]}>, of schrijf <{match[1]}/> als het leeg is.",
        )
    if match := _ENTITY.search(found):
        return f"“&{match[1]};” bestaat niet in XML.", "Typ het teken zelf, of &#160; voor een vaste spatie."
    hint = "Sluit elk element, zet elk attribuut tussen aanhalingstekens, en schrijf een losse < als &lt;."
    return "De opmaak van het sjabloon is geen goede XML.", hint


def _nearest_line(name: str, xml: str, error: etree.XMLSyntaxError) -> Location:
    """Return the line of the template that wrote the last start tag before the place of the error."""
    line, column = error.position
    lines = xml.splitlines(keepends=True)
    before = "".join(lines[: line - 1]) + "".join(lines[line - 1 : line])[:column]
    places = list(_PLACE_ATTRIBUTE.finditer(before))
    if not places:
        return template_location(name)
    last = places[-1]
    return template_location(last[1], int(last[2]))
