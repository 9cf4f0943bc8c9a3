"""Reading the content for a command; where the files do not come to rest, the command ends and says so."""

from __future__ import annotations

from pipeline.cli.dutch import StopError
from pipeline.cli.reports.text import one_line
from pipeline.diagnostics import Location
from pipeline.diagnostics.located import place_of
from pipeline.engine.cache import Cache
from pipeline.engine.places import Places
from pipeline.engine.plan import Plan, RestlessError, make_plan
from pipeline.engine.readers import Readers


class ContentError(StopError):
    """An end because of the content, with exit code 1."""

    exit_code = 1


def plan_or_stop(places: Places, readers: Readers, strict: bool = False, cache: Cache | None = None) -> Plan:
    """Read, check and compose everything; end the program when files keep changing meanwhile."""
    try:
        return make_plan(places, readers, strict, cache)
    except RestlessError as error:
        raise ContentError(one_line(place_of(error.finding, lambda where: Location(where.file)))) from error
