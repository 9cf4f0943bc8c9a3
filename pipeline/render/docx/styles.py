"""Every style of the document, made from the tokens: only those that its kind of document can use.

Built-in styles keep Word's own names, so that a Dutch Word shows ``heading 1`` as Kop 1 and ``Normal`` as
Standaard; the other names are those of house style 1.0.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.document.nodes import Cover, Document, Letterhead, TitleBlock
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import TextStyle
from pipeline.render.docx.elements import Element
from pipeline.render.docx.footnotes import CALL_STYLE, NUMBER_STYLE
from pipeline.render.docx.numbering import LIST_STYLES
from pipeline.render.docx.oxml import half_points, hex_color, mm_twips, pt_twips, w
from pipeline.render.docx.story import Area

_PLAIN = "DefaultParagraphFont"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: id, name in Word, and how it differs from plain text. Indents and tabs in mm."""

    id: str
    name: str
    text: TextStyle
    based_on: str = "Normal"
    next: str = ""
    bold: bool = False
    italic: bool = False
    color: str = ""
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    natural_leading: bool = False
    contextual: bool = False
    left: float = 0
    right: float = 0
    hanging: float = 0
    tabs: tuple[tuple[str, float], ...] = field(default=())
    list_level: int | None = None

    @property
    def before(self) -> int:
        """White above, twips."""
        return pt_twips(self.text.before)

    @property
    def after(self) -> int:
        """White below, twips."""
        return pt_twips(self.text.after)


def paragraph_styles(document: Document, style: HouseStyle, area: Area) -> tuple[ParagraphStyle, ...]:
    """Return the paragraph styles that this kind of document can use."""
    match document.front:
        case Letterhead():
            front = (*_letter_headings(style), *_letterhead(style))
        case Cover():
            front = (*_report_headings(style), *_titles(style.styles.cover_title, style))
        case TitleBlock():
            title = style.styles.heading1.model_copy(update={"before": 0})
            front = (*_report_headings(style), *_titles(title, style))
    return (*_text(style, area), *front, *_lists(style, area), *_furniture(style))


def style_elements(
    styles: tuple[ParagraphStyle, ...], document: Document, style: HouseStyle
) -> list[Element]:
    """Return what ``w:styles`` holds: defaults, paragraph styles, character styles and styles of tables."""
    # A letter is black, its links too (house style 3).
    is_letter = isinstance(document.front, Letterhead)
    link_color = style.colors.text if is_letter else style.colors.link
    return [
        _defaults(style, document.metadata.language),
        *map(_paragraph_style, styles),
        *_character_styles(link_color),
        *_table_styles(style),
    ]


def _text(style: HouseStyle, area: Area) -> tuple[ParagraphStyle, ...]:
    body, after = style.styles.body, area.paragraph_after
    spaced = body.model_copy(update={"after": after})
    table, caption, small = style.styles.table, style.styles.caption, style.styles.small
    blue = style.colors.lintblauw
    return (
        ParagraphStyle("Normal", "Normal", spaced, based_on=""),
        ParagraphStyle("StandaardVet", "Standaard vet", spaced, bold=True),
        ParagraphStyle("StandaardCursief", "Standaard cursief", spaced, italic=True),
        ParagraphStyle("Quote", "Quote", spaced, left=area.list_indent, right=area.list_indent),
        ParagraphStyle(
            "Begrip",
            "Begrip",
            spaced,
            keep_lines=True,
            contextual=True,
            left=area.term_width,
            hanging=area.term_width,
            tabs=(("left", area.term_width),),
        ),
        ParagraphStyle(
            "WitregelW1", "Witregel W1", body.model_copy(update={"leading": style.styles.reference.leading})
        ),
        ParagraphStyle("WitregelW2", "Witregel W2", body),
        ParagraphStyle("Caption", "caption", caption, keep_lines=True),
        ParagraphStyle("Tabeltekst", "Tabeltekst", table),
        ParagraphStyle("Tabelkop", "Tabelkop", table, based_on="Tabeltekst", bold=True, color=blue),
        ParagraphStyle("Tabelsom", "Tabelsom", table, based_on="Tabeltekst", bold=True),
        ParagraphStyle("Toelichting", "Toelichting", small),
        ParagraphStyle(
            "Figuur", "Figuur", caption.model_copy(update={"before": 0, "after": 0}), natural_leading=True
        ),
        ParagraphStyle("FootnoteText", "footnote text", style.styles.footnote, keep_lines=True),
        ParagraphStyle(
            "OndertekeningFunctie",
            "Ondertekening functie",
            body.model_copy(update={"before": style.letter.signature_before * body.leading}),
            next="OndertekeningNaam",
            keep_next=True,
            keep_lines=True,
        ),
        ParagraphStyle(
            "OndertekeningNaam",
            "Ondertekening naam",
            body.model_copy(update={"before": style.letter.signature_space * body.leading}),
            keep_lines=True,
        ),
        ParagraphStyle("TOCHeading", "TOC Heading", style.styles.heading1, color=blue, keep_next=True),
        _contents("TOC1", "toc 1", style.styles.contents1, area, bold=True),
        *(_contents(f"TOC{level}", f"toc {level}", style.styles.contents2, area) for level in (2, 3, 4)),
    )


