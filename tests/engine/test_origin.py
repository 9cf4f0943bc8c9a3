from __future__ import annotations

import re
from importlib.metadata import version

from pipeline.engine.commit import Commit
from pipeline.engine.origin import UsedFont, origin_of
from tests.styles import house_style

ORIGIN = origin_of(house_style(), Commit("ab" * 20))


def test_every_tool_has_a_version() -> None:
    versions = {tool.name: tool.version for tool in ORIGIN.tools}
    assert versions["weasyprint"] == version("weasyprint")
    for library in ("harfbuzz", "pango", "zlib"):
        assert re.fullmatch(r"\d+(\.\d+)+", versions[library]), library
    assert all(versions.values())


def test_tools_stand_in_order() -> None:
    names = [tool.name for tool in ORIGIN.tools]
    assert names == sorted(names)


def test_the_fonts_of_the_house_style_are_named_with_their_hashes() -> None:
    fonts = house_style().fonts
    assert UsedFont(fonts.regular.path, fonts.regular.sha256) in ORIGIN.fonts
    assert len(ORIGIN.fonts) == 4


def test_a_font_that_serves_for_two_faces_is_named_once() -> None:
    style = house_style()
    fonts = style.fonts.model_copy(update={"bold_italic": style.fonts.bold})
    assert len(origin_of(style.model_copy(update={"fonts": fonts}), None).fonts) == 3
