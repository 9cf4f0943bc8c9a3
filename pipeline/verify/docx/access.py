"""Whether everybody can read a Word file: who listens to it, who sees poorly, who searches in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.diagnostics import Code, Diagnostic, Location, Source
from pipeline.document.nodes import Figure
from pipeline.document.walk import iter_blocks
from pipeline.verify.docx.access_properties import property_faults
from pipeline.verify.docx.access_tables import table_faults
from pipeline.verify.docx.colors import colored_words
from pipeline.verify.docx.markup import Element, child, is_true, name, value
from pipeline.verify.docx.reading import DocxFile
from pipeline.verify.expected import Expected, expected, primary
from pipeline.verify.passages import Marked
from pipeline.verify.subject import Subject
from pipeline.verify.verdict import ProofResult

_WHAT = "Taal, titel, tekstalternatieven, tabellen, koppen, leesvolgorde en contrast in Word (eigen lezer)"
_LONGEST_QUOTE = 60
_CALL = re.compile(r"⟦\d+⟧")
_BLANK_LINE_STYLES = ("witregel w1", "witregel w2")
_PARAGRAPH, _TEXT = name("w:p"), name("w:t")
_SEEN = tuple(name(each) for each in ("w:t", "w:drawing", "w:pict", "w:object", "w:footnoteReference"))


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong, as a sentence, and where its words were written when that is known."""

    message: str
    source: Source | None = None


def docx_access(file: DocxFile, subject: Subject) -> ProofResult:
    """Return what keeps people from reading the file, at the YAML value it belongs to where one is known.

    Word's own accessibility checker and EN 301 549 (chapter 10) ask for these; that links have words is
    proven by ``docx_soundness``.
    """
    told = subject.told
    colors = tuple(colored_words(file))
    faults = (
        *_language(file, subject.document.metadata.language),
        *(_Fault(message) for message in property_faults(file, subject.document.metadata)),
        *_other_languages(file, told),
        *_pictures(file, subject),
        *(_Fault(message, source) for message, source in table_faults(file, subject.document)),
        *_headings(file, told),
        *_front(file, subject),
        *_blank_lines(file),
        *(
            _Fault(
                f"“{_short(each.words)}” staat met {each.color} op {each.ground}: het contrast is "
                f"{_dutch(each.contrast)} en moet minstens {_dutch(each.least)} zijn."
            )
            for each in colors
            if each.contrast < each.least
        ),
    )
    where = Location(subject.shown_docx)
    findings = (Diagnostic(Code.INACCESSIBLE, each.message, each.source or where) for each in faults)
    return ProofResult(
        proof="accessibility",
        format="docx",
        what=_WHAT,
        findings=tuple(dict.fromkeys(findings)),
        figures={
            "koppen": sum(each.kind.startswith("heading") for each in file.reading.passages),
            "afbeeldingen": len(_drawings(file)),
            "tabellen": sum(1 for _ in file.body.iter(name("w:tbl"))),
            "anderstalig": len(file.reading.languages),
            "kleinste contrast": round(min((each.contrast for each in colors), default=0.0), 1),
        },
    )


def _language(file: DocxFile, language: str) -> Iterator[_Fault]:
    """Hold against the tree the languages that styles, settings and properties name."""
    said = {
        "de stijlen noemen": file.styles.language,
        "de instellingen noemen": value(child(file.settings, "w:themeFontLang")),
        "de eigenschappen noemen": _property(file, "dc:language"),
    }
    for where, found in said.items():
        if found != language:
            yield _Fault(f"De taal van het document is {language}, maar {where} “{found}”.")


def _property(file: DocxFile, prefixed: str) -> str:
    found = child(file.core, prefixed)
    return "" if found is None else found.text or ""


def _other_languages(file: DocxFile, told: Expected) -> Iterator[_Fault]:
    """Passages in another language carry its tag, and no other words do."""
    shown = [_plain(each) for each in file.reading.languages]
    settled = _settled(shown, [_plain(each.marked) for each in told.languages])
    marked = Counter(each for each in shown if each.mark not in settled)
    for mark in told.languages:
        key = _plain(mark.marked)
        if key.mark in settled:
            continue
        if marked[key] > 0:
            marked[key] -= 1
        else:
            message = f"“{_short(key.words)}” staat niet als taal “{mark.marked.mark}” in het Word-bestand."
            yield _Fault(message, mark.source)
    for extra in (+marked).elements():
        yield _Fault(f"“{_short(extra.words)}” staat als taal “{extra.mark}” in het Word-bestand.")


