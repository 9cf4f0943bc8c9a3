"""The kinds of value that a writer can type: text, ids, dates, periods, amounts, citations.

Each is used directly as the annotation of a pydantic field and keeps the place where it was typed.
"""

from pipeline.content.values.amounts import (
    Amount,
    AmountSum,
    format_millions,
    is_exact_in_millions,
    sum_amounts,
)
from pipeline.content.values.choices import KeepSource
from pipeline.content.values.citation_kinds import Citation, CitationProblem
from pipeline.content.values.citations import parse_citation
from pipeline.content.values.dates import Date, DayDate, format_day
from pipeline.content.values.errors import value_error
from pipeline.content.values.ids import Id, IdText, Reference
from pipeline.content.values.names import count_of, join_names, list_joints, sort_key
from pipeline.content.values.periods import Period
from pipeline.content.values.sourced import SourcedNumber, SourcedText, source_of
from pipeline.content.values.text import Markdown, MarkdownText, Notation, NotationText, PlainText, Text
from pipeline.content.values.vergaderjaar import Vergaderjaar, prinsjesdag, vergaderjaar_of

__all__ = [
    "Amount",
    "AmountSum",
    "Citation",
    "CitationProblem",
    "Date",
    "DayDate",
    "Id",
    "IdText",
    "KeepSource",
    "Markdown",
    "MarkdownText",
    "Notation",
    "NotationText",
    "Period",
    "PlainText",
    "Reference",
    "SourcedNumber",
    "SourcedText",
    "Text",
    "Vergaderjaar",
    "count_of",
    "format_day",
    "format_millions",
    "is_exact_in_millions",
    "join_names",
    "list_joints",
    "parse_citation",
    "prinsjesdag",
    "sort_key",
    "source_of",
    "sum_amounts",
    "value_error",
    "vergaderjaar_of",
]
