"""Content that was drawn file by file is made to agree: a function for each thing that must hold.

Each rule here mirrors one of ``pipeline/checks``. It changes what was drawn as little as it can, so that
every project still differs from every other.
"""

from __future__ import annotations

import csv
from itertools import count
from pathlib import Path
from typing import cast

from pipeline.checks import principles, regions
from pipeline.checks.targets import NAMED_ONCE, Target
from pipeline.content.models.agenda import Agenda
from pipeline.content.models.brief import Brief
from pipeline.content.models.regio import Regio
from pipeline.content.models.voortgang import Voortgang
from pipeline.content.values import sum_amounts
from pipeline.content.values.amounts import parse_amount
from pipeline.content.values.periods import parse_period
from tests.fuzz import prose
from tests.fuzz.drafts import Draft, Group, Prose, group_of, groups_of, ids_of, settled
from tests.fuzz.fields import FIRST_DAY, LAST_DAY
from tests.fuzz.wholes import Whole

_LATER, _EARLIER = "2030-01-01", "2020-01-01"
_NO_MONEY = "geen middelen nodig"


def agree(whole: Whole) -> Whole:
    """Make a drawn project agree with itself, in place, and return it."""
    _distinct_ids(whole)
    _distinct_labels(whole)
    _registers(whole)
    _shared_pointers(whole)
    for folder, region in whole.regions.items():
        region.regio["id"] = region.agenda["id"] = folder
        _place(region.regio, whole)
        _agenda(region.agenda, region.regio, whole)
        _progress(region.progress, region.agenda, folder, whole)
    for folder, letter in whole.letters.items():
        _letter(letter, folder, whole)
    return whole


def _distinct_ids(whole: Whole) -> None:
    numbers = count(1)
    for group in whole.groups():
        if "id" in group:
            group["id"] = f"{str(group['id'])[:40]}-{next(numbers)}"


def _distinct_labels(whole: Whole) -> None:
    """Give each text labels of its own: texts of one seed have the same."""
    numbers = count(1)
    for group in whole.groups():
        for key, value in group.items():
            if isinstance(value, Prose):
                group[key] = value.relabelled(prose.LABEL, f"{prose.LABEL}{next(numbers)}-")


def _registers(whole: Whole) -> None:
    names = groups_of(cast("Group", whole.programma["ministerie"]), "namen")
    for index, name in enumerate(names):
        name.pop("vanaf", None)
        name.pop("tot", None)
        # A name for each stretch of time: one begins on the day that the other ends.
        if index:
            name["vanaf"] = f"{2018 - len(names) + index}-01-01"
        if index + 1 < len(names):
            name["tot"] = f"{2019 - len(names) + index}-01-01"
    for register in ("ondertekenaars", "departementen"):
        for entry in whole.register(register):
            if "vanaf" in entry:
                entry["vanaf"] = _EARLIER
            if "tot" in entry:
                entry["tot"] = _LATER
    for index, bron in enumerate(whole.register("bronnen")):
        if "jaar" in bron:
            bron["jaar"] = min(int(str(bron["jaar"])), FIRST_DAY.year)
        if index % 2:
            bron.pop("titel" if "kamerstuk" in bron else "datum")
        if index % 3 and " " in str(bron.get("kamerstuk", " ")):
            bron.pop("datum", None)
    for promise in whole.register("toezeggingen"):
        if "nummer" in promise:
            promise["nummer"] = "TZ202412-116" if promise["kamer"] == "tweede" else "T02867"


def _shared_pointers(whole: Whole) -> None:
    """Settle what registers and the programme point at. A passage takes in no other: none can be a circle."""
    scope: dict[object, list[str]] = {
        Target.DEPARTEMENT: ids_of(whole.register("departementen")),
        Target.BRON: ids_of(whole.register("bronnen")),
    }
    for passage in whole.register("tekstblokken"):
        passage["tekst"] = settled(passage["tekst"], scope)
    whole.settle_shared({**scope, **_passages(whole)})


def _passages(whole: Whole) -> dict[object, list[str]]:
    blocks = {str(each["id"]): str(each["tekst"]) for each in whole.register("tekstblokken")}
    single = [identity for identity, text in blocks.items() if "\n\n" not in text]
    return {prose.BLOCKS: list(blocks), prose.SENTENCE: single}


def _scope(whole: Whole) -> dict[object, list[str]]:
    shared = {
        Target.PARTIJ: "partijen",
        Target.DEPARTEMENT: "departementen",
        Target.BRON: "bronnen",
        Target.ONDERTEKENAAR: "ondertekenaars",
        Target.TOEZEGGING: "toezeggingen",
        Target.MOTIE: "moties",
        Target.TRAJECT: "trajecten",
    }
    scope: dict[object, list[str]] = {target: ids_of(whole.register(name)) for target, name in shared.items()}
    scope[Target.UITGANGSPUNT] = ids_of(groups_of(whole.programma, "uitgangspunten"))
    return {**scope, **_passages(whole)}


