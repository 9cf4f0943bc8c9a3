"""Any valid content gives documents: whole projects drawn from the models, built and proven.

The gate draws 20 projects, the same each time; ``make soak`` draws ``SOAK_PROJECTS`` others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import Field

from pipeline.content.models.base import Model
from pipeline.content.values import Text
from pipeline.diagnostics import Code
from pipeline.document.nodes import Cover, Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.document.text import first_source, plain_text
from pipeline.engine.makers import Makers
from pipeline.engine.making import Made, Order, make_document
from pipeline.engine.manifest import FORMATS, Format
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, PlannedDocument, make_plan
from pipeline.house_style import HouseStyle
from pipeline.render.docx import render_docx
from tests.fuzz.agreement import agree
from tests.fuzz.fields import FILLINGS, SPECIAL, UnknownTypeError, groups
from tests.fuzz.wholes import REGISTERS, Whole, wholes
from tests.fuzz.writing import write_whole
from tests.projects import edit, write_project

SOAK = os.environ.get("SOAK_PROJECTS")
STANDARD: PdfStandard = "ua-1"
MAKERS = Makers()
TOO_LONG_A_ROW = "Deze rij past met haar noten niet op een bladzijde onder de kop van haar tabel."
LONG_TITLE = 60
"""Characters; in letters of 28 points these can be more lines than a cover has room for."""


def test_valid_content_gives_every_document_in_both_formats(tell: Callable[[str], None]) -> None:
    made: list[int] = []

    @settings(
        max_examples=int(SOAK or "20"),
        derandomize=not SOAK,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.large_base_example,
        ],
    )
    @given(wholes())
    def run(whole: Whole) -> None:
        with TemporaryDirectory() as folder:
            write_whole(Path(folder), agree(whole))
            assert list(faults(Path(folder))) == []
        made.append(len(list(whole.groups())))

    run()
    tell(f"{len(made)} drawn projects built and proven")
    assert len(made) >= 20
    assert len(set(made)) > 3


def test_a_word_file_without_its_last_part_and_a_text_that_is_refused_would_be_found(tmp_path: Path) -> None:
    write_project(tmp_path)
    assert list(faults(tmp_path)) == []
    assert any("KAM751" in each for each in faults(tmp_path, replace(Makers(), docx=_shortened)))
    edit("content/regios/zeeland/agenda.yaml", "De regio voert uit.", "De regio voert uit. \ufb01")(tmp_path)
    assert any("KAM605" in each for each in faults(tmp_path))


def _shortened(document: Document, style: HouseStyle, page_map: dict[str, int], pages: int) -> bytes:
    return render_docx(replace(document, body=document.body[:-1]), style, page_map, pages)


def faults(root: Path, makers: Makers = MAKERS) -> Iterator[str]:
    """Read, build and prove a project as ``build`` does, in this process; yield all that is wrong."""
    plan = make_plan(resolve_places(root), makers)
    for finding in plan.findings:
        if finding.is_error:
            yield f"{plan.project.locate(finding.where)}: {finding.code.number} {finding.message}"
    yield from (str(fault) for fault in plan.faults)
    for planned in plan.documents:
        yield from _faults_of(planned, plan, makers)


def _faults_of(planned: PlannedDocument, plan: Plan, makers: Makers) -> Iterator[str]:
    if planned.document is None or plan.style is None:
        yield f"{planned.request.id} is niet gemaakt"
        return
    shown: dict[Format, str] = {suffix: f"build/{planned.request.stem}.{suffix}" for suffix in FORMATS}
    made = make_document(Order(planned.document, plan.style, FORMATS, STANDARD, shown), makers)
    if _has_too_long_a_title(planned.document, made) or _has_too_long_a_row(made):
        return
    if made.fault:
        yield str(made.fault)
    if made.verdict is None:
        yield f"{planned.request.id} is niet nagekeken"
    for finding in (*made.findings, *(made.verdict.findings if made.verdict else ())):
        where = plan.project.locate(finding.where)
        yield f"{planned.request.id}: {finding.code.number} {finding.message} ({where})"


def _has_too_long_a_title(document: Document, made: Made) -> bool:
    """Whether no more is wrong than that the title does not fit on the cover, as the writer is told."""
    front = document.front
    if not isinstance(front, Cover) or len(plain_text(front.title)) < LONG_TITLE:
        return False
    told = [(finding.code, finding.where) for finding in made.findings]
    return told == [(Code.OVERFLOW, first_source(front.title))]


def _has_too_long_a_row(made: Made) -> bool:
    """Whether no more is wrong than that rows with notes do not fit on a page, as the writer is told."""
    told = {(finding.code, finding.message) for finding in made.findings}
    return told == {(Code.OVERFLOW, TOO_LONG_A_ROW)}


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
