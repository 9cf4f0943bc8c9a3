"""The measures, colours and letters of the house style, as the file ``huisstijl.yaml`` gives them.

Positions and sizes are in mm from the top left corner of the page; type sizes, leading and white space around
paragraphs in points; colours as ``#rrggbb``. Nothing else in the program may hold a measure or a colour.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Millimetres = Annotated[float, Field(ge=0, le=500)]
Points = Annotated[float, Field(ge=0, le=400)]


class Token(BaseModel):
    """Base of all groups of tokens: closed and unchangeable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Size(Token):
    """Width and height, mm."""

    width: Millimetres
    height: Millimetres


class Box(Size):
    """A rectangle on the page, mm from the top left corner."""

    x: Millimetres
    y: Millimetres


class Margins(Token):
    """White space around the text, mm."""

    left: Millimetres
    right: Millimetres
    top: Millimetres
    bottom: Millimetres


class TextStyle(Token):
    """Type size, line pitch, and white space before and after a paragraph; all in points."""

    size: Points
    leading: Points
    before: Points
    after: Points


class FontFile(Token):
    """A font file: path from the house style's folder and the SHA-256 that it must have."""

    path: str
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Fonts(Token):
    """The type family: embedded in the PDF from files, named in Word."""

    family: str
    word_family: str
    word_alternative: str
    regular: FontFile
    bold: FontFile
    italic: FontFile
    bold_italic: FontFile


class Logo(Token):
    """The sender's own logo. An empty path means the neutral placeholder."""

    path: str
    alt: str


class Colors(Token):
    """Every colour that the documents use (house style 3)."""

    text: Color
    lintblauw: Color
    hemelblauw: Color
    header_fill: Color
    sum_fill: Color
    rule: Color
    link: Color
    placeholder: Color
    notice: Color
    watermark: Color


class Styles(Token):
    """The text styles, by what they are for (house style 1.0, 1.1 and 2.2)."""

    body: TextStyle
    reference: TextStyle
    return_address: TextStyle
    paging: TextStyle
    classification: TextStyle
    notice: TextStyle
    wordmark: TextStyle
    footnote: TextStyle
    footnote_call: TextStyle
    table: TextStyle
    caption: TextStyle
    small: TextStyle
    letter_heading: TextStyle
    heading1: TextStyle
    heading2: TextStyle
    heading3: TextStyle
    heading4: TextStyle
    cover_title: TextStyle
    cover_subtitle: TextStyle
    cover_line: TextStyle
    contents1: TextStyle
    contents2: TextStyle


class LetterLayout(Token):
    """Where the parts of a letter stand (house style 1.0)."""

    margins: Margins
    body_top_first: Millimetres
    body_top_follow: Millimetres
    emblem: Box
    emblem_height: Millimetres
    wordmark: Box
    wordmark_left: Millimetres
    wordmark_middle: Millimetres
    wordmark_right: Millimetres
    return_address: Box
    classification: Box
    classification_bottom: Box
    addressee: Box
    addressee_lines: Annotated[int, Field(gt=0)]
    head_fields: Box
    head_value_left: Millimetres
    reference: Box
    reference_gap: Millimetres
    paging: Box
    notice: Box
    signature_before: Annotated[int, Field(ge=0)]
    signature_space: Annotated[int, Field(ge=0)]
    signature_column: Millimetres
    list_indent: Millimetres
    paragraph_after: Points
    term_width: Millimetres


class ReportLayout(Token):
    """Where the parts of an agenda or annex stand (house style 2.2)."""

    margins: Margins
    header_top: Millimetres
    footer_top: Millimetres
    emblem: Box
    wordmark: Box
    wordmark_right: Millimetres
    cover_title_top: Millimetres
    cover_block_top: Millimetres
    list_indent: Millimetres
    term_width: Millimetres
    paragraph_after: Points
    signature_column: Millimetres
    number_indent: Millimetres


class FootnoteRule(Token):
    """The line above the footnotes: width in mm, thickness in pt."""

    width: Millimetres
    thickness: Points


class TableLayout(Token):
    """Lines in pt and padding in mm of a table."""

    rule: Points
    padding_x: Millimetres
    padding_y: Millimetres


class Watermark(Token):
    """The word behind the text of a draft: type size in pt, angle in degrees."""

    size: Points
    angle: Annotated[float, Field(ge=0, le=90)]


class HouseStyle(Token):
    """The whole house style, read once and handed to both renderers."""

    schemaversie: Literal[1]
    page: Size
    colors: Colors
    fonts: Fonts
    logo: Logo
    styles: Styles
    letter: LetterLayout
    report: ReportLayout
    footnote_rule: FootnoteRule
    table: TableLayout
    watermark: Watermark
    folder: Annotated[Path, Field(exclude=True)]
    """Where the file was read; font and logo paths start here."""
