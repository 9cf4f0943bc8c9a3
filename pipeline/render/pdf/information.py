"""What the layout engine writes into the file beside the pages: information, metadata packet, attachment."""

from __future__ import annotations

from weasyprint.pdf.metadata import DocumentMetadata

from pipeline.document.nodes import Document
from pipeline.render.pdf.attachment import attachments
from pipeline.render.pdf.metadata import GENERATOR, stamp
from pipeline.render.pdf.standards import Declaration
from pipeline.render.pdf.xmp import rdf_metadata


class Information(DocumentMetadata):
    """The engine's own form, filled from the document and not from the head of the HTML.

    A page would lose white space and commas in what it says about itself.
    """

    def __init__(self, document: Document, declaration: Declaration) -> None:
        metadata = document.metadata
        super().__init__(
            title=metadata.title,
            authors=[metadata.author] if metadata.author else [],
            description=metadata.description,
            keywords=list(metadata.keywords),
            generator=GENERATOR,
            created=stamp(metadata.date),
            modified=stamp(metadata.date),
            attachments=attachments(document, declaration),
            lang=metadata.language,
        )
        self.packet = rdf_metadata(metadata, declaration)

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str | None) -> bytes:  # noqa: ARG002 (the engine's signature; both standards stand in the packet)
        """Return the whole packet; the engine's documented way to replace its own."""
        return self.packet
