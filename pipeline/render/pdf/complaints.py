"""What the layout engine complains about: it writes an error to its log and goes on without the thing."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from pipeline.diagnostics import Code, Diagnostic
from pipeline.render.pdf.resources import Pictures

_LOGGER = logging.getLogger("weasyprint")
_NO_GLYPH = ".notdef glyph"
"""How the engine begins a warning that no font has a character."""


class LayoutComplaintError(RuntimeError):
    """The engine cannot do what our HTML or style sheet asks: a fault of the program."""


class Complaints(logging.Handler):
    """The errors that the engine wrote to its log, and the characters that it could not print."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._unprinted: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep an error."""
        if record.levelno >= logging.ERROR:
            self._records.append(record)
        elif str(record.msg).startswith(_NO_GLYPH) and isinstance(record.args, tuple):
            self._unprinted.add(str(record.args[0]))

    def diagnostics(self, pictures: Pictures) -> tuple[Diagnostic, ...]:
        """Return an error for each picture of the document that could not be used as it is.

        Raise ``LayoutComplaintError`` for every other complaint. Characters of the text itself are looked at
        before there is a page.
        """
        return (*self._unusable(pictures), *self._incomplete(pictures))

    def _incomplete(self, pictures: Pictures) -> Iterator[Diagnostic]:
        """Yield an error for each drawing with words that the letters of the house style cannot print."""
        if not self._unprinted:
            return
        for url, where in pictures.places.items():
            picture = pictures.by_url[url]
            words = _words(picture.data) if picture.format == "svg" else ""
            if missing := "".join(sorted(self._unprinted.intersection(words))):
                yield Diagnostic(
                    Code.PICTURE_INVALID,
                    f"Het lettertype van de huisstijl heeft niet alle tekens in de afbeelding: {missing}",
                    where,
                    "Bewaar de letters van de afbeelding als vormen, of gebruik gewone letters.",
                )

    def _unusable(self, pictures: Pictures) -> tuple[Diagnostic, ...]:
        found: dict[str, Diagnostic] = {}
        for record in self._records:
            words = record.args if isinstance(record.args, tuple) else ()
            url = next((str(word) for word in words if str(word) in pictures.places), None)
            if url is None:
                raise LayoutComplaintError(record.getMessage())
            found.setdefault(url, _unusable(record, pictures, url))
        return tuple(found[url] for url in sorted(found))


def _words(drawing: bytes) -> str:
    try:
        # The engine has read it before us, and draws pictures from its own documents only.
        return "".join(ElementTree.fromstring(drawing).itertext())  # noqa: S314
    except ElementTree.ParseError:
        # A drawing that is broken has its own error.
        return ""


def _unusable(record: logging.LogRecord, pictures: Pictures, url: str) -> Diagnostic:
    where = pictures.places[url]
    if "alt" in str(record.msg):
        return Diagnostic(
            Code.PICTURE_NO_ALT, "De afbeelding heeft geen tekst die zegt wat er te zien is.", where
        )
    return Diagnostic(
        Code.PICTURE_INVALID,
        "De afbeelding kan niet worden afgedrukt.",
        where,
        "Kijk of het bestand heel is en niet naar andere bestanden of webadressen verwijst.",
    )


@contextmanager
def listening() -> Generator[Complaints]:
    """Gather what the engine complains about inside the ``with`` block, and keep it out of other logs."""
    complaints, propagate = Complaints(), _LOGGER.propagate
    _LOGGER.addHandler(complaints)
    _LOGGER.propagate = False
    try:
        yield complaints
    finally:
        _LOGGER.removeHandler(complaints)
        _LOGGER.propagate = propagate
