"""Whether everybody can read a finished PDF: what a validator of PDF/UA does not see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.verify.pdf.access_content import link_faults, stray_faults, word_faults
from pipeline.verify.pdf.access_contrast import Contrasts, measure_contrasts
from pipeline.verify.pdf.access_figures import figure_faults
from pipeline.verify.pdf.access_headings import heading_faults
from pipeline.verify.pdf.access_metadata import metadata_faults, source_faults
from pipeline.verify.pdf.access_notes import note_faults
from pipeline.verify.pdf.access_tables import table_faults
from pipeline.verify.pdf.faults import Fault, Sources
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.structure import Element
from pipeline.verify.pdf.words import NOTES, RunsByContent
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

_WHAT = (
    "noten bij hun nootcijfer, figuren, tabellen, koppen, bladwijzers, links, eigenschappen, "
    "losse inhoud en contrast in de PDF (eigen lezer)"
)


def pdf_access(file: PdfFile, subject: Subject) -> ProofResult:
    """Return what keeps people from reading the file, at the YAML value it belongs to where one is known.

    EN 301 549 (chapter 10), with WCAG 2.1 for contrast and headings and ISO 14289 for the structure.
    """
    sources = Sources(subject.document)
    elements = tuple(file.root.walk()) if file.root else ()
    contrasts = measure_contrasts(file, elements, subject, sources)
    faults = (
        *_structure_faults(file, elements, subject, sources),
        *metadata_faults(file, subject),
        *source_faults(file, subject),
        *contrasts.faults,
    )
    where = Location(subject.shown_pdf)
    findings = (Diagnostic(Code.INACCESSIBLE, each.message, each.source or where) for each in faults)
    return ProofResult(
        proof="accessibility",
        format="pdf",
        what=_WHAT,
        findings=tuple(dict.fromkeys(findings)),
        figures=_figures(elements, contrasts),
    )


def _structure_faults(
    file: PdfFile, elements: Sequence[Element], subject: Subject, sources: Sources
) -> Iterator[Fault]:
    if file.root is None:
        yield Fault("De PDF heeft geen structuur: hulpsoftware kan haar niet in volgorde voorlezen.")
        return
    runs = RunsByContent(file.pages)
    yield from note_faults(elements, runs, sources)
    yield from figure_faults(elements, file.pages, subject.document)
    yield from table_faults(elements, runs, subject.document, sources)
    yield from heading_faults(elements, file.outline, runs, sources)
    yield from link_faults(elements, file.annotations, runs, sources)
    yield from stray_faults(file.pages, file.root, sources)
    yield from word_faults(file.reading, subject.document, sources)


def _figures(elements: Sequence[Element], contrasts: Contrasts) -> dict[str, int | float | str]:
    tags = [element.tag for element in elements]
    return {
        "koppen": sum(tag[:1] == "H" and tag[1:].isdecimal() for tag in tags),
        "noten": sum(tag in NOTES for tag in tags),
        "afbeeldingen": tags.count("Figure"),
        "tabellen": tags.count("Table"),
        "links": tags.count("Link"),
        "teksten met contrast": contrasts.measured,
        "kleinste contrast": round(contrasts.least, 1),
    }
