"""Reading the content for a command, which ends when files do not come to rest or an id names no document."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import click

from pipeline.cli.dutch import StopError, WrongUsageError, did_you_mean
from pipeline.cli.reports.text import one_line
from pipeline.content.documents import requested_documents
from pipeline.content.project import Project
from pipeline.diagnostics.located import as_it_is, place_of
from pipeline.engine.cache import Cache
from pipeline.engine.places import Places
from pipeline.engine.plan import Heard, Plan, RestlessError, make_plan
from pipeline.engine.readers import Readers


class ContentError(StopError):
    """An end because of the content, with exit code 1."""

    exit_code = 1


def plan_or_stop(
    places: Places,
    readers: Readers,
    strict: bool = False,
    cache: Cache | None = None,
    heard: Heard | None = None,
) -> Plan:
    """Read, check and compose everything; end the program when files keep changing meanwhile."""
    try:
        return make_plan(places, readers, strict, cache, heard)
    except RestlessError as error:
        raise ContentError(one_line(place_of(error.finding, as_it_is))) from error


def refuse_unknown(project: Project, ids: Sequence[str], ctx: click.Context) -> None:
    """End the program when an id names no document, with what may have been meant."""
    known = [request.id for request in requested_documents(project)]
    unknown = [name for name in ids if name not in known]
    if not unknown:
        return
    sentences = [f"Er is geen document “{name}”.{did_you_mean(_nearest(name, known))}" for name in unknown]
    if project.broken:
        sentences.append("Er zijn bestanden met fouten; kamerwerk check toont ze.")
    raise WrongUsageError(" ".join(sentences), ctx)


def _nearest(name: str, known: Sequence[str]) -> list[str]:
    """Return ids that look like a name, also when only the part after the slash was typed."""
    by_tail = [each for each in known if name and name.rpartition("/")[2] == each.rpartition("/")[2]]
    tails = {each.rpartition("/")[2]: each for each in known}
    near = difflib.get_close_matches(name, known)
    near += [tails[tail] for tail in difflib.get_close_matches(name, list(tails))]
    return list(dict.fromkeys((*by_tail, *near)))[:3]
