"""What is made anew and what is not, seen from the outside: the makers count how often they are called."""

from __future__ import annotations

import pickle
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from pipeline.engine import stages, trees
from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.cache import CACHE, Cache
from pipeline.engine.crew import open_crew
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.recipe import Stage, stage_recipe
from pipeline.engine.task import BuildReport, Task
from tests.engine.fakes import MAKERS, NO_ALT, ZEELAND, Recorder, made, zeeland_is
from tests.projects import AGENDA, BRONNEN, Change, edit, write_project

DOCUMENTS = 4
TITLE = "titel: Strategische agenda Zeeland"


class Counting:
    """Makers that count."""

    def __init__(self) -> None:
        self.calls = Counter[str]()
        self.pages: dict[str, int] = {"kop": 3}
        self.makers = replace(
            MAKERS,
            compose=self._counted("compose", MAKERS.compose),
            pdf=self._counted("pdf", self._pdf),
            docx=self._counted("docx", MAKERS.docx),
            verify=self._counted("verify", MAKERS.verify),
        )

    def _counted(self, name: str, make: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.calls[name] += 1
            return make(*arguments)

        return call

    def _pdf(self, *arguments: Any) -> Any:
        return replace(MAKERS.pdf(*arguments), page_map=MappingProxyType(self.pages))

    def build(self, root: Path, *ids: str, cached: bool = True) -> BuildReport:
        """Build and return the report; afterwards ``calls`` holds what this build did."""
        self.calls.clear()
        cache = Cache(root / CACHE) if cached else None
        task = Task(FORMATS, "ua-1", root / "build", "build", ids, cache=cache)
        plan = make_plan(resolve_places(root), self.makers, False, cache)
        with open_crew(1) as crew:
            return build(plan, Ahead(task, self.makers, crew), Recorder())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path)


@pytest.fixture
def counting() -> Counting:
    return Counting()


def another_recipe(monkeypatch: pytest.MonkeyPatch, *changed: Stage) -> None:
    """Pretend that the program changed, as far as these stages reach."""

    def recipe(stage: Stage) -> str:
        return f"anders {stage}" if stage in changed else stage_recipe(stage)

    monkeypatch.setattr(stages, "stage_recipe", recipe)
    monkeypatch.setattr(trees, "stage_recipe", recipe)


def test_the_first_build_does_everything(root: Path, counting: Counting) -> None:
    report = counting.build(root)
    assert counting.calls == dict.fromkeys(("compose", "pdf", "docx", "verify"), DOCUMENTS)
    assert len(made(report)) == DOCUMENTS
    assert not any(outcome.unchanged for outcome in report.outcomes)


def test_the_second_build_does_nothing(root: Path, counting: Counting) -> None:
    counting.build(root)
    report = counting.build(root)
    assert counting.calls == {}
    assert all(outcome.unchanged and outcome.formats == FORMATS for outcome in report.outcomes)


@pytest.mark.parametrize(
    "change",
    [
        edit(AGENDA, TITLE, f"# opmerking\n{TITLE}"),
        edit(AGENDA, TITLE, "titel: 'Strategische agenda Zeeland'"),
    ],
    ids=["comment", "quotes"],
)
def test_what_yaml_does_not_say_rebuilds_nothing(root: Path, counting: Counting, change: Change) -> None:
    counting.build(root)
    change(root)
    counting.build(root)
    assert counting.calls == {}


def test_a_value_that_no_document_prints_rebuilds_nothing(root: Path, counting: Counting) -> None:
    counting.build(root)
    edit(AGENDA, TITLE, f"{TITLE}\ninterne_notitie: Nog uitzoeken.")(root)
    report = counting.build(root)
    assert counting.calls.keys() == {"compose"}, "the tree is made again, and turns out to be the same"
    assert all(outcome.unchanged for outcome in report.outcomes)


def test_a_value_rebuilds_the_documents_that_print_it(root: Path, counting: Counting) -> None:
    counting.build(root)
    zeeland_is("nieuw")(root)
    report = counting.build(root)
    assert {outcome.request.id for outcome in report.outcomes if not outcome.unchanged} == {ZEELAND}
    assert counting.calls["pdf"] == counting.calls["docx"] == counting.calls["verify"] == 1


def test_a_value_that_goes_back_is_found_in_the_cache(root: Path, counting: Counting) -> None:
    counting.build(root)
    before = (root / AGENDA).read_bytes()
    zeeland_is("nieuw")(root)
    counting.build(root)
    (root / AGENDA).write_bytes(before)
    report = counting.build(root)
    assert counting.calls == {}
    assert not report.outcomes[1].unchanged, "another file stood in its place"


def test_files_that_were_thrown_away_come_from_the_cache(root: Path, counting: Counting) -> None:
    first = counting.build(root)
    for file in (root / "build").rglob("*.docx"):
        file.unlink()
    second = counting.build(root)
    assert counting.calls == {}
    assert made(second) == made(first)
    assert len(list((root / "build").rglob("*.docx"))) == DOCUMENTS


