"""Numbers for headings, tables, figures and notes, and the words of cross references: given here, once.

Word and PDF print what they find in the tree, so they cannot disagree about a number.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeVar

from pipeline.diagnostics import Code, Diagnostic, Location
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
from pipeline.document.walk import change_blocks

Captioned = TypeVar("Captioned", Table, Figure)

_LEVELS = 4


def number_document(document: Document) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document with every number filled in, and an error for each reference without a target."""
    counters = _Counters()
    numbered = change_blocks(document.body, counters.number_inline, counters.number_block)
    resolver = _Resolver(counters.targets, tuple(counters.contents), document.id)
    resolved = change_blocks(numbered, resolver.resolve_inline, resolver.resolve_block)
    return replace(document, body=resolved), tuple(resolver.findings)


@dataclass
class _Counters:
    """Counts while the tree is walked in reading order."""

    headings: list[int] = field(default_factory=lambda: [0] * _LEVELS)
    annexes: int = 0
    tables: int = 0
    figures: int = 0
    notes: int = 0
    unnamed: int = 0
    targets: dict[str, str] = field(default_factory=dict[str, str])
    contents: list[ContentsEntry] = field(default_factory=list[ContentsEntry])

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
            self.targets[block.id] = f"{kind}\N{NO-BREAK SPACE}{number}"
        return replace(block, caption=replace(caption, number=number))

    def _heading(self, heading: Heading) -> Heading:
        number, name = self._number(heading)
        identity = heading.id or self._new_id()
        text = plain_text(heading.children).replace("\n", " ")
        self.targets[identity] = heading.label or name or text
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

    def _new_id(self) -> str:
        self.unnamed += 1
        return f"kop-{self.unnamed}"


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
