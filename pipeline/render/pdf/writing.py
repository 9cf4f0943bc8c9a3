"""What is gathered while a tree is written as HTML: pictures, and places that must fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.diagnostics import Code, Location, Source
from pipeline.document.nodes import Inline
from pipeline.document.text import first_source, plain_text
from pipeline.house_style import HouseStyle
from pipeline.render.pdf.resources import Pictures


@dataclass(frozen=True, slots=True)
class Watch:
    """A place to look at after layout: its greatest size, and what to tell the writer when it is larger.

    ``height`` and ``width`` are in mm, ``lines`` and ``pages`` are numbers; ``None`` means no limit.
    Fewer lines than ``least`` mean that the foot of the page cut some off.
    """

    code: Code
    message: str
    hint: str
    where: Source | Location
    height: float | None = None
    width: float | None = None
    lines: int | None = None
    pages: int | None = None
    least: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text with one place on a page, and the first value that it came from."""

    key: str
    source: Source
    words: str


@dataclass
class Writing:
    """The state of writing one document as HTML."""

    style: HouseStyle
    document_id: str
    letter: bool
    pictures: Pictures = field(default_factory=Pictures)
    watches: dict[str, Watch] = field(default_factory=dict[str, Watch])
    passages: dict[str, Passage] = field(default_factory=dict[str, Passage])
    splittable: frozenset[str] = frozenset()
    """Names of the table rows that may run over to the next page."""
    raised: Mapping[str, float] = field(default_factory=dict[str, float])
    """Room below the text of table rows on every page, mm, by their names."""
    rows: dict[str, Source | Location] = field(default_factory=dict[str, Source | Location])
    """Where the table rows were written, by their names."""

    def watch(self, watch: Watch) -> str:
        """Keep a place to look at and return the value for its ``data-watch`` attribute."""
        key = str(len(self.watches) + 1)
        self.watches[key] = watch
        return key

    def place(self, run: tuple[Inline, ...], source: Source | None = None) -> str:
        """Keep a passage and return the value for its ``data-place`` attribute, "" when in no YAML.

        ``source`` says where it was written when the words themselves do not.
        """
        where = first_source(run) or source
        if where is None:
            return ""
        key = str(len(self.passages) + 1)
        self.passages[key] = Passage(key, where, plain_text(run))
        return key

    def name_row(self, where: Source | Location) -> str:
        """Return the name of the next table row: the same each time that the document is written."""
        name = str(len(self.rows) + 1)
        self.rows[name] = where
        return name

    def where(self, *runs: tuple[Inline, ...]) -> Source | Location:
        """Return where the first words of these runs were written, or the document when in no YAML."""
        for run in runs:
            if source := first_source(run):
                return source
        return Location(self.document_id)
