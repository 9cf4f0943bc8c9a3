"""Parity: a finished file says what the tree says, in the same order, no more and no less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.verify.alignment import Step, align, moved_texts
from pipeline.verify.difference import first_difference, letters, quoted
from pipeline.verify.expected import Construct, Expected, ExpectedPassage
from pipeline.verify.mark_parity import mark_differences
from pipeline.verify.passages import Kind, Passage, Reading
from pipeline.verify.verdict import FileFormat, ProofResult

_SHOWN_AS: Mapping[tuple[FileFormat, Construct], frozenset[Kind]] = {
    # A paragraph of Word begins with its term when the term is long.
    ("docx", "term"): frozenset({"label", "text"}),
    # As a heading it would stand in its own list.
    ("docx", "contents title"): frozenset({"heading1", "text"}),
    # Beside each other they stand in the cells of a table.
    ("docx", "signature"): frozenset({"text", "cell"}),
    # Word has header rows and a header column, and no header cells.
    ("docx", "table edge"): frozenset({"header", "cell"}),
}
"""What a passage may be in a format, where that is not simply what it is in the tree."""

_NAMES: Mapping[Kind, str] = {
    "heading1": "een kop van niveau 1",
    "heading2": "een kop van niveau 2",
    "heading3": "een kop van niveau 3",
    "heading4": "een kop van niveau 4",
    "text": "een gewone alinea",
    "label": "een begrip of opsommingsteken",
    "header": "een kopcel",
    "cell": "een gewone cel",
    "caption": "een bijschrift",
    "entry": "een regel van de inhoudsopgave",
    "note": "een noot",
}
_HINT = "Dit ligt aan het programma en niet aan de tekst: geef deze melding door aan de beheerder."
_MOST_FINDINGS = 20


def parity(reading: Reading, expected: Expected, format: FileFormat, shown: str) -> ProofResult:
    """Hold what a file says against the tree. ``shown`` is how messages name the file.

    Each place where they part gives one finding, at the line where those words were typed. Links and
    languages are compared when all words are right: a word that is wrong would be reported twice.
    """
    found = [
        *_Comparison(format, shown, reading.passages, expected.passages).differences(),
        *_Comparison(format, shown, reading.notes, expected.notes).differences(),
    ] or list(mark_differences(reading, expected, format, shown))
    texts = (*expected.passages, *expected.notes)
    return ProofResult(
        "parity",
        format,
        "alle woorden van de bron staan in het bestand, in dezelfde volgorde, en geen andere",
        findings=tuple(_findings(found, expected.document_id, shown)),
        figures={
            "passages": len(expected.passages),
            "noten": len(expected.notes),
            "tekens": sum(len(each.passage.words) for each in texts),
            "links": len(expected.links),
        },
    )


Message = tuple[str, Source | None]
"""What is not the same, and where the words of the tree were typed."""


def _findings(messages: Sequence[Message], document_id: str, shown: str) -> Iterator[Diagnostic]:
    """Yield the first findings; a file that is wrong altogether is not told word for word."""
    for message, source in islice(messages, _MOST_FINDINGS):
        yield Diagnostic(Code.PARITY, message, source or Location(document_id), _HINT)
    if len(messages) > _MOST_FINDINGS:
        rest = f"In {shown} zijn nog {len(messages) - _MOST_FINDINGS} andere verschillen met de bron."
        yield Diagnostic(Code.PARITY, rest, Location(document_id), _HINT)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The passages of a file beside those of the tree."""

    format: FileFormat
    shown: str
    read: Sequence[Passage]
    source: Sequence[ExpectedPassage]

    def differences(self) -> Iterator[Message]:
        """Yield what is other, missing, too many or elsewhere."""
        ours = [letters(each.words) for each in self.read]
        theirs = [letters(each.passage.words) for each in self.source]
        if theirs and not ours:
            yield self._nothing()
            return
        steps = align(ours, theirs)
        moved = moved_texts(steps, ours, theirs)
        # A cell that is missing shifts those after it in its row: that is no second fault.
        shifted = False
        for step in steps:
            if len(step.read) == len(step.source) == 1:
                read, source = self.read[step.read.start], self.source[step.source.start]
                yield from self._other(read, source, shifted=shifted)
                shifted = shifted and read.column != source.passage.column
            elif step.read and step.source:
                yield self._divided(step)
            else:
                yield from self._alone(step, moved)
                shifted = True

    def _nothing(self) -> Message:
        first = self.source[0]
        what = "enkele noot" if first.passage.kind == "note" else "tekst"
        return f"In {self.shown} is geen {what} te vinden.", first.source_at(0)

    def _other(self, read: Passage, source: ExpectedPassage, *, shifted: bool) -> Iterator[Message]:
        wanted = source.passage
        if difference := first_difference(read.words, wanted.words):
            found, own = difference.shown
            message = f"In {self.shown} staat “{found}”, in de bron staat “{own}”."
            yield message, source.source_at(difference.source_at)
        elif read.kind not in _SHOWN_AS.get((self.format, source.construct), {wanted.kind}):
            what = f"is in {self.shown} {_NAMES[read.kind]}, niet {_NAMES[wanted.kind]}"
            yield f"“{quoted(wanted.words)}” {what}.", source.source_at(0)
        elif wanted.kind in ("cell", "header") and read.column != wanted.column and not shifted:
            columns = f"in kolom {read.column + 1} van de tabel, niet in kolom {wanted.column + 1}"
            yield f"“{quoted(wanted.words)}” staat in {self.shown} {columns}.", source.source_at(0)

    def _divided(self, step: Step) -> Message:
        first = self.source[step.source.start]
        message = (
            f"De tekst vanaf “{quoted(first.passage.words)}” is in {self.shown} verdeeld over "
            f"{len(step.read)} stukken tekst, in de bron over {len(step.source)}."
        )
        return message, first.source_at(0)

    def _alone(self, step: Step, moved: Mapping[int, int]) -> Iterator[Message]:
        for place in step.source:
            source = self.source[place]
            words = quoted(source.passage.words)
            if place not in moved:
                message = f"In {self.shown} ontbreekt “{words}”."
            elif moved.get(moved[place]) != place:
                there = self._after(moved[place])
                message = f"“{words}” staat in {self.shown} op een andere plaats dan in de bron: {there}."
            elif place < moved[place]:
                other = quoted(self.source[moved[place]].passage.words)
                message = f"“{words}” en “{other}” staan in {self.shown} op elkaars plaats."
            else:
                continue
            yield message, source.source_at(0)
        for place in step.read:
            if place in moved.values():
                continue
            message = f"In {self.shown} staat “{quoted(self.read[place].words)}”; de bron heeft dat niet."
            above = self.source[step.source.start - 1] if step.source.start else None
            yield message, above and above.source_at(len(above.passage.words) - 1)

    def _after(self, place: int) -> str:
        return f"na “{quoted(self.read[place - 1].words)}”" if place else "aan het begin"
