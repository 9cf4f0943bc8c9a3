"""Whether Word can open the files: the schema by Microsoft's validator, and what that one does not see."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from pipeline.document import nodes as n
from tests.render.docx.word import in_report, strings, written
from tests.tools import require_tool
from tests.trees import annex, letter, nested_list, one_page_letter, paragraph, report, row

SAMPLES = {
    "letter": letter(),
    "two signatories": letter(signatories=2, salutation=True, groups=12),
    "one page": one_page_letter(),
    "report": report(),
    "annex": annex(),
}


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_open_xml_sdk_finds_no_errors(document: n.Document, tmp_path: Path) -> None:
    validator = require_tool("ooxml-validator")
    file = tmp_path / "document.docx"
    file.write_bytes(written(document).data)
    answer = subprocess.run(
        [validator, str(file), "--officeVersion", "Microsoft365"], capture_output=True, text=True, timeout=120
    )
    assert json.loads(answer.stdout)["errors"] == []


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_links_lead_somewhere_and_fields_are_closed(document: n.Document) -> None:
    word = written(document)
    places = word.values("//w:bookmarkStart/@w:name")
    assert len(places) == len(set(places))
    assert set(word.values("//w:hyperlink/@w:anchor")) <= set(places)
    assert word.values("//w:bookmarkStart/@w:id") == word.values("//w:bookmarkEnd/@w:id")
    for name in word.files:
        if name.startswith("word/") and name.endswith(".xml"):
            marks = Counter(word.values("//w:fldChar/@w:fldCharType", name))
            assert marks["begin"] == marks["separate"] == marks["end"], name


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_every_relation_that_is_used_exists(document: n.Document) -> None:
    word = written(document)
    assert word.values("//@r:id")
    for name in word.files:
        if not (name.startswith("word/") and name.endswith(".xml")):
            continue
        used = set(strings(word.xml(name), "//@r:id | //@r:embed"))
        relations = name.replace("word/", "word/_rels/") + ".rels"
        known = (
            set(word.values("//rel:Relationship/@Id", relations)) if relations in word.files else set[str]()
        )
        assert used <= known, name


def test_odd_trees_are_written_validly(tmp_path: Path) -> None:
    validator = require_tool("ooxml-validator")
    empty = n.Table((0.5, 0.5), (n.Row((n.Cell(()),)), n.Row(())))
    tall = n.Table((0.5, 0.5), (row(n.Cell((paragraph("a"),), rowspan=9, colspan=7)), row()))
    loose = n.List("decimal", (n.ListItem((nested_list(),)), n.ListItem((empty,))))
    word = in_report(empty, tall, loose, n.Quote((nested_list(), tall)), n.PageBreak())
    file = tmp_path / "document.docx"
    file.write_bytes(word.data)
    answer = subprocess.run(
        [validator, str(file), "--officeVersion", "Microsoft365"], capture_output=True, text=True, timeout=120
    )
    assert json.loads(answer.stdout)["errors"] == []
