"""The regions of the country and the municipalities in each.

Facts: the division in regions of Statistics Netherlands (CBS open data, 2024: 342 municipalities in 40 COROP
regions), in ``gemeenten.csv``.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

_FILE = Path(__file__).with_name("gemeenten.csv")
_SUFFIX = re.compile(r" \(\w+\.\)$")
REGIONS = 40
MUNICIPALITIES = 342


@dataclass(frozen=True, slots=True)
class Region:
    """A region to write an agenda for."""

    id: str
    name: str
    province: str
    municipalities: tuple[str, ...]


def regions(number: int) -> tuple[Region, ...]:
    """Return so many regions: the first of the country, or each municipality by itself when more are asked.

    Raise ``ValueError`` for more than there are municipalities.
    """
    if number > MUNICIPALITIES:
        raise ValueError(f"there are no {number} municipalities")
    found = tuple(_by_corop() if number <= REGIONS else _by_municipality())
    return found[:number]


def _rows() -> list[dict[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _by_corop() -> Iterator[Region]:
    for name, rows in groupby(_rows(), key=lambda row: row["corop"]):
        inside = list(rows)
        yield Region(_id(name), name, inside[0]["provincie"], tuple(row["gemeente"] for row in inside))


def _by_municipality() -> Iterator[Region]:
    for row in _rows():
        name = row["gemeente"]
        # Two municipalities may share a name; the id keeps what tells them apart.
        yield Region(_id(name), _SUFFIX.sub("", name), row["provincie"], (name,))


def _id(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
