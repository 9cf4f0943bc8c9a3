"""What must hold of the two readers whatever bytes they get: the targets of the guided run.

Each target returns for any input, or raises ``AssertionError`` with what does not hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import punctuation
from tempfile import gettempdir

import yaml
from pydantic import ValidationError

from pipeline.content.messages import translate_errors
from pipeline.content.models import Agenda, Brief, Programma, Regio, Voortgang
from pipeline.content.models.base import FileModel
from pipeline.content.positions import Positions
from pipeline.content.source import YamlList, YamlMap, YamlValue, read_yaml
from pipeline.diagnostics import Diagnostic, Location, Source
from pipeline.document.text import plain_text
from pipeline.document.walk import block_inlines, iter_blocks
from tests.compose.rendered import markdown

FILE = "content/programma.yaml"
MODELS: tuple[type[FileModel], ...] = (Programma, Regio, Agenda, Brief, Voortgang)


LONGEST_KEY = 170
"""Characters. YAML reads a key of 1,024 at most, and each of its signs may be written as six: ``\\u2028``."""


class _Dumper(yaml.SafeDumper):
    """Writes each key as ``sleutel: waarde``, and one without a value as it is: ``null`` would be a text.

    By itself it puts a question mark before a key that is long or has more lines: the reader refuses that.
    """

    def check_simple_key(self) -> bool:
        return True


def _nothing(dumper: yaml.SafeDumper, _value: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(type(None), _nothing)


def read_as_yaml(data: bytes) -> None:
    """Read bytes as each kind of file; what is accepted says the same when it is written and read again."""
    read = read_yaml(data, FILE)
    for finding in read.diagnostics:
        _assert_placed(finding, read.positions)
    if read.value is None:
        assert any(finding.is_error for finding in read.diagnostics), "niets gelezen en niets gemeld"
        return
    for model in MODELS:
        try:
            model.model_validate(read.value)
        except ValidationError as error:
            findings = translate_errors(error, read.positions, model, read.value)
            assert findings, "geweigerd zonder melding"
            for finding in findings:
                _assert_placed(finding, read.positions)
    if not any(finding.is_error for finding in read.diagnostics):
        _assert_read_back(read.value)


def _assert_placed(finding: Diagnostic, positions: Positions) -> None:
    where = finding.where
    at = where if isinstance(where, Location) else positions.lookup(where.path, where.line, where.column)
    assert finding.message.strip(), finding
    assert at.line >= 1, finding
    assert at.column >= 1, finding
    if positions.text:
        lines = positions.text.split("\n")
        assert at.line <= len(lines), finding
        assert at.column <= len(lines[at.line - 1]) + 1, finding


def _assert_read_back(value: YamlMap) -> None:
    if any(len(key) > LONGEST_KEY for key in _keys(value)):
        return
    written = yaml.dump(_plain(value), Dumper=_Dumper, allow_unicode=True).encode()
    again = read_yaml(written, FILE)
    assert again.value == value, f"{value} geschreven als {written!r}, teruggelezen als {again.value}"


def _keys(value: YamlValue) -> Iterator[str]:
    """Yield the keys in a value, however deep they stand."""
    if isinstance(value, YamlMap):
        yield from value
    if isinstance(value, YamlMap | YamlList):
        for inner in value.values() if isinstance(value, YamlMap) else value:
            yield from _keys(inner)


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if value is None else str(value)


def read_as_markdown(data: bytes) -> None:
    """Read bytes as a text; printed words say the same when they are typed with every sign escaped."""
    text = data.decode("utf-8", "ignore").replace("\r\n", "\n").replace("\r", "\n")
    blocks, findings = markdown(Path(gettempdir()), text)
    lines = text.split("\n")
    for finding in findings:
        assert isinstance(finding.where, Source), finding
        assert finding.where.line < len(lines), finding
        assert finding.where.column <= len(lines[finding.where.line]), finding
        assert not finding.code.number.startswith("KAM5"), finding
    if any(finding.is_error for finding in findings):
        return
    for block in iter_blocks(blocks):
        for run in block_inlines(block):
            _assert_typed_back(" ".join(plain_text(run).split()))


def _assert_typed_back(words: str) -> None:
    escaped = "".join(f"\\{char}" if char in punctuation else char for char in words)
    blocks, _ = markdown(Path(gettempdir()), escaped)
    again = " ".join(plain_text(run) for block in iter_blocks(blocks) for run in block_inlines(block))
    assert again.split() == words.split(), f"{words!r} teruggelezen als {again!r}"


def planted(data: bytes) -> None:
    """Fail deep inside, where only a run that follows coverage comes: it proves that the run does."""
    if data[:1] == b"k" and data[1:2] == b"a" and data[2:3] == b"m":
        raise AssertionError("gevonden")


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "yaml": read_as_yaml,
    "markdown": read_as_markdown,
    "planted": planted,
}
