"""The rooms that read, check and compose, as one value: all that a plan needs, without a layout engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.diagnostics import Diagnostic

if TYPE_CHECKING:
    from pipeline.compose.documents import Composed
    from pipeline.compose.folders import TemplateFolders
    from pipeline.content.project import Project
    from pipeline.content.requests import DocumentRequest
    from pipeline.diagnostics.recalling import Recall
    from pipeline.document.nodes import Document
    from pipeline.house_style import HouseStyle

# The rooms are imported when there is work for them: a process that makes documents reads no content.


def _check(project: Project) -> tuple[Diagnostic, ...]:
    from pipeline.checks import check_project  # noqa: PLC0415

    return check_project(project)


def _texts(project: Project, recall: Recall) -> tuple[Diagnostic, ...]:
    from pipeline.compose.texts import check_texts  # noqa: PLC0415

    return check_texts(project, recall)


def _language(project: Project, documents: Iterable[Document], recall: Recall) -> tuple[Diagnostic, ...]:
    from pipeline.language import check_language  # noqa: PLC0415

    return check_language(project, documents, recall)


def _compose(
    request: DocumentRequest, project: Project, style: HouseStyle, templates: TemplateFolders
) -> Composed:
    from pipeline.compose.documents import compose  # noqa: PLC0415

    return compose(request, project, style, templates)


Check = Callable[["Project"], tuple[Diagnostic, ...]]
CheckTexts = Callable[["Project", "Recall"], tuple[Diagnostic, ...]]
CheckLanguage = Callable[["Project", Iterable["Document"], "Recall"], tuple[Diagnostic, ...]]
"""Gets the documents too that have no list of abbreviations."""
Compose = Callable[["DocumentRequest", "Project", "HouseStyle", "TemplateFolders"], "Composed"]


@dataclass(frozen=True, slots=True)
class Readers:
    """What turns content into documents: functions, so that a test can hand over small ones of its own."""

    check: Check = _check
    texts: CheckTexts = _texts
    language: CheckLanguage = _language
    compose: Compose = _compose
