"""What the file says about itself: core, extended and custom properties (house style 9).

Core: ISO/IEC 29500-2 clause 11. Extended and custom: ISO/IEC 29500-1 22.2 and 22.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as WordDocument

from pipeline.document.metadata import Metadata, Property

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_EXTENDED = f"{_OFFICE}/extended-properties"
_CUSTOM = f"{_OFFICE}/custom-properties"
_VARIANT = f"{_OFFICE}/docPropsVTypes"

_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users define (ISO/IEC 29500-1 22.3.2.2)."""
_FIRST_PID = 2
"""0 and 1 are reserved in that set."""
_LONGEST = 255
"""Characters that Word keeps of a property; python-docx refuses more in a core property."""


def extended_properties(metadata: Metadata, pages: int) -> str:
    """Return the markup of ``docProps/app.xml``."""
    return (
        f'<Properties xmlns="{_EXTENDED}"><Pages>{pages}</Pages><Application>Kamerwerk</Application>'
        f"<Company>{escape(metadata.author)}</Company></Properties>"
    )


def custom_properties(properties: Sequence[Property]) -> str:
    """Return the markup of ``docProps/custom.xml``: each property as text, in the order given."""
    entries = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{pid}" name={quoteattr(each.name)}>'
        f"<vt:lpwstr>{escape(_fitting(each.value))}</vt:lpwstr></property>"
        for pid, each in enumerate(properties, _FIRST_PID)
    )
    return f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VARIANT}">{entries}</Properties>'


def fill_core_properties(word: WordDocument, metadata: Metadata) -> None:
    """Fill the core properties from the tree; what it does not say stays out, dates are its own."""
    core = word.core_properties
    values = {
        "title": metadata.title,
        "subject": metadata.subject,
        "author": metadata.author,
        "last_modified_by": metadata.author,
        "keywords": ", ".join(metadata.keywords),
        "comments": metadata.description,
        "category": metadata.category,
        "content_status": metadata.status,
        "identifier": metadata.identifier,
        "language": metadata.language,
    }
    for name, value in values.items():
        if value:
            setattr(core, name, _fitting(value))
    core.created = core.modified = datetime.combine(metadata.date, time(), UTC)
    core.revision = 1


def _fitting(words: str) -> str:
    """Return words that fit a property; a longer text ends at a word, with an ellipsis."""
    if len(words) <= _LONGEST:
        return words
    return words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
