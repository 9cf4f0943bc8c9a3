"""The repairs of the layout engine refuse to work on an engine that they were not made for."""

from __future__ import annotations

import sys

import pytest
import weasyprint
from weasyprint.layout import LayoutContext, block, inline

from pipeline.render.pdf.weasyprint_repairs import RepairError, repair_weasyprint, repaired


def example() -> str:
    return "once"


def twice() -> str:
    value = "twice"
    return value + "twice"


def test_one_expression_is_replaced() -> None:
    assert repaired(sys.modules[__name__], example, '"once"', '"new"')() == "new"


@pytest.mark.parametrize(("function", "old"), [(example, "absent"), (twice, '"twice"')])
def test_a_function_with_other_text_is_refused(function: object, old: str) -> None:
    with pytest.raises(RepairError, match="no longer holds"):
        repaired(sys.modules[__name__], function, old, "new")  # type: ignore[arg-type]  # one of the two functions above


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    with pytest.raises(RepairError, match=r"70\.1"):
        repair_weasyprint.__wrapped__()


def test_all_three_functions_are_repaired() -> None:
    repair_weasyprint()
    assert "<repaired" in LayoutContext._update_footnote_area.__code__.co_filename
    assert "<repaired" in block._linebox_layout.__code__.co_filename
    assert "<repaired" in inline.split_inline_box.__code__.co_filename
