"""How text in a PDF stands out against what is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.house_style.contrast import contrast, least_contrast
from pipeline.verify.difference import letters, quoted
from pipeline.verify.pdf.colors import NO_COLOR
from pipeline.verify.pdf.faults import Fault, Sources
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.marks import PageContent, Run, Shape
from pipeline.verify.pdf.structure import Element
from pipeline.verify.subject import Subject

_PAPER = "#ffffff"
_PT = 25.4 / 72
_MIDDLE = 0.3
"""The middle of small letters above the baseline, in parts of the type size."""

_PROBES = (0.05, 0.5, 0.95)
"""Where along a run one looks what is behind it, in parts of its width."""


@dataclass(frozen=True, slots=True)
class Contrasts:
    """What was found: faults, how many runs were measured, and the least contrast among them."""

    faults: tuple[Fault, ...]
    measured: int
    least: float


@dataclass(frozen=True, slots=True)
class _Sight:
    """A run on its background; "" stands for a colour that cannot be told."""

    run: Run
    page: int
    ground: str

    @property
    def contrast(self) -> float:
        if NO_COLOR in (self.run.color, self.ground):
            return 1.0
        return contrast(self.run.color, self.ground)

    @property
    def least(self) -> float:
        return least_contrast(self.run.size, bold="bold" in self.run.font.lower())


def measure_contrasts(
    file: PdfFile, elements: Sequence[Element], subject: Subject, sources: Sources
) -> Contrasts:
    """Measure all text that must be read, furniture of the page included (WCAG 2.1 1.4.3).

    The watermark is decoration, so are dots and rules of characters; text inside a figure is part of a
    picture, which has a text alternative.
    """
    pictured = _pictured(elements)
    measured = 0
    sights: dict[tuple[str, str, float, str], _Sight] = {}
    for page in file.pages:
        fills = [shape for shape in page.shapes if shape.kind != "stroke"]
        decoration = _watermark(page, subject)
        for run in page.runs:
            if run in decoration or (page.number, run.mcid) in pictured or not _has_words(run):
                continue
            measured += 1
            for ground in _grounds(run, fills):
                look = (run.color, ground, run.size, run.font)
                if look not in sights:
                    sights[look] = _Sight(run, page.number, ground)
    return Contrasts(
        faults=tuple(_fault(sight, sources) for sight in sights.values() if sight.contrast < sight.least),
        measured=measured,
        least=min((sight.contrast for sight in sights.values()), default=0.0),
    )


def _pictured(elements: Sequence[Element]) -> frozenset[tuple[int, int | None]]:
    """Return page and number of all content of figures."""
    figures = (element for element in elements if element.tag == "Figure")
    return frozenset((content.page, content.mcid) for figure in figures for content in figure.contents())


def _watermark(page: PageContent, subject: Subject) -> Sequence[Run]:
    """Return the runs that print the watermark: furniture in its colour that spells it, letter by letter."""
    color = subject.style.colors.watermark
    runs = [run for run in page.runs if run.artifact and run.color == color]
    spelled = letters("".join(run.text for run in runs))
    return runs if spelled == letters(subject.document.watermark) else ()


def _has_words(run: Run) -> bool:
    return any(character.isalnum() for character in run.text)


def _grounds(run: Run, fills: Sequence[Shape]) -> set[str]:
    """Return the colours behind a run: of what was painted last where it begins, in its middle and ends."""
    height = run.baseline - _MIDDLE * run.size * _PT
    near = [fill for fill in fills if fill.y <= height <= fill.y + fill.height]
    if not near:
        return {_PAPER}
    return {_behind(run.x + part * run.width, near) for part in _PROBES}


def _behind(x: float, fills: Sequence[Shape]) -> str:
    return next((fill.color for fill in reversed(fills) if fill.x <= x <= fill.x + fill.width), _PAPER)


def _fault(sight: _Sight, sources: Sources) -> Fault:
    words, source = quoted(sight.run.text.strip()), sources.of(sight.run.text)
    where = f"“{words}” op bladzijde {sight.page} van de PDF"
    if NO_COLOR in (sight.run.color, sight.ground):
        return Fault(
            f"Het contrast van {where} is niet te meten: de kleur is een patroon of afbeelding.", source
        )
    return Fault(
        f"{where} staat met {sight.run.color} op {sight.ground}: het contrast is "
        f"{_dutch(sight.contrast)} en moet minstens {_dutch(sight.least)} zijn.",
        source,
    )


def _dutch(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")
