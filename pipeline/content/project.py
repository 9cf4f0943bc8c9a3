"""Find and read everything that writers keep under ``content/``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from pipeline.content.file_readings import AnyModel, read_file
from pipeline.content.models import gedeeld as registers
from pipeline.content.models.agenda import Agenda
from pipeline.content.models.brief import Brief
from pipeline.content.models.programma import Programma
from pipeline.content.models.regio import Regio
from pipeline.content.models.voortgang import Voortgang
from pipeline.content.positions import Positions
from pipeline.content.source import YamlMap
from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.gate.failures import is_failure
from pipeline.gate.files import Barred, barred, take_in
from pipeline.gate.limits import YAML_BYTES
from pipeline.gate.names import PROGRAMMA

_SHARED = "content/gedeeld"
WOORDENLIJST = f"{_SHARED}/woordenlijst.yaml"
"""Words that are right though no dictionary has them; no document prints them."""
_REGIONS = "content/regios"
_LETTERS = "content/brieven"


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Entry = TypeVar("Entry", bound=_HasId)


@dataclass(frozen=True, slots=True)
class Gedeeld:
    """The registers that regions and letters share, each in the order of its file."""

    afkortingen: tuple[registers.Afkorting, ...] = ()
    bronnen: tuple[registers.Bron, ...] = ()
    ondertekenaars: tuple[registers.Ondertekenaar, ...] = ()
    departementen: tuple[registers.Departement, ...] = ()
    partijen: tuple[registers.Partij, ...] = ()
    trajecten: tuple[registers.Traject, ...] = ()
    toezeggingen: tuple[registers.Toezegging, ...] = ()
    moties: tuple[registers.Motie, ...] = ()
    tekstblokken: tuple[registers.Tekstblok, ...] = ()


def by_id(entries: Iterable[Entry], identity: str) -> Entry | None:
    """Return the entry with this id, or ``None``."""
    return next((entry for entry in entries if entry.id == identity), None)


@dataclass(frozen=True, slots=True)
class RegioDossier:
    """What is kept about one region. A part is ``None`` when its file is absent or has errors."""

    folder: str
    """Name of the folder, which is also the region's id."""
    regio: Regio | None
    agenda: Agenda | None
    voortgang: Mapping[str, Voortgang]
    """Progress by id of the reporting moment."""
    files: tuple[str, ...]
    """Every YAML file of the region, faulty ones too."""

    def only(self, files: Collection[str]) -> RegioDossier:
        """Return the region as far as these files tell of it."""
        base = f"{_REGIONS}/{self.folder}"
        return RegioDossier(
            self.folder,
            self.regio if f"{base}/regio.yaml" in files else None,
            self.agenda if f"{base}/agenda.yaml" in files else None,
            {name: each for name, each in self.voortgang.items() if f"{base}/voortgang-{name}.yaml" in files},
            tuple(file for file in self.files if file in files),
        )


@dataclass(frozen=True, slots=True)
class BriefDossier:
    """A letter and the file that holds it. ``brief`` is ``None`` when the file has errors."""

    folder: str
    brief: Brief | None
    file: str


@dataclass(frozen=True, slots=True)
class Project:
    """All content, read. Lists hold what could be read; ``broken`` names the files that have errors."""

    root: Path
    programma: Programma | None
    gedeeld: Gedeeld
    regios: Mapping[str, RegioDossier]
    brieven: Mapping[str, BriefDossier]
    woorden: tuple[str, ...]
    """The project's own word list."""
    shared_files: tuple[str, ...]
    """``programma.yaml`` and the registers: every document uses them."""
    broken: frozenset[str]
    positions: Mapping[str, Positions]
    typed: Mapping[str, YamlMap]
    """The values of each file that could be read, as they were typed: models print them in other forms."""

    def only(self, files: Collection[str]) -> Project:
        """Return the project as far as these files tell of it; the registers are always among them.

        What is made of that can depend on no other file.
        """
        regions = {folder: dossier.only(files) for folder, dossier in self.regios.items()}
        return replace(
            self,
            regios={folder: dossier for folder, dossier in regions.items() if dossier.files},
            brieven={folder: letter for folder, letter in self.brieven.items() if letter.file in files},
            woorden=self.woorden if WOORDENLIJST in files else (),
            broken=self.broken.intersection(files),
            positions={file: each for file, each in self.positions.items() if file in files},
            typed={file: each for file, each in self.typed.items() if file in files},
        )

    def locate(self, where: Source | Location) -> Location:
        """Return the line and column of a value; of its nearest parent when it was not written."""
        if isinstance(where, Location):
            return where
        positions = self.positions.get(where.file)
        return positions.lookup(where.path, where.line, where.column) if positions else Location(where.file)


