"""One YAML file as a model; a file that still has the same bytes is not read again in this process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from pydantic import BaseModel, ValidationError

from pipeline.content.messages import translate_errors
from pipeline.content.positions import Positions
from pipeline.content.source import YamlMap, read_yaml
from pipeline.diagnostics import Diagnostic

AnyModel = TypeVar("AnyModel", bound=BaseModel)

_MOST = 2000
"""Files that are kept: the whole country has some thousand."""


@dataclass(frozen=True, slots=True)
class FileReading(Generic[AnyModel]):
    """What a file holds and what is wrong in it. It may be shared, so nobody may change what it holds.

    ``typed`` is ``None`` when the YAML has errors, ``model`` also when a value cannot be right.
    """

    model: AnyModel | None
    typed: YamlMap | None
    positions: Positions
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    data: bytes
    kind: type[BaseModel]
    reading: FileReading[BaseModel]


_KEPT: dict[str, _Kept] = {}
"""The last reading of each file, by its path in a project: its bytes decide whether that still holds."""


def read_file(data: bytes, file: str, model: type[AnyModel]) -> FileReading[AnyModel]:
    """Read the bytes of a file as a model; ``file`` is its path from the project's root."""
    kept = _KEPT.get(file)
    if kept is None or kept.data != data or kept.kind is not model:
        kept = _Kept(data, model, _read(data, file, model))
        _keep(file, kept)
    return cast("FileReading[AnyModel]", kept.reading)  # it was made with this very model


def _keep(file: str, kept: _Kept) -> None:
    _KEPT.pop(file, None)
    while len(_KEPT) >= _MOST:
        del _KEPT[next(iter(_KEPT))]
    _KEPT[file] = kept


def _read(data: bytes, file: str, model: type[BaseModel]) -> FileReading[BaseModel]:
    found = read_yaml(data, file)
    if found.value is None or any(finding.is_error for finding in found.diagnostics):
        return FileReading(None, None, found.positions, found.diagnostics)
    try:
        made = model.model_validate(found.value)
    except ValidationError as error:
        wrong = tuple(translate_errors(error, found.positions, model, found.value))
        return FileReading(None, found.value, found.positions, (*found.diagnostics, *wrong))
    return FileReading(made, found.value, found.positions, found.diagnostics)
