"""A note for colleagues may stand in every group, also where all other keys are years."""

from __future__ import annotations

from pathlib import Path

from pipeline.content.project import Project, read_project
from pipeline.diagnostics import Code, Diagnostic, Source
from tests.projects import AGENDA, edit, write_project

FIRST_LINE = ("middelen", "regels", 0, "bedragen")


def with_note(root: Path, old: str, new: str) -> tuple[Project, tuple[Diagnostic, ...]]:
    return read_project(write_project(root, edit(AGENDA, old, new)))


def test_a_note_among_the_amounts_is_left_out_and_the_amounts_keep_their_places(tmp_path: Path) -> None:
    noted = "        interne_notitie: 'Nagaan: 9 miljoen?'\n        2028: p.m."
    project, faults = with_note(tmp_path, "        2028: p.m.", noted)
    assert faults == ()
    agenda = project.regios["zeeland"].agenda
    assert agenda is not None
    assert agenda.middelen is not None
    amounts = agenda.middelen.regels[0].bedragen
    assert list(amounts) == ["2027", "2028"]
    assert amounts["2028"].source == Source(AGENDA, (*FIRST_LINE, "2028"))


def test_a_wrong_amount_beside_a_note_is_placed_where_it_stands(tmp_path: Path) -> None:
    noted = "        interne_notitie: nagaan\n        2028: veel"
    _, faults = with_note(tmp_path, "        2028: p.m.", noted)
    place = Source(AGENDA, (*FIRST_LINE, "2028"))
    assert [(fault.code, fault.where) for fault in faults] == [(Code.INVALID_AMOUNT, place)]


def test_a_note_alone_is_no_money(tmp_path: Path) -> None:
    _, faults = with_note(tmp_path, "        2027: 1500000", "        interne_notitie: volgt")
    place = Source(AGENDA, ("middelen", "regels", 1, "bedragen"))
    assert [(fault.code, fault.where) for fault in faults] == [(Code.WRONG_LENGTH, place)]


def test_amounts_that_are_no_group_are_refused(tmp_path: Path) -> None:
    _, faults = with_note(
        tmp_path, "      bedragen:\n        2027: 1500000", "      bedragen: 1500000 in 2027"
    )
    assert [fault.code for fault in faults] == [Code.WRONG_TYPE]
