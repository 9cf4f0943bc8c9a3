"""The form of the export: what is kept, that it reads back, and that equal values give equal bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TypeAlias

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.source_export import export_source
from pipeline.content.source import YamlMap, read_yaml
from pipeline.diagnostics import KeyPath, Source

FILE = "content/a.yaml"
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30) | st.text(
    "ab \n\t:-#'\"|>é\x85\u2028\ufeff[]{}%@`!&*?,\\~", max_size=20
)
NAMES = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=8).filter(
    lambda name: name != "interne_notitie"
)
GROUPS = st.dictionaries(
    NAMES,
    st.recursive(
        TEXTS,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=4) | st.dictionaries(NAMES, inner, min_size=1, max_size=4)
        ),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


def typed(text: str, file: str = FILE) -> YamlMap:
    found = read_yaml(text.encode(), file)
    assert found.diagnostics == ()
    assert found.value is not None
    return found.value


def export(text: str, *paths: KeyPath) -> str:
    return export_source("brief/x", [Source(FILE, path) for path in paths], {FILE: typed(text)})


def files_in(exported: str) -> dict[str, Plain]:
    return yaml.safe_load(exported)["bestanden"]


def kept(text: str, *paths: KeyPath) -> Plain:
    return files_in(export(text, *paths)).get(FILE, {})


# --- what is kept ---


def test_a_document_is_named_first_and_its_files_are_sorted() -> None:
    values = {name: typed("titel: x\n", name) for name in ("content/b.yaml", "content/a.yaml")}
    exported = export_source("brief/x", [Source(name, ("titel",)) for name in values], values)
    assert exported == (
        "document: brief/x\nbestanden:\n  content/a.yaml:\n    titel: x\n  content/b.yaml:\n    titel: x\n"
    )


def test_only_the_values_that_were_printed_are_kept() -> None:
    text = "titel: Een\nversie: '1.0'\nkansen:\n  - id: k\n    titel: Twee\n  - id: l\n    titel: Drie\n"
    assert kept(text, ("titel",), ("kansen", 1, "titel")) == {"titel": "Een", "kansen": [{"titel": "Drie"}]}


def test_a_value_is_kept_as_it_was_typed() -> None:
    text = "datum: 2026-12-18\nbedrag: 22,5 miljoen\nstatus: no\nnummer: 0123\n"
    paths = [(name,) for name in ("datum", "bedrag", "status", "nummer")]
    assert kept(text, *paths) == {
        "datum": "2026-12-18",
        "bedrag": "22,5 miljoen",
        "status": "no",
        "nummer": "0123",
    }


def test_a_text_over_more_lines_is_a_literal_block() -> None:
    exported = export('tekst: "Een: twee.\\n\\n- drie\\n"\n', ("tekst",))
    assert "    tekst: |\n      Een: twee.\n\n      - drie\n" in exported


def test_a_long_line_is_not_broken() -> None:
    words = "woord " * 100 + "eind"
    assert f"    tekst: {words}\n" in export(f"tekst: {words}\n", ("tekst",))


@pytest.mark.parametrize(
    "path",
    [
        ("kansen",),
        ("kansen", 0),
        ("kansen", 0, "weg"),
        ("kansen", 7, "titel"),
        ("leeg",),
        ("naam", "lopend"),
        (),
    ],
)
def test_what_is_no_single_text_in_the_file_is_left_out(path: KeyPath) -> None:
    text = "leeg:\nkansen:\n  - titel: x\n"
    assert files_in(export(text, path)) == {}


def test_a_file_that_the_project_does_not_have_is_left_out() -> None:
    sources = [Source("", ("titel",)), Source("content/weg.yaml", ("titel",)), Source(FILE, ("titel",))]
    exported = export_source("brief/x", sources, {FILE: typed("titel: x\n")})
    assert files_in(exported) == {FILE: {"titel": "x"}}


def test_nothing_printed_is_an_export_without_files() -> None:
    assert export_source("brief/x", [], {FILE: typed("titel: x\n")}) == "document: brief/x\nbestanden: {}\n"


def test_an_internal_note_is_left_out_even_when_it_is_said_to_be_printed() -> None:
    text = "titel: x\ninterne_notitie: GEHEIM\nkansen:\n  - titel: y\n    interne_notitie: GEHEIM\n"
    exported = export(text, ("titel",), ("interne_notitie",), ("kansen", 0, "interne_notitie"))
    assert files_in(exported) == {FILE: {"titel": "x"}}


def test_the_place_in_a_text_does_not_count() -> None:
    once = export_source("brief/x", [Source(FILE, ("titel",))], {FILE: typed("titel: x y\n")})
    places = [Source(FILE, ("titel",), 0, 2), Source(FILE, ("titel",), 1, 0)]
    assert export_source("brief/x", places, {FILE: typed("titel: x y\n")}) == once


# --- the same values, the same bytes ---


@pytest.mark.parametrize(
    "other",
    [
        "kansen: [{titel: Twee}]\ntitel: Een\n",
        "# Opmerking\ntitel: 'Een' # nog een\n\nkansen:\n- {titel: \"Twee\"}\n",
        "interne_notitie: bespreken\nkansen:\n  -\n      titel: >-\n        Twee\ntitel: |-\n  Een\n",
        "titel: Een\nversie: '2'\nkansen:\n  - id: k-nieuw\n    titel: Twee\n",
    ],
)
def test_order_comments_quotes_and_unprinted_keys_change_nothing(other: str) -> None:
    paths = (("titel",), ("kansen", 0, "titel"))
    assert export(other, *paths) == export("titel: Een\nkansen:\n  - titel: Twee\n", *paths)


@pytest.mark.parametrize(
    "other",
    [
        "titel: Een\ndoelen:\n  - b\n  - a\n",
        "titel: een\ndoelen:\n  - a\n  - b\n",
        "titel: Een\ndoelen:\n  - a\n",
        'titel: "Een\\n"\ndoelen:\n  - a\n  - b\n',
    ],
)
def test_another_value_or_another_order_in_a_list_changes_the_export(other: str) -> None:
    paths = (("titel",), ("doelen", 0), ("doelen", 1))
    assert export(other, *paths) != export("titel: Een\ndoelen:\n  - a\n  - b\n", *paths)


# --- reading it back ---


def leaves(value: Plain, path: KeyPath = ()) -> Iterator[KeyPath]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from leaves(inner, (*path, key))
        case list():
            for index, inner in enumerate(value):
                yield from leaves(inner, (*path, index))
        case str():
            yield path


def only(value: Plain, chosen: set[KeyPath], path: KeyPath = ()) -> Plain | None:
    """Say in another way what the export keeps: the leaves chosen, and what leads to them."""
    if isinstance(value, str):
        return value if path in chosen else None
    if isinstance(value, list):
        items = [only(inner, chosen, (*path, index)) for index, inner in enumerate(value)]
        return [item for item in items if item is not None] or None
    group = {key: only(inner, chosen, (*path, key)) for key, inner in value.items()}
    return {key: inner for key, inner in group.items() if inner is not None} or None


def as_typed(value: Plain, shuffled: random.Random) -> str:
    """Write values in YAML with the keys in any order, every text in quotes."""

    def mixed(inner: Plain) -> Plain:
        if isinstance(inner, dict):
            keys = list(inner)
            shuffled.shuffle(keys)
            return {key: mixed(inner[key]) for key in keys}
        return [mixed(item) for item in inner] if isinstance(inner, list) else inner

    return yaml.safe_dump(mixed(value), default_style='"', allow_unicode=False, sort_keys=False)


def group_of(value: Plain) -> YamlMap:
    found = read_yaml(as_typed(value, random.Random(0)).encode(), FILE)
    assert found.value is not None
    return found.value


@given(GROUPS, st.data())
def test_what_is_read_back_is_what_was_typed(values: dict[str, Plain], data: st.DataObject) -> None:
    paths = sorted(leaves(values), key=str)
    chosen = data.draw(st.sets(st.sampled_from(paths)))
    exported = export_source("x", [Source(FILE, path) for path in chosen], {FILE: group_of(values)})
    wanted = only(values, chosen)
    assert yaml.safe_load(exported) == {"document": "x", "bestanden": {FILE: wanted} if wanted else {}}
    assert exported.encode()


@given(GROUPS, st.randoms(use_true_random=False))
def test_the_order_of_keys_never_shows(values: dict[str, Plain], shuffled: random.Random) -> None:
    sources = [Source(FILE, path) for path in leaves(values)]
    other = read_yaml(as_typed(values, shuffled).encode(), FILE).value
    assert other is not None
    shuffled.shuffle(sources)
    assert export_source("x", sources, {FILE: other}) == export_source(
        "x", list(reversed(sources)), {FILE: group_of(values)}
    )
