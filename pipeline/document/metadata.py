"""What the files of a document say about themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Property:
    """A named fact about the document that no standard has a field for, such as OnzeReferentie."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file says about itself (house style 9).

    ``date`` is the document's own date, never that of the build. ``author`` is the ministry, never a person,
    and publishes as well. ``kind`` is what parliament or an archive calls it ("Kamerstuk"), ``relations`` are
    the parliamentary papers that it cites ("kst-32813-1"), ``rights`` the terms of use ("CC0 1.0").
    """

    title: str
    author: str
    date: date
    subject: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    identifier: str = ""
    category: str = ""
    status: str = ""
    language: str = "nl-NL"
    kind: str = ""
    rights: str = ""
    relations: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()
