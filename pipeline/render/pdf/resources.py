"""What the layout engine may read: the house style's fonts and the document's own pictures. Nothing else."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from pipeline.diagnostics import Location, Source
from pipeline.document.nodes import Picture

_TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}


class ForbiddenResourceError(RuntimeError):
    """The HTML or style sheet asks for something that is not the document's: a fault of the program."""


class RefusedError(FatalURLFetchingError):
    """What stops the layout engine, which goes on without a picture or font when it meets an ``Exception``.

    Inside a picture it goes on all the same, and says in its log that the picture failed.
    """


@contextmanager
def refusing() -> Generator[None]:
    """Raise ``ForbiddenResourceError`` where the engine was refused something inside the ``with`` block."""
    try:
        yield
    except RefusedError as refusal:
        raise ForbiddenResourceError(str(refusal)) from refusal


class Pictures:
    """The pictures of one document, each under an address that only this document knows."""

    def __init__(self) -> None:
        self.by_url: dict[str, Picture] = {}
        self.places: dict[str, Source | Location] = {}

    def add(self, picture: Picture, where: Source | Location | None = None) -> str:
        """Keep a picture and return the address to use in the HTML.

        ``where`` is the place to report when it cannot be used, ``None`` for a drawing of the program.
        """
        url = f"document:{len(self.by_url) + 1}.{picture.format}"
        self.by_url[url] = picture
        if where is not None:
            self.places[url] = where
        return url


class OwnResources(URLFetcher):
    """A fetcher that hands out fonts and pictures by their exact address and refuses everything else."""

    def __init__(self, fonts: tuple[str, ...], pictures: Pictures) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._fonts = fonts
        self._pictures = pictures

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 (the engine's signature)
        """Return the bytes of a known address."""
        picture = self._pictures.by_url.get(url)
        if picture is not None:
            return URLFetcherResponse(url, picture.data, {"Content-Type": _TYPES[picture.format]})
        if url in self._fonts:
            return URLFetcherResponse(url, Path(unquote(urlsplit(url).path)).read_bytes())
        raise RefusedError(f"address outside the document: {url}")
