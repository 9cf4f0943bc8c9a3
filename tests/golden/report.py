"""A page for people that shows pictures that changed: as expected, as made, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image

from tests.golden.images import difference

_HEAD = """\
<!DOCTYPE html>
<html lang="nl">
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; background: #eee; }}
figure {{ display: inline-block; margin: 0 1em 1em 0; vertical-align: top; }}
</style>
<h1>{title}</h1>
"""


@dataclass(frozen=True, slots=True)
class ChangedPicture:
    """A picture that is not as it was."""

    file: str
    expected: Image.Image
    actual: Image.Image


def write_report(folder: Path, title: str, pictures: Sequence[ChangedPicture]) -> Path:
    """Write three PNG files per picture and one HTML page that shows them; return the page."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [_HEAD.format(title=escape(title))]
    for picture in pictures:
        parts.append(f"<h2>{escape(picture.file)}</h2>\n")
        views = (
            ("verwacht", picture.expected),
            ("gemaakt", picture.actual),
            ("verschil", difference(picture.expected, picture.actual)),
        )
        for word, view in views:
            name = f"{Path(picture.file).stem}-{word}.png"
            view.save(folder / name)
            parts.append(f'<figure><figcaption>{word}</figcaption><img src="{name}" alt=""></figure>\n')
    page = folder / "index.html"
    page.write_text("".join(parts), encoding="utf-8")
    return page