def _settle(group: Group, scope: dict[object, list[str]]) -> None:
    made = cast("Group", settled(group, scope))
    group.clear()
    group.update(made)


def _distinct(group: Group, lists: dict[str, str]) -> None:
    """Keep of each list the first group about each thing."""
    for name, key in lists.items():
        if name in group:
            kept = {str(each[key]): each for each in reversed(groups_of(group, name)) if key in each}
            group[name] = list(reversed(kept.values()))


def _distinct_words(group: Group) -> None:
    """Keep each reference of a list once, in a group and in all groups below it."""
    for value in group.values():
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            value[:] = dict.fromkeys(value)
        elif isinstance(value, list):
            for each in value:
                if isinstance(each, dict):
                    _distinct_words(each)


def _place(regio: Group, whole: Whole) -> None:
    """Give a region municipalities that lie in its province."""
    with Path(regions.__file__).with_name("gemeenten.csv").open(encoding="utf-8") as stream:
        rows = [(row["gemeente"], row["provincie"]) for row in csv.DictReader(stream, delimiter=";")]
    start = whole.choice % len(rows)
    province = rows[start][1]
    regio["provincies"] = [province]
    regio["gemeenten"] = [name for name, inside in rows if inside == province][: 1 + whole.choice % 9]


def _agenda(agenda: Group, regio: Group, whole: Whole) -> None:
    scope = _scope(whole)
    _settle(regio, scope)
    _distinct(regio, dict(NAMED_ONCE[Regio]))
    _parties(agenda, scope)
    scope[Target.TRAJECT] = [str(each["traject"]) for each in groups_of(regio, "trajecten")]
    scope[Target.TREKKER] = scope[Target.PARTIJ] + scope[Target.DEPARTEMENT]
    if not scope[Target.EIGENAAR]:
        agenda.pop("kansen", None)
    scope[Target.KANS] = ids_of(groups_of(agenda, "kansen"))
    if not scope[Target.KANS]:
        agenda.pop("afspraken", None)
    _milestones(agenda)
    _settle(agenda, scope)
    _principles(agenda, whole)
    _distinct(agenda, dict(NAMED_ONCE[Agenda]))
    _distinct_words(agenda)
    _phase(agenda, regio)
    _money(agenda)
    if ambitie := group_of(agenda, "ambitie"):
        ambitie["horizon"] = max(int(str(ambitie["horizon"])), LAST_DAY.year)


def _parties(agenda: Group, scope: dict[object, list[str]]) -> None:
    """Let each party take part once: those who own a kans are among them."""
    taking_part: list[str] = []
    for key in ("initiatiefnemers", "partijen"):
        kept: list[Draft] = []
        for party in cast("list[Draft]", settled(agenda.get(key, []), scope)):
            name = str(cast("Group", party)["partij"])
            if name not in taking_part:
                taking_part.append(name)
                kept.append(party)
        if key in agenda:
            agenda[key] = kept
    scope[Target.EIGENAAR] = taking_part


def _milestones(agenda: Group) -> None:
    """Put milestones in the order of their moments, and let each wait for none but the first."""
    milestones = sorted(
        groups_of(agenda, "mijlpalen"), key=lambda each: parse_period(str(each["moment"])).last
    )
    for index, milestone in enumerate(milestones):
        if "na" in milestone:
            milestone["na"] = [milestones[0]["id"]] if index and milestone["na"] else []
    if "mijlpalen" in agenda:
        agenda["mijlpalen"] = list(milestones)


def _principles(agenda: Group, whole: Whole) -> None:
    """Answer each of the four principles once, with the texts that were drawn as far as they go."""
    drawn = [each["invulling"] for each in groups_of(agenda, "uitgangspunten")] or ["Zo."]
    agenda["uitgangspunten"] = [
        {"uitgangspunt": each["id"], "invulling": drawn[index % len(drawn)]}
        for index, each in enumerate(groups_of(whole.programma, "uitgangspunten"))
    ]


def _phase(agenda: Group, regio: Group) -> None:
    """Let outcome, phase and chapters agree."""
    outcome = cast("Group", agenda["uitkomst"])
    early = cast("Group", regio["ontwikkelfase"])["fase"] in principles.EARLY_PHASES
    if outcome["soort"] == "geen meerwaarde":
        if agenda.get("overwogen_kansen"):
            for key in ("kansen", "afspraken"):
                agenda.pop(key, None)
            _without_kansen(agenda)
            return
        outcome["soort"] = "agenda"
    if early:
        for key in ("afspraken", "ondertekening"):
            agenda.pop(key, None)
    needed = all(agenda.get(key) for key in (*principles._NEEDED, "initiatiefnemers"))
    if early or not needed:
        outcome["soort"] = "op weg naar een agenda"


