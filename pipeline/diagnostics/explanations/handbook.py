"""The page of the handbook that lists every code."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations import EXPLANATIONS
from pipeline.diagnostics.explanations.chapters import chapters
from pipeline.diagnostics.explanations.explanation import InFile, Situation, visible

_INTRODUCTION = """\
# Alle meldingen

Elke melding heeft een vaste code. Hieronder staat bij elke code wat er aan de hand is, met een fout en
een goed voorbeeld. Hetzelfde leest u met `kamerwerk explain KAM204`.

Een *fout* houdt het document tegen; een *waarschuwing* niet. Een *fout van het programma* is nooit uw
schuld: meld die. Deze bladzijde wordt gemaakt uit het programma zelf; verander haar niet met de hand.
"""


def codes_page() -> str:
    """Write the page as Markdown, with a heading for each stage and each code."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    for title, codes in chapters():
        yield f"## {title}\n"
        for code in codes:
            yield from _entry(code)


def _entry(code: Code) -> Iterator[str]:
    explanation = EXPLANATIONS[code]
    yield f"### {code.number} · {code.title}\n"
    yield f"*{code.severity.value.capitalize()}.* {explanation.cause}\n"
    match explanation.example:
        case InFile() as example:
            yield f"Fout, in `{example.file}`:\n"
            yield from _block(example.wrong, example.file)
            yield "Goed:\n"
            yield from _block(example.right, example.file)
        case Situation() as example:
            yield f"- Fout: {example.wrong}"
            yield f"- Goed: {example.right}\n"


def _block(piece: str, file: str) -> Iterator[str]:
    yield f"```{'yaml' if file.endswith('.yaml') else 'jinja'}"
    yield visible(piece)
    yield "```\n"
