"""A strategy for any model of the content, made from the model itself: a new field is drawn without more ado.

What cannot be known from the type of a field stands in ``SPECIAL``. A type that is not known here raises, so
that no field is ever left out in silence.
"""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from hypothesis import strategies as st
from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from pipeline.checks.targets import TARGETS, Target
from pipeline.content.models import agenda, brief, gedeeld, programma, regio
from pipeline.content.models.base import Model
from pipeline.content.values import (
    Amount,
    DayDate,
    IdText,
    MarkdownText,
    NotationText,
    Period,
    PlainText,
    format_day,
)
from pipeline.content.values.ids import read_reference
from tests.fuzz import prose
from tests.fuzz.drafts import Draft, Group, Pointer
from tests.fuzz.text_forms import TextForm, text_forms

Values = st.SearchStrategy[Draft]

FIRST_DAY, LAST_DAY = datetime.date(2026, 7, 1), datetime.date(2028, 12, 31)
"""Documents are dated between these; what happened, happened before, and what is planned comes after."""

_BEFORE = datetime.date(2019, 1, 1)
_PLANNED = range(LAST_DAY.year + 1, 2041)


class UnknownTypeError(Exception):
    """A field of the models has a type that the generator cannot draw."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How much of what may be left out is there, from 0 to 4, and how long a list can become."""

    presence: int
    longest: int


FILLINGS = (Filling(0, 1), Filling(2, 3), Filling(3, 2), Filling(4, 2), Filling(2, 9))


def groups(model: type[Model], filling: Filling) -> st.SearchStrategy[Group]:
    """Draw a group of keys for a model, valid by itself; pointers in it are settled later."""
    needed: dict[str, Values] = {}
    optional: dict[str, Values] = {}
    for name, field in model.model_fields.items():
        drawn = _field(model, name, field, filling)
        if field.is_required() or (model, name) in _ALWAYS or filling.presence == 4:
            needed[name] = drawn
        elif filling.presence:
            optional[name] = drawn
    if filling.presence == 3:
        # Three of four optional keys: hypothesis itself leaves out about half.
        kept = st.booleans().flatmap(lambda half: st.just(True) if half else st.booleans())
        return st.fixed_dictionaries(
            {**needed, **{key: st.tuples(kept, value) for key, value in optional.items()}}
        ).map(lambda drawn: _kept(drawn, optional))
    return st.fixed_dictionaries(needed, optional=optional)


def _kept(drawn: dict[str, Any], optional: Mapping[str, Values]) -> Group:
    pairs = {key: value if key not in optional else value[1] for key, value in drawn.items()}
    return {key: value for key, value in pairs.items() if key not in optional or drawn[key][0]}


def _field(model: type[Model], name: str, field: FieldInfo, filling: Filling) -> Values:
    special = SPECIAL.get((model, name), SPECIAL.get((None, name)))
    if special is not None:
        return special
    where = _Where(model, name, filling)
    try:
        return _values(field.annotation, tuple(field.metadata), where)
    except UnknownTypeError as error:
        raise UnknownTypeError(f"{model.__name__}.{name}: {error}") from None


@dataclass(frozen=True, slots=True)
class _Where:
    model: type[Model]
    name: str
    filling: Filling


def _values(kind: Any, metadata: tuple[Any, ...], where: _Where) -> Values:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _values(arguments[0], (*arguments[1:], *metadata), where)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        given = [each for each in arguments if each is not type(None)]
        if len(given) != 1:
            raise UnknownTypeError(f"a choice of types ({kind})")
        return _values(given[0], metadata, where)
    if origin is tuple:
        least, most = _bounds(metadata, MinLen, MaxLen, 0, where.filling.longest)
        least = max(least, 1 if where.filling.presence == 4 else 0)
        return st.lists(_values(arguments[0], (), where), min_size=least, max_size=max(least, most))
    if isinstance(kind, type):
        return _simple(kind, metadata, where)
    raise UnknownTypeError(str(kind))


def _simple(kind: type, metadata: tuple[Any, ...], where: _Where) -> Values:
    if issubclass(kind, Model):
        return groups(kind, where.filling)
    if issubclass(kind, IdText):
        is_reference = any(
            isinstance(each, PlainValidator) and each.func is read_reference for each in metadata
        )
        return _references(where) if is_reference else st.sampled_from(_IDS)
    if issubclass(kind, MarkdownText):
        return prose.texts(text_forms().get(where.name, TextForm(levels=0, blocks=True)))
    if issubclass(kind, NotationText | PlainText):
        return prose.lines()
    if issubclass(kind, DayDate):
        return days(_BEFORE, FIRST_DAY)
    if issubclass(kind, Period):
        return periods(range(_BEFORE.year, 2100))
    if issubclass(kind, Amount):
        return amounts()
    if issubclass(kind, bool):
        return st.sampled_from(("nee", "ja", "true", "false"))
    if issubclass(kind, int):
        low, high = _bounds(metadata, Ge, Le, 0, 10**6)
        return st.integers(low, high)
    if kind is str:
        return prose.lines()
    raise UnknownTypeError(kind.__name__)


def _bounds(metadata: tuple[Any, ...], lower: type, upper: type, least: int, most: int) -> tuple[int, int]:
    for each in metadata:
        if isinstance(each, lower):
            least = next(iter(vars_of(each)))
        elif isinstance(each, upper):
            most = next(iter(vars_of(each)))
    return least, most


def vars_of(bound: object) -> Iterator[int]:
    """Yield the number inside a bound of pydantic."""
    for name in ("ge", "le", "min_length", "max_length"):
        if hasattr(bound, name):
            yield getattr(bound, name)