def _contents(identity: str, name: str, text: TextStyle, area: Area, *, bold: bool = False) -> ParagraphStyle:
    indent = area.number_indent
    tabs = (("left", indent), ("right", area.width))
    return ParagraphStyle(identity, name, text, bold=bold, left=indent, hanging=indent, tabs=tabs)


def _heading(level: int, text: TextStyle) -> ParagraphStyle:
    return ParagraphStyle(
        f"Heading{level}",
        f"heading {level}",
        text,
        next="Normal",
        outline=level - 1,
        keep_next=True,
        keep_lines=True,
    )


def heading_text(level: int, style: HouseStyle, *, letter: bool) -> TextStyle:
    """Return size and spacing of a heading; those of a letter are all alike (house style 1.0)."""
    texts = style.styles
    if letter:
        return texts.letter_heading
    return (texts.heading1, texts.heading2, texts.heading3, texts.heading4)[level - 1]


def _letter_headings(style: HouseStyle) -> tuple[ParagraphStyle, ...]:
    first, *others = (_heading(level, heading_text(level, style, letter=True)) for level in (1, 2, 3, 4))
    return replace(first, bold=True), *(replace(other, italic=True) for other in others)


def _report_headings(style: HouseStyle) -> tuple[ParagraphStyle, ...]:
    blue = style.colors.lintblauw
    first, second, third, fourth = (
        _heading(level, heading_text(level, style, letter=False)) for level in (1, 2, 3, 4)
    )
    return (
        replace(first, color=blue),
        replace(second, color=blue, bold=True),
        replace(third, bold=True),
        replace(fourth, italic=True),
    )


def _letterhead(style: HouseStyle) -> tuple[ParagraphStyle, ...]:
    texts, letter = style.styles, style.letter
    value_left = letter.head_value_left - letter.head_fields.x
    reference = ParagraphStyle("Referentiegegevens", "Referentiegegevens", texts.reference)
    return (
        ParagraphStyle("Retouradres", "Retouradres", texts.return_address),
        ParagraphStyle("Toezendgegevens", "Toezendgegevens", texts.body),
        reference,
        replace(
            reference,
            id="ReferentiegegevensBold",
            name="Referentiegegevens bold",
            based_on=reference.id,
            bold=True,
        ),
        replace(
            reference,
            id="ReferentiegegevensCursief",
            name="Referentiegegevens cursief",
            based_on=reference.id,
            italic=True,
        ),
        ParagraphStyle("Rubricering", "Rubricering", texts.classification, bold=True),
        ParagraphStyle(
            "DatumBetreft",
            "Datum en betreft",
            texts.body,
            left=value_left,
            hanging=value_left,
            tabs=(("left", value_left),),
        ),
    )


def _titles(title: TextStyle, style: HouseStyle) -> tuple[ParagraphStyle, ...]:
    """Return the styles of a cover or title block; the title of an annex is as large as a chapter's."""
    texts, blue = style.styles, style.colors.lintblauw
    return (
        ParagraphStyle("Title", "Title", title, next="Subtitle", bold=True, color=blue, keep_lines=True),
        ParagraphStyle("Subtitle", "Subtitle", texts.cover_subtitle, keep_lines=True),
        ParagraphStyle("Titelregel", "Titelregel", texts.cover_line),
    )


def _lists(style: HouseStyle, area: Area) -> tuple[ParagraphStyle, ...]:
    spaced = style.styles.body.model_copy(update={"after": area.paragraph_after})
    return tuple(
        ParagraphStyle(
            identity,
            name,
            spaced,
            contextual=True,
            left=area.list_indent * (level + 1),
            hanging=area.list_indent,
            list_level=level,
        )
        for level, (identity, name) in enumerate(LIST_STYLES)
    )


def _furniture(style: HouseStyle) -> tuple[ParagraphStyle, ...]:
    texts, colors = style.styles, style.colors
    return (
        ParagraphStyle("Header", "header", texts.paging),
        ParagraphStyle("Footer", "footer", texts.paging),
        ParagraphStyle("Woordmerk", "Woordmerk", texts.wordmark, based_on="Header"),
        ParagraphStyle("Paginering", "Paginering", texts.paging, based_on="Footer"),
        ParagraphStyle("Aanduiding", "Aanduiding", texts.notice, based_on="Footer", color=colors.notice),
    )


