"""What a reader needs of the letterhead: frames in the body, before the text and in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document.nodes import HeadField, Letterhead, ReferenceGroup
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import Box
from pipeline.render.docx.elements import Element
from pipeline.render.docx.frames import framed
from pipeline.render.docx.inlines import inline_runs, text_run
from pipeline.render.docx.oxml import mm_twips, paragraph, pt_mm, w
from pipeline.render.docx.story import Story

_EMPHASIS_STYLES = {
    "none": "Referentiegegevens",
    "bold": "ReferentiegegevensBold",
    "italic": "ReferentiegegevensCursief",
}


def letterhead(head: Letterhead, story: Story) -> list[Element]:
    """Return the frames above the text: return address, classification, addressee, reference column, fields.

    House style 1.0 gives their places; the text of the letter starts below the last of them.
    """
    layout = story.style.letter
    sender = paragraph("Retouradres", *inline_runs(head.return_address, story))
    elements = framed(layout.return_address, [sender])
    if head.classification:
        elements += classification(head.classification, layout.classification)
    addressee = (paragraph("Toezendgegevens", *inline_runs(line, story)) for line in head.addressee)
    elements += framed(_addressee_box(head, story.style), addressee)
    elements += reference_column(head.reference, story)
    return elements + _head_fields(head.fields, story)


def classification(words: str, box: Box) -> list[Element]:
    """Return the classification in its box, in capitals (house style 1.1)."""
    return framed(box, [paragraph("Rubricering", text_run(words.upper()))])


def reference_column(groups: tuple[ReferenceGroup, ...], story: Story) -> list[Element]:
    """Return the reference column, as high as its groups need."""
    paragraphs: list[Element] = []
    for group in groups:
        if paragraphs:
            paragraphs.append(_blank("WitregelW1", story.style.letter.reference_gap))
        paragraphs += _reference_group(group, story)
    return framed(story.style.letter.reference, paragraphs, "auto")


def _reference_group(group: ReferenceGroup, story: Story) -> Iterator[Element]:
    if group.label:
        yield paragraph(_EMPHASIS_STYLES["bold"], text_run(group.label))
    for line in group.lines:
        yield paragraph(_EMPHASIS_STYLES[group.emphasis], *inline_runs(line, story))


def _addressee_box(head: Letterhead, style: HouseStyle) -> Box:
    """With a classification the addressee moves one line down (house style 1.0)."""
    box = style.letter.addressee
    if not head.classification:
        return box
    return box.model_copy(update={"y": box.y + pt_mm(style.styles.body.leading)})


def _head_fields(fields: tuple[HeadField, ...], story: Story) -> list[Element]:
    """Return Datum and Betreft.

    The frame reaches to where the text starts, and pushes the text down when it grows. The blank line at its
    end keeps the distance between a long subject and the text.
    """
    layout = story.style.letter
    box = layout.head_fields
    reach = layout.body_top_first - box.y
    lines = [_head_field(field, story) for field in fields]
    lines.append(_blank("WitregelW2", reach - box.height))
    return framed(box.model_copy(update={"height": reach}), lines, "atLeast")


def _head_field(field: HeadField, story: Story) -> Element:
    return paragraph("DatumBetreft", text_run(f"{field.label}\t"), *inline_runs(field.value, story))


def _blank(style: str, height: float) -> Element:
    """Return an empty line of a given height, mm."""
    return paragraph(style, properties=[w("spacing", line=mm_twips(height), lineRule="exact")])
