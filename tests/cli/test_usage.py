from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import english_in, run
from tests.projects import spoil, write_project


@pytest.mark.parametrize("command", [(), ("build",), ("verify",), ("check",), ("list",)])
def test_help_is_dutch(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Gebruik: kamerwerk")
    assert "Opties:" in result.stdout
    assert english_in(result.output) == []


def test_help_names_the_commands() -> None:
    output = run("--help").stdout
    assert "Opdrachten:" in output
    assert all(f"\n  {name}" in output for name in ("build", "verify", "check", "list"))


def test_the_program_alone_shows_its_help_as_wrong_usage() -> None:
    result = run()
    assert result.exit_code == 2
    assert result.stderr.startswith("Gebruik: kamerwerk")


def test_the_version_is_told() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("kamerwerk ")


WRONG = [
    (("biuld",), "Bedoelde u build?"),
    (("--projectt",), "De optie --projectt bestaat niet."),
    (("build", "--jbos", "3"), "Bedoelde u --jobs?"),
    (("build", "-x"), "De optie -x bestaat niet."),
    (("build", "--jobs"), "De optie --jobs heeft een waarde nodig."),
    (("build", "--jobs", "0"), "--jobs: geef een geheel getal van 1 of meer; “0” is dat niet."),
    (("build", "--jobs", "-1"), "--jobs: geef een geheel getal"),
    (("build", "--jobs", "veel"), "--jobs: geef een geheel getal"),
    (("build", "--jobs", "²"), "--jobs: geef een geheel getal"),
    (("build", "--format", "odt"), "--format: kies docx of pdf; “odt” kan niet."),
    (("build", "--standard", "ua-3"), "--standard: kies ua-1 of ua-2; “ua-3” kan niet."),
    (("build", "--out", __file__), "is geen map."),
    (("verify", "--thourough"), "Bedoelde u --thorough?"),
    (("verify", "--thorough=nee"), "De optie --thorough neemt geen waarde."),
    (("build", "--project", ""), "--project: “” is geen map."),
    (("merge",), "fout: MAP ontbreekt."),
    (("merge", __file__), "fout: MAP: “"),
    (("new",), "fout: SOORT ontbreekt."),
    (("new", "regio"), "fout: NAAM ontbreekt."),
    (("new", "provincie", "x"), "fout: SOORT: kies regio of agenda"),
    (("check", "agenda/zeeland"), "Deze opdracht kent geen argument “agenda/zeeland”."),
    (("list", "alles"), "Deze opdracht kent geen argument “alles”."),
    (("list", "--json=ja"), "De optie --json neemt geen waarde."),
    (("--version=1",), "De optie --version neemt geen waarde."),
    (("--",), "Gebruik: kamerwerk"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[" ".join(each) for each, _ in WRONG])
def test_wrong_usage_is_explained_in_dutch(arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert english_in(result.stderr) == []


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("agenda/zeland", ["agenda/zeeland"]),
        ("zeeland", ["agenda/zeeland"]),
        ("rivierlnd", ["agenda/rivierenland"]),
        ("2026-12-voortgang", ["brief/2026-12-voortgang", "bijlage/2026-12-voortgang-stand-van-zaken"]),
    ],
)
def test_an_unknown_id_is_wrong_usage_with_candidates(
    tmp_path: Path, typed: str, candidates: list[str]
) -> None:
    result = run("build", typed, project=write_project(tmp_path))
    assert result.exit_code == 2
    assert f"Er is geen document “{typed}”. Bedoelde u " in result.stderr
    assert all(candidate in result.stderr for candidate in candidates)
    assert not (tmp_path / "build").exists()


def test_verify_knows_the_same_ids(tmp_path: Path) -> None:
    result = run("verify", "agenda/zeland", project=write_project(tmp_path))
    assert result.exit_code == 2
    assert "Bedoelde u agenda/zeeland" in result.stderr


def test_an_id_like_no_other_gets_no_candidates(tmp_path: Path) -> None:
    result = run("build", "qqqq", project=write_project(tmp_path))
    assert result.exit_code == 2
    assert "Bedoelde u" not in result.stderr


def test_an_id_that_may_hide_in_a_broken_file_says_so(tmp_path: Path) -> None:
    root = write_project(tmp_path, spoil("content/brieven/2026-12-voortgang/brief.yaml"))
    result = run("build", "bijlage/2026-12-voortgang-stand-van-zaken", project=root)
    assert result.exit_code == 2
    assert "Er zijn bestanden met fouten; kamerwerk check toont ze." in result.stderr


@pytest.mark.parametrize("command", ["build", "verify", "check", "list"])
def test_no_project_is_wrong_usage_told_as_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(command)
    assert result.exit_code == 2
    assert result.stderr.startswith("content/programma.yaml:1:1: fout KAM901: ")
    assert result.stderr.count("\n") == 1


def test_a_named_folder_without_content_is_no_project(tmp_path: Path) -> None:
    result = run("check", project=tmp_path)
    assert result.exit_code == 2
    assert "fout KAM901: " in result.stderr


@pytest.mark.parametrize("out", [".", "..", "content", "content/uit", "templates"])
def test_outputs_may_not_stand_among_the_content(tmp_path: Path, out: str) -> None:
    root = write_project(tmp_path / "project")
    result = run("build", "--out", str(root / out), project=root)
    assert result.exit_code == 2
    assert "--out: " in result.stderr
