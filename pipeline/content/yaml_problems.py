"""What libyaml stumbles over, said in Dutch and at the place where the mistake begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

import yaml

from pipeline.content.extents import extent
from pipeline.content.scalar_lines import Place
from pipeline.content.yaml_lines import (
    KEY_LINE,
    NO_SPACE,
    NO_SPACE_ITEM,
    STRUCTURE,
    indent_of,
    is_hard_spaced,
    is_tabbed,
    says_something,
)
from pipeline.content.yaml_unclosed import CLOSERS, unclosed_bracket, unclosed_quote
from pipeline.diagnostics import Code, Diagnostic, Location

_QUOTE_HINT = "Zet de hele waarde tussen aanhalingstekens, of begin haar met | op de regel van de sleutel."


class _Mark(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class LastEvent:
    """The piece of YAML that was read last before things went wrong."""

    closer: str
    """The quote or bracket with which it ended, or nothing."""
    end: Place
    bracket: Place | None
    """Where the innermost bracket stands that was open then."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """A problem of libyaml with all that is needed to explain it."""

    file: str
    lines: list[str]
    problem: str
    context: str
    at: Place
    opened: Place
    last: LastEvent | None

    @property
    def line(self) -> str:
        return self.lines[self.at.line] if self.at.line < len(self.lines) else ""

    @property
    def char(self) -> str:
        return self.line[self.at.column : self.at.column + 1]

    def finding(
        self, place: Place, message: str, hint: str = "", code: Code = Code.YAML_SYNTAX
    ) -> Diagnostic:
        line = self.lines[place.line] if place.line < len(self.lines) else ""
        at = Location(self.file, place.line + 1, place.column + 1, extent(line, place.column))
        return Diagnostic(code, message, at, hint)


def explain(error: yaml.MarkedYAMLError, text: str, file: str, last: LastEvent | None) -> Diagnostic:
    """Return the diagnostic for a syntax error; ``last`` is what was read well just before it."""
    lines = text.split("\n")
    at = _within(place_of(error.problem_mark), lines)
    opened = _within(place_of(error.context_mark), lines) if error.context_mark else at
    scene = _Scene(file, lines, error.problem or "", error.context or "", at, opened, last)
    if is_tabbed(scene.line):
        return tab_indent(scene.file, at.line, scene.line)
    if is_hard_spaced(scene.line):
        return _hard_spaces(scene, at.line)
    for part, handler in _HANDLERS:
        if part in scene.problem or part in scene.context:
            return handler(scene)
    return _anything_else(scene)


def tab_indent(file: str, line: int, content: str) -> Diagnostic:
    """Return the finding for a line that is indented with a tab."""
    return Diagnostic(
        Code.YAML_SYNTAX,
        "Deze regel springt in met een tab; dat kan in YAML niet.",
        Location(file, line + 1, content.index("\t") + 1, 1),
        "Vervang de tab door spaties: twee voor elke stap.",
    )


def place_of(mark: _Mark | None) -> Place:
    """Return the place of a mark of libyaml."""
    return Place(mark.line, mark.column) if mark else Place(0, 0)


def _within(place: Place, lines: list[str]) -> Place:
    """Return a place, or the end of the text: libyaml counts a line after a last line without an end."""
    return place if place.line < len(lines) else Place(len(lines) - 1, len(lines[-1]))


def _quoted(scene: _Scene) -> Diagnostic:
    if "escape" in scene.problem or "hexdecimal" in scene.problem:
        return scene.finding(
            scene.at,
            "Tussen dubbele aanhalingstekens begint een backslash (\\) een code, en deze code bestaat niet.",
            "Typ \\\\ voor een backslash, of gebruik enkele aanhalingstekens.",
        )
    quote = scene.lines[scene.opened.line][scene.opened.column : scene.opened.column + 1]
    return unclosed_quote(scene.file, scene.opened, quote)


def _flow(scene: _Scene) -> Diagnostic:
    opener = scene.lines[scene.opened.line][scene.opened.column : scene.opened.column + 1]
    rest = scene.lines[scene.opened.line][scene.opened.column :]
    if scene.at.line == scene.opened.line and CLOSERS.get(opener, "]") in rest:
        return scene.finding(
            scene.at,
            f"In de lijst die met {opener} begint, ontbreekt hier een komma.",
            "Zet komma’s tussen de onderdelen. Is het gewone tekst? Zet die tussen aanhalingstekens.",
        )
    return unclosed_bracket(scene.file, scene.opened, opener)


def _flow_node(scene: _Scene) -> Diagnostic:
    """Explain a list in brackets with something that is no value, or with nothing up to the end."""
    bracket = scene.last.bracket if scene.last else None
    if bracket and (not scene.char or scene.at.line > bracket.line):
        return unclosed_bracket(scene.file, bracket, scene.lines[bracket.line][bracket.column])
    return _no_value(scene)


def _colon_in_value(scene: _Scene) -> Diagnostic:
    if above := _glued_colon(scene, scene.at.line - 1):
        return above
    before = scene.line[: scene.at.column]
    if KEY_LINE.match(before + " ") or re.match(r"^\s*(?:- +)*[^:]+: ", before):
        return scene.finding(
            scene.at,
            "In deze waarde staat een dubbele punt met een spatie; YAML ziet daarin een nieuwe sleutel.",
            _QUOTE_HINT,
        )
    return _too_deep(scene)


def _too_deep(scene: _Scene) -> Diagnostic:
    return _faulty_above(scene) or scene.finding(
        Place(scene.at.line, indent_of(scene.line)),
        "Deze regel springt te ver in: de sleutel erboven heeft al een waarde.",
        "Zet de sleutel in dezelfde kolom als de sleutels erboven.",
    )


def _faulty_above(scene: _Scene) -> Diagnostic | None:
    """Return the finding when the line above was no key although it was meant as one: there it went wrong."""
    numbers = [n for n in range(scene.at.line - 1, -1, -1) if says_something(scene.lines[n])]
    if not numbers:
        return None
    line = scene.lines[numbers[0]]
    if is_hard_spaced(line):
        return _hard_spaces(scene, numbers[0])
    if NO_SPACE_ITEM.match(line) and KEY_LINE.match(line):
        return _glued_dash(scene, numbers[0])
    opens = len(numbers) > 1 and scene.lines[numbers[1]].rstrip().endswith(":")
    if opens and not STRUCTURE.match(line) and indent_of(line) == indent_of(scene.line):
        return _missing_colon(scene, numbers[0])
    return None


def _follows_a_value(scene: _Scene, start: Place) -> bool:
    """Whether the line stands deeper than the line above it, which is a key that has its value already."""
    above = next(filter(says_something, reversed(scene.lines[: start.line])), "")
    return (
        indent_of(above) < start.column and bool(KEY_LINE.match(above)) and bool(KEY_LINE.match(scene.line))
    )


def _glued_colon(scene: _Scene, number: int) -> Diagnostic | None:
    """Return the finding when a line lacks the space after its colon (``naam:Zeeland``)."""
    while number >= 0 and not says_something(scene.lines[number]):
        number -= 1
    line = scene.lines[number] if number >= 0 else ""
    found = NO_SPACE.match(line)
    if not found or KEY_LINE.match(line):
        return None
    return scene.finding(
        Place(number, found.end() - 1),
        f"Na de dubbele punt van “{found['key']}” hoort een spatie.",
        f"Schrijf: {line.strip()[: found.end() - indent_of(line)]} {line[found.end() :].strip()}",
    )


def _hard_spaces(scene: _Scene, number: int) -> Diagnostic:
    line = scene.lines[number]
    column = next(index for index, char in enumerate(line) if char not in " \t")
    return scene.finding(
        Place(number, column),
        "Deze regel springt in met een vaste spatie (U+00A0); YAML ziet dat niet als inspringing.",
        "Haal het wit aan het begin weg en typ gewone spaties.",
    )


def _bad_start(scene: _Scene) -> Diagnostic:
    if scene.char == "\t":
        return tab_indent(scene.file, scene.at.line, scene.line)
    return scene.finding(scene.at, f"Een waarde kan in YAML niet beginnen met {scene.char}.", _QUOTE_HINT)


def _tab(scene: _Scene) -> Diagnostic:
    return tab_indent(scene.file, scene.at.line, scene.line if "\t" in scene.line else "\t")


def _no_colon(scene: _Scene) -> Diagnostic:
    line = scene.lines[scene.opened.line]
    if found := _glued_colon(scene, scene.opened.line):
        return found
    if NO_SPACE_ITEM.match(line):
        return _glued_dash(scene, scene.opened.line)
    return _missing_colon(scene, scene.opened.line)


def _glued_dash(scene: _Scene, number: int) -> Diagnostic:
    line = scene.lines[number]
    rest = line.strip().removeprefix("-")
    start = Place(number, indent_of(line))
    return scene.finding(start, "Na het streepje hoort een spatie.", f"Schrijf: - {rest}")


def _missing_colon(scene: _Scene, number: int) -> Diagnostic:
    return scene.finding(
        Place(number, indent_of(scene.lines[number])),
        "Op deze regel ontbreekt een dubbele punt na de sleutel.",
        "Schrijf sleutel: waarde. Hoort de regel bij de tekst erboven? Laat hem dan verder inspringen.",
    )


def _no_key(scene: _Scene) -> Diagnostic:
    last = scene.last
    if last and last.end.line == scene.at.line and last.closer and scene.line[: scene.at.column].strip():
        return _text_after(scene, last.closer)
    if scene.char in {"]", "}", ","}:
        return scene.finding(scene.at, f"Deze {scene.char} hoort nergens bij.", _QUOTE_HINT)
    start = Place(scene.at.line, indent_of(scene.line))
    if found := _glued_colon(scene, scene.at.line):
        return found
    if scene.char == ":":
        return scene.finding(
            scene.at, "Voor deze dubbele punt ontbreekt de sleutel.", "Schrijf sleutel: waarde."
        )
    if _follows_a_value(scene, start):
        return _too_deep(scene)
    return scene.finding(
        start,
        "De inspringing van deze regel past bij geen enkele regel erboven.",
        f"Sleutels van één groep beginnen in dezelfde kolom; hier is dat kolom {scene.opened.column + 1}.",
    )


def _text_after(scene: _Scene, closer: str) -> Diagnostic:
    if closer in {"]", "}"}:
        return scene.finding(
            scene.at,
            f"Na de {closer} staat nog tekst; YAML ziet hier een lijst.",
            _QUOTE_HINT,
        )
    hint = 'Zet de hele waarde tussen aanhalingstekens, en typ een aanhalingsteken erbinnen als \\".'
    if closer == "'":
        hint = "Typ de apostrof dubbel (''), of zet de hele waarde tussen dubbele aanhalingstekens."
    return scene.finding(scene.at, "Na het afsluitende aanhalingsteken staat nog tekst.", hint)


def _no_dash(scene: _Scene) -> Diagnostic:
    start = Place(scene.at.line, indent_of(scene.line))
    above = next(filter(says_something, reversed(scene.lines[: start.line])), "")
    column = len(above) - len(above.lstrip(" -"))
    if KEY_LINE.match(scene.line) and KEY_LINE.match(above) and column > start.column != scene.opened.column:
        hint = f"Zet de sleutel in kolom {column + 1}, net als de regel erboven."
        return scene.finding(start, "Deze regel springt te weinig in.", hint)
    return scene.finding(
        start,
        "Hier hoort een volgend onderdeel van de lijst, met een streepje ervoor.",
        f"Laat de regel met “- ” beginnen in kolom {scene.opened.column + 1}, of laat hem verder inspringen.",
    )


def _list_on_line(scene: _Scene) -> Diagnostic:
    return scene.finding(
        scene.at,
        "Een lijst kan niet op dezelfde regel als haar sleutel beginnen.",
        "Begin de lijst op de volgende regel. Is het gewone tekst? Zet die tussen aanhalingstekens.",
    )


def _outdented(scene: _Scene) -> Diagnostic:
    if "..." in scene.lines[: scene.at.line]:
        message = (
            "Na de regel met drie punten (...) houdt het bestand voor YAML op, maar hier gaat het verder."
        )
        return scene.finding(scene.at, message, "Verwijder de regel met de drie punten.")
    return scene.finding(
        scene.at,
        "Deze regel springt minder ver in dan de eerste regel van het bestand.",
        "Laat de sleutels van het bestand allemaal in de eerste kolom beginnen.",
    )


def _alias(scene: _Scene) -> Diagnostic:
    message = "Een waarde kan in YAML niet beginnen met *."
    hint = "Begint hier vette of cursieve tekst? Zet de waarde tussen aanhalingstekens of begin haar met |."
    return scene.finding(scene.opened, message, hint, Code.YAML_ANCHOR)


def _anchor(scene: _Scene) -> Diagnostic:
    message = "Een waarde kan in YAML niet beginnen met &."
    return scene.finding(scene.opened, message, _QUOTE_HINT, Code.YAML_ANCHOR)


def _tag(scene: _Scene) -> Diagnostic:
    message = "Een waarde kan in YAML niet beginnen met !."
    return scene.finding(scene.opened, message, _QUOTE_HINT, Code.YAML_TAG)


def _block_header(scene: _Scene) -> Diagnostic:
    return scene.finding(
        scene.at,
        "Achter | of > kan geen tekst staan.",
        "Begin de tekst op de volgende regel, twee spaties verder dan de sleutel.",
    )


def _no_value(scene: _Scene) -> Diagnostic:
    if not scene.char:
        return scene.finding(scene.at, "Hier hoort een waarde te staan, maar er staat niets.")
    message = f"Hier hoort een waarde te staan, maar er staat “{scene.char}”."
    return scene.finding(scene.at, message, _QUOTE_HINT)


def _question(scene: _Scene) -> Diagnostic:
    message = "Een waarde kan in YAML niet beginnen met een vraagteken en een spatie."
    return scene.finding(scene.at, message, _QUOTE_HINT)


def _directive(scene: _Scene) -> Diagnostic:
    message = "Een regel kan niet met % beginnen."
    return scene.finding(scene.opened, message, "Laat de regel inspringen, of verwijder hem.")


def _anything_else(scene: _Scene) -> Diagnostic:
    return scene.finding(
        scene.at,
        "Deze regel is geen geldige YAML.",
        "Kijk naar de inspringing, de dubbele punten en de aanhalingstekens van deze regel en die erboven.",
    )


# libyaml 0.2 says these words in the problem or in its context; the first that fits wins.
_HANDLERS = (
    ("quoted scalar", _quoted),
    ("while parsing a flow node", _flow_node),
    ("while parsing a flow", _flow),
    ("mapping values are not allowed", _colon_in_value),
    ("found a tab character", _tab),
    ("cannot start any token", _bad_start),
    ("could not find expected ':'", _no_colon),
    ("did not find expected key", _no_key),
    ("did not find expected '-' indicator", _no_dash),
    ("block sequence entries are not allowed", _list_on_line),
    ("did not find expected <document start>", _outdented),
    ("while scanning an alias", _alias),
    ("while scanning an anchor", _anchor),
    ("while scanning a tag", _tag),
    ("while parsing a tag", _tag),
    ("while scanning a block scalar", _block_header),
    ("did not find expected node content", _no_value),
    ("mapping keys are not allowed", _question),
    ("while scanning a directive", _directive),
)
