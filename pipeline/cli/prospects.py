"""What a build would do and why, in words: for ``kamerwerk explain ID`` and ``kamerwerk build --dry-run``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.cli.printing import counted, totals
from pipeline.content.project import Project
from pipeline.diagnostics.plain import clean, place
from pipeline.engine.prospect import Prospect
from pipeline.engine.reasons import Reason
from pipeline.engine.values import EMPTY

_FORMATS = {"docx": "Word", "pdf": "PDF"}
_STAGES = {
    "tree": "hoe het programma de inhoud leest",
    "pdf": "hoe het programma de PDF opmaakt",
    "docx": "hoe het programma het Word-bestand schrijft",
    "verdict": "hoe het programma documenten nakijkt",
}
_WIDTH = 90
"""Characters of a value that are shown; of a longer one only the place that differs."""
_BEFORE = 30
"""Characters shown before the first that differs."""


def told(prospect: Prospect, project: Project) -> Iterator[str]:
    """Yield the lines that explain what would happen to one document."""
    yield f"{prospect.request.id} {verdict_on(prospect)}"
    if prospect.verb == "impossible":
        return
    yield from (f"  het bestand ontbreekt of is veranderd: {file}" for file in prospect.missing)
    used = [reason for reason in prospect.reasons if reason.printed]
    others = [reason for reason in prospect.reasons if not reason.printed]
    if prospect.verb != "nothing":
        for reason in used or others:
            yield from _lines(reason, project)
    elif used or others:
        yield f"  veranderd zonder gevolg: {counted(len(used or others), 'waarde', 'waarden')}"
    if used and others and prospect.verb != "nothing":
        yield f"  ook veranderd, maar niet afgedrukt: {counted(len(others), 'waarde', 'waarden')}"


def in_short(prospect: Prospect, project: Project) -> str:
    """Say in a few words why something would happen; "" where nothing can be said."""
    if prospect.verb in ("nothing", "impossible"):
        return ""
    if prospect.reasons:
        first, *others = prospect.reasons
        rest = f" en nog {len(others)}" if others else ""
        return f"{_name(first)}{_where(first, project)}{rest}"
    if not prospect.made:
        return "nog niet gemaakt"
    return "bestand ontbreekt of is veranderd" if prospect.missing else ""


def verdict_on(prospect: Prospect) -> str:
    """Say what would happen, as the end of a sentence that begins with the document."""
    match prospect.verb:
        case "nothing":
            return "staat klaar en wordt niet opnieuw gemaakt."
        case "impossible":
            because = "een fout van het programma" if prospect.fault else totals(prospect.findings)
            return f"kan niet worden gemaakt: {because}. Zie kamerwerk check."
        case "restore":
            return "komt uit de cache: precies dit is al eens gemaakt."
        case "make":
            return f"wordt gemaakt{_what(prospect)}.{_unknown(prospect)}"


def _what(prospect: Prospect) -> str:
    names = " en ".join(_FORMATS[suffix] for suffix in prospect.formats)
    return f" ({names})" if names else " (alleen nagekeken)"


def _unknown(prospect: Prospect) -> str:
    if not prospect.made:
        return " Het is nog niet eerder gemaakt."
    return "" if prospect.remembered else " Waaruit het eerder is gemaakt, is niet meer bekend."


def _lines(reason: Reason, project: Project) -> Iterator[str]:
    yield f"  {_name(reason)}{_where(reason, project)}"
    if reason.kind in ("asked", "value", "measure", "tool"):
        before, now = _around(reason.before, reason.now)
        yield f"    was:   {before}"
        yield f"    is nu: {now}"


def _name(reason: Reason) -> str:
    match reason.kind:
        case "asked":
            return f"andere {reason.name} gevraagd"
        case "value":
            return reason.name
        case "file" if reason.before is None:
            return f"het bestand {reason.name} is nieuw"
        case "file" if reason.now is None:
            return f"het bestand {reason.name} is er niet meer"
        case "file":
            return f"het bestand {reason.name} is veranderd"
        case "measure":
            return f"huisstijl: {reason.name}"
        case "tool":
            return f"andere versie van {reason.name}"
        case "program":
            return f"een andere versie van kamerwerk: {_STAGES[reason.name]}"


def _where(reason: Reason, project: Project) -> str:
    return f" ({place(project.locate(reason.where))})" if reason.where else ""


def _around(before: str | None, now: str | None) -> Sequence[str]:
    """Return both values on one line each, and of long ones the part in which they differ."""
    texts = [None if text is None or text == EMPTY else clean(text) for text in (before, now)]
    start = max(0, _length_in_common(*(text or "" for text in texts)) - _BEFORE)
    return ["(niets)" if text is None else _cut(text, start) for text in texts]


def _length_in_common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def _cut(text: str, start: int) -> str:
    if len(text) <= _WIDTH:
        return f"“{text}”"
    piece = text[start : start + _WIDTH]
    return f"“{'…' if start else ''}{piece}{'…' if start + _WIDTH < len(text) else ''}”"
