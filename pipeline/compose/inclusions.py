"""``[=…]``: shared passages by id, and values of the content by their path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.compose.markdown_field import MarkdownField, Place
from pipeline.compose.printing import UNKNOWN, words_of
from pipeline.compose.scope import TextScope
from pipeline.compose.template_access import member, member_names
from pipeline.content.values import MarkdownText
from pipeline.diagnostics import Code
from pipeline.diagnostics.nearness import did_you_mean
from pipeline.gate.limits import PASSAGE_DEPTH


def included(name: str, field: MarkdownField, place: Place) -> object | None:
    """Return what a name stands for: Markdown, or a value that can be printed; ``None`` after a finding."""
    scope = field.rendering.scope
    if field.source:
        # The words that are taken in have a place of their own; this field prints them all the same.
        scope.record.note_printed([field.source])
    passage = scope.passages.get(name)
    if passage is None and _is_unread(name, scope):
        return UNKNOWN
    if passage is None and "." not in name and name not in scope.values:
        message = f"Er is geen tekstblok “{name}”."
        field.report(Code.UNKNOWN_PASSAGE, message, place, did_you_mean(name, scope.passages))
        return None
    found = passage.tekst if passage else _value(name, field, place)
    if isinstance(found, MarkdownText) and _closes_circle(name, field.opened):
        circle = " → ".join((*_since(name, field.opened), name))
        message = f"Deze tekst voegt zichzelf in: {circle}."
        field.report(Code.PASSAGE_LOOP, message, place, "Haal één van deze verwijzingen weg.")
        return None
    if isinstance(found, MarkdownText) and (message := _excess(found, field)):
        field.report(Code.TEXT_LIMIT, message, place, "Schrijf een deel van de tekst hier zelf uit.")
        return None
    return found


def _excess(found: MarkdownText, field: MarkdownField) -> str:
    """Return why a text cannot be taken in any more, "" when it can."""
    if len(field.opened) >= PASSAGE_DEPTH:
        return f"Tekstblokken voegen elkaar hier meer dan {PASSAGE_DEPTH} keer in."
    if not field.rendering.scope.record.include(len(found)):
        return "Wat dit document met [=…] invoegt, is samen te groot."
    return ""


def _is_unread(name: str, scope: TextScope) -> bool:
    beginning, dot, _ = name.partition(".")
    is_passage = not dot and name not in scope.values
    return beginning in scope.unread.values or (is_passage and scope.unread.passages)


def _closes_circle(name: str, opened: tuple[str, ...]) -> bool:
    """Tell whether a circle is closed at its first name by alphabet.

    A circle that is entered elsewhere is followed until there: so it is found once, wherever it is entered.
    """
    return name in opened and name == min(_since(name, opened))


def _since(name: str, opened: tuple[str, ...]) -> tuple[str, ...]:
    """Return the passages that were opened since one was opened last, with that one."""
    return opened[len(opened) - 1 - opened[::-1].index(name) :]


def _value(path: str, field: MarkdownField, place: Place) -> object | None:
    found: object = field.rendering.scope.values
    walked: list[str] = []
    for name in path.split("."):
        known, following = _step(found, name)
        if not known:
            inside = f" in “{'.'.join(walked)}”" if walked else ""
            message = f"“{name}” bestaat niet{inside}."
            field.report(Code.UNKNOWN_PASSAGE, message, place, _hint(name, found))
            return None
        walked.append(name)
        found = following
    if found is None:
        return UNKNOWN
    if isinstance(found, MarkdownText) or words_of(found) is not None:
        return found
    message = f"“{path}” is geen waarde die kan worden afgedrukt."
    inside = _names(found)
    hint = f"Noem er één onderdeel van: {', '.join(inside[:8])}." if inside else ""
    field.report(Code.UNKNOWN_PASSAGE, message, place, hint)
    return None


def _step(owner: object, name: str) -> tuple[bool, object]:
    if isinstance(owner, Sequence) and not isinstance(owner, str):
        for entry in owner:
            known, identity = member(entry, "id")
            if known and str(identity) == name:
                return True, entry
        return False, None
    if isinstance(owner, Mapping):
        return name in owner, owner.get(name)
    return member(owner, name) if name in member_names(owner) else (False, None)


def _hint(name: str, owner: object) -> str:
    known = _names(owner)
    return did_you_mean(name, known) or (f"Het kan zijn: {', '.join(known[:8])}." if known else "")


def _names(owner: object) -> list[str]:
    if isinstance(owner, Sequence) and not isinstance(owner, str):
        return [str(identity) for entry in owner for known, identity in [member(entry, "id")] if known]
    return list(member_names(owner))
