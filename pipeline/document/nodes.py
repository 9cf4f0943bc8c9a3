"""The document tree: everything that a letter or an agenda can hold, and nothing else.

Both renderers read this tree and have a handler for each kind of node. Nodes are frozen; a stage that
changes the tree returns a new one. ``source`` says which YAML value a piece of text came from; ``None`` means
that the template wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.diagnostics import Source
from pipeline.document.metadata import Metadata

# --- inline -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, exactly as both formats show them (quotes and non-breaking spaces are already in place)."""

    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line in the same paragraph."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of importance, printed bold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words with stress, printed italic."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """A passage in another language. ``lang`` is a BCP 47 tag: ``fy``, ``en``."""

    lang: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web address. ``href`` is absolute (https, http or mailto)."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page of its call; the call stands where this node stands.

    ``number`` counts from 1 over the document; 0 until the tree is numbered.
    """

    children: tuple[Inline, ...]
    number: int = 0
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Words that point to a heading, table or figure of this document, such as "tabel 4".

    ``target`` is the id of the heading, table or figure; ``text`` is empty until the tree is numbered.
    """

    target: str
    text: str = ""
    source: Source | None = None


Inline = Text | LineBreak | Strong | Emphasis | Language | Link | Footnote | CrossReference

# --- blocks -----------------------------------------------------------------------------------------------

HeadingNumbering = Literal["none", "decimal", "annex"]
"""``decimal`` prints 1, 1.1, 1.1.1; ``annex`` prints Bijlage 1 (level 1 only); ``none`` prints no number."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. ``level`` is 1 to 4 and never skips one.

    ``label`` is how a cross reference names it when not by its number ("kans 2", "A2.3"). ``id`` is unique in
    the document, "" when nothing can point to it. ``number`` is printed before the text ("3.1", "Bijlage 2"),
    "" until numbered or when it has none. ``page_break`` starts a new page (a chapter).
    """

    level: int
    children: tuple[Inline, ...]
    id: str = ""
    label: str = ""
    numbering: HeadingNumbering = "none"
    number: str = ""
    page_break: bool = False
    source: Source | None = None


ParagraphRole = Literal["body", "salutation", "closing", "note"]
"""What a paragraph is: ``note`` is small print below a table or figure."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    children: tuple[Inline, ...]
    role: ParagraphRole = "body"
    keep_with_next: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; its blocks are paragraphs and nested lists, at least one."""

    blocks: tuple[Block, ...]


ListKind = Literal["bullet", "decimal", "letter"]


@dataclass(frozen=True, slots=True)
class List:
    """A list; nested lists stand among the blocks of an item. ``start`` is the first number."""

    kind: ListKind
    items: tuple[ListItem, ...]
    start: int = 1
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what belongs to it."""

    term: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Pairs of term and description: the colofon, the facts of an afspraak, a list of abbreviations."""

    items: tuple[Definition, ...]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage quoted as a block, indented on both sides."""

    blocks: tuple[Block, ...]
    source: Source | None = None


Alignment = Literal["left", "right", "center"]
HeaderScope = Literal["none", "column", "row"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. ``header`` is the scope of a header cell, ``none`` for data."""

    blocks: tuple[Block, ...]
    header: HeaderScope = "none"
    colspan: int = 1
    rowspan: int = 1
    align: Alignment = "left"
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right; a cell of an earlier row may span into this one."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """What a table or figure shows. ``number`` is printed with the kind ("Tabel 3"), 0 until numbered."""

    children: tuple[Inline, ...]
    number: int = 0
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data. ``widths`` are fractions of the text width, one per column, that add up to 1.

    ``head`` rows repeat on every page; ``foot`` rows hold sums and stand once, at the end.
    ``summary`` says in words what the table holds (Word's description, for people who listen to it).
    """

    widths: tuple[float, ...]
    body: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    foot: tuple[Row, ...] = ()
    caption: Caption | None = None
    id: str = ""
    summary: str = ""
    source: Source | None = None


PictureFormat = Literal["svg", "png", "jpeg"]


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture and the size at which it is printed, in mm."""

    data: bytes
    format: PictureFormat
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its text alternative. A caption, when there is one, stands below."""

    picture: Picture
    alt: str
    caption: Caption | None = None
    id: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the capacity ("De minister van …,"), room for the autograph, the name."""

    capacity: tuple[Inline, ...]
    name: tuple[Inline, ...]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Signatures:
    """One or more signatures, in two columns when there are more; kept with the end of the text before."""

    items: tuple[Signature, ...]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents: which heading, how deep, and its number and text."""

    target: str
    level: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """The contents list, to level ``depth``; ``entries`` are filled when the tree is numbered."""

    title: tuple[Inline, ...]
    depth: int = 2
    entries: tuple[ContentsEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Heading
    | Paragraph
    | List
    | DefinitionList
    | Quote
    | Table
    | Figure
    | Signatures
    | TableOfContents
    | PageBreak
)

# --- front matter -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReferenceGroup:
    """A group in the reference column: an optional bold label and its lines.

    ``emphasis`` prints the lines bold (the organisation) or italic (a request to mention the reference).
    """

    lines: tuple[tuple[Inline, ...], ...]
    label: str = ""
    emphasis: Literal["none", "bold", "italic"] = "none"


@dataclass(frozen=True, slots=True)
class HeadField:
    """A labelled line of the letterhead: ``Datum`` and its value, ``Betreft`` and its value."""

    label: str
    value: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands on the first page of a letter above its text, and what returns on the pages after it.

    House style 1.0: positions are the house style's; this only says which words. The reader meets them in
    this order: return address, classification, addressee, reference column, head fields.
    """

    return_address: tuple[Inline, ...]
    addressee: tuple[tuple[Inline, ...], ...]
    fields: tuple[HeadField, ...]
    reference: tuple[ReferenceGroup, ...] = ()
    follow_up: tuple[ReferenceGroup, ...] = ()
    classification: str = ""
    wordmark: tuple[str, ...] = ()
    logo: Picture | None = None
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The front page of a report. ``lines`` stand below the title: region, date, status."""

    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...] = ()
    lines: tuple[tuple[Inline, ...], ...] = ()
    wordmark: tuple[str, ...] = ()
    logo: Picture | None = None
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The head of an annex: a title above the text of the first page, without a cover."""

    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...] = ()
    lines: tuple[tuple[Inline, ...], ...] = ()


Front = Letterhead | Cover | TitleBlock

# --- the document -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document, whole: both its files are made from this and from the house style, and nothing else.

    ``watermark`` is printed large and light behind every page ("CONCEPT"), ``notice`` small on every page
    ("Voorbeeld, geen officiële uitgave"); "" leaves them out. ``source_yaml`` is the text of the file
    ``bron.yaml`` that goes along inside the PDF: the values that the document printed, in one fixed form.
    """

    id: str
    metadata: Metadata
    front: Front
    body: tuple[Block, ...]
    watermark: str = ""
    notice: str = ""
    source_yaml: str = ""
