"""The schemas in the real language server for YAML, as a writer meets them in an editor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.authoring.language_server import Editor, editor
from tests.tools import ROOT

AGENDA = ROOT / "content/regios/zeeland/nieuw.yaml"
LINE = "# yaml-language-server: $schema=../../../templates/schema/agenda.json\n"
FILES = sorted([*(ROOT / "content").rglob("*.yaml"), ROOT / "templates/huisstijl/huisstijl.yaml"])


@pytest.fixture(scope="module")
def opened() -> Iterator[Editor]:
    with editor() as server:
        yield server


def new_file(name: str) -> Path:
    """Name a file that exists in the editor only; each test has its own."""
    return AGENDA.with_name(f"{name}.yaml")


def test_no_file_of_the_project_is_underlined(opened: Editor) -> None:
    found = {str(file): opened.open(file, file.read_text(encoding="utf-8")) for file in FILES}
    assert {name: each for name, each in found.items() if each} == {}


def test_a_wrong_key_is_underlined_at_its_place(opened: Editor) -> None:
    found = opened.open(new_file("sleutel"), f"{LINE}schemaversie: 1\ntitle: Zeeland\n")
    (wrong,) = [each for each in found if "title" in each["message"]]
    assert wrong["range"]["start"] == {"line": 2, "character": 0}


def test_a_word_outside_the_list_is_underlined(opened: Editor) -> None:
    found = opened.open(new_file("keuze"), f"{LINE}status: konsept\n")
    assert any(each["range"]["start"] == {"line": 1, "character": 8} for each in found)


def test_keys_are_proposed_with_what_they_are_for(opened: Editor) -> None:
    file = new_file("sleutels")
    opened.open(file, f"{LINE}\n")
    proposed = {each["label"]: each for each in opened.complete(file, 1, 0)}
    assert {"kansen", "afspraken", "samenvatting"} <= proposed.keys()
    assert "Hoogstens drie alinea's." in str(proposed["samenvatting"]["documentation"])


def test_the_words_of_a_list_are_proposed_with_what_they_mean(opened: Editor) -> None:
    file = new_file("woorden")
    opened.open(file, f"{LINE}status: \n")
    proposed = {each["label"]: each for each in opened.complete(file, 1, 8)}
    assert {"concept", "vastgesteld", "verzonden"} <= proposed.keys()
    assert "verandert niet meer" in str(proposed["verzonden"]["documentation"])


def test_a_whole_kans_can_be_typed_at_once(opened: Editor) -> None:
    file = new_file("kans")
    opened.open(file, f"{LINE}kansen:\n  \n")
    texts = [str(each.get("insertText")) for each in opened.complete(file, 2, 2) if "kans" in each["label"]]
    assert any("meerwaarde:" in text and "departementen:" in text for text in texts)


def test_a_key_is_explained_where_the_pointer_is(opened: Editor) -> None:
    file = new_file("uitleg")
    opened.open(file, f"{LINE}versie: '1.0'\nambitie:\n  horizon: 2040\n")
    assert "Jaar waarop de ambitie ziet." in opened.hover(file, 3, 4)


def test_an_amount_shows_how_it_can_be_written(opened: Editor) -> None:
    file = new_file("bedrag")
    opened.open(file, f"{LINE}kansen:\n  - id: k-net\n    bedrag: \n")
    assert "22,5 miljoen" in {each["label"] for each in opened.complete(file, 3, 12)}
