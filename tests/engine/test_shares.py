from __future__ import annotations

from dataclasses import replace
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.requests import DocumentRequest
from pipeline.document import nodes as n
from pipeline.engine.plan import PlannedDocument
from pipeline.engine.shares import cost, share
from pipeline.engine.task import Shard
from tests.trees import one_page_letter, paragraph

LETTER = one_page_letter()


def document(paragraphs: int) -> n.Document:
    return replace(LETTER, body=tuple(paragraph("tekst") for _ in range(paragraphs)))


def planned(number: int, paragraphs: int | None) -> PlannedDocument:
    """Return a document with so many paragraphs, ``None`` for one with errors."""
    request = DocumentRequest(f"brief/{number}", "brief", "Titel", "concept", f"brieven/{number}", "", ())
    return PlannedDocument(request, None if paragraphs is None else document(paragraphs), ())


def costs(documents: list[PlannedDocument]) -> float:
    return sum(cost(each.document) for each in documents if each.document)


SIZES = st.lists(st.none() | st.integers(0, 60), max_size=12)


def test_a_document_with_more_text_costs_more() -> None:
    assert 0 < cost(document(1)) < cost(document(9))


@given(SIZES, st.integers(1, 7))
def test_every_document_is_in_one_share_in_the_order_of_the_whole(sizes: list[int | None], of: int) -> None:
    whole = [planned(number, size) for number, size in enumerate(sizes)]
    shares = [share(whole, Shard(number, of)) for number in range(1, of + 1)]
    assert sorted(each.request.id for each in chain(*shares)) == sorted(each.request.id for each in whole)
    assert all(part == [each for each in whole if each in part] for part in shares)


@given(SIZES, st.integers(1, 7))
def test_no_two_shares_differ_by_more_than_one_document(sizes: list[int | None], of: int) -> None:
    whole = [planned(number, size) for number, size in enumerate(sizes)]
    loads = [costs(share(whole, Shard(number, of))) for number in range(1, of + 1)]
    dearest = max((costs([each]) for each in whole), default=0)
    assert max(loads) - min(loads) <= dearest + 1e-9


@given(SIZES, st.integers(1, 7))
def test_the_order_in_which_documents_are_known_does_not_matter(sizes: list[int | None], of: int) -> None:
    whole = [planned(number, size) for number, size in enumerate(sizes)]
    other = list(reversed(whole))
    for number in range(1, of + 1):
        mine = {each.request.id for each in share(whole, Shard(number, of))}
        assert {each.request.id for each in share(other, Shard(number, of))} == mine


def test_documents_with_errors_are_spread_too() -> None:
    whole = [planned(number, None) for number in range(4)]
    assert [len(share(whole, Shard(number, 2))) for number in (1, 2)] == [2, 2]
