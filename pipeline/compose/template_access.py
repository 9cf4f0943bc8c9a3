"""What a template may look at: the declared fields of content, and nothing of Python behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, NoReturn

from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import BlockReference, LoopContext, Macro, StrictUndefined, TemplateReference
from jinja2.utils import Cycler, Joiner, Namespace, missing
from pydantic import BaseModel

HIDDEN_FIELDS = frozenset({"interne_notitie"})
"""Fields that are never printed."""

_TEXT_METHODS = frozenset({"startswith", "endswith", "count", "index"})
_LIST_METHODS = frozenset({"count", "index"})
_MAPPING_METHODS = frozenset({"get", "items", "keys", "values"})
_DATE_FIELDS = frozenset({"year", "month", "day"})
_JINJA_TYPES = (LoopContext, TemplateReference, BlockReference, Macro, Namespace, Cycler, Joiner)


class TemplateFaultError(TemplateRuntimeError):
    """Something that a template does wrong, in a Dutch sentence with a hint."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.sentence = message
        self.hint = hint


class MissingNameError(TemplateRuntimeError):
    """A template used a name that does not exist. ``owner`` is ``None`` when it stood alone."""

    def __init__(self, name: str, owner: object | None) -> None:
        super().__init__(name)
        self.name = name
        self.owner = owner


class Missing(StrictUndefined):
    """What a template gets for a name that does not exist; any use of it fails."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        owner = None if self._undefined_obj is missing else self._undefined_obj
        name = self._undefined_name if self._undefined_name is not None else self._undefined_hint
        raise MissingNameError(str(name), owner)

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __contains__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _fail_with_undefined_error
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = (
        _fail_with_undefined_error
    )
    __pos__ = __neg__ = __call__ = __getitem__ = __lt__ = __le__ = __gt__ = __ge__ = (
        _fail_with_undefined_error
    )
    __int__ = __float__ = __complex__ = __pow__ = __rpow__ = _fail_with_undefined_error


def demand(value: object) -> None:
    """Fail with the name that does not exist when that is what a template passed on."""
    if isinstance(value, Missing):
        str(value)


def member(owner: Any, name: str) -> tuple[bool, Any]:
    """Return whether a template may see this member of a value, and the member."""
    if name.startswith("_"):
        return False, None
    if isinstance(owner, Mapping):
        if name in owner:
            return True, owner[name]
        return _method(owner, name, _MAPPING_METHODS)
    if isinstance(owner, str):
        return _method(owner, name, _TEXT_METHODS)
    if isinstance(owner, tuple | list) and not hasattr(owner, "_fields"):
        return _method(owner, name, _LIST_METHODS)
    if isinstance(owner, date):
        return _method(owner, name, _DATE_FIELDS)
    if isinstance(owner, _JINJA_TYPES) or name in member_names(owner):
        value = getattr(owner, name, missing)
        return value is not missing, value
    return False, None


def member_names(owner: object) -> tuple[str, ...]:
    """Return the names that a template may write after a dot, sorted."""
    if isinstance(owner, Mapping):
        return tuple(sorted(str(key) for key in owner))
    if isinstance(owner, tuple):
        return tuple(sorted(getattr(owner, "_fields", ())))
    declared: Iterable[str] = ()
    if isinstance(owner, BaseModel):
        declared = type(owner).model_fields
    elif is_dataclass(owner) and not isinstance(owner, type):
        parameters: Any = getattr(type(owner), "__dataclass_params__", None)
        if parameters is None or not parameters.frozen:
            return ()
        declared = (field.name for field in fields(owner))
    else:
        return ()
    names = {*declared, *_properties(type(owner))}
    return tuple(sorted(name for name in names if not name.startswith("_") and name not in HIDDEN_FIELDS))


def _properties(kind: type) -> set[str]:
    own = (base for base in kind.__mro__ if base not in {BaseModel, object})
    return {name for base in own for name, value in vars(base).items() if isinstance(value, property)}


def _method(owner: Any, name: str, allowed: frozenset[str]) -> tuple[bool, Any]:
    return (True, getattr(owner, name)) if name in allowed else (False, None)
