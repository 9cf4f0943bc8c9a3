"""Functions, departments and the ministry bear the names that they had on the day of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.checks.dated import DatedDocument, dated_documents
from pipeline.checks.targets import TARGETS, Target
from pipeline.checks.wording import quoted
from pipeline.content.models.base import Model
from pipeline.content.models.gedeeld import Departement, Ondertekenaar
from pipeline.content.models.programma import NaamMinisterie
from pipeline.content.project import Project, by_id
from pipeline.content.values import DayDate
from pipeline.content.walk import models_below
from pipeline.diagnostics import Code, Diagnostic, Related, Source

_Term = NaamMinisterie | Ondertekenaar | Departement
"""Whatever exists from a day (vanaf) until a day (tot, the first day that it is no more)."""


def check_offices(project: Project) -> Iterator[Diagnostic]:
    """Yield names outside their time, and times that end before they begin or that overlap."""
    names = project.programma.ministerie.namen if project.programma else ()
    for term in (*names, *project.gedeeld.ondertekenaars, *project.gedeeld.departementen):
        yield from _backwards(term)
    yield from _overlaps(names)
    documents = tuple(dated_documents(project))
    if names:
        yield from _nameless(names, documents)
    for document in documents:
        yield from _outside(document, project)


def _exists_on(term: _Term, date: DayDate) -> bool:
    return (term.vanaf is None or term.vanaf <= date) and (term.tot is None or date < term.tot)


def _is_backwards(term: _Term) -> bool:
    return term.vanaf is not None and term.tot is not None and term.tot <= term.vanaf


def _backwards(term: _Term) -> Iterator[Diagnostic]:
    if _is_backwards(term):
        yield Diagnostic(
            Code.DATE_ORDER,
            f"{_named(term)} houdt op ({term.tot}) voordat het begint ({term.vanaf}).",
            term.source.child("tot"),
            "“tot” is de eerste dag waarop het niet meer geldt, en ligt na “vanaf”.",
            (Related("Het begin.", term.source.child("vanaf")),),
        )


def _overlaps(names: Sequence[NaamMinisterie]) -> Iterator[Diagnostic]:
    sound = [name for name in names if not _is_backwards(name)]
    for index, name in enumerate(sound):
        for earlier in sound[:index]:
            if _starts_before_end(name, earlier) and _starts_before_end(earlier, name):
                yield Diagnostic(
                    Code.DATE_ORDER,
                    f"De namen {quoted(earlier.naam)} en {quoted(name.naam)} gelden op dezelfde dagen.",
                    name.source,
                    "Geef de oude naam een “tot” en de nieuwe naam dezelfde dag als “vanaf”.",
                    (Related("De andere naam.", earlier.source),),
                )


def _starts_before_end(one: NaamMinisterie, other: NaamMinisterie) -> bool:
    return one.vanaf is None or other.tot is None or one.vanaf < other.tot


def _nameless(names: Sequence[NaamMinisterie], documents: Sequence[DatedDocument]) -> Iterator[Diagnostic]:
    if any(_is_backwards(name) for name in names):
        return
    bare = [document for document in documents if not any(_exists_on(name, document.date) for name in names)]
    if bare:
        first = bare[0]
        yield Diagnostic(
            Code.NOT_IN_OFFICE,
            f"Op {first.date}, de datum van {first.title}, geldt geen enkele naam van het ministerie.",
            names[0].source,
            "Laat bij “namen” elke “vanaf” gelijk zijn aan de “tot” van de vorige naam.",
            tuple(Related("Een datum zonder naam.", document.date_source) for document in bare),
        )


def _outside(document: DatedDocument, project: Project) -> Iterator[Diagnostic]:
    """Yield each function or department that did not exist on the document's date, once."""
    uses: dict[tuple[Target, str], list[Source]] = {}
    for model in document.models:
        for target, identity, place in _offices(model):
            uses.setdefault((target, identity), []).append(place)
    for (target, identity), (place, *others) in uses.items():
        register = (
            project.gedeeld.ondertekenaars
            if target is Target.ONDERTEKENAAR
            else project.gedeeld.departementen
        )
        term = by_id(register, identity)
        if term is None or _is_backwards(term) or _exists_on(term, document.date):
            continue
        begins_later = term.vanaf is not None and document.date < term.vanaf
        moment = f"bestaat pas sinds {term.vanaf}" if begins_later else f"bestaat niet meer sinds {term.tot}"
        yield Diagnostic(
            Code.NOT_IN_OFFICE,
            f"{_named(term)} {moment}, maar {document.title} is van {document.date}.",
            place,
            f"Kies wie het op {document.date} was, of verbeter “vanaf” en “tot” in {target.place}.",
            (
                Related("Hier staan de datums.", term.source.child("vanaf" if begins_later else "tot")),
                *(Related("Ook hier.", other) for other in others),
            ),
        )


def _offices(model: Model) -> Iterator[tuple[Target, str, Source]]:
    """Yield the functions and departments that a file names; a trekker counts when it is a department."""
    for part in models_below(model):
        for field, target in TARGETS.get(type(part), {}).items():
            kind = Target.DEPARTEMENT if target is Target.TREKKER else target
            if kind not in {Target.DEPARTEMENT, Target.ONDERTEKENAAR}:
                continue
            value, place = getattr(part, field), part.source.child(field)
            if isinstance(value, tuple):
                yield from ((kind, str(item), place.child(index)) for index, item in enumerate(value))
            elif value is not None:
                yield kind, str(value), place


def _named(term: _Term) -> str:
    if isinstance(term, Ondertekenaar):
        return f"De functie {quoted(term.functie)}"
    if isinstance(term, Departement):
        return f"Het departement {quoted(term.naam)}"
    return f"De naam {quoted(term.naam)}"
