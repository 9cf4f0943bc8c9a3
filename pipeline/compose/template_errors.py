"""Turn whatever goes wrong in a template into a diagnostic at the template's own line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from traceback import walk_tb
from types import TracebackType

from jinja2 import Template
from jinja2.exceptions import TemplateNotFound, TemplatesNotFound, TemplateSyntaxError
from pydantic import BaseModel

from pipeline.compose.jinja_messages import failure_words, syntax_words
from pipeline.compose.template_access import MissingNameError, TemplateFaultError, member_names
from pipeline.compose.template_budget import TemplateLimitError
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.diagnostics.nearness import did_you_mean

_COUNTING = "pipeline.compose.template_budget"
"""The module that stands between a template and everything that it asks."""

TEMPLATE_ROOT = "templates"
"""How messages name the folder of templates, the project's and the shipped one alike."""


def template_location(name: str, line: int = 1) -> Location:
    """Return the place of a line in a template, named as a person finds it."""
    return Location(f"{TEMPLATE_ROOT}/{name}", line)


def explain_failure(
    error: Exception, name: str, context: Mapping[str, object], known: Iterable[str]
) -> Diagnostic:
    """Return what is wrong. An exception that is the program's own fault is raised again."""
    where = _failing_line(error.__traceback__) or template_location(name)
    match error:
        case TemplateSyntaxError():
            message, hint = syntax_words(error.message or "")
            place = template_location(error.name or name, error.lineno)
            return Diagnostic(Code.TEMPLATE_SYNTAX, message, place, hint)
        case TemplatesNotFound() | TemplateNotFound():
            names = error.templates if isinstance(error, TemplatesNotFound) else [error.name]
            missing = ", ".join(str(each) for each in names)
            message = f"Het sjabloon “{missing}” bestaat niet."
            return Diagnostic(Code.TEMPLATE_MISSING, message, where, did_you_mean(missing, known))
        case MissingNameError():
            return _missing_name(error, where, context)
        case TemplateLimitError():
            hint = "Kijk naar {% for %}, {% include %}, macro’s, en teksten die telkens langer worden."
            return Diagnostic(Code.TEMPLATE_LIMIT, error.sentence, where, hint)
        case TemplateFaultError():
            return Diagnostic(Code.TEMPLATE_FAILED, error.sentence, where, error.hint)
        case RecursionError():
            message = "Dit sjabloon roept zichzelf zonder einde aan."
            return Diagnostic(
                Code.TEMPLATE_FAILED, message, where, "Kijk naar {% include %} en naar macro’s."
            )
        case _:
            if _is_our_fault(error.__traceback__):
                raise error
            return Diagnostic(Code.TEMPLATE_FAILED, failure_words(error), where)


def _missing_name(error: MissingNameError, where: Location, context: Mapping[str, object]) -> Diagnostic:
    if error.owner is None:
        message = f"Het sjabloon gebruikt “{error.name}”, maar dat bestaat niet."
        return Diagnostic(Code.TEMPLATE_UNDEFINED, message, where, did_you_mean(error.name, context))
    kind = type(error.owner).__name__ if isinstance(error.owner, BaseModel) else "Deze waarde"
    message = f"{kind} heeft geen “{error.name}”."
    return Diagnostic(
        Code.TEMPLATE_UNDEFINED, message, where, did_you_mean(error.name, member_names(error.owner))
    )


def _failing_line(trace: TracebackType | None) -> Location | None:
    found = None
    for frame, line in walk_tb(trace):
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            found = template_location(template.name or "", template.get_corresponding_lineno(line))
    return found


def _is_our_fault(trace: TracebackType | None) -> bool:
    """Tell whether an exception comes from our own code, and not from what a template asked of a value."""
    names = [str(frame.f_globals.get("__name__", "")) for frame, _ in walk_tb(trace)]
    # The first frame is the call that runs the template.
    return any(name.startswith("pipeline.") and name != _COUNTING for name in names[1:])