@dataclass
class _Reader:
    """Reads files one by one and gathers what is wrong with them."""

    root: Path
    findings: list[Diagnostic] = field(default_factory=list[Diagnostic])
    positions: dict[str, Positions] = field(default_factory=dict[str, Positions])
    typed: dict[str, YamlMap] = field(default_factory=dict[str, YamlMap])
    broken: set[str] = field(default_factory=set[str])

    def read(self, file: str, model: type[AnyModel]) -> AnyModel | None:
        data = take_in(self.root / file, self.root, YAML_BYTES)
        if isinstance(data, Barred):
            self.refuse(file, data)
            return None
        reading = read_file(data, file, model)
        self.positions[file] = reading.positions
        if reading.typed is not None:
            self.typed[file] = reading.typed
        for finding in reading.findings:
            self._fault(finding)
        return reading.model

    def entries(self, name: str, model: type[AnyModel]) -> AnyModel | None:
        """Read a register; an absent register is an empty one."""
        file = f"{_SHARED}/{name}.yaml"
        return self.read(file, model) if (self.root / file).is_file() else None

    def refuse(self, file: str, reason: Barred) -> None:
        """Say why a file does not come in."""
        self._fault(_refusal(reason, file))

    def unexpected(self, file: str, hint: str) -> None:
        message = "Dit bestand hoort hier niet en zou worden overgeslagen."
        self.findings.append(Diagnostic(Code.UNEXPECTED_FILE, message, Location(file), hint))

    def unseen(self, folder: str, char: str) -> None:
        """Refuse a folder whose name shows something else than it says, wherever it would be printed."""
        message = f"In de naam van deze map staat een onzichtbaar teken (U+{ord(char):04X})."
        hint = "Geef de map een naam van kleine letters, cijfers en streepjes."
        self.findings.append(Diagnostic(Code.UNEXPECTED_FILE, message, Location(folder), hint))

    def _fault(self, finding: Diagnostic) -> None:
        self.findings.append(finding)
        if finding.is_error:
            location = finding.where.file
            self.broken.add(location)


def read_project(root: Path) -> tuple[Project, tuple[Diagnostic, ...]]:
    """Read all content below ``root`` and return it with everything that is wrong in the files themselves.

    What must hold between files is checked elsewhere. Raises ``OSError`` where the machine fails.
    """
    reader = _Reader(root)
    programma = None
    if (root / PROGRAMMA).is_file():
        programma = reader.read(PROGRAMMA, Programma)
    else:
        message = f"Het bestand {PROGRAMMA} ontbreekt."
        reader.findings.append(Diagnostic(Code.FILE_MISSING, message, Location(PROGRAMMA)))
    gedeeld, register_files = _read_shared(reader)
    woorden = reader.entries("woordenlijst", registers.Woordenlijst)
    project = Project(
        root=root,
        programma=programma,
        gedeeld=gedeeld,
        regios=MappingProxyType(_read_regions(reader)),
        brieven=MappingProxyType(_read_letters(reader)),
        woorden=tuple(map(str, woorden.woorden)) if woorden else (),
        shared_files=(PROGRAMMA, *register_files),
        broken=frozenset(reader.broken),
        positions=MappingProxyType(reader.positions),
        typed=MappingProxyType(reader.typed),
    )
    return project, tuple(reader.findings)


def _read_shared(reader: _Reader) -> tuple[Gedeeld, tuple[str, ...]]:
    afkortingen = reader.entries("afkortingen", registers.Afkortingen)
    bronnen = reader.entries("bronnen", registers.Bronnen)
    ondertekenaars = reader.entries("ondertekenaars", registers.Ondertekenaars)
    departementen = reader.entries("departementen", registers.Departementen)
    partijen = reader.entries("partijen", registers.Partijen)
    trajecten = reader.entries("trajecten", registers.Trajecten)
    toezeggingen = reader.entries("toezeggingen", registers.Toezeggingen)
    moties = reader.entries("moties", registers.Moties)
    tekstblokken = reader.entries("tekstblokken", registers.Tekstblokken)
    gedeeld = Gedeeld(
        tuple(afkortingen.afkortingen) if afkortingen else (),
        tuple(bronnen.bronnen) if bronnen else (),
        tuple(ondertekenaars.ondertekenaars) if ondertekenaars else (),
        tuple(departementen.departementen) if departementen else (),
        tuple(partijen.partijen) if partijen else (),
        tuple(trajecten.trajecten) if trajecten else (),
        tuple(toezeggingen.toezeggingen) if toezeggingen else (),
        tuple(moties.moties) if moties else (),
        tuple(tekstblokken.tekstblokken) if tekstblokken else (),
    )
    names = Gedeeld.__dataclass_fields__
    known = tuple(f"{_SHARED}/{name}.yaml" for name in names)
    for file in _yaml_files(reader.root, _SHARED):
        if file not in (*known, WOORDENLIJST):
            expected = ", ".join(f"{name}.yaml" for name in (*names, "woordenlijst"))
            reader.unexpected(file, f"In {_SHARED} horen: {expected}.")
    return gedeeld, tuple(file for file in known if (reader.root / file).is_file())


