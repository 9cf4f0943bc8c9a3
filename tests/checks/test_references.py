from __future__ import annotations

import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from pydantic import PlainValidator

from pipeline.checks.targets import NAMED_ONCE, TARGETS
from pipeline.content.models import agenda, brief, gedeeld, programma, regio, voortgang
from pipeline.content.models.base import Model
from pipeline.content.values.ids import read_reference
from pipeline.diagnostics import Code
from tests.checks.checked import at, findings_of, only_finding
from tests.projects import (
    AGENDA,
    BRIEF,
    DEPARTEMENTEN,
    ONDERTEKENAARS,
    PROGRAMMA,
    REGIO,
    TOEZEGGINGEN,
    TRAJECTEN,
    VOORTGANG,
    Change,
    add,
    edit,
    remove,
    write,
)

Keys = tuple[str | int, ...]

DANGLING: list[tuple[str, str, str, Keys, str]] = [
    (PROGRAMMA, "departement: bzk", "departement: bzz", ("ministerie", "departement"), "bzk"),
    (ONDERTEKENAARS, "departement: ienw", "departement: ienv", ("ondertekenaars", 1, "departement"), "ienw"),
    (REGIO, "bron: cbs-2024", "bron: cbs-2025", ("kerncijfers", 0, "bron"), "cbs-2024"),
    (REGIO, "- traject: novex-nsp", "- traject: novex-nps", ("trajecten", 0, "traject"), "novex-nsp"),
    (AGENDA, "uitgangspunt: fase", "uitgangspunt: fasen", ("uitgangspunten", 1, "uitgangspunt"), "fase"),
    (AGENDA, "partij: gemeente-goes", "partij: gemeente-goos", ("partijen", 0, "partij"), "gemeente-goes"),
    (
        AGENDA,
        "- partij: provincie-zeeland",
        "- partij: provincie-zeland",
        ("initiatiefnemers", 0, "partij"),
        "provincie-zeeland",
    ),
    (
        AGENDA,
        "eigenaar: provincie-zeeland",
        "eigenaar: provincie-zeland",
        ("kansen", 0, "eigenaar"),
        "provincie-zeeland",
    ),
    (
        AGENDA,
        "trekker: provincie-zeeland",
        "trekker: provincie-zeland",
        ("afspraken", 0, "trekker"),
        "provincie-zeeland",
    ),
    (AGENDA, "trekker: bzk", "trekker: bzc", ("afspraken", 1, "trekker"), "bzk"),
    (AGENDA, "bron: cbs-2024", "bron: cbs", ("kansen", 0, "indicatoren", 0, "bron"), "cbs-2024"),
    (AGENDA, "      - bzk", "      - bzkk", ("afspraken", 1, "departementen", 0), "bzk"),
    (
        AGENDA,
        "maart 2027\n    kans: k-haven",
        "maart 2027\n    kans: k-have",
        ("mijlpalen", 0, "kans"),
        "k-haven",
    ),
    (AGENDA, "- m-besluit", "- m-besluiten", ("mijlpalen", 1, "na", 0), "m-besluit"),
    (VOORTGANG, "kans: k-haven", "kans: k-havens", ("kansen", 0, "kans"), "k-haven"),
    (VOORTGANG, "afspraak: a-net", "afspraak: a-nett", ("afspraken", 0, "afspraak"), "a-net"),
    (BRIEF, "- minister-ienw", "- minister-iena", ("mede_namens", 0), "minister-ienw"),
    (BRIEF, "- minister-bzk", "- minister-bzz", ("ondertekenaars", 0), "minister-bzk"),
    (BRIEF, "agenda/zeeland", "agenda/zeland", ("bijlagen", 1, "document"), "agenda/zeeland"),
    (BRIEF, "toezegging: eind-2026", "toezegging: eind-2027", ("toezeggingen", 0, "toezegging"), "eind-2026"),
    (BRIEF, "motie: motie-wuite", "motie: motie-wuit", ("moties", 0, "motie"), "motie-wuite"),
    (BRIEF, "  - rivierenland", "  - riverenland", ("regios", 1), "rivierenland"),
    (BRIEF, "voortgang: 2026-12", "voortgang: 2026-11", ("voortgang",), "2026-12"),
]


@pytest.mark.parametrize(("file", "old", "new", "place", "intended"), DANGLING)
def test_a_mistyped_reference_is_one_finding_with_a_proposal(
    tmp_path: Path, file: str, old: str, new: str, place: Keys, intended: str
) -> None:
    finding = only_finding(tmp_path, edit(file, old, new))
    assert (finding.code, finding.where) == (Code.DANGLING_REFERENCE, at(file, *place))
    assert finding.hint.startswith(f"Bedoelde u “{intended}”")


@pytest.mark.parametrize(
    ("change", "file", "place"),
    [
        (
            add(TOEZEGGINGEN, "    bron: verdwenen\n"),
            TOEZEGGINGEN,
            ("toezeggingen", 0, "bron"),
        ),
        (add(TRAJECTEN, "    bron: verdwenen\n"), TRAJECTEN, ("trajecten", 0, "bron")),
        (edit(REGIO, "reikwijdte: breed", "reikwijdte: breed\n  bron: weg"), REGIO, ("visie", "bron")),
        (edit(REGIO, "profiel:", "gemeenten_bron: weg\nprofiel:"), REGIO, ("gemeenten_bron",)),
    ],
)
def test_a_reference_without_anything_like_it(tmp_path: Path, change: Change, file: str, place: Keys) -> None:
    finding = only_finding(tmp_path, change)
    assert (finding.code, finding.where) == (Code.DANGLING_REFERENCE, at(file, *place))
    assert finding.hint == "Kies uit: beleidsbrief, cbs-2024."


