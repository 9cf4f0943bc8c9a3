from __future__ import annotations

import pytest

from pipeline.engine.manifest import DocumentEntry, FileEntry, ManifestError, dump_manifest, load_manifest


def entry(identity: str, path: str) -> DocumentEntry:
    return DocumentEntry(identity, "brief", "concept", 3, (FileEntry(path, "ab" * 32, 12),))


def test_what_was_written_is_read_back() -> None:
    entries = {"brieven/a/brief": entry("brief/a", "brieven/a/brief.pdf")}
    assert load_manifest(dump_manifest(entries)) == entries


def test_the_order_of_the_work_does_not_show() -> None:
    first, second = entry("brief/a", "a/a.pdf"), entry("brief/b", "b/b.pdf")
    assert dump_manifest({"a": first, "b": second}) == dump_manifest({"b": second, "a": first})


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
    text = dump_manifest({"x": entry("brief/a", path)})
    with pytest.raises(ManifestError):
        load_manifest(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen json",
        "[]",
        '{"name": "een andere app", "icons": []}',
        '{"version": 2, "documents": []}',
        '{"version": 1, "documents": [{"id": "a"}]}',
        '{"version": 1, "documents": [{"id": "a", "kind": "b", "status": "c", "pages": 1, "files": []}]}',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ManifestError):
        load_manifest(text)
