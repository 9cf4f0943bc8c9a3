"""YAML that is made to take time or memory, or to run something, gives a finding at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.content.source import read_yaml
from pipeline.diagnostics import Code
from pipeline.gate import limits
from tests import projects as p
from tests.hostile.attack import found, profile, run

LAUGHS = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 20))

ATTACKS = {
    "anchors that repeat one another": (f"l0: &l0 [ha]\n{LAUGHS}", Code.YAML_ANCHOR),
    "10,000 brackets": (f"a: {'[' * 10_000}{']' * 10_000}", Code.YAML_SYNTAX),
    "10,000 open brackets": (f"a: {'[' * 10_000}", Code.YAML_SYNTAX),
    "10,000 groups in brackets": (f"a: {'{a: ' * 10_000}{'}' * 10_000}", Code.YAML_SYNTAX),
    "10,000 dashes": (f"a:\n  {'- ' * 10_000}x", Code.YAML_SYNTAX),
    "10,000 question marks": (f"a:\n  {'? ' * 10_000}x", Code.YAML_SYNTAX),
    "1,000 groups, each further in": (
        "\n".join(f"{' ' * depth}a:" for depth in range(1_000)),
        Code.YAML_SYNTAX,
    ),
    "an object of Python": ("a: !!python/object/apply:os.system ['touch buiten']", Code.YAML_TAG),
    "a merge key": ("a: b\n<<: {c: d}", Code.YAML_ANCHOR),
    "too many keys": ("\n".join(f"k{n}: x" for n in range(limits.YAML_VALUES)), Code.YAML_TOO_LARGE),
    "too many entries": (f"a: [{'x, ' * limits.YAML_VALUES}]", Code.YAML_TOO_LARGE),
    "too long a value": (f"a: {'woord ' * limits.TEXT_CHARACTERS}", Code.YAML_TOO_LARGE),
    "too many lines": ("a: |\n" + "  x\n" * (limits.TEXT_LINES + 1), Code.YAML_TOO_LARGE),
    "too long a word": (f"a: {'x' * (limits.WORD_CHARACTERS + 1)}", Code.TEXT_LIMIT),
    "too many signs": (f"a: {'x* ' * (limits.TEXT_SIGNS + 1)}", Code.TEXT_LIMIT),
    "accents upon accents": (f"a: e{chr(0x301) * 10_000}", Code.TEXT_LIMIT),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_gives_its_code_and_no_values(attack: str) -> None:
    text, code = ATTACKS[attack]
    read = read_yaml(text.encode(), "content/a.yaml")
    assert code in {finding.code for finding in read.diagnostics}
    assert any(finding.is_error for finding in read.diagnostics)
    assert len(read.diagnostics) <= limits.YAML_FINDINGS + 1


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("a: " + "x" * limits.WORD_CHARACTERS, "een woord"),
        ("a: " + ("woord " * limits.TEXT_CHARACTERS)[: limits.TEXT_CHARACTERS - 1] + "x", "een tekst"),
        ("a: |\n" + "  x\n" * (limits.TEXT_LINES - 1), "regels"),
        ("a: " + "x* " * limits.TEXT_SIGNS, "tekens"),
        (f"a: e{chr(0x301) * limits.MARKS_ON_A_LETTER}", "accenten"),
        ("a: " + "[" * (limits.YAML_DEPTH - 1) + "]" * (limits.YAML_DEPTH - 1), "diepte"),
    ],
)
def test_what_is_just_within_a_limit_is_read(text: str, most: str) -> None:
    assert read_yaml(text.encode(), "content/a.yaml").diagnostics == (), most


def test_of_very_many_mistakes_the_first_are_told_and_the_others_counted() -> None:
    read = read_yaml(b"a: |\n" + b"  x\x01y\n" * 1_000, "content/a.yaml")
    assert len(read.diagnostics) == limits.YAML_FINDINGS + 1
    assert read.diagnostics[-1].message == "Vanaf hier is er in dit bestand nog 800 keer iets mis."


def test_a_value_that_is_an_object_of_python_runs_nothing(tmp_path: Path) -> None:
    out = tmp_path / "buiten"
    root = p.write_project(tmp_path / "project", profile(f"!!python/object/apply:os.mkdir ['{out}']"))
    assert found(root) == [f"KAM103 {p.REGIO}"]
    assert not out.exists()


@pytest.mark.parametrize(
    "text", ["profiel: " + "x" * 100_000_000, "#" * 100_000_000], ids=["value", "comment"]
)
def test_a_file_of_100_mb_is_not_read(tmp_path: Path, text: str) -> None:
    root = p.write_project(tmp_path, p.add(p.REGIO, text))
    answer = run(root, "check")
    assert f"{p.REGIO}:1:1: fout KAM113: Dit bestand is groter dan 2 MB" in answer.said


def test_a_number_of_a_million_digits_is_no_number(tmp_path: Path) -> None:
    root = p.write_project(tmp_path, p.edit(p.AGENDA, "  horizon: 2040", f"  horizon: {'9' * 1_000_000}"))
    assert found(root) == [f"KAM113 {p.AGENDA}"]
