"""The head of a letter as HTML, in the order in which a reader meets it.

It stands in the body and not in the margins of the page: what stands in the margins is not read aloud.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.diagnostics import Code, Location, Source
from pipeline.document.nodes import HeadField, Inline, Letterhead, ReferenceGroup, Text
from pipeline.document.text import plain_text
from pipeline.render.pdf.inlines import inlines
from pipeline.render.pdf.markup import element, text, void
from pipeline.render.pdf.writing import Watch, Writing


def letterhead(writing: Writing, front: Letterhead) -> str:
    """Return the logo, return address, classification, addressee, reference column and head fields."""
    parts = [
        _logo(writing, front),
        _return_address(writing, front.return_address),
        _classification(writing, front.classification),
        _addressee(writing, front),
        # A column that is cut by the foot of the page goes on, on the next one.
        _reference_column(
            writing, front.reference, "reference", _column_place(writing, front.reference), pages=1
        ),
        _fields(writing, front.fields),
    ]
    return "\n".join(part for part in parts if part)


def follow_up_column(writing: Writing, groups: tuple[ReferenceGroup, ...]) -> str:
    """Return the reference column of the pages after the first, without links: furniture is not read."""
    plain = tuple(
        replace(group, lines=tuple((Text(plain_text(line)),) for line in group.lines)) for group in groups
    )
    where = _column_place(writing, groups)
    return _reference_column(writing, plain, "follow-up", where, pages=None)


def _column_place(writing: Writing, groups: tuple[ReferenceGroup, ...]) -> Source | Location:
    """Return where the longest group was written: shortening that one helps most."""
    by_length = sorted(groups, key=lambda group: len(group.lines), reverse=True)
    return writing.where(*(line for group in by_length for line in group.lines))


def _reference_column(
    writing: Writing,
    groups: tuple[ReferenceGroup, ...],
    name: str,
    where: Source | Location,
    pages: int | None,
) -> str:
    if not groups:
        return ""
    watch = writing.watch(
        Watch(
            Code.LETTERHEAD_OVERFLOW,
            "De gegevens in de kolom rechts van de brief zijn samen langer dan de bladzijde.",
            "Laat gegevens weg of maak ze korter.",
            where,
            height=writing.style.letter.reference.height,
            pages=pages,
            least=sum(len(group.lines) + bool(group.label) for group in groups),
        )
    )
    content = "".join(_group(writing, group) for group in groups)
    return element("div", content, class_=name, data_watch=watch)


def _group(writing: Writing, group: ReferenceGroup) -> str:
    label = element("p", text(group.label), class_="label") if group.label else ""
    lines = "".join(
        element("p", inlines(line), class_=group.emphasis, data_place=writing.place(line))
        for line in group.lines
    )
    return element("div", label + lines, class_="group")


def _logo(writing: Writing, front: Letterhead) -> str:
    if front.logo is None:
        return ""
    return void(
        "img", class_="logo", src=writing.pictures.add(front.logo, writing.where()), alt=front.logo_alt
    )


def _return_address(writing: Writing, line: tuple[Inline, ...]) -> str:
    watch = writing.watch(
        Watch(
            Code.LETTERHEAD_OVERFLOW,
            "Het retouradres past niet op één regel.",
            "Maak het retouradres korter.",
            writing.where(line),
            lines=1,
        )
    )
    words = element("p", inlines(line), data_place=writing.place(line))
    return element("div", words, class_="return-address", data_watch=watch)


def _classification(writing: Writing, words: str) -> str:
    if not words:
        return ""
    watch = writing.watch(
        Watch(
            Code.LETTERHEAD_OVERFLOW,
            f"De rubricering “{words}” past niet op één regel.",
            "Maak de rubricering korter.",
            writing.where(),
            lines=1,
        )
    )
    return element("div", element("p", text(words.upper())), class_="classification", data_watch=watch)


def _addressee(writing: Writing, front: Letterhead) -> str:
    most = writing.style.letter.addressee_lines
    watch = writing.watch(
        Watch(
            Code.LETTERHEAD_OVERFLOW,
            f"De adressering is langer dan {most} regels en past niet in het vak voor het adres.",
            f"Gebruik ten hoogste {most} regels; een lange regel wordt afgebroken en telt dan dubbel.",
            writing.where(*front.addressee),
            lines=most,
        )
    )
    lines = "".join(element("p", inlines(line), data_place=writing.place(line)) for line in front.addressee)
    lowered = " lowered" if front.classification else ""
    return element("div", lines, class_=f"addressee{lowered}", data_watch=watch)


def _fields(writing: Writing, fields: tuple[HeadField, ...]) -> str:
    items = "".join(
        element(
            "x-item",
            element("x-label", text(field.label))
            + element("x-body", element("p", inlines(field.value), data_place=writing.place(field.value))),
        )
        for field in fields
    )
    return element("div", element("x-list", items, class_="pairs fields"), class_="head-fields")
