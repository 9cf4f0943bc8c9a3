"""A document that asks more of both formats than any real one, and random layouts of the same parts.

Its words are invented for the tests and say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from hypothesis import strategies as st

from pipeline.document import nodes as n
from pipeline.document.numbering import number_document
from tests.trees import LOREM, cell, figure, letterhead, metadata, paragraph, report, row, signatures, text

LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappijenoverlegorgaanvertegenwoordiger"
FRISIAN = "De regio en it Ryk wurkje gear oan wenjen, wurk en berikberens."
ENGLISH = "The region and the State agree on a shared order of works."


def note(number: int, words: int = 12) -> n.Footnote:
    """Return a note of about ``words`` words that are told apart by a number."""
    sentence = " ".join(f"noot{number}woord{index}" for index in range(words))
    return n.Footnote((text(f"Zie {sentence}, "), n.Emphasis((text("voorbeeld"),)), text(".")))


def stress_letter() -> n.Document:
    """Return a letter with all that is hard: 31 notes everywhere, a long table, deep lists, two languages."""
    return _document("brief/zwaar", letterhead(subject="Een brief die alles vraagt"), _body())


def stress_report() -> n.Document:
    """Return the same as a report, with a cover and a contents list."""
    cover = report().front
    contents = n.TableOfContents((text("Inhoud"),), depth=3)
    return _document("agenda/zwaar", cover, (contents, *_body()))


def _document(identity: str, front: n.Front, body: tuple[n.Block, ...]) -> n.Document:
    made = n.Document(
        id=identity,
        metadata=metadata("Een document dat alles vraagt & “meer” <nog>", "Kamerbrief"),
        front=front,
        body=body,
        watermark="CONCEPT",
        notice="Voorbeeld, geen officiële uitgave",
        source_yaml="document: zwaar\n",
    )
    numbered, dangling = number_document(made)
    assert dangling == ()
    return numbered


def _body() -> tuple[n.Block, ...]:
    numbers = count(1)
    return (
        _heading(1, "Alinea’s", "alineas", note(next(numbers))),
        *_paragraphs(numbers, 10),
        _heading(2, "Lijsten", "lijsten", note(next(numbers))),
        _deep_list(numbers),
        _heading(3, "Tabellen", "tabellen", note(next(numbers))),
        _long_table(numbers),
        _heading(4, "Figuren", "figuren"),
        figure(),
        replace(figure(), id="nog-een", caption=n.Caption((text("Nog een figuur"), note(next(numbers))))),
        _heading(1, "Talen", "talen"),
        *_languages(numbers),
        _heading(2, "Lange woorden", "woorden"),
        *_long_words(numbers),
        *_paragraphs(numbers, 6),
        signatures(2),
    )


def _heading(level: int, words: str, identity: str, *more: n.Inline) -> n.Heading:
    return n.Heading(level, (text(words), *more), id=identity, numbering="decimal")


def _paragraphs(numbers: Iterator[int], amount: int) -> Iterator[n.Paragraph]:
    for index in range(amount):
        middle = note(next(numbers), words=6 + 5 * (index % 4))
        reference = n.CrossReference("lange-tabel")
        yield n.Paragraph(
            (
                text(LOREM * (1 + index % 3) + "Dat staat hier"),
                middle,
                text(" Zie ook "),
                reference,
                text(f". Alinea {index}."),
            )
        )


def _deep_list(numbers: Iterator[int], depth: int = 4) -> n.List:
    kinds: tuple[n.ListKind, ...] = ("decimal", "bullet", "letter", "decimal")
    words = n.Paragraph((text(f"Niveau {5 - depth}: {LOREM}Tot hier"), note(next(numbers), words=8)))
    inner: tuple[n.Block, ...] = (_deep_list(numbers, depth - 1),) if depth > 1 else ()
    last = n.ListItem((paragraph(f"Einde van niveau {5 - depth}."), paragraph("En een tweede alinea.")))
    return n.List(kinds[4 - depth], (n.ListItem((words, *inner)), last), start=depth)


def _long_table(numbers: Iterator[int]) -> n.Table:
    head = row(
        cell("Onderwerp", "column"), cell("Wat is afgesproken", "column"), cell("Bedrag", "column", "right")
    )
    body = tuple(_table_row(index, numbers) for index in range(60))
    return n.Table(
        widths=(0.25, 0.55, 0.2),
        head=(head,),
        body=body,
        foot=(row(cell("Totaal", "row"), cell(""), cell("1.830", align="right")),),
        caption=n.Caption((text("Een tabel over drie bladzijden"), note(next(numbers)))),
        id="lange-tabel",
        summary="Per onderwerp wat is afgesproken en het bedrag.",
    )


def _table_row(index: int, numbers: Iterator[int]) -> n.Row:
    words: tuple[n.Inline, ...] = (text(f"Rij {index}: {LOREM[:86]}"),)
    if index % 12 == 5:
        words = (*words, note(next(numbers), words=5))
    middle = n.Cell((n.Paragraph(words),))
    if index == 7:
        middle = n.Cell((n.Paragraph(words), n.List("bullet", (n.ListItem((paragraph("in een cel"),)),))))
    return row(cell(f"Onderwerp {index}", "row"), middle, cell(str(index + 1), align="right"))


def _languages(numbers: Iterator[int]) -> Iterator[n.Paragraph]:
    yield n.Paragraph(
        (text("In het Fries: "), n.Language("fy", (text(FRISIAN),)), note(next(numbers)), text(" Einde."))
    )
    english = n.Footnote((n.Language("en", (text(ENGLISH),)), text(" (Engels).")))
    yield n.Paragraph((text("In het Engels: "), n.Language("en", (text(ENGLISH),)), english))


def _long_words(numbers: Iterator[int]) -> Iterator[n.Paragraph]:
    address = "https://www.voorbeeld.nl/" + "/".join(f"een-lang-deel-{index}" for index in range(9))
    yield paragraph(f"{LONG_WORD} {LONG_WORD}{LONG_WORD} en/of en verder.")
    yield n.Paragraph((text("Zie "), n.Link(address, (text(address),)), note(next(numbers)), text(".")))


# --- random layouts ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """A random block: what it is, how long, and how many notes it calls."""

    kind: str
    sentences: int
    notes: int


PARTS = st.builds(
    Part,
    kind=st.sampled_from(("paragraph", "paragraph", "paragraph", "heading", "list", "table")),
    sentences=st.integers(1, 4),
    notes=st.integers(0, 2),
)
LAYOUTS = st.lists(PARTS, min_size=12, max_size=26)


def random_letter(parts: list[Part]) -> n.Document:
    """Return a letter made of random parts; every note is short enough for its page."""
    numbers = count(1)
    body = tuple(_random_block(part, numbers) for part in parts)
    return _document("brief/willekeurig", letterhead(), (*body, signatures(1)))


def _random_block(part: Part, numbers: Iterator[int]) -> n.Block:
    words: list[n.Inline] = [text(f"{LOREM * part.sentences}Dat staat hier")]
    for _ in range(part.notes):
        words += [note(next(numbers), words=4 + 6 * part.sentences), text(" En verder.")]
    content = n.Paragraph(tuple(words))
    match part.kind:
        case "heading":
            return n.Heading(1, (text("Een kop"), *words[1:2]))
        case "list":
            return n.List("bullet", (n.ListItem((content,)), n.ListItem((paragraph("Kort."),))))
        case "table":
            head = row(cell("Links", "column"), cell("Rechts", "column"))
            return n.Table((0.3, 0.7), (row(cell("Cel", "row"), n.Cell((content,))),), head=(head,))
        case _:
            return content
