import shutil
from pathlib import Path

import pytest

from pipeline.diagnostics import Code, Source
from pipeline.house_style import HouseStyle, load_house_style

SHIPPED = Path(__file__).parents[2] / "templates" / "huisstijl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED, tmp_path / "huisstijl")
    return tmp_path / "huisstijl"


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "huisstijl.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_shipped_house_style_is_complete() -> None:
    style, findings = load_house_style(SHIPPED, "templates/huisstijl")
    assert findings == ()
    assert isinstance(style, HouseStyle)


def test_the_letter_has_the_measured_positions() -> None:
    style, _ = load_house_style(SHIPPED, "templates/huisstijl")
    assert style is not None
    letter = style.letter
    assert (letter.margins.left, letter.margins.right, letter.margins.bottom) == (28, 49, 19)
    assert (letter.addressee.x, letter.addressee.y) == (28, 54.3)
    assert (letter.reference.x, letter.reference.y, letter.reference.width) == (164.5, 54.6, 35.5)
    assert (letter.body_top_first, letter.body_top_follow) == (121.7, 66.9)


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("  rule: 0.5  ", "  regel: 0.5  ", ("table", "rule")),
        ('lintblauw: "#154273"', "lintblauw: blauw", ("colors", "lintblauw")),
        ("body_top_first: 121.7", "body_top_first: -1", ("letter", "body_top_first")),
        ("body_top_first: 121.7", "body_top_first: hoog", ("letter", "body_top_first")),
    ],
)
def test_a_wrong_token_is_an_error_at_its_key(
    folder: Path, old: str, new: str, path: tuple[str, ...]
) -> None:
    change(folder, old, new)
    style, findings = load_house_style(folder, "huisstijl")
    assert style is None
    assert Source("huisstijl/huisstijl.yaml", path) in [finding.where for finding in findings]
    assert {finding.code for finding in findings} == {Code.HOUSE_STYLE}


def test_a_changed_font_file_is_refused(folder: Path) -> None:
    with (folder / "lettertypen" / "DejaVuSans.ttf").open("ab") as font:
        font.write(b"x")
    style, findings = load_house_style(folder, "huisstijl")
    assert style is None
    assert [finding.code for finding in findings] == [Code.FONT_MISSING]


def test_a_missing_font_file_is_named(folder: Path) -> None:
    (folder / "lettertypen" / "DejaVuSans-Bold.ttf").unlink()
    _, findings = load_house_style(folder, "huisstijl")
    assert [finding.code for finding in findings] == [Code.FONT_MISSING]
    assert "DejaVuSans-Bold.ttf" in findings[0].message


@pytest.mark.parametrize(
    ("path", "code"), [("weg.png", Code.PICTURE_MISSING), ("logo.gif", Code.PICTURE_INVALID)]
)
def test_a_logo_that_cannot_be_printed_is_refused(folder: Path, path: str, code: Code) -> None:
    change(folder, 'logo: {path: ""', f'logo: {{path: "{path}"')
    _, findings = load_house_style(folder, "huisstijl")
    assert [finding.code for finding in findings] == [code]


def test_unreadable_yaml_and_an_absent_file_are_errors(tmp_path: Path) -> None:
    _, findings = load_house_style(tmp_path, "huisstijl")
    assert [finding.code for finding in findings] == [Code.FILE_MISSING]
    (tmp_path / "huisstijl.yaml").write_text("page: [", encoding="utf-8")
    _, findings = load_house_style(tmp_path, "huisstijl")
    assert [finding.code for finding in findings] == [Code.HOUSE_STYLE]
