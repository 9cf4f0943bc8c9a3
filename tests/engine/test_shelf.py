"""What was found in texts before may be told again only while it would still be found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.compose.texts import check_texts
from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.diagnostics.located import located
from pipeline.diagnostics.recalling import Find, Findings, Recall
from pipeline.document.nodes import Document
from pipeline.engine.cache import Cache
from pipeline.engine.inputs import Inputs
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from pipeline.engine.readers import Readers
from pipeline.engine.shelf import Memory, Shelf
from pipeline.language import check_language
from tests.projects import (
    AGENDA,
    BRIEF,
    BRONNEN,
    PROGRAMMA,
    REGIO,
    TEKSTBLOKKEN,
    Change,
    add,
    edit,
    remove,
    spoil,
    write,
    write_project,
)

ONE = Diagnostic(Code.MISSPELT, "Het woord “kusst” is onbekend.", Location("a", 1, 1))
PROFILE = "profiel: Een provincie met veel kust."


def profile(typed: str) -> Change:
    return edit(REGIO, PROFILE, f"profiel: {typed}")


def listed(word: str) -> Change:
    return write("content/gedeeld/woordenlijst.yaml", f"schemaversie: 1\nwoorden: [{word}]\n")


PLAIN, WRONG = profile("Veel kust."), profile("Veel kusst.")
NAMED = edit(BRIEF, "vervolg: In 2027", "vervolg: Over [=zeeland.titel] in 2027")
COUNTED = edit(AGENDA, "samenvatting: Eén kans", "samenvatting: De regio telt drie gemeenten. Eén kans")
CHANGES: dict[str, tuple[Change, Change]] = {
    "unknown words": (PLAIN, edit(REGIO, "kust.", "kusst en kuusst.")),
    "a word that is listed": (WRONG, listed("kusst")),
    "a source that is not there": (PLAIN, edit(REGIO, "kust.", "kust [@nergens].")),
    "a source that is gone": (profile("Kust [@cbs-2024]."), edit(BRONNEN, "id: cbs-2024", "id: cbs-2023")),
    "a register with errors": (profile("Veel kust [@nergens]."), spoil(BRONNEN)),
    "a passage that may be gone": (profile("Kust. [=nergens]"), spoil(TEKSTBLOKKEN)),
    "a picture that is not there": (PLAIN, edit(REGIO, "Veel kust.", "'![Kaart](kaart.png)'")),
    "facts that a text differs from": (COUNTED, edit(REGIO, "  - Vlissingen\n", "")),
    "an error in the agenda": (COUNTED, spoil(AGENDA)),
    "no agenda any more": (WRONG, remove(AGENDA)),
    "a value that a letter names": (NAMED, edit(AGENDA, "titel: Strategische agenda", "titell: Agenda")),
    "lines that move": (WRONG, edit(REGIO, "soort: provincie\n", "\n\nsoort: provincie\n")),
    "a rule that is off": (WRONG, add(PROGRAMMA, "regels:\n  KAM478: uit\n")),
    "a comment that ignores": (WRONG, edit(REGIO, "kusst.", "kusst. # kamerwerk: negeer KAM478")),
}


def counting(readers: Readers) -> tuple[Readers, list[str]]:
    """Return readers, and a list that grows with the file or the name of each part that is looked at."""
    looked: list[str] = []

    def told(recall: Recall) -> Recall:
        def ask(files: Iterable[str], aside: Iterable[str], find: Find) -> Findings:
            names, others = tuple(files), tuple(aside)

            def look() -> Findings:
                looked.append(names[0] if len(names) == 1 else others[0])
                return find()

            return recall(names, others, look)

        return ask

    def texts(project: Project, recall: Recall) -> tuple[Diagnostic, ...]:
        return check_texts(project, told(recall))

    def language(project: Project, documents: Iterable[Document], recall: Recall) -> tuple[Diagnostic, ...]:
        return check_language(project, documents, told(recall))

    return replace(readers, texts=texts, language=language), looked


def plan_of(root: Path, readers: Readers, cache: Cache | None) -> Plan:
    return make_plan(resolve_places(root), readers, cache=cache)


def test_nothing_is_looked_at_twice(tmp_path: Path) -> None:
    root, cache = write_project(tmp_path / "project"), Cache(tmp_path / "cache")
    readers, looked = counting(Readers())
    plan_of(root, readers, cache)
    assert looked
    looked.clear()
    add(REGIO, "# Een opmerking.\n")(root)
    plan_of(root, readers, cache)
    assert looked == []


def test_a_new_value_is_looked_at_with_the_texts_that_can_name_it(tmp_path: Path) -> None:
    root, cache = write_project(tmp_path / "project"), Cache(tmp_path / "cache")
    readers, looked = counting(Readers())
    plan_of(root, readers, cache)
    looked.clear()
    profile("Een provincie met kust.")(root)
    plan_of(root, readers, cache)
    assert sorted(looked) == sorted([REGIO, "regio zeeland", "brief 2026-12-voortgang"])


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_all_is_found_that_is_found_without_a_cache(tmp_path: Path, name: str) -> None:
    before, change = CHANGES[name]
    root, cache = write_project(tmp_path / "project", before), Cache(tmp_path / "cache")
    first = shown(plan_of(root, Readers(), cache))
    assert first == shown(plan_of(root, Readers(), None))
    change(root)
    assert shown(plan_of(root, Readers(), cache)) == (second := shown(plan_of(root, Readers(), None)))
    assert first != second


def shown(plan: Plan) -> list[tuple[object, ...]]:
    return [
        (found.at, found.finding.code, found.finding.message, found.finding.hint, found.finding.severity)
        for found in located(plan.findings, plan.project.locate)
    ]


def test_what_one_part_remembers_is_not_told_of_another(tmp_path: Path) -> None:
    shelf = Shelf(Cache(tmp_path), Inputs({}))
    memory = Memory(shelf, "how", {"a": "1"}, frozenset())
    assert memory(("a",), ("x",), lambda: (ONE,)) == (ONE,)
    shelf.keep()
    assert memory(("a",), ("x",), unexpected) == (ONE,)
    others: tuple[tuple[Memory, tuple[str, ...], tuple[str, ...]], ...] = (
        (memory, ("a",), ("y",)),
        (memory, ("a",), ("x", "")),
        (memory, ("a", "b"), ("x",)),
        (replace(memory, how="other"), ("a",), ("x",)),
        (replace(memory, values={"a": "2"}), ("a",), ("x",)),
        (replace(memory, broken=frozenset({"a"})), ("a",), ("x",)),
    )
    assert [asked(files, aside, lambda: ()) for asked, files, aside in others] == [()] * len(others)


def unexpected() -> Findings:
    raise AssertionError("it was asked before")
