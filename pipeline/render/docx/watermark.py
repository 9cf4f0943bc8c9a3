"""The word behind the text of a draft: a piece of WordArt in the header, as Word itself makes it."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from pipeline.house_style import HouseStyle
from pipeline.render.docx.elements import Element
from pipeline.render.docx.measure import ink_size
from pipeline.render.docx.oxml import drawing, mm_pt, run

_FULL_TURN = 360

_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
"""The text-on-a-line shape of VML (ISO/IEC 29500-4 14.1.2.20), needed in each part that uses it."""


def watermark(words: str, style: HouseStyle, number: int, height: float) -> Element:
    """Return the run that draws ``words`` behind the text, at the house style's angle.

    They stand in the middle of the upper ``height`` mm of the page, and are smaller where that is not the
    whole page. VML is used because Word and LibreOffice both know it as a watermark; a shape that is trimmed
    is filled by the letters themselves, so it has their proportions. ``number`` keeps shape names apart.
    """
    page = style.page
    size = style.watermark.size * height / page.height
    width, depth = ink_size(words, size, style, bold=True)
    left, top = (page.width - width) / 2, (height - depth) / 2
    look = ";".join(
        (
            f"position:absolute;margin-left:{mm_pt(left):.1f}pt;margin-top:{mm_pt(top):.1f}pt",
            f"width:{mm_pt(width):.1f}pt;height:{mm_pt(depth):.1f}pt",
            f"rotation:{_FULL_TURN - style.watermark.angle:g};z-index:-{number}",
            "mso-position-horizontal-relative:page;mso-position-vertical-relative:page",
        )
    )
    letters = f"font-family:{quoteattr(style.fonts.word_family)[1:-1]};font-size:1pt;font-weight:bold"
    return run(
        (),
        drawing(
            f'<w:pict>{_SHAPE_TYPE}<v:shape id="PowerPlusWaterMarkObject{number}" type="#_x0000_t136" '
            f'alt={quoteattr(words)} style="{look}" o:allowincell="f" fillcolor="{style.colors.watermark}" '
            f'stroked="f"><v:textpath style="{letters}" trim="t" string={quoteattr(words)}/></v:shape>'
            "</w:pict>"
        ),
    )
