"""The goldens bite: a change in one place, at any level, is found, and nothing is found without one."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pipeline.diagnostics import Source
from pipeline.document.nodes import Document, Heading, Paragraph, Text
from tests.golden.compare import Difference, Level, check, find_differences, keep, kept_files
from tests.golden.levels import LEVELS
from tests.golden.made import Made, Maker, render

LETTER = "brief/brief-uitwerking"


@pytest.fixture(scope="module")
def letter(make: Maker) -> Made:
    return make(LETTER)


@pytest.fixture(scope="module")
def goldens(letter: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the goldens of the letter at every level."""
    folder = tmp_path_factory.mktemp("expected")
    for level, write in LEVELS.items():
        keep(folder / LETTER, level, write(letter))
    return folder


def found(goldens: Path, level: Level, made: Made) -> list[Difference]:
    return list(find_differences(goldens / LETTER, level, LEVELS[level](made)))


def with_paragraph(tree: Document, change: Callable[[Paragraph], Paragraph]) -> Document:
    """Change the first paragraph after the salutation."""
    index = next(
        index
        for index, block in enumerate(tree.body)
        if isinstance(block, Paragraph) and block.role == "body"
    )
    paragraph = tree.body[index]
    assert isinstance(paragraph, Paragraph)
    return replace(tree, body=(*tree.body[:index], change(paragraph), *tree.body[index + 1 :]))


def with_other_word(paragraph: Paragraph) -> Paragraph:
    first = paragraph.children[0]
    assert isinstance(first, Text)
    other = replace(first, text=first.text.replace("vroeg", "vraagt"))
    assert other != first
    return replace(paragraph, children=(other, *paragraph.children[1:]))


def with_part(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return the Word file with one thing changed in one part."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(target, "w") as changed:
        for name in package.namelist():
            content = package.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new, 1)
            changed.writestr(name, content)
    return target.getvalue()


def page(made: Made) -> Image.Image:
    picture = LEVELS["pages"](made)["pages/01.png"]
    assert isinstance(picture, Image.Image)
    return picture


def page_differences(goldens: Path, letter: Made, first: Image.Image) -> list[Difference]:
    pages = {**LEVELS["pages"](letter), "pages/01.png": first}
    return list(find_differences(goldens / LETTER, "pages", pages))


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_is_found_in_what_did_not_change(goldens: Path, letter: Made, level: Level) -> None:
    assert kept_files(goldens / LETTER, level)
    assert found(goldens, level, letter) == []


def test_another_word_is_found_at_every_level(goldens: Path, letter: Made) -> None:
    changed = render(with_paragraph(letter.tree, with_other_word))
    assert LEVELS
    for level in LEVELS:
        assert found(goldens, level, changed), level


def test_words_with_another_source_are_found_in_the_tree(goldens: Path, letter: Made) -> None:
    elsewhere = Source("content/brieven/uitwerking/brief.yaml", ("vervolg",))
    tree = with_paragraph(letter.tree, lambda paragraph: replace(paragraph, source=elsewhere))
    (difference,) = found(goldens, "tree.txt", replace(letter, tree=tree))
    assert "brief.yaml vervolg" in difference.words


def test_a_property_of_one_word_paragraph_is_found(goldens: Path, letter: Made) -> None:
    changed = with_part(letter.docx, "word/document.xml", b'w:val="Heading1"', b'w:val="Heading2"')
    (difference,) = found(goldens, "docx", replace(letter, docx=changed))
    assert difference.file == "docx/word/document.xml"
    assert "+" in difference.words
    assert 'w:val="Heading2"' in difference.words


def test_a_blank_in_words_of_a_word_file_is_found(goldens: Path, letter: Made) -> None:
    changed = with_part(letter.docx, "word/document.xml", b"Uw Kamer", b"Uw  Kamer")
    assert [each.file for each in found(goldens, "docx", replace(letter, docx=changed))] == [
        "docx/word/document.xml"
    ]


def test_a_part_that_came_and_one_that_went_are_found(goldens: Path, letter: Made) -> None:
    parts = dict(LEVELS["docx"](letter))
    parts["docx/word/nieuw.bin.sha256"] = "0\n"
    del parts["docx/word/settings.xml"]
    differences = find_differences(goldens / LETTER, "docx", parts)
    assert [(each.file, each.words) for each in differences] == [
        ("docx/word/nieuw.bin.sha256", "is new"),
        ("docx/word/settings.xml", "is no longer made"),
    ]


def test_attributes_in_another_order_are_no_change(goldens: Path, letter: Made) -> None:
    order = b'w:right="'
    content = zipfile.ZipFile(BytesIO(letter.docx)).read("word/document.xml")
    start = content.index(b"<w:pgMar ")
    end = content.index(b"/>", start)
    attributes = content[start + len(b"<w:pgMar ") : end].split()
    assert any(each.startswith(order) for each in attributes)
    turned = b"<w:pgMar " + b" ".join(reversed(attributes))
    changed = with_part(letter.docx, "word/document.xml", content[start:end], turned)
    assert changed != letter.docx
    assert found(goldens, "docx", replace(letter, docx=changed)) == []


