"""The stages of one document, each done only when nobody did it before: layout, Word, proof.

A result is found by the words and measures that it was made from. Where those words were written says nothing
about the files, but findings point there; so a result with findings holds for the same places only.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.document.nodes import Document
from pipeline.document.pdf_standard import PdfStandard
from pipeline.engine.cache import Cache, key_of
from pipeline.engine.makers import Makers
from pipeline.engine.recipe import Stage, stage_recipe
from pipeline.engine.records import RecordError, dumps, loads
from pipeline.house_style import HouseStyle
from pipeline.render.rendered import RenderedPdf
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import Verdict

_NEWLINE = b"\n"


@dataclass(frozen=True)
class Stages:
    """What makes and proves one document. Without a cache everything is done."""

    document: Document
    style: HouseStyle
    fingerprint: str
    """Names everything that the bytes of the document are made from."""
    makers: Makers
    cache: Cache | None

    def pdf(self, standard: PdfStandard) -> RenderedPdf:
        """Lay the document out and write it as PDF."""
        made = self.kept_pdf(standard)
        if made is None:
            made = self.makers.pdf(self.document, self.style, standard)
            if self.cache:
                entry = _pdf_entry(made, self._places if made.diagnostics else "")
                self.cache.put("pdf", self._key("pdf", standard), entry)
        return made

    def docx(self, page_map: Mapping[str, int], pages: int) -> bytes:
        """Write the document for Word; it is the same as long as the page numbers in it are."""
        made = self.kept_docx(page_map, pages)
        if made is None:
            made = self.makers.docx(self.document, self.style, dict(page_map), pages)
            if self.cache:
                self.cache.put("docx", self._docx_key(page_map, pages), made)
        return made

    def verify(self, subject: Subject) -> Verdict:
        """Prove the files; the same bytes against the same tree prove the same."""
        proven = self.kept_verdict(subject)
        if proven is None:
            proven = self.makers.verify(subject)
            if self.cache and not any(finding.is_fault for finding in proven.findings):
                entry = dumps((proven, self._places if proven.findings else ""))
                self.cache.put("verdict", self._verdict_key(subject), entry)
        return proven

    def kept_pdf(self, standard: PdfStandard) -> RenderedPdf | None:
        """Return the PDF that an earlier run made."""
        entry = self.cache.get("pdf", self._key("pdf", standard)) if self.cache else None
        line, _, data = entry.partition(_NEWLINE) if entry else (b"", b"", b"")
        known = self._known(line)
        return RenderedPdf(data, *known) if known else None

    def holds_pdf(self, standard: PdfStandard) -> bool:
        """Whether an earlier run seems to have made the PDF: what it left has not been looked at."""
        return self.cache is not None and self.cache.holds("pdf", self._key("pdf", standard))

    def kept_docx(self, page_map: Mapping[str, int], pages: int) -> bytes | None:
        """Return the Word file that an earlier run made."""
        return self.cache.get("docx", self._docx_key(page_map, pages)) if self.cache else None

    def kept_verdict(self, subject: Subject) -> Verdict | None:
        """Return what an earlier run proved of the same bytes."""
        entry = self.cache.get("verdict", self._verdict_key(subject)) if self.cache else None
        known = self._known(entry or b"")
        return known[0] if known else None

    def _known(self, entry: bytes) -> tuple[Any, ...] | None:
        """Read an entry, all but its last part: that says where a document with findings was written."""
        try:
            *known, places = loads(entry) if entry else ("elsewhere",)
        except (RecordError, ValueError, TypeError):
            return None
        # Naming all places takes a while, and most documents have no findings.
        return tuple(known) if places == "" or places == self._places else None

    def _docx_key(self, page_map: Mapping[str, int], pages: int) -> str:
        return self._key("docx", str(pages), *(f"{name} {page}" for name, page in sorted(page_map.items())))

    def _verdict_key(self, subject: Subject) -> str:
        digests = (hashlib.sha256(data).hexdigest() if data else "" for data in (subject.pdf, subject.docx))
        return self._key("verdict", subject.standard, *digests, subject.shown_pdf, subject.shown_docx)

    def _key(self, stage: Stage, *parts: str) -> str:
        return key_of(stage_recipe(stage), self.fingerprint, *parts)

    @cached_property
    def _places(self) -> str:
        """Return a name for where everything in the document was written."""
        return hashlib.sha256(dumps(self.document)).hexdigest()


def _pdf_entry(pdf: RenderedPdf, places: str) -> bytes:
    """Write what is known of a PDF on one line, and its bytes after it."""
    return dumps((pdf.pages, pdf.page_map, pdf.diagnostics, places)) + _NEWLINE + pdf.data
