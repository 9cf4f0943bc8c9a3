"""What the page in the browser must show of one document, as one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Severity
from pipeline.diagnostics.plain import place
from pipeline.preview.findings import Shown
from pipeline.preview.printed import Printed, Spot
from pipeline.preview.rounds import Round
from pipeline.preview.survey import Survey


def state(document: str, seen: Round, survey: Survey | None, survey_is_older: bool) -> dict[str, Any]:
    """Return the message; everything in it can be written as JSON.

    ``survey_is_older`` says that the survey saw other content than ``seen``: errors that it found may have
    been mended since, so they wait for the next one when the document is sound now.
    """
    own = _own_findings(document, seen, survey, survey_is_older)
    elsewhere = [each for each in dict.fromkeys(survey.findings if survey else ()) if each not in own]
    return {
        "document": {
            "id": document,
            "title": seen.request.title if seen.request else "",
            "known": seen.request is not None,
        },
        "documents": [_entry(each, document, own, survey) for each in _requests(seen, survey)],
        "pages": _pages(seen.printed) if seen.printed else None,
        "fresh": seen.fresh,
        "findings": [_finding(each, seen.printed) for each in own],
        "elsewhere": [_finding(each, None) for each in elsewhere],
        "checking": survey is None or survey_is_older,
    }


def _requests(seen: Round, survey: Survey | None) -> Iterable[DocumentRequest]:
    if seen.requests or survey is None:
        return seen.requests
    return (each.request for each in survey.documents)


def _own_findings(
    document: str, seen: Round, survey: Survey | None, survey_is_older: bool
) -> tuple[Shown, ...]:
    surveyed = survey.of(document) if survey else None
    told = surveyed.findings if surveyed else ()
    if survey_is_older:
        # The round read the same files later; only what it never looks for is taken from the survey.
        told = tuple(each for each in told if not each.is_error)
    seen_now = {(each.found.finding.code, each.found.finding.where) for each in seen.findings}
    more = (each for each in told if (each.found.finding.code, each.found.finding.where) not in seen_now)
    return tuple(sorted((*seen.findings, *more), key=lambda each: not each.is_error))


def _entry(
    request: DocumentRequest, chosen: str, own: Sequence[Shown], survey: Survey | None
) -> dict[str, Any]:
    surveyed = survey.of(request.id) if survey else None
    known = request.id == chosen or surveyed is not None
    findings = own if request.id == chosen else surveyed.findings if surveyed else ()
    errors = sum(each.is_error for each in findings)
    return {
        "id": request.id,
        "kind": request.kind,
        "title": request.title,
        "status": request.status,
        "errors": errors if known else None,
        "warnings": len(findings) - errors if known else None,
    }


def _pages(printed: Printed) -> dict[str, Any]:
    return {
        "version": printed.version,
        "names": list(printed.names),
        "sizes": [[round(width, 2), round(height, 2)] for width, height in printed.sizes],
        "spots": [_spot(each) for each in printed.spots],
    }


def _spot(spot: Spot) -> dict[str, Any]:
    box = spot.place
    return {
        "page": box.page,
        "box": [round(each, 2) for each in (box.left, box.top, box.width, box.height)],
        "words": box.words,
        "at": f"{spot.at.file}:{spot.at.line}",
    }


_WORDS = {Severity.ERROR: "fout", Severity.WARNING: "waarschuwing", Severity.FAULT: "fout van het programma"}


def _finding(each: Shown, printed: Printed | None) -> dict[str, Any]:
    found = each.found
    spot = printed.nearest(found.finding.where) if printed else None
    return {
        "code": found.finding.code.number,
        "error": each.is_error,
        "severity": _WORDS[found.finding.severity],
        "message": found.message,
        "hint": found.hint,
        "at": place(found.at),
        "lines": list(each.lines),
        "related": [{"message": near.message, "at": place(near.at)} for near in found.related],
        "spot": printed.spots.index(spot) if printed and spot else None,
    }
