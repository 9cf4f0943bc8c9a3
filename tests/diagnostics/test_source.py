from __future__ import annotations

import pytest

from pipeline.diagnostics.source import KeyPath, key_name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("titel",), "titel"),
        (("opgave", "tekst"), "opgave.tekst"),
        (("kansen", 0, "afspraken", 1, "middelen", "bedrag"), "middelen.bedrag"),
        (("woorden", 3), "woorden"),
        (("regels", 1, 0), "regels"),
        ((0, "naam"), "naam"),
        ((), ""),
    ],
)
def test_a_value_is_called_by_its_keys_and_not_by_its_number_in_a_list(path: KeyPath, name: str) -> None:
    assert key_name(path) == name
