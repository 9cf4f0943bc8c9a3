"""YAML becomes plain text values that know where they stand.

Nothing is guessed: ``no``, ``0123``, ``12:30`` and ``2026-12-18`` stay the text that was typed; only the
models decide what a text means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from pipeline.content import yaml_problems
from pipeline.content.characters import decode
from pipeline.content.excess import excess_of
from pipeline.content.positions import Positions, Span, Style
from pipeline.content.scalar_lines import Place
from pipeline.content.values.sourced import SourcedText
from pipeline.content.yaml_keys import escaped_problem, key_problem
from pipeline.content.yaml_lines import without_faulty_part
from pipeline.content.yaml_slips import tell_slip
from pipeline.content.yaml_unclosed import unclosed_bracket, unclosed_quote
from pipeline.diagnostics import Code, Diagnostic, KeyPath, Location, Related, Source
from pipeline.gate.limits import YAML_DEPTH, YAML_FINDINGS, YAML_VALUES

_MAX_ATTEMPTS = 30


class YamlText(SourcedText):
    """A value of text, exactly as YAML understands the typed characters."""

    __slots__ = ()


class YamlMap(dict[str, "YamlValue"]):
    """A group of keys, in the order of the file."""

    __slots__ = ("source",)

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source


class YamlList(list["YamlValue"]):
    """A list, in the order of the file."""

    __slots__ = ("source",)

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source


YamlValue: TypeAlias = YamlText | YamlMap | YamlList | None
"""What YAML can hold here; ``None`` is a key without a value."""


@dataclass(frozen=True, slots=True)
class ReadYaml:
    """What one file holds. ``value`` is ``None`` when its structure could not be read."""

    value: YamlMap | None
    positions: Positions
    diagnostics: tuple[Diagnostic, ...]


def read_yaml(data: bytes, file: str) -> ReadYaml:
    """Read one YAML file; ``file`` is its path from the project's root.

    After a mistake the rest of the file is read as well, so that all mistakes are reported at once.
    """
    decoded = decode(data, file)
    if decoded.text is None:
        return ReadYaml(None, Positions(file, "", {}), decoded.diagnostics)
    findings = list(decoded.diagnostics)
    readable = decoded.text
    broken = False
    for _ in range(_MAX_ATTEMPTS):
        walk = _Walk(readable, file)
        try:
            value = walk.document()
        except _TooLargeError as error:
            return _finished(None, Positions(file, decoded.text, {}), [*decoded.diagnostics, error.finding])
        except _BrokenYamlError as error:
            findings.append(error.finding)
            broken = True
            rest = without_faulty_part(readable, error.line)
            if rest == readable:
                break
            readable = rest
        else:
            findings += walk.findings if value or not broken else ()
            return _finished(None if broken else value, Positions(file, decoded.text, walk.spans), findings)
    return _finished(None, Positions(file, decoded.text, {}), findings)


def _finished(value: YamlMap | None, positions: Positions, findings: list[Diagnostic]) -> ReadYaml:
    ordered = sorted(findings, key=_order)
    return ReadYaml(value, positions, tuple(_first(ordered)))


def _first(findings: list[Diagnostic]) -> list[Diagnostic]:
    """Return as many findings as a person can use; the last then says how many more there are."""
    rest = len(findings) - YAML_FINDINGS
    if rest <= 0:
        return findings
    last = findings[YAML_FINDINGS]
    message = f"Vanaf hier is er in dit bestand nog {rest} keer iets mis."
    hint = "Herstel eerst wat hierboven is gemeld."
    return [*findings[:YAML_FINDINGS], Diagnostic(last.code, message, last.where, hint)]


def _order(finding: Diagnostic) -> tuple[int, int]:
    where = finding.where
    return (where.line, where.column)


class _BrokenYamlError(Exception):
    """The structure cannot be followed from here on; ``line`` (from 0) is where the faulty part begins."""

    def __init__(self, finding: Diagnostic, line: int) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.line = line


class _TooLargeError(Exception):
    """There is more in the file than is read."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What a value has to know about where it stands."""

    path: KeyPath
    key: tuple[Place, Place] | None
    column: int
    """Column of the innermost group or list in block style: what belongs to it stands further right."""
    depth: int
    bracket: Place | None
    """Where the outermost open ``[`` or ``{`` stands."""


