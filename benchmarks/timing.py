"""What was measured, and measuring contenders in turn."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

Unit = Literal["s", "MB"]


@dataclass(frozen=True, slots=True)
class Sample:
    """What repeated measuring of one thing gave, in the order in which it was measured."""

    values: tuple[float, ...]
    unit: Unit = "s"

    @property
    def median(self) -> float:
        """Return the middle value, or the mean of the middle two."""
        return statistics.median(self.values)

    @property
    def least(self) -> float:
        """Return the smallest value: the one that other work on the machine disturbed least."""
        return min(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """Return the first and third quartile; of a single value, that value twice."""
        if len(self.values) == 1:
            return self.values[0], self.values[0]
        first, _, third = statistics.quantiles(self.values, n=4, method="inclusive")
        return first, third

    def times(self, factor: float) -> Sample:
        """Return every value multiplied."""
        return Sample(tuple(value * factor for value in self.values), self.unit)


def total(samples: Iterable[Sample]) -> Sample:
    """Return the sums of the rounds of several samples, as many as the shortest has."""
    several = tuple(samples)
    return Sample(tuple(map(sum, zip(*(each.values for each in several), strict=False))), several[0].unit)


class Contender(Protocol):
    """Something whose speed is measured. ``run`` does the work once and returns the seconds of each part."""

    @property
    def name(self) -> str:
        """Return the name of its samples; the sample of a part named "" bears just this name."""
        ...

    def run(self) -> Mapping[str, float]:
        """Do the work once. Raise ``ContenderError`` when it fails."""
        ...

    def close(self) -> None:
        """Stop what runs for it."""
        ...


class ContenderError(Exception):
    """A contender cannot do its work; the message says why, in Dutch where it is ours."""


@dataclass(frozen=True)
class Absent:
    """A contender that is not on this machine, or not usable; its name is reported with the reason."""

    name: str
    reason: str

    def run(self) -> Mapping[str, float]:
        """Raise the reason."""
        raise ContenderError(self.reason)

    def close(self) -> None:
        """Nothing runs."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was measured, by name, and what could not be, with the reason.

    The name of a part stands behind a slash: ``kamerwerk-agenda/pdf``.
    """

    samples: Mapping[str, Sample] = field(default_factory=dict[str, Sample])
    missing: Mapping[str, str] = field(default_factory=dict[str, str])

    def __add__(self, other: Findings) -> Findings:
        return Findings({**self.samples, **other.samples}, {**self.missing, **other.missing})

    def over(self, earlier: Findings) -> Findings:
        """Return these findings, and the earlier ones of everything that these say nothing of."""
        measured = {*self.samples, *(name.partition("/")[0] for name in self.samples)}
        samples = {
            name: sample
            for name, sample in earlier.samples.items()
            if self.missing.keys().isdisjoint((name, name.partition("/")[0]))
        }
        missing = {name: why for name, why in earlier.missing.items() if name not in measured}
        return Findings({**samples, **self.samples}, {**missing, **self.missing})


def race(contenders: Sequence[Contender], rounds: int, warm_ups: int = 1) -> Findings:
    """Let contenders work in turn, so that a busy moment of the machine strikes all of them alike.

    The first ``warm_ups`` rounds are not counted. A contender that fails is out, with everything that it
    gave before. All are closed afterwards.
    """
    seconds: dict[str, dict[str, list[float]]] = {each.name: {} for each in contenders}
    missing: dict[str, str] = {}
    try:
        for number in range(warm_ups + rounds):
            for contender in contenders:
                if contender.name in missing:
                    continue
                try:
                    parts = contender.run()
                except ContenderError as error:
                    missing[contender.name] = str(error)
                    continue
                for part, value in parts.items() if number >= warm_ups else ():
                    seconds[contender.name].setdefault(part, []).append(value)
    finally:
        for contender in contenders:
            contender.close()
    samples = {
        "/".join(filter(None, (name, part))): Sample(tuple(values))
        for name, parts in seconds.items()
        if name not in missing
        for part, values in parts.items()
    }
    return Findings(samples, missing)
