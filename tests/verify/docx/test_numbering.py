"""Labels of lists, counted from the numbering part as Word counts."""

from __future__ import annotations

import pytest

from pipeline.verify.passages import Passage
from tests.verify.docx.files import by_hand, p


def level(depth: int, text: str, form: str = "decimal", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def use(number: int, definition: int, *overrides: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{"".join(overrides)}</w:num>'


def restart(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(number: int, depth: int = 0, *words: str) -> str:
    place = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/>'
    return p(*words, properties=f"<w:numPr>{place}</w:numPr>")


def labels(numbering: str, *items: str) -> list[str]:
    file = by_hand("".join(items), numbering=numbering)
    return [each.words for each in file.reading.passages if each.kind == "label"]


def test_a_list_counts_from_its_start() -> None:
    assert labels(definition(0, level(0, "%1.", start=3)) + use(1, 0), item(1), item(1)) == ["3.", "4."]


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("lowerLetter", 1, "a)"),
        ("lowerLetter", 26, "z)"),
        ("lowerLetter", 27, "aa)"),
        ("lowerLetter", 54, "bbb)"),
        ("upperLetter", 2, "B)"),
        ("lowerLetter", 0, ")"),
    ],
)
def test_letters_are_doubled_past_z(form: str, start: int, label: str) -> None:
    assert labels(definition(0, level(0, "%1)", form, start)) + use(1, 0), item(1)) == [label]


def test_letters_begin_anew_after_thirty_of_them() -> None:
    numbering = definition(0, level(0, "%1", "lowerLetter", 780)) + use(1, 0)
    assert labels(numbering, item(1), item(1)) == ["z" * 30, "a"]


def test_a_bullet_is_its_text() -> None:
    assert labels(definition(0, level(0, "•", "bullet")) + use(1, 0), item(1), item(1)) == ["•", "•"]


def test_a_level_that_shows_no_number_has_no_label() -> None:
    assert labels(definition(0, level(0, "%1.", "none")) + use(1, 0), item(1)) == []


def test_deeper_levels_count_within_the_item_above() -> None:
    numbering = definition(0, level(0, "%1."), level(1, "%1.%2")) + use(1, 0)
    items = (item(1), item(1, 1), item(1, 1), item(1), item(1, 1))
    assert labels(numbering, *items) == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_deep_item_without_one_above_it_shows_the_start_above() -> None:
    numbering = definition(0, level(0, "%1.", start=4), level(1, "%1.%2")) + use(1, 0)
    assert labels(numbering, item(1, 1)) == ["4.1"]


def test_lists_of_one_definition_count_on_unless_they_restart() -> None:
    shared = definition(0, level(0, "%1."))
    assert labels(shared + use(1, 0) + use(2, 0), item(1), item(2)) == ["1.", "2."]
    restarted = shared + use(1, 0) + use(2, 0, restart(0, 5))
    assert labels(restarted, item(1), item(2), item(2), item(1)) == ["1.", "5.", "6.", "7."]


def test_an_override_may_bring_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1:", "upperLetter", 2)}</w:lvlOverride>'
    assert labels(definition(0, level(0, "%1.")) + use(1, 0, own), item(1)) == ["B:"]


def test_lists_that_are_not_defined_have_no_labels() -> None:
    assert labels("", item(1)) == []
    assert labels(use(1, 7), item(1)) == []
    assert labels(definition(0, level(0, "%1.")) + use(1, 0), item(0), item(1, 4)) == []


def test_a_label_stands_before_the_words_and_before_nothing_too() -> None:
    numbering = definition(0, level(0, "%1.")) + use(1, 0)
    file = by_hand(item(1, 0, "x") + item(1), numbering=numbering)
    assert file.reading.passages == (Passage("label", "1."), Passage("text", "x"), Passage("label", "2."))
