"""What turns the direction of reading, a character or CSS, is refused wherever it comes in and never printed.

As typed in YAML, and as an escape in a value, ``tests/content/test_source.py`` plants the other invisible
characters; here stand the ways in that a whole project has.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from pipeline.compose.svg_safety import danger_in
from pipeline.diagnostics import Location
from pipeline.diagnostics.excerpt import excerpt
from pipeline.diagnostics.plain import clean
from tests import projects as p
from tests.hostile.attack import Answer, found, profile, put, run, text
from tests.hostile.test_pictures import svg

TURNS = ["\u202e", "\u2067"]
"""The override, with which one line hides another, and an isolate."""
ALL = [chr(code) for code in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]

PICTURE = "content/regios/zeeland/kaart.svg"


def escape(char: str) -> str:
    return f"\\u{ord(char):04x}"


def entity(char: str) -> str:
    return f"&#x{ord(char):x};"


def rename(folder: str, name: str) -> p.Change:
    def change(root: Path) -> None:
        (root / folder).rename((root / folder).with_name(name))

    return change


def drawn(inside: str) -> p.Change:
    """Put a picture with a text in it on a page."""

    def change(root: Path) -> None:
        put(PICTURE, svg(inside))(root)
        profile("'![Kaart](kaart.svg)'")(root)

    return change


Attack = Callable[[str], p.Change]

IN_TEXT: dict[str, tuple[Attack, set[str]]] = {
    "a text field": (
        lambda char: p.edit(p.REGIO, "in_regio: in Zeeland", f"in_regio: in{char} Zeeland"),
        {"KAM108"},
    ),
    "a Markdown field": (lambda char: text(f"Een **provincie{char}** met kust."), {"KAM108"}),
    "a Markdown field, as an entity": (lambda char: text(f"Een {entity(char)} kust."), {"KAM402", "KAM605"}),
    "a key": (lambda char: p.add(p.REGIO, f"a{char}b: ja\n"), {"KAM108"}),
    "a key, as an escape": (lambda char: p.add(p.REGIO, f'"a{escape(char)}b": ja\n'), {"KAM108"}),
    "the name of a picture": (lambda char: profile(f"'![Kaart](kaart{char}.svg)'"), {"KAM108"}),
    "the name of a picture, as an entity": (
        lambda char: profile(f"'![Kaart](kaart{entity(char)}.svg)'"),
        {"KAM603"},
    ),
    "a text in a picture": (lambda char: drawn(f"<text>a{char}b</text>"), {"KAM603"}),
    "a text in a picture, as an entity": (lambda char: drawn(f"<text>a{entity(char)}b</text>"), {"KAM603"}),
}


@pytest.mark.parametrize("char", TURNS, ids=ascii)
@pytest.mark.parametrize("way", IN_TEXT)
def test_each_way_in_gives_a_finding_at_its_file(tmp_path: Path, way: str, char: str) -> None:
    attack, codes = IN_TEXT[way]
    told = found(p.write_project(tmp_path, attack(char)))
    assert {f"{code} {p.REGIO}" for code in codes} <= set(told)


FOLDERS = {"a region": "content/regios/zeeland", "a letter": "content/brieven/2026-12-voortgang"}


@pytest.mark.parametrize("char", TURNS, ids=ascii)
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_with_such_a_name_is_left_alone(tmp_path: Path, folder: str, char: str) -> None:
    name = f"zee{char}land"
    root = p.write_project(tmp_path, rename(FOLDERS[folder], name))
    assert f"KAM903 {Path(FOLDERS[folder]).with_name(name).as_posix()}" in found(root)
    for command in (["list"], ["list", "--json"], ["check"], ["build", "--format", "docx", "--jobs", "1"]):
        assert_not_shown(run(root, *command), char)
    assert [file.name for file in (root / "build").rglob("*") if char in file.name] == []


@pytest.mark.parametrize("way", IN_TEXT)
def test_the_terminal_shows_a_sign_in_its_place_and_no_document_has_it(tmp_path: Path, way: str) -> None:
    char = TURNS[0]
    root = p.write_project(tmp_path, IN_TEXT[way][0](char))
    assert_not_shown(run(root, "check"), char)
    built = run(root, "build", "agenda/zeeland", "--jobs", "1")
    assert_not_shown(built, char)
    assert built.code == 1
    assert list((root / "build").rglob("strategische-agenda-zeeland.*")) == []


def assert_not_shown(answer: Answer, char: str) -> None:
    assert char not in answer.said, ascii(answer.said)


@pytest.mark.parametrize("char", ALL, ids=ascii)
def test_a_message_and_the_lines_around_it_show_that_something_stands_there(char: str) -> None:
    assert clean(f"a{char}b") == "a\ufffdb"
    assert excerpt([f"a{char}b"], Location("a.yaml", 1, 3))[0] == "1 | a\ufffdb"


@pytest.mark.parametrize("char", ALL, ids=ascii)
@pytest.mark.parametrize("inside", ["<text>a{}b</text>", '<g aria-label="a{}b"/>', "<g/>a{}b"])
def test_no_picture_has_one_in_a_text_or_an_attribute(inside: str, char: str) -> None:
    assert f"U+{ord(char):04X}" in danger_in(etree.fromstring(svg(inside.format(char))))
    assert danger_in(etree.fromstring(svg(inside.format("–")))) == ""


OVERRIDE = "direction: rtl; unicode-bidi: bidi-override"
STYLES = {
    "a style": f'<text style="{OVERRIDE}">abc</text>',
    "one property": '<text style="unicode-bidi:isolate-override">abc</text>',
    "an attribute": '<text direction="rtl">abc</text>',
    "another attribute": '<text unicode-bidi=" Bidi-Override ">abc</text>',
    "an attribute with a comment": '<text direction="/**/rtl">abc</text>',
    "a style sheet": f"<style>text {{ fill: red; {OVERRIDE} }}</style><text>abc</text>",
    "a style sheet in CDATA": f"<style><![CDATA[text{{{OVERRIDE}}}]]></style>",
    "capitals": '<text style="DIRECTION:RTL">abc</text>',
    "a value that counts more": '<text style="direction:rtl !important">abc</text>',
    "a comment in CSS": '<text style="direction/* : ltr */:/*;*/rtl">abc</text>',
    "a comment in XML": "<style>text{dir<!-- a -->ection:rtl}</style>",
    "an element in a style sheet": "<style>text{dir<g>a</g>ection:rtl}</style>",
    "a style sheet in an element": "<style>text{<g>direction:rtl</g>}</style>",
    "a text that looks like a comment": """<style>a{font-family:"/*"}text{direction:rtl}b{c:"*/"}</style>""",
    "an address that looks like a comment": "<style>a{fill:url(#/*)}text{direction/**/:rtl}</style>",
    "a text without its end": """<style>a{b:"/*\n}text{direction:rtl}*/</style>""",
    "another value": '<g style="--a:rtl"><text style="direction:var(--a)">abc</text></g>',
    "a change": '<text>abc<set attributeName="direction" to="rtl"/></text>',
}
HARMLESS = [
    '<text style="direction:ltr;unicode-bidi:normal;writing-mode:lr-tb">abc</text>',
    '<text direction="ltr" unicode-bidi="embed">abc</text>',
    '<text style="direction: LTR !important">abc</text>',
    "<style>/* direction: rtl */ text { direction: inherit }</style>",
    "<text>direction: rtl</text>",
    '<g style="--direction:rtl;text-direction:rtl"/>',
]


@pytest.mark.parametrize("way", STYLES)
def test_no_style_of_a_picture_turns_a_text_round(way: str) -> None:
    assert "verandert de leesrichting" in danger_in(etree.fromstring(svg(STYLES[way])))


@pytest.mark.parametrize("inside", HARMLESS)
def test_a_picture_may_say_that_its_texts_are_read_as_they_are_written(inside: str) -> None:
    assert danger_in(etree.fromstring(svg(inside))) == ""


def test_a_picture_that_turns_a_text_round_is_told_at_its_file(tmp_path: Path) -> None:
    root = p.write_project(tmp_path, drawn(STYLES["a style"]))
    assert f"KAM603 {p.REGIO}" in found(root)
    assert "“direction”" in run(root, "check").said
