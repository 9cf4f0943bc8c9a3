"""What a PDF says about itself: title, language, and the same in both places where it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.document.metadata import Metadata
from pipeline.verify.difference import quoted
from pipeline.verify.pdf.faults import Fault
from pipeline.verify.pdf.file import PdfFile
from pipeline.verify.pdf.xmp import read_xmp
from pipeline.verify.subject import Subject

_PAIRS = {
    "Title": ("dc:title", "titel"),
    "Author": ("dc:creator", "auteur"),
    "Subject": ("dc:description", "onderwerp"),
    "Keywords": ("pdf:Keywords", "trefwoorden"),
    "Creator": ("xmp:CreatorTool", "programma"),
    "Producer": ("pdf:Producer", "maker van de PDF"),
    "CreationDate": ("xmp:CreateDate", "datum"),
    "ModDate": ("xmp:ModifyDate", "datum van wijziging"),
}
"""Keys of the information dictionary with the XMP that must say the same (ISO 19005-2 6.6.3)."""

_ONLY_XMP = {
    "dc:subject": "lijst van trefwoorden",
    "dc:publisher": "uitgever",
    "dc:identifier": "kenmerk",
    "dc:type": "soort",
    "dc:rights": "rechten",
    "dc:relation": "aangehaalde stukken",
}
"""Properties for which the information dictionary has no key."""

_SOURCE = "bron.yaml"

_DIGITS = re.compile(r"\d")


def metadata_faults(file: PdfFile, subject: Subject) -> Iterator[Fault]:
    """Return what the properties of a file lack or contradict (ISO 14289-1 7.1, house style 9)."""
    metadata = subject.document.metadata
    if file.language != metadata.language:
        yield Fault(f"De taal van de PDF is “{file.language}”, die van het document “{metadata.language}”.")
    if not file.shows_title:
        yield Fault("De PDF laat in de titelbalk haar bestandsnaam zien en niet haar titel.")
    said = read_xmp(file.xmp)
    if said is None:
        yield Fault("De eigenschappen in XMP van de PDF zijn niet te lezen.")
        return
    yield from _against_tree(said, metadata)
    # PDF 2.0 has no information dictionary: there XMP is the only place.
    if file.info or subject.standard == "ua-1":
        yield from _contradictions(file.info, said)


def _against_tree(said: Mapping[str, tuple[str, ...]], metadata: Metadata) -> Iterator[Fault]:
    wanted = {
        "dc:title": (metadata.title,),
        "dc:creator": (metadata.author,),
        "dc:description": tuple(filter(None, (metadata.description or metadata.subject,))),
        "dc:subject": metadata.keywords,
        "pdf:Keywords": tuple(filter(None, (", ".join(metadata.keywords),))),
        "dc:publisher": tuple(filter(None, (metadata.author,))),
        "dc:identifier": tuple(filter(None, (metadata.identifier,))),
        "dc:type": tuple(filter(None, (metadata.kind,))),
        "dc:rights": tuple(filter(None, (metadata.rights,))),
        "dc:relation": metadata.relations,
    }
    names = dict(_PAIRS.values()) | _ONLY_XMP
    for key, values in wanted.items():
        if (found := tuple(filter(None, said.get(key, ())))) != values:
            yield Fault(
                f"De PDF noemt als {names[key]} “{quoted(', '.join(found))}”, "
                f"het document “{quoted(', '.join(values))}”."
            )
    for key in ("xmp:CreateDate", "xmp:ModifyDate"):
        if not _single(said, key).startswith(metadata.date.isoformat()):
            yield Fault(f"De PDF noemt als {names[key]} niet {metadata.date.isoformat()}.")


def _contradictions(info: Mapping[str, str], said: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    for key, (xmp, name) in _PAIRS.items():
        one, other = info.get(key, ""), _single(said, xmp)
        if key.endswith("Date"):
            one, other = _moment(one), _moment(other)
        if one != other:
            yield Fault(
                f"De eigenschappen van de PDF noemen als {name} “{quoted(one)}”, in XMP “{quoted(other)}”."
            )


def source_faults(file: PdfFile, subject: Subject) -> Iterator[Fault]:
    """Return what is wrong with the source that goes along in the file (ISO 19005-3 6.8).

    A file inside the file that is not the document's own source has no business there.
    """
    wanted = subject.document.source_yaml.encode()
    own = [each for each in file.attachments if each.name == _SOURCE]
    if wanted and not own:
        yield Fault(f"In de PDF ontbreekt de bijlage {_SOURCE} met de bron van het document.")
    for each in own:
        if each.data != wanted:
            yield Fault(f"De bijlage {_SOURCE} in de PDF is niet de bron van dit document.")
        if each.relationship != "Source":
            yield Fault(f"De PDF noemt de bijlage {_SOURCE} “{each.relationship}” en niet “Source”.")
    for each in file.attachments:
        if each.name != _SOURCE:
            yield Fault(f"In de PDF zit een bijlage die er niet hoort: “{quoted(each.name)}”.")


def _single(said: Mapping[str, tuple[str, ...]], key: str) -> str:
    return ", ".join(said.get(key, ()))


def _moment(date: str) -> str:
    """Return the digits of a date, which both ways of writing have in the same order; a Z is +00:00."""
    return "".join(_DIGITS.findall(date.replace("Z", "")))[:14]
