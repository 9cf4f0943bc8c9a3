"""A house style of a project may come from anywhere: its tokens, fonts and logo are looked at too."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from pipeline.diagnostics import Code
from pipeline.document.nodes import Letterhead
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import make_plan
from pipeline.engine.readers import Readers
from tests import projects as p
from tests.hostile.attack import findings, run
from tests.hostile.test_pictures import ATTACKS as PICTURES
from tests.hostile.test_pictures import svg
from tests.tools import ROOT

STYLE = "templates/huisstijl/huisstijl.yaml"
FONT = "templates/huisstijl/lettertypen/DejaVuSans.ttf"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return p.write_project(tmp_path, p.own_house_style)


TOKENS = {
    "a bomb": "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)),
    "ten thousand deep": "[" * 10_000 + "]" * 10_000,
    "ten thousand groups deep": "".join(f"{' ' * n}a:\n" for n in range(600)),
    "an object of Python": "fonts: !!python/object/apply:os.system [echo]\n",
    "keys that are lists": "? [a, b]\n: c\n",
    "keys that are groups": "? {a: b}\n: c\n",
    "a number beyond counting": f"page: {{width: {'9' * 5000}}}\n",
    "a date that cannot be": "page: 2026-13-45\n",
    "no text": "\0\1\2",
    "a list": "- a\n",
    "nothing": "",
}


@pytest.mark.parametrize("attack", TOKENS)
def test_tokens_that_are_no_house_style_are_told(root: Path, attack: str) -> None:
    (root / STYLE).write_text(TOKENS[attack], encoding="utf-8")
    answer = run(root, "check", codes=(1,))
    assert STYLE in answer.said


def broken_fonts(font: bytes) -> dict[str, bytes]:
    tables = 12 + 16 * int.from_bytes(font[4:6], "big")
    return {
        "nothing": b"",
        "no font": b"Dit is geen lettertype." * 100,
        "cut off in its tables": font[: len(font) // 2],
        "cut off in its head": font[: tables - 5],
        "very many tables": font[:4] + b"\xff\xff" + font[6:],
        "tables beyond the end": font[:12]
        + b"".join(
            font[at : at + 8] + b"\xff\xff\xff\xff" + font[at + 12 : at + 16] for at in range(12, tables, 16)
        )
        + font[tables:],
        "zeros behind its head": font[:tables] + bytes(len(font) - tables),
        "a collection": b"ttcf\0\1\0\0\xff\xff\xff\xff" + font,
        "a packed font of nothing": b"wOFF" + font[:40],
    }


FONTS = tuple(broken_fonts((ROOT / FONT).read_bytes()))


@pytest.mark.parametrize("attack", FONTS)
def test_a_file_that_is_no_font_is_told_though_its_digest_is_right(root: Path, attack: str) -> None:
    sound = (root / FONT).read_bytes()
    broken = broken_fonts(sound)[attack]
    (root / FONT).write_bytes(broken)
    style = (root / STYLE).read_text(encoding="utf-8")
    before, after = (hashlib.sha256(each).hexdigest() for each in (sound, broken))
    assert before in style
    (root / STYLE).write_text(style.replace(before, after), encoding="utf-8")
    answer = run(root, "check", codes=(1,))
    assert Code.FONT_MISSING.number in answer.said
    assert "geen lettertype, of is beschadigd" in answer.said


def has_logo(data: bytes, name: str = "logo.png") -> p.Change:
    def change(root: Path) -> None:
        p.edit(STYLE, 'logo: {path: ""', f'logo: {{path: "{name}"')(root)
        (root / STYLE).with_name(name).write_bytes(data)

    return change


@pytest.mark.parametrize("attack", PICTURES)
def test_a_hostile_logo_is_told(root: Path, attack: str) -> None:
    has_logo(PICTURES[attack])(root)
    assert {each.code for each in findings(root)} == {Code.PICTURE_INVALID}


@pytest.mark.parametrize("name", ["logo.png", "logo.gif", "logo", "logo.PDF"])
def test_a_logo_is_what_its_bytes_are_and_not_what_it_is_called(root: Path, name: str) -> None:
    has_logo(svg('<rect width="9" height="9"/>'), name)(root)
    plan = make_plan(resolve_places(root), Readers())
    fronts = [planned.document.front for planned in plan.documents if planned.document]
    logos = [front.logo for front in fronts if isinstance(front, Letterhead)]
    assert logos
    assert {logo.format for logo in logos if logo} == {"svg"}
