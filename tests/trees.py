"""Documents built by hand from nodes, for tests of what stands below the templates.

Their texts are invented for the tests and say so.
"""

from __future__ import annotations

from datetime import date

from pipeline.diagnostics import Source
from pipeline.document import nodes as n
from pipeline.document.numbering import number_document

LOREM = (
    "Deze alinea is een voorbeeld en hoort bij geen enkel besluit. Zij is lang genoeg om over meer regels te "
    "lopen, zodat regelafstand, afbreking en de overgang naar een volgend blad te zien zijn. "
)


def text(words: str, *path: str | int) -> n.Text:
    return n.Text(words, Source("content/voorbeeld.yaml", path) if path else None)


def paragraph(words: str, *path: str | int) -> n.Paragraph:
    return n.Paragraph((text(words, *path),))


def cell(words: str, header: n.HeaderScope = "none", align: n.Alignment = "left", colspan: int = 1) -> n.Cell:
    return n.Cell((paragraph(words),), header=header, align=align, colspan=colspan)


def row(*cells: n.Cell) -> n.Row:
    return n.Row(cells)


def citation(words: str, href: str) -> n.Footnote:
    return n.Footnote((n.Link(href, (text(words),)), text(".")))


def letterhead(
    *, subject: str = "Voortgang Strategische Agenda’s regio en Rijk", groups: int = 1
) -> n.Letterhead:
    address = n.ReferenceGroup(
        lines=tuple(
            (text(line),)
            for line in ("Turfmarkt 147", "2511 DP Den Haag", "Postbus 20011", "2500 EA Den Haag")
        )
    )
    reference = n.ReferenceGroup(((text("2026-0000000000"),),), label="Onze referentie")
    return n.Letterhead(
        return_address=(text("> Retouradres Postbus 20011 2500 EA Den Haag"),),
        addressee=(
            (text("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),),
            (text("Postbus 20018"),),
            (text("2500 EA Den Haag"),),
        ),
        fields=(
            n.HeadField("Datum", (text("18 december 2026", "datum"),)),
            n.HeadField("Betreft", (text(subject, "betreft"),)),
        ),
        reference=(address, *(reference for _ in range(groups))),
        follow_up=(n.ReferenceGroup(((text("18 december 2026"),),), label="Datum"), reference),
        wordmark=("Ministerie van Binnenlandse Zaken en", "Koninkrijksrelaties"),
        logo_alt="Plaats voor het logo van de afzender",
    )


def metadata(title: str, category: str) -> n.Metadata:
    return n.Metadata(
        title=title,
        author="Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
        date=date(2026, 12, 18),
        subject="Strategische agenda’s regio en Rijk",
        description="Voorbeeld voor de tests.",
        keywords=("regio", "Rijk"),
        identifier="2026-0000000000",
        category=category,
        status="concept",
    )


def amounts_table(identity: str = "middelen") -> n.Table:
    body = tuple(
        row(cell(name, "row"), cell(amount, align="right"), cell(amount, align="right"))
        for name, amount in (("Rijk", "€ 22,5 miljoen"), ("Provincie", "€ 7,5 miljoen"))
    )
    return n.Table(
        widths=(0.5, 0.25, 0.25),
        head=(row(cell("Bron", "column"), cell("2027", "column", "right"), cell("2028", "column", "right")),),
        body=body,
        foot=(
            row(
                cell("Totaal", "row"),
                cell("€ 30 miljoen", align="right"),
                cell("€ 30 miljoen", align="right"),
            ),
        ),
        caption=n.Caption((text("Middelen per jaar"),)),
        id=identity,
        summary="Bedragen per bron en jaar, met een totaal.",
    )


def nested_list() -> n.List:
    inner = n.List(
        "letter",
        (n.ListItem((paragraph("eerste onderdeel;"),)), n.ListItem((paragraph("tweede onderdeel."),))),
    )
    lead = n.Paragraph(
        (n.Strong((text("Regionaal initiatief."),)), text(" De agenda wordt samen gedragen. " + LOREM))
    )
    return n.List("bullet", (n.ListItem((lead,)), n.ListItem((paragraph("Met onderdelen:"), inner))))


def signatures(count: int = 1) -> n.Signatures:
    one = n.Signature(
        (text("De minister van Binnenlandse Zaken en Koninkrijksrelaties,"),), (text("[naam]"),)
    )
    two = n.Signature((text("De staatssecretaris van Infrastructuur en Waterstaat,"),), (text("[naam]"),))
    return n.Signatures((one, two)[:count])


def figure() -> n.Figure:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 20" width="120mm" height="20mm">'
        '<rect x="0" y="8" width="120" height="2" fill="#154273"/>'
        '<circle cx="30" cy="9" r="3" fill="#007bc7"/>'
        '<text x="24" y="18" font-family="DejaVu Sans" font-size="3">2027</text></svg>'
    )
    return n.Figure(
        n.Picture(svg.encode(), "svg", 120, 20),
        "Tijdlijn met één mijlpaal in 2027; tabel 1 noemt haar in woorden.",
        n.Caption((text("Mijlpalen"),)),
        id="tijdlijn",
    )


def letter_body(paragraphs: int) -> tuple[n.Block, ...]:
    first = n.Paragraph(
        (
            text("Eerder is uw Kamer hierover geïnformeerd.", "tekst"),
            citation(
                "Kamerstukken II 2025/26, 36800-VII, nr. 97",
                "https://zoek.officielebekendmakingen.nl/kst-36800-VII-97.html",
            ),
            text(" " + LOREM * 2),
            n.Language("en", (n.Emphasis((text("a passage in another language"),)),)),
            text(" en een verwijzing naar "),
            n.CrossReference("middelen"),
            text("."),
        )
    )
    return (
        first,
        n.Heading(1, (text("Bevindingen"),)),
        *(paragraph(LOREM * 3) for _ in range(paragraphs)),
        nested_list(),
        n.Heading(1, (text("Overzicht van de middelen"),)),
        amounts_table(),
        paragraph("Ik verwacht uw Kamer eind 2027 opnieuw te informeren."),
    )


def letter(
    *, paragraphs: int = 6, signatories: int = 1, salutation: bool = False, **head: object
) -> n.Document:
    opening = (n.Paragraph((text("Geachte voorzitter,"),), role="salutation"),) if salutation else ()
    document = n.Document(
        id="brief/voorbeeld",
        metadata=metadata("Kamerbrief over een voorbeeld", "Kamerbrief"),
        front=letterhead(**head),  # type: ignore[arg-type]
        body=(*opening, *letter_body(paragraphs), signatures(signatories)),
        watermark="CONCEPT",
        notice="Voorbeeld, geen officiële uitgave",
    )
    return number_document(document)[0]


def one_page_letter() -> n.Document:
    document = n.Document(
        id="brief/kort",
        metadata=metadata("Kamerbrief over een kort voorbeeld", "Kamerbrief"),
        front=letterhead(),
        body=(paragraph("Dit is een korte brief zonder noten. " + LOREM), signatures()),
    )
    return number_document(document)[0]


def report(*, chapters: int = 3) -> n.Document:
    colophon = n.DefinitionList(
        tuple(
            n.Definition((text(term),), (paragraph(words),))
            for term, words in (("Titel", "Strategische agenda Voorbeeld"), ("Status", "Concept"))
        )
    )
    body: list[n.Block] = [n.Heading(1, (text("Colofon"),)), colophon, n.PageBreak()]
    body += [n.TableOfContents((text("Inhoud"),))]
    for index in range(1, chapters + 1):
        body += [
            n.Heading(
                1, (text(f"Hoofdstuk over onderwerp {index}"),), f"h{index}", "", "decimal", page_break=True
            ),
            paragraph(LOREM * 4),
            n.Heading(2, (text("Een kans"),), f"k{index}", f"kans\N{NO-BREAK SPACE}{index}", "decimal"),
            n.Paragraph(
                (text("Zie "), n.CrossReference("h1"), text(" en "), n.CrossReference("k1"), text("."))
            ),
            nested_list(),
            amounts_table(f"tabel-{index}"),
            n.Paragraph(
                (
                    text("Met een noot."),
                    citation("Stb. 2011, 35", "https://zoek.officielebekendmakingen.nl/stb-2011-35.html"),
                )
            ),
        ]
    body += [
        figure(),
        n.Quote((paragraph("Een aangehaalde passage."),)),
        n.Heading(1, (text("Bronnen"),), "bronnen", "", "annex", page_break=True),
        paragraph(LOREM),
        signatures(2),
    ]
    document = n.Document(
        id="agenda/voorbeeld",
        metadata=metadata("Strategische agenda Voorbeeld", "Strategische agenda"),
        front=n.Cover(
            (text("Strategische agenda Voorbeeld"),),
            (text("Samen werken aan de regio"),),
            ((text("18 december 2026"),), (text("Concept"),)),
            ("Ministerie van Binnenlandse Zaken en", "Koninkrijksrelaties"),
            logo_alt="Plaats voor het logo van de afzender",
        ),
        body=tuple(body),
        watermark="CONCEPT",
        notice="Voorbeeld, geen officiële uitgave",
    )
    return number_document(document)[0]


def annex() -> n.Document:
    document = n.Document(
        id="bijlage/voorbeeld",
        metadata=metadata("Stand van zaken per regio", "Bijlage"),
        front=n.TitleBlock((text("Stand van zaken per regio"),), (text("Bijlage bij een voorbeeldbrief"),)),
        body=(n.Heading(1, (text("Zeeland"),)), paragraph(LOREM * 3), amounts_table()),
    )
    return number_document(document)[0]
