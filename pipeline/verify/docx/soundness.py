"""Whether a Word file is sound: the faults that the Open XML SDK does not see and Word does."""

from __future__ import annotations

from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.verify.docx.package_faults import package_faults
from pipeline.verify.docx.reading import DocxFile
from pipeline.verify.docx.text_faults import text_faults
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

_WHAT = "Pakket, bladwijzers, velden, noten, lijsten en stijlen van het Word-bestand (eigen lezer)"


def docx_soundness(file: DocxFile, subject: Subject) -> ProofResult:
    """Return what would make Word repair the file, or leave a reader at a link that leads nowhere.

    Each fault is the program's: no text in YAML can cause it, so findings point at the file.
    """
    faults = dict.fromkeys((*package_faults(file), *text_faults(file)))
    where = Location(subject.shown_docx)
    return ProofResult(
        proof="standards",
        format="docx",
        what=_WHAT,
        findings=tuple(
            Diagnostic(Code.STANDARD, f"Het Word-bestand klopt niet: {fault}.", where) for fault in faults
        ),
        figures={"onderdelen": len(file.package.parts), "noten": len(file.reading.notes)},
    )
