"""Any valid content gives documents: whole projects drawn from the models, without an error anywhere.

The gate draws 20 projects, the same each time; ``make soak`` draws ``SOAK_PROJECTS`` others.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import Field

from pipeline.content.models.base import Model
from pipeline.content.values import Text
from pipeline.engine.makers import Makers
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from tests.fuzz.agreement import agree
from tests.fuzz.fields import FILLINGS, SPECIAL, UnknownTypeError, groups
from tests.fuzz.wholes import REGISTERS, Whole, wholes
from tests.fuzz.writing import write_whole

SOAK = os.environ.get("SOAK_PROJECTS")
MADE: list[int] = []


@settings(
    max_examples=int(SOAK or "20"),
    derandomize=not SOAK,
    deadline=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(wholes())
def test_valid_content_gives_every_document_without_an_error(whole: Whole) -> None:
    with TemporaryDirectory() as folder:
        write_whole(Path(folder), agree(whole))
        plan = make_plan(resolve_places(Path(folder)), Makers())
    assert errors(plan) == []
    assert plan.faults == ()
    assert all(planned.document for planned in plan.documents)
    MADE.append(len(plan.documents))


def test_the_projects_were_as_many_and_as_different_as_they_should_be() -> None:
    if not MADE:
        pytest.skip("the projects were drawn in another process")
    assert len(MADE) >= 20
    assert len(set(MADE)) > 3


def errors(plan: Plan) -> list[str]:
    return [
        f"{plan.project.locate(finding.where)}: {finding.message}"
        for finding in plan.findings
        if finding.is_error
    ]


def test_a_field_of_an_unknown_type_is_never_left_out_in_silence() -> None:
    class Strange(Model):
        """A group with something that no writer can type."""

        gewoon: Annotated[Text, Field(description="Een tekst.")]
        vreemd: Annotated[complex, Field(description="Iets anders.")]

    with pytest.raises(UnknownTypeError, match=r"Strange\.vreemd"):
        groups(Strange, FILLINGS[0])


def test_what_is_drawn_in_a_way_of_its_own_is_a_field_of_its_model() -> None:
    for model, name in SPECIAL:
        assert model is None or name in model.model_fields, (model, name)


def test_every_register_has_a_model() -> None:
    assert {name for name, model in REGISTERS.items() if name in model.model_fields} >= {"bronnen", "moties"}
