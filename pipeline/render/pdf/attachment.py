"""The source of the document, attached to its PDF: the values that it prints."""

from __future__ import annotations

from weasyprint import Attachment
from weasyprint.urls import URLFetcher, URLFetcherResponse

from pipeline.document.nodes import Document
from pipeline.render.pdf.metadata import moment
from pipeline.render.pdf.standards import Declaration

NAME = "bron.yaml"
_ADDRESS = f"document:{NAME}"
_TYPE = "application/yaml"
"""RFC 9512."""


class _OneFile(URLFetcher):
    """Hands out the text with its media type. Without one the engine asks the machine for its opinion."""

    def __init__(self, content: bytes) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._content = content

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 (the engine's signature)
        """Return the one file."""
        return URLFetcherResponse(url, self._content, {"Content-Type": _TYPE})


def attachments(document: Document, declaration: Declaration) -> list[Attachment]:
    """Return ``bron.yaml`` as the source of the document, dated as the document itself.

    A document without a source has no attachment, except where the standard demands one (ISO 19005-4, 6.9).
    """
    if not document.source_yaml and declaration.archive_level != "F":
        return []
    when = moment(document.metadata.date)
    return [
        Attachment(
            url=_ADDRESS,
            url_fetcher=_OneFile(document.source_yaml.encode()),
            name=NAME,
            description="De gegevens die dit document afdrukt, als YAML.",
            created=when,
            modified=when,
            relationship="Source",
        )
    ]
