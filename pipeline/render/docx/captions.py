"""Captions: above a table, below a figure."""

from __future__ import annotations

from pipeline.document.nodes import Caption
from pipeline.render.docx.elements import Element
from pipeline.render.docx.inlines import Look, inline_runs, text_run
from pipeline.render.docx.oxml import paragraph, pt_twips, w
from pipeline.render.docx.place import Place
from pipeline.render.docx.story import Story
from pipeline.render.docx.styles import indent


def caption(
    kind: str, node: Caption, identity: str, story: Story, place: Place, *, below: bool = False
) -> Element:
    """Return the caption: its kind and number bold, then its words; cross references point to it.

    ``below`` is for figures: the white space above and below changes sides.
    """
    text = story.style.styles.caption
    label = [text_run(f"{kind}\N{NO-BREAK SPACE}{node.number} ", Look(strong=True))] if node.number else []
    words = story.bookmarks.around(identity, [*label, *inline_runs(node.children, story)])
    properties = [] if below else [w("keepNext")]
    if below:
        properties.append(w("spacing", before=pt_twips(text.after), after=pt_twips(text.before)))
    if place.left:
        properties.append(indent(place.left))
    return paragraph("Caption", *words, properties=properties)
