from __future__ import annotations

import json
import pickle
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.documents import Composed
from pipeline.diagnostics import Code, Diagnostic, Location, Severity, Source
from pipeline.diagnostics.diagnostic import Related
from pipeline.document import nodes as n
from pipeline.engine.manifest import FileEntry
from pipeline.engine.records import RecordError, dumps, loads
from pipeline.engine.shelf import KINDS
from pipeline.verify.verdict import ProofResult, Verdict
from tests.trees import one_page_letter

SOURCE = Source("content/a.yaml", ("kansen", 0, "titel"), 1, 2)
FINDING = Diagnostic(
    Code.OVERFLOW,
    "De titel past niet.",
    SOURCE,
    "Kort hem in.",
    related=(Related("zie ook", Location("content/b.yaml", 3, 4, 5)),),
    words="titel",
    fix="Titel",
    level=Severity.WARNING,
)
VALUES = [
    one_page_letter(),
    n.Picture(b"\x00\xff", "png", 10.0, 2.5),
    FINDING,
    Verdict((ProofResult("parity", "pdf", "woorden", False, (FINDING,), MappingProxyType({"mm": 0.1})),)),
    Composed(None, (FINDING,)),
    (FileEntry("a.pdf", "00", 1), date(2026, 12, 1), None, True, 0, 1.0, "\udcff"),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert loads(dumps(value), *KINDS) == value


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_what_comes_back_can_be_sent_to_another_process(value: object) -> None:
    read = loads(dumps(value), *KINDS)
    assert pickle.loads(pickle.dumps(read)) == read


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_equal_values_give_equal_bytes(value: object) -> None:
    assert dumps(loads(dumps(value), *KINDS)) == dumps(value)


@given(
    st.recursive(
        st.text() | st.booleans() | st.integers() | st.none(), lambda each: st.lists(each).map(tuple)
    )
)
def test_texts_numbers_and_rows_of_them_come_back(value: object) -> None:
    read = loads(dumps(value), *KINDS)
    assert (read, type(read)) == (value, type(value))


def test_zero_and_no_are_not_the_same() -> None:
    assert dumps((0, False)) == b"[0,false]"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff",
        b"{",
        b"{}",
        b'{"":"Onbekend"}',
        b'{"":"Popen","args":["ls"]}',
        b'{"":"Source"}',
        b'{"":"Source","file":"a","erbij":1}',
        b'{"":"Code","name":"ONBEKEND"}',
        b'{"":"date","day":"gisteren"}',
        b'{"":"bytes","base64":"?"}',
        b'{"":"named","pairs":[1]}',
        b"[" * 100_000,
    ],
)
def test_anything_else_is_refused(text: bytes) -> None:
    with pytest.raises(RecordError):
        loads(text)


def test_a_kind_that_was_not_announced_is_refused() -> None:
    text = json.dumps({"": "DocumentEntry", "id": "a"}).encode()
    with pytest.raises(RecordError):
        loads(text)


def test_what_cannot_be_kept_is_said_by_who_writes_it() -> None:
    with pytest.raises(TypeError):
        dumps(object())
