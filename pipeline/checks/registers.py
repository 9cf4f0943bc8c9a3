"""Entries of the registers are whole, and the passages in them are used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.wording import quoted
from pipeline.content.models.gedeeld import Bron, Toezegging
from pipeline.content.project import Project
from pipeline.content.walk import all_models, passages, texts_below
from pipeline.diagnostics import Code, Diagnostic

_TWEEDE_KAMER = re.compile(r"TZ20\d{2}(?:0[1-9]|1[0-2])-\d{3,4}")
_EERSTE_KAMER = re.compile(r"T\d{5}")
_WEB_ADDRESS = re.compile(r"https://[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#]\S*)?")


def check_registers(project: Project) -> Iterator[Diagnostic]:
    """Yield sources without a name, wrong web addresses and numbers, and passages that no text takes in."""
    for source in project.gedeeld.bronnen:
        yield from _source(source)
    for promise in project.gedeeld.toezeggingen:
        yield from _promise_number(promise)
    if not project.broken:
        yield from _unused_passages(project)


def _source(bron: Bron) -> Iterator[Diagnostic]:
    if bron.kamerstuk is None and bron.titel is None:
        yield Diagnostic(
            Code.MISSING_KEY,
            f"De bron {quoted(bron.id)} heeft geen kamerstuk en geen titel.",
            bron.source.child("id"),
            "Vul “kamerstuk” in (36800-VII, nr. 97), of “titel”.",
        )
    if bron.url and not _WEB_ADDRESS.fullmatch(bron.url):
        secure = re.sub(r"^(?:http://)?(?=[^\s:/]+\.)", "https://", bron.url)
        yield Diagnostic(
            Code.INVALID_LINK,
            f"{quoted(bron.url)} is geen webadres dat met https:// begint.",
            bron.source.child("url"),
            f"Schrijf: {secure}" if _WEB_ADDRESS.fullmatch(secure) else "",
        )


def _promise_number(promise: Toezegging) -> Iterator[Diagnostic]:
    """Yield a number that the register of the promise's Chamber cannot hold (house style 6.5)."""
    if promise.nummer is None:
        return
    number, place = promise.nummer, promise.source.child("nummer")
    of_tweede, of_eerste = _TWEEDE_KAMER.fullmatch(number), _EERSTE_KAMER.fullmatch(number)
    if not (of_tweede or of_eerste):
        yield Diagnostic(
            Code.INVALID_VALUE,
            f"{quoted(number)} is geen nummer van een toezegging.",
            place,
            "De Tweede Kamer nummert als TZ202412-116, de Eerste Kamer als T02867.",
        )
    elif (promise.kamer == "tweede") != bool(of_tweede):
        numbered, stated = ("Tweede", "Eerste") if of_tweede else ("Eerste", "Tweede")
        yield Diagnostic(
            Code.INVALID_VALUE,
            f"{number} is een nummer van de {numbered} Kamer, maar bij “kamer” staat de {stated} Kamer.",
            place,
            "Verbeter het nummer of de Kamer.",
        )


def _unused_passages(project: Project) -> Iterator[Diagnostic]:
    """Yield tekstblokken that no text takes in; nothing is said while a file cannot be read."""
    used = {
        mark.name for model in all_models(project) for text in texts_below(model) for mark in passages(text)
    }
    for passage in project.gedeeld.tekstblokken:
        if passage.id not in used:
            yield Diagnostic(
                Code.UNUSED_ENTRY,
                f"Het tekstblok {quoted(passage.id)} wordt nergens gebruikt.",
                passage.source.child("id"),
                f"Voeg het in een tekst in met [={passage.id}], of haal het weg.",
            )
