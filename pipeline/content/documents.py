"""Which documents the content asks for, and which files each of them uses."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.content.models.brief import Bijlage, Brief, Geadresseerde
from pipeline.content.project import BriefDossier, Project, RegioDossier
from pipeline.content.requests import DocumentRequest

UNKNOWN = "onbekend"
"""Status of a document whose own file cannot be read."""


def requested_documents(project: Project) -> tuple[DocumentRequest, ...]:
    """Return every document of the project, agendas first; faulty ones too, as far as they are known."""
    requests: list[DocumentRequest] = []
    for dossier in project.regios.values():
        requests.append(_agenda(project, dossier))
    for letter in project.brieven.values():
        requests += _letters(project, letter)
        requests += _annexes(project, letter)
    return tuple(requests)


def readable_files(request: DocumentRequest, project: Project) -> frozenset[str]:
    """Return the files that the words of a document can come from, also when their errors do not touch it.

    A letter knows of every region what it is called.
    """
    if request.kind == "agenda":
        return frozenset(request.files)
    regions = (file for dossier in project.regios.values() for file in dossier.files)
    return frozenset((*request.files, *(file for file in regions if file.endswith("/regio.yaml"))))


def letter_files(project: Project, letter: BriefDossier) -> tuple[str, ...]:
    """Return the files that a letter is made from: what is shared, its own, and those of its regions."""
    regions = [
        file for region in _regions(letter.brief) for file in _region_files(project, region, letter.brief)
    ]
    return (*project.shared_files, letter.file, *regions)


def _agenda(project: Project, dossier: RegioDossier) -> DocumentRequest:
    agenda = dossier.agenda
    own = tuple(file for file in dossier.files if file.rsplit("/", 1)[1] in {"regio.yaml", "agenda.yaml"})
    return DocumentRequest(
        id=f"agenda/{dossier.folder}",
        kind="agenda",
        title=str(agenda.titel) if agenda else f"Strategische agenda {dossier.folder}",
        status=agenda.status if agenda else UNKNOWN,
        stem=f"agendas/{dossier.folder}/strategische-agenda-{dossier.folder}",
        folder=dossier.folder,
        files=(*project.shared_files, *own),
    )


def _letters(project: Project, letter: BriefDossier) -> Iterator[DocumentRequest]:
    brief = letter.brief
    addressees = brief.aan if brief else [None]
    for index, addressee in enumerate(addressees):
        suffix = f"-{_addressee_name(addressee, index)}" if addressee and len(addressees) > 1 else ""
        yield DocumentRequest(
            id=f"brief/{letter.folder}{suffix}",
            kind="brief",
            title=str(brief.betreft) if brief else letter.folder,
            status=brief.status if brief else UNKNOWN,
            stem=f"brieven/{letter.folder}/kamerbrief-{letter.folder}{suffix}",
            folder=letter.folder,
            files=letter_files(project, letter),
            addressee=index,
        )


def _addressee_name(addressee: Geadresseerde, index: int) -> str:
    return f"{addressee.kamer}-kamer" if addressee.kamer else str(index + 1)


def _annexes(project: Project, letter: BriefDossier) -> Iterator[DocumentRequest]:
    brief = letter.brief
    made = [bijlage for bijlage in brief.bijlagen if bijlage.maak] if brief else []
    for bijlage in made:
        yield DocumentRequest(
            id=annex_id(letter.folder, bijlage),
            kind="bijlage",
            title=str(bijlage.titel),
            status=brief.status if brief else UNKNOWN,
            stem=f"brieven/{letter.folder}/bijlage-{bijlage.id}",
            folder=letter.folder,
            files=letter_files(project, letter),
            bijlage=str(bijlage.id),
        )


def annex_id(folder: str, bijlage: Bijlage) -> str:
    """Return the document id of an annex that the program makes for the letter in ``folder``."""
    return f"bijlage/{folder}-{bijlage.id}"


def _regions(brief: Brief | None) -> list[str]:
    return [str(region) for region in brief.regios] if brief else []


def _region_files(project: Project, region: str, brief: Brief | None) -> list[str]:
    dossier = project.regios.get(region)
    if dossier is None:
        return []
    base = f"content/regios/{region}"
    wanted = {f"{base}/regio.yaml", f"{base}/agenda.yaml"}
    if brief and brief.voortgang:
        wanted.add(f"{base}/voortgang-{brief.voortgang}.yaml")
    return [file for file in dossier.files if file in wanted]
