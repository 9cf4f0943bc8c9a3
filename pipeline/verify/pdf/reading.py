"""Opening a finished PDF: everything that the proofs need, read once."""

from __future__ import annotations

import io
import warnings
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pikepdf

from pipeline.verify.errors import UnreadableFileError
from pipeline.verify.passages import Reading
from pipeline.verify.pdf.content import MM, Shelf, read_page
from pipeline.verify.pdf.file import Annotation, Attachment, Bookmark, PdfFile
from pipeline.verify.pdf.marks import PageContent
from pipeline.verify.pdf.structure import read_structure
from pipeline.verify.pdf.unpacking import Budget
from pipeline.verify.pdf.words import read_words

_DAMAGE = (
    pikepdf.PdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    RuntimeError,
    TypeError,
    UserWarning,
    ValueError,
)
"""What reading damaged objects ends in: a key that is not there, a number that is a name."""

_MOST_BOOKMARKS = 10_000
_MOST_ANNOTATIONS = 100_000


@dataclass(frozen=True, slots=True)
class OpenPdf:
    """A PDF that holds no more than a document can, and how much its readers may still unpack of it."""

    pdf: pikepdf.Pdf
    budget: Budget


def open_pdf(data: bytes) -> PdfFile:
    """Read the bytes of a PDF; raise what ``opened`` raises."""
    with opened(data) as file:
        return read_pdf(file)


@contextmanager
def opened(data: bytes) -> Generator[OpenPdf]:
    """Open the bytes of a PDF, to be read within the ``with`` block.

    Raise ``UnreadableFileError``, then or while it is read: they are no PDF, it is damaged or uses what is
    not supported, or it holds more than a document can.
    """
    try:
        with warnings.catch_warnings(), pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            warnings.simplefilter("error")
            budget = Budget()
            budget.spend(pdf)
            yield OpenPdf(pdf, budget)
            if pdf.get_warnings():
                raise UnreadableFileError("het bestand is beschadigd")
    except UnreadableFileError:
        raise
    except _DAMAGE as damage:
        raise UnreadableFileError("het bestand is beschadigd of geen PDF") from damage


def read_pdf(file: OpenPdf) -> PdfFile:
    """Read all that the proofs need of a PDF."""
    pdf, budget = file.pdf, file.budget
    if not len(pdf.pages):
        raise UnreadableFileError("het bestand heeft geen bladzijden")
    shelf = Shelf(budget)
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    pages = tuple(read_page(page, number, shelf) for number, page in enumerate(pdf.pages, start=1))
    annotations = dict(_annotations(pdf, pages, numbers))
    root = read_structure(pdf, numbers)
    language = str(pdf.Root.get("/Lang", ""))
    return PdfFile(
        pages=pages,
        root=root,
        reading=Reading(()) if root is None else read_words(root, pages, annotations, language),
        info={key.removeprefix("/"): str(value) for key, value in pdf.trailer.get("/Info", {}).items()},
        xmp=_xmp(pdf, budget),
        outline=tuple(_bookmarks(pdf, numbers)),
        language=language,
        shows_title=pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True,
        attachments=tuple(_attachments(pdf, budget)),
        annotations=annotations,
    )


def _xmp(pdf: pikepdf.Pdf, budget: Budget) -> str:
    stream = pdf.Root.get("/Metadata")
    return budget.unpack(stream).decode("utf-8", "replace") if isinstance(stream, pikepdf.Stream) else ""


def _annotations(
    pdf: pikepdf.Pdf, pages: tuple[PageContent, ...], numbers: Mapping[tuple[int, int], int]
) -> Iterator[tuple[int, Annotation]]:
    named = _named_destinations(pdf)
    for page, content in zip(pdf.pages, pages, strict=True):
        sheet_left, _, _, sheet_top = (float(side) for side in page.mediabox)
        for place, annotation in enumerate(page.obj.get("/Annots", ())):
            left, bottom, right, top = (float(side) for side in annotation.Rect)
            yield (
                # One that is no object of its own cannot be referred to; its key only has to be its own.
                annotation.objgen[0] or -content.number * _MOST_ANNOTATIONS - place,
                Annotation(
                    page=content.number,
                    kind=str(annotation.get("/Subtype", "")).removeprefix("/"),
                    uri=str(annotation.get("/A", {}).get("/URI", "")),
                    target=_page_of(annotation, named, numbers),
                    contents=str(annotation.get("/Contents", "")),
                    x=(min(left, right) - sheet_left) * MM,
                    y=(sheet_top - max(bottom, top)) * MM,
                    width=abs(right - left) * MM,
                    height=abs(top - bottom) * MM,
                ),
            )


def _bookmarks(pdf: pikepdf.Pdf, numbers: Mapping[tuple[int, int], int]) -> Iterator[Bookmark]:
    """Return the lines of the outline from top to bottom."""
    named = _named_destinations(pdf)
    open_lines = [(pdf.Root.get("/Outlines", {}).get("/First"), 1)]
    for _ in range(_MOST_BOOKMARKS):
        if not open_lines:
            return
        line, level = open_lines.pop()
        if line is None:
            continue
        yield Bookmark(str(line.Title), level, _page_of(line, named, numbers))
        open_lines += [(line.get("/Next"), level), (line.get("/First"), level + 1)]
    raise UnreadableFileError("de bladwijzers verwijzen in een kring naar elkaar")


def _named_destinations(pdf: pikepdf.Pdf) -> Mapping[str, pikepdf.Object]:
    tree = pdf.Root.get("/Names", {}).get("/Dests")
    return {} if tree is None else dict(pikepdf.NameTree(tree).items())


def _page_of(
    line: pikepdf.Object, named: Mapping[str, pikepdf.Object], numbers: Mapping[tuple[int, int], int]
) -> int:
    target = line.get("/Dest", line.get("/A", {}).get("/D"))
    if isinstance(target, pikepdf.String):
        target = named.get(str(target))
    if isinstance(target, pikepdf.Dictionary):
        target = target.get("/D")
    return numbers.get(target[0].objgen, 0) if isinstance(target, pikepdf.Array) and len(target) else 0


def _attachments(pdf: pikepdf.Pdf, budget: Budget) -> Iterator[Attachment]:
    for name, file in pdf.attachments.items():
        relationship = str(file.obj.get("/AFRelationship", "")).removeprefix("/")
        yield Attachment(name, relationship, budget.unpack(file.get_file().obj))
