"""What all models share: closed, unchangeable, and aware of the place in YAML that they came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)

from pipeline.content.values.errors import value_error
from pipeline.content.values.sourced import typed_text
from pipeline.diagnostics import Code, Source

NOWHERE = Source("")


class Model(BaseModel):
    """A group of keys in YAML. Unknown keys are refused; ``source`` says where the group was written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    interne_notitie: Annotated[
        str | None, Field(description="Aantekening voor collega's; wordt nooit afgedrukt.")
    ] = None

    _source: Source = PrivateAttr(default=NOWHERE)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_source(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        model = handler(data)
        model._source = getattr(data, "source", NOWHERE)
        return model

    @property
    def source(self) -> Source:
        """The place of this group; ``model.source.child("titel")`` is the place of one of its keys."""
        return self._source


def _read_version(value: object) -> int:
    typed = typed_text(value, "het getal 1")
    if typed != "1":
        message = f"Schemaversie “{typed}” is onbekend."
        raise value_error(Code.SCHEMA_VERSION, message, "Dit programma leest schemaversie 1.")
    return 1


class FileModel(Model):
    """The whole of one YAML file."""

    schemaversie: Annotated[
        int,
        BeforeValidator(_read_version),
        Field(description="Versie van de indeling van dit bestand; nu altijd 1."),
    ]


def _read_yes_no(value: object) -> bool:
    words = {"ja": True, "true": True, "nee": False, "false": False}
    typed = typed_text(value, "ja of nee")
    answer = words.get(typed.lower())
    if answer is None:
        raise value_error(Code.WRONG_CHOICE, f"“{typed}” is geen ja of nee.", "Typ ja of nee.")
    return answer


YesNo = Annotated[bool, BeforeValidator(_read_yes_no)]
"""``ja`` or ``nee``; ``true`` and ``false`` are read as well."""


def without_note(data: object) -> object:
    """Take the ``interne_notitie`` out of a group whose keys are years: it is no amount."""
    if not isinstance(data, Mapping):
        return data
    groups = cast("Mapping[str, object]", data)  # the reader of YAML gives every key as text
    return {key: value for key, value in groups.items() if key != "interne_notitie"}
