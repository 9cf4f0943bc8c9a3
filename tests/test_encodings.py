"""Files as Windows, macOS and other editors save them: the same documents, and findings at the same place."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.diagnostics.located import Located, located
from pipeline.document.nodes import Document, Text
from pipeline.document.walk import document_inlines
from pipeline.engine.places import resolve_places
from pipeline.engine.plan import Plan, make_plan
from pipeline.engine.readers import Readers
from tests import projects as p
from tests.tools import ROOT

Save = Callable[[str], bytes]


def with_bom(text: str) -> bytes:
    return text.encode("utf-8-sig")


def with_crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def with_both(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def decomposed(text: str) -> bytes:
    return unicodedata.normalize("NFD", text).encode()


def saved_as(save: Save) -> p.Change:
    """Save every file of the project in another way."""

    def change(root: Path) -> None:
        for file in (root / "content").rglob("*.yaml"):
            file.write_bytes(save(file.read_bytes().decode()))

    return change


def plan_of(root: Path, *changes: p.Change) -> Plan:
    return make_plan(resolve_places(p.write_project(root, *changes)), Readers())


def documents(plan: Plan) -> list[Document]:
    made = [planned.document for planned in plan.documents]
    assert plan.findings == ()
    assert made
    return [document for document in made if document]


def words(document: Document) -> str:
    return "".join(node.text for node in document_inlines(document) if isinstance(node, Text))


ACCENTS = p.edit(p.AGENDA, "titel: Schone haven", "titel: Één café voor Fryslân")


@pytest.mark.parametrize("save", [with_bom, with_crlf, with_both])
def test_a_mark_in_front_and_line_ends_of_windows_change_nothing(tmp_path: Path, save: Save) -> None:
    plain = documents(plan_of(tmp_path / "plain", ACCENTS))
    other = documents(plan_of(tmp_path / "other", ACCENTS, saved_as(save)))
    assert other == plain


def test_letters_with_loose_accents_are_printed_as_whole_letters(tmp_path: Path) -> None:
    plain = documents(plan_of(tmp_path / "plain", ACCENTS))
    other = documents(plan_of(tmp_path / "other", ACCENTS, saved_as(decomposed)))
    assert [words(each) for each in other] == [words(each) for each in plain]
    assert all(unicodedata.is_normalized("NFC", words(each)) for each in other)


@pytest.mark.parametrize("save", [with_bom, with_crlf, with_both])
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (p.AGENDA, "    meerwaarde:", "    meerwarde:"),
        (p.BRIEF, "Op 1 juli heb ik u geschreven", "Op 1 juli heb ik [@niets] u geschreven"),
        (p.BRIEF, "schemaversie: 1", "schemaversi: 1"),
        (p.BRIEF, "betreft: Voortgang", "betreft: Voortgang: nu"),
    ],
)
def test_a_finding_stands_at_the_same_place(
    tmp_path: Path, save: Save, file: str, old: str, new: str
) -> None:
    def told(plan: Plan) -> list[Located]:
        return list(located(plan.findings, plan.project.locate))

    plain = told(plan_of(tmp_path / "plain", p.edit(file, old, new)))
    other = told(plan_of(tmp_path / "other", p.edit(file, old, new), saved_as(save)))
    assert plain
    assert [(each.at, each.message) for each in other] == [(each.at, each.message) for each in plain]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_another_encoding_is_refused_once_and_by_name(tmp_path: Path, encoding: str) -> None:
    plan = plan_of(tmp_path, saved_as(lambda text: text.encode(encoding)))
    refused = [each.where.file for each in plan.findings if "UTF-16" in each.message]
    assert sorted(refused) == sorted(p.MINIMAL)


def test_what_is_printed_does_not_hang_on_the_language_of_the_machine(tmp_path: Path) -> None:
    p.write_project(tmp_path, p.edit(p.AGENDA, "    meerwaarde:", "    meerwaardë:"))
    said = [
        subprocess.run(
            [sys.executable, "-m", "pipeline", "check", "--project", str(tmp_path)],
            cwd=ROOT,
            env={
                **os.environ,
                "LC_ALL": language,
                "LANG": language,
                "PYTHONUTF8": "0",
                "PYTHONIOENCODING": "",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        ).stdout
        for language in ("C", "C.UTF-8")
    ]
    assert "meerwaardë".encode() in said[1]
    assert said[0].isascii() or said[0] == said[1]
