from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.cache import CACHE, Cache
from pipeline.engine.crew import open_crew
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.prospect import Prospect, prospects
from pipeline.engine.task import Task
from pipeline.gate.names import HOUSE_STYLE
from tests.engine import fakes
from tests.engine.fakes import LETTER, MAKERS, ZEELAND, Recorder, files_below, zeeland_is
from tests.projects import AGENDA, edit, own_house_style, spoil, write, write_project

STEM = "agendas/zeeland/strategische-agenda-zeeland"
TITLE = "titel: Strategische agenda Zeeland"


def task_in(root: Path, cached: bool = True) -> Task:
    cache = Cache(root / CACHE) if cached else None
    return Task(FORMATS, "ua-1", root / "build", "build", cache=cache)


def make(root: Path) -> None:
    task = task_in(root)
    plan = make_plan(resolve_places(root), MAKERS, cache=task.cache)
    with open_crew(1) as crew:
        build(plan, Ahead(task, MAKERS, crew), Recorder())


def foreseen(root: Path, identity: str = ZEELAND, makers: Makers = MAKERS, cached: bool = True) -> Prospect:
    task = task_in(root, cached)
    plan = make_plan(resolve_places(root), makers, cache=task.cache)
    return next(each for each in prospects(plan, task, makers) if each.request.id == identity)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_what_was_never_made_is_to_be_made(root: Path) -> None:
    prospect = foreseen(root)
    assert (prospect.verb, prospect.made, prospect.formats) == ("make", False, FORMATS)


def test_looking_ahead_makes_no_file(root: Path) -> None:
    foreseen(root)
    assert not (root / "build").exists()
    make(root)
    before = files_below(root / "build")
    zeeland_is("[nieuw]")(root)
    foreseen(root)
    assert files_below(root / "build") == before


def test_what_stands_there_needs_nothing(root: Path) -> None:
    make(root)
    prospect = foreseen(root)
    assert (prospect.verb, prospect.reasons, prospect.missing) == ("nothing", (), ())


def test_a_changed_value_is_told_with_what_it_was_and_where_it_stands(root: Path) -> None:
    make(root)
    edit(AGENDA, TITLE, "# een opmerking\ntitel: Andere titel")(root)
    prospect = foreseen(root, makers=replace(MAKERS, compose=Makers().compose))
    assert prospect.verb == "make"
    assert prospect.remembered
    changed = [reason for reason in prospect.reasons if reason.kind == "value"]
    assert [(each.name, each.before, each.now) for each in changed] == [
        ("titel", "Strategische agenda Zeeland", "Andere titel")
    ]
    assert changed[0].where is not None
    assert changed[0].where.file == AGENDA


@pytest.mark.parametrize(
    "change",
    [
        f"# opmerking\n{TITLE}",
        "titel: 'Strategische agenda Zeeland'",
    ],
    ids=["comment", "quotes"],
)
def test_what_yaml_does_not_say_is_no_reason(root: Path, change: str) -> None:
    make(root)
    edit(AGENDA, TITLE, change)(root)
    prospect = foreseen(root)
    assert (prospect.verb, prospect.reasons) == ("nothing", ())


def test_a_value_of_another_document_is_no_reason(root: Path) -> None:
    make(root)
    fakes.rivierenland_is("[nieuw]")(root)
    assert (foreseen(root).verb, foreseen(root).reasons) == ("nothing", ())


def test_a_file_that_is_gone_comes_back_from_the_cache(root: Path) -> None:
    make(root)
    (root / "build" / f"{STEM}.pdf").unlink()
    prospect = foreseen(root)
    assert (prospect.verb, prospect.missing) == ("restore", (f"build/{STEM}.pdf",))


def test_what_was_made_before_comes_back_from_the_cache(root: Path) -> None:
    make(root)
    zeeland_is("[nieuw]")(root)
    make(root)
    edit(AGENDA, "titel: 'Zeeland [nieuw]'", TITLE)(root)
    assert foreseen(root).verb == "restore"


def test_without_a_cache_everything_is_made_and_nothing_remembered(root: Path) -> None:
    make(root)
    prospect = foreseen(root, cached=False)
    assert (prospect.verb, prospect.made, prospect.remembered) == ("make", True, False)


def test_a_document_with_errors_cannot_be_made(root: Path) -> None:
    spoil(AGENDA)(root)
    prospect = foreseen(root)
    assert prospect.verb == "impossible"
    assert prospect.findings


def test_a_fault_of_the_program_is_told(root: Path) -> None:
    zeeland_is(fakes.COMPOSE_CRASH)(root)
    prospect = foreseen(root)
    assert (prospect.verb, prospect.fault is not None) == ("impossible", True)


def test_a_template_of_the_project_is_named(root: Path) -> None:
    make(root)
    write("templates/agenda/kans.html.j2", "<p>anders</p>\n")(root)
    files = [reason for reason in foreseen(root).reasons if reason.kind == "file"]
    assert [(each.name, each.before) for each in files] == [("templates/agenda/kans.html.j2", None)]


def test_a_measure_of_the_house_style_is_named_with_both_values(root: Path) -> None:
    own_house_style(root)
    make(root)
    edit(f"templates/huisstijl/{HOUSE_STYLE}", 'rule: "#b4b4b4"', 'rule: "#b4b4b5"')(root)
    reasons = [reason for reason in foreseen(root).reasons if reason.kind == "measure"]
    assert [(each.name, each.before, each.now) for each in reasons] == [("colors.rule", "#b4b4b4", "#b4b4b5")]


def test_a_letter_is_not_made_again_for_a_value_that_it_does_not_print(root: Path) -> None:
    make(root)
    edit(AGENDA, TITLE, "titel: Andere titel")(root)
    assert foreseen(root, LETTER).verb == "nothing"
