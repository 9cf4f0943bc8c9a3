"""What was measured and what it should be: the one form in which all files are held to the house style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.verify.verdict import FileFormat, ProofResult

MM_PER_PT = 25.4 / 72

Quantity = Literal[
    "left", "right", "top", "bottom", "width", "height", "distance", "thickness", "size", "leading"
]
"""``size`` and ``leading`` are in points, the others in mm; places count from the top left corner."""

LETTER_TOLERANCE = 0.05
"""How far a type size may be off, pt."""
LEADING_TOLERANCE = 0.1
"""How far the distance between two lines of one paragraph may be off, pt."""
THICKNESS_TOLERANCE = 0.05
"""How far the thickness of a line may be off, mm."""


class Measure(NamedTuple):
    """One quantity of one thing. ``block`` names it in Dutch with its article: "de adressering".

    ``page`` is 0 where there are no pages. A document has thousands, and tuples are quick.
    """

    block: str
    quantity: Quantity
    expected: float
    found: float
    tolerance: float
    where: Source | Location
    page: int = 0

    @property
    def deviation(self) -> float:
        """Return how far the thing is off, more than nothing when it is too far or too large."""
        return self.found - self.expected

    @property
    def is_off(self) -> bool:
        """Whether it is off by more than may be."""
        return abs(self.deviation) > self.tolerance


Observation = Measure | Diagnostic
"""A measure, or a finding about something that has none: a block that is absent, a wrong letter or colour."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """How a deviation is said: what it does, the word for more and for less, and what is counted in."""

    words: str
    more: str
    less: str
    unit: str


_HOUSE_STYLE = "dan de huisstijl"
_SENTENCES: dict[Quantity, _Sentence] = {
    "left": _Sentence(
        f"staat {{by}} mm {{side}} {_HOUSE_STYLE}", "meer naar rechts", "meer naar links", "mm van links"
    ),
    "right": _Sentence(
        f"eindigt {{by}} mm {{side}} {_HOUSE_STYLE}", "meer naar rechts", "meer naar links", "mm van links"
    ),
    "top": _Sentence(f"staat {{by}} mm {{side}} {_HOUSE_STYLE}", "lager", "hoger", "mm van boven"),
    "bottom": _Sentence(f"eindigt {{by}} mm {{side}} {_HOUSE_STYLE}", "lager", "hoger", "mm van boven"),
    "width": _Sentence(f"is {{by}} mm {{side}} {_HOUSE_STYLE}", "breder", "smaller", "mm"),
    "height": _Sentence(f"is {{by}} mm {{side}} {_HOUSE_STYLE}", "hoger", "minder hoog", "mm"),
    "distance": _Sentence(f"is {{by}} mm {{side}} {_HOUSE_STYLE}", "groter", "kleiner", "mm"),
    "thickness": _Sentence(f"is {{by}} mm {{side}} {_HOUSE_STYLE}", "dikker", "dunner", "mm"),
    "size": _Sentence("heeft letters die {by} pt {side} zijn dan in de huisstijl", "groter", "kleiner", "pt"),
    "leading": _Sentence(
        "heeft een regelafstand die {by} pt {side} is dan in de huisstijl", "groter", "kleiner", "pt"
    ),
}


def geometry_proof(observations: Iterable[Observation], file_format: FileFormat, what: str) -> ProofResult:
    """Return the proof of geometry: what is off once per thing and quantity, where it is worst.

    Figures: how many measures were taken, and the largest deviation of a place in mm with what it belongs to.
    """
    measures: list[Measure] = []
    others: list[Diagnostic] = []
    for each in observations:
        if isinstance(each, Measure):
            measures.append(each)
        else:
            others.append(each)
    figures: dict[str, int | float | str] = {"maten": len(measures)}
    in_mm = [each for each in measures if each.quantity not in ("size", "leading")]
    if in_mm:
        largest = max(in_mm, key=lambda each: abs(each.deviation))
        figures["grootste afwijking in mm"] = round(abs(largest.deviation), 2)
        figures["grootste afwijking bij"] = largest.block
    findings = (*map(_finding, _worst(measures)), *dict.fromkeys(others))
    return ProofResult("geometry", file_format, what, findings=findings, figures=figures)


def missing(block: str, where: Source | Location, page: int = 0) -> Diagnostic:
    """Return the finding that something of the house style is not where it can be measured."""
    return Diagnostic(Code.GEOMETRY, f"{capital(block)} ontbreekt{_on(page)}.", where)


def amount(value: float) -> str:
    """Write a measure as Dutch readers do, with one decimal, or two where one would say too little."""
    places = 1 if abs(round(value, 1) - value) < 0.005 or abs(value) >= 1 else 2
    return f"{value:.{places}f}".replace(".", ",")


def _worst(measures: Iterable[Measure]) -> list[Measure]:
    worst: dict[tuple[str, Quantity], Measure] = {}
    for each in measures:
        if not each.is_off:
            continue
        known = worst.get((each.block, each.quantity))
        if known is None or abs(each.deviation) > abs(known.deviation):
            worst[each.block, each.quantity] = each
    return list(worst.values())


def _finding(measure: Measure) -> Diagnostic:
    sentence = _SENTENCES[measure.quantity]
    said = sentence.words.format(
        by=amount(abs(measure.deviation)), side=sentence.more if measure.deviation > 0 else sentence.less
    )
    figures = f"{amount(measure.found)} in plaats van {amount(measure.expected)} {sentence.unit}"
    return Diagnostic(
        Code.GEOMETRY, f"{capital(measure.block)}{_on(measure.page)} {said} ({figures}).", measure.where
    )


def _on(page: int) -> str:
    return f" op bladzijde {page}" if page else ""


def capital(words: str) -> str:
    """Return words as a sentence begins."""
    return words[:1].upper() + words[1:]
