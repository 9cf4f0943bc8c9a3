import shutil
from pathlib import Path

import pytest

from pipeline.diagnostics import Code, Diagnostic, Location
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
    ("old", "new", "line"),
    [
        ("  rule: 0.5  ", "  regel: 0.5  ", "table:"),
        ('lintblauw: "#154273"', "lintblauw: blauw", "  lintblauw: blauw"),
        ("body_top_first: 121.7", "body_top_first: -1", "  body_top_first: -1"),
        ("body_top_first: 121.7", "body_top_first: hoog", "  body_top_first: hoog"),
    ],
)
def test_a_wrong_token_is_an_error_at_its_line(folder: Path, old: str, new: str, line: str) -> None:
    change(folder, old, new)
    style, findings = load_house_style(folder, "huisstijl")
    assert style is None
    assert line in [line_of(folder, finding) for finding in findings]
    assert {finding.code for finding in findings} == {Code.HOUSE_STYLE}


def line_of(folder: Path, finding: Diagnostic) -> str:
    """Return the line at which a finding points, up to where its key ends or its first words."""
    assert isinstance(finding.where, Location)
    assert finding.where.file == "huisstijl/huisstijl.yaml"
    line = (folder / "huisstijl.yaml").read_text(encoding="utf-8").splitlines()[finding.where.line - 1]
    return line.split("   ")[0].rstrip()


def test_a_key_that_stands_there_twice_is_an_error_at_the_second(folder: Path) -> None:
    change(folder, "  term_width: 45             #", "  list_indent: 6\n  term_width: 45             #")
    style, findings = load_house_style(folder, "huisstijl")
    assert style is None
    (finding,) = findings
    assert (finding.code, line_of(folder, finding)) == (Code.YAML_DUPLICATE_KEY, "  list_indent: 6")
    assert finding.message == "De sleutel “letter.list_indent” staat hier voor de tweede keer."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'notice: "#696969"',
            'notice: "#999999"',
            "Tekst in de kleur “notice” op wit papier heeft een contrast van 2,84 : 1; "
            "ten minste 4,5 : 1 is nodig.",
        ),
        (
            'header_fill: "#d9ebf7"',
            'header_fill: "#5b8fb9"',
            "Tekst in de kleur “lintblauw” op “header_fill” heeft een contrast van 2,95 : 1; "
            "ten minste 4,5 : 1 is nodig.",
        ),
    ],
)
def test_a_colour_that_stands_out_too_little_is_an_error(
    folder: Path, old: str, new: str, message: str
) -> None:
    change(folder, old, new)
    style, findings = load_house_style(folder, "huisstijl")
    assert style is None
    assert message in [finding.message for finding in findings]
    assert {finding.code for finding in findings} == {Code.CONTRAST}


def test_a_ministry_can_name_fonts_of_its_own(folder: Path) -> None:
    for face, file in (("regular", "DejaVuSans.ttf"), ("bold", "DejaVuSans-Bold.ttf")):
        (folder / "lettertypen" / file).rename(folder / "lettertypen" / f"eigen-{face}.ttf")
        change(folder, f"{face}: {{path: lettertypen/{file}", f"{face}: {{path: lettertypen/eigen-{face}.ttf")
    change(folder, "  family: DejaVu Sans\n", "  family: Eigen Letter\n")
    style, findings = load_house_style(folder, "huisstijl")
    assert findings == ()
    assert style is not None
    assert (style.fonts.family, style.fonts.bold.path) == ("Eigen Letter", "lettertypen/eigen-bold.ttf")


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
    ("path", "code"), [("weg.png", Code.PICTURE_MISSING), ("../logo.png", Code.PICTURE_OUTSIDE)]
)
def test_a_logo_that_does_not_stand_there_is_refused(folder: Path, path: str, code: Code) -> None:
    (folder.parent / "logo.png").write_bytes(b"")
    change(folder, 'logo: {path: ""', f'logo: {{path: "{path}"')
    _, findings = load_house_style(folder, "huisstijl")
    assert [finding.code for finding in findings] == [code]


def test_what_a_logo_is_called_says_nothing_of_it(folder: Path) -> None:
    (folder / "logo.gif").write_bytes(b"")
    change(folder, 'logo: {path: ""', 'logo: {path: "logo.gif"')
    assert load_house_style(folder, "huisstijl")[1] == ()


def test_unreadable_yaml_and_an_absent_file_are_errors(tmp_path: Path) -> None:
    _, findings = load_house_style(tmp_path, "huisstijl")
    assert [finding.code for finding in findings] == [Code.FILE_MISSING]
    (tmp_path / "huisstijl.yaml").write_text("page: [", encoding="utf-8")
    _, findings = load_house_style(tmp_path, "huisstijl")
    assert [finding.code for finding in findings] == [Code.HOUSE_STYLE]


def test_each_change_of_a_measure_a_font_and_back_is_seen(folder: Path) -> None:
    """The same folder is loaded again and again while somebody writes in it."""

    def top() -> float | None:
        style, _ = load_house_style(folder, "templates/huisstijl")
        return style.letter.body_top_first if style else None

    assert top() == 121.7
    change(folder, "body_top_first: 121.7", "body_top_first: 122.7")
    assert top() == 122.7
    change(folder, "body_top_first: 122.7", "body_top_first: hoog")
    assert top() is None
    change(folder, "body_top_first: hoog", "body_top_first: 121.7")
    assert top() == 121.7
    font = next((folder / "lettertypen").glob("*.ttf"))
    font.write_bytes(font.read_bytes() + b"x")
    assert top() is None
