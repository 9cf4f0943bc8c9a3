"""Small random documents of everything that a tree can hold, with odd but printable characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from pipeline.diagnostics import Source
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from pipeline.document.walk import change_blocks
from tests.trees import annex, figure, letter, report, signatures

FILE = "content/willekeurig.yaml"

_PHRASES = st.lists(
    st.sampled_from(
        (
            *("Rijk", "regio", "de", "agenda’s", "afspraken", "€", "1.000", "%", "12,5", "–", "R&D", "<b>"),
            *("“citaat”", "café", "office", "A/B", "en/of", "2027–2030", "Rijks-overheid", "§", "&amp;", "½"),
            *("→", "Ω", "жизнь", "ﬁ", "[x]", "{y}", "\\", "(zie", "hier)", "?", "a?b", "…", "'", '"', "|"),
            *("x\N{NO-BREAK SPACE}y", "nr.\N{NO-BREAK SPACE}3", "a\N{NON-BREAKING HYPHEN}b", "e\u0301"),
            *("Arbeidsongeschiktheidsverzekering" * 3, "https://www.voorbeeld.nl/een/pad?en=meer#hier"),
        )
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
_ADDRESSES = st.sampled_from(
    ("https://voorbeeld.nl", "https://www.voorbeeld.nl/a?b=c&d=é#e", "mailto:info@voorbeeld.nl")
)
_TAGS = st.sampled_from(("en", "fy", "de-CH"))

Inlines = tuple[n.Inline, ...]


def _sentence(parts: Sequence[n.Inline]) -> Inlines:
    """Put spaces between nodes as sentences have them: none beside a line break and none before a note."""
    made: list[n.Inline] = []
    for part in parts:
        if made and not isinstance(made[-1], n.LineBreak) and not isinstance(part, n.Footnote | n.LineBreak):
            made.append(n.Text(" "))
        if made or not isinstance(part, n.LineBreak):
            made.append(part)
    while made and isinstance(made[-1], n.LineBreak):
        del made[-1]
    return tuple(made) or (n.Text("leeg"),)


def _wrapped(inner: st.SearchStrategy[n.Inline]) -> st.SearchStrategy[n.Inline]:
    children = st.lists(inner, min_size=1, max_size=2).map(_sentence)
    return st.one_of(
        st.builds(n.Strong, children), st.builds(n.Emphasis, children), st.builds(n.Language, _TAGS, children)
    )


_TEXTS = st.builds(n.Text, _PHRASES)
_MARKED: st.SearchStrategy[n.Inline] = st.one_of(_TEXTS, _TEXTS, _wrapped(_TEXTS), _wrapped(_wrapped(_TEXTS)))
_LINKS = st.builds(n.Link, _ADDRESSES, st.lists(_MARKED, min_size=1, max_size=2).map(_sentence))
_PLAIN = st.lists(st.one_of(_MARKED, _LINKS), min_size=1, max_size=3).map(_sentence)
_NOTES = st.builds(n.Footnote, _PLAIN)
_BREAKS = st.just(n.LineBreak())
_TITLES = st.tuples(_MARKED, st.lists(st.one_of(_MARKED, _NOTES, _BREAKS), max_size=2)).map(
    lambda parts: _sentence((parts[0], *parts[1]))
)
_REFERENCES = st.just(n.CrossReference("kop"))
_AROUND_NOTES = _wrapped(st.one_of(_TEXTS, _NOTES))
_PARTS = st.one_of(_MARKED, _MARKED, _LINKS, _NOTES, _AROUND_NOTES, _BREAKS, _REFERENCES)


@st.composite
def _sentences(draw: st.DrawFn) -> Inlines:
    return _sentence(draw(st.lists(_PARTS, min_size=1, max_size=4)))


_PARAGRAPHS: st.SearchStrategy[n.Block] = st.builds(n.Paragraph, _sentences())


def _item(first: n.Block, rest: list[n.Block]) -> n.ListItem:
    return n.ListItem((first, *rest))


def _captioned(words: Inlines) -> n.Block:
    return replace(figure(), id="", caption=n.Caption(words))


def _lists(blocks: st.SearchStrategy[n.Block]) -> st.SearchStrategy[n.Block]:
    items = st.builds(_item, _PARAGRAPHS, st.lists(blocks, max_size=2))
    kinds: st.SearchStrategy[n.ListKind] = st.sampled_from(("bullet", "decimal", "letter"))
    return st.builds(n.List, kinds, st.lists(items, min_size=1, max_size=3).map(tuple), st.integers(1, 30))


_FLOW = st.recursive(_PARAGRAPHS, _lists, max_leaves=3)
_CELLS = st.one_of(
    st.lists(_PARAGRAPHS, max_size=1),
    st.lists(_PARAGRAPHS, min_size=2, max_size=2),
    st.lists(_FLOW, max_size=1),
)


@st.composite
def _tables(draw: st.DrawFn) -> n.Table:
    """Return a table whose cells fill a grid exactly, some over several columns or rows."""
    columns, rows = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    body = tuple(_rows(draw, columns, rows, headed=draw(st.booleans())))
    head = n.Row(tuple(n.Cell((n.Paragraph((draw(_TEXTS),)),), header="column") for _ in range(columns)))
    caption = n.Caption(draw(_sentences())) if draw(st.booleans()) else None
    return n.Table((1 / columns,) * columns, body, head=(head,), caption=caption)


def _rows(draw: st.DrawFn, columns: int, rows: int, *, headed: bool) -> list[n.Row]:
    taken: set[tuple[int, int]] = set()
    made: list[n.Row] = []
    for at in range(rows):
        cells: list[n.Cell] = []
        for column in range(columns):
            if (at, column) in taken:
                continue
            beside = column + 1 < columns and (at, column + 1) not in taken
            wide = draw(st.integers(1, 2)) if beside else 1
            # The last column never reaches down, so that every row has a cell.
            below = at + 1 < rows and column + wide < columns
            high = draw(st.integers(1, 2)) if below else 1
            taken |= {(at + down, column + right) for down in range(high) for right in range(wide)}
            header: n.HeaderScope = "row" if headed and column == 0 else "none"
            cells.append(n.Cell(tuple(draw(_CELLS)), header, wide, high))
        made.append(n.Row(tuple(cells)))
    return made


_DEFINITIONS = st.builds(n.Definition, _PLAIN, st.lists(_FLOW, min_size=1, max_size=2).map(tuple))
_BLOCKS: st.SearchStrategy[n.Block] = st.one_of(
    _PARAGRAPHS,
    _lists(_FLOW),
    _tables(),
    st.builds(n.DefinitionList, st.lists(_DEFINITIONS, min_size=1, max_size=3).map(tuple)),
    st.builds(n.Quote, st.lists(_PARAGRAPHS, min_size=1, max_size=2).map(tuple)),
    st.builds(_captioned, _sentences()),
    st.just(n.PageBreak()),
)


@st.composite
def documents(draw: st.DrawFn) -> n.Document:
    """Return a numbered document in which every text has a source of its own."""
    numberings: st.SearchStrategy[n.HeadingNumbering] = st.sampled_from(("none", "decimal", "annex"))
    body: list[n.Block] = []
    for index in range(draw(st.integers(1, 2))):
        identity = "" if index else "kop"
        body.append(n.Heading(1, draw(_TITLES), identity, numbering=draw(numberings)))
        body += draw(st.lists(_BLOCKS, max_size=3))
        body.append(
            n.Heading(2, draw(_TITLES), numbering=draw(numberings.filter(lambda each: each != "annex")))
        )
        body += draw(st.lists(_BLOCKS, max_size=2))
    whole = draw(st.sampled_from((letter(), report(), annex())))
    if isinstance(whole.front, n.Cover):
        body.insert(0, n.TableOfContents((n.Text("Inhoud"),)))
    body.append(signatures(draw(st.integers(1, 2))))
    places = count()

    def with_source(inline: n.Inline) -> n.Inline:
        if not isinstance(inline, n.Text | n.CrossReference | n.Footnote):
            return inline
        return replace(inline, source=Source(FILE, (next(places),)))

    sourced = change_blocks(tuple(body), with_source)
    numbered, dangling = number_document(replace(whole, body=sourced))
    assert dangling == ()
    return numbered
