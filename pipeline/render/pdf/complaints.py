"""What the layout engine complains about: it writes an error to its log and goes on without the thing."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager

from pipeline.diagnostics import Code, Diagnostic
from pipeline.render.pdf.resources import Pictures

_LOGGER = logging.getLogger("weasyprint")


class LayoutComplaintError(RuntimeError):
    """The engine cannot do what our HTML or style sheet asks: a fault of the program."""


class Complaints(logging.Handler):
    """The errors that the engine wrote to its log."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep an error."""
        self._records.append(record)

    def diagnostics(self, pictures: Pictures) -> tuple[Diagnostic, ...]:
        """Return an error for each picture of the document that could not be used.

        Raise ``LayoutComplaintError`` for every other complaint.
        """
        found: dict[str, Diagnostic] = {}
        for record in self._records:
            words = record.args if isinstance(record.args, tuple) else ()
            url = next((str(word) for word in words if str(word) in pictures.places), None)
            if url is None:
                raise LayoutComplaintError(record.getMessage())
            found.setdefault(url, _unusable(record, pictures, url))
        return tuple(found[url] for url in sorted(found))


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
