from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.readers import Readers
from tests import projects as p

PROPOSED = "Schrijf de eerste keer in het document: Infrastructuur en Waterstaat (IenW)."


def found_in(root: Path, *changes: p.Change) -> list[tuple[str, str, str]]:
    """Return file, words and hint of each finding about an abbreviation."""
    register = p.write(
        p.AFKORTINGEN,
        "schemaversie: 1\nafkortingen:\n  - {id: ienw, kort: IenW, voluit: Infrastructuur en Waterstaat}\n",
    )
    plan = make_plan(resolve_places(p.write_project(root, register, *changes)), Readers())
    assert {each.code.number for each in plan.findings} <= {"KAM456"}
    return [(each.where.file, each.words, each.hint) for each in plan.findings]


def ends_with(text: str) -> p.Change:
    return p.edit(p.BRIEF, "vervolg: In 2027 volgt een nieuwe brief.", f"vervolg: {text}")


def begins_with(text: str) -> p.Change:
    return p.edit(p.BRIEF, "\ntekst: |\n", f"\ntekst: |\n  {text}\n\n")


def test_an_abbreviation_that_was_not_explained_is_told_with_its_full_words(tmp_path: Path) -> None:
    assert found_in(tmp_path, ends_with("Samen met IenW volgt een brief.")) == [(p.BRIEF, "IenW", PROPOSED)]


def test_an_explanation_earlier_in_the_letter_is_enough(tmp_path: Path) -> None:
    explained = begins_with("Het ministerie van Infrastructuur en Waterstaat (IenW) schrijft mee.")
    assert found_in(tmp_path, explained, ends_with("Samen met IenW volgt een brief.")) == []


def test_an_explanation_that_comes_too_late_is_not(tmp_path: Path) -> None:
    late = ends_with("Infrastructuur en Waterstaat (IenW) schrijft mee.")
    assert [words for _, words, _ in found_in(tmp_path, begins_with("Samen met IenW."), late)] == ["IenW"]


@pytest.mark.parametrize("word", ["IenWater", "A-IenW", "ienw"])
def test_a_part_of_another_word_is_no_abbreviation(word: str, tmp_path: Path) -> None:
    own = p.write("content/gedeeld/woordenlijst.yaml", "schemaversie: 1\nwoorden: [ienw]\n")
    assert found_in(tmp_path, own, ends_with(f"Samen met {word} volgt een brief.")) == []


def test_an_agenda_has_a_list_of_abbreviations_and_explains_none_in_its_texts(tmp_path: Path) -> None:
    used = p.edit(p.AGENDA, "meerwaarde: Samen kan het sneller.", "meerwaarde: Met IenW kan het sneller.")
    assert found_in(tmp_path, used) == []


def test_a_writer_can_ask_to_ignore_it(tmp_path: Path) -> None:
    ignored = p.edit(p.BRIEF, "\nvervolg:", "\n# kamerwerk: negeer KAM456\nvervolg:")
    assert found_in(tmp_path, ends_with("Samen met IenW volgt een brief."), ignored) == []