def _settled(shown: Sequence[Marked], told: Sequence[Marked]) -> set[str]:
    """Return the languages that have the same words on both sides: Word joins passages that touch."""
    own, other = _words_by_language(told), _words_by_language(shown)
    return {language for language, words in own.items() if words == other.get(language)}


def _words_by_language(marks: Sequence[Marked]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for each in marks:
        found.setdefault(each.mark, Counter()).update(each.words.split())
    return found


def _plain(mark: Marked) -> Marked:
    """Return a passage as both sides tell it: by language without country, without the calls of notes."""
    return Marked(primary(mark.mark), " ".join(_CALL.sub("", mark.words).split(" ")).strip())


def _pictures(file: DocxFile, subject: Subject) -> Iterator[_Fault]:
    """Every drawing has a text alternative or is decoration; those of figures have the tree's."""
    figures = [block for block in iter_blocks(subject.document.body) if isinstance(block, Figure)]
    inline = list(file.body.iter(name("wp:inline")))
    if len(inline) != len(figures):
        yield _Fault(f"Het Word-bestand heeft {len(inline)} figuren in plaats van {len(figures)}.")
    sources: dict[Element | None, Source | None] = {}
    for figure, drawing in zip(figures, inline, strict=False):
        properties = child(drawing, "wp:docPr")
        sources[properties] = figure.source
        said = value(properties, "descr")
        if said.strip() and said != figure.alt:
            message = f"Een figuur heeft in het Word-bestand een ander tekstalternatief: “{_short(said)}”."
            yield _Fault(message, figure.source)
    for drawing in _drawings(file):
        if not _is_decoration(drawing) and not value(drawing, "descr").strip():
            message = f"De tekening “{value(drawing, 'name')}” heeft geen tekstalternatief."
            yield _Fault(message, sources.get(drawing))


def _drawings(file: DocxFile) -> list[Element]:
    return [each for story in file.stories for each in story.iter(name("wp:docPr"))]


def _is_decoration(drawing: Element) -> bool:
    marks = drawing.iter(name("adec:decorative"))
    return any(is_true(value(each, "val", absent="0")) for each in marks)


def _headings(file: DocxFile, told: Expected) -> Iterator[_Fault]:
    headings = [each for each in file.reading.passages if each.kind.startswith("heading")]
    levels = [int(each.kind[-1]) for each in headings]
    for (above, level), heading in zip(pairwise((0, *levels)), headings, strict=True):
        if level > above + 1:
            words = heading.words
            sources = (each.source_at(0) for each in told.passages if each.passage.words == words)
            message = f"De kop “{_short(words)}” is van niveau {level} en volgt op niveau {above}."
            yield _Fault(message, next(sources, None))


def _front(file: DocxFile, subject: Subject) -> Iterator[_Fault]:
    """Look for what stands above the text among the text: a screen reader passes headers by."""
    read = {each.words for each in file.reading.passages}
    furniture = " ".join(_words(each) for each in file.furniture)
    for each in expected(replace(subject.document, body=())).passages:
        words = each.passage.words
        if words not in read:
            where = (
                "staat alleen in een kopregel of voetregel" if words in furniture else "ontbreekt in de tekst"
            )
            yield _Fault(f"“{_short(words)}” {where} van het Word-bestand.", each.source_at(0))


def _words(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(_TEXT))


def _blank_lines(file: DocxFile) -> Iterator[_Fault]:
    """White space is made by spacing: a screen reader says "leeg" at each empty paragraph.

    The house style has blank lines of its own inside frames and between tables; never two in a row.
    """
    was_blank = False
    for paragraph in file.body.iterchildren():
        if paragraph.tag != _PARAGRAPH:
            was_blank = False
            continue
        shape = file.styles.shape(paragraph)
        blank = next(paragraph.iter(*_SEEN), None) is None and shape.numbering is None
        if blank and shape.style_name.lower() not in _BLANK_LINE_STYLES:
            yield _Fault(f"Een lege alinea in stijl “{shape.style_name}” dient als witregel.")
        elif blank and was_blank:
            yield _Fault("Twee lege alinea’s staan onder elkaar.")
        was_blank = blank


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"


def _dutch(figure: float) -> str:
    return f"{figure:.1f}".replace(".", ",")
