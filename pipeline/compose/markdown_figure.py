"""An image alone in a paragraph, written as a figure."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from pipeline.compose.markdown_field import MarkdownField, Place
from pipeline.compose.markdown_syntax import ATTRIBUTES
from pipeline.compose.pictures import load_picture
from pipeline.compose.scope import RegisteredPicture
from pipeline.diagnostics import Code
from pipeline.gate.limits import PICTURES_BYTES

_ID = re.compile(r"#([a-z0-9]+(?:-[a-z0-9]+)*)")
_WIDTH = re.compile(r"breedte=(\d{1,3}(?:,\d+)?)")


def write_figure(node: SyntaxTreeNode, field: MarkdownField, place: Place) -> Markup:
    """Return the figure, or nothing when the picture cannot be used."""
    identity, width = _read_attributes(node, field, place)
    alt = node.content.strip()
    if not alt:
        message = "Deze afbeelding heeft geen tekstalternatief."
        hint = "Zet tussen de vierkante haken wat er te zien is: ![Kaart van …](kaart.png)."
        field.report(Code.PICTURE_NO_ALT, message, place, hint)
        return Markup()
    scope = field.rendering.scope
    if not scope.record.has_room_for_pictures():
        message = f"De afbeeldingen in dit document zijn samen groter dan {PICTURES_BYTES // 1_000_000} MB."
        field.report(Code.PICTURE_INVALID, message, place, "Maak de afbeeldingen kleiner.")
        return Markup()
    folder = PurePosixPath(field.source.file).parent if field.source else PurePosixPath()
    loaded = load_picture(
        scope.root, str(folder), str(node.attrs.get("src", "")), width, scope.max_picture_width
    )
    if loaded.picture is None:
        field.report(loaded.code, loaded.message, place, loaded.hint)
        return Markup()
    source = field.source.inside(*place) if field.source else None
    key = scope.record.add_picture(RegisteredPicture(loaded.picture, alt, source))
    title = str(node.attrs.get("title", ""))
    line, column = place
    caption = field.mark(title, (line, column)) if title else Markup()
    return Markup('<figure id="{}"{}><picture key="{}"/><figcaption>{}</figcaption></figure>').format(
        identity, field.origin(place), key, caption
    )


def _read_attributes(node: SyntaxTreeNode, field: MarkdownField, place: Place) -> tuple[str, float | None]:
    """Return id and width in mm."""
    identity, width = "", None
    for word in str(node.meta.get(ATTRIBUTES, "")).split():
        if match := _ID.fullmatch(word):
            identity = match[1]
        elif (match := _WIDTH.fullmatch(word)) and float(match[1].replace(",", ".")) > 0:
            width = float(match[1].replace(",", "."))
        else:
            message = f"“{word}” kan niet na een afbeelding."
            field.report(
                Code.MARKDOWN_NOT_ALLOWED, message, place, "Schrijf: {#kaart breedte=120} (breedte in mm)."
            )
    return identity, width
