"""Pictures: in the line of a figure, or at a place on the page (logo, coloured block)."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from pipeline.document.nodes import Picture
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import Box
from pipeline.render.docx.elements import Element
from pipeline.render.docx.oxml import drawing, hex_color, mm_emu, pt_emu, run
from pipeline.render.docx.raster import rasterise

_SVG = "image/svg+xml"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@dataclass(frozen=True, slots=True)
class Pictures:
    """Stores the pictures of a document and gives each drawing its number."""

    package: Package
    style: HouseStyle
    _vectors: dict[bytes, Part] = field(default_factory=dict[bytes, Part])
    _drawings: list[int] = field(default_factory=lambda: [0])

    def inline(self, picture: Picture, alt: str, part: Part) -> Element:
        """Return a run with a picture in the line of text."""
        extent = _extent(picture.width, picture.height)
        return run(
            (),
            drawing(
                f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
                f'{self._properties(alt)}<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
                f"</wp:cNvGraphicFramePr>{self._picture(picture, part)}</wp:inline></w:drawing>"
            ),
        )

    def placed(self, picture: Picture, alt: str, box: Box, part: Part) -> Element:
        """Return a run whose picture stands in a box on the page, as large as fits at the top of the box."""
        scale = min(box.width / picture.width, box.height / picture.height)
        width, height = picture.width * scale, picture.height * scale
        sized = Picture(picture.data, picture.format, width, height)
        place = Box(x=box.x + (box.width - width) / 2, y=box.y, width=width, height=height)
        return self._anchored(place, alt, self._picture(sized, part))

    def block(self, box: Box, color: str) -> Element:
        """Return a run with a coloured rectangle at a place on the page, as decoration."""
        return self._rectangle(
            box,
            "",
            f'<a:solidFill><a:srgbClr val="{hex_color(color)}"/></a:solidFill>',
            "<a:ln><a:noFill/></a:ln>",
        )

    def placeholder(self, box: Box, alt: str) -> Element:
        """Return a run with an empty dashed box at a place on the page: room for a logo."""
        color = hex_color(self.style.colors.placeholder)
        line = (
            f'<a:ln w="{pt_emu(self.style.table.rule)}"><a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'
            '<a:prstDash val="dash"/></a:ln>'
        )
        return self._rectangle(box, alt, "<a:noFill/>", line)

    def _rectangle(self, box: Box, alt: str, ground: str, line: str) -> Element:
        shape = (
            f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext {_extent(box.width, box.height)}/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{ground}{line}</wps:spPr>'
            "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        )
        return self._anchored(box, alt, shape)

    def next_number(self) -> int:
        """Return the number of the next drawing of the document."""
        self._drawings[0] += 1
        return self._drawings[0]

    def _anchored(self, box: Box, alt: str, graphic: str) -> Element:
        """Place a graphic behind the text, measured from the corner of the page."""
        return run(
            (),
            drawing(
                '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
                'relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
                '<wp:simplePos x="0" y="0"/>'
                f"{_position('H', box.x)}{_position('V', box.y)}"
                f"<wp:extent {_extent(box.width, box.height)}/><wp:wrapNone/>{self._properties(alt)}"
                f"<wp:cNvGraphicFramePr/>{graphic}</wp:anchor></w:drawing>"
            ),
        )

    def _properties(self, alt: str) -> str:
        number = self.next_number()
        if alt:
            return f'<wp:docPr id="{number}" name="Afbeelding {number}" descr={quoteattr(alt)}/>'
        return (
            f'<wp:docPr id="{number}" name="Versiering {number}"><a:extLst>'
            f'<a:ext uri="{_DECORATIVE_EXTENSION}"><adec:decorative val="1"/></a:ext></a:extLst></wp:docPr>'
        )

    def _picture(self, picture: Picture, part: Part) -> str:
        dots = rasterise(picture, self.style) if picture.format == "svg" else picture.data
        image = self.package.get_or_add_image_part(io.BytesIO(dots))
        relation = part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        vector = self._vector_reference(picture.data, part) if picture.format == "svg" else ""
        return (
            f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}">{vector}</a:blip>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {_extent(picture.width, picture.height)}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        )

    def _vector_reference(self, data: bytes, part: Part) -> str:
        """Return the extension with which Word shows the lines themselves instead of the dots."""
        if data not in self._vectors:
            name = PackURI(f"/word/media/vector{len(self._vectors) + 1}.svg")
            self._vectors[data] = Part(name, _SVG, data, self.package)
        relation = part.relate_to(self._vectors[data], RELATIONSHIP_TYPE.IMAGE)
        return (
            f'<a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip r:embed="{relation}"/></a:ext></a:extLst>'
        )


def _position(axis: str, offset: float) -> str:
    place = f"<wp:posOffset>{mm_emu(offset)}</wp:posOffset>"
    return f'<wp:position{axis} relativeFrom="page">{place}</wp:position{axis}>'


def _extent(width: float, height: float) -> str:
    return f'cx="{mm_emu(width)}" cy="{mm_emu(height)}"'
