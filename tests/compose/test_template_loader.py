"""A template is compiled once for each text that it has; a change of any file is seen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.compose import template_loader
from pipeline.compose.environment import Templates
from pipeline.compose.folders import TemplateFolders
from tests.compose.rendered import NAME, found, in_body, outline, render, scope

PART = "deel.html.j2"


def write(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def shown(root: Path, project: Path | None = None) -> str:
    templates = Templates(TemplateFolders(project, root / "templates"))
    found_blocks, diagnostics = in_body(templates.render(NAME, {}, scope(root)))
    assert diagnostics == ()
    return outline(found_blocks)


def test_an_unchanged_template_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "templates", NAME, "<p>een</p>")
    first = shown(tmp_path)
    monkeypatch.setattr(template_loader, "_compile", None)
    assert shown(tmp_path) == first


def test_a_changed_template_is_seen_also_with_its_old_date(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    write(folder, NAME, "<p>een</p>")
    assert "'een'" in shown(tmp_path)
    stamp = (folder / NAME).stat()
    write(folder, NAME, "<p>elf</p>")
    os.utime(folder / NAME, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert "'elf'" in shown(tmp_path)


@pytest.mark.parametrize(
    "caller",
    ["{% include 'deel.html.j2' %}", "{% from 'deel.html.j2' import deel %}{{ deel() }}"],
    ids=["include", "import"],
)
def test_a_change_in_a_part_is_seen(tmp_path: Path, caller: str) -> None:
    def part(word: str) -> str:
        text = f"<p>{word}</p>"
        return text if "include" in caller else f"{{% macro deel() %}}{text}{{% endmacro %}}"

    write(tmp_path / "templates", NAME, caller)
    for word in ("een", "twee", "een"):
        write(tmp_path / "templates", PART, part(word))
        assert f"'{word}'" in shown(tmp_path)


def test_a_template_of_the_project_that_comes_and_goes_wins_while_it_is_there(tmp_path: Path) -> None:
    own = tmp_path / "eigen"
    write(own, "iets.html.j2", "")
    write(tmp_path / "templates", NAME, "<p>meegeleverd</p>")
    assert "'meegeleverd'" in shown(tmp_path, own)
    write(own, NAME, "<p>eigen</p>")
    assert "'eigen'" in shown(tmp_path, own)
    (own / NAME).unlink()
    assert "'meegeleverd'" in shown(tmp_path, own)


def test_an_unknown_element_is_told_as_long_as_it_is_there(tmp_path: Path) -> None:
    """Elements are known without compiling anew; those of an older text are not."""

    def codes(template: str) -> list[str]:
        return [line.split(" ")[0] for line in found(render(tmp_path, template).diagnostics)]

    faulty = "<marquee>b</marquee><p>{{ naan }}</p>"
    assert codes(faulty)[1:] == codes(faulty)[1:] == ["KAM504"]
    assert "KAM504" not in codes("<p>{{ naan }}</p>")


def test_elements_of_another_document_are_not_told(tmp_path: Path) -> None:
    write(tmp_path / "templates", PART, "<marquee>b</marquee>{{ naan }}")
    assert "KAM504" in str(found(render(tmp_path, "{% include 'deel.html.j2' %}").diagnostics))
    assert "KAM504" not in str(found(render(tmp_path, "<p>{{ naan }}</p>").diagnostics))


def test_no_more_templates_are_kept_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = dict[str, object]()
    monkeypatch.setattr(template_loader, "_COMPILED", kept)
    monkeypatch.setattr(template_loader, "_MOST", 2)
    for number in range(4):
        write(tmp_path / "templates", f"{number}.html.j2", "<p>a</p>")
        Templates(TemplateFolders(None, tmp_path / "templates")).render(
            f"{number}.html.j2", {}, scope(tmp_path)
        )
    assert [Path(file).name for file in kept] == ["2.html.j2", "3.html.j2"]
