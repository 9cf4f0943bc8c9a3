"""Numbers for headings, tables, figures and notes, and the words of cross references: given here, once.

Word and PDF print what they find in the tree, so they cannot disagree about a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.document.nodes import (
    Block,
    Caption,
    ContentsEntry,
    CrossReference,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    Table,
    TableOfContents,
)
from pipeline.document.text import plain_text
from pipeline.document.walk import change_blocks, iter_blocks

Captioned = TypeVar("Captioned", Table, Figure)

_LEVELS = 4
_OWN_ID = "Geef elk onderdeel een eigen id, en gebruik een tekstblok met een id één keer in een document."


def number_document(document: Document) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document with every number filled in.

    An error for each reference without a target, and for each id that more than one part of it has.
    """
    counters = _Counters(document.id, frozenset(_given_ids(document)))
    numbered = change_blocks(document.body, counters.number_inline, counters.number_block)
    resolver = _Resolver(counters.targets, tuple(counters.contents), document.id)
    resolved = change_blocks(numbered, resolver.resolve_inline, resolver.resolve_block)
    return replace(document, body=resolved), (*counters.findings, *resolver.findings)


def _given_ids(document: Document) -> Iterator[str]:
    for block in iter_blocks(document.body):
        if isinstance(block, Heading | Table | Figure) and block.id:
            yield block.id


@dataclass
class _Counters:
    """Counts while the tree is walked in reading order."""

    document_id: str
    given: frozenset[str]
    """The ids of the document itself: none that is made up may be one of them."""
    headings: list[int] = field(default_factory=lambda: [0] * _LEVELS)
    annexes: int = 0
    tables: int = 0
    figures: int = 0
    notes: int = 0
    unnamed: int = 0
    targets: dict[str, str] = field(default_factory=dict[str, str])
    contents: list[ContentsEntry] = field(default_factory=list[ContentsEntry])
    findings: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def number_inline(self, inline: Inline) -> Inline:
        if not isinstance(inline, Footnote):
            return inline
        self.notes += 1
        return replace(inline, number=self.notes)

    def number_block(self, block: Block) -> Block:
        match block:
            case Heading():
                return self._heading(block)
            case Table():
                if block.caption is None:
                    return block
                self.tables += 1
                return self._captioned(block, block.caption, "tabel", self.tables)
            case Figure():
                if block.caption is None:
                    return block
                self.figures += 1
                return self._captioned(block, block.caption, "figuur", self.figures)
            case _:
                return block

    def _captioned(self, block: Captioned, caption: Caption, kind: str, number: int) -> Captioned:
        if block.id:
            self._name(block.id, f"{kind}\N{NO-BREAK SPACE}{number}", caption.source or block.source)
        return replace(block, caption=replace(caption, number=number))

    def _heading(self, heading: Heading) -> Heading:
        number, name = self._number(heading)
        identity = heading.id or self._new_id()
        text = plain_text(heading.children).replace("\n", " ")
        self._name(identity, heading.label or name or text, heading.source)
        self.contents.append(ContentsEntry(identity, heading.level, number, text))
        return replace(heading, id=identity, number=number)

    def _number(self, heading: Heading) -> tuple[str, str]:
        """Return the printed number and how a reference names it."""
        if heading.numbering == "none":
            return "", ""
        if heading.numbering == "annex":
            self.annexes += 1
            return f"Bijlage\N{NO-BREAK SPACE}{self.annexes}", f"bijlage\N{NO-BREAK SPACE}{self.annexes}"
        self.headings[heading.level - 1] += 1
        self.headings[heading.level :] = [0] * (_LEVELS - heading.level)
        number = ".".join(str(count) for count in self.headings[: heading.level])
        kind = "hoofdstuk" if heading.level == 1 else "paragraaf"
        return number, f"{kind}\N{NO-BREAK SPACE}{number}"

    def _name(self, identity: str, words: str, source: Source | None) -> None:
        if identity in self.targets:
            message = f"De id “{identity}” staat twee keer in dit document; een verwijzing bedoelt er één."
            where = source or Location(self.document_id)
            self.findings.append(Diagnostic(Code.DUPLICATE_ID, message, where, _OWN_ID))
        self.targets[identity] = words

    def _new_id(self) -> str:
        self.unnamed += 1
        made = f"kop-{self.unnamed}"
        return made if made not in self.given else self._new_id()


@dataclass
class _Resolver:
    targets: dict[str, str]
    contents: tuple[ContentsEntry, ...]
    document_id: str
    findings: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def resolve_inline(self, inline: Inline) -> Inline:
        if not isinstance(inline, CrossReference):
            return inline
        text = self.targets.get(inline.target)
        if text is None:
            where = inline.source or Location(self.document_id)
            message = f"Het document heeft geen onderdeel met id “{inline.target}” om naar te verwijzen."
            self.findings.append(Diagnostic(Code.UNKNOWN_TARGET, message, where))
            return inline
        return replace(inline, text=inline.text or text)

    def resolve_block(self, block: Block) -> Block:
        if not isinstance(block, TableOfContents):
            return block
        return replace(block, entries=tuple(e for e in self.contents if e.level <= block.depth))
