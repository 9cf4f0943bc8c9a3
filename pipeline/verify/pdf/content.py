"""Reading what stands on the pages of a PDF out of their content streams (ISO 32000-1 8, 9 and 14.6)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import pikepdf

from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.pdf import syntax
from pipeline.verify.pdf.colors import NO_COLOR, is_plain
from pipeline.verify.pdf.fonts import Font
from pipeline.verify.pdf.marks import PageContent, Run, Shape
from pipeline.verify.pdf.matrix import IDENTITY, Box, Matrix, around, box_around, combined
from pipeline.verify.pdf.resources import Resources, Shelf
from pipeline.verify.pdf.state import STATE_OPERATORS, GraphicsState, Path, TextPosition

MM = 25.4 / 72
"""A point in mm."""

_DEEPEST = 12
"""Forms in forms, and nodes of the page tree above a page, that are followed."""

_UNIT_SQUARE = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))
_SAYS = re.compile(rb"/(?:MCID|ActualText|[^ ]*#)")
_MARK = re.compile(rb"^(/\w+) << ?/MCID (\d+) ?>>$")

Painting = Literal["fill", "ring", "stroke", "both", "none"]
_PAINTING: dict[bytes, Painting] = {
    b"f": "fill", b"F": "fill", b"f*": "ring", b"S": "stroke", b"s": "stroke", b"n": "none",
    b"B": "both", b"B*": "both", b"b": "both", b"b*": "both",
}  # fmt: skip


def read_page(page: pikepdf.Page, number: int, shelf: Shelf) -> PageContent:
    """Return what stands on a page. ``number`` counts from 1.

    Raise ``UnreadableFileError``: the page is turned or uses what is not supported.
    ``pikepdf.PdfError``: the content cannot be read.
    """
    if int(inherited(page.obj, "/Rotate", 0)) % 360:
        raise UnreadableFileError(f"bladzijde {number} is gedraaid opgeslagen")
    left, bottom, right, top = (float(side) for side in inherited(page.obj, "/CropBox", page.mediabox))
    unit = float(page.obj.get("/UserUnit", 1))
    sheet = Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    reader = _Reader(sheet, unit, shelf)
    reader.read(page, inherited(page.obj, "/Resources", pikepdf.Dictionary()))
    return PageContent(
        number, sheet.width * unit * MM, sheet.height * unit * MM, tuple(reader.runs), tuple(reader.shapes)
    )


def inherited(page: pikepdf.Object, key: str, default: object) -> pikepdf.Object:
    """Return what a page says or else the nodes of the page tree above it."""
    node: pikepdf.Object | None = page
    for _ in range(_DEEPEST):
        if node is None:
            break
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return default  # type: ignore[return-value]  # a default stands in for the value, as in dict.get


@dataclass(slots=True)
class _Mark:
    """Marked content that is open. ``text`` replaces what is shown in it, once."""

    mcid: int | None
    artifact: bool
    text: str | None


class _Reader:
    """Executes content streams and notes what they paint."""

    def __init__(self, sheet: Box, unit: float, shelf: Shelf) -> None:
        self.runs: list[Run] = []
        self.shapes: list[Shape] = []
        self._sheet = sheet
        self._unit = unit
        self._shelf = shelf
        self._resources = Resources(pikepdf.Dictionary(), shelf)
        self._forms = 0
        self._state = GraphicsState()
        self._saved: list[GraphicsState] = []
        self._path = Path()
        self._clipping = False
        self._at = TextPosition()
        self._marks = [_Mark(None, False, None)]
        self._operations: dict[bytes, Callable[[bytes], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._transform, b"gs": self._set_extended,
            b"cs": self._set_fill_space, b"CS": self._set_stroke_space,
            b"sc": self._set_fill_color, b"scn": self._set_fill_color,
            b"SC": self._set_stroke_color, b"SCN": self._set_stroke_color,
            b"m": self._move, b"re": self._rectangle, b"l": self._extend, b"c": self._extend,
            b"v": self._extend, b"y": self._extend, b"W": self._clip, b"W*": self._clip,
            b"Do": self._paint_object, b"BI": self._paint_picture, b"sh": self._paint_shading,
            b"BDC": self._open_mark, b"BMC": self._open_mark, b"EMC": self._close_mark,
            b"BT": self._begin_text, b"Tf": self._set_font, b"Tm": self._set_text_matrix,
            b"Td": self._next_line, b"TD": self._next_line_and_leading, b"T*": self._next_line_by_leading,
            b"Tj": self._show, b"TJ": self._show, b"'": self._show_on_next_line,
            b'"': self._show_spaced_on_next_line,
        }  # fmt: skip

    def read(self, stream: pikepdf.Object | pikepdf.Page, resources: pikepdf.Object) -> None:
        """Read a stream with the resources that its names stand for. What is not noted is passed over."""
        outer, self._resources = self._resources, Resources(resources, self._shelf)
        for operator, operands in syntax.instructions(stream):
            if (operation := self._operations.get(operator)) is not None:
                operation(operands)
            elif (setting := STATE_OPERATORS.get(operator)) is not None:
                setting(self._state, operands)
            elif (painting := _PAINTING.get(operator)) is not None:
                self._paint(painting)
        self._resources = outer

    # --- graphics state ---

    def _save(self, _: bytes) -> None:
        self._saved.append(self._state.saved())

    def _restore(self, _: bytes) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _transform(self, operands: bytes) -> None:
        self._state.matrix = combined(_matrix(syntax.numbers(operands)), self._state.matrix)

    def _set_extended(self, operands: bytes) -> None:
        fill, stroke = self._resources.alphas(operands)
        self._state.fill = self._state.fill.with_alpha(fill)
        self._state.stroke = self._state.stroke.with_alpha(stroke)

    def _set_fill_space(self, operands: bytes) -> None:
        self._state.fill = self._state.fill.in_space(plain=self._is_plain(operands))

    def _set_stroke_space(self, operands: bytes) -> None:
        self._state.stroke = self._state.stroke.in_space(plain=self._is_plain(operands))

    def _is_plain(self, operands: bytes) -> bool:
        space = self._resources.get("/ColorSpace", operands)
        return is_plain(syntax.name(operands) if space is None else space)

    def _set_fill_color(self, operands: bytes) -> None:
        self._state.fill = self._state.fill.of(operands)

    def _set_stroke_color(self, operands: bytes) -> None:
        self._state.stroke = self._state.stroke.of(operands)

    # --- marked content ---

    def _open_mark(self, operands: bytes) -> None:
        outer = self._marks[-1]
        mcid, text = outer.mcid, outer.text
        if text:
            outer.text = ""
        if plain := _MARK.match(operands):
            tag, mcid = plain[1], int(plain[2])
        else:
            tag, _, properties = operands.partition(b" ")
            if properties.startswith(b"/") or _SAYS.search(properties):
                values = self._properties(properties)
                mcid = int(values["/MCID"]) if "/MCID" in values else mcid
                text = str(values["/ActualText"]) if "/ActualText" in values else text
        self._marks.append(_Mark(mcid, outer.artifact or tag == b"/Artifact", text))

    def _properties(self, properties: bytes) -> pikepdf.Object:
        found = (
            self._resources.get("/Properties", properties)
            if properties.startswith(b"/")
            else pikepdf.Object.parse(properties)
        )
        return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()

    def _close_mark(self, _: bytes) -> None:
        if len(self._marks) > 1:
            self._marks.pop()

    # --- paths and pictures ---

    def _move(self, operands: bytes) -> None:
        self._path.add(syntax.numbers(operands), begin=True)

    def _extend(self, operands: bytes) -> None:
        self._path.add(syntax.numbers(operands))

    def _rectangle(self, operands: bytes) -> None:
        self._path.rectangle(*syntax.numbers(operands))

    def _clip(self, _: bytes) -> None:
        self._clipping = True

    def _paint(self, painting: Painting) -> None:
        boxes = self._path.boxes(self._state.matrix)
        if self._clipping and boxes:
            self._state.clip = around(boxes).within(self._state.clip)
        if painting == "ring" and _is_ring(boxes):
            self._note("stroke", around(boxes), self._state.fill.shown)
        elif painting in ("fill", "ring", "both"):
            for box in boxes:
                self._note("fill", box, self._state.fill.shown)
        if painting in ("stroke", "both"):
            half = self._state.line_width * math.sqrt(abs(_scale(self._state.matrix))) / 2
            for box in boxes:
                self._note("stroke", _thickened(box, half), self._state.stroke.shown)
        self._path, self._clipping = Path(), False

    def _note(self, kind: Literal["fill", "stroke", "picture"], box: Box, shade: str) -> None:
        seen = box.within(self._state.clip)
        if seen.width < 0 or seen.height < 0:
            return
        mark, mm = self._marks[-1], self._unit * MM
        self.shapes.append(
            Shape(
                kind if shade != NO_COLOR else "picture",
                (seen.left - self._sheet.left) * mm,
                (self._sheet.top - seen.top) * mm,
                seen.width * mm,
                seen.height * mm,
                shade,
                mark.mcid,
                mark.artifact,
            )
        )

    def _paint_picture(self, _: bytes) -> None:
        self._note("picture", box_around(_UNIT_SQUARE, self._state.matrix), NO_COLOR)

    def _paint_shading(self, _: bytes) -> None:
        self._note("picture", self._state.clip or self._sheet, NO_COLOR)

    def _paint_object(self, operands: bytes) -> None:
        painted = self._resources.get("/XObject", operands)
        if not isinstance(painted, pikepdf.Stream):
            return
        if painted.get("/Subtype") == "/Image":
            self._paint_picture(operands)
        elif painted.get("/Subtype") == "/Form":
            self._read_form(painted)

    def _read_form(self, form: pikepdf.Stream) -> None:
        if self._forms >= _DEEPEST:
            raise UnreadableFileError("onderdelen van een bladzijde bevatten elkaar in een kring")
        self._shelf.budget.unpack(form)
        outer = self._state, self._saved, self._path, self._at, self._marks
        self._state, self._saved, self._path, self._at = self._state.saved(), [], Path(), TextPosition()
        self._marks = self._marks[-1:]
        if (matrix := form.get("/Matrix")) is not None:
            self._state.matrix = combined(_matrix([float(number) for number in matrix]), self._state.matrix)
        self._forms += 1
        self.read(form, form.get("/Resources", self._resources.holder))
        self._forms -= 1
        self._state, self._saved, self._path, self._at, self._marks = outer

    # --- text ---

    def _begin_text(self, _: bytes) -> None:
        self._at.place(IDENTITY)

    def _set_font(self, operands: bytes) -> None:
        name, _, size = operands.partition(b" ")
        self._state.font, self._state.size = self._resources.font(name), float(size)

    def _set_text_matrix(self, operands: bytes) -> None:
        self._at.place(_matrix(map(float, operands.split())))

    def _next_line(self, operands: bytes) -> None:
        x, y = syntax.numbers(operands)
        self._at.next_line(x, y)

    def _next_line_and_leading(self, operands: bytes) -> None:
        x, y = syntax.numbers(operands)
        self._state.leading = -y
        self._at.next_line(x, y)

    def _next_line_by_leading(self, _: bytes) -> None:
        self._at.next_line(0.0, -self._state.leading)

    def _show_on_next_line(self, operands: bytes) -> None:
        self._next_line_by_leading(b"")
        self._show(operands)

    def _show_spaced_on_next_line(self, operands: bytes) -> None:
        word, character, text = operands.split(b" ", 2)
        self._state.set_word_space(word)
        self._state.set_character_space(character)
        self._show_on_next_line(text)

    def _show(self, operands: bytes) -> None:
        state, font = self._state, self._state.font
        if font is None:
            raise UnreadableFileError("er staat tekst zonder lettertype op een bladzijde")
        joined, before, adjusted = syntax.shown(operands)
        codes = font.codes(joined)
        width = (font.width(codes) - adjusted) / 1000 * state.size
        if state.character_space or state.word_space:
            spaced = 0 if font.wide else joined.count(b" ")
            width += len(codes) * state.character_space + spaced * state.word_space
        width *= state.stretch
        if before:
            self._at.advance(-before / 1000 * state.size * state.stretch)
        if codes:
            self._note_run(font, self._replaced(font.text(codes)), width)
        self._at.advance(width)

    def _replaced(self, text: str) -> str:
        """Return what a reader takes for the characters: the text that the marked content has."""
        mark = self._marks[-1]
        if mark.text is None:
            return text
        replaced, mark.text = mark.text, ""
        return replaced

    def _note_run(self, font: Font, text: str, width: float) -> None:
        state, mark, mm = self._state, self._marks[-1], self._unit * MM
        a, b, c, d, e, f = combined(self._at.matrix, state.matrix)
        self.runs.append(
            Run(
                text,
                (e + state.rise * c - self._sheet.left) * mm,
                (self._sheet.top - f - state.rise * d) * mm,
                width * math.hypot(a, b) * mm,
                state.size * math.hypot(c, d) * self._unit,
                font.name,
                state.text_color,
                mark.mcid,
                mark.artifact,
                math.degrees(math.atan2(b, a)),
            )
        )


def _matrix(six: Iterable[float]) -> Matrix:
    a, b, c, d, e, f = six
    return a, b, c, d, e, f


def _scale(matrix: Matrix) -> float:
    """Return by how much a transformation enlarges areas."""
    return matrix[0] * matrix[3] - matrix[1] * matrix[2]


def _is_ring(boxes: list[Box]) -> bool:
    """Return whether a path is the room between an outline and another inside it: the border of a box."""
    return len(boxes) == 2 and (boxes[0].holds(boxes[1]) or boxes[1].holds(boxes[0]))


def _thickened(box: Box, half: float) -> Box:
    """Return what a line paints; a level or upright one does not grow at its ends."""
    return box.grown(half if box.height else 0.0, half if box.width else 0.0)
