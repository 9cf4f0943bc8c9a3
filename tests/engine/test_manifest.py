from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pipeline.engine.commit import Commit
from pipeline.engine.manifest import (
    DocumentEntry,
    FileEntry,
    Manifest,
    ManifestError,
    dump_manifest,
    load_manifest,
)
from pipeline.engine.origin import Origin, Tool, UsedFont

ORIGIN = Origin(
    "1.0",
    (Tool("weasyprint", "70.0"),),
    (UsedFont("a.ttf", "ef" * 32),),
    Commit("12" * 20),
    inputs="56" * 32,
)
LATER = replace(ORIGIN, commit=Commit("34" * 20, changed=True))


def entry(identity: str, path: str, origin: Origin | None = ORIGIN) -> DocumentEntry:
    files = (FileEntry(path, "ab" * 32, 12),)
    return DocumentEntry(identity, "brief", "concept", "ua-2", 3, "cd" * 32, origin, files)


def test_what_was_written_is_read_back() -> None:
    manifest = Manifest(
        {
            "brieven/a/brief": entry("brief/a", "brieven/a/brief.pdf"),
            "brieven/b/brief": entry("brief/b", "brieven/b/brief.pdf", LATER),
            "brieven/c/brief": entry("brief/c", "brieven/c/brief.pdf", None),
        },
        {"brieven/d/brief": entry("brief/d", "afgekeurd/brieven/d/brief.pdf")},
    )
    assert load_manifest(dump_manifest(manifest)) == manifest


def test_the_order_of_the_work_does_not_show() -> None:
    first, second = entry("brief/a", "a/a.pdf"), entry("brief/b", "b/b.pdf", LATER)
    one, other = {"a/a": first, "b/b": second}, {"b/b": second, "a/a": first}
    assert dump_manifest(Manifest(one)) == dump_manifest(Manifest(other))


def test_documents_that_were_made_with_the_same_share_one_origin() -> None:
    documents = {"a/a": entry("brief/a", "a/a.pdf"), "b/b": entry("brief/b", "b/b.pdf")}
    written = json.loads(dump_manifest(Manifest(documents)))
    assert [each["origin"] for each in written["documents"]] == [0, 0]
    (origin,) = written["origins"]
    assert origin == {
        "kamerwerk": "1.0",
        "tools": [{"name": "weasyprint", "version": "70.0"}],
        "fonts": [{"path": "a.ttf", "sha256": "ef" * 32}],
        "commit": {"id": "12" * 20, "changed": False},
        "inputs": "56" * 32,
    }


def test_a_commit_that_nobody_knows_is_left_out() -> None:
    unknown = entry("brief/a", "a/a.pdf", replace(ORIGIN, commit=None))
    (origin,) = json.loads(dump_manifest(Manifest({"a/a": unknown})))["origins"]
    assert origin["commit"] is None


def test_an_empty_commit_of_before_is_read_as_unknown_and_inputs_may_be_absent() -> None:
    written = json.loads(dump_manifest(Manifest({"a/a": entry("brief/a", "a/a.pdf")})))
    written["origins"][0]["commit"] = {"id": "", "changed": False}
    del written["origins"][0]["inputs"]
    (read,) = load_manifest(json.dumps(written)).documents.values()
    assert read.origin == replace(ORIGIN, commit=None, inputs="")


def test_a_manifest_of_the_first_version_still_says_which_files_are_ours() -> None:
    written = {
        "version": 1,
        "documents": [
            {
                "id": "brief/a",
                "kind": "brief",
                "status": "concept",
                "pages": 3,
                "files": [{"path": "brieven/a/brief.pdf", "sha256": "ab" * 32, "size": 12}],
            }
        ],
    }
    (read,) = load_manifest(json.dumps(written)).documents.values()
    assert read.files == (FileEntry("brieven/a/brief.pdf", "ab" * 32, 12),)
    assert (read.fingerprint, read.origin) == ("", None)


@pytest.mark.parametrize(
    "path",
    [
        "../buiten.pdf",
        "/etc/buiten.pdf",
        "a/../../buiten.pdf",
        "C:\\buiten.pdf",
        "c:buiten.pdf",
        "a/plan.txt",
        "a",
    ],
)
def test_a_path_that_is_not_an_output_in_the_folder_is_refused(path: str) -> None:
    text = dump_manifest(Manifest({"x": entry("brief/a", path)}))
    with pytest.raises(ManifestError):
        load_manifest(text)


def test_a_rejected_file_stands_among_the_rejected_and_nowhere_else() -> None:
    apart, valid = entry("brief/a", "afgekeurd/a/a.pdf"), entry("brief/a", "a/a.pdf")
    for manifest in (Manifest({"a/a": apart}), Manifest({}, {"a/a": valid})):
        with pytest.raises(ManifestError):
            load_manifest(dump_manifest(manifest))


@pytest.mark.parametrize("number", [-1, 1])
def test_an_origin_that_is_not_there_is_refused(number: int) -> None:
    written = json.loads(dump_manifest(Manifest({"a/a": entry("brief/a", "a/a.pdf")})))
    written["documents"][0]["origin"] = number
    with pytest.raises(ManifestError):
        load_manifest(json.dumps(written))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen json",
        "[]",
        '{"name": "een andere app", "icons": []}',
        '{"version": 3, "documents": []}',
        '{"version": 1, "documents": [{"id": "a"}]}',
        '{"version": 1, "documents": [{"id": "a", "kind": "b", "status": "c", "pages": 1, "files": []}]}',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ManifestError):
        load_manifest(text)
