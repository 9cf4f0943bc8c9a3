"""Text fields: one line of plain text, or a block of Markdown."""

from __future__ import annotations

import unicodedata
from typing import Annotated, TypeVar

from pydantic import PlainValidator

from pipeline.content.values.errors import value_error
from pipeline.content.values.sourced import SourcedText, source_of, typed_text
from pipeline.content.values.text_marks import refused_in_plain_text
from pipeline.diagnostics import Code

Line = TypeVar("Line", bound="PlainText")


class PlainText(SourcedText):
    """One line of plain text: never empty, without spaces around it, in Unicode's composed form."""

    __slots__ = ()


class NotationText(PlainText):
    """A line that stands as it is elsewhere: a reference, an address, a name, a title by others.

    The rules of language do not judge it.
    """

    __slots__ = ()


class MarkdownText(SourcedText):
    """A block of Markdown, in Unicode's composed form; its lines are those that the writer typed."""

    __slots__ = ()


def read_plain_text(value: object) -> PlainText:
    """Make a value of a text field that holds one line; HTML, Markdown and template code are refused."""
    return _read_line(value, PlainText)


def read_notation(value: object) -> NotationText:
    """Make a value that holds one line of no language; the same is refused as in a text field."""
    return _read_line(value, NotationText)


def _read_line(value: object, made: type[Line]) -> Line:
    typed = typed_text(value, "een tekst")
    _refuse_marks(typed)
    text = typed.strip()
    if "\n" in text:
        start = len(typed) - len(typed.lstrip())
        raise value_error(
            Code.INVALID_VALUE,
            "Deze tekst moet op één regel passen, maar hij heeft meer regels.",
            "Haal de nieuwe regel weg, of begin het blok met > in plaats van |.",
            line=typed.count("\n", 0, start) + 1,
        )
    source = source_of(value)
    if source is not None:
        lead = typed[: len(typed) - len(typed.lstrip())]
        source = source.inside(lead.count("\n"), len(lead) - lead.rfind("\n") - 1)
    return made(unicodedata.normalize("NFC", text), source)


def read_markdown(value: object) -> MarkdownText:
    """Make a value of a Markdown field; what is wrong inside it is found where Markdown is read."""
    typed = typed_text(value, "een tekst")
    return MarkdownText(unicodedata.normalize("NFC", typed.rstrip()), source_of(value))


def _refuse_marks(text: str) -> None:
    """Refuse the first thing that cannot stand in plain text."""
    refused = next(refused_in_plain_text(text), None)
    if refused:
        raise value_error(
            refused.code, refused.message, refused.hint, line=refused.line, column=refused.column
        )


Text = Annotated[PlainText, PlainValidator(read_plain_text, json_schema_input_type=str)]
"""The annotation for a field with one line of plain text."""

Notation = Annotated[NotationText, PlainValidator(read_notation, json_schema_input_type=str)]
"""The annotation for a field with one line that the rules of language leave alone."""

Markdown = Annotated[MarkdownText, PlainValidator(read_markdown, json_schema_input_type=str)]
"""The annotation for a field with Markdown."""
