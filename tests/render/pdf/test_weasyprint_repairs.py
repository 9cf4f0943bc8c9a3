"""The repairs of the layout engine refuse to work on an engine that they were not made for."""

from __future__ import annotations

import re
import sys
from typing import Any

import pytest

from pipeline.render.pdf.weasyprint_repairs import (
    REPAIRS,
    VERSIONS,
    Repair,
    RepairError,
    repair_weasyprint,
    repaired,
)
from tests.tools import ROOT


def example() -> str:
    return "once"


def twice() -> str:
    value = "twice"
    return value + "twice"


def test_one_expression_is_replaced() -> None:
    assert repaired(sys.modules[__name__], example, '"once"', '"new"')() == "new"


def test_two_expressions_of_a_function_are_replaced() -> None:
    here = sys.modules[__name__]
    assert repaired(here, twice, "value = ", "value = 2 * ", ("value + ", "value + 'and ' + "))() == (
        "twicetwiceand twice"
    )
    with pytest.raises(RepairError, match="no longer holds “absent”"):
        repaired(here, twice, "value = ", "value = 2 * ", ("absent", ""))


@pytest.mark.parametrize(("function", "old"), [(example, "absent"), (twice, '"twice"')])
def test_a_function_with_other_text_is_refused(function: object, old: str) -> None:
    with pytest.raises(RepairError, match="no longer holds"):
        repaired(sys.modules[__name__], function, old, "new")  # type: ignore[arg-type]  # one of the two functions above


class Holder:
    @property
    def value(self) -> str:
        return "held once"


def test_one_expression_of_a_property_is_replaced() -> None:
    found = repaired(sys.modules[__name__], Holder.__dict__["value"], "held once", "held twice")
    assert isinstance(found, property)
    assert found.__get__(Holder()) == "held twice"


@pytest.mark.parametrize("library", [module.__name__ for module, _ in VERSIONS])
def test_another_version_is_refused(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[library], "__version__", "70.1")
    with pytest.raises(RepairError, match=rf"{library} 70\.1"):
        repair_weasyprint.__wrapped__()


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda one: one.function)
def test_every_function_is_repaired_where_others_look_it_up(repair: Repair) -> None:
    repair_weasyprint()
    found: Any = getattr(repair.owner, repair.function)
    function = found.fget if isinstance(found, property) else found
    assert function is not None
    assert "<repaired" in function.__code__.co_filename


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda one: one.function)
def test_every_repair_is_explained(repair: Repair) -> None:
    assert f"{repair.function}`" in (ROOT / "docs" / "weasyprint.md").read_text(encoding="utf-8")


def test_no_other_module_changes_the_library() -> None:
    """Replacing a function of a module or class of WeasyPrint is for the repairs only."""
    names = "weasyprint|pydyf|tags|inline|block|layout|boxes"
    replaced = re.compile(rf"^\s*({names})(\.\w+)*\._?\w+ = |setattr\(", re.MULTILINE)
    render = ROOT / "pipeline" / "render"
    changing = [
        path.name
        for path in (*render.glob("*.py"), *(render / "pdf").rglob("*.py"))
        if replaced.search(path.read_text(encoding="utf-8"))
    ]
    assert changing == ["svg_text.py", "weasyprint_repairs.py"]