_START = {
    "regio.yaml": "Zet het terug, of begin in een nieuwe map: kamerwerk new regio NAAM",
    "agenda.yaml": "Begin met kamerwerk new agenda {}",
}


def _read_regions(reader: _Reader) -> dict[str, RegioDossier]:
    return {folder: _read_region(reader, folder) for folder in _folders(reader, _REGIONS)}


def _read_region(reader: _Reader, folder: str) -> RegioDossier:
    base = f"{_REGIONS}/{folder}"
    if reason := barred(reader.root / base, reader.root):
        return _unread_region(reader, folder, reason)
    regio, agenda, files = None, None, list[str]()
    voortgang: dict[str, Voortgang] = {}
    for file in _yaml_files(reader.root, base):
        name = file.rsplit("/", 1)[1]
        if name == "regio.yaml":
            regio = reader.read(file, Regio)
        elif name == "agenda.yaml":
            agenda = reader.read(file, Agenda)
        elif name.startswith("voortgang-") and name.endswith(".yaml"):
            if progress := reader.read(file, Voortgang):
                voortgang[name.removeprefix("voortgang-").removesuffix(".yaml")] = progress
        else:
            hint = "In de map van een regio horen regio.yaml, agenda.yaml en voortgang-2026-12.yaml."
            reader.unexpected(file, hint)
            continue
        files.append(file)
    for needed in ("regio.yaml", "agenda.yaml"):
        if f"{base}/{needed}" not in files:
            message = f"De regio “{folder}” heeft nog geen {needed}."
            reader.findings.append(
                Diagnostic(
                    Code.FILE_MISSING, message, Location(f"{base}/{needed}"), _START[needed].format(folder)
                )
            )
            reader.broken.add(f"{base}/{needed}")
            files.append(f"{base}/{needed}")
    return RegioDossier(folder, regio, agenda, MappingProxyType(voortgang), tuple(sorted(files)))


def _unread_region(reader: _Reader, folder: str, reason: Barred) -> RegioDossier:
    """Refuse a region whose folder is a link out of the project: nothing there is looked at."""
    files = tuple(f"{_REGIONS}/{folder}/{name}" for name in _START)
    for file in files:
        reader.refuse(file, reason)
    return RegioDossier(folder, None, None, MappingProxyType({}), files)


def _read_letters(reader: _Reader) -> dict[str, BriefDossier]:
    letters: dict[str, BriefDossier] = {}
    for folder in _folders(reader, _LETTERS):
        file = f"{_LETTERS}/{folder}/brief.yaml"
        for other in _yaml_files(reader.root, f"{_LETTERS}/{folder}"):
            if other != file:
                reader.unexpected(other, "In de map van een brief hoort één YAML-bestand: brief.yaml.")
        if (reader.root / file).is_file():
            letters[folder] = BriefDossier(folder, reader.read(file, Brief), file)
        else:
            message = f"De brief “{folder}” heeft nog geen brief.yaml."
            reader.findings.append(Diagnostic(Code.FILE_MISSING, message, Location(file)))
    return letters


def _folders(reader: _Reader, base: str) -> list[str]:
    for file in _yaml_files(reader.root, base):
        reader.unexpected(file, f"Elk onderdeel van {base} heeft een eigen map.")
    names = sorted(
        entry.name for entry in _entries(reader.root, base) if entry.is_dir() and entry.name[:1] != "."
    )
    for name in names:
        if not name.isprintable():
            reader.unseen(f"{base}/{name}", next(char for char in name if not char.isprintable()))
    return [name for name in names if name.isprintable()]


def _yaml_files(root: Path, base: str) -> list[str]:
    return sorted(
        f"{base}/{entry.name}" for entry in _entries(root, base) if entry.suffix in {".yaml", ".yml"}
    )


def _entries(root: Path, base: str) -> list[Path]:
    """Return what stands in a folder; nothing where that is absent or may not be looked into.

    Raises ``OSError`` where only the machine fails: a region that cannot be seen just now has not gone.
    """
    folder = root / base
    try:
        return list(folder.iterdir()) if folder.is_dir() and not barred(folder, root) else []
    except OSError as error:
        if is_failure(error):
            raise
        return []


def _refusal(reason: Barred, file: str) -> Diagnostic:
    place = Location(file)
    if reason is Barred.OUTSIDE:
        message = "Deze koppeling (symlink) wijst naar een plaats buiten het project."
        return Diagnostic(Code.PICTURE_OUTSIDE, message, place, "Zet het bestand zelf in het project.")
    if reason is Barred.TOO_LARGE:
        message = f"Dit bestand is groter dan {YAML_BYTES // 1_000_000} MB en wordt niet gelezen."
        hint = "Haal eruit wat geen tekst is, of verdeel het: elke regio en elke brief heeft een eigen map."
        return Diagnostic(Code.YAML_TOO_LARGE, message, place, hint)
    return Diagnostic(Code.YAML_UNREADABLE, "Dit bestand kan niet worden gelezen.", place)
