"""The kinds of official papers that a text can cite, how each is printed and where it can be found.

Forms: house style 6.3 (Aanwijzingen voor de regelgeving 3.43 and 3.45). Addresses: house style 6.4; they are
*candidates*, because nobody has looked whether the paper stands there.
"""

from __future__ import annotations

import datetime
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from pipeline.content.values.dates import format_day
from pipeline.content.values.vergaderjaar import Vergaderjaar
from pipeline.diagnostics import Code

Chamber = Literal["I", "II"]
"""The Eerste Kamer is I, the Tweede Kamer is II."""

_OFFICIAL = "https://zoek.officielebekendmakingen.nl/"
_PAGES = re.compile(r"(?:pp?\.?|blz\.?|pag\.?|pagina'?s?) *(\d+)(?: *[-–] *(\d+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitationProblem:
    """Why a text is no citation that can be printed. Texts are Dutch sentences."""

    code: Code
    message: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Cited(ABC):
    """What all kinds share. ``str()`` is the printed form, without a full stop."""

    locator: str = field(default="")
    """The place in the paper, in printed form: ``p. 4-6``."""

    def __str__(self) -> str:
        return f"{self.words}, {self.locator}" if self.locator else self.words

    @property
    @abstractmethod
    def words(self) -> str:
        """Return the printed form of the whole paper."""

    @property
    def url(self) -> str | None:
        """Return the address at which the paper can be expected, or ``None`` when none can be derived."""
        return None

    @property
    def official_id(self) -> str | None:
        """Return the id that officielebekendmakingen.nl gives a paper of parliament: ``kst-36800-VII-97``.

        ``None`` for what is no Kamerstuk, and for one whose id cannot be derived.
        """
        return None

    def with_locator(self, text: str) -> Self | CitationProblem:
        """Return the citation of a place in the paper (``p. 4``); pages that run back are refused."""
        found = normalised_locator(text)
        return found if isinstance(found, CitationProblem) else replace(self, locator=found)


def normalised_locator(text: str) -> str | CitationProblem:
    """Return a place as it is printed: ``blz. 4 – 6`` becomes ``p. 4-6``; other words stay as typed."""
    typed = text.strip().rstrip(".")
    match = _PAGES.fullmatch(typed)
    if match is None:
        return typed
    if match[2] is None:
        return f"p. {int(match[1])}"
    first, last = int(match[1]), int(match[2])
    if first >= last:
        message = f"De bladzijden “{typed}” lopen niet op."
        return CitationProblem(Code.INVALID_CITATION, message, "Schrijf de eerste bladzijde voorop: p. 4-6.")
    return f"p. {first}-{last}"


@dataclass(frozen=True)
class Dossier:
    """A dossier with its addition: ``36800-VII``, ``21501-02``, ``36000 (R2155)``, ``CXXIV``."""

    number: str
    addition: str = ""

    def __str__(self) -> str:
        if not self.addition:
            return self.number
        return f"{self.number}{' ' if self.addition.startswith('(') else '-'}{self.addition}"


@dataclass(frozen=True)
class Kamerstuk(Cited):
    """A paper of one of the Chambers; ``number`` is digits for the Tweede Kamer, letters for the Eerste."""

    chamber: Chamber
    year: Vergaderjaar
    dossier: Dossier
    number: str

    @property
    def words(self) -> str:
        """Return ``Kamerstukken II 2025/26, 36800-VII, nr. 97``; no "nr." stands before letters."""
        number = f"nr. {self.number}" if self.number[0].isdigit() else self.number
        return f"Kamerstukken {self.chamber} {self.year}, {self.dossier}, {number}"

    @property
    def official_id(self) -> str | None:
        """Return the id made of dossier and number; kingdom acts (R…) follow no known pattern."""
        if self.dossier.addition.startswith("("):
            return None
        identity = f"kst-{self.dossier}-{self.number}"
        # Dossiers of the Eerste Kamer itself, with a roman number, have small letters in their id.
        return identity if self.dossier.number.isdigit() else identity.lower()

    @property
    def url(self) -> str | None:
        """Return the address made of the id."""
        return f"{_OFFICIAL}{self.official_id}.html" if self.official_id else None


@dataclass(frozen=True)
class WholeBill(Cited):
    """All papers about one bill, of both Chambers together; no address is known for a dossier."""

    dossier: Dossier

    @property
    def words(self) -> str:
        """Return ``Kamerstukken 31945``: no Chamber and no year (house style 6.3)."""
        return f"Kamerstukken {self.dossier}"


@dataclass(frozen=True)
class Handelingen(Cited):
    """A report of a sitting. From 2011 on by sitting and item, before that by page (both in 2010/11)."""

    chamber: Chamber
    year: Vergaderjaar
    sitting: int | None
    item: int | None
    pages: tuple[int, int] | None = None

    @property
    def words(self) -> str:
        """Return ``Handelingen II 2010/11, nr. 108, item 5, p. 25-36``."""
        parts = [f"Handelingen {self.chamber} {self.year}"]
        if self.sitting is not None:
            parts.append(f"nr. {self.sitting}")
        if self.item is not None:
            parts.append(f"item {self.item}")
        if self.pages:
            first, last = self.pages
            parts.append(f"p. {first}" if first == last else f"p. {first}-{last}")
        return ", ".join(parts)

    @property
    def url(self) -> str | None:
        """Return the address by sitting and item, or by pages for the old reports."""
        base = f"{_OFFICIAL}h-{_letters(self.chamber)}-{self.year.digits}-"
        if self.sitting is not None and self.item is not None:
            return f"{base}{self.sitting}-{self.item}.html"
        return f"{base}{self.pages[0]}-{self.pages[1]}.html" if self.pages else None


@dataclass(frozen=True)
class Aanhangsel(Cited):
    """Questions of a member with their answer."""

    chamber: Chamber
    year: Vergaderjaar
    number: int

    @property
    def words(self) -> str:
        """Return ``Aanhangsel Handelingen II 2014/15, nr. 1241``."""
        return f"Aanhangsel Handelingen {self.chamber} {self.year}, nr. {self.number}"

    @property
    def url(self) -> str | None:
        """Return the address by year and number."""
        return f"{_OFFICIAL}ah-{_letters(self.chamber)}-{self.year.digits}-{self.number}.html"


@dataclass(frozen=True)
class BijlageBij(Cited):
    """An attachment of a paper; its own address cannot be derived."""

    paper: Kamerstuk

    @property
    def words(self) -> str:
        """Return ``Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9``."""
        return f"Bijlage bij {self.paper.words}"


@dataclass(frozen=True)
class Bekendmaking(Cited):
    """A publication in the Staatsblad, the Staatscourant or the Tractatenblad."""

    series: Literal["Stb.", "Stcrt.", "Trb."]
    year: int
    number: int

    @property
    def words(self) -> str:
        """Return ``Stb. 2011, 35``: no "nr." (Aanwijzing 3.45)."""
        return f"{self.series} {self.year}, {self.number}"

    @property
    def url(self) -> str | None:
        """Return the address by year and number."""
        return f"{_OFFICIAL}{self.series.lower().rstrip('.')}-{self.year}-{self.number}.html"


@dataclass(frozen=True)
class OfficialId(Cited):
    """A paper known only by an official number that says nothing about it: ``blg-1184123``."""

    series: Literal["kst", "ah", "blg"]
    number: int

    @property
    def words(self) -> str:
        """Return the kind of paper with its number."""
        kind = {"kst": "Kamerstuk", "ah": "Aanhangsel Handelingen", "blg": "Bijlage bij Kamerstuk"}[
            self.series
        ]
        return f"{kind} ({self.series}-{self.number})"

    @property
    def official_id(self) -> str | None:
        """Return the number of a Kamerstuk; questions and attachments are no Kamerstuk."""
        return f"kst-{self.number}" if self.series == "kst" else None

    @property
    def url(self) -> str | None:
        """Return the address; the new numbers of papers are published as PDF only (house style 6.4)."""
        return f"{_OFFICIAL}{self.series}-{self.number}.{'html' if self.series == 'blg' else 'pdf'}"


@dataclass(frozen=True)
class KamerDocument(Cited):
    """A document (D) or a case (Z) in the register of the Tweede Kamer; no Kamerstuk number."""

    number: str

    @property
    def words(self) -> str:
        """Return ``Tweede Kamer, documentnummer 2024D40329``."""
        kind = "documentnummer" if "D" in self.number else "zaaknummer"
        return f"Tweede Kamer, {kind} {self.number}"


@dataclass(frozen=True)
class UnpublishedLetter(Cited):
    """A letter that was not published, known by its sender, its date and its reference."""

    sender: str
    day: datetime.date
    reference: str

    @property
    def words(self) -> str:
        """Return ``Brief van de minister van X van 3 maart 2026, kenmerk 2026-0000123456``."""
        return f"Brief van {self.sender} van {format_day(self.day)}, kenmerk {self.reference}"


Citation = (
    Kamerstuk
    | WholeBill
    | Handelingen
    | Aanhangsel
    | BijlageBij
    | Bekendmaking
    | OfficialId
    | KamerDocument
    | UnpublishedLetter
)


def _letters(chamber: Chamber) -> str:
    return "tk" if chamber == "II" else "ek"
