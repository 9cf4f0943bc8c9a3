"""What a Word file says about itself, and what it leaves out."""

from __future__ import annotations

import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from pipeline.document import nodes as n
from pipeline.document.metadata import Property
from tests.render.docx.word import Word, written
from tests.tools import require_tool
from tests.trees import letter, one_page_letter

CUSTOM = "docProps/custom.xml"
PROPERTIES = (
    Property("OnzeReferentie", "2026-0000000000"),
    Property("Kamer", "Tweede Kamer"),
    Property("Datum", "2026-12-18"),
)


def with_properties(*properties: Property) -> n.Document:
    document = one_page_letter()
    return replace(document, metadata=replace(document.metadata, properties=properties))


def custom(word: Word) -> list[tuple[str, str]]:
    names = word.values("/cust:Properties/cust:property/@name", CUSTOM)
    values = [each.text or "" for each in word.find("//cust:property/vt:lpwstr", CUSTOM)]
    return list(zip(names, values, strict=True))


def test_core_properties_come_from_the_tree() -> None:
    core = docx.Document(io.BytesIO(written(letter()).data)).core_properties
    assert core.title == "Kamerbrief over een voorbeeld"
    assert core.subject == "Strategische agenda’s regio en Rijk"
    assert core.author == core.last_modified_by == "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
    assert core.keywords == "regio, Rijk"
    assert core.category == "Kamerbrief"
    assert core.content_status == "concept"
    assert core.identifier == "2026-0000000000"
    assert core.language == "nl-NL"
    assert core.comments == "Voorbeeld voor de tests."
    assert core.revision == 1
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.date() == letter().metadata.date


def test_properties_carry_markup_characters_unharmed() -> None:
    document = one_page_letter()
    metadata = replace(document.metadata, title="Vraag & antwoord <1>", author='Ministerie "A" & B')
    word = written(replace(document, metadata=metadata))
    core = docx.Document(io.BytesIO(word.data)).core_properties
    assert (core.title, core.author) == ("Vraag & antwoord <1>", 'Ministerie "A" & B')
    assert 'Ministerie "A" &amp; B' in word.files["docProps/app.xml"].decode()


def test_a_title_that_is_too_long_for_a_property_ends_at_a_word() -> None:
    long = "Kamerbrief over " + "een heel lang onderwerp " * 20
    document = one_page_letter()
    word = written(replace(document, metadata=replace(document.metadata, title=long, description=long)))
    title = docx.Document(io.BytesIO(word.data)).core_properties.title
    assert 230 < len(title) <= 255
    assert title.endswith("…")
    assert long.startswith(f"{title[:-1]} ")


def test_what_the_tree_does_not_say_is_no_empty_property() -> None:
    document = one_page_letter()
    bare = replace(document.metadata, subject="", keywords=(), identifier="", category="", status="")
    word = written(replace(document, metadata=bare))
    for name in ("dc:subject", "cp:keywords", "dc:identifier", "cp:category", "cp:contentStatus"):
        assert word.find(f"//{name}", "docProps/core.xml") == [], name


def test_custom_properties_stand_in_order_with_their_numbers_from_two() -> None:
    word = written(with_properties(*PROPERTIES))
    assert custom(word) == [(each.name, each.value) for each in PROPERTIES]
    assert word.values("//cust:property/@pid", CUSTOM) == ["2", "3", "4"]
    identifiers = set(word.values("//cust:property/@fmtid", CUSTOM))
    assert identifiers == {"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"}


def test_the_part_is_related_and_typed() -> None:
    word = written(with_properties(*PROPERTIES))
    kinds = word.values("//ct:Override[@PartName='/docProps/custom.xml']/@ContentType", "[Content_Types].xml")
    assert kinds == ["application/vnd.openxmlformats-officedocument.custom-properties+xml"]
    assert len(word.find("//rel:Relationship[@Target='docProps/custom.xml']", "_rels/.rels")) == 1


def test_without_custom_properties_there_is_no_part_for_them() -> None:
    word = written(with_properties())
    assert CUSTOM not in word.files
    assert b"custom" not in word.files["_rels/.rels"] + word.files["[Content_Types].xml"]


def test_a_custom_property_carries_markup_characters_and_is_cut_at_a_word() -> None:
    long = "heel lang " * 40
    word = written(with_properties(Property('A & "B"', "<1> & 2"), Property("Lang", long)))
    (marked, (_, shortened)) = custom(word)
    assert marked == ('A & "B"', "<1> & 2")
    assert len(shortened) <= 255
    assert shortened.endswith(" lang…")


@pytest.mark.parametrize("version", ["Microsoft365", "Office2016"])
@pytest.mark.parametrize(
    "document",
    [with_properties(*PROPERTIES), replace(letter(), metadata=with_properties(*PROPERTIES).metadata)],
    ids=["one page", "letter"],
)
def test_open_xml_sdk_accepts_the_properties(document: n.Document, version: str, tmp_path: Path) -> None:
    validator = require_tool("ooxml-validator")
    file = tmp_path / "document.docx"
    file.write_bytes(written(document).data)
    answer = subprocess.run(
        [validator, str(file), "--officeVersion", version], capture_output=True, text=True, timeout=120
    )
    assert json.loads(answer.stdout)["errors"] == []
