"""Sums in a table that a writer typed: the row "Totaal" holds what the rows above it add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal
from markdown_it.tree import SyntaxTreeNode
from pydantic_core import PydanticCustomError

from pipeline.compose.inclusions import included
from pipeline.compose.markdown_field import MarkdownField, block_place, inline_place
from pipeline.content.values import Amount, AmountSum, format_millions, sum_amounts
from pipeline.content.values.amounts import NO_BREAK_SPACE, parse_amount
from pipeline.diagnostics import Code

_TOTAL = re.compile(r"totaal:?", re.IGNORECASE)
_SUBTOTAL = re.compile(r"sub-?totaal\b.*", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_MANY_PM = re.compile(r"(\d{1,2}) *[×x] *(p\.?m\.?)", re.IGNORECASE)
_BARE = re.compile(r"\d+(?:,\d+)?(?: *(?:[-–]|tot) *\d+(?:,\d+)?)?")
_MONEY = re.compile(r"€|miljoen|miljard")
_UNIT = " miljoen"
_BESIDE_AMOUNT = {"citation", "footnote"}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with one amount: as it was typed, or as the value that it takes in."""

    words: str
    value: Amount | AmountSum | None


def check_sums(rows: Sequence[SyntaxTreeNode], field: MarkdownField) -> None:
    """Report each total that differs from its column, as far as every cell of the column is an amount.

    Nothing is said of a table with subtotals, and what is p.m. does not change the amounts that are known.
    """
    if len(rows) < 2 or not _TOTAL.fullmatch(_name(rows[-1])):
        return
    if any(_SUBTOTAL.fullmatch(_name(row)) for row in rows):
        return
    for index in range(1, len(rows[-1].children)):
        _check_column([row.children[index] for row in rows], field)


def _check_column(column: list[SyntaxTreeNode], field: MarkdownField) -> None:
    cells = [_cell(node, field) for node in column]
    in_millions = _counts_millions(cells)
    read = [list(_amounts(cell, in_millions=in_millions)) for cell in cells]
    if not all(read):
        return
    stated, computed = sum_amounts(read[-1]), sum_amounts(amount for part in read[:-1] for amount in part)
    if _agrees(stated, computed):
        return
    as_money = any(cell.value or _MONEY.search(cell.words) for cell in cells)
    shown = [_shown(figure, in_millions=in_millions, as_money=as_money) for figure in (stated, computed)]
    field.report(
        Code.SUM_DIFFERS,
        f"Het totaal is {shown[0]}, terwijl de rijen erboven samen {shown[1]} zijn.",
        block_place(column[-1]),
        "Verbeter het totaal of de bedragen.",
    )


def _agrees(stated: AmountSum, computed: AmountSum) -> bool:
    """Tell whether a total is right, exactly or as it is printed."""
    if (stated.pm_count and not computed.pm_count) or (computed.amount_count and not stated.amount_count):
        return False
    known = (stated.low, stated.high) == (computed.low, computed.high)
    return known or str(sum_amounts(_known(stated))) == str(sum_amounts(_known(computed)))


def _cell(cell: SyntaxTreeNode, field: MarkdownField) -> _Cell:
    parts = list(_parts(cell.children[0]))
    if len(parts) == 1 and parts[0].type == "inclusion":
        value = included(parts[0].content.strip(), field, inline_place(cell.children[0], parts[0]))
        return _Cell("", value if isinstance(value, Amount | AmountSum) else None)
    if any(part.type != "text" for part in parts):
        return _Cell("", None)
    return _Cell("".join(part.content for part in parts).replace(NO_BREAK_SPACE, " ").strip(), None)


def _parts(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """Yield what a cell holds, within bold and italic too, without notes and empty words."""
    for child in node.children:
        if child.type in {"strong", "em"}:
            yield from _parts(child)
        elif child.type not in _BESIDE_AMOUNT and not (child.type == "text" and not child.content.strip()):
            yield child


def _counts_millions(cells: Sequence[_Cell]) -> bool:
    """Tell whether a column has numbers as ``6,5``, of which the header says that they are millions."""
    words = [cell.words for cell in cells if cell.words]
    return any(_BARE.fullmatch(each) and "," in each for each in words) and not any(
        _MONEY.search(each) for each in words
    )


def _amounts(cell: _Cell, *, in_millions: bool) -> Iterator[Amount]:
    """Yield the amounts of a cell, such as ``4 miljoen + p.m.``; none when it is not all amounts."""
    if isinstance(cell.value, Amount):
        yield cell.value
    elif cell.value is not None:
        yield from (*_known(cell.value), *[Amount(None, None)] * cell.value.pm_count)
    else:
        yield from _typed(cell.words, in_millions=in_millions)


def _typed(words: str, *, in_millions: bool) -> list[Amount]:
    plain = _THOUSANDS.sub("", words.replace("€", ""))
    plain = _MANY_PM.sub(lambda many: " + ".join([many[2]] * int(many[1])), plain)
    try:
        pieces = [piece.strip() for piece in plain.split("+")]
        scaled = [piece + _UNIT if in_millions and _BARE.fullmatch(piece) else piece for piece in pieces]
        return [parse_amount(piece) for piece in scaled]
    except PydanticCustomError:
        return []


def _known(money: AmountSum) -> list[Amount]:
    return [Amount(money.low, money.high)] if money.amount_count else []


def _shown(money: AmountSum, *, in_millions: bool, as_money: bool) -> str:
    """Write a figure in the way of its column, never rounded: that could hide the difference."""
    if in_millions:
        return format_millions(money)
    sign = f"€{NO_BREAK_SPACE}" if as_money else ""
    figures = " tot ".join(
        format_decimal(each, locale="nl") for each in dict.fromkeys((money.low, money.high))
    )
    known = [f"{sign}{figures}"] if money.amount_count else []
    return " + ".join([*known, *(["p.m."] if money.pm_count else [])])


def _name(row: SyntaxTreeNode) -> str:
    """Return the words of the first cell."""
    return str(row.children[0].children[0].content).strip(" *")
