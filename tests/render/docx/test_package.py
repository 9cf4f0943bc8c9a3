"""The file as a whole: its parts, and that it is the same every time."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline.document import nodes as n
from tests.render.docx.word import written
from tests.trees import letter, one_page_letter, report


@pytest.mark.parametrize("document", [letter(), report()], ids=["letter", "report"])
def test_same_document_gives_the_same_bytes(document: n.Document) -> None:
    assert written(document).data == written(document).data


def test_members_of_the_zip_have_no_clock_and_start_with_the_content_types() -> None:
    with zipfile.ZipFile(io.BytesIO(written(letter()).data)) as package:
        members = package.infolist()
    assert members[0].filename == "[Content_Types].xml"
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_of_the_library_s_own_template_is_left() -> None:
    word = written(letter())
    everything = b"".join(word.files.values())
    assert b"python-docx" not in everything
    assert not [name for name in word.files if "theme" in name or "customXml" in name or "thumbnail" in name]
    assert word.values("//@w:asciiTheme", "word/styles.xml") == []


def test_word_is_told_the_language_and_never_asked_to_update_fields() -> None:
    word = written(report())
    assert word.values("//w:themeFontLang/@w:val", "word/settings.xml") == ["nl-NL"]
    assert word.values("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["nl-NL"]
    assert word.find("//w:updateFields", "word/settings.xml") == []


def test_verdana_is_named_with_its_alternative() -> None:
    word = written(letter())
    assert word.values("//w:font/@w:name", "word/fontTable.xml") == ["Verdana"]
    assert word.values("//w:font/w:altName/@w:val", "word/fontTable.xml") == ["DejaVu Sans"]


def test_settings_name_the_separators_before_compat_and_only_with_notes() -> None:
    noted, plain = written(letter()), written(one_page_letter())
    assert noted.values("//w:footnotePr/w:footnote/@w:id", "word/settings.xml") == ["-1", "0"]
    assert len(noted.find("//w:footnotePr/following-sibling::w:compat", "word/settings.xml")) == 1
    assert plain.find("//w:footnotePr", "word/settings.xml") == []
    assert "word/footnotes.xml" not in plain.files