def _references(where: _Where) -> Values:
    target = TARGETS[where.model][where.name]
    needed = where.model.model_fields[where.name].is_required()
    return st.integers(0, 99).map(lambda choice: Pointer(target, choice, needed=needed))


_IDS = ("k-haven", "a", "2026-12", "een-lange-naam-met-streepjes-van-ruim-veertig-tekens", "kop-1", "0")


def days(first: datetime.date, last: datetime.date) -> Values:
    """Draw a date in either form."""
    forms = st.sampled_from((datetime.date.isoformat, format_day))
    return st.tuples(st.dates(first, last), forms).map(lambda drawn: drawn[1](drawn[0]))


def periods(years: range) -> Values:
    """Draw a moment in these years, in every form that writers use."""
    forms = (
        "{0}",
        "{0}-{1:02d}",
        "juni {0}",
        "Q{2} {0}",
        "{0}-Q{2}",
        "tweede kwartaal {0}",
        "3e kwartaal van {0}",
    )
    forms = (*forms, "begin {0}", "medio {0}", "eind {0}", "{0}-{1:02d}-17", "1 maart {0}")
    year = st.integers(years.start, years.stop - 1)
    drawn = st.tuples(st.sampled_from(forms), year, st.integers(1, 12))
    return drawn.map(lambda each: each[0].format(each[1], each[2], (each[2] + 2) // 3))


def amounts() -> Values:
    """Draw an amount, a range or p.m., in every form that writers use."""
    number = st.integers(0, 10**10)
    small = st.integers(1, 900)
    return st.one_of(
        st.sampled_from(("p.m.", "pm", "0", "999999", "1000000", "22,5 miljoen", "0,75 miljard")),
        number.map(str),
        small.map(lambda each: f"{each},{each % 10} miljoen"),
        small.map(lambda each: f"{each}-{each + 7} miljoen"),
        small.map(lambda each: f"{each} tot {each + 100}"),
        small.map(lambda each: f"{each} miljoen – {each} miljard"),
    )


def _several(least: int, most: int) -> Values:
    drawn: st.SearchStrategy[list[Draft]] = st.lists(prose.short_lines(), min_size=least, max_size=most)
    return drawn


def _money_by_year() -> Values:
    years = st.integers(2026, 2100).map(str)
    return st.dictionaries(years, amounts(), min_size=1, max_size=4).map(dict)


_PAPERS = ("Kamerstukken II 2017/18, 29697, nr. 37", "Kamerstukken I 2012/13, CXVIII, A", "kst-29697-37")
"""The last bears no year: the date of the paper must tell it."""

_ALWAYS = {(gedeeld.Bron, "titel"), (gedeeld.Bron, "datum")}
"""Keys of which one must be there though each may be left out; ``agreement`` takes some away again."""

_WEIGHTS: tuple[Group, ...] = ({}, {"KAM451": "uit"}, {"KAM453": "waarschuwing", "KAM478": "uit"})

SPECIAL: Mapping[tuple[type[Model] | None, str], Values] = {
    (None, "schemaversie"): st.just(1),
    (agenda.Middelenregel, "bedragen"): _money_by_year(),
    (programma.Programma, "regels"): st.sampled_from(_WEIGHTS).map(dict),
    (gedeeld.Tekstblok, "tekst"): prose.texts(TextForm(levels=0, blocks=True), named=False),
    (gedeeld.Bron, "kamerstuk"): st.sampled_from(_PAPERS),
    (gedeeld.Bron, "url"): st.sampled_from(("https://www.voorbeeld.nl", "https://voorbeeld.nl/a?b=é&c#d")),
    (gedeeld.Motie, "kamerstuk"): st.sampled_from(_PAPERS),
    (gedeeld.Toezegging, "nummer"): st.sampled_from(("TZ202412-116", "T02867")),
    (gedeeld.Toezegging, "termijn"): periods(range(2026, 2031)),
    (agenda.Agenda, "datum"): days(FIRST_DAY, LAST_DAY),
    (agenda.Mijlpaal, "moment"): periods(_PLANNED),
    (agenda.Agenda, "titel"): prose.lines(2),
    (agenda.Agenda, "ondertitel"): prose.lines(2),
    (agenda.Agenda, "versie"): prose.short_lines(),
    (brief.Brief, "datum"): days(FIRST_DAY, LAST_DAY),
    (brief.Brief, "betreft"): prose.lines(4),
    (brief.Brief, "rubricering"): prose.short_lines(),
    (brief.Brief, "kenmerk"): prose.short_lines(),
    (brief.Brief, "uw_kenmerk"): prose.short_lines(),
    (brief.Brief, "kopie_aan"): _several(0, 2),
    (brief.Geadresseerde, "regels"): _several(1, 7),
    (brief.Geadresseerde, "kenmerk"): prose.short_lines(),
    (brief.Bijlage, "document"): st.integers(0, 99).map(lambda choice: Pointer(Target.DOCUMENT, choice)),
    (brief.Bijlage, "bestand"): st.just("beslisnota.pdf"),
    (programma.NaamMinisterie, "woordmerk"): _several(1, 3),
    (programma.Programma, "voorbeeldtekst"): prose.short_lines(),
    **{
        (programma.Briefhoofd, key): prose.short_lines()
        for key in programma.Briefhoofd.model_fields
        if key not in {"bezoekadres", "postadres", "contactpersoon", "interne_notitie"}
    },
    **{(programma.Briefhoofd, key): _several(0, 2) for key in ("bezoekadres", "postadres", "contactpersoon")},
    (regio.Regio, "provincies"): st.just([]),
    (regio.Regio, "gemeenten"): st.just([]),
}
"""What the type of a field does not tell: rules of the checks, and places where little fits.

The provinces and municipalities of a region belong together; ``agreement`` fills them in.
"""