def test_a_file_that_somebody_changed_is_replaced_and_kept(root: Path, counting: Counting) -> None:
    counting.build(root)
    file = next((root / "build").rglob("*zeeland.docx"))
    file.write_bytes(b"door een mens veranderd")
    report = counting.build(root)
    assert counting.calls == {}
    assert [kept.before.endswith("zeeland.docx") for kept in report.changes.kept] == [True]


def test_another_layout_keeps_word_as_long_as_the_pages_are_the_same(
    root: Path, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting.build(root)
    another_recipe(monkeypatch, "pdf")
    counting.build(root)
    assert counting.calls == {"pdf": DOCUMENTS}


def test_another_layout_with_other_pages_makes_word_again(
    root: Path, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting.build(root)
    another_recipe(monkeypatch, "pdf")
    counting.pages = {"kop": 4}
    counting.build(root)
    assert counting.calls == dict.fromkeys(("pdf", "docx", "verify"), DOCUMENTS)


def test_another_proof_makes_no_files_again(
    root: Path, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting.build(root)
    another_recipe(monkeypatch, "verdict")
    report = counting.build(root)
    assert counting.calls == {"verify": DOCUMENTS}
    assert all(outcome.unchanged for outcome in report.outcomes)


def test_another_way_of_composing_that_gives_the_same_trees_makes_nothing_again(
    root: Path, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting.build(root)
    another_recipe(monkeypatch, "tree")
    counting.build(root)
    assert counting.calls == {"compose": DOCUMENTS}


def test_a_template_composes_anew(root: Path, counting: Counting) -> None:
    counting.build(root)
    template = root / "templates/agenda/agenda.html.j2"
    template.parent.mkdir(parents=True)
    template.write_text("", encoding="utf-8")
    counting.build(root)
    assert counting.calls == {"compose": DOCUMENTS}


def test_a_picture_composes_anew(root: Path, counting: Counting) -> None:
    counting.build(root)
    (root / "content/regios/zeeland/kaart.png").write_bytes(b"plaatje")
    counting.build(root)
    assert counting.calls == {"compose": DOCUMENTS}


def test_without_a_cache_everything_is_made_and_compared(root: Path, counting: Counting) -> None:
    counting.build(root)
    report = counting.build(root, cached=False)
    assert counting.calls == dict.fromkeys(("compose", "pdf", "docx", "verify"), DOCUMENTS)
    assert all(outcome.unchanged for outcome in report.outcomes), "the bytes are the same"


def test_a_damaged_cache_costs_time_and_nothing_else(root: Path, counting: Counting) -> None:
    counting.build(root)
    for file in (root / CACHE).rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1] + b"?")
    report = counting.build(root)
    assert counting.calls == dict.fromkeys(("compose", "pdf", "docx", "verify"), DOCUMENTS)
    assert all(outcome.unchanged for outcome in report.outcomes)


def test_two_branches_share_a_cache(root: Path, counting: Counting, tmp_path: Path) -> None:
    counting.build(root)
    other = write_project(tmp_path / "ander")
    (root / CACHE).rename(other / CACHE)
    counting.build(other)
    assert counting.calls == {}
    assert len(list((other / "build").rglob("*.pdf"))) == DOCUMENTS


def test_a_finding_is_told_again(root: Path, counting: Counting) -> None:
    zeeland_is(NO_ALT)(root)
    first = counting.build(root, ZEELAND)
    assert len(first.findings) == 1
    second = counting.build(root, ZEELAND)
    assert second.findings == first.findings


def test_a_source_before_another_in_its_register_rebuilds_nothing_else(
    root: Path, counting: Counting
) -> None:
    counting.build(root)
    text = (root / BRONNEN).read_text(encoding="utf-8")
    entry = "  - id: nieuwe-bron\n    titel: Een nieuwe bron\n    soort: rapport\n"
    (root / BRONNEN).write_text(text.replace("bronnen:\n", f"bronnen:\n{entry}", 1), encoding="utf-8")
    report = counting.build(root)
    assert counting.calls.keys() <= {"compose"}
    assert all(outcome.unchanged for outcome in report.outcomes if outcome.formats)


def test_makers_can_be_sent_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(Makers())) == Makers()


@pytest.mark.parametrize("lost", ["pdf", "docx", "verdict"])
def test_processes_hand_over_what_was_kept_beside_what_they_made(root: Path, lost: str) -> None:
    cache = Cache(root / CACHE)
    task = Task(FORMATS, "ua-1", root / "build", "build", cache=cache)
    plan = make_plan(resolve_places(root), MAKERS, False, cache)
    with open_crew(2) as crew:
        build(plan, Ahead(task, MAKERS, crew), Recorder())
        shutil.rmtree(cache.folder / lost)
        report = build(plan, Ahead(task, MAKERS, crew), Recorder())
    assert report.faults == ()
    assert all(outcome.unchanged for outcome in report.outcomes)