def _defaults(style: HouseStyle, language: str) -> Element:
    body, family = style.styles.body, style.fonts.word_family
    fonts = w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)
    size = half_points(body.size)
    run = w(
        "rPr",
        fonts,
        w("color", val=hex_color(style.colors.text)),
        w("sz", val=size),
        w("szCs", val=size),
        w("lang", val=language, eastAsia=language, bidi="ar-SA"),
    )
    spacing = w("spacing", before=0, after=0, line=pt_twips(body.leading), lineRule="exact")
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", w("widowControl"), spacing)))


def _paragraph_style(style: ParagraphStyle) -> Element:
    attributes = {"type": "paragraph", "styleId": style.id}
    if not style.based_on:
        attributes["default"] = "1"
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=style.based_on) if style.based_on else None,
        w("next", val=style.next) if style.next else None,
        w("qFormat"),
        _paragraph_properties(style),
        _run_properties(style),
        **attributes,
    )


def _paragraph_properties(style: ParagraphStyle) -> Element:
    """Write ``pPr`` in the order of the schema (ISO/IEC 29500-1 17.3.1.26)."""
    rule = {"lineRule": "auto", "line": 240}
    if not style.natural_leading:
        rule = {"lineRule": "exact", "line": pt_twips(style.text.leading)}
    made = w("pPr")
    if style.keep_next:
        made.append(w("keepNext"))
    if style.keep_lines:
        made.append(w("keepLines"))
    if style.list_level is not None:
        level = w("ilvl", val=style.list_level)
        made.append(w("numPr", level, w("numId", val=1)))
    if style.tabs:
        made.append(tab_stops(style.tabs, leader="dot" if style.id.startswith("TOC") else ""))
    made.append(w("spacing", before=style.before, after=style.after, **rule))
    made.append(indent(style.left, style.right, style.hanging))
    if style.contextual:
        made.append(w("contextualSpacing"))
    if style.outline is not None:
        made.append(w("outlineLvl", val=style.outline))
    return made


def indent(left: float, right: float = 0, hanging: float = 0) -> Element:
    """Return ``w:ind``; arguments in mm."""
    return w("ind", left=mm_twips(left), right=mm_twips(right), hanging=mm_twips(hanging))


def tab_stops(tabs: tuple[tuple[str, float], ...], leader: str = "") -> Element:
    """Return ``w:tabs`` for positions in mm; a leader fills the way to stops on the right."""
    made = w("tabs")
    for kind, position in tabs:
        filled = {"leader": leader} if leader and kind == "right" else {}
        made.append(w("tab", val=kind, **filled, pos=mm_twips(position)))
    return made


def _run_properties(style: ParagraphStyle) -> Element:
    made = w("rPr")
    if style.bold:
        made.extend((w("b"), w("bCs")))
    if style.italic:
        made.extend((w("i"), w("iCs")))
    if style.color:
        made.append(w("color", val=hex_color(style.color)))
    size = half_points(style.text.size)
    made.extend((w("sz", val=size), w("szCs", val=size)))
    return made


def _character_styles(link_color: str) -> tuple[Element, ...]:
    plain = w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        type="character",
        default=1,
        styleId=_PLAIN,
    )
    link = w("rPr", w("color", val=hex_color(link_color)))
    # Without a size of its own: raised characters are already about two thirds of those beside them.
    call = w("rPr", w("vertAlign", val="superscript"))
    # The name is LibreOffice's own: it gives the number in a note this style and ignores that of the run.
    number = w("rPr", w("vertAlign", val="baseline"))
    return (
        plain,
        _character_style("Hyperlink", "Hyperlink", link),
        _character_style(CALL_STYLE, "footnote reference", call),
        _character_style(NUMBER_STYLE, "Footnote Characters", number),
    )


def _character_style(identity: str, name: str, properties: Element) -> Element:
    based = w("basedOn", val=_PLAIN)
    return w("style", w("name", val=name), based, properties, type="character", styleId=identity)


def _table_styles(style: HouseStyle) -> tuple[Element, ...]:
    layout = style.table
    rule = {
        "val": "single",
        "sz": round(layout.rule * 8),
        "space": 0,
        "color": hex_color(style.colors.rule),
    }
    borders = w("tblBorders", w("top", **rule), w("bottom", **rule), w("insideH", **rule))
    margins = w(
        "tblCellMar",
        w("top", w=mm_twips(layout.padding_y), type="dxa"),
        w("left", w=mm_twips(layout.padding_x), type="dxa"),
        w("bottom", w=mm_twips(layout.padding_y), type="dxa"),
        w("right", w=mm_twips(layout.padding_x), type="dxa"),
    )
    none = w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa"))
    normal = w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa"), none),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    ruled = w(
        "style",
        w("name", val="Tabel huisstijl"),
        w("basedOn", val="TableNormal"),
        w("tblPr", borders, margins),
        type="table",
        styleId="TabelHuisstijl",
    )
    return normal, ruled
