"""The geometry of a Word file, from the file itself: what Word is told, in mm and points, in every build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.document.nodes import Cover, Document, Letterhead
from pipeline.house_style import HouseStyle
from pipeline.house_style.tokens import Margins
from pipeline.verify.docx.reading import DocxFile
from pipeline.verify.geometry.alignment import Placed, align
from pipeline.verify.geometry.blocks import BESIDE, Block, blocks_on
from pipeline.verify.geometry.drawings import colour_findings, drawing_places, table_lines
from pipeline.verify.geometry.measure import (
    LEADING_TOLERANCE,
    LETTER_TOLERANCE,
    MM_PER_PT,
    Measure,
    Observation,
    Quantity,
    capital,
    geometry_proof,
    missing,
)
from pipeline.verify.geometry.places import STARTS_AT_TOP, number_fits
from pipeline.verify.geometry.words import compact
from pipeline.verify.geometry.written import (
    Frame,
    Section,
    Written,
    body_text,
    frames,
    mm,
    note_text,
    plain_height,
    sections,
)
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

TOLERANCE = 0.5
"""How far a place may be off, mm: Word counts in twentieths of a point."""


def docx_geometry(file: DocxFile, subject: Subject) -> ProofResult:
    """Hold frames, margins, letters, leading and colours of a Word file against the house style."""
    return geometry_proof(
        _Word(file, subject).observations(),
        "docx",
        "plaatsen, letters, regelafstand en kleuren tegen de huisstijl, zoals het Word-bestand ze noemt",
    )


@dataclass(frozen=True, slots=True)
class _Word:
    """One Word file beside its document and house style."""

    file: DocxFile
    subject: Subject

    @property
    def style(self) -> HouseStyle:
        return self.subject.style

    @property
    def document(self) -> Document:
        return self.subject.document

    def observations(self) -> Iterator[Observation]:
        found = sections(self.file)
        if not found:
            yield missing("de bladspiegel", self.where(None))
            return
        yield from self._sections(found)
        yield from self._blocks(found)
        yield from self._text(found)
        yield from drawing_places(found[0].furniture(first=True), self.subject, TOLERANCE)
        yield from table_lines(self.file, self.subject)
        yield from self._fonts()
        yield from colour_findings(self.file, self.subject)

    def where(self, source: Source | None) -> Source | Location:
        return source or Location(self.subject.shown_docx)

    def measure(
        self, name: str, quantity: Quantity, expected: float, found: float, source: Source | None = None
    ) -> Measure:
        return Measure(name, quantity, expected, found, TOLERANCE, self.where(source))

    # --- pages ---------------------------------------------------------------------------------------------

    def _sections(self, found: Sequence[Section]) -> Iterator[Measure]:
        paper = self.style.page
        margins = self._margins
        for at, section in enumerate(found):
            yield self.measure("de bladzijde", "width", paper.width, section.width)
            yield self.measure("de bladzijde", "height", paper.height, section.height)
            yield self.measure("de linkermarge", "width", margins.left, section.left)
            yield self.measure("de rechtermarge", "width", margins.right, section.right)
            yield self.measure("de ondermarge", "height", margins.bottom, section.bottom)
            yield self.measure("de bovenmarge", "height", self._top(at), section.top)
        if isinstance(self.document.front, Letterhead):
            yield from self._letter_start(found[0])

    @property
    def _margins(self) -> Margins:
        is_letter = isinstance(self.document.front, Letterhead)
        return (self.style.letter if is_letter else self.style.report).margins

    def _top(self, section: int) -> float:
        front, report = self.document.front, self.style.report
        if isinstance(front, Letterhead):
            return self.style.letter.body_top_follow
        return report.cover_title_top if isinstance(front, Cover) and section == 0 else report.margins.top

    def _letter_start(self, first: Section) -> Iterator[Measure]:
        """Yield where the text of a letter begins: below the header of the first page."""
        expected = self.style.letter.body_top_first
        header = first.headers.get("first" if first.first_differs else "default")
        height = 0.0 if header is None else plain_height(header, self.file.styles)
        yield self.measure("de eerste regel van de tekst", "top", expected, max(first.top, height))

    # --- blocks --------------------------------------------------------------------------------------------

    def _blocks(self, found: Sequence[Section]) -> Iterator[Observation]:
        first = (self.file.body, *found[0].furniture(first=True))
        follow = found[-1].furniture(first=False)
        for page, parts in ((1, first), (2, follow)):
            framed = [frame for part in parts for frame in frames(part, self.file.styles)]
            for block in blocks_on(self.document, self.style, page):
                yield from self._block(block, framed)

    def _block(self, block: Block, framed: Iterable[Frame]) -> Iterator[Observation]:
        edge = block.words[0].left or 0.0
        found = min(
            (frame for frame in framed if _is(frame, block)),
            key=lambda frame: abs(frame.x - edge) + abs(frame.y - block.top),
            default=None,
        )
        if found is None:
            yield missing(block.name, self.where(block.words[0].source))
            return
        source = block.words[0].source
        yield self.measure(block.name, "top", block.top, found.y + found.tops[0], source)
        if block.width:
            yield self.measure(block.name, "width", block.width, found.width, source)
        if block.height:
            yield self.measure(block.name, "height", block.height, found.height, source)
        if block.side == "right":
            yield self.measure(block.name, "right", edge, found.x + found.width, source)
        yield from self._distances(block, found)
        for placed in align([_unpaged(found.text)], block.words).placed:
            if placed.start == 0 and block.side == "left":
                words = placed.words
                assert words.left is not None, "words of blocks have an edge"
                left = found.x + placed.shown.left
                yield self.measure(words.name, "left", words.left, left, words.source)
            yield from self._letters(placed)

    def _distances(self, block: Block, found: Frame) -> Iterator[Measure]:
        """Yield the distances between the lines of a block, each of one line."""
        starts = [(words, gap) for words, gap in zip(block.words, block.gaps, strict=True) if gap != BESIDE]
        name = f"de afstand tussen de regels van {block.name}"
        pairs = zip(starts[1:], found.tops, found.tops[1:], strict=False)
        for (words, gap), above, below in pairs:
            expected = words.text.leading * MM_PER_PT + gap
            yield self.measure(name, "distance", expected, below - above, words.source)

    # --- text ----------------------------------------------------------------------------------------------

    def _text(self, found: Sequence[Section]) -> Iterator[Observation]:
        words = self.subject.words
        text, notes = tuple(body_text(self.file)), tuple(note_text(self.file))
        alignment = align([_unpaged(text), _unpaged(notes)], words)
        for placed in alignment.placed:
            yield from self._letters(placed)
            yield from self._left(placed, found[-1])
            if placed.start == 0 and (placed.shown.opens_page or placed.shown is text[0]):
                yield from self._white_above(placed)
        yield from self._signatures(alignment.placed)

    def _letters(self, placed: Placed[Written]) -> Iterator[Observation]:
        words, shown = placed.words, placed.shown
        where = self.where(words.source)
        if any(piece.raised for piece in words.pieces_between(placed.start, placed.end)):
            if shown.type.raised != "superscript":
                yield Diagnostic(Code.GEOMETRY, "Een nootcijfer staat niet boven de regel.", where)
            return
        yield Measure(words.name, "size", words.text.size, shown.size, LETTER_TOLERANCE, where)
        leading = shown.shape.line / 20
        if shown.shape.line_rule != "exact":
            message = f"{capital(words.name)} heeft in Word geen vaste regelafstand."
            yield Diagnostic(Code.GEOMETRY, message, where)
        else:
            yield Measure(words.name, "leading", words.text.leading, leading, LEADING_TOLERANCE, where)
        for piece in words.pieces_between(placed.start, placed.end):
            if (piece.bold, piece.italic) != (shown.type.bold, shown.type.italic):
                message = f"{capital(words.name)} is in Word ten onrechte wel of niet vet of cursief."
                yield Diagnostic(Code.GEOMETRY, message, where)
            if piece.color != shown.type.color:
                message = (
                    f"{capital(words.name)} heeft in Word de kleur {shown.type.color or 'automatisch'} "
                    f"in plaats van {piece.color}."
                )
                yield Diagnostic(Code.GEOMETRY, message, where)

    def _left(self, placed: Placed[Written], section: Section) -> Iterator[Measure]:
        """Yield where words begin. What stands in a table of data begins where its cell does."""
        words, shown = placed.words, placed.shown
        if words.left is None or (shown.cell is not None and words.row < 0):
            return
        found = section.left + (shown.cell or 0.0) + shown.left
        if placed.start == 0 and words.lead:
            name = "het nummer van " + words.name
            yield self.measure(name, "left", words.lead_left, found, words.source)
        elif placed.start == words.lead and number_fits(words, self.style):
            yield self.measure(words.name, "left", words.left, found, words.source)

    def _white_above(self, placed: Placed[Written]) -> Iterator[Measure]:
        """Yield the white above the first words of a page: text begins at its top, whatever its style."""
        words, shown = placed.words, placed.shown
        if words.role in STARTS_AT_TOP and not words.below_picture:
            name = "de witruimte boven de eerste regel van een bladzijde"
            yield self.measure(name, "distance", 0, mm(shown.shape.before), words.source)

    def _signatures(self, placed: Iterable[Placed[Written]]) -> Iterator[Measure]:
        """Yield the white around the capacity of who signs (house style 1.5).

        Of a row the least counts: a name stands lower where the capacity beside it has more lines.
        """
        layout, leading = self.style.letter, self.style.styles.body.leading * MM_PER_PT
        rows: dict[tuple[int, str], list[Placed[Written]]] = {}
        for each in placed:
            if each.words.row >= 0 and each.start == 0:
                rows.setdefault((each.words.row, each.words.role), []).append(each)
        for (_, role), row in rows.items():
            least = min(row, key=lambda each: each.shown.shape.before)
            found, source = mm(least.shown.shape.before), least.words.source
            lines, name = layout.signature_space, "de afstand tussen functie en naam"
            if role == "capacity":
                lines, name = layout.signature_before, "de afstand tussen de tekst en de ondertekening"
            yield self.measure(name, "distance", lines * leading, found, source)

    # --- letters -------------------------------------------------------------------------------------------

    def _fonts(self) -> Iterator[Diagnostic]:
        """Yield every font that the text asks for and that is not the house style's."""
        own = self.style.fonts.word_family
        named: set[str] = set()
        for root in self.file.roots.values():
            for fonts in root.iter("{*}rFonts"):
                named.update(str(font) for key, font in fonts.attrib.items() if not _is_hint(str(key)))
        for font in sorted(named - {own}):
            message = f"Het Word-bestand vraagt het lettertype “{font}”; de huisstijl noemt “{own}”."
            yield Diagnostic(Code.GEOMETRY, message, self.where(None))


def _is(frame: Frame, block: Block) -> bool:
    shown = compact("".join(each.text for each in frame.text))
    return shown == block.characters if block.whole else shown.startswith(block.characters)


def _unpaged(written: Iterable[Written]) -> list[tuple[int, Written]]:
    """Return text as what stands on no page: a Word file has none."""
    return [(0, each) for each in written]


def _is_hint(attribute: str) -> bool:
    """Whether an attribute of ``w:rFonts`` names no font: a hint, or a font of a theme."""
    local = attribute.rpartition("}")[2]
    return local == "hint" or local.endswith("Theme")
