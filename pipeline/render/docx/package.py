"""The file around the text: an own empty package, and a zip that never differs.

python-docx's own template is not used: it brings fonts, styles and dates that are not the house style's.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import quoteattr

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.opc.pkgwriter import _ContentTypesItem
from docx.oxml.ns import nsmap
from docx.package import Package

from pipeline.document.nodes import Document
from pipeline.house_style import HouseStyle
from pipeline.render.docx.elements import Element, markup_of
from pipeline.render.docx.footnotes import CONTINUATION_ID, SEPARATOR_ID
from pipeline.render.docx.properties import custom_properties, extended_properties, fill_core_properties

_W = f'xmlns:w="{nsmap["w"]}" xmlns:r="{nsmap["r"]}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WRITTEN_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_ROOTS = {
    "document": (f"<w:document {_W}><w:body>", "</w:body></w:document>"),
    "styles": (f"<w:styles {_W}>", "</w:styles>"),
    "numbering": (f"<w:numbering {_W}>", "</w:numbering>"),
    "footnotes": (f'<w:footnotes xmlns:w="{nsmap["w"]}">', "</w:footnotes>"),
}
"""How the parts begin and end whose content is written here."""
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

_PackagePart = tuple[str, str, str]
"""Name, content type and type of relationship."""

_PARTS: tuple[_PackagePart, ...] = (
    ("word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, RELATIONSHIP_TYPE.OFFICE_DOCUMENT),
    ("docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES),
    ("docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES),
)
_CUSTOM_PART: _PackagePart = (
    "docProps/custom.xml",
    CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
)
_WORD_PARTS: tuple[_PackagePart, ...] = (
    ("styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    ("settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    ("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    ("numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
)


def open_package(document: Document, style: HouseStyle, pages: int, *, notes: bool) -> WordDocument:
    """Return an empty Word document that has settings, fonts and properties but no styles and no text.

    ``notes`` says whether the document has footnotes: only then the settings name their separators.
    """
    metadata = document.metadata
    parts = (*_PARTS, _CUSTOM_PART) if metadata.properties else _PARTS
    contents = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships(parts),
        "word/_rels/document.xml.rels": _relationships(_WORD_PARTS),
        "word/document.xml": f"<w:document {_W}><w:body/></w:document>",
        "word/styles.xml": f"<w:styles {_W}/>",
        "word/numbering.xml": f"<w:numbering {_W}/>",
        "word/settings.xml": _settings(metadata.language, notes=notes),
        "word/fontTable.xml": _font_table(style),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{nsmap["cp"]}" xmlns:dc="{nsmap["dc"]}"/>',
        "docProps/app.xml": extended_properties(metadata, pages),
    }
    if metadata.properties:
        contents[_CUSTOM_PART[0]] = custom_properties(metadata.properties)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, markup in contents.items():
            package.writestr(name, _HEAD + markup)
    buffer.seek(0)
    word = docx.Document(buffer)
    fill_core_properties(word, metadata)
    return word


def package_of(word: WordDocument) -> Package:
    """Return the package that the parts of a document belong to."""
    package = word.part.package
    assert package is not None, "a document that was opened has a package"
    return package


def close_package(word: WordDocument, contents: Mapping[str, Iterable[Element]]) -> bytes:
    """Return the bytes of the file; the same document gives the same bytes on every machine and day.

    ``contents`` is what the root of a part holds, by the name of the part in ``word/`` without ``.xml``.
    """
    written = {f"word/{name}.xml": _part(name, elements) for name, elements in contents.items()}
    members = _members(word, written)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(members, key=_zip_order):
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            # Python writes the machine's own system here unless it is told.
            member.create_system = 3
            target.writestr(member, members[name])
    return written.getvalue()


def _part(name: str, elements: Iterable[Element]) -> str:
    start, end = _ROOTS[name]
    return f"{_WRITTEN_HEAD}{start}{markup_of(elements)}{end}"


def _members(word: WordDocument, written: Mapping[str, str]) -> Mapping[str, str | bytes]:
    """Return the contents of the file by name: what saving would compress, only to be read again."""
    package = package_of(word)
    parts = package.parts
    for part in parts:
        part.before_marshal()
    members: dict[str, str | bytes] = {
        CONTENT_TYPES_URI.membername: _ContentTypesItem.from_parts(parts).blob,
        PACKAGE_URI.rels_uri.membername: package.rels.xml,
    }
    for part in parts:
        name = part.partname.membername
        members[name] = written.get(name) or part.blob
        if part.rels:
            members[part.partname.rels_uri.membername] = part.rels.xml
    return members


def _zip_order(name: str) -> tuple[bool, bool, str]:
    return name != "[Content_Types].xml", name != "_rels/.rels", name


def _content_types(parts: tuple[_PackagePart, ...]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind, _ in (*parts, *((f"word/{name}", kind, rel) for name, kind, rel in _WORD_PARTS))
    )
    return (
        f'<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">'
        f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{overrides}</Types>'
    )


def _relationships(parts: tuple[_PackagePart, ...]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{name}"/>'
        for number, (name, _, kind) in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{NAMESPACE.OPC_RELATIONSHIPS}">{entries}</Relationships>'


def _settings(language: str, *, notes: bool) -> str:
    """Write the settings in the order of CT_Settings (ISO/IEC 29500-1 17.15.1.78).

    ``updateFields`` stays out: Word would ask the reader a question on opening.
    """
    identities = "".join(f'<w:footnote w:id="{identity}"/>' for identity in (SEPARATOR_ID, CONTINUATION_ID))
    separators = f"<w:footnotePr>{identities}</w:footnotePr>" if notes else ""
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'<w:settings {_W}><w:zoom w:percent="100"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{separators}'
        f"<w:compat>{modern}</w:compat><w:themeFontLang w:val={quoteattr(language)}/>"
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table(style: HouseStyle) -> str:
    """Name the family of the house style, and the one that looks like it where the first is not installed."""
    fonts = style.fonts
    return (
        f"<w:fonts {_W}><w:font w:name={quoteattr(fonts.word_family)}>"
        f"<w:altName w:val={quoteattr(fonts.word_alternative)}/>"
        '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
