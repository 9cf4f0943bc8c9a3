"""Slips in Markdown: marks that are never closed, and signs that look like marks but are printed as typed.

The first are errors, because nobody means them. The second are warnings: a word in brackets or a bar can be
meant, but far more often a space or a sign was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markdown_it.tree import SyntaxTreeNode

from pipeline.compose.markdown_field import MarkdownField, inline_place
from pipeline.compose.scope import TextScope
from pipeline.diagnostics import Code
from pipeline.diagnostics.nearness import closest

_UNCLOSED = re.compile(r"\^\[|\[[@=#]")
_NAME = r"[a-z0-9]+(?:[-_ ][a-z0-9]+)*"
_BARE_SOURCE = re.compile(r"(?<![\w.@])@([a-z0-9]+(?:-[a-z0-9]+)*)")
_BRACKETS = re.compile(rf"\[({_NAME})\](?!\s*[({{:])")
_NOTE_ELSEWHERE = re.compile(r"\[(?:\^[^\[\]]+|\d{1,2})\](?!:)")
_PARTED_LINK = re.compile(r"\]\s+\(https?://[^\s)]*\)?")
_OPEN_LINK = re.compile(r"\]\((?:https?://|www\.)[^)]*$")
_STARS = re.compile(r"\*{2,}")
_MEDE_NAMENS = "mede-namens"
_LINE_SLIPS = (
    (re.compile(r"#{1,6}(?=[^\W\d_])"), "Is het een kop? Zet dan een spatie na het laatste #-teken."),
    (re.compile(r"[-+](?=[^\W\d_])"), "Is het een opsomming? Zet dan een spatie na het streepje."),
    (re.compile("[•·▪●○◦‣⁃]"), "Een opsomming begint met een streepje en een spatie (- )."),
    (
        re.compile(r"\|.*\|"),
        "Onder de koppen van een tabel hoort een regel met evenveel kolommen: | --- | --- |.",
    ),
)
_OPEN_STAR = re.compile(r"(?<![^\s(“‘])\*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class _Slip:
    """What was typed, where it begins in its run of text, and what was probably meant."""

    typed: str
    offset: int
    hint: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Text without marks in between: markdown-it cuts it at stars and underscores that mean nothing."""

    first: SyntaxTreeNode
    text: str
    begins_line: bool


def tell_slips(inline: SyntaxTreeNode, field: MarkdownField) -> None:
    """Report what is wrong with the marks in a paragraph, heading or cell."""
    in_paragraph = inline.parent is not None and inline.parent.type == "paragraph"
    told_line = False
    for run in _runs(inline):
        _tell_unclosed(inline, run, field)
        for slip in _slips(run.text, field.rendering.scope):
            _tell(inline, run, slip, field)
        if in_paragraph and run.begins_line and not told_line:
            for slip in _line_slips(run.text):
                _tell(inline, run, slip, field)
                # What went wrong in the first line of a list or table went wrong in all.
                told_line = True


def _runs(node: SyntaxTreeNode) -> Iterator[_Run]:
    begins_line = node.type == "inline"
    for kind, group in groupby(node.children, key=lambda child: child.type):
        nodes = list(group)
        if kind == "text":
            yield _Run(nodes[0], "".join(each.content for each in nodes), begins_line)
        else:
            for child in nodes:
                yield from _runs(child)
        begins_line = kind in {"softbreak", "hardbreak"}


def _tell_unclosed(inline: SyntaxTreeNode, run: _Run, field: MarkdownField) -> None:
    for match in _UNCLOSED.finditer(run.text):
        message = f"“{match[0]}” wordt niet gesloten met ]."
        hint = f"Zet ] na {'het laatste woord van de noot' if match[0] == '^[' else 'de naam'}."
        place = inline_place(inline, run.first, match.start())
        field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, hint, match[0])
    for match in _STARS.finditer(run.text):
        message = "“**” wordt niet gesloten, of er staat een spatie aan de binnenkant."
        hint = "Vet is **vet**, zonder spaties binnen de sterretjes."
        place = inline_place(inline, run.first, match.start())
        field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, hint, match[0])
    for match in _OPEN_LINK.finditer(run.text):
        message = "Deze link wordt niet gesloten met )."
        place = inline_place(inline, run.first, match.start())
        field.report(Code.MARKDOWN_NOT_ALLOWED, message, place, "Schrijf: [tekst](https://…)", match[0])


def _tell(inline: SyntaxTreeNode, run: _Run, slip: _Slip, field: MarkdownField) -> None:
    message = f"“{slip.typed}” wordt afgedrukt zoals het er staat."
    place = inline_place(inline, run.first, slip.offset)
    field.report(Code.PRINTED_AS_TYPED, message, place, slip.hint, slip.typed)


def _slips(text: str, scope: TextScope) -> Iterator[_Slip]:
    """Yield what may stand anywhere in a line."""
    for match in _BARE_SOURCE.finditer(text):
        if match[1] in scope.sources:
            yield _Slip(match[0], match.start(), f"Een verwijzing staat tussen haken: [@{match[1]}].")
    for match in _BRACKETS.finditer(text):
        if meant := _meant(match[1], scope):
            yield _Slip(match[0], match.start(), f"Bedoelde u {meant}?")
    for match in _NOTE_ELSEWHERE.finditer(text):
        yield _Slip(match[0], match.start(), "Een noot staat in de tekst zelf: ^[De woorden van de noot.]")
    for match in _PARTED_LINK.finditer(text):
        yield _Slip(match[0], match.start(), "Haal de spatie tussen ] en ( weg.")
    for match in _OPEN_STAR.finditer(text):
        yield _Slip(
            "*", match.start(), "Cursief is *cursief*. Een opsomming heeft na het sterretje een spatie."
        )


def _meant(name: str, scope: TextScope) -> str | None:
    """Return how a name in brackets should have been typed; ``None`` when it is like nothing that is known.

    Words in brackets are common in letters ([naam]); only what is nearly a name is told.
    """
    known = {
        **{source: f"[@{source}]" for source in scope.sources},
        **{passage: f"[={passage}]" for passage in scope.passages},
        _MEDE_NAMENS: f"[{_MEDE_NAMENS}]",
    }
    near = closest(name.replace("_", "-").replace(" ", "-"), known)
    return known[near] if near else None


def _line_slips(text: str) -> Iterator[_Slip]:
    """Yield what is a slip at the beginning of a line only."""
    for pattern, hint in _LINE_SLIPS:
        if match := pattern.match(text):
            yield _Slip(match[0], 0, hint)
