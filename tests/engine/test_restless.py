"""A file that changes while it is read: what is made and kept of it is of one state of the files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compose.documents import Composed
from pipeline.diagnostics import Code
from pipeline.engine.ahead import Ahead
from pipeline.engine.build import build
from pipeline.engine.cache import CACHE, Cache
from pipeline.engine.crew import open_crew
from pipeline.engine.inputs import look_at_inputs
from pipeline.engine.makers import Makers
from pipeline.engine.manifest import FORMATS
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, RestlessError, make_plan
from pipeline.engine.standing import Standing
from pipeline.engine.task import Task
from tests.cli.runner import run
from tests.engine.fakes import MAKERS, Recorder, files_below
from tests.projects import AGENDA, add, edit, write_project

TEMPLATE = "templates/brief/kop.html.j2"
OLD, NEW = "oude kop", "nieuwe kop"
TITLE = "titel: Strategische agenda Zeeland"

Step = Callable[[], object]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_project(tmp_path)
    (tmp_path / TEMPLATE).parent.mkdir(parents=True)
    (tmp_path / TEMPLATE).write_text(OLD, encoding="utf-8")
    return tmp_path


def composing(root: Path, before: Step = lambda: None, after: Step = lambda: None) -> Makers:
    """Return makers that print a template of the project; somebody takes a step before and after that."""

    def compose(*arguments: object) -> Composed:
        before()
        words = (root / TEMPLATE).read_text(encoding="utf-8")
        after()
        made = MAKERS.compose(*arguments)  # pyright: ignore[reportArgumentType] - handed on as they came
        assert made.document
        metadata = replace(made.document.metadata, title=words)
        return replace(made, document=replace(made.document, metadata=metadata))

    return replace(MAKERS, compose=compose)


def writing(file: Path, *words: str) -> Step:
    """Return a step that saves the next of these words each time, until there are no more of them."""
    left = list(words)

    def step() -> None:
        if left:
            file.write_text(left.pop(0), encoding="utf-8")

    return step


def plan(root: Path, makers: Makers) -> Plan:
    return make_plan(resolve_places(root), makers, False, Cache(root / CACHE))


def titles(made: Plan) -> set[str]:
    return {each.document.metadata.title for each in made.documents if each.document}


def test_a_template_that_changes_before_it_is_read_is_not_kept_as_what_it_was(root: Path) -> None:
    assert titles(plan(root, composing(root, before=writing(root / TEMPLATE, NEW)))) == {NEW}
    (root / TEMPLATE).write_text(OLD, encoding="utf-8")
    assert titles(plan(root, composing(root))) == {OLD}


def test_documents_are_of_one_state_when_a_template_changes_between_them(root: Path) -> None:
    assert titles(plan(root, composing(root, after=writing(root / TEMPLATE, NEW)))) == {NEW}


def test_a_template_that_was_changed_and_changed_back_is_read_again(root: Path) -> None:
    file = root / TEMPLATE
    makers = composing(root, before=writing(file, NEW), after=writing(file, OLD))
    assert titles(plan(root, makers)) == {OLD}


@pytest.mark.parametrize("words", ["", "oude"])
def test_a_file_that_is_read_while_it_is_being_saved_is_read_again(root: Path, words: str) -> None:
    file = root / TEMPLATE
    makers = composing(root, before=writing(file, words), after=writing(file, NEW))
    assert titles(plan(root, makers)) == {NEW}


def test_a_file_that_comes_or_goes_meanwhile_counts(root: Path) -> None:
    came: list[Plan] = []
    picture = root / "content/regios/zeeland/kaart.png"
    steps = iter((lambda: picture.write_bytes(b"nieuw"), picture.unlink))
    came.append(plan(root, composing(root, before=lambda: next(steps, lambda: None)())))
    assert came[0].inputs is not None
    assert "content/regios/zeeland/kaart.png" not in came[0].inputs.files


def test_files_that_never_come_to_rest_are_an_error_that_names_one(root: Path) -> None:
    makers = composing(root, after=writing(root / TEMPLATE, *map(str, range(1000))))
    with pytest.raises(RestlessError) as raised:
        plan(root, makers)
    assert raised.value.finding.code is Code.INPUT_RESTLESS
    assert raised.value.finding.where.file == TEMPLATE
    assert not (root / CACHE).exists()


def test_a_build_among_restless_files_makes_and_removes_nothing(root: Path) -> None:
    assert run("build", "--jobs", "1", project=root, makers=composing(root)).exit_code == 0
    before = {name: (root / "build" / name).read_bytes() for name in files_below(root / "build")}
    makers = composing(root, after=writing(root / TEMPLATE, *map(str, range(1000))))
    result = run("build", "--no-cache", project=root, makers=makers)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{TEMPLATE}:1:1: fout KAM909: ")
    assert {name: (root / "build" / name).read_bytes() for name in files_below(root / "build")} == before


@pytest.mark.parametrize(
    "command", [("check",), ("verify",), ("explain", "agenda/zeeland"), ("build", "--dry-run")]
)
def test_every_command_that_reads_says_the_same(root: Path, command: tuple[str, ...]) -> None:
    makers = composing(root, after=writing(root / TEMPLATE, *map(str, range(1000))))
    result = run(*command, project=root, makers=makers)
    assert result.exit_code == 1
    assert "KAM909" in result.stderr


def test_what_is_saved_during_a_build_is_made_by_the_next_one(root: Path) -> None:
    task = Task(FORMATS, "ua-1", root / "build", "build", cache=Cache(root / CACHE))
    standing, made = Standing(resolve_places(root), task), plan(root, MAKERS)
    edit(AGENDA, TITLE, "titel: Later opgeslagen")(root)
    with open_crew(1) as crew:
        standing.keep(build(made, Ahead(task, MAKERS, crew), Recorder()), made)
    assert standing.recall() is None
    edit(AGENDA, "titel: Later opgeslagen", TITLE)(root)
    assert standing.recall() is not None


def test_a_file_that_cannot_be_read_is_an_input_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr("pipeline.engine.inputs.digest_of", refuse)
    assert look_at_inputs(resolve_places(root)).files[TEMPLATE].digest == "onleesbaar"


def test_only_files_aside_from_yaml_count_by_their_bytes(root: Path) -> None:
    before = plan(root, MAKERS).inputs
    add(AGENDA, "# opmerking\n")(root)
    after = plan(root, MAKERS).inputs
    assert before is not None
    assert after is not None
    assert before.key != after.key
    assert before.aside == after.aside
    assert TEMPLATE in after.aside
