"""The rules in a project: their weight, and what a writer asks to ignore."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.content.project import read_project
from pipeline.diagnostics import Diagnostic
from pipeline.diagnostics.located import located
from pipeline.language import check_language
from tests import projects as p

DATE = p.edit(p.BRIEF, "vervolg: In 2027", "vervolg: Na 24-04-2027")


def found_in(root: Path, *changes: p.Change) -> list[tuple[str, int, str]]:
    """Return file, line and code of each finding."""
    project, broken = read_project(p.write_project(root, *changes))
    assert broken == ()
    return [
        (each.at.file, each.at.line, each.finding.code.number)
        for each in located(check_language(project), project.locate)
    ]


def levels(root: Path, *changes: p.Change) -> list[bool]:
    project, _ = read_project(p.write_project(root, *changes))
    return [finding.is_error for finding in check_language(project)]


def above(key: str, comment: str) -> p.Change:
    """Put a comment above a key of the letter."""
    return p.edit(p.BRIEF, f"\n{key}:", f"\n{comment}\n{key}:")


def line(root: Path, text: str) -> int:
    return p.line_of(root, p.BRIEF, text)


def test_the_small_project_is_written_well(tmp_path: Path) -> None:
    assert found_in(tmp_path) == []


def test_a_finding_stands_at_its_line_in_the_file(tmp_path: Path) -> None:
    assert found_in(tmp_path, DATE) == [(p.BRIEF, line(tmp_path, "24-04-2027"), "KAM453")]


@pytest.mark.parametrize(("weight", "expected"), [("fout", [True]), ("waarschuwing", [False]), ("uit", [])])
def test_a_project_weighs_a_rule(tmp_path: Path, weight: str, expected: list[bool]) -> None:
    weighed = p.add(p.PROGRAMMA, f"regels:\n  KAM453: {weight}\n")
    assert levels(tmp_path, DATE, weighed) == expected


@pytest.mark.parametrize(
    ("number", "hint"),
    [("KAM204", "een code als KAM451"), ("KAM45", "Bedoelde u “KAM45"), ("datum", "KAM451")],
)
def test_only_a_rule_of_language_can_be_weighed(tmp_path: Path, number: str, hint: str) -> None:
    root = p.write_project(tmp_path, p.add(p.PROGRAMMA, f"regels:\n  {number}: uit\n"))
    (finding,) = read_project(root)[1]
    assert finding.code.number == "KAM201"
    assert hint in finding.hint


@pytest.mark.parametrize(
    "comment",
    [
        "# kamerwerk: negeer KAM453",
        "# Kamerwerk: negeer kam453 (de naam van een regeling)",
        "#kamerwerk: negeer KAM453",
    ],
)
def test_a_comment_above_the_key_ignores_a_rule(tmp_path: Path, comment: str) -> None:
    assert found_in(tmp_path, DATE, above("vervolg", comment)) == []


def test_other_comments_may_stand_between(tmp_path: Path) -> None:
    comment = "# kamerwerk: negeer KAM453\n# Zo heet de regeling."
    assert found_in(tmp_path, DATE, above("vervolg", comment)) == []


def test_a_comment_on_the_line_of_the_key_ignores_a_rule(tmp_path: Path) -> None:
    change = p.edit(
        p.BRIEF,
        "vervolg: In 2027 volgt een nieuwe brief.",
        "vervolg: |  # kamerwerk: negeer KAM453\n  Na 24-04-2027 volgt een brief.",
    )
    assert found_in(tmp_path, change) == []


def test_a_comment_is_about_the_next_key_only(tmp_path: Path) -> None:
    elsewhere = above("datum", "# kamerwerk: negeer KAM453")
    found = found_in(tmp_path, DATE, elsewhere)
    assert [(number, code) for _, number, code in found] == [
        (line(tmp_path, "# kamerwerk"), "KAM474"),
        (line(tmp_path, "24-04-2027"), "KAM453"),
    ]


@pytest.mark.parametrize("code", ["KAM204", "KAM99", "alles"])
def test_a_code_that_is_no_rule_of_language_is_told(tmp_path: Path, code: str) -> None:
    found = found_in(tmp_path, above("vervolg", f"# kamerwerk: negeer {code}"))
    assert [each[2] for each in found] == ["KAM474"]


def test_two_codes_can_be_named_at_once(tmp_path: Path) -> None:
    both = p.edit(p.BRIEF, "vervolg: In 2027", "vervolg: Na 24-04-2027 , in 2027")
    assert found_in(tmp_path, both, above("vervolg", "# kamerwerk: negeer KAM453 KAM458")) == []


def test_a_comment_inside_a_text_is_an_error_and_ignores_nothing(tmp_path: Path) -> None:
    change = p.edit(
        p.BRIEF,
        "vervolg: In 2027 volgt een nieuwe brief.",
        "vervolg: |\n  # kamerwerk: negeer KAM453\n  Na 24-04-2027 volgt een brief.",
    )
    assert [code for _, _, code in found_in(tmp_path, change)] == ["KAM475", "KAM453"]


def test_findings_have_words_for_a_caret(tmp_path: Path) -> None:
    project, _ = read_project(p.write_project(tmp_path, DATE))
    found: tuple[Diagnostic, ...] = check_language(project)
    assert [each.words for each in found] == ["24-04-2027"]


@pytest.mark.parametrize(
    ("file", "before", "after", "code"),
    [
        (p.BRIEF, "betreft: Voortgang", "betreft: Vooortgang", "KAM478"),
        (
            p.BRIEF,
            "betreft: Voortgang",
            "betreft: De Kamer en de Minister van Financiën, voortgang",
            "KAM452",
        ),
        (p.AGENDA, "titel: Ruimte op het net", "titel: Ruimte op het  net", "KAM458"),
        (p.AGENDA, "titel: Ruimte op het net", "titel: Ruimte op het nettt", "KAM478"),
    ],
)
def test_titles_and_other_lines_are_judged_too(
    tmp_path: Path, file: str, before: str, after: str, code: str
) -> None:
    found = found_in(tmp_path, p.edit(file, before, after))
    assert found == [(file, p.line_of(tmp_path, file, after), code)]


def test_a_title_is_no_sentence_that_can_be_too_long(tmp_path: Path) -> None:
    assert (
        found_in(
            tmp_path, p.edit(p.BRIEF, "betreft: Voortgang", f"betreft: {'regio en Rijk, ' * 10}Voortgang")
        )
        == []
    )


def test_a_line_that_stands_as_it_is_elsewhere_is_left_alone(tmp_path: Path) -> None:
    title = p.edit(p.BRONNEN, "    titel: ", "    titel: De Minister schreeef , ")
    assert found_in(tmp_path, title) == []


def test_a_wrong_word_in_the_name_of_a_party_does_not_vouch_for_itself(tmp_path: Path) -> None:
    found = found_in(tmp_path, p.edit(p.PARTIJEN, "lopend: de gemeente", "lopend: de gemeeente"))
    assert [code for _, _, code in found] == ["KAM478"]