class _Walk:
    """One pass over the events of a YAML text."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.text = text
        self.lines = text.split("\n")
        self.spans: dict[KeyPath, Span] = {}
        self.findings: list[Diagnostic] = []
        self._last: yaml_problems.LastEvent | None = None
        self._events = self._follow_events()

    def document(self) -> YamlMap | None:
        """Read the one document of the file; raises ``_BrokenYamlError`` at the first syntax error."""
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            message = "Dit bestand is leeg."
            self._report(Code.YAML_EMPTY, Place(0, 0), message, "Vul het bestand, of verwijder het.")
            return None
        event = next(self._events)
        value = self._value(event, _Surroundings((), None, -1, 0, None))
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.DocumentStartEvent):
            message = "Hier begint een tweede YAML-document in hetzelfde bestand."
            hint = "Verwijder de regel met ---, of maak er twee bestanden van."
            self._report(Code.YAML_MULTIPLE, _start(event), message, hint)
            return None
        if isinstance(value, YamlMap):
            return value
        self._report_no_keys(value)
        return None

    def _report_no_keys(self, value: YamlText | YamlList | None) -> None:
        if value is None:
            self._report(
                Code.YAML_EMPTY, Place(0, 0), "Dit bestand is leeg.", "Vul het bestand, of verwijder het."
            )
            return
        what = "een lijst" if isinstance(value, YamlList) else "tekst zonder sleutel"
        message = f"Dit bestand hoort uit sleutels met waarden te bestaan, maar het begint met {what}."
        self._report(Code.WRONG_TYPE, self.spans[()].start, message, "Schrijf bijvoorbeeld: schemaversie: 1")

    def _follow_events(self) -> Iterator[yaml.Event]:
        brackets: list[Place | None] = []
        try:
            for number, event in enumerate(yaml.parse(self.text, Loader=yaml.CSafeLoader)):
                self._refuse_excess(event, number)
                if isinstance(event, yaml.CollectionStartEvent):
                    brackets.append(self._bracket(event))
                elif isinstance(event, yaml.CollectionEndEvent):
                    brackets.pop()
                bracket = next(filter(None, reversed(brackets)), None)
                self._last = yaml_problems.LastEvent(self._closer(event), _end(event), bracket)
                yield event
        except yaml.MarkedYAMLError as error:
            finding = yaml_problems.explain(error, self.text, self.file, self._last)
            where = finding.where
            raise _BrokenYamlError(finding, where.line - 1) from None

    def _refuse_excess(self, event: yaml.Event, number: int) -> None:
        if number > YAML_VALUES:
            message = f"In dit bestand staan meer dan {YAML_VALUES} sleutels en waarden."
            hint = "Verdeel het over meer bestanden: elke regio en elke brief heeft een eigen map."
            finding = self._finding(Code.YAML_TOO_LARGE, _start(event), message, hint)
            raise _TooLargeError(finding)

    def _bracket(self, event: yaml.CollectionStartEvent) -> Place | None:
        """Return where a list or group in brackets begins; a pair in a list (``[a: b]``) has none."""
        start = _start(event)
        return start if event.flow_style and self.lines[start.line][start.column] in "[{" else None

    def _closer(self, event: yaml.Event) -> str:
        """Return the mark with which a piece ended: a quote or a bracket."""
        if isinstance(event, yaml.ScalarEvent):
            return event.style if event.style in ("'", '"') else ""
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            end = _end(event)
            before = self.lines[end.line][end.column - 1 : end.column] if end.line < len(self.lines) else ""
            return before if before in {"]", "}"} else ""
        return ""

    def _value(self, event: yaml.Event, where: _Surroundings) -> YamlValue:
        self._refuse_properties(event)
        self._refuse_outside_bracket(event, where)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, where)
        if isinstance(event, yaml.MappingStartEvent):
            return self._map(event, self._inner(event, where))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, self._inner(event, where))
        self._report(
            Code.YAML_ANCHOR,
            _start(event),
            "Hier staat een verwijzing van YAML (*…); die is niet toegestaan.",
            "Schrijf de waarde hier uit. Begint er vette of cursieve tekst? Zet die tussen aanhalingstekens.",
        )
        self._keep_span(event, where, Style.PLAIN)
        return None

    def _inner(
        self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, where: _Surroundings
    ) -> _Surroundings:
        start = _start(event)
        if where.depth == YAML_DEPTH:
            message = f"De lijsten en groepen zijn hier meer dan {YAML_DEPTH} niveaus diep."
            raise _BrokenYamlError(self._finding(Code.YAML_SYNTAX, start, message), start.line)
        if event.flow_style:
            return _Surroundings(where.path, where.key, where.column, where.depth + 1, where.bracket or start)
        return _Surroundings(where.path, where.key, start.column, where.depth + 1, where.bracket)

    def _map(self, event: yaml.Event, where: _Surroundings) -> YamlMap:
        made = YamlMap(Source(self.file, where.path))
        keys: dict[str, Place] = {}
        # The span is kept before its children are read: the place of a group is where it begins.
        self._keep_span(event, where, Style.GROUP)
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._key(event, where)
            value_event = next(self._events)
            path = (*where.path, name or "")
            inside = _Surroundings(
                path, (_start(event), _end(event)), where.column, where.depth, where.bracket
            )
            value = self._value(value_event, inside)
            if name is None:
                continue
            if name in keys:
                self._report_duplicate(name, event, keys[name])
            else:
                keys[name] = _start(event)
                made[name] = value
        return made

    def _key(self, event: yaml.Event, where: _Surroundings) -> str | None:
        """Return the text of a key, or ``None`` after reporting what is wrong with it."""
        self._refuse_properties(event)
        self._refuse_outside_bracket(event, where)
        start = _start(event)
        if not isinstance(event, yaml.ScalarEvent):
            message = "Een sleutel is een woord; hier staat een lijst, een groep of een verwijzing."
            self._report(Code.YAML_SYNTAX, start, message, "Zet gewone tekst tussen aanhalingstekens.")
            self._value(event, _Surroundings((), None, where.column, where.depth, where.bracket))
            return None
        if problem := key_problem(event, self.lines[start.line][: start.column]):
            self._report(problem[0], start, *problem[1:])
            return None
        return event.value

    def _list(self, event: yaml.Event, where: _Surroundings) -> YamlList:
        made = YamlList(Source(self.file, where.path))
        self._keep_span(event, where, Style.GROUP)
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            path = (*where.path, len(made))
            made.append(
                self._value(event, _Surroundings(path, None, where.column, where.depth, where.bracket))
            )
        return made

    def _scalar(self, event: yaml.ScalarEvent, where: _Surroundings) -> YamlText | None:
        style = Style(event.style or "")
        start, end = _start(event), _end(event)
        if style in (Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED):
            self._refuse_outdented(start, end, where, style)
        for problem in filter(None, (escaped_problem(event), excess_of(event.value))):
            self._report(problem[0], start, *problem[1:])
        self._keep_span(event, where, style)
        if style is Style.PLAIN and not event.value:
            return None
        if style is Style.PLAIN and (slip := tell_slip(self.file, self.lines, event.value, start, end)):
            self.findings.append(slip)
        return YamlText(event.value, Source(self.file, where.path))

    def _refuse_outdented(self, start: Place, end: Place, where: _Surroundings, style: Style) -> None:
        """Refuse a quoted text that runs on over the next keys: its quote was forgotten."""
        for line in self.lines[start.line + 1 : end.line + 1]:
            if line.strip() and len(line) - len(line.lstrip()) <= where.column:
                finding = unclosed_quote(self.file, start, style.value)
                raise _BrokenYamlError(finding, start.line)

    def _refuse_outside_bracket(self, event: yaml.Event, where: _Surroundings) -> None:
        """Refuse a list in brackets that runs on over the next keys: its bracket was forgotten."""
        start = _start(event)
        if where.bracket and start.line > where.bracket.line and start.column <= where.column:
            opener = self.lines[where.bracket.line][where.bracket.column]
            finding = unclosed_bracket(self.file, where.bracket, opener)
            raise _BrokenYamlError(finding, where.bracket.line)

    def _refuse_properties(self, event: yaml.Event) -> None:
        if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            return
        if event.anchor is not None:
            message = f"Hier staat een anker van YAML (&{event.anchor}); dat is niet toegestaan."
            hint = "Verwijder het anker. Begint hier gewone tekst? Zet die tussen aanhalingstekens."
            self._report(Code.YAML_ANCHOR, _start(event), message, hint)
        if event.tag is not None:
            message = "Hier staat een tag van YAML (!…); die is niet toegestaan."
            hint = "Verwijder de tag. Begint hier gewone tekst? Zet die tussen aanhalingstekens."
            self._report(Code.YAML_TAG, _start(event), message, hint)

    def _report_duplicate(self, name: str, event: yaml.Event, first: Place) -> None:
        start = _start(event)
        finding = Diagnostic(
            Code.YAML_DUPLICATE_KEY,
            f"De sleutel “{name}” staat hier voor de tweede keer.",
            self._location(start, len(name)),
            "Verwijder een van de twee, of voeg ze samen.",
            (Related("hier staat de sleutel voor het eerst", self._location(first, len(name))),),
        )
        self.findings.append(finding)

    def _keep_span(self, event: yaml.Event, where: _Surroundings, style: Style) -> None:
        if where.path in self.spans:
            return
        start = _start(event)
        key, key_end = where.key or (None, None)
        indent = 0
        if style in (Style.LITERAL, Style.FOLDED):
            indent = self._block_indent(start, _end(event), where.column)
        self.spans[where.path] = Span(start, _end(event), key, key_end, style, indent)

    def _block_indent(self, start: Place, end: Place, parent: int) -> int:
        """Return the column at which the lines of a block scalar begin (YAML 1.2, 8.1.1.1)."""
        header = self.lines[start.line][start.column : start.column + 3]
        for char in header:
            if char.isdigit():
                return max(parent, 0) + int(char)
        for line in self.lines[start.line + 1 : end.line + 1]:
            if line.strip(" "):
                return len(line) - len(line.lstrip(" "))
        return 0

    def _report(self, code: Code, place: Place, message: str, hint: str = "") -> None:
        self.findings.append(self._finding(code, place, message, hint))

    def _finding(self, code: Code, place: Place, message: str, hint: str = "") -> Diagnostic:
        return Diagnostic(code, message, self._location(place), hint)

    def _location(self, place: Place, length: int = 0) -> Location:
        return Location(self.file, place.line + 1, place.column + 1, length)


def _start(event: yaml.Event) -> Place:
    return yaml_problems.place_of(event.start_mark)


def _end(event: yaml.Event) -> Place:
    return yaml_problems.place_of(event.end_mark)
