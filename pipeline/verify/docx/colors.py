"""Which colours words have, and which colour lies behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.house_style.contrast import contrast, least_contrast
from pipeline.verify.docx.markup import Element, child, name, value
from pipeline.verify.docx.reading import DocxFile
from pipeline.verify.docx.styles import Type, read_color

_BLACK, _WHITE = "#000000", "#ffffff"
_PARAGRAPH, _RUN, _TEXT, _CELL = name("w:p"), name("w:r"), name("w:t"), name("w:tc")


@dataclass(frozen=True, slots=True)
class Colored:
    """Words as they stand out against what is behind them. ``least`` is the contrast that they need."""

    words: str
    color: str
    ground: str
    contrast: float
    least: float


def colored_words(file: DocxFile) -> Iterator[Colored]:
    """Yield the first words of each look on each ground, in the text, the notes and the furniture.

    Automatic is black on white. Behind words lies the shading of the run, else of the paragraph, else of the
    cell (ISO/IEC 29500-1 17.3.2.32 and 17.4.32).
    """
    seen: set[tuple[Type, str]] = set()
    for story in file.stories:
        for paragraph in story.iter(_PARAGRAPH):
            behind = _ground(file, paragraph)
            for run in paragraph.iter(_RUN):
                look = file.styles.type(run, paragraph)
                ground = look.shading or behind
                if (look, ground) in seen or look.hidden:
                    continue
                words = "".join(text.text or "" for text in run.iterchildren(_TEXT)).strip()
                if words:
                    seen.add((look, ground))
                    yield _colored(words, look, ground)


def _ground(file: DocxFile, paragraph: Element) -> str:
    own = file.styles.shape(paragraph).shading
    if own:
        return own
    for cell in paragraph.iterancestors(_CELL):
        fill = read_color(value(child(child(cell, "w:tcPr"), "w:shd"), "w:fill"))
        if fill:
            return fill
    return _WHITE


def _colored(words: str, look: Type, ground: str) -> Colored:
    color = look.color or _BLACK
    least = least_contrast(look.size, bold=look.bold)
    return Colored(words, color, ground, contrast(color, ground), least)