def test_an_afspraak_of_a_kans_that_was_taken_out(tmp_path: Path) -> None:
    old, new = "kans: k-haven\n    titel: Vast overleg", "kans: k-land\n    titel: Vast overleg"
    finding = only_finding(tmp_path, edit(AGENDA, old, new))
    assert (finding.code, finding.where) == (Code.DANGLING_REFERENCE, at(AGENDA, "afspraken", 1, "kans"))
    assert finding.message == "De kans “k-land” staat niet in agenda.yaml van deze regio."


def test_an_id_of_another_register_is_said_to_stand_there(tmp_path: Path) -> None:
    finding = only_finding(tmp_path, edit(AGENDA, "partij: gemeente-goes", "partij: ienw"))
    assert finding.message == "De partij “ienw” staat niet in content/gedeeld/partijen.yaml."
    assert DEPARTEMENTEN in finding.hint


def test_a_register_that_is_absent_holds_nothing(tmp_path: Path) -> None:
    found = findings_of(tmp_path, remove(ONDERTEKENAARS))
    assert [finding.where for finding in found] == [
        at(BRIEF, "mede_namens", 0),
        at(BRIEF, "ondertekenaars", 0),
    ]
    assert {finding.code for finding in found} == {Code.DANGLING_REFERENCE}


def test_progress_for_a_moment_that_the_programme_does_not_know(tmp_path: Path) -> None:
    extra = "content/regios/rivierenland/voortgang-2027-06.yaml"
    text = (
        "schemaversie: 1\nid: 2027-06\nregio: rivierenland\npeildatum: 2027-06-01\nkern: x\nsamenvatting: x\n"
    )
    finding = only_finding(tmp_path, write(extra, text))
    assert (finding.code, finding.where) == (Code.DANGLING_REFERENCE, at(extra, "id"))


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (BRIEF, "  - rivierenland", "  - rivierenland\n  - zeeland", ("regios", 2)),
        (BRIEF, "  - minister-bzk", "  - minister-bzk\n  - minister-bzk", ("ondertekenaars", 1)),
        (
            BRIEF,
            "moties:",
            "  - toezegging: eind-2026\n    stand: voldaan\n    antwoord: Nogmaals.\nmoties:",
            ("toezeggingen", 1, "toezegging"),
        ),
        (
            AGENDA,
            "    invulling: De agenda volgt NOVEX.",
            "    invulling: De agenda volgt NOVEX.\n  - uitgangspunt: fase\n    invulling: Nogmaals.",
            ("uitgangspunten", 4, "uitgangspunt"),
        ),
        (AGENDA, "  - partij: gemeente-goes", "  - partij: provincie-zeeland", ("partijen", 0, "partij")),
        (
            VOORTGANG,
            "  - afspraak: a-overleg",
            "  - afspraak: a-net\n    status: gereed\n  - afspraak: a-overleg",
            ("afspraken", 1, "afspraak"),
        ),
    ],
)
def test_what_stands_twice_in_a_list(tmp_path: Path, file: str, old: str, new: str, place: Keys) -> None:
    finding = only_finding(tmp_path, edit(file, old, new))
    assert (finding.code, finding.where) == (Code.LISTED_TWICE, at(file, *place))
    assert len(finding.related) == 1


def test_every_field_with_a_reference_stands_in_the_table() -> None:
    fields = {(model, field) for model in _models() for field in _reference_fields(model)}
    tabled = {(model, field) for model, targets in TARGETS.items() for field in targets}
    assert len(fields) > 20
    assert fields - tabled == set()
    assert tabled - fields == {(brief.Bijlage, "document")}  # the id of a document has a slash: plain text


def test_lists_that_name_things_once_are_keyed_by_a_reference() -> None:
    assert NAMED_ONCE
    for model, lists in NAMED_ONCE.items():
        for field, key in lists.items():
            hint = get_type_hints(model, include_extras=True)[field]
            (group,) = (part for part in _flatten(hint) if isinstance(part, type) and issubclass(part, Model))
            assert key in TARGETS[group]


def _models() -> Iterator[type[Model]]:
    for module in (agenda, brief, gedeeld, programma, regio, voortgang):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Model) and value.__module__ == module.__name__:
                yield value


def _reference_fields(model: type[Model]) -> Iterator[str]:
    for name in model.model_fields:
        hint = get_type_hints(model, include_extras=True)[name]
        if any(isinstance(part, PlainValidator) and part.func is read_reference for part in _flatten(hint)):
            yield name


def _flatten(hint: Any) -> Iterator[Any]:
    """Yield everything that a type annotation is made of."""
    yield hint
    if get_origin(hint) in {Annotated, Union, types.UnionType, tuple, dict, list}:
        for part in get_args(hint):
            yield from _flatten(part)