def _without_kansen(agenda: Group) -> None:
    for milestone in groups_of(agenda, "mijlpalen"):
        milestone.pop("kans", None)


def _money(agenda: Group) -> None:
    for afspraak in groups_of(agenda, "afspraken"):
        middelen = cast("Group", afspraak["middelen"])
        if middelen["dekking"] == _NO_MONEY and "bedrag" in middelen:
            middelen["bedrag"] = "0"
    middelen = group_of(agenda, "middelen")
    if middelen is None:
        return
    for line in groups_of(middelen, "regels"):
        if line["dekking"] == _NO_MONEY:
            line["dekking"] = "gedekt"
    if "totaal" in middelen:
        _total(middelen)


def _total(middelen: Group) -> None:
    amounts = [
        parse_amount(str(amount))
        for line in groups_of(middelen, "regels")
        for amount in cast("Group", line["bedragen"]).values()
    ]
    total = sum_amounts(amounts)
    if not amounts:
        middelen.pop("totaal")
    elif not total.amount_count:
        middelen["totaal"] = "p.m."
    else:
        same = total.low == total.high
        middelen["totaal"] = str(total.low) if same else f"{total.low}-{total.high}"


def _progress(progress: Group, agenda: Group, folder: str, whole: Whole) -> None:
    progress["id"], progress["regio"] = whole.moment, folder
    kansen, afspraken = ids_of(groups_of(agenda, "kansen")), ids_of(groups_of(agenda, "afspraken"))
    scope: dict[object, list[str]] = {**_scope(whole), Target.KANS: kansen, Target.AFSPRAAK: afspraken}
    _settle(progress, scope)
    for key, lacking in (("kansen", kansen), ("afspraken", afspraken)):
        name = "kans" if key == "kansen" else "afspraak"
        _distinct(progress, {key: NAMED_ONCE[Voortgang][key]})
        told = {str(each[name]) for each in groups_of(progress, key)}
        more: list[Draft] = [_told(name, identity) for identity in lacking if identity not in told]
        if more:
            progress[key] = [*groups_of(progress, key), *more]


def _told(name: str, identity: str) -> Group:
    if name == "kans":
        return {"kans": identity, "stand": "op schema", "tekst": "Het werk is begonnen."}
    return {"afspraak": identity, "status": "gestart"}


def _letter(letter: Group, folder: str, whole: Whole) -> None:
    letter["id"] = folder
    scope: dict[object, list[str]] = {
        **_scope(whole),
        Target.REGIO: list(whole.regions),
        Target.RAPPORTAGEMOMENT: [whole.moment],
        Target.DOCUMENT: [f"agenda/{region}" for region in whole.regions],
    }
    _settle(letter, scope)
    _distinct(letter, dict(NAMED_ONCE[Brief]))
    _distinct_words(letter)
    _addressees(letter)
    _annexes(letter, whole)
    is_progress = letter["soort"] == "voortgangsbrief"
    if is_progress or any("maak" in each for each in groups_of(letter, "bijlagen")):
        letter["regios"] = letter.get("regios") or list(whole.regions)
        letter["voortgang"] = whole.moment
    if letter.get("mede_namens"):
        letter["tekst"] = f"{letter['tekst']}\n\nDeze brief stuur ik [mede-namens]."
    if is_progress:
        _promises(letter, whole)


def _addressees(letter: Group) -> None:
    """Let each addressee be a Chamber or an address, and each of them once."""
    kept: dict[str, Group] = {}
    for addressee in groups_of(letter, "aan"):
        if "kamer" in addressee or not addressee.get("regels"):
            addressee.pop("regels", None)
            addressee.setdefault("kamer", "tweede")
        kept.setdefault(str(addressee.get("kamer") or addressee["regels"]), addressee)
    letter["aan"] = list(kept.values())


def _annexes(letter: Group, whole: Whole) -> None:
    for annex in groups_of(letter, "bijlagen"):
        origins = [key for key in ("maak", "document", "bestand") if key in annex]
        for key in origins[1:]:
            annex.pop(key)
        if not origins:
            annex["bestand"] = whole.annex


def _promises(letter: Group, whole: Whole) -> None:
    """Answer every promise to a Chamber that gets this letter."""
    answered = {str(each["toezegging"]) for each in groups_of(letter, "toezeggingen")}
    more: list[Draft] = [
        {"toezegging": identity, "stand": "openstaand", "antwoord": "Dat volgt."}
        for identity in ids_of(whole.register("toezeggingen"))
        if identity not in answered
    ]
    if more:
        letter["toezeggingen"] = [*groups_of(letter, "toezeggingen"), *more]
