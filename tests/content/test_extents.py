from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.extents import extent


@pytest.mark.parametrize(
    ("before", "meant", "after"),
    [
        ("Zie ", "[@beleidsbreif, p. 4]", " hierna."),
        ("Zie [@", "beleidsbrief", "] en meer."),
        ("Zie [", "@beleidsbrief", "] en meer."),
        ("Zie ", "[hier](https://www.rijksoverheid.nl)", " verder."),
        ("Een ", "^[De noot.]", " erbij."),
        ("Een ", "![Kaart](kaart.svg){#kaart}", " erbij."),
        ("Dit is ", "<b>", "vet</b>."),
        ("Dit is ", "{{ naam }}", " hier."),
        ("  ### ", "Wat er gebeurde", "  "),
        ("  ", "regionaal_belang", ": Werk"),
        ("  ", "Noord-Beveland", " doet mee"),
        ("  ", "| Jaar | Brief |", ""),
        ("a", ":", " b"),
        ("Einde", "", ""),
    ],
)
def test_what_belongs_together_is_meant(before: str, meant: str, after: str) -> None:
    assert extent(f"{before}{meant}{after}", len(before)) == len(meant)


@given(st.text(alphabet="ab [](){}<>@#=!^|%:-_.\u00ad", max_size=30), st.integers(0, 30))
def test_it_never_runs_past_the_line(line: str, column: int) -> None:
    assert 0 <= extent(line, column) <= max(0, len(line) - column)
