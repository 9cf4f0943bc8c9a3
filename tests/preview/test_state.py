from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine.places import resolve_places
from pipeline.preview.rounds import look
from pipeline.preview.state import state
from pipeline.preview.survey import Survey, survey
from tests.engine.fakes import COMPOSE_ERROR, RIVIERENLAND, ZEELAND, rivierenland_is, zeeland_is
from tests.preview.fakes import MAKERS
from tests.projects import AGENDA, Change, edit, line_of, spoil, write_project


def told(
    root: Path, *changes: Change, known: Survey | None = None, older: bool = False, document: str = ZEELAND
) -> dict[str, Any]:
    for change in changes:
        change(root)
    return state(document, look(resolve_places(root), MAKERS, document, None), known, older)


def surveyed(root: Path) -> Survey:
    return survey(resolve_places(root), MAKERS)


def entry(message: dict[str, Any], document: str) -> dict[str, Any]:
    return next(each for each in message["documents"] if each["id"] == document)


def test_everything_can_be_written_as_json(tmp_path: Path) -> None:
    message = told(write_project(tmp_path), known=surveyed(tmp_path))
    assert json.loads(json.dumps(message)) == message


def test_a_survey_can_be_sent_between_processes(tmp_path: Path) -> None:
    found = surveyed(write_project(tmp_path, spoil(AGENDA)))
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.findings


def test_the_page_hears_where_each_paragraph_was_written(tmp_path: Path) -> None:
    message = told(write_project(tmp_path))
    (spot,) = message["pages"]["spots"]
    assert spot["at"] == f"{AGENDA}:{line_of(tmp_path, AGENDA, 'titel:')}"
    assert spot["box"] == [30, 40, 120, 8]


def test_before_the_first_survey_only_the_chosen_document_has_a_state(tmp_path: Path) -> None:
    message = told(write_project(tmp_path))
    assert entry(message, ZEELAND)["errors"] == 0
    assert entry(message, RIVIERENLAND)["errors"] is None
    assert message["checking"]


def test_errors_of_other_documents_stand_elsewhere(tmp_path: Path) -> None:
    write_project(tmp_path, rivierenland_is(COMPOSE_ERROR))
    message = told(tmp_path, known=surveyed(tmp_path))
    assert message["findings"] == []
    assert [each["code"] for each in message["elsewhere"]] == ["KAM405"]
    assert entry(message, RIVIERENLAND)["errors"] == 1
    assert not message["checking"]


def test_an_error_is_told_once_when_round_and_survey_both_found_it(tmp_path: Path) -> None:
    write_project(tmp_path, zeeland_is(COMPOSE_ERROR))
    message = told(tmp_path, known=surveyed(tmp_path))
    assert [each["code"] for each in message["findings"]] == ["KAM405"]
    assert message["elsewhere"] == []


def test_a_mended_error_goes_before_the_next_survey(tmp_path: Path) -> None:
    write_project(tmp_path, zeeland_is(COMPOSE_ERROR))
    stale = surveyed(tmp_path)
    message = told(tmp_path, edit(AGENDA, COMPOSE_ERROR, "[goed]"), known=stale, older=True)
    assert message["findings"] == []
    assert entry(message, ZEELAND)["errors"] == 0


def test_a_finding_knows_the_paragraph_where_it_is_to_be_seen(tmp_path: Path) -> None:
    good = look(resolve_places(write_project(tmp_path)), MAKERS, ZEELAND, None).printed
    edit(AGENDA, "status: vastgesteld", "statuss: vastgesteld")(tmp_path)
    zeeland_is(COMPOSE_ERROR)(tmp_path)
    seen = look(resolve_places(tmp_path), MAKERS, ZEELAND, good)
    message = state(ZEELAND, seen, None, survey_is_older=True)
    assert not message["fresh"]
    assert message["pages"]["version"] == (good.version if good else "")
    wrong_key = next(each for each in message["findings"] if each["code"] == "KAM201")
    assert wrong_key["at"].startswith(f"{AGENDA}:")
    assert any("^" in line for line in wrong_key["lines"])


@pytest.mark.parametrize("document", ["", "agenda/nergens", "../../etc/passwd"])
def test_an_unknown_document_is_no_reason_to_stop(document: str, tmp_path: Path) -> None:
    message = told(write_project(tmp_path), document=document)
    assert message["document"] == {"id": document, "title": "", "known": False}
    assert message["pages"] is None
    assert len(message["documents"]) == 4
