"""The goals, and whether a run meets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from benchmarks.timing import Findings, Sample, total

Kind = Literal["ratio", "s", "MB"]


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound on a ratio of two sums of samples, or on one sample when there is nothing to compare with."""

    what: str
    """In Dutch, as the table says it."""
    bound: float
    ours: tuple[str, ...]
    theirs: tuple[str, ...] = ()
    kind: Kind = "ratio"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run says of a goal. Without a value it was not measured, and ``reason`` says why."""

    goal: Goal
    value: float | None = None
    spread: tuple[float, float] | None = None
    ours: Sample | None = None
    theirs: Sample | None = None
    reason: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal was measured and met."""
        return self.value is not None and self.value <= self.goal.bound


def _stages(*names: str) -> tuple[str, ...]:
    return tuple(f"kamerwerk-agenda/{name}" for name in names)


GROWTH = ("groei/5", "groei/40", "groei/342")
"""Seconds per agenda of a cold build, at so many regions."""

GOALS: tuple[Goal, ...] = (
    Goal(
        "PDF van een agenda, hele weg van model tot bestand, warm / kale WeasyPrint op dezelfde HTML",
        1.15,
        _stages("tree", "pdf"),
        ("weasyprint-agenda",),
    ),
    Goal(
        "snelle controle van die PDF en dat Word-bestand / maken",
        0.15,
        _stages("verify"),
        _stages("tree", "pdf", "docx"),
    ),
    Goal(
        "PDF van dezelfde agenda, nu / vóór het profileren",
        0.60,
        _stages("pdf"),
        ("kamerwerk-eerder-agenda/pdf",),
    ),
    Goal("Word-bestand van een agenda, warm / Pandoc", 0.40, _stages("docx"), ("pandoc-docx-agenda",)),
    Goal(
        "Word-bestand van een agenda, warm / kale python-docx", 1.3, _stages("docx"), ("python-docx-agenda",)
    ),
    Goal("Word-bestand van een brief, warm / docxtpl", 1.0, ("kamerwerk-brief/docx",), ("docxtpl-brief",)),
    Goal(
        "`kamerwerk build` van alles, koud, zonder cache, twee processen / "
        "opdrachten `weasyprint` voor alleen de PDF’s",
        0.55,
        ("build-alles",),
        ("weasyprint-alles",),
    ),
    Goal(
        "heel Nederland, niets veranderd: `build` / alles met Typst in één proces",
        0.10,
        ("landelijk/niets",),
        ("typst-landelijk",),
    ),
    Goal(
        "heel Nederland, één waarde in één regio veranderd: `build` / alles met Typst in één proces",
        0.50,
        ("landelijk/een-waarde",),
        ("typst-landelijk",),
    ),
    Goal(
        "hetzelfde, met Typst als één opdracht per document",
        0.50,
        ("landelijk/een-waarde",),
        ("typst-landelijk/opdrachten",),
    ),
    Goal(
        "voorvertoning van een brief: van bewaren tot nieuwe bladzijde",
        0.4,
        ("voorvertoning/brief",),
        kind="s",
    ),
    Goal(
        "voorvertoning van een agenda: van bewaren tot nieuwe bladzijde",
        2,
        ("voorvertoning/agenda",),
        kind="s",
    ),
    Goal("tijd per agenda bij 40 regio’s / bij 5 regio’s", 1.15, (GROWTH[1],), (GROWTH[0],)),
    Goal("tijd per agenda bij 342 regio’s / bij 40 regio’s", 1.15, (GROWTH[2],), (GROWTH[1],)),
    Goal("geheugen van een proces, agenda’s tot 50 bladzijden", 300, ("geheugen/proces",), kind="MB"),
)


def judge(findings: Findings) -> tuple[Verdict, ...]:
    """Return a verdict on each goal. What is missing is never met."""
    return tuple(_verdict(goal, findings) for goal in GOALS)


def _verdict(goal: Goal, findings: Findings) -> Verdict:
    absent = [name for name in (*goal.ours, *goal.theirs) if name not in findings.samples]
    if absent:
        return Verdict(goal, reason=_reason(absent[0], findings))
    ours = total(findings.samples[name] for name in goal.ours)
    if not goal.theirs:
        return Verdict(goal, ours.median, ours.spread, ours)
    theirs = total(findings.samples[name] for name in goal.theirs)
    return Verdict(goal, ours.median / theirs.median, _paired(ours, theirs), ours, theirs)


def _paired(ours: Sample, theirs: Sample) -> tuple[float, float]:
    """Return the quartiles of the ratio round by round: what struck a round struck both."""
    ratios = (mine / yours for mine, yours in zip(ours.values, theirs.values, strict=False))
    return Sample(tuple(ratios)).spread


def _reason(name: str, findings: Findings) -> str:
    contender = name.partition("/")[0]
    return findings.missing.get(name) or findings.missing.get(contender) or f"{name} is niet gemeten"
