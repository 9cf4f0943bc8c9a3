"""For people: a line for each finding, or the lines of the file around it as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.diagnostics.excerpt import excerpt
from pipeline.diagnostics.located import Located
from pipeline.diagnostics.plain import headline, place


def short(findings: Sequence[Located]) -> str:
    """Write one line for each finding."""
    return "\n".join(one_line(each) for each in findings)


def human(findings: Sequence[Located], lines: Callable[[str], Sequence[str]]) -> str:
    """Write each finding with the lines around it and carets below the words that it means."""
    return "\n\n".join(_block(each, lines(each.at.file)) for each in findings)


def one_line(found: Located) -> str:
    """Write ``path:line:column: fout KAM102: message — tip: hint — zie ook path:line:column (words)``."""
    line = f"{place(found.at)}: {headline(found.finding)}"
    if found.hint:
        line += f" — tip: {found.hint}"
    for related in found.related:
        line += f" — zie ook {place(related.at)}{f' ({related.message})' if related.message else ''}"
    return line


def advice(found: Located) -> Iterator[str]:
    """Yield the lines below the excerpt: the tip and the second places."""
    if found.hint:
        yield f"tip: {found.hint}"
    for related in found.related:
        yield f"zie ook {place(related.at)}{f' ({related.message})' if related.message else ''}"


def _block(found: Located, lines: Sequence[str]) -> str:
    below = (*excerpt(lines, found.at), *advice(found))
    return "\n  ".join((f"{place(found.at)}: {headline(found.finding)}", *below))
