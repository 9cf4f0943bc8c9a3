"""What Markdown in a document may refer to, and what was found while the document was composed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pipeline.compose.printing import words_of
from pipeline.content.models.gedeeld import Bron, Tekstblok
from pipeline.content.values import PlainText
from pipeline.diagnostics import Diagnostic, Source
from pipeline.document.nodes import Picture
from pipeline.gate.limits import PASSAGES_CHARACTERS, PICTURES_BYTES

Value = TypeVar("Value")

_LEAST_COUNTED = 100
"""Characters that a short passage counts for: taking it in costs time as well."""


@dataclass(frozen=True, slots=True)
class RegisteredPicture:
    """A picture that the vocabulary names by a key, with its text alternative.

    ``source`` is where a writer placed it; ``drawn`` are the values of which a drawing was made.
    """

    picture: Picture
    alt: str
    source: Source | None = None
    drawn: tuple[Source, ...] = ()


@dataclass(slots=True)
class Recorder:
    """What composing one document brings to light; it grows while templates run."""

    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    cited: list[str] = field(default_factory=list[str])
    """Ids of the sources that were cited, in order of first citation."""
    papers: list[str] = field(default_factory=list[str])
    """Official ids of the parliamentary papers that were named, in order of first mention."""
    printed: set[Source] = field(default_factory=set[Source])
    """Where the values stand that the document prints."""
    pictures: dict[str, RegisteredPicture] = field(default_factory=dict[str, RegisteredPicture])
    included: int = 0
    """Characters of the passages that were taken in."""
    _known: set[Diagnostic] = field(default_factory=set[Diagnostic])

    def report(self, diagnostic: Diagnostic) -> None:
        """Keep a finding; the same finding at the same place is kept once."""
        if diagnostic not in self._known:
            self._known.add(diagnostic)
            self.diagnostics.append(diagnostic)

    def cite(self, identity: str) -> None:
        """Remember that a source was cited."""
        if identity not in self.cited:
            self.cited.append(identity)

    def name_paper(self, identity: str) -> None:
        """Remember that a parliamentary paper was named, by its official id."""
        if identity not in self.papers:
            self.papers.append(identity)

    def take(self, value: Value) -> Value:
        """Return a value that is printed without a template (in metadata), and remember where it stands."""
        words = words_of(value)
        if words and words[1]:
            self.note_printed([words[1]])
        return value

    def note_printed(self, sources: Iterable[Source]) -> None:
        """Remember values of which words are printed; where in its text a source points does not count."""
        self.printed.update(Source(each.file, each.path) for each in sources)

    def include(self, characters: int) -> bool:
        """Count a passage that is taken in; return whether there is room for it."""
        self.included += max(characters, _LEAST_COUNTED)
        return self.included <= PASSAGES_CHARACTERS

    def has_room_for_pictures(self) -> bool:
        """Whether the document may hold another picture."""
        return sum(len(each.picture.data) for each in self.pictures.values()) < PICTURES_BYTES

    def add_picture(self, picture: RegisteredPicture) -> str:
        """Register a picture and return the key for ``<picture key="…"/>``."""
        key = f"afbeelding-{len(self.pictures) + 1}"
        self.pictures[key] = picture
        return key


@dataclass(frozen=True, slots=True)
class Unread:
    """Names that nothing can be said about: their file has errors, or only a document knows them."""

    sources: bool = False
    passages: bool = False
    values: frozenset[str] = frozenset()
    """What a path ``[=naam.…]`` may begin with although it is not among the values."""
    mede_namens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextScope:
    """The world that the texts of one document can name."""

    root: Path
    """The project's root: paths of pictures start at the folder of the YAML file below it."""
    sources: Mapping[str, Bron] = field(default_factory=dict[str, Bron])
    passages: Mapping[str, Tekstblok] = field(default_factory=dict[str, Tekstblok])
    values: Mapping[str, object] = field(default_factory=dict[str, object])
    """What ``[=naam.…]`` can begin with: a name and the model or the list behind it."""
    mede_namens: tuple[PlainText, ...] = ()
    """The functions that ``[mede-namens]`` names."""
    max_picture_width: float | None = None
    """Width of the text, mm: a picture without ``breedte`` never becomes wider."""
    unread: Unread = Unread()
    """Nothing while a document is composed: then every file that it uses can be read."""
    record: Recorder = field(default_factory=Recorder)
