"""The levels at which a document is compared, each from what was made to golden files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tests.golden.compare import Files, Level
from tests.golden.docx_parts import docx_parts
from tests.golden.made import Made
from tests.golden.pdf_tags import pdf_tags
from tests.golden.pdf_text import pdf_pages, pdf_text
from tests.golden.tree_text import tree_text


def _docx(made: Made) -> Files:
    return {f"docx/{part}": value for part, value in docx_parts(made.docx).items()}


LEVELS: Mapping[Level, Callable[[Made], Files]] = MappingProxyType(
    {
        "tree.txt": lambda made: {"tree.txt": tree_text(made.tree)},
        "docx": _docx,
        "pdf.txt": lambda made: {"pdf.txt": pdf_text(made.pdf)},
        "pdf-tags.txt": lambda made: {"pdf-tags.txt": pdf_tags(made.pdf)},
        "pages": lambda made: pdf_pages(made.pdf),
    }
)
