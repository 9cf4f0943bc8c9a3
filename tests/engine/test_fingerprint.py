from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.diagnostics import Source
from pipeline.document import nodes as n
from pipeline.engine.fingerprint import content_fingerprint
from pipeline.house_style import HouseStyle
from tests.styles import house_style
from tests.tools import ROOT
from tests.trees import one_page_letter

TREE = replace(
    one_page_letter(),
    body=(n.Paragraph((n.Text("Een tekst.", Source("content/a.yaml", ("tekst",), 2, 4)),)), n.PageBreak()),
    source_yaml="tekst: Een tekst.\n",
)
PROGRAM = "from tests.engine.test_fingerprint import TREE, fingerprint\nprint(fingerprint(TREE))\n"


def fingerprint(tree: n.Document) -> str:
    return content_fingerprint(tree, house_style())


def test_it_is_the_same_in_every_process() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "12345"}
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == fingerprint(TREE)


def test_where_a_text_was_written_does_not_count() -> None:
    moved = n.Text("Een tekst.", Source("content/elders.yaml", ("anders",), 7, 1))
    assert fingerprint(replace(TREE, body=(n.Paragraph((moved,)), n.PageBreak()))) == fingerprint(TREE)


CHANGES: dict[str, Callable[[n.Document], n.Document]] = {
    "a letter": lambda tree: replace(tree, body=(n.Paragraph((n.Text("Een Tekst."),)), n.PageBreak())),
    "a kind of node": lambda tree: replace(tree, body=(n.Quote((tree.body[0],)), n.PageBreak())),
    "an order": lambda tree: replace(tree, body=tree.body[::-1]),
    "a role": lambda tree: replace(
        tree, body=(n.Paragraph((n.Text("Een tekst."),), role="note"), n.PageBreak())
    ),
    "a node without fields": lambda tree: replace(tree, body=tree.body[:1]),
    "metadata": lambda tree: replace(tree, metadata=replace(tree.metadata, status="vastgesteld")),
    "the attached source": lambda tree: replace(tree, source_yaml="tekst: anders\n"),
    "a picture": lambda tree: replace(
        tree, body=(*tree.body, n.Figure(n.Picture(b"een", "png", 10, 10), "Alt."))
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_printed_counts(change: Callable[[n.Document], n.Document]) -> None:
    assert fingerprint(change(TREE)) != fingerprint(TREE)


def test_the_bytes_of_a_picture_count() -> None:
    one, other = (
        replace(TREE, body=(n.Figure(n.Picture(data, "png", 10, 10), "Alt."),)) for data in (b"een", b"twee")
    )
    assert fingerprint(one) != fingerprint(other)


def with_font(style: HouseStyle) -> HouseStyle:
    regular = style.fonts.regular.model_copy(update={"sha256": "0" * 64})
    return style.model_copy(update={"fonts": style.fonts.model_copy(update={"regular": regular})})


def with_link_colour(style: HouseStyle) -> HouseStyle:
    return style.model_copy(update={"colors": style.colors.model_copy(update={"link": "#123456"})})


@pytest.mark.parametrize("change", [with_font, with_link_colour])
def test_the_house_style_counts(change: Callable[[HouseStyle], HouseStyle]) -> None:
    assert content_fingerprint(TREE, change(house_style())) != fingerprint(TREE)


def test_where_the_house_style_stands_does_not_count() -> None:
    elsewhere = house_style().model_copy(update={"folder": house_style().folder / "elders"})
    assert content_fingerprint(TREE, elsewhere) == fingerprint(TREE)
