"""Markdown that is right: each ``markdown/*.md`` becomes the tree in the ``.txt`` beside it."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase

import pytest

from pipeline.content.values import Amount, PlainText
from pipeline.diagnostics import Source
from pipeline.document.nodes import List
from pipeline.document.text import plain_text
from pipeline.document.walk import block_inlines, iter_blocks
from tests.compose.rendered import markdown, outline, passages, sources

CASES = sorted((Path(__file__).parent / "markdown").glob("*.md"))
SIGNERS = Source("content/gedeeld/ondertekenaars.yaml", ("ondertekenaars",))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_markdown_becomes_the_tree_beside_it(case: Path, tmp_path: Path) -> None:
    functions = [
        PlainText(words, SIGNERS.child(index, "functie"))
        for index, words in enumerate(("minister van Financiën", "staatssecretaris van Financiën"))
    ]
    blocks, diagnostics = markdown(
        tmp_path,
        case.read_text(encoding="utf-8").rstrip(),
        sources=sources(
            brief={"kamerstuk": "36800-VII, nr. 97", "datum": "2026-04-24"},
            rapport={"titel": "Elke regio telt", "uitgever": "Een raad", "jaar": 2023},
        ),
        passages=passages(kort="een *korte* passage", lang="Eerste alinea.\n\n- met een lijst"),
        values={
            "bedrag": Amount(22_500_000, 22_500_000, Source("content/regios/r/agenda.yaml", ("bedrag",)))
        },
        mede_namens=tuple(functions),
    )
    assert diagnostics == ()
    assert outline(blocks) == case.with_suffix(".txt").read_text(encoding="utf-8")


def test_a_hash_is_a_heading_of_the_level_that_the_template_gives(tmp_path: Path) -> None:
    blocks, diagnostics = markdown(tmp_path, "# A\n\n## B", "{{ tekst | md(2, 'decimal') }}")
    assert diagnostics == ()
    assert [(block.level, block.numbering) for block in blocks] == [(2, "decimal"), (3, "decimal")]  # type: ignore[union-attr]


def test_inline_markdown_fits_in_a_cell(tmp_path: Path) -> None:
    blocks, diagnostics = markdown(tmp_path, "Een *cel*", "<p>Zie: {{ tekst | mdi }}.</p>")
    assert diagnostics == ()
    assert outline(blocks) == "alinea 0:0\n  'Zie: ' -\n  'Een ' 0:0\n  cursief\n    'cel' 0:5\n  '.' -\n"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("# De stand (in 2026) is goed", ["De stand (in 2026) is goed"]),
        ("De stand (in\n2026) is goed", ["De stand (in 2026) is goed"]),
        ("| a | b |\n| - | - |\n| (in 2026) is | 3) c |", ["a", "b", "(in 2026) is", "3) c"]),
    ],
    ids=["heading", "paragraph", "cell"],
)
def test_a_number_before_a_bracket_is_a_list_only_where_a_line_begins(
    tmp_path: Path, typed: str, words: list[str]
) -> None:
    blocks, diagnostics = markdown(tmp_path, typed)
    assert diagnostics == ()
    assert [plain_text(run) for block in iter_blocks(blocks) for run in block_inlines(block)] == words


def test_a_list_of_letters_in_a_list_of_numbers_leaves_it_a_list_of_numbers(tmp_path: Path) -> None:
    blocks, _ = markdown(tmp_path, "1) a) een\n   b) twee")
    assert [block.kind for block in iter_blocks(blocks) if isinstance(block, List)] == ["decimal", "letter"]


@pytest.mark.parametrize("last", ["i", "j", "k", "t"])
def test_a_list_of_letters_goes_on_after_a_text_with_the_letter_that_was_typed(
    tmp_path: Path, last: str
) -> None:
    letters = ascii_lowercase[: ascii_lowercase.index(last) + 1]
    following = ascii_lowercase[len(letters)]
    typed = "\n".join(f"{letter}. punt" for letter in letters)
    blocks, diagnostics = markdown(tmp_path, f"{typed}\n\nTekst ertussen.\n\n{following}. en verder")
    assert diagnostics == ()
    lists = [block for block in iter_blocks(blocks) if isinstance(block, List)]
    assert [(block.kind, block.start) for block in lists] == [("letter", 1), ("letter", len(letters) + 1)]


def test_a_list_of_letters_that_does_not_follow_one_stays_words(tmp_path: Path) -> None:
    blocks, _ = markdown(tmp_path, "j. een\nk. twee\n\na. drie\n\nc. vier")
    assert [block.start for block in iter_blocks(blocks) if isinstance(block, List)] == [1]
