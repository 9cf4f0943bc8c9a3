"""The table of money per source and year, with its sums."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from pipeline.content.models.agenda import Middelen, Middelenregel
from pipeline.content.values import Amount, AmountSum, is_exact_in_millions, sum_amounts

_MOST_YEARS = 7
"""Years of which the amounts can stand beside each other on the width of a report."""


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One source of money: its amount per year of the table (``None`` when it has none) and its total."""

    regel: Middelenregel
    amounts: tuple[Amount | None, ...]
    total: AmountSum


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """All sources by year, printed in millions. ``rounded`` asks for a note about sums and rounding."""

    years: tuple[str, ...]
    rows: tuple[MoneyRow, ...]
    year_totals: tuple[AmountSum, ...]
    total: AmountSum

    @property
    def rounded(self) -> bool:
        """Whether a printed sum can differ from the sum of the printed amounts."""
        cells = (amount for row in self.rows for amount in row.amounts if amount)
        return not all(is_exact_in_millions(money) for money in (*cells, *self.year_totals, self.total))

    @property
    def parts(self) -> tuple[range, ...]:
        """Return which years stand in each of the printed tables: as many tables as needed, alike in size."""
        count = len(self.years)
        most = ceil(count / ceil(count / _MOST_YEARS)) if count else 1
        return tuple(range(first, min(first + most, count)) for first in range(0, count, most))

    @property
    def has_pm(self) -> bool:
        """Whether some amount is still unknown."""
        return self.total.pm_count > 0


def money_table(middelen: Middelen) -> MoneyTable:
    """Return the table of an agenda's money; sums are exact, p.m. is counted apart."""
    years = tuple(sorted({year for regel in middelen.regels for year in regel.bedragen}))
    rows = tuple(
        MoneyRow(
            regel, tuple(regel.bedragen.get(year) for year in years), sum_amounts(regel.bedragen.values())
        )
        for regel in middelen.regels
    )
    year_totals = tuple(
        sum_amounts(regel.bedragen[year] for regel in middelen.regels if year in regel.bedragen)
        for year in years
    )
    total = sum_amounts(amount for regel in middelen.regels for amount in regel.bedragen.values())
    return MoneyTable(years, rows, year_totals, total)
