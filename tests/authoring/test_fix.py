from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.authoring.fix import repair_files, repair_text
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.diagnostics.located import Located

FILE = "content/a.yaml"


def at(line: int, column: int, words: str, fix: str | None) -> Located:
    where = Location(FILE, line, column, len(words))
    return Located(Diagnostic(Code.CAPITAL, "Zo niet.", where, words=words, fix=fix), where)


KAMER = at(1, 4, "uw kamer", "uw Kamer")


def test_what_is_certain_is_put_in_at_its_place() -> None:
    mended, repairs = repair_text(
        "a: uw kamer\nb: de Regering\n", [at(1, 4, "uw kamer", "uw Kamer"), at(2, 7, "Regering", "regering")]
    )
    assert mended == "a: uw Kamer\nb: de regering\n"
    assert [(each.before, each.after) for each in repairs] == [
        ("uw kamer", "uw Kamer"),
        ("Regering", "regering"),
    ]


def test_more_repairs_on_one_line_do_not_move_each_other() -> None:
    mended, _ = repair_text("a: x , y  z\n", [at(1, 5, " ", ""), at(1, 9, "  ", " ")])
    assert mended == "a: x, y z\n"


@pytest.mark.parametrize(
    "finding",
    [
        at(1, 4, "uw kamer", None),
        at(1, 4, "Uw kamer", "uw Kamer"),
        at(9, 1, "uw kamer", "uw Kamer"),
        at(1, 40, "uw kamer", "uw Kamer"),
        at(1, 4, "", "uw Kamer"),
    ],
    ids=["not certain", "other words there", "no such line", "no such column", "no words"],
)
def test_what_is_not_certain_is_left_alone(finding: Located) -> None:
    assert repair_text("a: uw kamer\n", [finding]) == ("a: uw kamer\n", ())


def test_of_two_that_overlap_one_is_carried_out() -> None:
    mended, repairs = repair_text(
        "a: uw kamer\n", [at(1, 4, "uw kamer", "uw Kamer"), at(1, 7, "kamer", "Kamer")]
    )
    assert mended == "a: uw Kamer\n"
    assert len(repairs) == 1


@given(st.text(alphabet="abc \r\té€\"'#:", max_size=30), st.text(max_size=30), st.booleans(), st.booleans())
def test_every_other_byte_stays_as_it_was(before: str, after: str, mark: bool, windows: bool) -> None:
    end = "\r\n" if windows else "\n"
    lead = "\ufeff" if mark else ""
    first = f"a: {before}"
    text = f"{lead}{first}{end}b: uw kamer{after}"
    mended, _ = repair_text(
        text, [at(text[: len(lead + first + end)].count("\n") + 1, 4, "uw kamer", "uw Kamer")]
    )
    assert mended == f"{lead}{first}{end}b: uw Kamer{after}"


def test_a_file_keeps_its_mark_and_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_bytes("\ufeffa: uw kamer\r\nb: é\r\n".encode())
    repairs, locked = repair_files(tmp_path, [at(1, 4, "uw kamer", "uw Kamer")])
    assert (len(repairs), locked) == (1, ())
    assert (tmp_path / FILE).read_bytes() == "\ufeffa: uw Kamer\r\nb: é\r\n".encode()
    assert [each.name for each in (tmp_path / "content").iterdir()] == ["a.yaml"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert repair_files(tmp_path, [at(1, 4, "uw kamer", "uw Kamer")]) == ((), (FILE,))


def test_nothing_outside_the_project_is_touched(tmp_path: Path) -> None:
    outside = tmp_path / "buiten.yaml"
    outside.write_text("a: uw kamer\n", encoding="utf-8")
    (tmp_path / "project/content").mkdir(parents=True)
    (tmp_path / "project" / FILE).symlink_to(outside)
    assert repair_files(tmp_path / "project", [at(1, 4, "uw kamer", "uw Kamer")]) == ((), ())
    assert outside.read_text(encoding="utf-8") == "a: uw kamer\n"
