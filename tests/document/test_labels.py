"""Labels of lists."""

from __future__ import annotations

import pytest

from pipeline.document.labels import list_label
from pipeline.document.nodes import ListKind


@pytest.mark.parametrize(
    ("kind", "number", "label"),
    [
        ("bullet", 7, "•"),
        ("decimal", 0, "0."),
        ("decimal", 12, "12."),
        ("letter", 1, "a."),
        ("letter", 26, "z."),
        ("letter", 27, "aa."),
        ("letter", 28, "bb."),
        ("letter", 53, "aaa."),
    ],
)
def test_labels_count_as_word_does(kind: ListKind, number: int, label: str) -> None:
    assert list_label(kind, number) == label