def test_a_heading_of_another_level_is_found_in_the_tags(goldens: Path, letter: Made) -> None:
    index, heading = next(
        (index, block)
        for index, block in enumerate(letter.tree.body)
        if isinstance(block, Heading) and block.level == 2
    )
    body = (*letter.tree.body[:index], replace(heading, level=1), *letter.tree.body[index + 1 :])
    changed = render(replace(letter.tree, body=body))
    (difference,) = found(goldens, "pdf-tags.txt", changed)
    assert "-" in difference.words
    assert "H2" in difference.words


def test_a_line_that_moved_by_one_dot_is_found(goldens: Path, letter: Made) -> None:
    first = page(letter)
    line = first.crop((0, 300, first.width, 306))
    assert any(line.convert("L").histogram()[:128]), "there are letters on this line"
    first.paste(line, (0, 301))
    (difference,) = page_differences(goldens, letter, first)
    assert difference.file == "pages/01.png"


def test_another_colour_is_found(goldens: Path, letter: Made) -> None:
    first = page(letter)
    darker = first.point([0] * 256 + [0] * 256 + [max(0, value - 20) for value in range(256)])
    mixed = Image.merge("RGB", (*first.split()[:2], darker.split()[2]))
    assert page_differences(goldens, letter, mixed)


def test_edges_that_are_smoothed_differently_are_no_change(goldens: Path, letter: Made) -> None:
    first = page(letter)
    beside = Image.new("RGB", first.size, "white")
    beside.paste(first, (1, 0))
    tenth_of_a_dot_aside = Image.blend(first, beside, 0.1)
    assert tenth_of_a_dot_aside.tobytes() != first.tobytes()
    assert page_differences(goldens, letter, tenth_of_a_dot_aside) == []


def test_a_page_of_another_size_and_a_page_too_many_are_found(goldens: Path, letter: Made) -> None:
    first = page(letter)
    assert page_differences(goldens, letter, first.resize((first.width + 1, first.height)))
    pages = {**LEVELS["pages"](letter), "pages/03.png": first}
    assert [each.file for each in find_differences(goldens / LETTER, "pages", pages)] == ["pages/03.png"]


def test_a_failure_shows_the_pages_and_writes_nothing_else(
    goldens: Path, letter: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    before = {file: file.read_bytes() for file in goldens.rglob("*") if file.is_file()}
    pages = {**LEVELS["pages"](letter), "pages/01.png": Image.new("RGB", page(letter).size, "white")}
    with pytest.raises(pytest.fail.Exception) as failure:
        check(LETTER, "pages", pages, goldens, tmp_path)
    report = tmp_path / LETTER / "pages"
    assert str(report / "index.html") in str(failure.value)
    shown = (report / "index.html").read_text(encoding="utf-8")
    assert sorted(file.name for file in report.iterdir()) == [
        "01-gemaakt.png",
        "01-verschil.png",
        "01-verwacht.png",
        "index.html",
    ]
    assert all(f'src="{file.name}"' in shown for file in report.glob("*.png"))
    red = (255, 0, 0)
    assert red in {colour for _, colour in Image.open(report / "01-verschil.png").getcolors(100_000) or ()}
    assert {file: file.read_bytes() for file in goldens.rglob("*") if file.is_file()} == before


def test_a_report_goes_away_when_all_is_well_again(
    goldens: Path, letter: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("UPDATE_GOLDEN", raising=False)
    old = tmp_path / LETTER / "pages" / "index.html"
    old.parent.mkdir(parents=True)
    old.touch()
    check(LETTER, "pages", LEVELS["pages"](letter), goldens, tmp_path)
    assert not old.exists()


def test_refreshing_keeps_what_is_new_and_removes_what_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UPDATE_GOLDEN", "1")
    expected, differences = tmp_path / "expected", tmp_path / "verschil"
    check("a/b", "docx", {"docx/een.xml": "<een/>\n", "docx/twee.xml": "<twee/>\n"}, expected, differences)
    check(
        "a/b",
        "docx",
        {"docx/een.xml": "<anders/>\n", "docx/map/drie.xml": "<drie/>\n"},
        expected,
        differences,
    )
    assert kept_files(expected / "a/b", "docx") == ["docx/een.xml", "docx/map/drie.xml"]
    assert (expected / "a/b/docx/een.xml").read_text(encoding="utf-8") == "<anders/>\n"


def test_refreshing_leaves_a_picture_within_the_tolerance_alone(tmp_path: Path) -> None:
    picture = Image.new("RGB", (40, 40), "white")
    keep(tmp_path, "pages", {"pages/01.png": picture})
    before = (tmp_path / "pages/01.png").read_bytes()
    picture.putpixel((20, 20), (200, 200, 200))
    keep(tmp_path, "pages", {"pages/01.png": picture})
    assert (tmp_path / "pages/01.png").read_bytes() == before
