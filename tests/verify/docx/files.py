"""Word files for the tests of their reader: made by hand, or rendered and then damaged on purpose."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

from pipeline.document import nodes as n
from pipeline.document.walk import iter_blocks
from pipeline.render.docx import render_docx
from pipeline.verify.docx.reading import DocxFile, open_docx
from pipeline.verify.subject import Subject
from tests.styles import house_style
from tests.trees import annex, letter, one_page_letter, report

DOCUMENT = "word/document.xml"
SHOWN = "build/voorbeeld.docx"
SAMPLES: Mapping[str, Callable[[], n.Document]] = {
    "letter": letter,
    "two signatures": lambda: letter(signatories=2, salutation=True),
    "short": one_page_letter,
    "report": report,
    "annex": annex,
}

_DATE = (1980, 1, 1, 0, 0, 0)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}/relationships"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = {"styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes", "header": "w:hdr"}


@cache
def sample(kind: str) -> tuple[n.Document, bytes]:
    """Return a sample document with its file."""
    document = SAMPLES[kind]()
    return document, rendered(document)


def rendered(document: n.Document) -> bytes:
    pages = {block.id: 3 for block in iter_blocks(document.body) if isinstance(block, n.Heading)}
    return render_docx(document, house_style(), pages, 4)


def subject(document: n.Document, data: bytes) -> Subject:
    return Subject(document, house_style(), "ua-1", None, data, "build/voorbeeld.pdf", SHOWN)


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(contents: Mapping[str, bytes | str]) -> bytes:
    """Return a zip with these members, dated as the program does."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(zipfile.ZipInfo(name, _DATE), content)
    return written.getvalue()


def rewritten(data: bytes, old: str, new: str, part: str = DOCUMENT) -> bytes:
    """Return the file in which the first ``old`` of a part is ``new``; it must be there."""
    contents = members(data)
    markup = contents[part].decode()
    assert old in markup, f"{old} staat niet in {part}"
    contents[part] = markup.replace(old, new, 1).encode()
    return zipped(contents)


def by_hand(body: str, *, links: Mapping[str, str] | None = None, **parts: str) -> DocxFile:
    """Open a file with this body. ``parts`` hold what stands inside styles, numbering, footnotes or header.

    ``links`` are addresses by the id of their relationship, in the body and in the notes.
    """
    return open_docx(zipped(contents_by_hand(body, links=links, **parts)))


def contents_by_hand(body: str, *, links: Mapping[str, str] | None = None, **parts: str) -> dict[str, str]:
    """Return the members of such a file."""
    outside = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}/relationships/hyperlink" Target="{address}"'
        ' TargetMode="External"/>'
        for identity, address in (links or {}).items()
    )
    inside = "".join(
        f'<Relationship Id="rId_{kind}" Type="{_OFFICE}/relationships/{kind}" Target="{kind}.xml"/>'
        for kind in parts
    )
    package = f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="{DOCUMENT}"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/xml"/></Types>',
        "_rels/.rels": _relationships(package),
        "word/_rels/document.xml.rels": _relationships(inside + outside),
        "word/_rels/footnotes.xml.rels": _relationships(outside),
        DOCUMENT: f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        **{
            f"word/{kind}.xml": f"<{_KINDS[kind]} {_WORD}>{content}</{_KINDS[kind]}>"
            for kind, content in parts.items()
        },
    }


def _relationships(entries: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def style(identity: str, paragraph: str = "", run: str = "", based_on: str = "", **more: str) -> str:
    """Return a paragraph style of which the name is the id, in lower case."""
    kind = more.get("kind", "paragraph")
    default = ' w:default="1"' if "default" in more else ""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"{default}>'
        f'<w:name w:val="{more.get("name", identity.lower())}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; runs are words, or markup that begins with ``<``."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(map(r, runs))}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return a run of words; markup stays what it is."""
    if words.startswith("<") and not properties:
        return words
    inner = words if words.startswith("<") else f'<w:t xml:space="preserve">{words}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"
